// Terms of office: how long, how many in a row, and what follows when retirement is near (procedure.md 3.3.1, 6; G-20).
import { addDays, addMonths, type HolidayTable, latestBefore, termEnd } from '../core/calendar.ts'
import { article, gap, ND115_85, ND138, ND170, ND170_300, QD377, ruled, silent } from '../rulebooks/cite.ts'
import { rulebook } from '../rulebooks/index.ts'
import type { RulebookId, Ruled, Track } from '../rulebooks/types.ts'

export type Term = {
  /** Last day, "đến hết ngày". */
  readonly lastDay: string
  /** The day it has run out: what lists of terms show as its end. */
  readonly runsOutOn: string
  /** Last day to tell that reappointment begins (H-4): 90 working days before. */
  readonly noticeBy: string
}

export const noticeBeforeTermEnd = ruled({ days: 90, unit: 'workingDays' } as const, 'TEXT', article('36', ND170_300, '2'))

/** The term that begins on a day. */
export function termFrom(effectiveOn: string, months: number, holidays: HolidayTable): Term {
  const lastDay = termEnd(effectiveOn, months)
  return { lastDay, runsOutOn: addDays(lastDay, 1), noticeBy: latestBefore(lastDay, noticeBeforeTermEnd.value, holidays) }
}

export type Continuation = 'full-term-left' | 'until-retirement' | 'extension-instead'

/** Reappointment or extension, by whole months from the end of the term to retirement (procedure.md 3.3.1). `termMonths`: 60, 36 … */
export function continuationFor(id: RulebookId, termMonths: number, monthsToRetirement: number): Ruled<Continuation> {
  const { extensionUnderMonths: limit } = rulebook(id)
  // Of a term between three and five years no text speaks: the longer limit.
  const under = termMonths > 36 ? limit.value.fiveYearTerm : limit.value.threeYearTerm
  if (monthsToRetirement < under) return { ...limit, value: 'extension-instead' }
  // A full term or more left: an ordinary term (default reading).
  return { ...limit, value: monthsToRetirement < termMonths ? 'until-retirement' : 'full-term-left' }
}

export type HeldTerm = { readonly from: string; readonly lastDay: string }

/** One term follows another when it begins at most this long after the last ended; no text says it. */
const gapDays = ruled(31, 'DEFAULT', gap(silent, 'G-20'))

/** How many terms of one post stand in a row up to and with the latest. */
export function consecutiveTerms(terms: readonly HeldTerm[]): number {
  const inOrder = [...terms].sort((a, b) => (a.from < b.from ? -1 : 1))
  let count = 0
  let before: HeldTerm | undefined
  for (const one of inOrder) {
    count = before !== undefined && one.from <= addDays(before.lastDay, gapDays.value) ? count + 1 : 1
    before = one
  }
  return count
}

/** From the decree of 2024 no general limit on reappointing civil servants; Party and special law keep theirs. */
const unlimitedFrom = '2024-09-17'
/** Most terms in a row as head in one post; null: no limit of general law. */
export function termLimitOn(day: string, track: Track): Ruled<number | null> {
  if (track === 'civilServant' && day >= unlimitedFrom) {
    return day < '2025-07-01'
      ? ruled(null, 'REPORT', 'NĐ 116/2024/NĐ-CP')
      : ruled(null, 'TEXT', article('28', day < '2026-08-01' ? ND170 : ND170_300, '2'))
  }
  if (track === 'civilServant') return ruled(2, 'TEXT', article('41', ND138, '2'))
  if (track === 'publicEmployee') return ruled(2, 'GK', gap(ND115_85, 'G-20'))
  return ruled(2, 'GK', gap(QD377, 'G-20'))
}

/** The two-term watch list opens this long before the end of the second term (programme.md L-5). */
export const twoTermWatchMonths = ruled(12, 'DEFAULT', 'Thiết lập: danh sách theo dõi đủ hai nhiệm kỳ')
export const watchFrom = (secondTermLastDay: string, months: number = twoTermWatchMonths.value): string =>
  addMonths(addDays(secondTermLastDay, 1), -months)
