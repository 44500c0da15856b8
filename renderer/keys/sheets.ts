// Going from sheet to sheet, and one level out, with keys: always to a place that can be read and left again.
import type { Route } from '../route.ts'

/** Heading of the sheet: it may hold the focus, but no Tab stops at it. */
function focusHeading(sheet: Element): void {
  const heading = sheet.querySelector<HTMLElement>('h2') ?? (sheet instanceof HTMLElement ? sheet : null)
  if (heading === null) return
  if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  heading.scrollIntoView({ block: 'nearest' })
}

/** The next sheet in reading order, the first after the last. False where there is none. */
export function goToSheet(by: 1 | -1): boolean {
  const sheets = [...document.querySelectorAll('main .sheet')]
  const held = document.activeElement
  const here = sheets.findIndex((sheet) => sheet.contains(held))
  const next = sheets.at(here < 0 ? (by > 0 ? 0 : -1) : (here + by) % sheets.length)
  if (next === undefined) return false
  focusHeading(next)
  return true
}

/** Where Esc leads from a screen; undefined where it stays. A meeting is left by its button alone: nobody should fall out of one. */
export function outOf(route: Route): Route | undefined {
  switch (route.at) {
    case 'home':
    case 'meeting':
      return undefined
    // The table is left for its meeting; the slips entered stay.
    case 'count':
      return { at: 'meeting', caseId: route.caseId }
    case 'paper':
      return { at: 'case', caseId: route.caseId }
    case 'person':
    case 'unit':
    case 'post':
    case 'family':
    case 'new-person':
    case 'records':
    case 'import':
      return { at: 'people' }
    case 'help':
      return route.page === undefined ? { at: 'home' } : { at: 'help' }
    default:
      return { at: 'home' }
  }
}

/** One level out on the screen itself: an armed seal, then an open fold, then a box. False when only the screen is left to leave. */
export function stepOut(): boolean {
  // The seal hears the key itself.
  if (document.querySelector('.seal.armed') !== null) return true
  const held = document.activeElement
  if (!(held instanceof HTMLElement)) return false
  const fold = held.closest('main details[open]')
  const summary = fold?.querySelector<HTMLElement>('summary')
  if (fold instanceof HTMLDetailsElement && summary) {
    fold.open = false
    summary.focus()
    return true
  }
  const sheet = held.matches('input, textarea, select') ? held.closest('main .sheet') : null
  if (sheet === null) return false
  focusHeading(sheet)
  return true
}
