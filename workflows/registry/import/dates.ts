// Days as clerks write them: date cells, 15/08/1975, 8/1975, 1975. What can be read two ways is never guessed (documents.md A9.6).
import { ok, type Result, refuse } from '../../core/result.ts'
import type { RawCell } from './sheet.ts'
import { cleanText, folded } from './text.ts'

/** As precise as it was written: `1975`, `1975-08`, `1975-08-20`. */
export type PartialDay = string
/** Which number stands first in texts of a column; the clerk's word where the column itself leaves doubt. */
export type DateOrder = 'dayFirst' | 'monthFirst'

export type DateRefusal =
  | { readonly code: 'import-date-unreadable'; readonly shown: string }
  | { readonly code: 'import-date-order-unclear'; readonly shown: string }
  | { readonly code: 'import-date-maybe-swapped'; readonly shown: string }
  | { readonly code: 'import-date-short-year'; readonly shown: string }

const two = (value: number): string => String(value).padStart(2, '0')
const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const daysIn = (year: number, month: number): number => [31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
const isYear = (year: number) => year >= 1900 && year <= 2100

function dayText(year: number, month: number, day: number): PartialDay | null {
  return isYear(year) && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) ? `${year}-${two(month)}-${two(day)}` : null
}
const monthText = (year: number, month: number): PartialDay | null =>
  isYear(year) && month >= 1 && month <= 12 ? `${year}-${two(month)}` : null

type Written = { readonly first: number; readonly second: number; readonly year: number }
const three = /^(\d{1,2})\s?[/\-.\s,]\s?(\d{1,2})\s?[/\-.\s,]\s?(\d{4})$/
const written = (text: string): Written | null => {
  const found = three.exec(text)
  return found ? { first: Number(found[1]), second: Number(found[2]), year: Number(found[3]) } : null
}

/** What the cells of a column together say of its dates. */
export type DateHabit = {
  /** Texts that are days only when the month stands first. */
  readonly monthFirst: number
  /** Texts that are days only when the day stands first. */
  readonly dayFirst: number
  /** Texts that can be read both ways. */
  readonly eitherWay: number
  /** Date cells whose day could be a month, and those whose day cannot. */
  readonly swappable: number
  readonly sure: number
}

/** @param cells of one column, heads left out. */
export function dateHabit(cells: readonly RawCell[]): DateHabit {
  const habit = { monthFirst: 0, dayFirst: 0, eitherWay: 0, swappable: 0, sure: 0 }
  // Of a hundred thousand people many are born on one day.
  const told = new Map<string, keyof DateHabit | null>()
  for (const cell of cells) {
    if (cell !== null && typeof cell === 'object' && 'date' in cell && cell.date.length === 10) {
      const [, month, day] = cell.date.split('-')
      if (day === month) continue
      habit[Number(day) <= 12 ? 'swappable' : 'sure'] += 1
    }
    if (typeof cell !== 'string') continue
    let tells = told.get(cell)
    if (tells === undefined) {
      tells = orderTold(cell)
      told.set(cell, tells)
    }
    if (tells !== null) habit[tells] += 1
  }
  return habit
}

/** How a text can be read as a day; null where it is none, or the same both ways. */
function orderTold(text: string): 'eitherWay' | 'dayFirst' | 'monthFirst' | null {
  const date = written(cleanText(text))
  if (date === null || date.first === date.second) return null
  const asDay = dayText(date.year, date.second, date.first) !== null
  const asMonth = dayText(date.year, date.first, date.second) !== null
  return asDay && asMonth ? 'eitherWay' : asDay ? 'dayFirst' : asMonth ? 'monthFirst' : null
}

/**
 * Excel set to American dates takes 05/08/1975 for 8 May and leaves 15/08/1975 as text: then every date cell has a day up to 12,
 * and every text a first number beyond. Such a column asks the clerk.
 */
const looksSwapped = (habit: DateHabit): boolean => habit.swappable > 0 && habit.sure === 0 && habit.dayFirst > 0 && habit.eitherWay === 0

const wordy = /^ngay (\d{1,2}) thang (\d{1,2}) nam (\d{4})$/
const wordyMonth = /^thang (\d{1,2}) nam (\d{4})$/

