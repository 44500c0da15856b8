// The hall screen in the browser shell: a window at an address of its own, which is told views and has no doorway.
import type { BrowserContext, Page } from 'playwright-core'

/** Another origin than our page: neither its storage nor its binding is reached from here. */
export const hallOrigin = 'https://hall.local'

export type BrowserHall = {
  show(view: unknown): void
  isHall(page: Page): boolean
}

/** `onShut`: somebody closed the window by hand. */
export function browserHall(context: BrowserContext, onShut: () => void): BrowserHall {
  let page: Page | null = null
  let turn: Promise<unknown> = Promise.resolve()

  async function open(main: Page): Promise<Page> {
    const asked = context.waitForEvent('page', (one) => one !== main)
    // A window, not a tab: it is drawn over to the projector.
    const cdp = await context.newCDPSession(main)
    await cdp.send('Target.createTarget', { url: `${hallOrigin}/`, newWindow: true })
    const opened = await asked
    page = opened
    opened.once('close', () => {
      if (page !== opened) return
      page = null
      onShut()
    })
    await opened.waitForURL(`${hallOrigin}/`)
    return opened
  }

  async function shown(view: unknown): Promise<void> {
    const main = context.pages().find((one) => one !== page)
    if (view === null) {
      const shut = page
      page = null
      await shut?.close()
      return
    }
    if (main === undefined) return
    const hall = page ?? (await open(main))
    await hall.evaluate((detail) => {
      // Kept for a page that is still loading, told to one that listens.
      Reflect.set(window, 'hallView', detail)
      window.dispatchEvent(new CustomEvent('hall:view', { detail }))
    }, view)
  }

  return {
    isHall: (one) => one === page || one.url().startsWith(hallOrigin),
    show(view) {
      // A window may be shut at any moment; what was on its way to it is lost with it.
      turn = turn.then(() => shown(view)).catch(() => undefined)
    },
  }
}
