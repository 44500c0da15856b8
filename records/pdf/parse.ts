// Reads PDF values strictly: what is not plainly well formed is refused, never repaired (readers that repair can be made to see two files).
import { fromHexBytes, latin1, startsWith } from './bytes.ts'
import { type Dict, Name, Ref, Stream, Text, type Value } from './values.ts'

export class Malformed extends Error {
  readonly at: number
  constructor(message: string, at: number) {
    super(`${message} at ${at}`)
    this.at = at
  }
}

/** 1: blank, 2: delimiter, 0: regular, for every byte. */
const KIND = new Uint8Array(256)
for (const blank of [0, 9, 10, 12, 13, 32]) KIND[blank] = 1
for (const delimiter of '()<>[]{}/%') KIND[delimiter.charCodeAt(0)] = 2
/** Names, labels and a reason for signing: a record's data lies in a stream. */
const MAX_STRING = 1 << 20
const MAX_DEPTH = 40
/** Of one name or number. */
const MAX_WORD = 4096
const HEAVY = 3

/** The same hundred names stand in every file ten thousand times: one of each is kept, found by its bytes. A later one may take its place. */
const KNOWN = 4096
const MAX_KNOWN = 40
const knownNames: ({ readonly written: string; readonly name: Name } | undefined)[] = new Array(KNOWN).fill(undefined)

/**
 * How much may be read of one file, however often its parts are named: values, table lines, bytes of strings by the sixteen. A list of two
 * hundred people has under a hundred thousand; a dictionary or a string takes the memory of several numbers.
 */
export class Budget {
  private left: number
  constructor(values = 1_000_000) {
    this.left = values
  }
  /** @throws Malformed when it is used up. */
  spend(values: number, at: number): void {
    this.left -= values
    if (this.left < 0) throw new Malformed('more than any paper holds', at)
  }
}

export class Parser {
  readonly bytes: Uint8Array
  at: number
  readonly budget: Budget
  constructor(bytes: Uint8Array, at = 0, budget = new Budget()) {
    this.bytes = bytes
    this.at = at
    this.budget = budget
  }

  skipSpace(): void {
    while (this.at < this.bytes.length && KIND[this.bytes[this.at] ?? 0] === 1) this.at++
  }

  expect(text: string): void {
    if (!startsWith(this.bytes, text, this.at)) throw new Malformed(`expected ${text}`, this.at)
    this.at += text.length
  }

  take(text: string): boolean {
    if (!startsWith(this.bytes, text, this.at)) return false
    this.at += text.length
    return true
  }

  /** A run of regular characters. */
  word(): string {
    let word = ''
    const most = this.at + MAX_WORD
    while (this.at < this.bytes.length) {
      const byte = this.bytes[this.at] ?? 0
      if (KIND[byte] !== 0) break
      if (this.at >= most) throw new Malformed('word too long', this.at)
      word += String.fromCharCode(byte)
      this.at++
    }
    return word
  }

  integer(): number {
    const from = this.at
    const word = this.word()
    if (!/^\d{1,15}$/.test(word)) throw new Malformed('expected a whole number', from)
    return Number(word)
  }

  value(depth = 0): Value {
    if (depth > MAX_DEPTH) throw new Malformed('nested too deeply', this.at)
    this.skipSpace()
    const first = this.bytes[this.at]
    this.budget.spend(first === 0x3c || first === 0x28 ? HEAVY : 1, this.at)
    if (this.take('<<')) return this.dict(depth)
    if (this.take('<')) return this.hexString()
    if (this.take('(')) return this.literalString()
    if (this.take('[')) return this.array(depth)
    if (this.take('/')) return this.name()
    return this.scalar()
  }

