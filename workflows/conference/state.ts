// One meeting as its facts left it. Kept inside the state of its case.

import type { ConferenceId, PersonId } from '../core/ids.ts'
import type { Attendance } from '../procedure/case-view.ts'
import type { FactOf } from '../procedure/facts.ts'
import type { StageKey } from '../rulebooks/types.ts'
import type { BundleProgress } from './count-bundles.ts'
import type { ConferenceFact, CountEntry, Invitee } from './facts.ts'
import type { JudgedCount } from './judged.ts'

export type Phase =
  | 'convened'
  | 'opened'
  | 'ballotOpen'
  | 'collected'
  | 'typed'
  | 'counted'
  | 'closed'
  | 'notQuorate'
  | 'adjourned'
  | 'reset'

export type ConfirmedCount = {
  readonly entry: CountEntry
  readonly judged: JudgedCount
  readonly typedBy: string
  readonly confirmedBy: string
  readonly confirmedAt: string
  /** Why this count replaced an earlier confirmed one (procedure.md 3.1.8). */
  readonly correctionReason?: string
}

export type ConferenceState = {
  readonly conferenceId: ConferenceId
  readonly stage: StageKey
  readonly phase: Phase
  readonly convened: FactOf<'conferenceConvened'>
  readonly list: readonly Invitee[]
  readonly rolesListed: number
  readonly membersTotal: number
  readonly excused: Readonly<Record<string, FactOf<'absenceExcused'>>>
  readonly attendance: Readonly<Record<string, Attendance>>
  readonly openedAt?: string
  readonly purpose?: string
  readonly adopted?: readonly PersonId[]
  readonly introduced: readonly PersonId[]
  readonly removed: readonly FactOf<'nomineeRemovedFromBallot'>[]
  readonly speakingOrder?: FactOf<'speakingOrderSet'>
  readonly presentations: readonly FactOf<'actionProgramPresented'>[]
  readonly nomineeInformation?: string
  readonly team?: FactOf<'countingTeamAdopted'>
  readonly prepared?: FactOf<'ballotsPrepared'>
  readonly issued?: FactOf<'ballotsIssued'>
  readonly collected?: FactOf<'ballotsCollected'>
  /** The slips of this ballot in bundles, while they are counted so; gone with the count that came of them. */
  readonly bundles?: readonly BundleProgress[]
  readonly typed?: { readonly entry: CountEntry; readonly by: string }
  /** The latest confirmed count last; earlier ones were corrected and stay. */
  readonly counts: readonly ConfirmedCount[]
  readonly correctionTyped?: { readonly entry: CountEntry; readonly reason: string; readonly by: string }
  readonly voided: readonly string[]
  /** What was printed and taken in of each voided ballot, in the same order: its slips are sealed too. */
  readonly voidedRounds: readonly Pick<ConferenceState, 'prepared' | 'collected'>[]
  readonly announcedAt?: string
  readonly statements: readonly { readonly speaker: string; readonly summary: string }[]
  readonly closed?: FactOf<'conferenceClosed'>
  readonly endReason?: string
}

export const begin = (fact: FactOf<'conferenceConvened'>): ConferenceState => ({
  conferenceId: fact.conferenceId,
  stage: fact.stage,
  phase: 'convened',
  convened: fact,
  list: fact.list,
  rolesListed: fact.rolesListed,
  membersTotal: fact.membersTotal,
  excused: {},
  attendance: {},
  introduced: [],
  removed: [],
  presentations: [],
  counts: [],
  voided: [],
  voidedRounds: [],
  statements: [],
})

/** The latest confirmed count, if any. */
export const confirmedCount = (conference: ConferenceState): ConfirmedCount | undefined => conference.counts.at(-1)

const attend = (state: ConferenceState, entry: Attendance): ConferenceState => ({
  ...state,
  attendance: { ...state.attendance, [entry.personId]: entry },
})

const without = <T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))

const withoutBundles = ({ bundles: _, ...rest }: ConferenceState): ConferenceState => rest

/** Two counts that differ are both set aside: the bundle is counted anew by both. */
function closed(bundle: BundleProgress, { entry, agrees }: FactOf<'countBundleClosed'>, by: string): BundleProgress {
  if (agrees === false) return { ...bundle, attempt: bundle.attempt + 1, counts: [] }
  return { ...bundle, counts: [...bundle.counts, { by, entry }] }
}

/** A meeting begins with its convening; these follow. */
type LaterFact = Exclude<ConferenceFact, { type: 'conferenceConvened' }>

