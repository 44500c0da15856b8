// What a judged count says: the shapes shared by the engine, the command line, the papers and the checker.

import type { CaseSettings } from '../rulebooks/settings.ts'
import type { BaseName, ProcedureKind, RulebookId, StageKey } from '../rulebooks/types.ts'

export const outcomes = [
  'selected',
  'carried',
  'stopped',
  'consulted',
  'divergenceBallot',
  'awaitingDirection',
  'headDecides',
  'reported',
  'notSelected',
  'notQuorate',
  'passed',
  'notPassed',
] as const
export type OutcomeKind = (typeof outcomes)[number]

/** The numbers of one ballot (procedure.md 2.1). Whole numbers, people with a vote only. */
export type Count = {
  readonly membersTotal: number
  readonly convenedRaw: number
  readonly excusedForceMajeure: number
  readonly present: number
  readonly ballotsPrepared: number
  readonly ballotsIssued: number
  readonly ballotsCollected: number
  readonly ballotsValid: number
  readonly ballotsInvalid: number
  readonly ballotsBlank: number
  readonly seats: number
  /** Ticks of each name; at a ballot with agree and disagree, the agrees. Keys are names as printed on the slip (NFC). */
  readonly votes: Readonly<Record<string, number>>
  readonly agree?: number
  readonly disagree?: number
  readonly noOpinion?: number
}

export type JudgementContext = {
  readonly carriedFrom?: readonly string[]
  readonly introducedByHead?: string
  readonly headVacant?: boolean
  readonly settings?: Partial<CaseSettings>
}

/** The input of `tally` as it stands in records: everything the outcome depends on. */
export type JudgementInput = {
  readonly rulebook: RulebookId
  readonly procedure: ProcedureKind
  readonly stage: StageKey
  readonly count: Partial<Count> & Pick<Count, 'convenedRaw' | 'present'>
  readonly context?: JudgementContext
}

export type Judgement = {
  readonly outcome: OutcomeKind
  readonly selected: readonly string[]
  readonly carried: readonly string[]
  readonly base: { readonly name: BaseName; readonly value: number }
  /** Two decimals, half up, decimal comma: `"54,17"`. For show only. */
  readonly percent: Readonly<Record<string, string>>
  readonly announced: boolean
  readonly clause: string
  readonly next: StageKey | 'submitted' | null
}

export type CountRefusalCode =
  | 'present-exceeds-convened'
  | 'prepared-below-issued'
  | 'issued-exceeds-present'
  | 'collected-exceeds-issued'
  | 'valid-and-invalid-differ-from-collected'
  | 'votes-exceed-valid'
  | 'votes-sum-exceeds-valid'
  | 'votes-and-blank-differ-from-valid'
  | 'opinions-differ-from-valid'
  | 'force-majeure-not-in-rulebook'
  | 'stage-not-in-rulebook'
  | 'name-not-on-list'
  | 'more-winners-than-seats'
/** A code with the numbers a person needs; the sentence is in `wording`. */
export type CountRefusal = { readonly code: CountRefusalCode } & Readonly<Record<string, number | string>>
export type CountWarning = {
  readonly code: 'ballots-missing' | 'prepared-differs-from-convened' | 'issued-below-present' | 'rest-counted-as-blank'
} & Readonly<Record<string, number | string>>
