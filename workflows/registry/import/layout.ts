// Finds the table on a sheet of any layout: where its head stands, over how many rows, what each column holds and how sure that is.
import { fieldOfContent, formShare } from './content.ts'
import { fieldOfHead, formOf, type ImportField } from './fields.ts'
import { fromOldEncoding, type OldEncoding, oldEncodingOf } from './old-encodings.ts'
import { isEmptyCell, type RawCell, type RawSheet, shownText } from './sheet.ts'
import { cleanText, folded } from './text.ts'

/** Where the field of a column comes from. */
export type MatchedBy = 'head' | 'content' | 'headAndContent' | 'memory' | 'clerk'
/** `sure`: head and content agree; `likely`: one of them; `doubtful`: look at it. */
export type Confidence = 'sure' | 'likely' | 'doubtful'

export type Column = {
  readonly column: number
  /** Parts of the head, outermost first; of merged cells each part once. Read out of an old encoding where there is one. */
  readonly head: readonly string[]
  readonly field?: ImportField
  readonly by?: MatchedBy
  readonly confidence?: Confidence
  /** Seen in its texts; converted only when the clerk agrees. */
  readonly encoding?: OldEncoding
  /** The first filled cells, as they stand. */
  readonly samples: readonly string[]
  readonly filled: number
  readonly isHidden: boolean
}

/** Where a table stands on its sheet, rows counted from 0. */
export type TablePlace = { readonly headRow: number; readonly headRows: number; readonly dataRow: number }

/**
 * What a clerk settled of a layout, kept under the fingerprint of its heads. `place`: the heads were found by hand; they are looked for by
 * their words, for a title more or less above them moves the table. `dataAfter`: rows between the head and the data.
 */
export type LearnedLayout = {
  readonly columns: readonly { readonly column: number; readonly field: ImportField | null }[]
  readonly place?: { readonly headRows: number; readonly dataAfter: number } | undefined
}
export type LearnedLayouts = ReadonlyMap<string, LearnedLayout>

export type Layout = {
  /** First row of the head and number of its rows, counted from 0; no head found: 0 rows. */
  readonly headRow: number
  readonly headRows: number
  /** First row of data. */
  readonly dataRow: number
  readonly columns: readonly Column[]
  /** The same for two sheets whose heads say the same, whatever their rows. */
  readonly fingerprint: string
  /** Its place is what the clerk said, now or before. */
  readonly placedBy?: 'clerk' | 'memory'
}

/** Rows of titles above a table, at most. */
const deepestHead = 40
const tallestHead = 3
const samplesShown = 5

/** The cell as the reader sees it: every cell of a merged block shows what its first one holds. */
function cellReader(sheet: RawSheet): (row: number, column: number) => RawCell {
  const first = new Map<string, readonly [number, number]>()
  for (const { top, left, bottom, right } of sheet.merges) {
    // A merge over half a sheet is decoration; only what people merge in a table is followed.
    if ((bottom - top + 1) * (right - left + 1) > 20_000) continue
    for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) first.set(`${row} ${column}`, [top, left])
  }
  return (row, column) => {
    const [fromRow, fromColumn] = (first.size > 0 && first.get(`${row} ${column}`)) || [row, column]
    return sheet.rows[fromRow]?.[fromColumn] ?? null
  }
}

const widthOf = (sheet: RawSheet): number => sheet.rows.reduce((most, row) => Math.max(most, row.length), 0)

type Head = { readonly row: number; readonly rows: number; readonly score: number }

/** Is this a value of a table rather than a head? Column numbers (1, 2, 3 …) are part of heads. */
const looksLikeData = (cell: RawCell): boolean =>
  (typeof cell === 'number' && cell > 60) ||
  (cell !== null && typeof cell === 'object') ||
  (typeof cell === 'string' && (/\d{1,2}[/\-.]\d{4}/.test(cell) || /^\s*\d{9,12}\s*$/.test(cell)))

function findHead(sheet: RawSheet, at: (row: number, column: number) => RawCell, width: number, read: (text: string) => string): Head {
  const height = sheet.rows.length
  // No head begins in the middle of a merged block.
  const inside = new Set(
    sheet.merges.flatMap(({ top, bottom }) =>
      top < deepestHead ? Array.from({ length: Math.min(bottom, deepestHead) - top }, (_, i) => top + 1 + i) : [],
    ),
  )
  let best: Head = { row: 0, rows: 0, score: 0 }
  for (let row = 0; row < Math.min(height, deepestHead); row++) {
    if (inside.has(row)) continue
    for (let rows = 1; rows <= tallestHead && row + rows <= height; rows++) {
      const fields = new Set<ImportField>()
      let score = 0
      for (let column = 0; column < width; column++) {
        const cells = Array.from({ length: rows }, (_, i) => at(row + i, column))
        if (cells.some(looksLikeData)) score -= 60
        const match = fieldOfHead(headParts(cells, read))
        if (match === undefined || fields.has(match.field)) continue
        fields.add(match.field)
        score += match.fit
      }
      // Two columns at least: a title that happens to name one thing is no head.
      // The shortest head that says as much: an empty row above adds nothing.
      if (fields.size >= 2 && (score > best.score || (score === best.score && rows < best.rows))) best = { row, rows, score }
    }
  }
  return best
}

