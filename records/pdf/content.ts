// The drawing orders of a page as Typst writes them: one a line, plain text and vector shapes only. Any other order, operand or spelling is refused.
import { Malformed } from './parse.ts'

type Matrix = readonly [number, number, number, number, number, number]
export type Point = readonly [x: number, y: number]
/** Around a shape, in points of the page. */
export type Box = { readonly left: number; readonly bottom: number; readonly right: number; readonly top: number }

/** Luminance from 0 (black) to 1 (white), in the colour space of that name. */
export type Ink = { readonly space: string; readonly parts: readonly number[] }

export type Run = {
  readonly font: string
  /** Glyph numbers, two bytes each. */
  readonly glyphs: readonly number[]
  /** Thousandths of the size, subtracted between glyphs. */
  readonly kerning: number
  readonly size: number
  readonly matrix: Matrix
  readonly ink: Ink
  /** Number of its text object in the page. */
  readonly block: number
}
export type Shape = {
  readonly kind: 'filled' | 'stroked'
  /** Null of a shape without points. */
  readonly box: Box | null
  readonly ink: Ink
  /** Of a line, in points of the page. */
  readonly width: number
  /** Of a line, where its pen goes: from x, y to x, y, four numbers each; nothing of what is filled. */
  readonly strokes: readonly number[]
  /** How many runs were drawn before it. */
  readonly after: number
}
export type Drawing = { readonly runs: readonly Run[]; readonly shapes: readonly Shape[]; readonly size: number }

const NUMBER = String.raw`-?(?:0|[1-9]\d{0,8})(?:\.\d{1,40})?`
/** The orders that take plain numbers, with how many; `scn` and `SCN` also one. */
const NUMBERS = {
  ...{ cm: 6, scn: 3, SCN: 3, w: 1, M: 1, m: 2, l: 2, c: 6, re: 4, Tm: 6 },
  ...{ q: 0, Q: 0, h: 0, f: 0, 'f*': 0, S: 0, B: 0, 'B*': 0, n: 0, BT: 0, ET: 0, EMC: 0 },
}
/** A page has ten thousand of them: an order is one number, of its two or three letters, and no text is made of it. */
const codeOf = (word: string): number => [...word].reduceRight((code, letter) => (code << 8) | letter.charCodeAt(0), 0)
const COUNTS: ReadonlyMap<number, number> = new Map(Object.entries(NUMBERS).map(([word, count]) => [codeOf(word), count]))
const [OP_CM, OP_FILL_INK, OP_STROKE_INK, OP_WIDTH, OP_MITRE, OP_SAVE, OP_RESTORE] = ['cm', 'scn', 'SCN', 'w', 'M', 'q', 'Q'].map(codeOf)
const [OP_MOVE, OP_LINE, OP_CURVE, OP_BOX, OP_CLOSE, OP_END_PATH] = ['m', 'l', 'c', 're', 'h', 'n'].map(codeOf)
const [OP_STROKE, OP_BOTH, OP_BOTH_EVEN] = ['S', 'B', 'B*'].map(codeOf)
const [OP_TEXT, OP_END_TEXT, OP_TEXT_MATRIX, OP_END_MARK] = ['BT', 'ET', 'Tm', 'EMC'].map(codeOf)
/** What the other orders take, but colour spaces and the one manner of drawing letters. Absent on purpose: XObjects, images, shadings, patterns, transparency, clipping, character spacing, Type 3. */
const OPERANDS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    J: /^[012]$/,
    j: /^[012]$/,
    d: new RegExp(`^\\[(?:${NUMBER}(?: ${NUMBER})*)?\\] ${NUMBER}$`),
    Tf: new RegExp(`^/f\\d{1,2} ${NUMBER}$`),
    // Their strings are read, and judged, by `shown`.
    Tj: /^[(<]/,
    TJ: /^\[[(<]/,
    BMC: /^\/[A-Z][A-Za-z0-9]{0,20}$/,
    BDC: /^\/[A-Z][A-Za-z0-9]{0,20} <<(?: \/MCID \d{1,6}| \/Lang \([A-Za-z-]{2,12}\)| \/Type \/[A-Z][a-z]+| \/Subtype \/[A-Z][a-z]+| \/Attached \[[A-Za-z/ ]*\]| \/BBox \[[-\d. ]*\])* >>$/,
  }),
)
const TEXT_ORDERS = new Set(['Tf', 'Tj', 'TJ'])
const MAX_NESTING = 40
/** Lines and boxes of one page: the fullest table has some thousand. */
const MAX_SHAPES = 20_000
/** Letters of one page: the fullest has some five thousand. */
const MAX_GLYPHS = 200_000
/** A curve is followed in so many straight steps. */
const CURVE_STEPS = 8
const NO_STROKES: readonly number[] = []

