// SHA-256 as the archive uses it: one call, no object; a fifth of the cost of a replay is here.
import { hash } from 'node:crypto'

/** Text is taken as UTF-8. */
export const sha256 = (input: string | Uint8Array): Buffer => hash('sha256', input, 'buffer')

export const sha256Hex = (input: string | Uint8Array): string => hash('sha256', input, 'hex')

/** RFC 6962 leaf hash of a text: `SHA-256(0x00 || text)`. */
export const leafHashOf = (text: string): Buffer => sha256(`\u0000${text}`)

/** The chain before the first fact. */
export const chainStart = Buffer.alloc(32)

const link = Buffer.alloc(64)

/** `SHA-256(chain before || leaf hash)`. */
export function nextChain(before: Uint8Array, leaf: Uint8Array): Buffer {
  link.set(before, 0)
  link.set(leaf, 32)
  return sha256(link)
}
