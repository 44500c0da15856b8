// What the clerk settled before anything is imported: which sheet, where its table stands, what each column holds, and the answers to what the
// sheet leaves open. Nothing of it is guessed later.
import { z } from 'zod'
import { PersonId, UnitId } from '../../core/ids.ts'
import { Day } from '../../core/stamp.ts'
import { unitKinds, unitLevels } from '../unit.ts'
import { type ImportField, importFields } from './fields.ts'
import type { Layout } from './layout.ts'
import { oldEncodings } from './old-encodings.ts'

const place = z.int().min(0).max(255)
const row = z.int().min(0).max(2_000_000)
export const ImportFieldName = z.enum(importFields as readonly [ImportField, ...ImportField[]])

/** Who the person of a row is, where the sheet leaves it open. `same` without a person: whoever the row of the sheet above speaks of. */
export const RowDecision = z.strictObject({
  /** Counted from 1, as the spreadsheet counts. */
  row: z.int().min(1).max(2_000_000),
  is: z.enum(['same', 'new', 'left']),
  personId: PersonId.optional(),
})
export type RowDecision = z.infer<typeof RowDecision>

export const ImportPlan = z.strictObject({
  sheet: z.int().min(0).max(1000),
  headRow: row,
  headRows: z.int().min(0).max(10),
  dataRow: row,
  columns: z
    .array(
      z.strictObject({
        column: place,
        field: ImportFieldName,
        /** The clerk saw a sample before and after: what to read the column from, or that it is right as it stands. */
        encoding: z.enum([...oldEncodings, 'asIs']).optional(),
        /** What stands first in its dates, where the column leaves doubt. */
        dateOrder: z.enum(['dayFirst', 'monthFirst']).optional(),
      }),
    )
    .min(1)
    .max(256),
  /** Citizen numbers of 9 to 11 digits lost their zeros: the clerk says so for the whole sheet. */
  padsZeros: z.boolean(),
  /** Rows such as "II. Văn phòng" name the unit of the people below them. */
  groupsAreUnits: z.boolean(),
  skipsHiddenRows: z.boolean(),
  /** The day the roster speaks of: what differs from the registry holds from it. */
  asOf: Day,
  /** What is done where the registry knows something else, or nothing. */
  updates: z.enum(['all', 'onlyMissing', 'none']),
  /** Same name and whole birth date, without a number to tell: the clerk says that this is one person throughout the sheet. */
  sameNames: z.boolean().optional(),
  /** Row by row, above everything that holds for the sheet. */
  decisions: z.array(RowDecision).max(5000).optional(),
  /** Units of the roster the registry does not know are made so; without it they are told and left out. */
  newUnits: z.strictObject({ level: z.enum(unitLevels), kind: z.enum(unitKinds), parentId: UnitId.optional() }).optional(),
  /**
   * The body whose roster this is: a name several units bear is that of the one in it, and units made stand under it. Asked of each file,
   * for bodies that share a layout are the very ones that share names.
   */
  rosterOf: UnitId.optional(),
  /** First day in the post for rows that tell none; without it such a post is told and left out. */
  undatedPostsFrom: Day.optional(),
})
export type ImportPlan = z.infer<typeof ImportPlan>

/** The plan a layout suggests before the clerk has said anything: nothing converted, padded or made. */
export function suggestedPlan(sheet: number, layout: Layout, asOf: string): ImportPlan {
  return {
    sheet,
    headRow: layout.headRow,
    headRows: layout.headRows,
    dataRow: layout.dataRow,
    columns: layout.columns.flatMap(({ column, field }) => (field === undefined ? [] : [{ column, field }])),
    padsZeros: false,
    groupsAreUnits: false,
    skipsHiddenRows: false,
    asOf,
    updates: 'all',
  }
}

/** A filled column that nothing is taken from. `field`: what it was recognized as, where it was. */
export type OutsideColumn = { readonly column: number; readonly head: string; readonly field?: ImportField }

export const outsideColumns = (layout: Layout, plan: ImportPlan): readonly OutsideColumn[] =>
  layout.columns.flatMap(({ column, head, field, filled }) =>
    filled === 0 || field === 'ordinal' || plan.columns.some((one) => one.column === column)
      ? []
      : [{ column, head: head.join(' › ').slice(0, 120), ...(field !== undefined && { field }) }],
  )

export type OpenQuestion = { readonly what: 'encoding' | 'name' | 'columnTwice'; readonly column?: number }

/** What must be settled before an import may begin. */
export function openQuestions(layout: Layout, plan: ImportPlan): readonly OpenQuestion[] {
  const encodings = layout.columns.flatMap(({ column, encoding }): OpenQuestion[] => {
    const planned = plan.columns.find((one) => one.column === column)
    return encoding !== undefined && planned !== undefined && planned.encoding === undefined ? [{ what: 'encoding', column }] : []
  })
  const fields = plan.columns.map(({ field }) => field)
  const hasName = fields.includes('fullName') || (fields.includes('familyNames') && fields.includes('givenName'))
  const twice = plan.columns.filter(({ field, column }) => plan.columns.some((one) => one.field === field && one.column < column))
  return [
    ...encodings,
    ...(hasName ? [] : [{ what: 'name' } as const]),
    ...twice.map(({ column }): OpenQuestion => ({ what: 'columnTwice', column })),
  ]
}