type State = { matrix: Matrix; fill: Ink; stroke: Ink; width: number }
const BLACK: Ink = { space: '', parts: [0] }

/** @throws Malformed when the content is not of the form Typst writes. */
export function readContent(text: string): Drawing {
  const reader = new ContentReader(text)
  let open = ''
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    // Properties of marked content stand one to a line.
    if (open !== '' || endsOpen(text, from, to)) {
      const line = text.slice(from, to)
      open = open === '' ? line : `${open} ${line.trimStart()}`
      if (line.startsWith('>>')) {
        reader.order(open)
        open = ''
      }
    } else reader.line(from, to)
    from = to + 1
  }
  if (open !== '') throw new Malformed('content without end', text.length)
  return reader.finish(text.length)
}

const endsOpen = (text: string, from: number, to: number): boolean =>
  to - from >= 3 && text.charCodeAt(to - 1) === 0x3c && text.charCodeAt(to - 2) === 0x3c && text.charCodeAt(to - 3) === BLANK

const [BLANK, MINUS, POINT, SLASH, ZERO, NINE, SMALL_C] = [0x20, 0x2d, 0x2e, 0x2f, 0x30, 0x39, 0x63]
const NO_INK: readonly number[] = [0]
const MOST_NUMBERS = 6
const MOST_LETTERS = 3
/** Up to here a whole number and a power of ten are exact, and so is the rounding of their quotient. */
const EXACT_DIGITS = 15
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => 10 ** power)

class ContentReader {
  private readonly text: string
  private readonly runs: Run[] = []
  private readonly shapes: Shape[] = []
  private readonly saved: State[] = []
  private state: State = { matrix: [1, 0, 0, 1, 0, 0], fill: BLACK, stroke: BLACK, width: 1 }
  /** Around the points of the path that is being drawn: a code on a page has some thousand, and no more than this is asked of them. */
  private hasPoints = false
  private left = Infinity
  private bottom = Infinity
  private right = -Infinity
  private top = -Infinity
  /** Where its pen has been, where it is, and where this part of the path began; its box alone would hold all that a frame stands around. */
  private strokes: number[] = []
  private atX = 0
  private atY = 0
  private fromX = 0
  private fromY = 0
  private letters = 0
  private marked = 0
  private blocks = 0
  private inside: { font: string; size: number; matrix: Matrix } | null = null
  /** The numbers of the order that is read. */
  private readonly given = new Float64Array(MOST_NUMBERS)
  private count = 0

  constructor(text: string) {
    this.text = text
  }

  /** The order in [from, to). Most are plain numbers and a word: read as they lie, without making texts of them. */
  line(from: number, to: number): void {
    if (from === to || this.colourSpace(from, to) || this.plainText(from, to)) return
    let at = from
    let count = 0
    while (count < MOST_NUMBERS) {
      const next = this.number(at, to, count)
      if (next < 0) break
      count++
      at = next + 1
    }
    const code = this.codeAt(at, to)
    this.count = count
    if (takes(code, count)) this.withNumbers(code)
    else this.order(this.text.slice(from, to))
  }

  /** `/c0 cs` and `0 Tr` stand before every run of letters: told by their signs. */
  private colourSpace(from: number, to: number): boolean {
    const { text, state } = this
    if (to - from !== 6 || text.charCodeAt(from) !== SLASH || text.charCodeAt(from + 1) !== SMALL_C) return false
    const digit = text.charCodeAt(from + 2)
    const isFill = text.startsWith(' cs', from + 3)
    if (digit < ZERO || digit > NINE || (!isFill && !text.startsWith(' CS', from + 3))) return false
    this.demandPlace(false)
    const ink = { space: text.slice(from + 1, from + 3), parts: NO_INK }
    if (isFill) state.fill = ink
    else state.stroke = ink
    return true
  }

  private plainText(from: number, to: number): boolean {
    if (to - from !== 4 || !this.text.startsWith('0 Tr', from)) return false
    this.demandPlace(true)
    return true
  }

  /** Of the word in [at, to); 0 where it is longer than any. */
  private codeAt(at: number, to: number): number {
    if (to - at > MOST_LETTERS) return 0
    let code = 0
    for (let i = to - 1; i >= at; i--) code = (code << 8) | this.text.charCodeAt(i)
    return code
  }

