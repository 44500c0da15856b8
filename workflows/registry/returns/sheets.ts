// A list or a return as a value, before it is a spreadsheet: sheets of rows, and the sheet `_meta` that says what it is and when it was true.

/** A whole number stays a number; codes, days and everything else are text. */
export type SheetCell = string | number | null
export type SheetColumn = { readonly head: string; readonly width: number }
export type OutSheet = {
  readonly name: string
  /** Lines above the table. */
  readonly title: readonly string[]
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** Rows printed bold: sums. */
  readonly strong: readonly number[]
}
/** Lines of `_meta`: a stable key, then its value. */
export type Meta = readonly (readonly [string, string | number])[]
export type OutBook = { readonly name: string; readonly sheets: readonly OutSheet[]; readonly meta: Meta }

/** Of the shape of what is written: a reader that knows it need not guess. */
export const bookSchema = 2

/** `_meta` as a sheet, last of a book. */
export function metaSheet(meta: Meta): OutSheet {
  return {
    name: '_meta',
    title: [],
    columns: [
      { head: 'key', width: 24 },
      { head: 'value', width: 70 },
    ],
    rows: [['schema', String(bookSchema)], ...meta.map(([key, value]) => [key, value])],
    strong: [],
  }
}
