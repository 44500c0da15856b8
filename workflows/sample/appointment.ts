// The sample appointment: a deputy director of a made-up department, from the policy request to the archive, under any rulebook.
import type { Nominee } from '../procedure/facts.ts'
import { planFor } from '../procedure/plan.ts'
import type { RulebookId, StageKey, StageRule } from '../rulebooks/types.ts'
import { actionProgram, themes } from './action-program.ts'
import { type ActWords, recordAct } from './acts.ts'
import { boxFor, standing } from './counts.ts'
import { type Course, courseOf, superior } from './course.ts'
import { type Department, department, desks, type Member } from './department.ts'
import { draws } from './draws.ts'
import { askEligibility } from './eligibility.ts'
import { type MeetingPlan, playMeeting } from './meeting.ts'
import { askConvocationList, askInvitation, askNomineeList, askPartyOpinion, askPolicy, askProgram } from './papers.ts'
import { type SampleCase, sampleCase } from './sample-case.ts'
import { type Script, script } from './script.ts'
import { askAnnouncement, askDecision, askSubmission } from './slips-and-decision.ts'
import { closing, information, purposes, speech, statements } from './speeches.ts'

export type AppointmentChoice = {
  readonly rulebook: RulebookId
  /** With the action programs (OV-AP2021) or without. */
  readonly overlay: boolean
  readonly seed?: number
  readonly caseId?: string
  /** The department, in place of one made by the seed; its first candidate is appointed. */
  readonly people?: Department
  /** Asks for the papers beside the minutes too. */
  readonly papers?: boolean
  /** Stops the case after this conference instead of in the archive. */
  readonly upTo?: StageKey
}

/** Days after the first Monday on which conferences are held. */
const meetingDays: Readonly<Record<StageKey, number>> = {
  leadershipPreparation: 2,
  leadershipOrientation: 2,
  expandedNomination: 8,
  leadershipReview: 9,
  divergenceBallot: 9,
  keyOfficialsConsultation: 10,
  leadershipDecision: 16,
}

type Cast = {
  readonly department: Department
  readonly course: Course
  readonly choice: AppointmentChoice
  readonly strongest: readonly [Member, Member, Member]
}

/** The whole sample appointment as orders with their people and hours. Deterministic: the same choice gives the same acts. */
export function sampleAppointment(choice: AppointmentChoice): SampleCase {
  const by = draws(choice.seed ?? 2026)
  const people = choice.people ?? department(by)
  const course = courseOf(choice.rulebook)
  const turn = choice.people ? 0 : by.whole(3)
  const [a, b, c] = people.candidates
  const strongest = turn === 0 ? ([a, b, c] as const) : turn === 1 ? ([b, c, a] as const) : ([c, a, b] as const)
  const cast: Cast = { department: people, course, choice, strongest }
  const to = script(course.start, '08:00')
  openAndApprove(to, cast)
  const stages = planFor(choice.rulebook, 'appointmentOnSite').stages
  for (const stage of stages) {
    hold(to, cast, stage)
    if (stage.key === choice.upTo) return sampleCase(choice.caseId ?? 'mau-bo-nhiem', people, to)
  }
  conclude(to, cast)
  return sampleCase(choice.caseId ?? 'mau-bo-nhiem', people, to)
}

function openAndApprove(to: Script, { department: people, course, choice, strongest }: Cast): void {
  const { organisation } = people
  const post = { title: 'Phó Giám đốc Sở', unit: organisation.name, rank: 6, isHead: false }
  to.order(desks.hr, {
    type: 'openCase',
    opening: {
      kind: 'appointmentOnSite',
      post,
      seats: 1,
      track: 'civilServant',
      startDate: course.start,
      organisation,
      decidesHere: false,
      headVacant: false,
      termYears: 5,
      classification: 'none',
      isSample: true,
    },
    overlays: choice.overlay ? ['OV-AP2021'] : [],
    settings: {},
  })
  if (choice.papers) askPolicy(to, people, course.on(-7))
  const words: ActWords = {
    post: post.title,
    numberToFill: '01',
    source: 'tại chỗ',
    plannedAssignment: 'Phụ trách tổ chức bộ máy, cải cách hành chính và công tác công chức, viên chức',
  }
  const [draft, requested] = planFor(choice.rulebook, 'appointmentOnSite').steps.flatMap((step) =>
    step.kind === 'acts' ? [step.acts] : [],
  )
  // Where the paper itself is made, it is the first of its register; the act is recorded with the number it got.
  for (const rule of draft ?? [])
    recordAct(to, rule, course.on(-7), course.document(choice.papers ? '01/TTr-SNV' : '15/TTr-SNV', -7, organisation.name), words)
  for (const rule of requested ?? []) recordAct(to, rule, course.on(0), course.document('236/UBND-NC', 0, superior), words)
  for (const member of people.candidates) to.order(desks.hr, { type: 'proposeNominee', nominee: nomineeOf(member) }, 3)
  if (choice.papers) for (const member of people.candidates) askEligibility(to, people, member, post.title)
  if (!choice.overlay) return
  to.goTo(course.on(1), '09:00')
  strongest.forEach((member, index) => {
    const program = actionProgram(themes[index] ?? themes[0], post.title, organisation.name, 5)
    to.order(desks.hr, { type: 'submitActionProgram', personId: member.personId, program, handedInOn: course.on(1) }, 10)
    if (choice.papers) askProgram(to, member.personId)
  })
}

const nomineeOf = ({ personId, name, birthDate, citizenId, title }: Member): Nominee => ({
  personId,
  name,
  ballotName: name,
  birthDate,
  citizenId,
  currentPost: title,
  currentRank: 5,
  isPlanned: true,
  isEligible: true,
})

