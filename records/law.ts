// The law as the check of a record uses it: the recorded counts by the recorded rule, nothing looked up, nothing trusted.

import { JudgedInput } from '../workflows/conference/judged.ts'
import type { JudgementInput } from '../workflows/conference/judgement.ts'
import { judgeBy, ruleFor } from '../workflows/conference/outcome.ts'
import type { ResolvedStage } from '../workflows/rulebooks/types.ts'
import type { Judge, RuleOf } from './checks/outcome.ts'

/** Throws on what cannot be judged: the check says "cannot decide" then. */
export const judgeRecord: Judge = (input, rule) => {
  const judged = judgeBy(rule as ResolvedStage, JudgedInput.parse(input) as JudgementInput)
  if (!judged.ok) throw new RangeError(judged.refusal.code)
  return judged.value
}

/** The rule as the rulebook of this app has it: a record judged by another one is shown as such (documents.md B6.2). */
export const ruleOfRecord: RuleOf = (input) => ruleFor(JudgedInput.parse(input) as JudgementInput) ?? null
