import { describe, expect, test } from 'vitest'
import { noHolidays } from '../../../workflows/core/calendar.ts'
import { type Incumbent, type RemindersQuestion, remindersOf } from '../../../workflows/reminders/reminders.ts'
import { calendarItems, calendarOf } from '../../../workflows/reminders/year-calendar.ts'
import { holidayTable } from '../../../workflows/rulebooks/holidays.ts'

const asked = (today: string, more: Partial<RemindersQuestion> = {}): RemindersQuestion => ({
  today,
  holidays: noHolidays,
  incumbents: [],
  papers: [],
  lists: [],
  slips: [],
  ...more,
})
const head = (from: string, more: Partial<Incumbent['posts'][number]> = {}, born = '1980-01-01'): Incumbent => ({
  personId: 'p1-0',
  name: 'Nguyễn Văn A',
  birthDate: born,
  sex: 'male',
  posts: [{ title: 'Giám đốc', unit: 'Sở Nội vụ', from, termMonths: 60, isHead: true, earlier: [], ...more }],
})
const kinds = (question: RemindersQuestion) => remindersOf(question).map((one) => [one.kind, one.dueOn])

describe('reminders by working days', () => {
  test('H-4: the notice of reappointment is due 90 working days before the term ends, and shows 30 before that', () => {
    const incumbents = [head('2021-10-01')]
    expect(kinds(asked('2026-04-14', { incumbents }))).toEqual([])
    expect(kinds(asked('2026-04-15', { incumbents }))).toEqual([['reappointmentNotice', '2026-05-27']])
    expect(remindersOf(asked('2026-05-28', { incumbents }))[0]).toMatchObject({ workingDaysLeft: -1, rule: { evidence: 'TEXT' } })
  })

  test('a term that ran out more than a year ago is a gap of the registry, not a reminder', () => {
    expect(kinds(asked('2026-04-15', { incumbents: [head('2019-10-01')] }))).toEqual([])
  })

  test('retirement is announced six months ahead and decided three months ahead', () => {
    const incumbents = [head('2024-01-01', {}, '1964-10-20')]
    expect(kinds(asked('2025-10-15', { incumbents }))).toEqual([['retirementNotice', '2025-10-31']])
    expect(kinds(asked('2026-01-20', { incumbents }))).toEqual([
      ['retirementNotice', '2025-10-31'],
      ['retirementDecision', '2026-01-30'],
    ])
    expect(kinds(asked('2026-05-01', { incumbents }))).toEqual([])
  })

  test('L-5: the second term in a row of a head is watched for its last twelve months', () => {
    const twice = head('2021-06-15', { earlier: [{ from: '2016-06-15', lastDay: '2021-06-14' }] })
    const watched = (today: string) => kinds(asked(today, { incumbents: [twice] })).filter(([kind]) => kind === 'secondTermEnds')
    expect(watched('2026-05-20')).toEqual([['secondTermEnds', '2026-06-14']])
    const deputy = head('2021-06-15', { isHead: false, earlier: [{ from: '2016-06-15', lastDay: '2021-06-14' }] })
    expect(kinds(asked('2026-05-20', { incumbents: [deputy] })).some(([kind]) => kind === 'secondTermEnds')).toBe(false)
  })

  test('a dossier paper is told ten working days before it lapses; a review from its time on; the nearest first', () => {
    const papers = [{ caseId: 'c1', name: 'Trần Thị B', paper: 'healthCertificate', validUntil: '2026-10-15', article: 'Điều 35' }]
    const lists = [{ listId: 'l1', title: 'Phó Giám đốc, Sở Nội vụ', dueOn: '2026-06-30' }]
    expect(kinds(asked('2026-09-30', { papers }))).toEqual([])
    expect(kinds(asked('2026-10-01', { papers, lists }))).toEqual([
      ['planningReview', '2026-06-30'],
      ['dossierPaperLapses', '2026-10-15'],
    ])
  })

  test('sealed slips are told of when their keeping ends, and until somebody destroys them', () => {
    const slips = [{ caseId: 'c1', title: 'Phó Giám đốc', unit: 'Sở Nội vụ', keptUntil: '2027-03-29' }]
    expect(kinds(asked('2026-12-01', { slips }))).toEqual([])
    for (const today of ['2027-03-01', '2027-03-29', '2028-03-29'])
      expect(remindersOf(asked(today, { slips }))).toMatchObject([
        { kind: 'ballotKeeping', dueOn: '2027-03-29', caseId: 'c1', rule: { evidence: 'DEFAULT' } },
      ])
  })

  test('the holidays of the office move the days: one more day off before the term ends, one working day earlier', () => {
    const incumbents = [head('2021-10-01')]
    const dueBy = (holidays: RemindersQuestion['holidays']) => remindersOf(asked('2026-05-20', { incumbents, holidays }))[0]
    // Wednesday 27 May without holidays; the two days of the national day lie between.
    expect(dueBy(holidayTable('vn'))?.dueOn).toBe('2026-05-25')
    expect(dueBy(holidayTable('vn', { off: ['2026-08-14'], working: [] }))?.dueOn).toBe('2026-05-22')
    expect(dueBy(holidayTable('vn', { off: [], working: ['2026-08-15'] }))?.dueOn).toBe('2026-05-26')
  })

  test('what the office set of the times counts, and says that it is its own setting; the 90 days of the notice stay', () => {
    const retiring = [head('2024-01-01', {}, '1964-10-20')]
    const times = { retirementNotice: 8, retirementDecision: 4, shownBefore: 200, twoTermWatch: 3 }
    expect(
      remindersOf(asked('2025-08-20', { incumbents: retiring, times })).map(({ kind, dueOn, rule }) => [kind, dueOn, rule.evidence]),
    ).toEqual([
      ['retirementNotice', '2025-09-01', 'DEFAULT'],
      ['retirementDecision', '2026-01-01', 'DEFAULT'],
    ])
    const twice = head('2021-06-15', { earlier: [{ from: '2016-06-15', lastDay: '2021-06-14' }] })
    const watched = (today: string) =>
      kinds(asked(today, { incumbents: [twice], times })).filter(([kind]) => kind === 'secondTermEnds').length
    expect([watched('2026-03-14'), watched('2026-03-15')]).toEqual([0, 1])
    expect(kinds(asked('2026-04-15', { incumbents: [head('2021-10-01')], times: { shownBefore: 1 } }))).toEqual([])
    expect(kinds(asked('2026-05-27', { incumbents: [head('2021-10-01')], times: { shownBefore: 1 } }))).toEqual([
      ['reappointmentNotice', '2026-05-27'],
    ])
  })

  test('who holds no post, or whose birth date is not known, is not reminded of', () => {
    expect(
      kinds(asked('2026-01-20', { incumbents: [{ personId: 'p', name: 'B', birthDate: '1964-10-20', sex: 'male', posts: [] }] })),
    ).toEqual([])
    expect(kinds(asked('2026-01-20', { incumbents: [{ ...head('2024-01-01'), birthDate: undefined }] }))).toEqual([])
  })
})

