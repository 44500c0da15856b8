// Arithmetic while one types, by the very functions that will judge the order: the answer on screen is the answer in the log.
import type { CountEntry } from '../workflows/conference/facts.ts'
import type { CountRefusal, CountWarning, JudgementInput } from '../workflows/conference/judgement.ts'
import { judge } from '../workflows/conference/outcome.ts'
import { ruleOfInput } from '../workflows/conference/posts.ts'
import { checkTally } from '../workflows/conference/tally.ts'

export { postsOf } from '../workflows/conference/posts.ts'

export type Checked = { readonly refusal?: CountRefusal; readonly warnings: readonly CountWarning[] }

/** What does not add up in the numbers typed, and what will have to be explained. */
export function checkTyped(input: JudgementInput, entry: CountEntry): Checked {
  const { missingExplained: _missing, invalidReasons: _reasons, ...numbers } = entry
  const given = Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined))
  const whole: JudgementInput = { ...input, count: { ...input.count, ...given } }
  const rule = ruleOfInput(input)
  if (rule === undefined) return { warnings: [] }
  const checked = checkTally(whole.count, rule, whole.context)
  if (!checked.ok) return { refusal: checked.refusal, warnings: [] }
  const judged = judge(whole)
  return judged.ok ? { warnings: checked.value.warnings } : { refusal: judged.refusal, warnings: checked.value.warnings }
}
