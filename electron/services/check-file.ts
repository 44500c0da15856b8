// The check of a file or a package somebody dropped: by the trust list of this PC, by the law itself, beside the records this data file knows.
import { type CheckOptions, checkRecord } from '../../records/check.ts'
import { checkBag } from '../../records/check-bag.ts'
import { judgeRecord, ruleOfRecord } from '../../records/law.ts'
import type { Report } from '../../records/report.ts'
import { isZip } from '../../records/zip.ts'
import { ok, type Result } from '../../workflows/core/result.ts'
import type { CheckReport, Refusal } from '../../workflows/office.ts'
import { sampleRoot } from '../keys/sample-authority.ts'
import { sha256Hex } from './dispatch.ts'
import { nodeDigest } from './node-digest.ts'
import type { OpenFile } from './open-file.ts'
import type { Services } from './services.ts'
import { readTrust, trustFolder } from './trust.ts'

export async function checkFile(
  services: Services,
  open: OpenFile | null,
  name: string,
  bytes: Uint8Array,
): Promise<Result<CheckReport, Refusal>> {
  const options: CheckOptions = {
    ...readTrust(trustFolder(services.dataDir)),
    sampleRoots: [sampleRoot],
    judge: judgeRecord,
    ruleOf: ruleOfRecord,
    now: Date.parse(services.clock()),
    digest: nodeDigest,
  }
  if (isZip(bytes)) {
    const { overall, lines, records } = await checkBag(bytes, options)
    noteCheck(open, { sha256: sha256Hex(bytes), overall })
    const inside = records.map(({ name, report }) => viewOfReport(name, report))
    return ok({ name, isSample: inside.length > 0 && inside.every(({ isSample }) => isSample), overall, lines, records: inside })
  }
  const report = await checkRecord(bytes, options)
  noteCheck(open, report)
  return ok(viewOfReport(name, report))
}

const viewOfReport = (name: string, { isSample, overall, lines }: Report): CheckReport => ({ name, isSample, overall, lines })

/** A verification is a fact of the office (documents.md B6.3), where one is open and somebody is at work. */
function noteCheck(open: OpenFile | null, { sha256, overall }: Pick<Report, 'sha256' | 'overall'>): void {
  const stamp = open?.stamp()
  if (open && stamp?.ok) open.recordDesk([{ type: 'verificationRun', subject: 'file', sha256, overall }], stamp.value)
}
