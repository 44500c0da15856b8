// The shape of a check's answer: numbered lines, one verdict.
import type { CheckCode } from '../workflows/wording/check-codes.ts'

export type CheckState = 'ok' | 'broken' | 'undecided' | 'note' | 'skipped'
export type Overall = 'HOP_LE' | 'KHONG_HOP_LE' | 'CHUA_DU_CO_SO'

/** `no` is the number of the check in documents.md B6.6 (1-9, titles in wording/check-codes.ts); `subject` the field or file it speaks of. */
export type CheckLine = {
  readonly no: number
  readonly code: CheckCode
  readonly state: CheckState
  readonly subject?: string
  readonly numbers: Readonly<Record<string, string | number | boolean | readonly string[]>>
}

export type SignatureReport = {
  readonly field: string
  readonly name: string
  readonly citizenId: string | null
  /** Claimed time, ISO with offset. */
  readonly at: string | null
  readonly issuer: string
  readonly serial: string
}

/** A revocation list at hand, and whether it is young enough to say "not revoked". */
export type RevocationList = {
  readonly issuer: string
  /** ISO instants. */
  readonly issuedAt: string
  readonly nextAt: string | null
  readonly days: number
  readonly isFresh: boolean
}

export type Report = {
  readonly overall: Overall
  /** The clock of the machine that checked, ISO. */
  readonly checkedAt: string
  readonly revocationLists: readonly RevocationList[]
  /** Numbers of the checks that were not done, or not wholly. */
  readonly notDone: readonly number[]
  readonly isSample: boolean
  readonly signing: 'unsigned' | 'awaiting-signatures' | 'complete' | 'unreadable'
  /** Required fields still empty. */
  readonly awaiting: readonly string[]
  readonly sha256: string
  readonly recordId: string | null
  /** SHA-256 of record.json; what `previousRecord` of the next record must name. */
  readonly recordSha256: string | null
  readonly signatures: readonly SignatureReport[]
  readonly lines: readonly CheckLine[]
}

type Numbers = CheckLine['numbers']
export const line = (no: number, code: CheckCode, state: CheckState, numbers: Numbers = {}, subject?: string): CheckLine =>
  subject === undefined ? { no, code, state, numbers } : { no, code, state, subject, numbers }

export function overallOf(lines: readonly CheckLine[]): Overall {
  if (lines.some(({ state }) => state === 'broken')) return 'KHONG_HOP_LE'
  return lines.some(({ state }) => state === 'undecided') ? 'CHUA_DU_CO_SO' : 'HOP_LE'
}
