// Bytes and digests without Node: Latin-1 text, search, joining, SHA-256 and inflate through the web platform.
import { nodeBuffer, nodeCrypto, nodeZlib } from '../crypto/host.ts'
import { sha256Sync } from '../crypto/sha256.ts'

const encoder = new TextEncoder()
export const utf8 = (text: string): Uint8Array => encoder.encode(text)
export const fromUtf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

/** From here on it is quicker to go through the host than through the bytes one by one. */
const MANY = 64

export function latin1(bytes: Uint8Array, from = 0, to = bytes.length): string {
  if (nodeBuffer && to - from > MANY) return nodeBuffer.prototype.latin1Slice.call(bytes, from, to)
  let text = ''
  // `apply` takes the bytes as they lie; spreading them would first make a list of numbers, ten times as slow.
  for (let i = from; i < to; i += 8192) text += Reflect.apply(String.fromCharCode, null, bytes.subarray(i, Math.min(to, i + 8192)))
  return text
}

export function fromLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 255) throw new Error('not latin-1')
    bytes[i] = code
  }
  return bytes
}

export function join(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  if (nodeBuffer && a.length > MANY) return nodeBuffer.compare(a, b) === 0
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'))
export const hex = (bytes: Uint8Array): string => {
  if (nodeBuffer && bytes.length > MANY) return nodeBuffer.prototype.hexSlice.call(bytes, 0, bytes.length)
  let text = ''
  for (const byte of bytes) text += HEX[byte]
  return text
}

const DIGIT = new Int8Array(256).fill(-1)
for (let value = 0; value < 16; value++) {
  DIGIT[value.toString(16).charCodeAt(0)] = value
  DIGIT[value.toString(16).toUpperCase().charCodeAt(0)] = value
}

/** 0 to 15; -1 for what is no hex digit. */
export const digitOf = (code: number): number => DIGIT[code] ?? -1

/** Decodes the hex digits in [from, to); null when they are not an even number of hex digits. */
export function fromHexBytes(bytes: Uint8Array, from: number, to: number): Uint8Array<ArrayBuffer> | null {
  if ((to - from) % 2 !== 0) return null
  if (nodeBuffer && to - from > MANY) {
    // The host stops at the first thing that is no digit.
    const read = bare(nodeBuffer.from(latin1(bytes, from, to), 'hex'))
    return read.length === (to - from) / 2 ? read : null
  }
  const decoded = new Uint8Array((to - from) / 2)
  for (let i = 0, at = from; at < to; i++, at += 2) {
    const high = DIGIT[bytes[at] ?? 0] ?? -1
    const low = DIGIT[bytes[at + 1] ?? 0] ?? -1
    if ((high | low) < 0) return null
    decoded[i] = (high << 4) | low
  }
  return decoded
}

/** Null when the text is not standard base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return null
  if (nodeBuffer) return bare(nodeBuffer.from(text, 'base64'))
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}

/** The same bytes in memory of their own, as WebCrypto wants them. */
export const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer ? (bytes as Uint8Array<ArrayBuffer>) : Uint8Array.from(bytes)

/** Certificates and the like are hashed here and now: handing them to WebCrypto and waiting costs more than the hash. */
const SMALL = 4096

export async function sha256(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  if (nodeCrypto) return bare(nodeCrypto.hash('sha256', bytes, 'buffer'))
  if (bytes.length <= SMALL) return sha256Sync(bytes)
  return new Uint8Array(await crypto.subtle.digest('SHA-256', owned(bytes)))
}
/** The room of a signature value: what is signed is [0, gapFrom) and [gapTo, end). */
export type Gap = { readonly gapFrom: number; readonly gapTo: number; readonly end: number }
/** SHA-256 of a file, and of what lies around its gaps. */
export type Forked = { readonly whole: Uint8Array; readonly around: ReadonlyMap<Gap, Uint8Array> }
/**
 * Hashes parts one after the other as if they lay together. A caller may hand in one that copies nothing (node:crypto), and that hashes what
 * several gaps have before them once (`forked`).
 */
export type Digest = {
  (hash: string, parts: readonly Uint8Array[]): Promise<Uint8Array> | Uint8Array
  readonly forked?: (bytes: Uint8Array, gaps: readonly Gap[]) => Forked
}

export const webDigest: Digest = async (hash, parts) => new Uint8Array(await crypto.subtle.digest(hash, owned(join(...parts))))

export const sha256Hex = async (bytes: Uint8Array): Promise<string> => hex(await sha256(bytes))

/** Inflates a zlib stream (`deflate-raw`: one without its header), at most `limit` bytes: a small file must not unfold into gigabytes. */
export async function inflate(bytes: Uint8Array, limit: number, format: 'deflate' | 'deflate-raw' = 'deflate'): Promise<Uint8Array> {
  if (nodeZlib) return inflateAtOnce(nodeZlib, bytes, limit, format)
  const reader = new Blob([owned(bytes)]).stream().pipeThrough(new DecompressionStream(format)).getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return join(...parts)
    size += value.length
    if (size > limit) {
      await reader.cancel()
      throw new Error('stream unfolds beyond its limit')
    }
    parts.push(value)
  }
}

/** Fonts and pages unfold to about twice their size: room that is neither grown nor mostly empty. */
const roomFor = (bytes: Uint8Array, limit: number): number => Math.max(1024, Math.min(limit, bytes.length * 3))

/** As the web's stream does, it takes nothing after the end of the packed bytes. */
function inflateAtOnce(
  zlib: NonNullable<typeof nodeZlib>,
  bytes: Uint8Array,
  limit: number,
  format: 'deflate' | 'deflate-raw',
): Uint8Array {
  const unfold = format === 'deflate' ? zlib.inflateSync : zlib.inflateRawSync
  const { buffer, engine } = unfold(bytes, { maxOutputLength: Math.max(1, limit), chunkSize: roomFor(bytes, limit), info: true })
  if (engine.bytesWritten !== bytes.length || buffer.length > limit) throw new Error('stream goes on after its end')
  return bare(buffer)
}

/** The same bytes, not copied: a Buffer of Node slices otherwise than the arrays all this is written for. */
export const bare = ({ buffer, byteOffset, length }: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  new Uint8Array(buffer, byteOffset, length)

/** Position of ASCII `text` at or after `from`, or -1. */
export function indexOf(bytes: Uint8Array, text: string, from = 0): number {
  const first = text.charCodeAt(0)
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (startsWith(bytes, text, at)) return at
  }
  return -1
}

export function startsWith(bytes: Uint8Array, text: string, at: number): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}
