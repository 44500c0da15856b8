// The check of a signed record, numbered as documents.md B6.6: the same code in the app, on the command line and in the one-file checker.
import { checkDetached } from './checks/detached.ts'
import { type Digests, digestsOf } from './checks/digests.ts'
import { checkDrawing } from './checks/drawing.ts'
import { checkChain, checkLog, type LogAtHand, type RecordsAtHand } from './checks/log.ts'
import { checkOutcome, type Judge, type RuleOf } from './checks/outcome.ts'
import { checkPageFigures } from './checks/page-figures.ts'
import { checkPrepared } from './checks/prepared.ts'
import { checkAttachedRecord } from './checks/record.ts'
import { inOrder, notDone, reportLines, revocationLists, undone } from './checks/report-lines.ts'
import { checkSignature, givenRootLines, revocationLine, type Trust } from './checks/signature.ts'
import { checkSignerNames } from './checks/signer-names.ts'
import { awaitedFields, checkSigners } from './checks/signers.ts'
import { checkStructure } from './checks/structure.ts'
import { linesForUnreadable, signedBeginning } from './checks/unreadable.ts'
import { type Certificate, type Crl, readCertificate } from './crypto/certificate.ts'
import { readCrls } from './crypto/chain.ts'
import { type Digest, hex, sameBytes, sha256Hex, webDigest } from './pdf/bytes.ts'
import { attachedRecord } from './pdf/document.ts'
import { openPdf, type Section } from './pdf/file.ts'
import { Budget, Malformed } from './pdf/parse.ts'
import { checkPolicy } from './policy.ts'
import type { StageRecord } from './record-json.ts'
import { type CheckLine, line, overallOf, type Report, type SignatureReport } from './report.ts'
import { readSignedFile, type SignedFile } from './signed-file.ts'

export type CheckOptions = {
  /** Trusted roots, DER: from the installation's trust list or named by the user, never from beside the file. */
  readonly roots: readonly Uint8Array[]
  /** Roots that came with the files themselves: they carry a verdict only once a person has compared their digests. */
  readonly givenRoots?: readonly { readonly der: Uint8Array; readonly isCompared: boolean }[]
  /** Roots whose keys are public: they count only for records marked `sample: true`, even when listed among `roots`. */
  readonly sampleRoots?: readonly Uint8Array[]
  readonly crls?: readonly Uint8Array[]
  /** When the trust list was last changed, milliseconds. */
  readonly trustListedAt?: number
  /** The law; without it check 6 is skipped. */
  readonly judge?: Judge
  /** The shipped rulebook's rule for a judged input; with it, a record judged by another rule gets a note. */
  readonly ruleOf?: RuleOf
  /** Milliseconds since 1970. */
  readonly now: number
  /** Quicker than WebCrypto where the caller has one. */
  readonly digest?: Digest
  readonly expected?: Expected
  /** recordId to SHA-256 of record.json, of the records at hand. */
  readonly neighbours?: ReadonlyMap<string, string>
  /** The same records by that SHA-256: the way back through the chain, and the log heads before. */
  readonly records?: RecordsAtHand
  /** Those of them that were read whole, by the same digest. */
  readonly read?: ReadonlyMap<string, StageRecord>
  /** The revisions of files that were opened to find their records: their tables are not read again. */
  readonly opened?: ReadonlyMap<Uint8Array, readonly Section[]>
  readonly log?: LogAtHand
  /** A missing neighbour and a strange signing time are "cannot decide" instead of notes. */
  readonly strict?: boolean
}

/** SHA-256 of this file as written down elsewhere, and where. */
export type Expected = { readonly fileSha256?: string; readonly by?: 'log' | 'manifest' }

export type CheckRun = {
  check(pdf: Uint8Array, expected?: Expected): Promise<Report>
  /** The answer for a file of `bytes` bytes that the caller did not read. */
  tooBig(bytes: number): Report
  /** The answer for a file that could not be read, or at which the check broke off. */
  notChecked(code: 'FILE_UNREADABLE' | 'CHECK_BROKE_OFF', fault: string): Report
  /** A detached signature over `content` (CAdES), as lines of check 3 about `subject`. */
  detached(content: Uint8Array, cms: Uint8Array, subject: string, isSample: boolean): Promise<readonly CheckLine[]>
}

/** Answers for any bytes; throws only when `roots` cannot be read, which is the caller's fault. */
export const checkRecord = (pdf: Uint8Array, options: CheckOptions): Promise<Report> => startChecks(options).check(pdf, options.expected)

