// Many made-up cases for lists, replay and measuring: other people, posts and days each time, the same for the same number.
import { addDays } from '../core/calendar.ts'
import { firstStage, planFor } from '../procedure/plan.ts'
import { type RulebookId, rulebookIds } from '../rulebooks/types.ts'
import { recordAct } from './acts.ts'
import { sampleAppointment } from './appointment.ts'
import { courseOf, superior } from './course.ts'
import { type Department, department, desks, type Member } from './department.ts'
import { draws } from './draws.ts'
import { type SampleCase, sampleCase } from './sample-case.ts'
import { script } from './script.ts'

type Post = readonly [title: string, rank: number]
/** The posts that short cases are about. */
export const posts: readonly [Post, ...Post[]] = [
  ['Phó Giám đốc Sở', 6],
  ['Trưởng phòng Cải cách hành chính', 5],
  ['Phó Trưởng phòng Tổ chức bộ máy', 4],
  ['Giám đốc Trung tâm Lưu trữ lịch sử', 5],
  ['Chánh Văn phòng Sở', 5],
  ['Phó Chánh Thanh tra Sở', 4],
]

/** One department for all cases, as it stood on a day, in place of another for each. */
export type Cast = { readonly departmentOn: (day: string) => Department; readonly plannedFor: (title: string) => readonly Member[] }

/**
 * `n` cases `mau-00001` …: `short` ones stop in their first steps (4 to 20 facts), `whole` ones run to the archive (about 155).
 * Operator ids are the same in every case: an office made with the operators of the first can play all.
 */
export function* sampleCases(n: number, depth: 'short' | 'whole' = 'short', cast?: Cast): Generator<SampleCase> {
  for (let no = 1; no <= n; no++) {
    const rulebook = rulebookIds[no % rulebookIds.length] ?? 'RB2026'
    const caseId = `mau-${String(no).padStart(5, '0')}`
    yield depth === 'short' && no % 4 !== 0
      ? shortCase(no, rulebook, caseId, cast)
      : sampleAppointment({
          rulebook,
          overlay: false,
          seed: no,
          caseId,
          ...(cast && { people: cast.departmentOn(courseOf(rulebook).start) }),
          ...(depth === 'short' && { upTo: firstStage(planFor(rulebook, 'appointmentOnSite')).key }),
        })
  }
}

/** Opened and, by its number, asked for or approved. */
function shortCase(no: number, rulebook: RulebookId, caseId: string, cast: Cast | undefined): SampleCase {
  const by = draws(no)
  const people = cast?.departmentOn(courseOf(rulebook).start) ?? department(by)
  const [title, rank] = by.pick(posts)
  const course = courseOf(rulebook)
  const later = by.whole(5)
  const start = addDays(course.start, later)
  const to = script(start, `0${8 + (no % 2)}:00`)
  const post = { title, unit: people.organisation.name, rank, isHead: false }
  to.order(desks.hr, {
    type: 'openCase',
    opening: {
      kind: 'appointmentOnSite',
      post,
      seats: 1,
      track: 'civilServant',
      startDate: start,
      organisation: people.organisation,
      decidesHere: false,
      headVacant: false,
      termYears: 5,
      classification: 'none',
      isSample: true,
    },
    overlays: [],
    settings: {},
  })
  for (const { personId, name, birthDate, title: currentPost } of cast?.plannedFor(title) ?? people.candidates) {
    to.order(desks.hr, {
      type: 'proposeNominee',
      nominee: { personId, name, ballotName: name, birthDate, currentPost, currentRank: 3, isPlanned: true, isEligible: true },
    })
  }
  const waits = planFor(rulebook, 'appointmentOnSite').steps.flatMap((step) => (step.kind === 'acts' ? [step.acts] : []))
  const words = { post: title, numberToFill: '01', source: 'tại chỗ', plannedAssignment: 'theo phân công của Giám đốc Sở' }
  const papers = [
    [`${no}/TTr-SNV`, start, people.organisation.name],
    [`${no}/UBND-NC`, start, superior],
  ] as const
  papers.slice(0, (no % 4) - 1).forEach(([number, date, issuer], at) => {
    for (const rule of waits[at] ?? []) recordAct(to, rule, date, { number, date, issuer }, words)
  })
  return sampleCase(caseId, people, to)
}
