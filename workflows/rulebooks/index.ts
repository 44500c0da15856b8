// The rulebooks we ship (procedure.md 1.2), and how to find a step in them.
import { rb2017 } from './rb2017.ts'
import { rb2022 } from './rb2022.ts'
import { rb2025a, rb2025b } from './rb2025.ts'
import { rb2026 } from './rb2026.ts'
import type { ProcedureKind, Rulebook, RulebookId, StageKey, StageRule } from './types.ts'

const books: Readonly<Record<RulebookId, Rulebook>> = {
  RB2017: rb2017,
  RB2022: rb2022,
  RB2025a: rb2025a,
  RB2025b: rb2025b,
  RB2026: rb2026,
}

export const rulebook = (id: RulebookId): Rulebook => books[id]

/** `undefined`: this rulebook's procedure has no such conference. */
export function stageRule(id: RulebookId, kind: ProcedureKind, key: StageKey): StageRule | undefined {
  const { steps, sideStages } = books[id].procedures[kind]
  const held = steps.flatMap((step) => (step.kind === 'conference' ? [step.stage] : []))
  return [...held, ...sideStages].find((stage) => stage.key === key)
}
