// Reads a workbook of any kind clerks keep rosters in (.xlsx, .xls, .ods, .csv, tables saved as .xls by web systems) into plain cells, or says why not.
// Runs in a worker: reading a large file takes seconds and memory, and is stopped by ending the worker.
import { CFB, parse_zip, read, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { serialDay } from '../../workflows/registry/import/dates.ts'
import type { RawCell, RawSheet, RawWorkbook } from '../../workflows/registry/import/sheet.ts'
import { nodeBuffer } from '../crypto/host.ts'
import { isZip } from '../zip.ts'
import { decodeText, readCsv } from './csv.ts'
import { type WorkbookLimits, type WorkbookRefusal, workbookLimits } from './limits.ts'
import { odsNotes } from './ods-notes.ts'
import { type Parts, unpackWorkbook } from './unpack.ts'
import { columnOf, type SheetNotes, xlsxNotes } from './xlsx-notes.ts'

export type ReadPhase = 'unpacking' | 'reading' | 'gathering'
type Read = Result<RawWorkbook, WorkbookRefusal>

export type ReadOptions = { readonly limits?: WorkbookLimits; readonly onPhase?: (phase: ReadPhase) => void }

const oleHead = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Every sheet of an .xlsx, .xls, .ods or .csv as cells. Refused before anything is unfolded where it is locked, broken or too big. */
export async function readWorkbook(
  bytes: Uint8Array,
  { limits = workbookLimits, onPhase = () => undefined }: ReadOptions = {},
): Promise<Read> {
  if (bytes.length === 0) return refuse({ code: 'workbook-empty-file' })
  if (bytes.length > limits.bytes) return refuse({ code: 'workbook-too-big', megabytes: Math.floor(limits.bytes / 1_000_000) })
  onPhase('unpacking')
  if (isZip(bytes)) {
    const parts = await unpackWorkbook(bytes, limits)
    return parts.ok ? readParts(parts.value, limits, onPhase) : parts
  }
  if (oleHead.every((byte, i) => bytes[i] === byte)) return readXls(bytes, limits, onPhase)
  const text = decodeText(bytes)
  if (text === null) return refuse({ code: 'workbook-not-one' })
  if (text.trim() === '') return refuse({ code: 'workbook-no-cells' })
  onPhase('reading')
  if (/^\s*</.test(text.replace(/^\ufeff/, ''))) return readMarkup(text, limits, onPhase)
  const rows = readCsv(text, limits.rows)
  if (rows === null) return refuse({ code: 'workbook-not-one' })
  const sheet: RawSheet = { name: 'CSV', rows, merges: [], hiddenRows: [], hiddenColumns: [], isHidden: false, faces: [] }
  return whole([sheet], limits)
}

const options = (limits: WorkbookLimits) =>
  ({
    type: 'array',
    dense: true,
    cellNF: true,
    cellText: false,
    cellHTML: false,
    cellFormula: false,
    sheetRows: limits.rows + 1,
    raw: true,
  }) as const

/** What the reader throws at is a broken file; that it cannot allocate is not. */
function attempt(work: () => WorkBook): Result<WorkBook, WorkbookRefusal> {
  try {
    return ok(work())
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    if (/password|encrypt/i.test(said)) return refuse({ code: 'workbook-locked' })
    return refuse({ code: 'workbook-broken' })
  }
}

function readParts(parts: Parts, limits: WorkbookLimits, onPhase: (phase: ReadPhase) => void): Read {
  const paths = [...parts.keys()]
  const isOds = parts.has('content.xml') && !parts.has('xl/workbook.xml')
  const ods = isOds ? odsNotes(parts) : undefined
  if (ods === null) return refuse({ code: 'workbook-broken' })
  if (ods?.isLocked) return refuse({ code: 'workbook-locked' })
  for (const { name, rows, cells } of ods?.sheets ?? []) {
    if (rows > limits.rows || cells > limits.cells) return refuse({ code: 'workbook-too-many-rows', sheet: name, most: limits.rows })
  }
  const notes = isOds ? [] : xlsxNotes(parts)
  onPhase('reading')
  const long = notes.find((note) => (note?.lastRow ?? 0) > limits.rows)
  if (long) return refuse({ code: 'workbook-too-many-rows', sheet: long.name, most: limits.rows })
  const book = attempt(() =>
    parse_zip(
      {
        FullPaths: paths.map((path) => `Root Entry/${path}`),
        FileIndex: [...parts].map(([path, content]) => ({
          name: path.split('/').at(-1) ?? path,
          type: 2 as const,
          size: content.length,
          content: inHostForm(content),
        })),
      },
      options(limits),
    ),
  )
  if (!book.ok) return book
  onPhase('gathering')
  const odsHidden = new Map(ods?.sheets.map((sheet) => [sheet.name, sheet.hiddenRows]))
  return gather(book.value, limits, (name, i) => notes[i] ?? { ...noNotes, hiddenRows: odsHidden.get(name) ?? [] })
}

/** The reader is quick over Node's own kind of bytes. */
function inHostForm(bytes: Uint8Array): Uint8Array {
  const host: unknown = nodeBuffer?.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return host instanceof Uint8Array ? host : bytes
}

function readXls(bytes: Uint8Array, limits: WorkbookLimits, onPhase: (phase: ReadPhase) => void): Read {
  const kind = oleKind(bytes)
  if (kind !== 'workbook')
    return refuse({ code: kind === 'locked' ? 'workbook-locked' : kind === 'broken' ? 'workbook-broken' : 'workbook-not-one' })
  onPhase('reading')
  const book = attempt(() => read(bytes, options(limits)))
  if (!book.ok) return book
  onPhase('gathering')
  return gather(book.value, limits, () => noNotes)
}

function oleKind(bytes: Uint8Array): 'workbook' | 'locked' | 'broken' | 'other' {
  try {
    const file: unknown = CFB.read(bytes, { type: 'array' })
    if (CFB.find(file, 'EncryptedPackage') !== null) return 'locked'
    return CFB.find(file, '/Workbook') !== null || CFB.find(file, '/Book') !== null ? 'workbook' : 'other'
  } catch {
    return 'broken'
  }
}

/** Tables that web systems save as .xls: a page, or the XML of Excel 2003. */
function readMarkup(text: string, limits: WorkbookLimits, onPhase: (phase: ReadPhase) => void): Read {
  if (!/<table|<(?:\w+:)?Workbook/i.test(text)) return refuse({ code: 'workbook-not-one' })
  const book = attempt(() => read(text, { ...options(limits), type: 'string' }))
  if (!book.ok) return book
  onPhase('gathering')
  return gather(book.value, limits, () => noNotes)
}

const noNotes: SheetNotes = { name: '', hiddenRows: [], hiddenColumns: [], unsolved: new Set(), faces: [], lastRow: 0 }

function gather(book: WorkBook, limits: WorkbookLimits, notesOf: (name: string, i: number) => SheetNotes): Read {
  const is1904 = book.Workbook?.WBProps?.date1904 === true
  const sheets: RawSheet[] = []
  for (const [i, name] of book.SheetNames.entries()) {
    const sheet: WorkSheet | undefined | null | string = book.Sheets[name]
    // The reader drops a sheet it stumbles over without a word.
    if (typeof sheet !== 'object' || sheet === null) return refuse({ code: 'workbook-broken' })
    const notes = notesOf(name, i)
    sheets.push({
      name: name.normalize('NFC'),
      rows: rowsOf(sheet, notes, is1904, limits),
      merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
      hiddenRows: notes.hiddenRows.length > 0 ? notes.hiddenRows : hiddenOf(sheet['!rows']),
      hiddenColumns: notes.hiddenColumns.length > 0 ? notes.hiddenColumns : hiddenOf(sheet['!cols']),
      isHidden: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0,
      faces: notes.faces,
    })
  }
  return whole(sheets, limits)
}

const hiddenOf = (list: readonly ({ readonly hidden?: boolean } | null | undefined)[] | undefined): readonly number[] =>
  (list ?? []).flatMap((one, i) => (one?.hidden === true ? [i] : []))

function whole(sheets: readonly RawSheet[], limits: WorkbookLimits): Read {
  let cells = 0
  for (const { name, rows } of sheets) {
    if (rows.length > limits.rows) return refuse({ code: 'workbook-too-many-rows', sheet: name, most: limits.rows })
    for (const row of rows) cells += row.length
    if (cells > limits.cells) return refuse({ code: 'workbook-too-big', megabytes: Math.floor(limits.unfolded / 1_000_000) })
  }
  return cells === 0 ? refuse({ code: 'workbook-no-cells' }) : ok({ sheets })
}

type Cell = { readonly t: string; readonly v?: unknown; readonly z?: unknown }

function rowsOf(sheet: WorkSheet, notes: SheetNotes, is1904: boolean, limits: WorkbookLimits): readonly (readonly RawCell[])[] {
  const data: readonly (readonly (Cell | undefined)[] | undefined)[] = sheet['!data'] ?? []
  const formats = new Map<unknown, Format>()
  const unsolved = new Map<number, Set<number>>()
  for (const place of notes.unsolved) {
    const row = Number(/\d+$/.exec(place)?.[0] ?? 0) - 1
    unsolved.set(row, (unsolved.get(row) ?? new Set()).add(columnOf(place)))
  }
  const rows: RawCell[][] = []
  for (let r = 0; r < data.length; r++) {
    const from = data[r] ?? []
    const row: RawCell[] = []
    const width = Math.min(from.length, limits.columns)
    for (let c = 0; c < width; c++) row.push(rawCell(from[c], formats, is1904))
    for (const c of unsolved.get(r) ?? []) {
      while (row.length <= c) row.push(null)
      row[c] = { formula: true }
    }
    while (row.length > 0 && row.at(-1) === null) row.pop()
    rows.push(row)
  }
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop()
  return rows
}

type Format = { readonly kind: 'plain' | 'year' | 'month' | 'day' | 'zeros'; readonly zeros: number }

/** What the format of a number shows: a day, how much of it, zeros in front. */
function formatOf(z: unknown): Format {
  if (typeof z !== 'string' || z === 'General') return { kind: 'plain', zeros: 0 }
  const bare = z.replace(/\[[^\]]*\]|"[^"]*"|\\.|_.|\*./g, '').toLowerCase()
  if (/^0{5,}$/.test(bare)) return { kind: 'zeros', zeros: bare.length }
  if (SSF.is_date(z) !== true) return { kind: 'plain', zeros: 0 }
  if (/d/.test(bare)) return { kind: 'day', zeros: 0 }
  if (/y/.test(bare)) return { kind: /m/.test(bare) ? 'month' : 'year', zeros: 0 }
  return { kind: 'plain', zeros: 0 }
}

/** Errors as the file keeps them, by number. */
const errors = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
])

function rawCell(cell: Cell | undefined, formats: Map<unknown, Format>, is1904: boolean): RawCell {
  if (cell === undefined || cell === null) return null
  const { t, v, z } = cell
  if (t === 's') return typeof v === 'string' && v !== '' ? v : null
  if (t === 'n' && typeof v === 'number') {
    let format = formats.get(z)
    if (format === undefined) {
      format = formatOf(z)
      formats.set(z, format)
    }
    if (format.kind === 'plain') return Number.isFinite(v) ? v : { error: '#NUM!' }
    if (format.kind === 'zeros') return { number: v, shown: String(v).padStart(format.zeros, '0') }
    const day = serialDay(v, is1904)
    if (day === null) return v
    return { date: format.kind === 'day' ? day : day.slice(0, format.kind === 'month' ? 7 : 4) }
  }
  if (t === 'b') return v === true
  if (t === 'e') return { error: (typeof v === 'number' ? errors.get(v) : undefined) ?? '#N/A' }
  return null
}
