// BC-10 (programme.md 14): planning by post and person, its structure, and what the review of the year kept, took out and let in.
import type { ReviewWord } from '../../planning/review-says.ts'
import { type PlanningSettings, settingsOf } from '../../planning/rules.ts'
import { type Entry, entriesOf, isLive, type PlanningList, type PlanningState } from '../../planning/state.ts'
import { bandOf } from '../../planning/structure.ts'

export type PlanningReturnLine = {
  readonly title: string
  readonly unit: string
  readonly term: string
  readonly entry: Entry
  readonly band: 1 | 2 | 3 | undefined
  readonly review: ReviewWord | undefined
}
export type Structure = {
  readonly total: number
  readonly bands: readonly [number, number, number]
  readonly women: number
  readonly minority: number
  readonly kept: number
  readonly out: number
  readonly came: number
}
export type PlanningReturn = {
  readonly day: string
  readonly year: number
  /** In the order of `structure`. */
  readonly listIds: readonly string[]
  readonly lines: readonly PlanningReturnLine[]
  readonly structure: readonly (Structure & { readonly title: string; readonly unit: string })[]
  /** Each person once, on however many lists he stands. */
  readonly all: Structure
}

/** Lists that had not ended by the day; the year of the day is the year of the review. */
export function planningReturn(state: PlanningState, day: string): PlanningReturn {
  const year = Number(day.slice(0, 4))
  const settings = settingsOf(state)
  const lists = [...state.lists.values()].filter(({ openedOn, ended }) => openedOn <= day && (ended === undefined || ended.on > day))
  const byList = lists.map((list) => ({
    list,
    lines: entriesOf(state, list)
      .flatMap((entry) => entryOn(entry, day) ?? [])
      .map((entry) => lineOf(list, entry, year, day, settings)),
  }))
  const lines = byList.flatMap(({ lines: of }) => of)
  return {
    day,
    year,
    listIds: lists.map(({ listId }) => listId),
    lines,
    structure: byList.map(({ list, lines: of }) => ({ title: list.post.title, unit: list.post.unit, ...structureOfLines(of) })),
    all: structureOfLines(lines),
  }
}

/** As it stood on the day: what was proposed, approved or ended later had not happened yet. */
export function entryOn(entry: Entry, day: string): Entry | undefined {
  const { approvedOn, endedOn, on } = entry
  if (on > day) return undefined
  if (endedOn !== undefined && endedOn <= day) return entry
  const { approvedOn: _on, approvedBy, endedOn: _ended, endReason: _reason, ...rest } = entry
  if (approvedOn === undefined || approvedOn > day) return { ...rest, standing: 'proposed' }
  return { ...rest, standing: 'approved', approvedOn, ...(approvedBy !== undefined && { approvedBy }) }
}

function lineOf(list: PlanningList, entry: Entry, year: number, day: string, settings: PlanningSettings): PlanningReturnLine {
  const reviews = list.reviews.filter((one) => one.year === year && one.on <= day)
  const isKept = reviews.some(({ kept }) => kept.includes(entry.entryId))
  const isOut =
    reviews.some(({ out }) => out.some(({ entryId }) => entryId === entry.entryId)) ||
    (entry.standing === 'out' && entry.endedOn?.slice(0, 4) === String(year))
  const isNew = entry.standing === 'approved' && entry.approvedOn?.slice(0, 4) === String(year)
  return {
    title: list.post.title,
    unit: list.post.unit,
    term: list.term.name,
    entry,
    band: bandOf(entry.person.birthDate, day, settings),
    review: isOut ? 'out' : isNew ? 'in' : isKept ? 'keep' : undefined,
  }
}

/** Of those on the lists: whoever left counts among `out` alone. */
function structureOfLines(lines: readonly PlanningReturnLine[]): Structure {
  const once = new Map(lines.filter(({ entry }) => isLive(entry)).map((line) => [line.entry.person.personId, line]))
  const live = [...once.values()]
  const reviewed = (what: PlanningReturnLine['review']): number =>
    new Set(lines.filter(({ review }) => review === what).map(({ entry }) => entry.person.personId)).size
  const band = (no: 1 | 2 | 3): number => live.filter((line) => line.band === no).length
  return {
    total: live.length,
    bands: [band(1), band(2), band(3)],
    women: live.filter(({ entry }) => entry.person.sex === 'female').length,
    minority: live.filter(({ entry }) => entry.person.isMinority === true).length,
    kept: reviewed('keep'),
    out: reviewed('out'),
    came: reviewed('in'),
  }
}
