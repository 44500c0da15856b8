// Bench of the list of cases with ten thousand of them in the open file: the first usable screen beside an empty page in the same shell, and a search.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchBrowserShell } from '../../electron/browser-shell.ts'
import type { Doorway } from '../../electron/doorway.ts'
import { openOffice } from '../../electron/services/office.ts'
import type { Order } from '../../workflows/office.ts'
import { desks } from '../../workflows/sample/department.ts'
import { bigFilePassphrase, makeBigFile } from './big-file.ts'
import { type BenchLine, median } from './line.ts'
import { paintLine } from './painted.ts'

const rounds = 5

type CaseListBench = { readonly rendererDir: string; readonly executablePath: string; readonly cases: number; readonly presses: number }

/** The key is unwrapped and somebody is at work before any clock starts. */
export async function caseListLines(options: CaseListBench): Promise<readonly BenchLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-screen-'))
  const empty = join(folder, 'empty')
  mkdirSync(empty)
  writeFileSync(join(empty, 'index.html'), '<!doctype html><html lang="vi"><title>.</title><body><h1>.</h1></body></html>')
  const file = join(folder, 'so.tiencu')
  makeBigFile(file, options.cases, 'short')
  const doorway = await openOffice({ dataDir: folder, shell: 'browser', remembers: false })
  try {
    await must(doorway, { to: 'shell', act: { act: 'openFile', file, passphrase: bigFilePassphrase } })
    await must(doorway, { to: 'shell', act: { act: 'startWork', operatorId: desks.hr } })
    return [await firstScreen({ ...options, doorway, empty }), await searchLine({ ...options, doorway })]
  } finally {
    await doorway.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Shown = CaseListBench & { readonly doorway: Doorway }

/** Stops when the list can be clicked. */
async function firstScreen({ doorway, executablePath, rendererDir, cases, empty }: Shown & { readonly empty: string }): Promise<BenchLine> {
  const shell = { doorway, executablePath }
  const pairs: { readonly ours: number; readonly peer: number }[] = []
  for (let round = 0; round <= rounds; round++) {
    const pair = {
      ours: await millisecondsToShow({ ...shell, rendererDir }, '[data-row="0"]'),
      peer: await millisecondsToShow({ ...shell, rendererDir: empty }, 'h1'),
    }
    if (round > 0) pairs.push(pair)
  }
  return {
    name: `first screen with ${cases} cases / empty page in the same shell`,
    ours: median(pairs.map((one) => one.ours)),
    peer: median(pairs.map((one) => one.peer)),
    unit: 'ms',
    ratio: median(pairs.map((one) => one.ours / one.peer)),
    goal: 1.5,
    better: 'lower',
  }
}

/** A letter that no case has, and back: from all rows to none, from none to all. */
async function searchLine({ doorway, executablePath, rendererDir, cases, presses }: Shown): Promise<BenchLine> {
  const shell = await launchBrowserShell({ doorway, executablePath, rendererDir, headless: true, log: () => undefined })
  try {
    await shell.page.locator('[data-row="0"]').first().waitFor({ timeout: 60_000 })
    const key = (round: number) => (round % 2 === 0 ? 'z' : 'Backspace')
    return await paintLine(shell.page, `home with ${cases} cases, a letter of the search`, presses, {
      answer: '.home-body',
      focus: '.home-head input',
      key,
    })
  } finally {
    await shell.close()
  }
}

async function must(doorway: Doorway, order: Order): Promise<void> {
  const reply = await doorway.dispatch(order)
  if (JSON.stringify(reply).startsWith('{"ok":false')) throw new Error(JSON.stringify(reply))
}

async function millisecondsToShow(
  options: { readonly doorway: Doorway; readonly executablePath: string; readonly rendererDir: string },
  selector: string,
): Promise<number> {
  const from = performance.now()
  const shell = await launchBrowserShell({ ...options, headless: true, log: () => undefined })
  try {
    await shell.page.locator(selector).first().waitFor({ timeout: 60_000 })
    return performance.now() - from
  } finally {
    await shell.close()
  }
}
