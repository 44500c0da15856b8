// The records at hand in one run, so that each finds the ones before it: by id, and by the digest that names them.
import { recordOf } from './check.ts'
import type { RecordBefore } from './checks/log.ts'
import type { Section } from './pdf/file.ts'
import { readRecord, type StageRecord } from './record-json.ts'

export type AtHand = {
  /** recordId to SHA-256 of record.json. */
  readonly neighbours: ReadonlyMap<string, string>
  /** SHA-256 of record.json to what the records after it ask of it: little, since it is told from worker to worker. */
  readonly records: ReadonlyMap<string, RecordBefore>
}

/** The records of these very files besides, whole and by the same digest: what was found canonical once is not parsed again. */
export type ReadAtHand = AtHand & {
  readonly read: ReadonlyMap<string, StageRecord>
  readonly opened: ReadonlyMap<Uint8Array, readonly Section[]>
}

/** Files that are no readable records are left out. */
export async function atHandAmong(files: readonly { readonly bytes: Uint8Array }[]): Promise<ReadAtHand> {
  const neighbours = new Map<string, string>()
  const records = new Map<string, RecordBefore>()
  const read = new Map<string, StageRecord>()
  const opened = new Map<Uint8Array, readonly Section[]>()
  for (const { bytes } of files) {
    const record = await recordOf(bytes)
    const said = record && readRecord(record.bytes)
    if (!record || !said || 'fault' in said) continue
    read.set(record.sha256, said)
    opened.set(bytes, record.sections)
    records.set(record.sha256, asBefore(said))
    if (said.recordId !== undefined) neighbours.set(said.recordId, record.sha256)
  }
  return { neighbours, records, read, opened }
}

const asBefore = ({ previousRecord, auditLog }: StageRecord): RecordBefore => ({
  previousRecord,
  auditLog: auditLog && { origin: auditLog.origin, treeSize: auditLog.treeSize, rootHash: auditLog.rootHash },
})
