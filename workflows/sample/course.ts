// The days of the sample, inside the time of each rulebook (procedure.md 1.2): Mondays to Fridays, no public holiday.
import { addDays } from '../core/calendar.ts'
import type { DocumentRef } from '../core/document.ts'
import type { RulebookId } from '../rulebooks/types.ts'

/** The Monday on which the policy is approved, or the holder is told that the term ends. */
const mondays: Readonly<Record<RulebookId, string>> = {
  RB2017: '2021-09-06',
  RB2022: '2023-03-06',
  RB2025a: '2025-07-28',
  RB2025b: '2026-01-05',
  RB2026: '2026-09-07',
}
/** More than ninety working days after that Monday. */
const termEnds: Readonly<Record<RulebookId, string>> = {
  RB2017: '2022-02-28',
  RB2022: '2023-08-31',
  RB2025a: '2026-01-31',
  RB2025b: '2026-06-30',
  RB2026: '2027-02-28',
}

export type Course = {
  readonly start: string
  readonly termEnd: string
  /** Calendar days after the first Monday. */
  readonly on: (days: number) => string
  readonly document: (number: string, days: number, issuer?: string) => DocumentRef
}

export const superior = 'Ủy ban nhân dân tỉnh Mẫu'

export function courseOf(id: RulebookId): Course {
  const start = mondays[id]
  const on = (days: number): string => addDays(start, days)
  return {
    start,
    termEnd: termEnds[id],
    on,
    document: (number, days, issuer) => ({ number, date: on(days), ...(issuer !== undefined && { issuer }) }),
  }
}
