// What papers read of one meeting: its rule, who was there, who stood on the slips, whether the result may be told.
import type { Invitee } from '../conference/facts.ts'
import { namesOnBallot } from '../conference/names.ts'
import { isPresent, type Presence, presenceOf } from '../conference/presence.ts'
import { type ConferenceState, type ConfirmedCount, confirmedCount } from '../conference/state.ts'
import type { PersonId } from '../core/ids.ts'
import { compareNames } from '../core/name-order.ts'
import { findStage, planFor } from '../procedure/plan.ts'
import { type CaseState, findConference, findNominee } from '../procedure/state.ts'
import type { RulebookId, StageRule } from '../rulebooks/types.ts'

export type Candidate = { readonly personId?: string; readonly name: string; readonly ballotName: string; readonly post: string }

/** The meeting a paper speaks of. Throws when the case has no such meeting. */
export function meetingOf(state: CaseState, conferenceId: string): ConferenceState {
  const found = findConference(state, conferenceId)
  if (!found) throw new Error(`no conference ${conferenceId}`)
  return found
}

/** A meeting among all meetings of all cases: its own id is unique in its case only. */
export const stageIdOf = (state: CaseState, conferenceId: string): string => `${state.caseId}.${conferenceId}`

/** `chức vụ Phó Giám đốc Sở`; the unit follows where it is not the body that writes the paper. */
export function postText({ opened: { post, organisation } }: CaseState): string {
  return post.unit === organisation.name ? `chức vụ ${post.title}` : `chức vụ ${post.title}, ${post.unit}`
}

/** The rulebook a meeting was held under: a case moved to another one keeps its earlier meetings as they were. */
export function rulebookOf(state: CaseState, conference: ConferenceState): RulebookId {
  const judged = confirmedCount(conference)?.judged.input.rulebook
  if (judged) return judged
  return findStage(planFor(state.rulebook, state.opened.kind), conference.stage) ? state.rulebook : state.opened.rulebook
}

export function stageOf(state: CaseState, conference: ConferenceState): StageRule {
  const stage = findStage(planFor(rulebookOf(state, conference), state.opened.kind), conference.stage)
  if (!stage) throw new Error(`no stage ${conference.stage} in the rulebooks of this case`)
  return stage
}

/** `Hội nghị tập thể lãnh đạo mở rộng`, as its rulebook names it. */
export const stageName = (state: CaseState, conference: ConferenceState): string => stageOf(state, conference).name

export const byName = (a: Invitee, b: Invitee): number => compareNames({ name: a.name, unit: a.title }, { name: b.name, unit: b.title })

/** Nominees in the order of A9.4. */
export const byNomineeName = (state: CaseState) => {
  const key = (id: string) => {
    const { name, birthDate, currentPost } = findNominee(state, id) ?? { name: id, birthDate: undefined, currentPost: '' }
    return { name, birthDate, unit: currentPost }
  }
  return (a: string, b: string): number => compareNames(key(a), key(b))
}

/** Someone on the list of the meeting. Throws for a stranger: chair and secretary are always on it. */
export function inviteeOf(conference: ConferenceState, personId: string): Invitee {
  const found = conference.list.find((one) => one.personId === personId)
  if (!found) throw new Error(`person ${personId} is not on the list of ${conference.conferenceId}`)
  return found
}

/** Whom the ballot of a meeting is about: the names on the slips, before they went out those that would stand there. */
export const standingAt = (state: CaseState, conference: ConferenceState): readonly PersonId[] =>
  conference.issued?.names ??
  namesOnBallot(planFor(rulebookOf(state, conference), state.opened.kind), state, stageOf(state, conference), conference)

/** The numbers fixed when ballots were issued; before that, those the quorum is judged by. */
export function presenceAt(
  state: CaseState,
  conference: ConferenceState,
): Omit<Presence, 'membersTotal'> & { readonly withoutVote: readonly Invitee[] } {
  const { convenedRaw, excused, present } = conference.issued ?? presenceOf(state, conference, standingAt(state, conference))
  const withoutVote = conference.list.filter((one) => !one.hasVote && isPresent(conference, one.personId)).toSorted(byName)
  return { convenedRaw, excused, convened: convenedRaw - excused, present, withoutVote }
}

/** Who stood on the slips and who else got votes, in the order of names. */
export function candidatesOf(state: CaseState, conference: ConferenceState): Candidate[] {
  const listed = (conference.issued?.names ?? []).map((id) => {
    const nominee = findNominee(state, id)
    return { personId: id, name: nominee?.name ?? id, ballotName: nominee?.ballotName ?? id, post: nominee?.currentPost ?? '' }
  })
  const voted = Object.keys(confirmedCount(conference)?.entry.votes ?? {})
  const others = voted
    .filter((name) => !listed.some((one) => one.ballotName === name))
    .map((name) => {
      const nominee = state.nominees.find((one) => one.ballotName === name)
      return {
        ...(nominee && { personId: nominee.personId }),
        name: nominee?.name ?? name,
        ballotName: name,
        post: nominee?.currentPost ?? '',
      }
    })
  const key = (one: Candidate) => ({
    name: one.name,
    birthDate: one.personId === undefined ? undefined : findNominee(state, one.personId)?.birthDate,
    unit: one.post,
  })
  return [...listed, ...others].sort((a, b) => compareNames(key(a), key(b)))
}

/** The count of a meeting whose result was told to the room; conference minutes know no other (procedure.md 1.3, 7.2). */
export function announcedCount(conference: ConferenceState): ConfirmedCount | undefined {
  return conference.announcedAt === undefined ? undefined : confirmedCount(conference)
}

/** The names of an outcome as people bear them, not as slips print them. */
export function namesOf(state: CaseState, ballotNames: readonly string[]): string[] {
  return ballotNames.map((name) => state.nominees.find((one) => one.ballotName === name)?.name ?? name)
}