describe('the year of the office', () => {
  test('every line has its day and the last working day up to it; what the office set is told apart', () => {
    const lines = calendarOf(2026, { planningReview: '05-31' }, holidayTable('vn'))
    expect(lines).toHaveLength(calendarItems.length)
    expect(lines.map((one) => one.day)).toEqual(lines.map((one) => one.day).toSorted())
    expect(lines.find((one) => one.item === 'planningReview')).toEqual({
      item: 'planningReview',
      day: '2026-05-31',
      workBy: '2026-05-29',
      isDefault: false,
    })
    // Every row of programme.md 16, by its month.
    expect(lines.map(({ item, day }) => [item, Number(day.slice(5, 7))]).toSorted()).toEqual(
      (
        [
          ['registrationsSubmitted', 1],
          ['rotationBaseFixed', 1],
          ['lastYearRatingDone', 1],
          ['registrationsApproved', 2],
          ['quarterRating1', 3],
          ['quarterRating2', 6],
          ['quarterRating3', 9],
          ['quarterRating4', 12],
          ['planningReview', 5],
          ['halfYearReports', 6],
          ['rotationPlan', 11],
          ['yearReports', 12],
          ['yearReview', 12],
        ] as const
      ).toSorted(),
    )
    expect(lines.find((one) => one.item === 'registrationsSubmitted')).toMatchObject({ workBy: '2026-01-30', isDefault: true })
  })
})
