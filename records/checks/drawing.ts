// Check 2: what a page draws is there to be seen. Ink that shows, letters of a readable size inside the page, in our embedded faces,
// nothing laid over words, no place to sign over them. A signer's look is held to the same.
import { hex, inflate, sha256 } from '../pdf/bytes.ts'
import { type Box, type Drawing, type Ink, moved, type Run, type Shape } from '../pdf/content.ts'
import { asArray, type Page, pagesOf } from '../pdf/document.ts'
import type { PdfFile } from '../pdf/file.ts'
import { KnownStreams } from '../pdf/known-streams.ts'
import { type FaceName, printFor, programsFor, UNITS_PER_EM } from '../pdf/our-letters.ts'
import { type Outlines, outlinesOf } from '../pdf/outlines.ts'
import { drawingOf, glyphMap, isPacked } from '../pdf/page-text.ts'
import { Malformed } from '../pdf/parse.ts'
import { type Dict, isArray, isDict, isName, Name, Ref, Stream, type Value } from '../pdf/values.ts'
import { type Widths, widthsIn } from '../pdf/widths.ts'
import { type CheckLine, line } from '../report.ts'
import type { SignedFile } from '../signed-file.ts'

export async function checkDrawing(signed: SignedFile): Promise<readonly CheckLine[]> {
  const faults = new Set<string>()
  try {
    await collectFaults(signed, faults)
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    faults.add('drawing-of-another-form')
  }
  return [...faults].map((fault) => line(2, 'HIDDEN_CONTENT', 'broken', { fault }))
}

async function collectFaults({ file, fields, signatures }: SignedFile, faults: Set<string>): Promise<void> {
  const faces = new Map<number, Promise<Face>>()
  for (const page of pagesOf(file)) {
    const contents = file.resolve(page.dict.get('Contents'))
    const places = fields.flatMap(({ dict }) => (isOn(page, dict) ? [boxOf(dict.get('Rect'))] : []))
    const sheet = { box: boxOf(page.dict.get('MediaBox')), resources: page.dict.get('Resources'), places }
    if (!(contents instanceof Stream)) throw new Malformed('page without content', 0)
    await judgeDrawing(file, await drawingOf(file, contents), sheet, faces, faults)
  }
  for (const { field } of signatures) {
    const look = field.dict.get('AP')
    const form = isDict(look) ? file.resolve(look.get('N')) : null
    if (!(form instanceof Stream) || [...form.dict.keys()].some((key) => !LOOK_KEYS.has(key)))
      throw new Malformed('look of another form', 0)
    const sheet = { box: boxOf(form.dict.get('BBox')), resources: form.dict.get('Resources'), places: [] }
    await judgeDrawing(file, await drawingOf(file, form), sheet, faces, faults)
  }
}

const LOOK_KEYS = new Set(['Type', 'Subtype', 'BBox', 'Resources', 'Filter', 'Length'])

const isOn = (page: Page, field: Dict): boolean => {
  const at = field.get('P')
  return at instanceof Ref && at.id === page.ref.id
}
function boxOf(value: Value | undefined): Box {
  const numbers = isArray(value) ? value.filter((part) => typeof part === 'number') : []
  const [left = 0, bottom = 0, right = 0, top = 0] = numbers
  return { left, bottom, right, top }
}

const MAX_PAIRS = 50_000_000

type Sheet = { readonly box: Box; readonly resources: Value | undefined; readonly places: readonly Box[] }
/** `isTrue`: the glyph has a name, and the outline our face draws for it; else a page would be read otherwise than it is seen. */
type Face = { readonly widths: Widths; readonly isTrue: (glyph: number) => boolean; readonly names: ReadonlyMap<number, string> }

async function judgeDrawing(
  file: PdfFile,
  drawing: Drawing,
  sheet: Sheet,
  faces: Map<number, Promise<Face>>,
  faults: Set<string>,
): Promise<void> {
  // Each shape is held against each line of words: a full page has some million pairs.
  const parts = drawing.shapes.reduce((sum, { strokes }) => sum + 1 + strokes.length / 4, 0)
  if (drawing.runs.length * parts > MAX_PAIRS) throw new Malformed('too much to draw', 0)
  const resources = file.resolve(sheet.resources)
  const used: Dict = isDict(resources) ? resources : new Map()
  if ([...used.keys()].some((key) => !['ProcSet', 'ColorSpace', 'Font'].includes(key))) throw new Malformed('resources of another form', 0)
  const inks = await inksOf(file, used.get('ColorSpace'))
  const fonts = file.resolve(used.get('Font'))
  const onSheet = new Map<string, Face>()
  for (const name of new Set(drawing.runs.map(({ font }) => font))) {
    const ref = isDict(fonts) ? fonts.get(name) : undefined
    if (!(ref instanceof Ref)) throw new Malformed('font of another form', 0)
    const known = faces.get(ref.id) ?? faceOf(file, ref)
    faces.set(ref.id, known)
    onSheet.set(name, await known)
  }
  judgeSheet(drawing, { sheet, inks, faces: onSheet }, faults)
}

