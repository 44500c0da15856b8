// Who is there and who counts: the numbers of convening and presence that quorum and percent stand on (procedure.md 2.1).
import type { CaseState } from '../procedure/state.ts'
import type { Invitee } from './facts.ts'
import { quorumNeeded } from './quorum.ts'
import type { ConferenceState } from './state.ts'

export type Presence = {
  readonly membersTotal: number
  readonly convenedRaw: number
  readonly excused: number
  readonly convened: number
  readonly present: number
}

/** The people of a meeting who count: with a vote, and candidates only as the setting `candidateVotes` says (procedure.md 2.7). */
export function voters(state: CaseState, conference: ConferenceState, candidates: readonly string[]): readonly Invitee[] {
  const candidatesVote = state.settings.candidateVotes !== false
  return conference.list.filter((one) => one.hasVote && (candidatesVote || !candidates.includes(one.personId)))
}

export const isPresent = (conference: ConferenceState, personId: string): boolean => conference.attendance[personId]?.status === 'present'

export function presenceOf(state: CaseState, conference: ConferenceState, candidates: readonly string[]): Presence {
  const counting = voters(state, conference, candidates)
  const left = conference.list.filter((one) => one.hasVote).length - counting.length
  const excused = counting.filter((one) => one.personId in conference.excused).length
  return {
    membersTotal: conference.membersTotal - left,
    convenedRaw: counting.length,
    excused,
    convened: counting.length - excused,
    present: counting.filter((one) => isPresent(conference, one.personId)).length,
  }
}

export type Quorum = Presence & { readonly needed: number; readonly isMet: boolean }

/** Two thirds of those convened, as the rulebook or its setting says; without the rule, one person is enough. */
export function quorumOf(presence: Presence, rule: { readonly num: number; readonly den: number }, isRequired: boolean): Quorum {
  const needed = isRequired ? quorumNeeded(presence.convened, rule) : 1
  return { ...presence, needed, isMet: presence.present >= needed }
}
