// Workbooks as clerks keep them, made in code: by the library that also reads them, or part by part where no library would write such a file.
import { utils, type WorkSheet, write } from '@e965/xlsx'
import { strToU8, type Zippable, zipSync } from 'fflate'

/** A cell: a value, or a value with its number format, or a formula. */
export type Made =
  | string
  | number
  | boolean
  | null
  | { readonly v: number | string; readonly z?: string }
  | { readonly f: string; readonly v?: number | string }
  | { readonly e: number }
export type MadeSheet = {
  readonly name?: string
  readonly rows: readonly (readonly Made[])[]
  /** `A1:C1` */
  readonly merges?: readonly string[]
  /** Counted from 1. */
  readonly hiddenRows?: readonly number[]
  readonly hiddenColumns?: readonly number[]
  readonly isHidden?: boolean
}
export type Kind = 'xlsx' | 'biff8' | 'ods'

export function workbook(
  sheets: readonly MadeSheet[] | MadeSheet,
  kind: Kind = 'xlsx',
  options: { readonly date1904?: boolean } = {},
): Uint8Array {
  const list = 'rows' in sheets ? [sheets as MadeSheet] : (sheets as readonly MadeSheet[])
  const book = utils.book_new()
  list.forEach((made, i) => {
    utils.book_append_sheet(book, sheetOf(made), made.name ?? `Sheet${i + 1}`)
    if (made.isHidden) utils.book_set_sheet_visibility(book, i, 1)
  })
  if (options.date1904) book.Workbook = { ...book.Workbook, WBProps: { ...book.Workbook?.WBProps, date1904: true } }
  const bytes: unknown = write(book, { type: 'array', bookType: kind, cellStyles: true, compression: true })
  return new Uint8Array(bytes as ArrayBuffer)
}

function sheetOf({ rows, merges = [], hiddenRows = [], hiddenColumns = [] }: MadeSheet): WorkSheet {
  const sheet: WorkSheet = {}
  let width = 0
  rows.forEach((row, r) => {
    width = Math.max(width, row.length)
    row.forEach((cell, c) => {
      if (cell !== null) sheet[utils.encode_cell({ r, c })] = cellOf(cell)
    })
  })
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, rows.length - 1), c: Math.max(0, width - 1) } })
  if (merges.length > 0) sheet['!merges'] = merges.map((one) => utils.decode_range(one))
  if (hiddenRows.length > 0)
    sheet['!rows'] = Array.from({ length: Math.max(...hiddenRows) }, (_, i) => (hiddenRows.includes(i + 1) ? { hidden: true } : {}))
  if (hiddenColumns.length > 0)
    sheet['!cols'] = Array.from({ length: Math.max(...hiddenColumns) }, (_, i) => (hiddenColumns.includes(i + 1) ? { hidden: true } : {}))
  return sheet
}

function cellOf(cell: Exclude<Made, null>): object {
  if (typeof cell === 'string') return { t: 's', v: cell }
  if (typeof cell === 'number') return { t: 'n', v: cell }
  if (typeof cell === 'boolean') return { t: 'b', v: cell }
  if ('e' in cell) return { t: 'e', v: cell.e }
  if ('f' in cell) return { t: typeof cell.v === 'string' ? 's' : 'n', f: cell.f, v: cell.v ?? 0 }
  return { t: typeof cell.v === 'number' ? 'n' : 's', v: cell.v, ...(cell.z !== undefined && { z: cell.z }) }
}

/** Serial number of a day in the 1900 system. */
export const serial = (day: string): number => Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000)
export const dateCell = (day: string, z = 'dd/mm/yyyy'): Made => ({ v: serial(day), z })

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** An .xlsx part by part: `sheet` is the inner XML of its sheetData; `more` are further parts or replacements. */
export function handMade(sheetData: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const styles =
    'xl/styles.xml' in more
      ? '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>'
      : ''
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${styles}<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels':
      '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml':
      '<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheetData}</sheetData></worksheet>`,
    ...more,
  }
  return zipped(parts)
}

export const zipped = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])) satisfies Zippable)

/** A row of inline texts, `r` counted from 1; `style`: index of a cell style. */
export const textRow = (r: number, cells: readonly string[], style?: number): string =>
  `<row r="${r}">${cells.map((text, c) => `<c r="${utils.encode_cell({ r: r - 1, c })}"${style === undefined ? '' : ` s="${style}"`} t="inlineStr"><is><t>${escaped(text)}</t></is></c>`).join('')}</row>`
