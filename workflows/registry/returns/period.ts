// The time a return looks back on: a year or a quarter, up to the day it is made as of.
import { addDays, addMonths } from '../../core/calendar.ts'

export type Period = { readonly year: number; readonly quarter?: 1 | 2 | 3 | 4; readonly from: string; readonly lastDay: string }

/** The year of the day unless said; nothing of it lies after the day. */
export function periodOf(day: string, year: number = Number(day.slice(0, 4)), quarter?: 1 | 2 | 3 | 4): Period {
  const from = `${year}-${quarter === undefined ? '01' : String(quarter * 3 - 2).padStart(2, '0')}-01`
  const end = addDays(addMonths(from, quarter === undefined ? 12 : 3), -1)
  return { year, ...(quarter !== undefined && { quarter }), from, lastDay: end < day ? end : day }
}

export const isWithin = ({ from, lastDay }: Period, day: string): boolean => from <= day && day <= lastDay