function hold(to: Script, cast: Cast, stage: StageRule): void {
  const { course, choice, department: people, strongest } = cast
  const day = meetingDays[stage.key]
  if (stage.key === 'leadershipDecision') askParty(to, cast)
  to.goTo(course.on(day - 1), stage.key === 'leadershipPreparation' || stage.key === 'leadershipOrientation' ? '14:00' : '16:30')
  const onSlips = strongest.slice(0, standing(choice.rulebook, stage.key))
  const plan = planOf(cast, stage, day, onSlips)
  playMeeting(to, people, choice.papers ? { ...plan, ...paperMoments(people, plan, onSlips) } : plan)
}

/** Invitation and list of nominees once the meeting is called; its convocation list when it is open and frozen. */
const paperMoments = (people: Department, { stage, list }: MeetingPlan, onSlips: readonly Member[]): Partial<MeetingPlan> => ({
  onConvened: (to) => {
    askInvitation(to, people, stage, 'Xem xét nhân sự bổ nhiệm chức vụ Phó Giám đốc Sở theo quy trình')
    askNomineeList(to, people, stage, list || stage.stepNo === 1 ? people.candidates : onSlips)
  },
  onOpened: (to) => askConvocationList(to, people, stage),
})

function planOf(
  { course, choice, department: people, strongest }: Cast,
  stage: StageRule,
  day: number,
  onSlips: readonly Member[],
): MeetingPlan {
  const isWide = stage.body !== 'leadershipCollective'
  const isAnnounced = stage.ballot !== null && stage.ballot.announce.value !== 'no'
  const adopts = stage.adoptsList || (choice.rulebook === 'RB2017' && stage.key === 'expandedNomination')
  const presents = choice.overlay && (stage.key === 'expandedNomination' || stage.key === 'leadershipDecision')
  const [a, b, c] = strongest
  const count = boxFor(choice.rulebook, stage.key, [a.name, b.name, c.name])
  const away = people.members
  const last = away.slice(-3)
  const excused = choice.rulebook === 'RB2026' && stage.key === 'expandedNomination' ? away[18] : undefined
  const late = stage.key === 'expandedNomination' ? away[19] : undefined
  const byName = people.candidates.map((one) => one.personId)
  return {
    stage,
    day: course.on(day),
    hour: '08:00',
    place: isWide ? 'Hội trường lớn, trụ sở Sở Nội vụ' : 'Phòng họp số 1, trụ sở Sở Nội vụ',
    absent: stage.body === 'keyOfficials' ? last : isWide ? away.slice(20, 21) : [],
    ...(late && { late }),
    ...(excused && { excused }),
    purpose: purposes[stage.key],
    conclusion: closing(isAnnounced),
    ...(adopts && { list: byName }),
    speakers: presents ? onSlips.map((member) => speech(member, strongest.indexOf(member), stage.key)) : [],
    ...(stage.nomineeInformation && { information: information(onSlips) }),
    ...statementOf(people, stage),
    ...(count && { count }),
    isAnnounced,
    ...(choice.papers && { slips: true }),
    ...(choice.rulebook === 'RB2026' && { listApproval: { ...course.document(`${250 + day}/QĐ-SNV`, day - 1), issuer: superior } }),
  }
}

function statementOf(people: Department, stage: StageRule): Pick<MeetingPlan, 'statement'> {
  const summary = statements[stage.key]
  const speaker = people.members[1]
  return summary !== undefined && speaker ? { statement: { speaker, summary } } : {}
}

/** The written opinion of the Party committee comes before the last conference (procedure.md 3.1). */
function askParty(to: Script, { course, choice, strongest, department: people }: Cast): void {
  to.goTo(course.on(14), '09:00')
  const steps = planFor(choice.rulebook, 'appointmentOnSite').steps
  const checks = steps.find((step) => step.kind === 'acts' && step.state === 'preDecisionChecks')
  const rules = checks?.kind === 'acts' ? checks.acts.filter((rule) => rule.required.value) : []
  if (choice.papers) askPartyOpinion(to, people, strongest.slice(0, standing(choice.rulebook, 'leadershipDecision')), course.on(15))
  const words: ActWords = { opinion: `Nhất trí với nhân sự ${strongest[0].name}; đủ tiêu chuẩn, điều kiện bổ nhiệm.` }
  for (const rule of rules) recordAct(to, rule, course.on(14), course.document('27-CV/ĐU', 14, 'Đảng ủy Sở Nội vụ tỉnh Mẫu'), words)
}

function conclude(to: Script, { course, choice, strongest, department: people }: Cast): void {
  const [winner] = strongest
  to.goTo(course.on(17), '09:00')
  if (choice.papers) askSubmission(to, people)
  to.order(desks.hr, {
    type: 'submitCase',
    document: course.document(choice.papers ? '02/TTr-SNV' : '31/TTr-SNV', 17, people.organisation.name),
  })
  to.goTo(course.on(22), '10:00')
  if (choice.papers) askDecision(to, course, 25)
  const document = course.document('1187/QĐ-UBND', 22, superior)
  to.order(desks.authority, { type: 'decideCase', document, names: [winner.personId], effectiveOn: course.on(25) })
  to.goTo(course.on(25), '08:00')
  if (choice.papers) askAnnouncement(to, people)
  to.order(desks.hr, { type: 'makeEffective', on: course.on(25) })
  to.goTo(course.on(30), '14:00')
  to.order(desks.hr, { type: 'archiveCase', box: `TCCB-${course.start.slice(0, 4)}-01` })
}
