// Public holidays per year as data (procedure.md 6). Never computed: which days stand around Tết and beside 2 September is announced each year.
// Days given in place of a weekend are not here: the office enters them.
import type { HolidayTable } from '../core/calendar.ts'
import type { Evidence } from './types.ts'

export type HolidayKey = 'newYear' | 'tet' | 'hungKings' | 'reunification' | 'labour' | 'national' | 'culture'
export type Holiday = { readonly key: HolidayKey; readonly days: readonly string[]; readonly evidence: Evidence }

type Announced = {
  readonly tet: readonly string[]
  readonly hungKings: string
  readonly besideNational: string
  readonly evidence: Evidence
}

// 2027 was not announced when this was written: two days before day 1 of Tết and two after, and 3 September.
const announced: Readonly<Record<number, Announced>> = {
  2021: { tet: ['02-10', '02-11', '02-12', '02-13', '02-14'], hungKings: '04-21', besideNational: '09-03', evidence: 'GK' },
  2022: { tet: ['01-31', '02-01', '02-02', '02-03', '02-04'], hungKings: '04-10', besideNational: '09-01', evidence: 'GK' },
  2023: { tet: ['01-20', '01-21', '01-22', '01-23', '01-24'], hungKings: '04-29', besideNational: '09-01', evidence: 'GK' },
  2024: { tet: ['02-08', '02-09', '02-10', '02-11', '02-12'], hungKings: '04-18', besideNational: '09-03', evidence: 'GK' },
  2025: { tet: ['01-27', '01-28', '01-29', '01-30', '01-31'], hungKings: '04-07', besideNational: '09-01', evidence: 'GK' },
  2026: { tet: ['02-16', '02-17', '02-18', '02-19', '02-20'], hungKings: '04-26', besideNational: '09-01', evidence: 'GK' },
  2027: { tet: ['02-04', '02-05', '02-06', '02-07', '02-08'], hungKings: '04-16', besideNational: '09-03', evidence: 'DEFAULT' },
}

export const holidayYears: readonly number[] = Object.keys(announced).map(Number)

/** The shipped holidays of one year; none where the year is not shipped. */
export function holidaysOf(year: number): readonly Holiday[] {
  const known = announced[year]
  if (!known) return []
  const on = (...days: readonly string[]) => days.map((day) => `${year}-${day}`)
  return [
    { key: 'newYear', days: on('01-01'), evidence: 'GK' },
    { key: 'tet', days: on(...known.tet), evidence: known.evidence },
    { key: 'hungKings', days: on(known.hungKings), evidence: 'GK' },
    { key: 'reunification', days: on('04-30'), evidence: 'GK' },
    { key: 'labour', days: on('05-01'), evidence: 'GK' },
    { key: 'national', days: on('09-02', known.besideNational).sort(), evidence: known.evidence },
    // Policy of Resolution 80-NQ/TW, the change of law to be checked: off until the office enters it.
    ...(year >= 2026 ? [{ key: 'culture', days: on('11-24'), evidence: 'REPORT' } as const] : []),
  ]
}

export const holidayTables = ['vn', 'none'] as const

/** What the office entered for its own years: days off in place of others, and days worked. */
export type HolidayChanges = { readonly off: readonly string[]; readonly working: readonly string[] }

/** The table deadlines are counted by: the shipped days of `id` and what the office entered. 24 November only when entered. */
export function holidayTable(id: string, changes: HolidayChanges = { off: [], working: [] }): HolidayTable {
  const shipped = id === 'vn' ? holidayYears.flatMap(holidaysOf).filter((one) => one.key !== 'culture') : []
  return { off: new Set([...shipped.flatMap((one) => one.days), ...changes.off]), working: new Set(changes.working) }
}
