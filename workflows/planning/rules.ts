// Planning by rule as data (programme.md 12.1): limits, age, structure, review; each value with its source and how far it was checked.
import { type CalendarDays, calendarDefaults } from '../reminders/year-calendar.ts'
import { QD377, ruled } from '../rulebooks/cite.ts'
import type { Ruled } from '../rulebooks/types.ts'
import type { SettingValues } from './facts.ts'

const QD50 = 'Quy định 50-QĐ/TW'
const QD96 = 'Quy định 96-QĐ/TW'
const setting = (of: string) => `Thiết lập: ${of}`

export const planningRules = {
  /** Only for posts higher than the one held. */
  higherOnly: ruled(true, 'REPORT', QD377),
  peoplePerPost: ruled(3, 'REPORT', QD377),
  /** At one level. */
  postsPerPerson: ruled(3, 'REPORT', QD377),
  /** Not while the person is being proposed for appointment or nomination. */
  notWithProposal: ruled(true, 'REPORT', QD377),
  reviewedEveryMonths: ruled(12, 'REPORT', QD377),
  /** Work left at the start of the term planned for: first-time members a full term, re-elected ones less. */
  firstTimeMonths: ruled(60, 'REPORT', 'Chỉ thị 45-CT/TW'),
  reElectedMonths: ruled(48, 'REPORT', 'Chỉ thị 45-CT/TW'),
  disciplinedOut: ruled(true, 'REPORT', QD50),
  lowConfidenceOut: ruled(true, 'REPORT', QD96),
} as const

/** What an office sets for itself; the first value of each is the default. */
export type PlanningSettings = {
  /** Ages at which the second and the third band begin, five years apart. */
  readonly bands: Ruled<readonly [number, number]>
  readonly youngUnder: Ruled<number>
  readonly youngPercent: Ruled<number>
  readonly womenPercent: Ruled<number>
  /** Share fitting the area: none unless the office says one. */
  readonly minorityPercent: Ruled<number | null>
  /** People planned for a committee: tenths of its seats. */
  readonly committeeTenths: Ruled<{ readonly from: number; readonly to: number }>
  /** `MM-DD`: the day of the year by which the review must have been held. */
  readonly reviewBy: Ruled<string>
}

export const planningSettings: PlanningSettings = {
  bands: ruled([40, 45], 'REPORT', setting('ba độ tuổi, cách nhau 5 năm')),
  youngUnder: ruled(40, 'REPORT', QD50),
  youngPercent: ruled(15, 'REPORT', QD50),
  womenPercent: ruled(25, 'REPORT', QD50),
  minorityPercent: ruled(null, 'REPORT', QD50),
  committeeTenths: ruled({ from: 15, to: 20 }, 'GK', setting('hệ số quy hoạch cấp ủy 1,5 đến 2,0')),
  reviewBy: ruled(calendarDefaults.planningReview, 'DEFAULT', setting('hạn rà soát quy hoạch hằng năm')),
}

/** The shipped settings with what the office set in their place. */
export function settingsOf({
  settings,
  calendar,
}: {
  readonly settings?: SettingValues | undefined
  readonly calendar: CalendarDays
}): PlanningSettings {
  const own = <T>(shipped: Ruled<T>, value: T | undefined): Ruled<T> =>
    value === undefined || JSON.stringify(value) === JSON.stringify(shipped.value)
      ? shipped
      : ruled(value, 'DEFAULT', setting('của cơ quan'))
  return {
    bands: own(planningSettings.bands, settings?.bands),
    youngUnder: own(planningSettings.youngUnder, settings?.youngUnder),
    youngPercent: own(planningSettings.youngPercent, settings?.youngPercent),
    womenPercent: own(planningSettings.womenPercent, settings?.womenPercent),
    minorityPercent: own(planningSettings.minorityPercent, settings?.minorityPercent),
    committeeTenths: own(planningSettings.committeeTenths, settings?.committeeTenths),
    reviewBy: own(planningSettings.reviewBy, calendar.planningReview),
  }
}
