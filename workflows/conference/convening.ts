// Convening a meeting, who comes and goes, and whether it can open.

import { ConferenceId } from '../core/ids.ts'
import { refuse } from '../core/result.ts'
import { judgedToday } from '../eligibility/decide.ts'
import type { CommandOf } from '../procedure/commands.ts'
import { type Deciding, type Decision, inOrder, ruleOf } from '../procedure/deciding.ts'
import type { CaseFact } from '../procedure/facts.ts'
import { actsOf, findStage } from '../procedure/plan.ts'
import { firstUnmet, type Meeting, openingConditions, quorumNow } from './agenda.ts'
import type { ConvocationRow } from './commands.ts'
import type { Invitee } from './facts.ts'
import { isPresent } from './presence.ts'

/** One person with two roles takes one seat and one ballot (NĐ170/300 art 33(2)(a); used for all rulebooks, procedure.md 2.7). */
export function mergeRoles(rows: readonly ConvocationRow[]): { list: Invitee[]; clash?: ConvocationRow } {
  const seats = new Map<string, Invitee>()
  for (const row of rows) {
    const seat = seats.get(row.personId)
    if (seat && seat.name !== row.name) return { list: [], clash: row }
    const roles = seat ? (seat.roles.includes(row.role) ? seat.roles : [...seat.roles, row.role]) : [row.role]
    seats.set(row.personId, {
      personId: row.personId,
      name: row.name,
      title: seat?.title ?? row.title,
      roles,
      hasVote: row.hasVote || (seat?.hasVote ?? false),
    })
  }
  return { list: [...seats.values()] }
}

export function convene(d: Deciding, command: CommandOf<'conveneConference'>): Decision {
  const { state, plan } = d
  if (!findStage(plan, command.stage)) return refuse({ code: 'stage-not-in-rulebook', stage: command.stage, rulebook: state.rulebook })
  const missing = actsOf(plan, d.status).find((act) => act.required.value && !act.leaves && !state.acts.some((one) => one.act === act.key))
  if (missing) return refuse({ code: 'act-missing', act: missing.key, article: missing.required.article })
  const merged = mergeRoles(command.rows)
  if (merged.clash) return refuse({ code: 'person-named-twice', personId: merged.clash.personId, name: merged.clash.name })
  const problem = convocationProblem(d, command, merged.list)
  if (problem) return problem
  const earlier = state.conferences.filter((one) => one.stage === command.stage && one.convened.runNo === state.runNo).length
  const { type: _, rows, ...rest } = command
  const fact: CaseFact = {
    type: 'conferenceConvened',
    ...rest,
    conferenceId: ConferenceId.parse(`${kebab(command.stage)}-r${state.runNo}-a${earlier + 1}`),
    runNo: state.runNo,
    attempt: earlier + 1,
    list: merged.list,
    rolesListed: rows.length,
  }
  return inOrder(d, command.type, [fact])
}

const kebab = (text: string): string => text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

function convocationProblem(d: Deciding, command: CommandOf<'conveneConference'>, list: readonly Invitee[]): Decision | undefined {
  const { state, plan } = d
  const { rulebook } = plan
  if (!list.some((one) => one.hasVote)) return refuse({ code: 'nobody-with-a-vote' })
  for (const [place, id] of [
    ['chair', command.chair],
    ['secretary', command.secretary],
  ] as const) {
    if (!list.some((one) => one.personId === id)) return refuse({ code: 'office-not-on-list', place })
    // A nominee may not be chair or meeting secretary for that ballot; then a deputy or the superior chairs (procedure.md 7.3).
    const nominee = state.nominees.find((one) => one.personId === id && !state.withdrawn.includes(id))
    if (nominee && ruleOf(state, command.stage).ballot) return refuse({ code: 'nominee-may-not-hold-office', place, name: nominee.name })
  }
  if (rulebook.convocationListApprovedAbove.value && !command.listApproval) {
    return refuse({ code: 'list-approval-missing', article: rulebook.convocationListApprovedAbove.article })
  }
  if (command.mode === 'hybrid' && !rulebook.hybridMeeting.value) return refuse({ code: 'hybrid-not-in-rulebook', rulebook: rulebook.id })
  if (command.mode === 'hybrid' && !command.hybridDecision)
    return refuse({ code: 'hybrid-needs-decision', article: rulebook.hybridMeeting.article })
  return undefined
}

export function correctConvocation({ d, meeting }: Held, command: CommandOf<'correctConvocation'>): Decision {
  const merged = mergeRoles(command.rows)
  if (merged.clash) return refuse({ code: 'person-named-twice', personId: merged.clash.personId, name: merged.clash.name })
  const { convened } = meeting.conference
  for (const [place, id] of [
    ['chair', convened.chair],
    ['secretary', convened.secretary],
  ] as const) {
    if (!merged.list.some((one) => one.personId === id)) return refuse({ code: 'office-not-on-list', place })
  }
  const { conferenceId } = meeting.conference
  const { membersTotal, reason } = command
  return inOrder(d, command.type, [
    { type: 'convocationCorrected', conferenceId, list: merged.list, rolesListed: command.rows.length, membersTotal, reason },
  ])
}

