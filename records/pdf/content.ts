// The drawing orders of a page as Typst writes them: one a line, plain text and vector shapes only. Any other order, operand or spelling is refused.
import { Malformed } from './parse.ts'

type Matrix = readonly [number, number, number, number, number, number]
export type Point = readonly [x: number, y: number]

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
  readonly points: readonly Point[]
  readonly ink: Ink
  /** Of a line, in points of the page. */
  readonly width: number
  /** How many runs were drawn before it. */
  readonly after: number
}
export type Drawing = { readonly runs: readonly Run[]; readonly shapes: readonly Shape[]; readonly size: number }

const NUMBER = String.raw`-?(?:0|[1-9]\d{0,8})(?:\.\d{1,40})?`
const numbers = (count: number): RegExp => new RegExp(`^${Array(count).fill(NUMBER).join(' ')}$`)
const NOTHING = /^$/
/** Which operands an order takes. Absent on purpose: XObjects, images, shadings, patterns, transparency, clipping, character spacing, Type 3. */
const OPERANDS: Readonly<Record<string, RegExp>> = {
  q: NOTHING,
  Q: NOTHING,
  cm: numbers(6),
  cs: /^\/c\d$/,
  CS: /^\/c\d$/,
  scn: new RegExp(`^${NUMBER}(?: ${NUMBER} ${NUMBER})?$`),
  SCN: new RegExp(`^${NUMBER}(?: ${NUMBER} ${NUMBER})?$`),
  w: numbers(1),
  M: numbers(1),
  J: /^[012]$/,
  j: /^[012]$/,
  d: new RegExp(`^\\[(?:${NUMBER}(?: ${NUMBER})*)?\\] ${NUMBER}$`),
  m: numbers(2),
  l: numbers(2),
  c: numbers(6),
  re: numbers(4),
  h: NOTHING,
  f: NOTHING,
  'f*': NOTHING,
  S: NOTHING,
  B: NOTHING,
  'B*': NOTHING,
  n: NOTHING,
  BT: NOTHING,
  ET: NOTHING,
  Tr: /^0$/,
  Tf: new RegExp(`^/f\\d{1,2} ${NUMBER}$`),
  Tm: numbers(6),
  // Their strings are read, and judged, by `shown`.
  Tj: /^[(<]/,
  TJ: /^\[[(<]/,
  BMC: /^\/[A-Z][A-Za-z0-9]{0,20}$/,
  BDC: /^\/[A-Z][A-Za-z0-9]{0,20} <<(?: \/MCID \d{1,6}| \/Lang \([A-Za-z-]{2,12}\)| \/Type \/[A-Z][a-z]+| \/Subtype \/[A-Z][a-z]+| \/Attached \[[A-Za-z/ ]*\]| \/BBox \[[-\d. ]*\])* >>$/,
  EMC: NOTHING,
}
const TEXT_ORDERS = new Set(['Tr', 'Tf', 'Tm', 'Tj', 'TJ', 'ET'])
const MAX_NESTING = 40
/** Lines and boxes of one page: the fullest table has some thousand. */
const MAX_SHAPES = 20_000

type State = { matrix: Matrix; fill: Ink; stroke: Ink; width: number }
const BLACK: Ink = { space: '', parts: [0] }

/** @throws Malformed when the content is not of the form Typst writes. */
export function readContent(text: string): Drawing {
  const reader = new ContentReader()
  let open = ''
  for (const line of text.split('\n')) {
    // Properties of marked content stand one to a line.
    if (open !== '' || line.endsWith(' <<')) {
      open = open === '' ? line : `${open} ${line.trimStart()}`
      if (!line.startsWith('>>')) continue
    }
    const whole = open === '' ? line : open
    open = ''
    const cut = whole.lastIndexOf(' ')
    if (cut === 0) throw new Malformed('drawing order not of ours', 0)
    reader.order(whole.slice(cut + 1), cut < 0 ? '' : whole.slice(0, cut))
  }
  if (open !== '') throw new Malformed('content without end', text.length)
  return reader.finish(text.length)
}

class ContentReader {
  private readonly runs: Run[] = []
  private readonly shapes: Shape[] = []
  private readonly saved: State[] = []
  private state: State = { matrix: [1, 0, 0, 1, 0, 0], fill: BLACK, stroke: BLACK, width: 1 }
  private points: Point[] = []
  private marked = 0
  private blocks = 0
  private text: { font: string; size: number; matrix: Matrix } | null = null

  order(order: string, operands: string): void {
    if (order === '' && operands === '') return
    if (!OPERANDS[order]?.test(operands)) throw new Malformed(`drawing order ${order.slice(0, 8)} not of ours`, 0)
    if (TEXT_ORDERS.has(order) ? this.text === null : this.text !== null) throw new Malformed('text order out of place', 0)
    this.carryOut(order, operands)
  }

  private carryOut(order: string, operands: string): void {
    const { state, text } = this
    if (text) this.inText(order, operands, text)
    else if (order === 'q') this.save()
    else if (order === 'Q') this.restore()
    else if (order === 'cm') state.matrix = product(matrixOf(operands), state.matrix)
    else if (order === 'cs') state.fill = { space: operands.slice(1), parts: [0] }
    else if (order === 'CS') state.stroke = { space: operands.slice(1), parts: [0] }
    else if (order === 'scn') state.fill = { space: state.fill.space, parts: numbersOf(operands) }
    else if (order === 'SCN') state.stroke = { space: state.stroke.space, parts: numbersOf(operands) }
    else if (order === 'w') state.width = Number(operands)
    else if (order === 'BT') this.text = { font: '', size: 0, matrix: [1, 0, 0, 1, 0, 0] }
    else if (order === 'BMC' || order === 'BDC') this.marked++
    else if (order === 'EMC') this.marked--
    else this.inPath(order, operands)
    if (this.marked < 0 || this.marked > MAX_NESTING) throw new Malformed('marks without order', 0)
  }

  private inText(order: string, operands: string, text: { font: string; size: number; matrix: Matrix }): void {
    if (order === 'ET') {
      this.text = null
      this.blocks++
    } else if (order === 'Tf') {
      const [font = '', size = ''] = operands.split(' ')
      this.text = { ...text, font: font.slice(1), size: Number(size) }
    } else if (order === 'Tm') this.text = { ...text, matrix: matrixOf(operands) }
    else if (order !== 'Tr') {
      const { glyphs, kerning } = shown(operands, order)
      const matrix = product(text.matrix, this.state.matrix)
      this.runs.push({ font: text.font, glyphs, kerning, size: text.size, matrix, ink: this.state.fill, block: this.blocks })
    }
  }

  private inPath(order: string, operands: string): void {
    if (order === 'm' || order === 'l' || order === 'c') {
      const parts = numbersOf(operands)
      for (let i = 0; i < parts.length; i += 2) this.points.push(moved(this.state.matrix, parts[i] ?? 0, parts[i + 1] ?? 0))
    } else if (order === 're') {
      const [x = 0, y = 0, width = 0, height = 0] = numbersOf(operands)
      for (const [dx, dy] of [
        [0, 0],
        [width, 0],
        [0, height],
        [width, height],
      ] as const)
        this.points.push(moved(this.state.matrix, x + dx, y + dy))
    } else if (order !== 'h' && order !== 'M' && order !== 'J' && order !== 'j' && order !== 'd') {
      const { matrix, fill, stroke, width } = this.state
      const points = this.points
      this.points = []
      if (order === 'n') return
      if (this.shapes.length > MAX_SHAPES) throw new Malformed('too many shapes', 0)
      const after = this.runs.length
      if (order !== 'S') this.shapes.push({ kind: 'filled', points, ink: fill, width: 0, after })
      if (order === 'S' || order.startsWith('B')) {
        const scale = Math.max(Math.hypot(matrix[0], matrix[1]), Math.hypot(matrix[2], matrix[3]))
        this.shapes.push({ kind: 'stroked', points, ink: stroke, width: width * scale, after })
      }
    }
  }

  private save(): void {
    if (this.saved.length >= MAX_NESTING) throw new Malformed('states nested too deeply', 0)
    this.saved.push({ ...this.state })
  }
  private restore(): void {
    const state = this.saved.pop()
    if (!state || this.points.length > 0) throw new Malformed('state not saved', 0)
    this.state = state
  }

  finish(size: number): Drawing {
    if (this.text || this.saved.length > 0 || this.marked !== 0 || this.points.length > 0) throw new Malformed('content without end', 0)
    return { runs: this.runs, shapes: this.shapes, size }
  }
}

/** A page holds thousands of numbers: they are read one after the other, without a list of their texts. */
function numbersOf(operands: string): number[] {
  const found: number[] = []
  for (let from = 0; from < operands.length; ) {
    const blank = operands.indexOf(' ', from)
    const to = blank < 0 ? operands.length : blank
    found.push(Number(operands.slice(from, to)))
    from = to + 1
  }
  return found
}
function matrixOf(operands: string): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(operands)
  return [a, b, c, d, e, f]
}
const product = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
]
export const moved = (m: Matrix, x: number, y: number): Point => [x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5]]

