// Checks 7 and 8: the log head the record names, the place of its stage in the log, the log and the records before it.
import { noteBytes, parseCheckpoint, type SignedCheckpoint, signatureBy } from '../../workflows/core/checkpoint.ts'
import { leafHash, verifyConsistency, verifyInclusion } from '../../workflows/core/merkle.ts'
import { verifyEd25519 } from '../crypto/ed25519.ts'
import { sha256Sync } from '../crypto/sha256.ts'
import { fromBase64, sameBytes, utf8 } from '../pdf/bytes.ts'
import { isObject, type RecordLog, type StageRecord } from '../record-json.ts'
import { type CheckLine, line } from '../report.ts'

const LOG = 7
const CHAIN = 8

/** The log of this very office, where the checker has it open: the strongest witness of all. */
export type LogAtHand = { readonly origin: string; readonly size: number; rootAt(size: number): Uint8Array }

/** What a later record's check asks of one before it. */
export type RecordBefore = {
  readonly previousRecord?: StageRecord['previousRecord'] | undefined
  readonly auditLog?: Pick<RecordLog, 'origin' | 'treeSize' | 'rootHash'> | undefined
}

/** Other records of the run, by the SHA-256 of their record.json. */
export type RecordsAtHand = ReadonlyMap<string, RecordBefore>

export async function checkLog(record: StageRecord, records: RecordsAtHand, here: LogAtHand | undefined): Promise<readonly CheckLine[]> {
  const log = record.auditLog
  if (!log?.checkpoint) return [line(LOG, 'LOG_NOT_CHECKED', 'skipped', { fault: 'no-checkpoint' })]
  const note = parseCheckpoint(log.checkpoint)
  if (!note.ok) return [line(LOG, 'LOG_MISMATCH', 'broken', { fault: 'checkpoint-unreadable' })]
  const root = fromBase64(log.rootHash)
  const { origin, size } = note.value
  if (!root || origin !== log.origin || size !== log.treeSize || !sameBytes(root, note.value.root)) {
    return [line(LOG, 'LOG_MISMATCH', 'broken', { fault: 'checkpoint-differs-from-record' })]
  }
  return [
    await checkNote(note.value, log),
    checkInclusion(record, log, root),
    ...checkEarlier(record, log, root, records),
    ...checkHere(log, root, here),
  ]
}

/** The key comes from the record: it proves that checkpoint and record belong together, not whose log it is. */
async function checkNote(note: SignedCheckpoint, log: RecordLog): Promise<CheckLine> {
  if (log.publicKey === undefined) return line(LOG, 'LOG_NOT_CHECKED', 'note', { fault: 'no-public-key' })
  const key = fromBase64(log.publicKey)
  const signature = key?.length === 32 ? signatureBy(sha256Sync, note, note.origin, key) : undefined
  if (!key || signature?.length !== 64) return line(LOG, 'LOG_MISMATCH', 'broken', { fault: 'checkpoint-not-signed-by-this-key' })
  const isValid = await verifyEd25519(key, signature, noteBytes(note.body))
  // Not checked is what such a browser must say.
  if (isValid === null) return line(LOG, 'LOG_NOT_CHECKED', 'undecided', { fault: 'browser-without-ed25519' })
  if (!isValid) return line(LOG, 'LOG_MISMATCH', 'broken', { fault: 'checkpoint-signature' })
  return line(LOG, 'LOG_OK', 'ok', { origin: note.origin, size: note.size })
}

function checkInclusion({ caseId }: StageRecord, log: RecordLog, root: Uint8Array): CheckLine {
  if (!log.inclusion) return line(LOG, 'LOG_PLACE_NOT_CHECKED', 'skipped', { fault: 'no-inclusion-proof' })
  const { envelope, index } = log.inclusion
  const path = log.inclusion.path.map(fromBase64)
  const leaf = leafHash(sha256Sync, utf8(envelope))
  const isIn = path.every((step) => step !== null) && verifyInclusion(sha256Sync, { index, size: log.treeSize, leaf, root }, path)
  if (!isIn) return line(LOG, 'LOG_MISMATCH', 'broken', { fault: 'not-in-log' })
  const told = envelopeOf(envelope)
  // A proof for a fact of another case would be true and prove nothing about this one.
  if (told === null || (caseId !== undefined && told.stream !== `case/${caseId}`)) {
    return line(LOG, 'LOG_MISMATCH', 'broken', { fault: 'proof-of-another-case' })
  }
  return line(LOG, 'LOG_INCLUDED', 'ok', { index, place: index + 1, type: told.type })
}

