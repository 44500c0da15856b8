// Days, working days, terms and how limits are counted (procedure.md 6: days vs working days, day count start, counting).
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  type HolidayTable,
  isWorkingDay,
  latestBefore,
  monthsBetween,
  noHolidays,
  termEnd,
  weekday,
  within,
  workingDayFrom,
  workingDaysBetween,
  workingDayUpTo,
} from '../../../workflows/core/calendar.ts'

const off = (...days: string[]): HolidayTable => ({ off: new Set(days), working: new Set() })
const calendar = (days: number) => ({ days, unit: 'calendarDays' }) as const
const working = (days: number) => ({ days, unit: 'workingDays' }) as const

describe('days', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['1969-05-20', 0, '1969-05-20'],
    ['1969-12-31', 1, '1970-01-01'],
  ])('%s and %i days is %s', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected)
    expect(daysBetween(day, expected)).toBe(count)
  })
  test('weekdays count from Monday, before 1970 too', () => {
    expect(['2026-09-07', '2026-09-08', '2026-09-12', '2026-09-13', '1969-12-29', '1969-05-20'].map(weekday)).toEqual([1, 2, 6, 7, 1, 2])
  })
})

describe('months', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['1969-05-20', 744, '2031-05-20'],
    ['2026-05-20', 12, '2027-05-20'],
  ])('%s and %i months is %s', (day, count, expected) => {
    expect(addMonths(day, count)).toBe(expected)
  })
  test.each([
    ['2026-04-10', '2031-05-20', 61],
    ['2026-06-20', '2031-05-20', 59],
    ['2026-05-20', '2031-05-20', 60],
    ['2026-05-21', '2031-05-20', 59],
    ['2026-01-31', '2026-02-28', 1],
    ['2026-01-31', '2026-02-27', 0],
    ['2031-05-20', '2026-06-20', -59],
    ['2026-05-20', '2026-05-20', 0],
  ])('from %s to %s are %i full months', (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months)
  })
})

describe('working days', () => {
  test('Monday to Friday without days off; a day worked counts whatever it is', () => {
    const table: HolidayTable = { off: new Set(['2026-09-02', '2026-09-03']), working: new Set(['2026-09-05', '2026-09-03']) }
    expect(
      ['2026-09-01', '2026-09-02', '2026-09-03', '2026-09-04', '2026-09-05', '2026-09-06'].map((day) => isWorkingDay(day, table)),
    ).toEqual([true, false, true, true, true, false])
  })
  test('the next and the last one', () => {
    expect(workingDayFrom('2026-09-05', noHolidays)).toBe('2026-09-07')
    expect(workingDayFrom('2026-09-07', noHolidays)).toBe('2026-09-07')
    expect(workingDayUpTo('2026-09-06', noHolidays)).toBe('2026-09-04')
    expect(workingDayUpTo('2026-09-03', off('2026-09-01', '2026-09-02', '2026-09-03'))).toBe('2026-08-31')
  })
  test.each([
    ['2026-09-07', '2026-09-07', 0],
    ['2026-09-07', '2026-09-08', 1],
    ['2026-09-04', '2026-09-07', 1],
    ['2026-09-04', '2026-09-06', 0],
    ['2026-09-08', '2026-09-07', -1],
    ['2026-09-07', '2026-09-28', 15],
  ])('from %s to %s: %i', (from, to, count) => {
    expect(workingDaysBetween(from, to, noHolidays)).toBe(count)
  })
})

describe('limits', () => {
  test('within N days: the day after the event is day 1', () => {
    expect(within('2026-09-07', calendar(1), noHolidays)).toBe('2026-09-08')
    expect(within('2026-09-07', working(1), noHolidays)).toBe('2026-09-08')
    expect(within('2026-09-04', working(1), noHolidays)).toBe('2026-09-07')
    expect(within('2026-09-05', working(1), noHolidays)).toBe('2026-09-07')
    expect(within('2026-09-07', working(15), noHolidays)).toBe('2026-09-28')
    expect(within('2026-08-31', working(2), off('2026-09-01', '2026-09-02'))).toBe('2026-09-04')
  })
  test('at the latest N days before: the end is not counted, the day acted on is the Nth', () => {
    expect(latestBefore('2026-09-08', calendar(1), noHolidays)).toBe('2026-09-07')
    expect(latestBefore('2026-09-08', working(1), noHolidays)).toBe('2026-09-07')
    expect(latestBefore('2026-09-07', working(1), noHolidays)).toBe('2026-09-04')
    expect(latestBefore('2026-12-31', working(90), noHolidays)).toBe('2026-08-27')
    expect(latestBefore('2026-12-31', working(90), off('2026-09-01', '2026-09-02'))).toBe('2026-08-25')
  })
  test('a calendar limit that ends on a day off: onward within, back before', () => {
    expect(within('2026-08-29', calendar(7), noHolidays)).toBe('2026-09-07')
    expect(latestBefore('2026-09-12', calendar(6), noHolidays)).toBe('2026-09-04')
    expect(within('2026-08-30', calendar(2), off('2026-09-01', '2026-09-02'))).toBe('2026-09-03')
  })
  test('counting forth and back are each other, and land on working days', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2021-01-01', days))
    const table = fc.uniqueArray(day, { maxLength: 40 }).map((days) => off(...days))
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), table, (from, count, holidays) => {
        const to = within(from, working(count), holidays)
        expect(isWorkingDay(to, holidays)).toBe(true)
        expect(workingDaysBetween(from, to, holidays)).toBe(count)
        if (isWorkingDay(from, holidays)) expect(latestBefore(to, working(count), holidays)).toBe(from)
      }),
      { numRuns: 300, seed: 3 },
    )
  })
})

test('a term ends five years on, the day before ("đến hết ngày"); from 29 February on the last day of February', () => {
  expect(termEnd('2026-09-01', 60)).toBe('2031-08-31')
  expect(termEnd('2027-01-01', 60)).toBe('2031-12-31')
  expect(termEnd('2024-02-29', 60)).toBe('2029-02-28')
  expect(termEnd('2024-02-29', 48)).toBe('2028-02-28')
  expect(termEnd('2024-03-01', 36)).toBe('2027-02-28')
})