function headParts(cells: readonly RawCell[], read: (text: string) => string): readonly string[] {
  const parts = cells.map((cell) => (typeof cell === 'string' ? cleanText(read(cell)) : '')).filter((part) => part !== '')
  return parts.filter((part, i) => part !== parts[i - 1])
}

/** `(1) (2) (3)`, `1 2 3` or `A B 1 2` under a head. */
export function isNumbering(cells: readonly RawCell[]): boolean {
  // Of ordinary rows the second cell tells: numbers of columns are short.
  if (shownText(cells[1]).length > 4) return false
  const texts = cells.filter((cell) => !isEmptyCell(cell)).map((cell) => cleanText(shownText(cell)))
  if (texts.length < 3) return false
  const numbers = texts.filter((text) => /^\(?\d{1,2}\)?$/.test(text)).map((text) => Number(text.replace(/[()]/g, '')))
  const others = texts.filter((text) => !/^\(?\d{1,2}\)?$/.test(text))
  return (
    others.every((text) => /^\(?[A-H]\)?$/u.test(text)) &&
    numbers.length >= 3 &&
    numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1)
  )
}

/** FNV-1a over what the heads say: the same layout next quarter is known again. */
function fingerprintOf(heads: readonly (readonly string[])[]): string {
  let hash = 0xcbf29ce484222325n
  for (const letter of heads.map((head) => head.map(folded).join('>')).join('|')) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(letter.codePointAt(0) ?? 0)) * 0x100000001b3n)
  }
  return hash.toString(16).padStart(16, '0')
}

type Heads = readonly (readonly string[])[]
type Read = (text: string) => string

const headsAt = (at: (row: number, column: number) => RawCell, width: number, row: number, rows: number, read: Read): Heads =>
  Array.from({ length: width }, (_, column) =>
    headParts(
      Array.from({ length: rows }, (_, i) => at(row + i, column)),
      read,
    ),
  )

type Found = TablePlace & { readonly heads: Heads; readonly placedBy?: NonNullable<Layout['placedBy']> }

/** Heads a clerk pointed out on another sheet of this layout, wherever they stand here. */
function placedBefore(sheet: RawSheet, at: Parameters<typeof headsAt>[0], width: number, reads: readonly Read[], learned: LearnedLayouts) {
  const tall = new Set([...learned.values()].flatMap(({ place }) => place?.headRows ?? []))
  for (let row = 0; tall.size > 0 && row < Math.min(sheet.rows.length, deepestHead); row++) {
    for (const rows of tall) {
      for (const read of reads) {
        const heads = headsAt(at, width, row, rows, read)
        const place = learned.get(fingerprintOf(heads))?.place
        if (place?.headRows !== rows) continue
        return { headRow: row, headRows: rows, dataRow: row + rows + place.dataAfter, heads, placedBy: 'memory' } satisfies Found
      }
    }
  }
  return undefined
}

/** @param learned what clerks settled of layouts before. @param place the clerk's word: nothing is looked for then. */
export function recogniseLayout(sheet: RawSheet, learned: LearnedLayouts = new Map(), place?: TablePlace): Layout {
  const at = cellReader(sheet)
  const width = Math.min(widthOf(sheet), 256)
  const encodings = Array.from({ length: width }, (_, column) => encodingOf(sheet, at, column, 0))
  const anyEncoding = mostCommon(encodings)
  const plainly: Read = (text) => text
  const read: Read = anyEncoding === undefined ? plainly : (text) => fromOldEncoding(text, anyEncoding)
  const { headRow, headRows, dataRow, heads, placedBy } =
    place === undefined
      ? (placedBefore(sheet, at, width, anyEncoding === undefined ? [plainly] : [plainly, read], learned) ??
        found(sheet, at, width, anyEncoding === undefined ? undefined : read))
      : pointedOut(at, width, place, anyEncoding === undefined ? undefined : read)
  const fingerprint = fingerprintOf(heads)
  const settled = learned.get(fingerprint)?.columns
  const memory = settled && new Map(settled.map(({ column, field }) => [column, field]))
  const hidden = new Set(sheet.hiddenColumns)
  const bare = heads.map((parts, column): Column & { readonly cells: readonly RawCell[] } => {
    const cells = columnCells(sheet, column, dataRow)
    const filled = cells.filter((cell) => !isEmptyCell(cell))
    // A head in an old encoding over days and numbers leaves nothing to convert.
    const encoding = encodings[column] === undefined ? undefined : encodingOf(sheet, at, column, dataRow)
    return {
      column,
      head: parts,
      ...(encoding !== undefined && { encoding }),
      samples: filled.slice(0, samplesShown).map(shownText),
      filled: filled.length,
      isHidden: hidden.has(column),
      cells,
    }
  })
  const chosen = chooseFields(bare, memory)
  const columns = bare
    .map(({ cells: _, ...column }, i) => ({ ...column, ...chosen[i] }))
    .filter((column) => column.filled > 0 || column.field !== undefined || column.head.length > 0)
  return { headRow, headRows, dataRow, columns, fingerprint, ...(placedBy !== undefined && { placedBy }) }
}

