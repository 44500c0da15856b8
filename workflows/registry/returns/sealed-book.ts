// A return as a file that goes to another office: digests of what it holds in `_meta`, and reading it back. A digest finds a slip of the hand or of
// the post; it is no signature, and a return on paper is signed as before. The hash is handed in.
import { canonical } from '../../core/canonical.ts'
import { ok, type Result, refuse } from '../../core/result.ts'
import { columnLetters, type RawSheet, type RawWorkbook, shownText } from '../import/sheet.ts'
import { type FigureColumn, type Figures, figureFaults, type ReturnFault } from './figures.ts'
import { bookSchema, type Meta, type OutSheet } from './sheets.ts'

/** 64 hex digits. */
export type Digest = (text: string) => string
/** Digits of a mark: enough to find the cell that was changed; the digest of the sheet decides whether one was. */
const markLength = 6

const cleaned = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()
const withoutTail = (row: readonly string[]): readonly string[] => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1)
const rowsOut = ({ title, columns, rows }: OutSheet): readonly (readonly string[])[] =>
  [...title.map((line) => [line]), columns.map(({ head }) => head), ...rows.map((row) => row.map((cell) => String(cell ?? '')))].map(
    (row) => withoutTail(row.map(cleaned)),
  )
const rowsIn = ({ rows }: RawSheet): readonly (readonly string[])[] =>
  rows.map((row) => withoutTail(row.map((cell) => cleaned(shownText(cell)))))

const digestOf = (rows: readonly (readonly string[])[], digest: Digest): string =>
  digest(canonical(rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1)))
const markOf = (text: string, row: number, column: number, digest: Digest): string =>
  text === '' ? ''.padEnd(markLength, '0') : digest(`${row} ${column} ${text}`).slice(0, markLength)
const marksOf = (row: readonly string[], at: number, digest: Digest): string =>
  row.map((text, column) => markOf(text, at, column, digest)).join('')

const pairText = (pairs: readonly (readonly [string, string])[]): string => canonical(pairs.map(([key, value]) => [key, value]))

/** `_meta` with the digest of every sheet, a mark for every cell of the sheet of figures, and a digest over it all. */
export function sealMeta(sheets: readonly OutSheet[], meta: Meta, figureSheet: string, digest: Digest): Meta {
  const pairs: (readonly [string, string])[] = meta.map(([key, value]) => [key, cleaned(String(value))])
  for (const sheet of sheets) pairs.push([`digest ${sheet.name}`, digestOf(rowsOut(sheet), digest)])
  const figures = sheets.find(({ name }) => name === figureSheet)
  if (figures !== undefined) rowsOut(figures).forEach((row, at) => void pairs.push([`marks ${at + 1}`, marksOf(row, at, digest)]))
  return [...pairs, ['digest', digest(pairText([['schema', String(bookSchema)], ...pairs]))]]
}

/** How the sheet of figures of a return is written. */
export type ReturnShape = {
  readonly sheet: string
  readonly labels: readonly string[]
  readonly columns: readonly FigureColumn[]
  readonly sumLabel: string
}
export type ReadReturn = { readonly figures: Figures; readonly listed: number | undefined; readonly digest: string }
export type BookFault =
  | { readonly code: 'return-not-one' }
  | { readonly code: 'return-schema-other'; readonly schema: string; readonly known: number }
  | { readonly code: 'return-cell-altered'; readonly cell: string; readonly cells: number }
  | { readonly code: 'return-sheet-altered'; readonly sheet: string }
  | { readonly code: 'return-meta-altered' }
  | ReturnFault

/** What `_meta` says; null for a workbook that has none. */
export function metaIn({ sheets }: RawWorkbook): ReadonlyMap<string, string> | null {
  const sheet = sheets.find(({ name }) => name === '_meta')
  return sheet === undefined
    ? null
    : new Map(
        rowsIn(sheet)
          .slice(1)
          .map(([key = '', value = '']) => [key, value]),
      )
}