  /** Reads the number at `at` and gives the place of the blank after it; -1 where no number of our form stands. */
  private number(at: number, to: number, into: number): number {
    const { text } = this
    const isNegative = text.charCodeAt(at) === MINUS
    const whole = isNegative ? at + 1 : at
    let value = 0
    let i = whole
    for (; i < to; i++) {
      const code = text.charCodeAt(i)
      if (code < ZERO || code > NINE) break
      value = value * 10 + code - ZERO
    }
    const digits = i - whole
    if (digits < 1 || digits > 9 || (digits > 1 && text.charCodeAt(whole) === ZERO)) return -1
    let decimals = 0
    if (text.charCodeAt(i) === POINT) {
      const point = i
      for (i++; i < to; i++) {
        const code = text.charCodeAt(i)
        if (code < ZERO || code > NINE) break
        value = value * 10 + code - ZERO
      }
      decimals = i - point - 1
      if (decimals < 1 || decimals > 40) return -1
    }
    if (i >= to || text.charCodeAt(i) !== BLANK) return -1
    if (digits + decimals > EXACT_DIGITS) this.given[into] = Number(text.slice(at, i))
    else this.given[into] = (isNegative ? -value : value) / (POWERS[decimals] ?? 1)
    return i
  }

  /** Operands, a blank and the word of the order. */
  order(line: string): void {
    const cut = line.lastIndexOf(' ')
    const [word, operands] = [line.slice(cut + 1), cut < 0 ? '' : line.slice(0, cut)]
    if (!OPERANDS.get(word)?.test(operands)) throw new Malformed(`drawing order ${word.slice(0, 8)} not of ours`, 0)
    this.demandPlace(TEXT_ORDERS.has(word))
    const { inside } = this
    if (inside) this.inText(word, operands, inside)
    else if (word === 'BMC' || word === 'BDC') {
      if (++this.marked > MAX_NESTING) throw new Malformed('marks without order', 0)
    }
  }

  private demandPlace(isOfText: boolean): void {
    if (isOfText !== (this.inside !== null)) throw new Malformed('text order out of place', 0)
  }

  private withNumbers(order: number): void {
    this.demandPlace(order === OP_TEXT_MATRIX || order === OP_END_TEXT)
    const { state, given } = this
    switch (order) {
      case OP_SAVE:
        this.save()
        return
      case OP_RESTORE:
        this.restore()
        return
      case OP_CM:
        state.matrix = product(matrixOf(given), state.matrix)
        return
      case OP_FILL_INK:
        state.fill = { space: state.fill.space, parts: this.givenParts() }
        return
      case OP_STROKE_INK:
        state.stroke = { space: state.stroke.space, parts: this.givenParts() }
        return
      case OP_WIDTH:
        state.width = given[0] ?? 0
        return
      case OP_TEXT:
        this.inside = { font: '', size: 0, matrix: [1, 0, 0, 1, 0, 0] }
        return
      case OP_END_TEXT:
        this.inside = null
        this.blocks++
        return
      case OP_TEXT_MATRIX:
        if (this.inside) this.inside.matrix = matrixOf(given)
        return
      case OP_END_MARK:
        if (--this.marked < 0) throw new Malformed('marks without order', 0)
        return
      default:
        this.inPath(order)
    }
  }

  /** Of grey or of three colours. */
  private givenParts(): readonly number[] {
    return this.count === 1 ? [this.given[0] ?? 0] : [this.given[0] ?? 0, this.given[1] ?? 0, this.given[2] ?? 0]
  }

  private inText(word: string, operands: string, inside: { font: string; size: number; matrix: Matrix }): void {
    if (word === 'Tf') {
      const cut = operands.indexOf(' ')
      inside.font = operands.slice(1, cut)
      inside.size = Number(operands.slice(cut + 1))
    } else {
      const { glyphs, kerning } = shown(operands, word)
      this.letters += glyphs.length
      if (this.letters > MAX_GLYPHS) throw new Malformed('more letters than a page has', 0)
      const matrix = product(inside.matrix, this.state.matrix)
      this.runs.push({ font: inside.font, glyphs, kerning, size: inside.size, matrix, ink: this.state.fill, block: this.blocks })
    }
  }

