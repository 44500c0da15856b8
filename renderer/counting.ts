// Arithmetic while one types, by the very functions that will judge the order: the answer on screen is the answer in the log.
import type { CountEntry } from '../workflows/conference/facts.ts'
import type { CountRefusal, CountWarning, JudgementInput } from '../workflows/conference/judgement.ts'
import { judge } from '../workflows/conference/outcome.ts'
import { checkTally, completeCount, convenedOf } from '../workflows/conference/tally.ts'
import { atLeast30, passes } from '../workflows/conference/threshold.ts'
import { stageRule } from '../workflows/rulebooks/index.ts'
import { resolveStage } from '../workflows/rulebooks/resolve.ts'
import type { ResolvedStage } from '../workflows/rulebooks/types.ts'

export type Checked = { readonly refusal?: CountRefusal; readonly warnings: readonly CountWarning[] }

function ruleOf(input: JudgementInput): ResolvedStage | undefined {
  const stage = stageRule(input.rulebook, input.procedure, input.stage)
  return stage && resolveStage(stage, { rulebook: input.rulebook, settings: input.context?.settings ?? {}, overlays: [] })
}

/** What does not add up in the numbers typed, and what will have to be explained. */
export function checkTyped(input: JudgementInput, entry: CountEntry): Checked {
  const { missingExplained: _missing, invalidReasons: _reasons, ...numbers } = entry
  const given = Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined))
  const whole: JudgementInput = { ...input, count: { ...input.count, ...given } }
  const rule = ruleOf(input)
  if (rule === undefined) return { warnings: [] }
  const checked = checkTally(whole.count, rule, whole.context)
  if (!checked.ok) return { refusal: checked.refusal, warnings: [] }
  const judged = judge(whole)
  return judged.ok ? { warnings: checked.value.warnings } : { refusal: judged.refusal, warnings: checked.value.warnings }
}

export type Post = { readonly key: 'overHalf' | 'atLeast30' | 'atLeastTwoThirds'; readonly at: number }

/** The posts on the people ruler: the fewest votes that meet each rule of this ballot, found by asking the rule itself. */
export function postsOf(input: JudgementInput): readonly Post[] {
  const rule = ruleOf(input)
  if (rule?.ballot == null) return []
  const count = completeCount(input.count, rule, input.context)
  const base = rule.ballot.base.value === 'convened' ? convenedOf(count) : count[rule.ballot.base.value]
  const fewest = (meets: (votes: number) => boolean): number =>
    Array.from({ length: base + 1 }, (_, votes) => votes).find(meets) ?? base + 1
  const ballotRule = rule.ballot.rule
  if (ballotRule.method === 'consultation') return []
  const { pass } = ballotRule
  const posts: Post[] = [{ key: pass.value, at: fewest((votes) => passes(pass, votes, base)) }]
  if (ballotRule.method === 'nomination' && ballotRule.carry.value === 'atLeast30')
    posts.unshift({ key: 'atLeast30', at: fewest((votes) => atLeast30(votes, base)) })
  return posts
}