/** Refused: another layout, whatever was changed since it was written (the cell by its name), figures that contradict themselves. */
export function readBook(
  book: RawWorkbook,
  meta: ReadonlyMap<string, string>,
  shape: ReturnShape,
  digest: Digest,
): Result<ReadReturn, BookFault> {
  const schema = meta.get('schema') ?? ''
  if (schema !== String(bookSchema)) return refuse({ code: 'return-schema-other', schema, known: bookSchema })
  const sheet = book.sheets.find(({ name }) => name === shape.sheet)
  if (sheet === undefined) return refuse({ code: 'return-not-one' })
  const altered = alteredCells(rowsIn(sheet), meta, digest)
  const [first] = altered
  if (first !== undefined) return refuse({ code: 'return-cell-altered', cell: `${shape.sheet}!${first}`, cells: altered.length })
  for (const [key, value] of meta) {
    if (!key.startsWith('digest ')) continue
    const name = key.slice('digest '.length)
    const found = book.sheets.find((one) => one.name === name)
    if (found === undefined || digestOf(rowsIn(found), digest) !== value) return refuse({ code: 'return-sheet-altered', sheet: name })
  }
  const pairs = [...meta].filter(([key]) => key !== 'digest')
  const whole = meta.get('digest')
  if (whole === undefined || digest(pairText(pairs)) !== whole) return refuse({ code: 'return-meta-altered' })
  const figures = figuresIn(rowsIn(sheet), shape)
  if (figures === null) return refuse({ code: 'return-not-one' })
  const listed = listedIn(book, meta)
  const [fault] = figureFaults(figures, listed)
  return fault === undefined ? ok({ figures, listed, digest: whole }) : refuse(fault)
}

/** Cells such as `D7` whose mark is not the one the file was written with; empty when none was changed. */
function alteredCells(rows: readonly (readonly string[])[], meta: ReadonlyMap<string, string>, digest: Digest): readonly string[] {
  const marked = [...meta].filter(([key]) => key.startsWith('marks ')).length
  const altered: string[] = []
  for (let at = 0; at < Math.max(rows.length, marked); at++) {
    const row = rows[at] ?? []
    const marks = meta.get(`marks ${at + 1}`) ?? ''
    for (let column = 0; column < Math.max(row.length, marks.length / markLength); column++) {
      const was = marks.slice(column * markLength, (column + 1) * markLength).padEnd(markLength, '0')
      if (markOf(row[column] ?? '', at, column, digest) !== was) altered.push(`${columnLetters(column)}${at + 1}`)
    }
  }
  return altered
}

function figuresIn(rows: readonly (readonly string[])[], { labels, columns, sumLabel }: ReturnShape): Figures | null {
  const heads = ['STT', ...labels, ...columns.map(({ head }) => head)]
  const head = rows.findIndex((row) => heads.every((text, at) => row[at] === cleaned(text)))
  const body = rows.slice(head + 1)
  const first = 1 + labels.length
  const lines = body.map((row) => ({
    unit: row.slice(1, first).join('\t').trimEnd(),
    figures: columns.map((_, at) => (/^\d{1,9}$/.test(row[first + at] ?? '') ? Number(row[first + at]) : -1)),
  }))
  const all = lines.pop()
  if (head < 0 || all?.unit !== sumLabel || [...lines, all].some(({ figures }) => figures.includes(-1))) return null
  return { columns, rows: lines, all: all.figures }
}

/** Lines of the list beside the figures; undefined where the list shows others too, or the figures hold those of other offices. */
function listedIn({ sheets }: RawWorkbook, meta: ReadonlyMap<string, string>): number | undefined {
  const list = sheets.find(({ name }) => name === 'Danh sách')
  if (list === undefined || meta.get('summed') === 'yes') return undefined
  const rows = rowsIn(list)
  return rows.length - 1 - rows.findIndex((row) => row[0] === 'STT')
}
