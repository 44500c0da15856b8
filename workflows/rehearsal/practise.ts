// The next act of a rehearsal with suggested practice data: what the law waits for, filled in with made-up people, papers and counts.
import { needsPresentations, quorumNow } from '../conference/agenda.ts'
import type { CountEntry } from '../conference/facts.ts'
import { namesOnBallot } from '../conference/names.ts'
import { teamSizeDefault } from '../conference/proceedings.ts'
import type { ConferenceState } from '../conference/state.ts'
import type { OperatorId, PersonId } from '../core/ids.ts'
import type { LiveCase } from '../core/replay.ts'
import { dayOf } from '../core/stamp.ts'
import type { Operator } from '../office.ts'
import type { Condition, NextAct } from '../procedure/case-view.ts'
import type { CaseCommand, CaseCommandType } from '../procedure/commands.ts'
import { ruleOf } from '../procedure/deciding.ts'
import { nextActs } from '../procedure/next-acts.ts'
import { actsOf, planFor } from '../procedure/plan.ts'
import { type CaseState, currentConference, findNominee } from '../procedure/state.ts'
import { mayAskFor } from '../roles.ts'
import type { ActKey, StageKey } from '../rulebooks/types.ts'
import { actionProgram, themes } from '../sample/action-program.ts'
import { bodySizes, type Department, rowsOf } from '../sample/department.ts'

export type PracticeKit = {
  /** The moment of the act, an instant. */
  readonly now: string
  readonly department: Department
  readonly operators: readonly Operator[]
  /** How many people stand for the post before the first conference. */
  readonly candidates: number
}
export type Practice = { readonly by: OperatorId; readonly command: CaseCommand }

/** Null when nothing is left to do, or when the road needs a person: then the gate says what. */
export function nextPractice(live: LiveCase, kit: PracticeKit): Practice | null {
  const acts = nextActs(live)
  const main = acts.find((act) => act.isMain) ?? acts.find((act) => act.gate.isOpen)
  if (main === undefined) return null
  const command = commandFor(live, kit, main)
  if (command === null) return null
  const by = whoMay(live, kit, command)
  return by === undefined ? null : { by, command }
}

/** Somebody of the right role; a count is never confirmed by whoever typed it. */
function whoMay({ state }: LiveCase, { operators }: PracticeKit, command: CaseCommand): OperatorId | undefined {
  const typedBy = command.type === 'confirmCount' ? currentConference(state)?.typed?.by : undefined
  const allowed = mayAskFor(command)
  return operators.find(({ roles, operatorId }) => operatorId !== typedBy && roles.some((role) => allowed.includes(role)))?.operatorId
}

function commandFor(live: LiveCase, kit: PracticeKit, act: NextAct): CaseCommand | null {
  const { state } = live
  const plan = planFor(state.rulebook, state.opened.kind)
  // Enough people to choose from, before anybody meets.
  const wanted = state.opened.kind === 'reappointment' ? 1 : Math.min(kit.candidates, kit.department.candidates.length)
  if (act.command === 'conveneConference' && state.conferences.length === 0 && state.nominees.length < wanted) return propose(state, kit)
  const unmet = act.gate.conditions.find((one) => !one.isMet)
  if (unmet !== undefined) return openerFor(live, kit, unmet)
  switch (act.command) {
    case 'recordAct':
      return act.act === undefined ? null : record(live, kit, act.act.key)
    case 'conveneConference':
      return act.stage === undefined ? null : convene(state, kit, act.stage)
    case 'submitCase':
      return { type: 'submitCase', document: paper(kit, 'TTr') }
    case 'decideCase':
      return {
        type: 'decideCase',
        document: paper(kit, 'QĐ'),
        names: state.goesOn.slice(0, state.opened.seats),
        effectiveOn: dayOf(kit.now),
      }
    case 'makeEffective':
      return { type: 'makeEffective', on: dayOf(kit.now) }
    case 'archiveCase':
      return { type: 'archiveCase', box: 'DIEN-TAP' }
    case 'headChoose':
      return {
        type: 'headChoose',
        decision: ruleOf(state, lastStage(state, plan.stages[0]?.key)).ballot?.rule.method === 'approval' ? 'goOn' : 'choose',
        names: ruleOf(state, lastStage(state, plan.stages[0]?.key)).ballot?.rule.method === 'approval' ? [] : state.goesOn.slice(0, 1),
        opinionsReported: words,
        document: paper(kit, 'TB'),
      }
    case 'resolveNewIssue':
      return { type: 'resolveNewIssue', resolution: 'cleared', document: paper(kit, 'KL') }
    case 'receiveDirection':
      return { type: 'receiveDirection', direction: 'restart', document: paper(kit, 'CV'), names: [] }
    default:
      return inMeeting(live, kit, act.command)
  }
}

