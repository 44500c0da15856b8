// The check of a signed record, numbered as documents.md B6.6: the same code in the app, on the command line and in the one-file checker.
import { checkChain, checkLog } from './checks/log.ts'
import { checkOutcome, type Judge, type RuleOf } from './checks/outcome.ts'
import { checkPrepared } from './checks/prepared.ts'
import { checkAttachedRecord } from './checks/record.ts'
import { checkSignature, type Trust } from './checks/signature.ts'
import { awaitedFields, checkSigners } from './checks/signers.ts'
import { checkStructure } from './checks/structure.ts'
import { linesForUnreadable, signedBeginning } from './checks/unreadable.ts'
import { type Certificate, readCertificate } from './crypto/certificate.ts'
import { readCrls } from './crypto/chain.ts'
import { sameBytes, sha256Hex } from './pdf/bytes.ts'
import { Malformed } from './pdf/parse.ts'
import { type CheckLine, line, overallOf, type Report, type SignatureReport } from './report.ts'
import { readSignedFile, type SignedFile } from './signed-file.ts'

export type CheckOptions = {
  /** Trusted roots, DER: from the installation's trust list or named by the user, never from beside the file. */
  readonly roots: readonly Uint8Array[]
  /** Roots whose keys are public: they count only for records marked `sample: true`, even when listed among `roots`. */
  readonly sampleRoots?: readonly Uint8Array[]
  readonly crls?: readonly Uint8Array[]
  /** The law; without it check 6 is skipped. */
  readonly judge?: Judge
  /** The shipped rulebook's rule for a judged input; with it, a record judged by another rule gets a note. */
  readonly ruleOf?: RuleOf
  /** Milliseconds since 1970. */
  readonly now: number
  /** SHA-256 the log or the next record names for this file. */
  readonly expected?: { readonly fileSha256?: string }
  /** recordId to SHA-256 of record.json, of the records at hand. */
  readonly neighbours?: ReadonlyMap<string, string>
  /** A missing neighbour is "cannot decide" instead of a note. */
  readonly strict?: boolean
}

/** Answers for any bytes; throws only when `roots` cannot be read, which is the caller's fault. */
export async function checkRecord(pdf: Uint8Array, options: CheckOptions): Promise<Report> {
  const sha256 = await sha256Hex(pdf)
  const roots = options.roots.map(readCertificate)
  const sampleRoots = (options.sampleRoots ?? []).map(readCertificate)
  try {
    const signed = readSignedFile(pdf)
    if (isForeign(signed)) return await checkOther(pdf, 'form-of-another-maker', sha256, { ...options, roots, sampleRoots })
    return await checkReadable(pdf, signed, [], sha256, { ...options, roots, sampleRoots })
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    return checkOther(pdf, error.message, sha256, { ...options, roots, sampleRoots })
  }
}

type Read = Omit<CheckOptions, 'roots' | 'sampleRoots'> & {
  readonly roots: readonly Certificate[]
  readonly sampleRoots: readonly Certificate[]
}

/** Neither our data nor a field of our naming: a PDF that reads well and is somebody else's. */
const isForeign = ({ record, fields }: SignedFile): boolean => !record && !fields.some(({ name }) => /^(?:ky|dau)\./.test(name))

/** A file of another form: a record of ours with something appended, or no record at all. */
async function checkOther(pdf: Uint8Array, reason: string, sha256: string, options: Read): Promise<Report> {
  const beginning = signedBeginning(pdf)
  if (beginning) {
    const appended = line(2, 'UNSIGNED_REVISION', 'broken', {
      fault: 'appended-after-the-last-revision',
      bytes: pdf.length - beginning.file.bytes.length,
    })
    try {
      return await checkReadable(beginning.file.bytes, beginning, [appended], sha256, options)
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
    }
  }
  const lines = await linesForUnreadable(pdf, reason)
  return {
    overall: overallOf(lines),
    isSample: false,
    signing: 'unreadable',
    awaiting: [],
    sha256,
    recordId: null,
    recordSha256: null,
    signatures: [],
    lines,
  }
}

