// Working days between two days are reckoned; here they are counted one by one, and must be the same.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, isWorkingDay, workingDaysBetween } from '../../../workflows/core/calendar.ts'
import { holidayTable } from '../../../workflows/rulebooks/holidays.ts'

const walked = (from: string, to: string, holidays: ReturnType<typeof holidayTable>): number => {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, holidays)) count++
  return count
}

test('reckoned and walked agree, with days off and compensatory days on any weekday', () => {
  const day = fc.integer({ min: 0, max: 2600 }).map((days) => addDays('2020-11-30', days))
  const changes = fc.record({ off: fc.array(day, { maxLength: 30 }), working: fc.array(day, { maxLength: 30 }) })
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 400 }), changes, (from, length, change) => {
      const to = addDays(from, length)
      const holidays = holidayTable('vn', change)
      expect(workingDaysBetween(from, to, holidays)).toBe(walked(from, to, holidays))
      if (length > 0) expect(workingDaysBetween(to, from, holidays)).toBe(-walked(from, to, holidays))
    }),
    { numRuns: 2000, seed: 20261122 },
  )
})
