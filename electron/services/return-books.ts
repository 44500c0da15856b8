// What each return of the registry is counted from, as of a day: the people of the list with their posts as they were, or the planning of the office.

import type { UnitId } from '../../workflows/core/ids.ts'
import type { ShellAct } from '../../workflows/office.ts'
import type { RegistryReads, TenureRecord } from '../../workflows/registry/records.ts'
import { spanOn } from '../../workflows/registry/records.ts'
import { type Figures, figureFaults } from '../../workflows/registry/returns/figures.ts'
import { type Period, periodOf } from '../../workflows/registry/returns/period.ts'
import { planningReturn } from '../../workflows/registry/returns/planning-return.ts'
import { qualityReturn } from '../../workflows/registry/returns/quality-return.ts'
import { levelOf, movesOf, type PostThen, ratedIn, sanctionsOf, type TenureThen } from '../../workflows/registry/returns/record-returns.ts'
import { checkReviews } from '../../workflows/registry/returns/review-check.ts'
import type { OutSheet } from '../../workflows/registry/returns/sheets.ts'
import { summedFigures } from '../../workflows/registry/returns/summed.ts'
import type { UnitData } from '../../workflows/registry/unit.ts'
import type { ReturnBook } from '../../workflows/registry-export.ts'
import { disciplineSheets, moveSheets, ratingShares, ratingSheets } from '../../workflows/wording/record-returns.ts'
import { figureSheet, qualityFigures, structureFigures } from '../../workflows/wording/return-figures.ts'
import { type ListedFully, peopleSheet, planningSheet, qualitySheet, structureSheet } from '../../workflows/wording/returns.ts'
import { reviewSheets } from '../../workflows/wording/review-check.ts'
import { missingLine, sourcesSheet } from '../../workflows/wording/summed-return.ts'
import { OfficeFault } from './faults.ts'
import type { OpenFile } from './open-file.ts'
import { namesOn } from './registry-view.ts'
import type { Below } from './taken-returns.ts'

type Ask = Extract<ShellAct, { act: 'exportRegistry' }>
export type MadeReturn = { readonly figures: Figures; readonly sheets: readonly OutSheet[]; readonly rows: number }

/** Throws where the figures contradict themselves: a return that is false is never written. */
export function makeReturn(
  open: OpenFile,
  book: ReturnBook,
  ask: Ask,
  people: readonly ListedFully[],
  filter: string,
  below: Below | undefined,
): MadeReturn {
  const own = madeReturn(open, book, ask, people, filter)
  const [ownFault] = figureFaults(own.figures, book === 'planning' ? undefined : own.rows)
  if (ownFault !== undefined) throw new OfficeFault('return-differs', ownFault.code)
  if (below === undefined) return own
  const figures = summedFigures(own.figures, below.taken)
  const [fault] = figureFaults(figures, undefined)
  if (fault !== undefined) throw new OfficeFault('return-differs', fault.code)
  const [first, ...rest] = own.sheets
  const title = first?.title ?? []
  const total = own.figures.all[own.figures.columns.findIndex(({ role }) => role === 'total')] ?? 0
  return {
    figures,
    sheets: [
      figureSheet(book, [...title, missingLine(below.missing)], figures, book === 'ratings' ? ratingShares : undefined),
      sourcesSheet(below, total, ask.day),
      ...rest,
    ],
    rows: own.rows,
  }
}

function madeReturn(open: OpenFile, book: ReturnBook, ask: Ask, people: readonly ListedFully[], filter: string): MadeReturn {
  const { day, bands } = ask
  const titled = { day, period: periodOf(day, ask.year, ask.quarter), filter }
  switch (book) {
    case 'quality': {
      const counted = qualityReturn(people, day, bands)
      return { figures: qualityFigures(counted), sheets: [qualitySheet(counted), peopleSheet(people, day, filter)], rows: people.length }
    }
    case 'planning': {
      const planned = planningReturn(open.planning(), day)
      const checks = checkReviews(open.planning(), planned)
      const sheets = [structureSheet(planned, checks), planningSheet(planned.lines, day), ...reviewSheets(checks)]
      return { figures: structureFigures(planned), sheets, rows: planned.lines.length }
    }
    case 'ratings': {
      const posts = new Map(people.map((one) => [one.personId, one.posts.map(({ title }) => title).join('; ')]))
      const rated = ratedIn(people, titled.period).map((one) => ({ ...one, post: posts.get(one.personId) ?? '' }))
      const { figures, sheet, list } = ratingSheets(rated, titled)
      return { figures, sheets: [sheet, list], rows: rated.length }
    }
    case 'moves': {
      const then = postsThen(open.archive.registry.reads)
      const moves = people.flatMap((one) => movesOf(one.personId, one.data, then(one.personId, titled.period), titled.period))
      const { figures, sheet, list } = moveSheets(moves, titled)
      return { figures, sheets: [sheet, list], rows: moves.length }
    }
    case 'discipline': {
      const then = postsThen(open.archive.registry.reads)
      const sanctions = people.flatMap((one) => sanctionsOf(one.personId, one.data, then(one.personId, titled.period), titled.period))
      const { figures, sheet, list } = disciplineSheets(sanctions, titled)
      return { figures, sheets: [sheet, list], rows: sanctions.length }
    }
  }
}

/** Tenures of a person begun by the end of the period, with their posts and units as they were on the first day of each. */
function postsThen(reads: RegistryReads): (personId: string, period: Period) => readonly TenureThen[] {
  const names = namesOn(reads)
  const above = (unitId: UnitId | undefined, day: string): readonly UnitData[] => {
    const found: UnitData[] = []
    for (let at = unitId; at !== undefined && found.length < 40; at = found.at(-1)?.parentId) {
      const data = names.unit(at, day)
      if (data === undefined) break
      found.push(data)
    }
    return found
  }
  const postThen = (tenure: TenureRecord): PostThen => {
    const { from, postId } = tenure.data
    const { title, unit, unitId } = names.held(tenure, from)
    const spans = reads.post(postId)?.spans ?? []
    const rank = (spanOn(spans, from) ?? spans[0])?.data.rank
    return { title, unit, rank, level: unitId === '' ? undefined : levelOf(above(unitId as UnitId, from)) }
  }
  return (personId, { lastDay }) =>
    (reads.person(personId as never)?.tenures ?? [])
      .filter(({ data }) => data.from <= lastDay)
      .map((tenure) => ({ data: tenure.data, post: postThen(tenure) }))
}
