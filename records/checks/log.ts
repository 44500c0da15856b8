// Checks 7 and 8: the log head the record names, the place of its stage in the log, the record before it.
import { noteBytes, parseCheckpoint, type SignedCheckpoint, signatureBy } from '../../workflows/core/checkpoint.ts'
import { leafHash, verifyInclusion } from '../../workflows/core/merkle.ts'
import { sha256Sync } from '../crypto/sha256.ts'
import { fromBase64, owned, sameBytes, utf8 } from '../pdf/bytes.ts'
import type { RecordLog, StageRecord } from '../record-json.ts'
import { type CheckLine, line } from '../report.ts'

const LOG = 7
const CHAIN = 8

export async function checkLog(record: StageRecord): Promise<readonly CheckLine[]> {
  const log = record.auditLog
  if (!log?.checkpoint) return [line(LOG, 'LOG_NOT_CHECKED', 'skipped', { fault: 'no-checkpoint' })]
  const note = parseCheckpoint(log.checkpoint)
  if (!note.ok) return [line(LOG, 'LOG_MISMATCH', 'broken', { fault: 'checkpoint-unreadable' })]
  const root = fromBase64(log.rootHash)
  const { origin, size } = note.value
  if (!root || origin !== log.origin || size !== log.treeSize || !sameBytes(root, note.value.root)) {
    return [line(LOG, 'LOG_MISMATCH', 'broken', { fault: 'checkpoint-differs-from-record' })]
  }
  return [await checkNote(note.value, log), ...checkInclusion(log, root)]
}

/** The key comes from the record: it proves that checkpoint and record belong together, not whose log it is. */
async function checkNote(note: SignedCheckpoint, log: RecordLog): Promise<CheckLine> {
  if (log.publicKey === undefined) return line(LOG, 'LOG_NOT_CHECKED', 'note', { fault: 'no-public-key' })
  const key = fromBase64(log.publicKey)
  const signature = key?.length === 32 ? signatureBy(sha256Sync, note, note.origin, key) : undefined
  if (!key || signature?.length !== 64) return line(LOG, 'LOG_MISMATCH', 'broken', { fault: 'checkpoint-not-signed-by-this-key' })
  const publicKey = await crypto.subtle.importKey('raw', owned(key), 'Ed25519', false, ['verify'])
  const isValid = await crypto.subtle.verify('Ed25519', publicKey, owned(signature), owned(noteBytes(note.body)))
  if (!isValid) return line(LOG, 'LOG_MISMATCH', 'broken', { fault: 'checkpoint-signature' })
  return line(LOG, 'LOG_OK', 'ok', { origin: note.origin, size: note.size })
}

function checkInclusion(log: RecordLog, root: Uint8Array): readonly CheckLine[] {
  if (!log.inclusion) return []
  const { envelope, index } = log.inclusion
  const path = log.inclusion.path.map(fromBase64)
  const leaf = leafHash(sha256Sync, utf8(envelope))
  const isIn = path.every((step) => step !== null) && verifyInclusion(sha256Sync, { index, size: log.treeSize, leaf, root }, path)
  return [isIn ? line(LOG, 'LOG_INCLUDED', 'ok', { index }) : line(LOG, 'LOG_MISMATCH', 'broken', { fault: 'not-in-log' })]
}

/** @param neighbours recordId to SHA-256 of its record.json, for the records at hand. */
export function checkChain(record: StageRecord, neighbours: ReadonlyMap<string, string>, strict: boolean): CheckLine {
  const previous = record.previousRecord
  if (!previous) return line(CHAIN, 'CHAIN_FIRST', 'ok')
  const found = neighbours.get(previous.recordId)
  if (found === undefined) return line(CHAIN, 'CHAIN_GAP', strict ? 'undecided' : 'note', { recordId: previous.recordId })
  return found === previous.recordSha256
    ? line(CHAIN, 'CHAIN_OK', 'ok', { recordId: previous.recordId })
    : line(CHAIN, 'CHAIN_BROKEN', 'broken', { recordId: previous.recordId })
}
