// Which papers the log owes and has not drawn yet. Computed from the case, never remembered (style.md, "One datum").
import type { ConferenceState } from '../conference/state.ts'
import { PaperId } from '../core/ids.ts'
import { type CaseState, heldConference } from '../procedure/state.ts'
import type { PaperKind } from './paper.ts'

/** One paper to draw. Papers stand in the order in which they must be drawn: a later one may name an earlier one. */
export type PaperDue = {
  readonly paperId: PaperId
  readonly kind: PaperKind
  /** The meeting it speaks of; for the result table the decision conference. */
  readonly conferenceId: string
  readonly version: number
  /** The drawn paper this one replaces (procedure.md 3.1.8, documents.md A6.3). */
  readonly supersedes?: PaperId
}

const marks: Readonly<Record<PaperKind, string>> = { voteCountMinutes: 'bbkp', conferenceMinutes: 'bbhn', voteSummary: 'bth' }

/**
 * The same paper has the same id on every machine: case, place of the meeting in the case, kind, version.
 * Throws when the id of the case leaves no room (its first 50 characters would).
 */
export const paperIdOf = (caseId: string, meetingNo: number, kind: PaperKind, version: number): PaperId =>
  PaperId.parse(`${caseId}-${meetingNo}-${marks[kind]}-${version}`)

/** A meeting whose papers are owed: it was closed, or it failed for want of people or was adjourned. */
const isOver = (one: ConferenceState): boolean => one.closed !== undefined || one.phase === 'notQuorate' || one.phase === 'adjourned'

/** Each confirmed count makes a version: a corrected one has new minutes of both kinds. */
const versionOf = (one: ConferenceState): number => Math.max(1, one.counts.length)

/** Every paper the case owes, drawn ones left out, in the order of drawing. */
export function papersOwed(state: CaseState): PaperDue[] {
  const owed = state.conferences.flatMap((one, index) => {
    if (!isOver(one)) return []
    const version = versionOf(one)
    const kinds: PaperKind[] = one.counts.length > 0 ? ['voteCountMinutes', 'conferenceMinutes'] : ['conferenceMinutes']
    return kinds.map((kind) => dueFor(state, one, index, kind, version))
  })
  const decision = heldConference(state, 'leadershipDecision')
  const summary = decision?.closed ? [summaryFor(state, decision)] : []
  const drawn = new Set<string>(state.papers.map((paper) => paper.drawn.paperId))
  return [...owed, ...summary].filter((due) => !drawn.has(due.paperId))
}

function dueFor(state: CaseState, { conferenceId }: ConferenceState, index: number, kind: PaperKind, version: number): PaperDue {
  const paperId = paperIdOf(state.caseId, index + 1, kind, version)
  return { paperId, kind, conferenceId, version, ...replaced(state, paperId, kind, conferenceId) }
}

/** One result table of the case: a decision conference held again after a direction, or counted again, makes the next version. */
function summaryFor(state: CaseState, decision: ConferenceState): PaperDue {
  const at = state.conferences.indexOf(decision)
  const version = state.conferences
    .slice(0, at + 1)
    .filter((one) => one.stage === 'leadershipDecision')
    .reduce((sum, one) => sum + one.counts.length, 0)
  return dueFor(state, decision, at, 'voteSummary', Math.max(1, version))
}

function replaced(state: CaseState, paperId: string, kind: PaperKind, conferenceId: string): Pick<PaperDue, 'supersedes'> {
  const earlier = state.papers.findLast(
    ({ drawn }) => drawn.paperId !== paperId && drawn.kind === kind && (kind === 'voteSummary' || drawn.conferenceId === conferenceId),
  )
  return earlier ? { supersedes: earlier.drawn.paperId } : {}
}
