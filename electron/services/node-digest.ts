// The digests of a check done by Node itself: parts are hashed where they lie, nothing is copied, nobody waits.
import { createHash } from 'node:crypto'
import type { Digest, Forked, Gap } from '../../records/pdf/bytes.ts'

const names: Readonly<Record<string, string>> = { 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512' }

function ofParts(hash: string, parts: readonly Uint8Array[]): Uint8Array {
  const made = createHash(names[hash] ?? hash)
  for (const part of parts) made.update(part)
  return new Uint8Array(made.digest())
}

/** A gap that begins before the one before it is left to be hashed by itself. */
function forked(bytes: Uint8Array, gaps: readonly Gap[]): Forked {
  const whole = createHash('sha256')
  const around = new Map<Gap, Uint8Array>()
  let at = 0
  for (const gap of gaps) {
    if (gap.gapFrom < at) continue
    whole.update(bytes.subarray(at, gap.gapFrom))
    at = gap.gapFrom
    around.set(gap, new Uint8Array(whole.copy().update(bytes.subarray(gap.gapTo, gap.end)).digest()))
  }
  return { whole: new Uint8Array(whole.update(bytes.subarray(at)).digest()), around }
}

export const nodeDigest: Digest = Object.assign(ofParts, { forked })