/**
 * A day from one cell. Refused: unreadable, a short year (`15/8/75`), a text that the habit of its column leaves open while the clerk
 * has not said the order, a date cell that Excel may have turned round. An empty cell is the caller's.
 */
export function readDate(cell: RawCell, habit: DateHabit, order?: DateOrder): Result<PartialDay, DateRefusal> {
  if (cell !== null && typeof cell === 'object' && 'date' in cell) {
    const [, month = '', day = ''] = cell.date.split('-')
    const mayBeSwapped = cell.date.length === 10 && day !== month && Number(day) <= 12
    if (mayBeSwapped && order === undefined && looksSwapped(habit))
      return refuse({ code: 'import-date-maybe-swapped', shown: `${day}/${month}/${cell.date.slice(0, 4)}` })
    // The clerk said that Excel turned them: month and day change places back.
    if (mayBeSwapped && order === 'monthFirst' && looksSwapped(habit)) return ok(`${cell.date.slice(0, 4)}-${day}-${month}`)
    return ok(cell.date)
  }
  if (typeof cell === 'number') return fromNumber(cell)
  const text = typeof cell === 'string' ? cleanText(cell) : cell !== null && typeof cell === 'object' && 'shown' in cell ? cell.shown : ''
  const bad = refuse({ code: 'import-date-unreadable', shown: text } as const)
  const date = written(text)
  if (date !== null) {
    const asDay = dayText(date.year, date.second, date.first)
    const asMonth = dayText(date.year, date.first, date.second)
    if (asDay !== null && asMonth !== null && asDay !== asMonth) {
      if (order !== undefined) return ok(order === 'dayFirst' ? asDay : asMonth)
      return habit.monthFirst > 0 ? refuse({ code: 'import-date-order-unclear', shown: text }) : ok(asDay)
    }
    if (asDay !== null) return ok(asDay)
    if (asMonth === null) return bad
    return order === 'monthFirst' ? ok(asMonth) : refuse({ code: 'import-date-order-unclear', shown: text })
  }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text)
  if (iso) return kept(dayText(Number(iso[1]), Number(iso[2]), Number(iso[3])), bad)
  const month = /^(\d{1,2})\s?[/\-.]\s?(\d{4})$/.exec(text)
  if (month) return kept(monthText(Number(month[2]), Number(month[1])), bad)
  if (/^\d{4}$/.test(text)) return kept(isYear(Number(text)) ? text : null, bad)
  if (/^\d{1,2}\s?[/\-.]\s?\d{1,2}\s?[/\-.]\s?\d{2}$/.test(text)) return refuse({ code: 'import-date-short-year', shown: text })
  const said = folded(text)
  const full = wordy.exec(said)
  if (full) return kept(dayText(Number(full[3]), Number(full[2]), Number(full[1])), bad)
  const part = wordyMonth.exec(said)
  if (part) return kept(monthText(Number(part[2]), Number(part[1])), bad)
  return bad
}

const kept = (day: PartialDay | null, bad: { readonly ok: false; readonly refusal: DateRefusal }): Result<PartialDay, DateRefusal> =>
  day === null ? bad : ok(day)

/** A bare year, or the serial number of a day whose cell lost its date format (1900 base: 1 is 1 January 1900). */
function fromNumber(value: number): Result<PartialDay, DateRefusal> {
  if (Number.isInteger(value) && isYear(value)) return ok(String(value))
  const day = value >= 2101 && value < 73_050 ? serialDay(value, false) : null
  return day === null ? refuse({ code: 'import-date-unreadable', shown: String(value) }) : ok(day)
}

/** The day of a serial number; null before 1 January 1900 and beyond 2100. Excel counts a 29 February 1900 that never was. */
export function serialDay(serial: number, is1904: boolean): PartialDay | null {
  const whole = Math.floor(serial) + (is1904 ? 1462 : 0)
  if (whole < 1 || whole === 60) return null
  const at = new Date(Date.UTC(1899, 11, whole < 60 ? 31 : 30) + whole * 86_400_000).toISOString().slice(0, 10)
  return isYear(Number(at.slice(0, 4))) ? at : null
}
