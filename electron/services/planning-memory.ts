// Planning of the open file in memory: replayed at the first question, moved on by every append.
import type { Archive } from '../../db/archive.ts'
import type { Stamp } from '../../workflows/core/stamp.ts'
import type { PlanningFact } from '../../workflows/planning/facts.ts'
import { followPlanning, planningStream, readPlanningFact, replayPlanning } from '../../workflows/planning/replay.ts'
import type { PlanningState } from '../../workflows/planning/state.ts'

export type PlanningMemory = {
  /** Throws `CorruptLog`. */
  get(): PlanningState
  /** The state after these facts, taken through the replay before they are written. */
  after(facts: readonly PlanningFact[], stamp: Stamp): PlanningState
  put(state: PlanningState): void
  drop(): void
}

export function planningMemory(archive: Archive): PlanningMemory {
  let state: PlanningState | undefined
  const get = (): PlanningState => {
    state ??= replayPlanning(
      archive.load(planningStream).map((row) => ({ ...row, fact: readPlanningFact(row.version, row.type, row.payload) })),
    )
    return state
  }
  return {
    get,
    after: (facts, { at, by }) => facts.reduce((one, fact) => followPlanning(one, { version: one.version + 1, at, by, fact }), get()),
    put(next) {
      state = next
    },
    drop() {
      state = undefined
    },
  }
}
