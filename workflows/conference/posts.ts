// The posts on the people ruler: the fewest votes that meet each rule of a ballot, found by asking the rule itself.
import { stageRule } from '../rulebooks/index.ts'
import { resolveStage } from '../rulebooks/resolve.ts'
import type { ResolvedStage } from '../rulebooks/types.ts'
import type { JudgementInput } from './judgement.ts'
import { completeCount, convenedOf } from './tally.ts'
import { atLeast30, passes } from './threshold.ts'

export type Post = { readonly key: 'overHalf' | 'atLeast30' | 'atLeastTwoThirds'; readonly at: number }

/** The rule a count is judged by, as the settings in its input leave it. */
export function ruleOfInput(input: JudgementInput): ResolvedStage | undefined {
  const stage = stageRule(input.rulebook, input.procedure, input.stage)
  return stage && resolveStage(stage, { rulebook: input.rulebook, settings: input.context?.settings ?? {}, overlays: [] })
}

export function postsOf(input: JudgementInput): readonly Post[] {
  const rule = ruleOfInput(input)
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
