// The deadlines of a rulebook as days (procedure.md 6). They warn; no text makes a late conference void.
import { type HolidayTable, latestBefore, within } from '../core/calendar.ts'
import type { DeadlineKey, DeadlineRule, Rulebook, Track } from './types.ts'

/** Counted back from the end of the term; the others run from an event. */
const backward: readonly DeadlineKey[] = ['reappointmentNotice', 'decisionBeforeTermEnd']

/**
 * `on`: the last day in time; `rule`: the length that gave it. `anchor` is the event (request received, policy approved, notice or
 * self-report received) or the last day of the term. Where two instruments give two lengths the earlier day counts (3.3.1).
 */
export function deadlineOn(
  book: Rulebook,
  key: DeadlineKey,
  anchor: string,
  track: Track,
  holidays: HolidayTable,
): { readonly on: string; readonly rule: DeadlineRule } | undefined {
  const count = backward.includes(key) ? latestBefore : within
  return (book.deadlines[key] ?? [])
    .filter((rule) => rule.tracks === undefined || rule.tracks.includes(track))
    .map((rule) => ({ on: count(anchor, rule.value, holidays), rule }))
    .reduce<{ on: string; rule: DeadlineRule } | undefined>((first, one) => (first && first.on <= one.on ? first : one), undefined)
}