/** Folds one fact into the meeting. Judges nothing: what was decided stands in the fact. */
export function evolveConference(state: ConferenceState, fact: LaterFact, by: string): ConferenceState {
  switch (fact.type) {
    case 'convocationCorrected':
      return { ...state, list: fact.list, rolesListed: fact.rolesListed, membersTotal: fact.membersTotal }
    case 'absenceExcused':
      return { ...state, excused: { ...state.excused, [fact.personId]: fact } }
    case 'attendeeArrived': {
      // One excused for force majeure who comes is first taken off the excused (procedure.md 2.1).
      const excused = fact.personId in state.excused ? without(state.excused, fact.personId) : state.excused
      return { ...attend(state, { personId: fact.personId, status: 'present', at: fact.arrivedAt, way: fact.way }), excused }
    }
    case 'arrivalTakenBack':
      return { ...state, attendance: without(state.attendance, fact.personId) }
    case 'attendeeLeft':
      return attend(state, { personId: fact.personId, status: 'left', at: fact.leftAt })
    case 'absenceNoted':
      return attend(state, { personId: fact.personId, status: 'absent', reason: fact.reason })
    case 'conferenceOpened':
      return { ...state, phase: 'opened', openedAt: fact.openedAt }
    case 'conferenceNotQuorate':
      return { ...state, phase: 'notQuorate', endReason: `${fact.present}/${fact.convened}` }
    case 'conferenceAdjourned':
      return { ...state, phase: 'adjourned', endReason: fact.reason }
    case 'purposeStated':
      return { ...state, purpose: fact.summary }
    case 'listAdopted':
      return { ...state, adopted: fact.names }
    case 'nameIntroduced':
      return { ...state, introduced: [...state.introduced, fact.personId] }
    case 'speakingOrderSet':
      return { ...state, speakingOrder: fact }
    case 'actionProgramPresented':
      return { ...state, presentations: [...state.presentations, fact] }
    case 'nomineeRemovedFromBallot':
      return { ...state, removed: [...state.removed, fact] }
    case 'nomineeInformationGiven':
      return { ...state, nomineeInformation: fact.summary }
    case 'countingTeamAdopted':
      return { ...state, team: fact }
    case 'ballotsPrepared':
      return { ...state, prepared: fact }
    case 'ballotsIssued':
      return { ...state, phase: 'ballotOpen', issued: fact }
    case 'ballotsCollected':
      return { ...state, phase: 'collected', collected: fact }
    case 'countBundlesMade':
      return { ...state, bundles: fact.sizes.map((size) => ({ size, attempt: 1, counts: [] })) }
    case 'countBundleClosed':
      return { ...state, bundles: (state.bundles ?? []).map((one, index) => (index + 1 === fact.no ? closed(one, fact, by) : one)) }
    case 'countBundlesDropped':
      return withoutBundles(state)
    case 'countTyped':
      return { ...state, phase: 'typed', typed: { entry: fact.entry, by } }
    case 'countRejected': {
      const { typed: _, ...rest } = withoutBundles(state)
      return { ...rest, phase: 'collected' }
    }
    case 'countConfirmed': {
      const { typed: _, ...rest } = withoutBundles(state)
      const count = { entry: fact.entry, judged: fact.judged, typedBy: fact.typedBy, confirmedBy: by, confirmedAt: fact.confirmedAt }
      return { ...rest, phase: 'counted', counts: [...state.counts, count] }
    }
    case 'ballotVoided': {
      // Same ballot in the same session: old ballots sealed and noted, new ones prepared (procedure.md 3.1.8).
      const { prepared, issued: _i, collected, typed: _t, ...rest } = withoutBundles(state)
      const round = { ...(prepared && { prepared }), ...(collected && { collected }) }
      return { ...rest, phase: 'opened', voided: [...state.voided, fact.reason], voidedRounds: [...state.voidedRounds, round] }
    }
    case 'resultAnnounced':
      return { ...state, announcedAt: fact.announcedAt }
    case 'statementNoted':
      return { ...state, statements: [...state.statements, { speaker: fact.speaker, summary: fact.summary }] }
    case 'conferenceClosed':
      return { ...state, phase: 'closed', closed: fact }
    case 'correctionTyped':
      return { ...state, correctionTyped: { entry: fact.entry, reason: fact.reason, by } }
    case 'countCorrected': {
      // The outcome stands anew, so it is announced and closed anew.
      const { correctionTyped: _c, closed: _x, announcedAt: _a, ...rest } = state
      const count = {
        entry: fact.entry,
        judged: fact.judged,
        typedBy: fact.typedBy,
        confirmedBy: by,
        confirmedAt: fact.confirmedAt,
        correctionReason: fact.reason,
      }
      return { ...rest, phase: 'counted', counts: [...state.counts, count] }
    }
  }
}
