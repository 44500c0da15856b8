// Asks for papers of the sample case the way a clerk does: what the form is prefilled with, what he types over it, the law, then the paper.
import { OperatorId } from '../../../workflows/core/ids.ts'
import type { Refusal } from '../../../workflows/core/refusal.ts'
import { follow, type LiveCase } from '../../../workflows/core/replay.ts'
import { papersOwed } from '../../../workflows/papers/due.ts'
import type { RequestedKind } from '../../../workflows/papers/kinds.ts'
import { prefill } from '../../../workflows/papers/prefill.ts'
import { type PaperTarget, requestedPapers, type Typed } from '../../../workflows/papers/requested.ts'
import { CaseCommand } from '../../../workflows/procedure/commands.ts'
import { decide } from '../../../workflows/procedure/decide.ts'
import type { CaseOpening } from '../../../workflows/procedure/facts.ts'
import { holidayTable } from '../../../workflows/rulebooks/holidays.ts'
import { type AppointmentChoice, sampleAppointment } from '../../../workflows/sample/appointment.ts'
import { cvOf } from '../../../workflows/sample/papers.ts'
import type { SampleCase } from '../../../workflows/sample/sample-case.ts'
import { play } from '../sample/play.ts'
import { drawRequested, sha256Hex } from './drawing.ts'

const tools = { sha256Hex, holidays: holidayTable('vn') }

export const partyOffice: CaseOpening['organisation'] = {
  name: 'Ban Tổ chức Tỉnh ủy Mẫu',
  superior: 'Tỉnh ủy Mẫu',
  place: 'Tỉnh Mẫu',
  form: 'party',
  sign: 'BTCTU',
}

/** The acts of a sample that leave it where `until` stands: its nth command of that type is the first not played. */
export function cut(sample: SampleCase, until: CaseCommand['type'], nth = 1): SampleCase {
  const found = sample.acts.flatMap(({ command }, index) => (command.type === until ? [index] : []))[nth - 1]
  return { ...sample, acts: sample.acts.slice(0, found) }
}

export function sampleOf(choice: Partial<AppointmentChoice> = {}, organisation?: CaseOpening['organisation']): SampleCase {
  const sample = sampleAppointment({ rulebook: 'RB2026', overlay: true, ...choice })
  if (!organisation) return sample
  const acts = sample.acts.map((act) =>
    act.command.type === 'openCase' ? { ...act, command: { ...act.command, opening: { ...act.command.opening, organisation } } } : act,
  )
  return { ...sample, acts }
}

export const liveOf = (sample: SampleCase): LiveCase => play(sample).live

export type Asked = { readonly live: LiveCase; readonly refusal?: Refusal }

/** The last conference convened. */
export const lastMeeting = ({ state }: LiveCase): PaperTarget => ({ conferenceId: state.conferences.at(-1)?.conferenceId ?? '' })

/** Asks; `typed` stands over what the form begins with. The day is that of the last fact. */
export function ask(
  live: LiveCase,
  sample: SampleCase,
  kind: RequestedKind,
  target: PaperTarget,
  typed: Partial<Typed> = {},
  day?: string,
): Asked {
  const known = prefill(live.state, sample.operators, kind, target)
  const rows = Object.fromEntries(Object.entries({ ...known.rows, ...typed.rows }).map(([id, row]) => [id, { ...known.rows[id], ...row }]))
  const at = live.state.lastAt
  const command = CaseCommand.parse({
    type: 'requestPaper',
    kind,
    ...target,
    day: day ?? at.slice(0, 10),
    details: { ...known.details, ...typed.details },
    ...(requestedPapers.get(kind)?.columns && { rows }),
    ...(live.state.papers.some(({ drawn }) => drawn.kind === kind && drawn.conferenceId === target.conferenceId) && {
      reason: 'Sửa sai sót',
    }),
  })
  const stamp = { at, by: OperatorId.parse('to-chuc') }
  const decided = decide(live, command, stamp, tools)
  if (!decided.ok) return { live, refusal: decided.refusal }
  return {
    live: decided.value.reduce((one, fact) => follow(one, { version: one.state.version + 1, ...stamp, fact }, one.state.caseId), live),
  }
}

/** Asks and draws; throws when the law says no. */
export function made(...[live, sample, kind, target, typed, day]: Parameters<typeof ask>) {
  const asked = ask(live, sample, kind, target, typed, day)
  if (asked.refusal) throw new Error(JSON.stringify(asked.refusal))
  const due = papersOwed(asked.live.state).findLast((one) => one.kind === kind)
  if (!due) throw new Error(`${kind} is not owed`)
  const { paper, record } = drawRequested(asked.live.state, due)
  return { live: asked.live, paper, record, due }
}

/** What is typed about everyone of the meeting held or called last. */
export function nomineeRows(live: LiveCase): Typed['rows'] {
  const names = requestedPapers.get('nomineeList')?.people?.(live.state, lastMeeting(live)) ?? []
  return Object.fromEntries(names.map((id) => [id, cvOf({ isWoman: false, birthDate: '1977-07-28' }, 0)]))
}
