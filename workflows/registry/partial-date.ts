// A date of which perhaps only the month or the year is known: `1985`, `1985-03`, `1985-03-20` (programme.md 13, documents.md A9.6).
import { z } from 'zod'
import { Day } from '../core/stamp.ts'

const shape = /^(1[89]|20)\d{2}(-(0[1-9]|1[0-2])(-\d{2})?)?$/

/** ISO text as far as it is known. It sorts by plain code units and begins any day it stands for. */
export const PartialDate = z.string().refine((text) => shape.test(text) && (text.length < 10 || Day.safeParse(text).success))
export type Precision = 'year' | 'month' | 'day'

export const precisionOf = (date: string): Precision => (date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day')

/** programme.md 3.3: the oldest reading, so that an "under" test is never passed by guesswork. ISO day. */
export const oldestReading = (date: string): string => `${date}-01-01`.slice(0, 10)

/** The other end of what the date can mean: `1985` may be as late as 31 December. ISO day. */
export function youngestReading(date: string): string {
  if (date.length === 10) return date
  const year = Number(date.slice(0, 4))
  const month = date.length === 7 ? Number(date.slice(5, 7)) : 12
  return `${date.slice(0, 4)}-${String(month).padStart(2, '0')}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`
}

/** Whole years on a day, by the oldest reading (programme.md 3.3). A birthday on 29 February is reached on 1 March of other years. */
export function ageOn(birthDate: string, day: string): number {
  const born = oldestReading(birthDate)
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  return day.slice(5) < born.slice(5) ? years - 1 : years
}

/** Programme.md 3.3 "dưới 40": the birthday has not been reached on that day. `isFlagged`: the date is not known to the day. */
export function isUnder(birthDate: string, years: number, day: string): { readonly under: boolean; readonly isFlagged: boolean } {
  return { under: ageOn(birthDate, day) < years, isFlagged: birthDate.length < 10 }
}
