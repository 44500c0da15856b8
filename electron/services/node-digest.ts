// The digest of a check done by Node itself: parts are hashed where they lie, nothing is copied, nobody waits.
import { createHash } from 'node:crypto'
import type { Digest } from '../../records/pdf/bytes.ts'

const names: Readonly<Record<string, string>> = { 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512' }

export const nodeDigest: Digest = (hash, parts) => {
  const made = createHash(names[hash] ?? hash)
  for (const part of parts) made.update(part)
  return new Uint8Array(made.digest())
}
