// The shapes people read: a case, its meetings, why a step is shut. Screens compute nothing of the law; they show these.
import type { NamedPerson, SlipCounts } from '../bundles/facts.ts'
import type { CountEntry, Invitee, TeamMember } from '../conference/facts.ts'
import type { Judgement, JudgementInput } from '../conference/judgement.ts'
import type { SlipForm } from '../conference/slip-form.ts'
import type { DocumentRef } from '../core/document.ts'
import type { Numbers } from '../core/refusal.ts'
import type { PaperKind, RequestedKind } from '../papers/kinds.ts'
import type { PaperField, PaperScope, Typed } from '../papers/requested.ts'
import type { Lapsing } from '../reminders/lapsing.ts'
import type { CaseSettings } from '../rulebooks/settings.ts'
import type {
  ActKey,
  ActRule,
  BallotKind,
  BallotMark,
  BaseName,
  Duration,
  Evidence,
  OverlayId,
  RulebookId,
  StageKey,
  WaitingState,
} from '../rulebooks/types.ts'
import type { CaseCommandType } from './commands.ts'
import type { CaseOpening, Classification, Nominee, ProgramText } from './facts.ts'
import type { Road } from './road.ts'

export type Citation = { readonly article: string; readonly evidence: Evidence }

/** One condition of a gate: met, or what opens it. `code` has its sentence in wording/. */
export type Condition = {
  readonly code: string
  readonly isMet: boolean
  readonly numbers: Numbers
  readonly citation?: Citation
  readonly opensBy?: CaseCommandType
}
export type Gate = { readonly isOpen: boolean; readonly conditions: readonly Condition[] }

/** Something that may be asked now or next. A shut one says why, and what opens it. */
export type NextAct = {
  readonly command: CaseCommandType
  readonly act?: ActRule
  readonly stage?: StageKey
  readonly gate: Gate
  readonly isMain: boolean
}

export type StepView = {
  readonly key: StageKey | WaitingState
  readonly kind: 'acts' | 'conference'
  readonly stepNo?: number
  readonly name?: string
  readonly standing: 'done' | 'here' | 'later'
  readonly outcome?: Judgement['outcome']
  /** A result that is not announced: shown as sealed, without numbers or names, to roles that may not know. */
  readonly isSealed: boolean
  readonly clause?: Citation
  readonly closedAt?: string
  readonly conferenceId?: string
  /** How the step votes, settings worked in; absent where it takes no ballot. `carriesFrom30`: nobody over half, then everybody from 30%. */
  readonly ballot?: { readonly base: BaseName; readonly announce: 'yes' | 'no' | 'insideThisConference'; readonly carriesFrom30: boolean }
}

export type Attendance = {
  readonly personId: string
  readonly status: 'expected' | 'present' | 'left' | 'absent' | 'excused'
  readonly at?: string
  readonly reason?: string
  readonly way?: 'inRoom' | 'online' | 'sealedEnvelope'
}

export type AgendaKey =
  | 'opening'
  | 'purpose'
  | 'listAdoption'
  | 'actionPrograms'
  | 'nomineeInformation'
  | 'countingTeam'
  | 'ballots'
  | 'count'
  | 'result'
  | 'minutes'
export type AgendaItem = { readonly key: AgendaKey; readonly standing: 'done' | 'here' | 'later' }

export type PresentationView = {
  readonly personId: string
  readonly name: string
  readonly programVersion?: number
  readonly programSha256?: string
  readonly isSubmitted: boolean
  readonly isPresented: boolean
  readonly differsFromEarlier: boolean
  readonly presentedFrom?: string
  readonly presentedTo?: string
  readonly summary?: string
  readonly interruptions?: string
  readonly chairRemarks?: string
  readonly questions: readonly {
    readonly askedBy: string
    readonly text: string
    readonly answer: string
    readonly drawnByLot?: boolean | undefined
  }[]
}

