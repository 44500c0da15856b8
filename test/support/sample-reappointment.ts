// The sample reappointment: a deputy director whose term ends, under any rulebook (procedure.md 3.3).
import type { CountEntry } from '../../workflows/conference/facts.ts'
import { planFor } from '../../workflows/procedure/plan.ts'
import type { RulebookId, StageRule, Step } from '../../workflows/rulebooks/types.ts'
import { type ActWords, recordAct } from '../../workflows/sample/acts.ts'
import { type Course, courseOf, superior } from '../../workflows/sample/course.ts'
import { type Department, department, desks, type Member } from '../../workflows/sample/department.ts'
import { draws } from '../../workflows/sample/draws.ts'
import { playMeeting } from '../../workflows/sample/meeting.ts'
import { type SampleCase, sampleCase } from '../../workflows/sample/sample-case.ts'
import { type Script, script } from '../../workflows/sample/script.ts'
import { closing, purposes } from '../../workflows/sample/speeches.ts'

export type ReappointmentChoice = { readonly rulebook: RulebookId; readonly seed?: number; readonly caseId?: string }

/** Days after the first Monday on which each step of the procedure is taken. */
const days = {
  draft: 0,
  noticeSent: 8,
  selfReported: 9,
  keyOfficialsConsultation: 22,
  headAssessment: 24,
  preDecisionChecks: 28,
  leadershipDecision: 30,
} as const

export function sampleReappointment({ rulebook, seed = 2027, caseId = 'mau-bo-nhiem-lai' }: ReappointmentChoice): SampleCase {
  const people = department(draws(seed))
  const course = courseOf(rulebook)
  const holder = people.members[4]
  if (!holder) throw new Error('the department has five leaders')
  const to = script(course.start, '08:00')
  open(to, people, course, holder)
  for (const step of planFor(rulebook, 'reappointment').steps) takeStep(to, { people, course, holder, rulebook }, step)
  conclude(to, people, course, holder)
  return sampleCase(caseId, people, to)
}

function open(to: Script, { organisation }: Department, course: Course, holder: Member): void {
  to.order(desks.hr, {
    type: 'openCase',
    opening: {
      kind: 'reappointment',
      post: { title: holder.title, unit: organisation.name, rank: 6, isHead: false },
      seats: 1,
      track: 'civilServant',
      startDate: course.start,
      organisation,
      decidesHere: false,
      headVacant: false,
      termEnd: course.termEnd,
      termYears: 5,
      classification: 'none',
      isSample: true,
    },
    overlays: [],
    settings: {},
  })
  const { personId, name, birthDate, citizenId, title } = holder
  to.order(desks.hr, {
    type: 'proposeNominee',
    nominee: {
      personId,
      name,
      ballotName: name,
      birthDate,
      citizenId,
      currentPost: title,
      currentRank: 6,
      isPlanned: true,
      isEligible: true,
    },
  })
}

/** Confidence in one holder: agree and disagree, one without an opinion among many. */
const confidence = (present: number): CountEntry => {
  const noOpinion = present > 10 ? 1 : 0
  const disagree = present > 10 ? 3 : 0
  return { ballotsValid: present, ballotsInvalid: 0, agree: present - disagree - noOpinion, disagree, noOpinion }
}

type Cast = { readonly people: Department; readonly course: Course; readonly holder: Member; readonly rulebook: RulebookId }

function takeStep(to: Script, cast: Cast, step: Step): void {
  const { people, course, holder } = cast
  if (step.kind === 'conference') {
    hold(to, cast, step.stage)
    return
  }
  const rules = step.acts.filter((rule) => rule.required.value || rule.leaves)
  if (rules.length === 0) return
  const day = step.state in days ? days[step.state as keyof typeof days] : 0
  if (day > 0) to.goTo(course.on(day), '09:00')
  const words: ActWords = {
    assessment: `${holder.name} hoàn thành tốt nhiệm vụ trong thời hạn giữ chức vụ, giữ gìn đoàn kết, có uy tín.`,
    proposal: 'Đề nghị bổ nhiệm lại.',
    opinion: `Nhất trí bổ nhiệm lại ${holder.name}.`,
  }
  for (const rule of rules) {
    const byParty = rule.key === 'partyOpinion'
    const document = byParty
      ? course.document('33-CV/ĐU', day, 'Đảng ủy Sở Nội vụ tỉnh Mẫu')
      : course.document(`${40 + day}/TB-SNV`, day, people.organisation.name)
    recordAct(to, rule, course.on(day), document, words)
  }
}

function hold(to: Script, { people, course, rulebook }: Cast, stage: StageRule): void {
  const day = stage.key === 'leadershipDecision' ? days.leadershipDecision : days.keyOfficialsConsultation
  const isAnnounced = stage.ballot !== null && stage.ballot.announce.value !== 'no'
  to.goTo(course.on(day - 1), '16:00')
  playMeeting(to, people, {
    stage,
    day: course.on(day),
    hour: '14:00',
    place: 'Hội trường lớn, trụ sở Sở Nội vụ',
    absent: stage.body === 'keyOfficials' ? people.members.slice(-3) : [],
    purpose:
      stage.body === 'keyOfficials'
        ? 'nghe người giữ chức vụ báo cáo tự nhận xét, đánh giá trong thời hạn giữ chức vụ; thảo luận, góp ý và bỏ phiếu tín nhiệm'
        : purposes.leadershipDecision,
    conclusion: closing(isAnnounced),
    speakers: [],
    count: confidence,
    isAnnounced,
    ...(rulebook === 'RB2026' && { listApproval: { ...course.document(`${260 + day}/QĐ-SNV`, day - 1), issuer: superior } }),
  })
}

function conclude(to: Script, { organisation }: Department, course: Course, holder: Member): void {
  to.goTo(course.on(31), '09:00')
  to.order(desks.hr, { type: 'submitCase', document: course.document('52/TTr-SNV', 31, organisation.name) })
  to.goTo(course.on(37), '10:00')
  const document = course.document('1254/QĐ-UBND', 37, superior)
  to.order(desks.authority, { type: 'decideCase', document, names: [holder.personId], effectiveOn: course.on(39) })
  to.goTo(course.on(39), '08:00')
  to.order(desks.hr, { type: 'makeEffective', on: course.on(39) })
  to.goTo(course.on(51), '14:00')
  to.order(desks.hr, { type: 'archiveCase', box: `TCCB-${course.start.slice(0, 4)}-02` })
}
