// How long before its day each reminder begins: what the office may set, with where the first value comes from.
import { twoTermWatchMonths } from '../eligibility/terms.ts'
import { ruled, silent } from '../rulebooks/cite.ts'
import type { Ruled } from '../rulebooks/types.ts'

export const reminderTimeNames = ['shownBefore', 'retirementNotice', 'retirementDecision', 'twoTermWatch'] as const
export type ReminderTimeName = (typeof reminderTimeNames)[number]
export type ReminderTime = Ruled<number> & { readonly unit: 'workingDays' | 'months' }

/** What an office starts from. The notice of a term's end is no setting: its 90 working days are law. */
export const shippedTimes: Readonly<Record<ReminderTimeName, ReminderTime>> = {
  shownBefore: { ...ruled(30, 'DEFAULT', `${silent}; thiết lập: báo trước khi đến hạn`), unit: 'workingDays' },
  retirementNotice: { ...ruled(6, 'REPORT', 'Thông báo nghỉ hưu trước 06 tháng'), unit: 'months' },
  retirementDecision: { ...ruled(3, 'REPORT', 'Quyết định nghỉ hưu trước 03 tháng'), unit: 'months' },
  twoTermWatch: { ...twoTermWatchMonths, unit: 'months' },
}

export type OwnTimes = Partial<Readonly<Record<ReminderTimeName, number>>>

/** The shipped times with what the office set in their place. */
export const timesOf = (own: OwnTimes): Readonly<Record<ReminderTimeName, ReminderTime>> => {
  const of = (name: ReminderTimeName): ReminderTime => {
    const [shipped, value] = [shippedTimes[name], own[name]]
    return value === undefined || value === shipped.value
      ? shipped
      : { ...ruled(value, 'DEFAULT', 'Thiết lập: của cơ quan'), unit: shipped.unit }
  }
  return {
    shownBefore: of('shownBefore'),
    retirementNotice: of('retirementNotice'),
    retirementDecision: of('retirementDecision'),
    twoTermWatch: of('twoTermWatch'),
  }
}
