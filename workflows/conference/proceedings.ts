// What is said and agreed in the room before ballots go out: purpose, list, action programs, information, counting team.
import type { Refusal } from '../core/refusal.ts'
import { refuse } from '../core/result.ts'
import type { CommandOf } from '../procedure/commands.ts'
import { type Decision, inOrder } from '../procedure/deciding.ts'
import { findNominee } from '../procedure/state.ts'
import { CaseSettings } from '../rulebooks/settings.ts'
import { agendaConditions, firstUnmet, needsPresentations, quorumNow } from './agenda.ts'
import type { Held } from './convening.ts'
import { makesList, namesOnBallot } from './names.ts'
import { isPresent } from './presence.ts'
import { overHalf } from './threshold.ts'

/** The agenda of 2.8 runs in order: what stands before `until` must be done first. */
function agendaRefusal({ meeting }: Held, until: string): Decision | undefined {
  const conditions = agendaConditions(meeting)
  const at = conditions.findIndex((one) => one.code === until)
  const unmet = firstUnmet(at < 0 ? conditions : conditions.slice(0, at))
  return unmet && refuse({ code: unmet.code, ...unmet.numbers })
}

export function statePurpose({ d, meeting }: Held, command: CommandOf<'statePurpose'>): Decision {
  const { conferenceId } = meeting.conference
  return inOrder(d, command.type, [{ type: 'purposeStated', conferenceId, summary: command.summary }])
}

export function adoptList(held: Held, command: CommandOf<'adoptList'>): Decision {
  const { d, meeting } = held
  const { state } = d
  const early = agendaRefusal(held, 'list-not-adopted')
  if (early) return early
  if (!makesList(d.plan, state, meeting.stage)) return refuse({ code: 'list-comes-from-earlier-step', stage: meeting.stage.key })
  if (command.names.length === 0) return refuse({ code: 'list-is-empty' })
  for (const personId of command.names) {
    const nominee = findNominee(state, personId)
    if (!nominee || state.withdrawn.includes(personId)) return refuse({ code: 'nominee-unknown', personId })
    if (!nominee.isEligible) return refuse({ code: 'nominee-not-eligible', name: nominee.name })
    if (!nominee.isPlanned) return refuse({ code: 'nominee-not-planned', name: nominee.name })
  }
  if (state.opened.overlays.includes('OV-142') && state.introducedByHead !== undefined) {
    // QĐ142: the collective considers and puts the introduced person on the list (procedure.md 3.9).
    const name = findNominee(state, state.introducedByHead)?.name ?? ''
    if (!command.names.some((id) => id === state.introducedByHead)) return refuse({ code: 'head-introduced-missing', name })
    if (state.settings.headIntroducedOnly === true && command.names.length > 1) return refuse({ code: 'head-introduced-only', name })
  }
  const { conferenceId } = meeting.conference
  return inOrder(d, command.type, [{ type: 'listAdopted', conferenceId, names: [...new Set(command.names)] }])
}

/** A name from outside the list, where the stage admits one (procedure.md 2.2): known, eligible, and planned for a write-in. */
export function introduceName({ d, meeting }: Held, command: CommandOf<'introduceName'>): Decision {
  const { state } = d
  const allowed = meeting.stage.ballot?.outsideNames ?? { value: 'no', article: '' }
  const { conference } = meeting
  // On the slips before they go out; after that what was written in by hand, found at the count.
  if (allowed.value === 'no') return refuse({ code: 'outside-names-not-allowed', stage: meeting.stage.key, article: allowed.article })
  const nominee = findNominee(state, command.personId)
  if (!nominee || state.withdrawn.includes(command.personId)) return refuse({ code: 'nominee-unknown', personId: command.personId })
  if (!nominee.isEligible) return refuse({ code: 'nominee-not-eligible', name: nominee.name })
  if (allowed.value === 'planned' && !nominee.isPlanned) return refuse({ code: 'nominee-not-planned', name: nominee.name })
  if (
    namesOnBallot(d.plan, state, meeting.stage, conference).includes(command.personId) ||
    conference.introduced.includes(command.personId)
  ) {
    return refuse({ code: 'name-already-on-ballot', name: nominee.name })
  }
  if (conference.phase === 'opened' && conference.purpose === undefined) return refuse({ code: 'purpose-not-stated' })
  const { conferenceId } = conference
  return inOrder(d, command.type, [
    { type: 'nameIntroduced', conferenceId, personId: command.personId, introducedBy: command.introducedBy },
  ])
}

