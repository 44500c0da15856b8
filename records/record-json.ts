// record.json inside a paper: the parts a check reads, taken out of untrusted bytes without trusting their shape.
import { canonical, parseStrictJson } from '../workflows/core/canonical.ts'
import { fromUtf8, sameBytes, utf8 } from './pdf/bytes.ts'

export type RecordSigner = {
  readonly field: string
  readonly required: boolean
  /** By a recorded exception in the place of this person. */
  readonly insteadOf?: { readonly cn: string; readonly reason: string; readonly document: string; readonly day: string }
  readonly certSubjectMatch: { readonly soDinhDanh?: string; readonly cn?: string }
}
export type RecordLog = {
  readonly origin: string
  readonly treeSize: number
  readonly rootHash: string
  readonly checkpoint?: string
  /** Raw Ed25519 public key of the log, base64. */
  readonly publicKey?: string
  /** Proof that the fact which closed the stage is in the tree: its envelope text, its place (from 0), the path upward (base64). */
  readonly inclusion?: { readonly envelope: string; readonly index: number; readonly path: readonly string[] }
  /** Proof that the tree of `size` facts, the one the record before names, begins this one (base64). */
  readonly consistency?: { readonly size: number; readonly path: readonly string[] }
}
export type Judged = { readonly stage: string; readonly input: unknown; readonly rule: unknown; readonly output: unknown }
/** The parts of `nhansu.stage-record/1` (documents.md B6.2) that checks look at; everything else is only hashed. */
export type StageRecord = {
  readonly recordId?: string
  readonly version?: number
  /** Which paper carries the record: `bien-ban-kiem-phieu`, … */
  readonly paper?: string
  readonly caseId?: string
  readonly sample: boolean
  readonly rehearsal: boolean
  readonly stageId?: string
  readonly closedAt?: string
  readonly createdAt?: string
  /** The judged count of the stage, or those of every stage in a result table. */
  readonly judged: readonly Judged[]
  readonly signers: readonly RecordSigner[]
  readonly auditLog?: RecordLog
  readonly previousRecord?: { readonly recordId: string; readonly recordSha256: string }
}

export type RecordFault = {
  readonly fault: 'too-big' | 'not-utf8' | 'not-json' | 'duplicate-key' | 'not-an-object' | 'not-canonical' | 'not-nfc'
}

/** Parses strictly and demands the canonical bytes: the same data has one form only. */
export function readRecord(bytes: Uint8Array): StageRecord | RecordFault {
  if (bytes.length > MAX_BYTES) return { fault: 'too-big' }
  try {
    return readCanonical(bytes)
  } catch (error) {
    // Half a surrogate pair, a number beyond all numbers, brackets deeper than the stack: JSON to some readers, canonical to none.
    if (error instanceof TypeError || error instanceof RangeError) return { fault: 'not-canonical' }
    throw error
  }
}

/** A stage record holds names and counts: a hundredth of this. */
const MAX_BYTES = 16 << 20
/** A result table gathers the stages of one case. */
const MAX_RESULTS = 100

function readCanonical(bytes: Uint8Array): StageRecord | RecordFault {
  const text = decoded(bytes)
  if (text === null) return { fault: 'not-utf8' }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { fault: 'not-json' }
  }
  // Of two equal keys one is lost in reading: then the text written again is another, and only then is it looked for.
  if (!isObject(value) || !sameBytes(utf8(canonical(value)), bytes)) return { fault: faultOfText(text, value) }
  if (text !== text.normalize('NFC')) return { fault: 'not-nfc' }
  const { results, signers } = value
  if ([results, signers].some((list) => Array.isArray(list) && list.length > MAX_RESULTS)) return { fault: 'too-big' }
  return stageRecord(value)
}

function faultOfText(text: string, value: unknown): RecordFault['fault'] {
  const strict = parseStrictJson(text)
  if (!strict.ok) return strict.refusal.code
  if (!isObject(value)) return 'not-an-object'
  return text === text.normalize('NFC') ? 'not-canonical' : 'not-nfc'
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return fromUtf8(bytes)
  } catch {
    return null
  }
}

type Unknown = { readonly [key: string]: unknown }
export const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const countOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

function stageRecord(value: Unknown): StageRecord {
  const stage = isObject(value.stage) ? value.stage : {}
  const ofCase = isObject(value.case) ? value.case : {}
  const previous = isObject(value.previousRecord) ? value.previousRecord : {}
  const recordId = textOf(previous.recordId)
  const recordSha256 = textOf(previous.recordSha256)
  return defined({
    recordId: textOf(value.recordId),
    version: countOf(value.version),
    paper: textOf(value.paper),
    caseId: textOf(ofCase.caseId),
    sample: value.sample === true,
    rehearsal: value.rehearsal === true,
    stageId: textOf(stage.stageId),
    closedAt: textOf(stage.closedAt),
    createdAt: textOf(value.createdAt),
    judged: judgedOf(value, textOf(stage.key) ?? ''),
    signers: (Array.isArray(value.signers) ? value.signers : []).filter(isObject).map(signerOf),
    auditLog: isObject(value.auditLog) ? logOf(value.auditLog) : undefined,
    previousRecord: recordId !== undefined && recordSha256 !== undefined ? { recordId, recordSha256 } : undefined,
  })
}

function judgedOf(value: Unknown, ownStage: string): readonly Judged[] {
  const results = Array.isArray(value.results) ? value.results.filter(isObject) : []
  const entries = [{ key: ownStage, judged: value.judged }, ...results]
  return entries.flatMap(({ key, judged }) =>
    isObject(judged) ? [{ stage: textOf(key) ?? '', input: judged.input, rule: judged.rule, output: judged.output }] : [],
  )
}

function signerOf(value: Unknown): RecordSigner {
  const match = isObject(value.certSubjectMatch) ? value.certSubjectMatch : {}
  const instead = isObject(value.insteadOf) ? value.insteadOf : undefined
  const paper = isObject(instead?.document) ? instead.document : {}
  return {
    field: textOf(value.field) ?? '',
    required: value.required === true,
    ...(instead && {
      insteadOf: {
        cn: textOf(instead.cn) ?? '',
        reason: textOf(instead.reason) ?? '',
        document: textOf(paper.number) ?? '',
        day: textOf(paper.date) ?? '',
      },
    }),
    certSubjectMatch: defined({ soDinhDanh: textOf(match.soDinhDanh), cn: textOf(match.cn) }),
  }
}

function logOf(value: Unknown): RecordLog {
  const proof = isObject(value.inclusion) ? value.inclusion : undefined
  const from = isObject(value.consistency) ? value.consistency : undefined
  return defined({
    origin: textOf(value.origin) ?? '',
    treeSize: countOf(value.treeSize) ?? -1,
    rootHash: textOf(value.rootHash) ?? '',
    checkpoint: textOf(value.checkpoint),
    publicKey: textOf(value.publicKey),
    inclusion: proof && {
      envelope: textOf(proof.envelope) ?? '',
      index: countOf(proof.index) ?? -1,
      path: pathOf(proof.path),
    },
    consistency: from && { size: countOf(from.size) ?? -1, path: pathOf(from.path) },
  })
}

const pathOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map((step) => textOf(step) ?? '') : [])

type WithoutUndefined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}
const defined = <T extends object>(value: T): WithoutUndefined<T> =>
  Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as WithoutUndefined<T>
