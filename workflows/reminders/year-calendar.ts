// The year of the personnel office (programme.md 16): what is done when. Every date is a setting; these are where an office starts.
import { type HolidayTable, workingDayUpTo } from '../core/calendar.ts'

export const calendarItems = [
  'registrationsSubmitted',
  'rotationBaseFixed',
  'lastYearRatingDone',
  'registrationsApproved',
  'quarterRating1',
  'quarterRating2',
  'quarterRating3',
  'quarterRating4',
  'planningReview',
  'halfYearReports',
  'rotationPlan',
  'yearReports',
  'yearReview',
] as const
export type CalendarItem = (typeof calendarItems)[number]

/** `MM-DD` of the last day. */
export const calendarDefaults: Readonly<Record<CalendarItem, string>> = {
  registrationsSubmitted: '01-31',
  rotationBaseFixed: '01-01',
  lastYearRatingDone: '01-31',
  registrationsApproved: '02-28',
  quarterRating1: '03-15',
  quarterRating2: '06-15',
  quarterRating3: '09-15',
  quarterRating4: '12-15',
  planningReview: '06-30',
  halfYearReports: '06-30',
  rotationPlan: '11-30',
  yearReports: '12-31',
  yearReview: '12-31',
}

export type CalendarDays = Partial<Readonly<Record<CalendarItem, string>>>
export type CalendarLine = { readonly item: CalendarItem; readonly day: string; readonly workBy: string; readonly isDefault: boolean }

/** The lines of one year in their order. `workBy`: the last working day up to the day. */
export function calendarOf(year: number, set: CalendarDays, holidays: HolidayTable): CalendarLine[] {
  return calendarItems
    .map((item) => {
      const day = `${year}-${set[item] ?? calendarDefaults[item]}`
      return { item, day, workBy: workingDayUpTo(day, holidays), isDefault: set[item] === undefined }
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