  private inPath(order: number): void {
    const { given } = this
    const { matrix, fill, stroke, width } = this.state
    if (order === OP_MOVE) {
      this.point(matrix, given[0] ?? 0, given[1] ?? 0)
      this.moveTo(this.x, this.y)
    } else if (order === OP_LINE) {
      this.point(matrix, given[0] ?? 0, given[1] ?? 0)
      this.lineTo(this.x, this.y)
    } else if (order === OP_CURVE) this.curveTo(matrix)
    else if (order === OP_BOX) {
      const x = given[0] ?? 0
      const y = given[1] ?? 0
      const toX = x + (given[2] ?? 0)
      const toY = y + (given[3] ?? 0)
      this.point(matrix, x, y)
      this.moveTo(this.x, this.y)
      this.point(matrix, toX, y)
      this.lineTo(this.x, this.y)
      this.point(matrix, toX, toY)
      this.lineTo(this.x, this.y)
      this.point(matrix, x, toY)
      this.lineTo(this.x, this.y)
      this.lineTo(this.fromX, this.fromY)
    } else if (order === OP_CLOSE) this.lineTo(this.fromX, this.fromY)
    else if (order !== OP_MITRE) {
      const box = this.boxOfPath()
      const { strokes } = this
      if (strokes.length > 0) this.strokes = []
      if (order === OP_END_PATH) return
      if (this.shapes.length > MAX_SHAPES) throw new Malformed('too many shapes', 0)
      const after = this.runs.length
      if (order !== OP_STROKE) this.shapes.push({ kind: 'filled', box, ink: fill, width: 0, strokes: NO_STROKES, after })
      if (order === OP_STROKE || order === OP_BOTH || order === OP_BOTH_EVEN) {
        const scale = Math.max(Math.hypot(matrix[0], matrix[1]), Math.hypot(matrix[2], matrix[3]))
        this.shapes.push({ kind: 'stroked', box, ink: stroke, width: width * scale, strokes, after })
      }
    }
  }

  /** The point last given, on the page. */
  private x = 0
  private y = 0

  private point(m: Matrix, x: number, y: number): void {
    const onPageX = x * m[0] + y * m[2] + m[4]
    const onPageY = x * m[1] + y * m[3] + m[5]
    this.hasPoints = true
    this.x = onPageX
    this.y = onPageY
    if (onPageX < this.left) this.left = onPageX
    if (onPageX > this.right) this.right = onPageX
    if (onPageY < this.bottom) this.bottom = onPageY
    if (onPageY > this.top) this.top = onPageY
  }

  private moveTo(x: number, y: number): void {
    this.fromX = this.atX = x
    this.fromY = this.atY = y
  }

  private lineTo(x: number, y: number): void {
    this.strokes.push(this.atX, this.atY, x, y)
    this.atX = x
    this.atY = y
  }

  private curveTo(matrix: Matrix): void {
    const { given, atX, atY } = this
    this.point(matrix, given[0] ?? 0, given[1] ?? 0)
    const { x: x1, y: y1 } = this
    this.point(matrix, given[2] ?? 0, given[3] ?? 0)
    const { x: x2, y: y2 } = this
    this.point(matrix, given[4] ?? 0, given[5] ?? 0)
    const { x, y } = this
    for (let step = 1; step <= CURVE_STEPS; step++) {
      const t = step / CURVE_STEPS
      const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3]
      this.lineTo(a * atX + b * x1 + c * x2 + d * x, a * atY + b * y1 + c * y2 + d * y)
    }
  }

  /** Ends the path. */
  private boxOfPath(): Box | null {
    if (!this.hasPoints) return null
    const { left, bottom, right, top } = this
    this.hasPoints = false
    this.left = this.bottom = Infinity
    this.right = this.top = -Infinity
    return { left, bottom, right, top }
  }

  private save(): void {
    if (this.saved.length >= MAX_NESTING) throw new Malformed('states nested too deeply', 0)
    this.saved.push({ ...this.state })
  }
  private restore(): void {
    const state = this.saved.pop()
    if (!state || this.hasPoints) throw new Malformed('state not saved', 0)
    this.state = state
  }

  finish(size: number): Drawing {
    if (this.inside || this.saved.length > 0 || this.marked !== 0 || this.hasPoints) throw new Malformed('content without end', 0)
    return { runs: this.runs, shapes: this.shapes, size }
  }
}

/** `scn` and `SCN` speak of grey or of three colours. */
const takes = (order: number, count: number): boolean => {
  const most = COUNTS.get(order)
  return most === count || (most === 3 && count === 1)
}

const matrixOf = (given: Float64Array): Matrix => [given[0] ?? 1, given[1] ?? 0, given[2] ?? 0, given[3] ?? 1, given[4] ?? 0, given[5] ?? 0]
const product = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
]
export const moved = (m: Matrix, x: number, y: number): Point => [x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5]]

/** Thousandths of the size by which a letter moves towards the one before it; pairs like AV have up to 130. */
const MOST_BACK = 250

const ONE_NUMBER = new RegExp(NUMBER, 'y')