export function setSpeakingOrder({ d, meeting }: Held, command: CommandOf<'setSpeakingOrder'>): Decision {
  if (!needsPresentations(meeting)) return refuse({ code: 'no-presentations-here', stage: meeting.stage.key })
  const expected = namesOnBallot(d.plan, d.state, meeting.stage, meeting.conference)
  const isSame = command.names.length === expected.length && expected.every((id) => command.names.includes(id))
  if (!isSame) return refuse({ code: 'speaking-order-incomplete', named: command.names.length, expected: expected.length })
  const { conferenceId } = meeting.conference
  return inOrder(d, command.type, [{ type: 'speakingOrderSet', conferenceId, method: command.method, names: command.names }])
}

/** The minutes tell the gist, not the text (documents.md A8.4). */
export const summaryWords = 300
export const wordsIn = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length

/** One nominee presents the submitted version of the action program (procedure.md 4, documents.md A8.4). */
export function presentActionProgram(held: Held, command: CommandOf<'presentActionProgram'>): Decision {
  const { d, meeting } = held
  const { state } = d
  const { conference } = meeting
  const early = agendaRefusal(held, 'action-program-not-presented')
  if (early) return early
  if (!needsPresentations(meeting)) return refuse({ code: 'no-presentations-here', stage: meeting.stage.key })
  const name = findNominee(state, command.personId)?.name ?? command.personId
  if (!namesOnBallot(d.plan, state, meeting.stage, conference).includes(command.personId))
    return refuse({ code: 'name-not-on-ballot', name })
  if (conference.presentations.some((one) => one.personId === command.personId))
    return refuse({ code: 'action-program-already-presented', name })
  const program = state.programs[command.personId]?.at(-1)
  if (!program) return refuse({ code: 'action-program-not-submitted', name })
  const times = presentationTimes(held, command)
  if (times) return times
  const words = wordsIn(command.summary)
  if (words > summaryWords) return refuse({ code: 'presentation-summary-too-long', words, most: summaryWords })
  const attached = program.program.attachments?.map(({ sha256 }) => sha256) ?? []
  const earlier = state.conferences.filter((one) => one.convened.runNo === state.runNo).flatMap((one) => one.presentations)
  const differsFromEarlier = earlier.some((one) => one.personId === command.personId && one.programSha256 !== program.sha256)
  return inOrder(d, command.type, [
    {
      ...command,
      type: 'actionProgramPresented',
      conferenceId: conference.conferenceId,
      order: conference.presentations.length + 1,
      programVersion: program.version,
      programSha256: program.sha256,
      differsFromEarlier,
      ...(attached.length > 0 && { attachmentSha256: attached }),
      recordedBy: d.stamp.by,
    },
  ])
}

function presentationTimes(
  { d, meeting }: Held,
  { presentedFrom, presentedTo, questions }: CommandOf<'presentActionProgram'>,
): Decision | undefined {
  const from = Date.parse(presentedFrom)
  const to = Date.parse(presentedTo)
  const opened = Date.parse(meeting.conference.openedAt ?? d.stamp.at)
  // A moment no calendar has is NaN, which is after nothing.
  if (!(to > from)) return refuse({ code: 'presentation-times-reversed', presentedFrom, presentedTo })
  if (from < opened) return refuse({ code: 'presentation-before-opening', presentedFrom, openedAt: meeting.conference.openedAt ?? '' })
  if (to > Date.parse(d.stamp.at)) return refuse({ code: 'presentation-in-future', presentedTo, now: d.stamp.at })
  return answerTimes({ d, meeting }, to, questions)
}

/** Answers follow the talk; a time nobody took down says nothing. */
function answerTimes({ d }: Held, talkEnd: number, questions: CommandOf<'presentActionProgram'>['questions']): Decision | undefined {
  const no = questions.findIndex(({ answeredFrom, answeredTo }) => {
    const begun = answeredFrom === undefined ? talkEnd : Date.parse(answeredFrom)
    const ended = answeredTo === undefined ? begun : Date.parse(answeredTo)
    return !(begun >= talkEnd && ended >= begun && ended <= Date.parse(d.stamp.at))
  })
  return no < 0 ? undefined : refuse({ code: 'answer-times-wrong', no: no + 1 })
}

