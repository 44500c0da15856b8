// A fact as it lies in the file: its row, its shape for readers, and the three hashes that hold it in place.
import { envelopeText } from '../workflows/core/envelope.ts'
import { leafHashOf, nextChain, sha256, sha256Hex } from './hashing.ts'

/** `seq` counts from 1 over all streams, `version` from 1 in its stream. `payload` is what the law wrote, parsed but not yet validated. */
export type StoredFact = {
  readonly seq: number
  readonly stream: string
  readonly version: number
  readonly type: string
  readonly at: string
  readonly by: string
  readonly payload: unknown
}

/** `payload`: canonical JSON. */
export type FactText = Omit<StoredFact, 'payload'> & { readonly payload: string }

export type FactRow = FactText & {
  readonly payloadSha256: Buffer
  readonly leafHash: Buffer
  readonly chainHash: Buffer
  /** The Merkle subtree this fact completes; null at an odd `seq`. */
  readonly nodeHash: Buffer | null
}

/** The leaf hash a fact must have by what it says. */
export const leafOf = (fact: FactText): Buffer => leafHashOf(envelopeText({ ...fact, payloadSha256: sha256Hex(fact.payload) }))

export type BrokenFact = 'payload-changed' | 'envelope-changed' | 'chain-broken'

/** What is wrong with a row that follows a fact whose chain hash is `before`. */
export function brokenLink(row: FactRow, before: Uint8Array): BrokenFact | undefined {
  if (!sha256(row.payload).equals(row.payloadSha256)) return 'payload-changed'
  if (!leafOf(row).equals(row.leafHash)) return 'envelope-changed'
  return nextChain(before, row.leafHash).equals(row.chainHash) ? undefined : 'chain-broken'
}

/** The payload as it was written; whoever replays it parses it by the schema of its type. */
export function factOf({ seq, stream, version, type, at, by, payload }: FactText): StoredFact {
  return { seq, stream, version, type, at, by, payload: JSON.parse(payload) }
}