/** Strings and the kerning between them: one string for `Tj`, a list for `TJ`. */
function shown(operands: string, order: string): { readonly glyphs: readonly number[]; readonly kerning: number } {
  const glyphs = scratch
  glyphs.count = 0
  let kerning = 0
  let back = 0
  let since = 0
  let at = 0
  const end = operands.length
  const isList = order === 'TJ'
  if (isList && operands[at++] !== '[') throw new Malformed('no list of strings', 0)
  for (;;) {
    const next = readString(operands, at, glyphs)
    if (next > 0) at = next
    else {
      ONE_NUMBER.lastIndex = at
      if (!isList || !ONE_NUMBER.test(operands)) throw new Malformed('neither string nor number', 0)
      const moved = Number(operands.slice(at, ONE_NUMBER.lastIndex))
      back = glyphs.count === since ? back + moved : moved
      since = glyphs.count
      // Letters that go back over those before them are seen in another order than they are read.
      if (back > MOST_BACK) throw new Malformed('letters that go back', 0)
      kerning += moved
      at = ONE_NUMBER.lastIndex
    }
    if (isList && operands[at] === ' ') at++
    else break
  }
  if (isList && operands[at++] !== ']') throw new Malformed('list of strings without end', 0)
  if (at !== end) throw new Malformed('list of strings without end', 0)
  return { glyphs: kept(glyphs), kerning }
}

/** A run is read into one room, and kept in one of its size. No line has as many letters. */
type Room = { readonly glyphs: Uint16Array; count: number }
const scratch: Room = { glyphs: new Uint16Array(1 << 16), count: 0 }

function add(into: Room, glyph: number): void {
  if (into.count === into.glyphs.length) throw new Malformed('more letters than a line has', 0)
  into.glyphs[into.count++] = glyph
}

function kept({ glyphs, count }: Room): readonly number[] {
  const run = new Array<number>(count)
  for (let i = 0; i < count; i++) run[i] = glyphs[i] ?? 0
  return run
}

/**
 * Adds the glyphs of the string at `at`, two bytes each, and gives the place after it; 0 when no string stands there. Readers differ about
 * a glyph of which each of two strings holds a half: none of ours has it.
 */
function readString(text: string, at: number, into: Room): number {
  const first = text.charCodeAt(at)
  return first === ANGLE ? readDigits(text, at + 1, into) : first === OPEN ? readLiteral(text, at + 1, into) : 0
}

const [ANGLE, OPEN, CLOSE, ESCAPE] = [0x3c, 0x28, 0x29, 0x5c]

function readDigits(text: string, from: number, into: Room): number {
  const to = text.indexOf('>', from)
  const digits = text.slice(from, to)
  if (to < 0 || !/^(?:[0-9A-F]{4})*$/.test(digits)) throw new Malformed('bad string', 0)
  for (let i = 0; i < digits.length; i += 4) add(into, Number.parseInt(digits.slice(i, i + 4), 16))
  return to + 1
}

const ESCAPED: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12, '(': 40, ')': 41, '\\': 92 }

/** The byte of three octal digits, -1 where no such stand. Every other byte of a page's letters is written so. */
function octalAt(text: string, at: number): number {
  const high = text.charCodeAt(at) - ZERO
  const middle = text.charCodeAt(at + 1) - ZERO
  const low = text.charCodeAt(at + 2) - ZERO
  const isOctal = high >= 0 && high <= 3 && middle >= 0 && middle <= 7 && low >= 0 && low <= 7
  return isOctal ? high * 64 + middle * 8 + low : -1
}

function readLiteral(text: string, from: number, into: Room): number {
  let open = 1
  let high = -1
  for (let at = from; at < text.length; at++) {
    let code = text.charCodeAt(at)
    if (code === ESCAPE) {
      const octal = octalAt(text, at + 1)
      const escaped = octal < 0 ? ESCAPED[text[at + 1] ?? ''] : octal
      if (escaped === undefined) throw new Malformed('unknown escape', 0)
      code = escaped
      at += octal < 0 ? 1 : 3
    } else {
      if (code === OPEN) open++
      if (code === CLOSE && --open === 0) {
        if (high >= 0) throw new Malformed('half a glyph', 0)
        return at + 1
      }
      // Raw line ends and control bytes are read in more than one way.
      if (code < 0x20 || code > 0x7e) throw new Malformed('unprintable byte in a string', 0)
    }
    if (high < 0) high = code
    else {
      add(into, (high << 8) | code)
      high = -1
    }
  }
  throw new Malformed('string without end', 0)
}
