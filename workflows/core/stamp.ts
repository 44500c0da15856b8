// Who and when, handed in from outside: the law has no clock.
import { z } from 'zod'
import { OperatorId } from './ids.ts'

/** ISO instant with its offset, e.g. `2026-11-22T08:30:00+07:00`. */
export const Instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?[+-]\d{2}:\d{2}$/)
/** Is this text an ISO day that the calendar has? */
function isDay(text: string): boolean {
  const at = Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10)))
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text
}

/** ISO day, e.g. `2026-11-22`. */
export const Day = z.string().refine(isDay)

export const Stamp = z.strictObject({ at: Instant, by: OperatorId })
export type Stamp = z.infer<typeof Stamp>

/** The calendar day of an instant, as its own offset reads it. */
export const dayOf = (instant: string): string => instant.slice(0, 10)
