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
}

const MAX_SECTIONS = 64

/** @throws Malformed when the file is not exactly of the form we write. */
export function openPdf(bytes: Uint8Array, budget = new Budget()): PdfFile {
  if (!startsWith(bytes, '%PDF-1.', 0)) throw new Malformed('no PDF header', 0)
  const sections = readSections(bytes, budget)
  const newest = sections.at(-1)
  if (!newest) throw new Malformed('no cross-reference table', 0)
  const root = newest.trailer.get('Root')
  const size = newest.trailer.get('Size')
  if (!(root instanceof Ref) || typeof size !== 'number') throw new Malformed('trailer without root or size', newest.tableAt)
  const offsets = new Map<number, number>()
  for (const section of sections) for (const [id, at] of section.entries) offsets.set(id, at)
  const seen = new Map<number, Value>()
  const object = (id: number): Value => {
    const known = seen.get(id)
    if (known !== undefined) return known
    const at = offsets.get(id)
    if (at === undefined) return null
    const found = new Parser(bytes, at, budget).object()
    if (found.id !== id) throw new Malformed(`object ${id} is not where the table says`, at)
    seen.set(id, found.value)
    return found.value
  }
  const resolve = (value: Value | undefined): Value => (value instanceof Ref ? object(value.id) : (value ?? null))
  return { bytes, sections, size, root, object, resolve, offsetOf: (id) => offsets.get(id) }
}

function readSections(bytes: Uint8Array, budget: Budget): Section[] {
  const newestFirst: Section[] = []
  let end = bytes.length
  let expected: number | null = null
  while (newestFirst.length < MAX_SECTIONS) {
    const section = readSection(bytes, end, budget)
    if (expected !== null && section.tableAt !== expected) throw new Malformed('revisions do not follow each other', section.tableAt)
    const previous = section.trailer.get('Prev')
    if (previous === undefined) {
      newestFirst.push({ ...section, from: 0 })
      return newestFirst.reverse()
    }
    if (typeof previous !== 'number' || previous >= section.tableAt) throw new Malformed('bad /Prev', section.tableAt)
    const from = endAfterTable(bytes, previous, section.tableAt, budget)
    newestFirst.push({ ...section, from })
    expected = previous
    end = from
  }
  throw new Malformed('too many revisions', 0)
}

/** The section whose `%%EOF` ends at `end`. */
function readSection(bytes: Uint8Array, end: number, budget: Budget): Omit<Section, 'from'> {
  const tail = /startxref\r?\n(\d{1,12})\r?\n%%EOF(\r?\n)?$/.exec(latin1(bytes, Math.max(0, end - 60), end))
  if (!tail) throw new Malformed('bytes after the last %%EOF, or none', end)
  const tableAt = Number(tail[1])
  const parser = new Parser(bytes, tableAt, budget)
  parser.expect('xref')
  const entries = readTable(parser)
  parser.expect('trailer')
  const trailer = parser.value()
  if (!isDict(trailer)) throw new Malformed('bad trailer', tableAt)
  if (trailer.has('XRefStm')) throw new Malformed('mixed cross-reference', tableAt)
  parser.skipSpace()
  if (parser.at !== end - tail[0].length) throw new Malformed('bytes between trailer and startxref', parser.at)
  return { to: end, tableAt, trailer, entries }
}

/** End of the section whose table stands at `tableAt`: its `%%EOF` must be followed by the next section. */
function endAfterTable(bytes: Uint8Array, tableAt: number, before: number, budget: Budget): number {
  const parser = new Parser(bytes, tableAt, budget)
  parser.expect('xref')
  readTable(parser)
  parser.expect('trailer')
  parser.value()
  parser.skipSpace()
  parser.expect('startxref')
  parser.skipSpace()
  if (parser.integer() !== tableAt) throw new Malformed('startxref of another table', parser.at)
  parser.skipSpace()
  parser.expect('%%EOF')
  if (!parser.take('\r\n')) parser.take('\n')
  if (parser.at > before) throw new Malformed('overlapping revisions', parser.at)
  return parser.at
}

function readTable(parser: Parser): Map<number, number> {
  const entries = new Map<number, number>()
  parser.skipSpace()
  while (/[0-9]/.test(String.fromCharCode(parser.bytes[parser.at] ?? 0))) {
    const first = parser.integer()
    parser.skipSpace()
    const count = parser.integer()
    parser.skipSpace()
    parser.budget.spend(count, parser.at)
    for (let i = 0; i < count; i++) {
      const line = /^(\d{10}) (\d{5}) ([nf])[ \r\n]{2}$/.exec(latin1(parser.bytes, parser.at, parser.at + 20))
      if (!line) throw new Malformed('bad table line', parser.at)
      parser.at += 20
      const id = first + i
      if (line[3] === 'n' && line[2] === '00000') {
        if (entries.has(id)) throw new Malformed(`object ${id} twice in one table`, parser.at)
        entries.set(id, Number(line[1]))
      } else if (!(id === 0 && line[3] === 'f')) throw new Malformed('freed object or other generation', parser.at)
    }
    parser.skipSpace()
  }
  return entries
}

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
    const found = parser.object()
    if (found.id !== id) throw new Malformed(`object ${id} is another`, at)
    objects.set(id, found.value)
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
