// Renders a part or the whole app as the page does: theme and words around it. Vietnamese unless a test asks for English.
import './dom-matchers.ts'
import { MantineProvider } from '@mantine/core'
import { configure, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { App } from '../../renderer/app.tsx'
import { laterScreens } from '../../renderer/later-screens.ts'
import { en } from '../../renderer/messages/en.ts'
import { type Language, startMessages } from '../../renderer/messages/start.ts'
import { setSettings } from '../../renderer/settings.ts'
import { theme } from '../../renderer/theme.ts'
import type { Office } from '../../workflows/office.ts'

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 })

// Reading a screen's file takes longer here than a test waits for what is on it.
await Promise.all(Object.values(laterScreens).map((load) => load()))

/** happy-dom has no layout and by default loads no frames: a height is given so that rows count as seen, and empty frames may load. */
function settleDom(): void {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 600 })
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1000 })
  const dom: unknown = Reflect.get(window, 'happyDOM')
  const settings: unknown = typeof dom === 'object' && dom !== null ? Reflect.get(dom, 'settings') : undefined
  if (typeof settings === 'object' && settings !== null) Reflect.set(settings, 'enableIframePageLoading', true)
}

export function show(part: ReactNode, language: Language = 'vi') {
  settleDom()
  const user = userEvent.setup()
  const messages = startMessages()
  if (language === 'en') messages.addResourceBundle('en', 'translation', en)
  void messages.changeLanguage(language)
  setSettings({ language })
  const page = render(
    <I18nextProvider i18n={messages}>
      <MantineProvider theme={theme} env="test" withCssVariables={false} withGlobalClasses={false}>
        {part}
      </MantineProvider>
    </I18nextProvider>,
  )
  return { user, ...page }
}

/** The app at an address, behind the office given. */
export function showApp(office: Office, hash = '#/home', language: Language = 'vi') {
  window.location.hash = hash
  return show(<App office={office} />, language)
}
