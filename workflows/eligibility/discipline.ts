// How long a sanction bars from which move (procedure.md 5.1): State and Party bars as data, the stricter counts (C-09).
import { z } from 'zod'
import { addDays, addMonths } from '../core/calendar.ts'
import { Day } from '../core/stamp.ts'
import { disciplineForms } from '../registry/person.ts'
import { article, gap, QD80, QD105, QD377, ruled, silent } from '../rulebooks/cite.ts'
import type { GuardSet, Ruled } from '../rulebooks/types.ts'

export type Sanction = (typeof disciplineForms)[number]

/** Where a person goes, seen from the post held now. `same`: reappointed to it. */
export const moves = ['first', 'higher', 'equal', 'lower', 'same'] as const
export type Move = (typeof moves)[number]

export const Discipline = z.strictObject({
  sanction: z.enum(disciplineForms),
  effectiveOn: Day,
  document: z.string().min(1).max(80).optional(),
  /** Overturned on this day: it bars nothing from then on; the history stays. */
  overturnedOn: Day.optional(),
})
export type Discipline = z.infer<typeof Discipline>

export type Bar = { readonly months: number; readonly moves: readonly Move[] }
type Bars = Partial<Readonly<Record<Sanction, Ruled<Bar>>>>

const up: readonly Move[] = ['first', 'higher']
const any: readonly Move[] = ['first', 'higher', 'equal', 'lower']
const equalOrUp: readonly Move[] = ['first', 'higher', 'equal']

const law82 = 'Điều 82 Luật Cán bộ, công chức (sửa đổi 2019)'
const stateBar = (months: number, of: readonly Move[]) => ruled<Bar>({ months, moves: of }, 'TEXT', law82)
/** State law to 30 June 2025. A sanction of that time keeps its bar (default reading of C-09). */
const stateBars: Bars = {
  reprimand: stateBar(12, up),
  warning: stateBar(12, up),
  payStepDown: stateBar(12, up),
  demotion: stateBar(24, any),
  removal: stateBar(24, any),
}
const stateBarsUntil = '2025-06-30'

const bar105 = (of: readonly Move[]) => ruled<Bar>({ months: 12, moves: of }, 'REPORT', QD105)
const at80 = article('18', QD80, '7')
const bar80 = (months: number, of: readonly Move[]) => ruled<Bar>({ months, moves: of }, 'TEXT', at80)
const bar377 = (months: number, of: readonly Move[]) => ruled<Bar>({ months, moves: of }, 'REPORT', gap(QD377, 'C-25'))

const of377: Bars = { reprimand: bar377(24, up), warning: bar377(36, up), removal: bar377(60, equalOrUp) }
const partyBars: Readonly<Record<GuardSet, Bars>> = {
  QD105: {
    reprimand: bar105(up),
    warning: bar105(up),
    payStepDown: bar105(up),
    demotion: bar105(up),
    removal: bar105(equalOrUp),
  },
  QD80: { reprimand: bar80(12, up), warning: bar80(30, up), removal: bar80(60, equalOrUp) },
  QD377: of377,
  RB2026: of377,
}

export type BarVerdict = {
  readonly discipline: Discipline
  readonly rule: Ruled<Bar>
  /** First day on which it bars no more. */
  readonly freeFrom: string
}

/** The bars a sanction lays on a move by these rules, the longest first. */
function barsOf(discipline: Discipline, move: Move, guardSet: GuardSet): BarVerdict[] {
  const { sanction, effectiveOn } = discipline
  const state = effectiveOn <= stateBarsUntil ? stateBars[sanction] : undefined
  return [partyBars[guardSet][sanction], state]
    .filter((rule) => rule?.value.moves.includes(move) === true)
    .map((rule) => {
      if (!rule) throw new RangeError('filtered')
      const full = addMonths(effectiveOn, rule.value.months)
      const { overturnedOn } = discipline
      return { discipline, rule, freeFrom: overturnedOn !== undefined && overturnedOn < full ? overturnedOn : full }
    })
    .sort((a, b) => (a.freeFrom > b.freeFrom ? -1 : 1))
}

/** The bar that stands on the day and ends last. Undefined: no sanction stands in the way of this move. */
export function standingBar(disciplines: readonly Discipline[], move: Move, guardSet: GuardSet, day: string): BarVerdict | undefined {
  return disciplines
    .filter((one) => one.effectiveOn <= day)
    .flatMap((one) => barsOf(one, move, guardSet))
    .filter((one) => one.freeFrom > day)
    .sort((a, b) => (a.freeFrom > b.freeFrom ? -1 : 1))[0]
}

/** The last bar that ended on or before the day: after it the time in post is counted anew (QĐ80 art. 18(7)). */
export function lastEndedBar(disciplines: readonly Discipline[], move: Move, guardSet: GuardSet, day: string): BarVerdict | undefined {
  return disciplines
    .filter((one) => one.effectiveOn <= day)
    .flatMap((one) => barsOf(one, move, guardSet).slice(0, 1))
    .filter((one) => one.freeFrom <= day)
    .sort((a, b) => (a.freeFrom > b.freeFrom ? -1 : 1))[0]
}

/** Expelled or dismissed: no table says when that ends; the competent level does. */
export const withoutEnd = (disciplines: readonly Discipline[], day: string): Discipline | undefined =>
  disciplines.find(
    ({ sanction, effectiveOn, overturnedOn }) =>
      (sanction === 'expulsion' || sanction === 'dismissal') && effectiveOn <= day && (overturnedOn === undefined || overturnedOn > day),
  )
export const withoutEndRule = ruled(true, 'DEFAULT', gap(silent, '5.1'))

/** `đến hết ngày`: the last day of a bar. */
export const lastBarredDay = ({ freeFrom }: BarVerdict): string => addDays(freeFrom, -1)
