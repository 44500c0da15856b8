// The check of a file or a package somebody dropped: by the trust list of this PC, by the law itself, beside the records this data file knows.
import { statSync } from 'node:fs'
import { relative } from 'node:path'
import { sha256Hex } from '../../db/hashing.ts'
import { type CheckOptions, checkRecord, startChecks } from '../../records/check.ts'
import { type BagReport, checkBag } from '../../records/check-bag.ts'
import { judgeRecord, ruleOfRecord } from '../../records/law.ts'
import type { Report } from '../../records/report.ts'
import { isZip } from '../../records/zip.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { CheckReport, FolderReport, Refusal } from '../../workflows/office.ts'
import { sampleRoot } from '../keys/sample-authority.ts'
import { checkFiles } from './check-files.ts'
import type { Work } from './long-work.ts'
import { nodeDigest } from './node-digest.ts'
import type { OpenFile } from './open-file.ts'
import { recordFilesIn } from './record-files.ts'
import type { Services } from './services.ts'
import { readTrust, trustFolder } from './trust.ts'

export async function checkFile(
  services: Services,
  open: OpenFile | null,
  name: string,
  bytes: Uint8Array,
  work: Work,
): Promise<Result<CheckReport, Refusal>> {
  const options: CheckOptions = {
    ...readTrust(trustFolder(services.dataDir)),
    sampleRoots: [sampleRoot],
    judge: judgeRecord,
    ruleOf: ruleOfRecord,
    now: Date.parse(services.clock()),
    digest: nodeDigest,
  }
  const checked = await answerFor(bytes, options, work)
  await work.settle()
  noteChecks(open, [{ sha256: sha256Hex(bytes), overall: checked.overall }])
  return ok('records' in checked ? viewOfBag(name, checked) : viewOfReport(name, checked))
}

/** A file that no test of ours thought of gets an answer too: that it was not checked, and what to do. */
async function answerFor(bytes: Uint8Array, options: CheckOptions, { step, signal }: Work): Promise<BagReport | Report> {
  try {
    return await (isZip(bytes) ? checkBag(bytes, options, step) : checkRecord(bytes, options))
  } catch (error) {
    if (signal.aborted) throw error
    return startChecks(options).notChecked('CHECK_BROKE_OFF', 'check-stumbled')
  }
}

function viewOfBag(name: string, { overall, lines, records }: Pick<BagReport, 'overall' | 'lines' | 'records'>): CheckReport {
  const inside = records.map(({ name, report }) => viewOfReport(name, report))
  return { name, isSample: inside.length > 0 && inside.every(({ isSample }) => isSample), overall, lines, records: inside }
}
const viewOfReport = (name: string, { isSample, overall, lines }: Report): CheckReport => ({ name, isSample, overall, lines })

/** A verification is a fact of the office (documents.md B6.3), where one is open and somebody is at work. */
function noteChecks(open: OpenFile | null, checks: readonly Pick<Report, 'sha256' | 'overall'>[]): void {
  const stamp = open?.stamp()
  if (!open || !stamp?.ok) return
  open.recordDesk(
    // A file that was not read has no digest.
    checks.map(({ sha256, overall }) => ({ type: 'verificationRun', subject: 'file', ...(sha256 !== '' && { sha256 }), overall })),
    stamp.value,
  )
}

/** More than this in one folder is for the command line, which reads without a screen. */
const mostFiles = 2000

/** Null where there is no such folder, or none that can be read: a path too long, a disk pulled out, a folder of somebody else. */
function filesIn(folder: string): readonly string[] | null {
  try {
    return statSync(folder).isDirectory() ? recordFilesIn(folder) : null
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

/** Refused: `folder-not-found`, `folder-without-records`, `folder-too-many`. The files are each other's neighbours. */
export async function checkFolder(
  services: Services,
  open: OpenFile | null,
  folder: string,
  work: Work,
): Promise<Result<FolderReport, Refusal>> {
  const paths = filesIn(folder)
  if (paths === null) return refuse({ code: 'folder-not-found', folder })
  if (paths.length === 0) return refuse({ code: 'folder-without-records', folder })
  if (paths.length > mostFiles) return refuse({ code: 'folder-too-many', found: paths.length, most: mostFiles })
  const setting = { ...readTrust(trustFolder(services.dataDir)), now: Date.parse(services.clock()), strict: false }
  const checked = await checkFiles(
    paths.map((path) => ({ name: relative(folder, path), path })),
    setting,
    services.startHelper,
    { work },
  )
  await work.settle()
  noteChecks(
    open,
    checked.map((one) => ('report' in one ? one.report : { sha256: one.sha256, overall: one.bag.overall })),
  )
  return ok({ folder, files: checked.map((one) => ('report' in one ? viewOfReport(one.name, one.report) : viewOfBag(one.name, one.bag))) })
}