type Looks = { readonly sheet: Sheet; readonly inks: ReadonlyMap<string, number>; readonly faces: ReadonlyMap<string, Face> }

function judgeSheet({ runs, shapes }: Drawing, { sheet, inks, faces }: Looks, faults: Set<string>): void {
  const lights = new Map<Ink, number>()
  const lightOf = (ink: Ink): number => {
    const light = lights.get(ink) ?? lightIn(inks, ink)
    lights.set(ink, light)
    return light
  }
  const dark: Line[] = []
  let index = 0
  for (const run of runs) {
    const face = faces.get(run.font)
    if (!face) throw new Malformed('font of another form', 0)
    if (!areTrue(run.glyphs, face)) faults.add('letters-of-another-shape')
    const light = lightOf(run.ink)
    if (light > PALE && light <= INVISIBLE && !isMark(run, face, dark)) faults.add('pale-text')
    judgeRun(run, lineOf(run, index++, light, face.widths), sheet, dark, faults)
  }
  if (areOverlapping(dark)) faults.add('text-over-text')
  for (const shape of shapes) judgeShape(shape, lightOf(shape.ink), dark, faults)
}

function areTrue(glyphs: readonly number[], { isTrue }: Face): boolean {
  for (const glyph of glyphs) if (!isTrue(glyph)) return false
  return true
}

/** What a page that is no record says across its ground, before its words; nothing else may be said as pale as that (templates/common.typ). */
const MARKS: readonly string[] = ['DỮLIỆUMẪU', 'DIỄNTẬP']

function isMark({ glyphs, size, matrix }: Run, { names, widths }: Face, before: readonly Line[]): boolean {
  const words = glyphs.map((glyph) => names.get(glyph) ?? '?')
  const said = words.join('').replace(/\s+/g, '').normalize('NFC')
  if (!MARKS.some((mark) => mark.includes(said))) return false
  // A letter of that size laid over words would take them away.
  const width = glyphs.reduce((sum, glyph) => sum + (widths[glyph] ?? 0), 0) * (size / 1000)
  const corners = [moved(matrix, 0, 0), moved(matrix, width, 0), moved(matrix, 0, size), moved(matrix, width, size)]
  const [across, up] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  const box = { left: Math.min(...across), right: Math.max(...across), bottom: Math.min(...up), top: Math.max(...up) }
  return !before.some((line) => covers(box, line))
}

