// Planning in the shape people read: all lists in one table, and one list with its people, structure and what is due.
import { monthsLeft, retirementOf } from '../eligibility/retirement.ts'
import type { Ruled } from '../rulebooks/types.ts'
import { type PlanningSettings, planningRules, settingsOf } from './rules.ts'
import { type Entry, entriesOf, isLive, type PlanningList, type PlanningState } from './state.ts'
import { bandOf, committeeRange, overdueReview, type Share, structureOf } from './structure.ts'

export type PlanningRow = {
  readonly listId: string
  readonly title: string
  readonly unit: string
  readonly level: PlanningList['post']['level']
  readonly term: string
  readonly approved: number
  readonly proposed: number
  /** How many it should hold: three a post, or the range of a committee. */
  readonly most: number
  readonly least: number
  /** People the law proposes to take out, waiting for somebody. */
  readonly outProposals: number
  readonly lastReviewOn?: string
  /** The year whose review is overdue. */
  readonly overdueYear?: number
  readonly isEnded: boolean
}
export type PlanningView = {
  readonly version: number
  readonly rows: readonly PlanningRow[]
  /** The values that count now: shipped, or set by the office. */
  readonly settings: PlanningSettings
}

export type EntryView = Entry & {
  readonly band?: 1 | 2 | 3
  readonly retiresOn?: string
  /** Months of work left when the term begins. */
  readonly monthsAtTerm?: number
  readonly isFlagged?: boolean
}
export type PlanningListView = {
  readonly version: number
  readonly list: PlanningList
  readonly entries: readonly EntryView[]
  readonly shares: readonly Share[]
  readonly bands: readonly [number, number, number]
  readonly range: { readonly from: number; readonly to: number }
  readonly limit: Ruled<number>
  readonly overdueYear?: number
}

const rangeOf = ({ post }: PlanningList, settings: PlanningSettings): { from: number; to: number } =>
  post.kind === 'committee'
    ? committeeRange(post.seats, settings)
    : { from: post.seats, to: planningRules.peoplePerPost.value * post.seats }

export const lastReviewOn = ({ reviews }: PlanningList): string | undefined =>
  reviews
    .map((one) => one.on)
    .sort()
    .at(-1)

/** A list opened this year owes its first review next year; an ended one owes none. */
function reviewOverdue(list: PlanningList, today: string, settings: PlanningSettings): number | undefined {
  return list.ended ? undefined : overdueReview(lastReviewOn(list) ?? list.openedOn, today, settings)
}

function rowOf(state: PlanningState, list: PlanningList, today: string): PlanningRow {
  const entries = entriesOf(state, list)
  const settings = settingsOf(state)
  const range = rangeOf(list, settings)
  const last = lastReviewOn(list)
  const overdueYear = reviewOverdue(list, today, settings)
  return {
    listId: list.listId,
    title: list.post.title,
    unit: list.post.unit,
    level: list.post.level,
    term: list.term.name,
    approved: entries.filter((one) => one.standing === 'approved').length,
    proposed: entries.filter((one) => one.standing === 'proposed').length,
    most: range.to,
    least: range.from,
    outProposals: entries.filter((one) => one.outProposals.length > 0).length,
    ...(last !== undefined && { lastReviewOn: last }),
    ...(overdueYear !== undefined && { overdueYear }),
    isEnded: list.ended !== undefined,
  }
}

/** Those that wait for somebody first, then by unit and post. */
export function planningView(state: PlanningState, today: string): PlanningView {
  const urgency = (one: PlanningRow) => (one.isEnded ? 2 : one.outProposals > 0 || one.overdueYear !== undefined ? 0 : 1)
  const rows = [...state.lists.values()].map((list) => rowOf(state, list, today))
  return {
    version: state.version,
    settings: settingsOf(state),
    rows: rows.sort((a, b) => urgency(a) - urgency(b) || (a.unit === b.unit ? (a.title < b.title ? -1 : 1) : a.unit < b.unit ? -1 : 1)),
  }
}

function entryView(entry: Entry, { term }: PlanningList, today: string, settings: PlanningSettings): EntryView {
  const { birthDate, sex } = entry.person
  const band = bandOf(birthDate, today, settings)
  const retirement = birthDate !== undefined && sex !== undefined ? retirementOf(birthDate, sex) : undefined
  return {
    ...entry,
    ...(band !== undefined && { band }),
    ...(retirement && { retiresOn: retirement.lastDay, monthsAtTerm: monthsLeft(retirement, term.from), isFlagged: retirement.isFlagged }),
  }
}

export function planningListView(state: PlanningState, listId: string, today: string): PlanningListView | undefined {
  const list = state.lists.get(listId)
  if (!list) return undefined
  const settings = settingsOf(state)
  const entries = entriesOf(state, list).map((one) => entryView(one, list, today, settings))
  const live = entries.filter(isLive)
  const inBand = (no: 1 | 2 | 3) => live.filter((one) => one.band === no).length
  const overdueYear = reviewOverdue(list, today, settings)
  return {
    version: state.version,
    list,
    entries,
    shares: structureOf(
      live.map((one) => one.person),
      today,
      settings,
    ),
    bands: [inBand(1), inBand(2), inBand(3)],
    range: rangeOf(list, settings),
    limit: planningRules.peoplePerPost,
    ...(overdueYear !== undefined && { overdueYear }),
  }
}

/** Days on which a person was proposed for planning and still is. */
export function plannedOn(state: PlanningState, person: { readonly personId: string; readonly citizenId?: string | undefined }): string[] {
  return [...state.entries.values()]
    .filter(
      (one) =>
        isLive(one) &&
        (one.person.personId === person.personId || (person.citizenId !== undefined && one.person.citizenId === person.citizenId)),
    )
    .map((one) => one.on)
}
