// When someone retires under ordinary conditions: the ladder of NĐ 135/2020 as data (programme.md 10). Ages in months.
import { addDays, addMonths, monthsBetween } from '../core/calendar.ts'
import { oldestReading, precisionOf } from '../registry/partial-date.ts'
import type { sexes } from '../registry/person.ts'
import { ruled } from '../rulebooks/cite.ts'
import type { Ruled } from '../rulebooks/types.ts'

export type Sex = (typeof sexes)[number]

const ND135 = 'NĐ 135/2020/NĐ-CP'
const ladder = `Khoản 2 Điều 4 và Phụ lục I ${ND135}`
const before2021 = `Khoản 1 Điều 187 Bộ luật Lao động 2012`

/** Born in `from` (a month) or later, up to the next row. */
type Rung = { readonly from: string; readonly age: Ruled<number> }
const rung = (from: string, years: number, months: number): Rung => ({ from, age: ruled(12 * years + months, 'GK', ladder) })

/** The annex by month of birth; the yearly ladder (60 y 3 m and 55 y 4 m in 2021) was read, the table by months was not. */
const ladders: Readonly<Record<Sex, readonly Rung[]>> = {
  male: [
    { from: '0000-01', age: ruled(12 * 60, 'GK', before2021) },
    rung('1961-01', 60, 3),
    rung('1961-10', 60, 6),
    rung('1962-07', 60, 9),
    rung('1963-04', 61, 0),
    rung('1964-01', 61, 3),
    rung('1964-10', 61, 6),
    rung('1965-07', 61, 9),
    rung('1966-04', 62, 0),
  ],
  female: [
    { from: '0000-01', age: ruled(12 * 55, 'GK', before2021) },
    rung('1966-01', 55, 4),
    rung('1966-09', 55, 8),
    rung('1967-05', 56, 0),
    rung('1968-01', 56, 4),
    rung('1968-09', 56, 8),
    rung('1969-05', 57, 0),
    rung('1970-01', 57, 4),
    rung('1970-09', 57, 8),
    rung('1971-05', 58, 0),
    rung('1972-01', 58, 4),
    rung('1972-09', 58, 8),
    rung('1973-05', 59, 0),
    rung('1974-01', 59, 4),
    rung('1974-09', 59, 8),
    rung('1975-05', 60, 0),
  ],
}

export type Retirement = {
  readonly ageMonths: Ruled<number>
  /** The birthday of that age. */
  readonly reachedOn: string
  /** Last day at work: the end of the month in which the age is reached. */
  readonly lastDay: string
  /** Counted from a year or a month alone, by its oldest reading. */
  readonly isFlagged: boolean
}

/** Retirement of somebody born on a day (or in a year or month: oldest reading). */
export function retirementOf(born: string, sex: Sex): Retirement {
  const day = oldestReading(born)
  const found = ladders[sex].findLast((one) => one.from <= day.slice(0, 7))
  if (!found) throw new RangeError('the first rung is open below')
  const reachedOn = addMonths(day, found.age.value)
  const lastDay = addDays(addMonths(`${reachedOn.slice(0, 7)}-01`, 1), -1)
  return { ageMonths: found.age, reachedOn, lastDay, isFlagged: precisionOf(born) !== 'day' }
}

/** Whole months of work left from the day on, the last day at work included. */
export const monthsLeft = ({ lastDay }: Pick<Retirement, 'lastDay'>, day: string): number => monthsBetween(day, addDays(lastDay, 1))
