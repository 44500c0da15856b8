// Days and instants at the border: what the calendar has is read, everything else is refused and never throws.
import { expect, test } from 'vitest'
import { Day, dayOf, Instant } from '../../../workflows/core/stamp.ts'

test.each(['2026-11-22', '2024-02-29', '2000-01-01'])('%s is a day', (text) => expect(Day.safeParse(text).success).toBe(true))
test.each(['hôm qua', '', '2026-02-30', '2025-02-29', '22/11/2026', '2026-13-01', '2026-1-1', '2026-11-22T08:00:00+07:00'])(
  '%j is no day',
  (text) => expect(Day.safeParse(text).success).toBe(false),
)
test('an instant carries its offset', () => {
  expect(Instant.safeParse('2026-11-22T08:30:00+07:00').success).toBe(true)
  expect(Instant.safeParse('2026-11-22T08:30:00Z').success).toBe(false)
  expect(dayOf('2026-11-22T00:30:00+07:00')).toBe('2026-11-22')
})
