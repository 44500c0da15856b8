// The part of the counter that speaks of keys: what can be asked of them, and what people see of them. Never a secret in an answer.
import { z } from 'zod'
import { line } from './core/document.ts'
import { CaseId, PaperId } from './core/ids.ts'
import { Day } from './core/stamp.ts'
import { revocationReasons } from './desk/revocation-reasons.ts'
import type { PaperKind } from './papers/kinds.ts'
import type { PaperView } from './procedure/case-view.ts'

/** A passphrase, a password, a PIN: opens something for one act and is never kept. */
export const secret = z.string().min(1).max(1024)
/** Bytes cross the doorway as base64 text; 64 MB at most. */
export const bytes = z.base64().max(90_000_000)
export const path = z.string().min(1).max(1000)
const citizenId = z.string().regex(/^\d{12}$/)
export const keyId = z.string().min(1).max(80)

export const sealActs = [
  z.strictObject({ act: z.literal('createAuthority'), passphrase: secret }),
  /** `passphrase` opens the authority; `keyPassphrase` seals the new key, and only its owner need know it. */
  z.strictObject({ act: z.literal('issueCertificate'), name: line(120), citizenId, passphrase: secret, keyPassphrase: secret }),
  /** Answers with the paper to print, which holds the code and is kept nowhere. `file`: where the sealed keys are written beside it. */
  z.strictObject({ act: z.literal('makeRecoveryKit'), passphrase: secret, file: path.optional() }),
  /** `code` as typed from the paper; `kit`: the sealed keys, for a data file that does not hold them; `passphrase` is the new one. */
  z.strictObject({
    act: z.literal('restoreAuthority'),
    code: z.string().max(200),
    passphrase: secret,
    kit: z.base64().max(40_000).optional(),
  }),
  /** `on`: from which day the certificate counts no more. A new list is signed at once, so the passphrase of the authority is needed. */
  z.strictObject({
    act: z.literal('revokeCertificate'),
    keyId,
    reason: z.enum(revocationReasons),
    note: line(500),
    on: Day,
    passphrase: secret,
  }),
  z.strictObject({ act: z.literal('renewRevocationList'), passphrase: secret }),
  z.strictObject({ act: z.literal('exportRevocationList'), file: path }),
  /** A list of another authority (.crl, DER or PEM). */
  z.strictObject({ act: z.literal('importRevocationList'), list: bytes }),
  /** A policy file and the signature beside it (CMS, DER). */
  z.strictObject({ act: z.literal('acceptPolicy'), policy: z.base64().max(40_000), signature: z.base64().max(90_000) }),
  z.strictObject({ act: z.literal('importKey'), name: line(120), p12: bytes, password: secret }),
  /** Puts a driver file on the list of those that may be loaded; asked again after an update of the driver. */
  z.strictObject({ act: z.literal('addTokenDriver'), path }),
  z.strictObject({
    act: z.literal('registerToken'),
    driver: path,
    serial: z.string().max(64),
    label: z.string().max(64),
    ckaId: z.string().max(200),
    certificateSha256: z.string().max(64),
  }),
  /** Signs the next open field of a paper. `seen`: digest of the bytes the signer was shown. `secret` opens the key for this one act and is never kept; without it, the key of the sitting signs. */
  z.strictObject({
    act: z.literal('signPaper'),
    caseId: CaseId,
    paperId: PaperId,
    field: z.string().min(1).max(80),
    keyId,
    seen: z.string().regex(/^[0-9a-f]{64}$/),
    secret: secret.optional(),
  }),
  /** Opens a key for many papers in a row; it goes with the sitting, with whoever is at work, and after minutes without a signature. */
  z.strictObject({ act: z.literal('startSitting'), keyId, secret }),
  z.strictObject({ act: z.literal('endSitting') }),
] as const

export const sealQuestions = [
  /** How things stand with the keys of the office as a whole. */
  z.strictObject({ about: z.literal('seals') }),
  z.strictObject({ about: z.literal('keys') }),
  /** Papers of all cases whose next place is for the owner of this key. */
  z.strictObject({ about: z.literal('toSign'), keyId }),
  z.strictObject({ about: z.literal('drivers') }),
  /** Loads the driver and looks at every token in its readers. */
  z.strictObject({ about: z.literal('tokens'), driver: path }),
] as const

/** `good` and `old` by the age of the newest list of the issuer; `none`: no list is at hand. */
export type KeyStanding =
  | { readonly state: 'good' | 'old'; readonly listedOn: string; readonly days: number }
  | { readonly state: 'none' }
  | { readonly state: 'revoked'; readonly revokedAt: string }
/** A list of another authority. */
export type RevocationListView = {
  readonly issuer: string
  readonly thisUpdate: string
  readonly nextUpdate?: string
  readonly revoked: number
  readonly days: number
  readonly isFresh: boolean
}
export type KeyView = {
  readonly keyId: string
  readonly kind: 'token' | 'officeAuthority' | 'file' | 'test'
  readonly name: string
  readonly citizenId?: string
  readonly validTo: string
  /** The office itself revoked its certificate, from this instant. */
  readonly revokedAt?: string
  /** What the revocation lists at hand say; absent for sample keys. */
  readonly standing?: KeyStanding
  /** Of the token a key lives in. */
  readonly tokenLabel?: string
}
/** A driver file on the office's list. */
export type DriverView = { readonly path: string; readonly description: string; readonly addedOn: string }
export type TokenView = {
  readonly serial: string
  readonly label: string
  readonly model: string
  /** PKCS#11 tells flags, not a number. */
  readonly tries: 'some' | 'few' | 'one' | 'none'
  readonly certificates: readonly {
    readonly ckaId: string
    readonly sha256: string
    readonly name: string
    readonly citizenId?: string
    readonly issuer: string
    readonly validTo: string
    /** Already among the keys of the office. */
    readonly isRegistered: boolean
  }[]
}

/** A policy that lifts "print only" from classified cases. */
export type PolicyView = {
  readonly policySha256: string
  readonly classifications: readonly ('MAT' | 'TOI_MAT' | 'TUYET_MAT')[]
  readonly environment: string
  readonly validUntil: string
  readonly signedBy: string
}
export type SealsView = {
  readonly policies?: readonly PolicyView[]
  readonly lists?: readonly RevocationListView[]
  readonly authority?: {
    /** Last day its intermediate may issue. */
    readonly validTo: string
    readonly rootSha256: string
    /** The newest list of revoked certificates the authority signed. */
    readonly list?: { readonly number: number; readonly thisUpdate: string; readonly nextUpdate: string; readonly revoked: number }
    /** The newest recovery kit; absent while none was made. */
    readonly kit?: { readonly no: string; readonly madeAt: string; readonly by: string }
  }
}

export type PaperToSign = {
  readonly caseId: CaseId
  readonly paperId: PaperId
  readonly field: string
  readonly kind: PaperKind
  readonly stage?: PaperView['stage']
  readonly personName?: PaperView['personName']
  /** Post and unit of the case. */
  readonly title: string
  readonly drawnAt: string
  readonly sha256: string
}
export type SealAnswers = {
  toSign: readonly PaperToSign[]
  seals: SealsView
  keys: readonly KeyView[]
  drivers: readonly DriverView[]
  tokens: readonly TokenView[]
}