const lastStage = (state: CaseState, first: StageKey | undefined): StageKey =>
  state.conferences.findLast((one) => one.phase === 'closed')?.stage ?? first ?? 'leadershipDecision'

const words = 'Nội dung diễn tập, không phải ý kiến của ai.'
const paper = ({ now, department }: PracticeKit, sign: string) => ({
  number: `00/DIỄN TẬP-${sign}`,
  date: dayOf(now),
  issuer: department.organisation.name,
})

function openerFor(live: LiveCase, kit: PracticeKit, unmet: Condition): CaseCommand | null {
  switch (unmet.opensBy) {
    case 'proposeNominee':
      return propose(live.state, kit)
    case 'recordAct':
      return typeof unmet.numbers.act === 'string' ? record(live, kit, unmet.numbers.act as ActKey) : null
    case 'submitActionProgram':
      return handIn(live.state, kit)
    case 'sendReport':
      return { type: 'sendReport', document: paper(kit, 'BC'), explanation: words }
    case undefined:
      return null
    default:
      return inMeeting(live, kit, unmet.opensBy)
  }
}

function propose(state: CaseState, { department }: PracticeKit): CaseCommand | null {
  const member = department.candidates.find(({ personId }) => !findNominee(state, personId))
  if (member === undefined) return null
  const { personId, name, birthDate, citizenId, title } = member
  return {
    type: 'proposeNominee',
    nominee: {
      personId,
      name,
      ballotName: name,
      birthDate,
      citizenId,
      currentPost: title,
      currentRank: 3,
      isPlanned: true,
      isEligible: true,
    },
  }
}

function record({ state }: LiveCase, kit: PracticeKit, key: ActKey): CaseCommand | null {
  const plan = planFor(state.rulebook, state.opened.kind)
  const rule = plan.steps.flatMap((step) => (step.kind === 'acts' ? actsOf(plan, step.state) : [])).find((one) => one.key === key)
  if (rule === undefined) return null
  const today = dayOf(kit.now)
  const details = Object.fromEntries(
    rule.fields.map((field) => [field, field === 'receivedOn' ? today : field === 'numberToFill' ? String(state.opened.seats) : words]),
  )
  return { type: 'recordAct', act: key, document: paper(kit, 'CV'), doneOn: today, details }
}

function handIn(state: CaseState, { now }: PracticeKit): CaseCommand | null {
  const standing = state.nominees.filter(({ personId }) => !state.withdrawn.includes(personId))
  const index = standing.findIndex(({ personId }) => !state.programs[personId]?.length)
  const nominee = standing[index]
  if (nominee === undefined) return null
  const { post } = state.opened
  const program = actionProgram(themes[index % themes.length] ?? themes[0], post.title, post.unit, 3)
  return { type: 'submitActionProgram', personId: nominee.personId, program, handedInOn: dayOf(now) }
}

function convene(state: CaseState, kit: PracticeKit, stage: StageKey): CaseCommand {
  const { department, now } = kit
  const { body } = ruleOf(state, stage)
  const plan = planFor(state.rulebook, state.opened.kind)
  return {
    type: 'conveneConference',
    stage,
    plannedAt: now,
    place: 'Phòng diễn tập',
    mode: 'inPerson',
    membersTotal: bodySizes[body],
    rows: rowsOf(department, body),
    ...(plan.rulebook.convocationListApprovedAbove.value && { listApproval: paper(kit, 'QĐ') }),
    chair: department.chair.personId,
    secretary: department.secretary.personId,
  }
}

