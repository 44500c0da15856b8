// Bench of the first usable screen: the browser shell with ten thousand cases in the open file, beside an empty page in the same shell.
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

const rounds = 5

/** The key is unwrapped and somebody is at work before the clock starts; it stops when the list can be clicked. */
export async function firstScreenLine(options: {
  readonly rendererDir: string
  readonly executablePath: string
  readonly cases: number
}): Promise<BenchLine> {
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
    const shell = { doorway, executablePath: options.executablePath }
    const pairs: { readonly ours: number; readonly peer: number }[] = []
    for (let round = 0; round <= rounds; round++) {
      const pair = {
        ours: await millisecondsToShow({ ...shell, rendererDir: options.rendererDir }, '[data-row="0"]'),
        peer: await millisecondsToShow({ ...shell, rendererDir: empty }, 'h1'),
      }
      if (round > 0) pairs.push(pair)
    }
    const [ours, peer] = [median(pairs.map((one) => one.ours)), median(pairs.map((one) => one.peer))]
    const ratio = median(pairs.map((one) => one.ours / one.peer))
    return {
      name: `first screen with ${options.cases} cases / empty page in the same shell`,
      ours,
      peer,
      unit: 'ms',
      ratio,
      goal: 1.5,
      better: 'lower',
    }
  } finally {
    await doorway.close()
    rmSync(folder, { recursive: true, force: true })
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