async function checkReadable(
  bytes: Uint8Array,
  signed: SignedFile,
  found: readonly CheckLine[],
  sha256: string,
  options: Read,
): Promise<Report> {
  const attached = await checkAttachedRecord(signed)
  const { record } = attached
  const isSample = record?.sample === true
  const lines: CheckLine[] = isSample ? [line(1, 'SAMPLE', 'note')] : []
  lines.push(...checkFile(signed, sha256, options))

  const structure = [...found, ...checkStructure(signed), ...checkPrepared(signed)]
  lines.push(...(structure.length > 0 ? structure : [line(2, 'STRUCTURE_OK', 'ok', { signatures: signed.signatures.length })]))

  const { signatureLines, certificates, reports } = await checkSignatures(bytes, signed, trustFor(isSample, options))
  lines.push(...signatureLines)
  lines.push(...checkSigners(signed, record, certificates, options.now))
  lines.push(...attached.lines)
  if (record) {
    lines.push(...checkOutcome(record, options.judge, options.ruleOf))
    lines.push(...(await checkLog(record)))
    lines.push(checkChain(record, options.neighbours ?? new Map(), options.strict === true))
  }
  const awaiting = awaitedFields(signed)
  return {
    overall: overallOf(lines),
    isSample,
    signing: signed.signatures.length === 0 ? 'unsigned' : awaiting.length > 0 ? 'awaiting-signatures' : 'complete',
    awaiting,
    sha256,
    recordId: record?.recordId ?? null,
    recordSha256: attached.sha256,
    signatures: reports,
    lines,
  }
}

function checkFile({ fields }: SignedFile, sha256: string, { expected }: Read): readonly CheckLine[] {
  const lines = [line(1, 'FILE_READ', 'ok', { sha256 })]
  if (expected?.fileSha256 !== undefined && expected.fileSha256 !== sha256) {
    lines.push(line(1, 'FILE_DIFFERS', 'broken', { expected: expected.fileSha256, sha256 }))
  }
  if (fields.length === 0) lines.push(line(1, 'NO_SIGNATURE', 'undecided'))
  return lines
}

function trustFor(isSample: boolean, { roots, sampleRoots, crls, now }: Read): Trust {
  const real = roots.filter((root) => !sampleRoots.some((sample) => sameBytes(sample.publicKey, root.publicKey)))
  return {
    roots: isSample ? [...real, ...sampleRoots] : real,
    barredRoots: isSample ? [] : sampleRoots,
    crls: readCrls(crls ?? []),
    now,
    chains: new Map(),
  }
}

async function checkSignatures(bytes: Uint8Array, { signatures }: SignedFile, trust: Trust) {
  const certificates = new Map<string, Certificate>()
  const reports: SignatureReport[] = []
  const signatureLines: CheckLine[] = []
  const checked = await Promise.all(signatures.map((signature) => checkSignature(bytes, signature, trust)))
  for (const [i, { lines, cms, report }] of checked.entries()) {
    const name = signatures[i]?.field.name
    signatureLines.push(...lines)
    if (cms && name !== undefined) certificates.set(name, cms.certificate)
    if (report) reports.push(report)
  }
  if (checked.some(({ revocationUnknown }) => revocationUnknown)) signatureLines.push(line(3, 'REVOCATION_UNKNOWN', 'note'))
  return { signatureLines, certificates, reports }
}

/** The record.json of a paper with its id and hash, to know a chain's neighbours by; null when the file is not a readable paper. */
export async function recordOf(pdf: Uint8Array): Promise<{ readonly bytes: Uint8Array; readonly sha256: string } | null> {
  try {
    const { record } = readSignedFile(pdf)
    return record ? { bytes: record, sha256: await sha256Hex(record) } : null
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}
