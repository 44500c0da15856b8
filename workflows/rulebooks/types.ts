// The shape of a regulation as data. Every value carries its article and how far it was checked (procedure.md 0.1).

export const evidences = ['TEXT', 'REPORT', 'SEED', 'GK', 'DEFAULT'] as const
/** TEXT: read in the instrument. REPORT: read in an account of it. SEED: the 2021 province plan. GK, DEFAULT: not law, shown as such. */
export type Evidence = (typeof evidences)[number]

export type Ruled<T> = { readonly value: T; readonly evidence: Evidence; readonly article: string }

export const rulebookIds = ['RB2017', 'RB2022', 'RB2025a', 'RB2025b', 'RB2026'] as const
export type RulebookId = (typeof rulebookIds)[number]
export const overlayIds = ['OV-AP2021', 'OV-142', 'OV-PILOT2021'] as const
export type OverlayId = (typeof overlayIds)[number]
export const tracks = ['civilServant', 'publicEmployee', 'partyOrMassOrg', 'electedPost'] as const
export type Track = (typeof tracks)[number]
export const guardSets = ['QD105', 'QD80', 'QD377', 'RB2026'] as const
export type GuardSet = (typeof guardSets)[number]

export const procedureKinds = ['appointmentOnSite', 'reappointment'] as const
export type ProcedureKind = (typeof procedureKinds)[number]

export const stageKeys = [
  'leadershipPreparation',
  'leadershipOrientation',
  'expandedNomination',
  'leadershipReview',
  'divergenceBallot',
  'keyOfficialsConsultation',
  'leadershipDecision',
] as const
export type StageKey = (typeof stageKeys)[number]

export const ballotKinds = ['orientationBallot', 'nominationBallot', 'opinionBallot', 'confidenceBallot', 'decisionBallot'] as const
export type BallotKind = (typeof ballotKinds)[number]
/** The number a percentage is taken of (procedure.md 1.4). Never valid ballots. */
export const baseNames = ['convened', 'present', 'membersTotal'] as const
export type BaseName = (typeof baseNames)[number]
export type Fraction = { readonly num: number; readonly den: number }
export type Duration = { readonly days: number; readonly unit: 'calendarDays' | 'workingDays' }
export type Body = 'leadershipCollective' | 'expandedLeadership' | 'keyOfficials'
export type BallotMark = 'hangingSeal' | 'chairSignature'

/**
 * How a ballot is judged (procedure.md 2.3, 2.4, 3.3):
 * nomination: over half of the base is selected, else the carry rule; consultation: counted, nothing is decided;
 * divergence: two thirds of all members or stop; decision: over half, else the tie of two at exactly half;
 * approval: one person, agree or disagree, three ways (over, exactly, under half).
 */
export type BallotRule =
  | {
      readonly method: 'nomination'
      readonly pass: Ruled<'overHalf'>
      readonly carry: Ruled<'top2' | 'atLeast30' | 'none'>
      readonly tieAtCut?: Ruled<'includeAllTied' | 'headSelects'>
    }
  | { readonly method: 'consultation' }
  | { readonly method: 'divergence'; readonly pass: Ruled<'atLeastTwoThirds'> }
  | {
      readonly method: 'decision'
      readonly pass: Ruled<'overHalf'>
      readonly tieOfTwoAtHalf: Ruled<'headIntroduced' | 'headChooses'>
      readonly tieHeadVacant: Ruled<'reported'>
      readonly singleExactlyHalf: Ruled<'notSelected' | 'headDecides'>
    }
  | {
      readonly method: 'approval'
      readonly pass: Ruled<'overHalf'>
      readonly exactlyHalf: Ruled<'reported' | 'headDecides'>
      readonly exactlyHalfHeadVacant: Ruled<'reported'>
      readonly under: Ruled<'reported'>
    }

export type Ballot = {
  readonly kind: Ruled<BallotKind>
  /** Title printed on the slip (C-27). */
  readonly paperTitle: Ruled<string>
  /** May a voter sign the slip? Signed or not, no shape of ours joins a voter to a choice. */
  readonly signing: Ruled<'optional' | 'notStated'>
  readonly base: Ruled<BaseName>
  readonly rule: BallotRule
  /** May a name be chosen that is not on the list? `eligible`: yes, if the person meets all conditions. */
  readonly outsideNames: Ruled<'no' | 'eligible' | 'planned'>
  readonly announce: Ruled<'yes' | 'no' | 'insideThisConference'>
}

