// A data file whose first case was played, order by order through the doorway, up to where a screen is measured.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchBrowserShell } from '../../electron/browser-shell.ts'
import { openOffice } from '../../electron/services/office.ts'
import type { CaseId, OperatorId } from '../../workflows/core/ids.ts'
import type { Done, Order, Reply } from '../../workflows/office.ts'
import type { CaseCommand } from '../../workflows/procedure/commands.ts'
import type { sampleAppointment } from '../../workflows/sample/appointment.ts'

type Sample = ReturnType<typeof sampleAppointment>
export type ScreenBench = { readonly rendererDir: string; readonly executablePath: string }

export type Played = {
  readonly caseId: string
  readonly as: (by: string) => Promise<void>
  readonly order: (command: CaseCommand) => Promise<void>
}

/** Plays `acts` of the sample, then `finish`, and hands the page of a browser shell to `measure`. */
export async function onSampleScreen<R>(
  options: ScreenBench,
  sample: Sample,
  acts: Sample['acts'],
  finish: (played: Played) => Promise<void>,
  measure: (page: Page, caseId: string) => Promise<R>,
): Promise<R> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-screen-'))
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
    const onCase = async (command: CaseCommand) => {
      seen = (await order({ to: 'case', caseId, seen, command })).case?.version ?? 0
    }
    for (const { by, command, at } of acts) {
      now = at
      await as(by)
      await onCase(command)
    }
    await finish({ caseId, as, order: onCase })
    const shell = await launchBrowserShell({ doorway, ...options, headless: true, log: () => undefined })
    try {
      await shell.page.locator('h1').first().waitFor({ state: 'attached' })
      return await measure(shell.page, caseId)
    } finally {
      await shell.close()
    }
  } finally {
    await doorway.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Goes to a screen of the page by its address after `#`. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to
  }, hash)
}
