// The icon of the window, inside the page itself: a browser asks for one anyway, and a file more is a wait more.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A Vite plugin. */
export const pageIcon = () => ({
  name: 'page-icon',
  transformIndexHtml() {
    const icon = readFileSync(fileURLToPath(new URL('icons/icon.svg', import.meta.url)))
    return [{ tag: 'link', attrs: { rel: 'icon', href: `data:image/svg+xml;base64,${icon.toString('base64')}` }, injectTo: 'head' }]
  },
})
