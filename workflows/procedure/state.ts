// One case as its facts left it: the fold of its stream. Judges nothing.
import { type BundleState, evolveBundles } from '../bundles/state.ts'
import { begin, type ConferenceState, confirmedCount, evolveConference } from '../conference/state.ts'
import type { PersonId } from '../core/ids.ts'
import { type EligibilityState, evolveEligibility } from '../eligibility/state.ts'
import type { RulebookId, StageKey } from '../rulebooks/types.ts'
import type { CaseFact, FactOf, Nominee } from './facts.ts'
import { type Subject, subjectOf } from './subject.ts'

export type PaperState = {
  readonly drawn: FactOf<'paperDrawn'>
  readonly drawnAt: string
  readonly signatures: readonly FactOf<'paperSigned'>[]
  readonly completed?: string
  readonly supersededBy?: string
  /** Its number was voided: it is not signed any more. */
  readonly voided?: { readonly reason: string; readonly at: string }
  /** Differences from other papers that somebody accepted, with the reason. */
  readonly accepted?: readonly (Pick<FactOf<'differencesAccepted'>, 'differences' | 'reason'> & Stamped)[]
}

export type Stamped = { readonly at: string; readonly by: string }
export type Print = FactOf<'papersPrinted'> & Stamped
export type Classified = FactOf<'classificationChanged'> & Stamped
export type StoredFact = Stamped & { readonly version: number; readonly fact: CaseFact }

export type CaseState = {
  readonly caseId: string
  readonly version: number
  readonly opened: FactOf<'caseOpened'>
  readonly openedAt: string
  readonly rulebook: RulebookId
  readonly guardSet: FactOf<'caseOpened'>['guardSet']
  readonly settings: Readonly<Record<string, unknown>>
  readonly runNo: number
  readonly acts: readonly FactOf<'actRecorded'>[]
  readonly nominees: readonly Nominee[]
  readonly withdrawn: readonly PersonId[]
  readonly introducedByHead?: PersonId
  readonly programs: Readonly<Record<string, readonly FactOf<'actionProgramSubmitted'>[]>>
  /** Every meeting ever convened, in order; `runNo` and `phase` say which still count. */
  readonly conferences: readonly ConferenceState[]
  /** Who stands on the list of the coming ballot. */
  readonly goesOn: readonly PersonId[]
  readonly headChoice?: FactOf<'headChose'>
  readonly reports: readonly FactOf<'reportSent'>[]
  readonly directions: readonly FactOf<'directionReceived'>[]
  readonly openIssue?: FactOf<'newIssueRaised'>
  readonly submitted?: FactOf<'caseSubmitted'>
  readonly decided?: FactOf<'caseDecided'>
  readonly cancelled?: FactOf<'caseCancelled'>
  readonly effectiveOn?: string
  readonly archivedBox?: string
  readonly papers: readonly PaperState[]
  readonly prints: readonly Print[]
  /** Degrees of secrecy decided after the opening, in their order. */
  readonly classified: readonly Classified[]
  readonly paperRequests: readonly FactOf<'paperRequested'>[]
  readonly signerExceptions: readonly (FactOf<'signerAllowed'> & Stamped)[]
  /** Slips under seal, in the order of sealing. */
  readonly bundles: readonly BundleState[]
  /** Asked for and not yet let be, by meeting. */
  readonly sealAsks: Readonly<Record<string, FactOf<'sealOpeningAsked'> & Stamped>>
  readonly sealOpenings: readonly (FactOf<'sealOpened'> & Stamped)[]
  /** The case as it stood when a meeting closed whose result was not announced: for whom it stands still, `resting.ts` says. */
  readonly rest?: CaseState
  /** What was on record when the first such meeting closed: what came after it can tell how it went. */
  readonly beforeSealed?: Pick<CaseState, 'acts' | 'programs'>
  /** Of nominees about whom something was noted; empty in cases that never had a sheet. */
  readonly eligibility: EligibilityState
  readonly timeline: readonly {
    readonly version: number
    readonly at: string
    readonly by: string
    readonly type: CaseFact['type']
    readonly subject: Subject
  }[]
  readonly lastAt: string
}

const failed: readonly ConferenceState['phase'][] = ['reset', 'notQuorate', 'adjourned']

/** The meeting that is being held, or was held last in this run. A corrected count opens its meeting again, behind those that fell since (3.1.8). */
export function currentConference(state: CaseState): ConferenceState | undefined {
  const last = state.conferences.at(-1)
  if (!last || !failed.includes(last.phase)) return last
  return state.conferences.findLast((one) => one.phase === 'counted' && one.convened.runNo === state.runNo) ?? last
}

/** The standing meeting of a stage in this run: closed or under way, not one that failed, was adjourned or was reset. */
export function heldConference(state: CaseState, stage: StageKey): ConferenceState | undefined {
  return state.conferences.findLast(
    (one) => one.stage === stage && one.convened.runNo === state.runNo && !['notQuorate', 'adjourned', 'reset'].includes(one.phase),
  )
}