export type BallotView = {
  readonly kind: BallotKind
  readonly base: BaseName
  readonly baseCitation: Citation
  readonly isApproval: boolean
  readonly method: 'nomination' | 'consultation' | 'divergence' | 'decision' | 'approval'
  readonly names: readonly { readonly personId: string; readonly ballotName: string; readonly isFromOutside: boolean }[]
  readonly outsideNamesAllowed: boolean
  /** What a slip of this ballot can say, as lines to press; names written in by hand and found at the count stand last. Absent where the reader may not know the names. */
  readonly slipForm?: SlipForm
  /** Each voter names at most so many; a consultation sets no limit. */
  readonly seats: number
  readonly marks: readonly BallotMark[]
  readonly preparedShould: number
  readonly printed?: number
  readonly issued?: number
  readonly collected?: number
  readonly unusedSealed?: number
  readonly spoiled?: number
  /** Slips drawn here: how many were asked for, and whether they still bear the right names. */
  readonly drawnSlips?: { readonly copies: number; readonly isOutdated: boolean }
  readonly announce: 'yes' | 'no' | 'insideThisConference'
}

/** How far the bundles are counted, and by whom. No figure of a bundle: neither counter sees the other's, nor his own again (procedure.md 7.2). */
export type CountBundlesView = {
  readonly bundles: readonly {
    readonly no: number
    readonly size: number
    readonly attempt: number
    readonly standing: 'waiting' | 'half' | 'matched'
    /** The last two counts were not the same. */
    readonly hasDiffered: boolean
    /** Accounts that have closed it in this attempt. */
    readonly closedBy: readonly string[]
  }[]
  /** Every bundle was counted the same by two accounts. */
  readonly isWhole: boolean
  /** The totals of the box: only when it is whole, and only for roles that may know. */
  readonly sum?: CountEntry
}

export type ConferenceView = {
  readonly conferenceId: string
  readonly stage: StageKey
  readonly stepNo: number
  readonly name: string
  readonly runNo: number
  readonly attempt: number
  readonly phase: 'convened' | 'opened' | 'ballotOpen' | 'collected' | 'typed' | 'counted' | 'closed' | 'notQuorate' | 'adjourned' | 'reset'
  readonly plannedAt: string
  readonly place: string
  readonly mode: 'inPerson' | 'hybrid'
  readonly openedAt?: string
  readonly closedAt?: string
  readonly chair: Invitee
  readonly secretary: Invitee
  readonly membersTotal: number
  readonly list: readonly Invitee[]
  readonly attendance: readonly Attendance[]
  readonly quorum: {
    readonly convenedRaw: number
    readonly excused: number
    readonly convened: number
    readonly present: number
    readonly needed: number
    readonly isMet: boolean
    readonly citation: Citation
  }
  readonly agenda: readonly AgendaItem[]
  readonly purpose?: string
  readonly presentations: readonly PresentationView[]
  readonly needsPresentations: boolean
  readonly removed: readonly {
    readonly personId: string
    readonly name: string
    readonly reason: string
    readonly inFavour: number
    readonly of: number
  }[]
  readonly nomineeInformation?: string
  readonly countingTeam?: { readonly members: readonly TeamMember[]; readonly inFavour: number; readonly of: number }
  readonly teamSizeDefault: number
  readonly ballot?: BallotView
  /** Input of `judge` with everything but the typed counts, for arithmetic as one types. */
  readonly countInput?: JudgementInput
  /** The count bundle by bundle, while it goes on. */
  readonly countBundles?: CountBundlesView
  /** Absent for roles that may not know (`roles.ts`). */
  readonly typed?: { readonly entry: CountEntry; readonly by: string }
  readonly result?: {
    readonly judgement: Judgement
    readonly input: JudgementInput
    readonly entry: CountEntry
    readonly typedBy: string
    readonly confirmedBy: string
    readonly confirmedAt: string
    readonly citation: Citation
    readonly isAnnounced: boolean
    readonly mayBeAnnounced: boolean
    readonly next: string
  }
  readonly isSealed: boolean
  /** Of a sealed result, for roles that may know it: how it is shown to two of them for a moment. */
  readonly sealOpening?: {
    readonly asked?: { readonly by: string; readonly at: string; readonly reason: string }
    readonly openings: readonly { readonly askedBy: string; readonly openedBy: string; readonly at: string; readonly reason: string }[]
  }
  readonly correctionTyped?: { readonly entry: CountEntry; readonly reason: string; readonly by: string }
  readonly corrections: readonly { readonly reason: string; readonly at: string }[]
  readonly voided: readonly string[]
  readonly statements: readonly { readonly speaker: string; readonly summary: string }[]
  readonly conclusion?: string
}

