// How the tests of the law write a count: the letters of procedure.md section 8 (C convened, P present, I issued, K collected, V valid, X invalid).

import type { JudgementContext, JudgementInput } from '../../../workflows/conference/judgement.ts'
import type { GivenCount } from '../../../workflows/conference/tally.ts'
import type { ProcedureKind, RulebookId, StageKey } from '../../../workflows/rulebooks/types.ts'

export type Letters = {
  readonly C: number
  readonly P: number
  readonly members?: number
  readonly excused?: number
  readonly I?: number
  readonly K?: number
  readonly V?: number
  readonly X?: number
  readonly blank?: number
  readonly seats?: number
  readonly agree?: number
  readonly disagree?: number
  readonly noOpinion?: number
  readonly votes?: Readonly<Record<string, number>>
}

const names: Readonly<Record<string, keyof GivenCount>> = {
  C: 'convenedRaw',
  P: 'present',
  members: 'membersTotal',
  excused: 'excusedForceMajeure',
  I: 'ballotsIssued',
  K: 'ballotsCollected',
  V: 'ballotsValid',
  X: 'ballotsInvalid',
  blank: 'ballotsBlank',
}

export const countOf = (letters: Letters): GivenCount => {
  const { C, P, ...rest } = letters
  return { convenedRaw: C, present: P, ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [names[key] ?? key, value])) }
}

export const input = (
  rulebook: RulebookId,
  stage: StageKey,
  letters: Letters,
  context?: JudgementContext,
  procedure: ProcedureKind = 'appointmentOnSite',
): JudgementInput => ({ rulebook, procedure, stage, count: countOf(letters), ...(context && { context }) })
