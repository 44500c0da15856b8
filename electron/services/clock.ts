// The time as facts carry it, and the guard against a clock that was set back (documents.md B3.2).
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { Refusal } from '../../workflows/office.ts'

/** Gives an ISO instant with its offset, to the second. */
export type Clock = () => string

const vietnamHours = 7

/** Viet Nam has one time zone and no summer time; a PC set to another zone still writes the time of the meeting room. */
export const vietnamTime = (at: Date): string => `${new Date(at.getTime() + vietnamHours * 3_600_000).toISOString().slice(0, 19)}+07:00`

export const systemClock: Clock = () => vietnamTime(new Date())

/** B3.2: two minutes are left to ordinary drift. */
const patienceMs = 120_000

/** `lastAt`: when the last fact was recorded. Refused with both times when the clock stands more than two minutes before it. */
export function checkClock(systemAt: string, lastAt: string): Result<string, Refusal> {
  if (Date.parse(systemAt) < Date.parse(lastAt) - patienceMs) return refuse({ code: 'clock-went-back', systemAt, lastAt })
  return ok(systemAt)
}
