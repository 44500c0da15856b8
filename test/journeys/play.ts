// Plays acts of a made-up case in a test office, one order at a time, and gives back each answer.
import type { CaseId, PaperId } from '../../workflows/core/ids.ts'
import type { CaseView, Done, Order } from '../../workflows/office.ts'
import type { CaseCommand } from '../../workflows/procedure/commands.ts'
import { sampleAppointment } from '../../workflows/sample/appointment.ts'
import type { SampleCase } from '../../workflows/sample/sample-case.ts'
import type { SampleAct } from '../../workflows/sample/script.ts'
import { type Answered, passphrase, type TestOffice, testOffice, value } from './office.ts'

export type Table = {
  readonly office: TestOffice
  readonly sample: SampleCase
  readonly caseId: CaseId
  view(): CaseView
  /** Asks as `by`, at `at` when given; the view moves on with each order done. */
  ask(by: string, command: CaseCommand, at?: string): Promise<Answered<Done>>
  /** The same, and it must be done. */
  must(by: string, command: CaseCommand, at?: string): Promise<Done>
  play(acts: readonly SampleAct[]): Promise<void>
  sitDown(by: string): Promise<Done>
  sign(by: string, paperId: string, field: string, keyId: string, secret: string): Promise<Answered<Done>>
}

export const sampleOf = (change: Partial<Parameters<typeof sampleAppointment>[0]> = {}) =>
  sampleAppointment({ rulebook: 'RB2026', overlay: true, ...change })

/** The acts before the nth of this type. */
export function before(sample: SampleCase, type: CaseCommand['type'], nth = 1): readonly SampleAct[] {
  const found = sample.acts.flatMap(({ command }, index) => (command.type === type ? [index] : []))
  const at = found[nth - 1]
  if (at === undefined) throw new Error(`the sample has no ${nth}. ${type}`)
  return sample.acts.slice(0, at)
}

/** The same case, but real: no sample mark, so no sample keys. */
export function real(sample: SampleCase, change: Partial<SampleCase['opening']['opening']> = {}): SampleCase {
  const opening = { ...sample.opening, opening: { ...sample.opening.opening, isSample: false, ...change } }
  return { ...sample, opening, acts: sample.acts.map((act, index) => (index === 0 ? { ...act, command: opening } : act)) }
}

export async function tableFor(sample: SampleCase): Promise<Table> {
  const office = await testOffice(sample.acts[0]?.at ?? '')
  const { organisation, operators } = sample
  value(await office.act({ act: 'createFile', file: office.file, passphrase, organisation, operators: [...operators] }))
  return tableOver(office, sample)
}

export function tableOver(office: TestOffice, sample: SampleCase, known?: CaseView): Table {
  const caseId = sample.caseId as CaseId
  let view = known
  let atWork = ''
  const table: Table = {
    office,
    sample,
    caseId,
    view() {
      if (view === undefined) throw new Error('not opened')
      return view
    },
    async sitDown(by) {
      atWork = by
      const operatorId = by as Extract<Extract<Order, { to: 'shell' }>['act'], { act: 'startWork' }>['operatorId']
      return value(await office.act({ act: 'startWork', operatorId }))
    },
    async ask(by, command, at) {
      if (at !== undefined) office.setClock(at)
      if (by !== atWork) await table.sitDown(by)
      const answer = await office.dispatch({ to: 'case', caseId, seen: view?.version ?? 0, command })
      if (answer.ok) view = answer.value.case
      return answer
    },
    async must(by, command, at) {
      return value(await table.ask(by, command, at))
    },
    async play(acts) {
      for (const { by, command, at } of acts) await table.must(by, command, at)
    },
    async sign(by, paperId, field, keyId, secret) {
      if (by !== atWork) await table.sitDown(by)
      const seen = view?.papers.find((one) => one.paperId === paperId)?.sha256 ?? '0'.repeat(64)
      const answer = await office.act({ act: 'signPaper', caseId, paperId: paperId as PaperId, field, keyId, seen, secret })
      if (answer.ok) view = answer.value.case
      return answer
    },
  }
  return table
}
