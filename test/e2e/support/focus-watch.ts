// Watches a page all through a test: where what held the focus is gone or hidden and nothing took it over, the keys of a person fall into nothing.
import type { Page } from 'playwright-core'

/** Says on the console of the page, as an error, when the focus is lost for longer than a screen needs to come. */
export async function watchFocus(page: Page): Promise<void> {
  await page.addInitScript(watch)
  await page.evaluate(watch)
}

/** Runs in the page. */
function watch(): void {
  const patience = 1500
  const step = 100
  let held: Element | null = null
  let lostFor = 0
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) held = target
    lostFor = 0
  })
  setInterval(() => {
    const isGone = held !== null && document.activeElement === document.body && (!held.isConnected || !held.checkVisibility())
    lostFor = isGone ? lostFor + step : 0
    if (lostFor < patience || held === null) return
    console.error(
      `focus lost: it was on <${held.tagName}> “${held.textContent?.slice(0, 60) ?? ''}”, ${held.isConnected ? 'hidden' : 'gone'}`,
    )
    held = null
  }, step)
}
