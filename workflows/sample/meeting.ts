// One conference of the sample, from convening to closing, in the order of a meeting (procedure.md 2.8).
import type { CountEntry } from '../conference/facts.ts'
import type { PersonId } from '../core/ids.ts'
import type { StageRule } from '../rulebooks/types.ts'
import { bodySizes, type Department, desks, type Member, rowsOf } from './department.ts'
import type { Script } from './script.ts'
import { askSlips, sealSlips } from './slips-and-decision.ts'

export type MeetingPlan = {
  readonly stage: StageRule
  readonly day: string
  readonly hour: string
  readonly place: string
  /** Who stays away with a reason, who comes late, who is excused for force majeure (RB2026). */
  readonly absent: readonly Member[]
  readonly late?: Member
  readonly excused?: Member
  readonly purpose: string
  readonly conclusion: string
  /** Names adopted as the list here. */
  readonly list?: readonly PersonId[]
  /** Those who present their action program here, in the order drawn. */
  readonly speakers: readonly Speaker[]
  readonly information?: string
  readonly statement?: { readonly speaker: Member; readonly summary: string }
  /** Totals of the box; the engine knows how many came. Absent at a meeting without a ballot. */
  readonly count?: (present: number) => CountEntry
  readonly isAnnounced: boolean
  /** Papers asked for at these moments. */
  readonly onConvened?: (to: Script) => void
  readonly onOpened?: (to: Script) => void
  /** Slips are drawn before the ballot and sealed after the count. */
  readonly slips?: boolean
  readonly listApproval?: { readonly number: string; readonly date: string; readonly issuer: string }
}
export type Speaker = {
  readonly member: Member
  readonly summary: string
  readonly questions: readonly { readonly askedBy: string; readonly text: string; readonly answer: string }[]
}

/** Plays one conference into the script. */
export function playMeeting(to: Script, department: Department, plan: MeetingPlan): void {
  const { stage } = plan
  convene(to, department, plan)
  plan.onConvened?.(to)
  const present = gather(to, department, plan)
  to.goTo(plan.day, plan.hour)
  to.order(desks.chair, { type: 'openConference' }, 3)
  to.order(desks.meeting, { type: 'statePurpose', summary: plan.purpose }, 8)
  if (plan.late) to.order(desks.meeting, { type: 'checkIn', personIds: [plan.late.personId], way: 'inRoom' }, 2)
  plan.onOpened?.(to)
  if (plan.list) to.order(desks.meeting, { type: 'adoptList', names: [...plan.list] }, 6)
  presentPrograms(to, plan)
  if (plan.information !== undefined) to.order(desks.meeting, { type: 'giveNomineeInformation', summary: plan.information }, 6)
  if (plan.statement) {
    const { speaker, summary } = plan.statement
    to.order(desks.meeting, { type: 'noteStatement', speaker: speaker.name, summary }, 4)
  }
  if (stage.ballot && plan.count) vote(to, department, plan, present, plan.count)
  to.order(desks.chair, { type: 'closeConference', conclusion: plan.conclusion, ...(stage.ballot && { countComplaint: '' }) }, 5)
}

function convene(to: Script, department: Department, plan: MeetingPlan): void {
  const { stage, day, hour, place, listApproval } = plan
  to.order(
    desks.hr,
    {
      type: 'conveneConference',
      stage: stage.key,
      plannedAt: `${day}T${hour}:00+07:00`,
      place,
      mode: 'inPerson',
      membersTotal: bodySizes[stage.body],
      rows: rowsOf(department, stage.body),
      ...(listApproval && { listApproval }),
      chair: department.chair.personId,
      secretary: department.secretary.personId,
    },
    4,
  )
  if (plan.excused) {
    to.order(
      desks.hr,
      {
        type: 'excuseAbsence',
        personId: plan.excused.personId,
        reason: 'điều trị nội trú theo giấy của bệnh viện',
        document: { number: '118/UBND-NC', date: day, issuer: 'Ủy ban nhân dân tỉnh Mẫu' },
      },
      4,
    )
  }
}

/** Those on time are checked in together, the absent are noted. Returns how many with a vote will be there, the late one among them. */
function gather(to: Script, department: Department, plan: MeetingPlan): number {
  const { absent, late, excused } = plan
  const rows = rowsOf(department, plan.stage.body)
  const voting = new Set(rows.filter((row) => row.hasVote).map((row) => row.personId))
  const away = new Set([...absent, ...(excused ? [excused] : []), ...(late ? [late] : [])].map((one) => one.personId))
  const onTime = [...new Set(rows.map((row) => row.personId))].filter((id) => !away.has(id))
  to.goTo(plan.day, quarterBefore(plan.hour))
  to.order(desks.meeting, { type: 'checkIn', personIds: onTime, way: 'inRoom' }, 6)
  for (const { personId } of absent) {
    to.order(desks.meeting, { type: 'noteAbsence', personId, reason: 'đi công tác theo kế hoạch đã được duyệt' }, 2)
  }
  return [...onTime, ...(late ? [late.personId] : [])].filter((id) => voting.has(id)).length
}

/** A quarter before the hour: people come early. */
function quarterBefore(hour: string): string {
  const [hours = 0, minutes = 0] = hour.split(':').map(Number)
  const total = hours * 60 + minutes - 15
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
}

function presentPrograms(to: Script, plan: MeetingPlan): void {
  if (plan.speakers.length === 0) return
  const names = plan.speakers.map((one) => one.member.personId)
  to.order(desks.meeting, { type: 'setSpeakingOrder', method: 'lot', names }, 2)
  for (const { member, summary, questions } of plan.speakers) {
    const presentedFrom = to.now()
    to.pass(10)
    const presentedTo = to.now()
    to.pass(9)
    to.order(
      desks.meeting,
      { type: 'presentActionProgram', personId: member.personId, presentedFrom, presentedTo, summary, questions: [...questions] },
      1,
    )
  }
}

/** Two at a meeting of fewer than eight, else three (procedure.md 7.2). */
function teamFor({ hrHead, hrExpert, inspector }: Department, present: number) {
  const member = ({ personId, name, citizenId }: Member, role: 'head' | 'secretary' | 'member') => ({ personId, name, citizenId, role })
  const two = [member(hrHead, 'head'), member(hrExpert, 'secretary')]
  return present < 8 ? two : [...two, member(inspector, 'member')]
}

function vote(to: Script, department: Department, plan: MeetingPlan, present: number, count: (present: number) => CountEntry): void {
  const printed = bodySizes[plan.stage.body] - (plan.excused ? 1 : 0)
  to.order(desks.meeting, { type: 'adoptCountingTeam', members: teamFor(department, present), inFavour: present, of: present }, 3)
  if (plan.slips) askSlips(to, plan.stage, printed)
  to.order(desks.meeting, { type: 'prepareBallots', printed, mark: 'hangingSeal', ...(plan.slips && { slips: 'fromApp' as const }) }, 4)
  to.order(desks.counter, { type: 'issueBallots', issued: present }, 12)
  to.order(desks.counter, { type: 'collectBallots', collected: present, unusedSealed: printed - present }, 15)
  to.order(desks.counter, { type: 'typeCount', entry: count(present) }, 4)
  to.order(desks.confirmer, { type: 'confirmCount' }, 5)
  if (plan.slips) sealSlips(to, department, plan.stage, count(present), printed - present)
  if (plan.isAnnounced) to.order(desks.chair, { type: 'announceResult' }, 3)
}
