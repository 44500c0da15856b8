// What is coming up, counted in working days: reappointment notices, retirements, second terms, dossier papers, planning reviews, sealed slips.
import { addDays, addMonths, type HolidayTable, latestBefore, workingDaysBetween } from '../core/calendar.ts'
import { lapseNotice } from '../eligibility/dossier-rules.ts'
import { retirementOf, type Sex } from '../eligibility/retirement.ts'
import { consecutiveTerms, noticeBeforeTermEnd, termFrom, watchFrom } from '../eligibility/terms.ts'
import { ballotKeeping } from '../rulebooks/ballot-keeping.ts'
import { ruled } from '../rulebooks/cite.ts'
import type { Ruled } from '../rulebooks/types.ts'
import { type OwnTimes, timesOf } from './times.ts'

const reminderKinds = [
  'reappointmentNotice',
  'retirementNotice',
  'retirementDecision',
  'secondTermEnds',
  'dossierPaperLapses',
  'planningReview',
  'ballotKeeping',
] as const
export type ReminderKind = (typeof reminderKinds)[number]

export type Reminder = {
  readonly kind: ReminderKind
  /** Whose, or of what: a person, a list. */
  readonly subject: string
  readonly about: string
  readonly dueOn: string
  /** Working days from today to the due day; negative when it is past. */
  readonly workingDaysLeft: number
  readonly rule: { readonly article: string; readonly evidence: Ruled<unknown>['evidence'] }
  /** Where to go: a person of the registry, a case, a planning list. */
  readonly personId?: string
  readonly caseId?: string
  readonly listId?: string
}

export type Incumbent = {
  readonly personId: string
  readonly name: string
  readonly birthDate?: string | undefined
  readonly sex?: Sex | undefined
  /** Posts held now, and earlier terms of them. */
  readonly posts: readonly {
    readonly title: string
    readonly unit: string
    readonly from: string
    readonly termMonths: number
    readonly isHead: boolean
    readonly earlier: readonly { readonly from: string; readonly lastDay: string }[]
  }[]
}
export type LapsingPaper = {
  readonly caseId: string
  readonly name: string
  readonly paper: string
  readonly validUntil: string
  readonly article: string
}
export type KeptSlips = { readonly caseId: string; readonly title: string; readonly unit: string; readonly keptUntil: string }
export type ReviewedList = { readonly listId: string; readonly title: string; readonly dueOn: string }

export type RemindersQuestion = {
  readonly today: string
  readonly holidays: HolidayTable
  readonly incumbents: Iterable<Incumbent>
  readonly papers: Iterable<LapsingPaper>
  readonly lists: Iterable<ReviewedList>
  readonly slips: Iterable<KeptSlips>
  /** What the office set itself. */
  readonly times?: OwnTimes
}

/** The nearest first; what is further off than its time of showing is left out, what is past stays until it is settled. */
export function remindersOf(question: RemindersQuestion): Reminder[] {
  const { today, holidays } = question
  const times = timesOf(question.times ?? {})
  const found: Reminder[] = []
  const add = (one: Omit<Reminder, 'workingDaysLeft'>, showDays: number = times.shownBefore.value) => {
    const workingDaysLeft = workingDaysBetween(today, one.dueOn, holidays)
    if (workingDaysLeft <= showDays) found.push({ ...one, workingDaysLeft })
  }
  for (const one of question.incumbents) {
    for (const reminder of ofIncumbent(one, question, times)) add(reminder)
  }
  for (const { caseId, name, paper, validUntil, article } of question.papers) {
    add(
      { kind: 'dossierPaperLapses', subject: name, about: paper, dueOn: validUntil, rule: { article, evidence: 'TEXT' }, caseId },
      lapseNotice.value,
    )
  }
  for (const { listId, title, dueOn } of question.lists) {
    add({ kind: 'planningReview', subject: title, about: dueOn.slice(0, 4), dueOn, rule: cited(reviewRule), listId })
  }
  // Past its day nothing is late: the slips may be destroyed then, by a decision of people (documents.md B7).
  for (const { caseId, title, unit, keptUntil } of question.slips) {
    add({ kind: 'ballotKeeping', subject: title, about: unit, dueOn: keptUntil, rule: cited(ballotKeeping.months), caseId })
  }
  return found.sort((a, b) => (a.dueOn === b.dueOn ? (a.subject < b.subject ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1))
}

const reviewRule = ruled(12, 'REPORT', 'Quy định 377-QĐ/TW')
const cited = ({ article, evidence }: Ruled<unknown>) => ({ article, evidence })

function ofIncumbent(
  one: Incumbent,
  { today, holidays }: Pick<RemindersQuestion, 'today' | 'holidays'>,
  times: ReturnType<typeof timesOf>,
): Omit<Reminder, 'workingDaysLeft'>[] {
  const { personId, name, birthDate, sex, posts } = one
  const found: Omit<Reminder, 'workingDaysLeft'>[] = []
  for (const post of posts) {
    const term = termFrom(post.from, post.termMonths, holidays)
    const about = `${post.title}, ${post.unit}`
    // A term that ran out long ago is a gap of the registry, not something to be reminded of every day.
    if (term.lastDay >= addMonths(today, -12)) {
      found.push({ kind: 'reappointmentNotice', subject: name, about, dueOn: term.noticeBy, rule: cited(noticeBeforeTermEnd), personId })
    }
    const terms = consecutiveTerms([...post.earlier, { from: post.from, lastDay: term.lastDay }])
    if (post.isHead && terms >= 2 && today >= watchFrom(term.lastDay, times.twoTermWatch.value) && term.lastDay >= today) {
      found.push({
        kind: 'secondTermEnds',
        subject: name,
        about,
        dueOn: term.lastDay,
        rule: { article: 'Điều 4 Quy định 65-QĐ/TW', evidence: 'REPORT' },
        personId,
      })
    }
  }
  if (birthDate === undefined || sex === undefined || posts.length === 0) return found
  const { lastDay } = retirementOf(birthDate, sex)
  const leaves = addDays(lastDay, 1)
  const about = lastDay
  const before = (months: number) => latestBefore(addMonths(leaves, -months), { days: 0, unit: 'calendarDays' }, holidays)
  if (leaves > today) {
    found.push({
      kind: 'retirementNotice',
      subject: name,
      about,
      dueOn: before(times.retirementNotice.value),
      rule: cited(times.retirementNotice),
      personId,
    })
    found.push({
      kind: 'retirementDecision',
      subject: name,
      about,
      dueOn: before(times.retirementDecision.value),
      rule: cited(times.retirementDecision),
      personId,
    })
  }
  return found
}
