// PDF values as plain data, and their text form. Our files need no more than this.
import { nodeBuffer } from '../crypto/host.ts'
import { hex, latin1, utf8 } from './bytes.ts'

export class Name {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}
export class Ref {
  readonly id: number
  constructor(id: number) {
    this.id = id
  }
}
/** A string: literal or hexadecimal, always bytes. */
export class Text {
  readonly bytes: Uint8Array
  /** Where its `<` stands in the file it was read from; -1 of any other. */
  readonly hexAt: number
  constructor(bytes: Uint8Array, hexAt = -1) {
    this.bytes = bytes
    this.hexAt = hexAt
  }
}
export class Stream {
  readonly dict: Dict
  readonly bytes: Uint8Array
  constructor(dict: Dict, bytes: Uint8Array) {
    this.dict = dict
    this.bytes = bytes
  }
}
/** Text put into the file exactly as it is: the placeholders of a signature. */
export class Raw {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}
export type Dict = Map<string, Value>
export type Value = null | boolean | number | Name | Ref | Text | Stream | Raw | readonly Value[] | Dict

export const dict = (entries: Readonly<Record<string, Value>>): Dict => new Map(Object.entries(entries))
export const isDict = (value: Value | undefined): value is Dict => value instanceof Map
export const isArray = (value: Value | undefined): value is readonly Value[] => Array.isArray(value)
export const isName = (value: Value | undefined, name: string): boolean => value instanceof Name && value.name === name

/** Walks values and what `follow` gives for the references in them. Loops only: an array may hold more entries than a call takes. */
export function eachReached(start: readonly Value[], follow: (id: number) => Value): void {
  const open: Value[] = [...start]
  // A walk by pairs would make one of each entry of each dictionary.
  const keep = (part: Value): void => {
    // Most entries are names and numbers, and reach nothing.
    if (typeof part === 'object' && part !== null && !(part instanceof Name)) open.push(part)
  }
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (value instanceof Ref) open.push(follow(value.id))
    else if (isArray(value)) for (const part of value) open.push(part)
    else if (value instanceof Stream) value.dict.forEach(keep)
    else if (isDict(value)) value.forEach(keep)
  }
}

/** Human text: ASCII as it is, everything else UTF-16BE with its mark, as PDF 1.7 asks. */
export function textString(words: string): Text {
  if (/^[\x20-\x7e]*$/.test(words)) return new Text(utf8(words))
  const bytes = new Uint8Array(2 + words.length * 2)
  bytes.set([0xfe, 0xff])
  for (let i = 0; i < words.length; i++) bytes.set([words.charCodeAt(i) >> 8, words.charCodeAt(i) & 255], 2 + i * 2)
  return new Text(bytes)
}

/** Reads a text string back; PDFDocEncoding is read as Latin-1, which holds for the ASCII we write. */
export function readText(value: Value | undefined): string | null {
  if (!(value instanceof Text)) return null
  if (value.bytes[0] !== 0xfe || value.bytes[1] !== 0xff) return latin1(value.bytes)
  let words = ''
  for (let i = 2; i + 1 < value.bytes.length; i += 2) words += String.fromCharCode(((value.bytes[i] ?? 0) << 8) | (value.bytes[i + 1] ?? 0))
  return words
}

/** The bytes of a value; map order is kept, so the same value gives the same bytes. */
export function write(value: Value): Uint8Array {
  const out = new Out()
  out.value(value)
  return out.bytes()
}

const MOST_KEPT = 1 << 20

/** Grows as it is written to, from room for `held` bytes. All of a value but its streams is ASCII. */
export class Out {
  private held: Uint8Array<ArrayBuffer>
  private at = 0

  constructor(held = 1024) {
    this.held = new Uint8Array(held)
  }

  get length(): number {
    return this.at
  }

  value(value: Value): void {
    writeTo(this, value instanceof Stream ? new Map(value.dict).set('Length', value.bytes.length) : value)
    if (!(value instanceof Stream)) return
    this.text('\nstream\n')
    this.raw(value.bytes)
    this.text('\nendstream')
  }

  text(words: string): void {
    this.room(words.length)
    if (words.length > 64 && nodeBuffer) {
      nodeBuffer.prototype.latin1Write.call(this.held, words, this.at)
      this.at += words.length
      return
    }
    for (let i = 0; i < words.length; i++) this.held[this.at++] = words.charCodeAt(i)
  }

  private raw(bytes: Uint8Array): void {
    this.room(bytes.length)
    this.held.set(bytes, this.at)
    this.at += bytes.length
  }

  /** Begins anew in the same room; what `bytes` gave before is written over. */
  clear(): void {
    if (this.held.length > MOST_KEPT) this.held = new Uint8Array(MOST_KEPT)
    this.at = 0
  }

  /** As long as nothing is written after it. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.held.subarray(0, this.at)
  }

  private room(more: number): void {
    if (this.at + more <= this.held.length) return
    const wider = new Uint8Array(Math.max(this.held.length * 2, this.at + more))
    wider.set(this.held)
    this.held = wider
  }
}

function writeTo(out: Out, value: Value): void {
  if (value === null) out.text('null')
  else if (typeof value === 'boolean') out.text(String(value))
  else if (typeof value === 'number') out.text(writeNumber(value))
  else if (value instanceof Name) out.text(nameText(value.name))
  else if (value instanceof Ref) out.text(`${value.id} 0 R`)
  else if (value instanceof Raw) out.text(value.text)
  else if (value instanceof Stream) throw new Error('a stream cannot stand inside a value')
  else if (value instanceof Text) {
    out.text('<')
    out.text(hex(value.bytes))
    out.text('>')
  } else if (isArray(value)) {
    out.text('[')
    for (const [i, part] of value.entries()) {
      if (i > 0) out.text(' ')
      writeTo(out, part)
    }
    out.text(']')
  } else writeDict(out, value)
}

function writeDict(out: Out, entries: Dict): void {
  out.text('<<')
  let isFirst = true
  entries.forEach((value, key) => {
    if (!isFirst) out.text(' ')
    isFirst = false
    out.text(nameText(key))
    out.text(' ')
    writeTo(out, value)
  })
  out.text('>>')
}

const nameText = (name: string): string => `/${name.replace(/[^!-~]|[()<>[\]{}/%#]/gu, escapeName)}`

const escapeName = (character: string): string => [...utf8(character)].map((byte) => `#${hex(Uint8Array.of(byte))}`).join('')

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error('not a PDF number')
  const text = Number.isInteger(value) ? String(value) : value.toFixed(4).replace(/0+$/, '').replace(/\.$/, '')
  return text === '-0' ? '0' : text
}
