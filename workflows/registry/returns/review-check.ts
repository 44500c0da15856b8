// BC-10 held against the yearly reviews: the return counts what happened in the year, a review says what one meeting did. Where the two differ
// both figures stand, with the names behind them; nothing is put right by itself.
import { type ReviewWord, reviewSays } from '../../planning/review-says.ts'
import { entriesOf, type PlanningState } from '../../planning/state.ts'
import { entryOn, type PlanningReturn, type PlanningReturnLine } from './planning-return.ts'

export const reviewWords = ['keep', 'in', 'out'] as const satisfies readonly ReviewWord[]

/** A person whom the two see differently. Undefined: not counted, not named. */
export type ReviewDiffers = {
  readonly entryId: string
  readonly name: string
  readonly counted: ReviewWord | undefined
  readonly reviewed: ReviewWord | undefined
  readonly standing: PlanningReturnLine['entry']['standing']
  readonly approvedOn?: string
  readonly endedOn?: string
}
export type ReviewCheck = {
  readonly title: string
  readonly unit: string
  readonly term: string
  /** The day of the review of the year; undefined where none was held by the day. */
  readonly reviewedOn: string | undefined
  readonly figures: Readonly<Record<ReviewWord, { readonly counted: number; readonly reviewed: number }>>
  readonly people: readonly ReviewDiffers[]
}
/** Of the lists on the return: how many have a review of the year, and those whose figures differ from it. */
export type ReviewChecks = {
  readonly day: string
  readonly year: number
  readonly reviewed: number
  readonly differ: readonly ReviewCheck[]
}

export function checkReviews(state: PlanningState, planned: PlanningReturn): ReviewChecks {
  const { day, year } = planned
  const lines = Map.groupBy(planned.lines, ({ entry }) => entry.listId)
  const checks = planned.listIds.flatMap((listId): readonly ReviewCheck[] => {
    const list = state.lists.get(listId)
    if (list === undefined) return []
    const held = list.reviews.filter(({ on }) => on <= day)
    const at = held.findIndex((one) => one.year === year)
    const entries = entriesOf(state, list).flatMap((entry) => entryOn(entry, day) ?? [])
    const says = reviewSays(entries, held, at)
    const ofList = lines.get(listId) ?? []
    const count = (word: ReviewWord) => ({
      counted: ofList.filter(({ review }) => review === word).length,
      reviewed: [...says.values()].filter((one) => one === word).length,
    })
    const people = ofList
      .filter(({ entry, review }) => review !== says.get(entry.entryId))
      .map(({ entry: { entryId, person, standing, approvedOn, endedOn }, review }) => ({
        entryId,
        name: person.name,
        counted: review,
        reviewed: says.get(entryId),
        standing,
        ...(approvedOn !== undefined && { approvedOn }),
        ...(endedOn !== undefined && { endedOn }),
      }))
    const { title, unit } = list.post
    const figures = { keep: count('keep'), in: count('in'), out: count('out') }
    return [{ title, unit, term: list.term.name, reviewedOn: held[at]?.on, figures, people }]
  })
  return {
    day,
    year,
    reviewed: checks.filter(({ reviewedOn }) => reviewedOn !== undefined).length,
    differ: checks.filter(({ people }) => people.length > 0),
  }
}
