// The order of steps of one procedure under one rulebook, as names. The engine walks this and knows no step by number.
import { rulebook } from '../rulebooks/index.ts'
import type { ActRule, ProcedureKind, Rulebook, RulebookId, StageKey, StageRule, Step, WaitingState } from '../rulebooks/types.ts'

export type StepName = WaitingState | StageKey
export type Plan = {
  readonly rulebook: Rulebook
  readonly kind: ProcedureKind
  readonly steps: readonly Step[]
  readonly stages: readonly StageRule[]
  readonly sideStages: readonly StageRule[]
}

const plans = new Map<string, Plan>()

/** The plan of a procedure kind. Plans are data of the rulebook, made once. */
export function planFor(id: RulebookId, kind: ProcedureKind): Plan {
  const key = `${id} ${kind}`
  const known = plans.get(key)
  if (known) return known
  const book = rulebook(id)
  const procedure = book.procedures[kind]
  const plan: Plan = {
    rulebook: book,
    kind,
    steps: procedure.steps,
    stages: procedure.steps.flatMap((step) => (step.kind === 'conference' ? [step.stage] : [])),
    sideStages: procedure.sideStages,
  }
  plans.set(key, plan)
  return plan
}

export const nameOf = (step: Step): StepName => (step.kind === 'acts' ? step.state : step.stage.key)

/** The step that follows a step; `concluded` after the last. A side stage goes on where the stage before it would have. */
export function stepAfter(plan: Plan, name: StepName): StepName | 'concluded' {
  const side = plan.sideStages.some((stage) => stage.key === name)
  const from: StepName = side ? 'leadershipReview' : name
  const at = plan.steps.findIndex((step) => nameOf(step) === from)
  const next = plan.steps[at + 1]
  return next ? nameOf(next) : 'concluded'
}

export const findStage = (plan: Plan, key: string): StageRule | undefined =>
  [...plan.stages, ...plan.sideStages].find((stage) => stage.key === key)

export function actsOf(plan: Plan, state: string): readonly ActRule[] {
  const step = plan.steps.find((one) => one.kind === 'acts' && one.state === state)
  return step?.kind === 'acts' ? step.acts : []
}

/** The conference that may be convened from a waiting state: the next step, when it is one and no act stands before it. */
export function stageFrom(plan: Plan, state: WaitingState): StageKey | undefined {
  if (actsOf(plan, state).some((act) => act.leaves)) return undefined
  const next = stepAfter(plan, state)
  return findStage(plan, next)?.key
}

export const firstStage = (plan: Plan): StageRule => must(plan.stages[0])
/** Where a migrated case begins again (procedure.md 1.2). */
export const firstVotingStage = (plan: Plan): StageRule => must(plan.stages.find((stage) => stage.ballot))

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a procedure has at least one conference with a ballot')
  return value
}