function inMeeting(live: LiveCase, kit: PracticeKit, command: CaseCommandType): CaseCommand | null {
  const { state } = live
  const conference = currentConference(state)
  if (conference === undefined) return null
  const plan = planFor(state.rulebook, state.opened.kind)
  const stage = ruleOf(state, conference.stage)
  const meeting = { plan, state, stage, conference }
  const { present } = quorumNow(meeting)
  switch (command) {
    case 'checkIn':
      return {
        type: 'checkIn',
        personIds: conference.list.map(({ personId }) => personId).filter((id) => conference.attendance[id]?.status !== 'present'),
        way: 'inRoom',
      }
    case 'openConference':
    case 'confirmCount':
    case 'announceResult':
      return { type: command }
    case 'statePurpose':
      return { type: 'statePurpose', summary: words }
    case 'adoptList':
      return { type: 'adoptList', names: state.nominees.map(({ personId }) => personId).filter((id) => !state.withdrawn.includes(id)) }
    case 'presentActionProgram':
      return needsPresentations(meeting) ? present1(state, conference, namesOnBallot(plan, state, stage, conference), kit) : null
    case 'submitActionProgram':
      return handIn(state, kit)
    case 'giveNomineeInformation':
      return { type: 'giveNomineeInformation', summary: words }
    case 'adoptCountingTeam':
      return { type: 'adoptCountingTeam', members: teamOf(state, conference, present), inFavour: present, of: present }
    case 'prepareBallots': {
      const printed = plan.rulebook.ballotsPreparedEqualConvened.value ? quorumNow(meeting).convened : present
      return { type: 'prepareBallots', printed, mark: plan.rulebook.ballotMarks.value[0] ?? 'hangingSeal' }
    }
    case 'issueBallots':
      return { type: 'issueBallots', issued: Math.min(present, conference.prepared?.printed ?? present) }
    case 'collectBallots': {
      const issued = conference.issued?.issued ?? 0
      return { type: 'collectBallots', collected: issued, unusedSealed: (conference.prepared?.printed ?? issued) - issued }
    }
    case 'typeCount':
      return { type: 'typeCount', entry: practiceCount(state, conference) }
    case 'closeConference':
      return { type: 'closeConference', conclusion: words, countComplaint: '' }
    default:
      return null
  }
}

function present1(state: CaseState, conference: ConferenceState, names: readonly PersonId[], { now }: PracticeKit): CaseCommand | null {
  const next = names.find((id) => !conference.presentations.some((one) => one.personId === id))
  if (next === undefined) return null
  // A talk of no length would not be believed: it began when the last thing was written down.
  return { type: 'presentActionProgram', personId: next, presentedFrom: state.lastAt, presentedTo: now, summary: words, questions: [] }
}

/** People of the meeting who stand for nothing and do not chair it, those without a vote first. */
function teamOf(state: CaseState, conference: ConferenceState, present: number) {
  const free = conference.list.filter(
    ({ personId }) =>
      personId !== conference.convened.chair && !findNominee(state, personId) && conference.attendance[personId]?.status === 'present',
  )
  const size = teamSizeDefault(state.settings, present)
  return [...free]
    .sort((one, other) => Number(one.hasVote) - Number(other.hasVote))
    .slice(0, size)
    .map(({ personId, name }, index) => ({ personId, name, role: index === 0 ? ('head' as const) : ('member' as const) }))
}

/** Practice figures for the ballot just collected: the first name well ahead, one slip invalid where there are many. They add up. */
function practiceCount(state: CaseState, conference: ConferenceState): CountEntry {
  const stage = ruleOf(state, conference.stage)
  const collected = conference.collected?.collected ?? 0
  const ballotsInvalid = collected > 10 ? 1 : 0
  const ballotsValid = collected - ballotsInvalid
  const common = { ballotsValid, ballotsInvalid, ...(ballotsInvalid > 0 && { invalidReasons: { TOO_MANY: ballotsInvalid } }) }
  const method = stage.ballot?.rule.method
  const lead = Math.ceil(ballotsValid * 0.8)
  if (method === 'approval') return { ...common, agree: lead, disagree: ballotsValid - lead, noOpinion: 0 }
  const names = (conference.issued?.names ?? []).map((id) => findNominee(state, id)?.ballotName ?? id)
  const { seats } = state.opened
  const votes = names.map((_, index) => (index < seats ? lead : index === seats ? ballotsValid - lead : 0))
  return { ...common, votes: Object.fromEntries(names.map((name, index) => [name, votes[index] ?? 0])) }
}
