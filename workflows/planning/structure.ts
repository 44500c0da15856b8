// The arithmetic of a planning list: shares in whole numbers, age bands, how many people a committee plans (programme.md 3.3, 12).
import { monthsLeft, retirementOf, type Sex } from '../eligibility/retirement.ts'
import { ageOn, isUnder, precisionOf } from '../registry/partial-date.ts'
import type { Ruled } from '../rulebooks/types.ts'
import { type PlanningSettings, planningRules, planningSettings } from './rules.ts'

export type StructurePerson = {
  readonly birthDate?: string | undefined
  readonly sex?: Sex | undefined
  readonly isMinority?: boolean | undefined
}

export type Share = {
  readonly aim: 'young' | 'women' | 'minority'
  readonly count: number
  /** People whose data do not say. They stay in the whole. */
  readonly unknown: number
  readonly of: number
  readonly needed: number
  readonly isMet: boolean
  readonly rule: Ruled<number>
}

/** The least whole number that is at least so many percent: `k * 100 >= percent * of`. */
const neededFor = (percent: number, of: number): number => Math.ceil((percent * of) / 100)

/** An aim without a figure is left out. */
export function structureOf(people: readonly StructurePerson[], day: string, settings: PlanningSettings = planningSettings): Share[] {
  const of = people.length
  const share = (aim: Share['aim'], rule: Ruled<number>, holds: (one: StructurePerson) => boolean | undefined): Share => {
    const answers = people.map(holds)
    const count = answers.filter((one) => one === true).length
    const unknown = answers.filter((one) => one === undefined).length
    return { aim, count, unknown, of, needed: neededFor(rule.value, of), isMet: of > 0 && count * 100 >= rule.value * of, rule }
  }
  const { minorityPercent } = settings
  return [
    share('young', settings.youngPercent, ({ birthDate }) =>
      birthDate === undefined ? undefined : isUnder(birthDate, settings.youngUnder.value, day).under,
    ),
    share('women', settings.womenPercent, ({ sex }) => (sex === undefined ? undefined : sex === 'female')),
    ...(minorityPercent.value === null
      ? []
      : [share('minority', { ...minorityPercent, value: minorityPercent.value }, ({ isMinority }) => isMinority)]),
  ]
}

/** Three bands, the youngest first. Undefined where the birth date is not known. */
export function bandOf(birthDate: string | undefined, day: string, settings: PlanningSettings = planningSettings): 1 | 2 | 3 | undefined {
  if (birthDate === undefined) return undefined
  const age = ageOn(birthDate, day)
  const [second, third] = settings.bands.value
  return age < second ? 1 : age < third ? 2 : 3
}

/** 33 seats plan 50 to 66 people. */
export function committeeRange(
  seats: number,
  settings: PlanningSettings = planningSettings,
): { readonly from: number; readonly to: number } {
  const { from, to } = settings.committeeTenths.value
  return { from: Math.ceil((seats * from) / 10), to: Math.floor((seats * to) / 10) }
}

export type AgeFit = {
  readonly months: number
  readonly retiresOn: string
  readonly isFirstTime: boolean
  readonly isReElected: boolean
  readonly isFlagged: boolean
}
/** is there enough time left on the day the term begins? */
export function ageFit(birthDate: string, sex: Sex, termFrom: string): AgeFit {
  const retirement = retirementOf(birthDate, sex)
  const months = monthsLeft(retirement, termFrom)
  return {
    months,
    retiresOn: retirement.lastDay,
    isFirstTime: months >= planningRules.firstTimeMonths.value,
    isReElected: months >= planningRules.reElectedMonths.value,
    isFlagged: precisionOf(birthDate) !== 'day',
  }
}

/** the year whose review is overdue on a day; undefined when none is. */
export function overdueReview(
  lastOn: string | undefined,
  today: string,
  settings: PlanningSettings = planningSettings,
): number | undefined {
  const year = Number(today.slice(0, 4))
  const due = `${year}-${settings.reviewBy.value}`
  const owed = today > due ? year : year - 1
  return lastOn !== undefined && Number(lastOn.slice(0, 4)) >= owed ? undefined : owed
}
