// The fact that asks for a paper: its id, its version, what it replaces. Also recorded with the act that makes a paper due, such as a sealing.
import type { PersonId } from '../core/ids.ts'
import type { FactOf } from '../procedure/facts.ts'
import type { CaseState, PaperState } from '../procedure/state.ts'
import { paperIdOf } from './due.ts'
import { isOwedKind, type PaperKind } from './kinds.ts'
import { isDraft } from './requested/marks.ts'

type Request = FactOf<'paperRequested'>
export type Asked = Pick<Request, 'kind' | 'day' | 'details'> & {
  readonly conferenceId?: string | undefined
  readonly personId?: PersonId | undefined
  readonly reason?: string | undefined
  readonly people?: readonly PersonId[] | undefined
  readonly rows?: Request['rows'] | undefined
}

/** The newest drawn paper of the same kind about the same meeting and person. */
export function earlierOf(
  state: CaseState,
  { kind, conferenceId, personId }: Pick<Asked, 'kind' | 'conferenceId' | 'personId'>,
): PaperState | undefined {
  return state.papers.findLast(
    ({ drawn }) => drawn.kind === kind && drawn.personId === personId && (kind === 'voteSummary' || drawn.conferenceId === conferenceId),
  )
}

/** Is this drawn paper a draft of one that is still to come? */
export const isDraftPaper = (state: CaseState, { drawn }: PaperState): boolean =>
  state.paperRequests.some((one) => one.paperId === drawn.paperId && isDraft(one.details))

/** `reason` given, or only a draft there: the new paper replaces the earlier one. Else it stands beside it as another of its kind. */
export function requestFact(state: CaseState, asked: Asked): Request {
  const { kind, conferenceId, personId, day, details, reason, people, rows } = asked
  const known = earlierOf(state, asked)
  const earlier = known && (reason !== undefined || isDraftPaper(state, known)) ? known : undefined
  const meetingNo = conferenceId === undefined ? 0 : state.conferences.findIndex((one) => one.conferenceId === conferenceId) + 1
  const version = 1 + (earlier?.drawn.version ?? 0)
  return {
    type: 'paperRequested',
    paperId: paperIdOf(state.caseId, meetingNo, kind, isOwedKind(kind) ? version : alike(state, kind, conferenceId) + 1),
    kind,
    version,
    ...(conferenceId !== undefined && { conferenceId }),
    ...(personId !== undefined && { personId }),
    day,
    details: filled(details),
    ...(people && { people: [...people] }),
    ...(rows && { rows }),
    ...(earlier && { supersedes: earlier.drawn.paperId }),
    ...(earlier && reason !== undefined && { reason }),
  }
}

/** What was left empty was not typed. */
export const filled = (typed: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim() !== ''))

const alike = (state: CaseState, kind: PaperKind, conferenceId: string | undefined): number =>
  state.paperRequests.filter((one) => one.kind === kind && one.conferenceId === conferenceId).length
