// What one yearly review says of the people of its list: the names it kept and took out, and who came in by it.
import type { PlanningFactOf } from './facts.ts'
import type { Entry } from './state.ts'

export type ReviewWord = 'keep' | 'out' | 'in'
type Review = Omit<PlanningFactOf<'planningReviewed'>, 'type'>
type Reviewed = Pick<Entry, 'entryId' | 'approvedOn' | 'endedOn'>

/**
 * By entry. The review names everybody approved before it; who comes in is approved as ever, since the review before (12.2), so whoever it does
 * not name and was on the list by its day came in. `reviews`: of one list, in the order they were held.
 */
export function reviewSays(entries: readonly Reviewed[], reviews: readonly Review[], at: number): ReadonlyMap<string, ReviewWord> {
  const review = reviews[at]
  if (review === undefined) return new Map()
  const { on, kept, out } = review
  const since = reviews[at - 1]?.on ?? ''
  const came = entries.filter(
    ({ approvedOn = '', endedOn }) => approvedOn > since && approvedOn <= on && (endedOn === undefined || endedOn > on),
  )
  return new Map([
    ...came.map(({ entryId }) => [entryId, 'in'] as const),
    ...kept.map((entryId) => [entryId, 'keep'] as const),
    ...out.map(({ entryId }) => [entryId, 'out'] as const),
  ])
}