export const findConference = (state: CaseState, id: string): ConferenceState | undefined =>
  state.conferences.find((one) => one.conferenceId === id)
export const findNominee = (state: CaseState, id: string): Nominee | undefined => state.nominees.find((one) => one.personId === id)

const open = (fact: FactOf<'caseOpened'>, stored: StoredFact, caseId: string): CaseState => ({
  caseId,
  version: stored.version,
  opened: fact,
  openedAt: stored.at,
  rulebook: fact.rulebook,
  guardSet: fact.guardSet,
  settings: fact.settings,
  runNo: 1,
  acts: [],
  nominees: [],
  withdrawn: [],
  programs: {},
  conferences: [],
  goesOn: [],
  reports: [],
  directions: [],
  papers: [],
  prints: [],
  classified: [],
  paperRequests: [],
  signerExceptions: [],
  bundles: [],
  sealAsks: {},
  sealOpenings: [],
  eligibility: {},
  timeline: [],
  lastAt: stored.at,
})

/** Sets aside the meetings of a stage and of all that came after it in this run (procedure.md 3.1.8). */
function setAside(state: CaseState, stage: StageKey, reason: string): CaseState {
  const from = state.conferences.findIndex((one) => one.stage === stage && one.convened.runNo === state.runNo)
  if (from < 0) return state
  const conferences = state.conferences.map((one, index) =>
    index < from || one.phase === 'notQuorate' || one.phase === 'adjourned' ? one : { ...one, phase: 'reset' as const, endReason: reason },
  )
  // Who stood on that list: those the last standing meeting before it sent on.
  const before = conferences.slice(0, from).findLast((one) => one.phase === 'closed' && one.convened.runNo === state.runNo)
  return { ...state, conferences, goesOn: before?.closed?.goesOn ?? [] }
}

const inPaper = (state: CaseState, paperId: string, change: (paper: PaperState) => PaperState): CaseState => ({
  ...state,
  papers: state.papers.map((paper) => (paper.drawn.paperId === paperId ? change(paper) : paper)),
})

/** Folds one fact into the case. `state` is null before `caseOpened`. */
export function evolve(state: CaseState | null, stored: StoredFact, caseId: string): CaseState {
  const { fact } = stored
  if (fact.type === 'caseOpened') return note(open(fact, stored, caseId), stored)
  if (!state) throw new Error('a case begins with caseOpened')
  return note(fold(state, stored), stored)
}

function note(state: CaseState, stored: StoredFact): CaseState {
  const entry = { version: stored.version, at: stored.at, by: stored.by, type: stored.fact.type, subject: subjectOf(stored.fact) }
  return { ...state, version: stored.version, lastAt: stored.at, timeline: [...state.timeline, entry] }
}

