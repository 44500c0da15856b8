// Which papers tell a result that was not announced (procedure.md 7.2): only roles that may know it read them.
import type { ConferenceState } from '../conference/state.ts'
import type { FactOf } from '../procedure/facts.ts'
import type { CaseState } from '../procedure/state.ts'
import { isRequestedKind } from './kinds.ts'
import { requestedPapers } from './requested.ts'

type Told = Pick<FactOf<'paperDrawn'>, 'kind' | 'conferenceId'>

export function tellsSealed(state: CaseState, { kind, conferenceId }: Told): boolean {
  if (kind === 'voteSummary') return true
  if (kind === 'conferenceMinutes') return false
  const tells = isRequestedKind(kind) ? (requestedPapers.get(kind)?.tells ?? 'nothing') : 'result'
  if (tells === 'nothing') return false
  if (tells === 'goesOn' && conferenceId !== undefined) return followsSealedBallot(state, conferenceId)
  const meetings = conferenceId === undefined ? state.conferences : state.conferences.filter((one) => one.conferenceId === conferenceId)
  return meetings.some(hasSealedCount)
}

const hasSealedCount = ({ counts }: ConferenceState): boolean => counts.some(({ judged }) => !judged.output.announced)

/** Whom a meeting votes on was told by the last ballot before it: sealed while that ballot was not announced. */
export function followsSealedBallot({ conferences }: CaseState, conferenceId: string): boolean {
  const at = conferences.findIndex((one) => one.conferenceId === conferenceId)
  const before = conferences.slice(0, at).findLast((one) => one.counts.length > 0 && one.phase !== 'reset')
  return before !== undefined && before.announcedAt === undefined
}