/** Heads in an old encoding are often in another face than the names below: they are tried both ways. */
function found(sheet: RawSheet, at: Parameters<typeof headsAt>[0], width: number, read: Read | undefined): Found {
  const plain = findHead(sheet, at, width, (text) => text)
  const converted = read === undefined ? plain : findHead(sheet, at, width, read)
  const isConverted = read !== undefined && converted.score > plain.score
  const head = isConverted ? converted : plain
  let dataRow = head.row + head.rows
  if (head.rows > 0 && isNumbering(Array.from({ length: width }, (_, column) => at(dataRow, column)))) dataRow += 1
  const heads = headsAt(at, width, head.row, head.rows, isConverted ? read : (text) => text)
  return { headRow: head.row, headRows: head.rows, dataRow, heads }
}

function pointedOut(at: Parameters<typeof headsAt>[0], width: number, place: TablePlace, read: Read | undefined): Found {
  const plain = headsAt(at, width, place.headRow, place.headRows, (text) => text)
  const converted = read === undefined ? plain : headsAt(at, width, place.headRow, place.headRows, read)
  const named = (heads: Heads) => heads.filter((parts) => fieldOfHead(parts) !== undefined).length
  return { ...place, heads: named(converted) > named(plain) ? converted : plain, placedBy: 'clerk' }
}

const columnCells = (sheet: RawSheet, column: number, from: number): readonly RawCell[] =>
  sheet.rows.slice(from, from + 1000).map((row) => row[column] ?? null)

function encodingOf(sheet: RawSheet, at: (row: number, column: number) => RawCell, column: number, from: number): OldEncoding | undefined {
  const texts: string[] = []
  for (let row = from; row < sheet.rows.length && texts.length < 400; row++) {
    const cell = at(row, column)
    if (typeof cell === 'string') texts.push(cell)
  }
  return oldEncodingOf(texts, sheet.faces.find((one) => one.column === column)?.face)
}

function mostCommon<T>(values: readonly (T | undefined)[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

type Choice = Pick<Column, 'field' | 'by' | 'confidence'>

/** Each field once: the best head takes it, then what content shows. */
function chooseFields(
  columns: readonly (Column & { readonly cells: readonly RawCell[] })[],
  memory: ReadonlyMap<number, ImportField | null> | undefined,
): readonly Choice[] {
  const chosen: Choice[] = columns.map(() => ({}))
  const taken = new Set<ImportField>()
  const give = (i: number, choice: Choice & { readonly field: ImportField }) => {
    chosen[i] = choice
    taken.add(choice.field)
  }
  if (memory !== undefined) {
    for (const [i, column] of columns.entries()) {
      const field = memory.get(column.column)
      if (field !== undefined && field !== null) give(i, { field, by: 'memory', confidence: 'sure' })
    }
    return chosen
  }
  const named = columns.flatMap((column, i) => {
    const match = fieldOfHead(column.head)
    if (match === undefined) return []
    const share = formShare(formOf(match.field), column.cells)
    return [{ i, ...match, share }]
  })
  splitName(columns, named)
  for (const { i, field, fit, share } of [...named].sort((a, b) => b.fit + b.share - (a.fit + a.share) || a.i - b.i)) {
    if (taken.has(field)) continue
    // A head that says one thing over cells that say another is no match; the clerk may still choose it.
    if (share < 20) continue
    const isTyped = !['text', 'list', 'code'].includes(formOf(field))
    const confidence: Confidence = share < 60 || fit < 70 ? 'doubtful' : fit >= 90 ? 'sure' : 'likely'
    give(i, { field, by: isTyped && share >= 60 && (columns[i]?.filled ?? 0) > 0 ? 'headAndContent' : 'head', confidence })
  }
  const namedAt = new Set(named.map(({ i }) => i))
  for (const [i, column] of columns.entries()) {
    if (chosen[i]?.field !== undefined) continue
    const field = fieldOfContent(column.cells)
    if (field === undefined || taken.has(field) || (field === 'fullName' && taken.has('givenName'))) continue
    // A head we know nothing of over clear content is likely; one that says another thing is doubtful.
    give(i, { field, by: 'content', confidence: namedAt.has(i) || column.head.length > 0 ? 'doubtful' : 'likely' })
  }
  return chosen
}

/** "Họ và tên" over two columns: the first holds the family and middle names, the second the given name. */
function splitName(columns: readonly Column[], named: { i: number; field: ImportField; fit: number; share: number }[]): void {
  for (const [n, one] of named.entries()) {
    const next = named[n + 1]
    if (one.field !== 'fullName' || next?.field !== 'fullName' || next.i !== one.i + 1) continue
    if (columns[one.i]?.head.join('>') !== columns[next.i]?.head.join('>')) continue
    one.field = 'familyNames'
    next.field = 'givenName'
  }
}
