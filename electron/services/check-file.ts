// The check of a file somebody dropped: by the trust list of this PC, by the law itself, beside the records this data file knows.
import { checkRecord } from '../../records/check.ts'
import { judgeRecord, ruleOfRecord } from '../../records/law.ts'
import type { Report } from '../../records/report.ts'
import { ok, type Result } from '../../workflows/core/result.ts'
import type { CheckReport, Refusal } from '../../workflows/office.ts'
import { sampleRoot } from '../keys/sample-authority.ts'
import type { OpenFile } from './open-file.ts'
import type { Services } from './services.ts'
import { readTrust, trustFolder } from './trust.ts'

export async function checkFile(
  services: Services,
  open: OpenFile | null,
  name: string,
  bytes: Uint8Array,
): Promise<Result<CheckReport, Refusal>> {
  const report = await checkRecord(bytes, {
    ...readTrust(trustFolder(services.dataDir)),
    sampleRoots: [sampleRoot],
    judge: judgeRecord,
    ruleOf: ruleOfRecord,
    now: Date.parse(services.clock()),
  })
  noteCheck(open, report)
  return ok({ name, isSample: report.isSample, overall: report.overall, lines: report.lines })
}

/** A verification is a fact of the office (documents.md B6.3), where one is open and somebody is at work. */
function noteCheck(open: OpenFile | null, { sha256, overall }: Report): void {
  const stamp = open?.stamp()
  if (open && stamp?.ok) open.recordDesk([{ type: 'verificationRun', subject: 'file', sha256, overall }], stamp.value)
}
