// Bench: a check-in through the whole doorway (parsed, judged, recorded, answered with the fresh view) against a bare INSERT into the same file.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '../../db/connect.ts'
import { openArchive } from '../../db/open.ts'
import { openOffice } from '../../electron/services/office.ts'
import { canonical } from '../../workflows/core/canonical.ts'
import type { CaseId, PersonId } from '../../workflows/core/ids.ts'
import type { CaseView, Order } from '../../workflows/office.ts'
import type { CaseCommand } from '../../workflows/procedure/commands.ts'
import { sampleAppointment } from '../../workflows/sample/appointment.ts'
import { type BenchLine, median } from './line.ts'

const rounds = 5
/** So many cases are convened, untimed, in a round; each person checks in once. The first case warms up, as the peer's first inserts do. */
const casesEach = 16
const passphrase = 'bench'
/** Times a bare insert (issue "Ground", section 7). */
const goal = 2

const sample = sampleAppointment({ rulebook: 'RB2026', overlay: true, upTo: 'expandedNomination' })
const convenings = sample.acts.flatMap(({ command }, index) => (command.type === 'conveneConference' ? [index] : []))
/** Up to the convening of the expanded conference: 24 with a vote and three beside. */
const upToConvened = sample.acts.slice(0, (convenings.at(-1) ?? 0) + 1)
const last = sample.acts[upToConvened.length]?.at ?? ''

export async function dispatchOrder(): Promise<{ readonly line: BenchLine; readonly ordersPerSecond: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-dispatch-'))
  const file = join(folder, 'bench.tiencu')
  try {
    const samples: { readonly ours: number; readonly peer: number }[] = []
    for (let round = 0; round <= rounds; round++) {
      const sample = { ours: await timeOurs(folder, file, round), peer: timePeer(file) }
      if (round > 0) samples.push(sample)
    }
    const [ours, peer] = [median(samples.map((one) => one.ours)), median(samples.map((one) => one.peer))]
    const ratio = median(samples.map((one) => one.ours / one.peer))
    const line = {
      name: 'durable order: check-in through dispatch / bare INSERT',
      ours,
      peer,
      unit: 'µs',
      ratio,
      goal,
      better: 'lower',
    } as const
    return { line, ordersPerSecond: 1_000_000 / ours }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function timeOurs(dataDir: string, file: string, round: number): Promise<number> {
  // A later round goes on where the clock of the file stands.
  let now = (round === 0 ? sample.acts[0]?.at : last) ?? ''
  const office = await openOffice({ dataDir, clock: () => now, keyCost: 12, remembers: false })
  const must = async (order: Order): Promise<CaseView> => {
    const reply = (await office.dispatch(order)) as { ok: boolean; value: { case: CaseView } }
    if (!reply.ok) throw new Error(JSON.stringify(reply))
    return reply.value.case
  }
  const { organisation, operators } = sample
  await must({
    to: 'shell',
    act:
      round === 0
        ? { act: 'createFile', file, passphrase, organisation, operators: [...operators] }
        : { act: 'openFile', file, passphrase },
  })
  const views: CaseView[] = []
  for (let number = 0; number < casesEach; number++) {
    let view: CaseView | undefined
    let atWork = ''
    for (const { by, at, command } of upToConvened) {
      now = later(at, now)
      if (by !== atWork) await must({ to: 'shell', act: { act: 'startWork', operatorId: by } })
      atWork = by
      view = await must({ to: 'case', caseId: caseIdOf(round, number), seen: view?.version ?? 0, command })
    }
    if (view) views.push(view)
  }
  now = later(last, now)
  const secretary = operators.find(({ roles }) => roles.includes('meetingSecretary'))
  if (secretary) await must({ to: 'shell', act: { act: 'startWork', operatorId: secretary.operatorId } })
  const orders = views.flatMap((view, number) =>
    (view.conference?.list ?? []).map(({ personId }, index): Order => {
      const command: CaseCommand = { type: 'checkIn', personIds: [personId as PersonId], way: 'inRoom' }
      return { to: 'case', caseId: caseIdOf(round, number), seen: view.version + index, command }
    }),
  )
  const warming = views[0]?.conference?.list.length ?? 0
  for (const order of orders.slice(0, warming)) await must(order)
  const from = performance.now()
  for (const order of orders.slice(warming)) await must(order)
  const each = ((performance.now() - from) / (orders.length - warming)) * 1000
  await office.close()
  return each
}

/** Instants of one offset compare as text. */
const later = (a: string, b: string): string => [a, b].toSorted().at(-1) ?? a

const caseIdOf = (round: number, number: number): CaseId => `bench-${round}-${number}` as CaseId

function timePeer(file: string): number {
  const archive = openArchive({ file, passphrase })
  const key = archive.unwrappedKey()
  archive.close()
  const { driver } = connect(file, key, {}, () => undefined)
  try {
    driver.exec('CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, payload TEXT NOT NULL) STRICT')
    const insert = driver.prepare('INSERT INTO bare (payload) VALUES (?)')
    const payload = canonical({ conferenceId: 'expanded-nomination-r1-a1', personId: 'nguoi-007', arrivedAt: last, way: 'inRoom' })
    const inserts = 400
    for (let warm = 0; warm < 20; warm++) insert.run(payload)
    const from = performance.now()
    for (let done = 0; done < inserts; done++) insert.run(payload)
    return ((performance.now() - from) / inserts) * 1000
  } finally {
    driver.close()
  }
}
