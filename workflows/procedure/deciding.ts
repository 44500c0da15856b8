// What a decision is made from: the live case, its rule, who asks and when, and the few means handed in from outside.
import type { HolidayTable } from '../core/calendar.ts'
import type { Refusal } from '../core/refusal.ts'
import { type LiveCase, mayFollow, whereIs } from '../core/replay.ts'
import { type Result, refuse } from '../core/result.ts'
import type { Stamp } from '../core/stamp.ts'
import type { NomineeFacts } from '../eligibility/nominee-facts.ts'
import { resolveStage } from '../rulebooks/resolve.ts'
import type { ResolvedStage, StageKey } from '../rulebooks/types.ts'
import type { CaseFact, Nominee } from './facts.ts'
import { findStage, type Plan, planFor } from './plan.ts'
import type { CaseState } from './state.ts'

export type Tools = {
  readonly sha256Hex: (text: string) => string
  readonly holidays: HolidayTable
  /** What the registry knows of a nominee today; absent where none is at hand, undefined where it knows nobody. */
  readonly registryFacts?: (person: Pick<Nominee, 'personId' | 'citizenId'>) => NomineeFacts | undefined
  /** Days on which the person was proposed for planning (programme.md Q-6); absent where no planning is at hand. */
  readonly plannedOn?: (person: Pick<Nominee, 'personId' | 'citizenId'>) => readonly string[]
}
export type Deciding = {
  readonly live: LiveCase
  readonly state: CaseState
  readonly plan: Plan
  readonly status: string
  readonly phase?: string
  readonly stamp: Stamp
  readonly tools: Tools
}
export type Decision = Result<readonly CaseFact[], Refusal>

export const deciding = (live: LiveCase, stamp: Stamp, tools: Tools): Deciding => ({
  live,
  state: live.state,
  plan: planFor(live.state.rulebook, live.state.opened.kind),
  ...whereIs(live),
  stamp,
  tools,
})

/** The rule of a stage as the settings and overlays of this case leave it. This is what goes on record and is judged by. */
export function ruleOf(state: CaseState, key: StageKey): ResolvedStage {
  const plan = planFor(state.rulebook, state.opened.kind)
  const stage = findStage(plan, key)
  if (!stage) throw new Error(`${key} is no stage of ${state.rulebook}`)
  return resolveStage(stage, {
    rulebook: state.rulebook,
    track: state.opened.track,
    settings: state.settings,
    overlays: state.opened.overlays,
  })
}

export const outOfOrder = ({ status, phase }: Deciding, command: string): Decision =>
  refuse({ code: 'out-of-order', status, phase: phase ?? '', command })

/** Facts that may follow here; else `out-of-order`. Only the first is asked: the rest follow from it. */
export function inOrder(d: Deciding, command: string, facts: readonly CaseFact[]): Decision {
  const [first] = facts
  return first && mayFollow(d.live, first) ? { ok: true, value: facts } : outOfOrder(d, command)
}
