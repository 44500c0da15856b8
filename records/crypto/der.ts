// DER, read strictly and written: the few forms that certificates, CRLs and signatures are made of.
import { join } from '../pdf/bytes.ts'

/** One element. `tag` is the identifier byte, `all` its bytes with header, `body` without. */
export type Der = { readonly tag: number; readonly all: Uint8Array; readonly body: Uint8Array }

export class BadDer extends Error {}

/** Reads one element at `at`. High tag numbers and indefinite or padded lengths are not DER and throw. */
export function readDer(bytes: Uint8Array, at = 0): Der {
  const tag = bytes[at]
  const first = bytes[at + 1]
  if (tag === undefined || first === undefined || (tag & 31) === 31) throw new BadDer('bad header')
  let length = first
  let start = at + 2
  if (first >= 0x80) {
    const count = first & 0x7f
    if (count < 1 || count > 4) throw new BadDer('bad length')
    length = 0
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[start + i] ?? 0)
    start += count
    if (length < 0x80 || (count > 1 && bytes[at + 2] === 0)) throw new BadDer('length not minimal')
  }
  if (start + length > bytes.length) throw new BadDer('beyond the end')
  return { tag, all: bytes.subarray(at, start + length), body: bytes.subarray(start, start + length) }
}

/** The one element that fills `bytes`. */
export function wholeDer(bytes: Uint8Array): Der {
  const element = readDer(bytes)
  if (element.all.length !== bytes.length) throw new BadDer('bytes after the element')
  return element
}

/** The elements in the body of this one, in order. @throws BadDer */
export function children(element: Der): readonly Der[] {
  const found: Der[] = []
  for (let at = 0; at < element.body.length; ) {
    const child = readDer(element.body, at)
    found.push(child)
    at += child.all.length
  }
  return found
}

/** The element, if it has the tag. */
export function expectTag(element: Der | undefined, tag: number): Der {
  if (element?.tag !== tag) throw new BadDer(`expected tag ${tag.toString(16)}`)
  return element
}

export const TAG = {
  boolean: 1,
  integer: 2,
  bits: 3,
  octets: 4,
  nothing: 5,
  oid: 6,
  sequence: 0x30,
  set: 0x31,
  utcTime: 0x17,
  time: 0x18,
} as const

/** `2.5.4.5`. @throws BadDer on anything but an object identifier. */
export function readOid(element: Der | undefined): string {
  const { body } = expectTag(element, TAG.oid)
  const parts: number[] = []
  let value = 0
  for (const byte of body) {
    value = value * 128 + (byte & 127)
    if (byte & 128) continue
    if (parts.length === 0) parts.push(Math.min(2, Math.floor(value / 40)), value - 40 * Math.min(2, Math.floor(value / 40)))
    else parts.push(value)
    value = 0
  }
  return parts.join('.')
}

/** The bytes of a bit string with no unused bits, or its used bits padded. */
export const readBits = (element: Der | undefined): Uint8Array => expectTag(element, TAG.bits).body.subarray(1)

/** UTCTime or GeneralizedTime in UTC, as milliseconds. */
export function readTime(element: Der | undefined): number {
  const text = element ? String.fromCharCode(...element.body) : ''
  const parts =
    element?.tag === TAG.utcTime
      ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text)
      : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text)
  if (!parts || (element?.tag !== TAG.utcTime && element?.tag !== TAG.time)) throw new BadDer('bad time')
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number)
  const full = element.tag === TAG.utcTime ? year + (year < 50 ? 2000 : 1900) : year
  return Date.UTC(full, month - 1, day, hour, minute, second)
}

/** Directory strings: UTF8String, PrintableString, IA5String, TeletexString as Latin-1, BMPString. */
export function readString(element: Der): string {
  if (element.tag === 0x0c) return new TextDecoder('utf-8', { fatal: true }).decode(element.body)
  if (element.tag === 0x1e) return new TextDecoder('utf-16be').decode(element.body)
  return String.fromCharCode(...element.body)
}

export function der(tag: number, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  let length = 0
  for (const part of parts) length += part.length
  if (length < 0x80) return join(Uint8Array.of(tag, length), ...parts)
  const digits: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest & 255)
  return join(Uint8Array.of(tag, 0x80 | digits.length, ...digits), ...parts)
}

/** The same dozen are written again and again. */
const oids = new Map<string, Uint8Array>()

export function oid(dotted: string): Uint8Array {
  const known = oids.get(dotted)
  if (known) return known
  const written = oidAnew(dotted)
  if (oids.size < 100) oids.set(dotted, written)
  return written
}

function oidAnew(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [first * 40 + second, ...rest].flatMap((value) => {
    const digits = [value & 127]
    for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128)) digits.unshift((left & 127) | 128)
    return digits
  })
  return der(TAG.oid, Uint8Array.from(bytes))
}

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => der(TAG.sequence, ...parts)
export const octets = (bytes: Uint8Array): Uint8Array => der(TAG.octets, bytes)
export const smallInteger = (value: number): Uint8Array => der(TAG.integer, Uint8Array.of(value))

/** DER order of a SET OF: by bytes, the shorter first. */
export const inSetOrder = (parts: readonly Uint8Array[]): Uint8Array[] => [...parts].sort(compareBytes)
function compareBytes(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