export type StageRule = {
  readonly key: StageKey
  readonly stepNo: number
  /** Title of the conference, as printed. */
  readonly name: string
  readonly body: Body
  readonly composition: Ruled<string>
  /** Only where this step was checked further than the others of its rulebook. */
  readonly quorum?: Ruled<Fraction>
  readonly ballot: Ballot | null
  readonly adoptsList: boolean
  /** Must the asset declaration be among the nominee information (key officials)? */
  readonly nomineeInformation: boolean
  /** What the second leadership conference does when its people differ from the expanded conference (C-20, C-21). */
  readonly divergence?: Ruled<'ballot' | 'awaitDirection'>
  /** The article that holds this step: cited with its outcome. */
  readonly clause: Ruled<string>
  /** Where the case goes when this stage sends people on: the next conference, after the last one `submitted`. */
  readonly next: StageKey | 'submitted'
}

/**
 * A stage rule with the settings, overlays and common rules of its case worked in: all that a judgement depends on
 * besides the count and its context. It goes on record beside them, so a count can be judged again from the record alone.
 */
export type ResolvedStage = StageRule & {
  readonly rulebook: RulebookId
  readonly quorum: Ruled<Fraction>
  /** false: the office switched the two thirds off (C-06). */
  readonly quorumRequired: Ruled<boolean>
  readonly forceMajeureReducesBase: Ruled<boolean>
  readonly ballotsPreparedEqualConvened: Ruled<boolean>
}

export const actKeys = [
  'policyRequest',
  'policyApproval',
  'reappointmentNotice',
  'selfReport',
  'headAssessment',
  'partyOpinion',
  'newIssueConclusion',
] as const
export type ActKey = (typeof actKeys)[number]

/** An act outside a conference: a paper comes or goes. `fields` are what its record must say besides number and date. */
export type ActRule = {
  readonly key: ActKey
  readonly required: Ruled<boolean>
  /** Where the law spares a required act: the reason must then be noted in its place. */
  readonly sparedWhen?: Ruled<'partyLeadsComprehensively'>
  /** The act that ends this waiting state; the others are noted beside it. */
  readonly leaves: boolean
  readonly fields: readonly string[]
}

export type Step =
  | { readonly kind: 'acts'; readonly state: WaitingState; readonly acts: readonly ActRule[] }
  | { readonly kind: 'conference'; readonly stage: StageRule }

export const waitingStates = [
  'draft',
  'policyRequested',
  'policyApproved',
  'noticeSent',
  'selfReported',
  'headAssessment',
  'preDecisionChecks',
] as const
export type WaitingState = (typeof waitingStates)[number]

/** The stages of one procedure kind, in order. The engine knows no step by number; it walks this list. */
export type Procedure = {
  readonly kind: ProcedureKind
  readonly steps: readonly Step[]
  /** Ballots held only when a stage calls for them (the divergence ballot). */
  readonly sideStages: readonly StageRule[]
}

/** `tracks`: only for these; absent: for all. */
export type DeadlineRule = Ruled<Duration> & { readonly tracks?: readonly Track[] }

export type DeadlineKey =
  | 'policyAnswer'
  | 'conferencesStart'
  | 'conferencesFinish'
  | 'reappointmentNotice'
  | 'selfReport'
  | 'keyOfficialsAfterSelfReport'
  | 'decisionBeforeTermEnd'

export type Rulebook = {
  readonly id: RulebookId
  readonly version: number
  readonly name: { readonly vi: string; readonly en: string }
  readonly instruments: readonly string[]
  readonly quorum: Ruled<Fraction>
  readonly forceMajeureReducesBase: Ruled<boolean>
  readonly ballotsPreparedEqualConvened: Ruled<boolean>
  readonly ballotMarks: Ruled<readonly BallotMark[]>
  readonly hybridMeeting: Ruled<boolean>
  readonly convocationListApprovedAbove: Ruled<boolean>
  readonly policyStatesSource: Ruled<boolean>
  /** One person with two roles has one ballot and is counted once. */
  readonly oneBallotPerPerson: Ruled<boolean>
  readonly hrHeadVotes: Ruled<boolean>
  readonly guardSet: GuardSet
  readonly termMonths: Ruled<number>
  /** Less than this before retirement: extension instead of reappointment (procedure.md 3.3.1, 6). */
  readonly extensionUnderMonths: Ruled<{ readonly fiveYearTerm: number; readonly threeYearTerm: number }>
  readonly deadlines: Readonly<Partial<Record<DeadlineKey, readonly DeadlineRule[]>>>
  readonly procedures: Readonly<Record<ProcedureKind, Procedure>>
}
