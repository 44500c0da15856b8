// Facts of planning to its state. No fact but a list's own opening stands before it; a fact without its list or entry is a corrupt log.
import { CorruptLog } from '../core/replay.ts'
import { PlanningFact, type StoredPlanningFact } from './facts.ts'
import { evolvePlanning, noPlanning, type PlanningState } from './state.ts'

/** The name of the stream in the log. */
export const planningStream = 'planning'

/** May this fact be the next? Judges nothing: only that what it speaks of is there. */
export function mayFollowPlanning(state: PlanningState, fact: PlanningFact): boolean {
  switch (fact.type) {
    case 'planningSettingsChanged':
    case 'calendarDaySet':
    case 'reminderTimeSet':
      return true
    case 'planningListOpened':
      return !state.lists.has(fact.listId)
    case 'planningProposed':
      return state.lists.has(fact.listId) && !state.entries.has(fact.entryId)
    case 'planningStepHeld':
    case 'planningReviewed':
    case 'planningListEnded':
      return state.lists.has(fact.listId)
    case 'planningApproved':
      return state.lists.has(fact.listId) && fact.entryIds.every((id) => state.entries.has(id))
    case 'planningDeclined':
    case 'planningOutProposed':
    case 'planningOutSettled':
    case 'planningOutWithdrawn':
    case 'planningFulfilled':
      return state.entries.has(fact.entryId)
  }
}

/** One fact further. Throws `CorruptLog` when it may not follow. */
export function followPlanning(state: PlanningState, stored: StoredPlanningFact): PlanningState {
  const { version, fact } = stored
  if (version !== state.version + 1) throw new CorruptLog(planningStream, version, fact.type, 'version')
  if (!mayFollowPlanning(state, fact)) throw new CorruptLog(planningStream, version, fact.type, 'may not follow')
  return evolvePlanning(state, stored)
}

export function replayPlanning(facts: Iterable<StoredPlanningFact>): PlanningState {
  let state = noPlanning
  for (const stored of facts) state = followPlanning(state, stored)
  return state
}

/** Reads a stored payload as a fact of this version of the app. Throws `CorruptLog` when it has no such shape. */
export function readPlanningFact(version: number, type: string, payload: unknown): PlanningFact {
  const parsed = PlanningFact.safeParse(typeof payload === 'object' && payload !== null ? { ...payload, type } : payload)
  if (!parsed.success) throw new CorruptLog(planningStream, version, type, parsed.error.issues[0]?.path.join('.') ?? 'unreadable')
  return parsed.data
}