  private scalar(): Value {
    const whole = this.wholeNumber()
    if (whole !== null) return this.reference() ? new Ref(whole) : whole
    const from = this.at
    const word = this.word()
    if (word === 'true') return true
    if (word === 'false') return false
    if (word === 'null') return null
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) throw new Malformed(`unknown word ${word.slice(0, 20)}`, from)
    if (!/^\d+$/.test(word)) return Number(word)
    const reference = this.reference()
    return reference ? new Ref(Number(word)) : Number(word)
  }

  /** Most values are whole numbers: read without making text of them. Null, and nothing read, when it is something else. */
  private wholeNumber(): number | null {
    let value = 0
    let at = this.at
    for (; at < this.bytes.length; at++) {
      const byte = this.bytes[at] ?? 0
      if (KIND[byte] !== 0) break
      if (byte < 0x30 || byte > 0x39 || at - this.at >= 15) return null
      value = value * 10 + byte - 0x30
    }
    if (at === this.at) return null
    this.at = at
    return value
  }

  private reference(): boolean {
    const back = this.at
    // Most numbers stand before another number, a name or a bracket: told by one byte, without making a word.
    if (!startsWith(this.bytes, ' 0 R', back) && KIND[this.bytes[back + 1] ?? 0] === 0 && this.bytes[back + 1] !== 0x30) return false
    this.skipSpace()
    if (this.word() === '0' && this.at > back) {
      this.skipSpace()
      if (this.word() === 'R') return true
    }
    this.at = back
    return false
  }

  private dict(depth: number): Dict {
    const entries: Dict = new Map()
    for (;;) {
      this.skipSpace()
      if (this.take('>>')) return entries
      this.expect('/')
      const from = this.at
      const key = this.name().name
      // Readers disagree which of two equal keys counts.
      if (entries.has(key)) throw new Malformed(`key ${key} twice`, from)
      entries.set(key, this.value(depth + 1))
    }
  }

  private array(depth: number): readonly Value[] {
    const entries: Value[] = []
    for (;;) {
      this.skipSpace()
      if (this.take(']')) return entries
      entries.push(this.value(depth + 1))
    }
  }

  private name(): Name {
    const from = this.at
    let mark = 0
    let at = from
    for (; at < this.bytes.length && at - from <= MAX_KNOWN; at++) {
      const byte = this.bytes[at] ?? 0
      if (KIND[byte] !== 0) break
      mark = (Math.imul(mark, 31) + byte) | 0
    }
    if (at - from > MAX_KNOWN) return this.nameAnew()
    const slot = (mark ^ (mark >>> 12)) & (KNOWN - 1)
    const known = knownNames[slot]
    if (known && known.written.length === at - from && startsWith(this.bytes, known.written, from)) {
      this.at = at
      return known.name
    }
    const name = this.nameAnew()
    knownNames[slot] = { written: latin1(this.bytes, from, at), name }
    return name
  }

  private nameAnew(): Name {
    return new Name(this.word().replace(/#([0-9a-fA-F]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))))
  }

  private hexString(): Text {
    const end = this.bytes.indexOf(0x3e, this.at)
    if (end - this.at > MAX_STRING) throw new Malformed('string too long', this.at)
    this.budget.spend((end - this.at) >> 4, this.at)
    const bytes = end < 0 ? null : fromHexBytes(this.bytes, this.at, end)
    if (!bytes) throw new Malformed('bad hex string', this.at)
    const from = this.at - 1
    this.at = end + 1
    return new Text(bytes, from)
  }

  private literalString(): Text {
    const out: number[] = []
    let open = 1
    for (;;) {
      if (out.length % 16 === 15) this.budget.spend(1, this.at)
      const byte = this.bytes[this.at++]
      if (byte === undefined) throw new Malformed('string without end', this.at)
      if (byte === 0x5c) this.escape(out)
      else if (byte === 0x28) out.push(byte) && open++
      else if (byte === 0x29 && --open === 0) return new Text(Uint8Array.from(out))
      else out.push(byte)
      if (out.length > MAX_STRING) throw new Malformed('string too long', this.at)
    }
  }

  private escape(out: number[]): void {
    const byte = this.bytes[this.at++] ?? 0
    const plain: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }
    const letter = String.fromCharCode(byte)
    if (letter in plain) out.push(plain[letter] ?? 0)
    else if (/[0-7]/.test(letter)) {
      let digits = letter
      while (digits.length < 3 && /[0-7]/.test(String.fromCharCode(this.bytes[this.at] ?? 0)))
        digits += String.fromCharCode(this.bytes[this.at++] ?? 0)
      out.push(Number.parseInt(digits, 8) & 255)
    } else if (byte === 13) {
      if (this.bytes[this.at] === 10) this.at++
    } else if (byte !== 10) out.push(byte)
  }

  /** `n 0 obj … endobj` at the current place; a stream needs a direct `/Length` that fits exactly. */
  object(): { readonly id: number; readonly value: Value } {
    const id = this.integer()
    this.expect(' 0 obj')
    const value = this.value()
    this.skipSpace()
    const result = value instanceof Map && this.take('stream') ? this.stream(value) : value
    this.skipSpace()
    this.expect('endobj')
    return { id, value: result }
  }

  private stream(entries: Dict): Stream {
    if (!this.take('\r\n')) this.expect('\n')
    const length = entries.get('Length')
    if (typeof length !== 'number' || !Number.isInteger(length) || length < 0) throw new Malformed('stream without plain length', this.at)
    if (this.at + length > this.bytes.length) throw new Malformed('stream beyond the end', this.at)
    const bytes = this.bytes.subarray(this.at, this.at + length)
    this.at += length
    this.skipSpace()
    this.expect('endstream')
    return new Stream(entries, bytes)
  }
}