function lightIn(inks: ReadonlyMap<string, number>, { space, parts }: Ink): number {
  if (inks.get(space) !== parts.length) throw new Malformed('ink of another form', 0)
  const [red = 0, green = red, blue = red] = parts
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Where the letters of a run stand. */
type Line = {
  readonly left: number
  readonly right: number
  /** Of its foot, at its beginning and its end. */
  readonly from: number
  readonly to: number
  readonly height: number
  readonly index: number
  readonly light: number
}

function lineOf({ glyphs, kerning, size, matrix }: Run, index: number, light: number, widths: Widths): Line {
  let width = -kerning
  for (const glyph of glyphs) width += widths[glyph] ?? 0
  const [left, from] = moved(matrix, 0, 0)
  const [right, to] = moved(matrix, (width / 1000) * size, 0)
  return { left, right, from, to, height: size * Math.hypot(matrix[2], matrix[3]), index, light }
}

/** Lighter than this does not show on paper; the mark of a sample page is 0.91 and the only pale text there is. */
const INVISIBLE = 0.93
const PALE = 0.6
/** Points; the smallest letters of our papers have 9, those of a slip of eight to a sheet 4.9. */
const SMALLEST = 4
const THICKEST = 4

function judgeRun({ size, matrix }: Run, where: Line, { box, places }: Sheet, dark: Line[], faults: Set<string>): void {
  const { light } = where
  if (light > INVISIBLE) faults.add('ink-not-visible')
  if (size * Math.min(Math.hypot(matrix[0], matrix[1]), Math.hypot(matrix[2], matrix[3])) < SMALLEST) faults.add('letters-too-small')
  const [low, high] = [Math.min(where.from, where.to), Math.max(where.from, where.to)]
  const [first, last] = [Math.min(where.left, where.right), Math.max(where.left, where.right)]
  if (first < -1 || low < -1 || last > box.right + 1 || high > box.top + 1) faults.add('text-outside-page')
  if (light > PALE) return
  // Upright text only: what is turned, mirrored or stood on its head reads otherwise than it is copied.
  if (matrix[0] <= 0 || matrix[3] <= 0 || matrix[1] !== 0 || matrix[2] !== 0) faults.add('text-turned')
  if (places.some((place) => covers(place, where))) faults.add('field-over-text')
  dark.push(where)
}

function judgeShape({ kind, box, width, strokes, after }: Shape, light: number, dark: readonly Line[], faults: Set<string>): void {
  if (kind === 'stroked' && width > THICKEST) faults.add('line-too-thick')
  if (box === null) return
  if (light > INVISIBLE) faults.add('ink-not-visible')
  // A code on a page is a thousand shapes: no closure is made for each.
  if (kind === 'filled') {
    // Over words, or under them and nearly as dark.
    for (const words of dark) if (covers(box, words) && (words.index < after || light - words.light < CONTRAST)) faults.add('text-covered')
  } else for (const words of dark) if (covers(box, words, width / 2) && crosses(strokes, width / 2, words)) faults.add('text-covered')
}

/** Between letters and the ground they are read on. */
const CONTRAST = 0.35

/** Points that letters and what stands beside them may share. */
const EDGE = 0.75

/** Does a rectangle, wider by `grown` on each side, lie over more than the edge of a line of letters? */
const covers = (box: Box, words: Line, grown = 0): boolean =>
  words.left < box.right + grown - EDGE &&
  words.right > box.left - grown + EDGE &&
  words.from + EDGE < box.top + grown &&
  words.from + words.height * 0.5 > box.bottom - grown + EDGE

/** Does the pen, as thick as `half` on each side, go over more than the edge of a line of letters? */
function crosses(strokes: readonly number[], half: number, words: Line): boolean {
  const [left, right] = [words.left + EDGE - half, words.right - EDGE + half]
  const [bottom, top] = [words.from + EDGE - half, words.from + words.height * 0.5 - EDGE + half]
  for (let i = 0; i + 3 < strokes.length; i += 4) {
    const [x, y] = [strokes[i] ?? 0, strokes[i + 1] ?? 0]
    if (isWithin(x, y, (strokes[i + 2] ?? 0) - x, (strokes[i + 3] ?? 0) - y, left, right, bottom, top)) return true
  }
  return false
}

/** Is any point of the way from x, y by dx, dy strictly inside? (Liang and Barsky) */
function isWithin(x: number, y: number, dx: number, dy: number, left: number, right: number, bottom: number, top: number): boolean {
  let [first, last] = [0, 1]
  for (const [at, by, least, most] of [
    [x, dx, left, right],
    [y, dy, bottom, top],
  ] as const) {
    if (by === 0) {
      if (at <= least || at >= most) return false
      continue
    }
    const [one, other] = [(least - at) / by, (most - at) / by]
    first = Math.max(first, Math.min(one, other))
    last = Math.min(last, Math.max(one, other))
  }
  return first < last
}

/** Letters printed over letters are read as neither. From the lowest line up, each against those whose feet it may still stand on. */
function areOverlapping(dark: readonly Line[]): boolean {
  const upwards = dark.toSorted((a, b) => a.from - b.from)
  for (const [i, line] of upwards.entries()) {
    const top = line.from + line.height * 0.5 - EDGE
    for (let j = i + 1; j < upwards.length; j++) {
      const above = upwards[j]
      if (!above || above.from + EDGE >= top) break
      if (above.left + EDGE < line.right - EDGE && line.left + EDGE < above.right - EDGE) return true
    }
  }
  return false
}

/** Typst's two profiles, by SHA-256: a profile of another maker could print black as white. */
const PROFILES: Readonly<Record<string, number>> = {
  '00c0f94e09127520a17dc0e1d9264b5702081d96dbdb1549ee88e3631ce42a9d': 1,
  c56e1685d888f5edb92fe07f2750f387f8fe8e91b32ff8fb0b56bfbbb9458353: 3,
}

/** Names of colour spaces to their number of parts. */
async function inksOf(file: PdfFile, spaces: Value | undefined): Promise<ReadonlyMap<string, number>> {
  const found = file.resolve(spaces)
  const inks = new Map<string, number>()
  for (const [name, ref] of isDict(found) ? found : []) {
    const space = file.resolve(ref)
    const [kind, profile] = isArray(space) ? space : []
    const stream = file.resolve(profile)
    if (!isName(kind, 'ICCBased') || !(stream instanceof Stream)) throw new Malformed('ink of another form', 0)
    const parts = PROFILES[await profileOf(stream)]
    if (parts === undefined || stream.dict.get('N') !== parts) throw new Malformed('ink of another form', 0)
    inks.set(name, parts)
  }
  return inks
}

/** All papers carry the same two profiles: packed as they were before, they are not unpacked again. */
const profiles = new KnownStreams<string>(8)
async function profileOf({ bytes }: Stream): Promise<string> {
  const known = profiles.find(bytes)
  if (known !== undefined) return known
  const profile = await Promise.resolve(inflate(bytes, 1 << 20)).catch(() => null)
  const digest = profile ? hex(await sha256(profile)) : ''
  profiles.keep(bytes, digest)
  return digest
}

async function faceOf(file: PdfFile, ref: Ref): Promise<Face> {
  const font = file.resolve(ref)
  const [descendant] = isDict(font) ? asArray(file, font.get('DescendantFonts')) : []
  const inner = file.resolve(descendant)
  const descriptor = isDict(inner) ? file.resolve(inner.get('FontDescriptor')) : null
  const name = isDict(font) ? font.get('BaseFont') : null
  const isOurs =
    isDict(font) &&
    isDict(inner) &&
    isDict(descriptor) &&
    name instanceof Name &&
    /^[A-Z]{6}\+Tinos-(?:Regular|Bold|Italic|BoldItalic)$/.test(name.name) &&
    isName(font.get('Subtype'), 'Type0') &&
    isName(font.get('Encoding'), 'Identity-H') &&
    isName(inner.get('Subtype'), 'CIDFontType2') &&
    isName(inner.get('CIDToGIDMap'), 'Identity') &&
    file.resolve(font.get('ToUnicode')) instanceof Stream &&
    file.resolve(descriptor.get('FontFile2')) instanceof Stream
  if (!isOurs) throw new Malformed('font of another form', 0)
  const names = await glyphMap(file, ref)
  const face = name.name.slice('ABCDEF+Tinos-'.length) as FaceName
  const outlines = await outlinesIn(file.resolve(descriptor.get('FontFile2')))
  if (!outlines.isPlain || outlines.unitsPerEm !== UNITS_PER_EM || outlines.programs !== programsFor(face))
    throw new Malformed('font of another form', 0)
  const widths = widthsIn(file, font)
  const isWide = (glyph: number): boolean =>
    Math.abs((widths[glyph] ?? Number.NaN) - (outlines.advanceOf(glyph) * 1000) / UNITS_PER_EM) <= 1
  const known: boolean[] = []
  const judged = (glyph: number): boolean => {
    const words = names.get(glyph)
    const answer = words !== undefined && outlines.printOf(glyph) === printFor(face, words) && isWide(glyph)
    known[glyph] = answer
    return answer
  }
  const isTrue = (glyph: number): boolean => known[glyph] ?? judged(glyph)
  return { widths, isTrue, names }
}

/** The four faces with every letter have half a megabyte each. */
const MAX_FONT = 2 << 20
/** The letters of a few lines; a greater face is read for each file. */
const MOST_KEPT = 128 << 10
const fonts = new KnownStreams<Outlines>(64)
/** A hundred fonts of a file may name one stream. */
const fontsOfFile = new WeakMap<Stream, Promise<Outlines>>()

function outlinesIn(stream: Value): Promise<Outlines> {
  if (!(stream instanceof Stream) || !isPacked(stream)) throw new Malformed('font of another form', 0)
  const known = fontsOfFile.get(stream) ?? outlinesOfStream(stream)
  fontsOfFile.set(stream, known)
  return known
}

async function outlinesOfStream(stream: Stream): Promise<Outlines> {
  const known = fonts.find(stream.bytes)
  if (known) return known
  const font = await Promise.resolve(inflate(stream.bytes, MAX_FONT)).catch(() => null)
  if (!font) throw new Malformed('font of another form', 0)
  const outlines = outlinesOf(font)
  if (font.length <= MOST_KEPT) fonts.keep(stream.bytes, outlines)
  return outlines
}
