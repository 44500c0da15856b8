// From the press of a key to the frame that shows what came of it, as the page itself sees it, and an empty box in the same window to compare with.
import type { Page } from 'playwright-core'
import type { BenchLine } from './line.ts'

declare global {
  interface Window {
    /** Milliseconds from the next key press to the frame that shows what came of it. */
    nextPaint?: (selector: string) => Promise<number>
  }
}

const percentile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN

/** Rounds that warm up what is measured. */
const warming = 5

/** `answer`: what changes when the key is answered. `focus`: the box the key is pressed in. `typed`: what stands in it before. */
export type Press = {
  readonly answer: string
  readonly focus: string
  readonly typed?: string
  readonly key: (round: number) => string
}

export type PaintLine = BenchLine & { readonly most: number }

/** Turn by turn with the empty box. Goal: 95 of 100 presses are answered on the screen within 50 ms (issue "The room"). */
export async function paintLine(page: Page, name: string, presses: number, one: Press): Promise<PaintLine> {
  await watchPaint(page)
  const [ours, peer]: [number[], number[]] = [[], []]
  for (let round = 0; round < presses + warming; round++) {
    if (one.typed !== undefined) await page.locator(one.focus).fill(one.typed)
    const answer = await pressed(page, one.answer, one.focus, one.key(round))
    const box = await pressed(page, '#empty-box', '#empty-box', 'Digit1')
    if (round < warming) continue
    ours.push(answer)
    peer.push(box)
  }
  const [late, empty] = [percentile(ours, 0.95), percentile(peer, 0.95)]
  return {
    name: `${name}, key press to painted answer (95 of 100) / an empty box in the same window`,
    ours: late,
    peer: empty,
    unit: 'ms',
    ratio: late / empty,
    better: 'lower',
    most: 50,
  }
}

async function pressed(page: Page, selector: string, focus: string, key: string): Promise<number> {
  await page.locator(focus).focus()
  const answer = page.evaluate((found) => window.nextPaint?.(found) ?? Promise.reject(new Error('not ready')), selector)
  // The listener stands before the key comes.
  await page.evaluate(() => undefined)
  await page.keyboard.press(key)
  return answer
}

async function watchPaint(page: Page): Promise<void> {
  await page.evaluate(() => {
    if (window.nextPaint !== undefined) return
    const box = document.createElement('input')
    box.id = 'empty-box'
    box.setAttribute('aria-label', 'bench')
    document.body.append(box)
    window.nextPaint = (selector) =>
      new Promise((resolve) => {
        let from = 0
        window.addEventListener('keydown', (event) => (from = event.timeStamp), { capture: true, once: true })
        const painted = () =>
          requestAnimationFrame(() => {
            // A message is delivered after the frame has been drawn.
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => resolve(performance.now() - from)
            port2.postMessage(null)
          })
        const target = document.querySelector(selector)
        if (target === null) throw new Error(selector)
        if (target instanceof HTMLInputElement) return void target.addEventListener('input', painted, { once: true })
        const seen = new MutationObserver(() => {
          seen.disconnect()
          painted()
        })
        seen.observe(target, { childList: true, characterData: true, subtree: true })
      })
  })
}
