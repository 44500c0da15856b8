// A monkey at the keyboard and the mouse: presses, types and wanders at random, the same for the same seed, and says what it did last.
import type { Page } from 'playwright-core'
import { officeParts } from '../../../renderer/office-parts.ts'
import { draws } from '../../../workflows/sample/draws.ts'
import { archivedCase, guidedCase } from '../../../workflows/sample/province-cases.ts'

const routes = [
  '#/home',
  '#/open',
  '#/people',
  '#/new-person',
  '#/records',
  '#/planning',
  '#/import',
  '#/sign',
  '#/check',
  ...officeParts.map((part) => `#/office/${part}`),
  '#/settings',
  '#/help',
  '#/help/countingTeam',
  `#/case/${guidedCase}`,
  `#/meeting/${guidedCase}`,
  `#/case/${archivedCase}`,
  '#/case/khong-co',
  '#/paper/khong-co/khong-co',
  '#/strange/<x>',
]
const texts = [
  'a',
  'Nguyễn Thị Ánh',
  '5/10/2026',
  '31/2/2026',
  '12',
  '0',
  '-1',
  '999999999',
  'dduwowngf',
  '<b>"\'',
  '𠮷 ệ',
  '   ',
  'x'.repeat(300),
]
const keys = [
  ...[
    'Tab',
    'Tab',
    'Tab',
    'Shift+Tab',
    'Enter',
    'Space',
    'Escape',
    'ArrowDown',
    'ArrowUp',
    'Home',
    'End',
    'PageDown',
    'Backspace',
    'Delete',
  ],
  ...['F1', 'F2', 'F4', 'F6', 'Shift+F6', 'F8', 'F9'],
  ...['Control+k', 'Control+m', 'Control+1', 'Control+2', 'Control+3', 'Control+4', 'Control+Enter', 'Control+z', 'Control+Shift+z'],
  ...['Alt+ArrowLeft', 'Alt+ArrowRight', 'Control+Equal', 'Control+Minus', 'Control+0', 'Digit1', 'Digit9', 's', 'f', 'Minus', 'Digit0'],
]

const pressing: readonly string[] = ['Enter', 'Space', 'Control+Enter', 'Escape']

export type Monkey = { readonly acts: number; readonly trail: readonly string[]; readonly lost: readonly string[] }

/** Where something can be pressed right now, or null. Files cannot be chosen here, and a closed window ends the walk. */
function pressable(choice: number): { readonly x: number; readonly y: number; readonly what: string } | null {
  const open = document.querySelector('dialog[open]') ?? document
  const all = [
    ...open.querySelectorAll<HTMLElement>('button, a[href], summary, input:not([type="file"]), textarea, select, [role="option"], label'),
  ].filter((one) => {
    const { width, height, top, left } = one.getBoundingClientRect()
    return width > 0 && height > 0 && top >= 0 && left >= 0 && top < innerHeight && left < innerWidth
  })
  const one = all[Math.floor(choice * all.length)]
  if (one === undefined) return null
  const { left, top, width, height } = one.getBoundingClientRect()
  return {
    x: left + width / 2,
    y: top + Math.min(height / 2, 14),
    what: `${one.tagName} ${(one.textContent ?? one.getAttribute('aria-label') ?? '').slice(0, 40)}`,
  }
}

/** What was pressed may be answered by the office, and the next screen be on its way: the focus has a second to be somewhere. */
async function isFocusLost(): Promise<boolean> {
  for (let waited = 0; waited < 50 && document.activeElement === document.body; waited++)
    await new Promise((resolve) => setTimeout(resolve, 20))
  return document.activeElement === document.body
}

/** `acts` random acts. After keys the focus must be somewhere. Stops at the first fault `isWell` sees. */
export async function letLoose(
  page: Page,
  options: { readonly seed: number; readonly acts: number; readonly isWell: () => boolean },
): Promise<Monkey> {
  const by = draws(options.seed)
  const chance = () => by.whole(1_000_000) / 1_000_000
  const trail: string[] = []
  const lost: string[] = []
  let acts = 0
  try {
    for (; acts < options.acts && options.isWell(); acts++) {
      const turn = chance()
      if (turn < 0.4) {
        const place = await page.evaluate(pressable, chance())
        if (place === null) continue
        trail.push(`press ${place.what}`)
        await page.mouse.click(place.x, place.y)
      } else if (turn < 0.55) {
        const text = texts[by.whole(texts.length)] ?? ''
        trail.push(`type ${text.slice(0, 20)}`)
        await page.keyboard.insertText(text)
      } else if (turn < 0.96) {
        const key = keys[by.whole(keys.length)] ?? 'Tab'
        trail.push(`key ${key}`)
        const wasHeld = await page.evaluate(() => document.activeElement !== document.body)
        await page.keyboard.press(key)
        if (wasHeld && pressing.includes(key) && (await page.evaluate(isFocusLost))) lost.push(trail.slice(-4).join(' | '))
      } else {
        const hash = routes[by.whole(routes.length)] ?? '#/home'
        trail.push(`go ${hash}`)
        await page.evaluate((to) => {
          location.hash = to
        }, hash)
      }
    }
  } catch (cause) {
    // A page that died can tell nothing any more.
    throw new Error(`after ${acts} acts: ${trail.slice(-25).join(' | ')}`, { cause })
  }
  return { acts, trail: trail.slice(-25), lost }
}
