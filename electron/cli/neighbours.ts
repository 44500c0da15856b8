// The records at hand by their ids, so that each finds the one before it in its chain.
import { recordOf } from '../../records/check.ts'
import { readRecord } from '../../records/record-json.ts'

/** recordId to SHA-256 of record.json; files that are no readable records are left out. */
export async function neighboursAmong(files: readonly { readonly bytes: Uint8Array }[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const { bytes } of files) {
    const record = await recordOf(bytes)
    const read = record && readRecord(record.bytes)
    if (record && read && !('fault' in read) && read.recordId !== undefined) found.set(read.recordId, record.sha256)
  }
  return found
}
