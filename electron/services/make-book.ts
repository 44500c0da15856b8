// A list or a return of the registry from what was gathered for it: counted, held against its own sums, sealed, written. Knows no open file, so that
// a worker can do it.
import { createHash } from 'node:crypto'
import { writeWorkbook } from '../../records/workbook/write.ts'
import { unreachable } from '../../workflows/core/result.ts'
import { type Figures, figureFaults } from '../../workflows/registry/returns/figures.ts'
import { periodOf } from '../../workflows/registry/returns/period.ts'
import type { PlanningReturn } from '../../workflows/registry/returns/planning-return.ts'
import { qualityReturn } from '../../workflows/registry/returns/quality-return.ts'
import { movesOf, ratedIn, sanctionsOf, type TenureThen } from '../../workflows/registry/returns/record-returns.ts'
import type { ReviewChecks } from '../../workflows/registry/returns/review-check.ts'
import { sealMeta } from '../../workflows/registry/returns/sealed-book.ts'
import type { Meta, OutSheet } from '../../workflows/registry/returns/sheets.ts'
import { summedFigures } from '../../workflows/registry/returns/summed.ts'
import type { RegistryBook, ReturnBook } from '../../workflows/registry-export.ts'
import { disciplineSheets, moveSheets, ratingShares, ratingSheets } from '../../workflows/wording/record-returns.ts'
import { figureSheet, figureSheetNames, qualityFigures, structureFigures } from '../../workflows/wording/return-figures.ts'
import { type ListedFully, peopleSheet, planningSheet, qualitySheet, structureSheet } from '../../workflows/wording/returns.ts'
import { reviewSheets } from '../../workflows/wording/review-check.ts'
import { missingLine, sourcesSheet } from '../../workflows/wording/summed-return.ts'
import type { Below } from './taken-returns.ts'

/** `tenures`: with their posts as they were on the first day of each, for the returns that look back. */
export type Gathered = ListedFully & { readonly tenures?: readonly TenureThen[] }
/** All a book is made of besides its people; data only, so that it can go to a worker. */
export type BookGiven = {
  readonly name: string
  readonly book: RegistryBook
  readonly day: string
  readonly bands?: readonly number[] | undefined
  readonly year?: number | undefined
  readonly quarter?: 1 | 2 | 3 | 4 | undefined
  readonly filter: string
  readonly planned?: { readonly planned: PlanningReturn; readonly checks: ReviewChecks }
  readonly below?: Below | undefined
  /** Lines of `_meta` before and after how many rows there are. */
  readonly before: Meta
  readonly after: Meta
}
/** `differs`: the figures contradict themselves. A return that is false is never written. */
export type MadeBook =
  | { readonly bytes: string; readonly sha256: string; readonly rows: number; readonly differs?: never }
  | { readonly differs: string }

type Sheets = { readonly sheets: readonly OutSheet[]; readonly rows: number }
type MadeReturn = Sheets & { readonly figures: Figures }

/** `pieces`: people in their order as JSON, many in each. */
export async function makeBook(given: BookGiven, pieces: AsyncIterable<string>): Promise<MadeBook> {
  const people: Gathered[] = []
  for await (const piece of pieces) people.push(...(JSON.parse(piece) as readonly Gathered[]))
  const { book, day, filter, before, after } = given
  const made = book === 'people' ? { sheets: [peopleSheet(people, day, filter)], rows: people.length } : returned(given, book, people)
  if ('differs' in made) return made
  const { sheets, rows } = made
  const meta: Meta = [...before, ['rows', rows], ...after]
  const bytes = await writeWorkbook({
    name: given.name,
    sheets,
    meta: book === 'people' ? meta : sealMeta(sheets, meta, figureSheetNames[book], textDigest),
  })
  return { bytes: Buffer.from(bytes).toString('base64'), sha256: createHash('sha256').update(bytes).digest('hex'), rows }
}

const textDigest = (text: string): string => createHash('sha256').update(text).digest('hex')

function returned(given: BookGiven, book: ReturnBook, people: readonly Gathered[]): Sheets | { readonly differs: string } {
  const { below, day } = given
  const own = madeReturn(given, book, people)
  const [ownFault] = figureFaults(own.figures, book === 'planning' ? undefined : own.rows)
  if (ownFault !== undefined) return { differs: ownFault.code }
  if (below === undefined) return own
  const figures = summedFigures(own.figures, below.taken)
  const [fault] = figureFaults(figures, undefined)
  if (fault !== undefined) return { differs: fault.code }
  const [first, ...rest] = own.sheets
  const title = first?.title ?? []
  const total = own.figures.all[own.figures.columns.findIndex(({ role }) => role === 'total')] ?? 0
  return {
    sheets: [
      figureSheet(book, [...title, missingLine(below.missing)], figures, book === 'ratings' ? ratingShares : undefined),
      sourcesSheet(below, total, day),
      ...rest,
    ],
    rows: own.rows,
  }
}

function madeReturn(given: BookGiven, book: ReturnBook, people: readonly Gathered[]): MadeReturn {
  const { day, bands, filter, planned } = given
  const titled = { day, period: periodOf(day, given.year, given.quarter), filter }
  switch (book) {
    case 'quality': {
      const counted = qualityReturn(people, day, bands)
      return { figures: qualityFigures(counted), sheets: [qualitySheet(counted), peopleSheet(people, day, filter)], rows: people.length }
    }
    case 'planning': {
      if (planned === undefined) throw new RangeError('BC-10 without planning')
      const { lines } = planned.planned
      const sheets = [structureSheet(planned.planned, planned.checks), planningSheet(lines, day), ...reviewSheets(planned.checks)]
      return { figures: structureFigures(planned.planned), sheets, rows: lines.length }
    }
    case 'ratings': {
      const posts = new Map(people.map((one) => [one.personId, one.posts.map(({ title }) => title).join('; ')]))
      const rated = ratedIn(people, titled.period).map((one) => ({ ...one, post: posts.get(one.personId) ?? '' }))
      const { figures, sheet, list } = ratingSheets(rated, titled)
      return { figures, sheets: [sheet, list], rows: rated.length }
    }
    case 'moves': {
      const moves = people.flatMap(({ personId, data, tenures = [] }) => movesOf(personId, data, tenures, titled.period))
      const { figures, sheet, list } = moveSheets(moves, titled)
      return { figures, sheets: [sheet, list], rows: moves.length }
    }
    case 'discipline': {
      const sanctions = people.flatMap(({ personId, data, tenures = [] }) => sanctionsOf(personId, data, tenures, titled.period))
      const { figures, sheet, list } = disciplineSheets(sanctions, titled)
      return { figures, sheets: [sheet, list], rows: sanctions.length }
    }
    default:
      return unreachable(book)
  }
}