/** Many files by the same trust: roots and lists are read once, a signer's chain is walked once. */
export function startChecks(options: CheckOptions): CheckRun {
  const roots = options.roots.map(readCertificate)
  const sampleRoots = (options.sampleRoots ?? []).map(readCertificate)
  const crls = readCrls(options.crls ?? [])
  const real = roots.filter((root) => !isOneOf(root, sampleRoots))
  const given = (options.givenRoots ?? [])
    .map(({ der, isCompared }) => ({ root: readCertificate(der), isCompared }))
    .filter(({ root }) => !isOneOf(root, [...real, ...sampleRoots]))
  const trust = { crls, now: options.now, given, digest: options.digest ?? webDigest }
  const trusted = [...real, ...given.map(({ root }) => root)]
  const read: Read = {
    ...options,
    crls,
    real: { ...trust, roots: trusted, barredRoots: sampleRoots, chains: new Map() },
    sample: { ...trust, roots: [...trusted, ...sampleRoots], barredRoots: [], chains: new Map() },
  }
  return {
    check: (pdf, expected = {}) => checkOne(pdf, { ...read, expected }),
    tooBig: (bytes) => unread([line(1, 'TOO_BIG', 'undecided', inMegabytes(bytes))], '', 'not-read', { ...read, expected: {} }),
    notChecked: (code, fault) => unread([line(1, code, 'undecided', { fault })], '', fault, { ...read, expected: {} }),
    detached: (content, cms, subject, isSample) => checkDetached(content, cms, subject, isSample ? read.sample : read.real),
  }
}

const isOneOf = (root: Certificate, others: readonly Certificate[]): boolean =>
  others.some((other) => sameBytes(other.publicKey, root.publicKey))

type Read = Omit<CheckOptions, 'roots' | 'sampleRoots' | 'givenRoots' | 'crls' | 'expected'> & {
  readonly crls: readonly Crl[]
  readonly real: Trust
  readonly sample: Trust
}
type Reading = Read & { readonly expected: Expected }

async function checkOne(pdf: Uint8Array, options: Reading): Promise<Report> {
  const { digest } = options.real
  const signed = readOr(pdf, options.opened?.get(pdf))
  if (typeof signed === 'string') return checkOther(pdf, signed, hex(await digest('SHA-256', [pdf])), options)
  const digests = await digestsOf(pdf, signed.signatures, digest)
  const sha256 = hex(digests.whole)
  if (isForeign(signed)) return checkOther(pdf, 'form-of-another-maker', sha256, options)
  try {
    return await checkReadable(digests, signed, [], sha256, options)
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    return checkOther(pdf, error.message, sha256, options)
  }
}

/** Or why it cannot be read. */
function readOr(pdf: Uint8Array, sections: readonly Section[] | undefined): SignedFile | string {
  try {
    return readSignedFile(pdf, new Budget(), sections)
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    return error.message
  }
}

/** Neither our data nor a field of our naming: a PDF that reads well and is somebody else's. */
const isForeign = ({ record, fields }: SignedFile): boolean => !record && !fields.some(({ name }) => /^(?:ky|dau)\./.test(name))

/** A file of another form: a record of ours with something appended, or no record at all. */
async function checkOther(pdf: Uint8Array, reason: string, sha256: string, options: Reading): Promise<Report> {
  const beginning = signedBeginning(pdf)
  if (beginning && !isForeign(beginning)) {
    const appended = line(2, 'UNSIGNED_REVISION', 'broken', {
      fault: 'appended-after-the-last-revision',
      bytes: pdf.length - beginning.file.bytes.length,
    })
    try {
      const digests = await digestsOf(beginning.file.bytes, beginning.signatures, options.real.digest)
      return await checkReadable(digests, beginning, [appended], sha256, options)
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
    }
  }
  const found = [...compareDigest(sha256, options), ...(await linesForUnreadable(pdf, reason, options.real))]
  return unread(found, sha256, 'not-a-record-of-this-software', options)
}

const inMegabytes = (bytes: number) => ({
  megabytes: Math.ceil(bytes / 1024 / 1024),
  most: Math.floor(checkPolicy.fileBytes.value / 1024 / 1024),
})

/** The report on what is no record to this check: nothing of it but what was found before reading stopped. */
const unread = (found: readonly CheckLine[], sha256: string, reason: string, options: Reading): Report =>
  reportOf([...found, ...undone(found, reason)], options, {
    isSample: false,
    signing: 'unreadable',
    awaiting: [],
    sha256,
    recordId: null,
    recordSha256: null,
    signatures: [],
  })

type Facts = Omit<Report, 'overall' | 'checkedAt' | 'revocationLists' | 'notDone' | 'lines'>

