// Data files with a made-up registry of any size: real archives, whole chains, rows as every append makes them.
import { randomBytes } from 'node:crypto'
import { openArchive } from '../../db/open.ts'
import { beginDesk } from '../../electron/services/open-file.ts'
import { registryStream } from '../../workflows/registry/facts.ts'
import { sampleAppointment } from '../../workflows/sample/appointment.ts'
import { sampleRegistry } from '../../workflows/sample/registry.ts'

export const registryPassphrase = 'bench'
/** The day as of which the people of the file hold their posts. */
export const registryDay = '2026-11-23'
/** Many facts in one transaction: the pages of indexes that people of all names fall into are written once for all of them. */
const factsAtOnce = 40
const at = `${registryDay}T08:00:00+07:00`

/** An office with `people` in its registry, none for 0. Gives the seconds the registry took to be recorded. */
export function makeRegistryFile(file: string, people: number): number {
  const { operators, organisation } = sampleAppointment({ rulebook: 'RB2026', overlay: false })
  const archive = openArchive({
    file,
    passphrase: registryPassphrase,
    create: { origin: `bench-${randomBytes(4).toString('hex')}` },
    cost: 12,
  })
  try {
    const [first] = operators
    if (!first) throw new Error('no operators')
    const opened = { type: 'officeOpened', origin: archive.origin, organisation, appVersion: 'bench' } as const
    beginDesk(archive, [opened, ...operators.map((operator) => ({ type: 'operatorAdded', operator }) as const)], at, first.operatorId)
    const from = performance.now()
    let version = 0
    let waiting: { readonly type: string; readonly payload: unknown }[] = []
    const write = (): void => {
      if (waiting.length === 0) return
      const done = archive.append(registryStream, version, waiting, { at, by: first.operatorId })
      if (!done.ok) throw new Error(done.refusal.code)
      version = done.value.version
      waiting = []
    }
    for (const { type, ...payload } of people > 0 ? sampleRegistry({ people, version: 0, day: registryDay }) : []) {
      waiting.push({ type, payload })
      if (waiting.length >= factsAtOnce) write()
    }
    write()
    if (version > 0) archive.summaries.putAll([{ stream: registryStream, version, kind: 'mark', summary: null, sortText: '', sortAt: at }])
    return (performance.now() - from) / 1000
  } finally {
    archive.close()
  }
}