function envelopeOf(text: string): { readonly stream: string; readonly type: string } | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) && typeof value.stream === 'string' && typeof value.type === 'string'
      ? { stream: value.stream, type: value.type }
      : null
  } catch {
    return null
  }
}

/** The tree the record before names must be a beginning of this one: an entry removed since then shows here (documents.md B6.3). */
function checkEarlier(record: StageRecord, log: RecordLog, root: Uint8Array, records: RecordsAtHand): readonly CheckLine[] {
  if (!record.previousRecord) return []
  const not = (fault: string) => [line(LOG, 'LOG_BEFORE_NOT_CHECKED', 'skipped', { fault })]
  const broken = (fault: string) => [line(LOG, 'LOG_MISMATCH', 'broken', { fault })]
  const before = records.get(record.previousRecord.recordSha256)
  if (!before) return not('previous-record-not-at-hand')
  const earlierRoot = before.auditLog && fromBase64(before.auditLog.rootHash)
  if (!before.auditLog || !earlierRoot) return not('previous-record-without-checkpoint')
  if (before.auditLog.origin !== log.origin) return not('log-of-another-file')
  const from = { size: before.auditLog.treeSize, root: earlierRoot }
  if (from.size > log.treeSize) return broken('log-got-shorter')
  if (from.size < log.treeSize && log.consistency === undefined) return not('no-consistency-proof')
  const path = from.size === log.treeSize ? [] : (log.consistency?.path ?? []).map(fromBase64)
  const isSame = path.every((step) => step !== null) && verifyConsistency(sha256Sync, from, { size: log.treeSize, root }, path)
  return isSame ? [line(LOG, 'LOG_LEADS_ON', 'ok', { from: from.size, size: log.treeSize })] : broken('log-does-not-lead-on')
}

function checkHere({ origin, treeSize }: RecordLog, root: Uint8Array, here: LogAtHand | undefined): readonly CheckLine[] {
  if (here?.origin !== origin) return []
  const isOurs = treeSize <= here.size && sameBytes(here.rootAt(treeSize), root)
  return [
    isOurs ? line(LOG, 'LOG_IS_OURS', 'ok', { size: here.size }) : line(LOG, 'LOG_MISMATCH', 'broken', { fault: 'not-of-the-log-here' }),
  ]
}

/**
 * Back from record to record as far as they are at hand.
 * @param neighbours recordId to SHA-256 of its record.json, for the records at hand.
 */
export function checkChain(
  record: StageRecord,
  neighbours: ReadonlyMap<string, string>,
  records: RecordsAtHand,
  strict: boolean,
): readonly CheckLine[] {
  if (!record.previousRecord) return [line(CHAIN, 'CHAIN_FIRST', 'ok')]
  let steps = 0
  let previous: RecordBefore['previousRecord'] = record.previousRecord
  while (previous) {
    const { recordId, recordSha256 }: NonNullable<StageRecord['previousRecord']> = previous
    const before = records.get(recordSha256)
    if (!before) {
      const found = neighbours.get(recordId)
      if (found !== undefined && found !== recordSha256) return [line(CHAIN, 'CHAIN_BROKEN', 'broken', { recordId })]
      if (found === undefined) return [...walked(steps), line(CHAIN, 'CHAIN_GAP', strict ? 'undecided' : 'note', { recordId })]
      return walked(steps + 1)
    }
    // A digest names its content: no chain of digests can run in a circle.
    steps++
    previous = before.previousRecord
  }
  return [line(CHAIN, 'CHAIN_WHOLE', 'ok', { steps })]
}

const walked = (steps: number): readonly CheckLine[] => (steps === 0 ? [] : [line(CHAIN, 'CHAIN_OK', 'ok', { steps })])