export type DeadlineView = {
  readonly key: string
  readonly dueOn: string
  /** `due`: a time of keeping is over; nothing is late by it. */
  readonly standing: 'met' | 'metLate' | 'running' | 'near' | 'overdue' | 'due'
  /** Working days from today to the due day; negative when overdue. */
  readonly workingDaysLeft: number
  readonly length?: Duration
  readonly citation: Citation
}

export type PaperView = {
  readonly paperId: string
  readonly kind: PaperKind
  readonly conferenceId?: string
  readonly stage?: StageKey
  readonly personId?: string
  readonly personName?: string
  readonly version: number
  /** `05/BB-SNV`; absent where none was taken. */
  readonly number?: string
  /** Why its number was voided. */
  readonly voidedFor?: string
  readonly reason?: string
  /** `unsigned`: a paper nobody signs, such as a slip. */
  readonly status: 'owed' | 'awaiting-signatures' | 'unsigned' | 'signed' | 'superseded' | 'voided'
  readonly sha256?: string
  readonly signers: readonly {
    readonly field: string
    readonly role: string
    readonly personName: string
    readonly citizenId?: string
    readonly order: number
    readonly signedAt?: string
    readonly keyKind?: string
    /** By a recorded exception in the place of this person. */
    readonly insteadOf?: { readonly name: string; readonly reason: string; readonly document: DocumentRef }
  }[]
}

/** The papers of a step in the order of printing, with the usual number of copies; without a stage: those of the case beside its meetings. */
export type PrintSetView = {
  readonly conferenceId?: string
  readonly stage?: StageKey
  readonly items: readonly { readonly paperId: string; readonly copies: number }[]
}

/** One print of papers of the case: who, when, how many copies of what, and why again. */
export type PrintView = {
  readonly at: string
  readonly by: string
  readonly pages: number
  readonly items: readonly { readonly paperId: string; readonly copies: number }[]
  readonly reason?: string
}

/** A paper that may be asked for, or that waits for something: a meeting's or a person's stands once for each. */
export type RequestableView = {
  readonly kind: RequestedKind
  readonly scope: PaperScope
  readonly conferenceId?: string
  readonly stage?: StageKey
  readonly personId?: string
  readonly personName?: string
  readonly fields: readonly PaperField[]
  /** What is typed for each of `people`. */
  readonly columns?: readonly PaperField[]
  /** Whom it names; absent where it names nobody, or where the reader may not know. */
  readonly people?: readonly { readonly personId: string; readonly name: string }[]
  /** What case and office know of it already; to be read over. */
  readonly known: Typed
  /** The newest paper of this kind: asking again replaces it, for a reason. */
  readonly existing?: string
  readonly gate: Gate
}

/** Slips under seal. `due`: the time of keeping is over, and it may be decided to destroy them. */
export type BundleView = {
  readonly bundleId: string
  readonly conferenceId: string
  readonly stage?: StageKey
  readonly round: number
  readonly total: number
  /** Absent for roles that may not know the result. */
  readonly slips?: SlipCounts
  readonly envelopes: number
  readonly sealNo: string
  readonly sealedAt: string
  readonly keeper: NamedPerson
  readonly place: string
  readonly standing: 'kept' | 'held' | 'due' | 'replaced' | 'destroyed'
  /** Last day of keeping; absent while the person is not decided on. */
  readonly keepUntil?: string
  readonly heldOn?: string
  readonly holdReason?: string
  readonly destroyedAt?: string
  readonly citation: Citation
}
/** Slips that were counted, or of a voided ballot, and lie unsealed. */
export type UnsealedView = {
  readonly conferenceId: string
  readonly stage: StageKey
  readonly round: number
  readonly isVoided: boolean
  /** They were under seal before, in this bundle. */
  readonly replaces?: string
  readonly slips?: SlipCounts
}

export type SettingView = {
  readonly name: keyof CaseSettings
  readonly value: unknown
  readonly isDefault: boolean
  readonly evidence: Evidence
  readonly article: string
}

