// A PDF of our own form, read strictly: classic cross-reference tables only, every appended byte accounted for.
import { latin1, startsWith } from './bytes.ts'
import { Budget, Malformed, Parser } from './parse.ts'
import { type Dict, isDict, Ref, type Value } from './values.ts'

/** One revision: where its bytes lie and which objects it wrote. */
export type Section = {
  readonly from: number
  /** End of its `%%EOF` with the line end, where one stands. */
  readonly to: number
  readonly tableAt: number
  readonly trailer: Dict
  /** Object number to byte offset, as the table says. */
  readonly entries: ReadonlyMap<number, number>
}

export type PdfFile = {
  readonly bytes: Uint8Array
  /** Oldest first. */
  readonly sections: readonly Section[]
  readonly size: number
  readonly root: Ref
  object(id: number): Value
  resolve(value: Value | undefined): Value
  /** Where object `id` stands in its newest section. */
  offsetOf(id: number): number | undefined
  /** The object that stands at `at`, read once however often it is asked for. @throws Malformed */
  readAt(at: number): Placed
  /** The file as it was when that section had been written. */
  upTo(section: Section): PdfFile
}

export type Placed = { readonly id: number; readonly value: Value /** Where its `endobj` ends. */; readonly to: number }

const MAX_SECTIONS = 64

/**
 * @param known revisions of these very bytes, read before. They are taken anew, so that nothing read of this file hangs on what was long kept.
 * @throws Malformed when the file is not exactly of the form we write.
 */
export function openPdf(bytes: Uint8Array, budget = new Budget(), known?: readonly Section[]): PdfFile {
  if (!startsWith(bytes, '%PDF-1.', 0)) throw new Malformed('no PDF header', 0)
  const sections = known?.map((section) => ({ ...section })) ?? readSections(bytes, budget)
  const placed = new Map<number, Placed>()
  const readAt = (at: number): Placed => {
    const known = placed.get(at)
    if (known) return known
    const parser = new Parser(bytes, at, budget)
    const found = { ...parser.object(), to: parser.at }
    placed.set(at, found)
    return found
  }
  return ofSections(bytes, sections, readAt)
}

function ofSections(bytes: Uint8Array, sections: readonly Section[], readAt: PdfFile['readAt']): PdfFile {
  const newest = sections.at(-1)
  if (!newest) throw new Malformed('no cross-reference table', 0)
  const root = newest.trailer.get('Root')
  const size = newest.trailer.get('Size')
  if (!(root instanceof Ref) || typeof size !== 'number') throw new Malformed('trailer without root or size', newest.tableAt)
  const offsets = new Map<number, number>()
  for (const section of sections) for (const [id, at] of section.entries) offsets.set(id, at)
  const object = (id: number): Value => {
    const at = offsets.get(id)
    if (at === undefined) return null
    const found = readAt(at)
    if (found.id !== id) throw new Malformed(`object ${id} is not where the table says`, at)
    return found.value
  }
  const resolve = (value: Value | undefined): Value => (value instanceof Ref ? object(value.id) : (value ?? null))
  const upTo = (section: Section) => ofSections(bytes.subarray(0, section.to), sections.slice(0, sections.indexOf(section) + 1), readAt)
  return { bytes, sections, size, root, object, resolve, offsetOf: (id) => offsets.get(id), readAt, upTo }
}

function readSections(bytes: Uint8Array, budget: Budget): Section[] {
  const newestFirst: Section[] = []
  let end = bytes.length
  let table = readTableAt(bytes, tableBefore(bytes, end).at, budget)
  while (newestFirst.length < MAX_SECTIONS) {
    const { at: tableAt, length } = tableBefore(bytes, end)
    if (tableAt !== table.at) throw new Malformed('revisions do not follow each other', tableAt)
    if (table.to !== end - length) throw new Malformed('bytes between trailer and startxref', table.to)
    const { trailer, entries } = table
    const previous = trailer.get('Prev')
    if (previous === undefined) {
      newestFirst.push({ to: end, tableAt, trailer, entries, from: 0 })
      return newestFirst.reverse()
    }
    if (typeof previous !== 'number' || previous >= tableAt) throw new Malformed('bad /Prev', tableAt)
    table = readTableAt(bytes, previous, budget)
    const from = endAfterTable(bytes, table, tableAt)
    newestFirst.push({ to: end, tableAt, trailer, entries, from })
    end = from
  }
  throw new Malformed('too many revisions', 0)
}

/** Where the table of the section stands whose `%%EOF` ends at `end`; `length`: of its last three lines. */
function tableBefore(bytes: Uint8Array, end: number): { readonly at: number; readonly length: number } {
  const tail = /startxref\r?\n(\d{1,12})\r?\n%%EOF(\r?\n)?$/.exec(latin1(bytes, Math.max(0, end - 60), end))
  if (!tail) throw new Malformed('bytes after the last %%EOF, or none', end)
  return { at: Number(tail[1]), length: tail[0].length }
}