/** A meeting that is being held, with the decision it is asked for. */
export type Held = { readonly d: Deciding; readonly meeting: Meeting }

const invitee = ({ meeting }: Held, personId: string): Invitee | undefined =>
  meeting.conference.list.find((one) => one.personId === personId)

export function excuseAbsence(held: Held, command: CommandOf<'excuseAbsence'>): Decision {
  const { d, meeting } = held
  const { forceMajeureReducesBase, id } = d.plan.rulebook
  if (!forceMajeureReducesBase.value) return refuse({ code: 'force-majeure-not-in-rulebook', rulebook: id })
  if (!invitee(held, command.personId)) return refuse({ code: 'person-not-on-list', personId: command.personId })
  if (isPresent(meeting.conference, command.personId)) return refuse({ code: 'person-is-present', personId: command.personId })
  const { conferenceId } = meeting.conference
  const { personId, reason, document } = command
  return inOrder(d, command.type, [{ type: 'absenceExcused', conferenceId, personId, reason, document }])
}

export function checkIn(held: Held, command: CommandOf<'checkIn'>): Decision {
  const { d, meeting } = held
  const { conference } = meeting
  if (command.way === 'online' && conference.convened.mode !== 'hybrid') return refuse({ code: 'online-needs-hybrid-meeting' })
  if (command.way === 'sealedEnvelope' && d.state.settings.absenteeBallot !== 'sealedEnvelope')
    return refuse({ code: 'absentee-ballot-disallowed' })
  for (const personId of command.personIds) {
    const found = invitee(held, personId)
    if (!found) return refuse({ code: 'person-not-on-list', personId })
    if (isPresent(conference, personId)) return refuse({ code: 'person-is-present', personId, name: found.name })
  }
  const { conferenceId } = conference
  const ids = [...new Set(command.personIds)]
  return inOrder(
    d,
    command.type,
    ids.map((personId) => ({ type: 'attendeeArrived', conferenceId, personId, arrivedAt: d.stamp.at, way: command.way })),
  )
}

export function takeBackCheckIn({ d, meeting }: Held, command: CommandOf<'takeBackCheckIn'>): Decision {
  if (!isPresent(meeting.conference, command.personId)) return refuse({ code: 'person-not-present', personId: command.personId })
  const { conferenceId } = meeting.conference
  return inOrder(d, command.type, [{ type: 'arrivalTakenBack', conferenceId, personId: command.personId }])
}

export function leaveEarly(held: Held, command: CommandOf<'leaveEarly'>): Decision {
  const { d, meeting } = held
  if (!isPresent(meeting.conference, command.personId)) return refuse({ code: 'person-not-present', personId: command.personId })
  const { conferenceId } = meeting.conference
  return inOrder(d, command.type, [{ type: 'attendeeLeft', conferenceId, personId: command.personId, leftAt: d.stamp.at }])
}

export function noteAbsence(held: Held, command: CommandOf<'noteAbsence'>): Decision {
  const { d, meeting } = held
  if (!invitee(held, command.personId)) return refuse({ code: 'person-not-on-list', personId: command.personId })
  if (isPresent(meeting.conference, command.personId)) return refuse({ code: 'person-is-present', personId: command.personId })
  const { conferenceId } = meeting.conference
  return inOrder(d, command.type, [{ type: 'absenceNoted', conferenceId, personId: command.personId, reason: command.reason }])
}

export function openConference({ d, meeting }: Held): Decision {
  const unmet = firstUnmet(openingConditions(meeting))
  if (unmet) return refuse({ code: unmet.code, ...unmet.numbers })
  const { present, convened } = quorumNow(meeting)
  const { conferenceId } = meeting.conference
  // Everyone who stands, not those the ballot before sent on: who is judged must not tell a result that was not announced.
  const standing = d.state.nominees.map((one) => one.personId)
  return inOrder(d, 'openConference', [
    { type: 'conferenceOpened', conferenceId, openedAt: d.stamp.at, present, convened },
    ...judgedToday(d, standing, 'conference', conferenceId),
  ])
}

/** No quorum: the same conference on a new date, nothing done counts (procedure.md 3.1.8). */
export function declareNotQuorate({ d, meeting }: Held): Decision {
  const { present, convened, needed, isMet } = quorumNow(meeting)
  if (isMet) return refuse({ code: 'quorum-is-there', present, convened, needed })
  const moment = meeting.conference.phase === 'convened' ? 'opening' : 'issuing'
  const { conferenceId } = meeting.conference
  return inOrder(d, 'declareNotQuorate', [{ type: 'conferenceNotQuorate', conferenceId, present, convened, needed, moment }])
}

export function adjourn({ d, meeting }: Held, command: CommandOf<'adjournConference'>): Decision {
  const { conferenceId } = meeting.conference
  return inOrder(d, command.type, [{ type: 'conferenceAdjourned', conferenceId, reason: command.reason }])
}
