// The digests of a file and of what each of its signatures covers. They share their beginnings: where the host can go on from the middle of
// a digest, a byte is hashed little more than once.
import type { Digest, Gap } from '../pdf/bytes.ts'
import { digestAround } from '../revision.ts'

export type Digests = {
  /** SHA-256 of the file. */
  readonly whole: Uint8Array
  /** Of what a signature with that gap covers. */
  around(gap: Gap, hash: string): Promise<Uint8Array> | Uint8Array
}

/** @param gaps of the signatures, upwards. */
export async function digestsOf(bytes: Uint8Array, gaps: readonly Gap[], digest: Digest): Promise<Digests> {
  const forked = digest.forked?.(bytes, gaps)
  const one = (gap: Gap, hash: string) => digestAround(bytes, gap, hash, digest)
  if (!forked) return { whole: await digest('SHA-256', [bytes]), around: one }
  const { whole, around } = forked
  return { whole, around: (gap, hash) => (hash === 'SHA-256' ? around.get(gap) : undefined) ?? one(gap, hash) }
}
