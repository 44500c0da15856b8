// Bench of counting by keys: from the press to the painted answer, with the slip on the disk in between, beside an empty box in the same window.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchBrowserShell } from '../../electron/browser-shell.ts'
import { openOffice } from '../../electron/services/office.ts'
import type { CaseId, OperatorId } from '../../workflows/core/ids.ts'
import type { Done, Order, Reply } from '../../workflows/office.ts'
import { sampleAppointment } from '../../workflows/sample/appointment.ts'
import { desks } from '../../workflows/sample/department.ts'
import type { BenchLine } from './line.ts'

declare global {
  interface Window {
    /** Milliseconds from the next key press to the frame that shows what came of it. */
    nextPaint?: (selector: string) => Promise<number>
  }
}

const percentile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN

/** Goal: 95 of 100 presses are answered on the screen within 50 ms. */
export async function countEntryLine(options: {
  readonly rendererDir: string
  readonly executablePath: string
  readonly presses: number
}): Promise<BenchLine & { readonly most: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-count-'))
  const sample = sampleAppointment({ rulebook: 'RB2026', overlay: true })
  const second = sample.acts.filter(({ command }) => command.type === 'typeCount')[1]
  const acts = sample.acts.slice(0, second === undefined ? 0 : sample.acts.indexOf(second))
  let now = acts[0]?.at ?? ''
  const doorway = await openOffice({ dataDir: folder, shell: 'browser', remembers: false, keyCost: 12, clock: () => now })
  const order = async (given: Order): Promise<Done> => {
    const reply = (await doorway.dispatch(given)) as Reply<Done>
    if (!reply.ok) throw new Error(JSON.stringify(reply))
    return reply.value
  }
  try {
    const file = join(folder, 'so.tiencu')
    const { organisation } = sample
    await order({ to: 'shell', act: { act: 'createFile', file, passphrase: 'bench', organisation, operators: [...sample.operators] } })
    const caseId = sample.caseId as CaseId
    let seen = 0
    let atWork = ''
    const as = async (by: string) => {
      if (by !== atWork) await order({ to: 'shell', act: { act: 'startWork', operatorId: by as OperatorId } })
      atWork = by
    }
    for (const { by, command, at } of acts) {
      now = at
      await as(by)
      seen = (await order({ to: 'case', caseId, seen, command })).case?.version ?? 0
    }
    await as(desks.counter)
    await order({ to: 'case', caseId, seen, command: { type: 'makeCountBundles', size: 25 } })
    const shell = await launchBrowserShell({ doorway, ...options, headless: true, log: () => undefined })
    try {
      return await measured(shell.page, caseId, options.presses)
    } finally {
      await shell.close()
    }
  } finally {
    await doorway.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measured(page: Page, caseId: string, presses: number): Promise<BenchLine & { readonly most: number }> {
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await page.evaluate((id) => {
    window.location.hash = `#/count/${id}`
  }, caseId)
  await page.locator('.count-modes').waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.count-line').first().waitFor()
  await page.evaluate(() => {
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
  const press = async (selector: string, focus: string, key: string): Promise<number> => {
    await page.locator(focus).focus()
    const answer = page.evaluate((found) => window.nextPaint?.(found) ?? Promise.reject(new Error('not ready')), selector)
    // The listener stands before the key comes.
    await page.evaluate(() => undefined)
    await page.keyboard.press(key)
    return answer
  }
  const [ours, peer]: [number[], number[]] = [[], []]
  for (let round = 0; round < presses + 5; round++) {
    // In and back out again, so that no bundle is ever full: both are written through to the disk.
    const count = await press('.count-no', '.count-entry', round % 2 === 0 ? 'Digit1' : 'Minus')
    const box = await press('#empty-box', '#empty-box', 'Digit1')
    if (round >= 5) {
      ours.push(count)
      peer.push(box)
    }
  }
  const [late, empty] = [percentile(ours, 0.95), percentile(peer, 0.95)]
  return {
    name: 'count entry, key press to painted answer (95 of 100) / an empty box in the same window',
    ours: late,
    peer: empty,
    unit: 'ms',
    ratio: late / empty,
    better: 'lower',
    most: 50,
  }
}
