// Which names stand on a ballot, and what they are called there.
import type { PersonId } from '../core/ids.ts'
import { compareNames } from '../core/name-order.ts'
import type { Plan } from '../procedure/plan.ts'
import { type CaseState, findNominee, heldConference } from '../procedure/state.ts'
import { steady } from '../procedure/steady.ts'
import type { StageRule } from '../rulebooks/types.ts'
import type { ConferenceState } from './state.ts'

export const ballotNames = (state: CaseState, ids: readonly string[]): string[] => ids.map((id) => findNominee(state, id)?.ballotName ?? id)

/** The people behind names on a slip. A name that no nominee bears is no one's. */
export const idsOf = (state: CaseState, names: readonly string[]): PersonId[] =>
  names.flatMap((name) => state.nominees.find((one) => one.ballotName === name)?.personId ?? [])

const sorted = (state: CaseState, ids: Iterable<PersonId>): PersonId[] =>
  [...new Set(ids)]
    .filter((id) => !state.withdrawn.includes(id))
    .sort((a, b) => compareNames(findNominee(state, a) ?? { name: a }, findNominee(state, b) ?? { name: b }))

/** Does this meeting make its own list: adopt it, or fix it where no earlier conference did (RB2017 with the overlay, procedure.md 4.4)? */
export function makesList(plan: Plan, state: CaseState, stage: StageRule): boolean {
  if (stage.adoptsList) return true
  if (stage.ballot?.rule.method !== 'nomination') return false
  const earlier = plan.stages.slice(
    0,
    plan.stages.findIndex((one) => one.key === stage.key),
  )
  return !earlier.some((one) => one.adoptsList || one.ballot) && !heldEarlier(state, earlier)
}

const heldEarlier = (state: CaseState, stages: readonly StageRule[]): boolean =>
  stages.some((stage) => (heldConference(state, stage.key)?.adopted?.length ?? 0) > 0)

/** The names given to this meeting by what came before, without those it may still introduce itself. */
export function namesBefore(plan: Plan, state: CaseState, stage: StageRule, conference: ConferenceState): PersonId[] {
  if (stage.ballot?.rule.method === 'approval')
    return sorted(
      state,
      state.nominees.map((one) => one.personId),
    )
  if (makesList(plan, state, stage)) return sorted(state, conference.adopted ?? [])
  return sorted(state, conference.phase === 'closed' || conference.phase === 'counted' ? (conference.issued?.names ?? []) : state.goesOn)
}

/** The names on the slips: what came before and what the meeting introduced, less those it removed by a recorded decision. */
export function namesOnBallot(plan: Plan, state: CaseState, stage: StageRule, conference: ConferenceState): readonly PersonId[] {
  if (conference.issued) return conference.issued.names
  const make = () => namesNotIssued(plan, state, stage, conference)
  if (conference !== state.conferences.at(-1)) return make()
  const { adopted, introduced, removed, phase } = conference
  return steady(state, 'namesOnBallot', [plan, stage.key, adopted, introduced, removed, phase], make)
}

function namesNotIssued(plan: Plan, state: CaseState, stage: StageRule, conference: ConferenceState): readonly PersonId[] {
  const removed = conference.removed.map((one) => one.personId)
  return sorted(state, [...namesBefore(plan, state, stage, conference), ...conference.introduced]).filter((id) => !removed.includes(id))
}