const ONE_NUMBER = new RegExp(NUMBER, 'y')

/** Strings and the kerning between them: one string for `Tj`, a list for `TJ`. */
function shown(operands: string, order: string): { readonly glyphs: number[]; readonly kerning: number } {
  const codes: number[] = []
  let kerning = 0
  let at = 0
  const end = operands.length
  const isList = order === 'TJ'
  if (isList && operands[at++] !== '[') throw new Malformed('no list of strings', 0)
  for (;;) {
    const next = readString(operands, at, codes)
    if (next > 0) at = next
    else {
      ONE_NUMBER.lastIndex = at
      if (!isList || !ONE_NUMBER.test(operands)) throw new Malformed('neither string nor number', 0)
      kerning += Number(operands.slice(at, ONE_NUMBER.lastIndex))
      at = ONE_NUMBER.lastIndex
    }
    if (isList && operands[at] === ' ') at++
    else break
  }
  if (isList && operands[at++] !== ']') throw new Malformed('list of strings without end', 0)
  if (at !== end || codes.length % 2 !== 0) throw new Malformed('half a glyph', 0)
  const glyphs: number[] = []
  for (let i = 0; i < codes.length; i += 2) glyphs.push(((codes[i] ?? 0) << 8) | (codes[i + 1] ?? 0))
  return { glyphs, kerning }
}

