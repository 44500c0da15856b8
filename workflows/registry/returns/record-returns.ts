// Returns drawn from what is on record of people (programme.md 14): ratings of a year (BC-04, of individuals), moves of a year (BC-06),
// discipline of a year or a quarter (BC-12). What other systems would add to them is not counted here and not guessed.
import { addDays } from '../../core/calendar.ts'
import { isUnder } from '../partial-date.ts'
import type { PersonData } from '../person.ts'
import { isHeldOn, type TenureData } from '../tenure.ts'
import type { UnitData } from '../unit.ts'
import { isWithin, type Period } from './period.ts'
import type { CountedPerson } from './quality-return.ts'

type Rating = NonNullable<PersonData['ratings']>[number]
export type RatingLevel = Rating['level'] | 'none'
export const ratingLevels = ['excellent', 'good', 'completed', 'notCompleted', 'none'] as const satisfies readonly RatingLevel[]

/** The rating of the whole year, the newest word on it; ratings of quarters stand for themselves. */
const ratingOfYear = ({ ratings = [] }: PersonData, year: number): Rating | undefined =>
  ratings.findLast((one) => one.year === year && one.quarter === undefined)

type Discipline = NonNullable<PersonData['disciplines']>[number]
const disciplinesIn = ({ disciplines = [] }: PersonData, period: Period): readonly Discipline[] =>
  disciplines.filter(({ effectiveOn }) => isWithin(period, effectiveOn))

export type Rated = CountedPerson & { readonly level: RatingLevel; readonly rating: Rating | undefined; readonly isDisciplined: boolean }
export const ratedIn = (people: readonly CountedPerson[], period: Period): readonly Rated[] =>
  people.map((one) => {
    const rating = ratingOfYear(one.data, period.year)
    return { ...one, rating, level: rating?.level ?? 'none', isDisciplined: disciplinesIn(one.data, period).length > 0 }
  })

/** A post as it was on a day. `level`: where it stands between centre and commune; undefined where its units do not say. */
export type PostThen = {
  readonly title: string
  readonly unit: string
  readonly rank: number | undefined
  readonly level: number | undefined
}
/** A tenure with its post as it was on its first day. */
export type TenureThen = { readonly data: TenureData; readonly post: PostThen }

/** Luân chuyển, điều động, biệt phái, tăng cường. */
export const moveForms = ['rotated', 'transferred', 'seconded', 'reinforced'] as const
export type MoveForm = (typeof moveForms)[number]
export const directions = ['down', 'up', 'across', 'unknown'] as const
export const postChanges = ['higher', 'equal', 'lower', 'unknown'] as const

export type Move = {
  readonly personId: string
  readonly data: PersonData
  readonly form: MoveForm
  readonly tenure: TenureData
  readonly from: PostThen | undefined
  readonly to: PostThen
  readonly direction: (typeof directions)[number]
  readonly change: (typeof postChanges)[number]
  readonly isUnder40: boolean | undefined
  readonly level: RatingLevel
}

const levels: Partial<Readonly<Record<UnitData['level'], number>>> = { central: 0, province: 1, department: 1, district: 2, commune: 3 }
/** Of the unit, else of the nearest unit above that has one: a division stands where its body stands. `above`: the unit and those above it, nearest first. */
export const levelOf = (above: readonly UnitData[]): number | undefined =>
  above.map(({ level }) => levels[level]).find((one) => one !== undefined)

const compared = (one: number | undefined, other: number | undefined): -1 | 0 | 1 | undefined =>
  one === undefined || other === undefined ? undefined : one < other ? -1 : one > other ? 1 : 0

/** The moves of one person in a period; where he came from is the post he held the day before, else the one he left last. */
export function movesOf(personId: string, data: PersonData, tenures: readonly TenureThen[], period: Period): readonly Move[] {
  return tenures.flatMap((to): Move[] => {
    const form = moveForms.find((one) => one === to.data.form)
    if (form === undefined || !isWithin(period, to.data.from)) return []
    const earlier = tenures
      .filter((one) => one !== to && one.data.from < to.data.from)
      .sort((one, other) => (one.data.from < other.data.from ? 1 : -1))
    const dayBefore = addDays(to.data.from, -1)
    const from = (earlier.find((one) => isHeldOn(one.data, dayBefore)) ?? earlier[0])?.post
    const step = compared(from?.level, to.post.level)
    const rise = compared(to.post.rank, from?.rank)
    return [
      {
        personId,
        data,
        form,
        tenure: to.data,
        from,
        to: to.post,
        direction: step === undefined ? 'unknown' : step < 0 ? 'down' : step > 0 ? 'up' : 'across',
        change: rise === undefined ? 'unknown' : rise < 0 ? 'higher' : rise > 0 ? 'lower' : 'equal',
        isUnder40: data.birthDate === undefined ? undefined : isUnder(data.birthDate, 40, to.data.from).under,
        level: ratingOfYear(data, period.year)?.level ?? 'none',
      },
    ]
  })
}

export type Sanction = {
  readonly personId: string
  readonly data: PersonData
  readonly discipline: Discipline
  readonly post: PostThen | undefined
}
/** Each decision counts, in the units whose posts were held on the day it took effect. */
export const sanctionsOf = (
  personId: string,
  data: PersonData,
  tenures: readonly TenureThen[],
  period: Period,
): readonly (Sanction & { readonly units: readonly string[] })[] =>
  disciplinesIn(data, period).map((discipline) => {
    const held = tenures.filter((one) => isHeldOn(one.data, discipline.effectiveOn))
    return { personId, data, discipline, post: held[0]?.post, units: [...new Set(held.map(({ post }) => post.unit))] }
  })
