// Bench: the longest turn of the main thread while lists and returns of the whole registry go out, beside all the work they take. Others wait so
// long for an answer, and a window for a key. Processor time of that thread, so that what else the machine does is not counted.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openOffice } from '../../electron/services/office.ts'
import { cpuMs, longestTurn } from '../../test/support/longest-turn.ts'
import type { Answers, Done } from '../../workflows/office.ts'
import type { BenchLine } from './line.ts'
import { makeRegistryFile, registryDay, registryPassphrase } from './registry-file.ts'
import { told } from './told.ts'

type TurnLine = BenchLine & { readonly most: number }
/** What a person takes for at once, with the answer itself and a frame on the screen still to come. */
const most = 50
const at = `${registryDay}T09:00:00+07:00`

export async function exportLines(people: number): Promise<TurnLine[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-export-'))
  const office = await openOffice({ dataDir: folder, clock: () => at, keyCost: 12, remembers: false })
  try {
    const file = join(folder, 'so.tiencu')
    makeRegistryFile(file, people)
    await told<Done>(office.dispatch({ to: 'shell', act: { act: 'openFile', file, passphrase: registryPassphrase } }))
    const { operators } = await told<Answers['session']>(office.ask({ about: 'session' }))
    const clerk = operators.find(({ roles }) => roles.includes('hrOfficer'))
    await told<Done>(office.dispatch({ to: 'shell', act: { act: 'startWork', operatorId: clerk?.operatorId } }))
    // The list as it first goes out after the file was opened, the figures counted over everybody, and the return that looks back on every tenure.
    const lines: TurnLine[] = []
    for (const book of ['people', 'quality', 'moves'] as const) {
      const whole = process.cpuUsage()
      const longest = await longestTurn(() =>
        told<Done>(office.dispatch({ to: 'shell', act: { act: 'exportRegistry', book, day: registryDay } })),
      )
      const peer = cpuMs(process.cpuUsage(whole))
      const name = `longest turn of the main thread, ${book} of ${people} exported / the whole export`
      lines.push({ name, ours: longest, peer, unit: 'ms of processor time', ratio: longest / peer, better: 'lower', most })
    }
    return lines
  } finally {
    await office.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