function reportOf(found: readonly CheckLine[], { now, trustListedAt, crls, real }: Reading, facts: Facts): Report {
  const lists = revocationLists(crls, now)
  const trust = facts.isSample || trustListedAt === undefined ? {} : { listedAt: trustListedAt }
  const about = reportLines({ roots: real.roots.length, crls: lists, now, ...trust }, found)
  const lines = inOrder([...found, ...about])
  return {
    overall: overallOf(lines),
    ...facts,
    checkedAt: new Date(now).toISOString(),
    revocationLists: lists,
    notDone: notDone(lines),
    lines,
  }
}

async function checkReadable(
  digests: Digests,
  signed: SignedFile,
  found: readonly CheckLine[],
  sha256: string,
  options: Reading,
): Promise<Report> {
  const { records = new Map(), neighbours = new Map(), read = new Map() } = options
  const attached = await checkAttachedRecord(signed, read)
  const { record } = attached
  const isSample = record?.sample === true
  const lines: CheckLine[] = isSample ? [line(1, 'SAMPLE', 'note')] : []
  // Practice data is refused whole, however well it is signed: no part of the check may be read as a yes.
  if (record?.rehearsal === true) lines.push(line(1, 'REHEARSAL', 'broken'))
  lines.push(...checkFile(signed, sha256, options))

  const structure = [...found, ...checkStructure(signed), ...checkPrepared(signed), ...(await checkDrawing(signed))]
  lines.push(...(structure.length > 0 ? structure : [line(2, 'STRUCTURE_OK', 'ok', { signatures: signed.signatures.length })]))

  const { signatureLines, certificates, reports } = await checkSignatures(digests, signed, isSample ? options.sample : options.real)
  lines.push(...signatureLines)
  lines.push(...checkSigners(signed, record, certificates, options))
  if (record) lines.push(...(await checkSignerNames(signed, record)))
  lines.push(...attached.lines)
  if (record) {
    lines.push(...checkOutcome(record, options.judge, options.ruleOf))
    lines.push(...(await checkPageFigures(signed, record)))
    lines.push(...(await checkLog(record, records, options.log)))
    lines.push(...checkChain(record, neighbours, records, options.strict === true))
  }
  lines.push(...undone(lines, record ? 'no-signature' : 'no-data-to-check'))
  const awaiting = awaitedFields(signed)
  return reportOf(lines, options, {
    isSample,
    signing: signed.signatures.length === 0 ? 'unsigned' : awaiting.length > 0 ? 'awaiting-signatures' : 'complete',
    awaiting,
    sha256,
    recordId: record?.recordId ?? null,
    recordSha256: attached.sha256,
    signatures: reports,
  })
}

function checkFile(signed: SignedFile, sha256: string, options: Reading): readonly CheckLine[] {
  const lines = [line(1, 'FILE_READ', 'ok', { sha256 }), ...compareDigest(sha256, options)]
  // Where nobody has to sign, nobody is missing; that nobody did is no record all the same.
  const isBlank = signed.fields.every(({ dict }) => !dict.has('V')) && awaitedFields(signed).length === 0
  if (isBlank) lines.push(line(1, 'NO_SIGNATURE', 'undecided'))
  return lines
}

/** Without a digest written down elsewhere nothing says that this is the file that was meant. */
function compareDigest(sha256: string, { expected }: Reading): readonly CheckLine[] {
  if (expected.fileSha256 === undefined) return [line(1, 'FILE_NOT_COMPARED', 'skipped')]
  return expected.fileSha256 === sha256
    ? [line(1, expected.by === 'manifest' ? 'FILE_AS_LISTED' : 'FILE_AS_LOGGED', 'ok')]
    : [line(1, 'FILE_DIFFERS', 'broken', { expected: expected.fileSha256, sha256 })]
}

async function checkSignatures(digests: Digests, { signatures }: SignedFile, trust: Trust) {
  const certificates = new Map<string, Certificate>()
  const reports: SignatureReport[] = []
  const signatureLines: CheckLine[] = []
  const checked = await Promise.all(signatures.map((signature) => checkSignature(digests, signature, trust)))
  for (const [i, { lines, cms, report }] of checked.entries()) {
    const name = signatures[i]?.field.name
    signatureLines.push(...lines)
    if (cms && name !== undefined) certificates.set(name, cms.certificate)
    if (report) reports.push(report)
  }
  signatureLines.push(...revocationLine(checked, trust.now), ...(await givenRootLines(checked, trust)))
  return { signatureLines, certificates, reports }
}

/** The record.json of a paper with its hash, to know a chain's neighbours by; null when the file is not a readable paper. */
export async function recordOf(
  pdf: Uint8Array,
): Promise<{ readonly bytes: Uint8Array; readonly sha256: string; readonly sections: readonly Section[] } | null> {
  try {
    const file = openPdf(pdf)
    const record = attachedRecord(file)
    return record ? { bytes: record, sha256: await sha256Hex(record), sections: file.sections } : null
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}
