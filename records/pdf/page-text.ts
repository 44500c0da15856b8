// The text layer of a page Typst drew: glyph numbers through each font's ToUnicode map. It reads what letters are called; that they look so, checks/drawing.ts holds.
import { digitOf, inflate, latin1 } from './bytes.ts'
import { type Drawing, moved, type Run, readContent } from './content.ts'
import type { Page } from './document.ts'
import type { PdfFile } from './file.ts'
import { KnownStreams } from './known-streams.ts'
import { Malformed } from './parse.ts'
import { isDict, isName, Stream, type Value } from './values.ts'
import { type Widths, widthsIn } from './widths.ts'

/** The fullest pages of our papers unfold to some hundred kilobytes. */
const LIMIT = 4 * 1024 * 1024

/** What a run says, and where it stands: upright, in points of the page. */
export class SaidRun {
  readonly words: string
  /** Number of its text object in the page. */
  readonly block: number
  readonly isUpright: boolean
  readonly left: number
  readonly foot: number
  readonly size: number
  private readonly run: Run
  private readonly widths: Widths

  constructor(run: Run, { letters, widths }: Face) {
    const { glyphs, matrix } = run
    let words = ''
    for (const glyph of glyphs) words += letters.get(glyph) ?? ''
    this.words = words
    this.block = run.block
    this.isUpright = matrix[1] === 0 && matrix[2] === 0 && matrix[0] > 0 && matrix[3] > 0
    this.left = matrix[4]
    this.foot = matrix[5]
    this.size = run.size * matrix[3]
    this.run = run
    this.widths = widths
  }

  /** Where it ends: of most runs nobody asks. */
  right(): number {
    const { glyphs, kerning, size, matrix } = this.run
    let width = -kerning
    for (const glyph of glyphs) width += this.widths[glyph] ?? 0
    return moved(matrix, (width / 1000) * size, 0)[0]
  }
}

type Face = { readonly letters: ReadonlyMap<number, string>; readonly widths: Widths }
const NO_FACE: Face = { letters: new Map(), widths: [] }

/** Several checks read the same page. */
const said = new WeakMap<Page['dict'], Promise<readonly SaidRun[]>>()

/** The runs of text of a page in drawing order. A page that is not of our form says nothing. */
export function pageRuns(file: PdfFile, page: Page): Promise<readonly SaidRun[]> {
  const known = said.get(page.dict)
  if (known) return known
  const runs = saidBy(file, page.dict.get('Contents'), page.dict.get('Resources'))
  said.set(page.dict, runs)
  return runs
}

/** The same as one text, one line for each text object. */
export async function pageText(file: PdfFile, page: Page): Promise<string> {
  let text = ''
  let block = 0
  for (const run of await pageRuns(file, page)) {
    if (run.block !== block) text += '\n'
    block = run.block
    text += run.words
  }
  return text
}

/** The runs of text of a signature's look, as those of a page. */
export const lookRuns = (file: PdfFile, look: Stream): Promise<readonly SaidRun[]> => saidBy(file, look, look.dict.get('Resources'))

async function saidBy(file: PdfFile, contents: Value | undefined, resources: Value | undefined): Promise<readonly SaidRun[]> {
  try {
    return await runsOf(file, file.resolve(contents), file.resolve(resources))
  } catch (error) {
    if (error instanceof Malformed) return []
    throw error
  }
}

async function runsOf(file: PdfFile, contents: Value, resources: Value): Promise<readonly SaidRun[]> {
  const fonts = isDict(resources) ? file.resolve(resources.get('Font')) : null
  if (!(contents instanceof Stream)) return []
  const faces = new Map<string, Face>()
  for (const [name, ref] of isDict(fonts) ? fonts : []) {
    const font = file.resolve(ref)
    faces.set(name, { letters: await glyphMap(file, ref), widths: isDict(font) ? widthsIn(file, font) : [] })
  }
  return (await drawingOf(file, contents)).runs.map((run) => new SaidRun(run, faces.get(run.font) ?? NO_FACE))
}

const drawings = new WeakMap<Stream, Promise<Drawing>>()

/** What all pages of one file may unfold to: a hundred of the fullest. Bytes. */
const MAX_SIZE = 8 << 20
const unfolded = new WeakMap<PdfFile, number>()