/** Adds the bytes of the string at `at` and gives the place after it; 0 when no string stands there. */
function readString(text: string, at: number, into: number[]): number {
  if (text[at] === '<') {
    const to = text.indexOf('>', at)
    const digits = text.slice(at + 1, to)
    if (to < 0 || digits.length % 2 !== 0 || !/^[0-9A-F]*$/.test(digits)) throw new Malformed('bad string', 0)
    for (let i = 0; i < digits.length; i += 2) into.push(Number.parseInt(digits.slice(i, i + 2), 16))
    return to + 1
  }
  return text[at] === '(' ? readLiteral(text, at + 1, into) : 0
}

const ESCAPED: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12, '(': 40, ')': 41, '\\': 92 }

function readLiteral(text: string, from: number, into: number[]): number {
  let open = 1
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x5c) {
      const letter = text[at + 1] ?? ''
      const plain = ESCAPED[letter]
      const octal = plain === undefined ? text.slice(at + 1, at + 4) : ''
      if (plain === undefined && !/^[0-3][0-7]{2}$/.test(octal)) throw new Malformed('unknown escape', 0)
      into.push(plain ?? Number.parseInt(octal, 8))
      at += plain === undefined ? 3 : 1
      continue
    }
    if (code === 0x28) open++
    if (code === 0x29 && --open === 0) return at + 1
    // Raw line ends and control bytes are read in more than one way.
    if (code < 0x20 || code > 0x7e) throw new Malformed('unprintable byte in a string', 0)
    into.push(code)
  }
  throw new Malformed('string without end', 0)
}
