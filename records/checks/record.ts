// Check 5: record.json is canonical, and it is the data whose hash, stage and log head the last page prints.

import { sha256Hex } from '../pdf/bytes.ts'
import { pagesOf } from '../pdf/document.ts'
import { pageRuns, pageText } from '../pdf/page-text.ts'
import { readRecord, type StageRecord } from '../record-json.ts'
import { type CheckLine, line } from '../report.ts'
import type { SignedFile } from '../signed-file.ts'

const NO = 5

export type RecordCheck = { readonly record: StageRecord | null; readonly sha256: string | null; readonly lines: readonly CheckLine[] }

/** @param known those read before, by the digest that names their bytes: what was found canonical once is not parsed again. */
export async function checkAttachedRecord(signed: SignedFile, known: ReadonlyMap<string, StageRecord>): Promise<RecordCheck> {
  if (!signed.record) return { record: null, sha256: null, lines: [line(NO, 'JSON_MISSING', 'undecided')] }
  const sha256 = await sha256Hex(signed.record)
  const read = known.get(sha256) ?? readRecord(signed.record)
  if ('fault' in read) return { record: null, sha256, lines: [line(NO, 'JSON_MISMATCH', 'broken', { fault: read.fault })] }
  const faults = [
    ...(await compareWithPrint(signed, read, sha256)),
    ...(read.sample ? await markOf(signed, read.rehearsal ? rehearsalMark : sampleMark) : []),
  ]
  const lines = faults.map((fault) => line(NO, 'JSON_MISMATCH', 'broken', { fault }))
  return { record: read, sha256, lines: lines.length > 0 ? lines : [line(NO, 'JSON_OK', 'ok', { sha256 })] }
}

/** A rehearsal prints its own mark in the place of that of made-up data. `word`: one of it, by which others are soon passed over. */
type Mark = { readonly word: string; readonly mark: string }
const sampleMark: Mark = { word: 'MẪU', mark: 'DỮLIỆUMẪU' }
const rehearsalMark: Mark = { word: 'TẬP', mark: 'DIỄNTẬP' }

/** The keys of made-up records are public: whoever holds the page must see there what it is, not only whoever runs a check. */
async function markOf({ file }: SignedFile, { word, mark }: Mark): Promise<readonly string[]> {
  for (const page of pagesOf(file))
    if (!(await pageRuns(file, page)).some(({ words }) => words.includes(word) && words.replace(/\s+/g, '') === mark))
      return ['sample-without-mark']
  return []
}

/** What is compared is the text layer of the last page, which the signatures cover; a QR code is the same words drawn again and is not read here. */
async function compareWithPrint({ file }: SignedFile, record: StageRecord, sha256: string): Promise<readonly string[]> {
  const last = pagesOf(file).at(-1)
  const words = last ? (await pageText(file, last)).replace(/\s+/g, '') : ''
  // Each part is bounded: a page can say the first words of it a hundred thousand times.
  const proofs = [
    ...words.matchAll(
      /Hồsơbước:([^;]{1,200});phiênbản(\d{1,16})SHA-256củarecord\.json:([0-9a-f]{64})Nhậtký:(\d{1,16})mục;gốc([A-Za-z0-9+/]{0,100}={0,2})/gu,
    ),
  ]
  const [proof] = proofs
  if (!proof || proofs.length !== 1) return ['printed-proof-missing']
  const [, stageId, version, hash, size, root] = proof
  const faults: string[] = []
  if (hash !== sha256) faults.push('printed-hash-differs')
  if (record.stageId !== undefined && stageId !== record.stageId) faults.push('printed-stage-differs')
  if (record.version !== undefined && version !== String(record.version)) faults.push('printed-version-differs')
  if (record.auditLog && (size !== String(record.auditLog.treeSize) || root !== record.auditLog.rootHash))
    faults.push('printed-log-differs')
  return faults
}
