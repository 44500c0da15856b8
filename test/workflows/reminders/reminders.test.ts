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
    expect(lines.find((one) => one.item === 'registrationsSubmitted')).toMatchObject({ workBy: '2026-01-30', isDefault: true })
  })
})
