// What a reader hands over of a workbook: cells as they stand, nothing judged yet.

/**
 * `null`: empty. A number whose format shows more than the number (leading zeros) keeps what was `shown`.
 * `date`: a date cell, as precise as its format shows it: `1975`, `1975-08` or `1975-08-20`.
 * `error`: `#N/A` and its kin. `formula`: one whose result was never calculated, so nothing stands there.
 */
export type RawCell =
  | null
  | string
  | number
  | boolean
  | { readonly number: number; readonly shown: string }
  | { readonly date: string }
  | { readonly error: string }
  | { readonly formula: true }

/** Rows and columns counted from 0, both ends included. */
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

export type RawSheet = {
  readonly name: string
  /** From the first row of the sheet; a row ends with its last filled cell. */
  readonly rows: readonly (readonly RawCell[])[]
  readonly merges: readonly Merge[]
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
  readonly isHidden: boolean
  /** Columns written in a face of the old encodings (`.VnTimeH`, `VNI-Times`), where the workbook tells faces. */
  readonly faces: readonly { readonly column: number; readonly face: string }[]
}
export type RawWorkbook = { readonly sheets: readonly RawSheet[] }

export function isEmptyCell(cell: RawCell | undefined): boolean {
  if (typeof cell !== 'string') return cell === null || cell === undefined
  // Nearly every text begins with a letter or a digit.
  const first = cell.charCodeAt(0)
  return !(first > 0x20 && first < 0x1680 && first !== 0xa0) && cell.trim() === ''
}

/** A cell as people read it; what cannot be read is an empty text. */
export function shownText(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return String(cell)
  if (typeof cell === 'boolean') return cell ? 'x' : ''
  if ('shown' in cell) return cell.shown
  if ('date' in cell) return cell.date.split('-').reverse().join('/')
  return 'error' in cell ? cell.error : ''
}

/** Letters of a column as spreadsheets name it: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}