/** A table with its trailer; `to`: where what follows them begins. */
type Table = { readonly at: number; readonly entries: ReadonlyMap<number, number>; readonly trailer: Dict; readonly to: number }

function readTableAt(bytes: Uint8Array, at: number, budget: Budget): Table {
  const parser = new Parser(bytes, at, budget)
  parser.expect('xref')
  const entries = readTable(parser)
  parser.expect('trailer')
  const trailer = parser.value()
  if (!isDict(trailer)) throw new Malformed('bad trailer', at)
  if (trailer.has('XRefStm')) throw new Malformed('mixed cross-reference', at)
  parser.skipSpace()
  return { at, entries, trailer, to: parser.at }
}

/** End of the section of that table: its `%%EOF` must be followed by the next section. */
function endAfterTable(bytes: Uint8Array, table: Table, next: number): number {
  const parser = new Parser(bytes, table.to)
  parser.expect('startxref')
  parser.skipSpace()
  if (parser.integer() !== table.at) throw new Malformed('startxref of another table', parser.at)
  parser.skipSpace()
  parser.expect('%%EOF')
  if (!parser.take('\r\n')) parser.take('\n')
  if (parser.at > next) throw new Malformed('overlapping revisions', parser.at)
  return parser.at
}

function readTable(parser: Parser): Map<number, number> {
  const entries = new Map<number, number>()
  parser.skipSpace()
  while (isDigit(parser.bytes[parser.at])) {
    const first = parser.integer()
    parser.skipSpace()
    const count = parser.integer()
    parser.skipSpace()
    parser.budget.spend(count, parser.at)
    for (let i = 0; i < count; i++) {
      const at = tableLine(parser)
      const id = first + i
      if (at >= 0) {
        if (entries.has(id)) throw new Malformed(`object ${id} twice in one table`, parser.at)
        entries.set(id, at)
      } else if (id !== 0) throw new Malformed('freed object', parser.at)
    }
    parser.skipSpace()
  }
  return entries
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39

/** `0000000017 00000 n` and two bytes of line end: the place it tells, or -1 of a freed number. Read by its bytes: a file has a thousand. */
function tableLine(parser: Parser): number {
  const { bytes, at } = parser
  const digits = (from: number, count: number): number => {
    let value = 0
    for (let i = at + from; i < at + from + count; i++) {
      if (!isDigit(bytes[i])) throw new Malformed('bad table line', at)
      value = value * 10 + (bytes[i] ?? 0) - 0x30
    }
    return value
  }
  const place = digits(0, 10)
  const generation = digits(11, 5)
  const kind = bytes[at + 17]
  const isShaped = bytes[at + 10] === 0x20 && bytes[at + 16] === 0x20 && isLineEnd(bytes[at + 18]) && isLineEnd(bytes[at + 19])
  if (!isShaped || (kind !== IN_USE && kind !== FREE)) throw new Malformed('bad table line', at)
  if (kind === IN_USE && generation !== 0) throw new Malformed('other generation', at)
  parser.at += 20
  return kind === IN_USE ? place : -1
}

const IN_USE = 0x6e
const FREE = 0x66
const isLineEnd = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0d || byte === 0x0a

/**
 * The objects a section wrote, proven to fill it: nothing but blanks between them, so that no reader can find anything else there.
 * @throws Malformed on bytes no table entry accounts for.
 */
export function appendedObjects(file: PdfFile, section: Section): ReadonlyMap<number, Value> {
  const known = read.get(section)
  if (known) return known
  const objects = new Map<number, Value>()
  const parser = new Parser(file.bytes, section.from === 0 ? endOfHeader(file.bytes) : section.from)
  const inOrder = [...section.entries].sort((a, b) => a[1] - b[1])
  for (const [id, at] of inOrder) {
    parser.skipSpace()
    if (parser.at !== at) throw new Malformed(`object ${id} is not next in its revision`, at)
    const found = file.readAt(at)
    if (found.id !== id) throw new Malformed(`object ${id} is another`, at)
    objects.set(id, found.value)
    parser.at = found.to
  }
  parser.skipSpace()
  if (parser.at !== section.tableAt) throw new Malformed('bytes no table accounts for', parser.at)
  read.set(section, objects)
  return objects
}

/** Several checks walk the same section. */
const read = new WeakMap<Section, ReadonlyMap<number, Value>>()

/** After `%PDF-1.n` and the one line of binary signs that says "this is no text". */
function endOfHeader(bytes: Uint8Array): number {
  const header = /^%PDF-1\.\d\r?\n(?:%[\x80-\xff]{4,8}\r?\n)?/.exec(latin1(bytes, 0, 32))
  if (!header) throw new Malformed('bad header', 0)
  return header[0].length
}
