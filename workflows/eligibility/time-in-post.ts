// Months in posts that count, cumulated: overlapping times once, days left over together (procedure.md G-06).
import { addDays, addMonths, daysBetween, monthsBetween } from '../core/calendar.ts'
import { daysOfMonth } from './guard-rules.ts'
import type { Held } from './nominee-facts.ts'

const later = (a: string, b: string): string => [a, b].sort()[1] ?? a

type Interval = { readonly from: string; readonly end: string }

/** Held up to and with the day, none before `since`; merged where they touch. `end` is the day after the last. */
function intervals(held: readonly Held[], day: string, since: string): Interval[] {
  const merged: Interval[] = []
  const inOrder = held
    .map(({ from, until }) => ({ from: from < since ? since : from, end: until === undefined || until >= day ? day : addDays(until, 1) }))
    .filter(({ from, end }) => from < end)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  for (const one of inOrder) {
    const last = merged.at(-1)
    if (last && one.from <= last.end) merged[merged.length - 1] = { from: last.from, end: later(last.end, one.end) }
    else merged.push(one)
  }
  return merged
}

/** Whole months; 24 months from a day are full on the same day two years on. */
export function monthsHeld(held: readonly Held[], day: string, since = '0000-01-01'): number {
  let months = 0
  let days = 0
  for (const { from, end } of intervals(held, day, since)) {
    const full = monthsBetween(from, end)
    months += full
    days += daysBetween(addMonths(from, full), end)
  }
  return months + Math.floor(days / daysOfMonth.value)
}

/** The posts held on the day. */
export const presentPosts = (held: readonly Held[], day: string): Held[] =>
  held.filter(({ from, until }) => from <= day && (until === undefined || until >= day))
