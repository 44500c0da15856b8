import { describe, expect, test } from 'vitest'
import { monthsLeft, retirementOf, type Sex } from '../../../workflows/eligibility/retirement.ts'

describe('retirement by the ladder of NĐ 135/2020', () => {
  test.each<[string, string, Sex, number, string]>([
    ['R-1', '1965-08-15', 'male', 61 * 12 + 9, '2027-05-31'],
    ['R-2', '1966-03-31', 'male', 61 * 12 + 9, '2027-12-31'],
    ['R-2', '1966-04-01', 'male', 62 * 12, '2028-04-30'],
    ['R-3', '1975-04-30', 'female', 59 * 12 + 8, '2034-12-31'],
    ['R-3', '1975-05-01', 'female', 60 * 12, '2035-05-31'],
    ['L-1', '1972-03-10', 'male', 62 * 12, '2034-03-31'],
    ['L-2', '1975-06-20', 'female', 60 * 12, '2035-06-30'],
    ['first rung', '1961-01-01', 'male', 60 * 12 + 3, '2021-04-30'],
    ['first rung', '1966-01-31', 'female', 55 * 12 + 4, '2021-05-31'],
    ['before the ladder', '1960-12-31', 'male', 60 * 12, '2020-12-31'],
  ])('%s: born %s, %s: %i months, last day %s', (_, born, sex, months, lastDay) => {
    const found = retirementOf(born, sex)
    expect([found.ageMonths.value, found.lastDay]).toEqual([months, lastDay])
  })

  test('every month of the ladder retires later than the month before it, by a month and a step at most', () => {
    for (const sex of ['male', 'female'] as const) {
      let before = ''
      for (let year = 1955; year <= 1985; year++) {
        for (let month = 1; month <= 12; month++) {
          const { lastDay } = retirementOf(`${year}-${String(month).padStart(2, '0')}-15`, sex)
          expect(lastDay > before).toBe(true)
          before = lastDay
        }
      }
    }
  })

  test('L-1: 138 months left on 1/10/2022; L-2: 114 on 1/1/2026', () => {
    expect(monthsLeft(retirementOf('1972-03-10', 'male'), '2022-10-01')).toBe(138)
    expect(monthsLeft(retirementOf('1975-06-20', 'female'), '2026-01-01')).toBe(114)
  })

  test('worked case 46: 61 months left on 10/4/2026, 59 on 20/6/2026', () => {
    const retirement = retirementOf('1969-05-20', 'male')
    expect(monthsLeft(retirement, '2026-04-10')).toBe(61)
    expect(monthsLeft(retirement, '2026-06-20')).toBe(59)
  })

  test('a birth year alone is flagged, and read as its first day', () => {
    expect(retirementOf('1969', 'male')).toMatchObject({ lastDay: '2031-01-31', isFlagged: true })
  })
})