/** What a content stream draws, read once. @throws Malformed when it is not of the form Typst writes, or the file draws more than any paper. */
export function drawingOf(file: PdfFile, contents: Stream): Promise<Drawing> {
  const known = drawings.get(contents)
  if (known) return known
  const made = readDrawing(file, contents)
  drawings.set(contents, made)
  return made
}

async function readDrawing(file: PdfFile, contents: Stream): Promise<Drawing> {
  if ((unfolded.get(file) ?? 0) > MAX_SIZE) throw new Malformed('too much to draw', 0)
  const bytes = await plain(contents)
  unfolded.set(file, (unfolded.get(file) ?? 0) + bytes.length)
  return readContent(latin1(bytes))
}

async function plain(stream: Stream): Promise<Uint8Array> {
  if (!stream.dict.has('Filter')) return stream.bytes
  if (!isPacked(stream)) throw new Malformed('unknown filter', 0)
  try {
    return await inflate(stream.bytes, LIMIT)
  } catch {
    throw new Malformed('stream cannot be inflated', 0)
  }
}

/** Packed as Typst packs. */
export const isPacked = ({ dict }: Stream): boolean => isName(dict.get('Filter'), 'FlateDecode') && !dict.has('DecodeParms')

/** The pages of a paper share their fonts, and its signatures have theirs with the next paper. */
const maps = new KnownStreams<ReadonlyMap<number, string>>(64)
const MOST_LETTERS = 1000
const mapsOfFile = new WeakMap<Stream, Promise<ReadonlyMap<number, string>>>()

/** What each glyph of a font is called. */
export async function glyphMap(file: PdfFile, ref: Value): Promise<ReadonlyMap<number, string>> {
  const font = file.resolve(ref)
  const stream = isDict(font) ? file.resolve(font.get('ToUnicode')) : null
  if (!(stream instanceof Stream)) return new Map()
  const known = mapsOfFile.get(stream) ?? mapOf(stream)
  mapsOfFile.set(stream, known)
  return known
}

async function mapOf(stream: Stream): Promise<ReadonlyMap<number, string>> {
  if (!isPacked(stream)) return readMap(stream)
  const known = maps.find(stream.bytes)
  if (known) return known
  const map = await readMap(stream)
  if (map.size <= MOST_LETTERS) maps.keep(stream.bytes, map)
  return map
}

async function readMap(stream: Stream): Promise<ReadonlyMap<number, string>> {
  const map = new Map<number, string>()
  const text = latin1(await plain(stream))
  for (let from = text.indexOf(OPEN); from >= 0; from = text.indexOf(OPEN, from + 1)) {
    const to = text.indexOf('endbfchar', from)
    if (to < 0) break
    readEntries(text, from, to, map)
    from = to
  }
  return map
}

const OPEN = 'beginbfchar'
const [BLANK, LINE_END] = [0x20, 0x0a]

/** `<0041> <0110>` one after the other: read as they lie, for every font of every paper has a hundred. */
function readEntries(text: string, from: number, to: number, into: Map<number, string>): void {
  for (let at = text.indexOf('<', from); at >= 0 && at < to; at = text.indexOf('<', at + 1)) {
    const glyph = unitAt(text, at + 1)
    let value = at + 6
    while (text.charCodeAt(value) === BLANK || text.charCodeAt(value) === LINE_END) value++
    if (glyph < 0 || text[at + 5] !== '>' || text[value] !== '<') continue
    const end = text.indexOf('>', value)
    const words = utf16(text, value + 1, end)
    if (words === null || end > to) continue
    into.set(glyph, words)
    at = end
  }
}

/** A ligature stands for three letters; a glyph of a thousand would make a library of one page. */
const MAX_UNITS = 8

/** Null where the digits in [from, to) are no whole units of UTF-16, or too many. */
function utf16(text: string, from: number, to: number): string | null {
  if (to <= from || (to - from) % 4 !== 0 || to - from > MAX_UNITS * 4) return null
  let words = ''
  for (let at = from; at < to; at += 4) {
    const unit = unitAt(text, at)
    if (unit < 0) return null
    words += String.fromCharCode(unit)
  }
  return words
}

/** The four hex digits at `at`; -1 where no such stand. */
function unitAt(text: string, at: number): number {
  let unit = 0
  for (let i = at; i < at + 4; i++) {
    const digit = digitOf(text.charCodeAt(i))
    if (digit < 0) return -1
    unit = unit * 16 + digit
  }
  return unit
}
