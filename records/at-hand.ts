// The records at hand in one run, so that each finds the ones before it: by id, and by the digest that names them.
import { recordOf } from './check.ts'
import { readRecord, type StageRecord } from './record-json.ts'

export type AtHand = {
  /** recordId to SHA-256 of record.json. */
  readonly neighbours: ReadonlyMap<string, string>
  /** SHA-256 of record.json to what it says. */
  readonly records: ReadonlyMap<string, StageRecord>
}

/** Files that are no readable records are left out. */
export async function atHandAmong(files: readonly { readonly bytes: Uint8Array }[]): Promise<AtHand> {
  const neighbours = new Map<string, string>()
  const records = new Map<string, StageRecord>()
  for (const { bytes } of files) {
    const record = await recordOf(bytes)
    const read = record && readRecord(record.bytes)
    if (!record || !read || 'fault' in read) continue
    records.set(record.sha256, read)
    if (read.recordId !== undefined) neighbours.set(read.recordId, record.sha256)
  }
  return { neighbours, records }
}