/** One thing that happened. What it is about is left out where it would tell a reader what he may not know. */
export type TimelineEntry = {
  readonly version: number
  readonly at: string
  readonly by: string
  readonly type: string
  readonly act?: ActKey
  readonly stage?: StageKey
  readonly conferenceId?: string
  readonly paperId?: string
  readonly document?: DocumentRef
  readonly person?: string
}

export type CaseView = {
  readonly caseId: string
  readonly version: number
  readonly opening: CaseOpening
  /** Degree of secrecy that papers of the whole case bear now, and what was decided since the opening (documents.md A4). */
  readonly classification: {
    readonly now: Classification
    readonly changes: readonly {
      readonly classification: Classification
      readonly stage?: StageKey
      readonly reason: string
      readonly classifiedBy: string
      readonly declassifyOn?: string | undefined
      readonly at: string
      readonly by: string
    }[]
  }
  readonly rulebook: {
    readonly id: RulebookId
    readonly version: number
    readonly name: string
    readonly instruments: readonly string[]
    readonly guardSet: string
  }
  readonly overlays: readonly OverlayId[]
  readonly settings: readonly SettingView[]
  readonly runNo: number
  /** Name of 9.1: `draft`, `expandedNomination`, `stoppedForDirection`, `archived` …; `resultSealed` where the reader may not know more. */
  readonly status: string
  readonly steps: readonly StepView[]
  /** The whole procedure as its machine has it. */
  readonly road: Road
  readonly nextActs: readonly NextAct[]
  readonly nominees: readonly (Nominee & {
    readonly isWithdrawn: boolean
    readonly isIntroducedByHead: boolean
    readonly programVersions: readonly {
      readonly version: number
      readonly sha256: string
      readonly handedInOn: string
      readonly program: ProgramText
      readonly isLate: boolean
    }[]
  })[]
  /** Who goes on to the coming ballot; empty where the reader may not know. */
  readonly goesOn: readonly string[]
  readonly acts: readonly {
    readonly act: ActKey
    readonly document?: DocumentRef
    readonly doneOn: string
    readonly details: Readonly<Record<string, string>>
  }[]
  readonly conference?: ConferenceView
  readonly pastConferences: readonly ConferenceView[]
  readonly deadlines: readonly DeadlineView[]
  readonly papers: readonly PaperView[]
  readonly prints: readonly PrintView[]
  readonly printSets: readonly PrintSetView[]
  readonly bundles: readonly BundleView[]
  readonly unsealed: readonly UnsealedView[]
  readonly timeline: readonly TimelineEntry[]
  readonly decision?: {
    readonly document: DocumentRef
    readonly names: readonly string[]
    readonly effectiveOn: string
    readonly termEnd?: string
  }
}

/** One line of the list of cases: rebuilt from facts at any time, and the same for every role, so it names no result. */
export type CaseSummary = {
  readonly caseId: string
  readonly title: string
  readonly unit: string
  readonly kind: string
  readonly rulebook: RulebookId
  readonly status: string
  readonly nextAct?: {
    readonly command: CaseCommandType
    readonly act?: ActKey
    readonly stage?: StageKey
    readonly isOpen: boolean
    /** Conditions still missing, where it is shut. */
    readonly missing?: number
    /** Asked on the page of the meeting that is being held. */
    readonly isInMeeting?: true
  }
  /** Convened and not yet opened. */
  readonly nextMeeting?: { readonly stage: StageKey; readonly plannedAt: string; readonly place: string }
  readonly nextDeadline?: { readonly key: string; readonly dueOn: string }
  readonly stepNo: number
  readonly stepsTotal: number
  readonly papersAwaiting: number
  readonly openedAt: string
  readonly lastAt: string
  readonly isSample: boolean
  /** For reminders only: taken away before a line of the list leaves the office. Absent where nothing lapses. */
  readonly lapsing?: readonly Lapsing[]
  /** For reminders only, likewise: the last day the sealed slips must be kept. Absent where none are kept, or all are on hold. */
  readonly slipsKeptUntil?: string
  /** What stands in its place for roles that may not know how a sealed ballot went. */
  readonly resting?: {
    readonly status: string
    readonly stepNo: number
    readonly papersAwaiting: number
    readonly nextDeadline?: { readonly key: string; readonly dueOn: string }
    readonly lastAt: string
  }
}
