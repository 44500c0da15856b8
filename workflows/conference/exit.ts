// Where a closed meeting sends the case, and who goes on with it (procedure.md 9.1). Decided once, then kept in the fact.
import type { PersonId } from '../core/ids.ts'
import { unreachable } from '../core/result.ts'
import { stepAfter } from '../procedure/plan.ts'
import { heldConference } from '../procedure/state.ts'
import type { Meeting } from './agenda.ts'
import { idsOf } from './names.ts'
import { confirmedCount } from './state.ts'

/** The state of 9.1 that follows. Undefined while there is no outcome. */
export function exitFor(meeting: Meeting): string | undefined {
  const { plan, stage, conference } = meeting
  const onward = stepAfter(plan, stage.key)
  if (!stage.ballot) return onward
  const count = confirmedCount(conference)
  if (!count) return undefined
  const { outcome } = count.judged.output
  switch (outcome) {
    case 'selected':
    case 'carried':
    case 'consulted':
    case 'passed':
      return onward
    case 'stopped':
    case 'notSelected':
    case 'reported':
    case 'notPassed':
      return 'stoppedForDirection'
    case 'divergenceBallot':
      return 'divergenceBallot'
    case 'awaitingDirection':
      return 'awaitingDirection'
    case 'headDecides':
      return 'awaitingHeadChoice'
    case 'notQuorate':
      return undefined
    default:
      return unreachable(outcome)
  }
}

/** Who stands on the list of what follows, as personIds. */
export function goesOnFrom(meeting: Meeting, next: string): PersonId[] {
  const { state, stage, conference } = meeting
  if (!stage.ballot) return stage.adoptsList ? [...(conference.adopted ?? [])] : []
  const count = confirmedCount(conference)
  if (!count) return []
  const { selected, carried, outcome } = count.judged.output
  const here = [...new Set([...selected, ...carried])]
  if (outcome === 'divergenceBallot') {
    // C-21: everyone selected or carried here and everyone introduced at the expanded conference.
    const before = heldConference(state, 'expandedNomination')?.closed?.goesOn ?? []
    return [...new Set([...idsOf(state, here), ...before])].filter((id) => !state.withdrawn.includes(id))
  }
  if (outcome === 'headDecides' && carried.length === 0) return idsOf(state, Object.keys(count.judged.input.count.votes ?? {}))
  return next === 'stoppedForDirection' && outcome !== 'reported' ? [] : idsOf(state, here)
}
