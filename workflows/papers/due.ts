// Which papers the log owes and has not drawn yet. Computed from the case, never remembered (style.md, "One datum").
import type { ConferenceState } from '../conference/state.ts'
import { PaperId, type PersonId } from '../core/ids.ts'
import type { FactOf } from '../procedure/facts.ts'
import { type CaseState, heldConference } from '../procedure/state.ts'
import { isOwedKind, isRequestedKind, type OwedKind, type PaperKind, type RequestedKind } from './kinds.ts'
import type { PaperProfile } from './paper.ts'
import { profileFor } from './profile.ts'
import type { TakenNumber } from './register.ts'

type Due = {
  readonly paperId: PaperId
  readonly version: number
  /** The drawn paper this one replaces (procedure.md 3.1.8, documents.md A6.3). */
  readonly supersedes?: PaperId
  /** Taken from its register when it is drawn; absent before, and for papers that take none. */
  readonly number?: TakenNumber
  /** Why a signed paper is made anew; printed on it (documents.md A6.3, Corrections). */
  readonly reason?: string
}

/** A paper of a meeting that the law itself asks for. */
export type MeetingDue = Due & {
  readonly kind: OwedKind
  /** The meeting it speaks of; for the result table the decision conference. */
  readonly conferenceId: string
}

/** A paper somebody asked for, with what was typed for it. */
export type RequestedDue = Due & {
  readonly kind: RequestedKind
  readonly conferenceId?: string
  readonly personId?: string
  /** ISO day the paper bears. */
  readonly day: string
  readonly profile: PaperProfile
  readonly details: Readonly<Record<string, string>>
  /** Whom it names, and what was typed about each. */
  readonly people?: readonly PersonId[]
  readonly rows?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** One paper to draw. Papers stand in the order in which they must be drawn: a later one may name an earlier one. */
export type PaperDue = MeetingDue | RequestedDue

export const isRequested = (due: PaperDue): due is RequestedDue => isRequestedKind(due.kind)

const marks: Readonly<Record<PaperKind, string>> = {
  voteCountMinutes: 'bbkp',
  conferenceMinutes: 'bbhn',
  voteSummary: 'bth',
  policyRequest: 'xct',
  invitation: 'gm',
  convocationList: 'dstt',
  nomineeList: 'dsns',
  eligibilitySheet: 'prs',
  actionProgram: 'cthd',
  ballotSlip: 'phieu',
  ballotSealingMinutes: 'bbnp',
  partyOpinionRequest: 'xyk',
  partyOpinion: 'ykcu',
  submission: 'ttr',
  decision: 'qd',
  announcement: 'tb',
  ballotDestructionMinutes: 'bbhp',
}

/**
 * The same paper has the same id on every machine: case, place of the meeting in the case (0: none), kind, and its number among its like.
 * Throws when the id of the case leaves no room (its first 50 characters would).
 */
export const paperIdOf = (caseId: string, meetingNo: number, kind: PaperKind, no: number): PaperId =>
  PaperId.parse(`${caseId}-${meetingNo}-${marks[kind]}-${no}`)

const computed = new WeakMap<CaseState, readonly PaperDue[]>()

/** A meeting whose papers are owed: it was closed, or it failed for want of people or was adjourned. */
const isOver = (one: ConferenceState): boolean => one.closed !== undefined || one.phase === 'notQuorate' || one.phase === 'adjourned'

type Request = FactOf<'paperRequested'>

/** What was asked to be made anew of a paper the law owes by itself. */
const remakings = (state: CaseState, kind: OwedKind, conferenceId: string): readonly Request[] =>
  state.paperRequests.filter((one) => one.kind === kind && one.conferenceId === conferenceId)

/** Each confirmed count makes a version, and so does each remaking; a remaking keeps the number it was given when it was asked for. */
function versionOf(state: CaseState, { counts, conferenceId }: ConferenceState, kind: OwedKind): number {
  const taken = new Set(remakings(state, kind, conferenceId).map((one) => one.version))
  return nthFree(taken, Math.max(1, counts.length))
}

function nthFree(taken: ReadonlySet<number>, n: number): number {
  let version = 0
  for (let left = n; left > 0; ) {
    version += 1
    if (!taken.has(version)) left -= 1
  }
  return version
}

/** Every paper the case owes, drawn ones left out, in the order of drawing. Computed once for each state: order, view and list all ask. */
export function papersOwed(state: CaseState): readonly PaperDue[] {
  const known = computed.get(state)
  if (known) return known
  const owed = owedBy(state)
  computed.set(state, owed)
  return owed
}

function owedBy(state: CaseState): readonly PaperDue[] {
  const owed = state.conferences.flatMap((one, index) => {
    if (!isOver(one)) return []
    const kinds: OwedKind[] = one.counts.length > 0 ? ['voteCountMinutes', 'conferenceMinutes'] : ['conferenceMinutes']
    return kinds.map((kind) => dueFor(state, one, index, kind, versionOf(state, one, kind)))
  })
  const decision = heldConference(state, 'leadershipDecision')
  const summary = decision?.closed ? [summaryFor(state, decision)] : []
  const drawn = new Set<string>(state.papers.map((paper) => paper.drawn.paperId))
  const requested = state.paperRequests.map((one) => requestedDue(state, one))
  return [...owed, ...summary, ...requested].filter((due) => !drawn.has(due.paperId))
}

/** A request as a paper to draw. Of a paper of a meeting it asks only that it be made anew, for a reason. */
function requestedDue(state: CaseState, request: Request): PaperDue {
  const { paperId, kind, version, supersedes, reason, conferenceId, personId, day, details, people, rows } = request
  const due: Due = { paperId, version, ...(supersedes && { supersedes }), ...(reason !== undefined && { reason }) }
  if (isOwedKind(kind)) {
    if (conferenceId === undefined) throw new Error(`${kind} without its meeting`)
    return { ...due, kind, conferenceId }
  }
  return {
    ...due,
    kind,
    ...(conferenceId !== undefined && { conferenceId }),
    ...(personId !== undefined && { personId }),
    day,
    profile: profileFor(state.opened.organisation, day),
    details,
    ...(people && { people }),
    ...(rows && { rows }),
  }
}

function dueFor(state: CaseState, { conferenceId }: ConferenceState, index: number, kind: OwedKind, version: number): MeetingDue {
  const paperId = paperIdOf(state.caseId, index + 1, kind, version)
  return { paperId, kind, conferenceId, version, ...replaced(state, paperId, kind, conferenceId) }
}

/** One result table of the case: a decision conference held again after a direction, or counted again, makes the next version. */
function summaryFor(state: CaseState, decision: ConferenceState): MeetingDue {
  const at = state.conferences.indexOf(decision)
  const counts = state.conferences
    .slice(0, at + 1)
    .filter((one) => one.stage === 'leadershipDecision')
    .reduce((sum, one) => sum + one.counts.length, 0)
  const taken = new Set(state.paperRequests.filter((one) => one.kind === 'voteSummary').map((one) => one.version))
  return dueFor(state, decision, at, 'voteSummary', nthFree(taken, Math.max(1, counts)))
}

function replaced(state: CaseState, paperId: string, kind: OwedKind, conferenceId: string): Pick<Due, 'supersedes'> {
  const earlier = state.papers.findLast(
    ({ drawn }) => drawn.paperId !== paperId && drawn.kind === kind && (kind === 'voteSummary' || drawn.conferenceId === conferenceId),
  )
  return earlier ? { supersedes: earlier.drawn.paperId } : {}
}
