// The part of the counter that speaks of rosters in workbooks: one is opened, its table and columns are settled, a dry run accounts for every row,
// and only then is it imported. Nothing before the import changes the registry.
import { z } from 'zod'
import { line } from './core/document.ts'
import type { ImportId } from './core/ids.ts'
import type { ImportAccount, RowConflict, RowKind } from './registry/import/account.ts'
import type { FieldChange } from './registry/import/differences.ts'
import type { Layout } from './registry/import/layout.ts'
import { oldEncodings } from './registry/import/old-encodings.ts'
import { ImportPlan, type OpenQuestion, type OutsideColumn } from './registry/import/plan.ts'
import type { CellProblem } from './registry/import/rows.ts'

/** 60 MB as base64 text. */
const file = z.base64().max(80_000_000)
/** Which open roster: another one opened meanwhile has another. */
const row = z.int().min(0).max(2_000_000)
const roster = z.string().regex(/^r\d{1,9}$/)

export const rosterActs = [
  /** Refused while a question is open, or when the registry was written to since the dry run: then it is made again. */
  z.strictObject({ act: z.literal('importRoster'), roster, reason: line(500).optional() }),
] as const

export const rosterQuestions = [
  /** Reads a workbook; it can be stopped as every work that lasts (long-work.ts). One at a time: the one before is closed. */
  z.strictObject({ about: z.literal('roster'), name: z.string().max(260), bytes: file }),
  /** What was imported before, newest first. */
  z.strictObject({ about: z.literal('imports') }),
  /** Closes the roster; what goes on with it ends. */
  z.strictObject({ about: z.literal('stopRoster') }),
  /** The table of a sheet stands where the clerk says: its columns are recognized anew from there. Rows counted from 0. */
  z.strictObject({
    about: z.literal('rosterLayout'),
    roster,
    sheet: z.int().min(0).max(1000),
    headRow: row,
    headRows: z.int().min(0).max(10),
    dataRow: row,
  }),
  /** Texts of a column before and after they are read out of an old encoding. */
  z.strictObject({
    about: z.literal('rosterSample'),
    roster,
    sheet: z.int().min(0).max(1000),
    column: z.int().min(0).max(255),
    encoding: z.enum(oldEncodings),
  }),
  /** The dry run. */
  z.strictObject({ about: z.literal('rosterAccount'), roster, plan: ImportPlan }),
  /** Rows of the last dry run. */
  z.strictObject({
    about: z.literal('rosterRows'),
    roster,
    kinds: z.array(z.enum(['new', 'changed', 'unchanged', 'refused', 'skipped', 'left', 'open'])).max(7),
    from: z.int().min(0),
    count: z.int().min(1).max(500),
  }),
] as const

export type RosterSheet = {
  readonly name: string
  readonly rows: number
  readonly hiddenRows: number
  readonly isHidden: boolean
  readonly layout: Layout
  /** Its upper left corner as people see it. */
  readonly top: readonly (readonly string[])[]
  /** Without answers of the clerk. */
  readonly plan: ImportPlan
}
export type RosterView = {
  readonly roster: string
  readonly name: string
  readonly sha256: string
  readonly sheets: readonly RosterSheet[]
  /** The sheet with the most of a roster in it. */
  readonly best: number
}
export type RosterAccountView = Pick<ImportAccount, 'totals' | 'newUnits' | 'body'> & {
  readonly questions: readonly OpenQuestion[]
  /** Filled columns nothing is taken from. */
  readonly outside: readonly OutsideColumn[]
}
export type RosterPost = {
  readonly title: string
  readonly unit: string
  readonly from?: string
  readonly lastDay?: string
  readonly becomes: 'new' | 'ended' | 'held'
}
export type RosterRow = {
  readonly row: number
  readonly kind: RowKind
  readonly text: string
  readonly birthDate?: string
  readonly citizenId?: string
  readonly changes: readonly FieldChange[]
  readonly kept: readonly FieldChange[]
  /** The post the row is about, then those in the Party and in mass organisations. */
  readonly posts: readonly RosterPost[]
  readonly refused: readonly CellProblem[]
  readonly left: readonly CellProblem[]
  readonly skippedAs?: string
  readonly sameAsRow?: number
  readonly isHidden?: boolean
  readonly conflict?: RowConflict
}
export type RosterRows = { readonly found: number; readonly rows: readonly RosterRow[] }

/** One import as the registry keeps it; `isUndone`: taken back, all of it. */
export type ImportLine = {
  readonly importId: ImportId
  readonly file: string
  readonly sheet?: string
  readonly sha256: string
  readonly at: string
  readonly by: string
  readonly parts: number
  readonly isUndone: boolean
}

export type RosterAnswers = {
  roster: RosterView
  stopRoster: null
  imports: readonly ImportLine[]
  rosterLayout: RosterSheet
  rosterSample: readonly { readonly before: string; readonly after: string }[]
  rosterAccount: RosterAccountView
  rosterRows: RosterRows
}