function fold(state: CaseState, stored: StoredFact): CaseState {
  const { fact } = stored
  switch (fact.type) {
    case 'caseOpened':
      return state
    case 'actRecorded':
      return { ...state, acts: [...state.acts, fact] }
    case 'nomineeProposed':
      return { ...state, nominees: [...state.nominees.filter((one) => one.personId !== fact.nominee.personId), fact.nominee] }
    case 'nomineeWithdrawn':
      return { ...state, withdrawn: [...state.withdrawn, fact.personId], goesOn: state.goesOn.filter((id) => id !== fact.personId) }
    case 'headIntroduced':
      return { ...state, introducedByHead: fact.personId }
    case 'actionProgramSubmitted':
      return { ...state, programs: { ...state.programs, [fact.personId]: [...(state.programs[fact.personId] ?? []), fact] } }
    case 'headChose':
      return { ...state, headChoice: fact, goesOn: fact.names }
    case 'reportSent':
      return { ...state, reports: [...state.reports, fact] }
    case 'directionReceived': {
      const isNewRun = fact.direction === 'restart' || fact.direction === 'widenList'
      const { headChoice: _, ...rest } = state
      return {
        ...(isNewRun ? rest : state),
        directions: [...state.directions, fact],
        runNo: isNewRun ? state.runNo + 1 : state.runNo,
        goesOn: isNewRun ? [] : fact.names.length > 0 ? fact.names : state.goesOn,
      }
    }
    case 'newIssueRaised':
      return { ...state, openIssue: fact }
    case 'newIssueResolved': {
      const { openIssue: _, ...rest } = state
      const removed = fact.resolution === 'nomineeRemoved' ? fact.personId : undefined
      return removed === undefined
        ? rest
        : { ...rest, withdrawn: [...state.withdrawn, removed], goesOn: state.goesOn.filter((id) => id !== removed) }
    }
    case 'stageReset': {
      const { rest: _, ...moving } = state
      return setAside(moving, fact.stage, fact.explanation)
    }
    case 'rulebookMigrated': {
      const { rest: _, ...moving } = state
      return { ...moving, rulebook: fact.to, guardSet: fact.guardSet, settings: fact.settings, runNo: state.runNo + 1, goesOn: [] }
    }
    case 'caseSubmitted':
      return { ...state, submitted: fact }
    case 'caseDecided': {
      // Its decision is there to be read.
      const { rest: _, ...moving } = state
      return { ...moving, decided: fact }
    }
    case 'decisionEffective':
      return { ...state, effectiveOn: fact.on }
    case 'caseArchived':
      return { ...state, archivedBox: fact.box }
    case 'caseCancelled':
      return { ...state, cancelled: fact }
    case 'paperRequested':
      return { ...state, paperRequests: [...state.paperRequests, fact] }
    case 'classificationChanged':
      return { ...state, classified: [...state.classified, { ...fact, at: stored.at, by: stored.by }] }
    case 'signerAllowed':
      return { ...state, signerExceptions: [...state.signerExceptions, { ...fact, at: stored.at, by: stored.by }] }
    case 'papersPrinted':
      return { ...state, prints: [...state.prints, { ...fact, at: stored.at, by: stored.by }] }
    case 'paperDrawn': {
      const supersede = (paper: PaperState): PaperState =>
        fact.supersedes === paper.drawn.paperId ? { ...paper, supersededBy: fact.paperId } : paper
      return { ...state, papers: [...state.papers.map(supersede), { drawn: fact, drawnAt: stored.at, signatures: [] }] }
    }
    case 'paperSigned':
      return inPaper(state, fact.paperId, (paper) => ({ ...paper, signatures: [...paper.signatures, fact] }))
    case 'paperCompleted':
      return inPaper(state, fact.paperId, (paper) => ({ ...paper, completed: fact.sha256 }))
    case 'bundleSealed':
    case 'bundleHeld':
    case 'bundleReleased':
    case 'bundlesDestroyed':
      return { ...state, bundles: evolveBundles(state.bundles, fact) }
    case 'nomineeFactsNoted':
    case 'eligibilityJudged':
    case 'guardDecided':
    case 'dossierPaperFiled':
    case 'dossierPaperSettled':
      return { ...state, eligibility: evolveEligibility(state.eligibility, fact, stored) }
    case 'numberVoided':
      return inPaper(state, fact.paperId, (paper) => ({ ...paper, voided: { reason: fact.reason, at: stored.at } }))
    case 'differencesAccepted': {
      const { differences, reason } = fact
      const one = { differences, reason, at: stored.at, by: stored.by }
      return inPaper(state, fact.paperId, (paper) => ({ ...paper, accepted: [...(paper.accepted ?? []), one] }))
    }
    case 'sealOpeningAsked':
      return { ...state, sealAsks: { ...state.sealAsks, [fact.conferenceId]: { ...fact, at: stored.at, by: stored.by } } }
    case 'sealOpened': {
      const { [fact.conferenceId]: _, ...sealAsks } = state.sealAsks
      return { ...state, sealAsks, sealOpenings: [...state.sealOpenings, { ...fact, at: stored.at, by: stored.by }] }
    }
    case 'conferenceConvened': {
      const { rest: _, ...moving } = state
      return { ...moving, conferences: [...state.conferences, begin(fact)] }
    }
    case 'countCorrected': {
      const { rest: _, ...moving } = state
      return inConference(dropLater(moving, fact.stage), stored)
    }
    default:
      return inConference(state, stored)
  }
}

/** A corrected count is judged anew: a later meeting that had issued no ballots is convened anew (procedure.md 3.1.8). */
function dropLater(state: CaseState, stage: StageKey): CaseState {
  const at = state.conferences.findIndex(
    (one) => one.stage === stage && one.phase !== 'reset' && confirmedCount(one) && one.convened.runNo === state.runNo,
  )
  return {
    ...state,
    conferences: state.conferences.map((one, index) =>
      index > at && one.phase !== 'notQuorate' && one.phase !== 'adjourned' ? { ...one, phase: 'reset' as const } : one,
    ),
  }
}

function inConference(state: CaseState, stored: StoredFact): CaseState {
  const { fact } = stored
  if (!('conferenceId' in fact) || fact.conferenceId === undefined) return state
  if (
    fact.type === 'paperDrawn' ||
    fact.type === 'paperRequested' ||
    fact.type === 'classificationChanged' ||
    fact.type === 'signerAllowed' ||
    fact.type === 'eligibilityJudged' ||
    fact.type === 'sealOpeningAsked' ||
    fact.type === 'sealOpened' ||
    fact.type === 'bundleSealed' ||
    fact.type === 'conferenceConvened'
  )
    return state
  const at = state.conferences.findLastIndex((one) => one.conferenceId === fact.conferenceId)
  const found = state.conferences[at]
  if (!found) throw new Error(`no conference ${fact.conferenceId}`)
  const conferences = state.conferences.with(at, evolveConference(found, fact, stored.by))
  if (fact.type !== 'conferenceClosed') return { ...state, conferences }
  const closed = { ...state, conferences, goesOn: fact.goesOn }
  if (confirmedCount(found)?.judged.output.announced !== false) return closed
  const beforeSealed = state.beforeSealed ?? { acts: state.acts, programs: state.programs }
  return { ...closed, beforeSealed, rest: { ...state, beforeSealed, conferences } }
}
