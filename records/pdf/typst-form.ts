// The layout in which Typst writes an object: one line for each entry, two blanks of indent, no comment, one spelling for each value.
// A file whose first revision has exactly this layout cannot be read in two ways by two readers.
import { latin1, startsWith } from './bytes.ts'
import { Malformed } from './parse.ts'

/** Regular characters without `#`: Typst needs no escape in any name it gives. */
const NAME = /\/[!"$&'*-.0-;=?-Z\\^-z|~]+/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?(?![\d.])/y
const REFERENCE = /[1-9]\d* 0 R(?![\w])/y
const WORD = /(?:true|false|null)(?!\w)/y
/** Only for what is not ASCII throughout. */
const HEX = /<(?:[0-7][0-9A-F])*[89A-F][0-9A-F](?:[0-9A-F]{2})*>/y
/** Printable ASCII; what is not printable stands as an escape or in octal digits; parentheses that pair up (to three levels) stand as they are. */
const CHARACTER = String.raw`[ !-'*-[\]-~]|\\[nrtbf\\()]|\\[0-3][0-7]{2}`
const PAIR = String.raw`\((?:${CHARACTER}|\((?:${CHARACTER}|\((?:${CHARACTER})*\))*\))*\)`
const LITERAL = new RegExp(PAIR, 'y')
/** What a value can be, by the sign it begins with. */
const ATOMS: Readonly<Record<string, readonly RegExp[]>> = { '/': [NAME], '(': [LITERAL], '<': [HEX], t: [WORD], f: [WORD], n: [WORD] }
const NUMERIC = [REFERENCE, NUMBER]
const MAX_DEPTH = 20
/** A name and the blank before its value. */
const KEY = new RegExp(`${NAME.source} `, 'y')
/** Line ends with the indent of each depth: before a key, and before the end of a dictionary. */
const LINES = Array.from({ length: MAX_DEPTH + 2 }, (_, depth) => `\n${'  '.repeat(depth)}/`)
const ENDS = Array.from({ length: MAX_DEPTH + 2 }, (_, depth) => `\n${'  '.repeat(depth)}>>`)

/**
 * Proves that [from, to) is one object, its `n 0 obj` first and `endobj` with its line end last, in Typst's layout. `stream` leaves
 * out the bytes of its stream, if it has one.
 * @throws Malformed
 */
export function demandTypstForm(bytes: Uint8Array, from: number, to: number, stream: { readonly at: number; readonly to: number } | null) {
  const head = new Layout(latin1(bytes, from, stream?.at ?? to), from)
  head.match(HEAD)
  head.value(0)
  if (!stream) return head.finish('\nendobj\n\n')
  head.finish('\nstream\n')
  if (to - stream.to !== AFTER_STREAM.length || !startsWith(bytes, AFTER_STREAM, stream.to)) throw foreign(stream.to)
}

const HEAD = /[1-9]\d* 0 obj\n/y
const AFTER_STREAM = '\nendstream\nendobj\n\n'
const foreign = (at: number) => new Malformed('not the form Typst writes', at)

/** The trailer's dictionary of a first revision, likewise. @throws Malformed */
export function demandTypstTrailer(bytes: Uint8Array, from: number, to: number, tableAt: number): void {
  const layout = new Layout(latin1(bytes, from, to), from)
  layout.match(/trailer\n/y)
  layout.value(0)
  layout.finish(`\nstartxref\n${tableAt}\n%%EOF`)
}

class Layout {
  readonly text: string
  readonly base: number
  at = 0
  constructor(text: string, base: number) {
    this.text = text
    this.base = base
  }

  match(pattern: RegExp): void {
    if (!this.take(pattern)) throw foreign(this.base + this.at)
  }

  private take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at
    if (!pattern.test(this.text)) return false
    this.at = pattern.lastIndex
    return true
  }

  private has(words: string): boolean {
    if (!this.text.startsWith(words, this.at)) return false
    this.at += words.length
    return true
  }

  value(depth: number): void {
    if (depth > MAX_DEPTH) throw new Malformed('nested too deeply', this.base + this.at)
    if (this.has('<<')) this.entries(depth)
    else if (this.has('[')) this.list(depth)
    else if (!(ATOMS[this.text[this.at] ?? ''] ?? NUMERIC).some((atom) => this.take(atom))) throw foreign(this.base + this.at)
  }

  private entries(depth: number): void {
    if (this.has('>>')) return
    const line = LINES[depth + 1] ?? ''
    while (this.has(line)) {
      this.at--
      this.match(KEY)
      this.value(depth + 1)
    }
    if (!this.has(ENDS[depth] ?? '')) throw foreign(this.base + this.at)
  }

  private list(depth: number): void {
    if (this.has(']')) return
    this.value(depth)
    while (this.has(' ')) this.value(depth)
    if (!this.has(']')) throw foreign(this.base + this.at)
  }

  finish(words: string): void {
    if (!this.has(words) || this.at !== this.text.length) throw foreign(this.base + this.at)
  }
}