/** What the conference settles by a show of hands, more than half of them settle (procedure.md 3 and 7.2, DEFAULT: no text says how many). */
function handsRefusal({ inFavour, of }: { readonly inFavour: number; readonly of: number }, present: number): Refusal | undefined {
  if (of > present || inFavour > of) return { code: 'show-of-hands-wrong', inFavour, of, present }
  return overHalf(inFavour, of) ? undefined : { code: 'show-of-hands-not-carried', inFavour, of }
}

/** Someone who does not present leaves this ballot by a recorded decision of the conference, never silently (procedure.md 4.4). */
export function removeFromBallot({ d, meeting }: Held, command: CommandOf<'removeFromBallot'>): Decision {
  const { conference, stage } = meeting
  const name = findNominee(d.state, command.personId)?.name ?? command.personId
  const onBallot = namesOnBallot(d.plan, d.state, stage, conference)
  if (!onBallot.includes(command.personId)) return refuse({ code: 'name-not-on-ballot', name })
  const { present } = quorumNow(meeting)
  const hands = handsRefusal(command, present)
  if (hands) return refuse(hands)
  const { personId, reason, inFavour, of } = command
  return inOrder(d, command.type, [
    { type: 'nomineeRemovedFromBallot', conferenceId: conference.conferenceId, personId, reason, inFavour, of },
  ])
}

export function giveNomineeInformation(held: Held, command: CommandOf<'giveNomineeInformation'>): Decision {
  const early = agendaRefusal(held, 'nominee-information-missing')
  if (early) return early
  const { conferenceId } = held.meeting.conference
  return inOrder(held.d, command.type, [{ type: 'nomineeInformationGiven', conferenceId, summary: command.summary }])
}

/** How many the counting team should be, by the setting `countingTeam` (procedure.md 7.2, DEFAULT). */
export function teamSizeDefault(settings: Readonly<Record<string, unknown>>, present: number): number {
  if (settings.countingTeam === undefined) return 3 // a case from before there was the setting
  const rule = CaseSettings.shape.countingTeam.parse(settings.countingTeam)
  if (present < 8) return rule.below8
  return present > 100 ? rule.above100 : rule.size
}

export function adoptCountingTeam(held: Held, command: CommandOf<'adoptCountingTeam'>): Decision {
  const { d, meeting } = held
  const { conference, stage } = meeting
  const early = agendaRefusal(held, 'end')
  if (early) return early
  const { present } = quorumNow(meeting)
  const heads = command.members.filter((one) => one.role === 'head').length
  if (heads !== 1) return refuse({ code: 'counting-team-needs-one-head', heads })
  const expected = teamSizeDefault(d.state.settings, present)
  if (command.members.length !== expected) return refuse({ code: 'counting-team-size', size: command.members.length, expected })
  if (new Set(command.members.map((one) => one.personId)).size !== command.members.length)
    return refuse({ code: 'counting-team-member-twice' })
  const nominees = namesOnBallot(d.plan, d.state, stage, conference)
  for (const member of command.members) {
    if (nominees.includes(member.personId)) return refuse({ code: 'nominee-in-counting-team', name: member.name })
    if (member.personId === conference.convened.chair) return refuse({ code: 'chair-in-counting-team', name: member.name })
    if (!isPresent(conference, member.personId)) return refuse({ code: 'counting-team-member-absent', name: member.name })
  }
  const hands = handsRefusal(command, present)
  if (hands) return refuse(hands)
  const { members, inFavour, of } = command
  return inOrder(d, command.type, [{ type: 'countingTeamAdopted', conferenceId: conference.conferenceId, members, inFavour, of }])
}

export function noteStatement({ d, meeting }: Held, command: CommandOf<'noteStatement'>): Decision {
  const { conferenceId } = meeting.conference
  return inOrder(d, command.type, [{ type: 'statementNoted', conferenceId, speaker: command.speaker, summary: command.summary }])
}
