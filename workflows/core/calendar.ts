// Days as ISO text, working days, terms and deadlines (procedure.md 6). Whole days counted in UTC; no clock, no time zone.

/** Days off (holidays and days given in their place) and days worked although they are a weekend or a shipped holiday. */
export type HolidayTable = { readonly off: ReadonlySet<string>; readonly working: ReadonlySet<string> }
export const noHolidays: HolidayTable = { off: new Set(), working: new Set() }

const dayLength = 86_400_000
const numbers = new Map<string, number>()
const texts = new Map<number, string>()
/** The number of a day and its text are reckoned once: deadlines walk the same weeks again and again. */
function daysSince1970(day: string): number {
  const known = numbers.get(day)
  if (known !== undefined) return known
  const number = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / dayLength
  numbers.set(day, number)
  return number
}
function dayFrom(days: number): string {
  const known = texts.get(days)
  if (known !== undefined) return known
  const text = new Date(days * dayLength).toISOString().slice(0, 10)
  texts.set(days, text)
  return text
}

export const addDays = (day: string, days: number): string => dayFrom(daysSince1970(day) + days)
export const daysBetween = (from: string, to: string): number => daysSince1970(to) - daysSince1970(from)
/** 1 Monday … 7 Sunday. */
export const weekday = (day: string): number => ((((daysSince1970(day) + 3) % 7) + 7) % 7) + 1

const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The same day of a later month; the last day of that month where it has no such day. */
export function addMonths(day: string, months: number): string {
  const monthsSinceYear0 = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const year = Math.floor(monthsSinceYear0 / 12)
  const month = (monthsSinceYear0 % 12) + 1
  const date = Math.min(Number(day.slice(8, 10)), lastDayOf(year, month))
  return dayFrom(Date.UTC(year, month - 1, date) / dayLength)
}

/** Full months from one day to another; negative when `to` is earlier. */
export function monthsBetween(from: string, to: string): number {
  if (to < from) return -monthsBetween(to, from)
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
  return addMonths(from, months) <= to ? months : months - 1
}

export function isWorkingDay(day: string, { off, working }: HolidayTable): boolean {
  return working.has(day) || (weekday(day) <= 5 && !off.has(day))
}

const onward = (day: string, step: 1 | -1, holidays: HolidayTable): string => {
  let at = day
  while (!isWorkingDay(at, holidays)) at = addDays(at, step)
  return at
}
/** `day` itself when it is worked, else the next one that is. */
export const workingDayFrom = (day: string, holidays: HolidayTable): string => onward(day, 1, holidays)
/** `day` itself when it is worked, else the last one before that is. */
export const workingDayUpTo = (day: string, holidays: HolidayTable): string => onward(day, -1, holidays)

/** The `count`-th working day after `day` (`step` 1) or before it (-1); `day` itself is not counted. */
function countWorkingDays(day: string, count: number, step: 1 | -1, holidays: HolidayTable): string {
  let at = day
  for (let left = count; left > 0; left--) at = onward(addDays(at, step), step, holidays)
  return at
}

/** Monday-to-Friday days from day number 1970-01-01 up to and with `days`: whole weeks, then the rest. */
const weekdaysUpTo = (days: number): number => {
  const sinceMonday = days + 3 // 1970-01-01 was a Thursday
  const weeks = Math.floor(sinceMonday / 7)
  return weeks * 5 + Math.min(5, sinceMonday - weeks * 7 + 1)
}

/** Working days after `from` up to and with `to`; negative when `to` is earlier. Reckoned, not walked: lists ask for it on every line. */
export function workingDaysBetween(from: string, to: string, { off, working }: HolidayTable): number {
  if (to < from) return -workingDaysBetween(to, from, { off, working })
  let count = weekdaysUpTo(daysSince1970(to)) - weekdaysUpTo(daysSince1970(from))
  for (const day of off) if (day > from && day <= to && weekday(day) <= 5 && !working.has(day)) count--
  for (const day of working) if (day > from && day <= to && weekday(day) > 5) count++
  return count
}

export type Span = { readonly days: number; readonly unit: 'calendarDays' | 'workingDays' }

/** Ends of spans already walked, kept as long as the table they were walked by: every view of a case asks for the same few. */
const ends = new WeakMap<HolidayTable, Map<string, string>>()
function endOf(way: string, holidays: HolidayTable, walk: () => string): string {
  const known = ends.get(holidays) ?? new Map<string, string>()
  ends.set(holidays, known)
  const end = known.get(way) ?? walk()
  known.set(way, end)
  return end
}

/** Last day "within N days" of an event. The day after the event is day 1; a calendar limit on a day off moves to the next working day. */
export function within(event: string, { days, unit }: Span, holidays: HolidayTable): string {
  return endOf(`${event} ${days} ${unit}`, holidays, () =>
    unit === 'workingDays' ? countWorkingDays(event, days, 1, holidays) : workingDayFrom(addDays(event, days), holidays),
  )
}

/** Last day "at the latest N days before" an end. The end is not counted, the day acted on is the Nth; a calendar limit on a day off moves to the working day before. */
export function latestBefore(end: string, { days, unit }: Span, holidays: HolidayTable): string {
  return endOf(`${end} -${days} ${unit}`, holidays, () =>
    unit === 'workingDays' ? countWorkingDays(end, days, -1, holidays) : workingDayUpTo(addDays(end, -days), holidays),
  )
}

/**
 * Last day of a term: the effective day + its months - 1 day ("đến hết ngày").
 * From 29 February a term that would begin its next round on a day that is not there runs to the end of that month.
 */
export function termEnd(effectiveOn: string, months: number): string {
  const next = addMonths(effectiveOn, months)
  return next.slice(8) === effectiveOn.slice(8) ? addDays(next, -1) : next
}
