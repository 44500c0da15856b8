// What can have happened at the desk: the `office` stream of a data file (operators, settings, keys, hand-overs; documents.md B6.3).
import { z } from 'zod'
import { line, text } from '../core/document.ts'
import { CaseId, OperatorId, UnitId } from '../core/ids.ts'
import { Day, Instant } from '../core/stamp.ts'
import { toneMarkStyles } from '../core/tone-marks.ts'
import { Operator } from '../office.ts'
import { paperKinds } from '../papers/kinds.ts'
import { RegisterId } from '../papers/register.ts'
import { keyKinds, Organisation } from '../procedure/facts.ts'
import { ImportFieldName } from '../registry/import/plan.ts'
import { compositionFacts } from '../registry/own-composition.ts'
import { booksKept } from '../registry-export.ts'
import { wordFamilies } from '../word.ts'
import { communesShape } from './communes.ts'
import { returnKeyShape, takenShape } from './returns.ts'
import { revocationReasons } from './revocation-reasons.ts'

const fact = <const T extends string, S extends z.ZodRawShape>(type: T, shape: S) => z.strictObject({ type: z.literal(type), ...shape })
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** DER of one certificate. */
const certificate = z.base64().max(40_000)

/** A key as the file knows it: its certificate in the open, its secret only by the digest of an encrypted bundle. */
const keyShape = {
  keyId: z.string().regex(/^[a-z0-9-]{1,80}$/),
  kind: z.enum(keyKinds),
  name: line(200),
  citizenId: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  certificate,
  /** Issuers up to the root, nearest first. */
  issuers: z.array(certificate).max(8),
  certificateSha256: sha256,
  validTo: Day,
} as const
/** The bundle lies among the papers of the file, encrypted by its own passphrase before it came there. */
const bundleSha256 = sha256

/** Where a key lives that never leaves its token: the driver's file, the token by its serial number and label, the key by CKA_ID. */
const TokenRef = z.strictObject({
  driver: z.string().min(1).max(1000),
  serial: z.string().max(64),
  label: z.string().max(64),
  ckaId: z.string().regex(/^(?:[0-9a-f]{2})+$/),
})
export type TokenRef = z.infer<typeof TokenRef>

const deskFacts = [
  fact('officeOpened', {
    origin: line(200),
    organisation: Organisation,
    appVersion: line(80),
    /** This file holds rehearsals and nothing else; a file without it holds none. */
    rehearsal: z.literal(true).optional(),
  }),
  fact('operatorAdded', { operator: Operator }),
  fact('workStarted', { operatorId: OperatorId }),
  fact('holidaysChanged', { year: z.int().min(2021).max(2100), off: z.array(Day).max(60), working: z.array(Day).max(60) }),
  fact('authorityCreated', { root: certificate, intermediate: certificate, rootSha256: sha256, validTo: Day, bundleSha256 }),
  /** A paper with the code was drawn and handed over; the keys sealed by it lie among the papers of the file, the code nowhere. */
  fact('recoveryKitMade', { kitSha256: sha256, rootSha256: sha256 }),
  /** The authority came back from a kit under a new passphrase: after a lost one, or in a file that did not have it. */
  fact('authorityRestored', {
    root: certificate,
    intermediate: certificate,
    rootSha256: sha256,
    validTo: Day,
    bundleSha256,
    kitSha256: sha256,
  }),
  fact('certificateIssued', { ...keyShape, bundleSha256 }),
  /** A key file has a bundle, a key in a token has its `token`. */
  fact('keyImported', { ...keyShape, bundleSha256: bundleSha256.optional(), token: TokenRef.optional() }),
  /** Only drivers the office has named are ever loaded, and only as they were when named. */
  fact('tokenDriverAdded', { path: z.string().min(1).max(1000), sha256, description: z.string().max(64) }),
  /** For good. `revokedAt`: from when it counts, which may lie before the day it was said. */
  fact('certificateRevoked', {
    keyId: keyShape.keyId,
    serial: z.string().regex(/^(?:[0-9a-f]{2})+$/),
    certificateSha256: sha256,
    reason: z.enum(revocationReasons),
    note: line(500),
    revokedAt: Instant,
  }),
  /** Signed lists (DER, among the papers of the file): of the officials by the intermediate, of the intermediate by the root. */
  fact('revocationListMade', {
    number: z.int().min(1),
    sha256,
    rootListSha256: sha256,
    thisUpdate: Instant,
    nextUpdate: Instant,
    revoked: z.int().min(0),
  }),
  /** The list of another authority, its signature proven against an issuer this PC trusts; its bytes lie among the papers of the file. */
  fact('revocationListImported', {
    issuer: line(300),
    issuerSha256: sha256,
    sha256,
    thisUpdate: Instant,
    nextUpdate: Instant.optional(),
    revoked: z.int().min(0),
  }),
  /** documents.md A4 rule 2: a signed policy lets classified papers be signed here for a time; file and signature lie among the papers. */
  fact('policyAccepted', {
    policySha256: sha256,
    signatureSha256: sha256,
    classifications: z
      .array(z.enum(['MAT', 'TOI_MAT', 'TUYET_MAT']))
      .min(1)
      .max(3),
    environment: line(300),
    validFrom: Day,
    validUntil: Day,
    signedBy: line(300),
    certificateSha256: sha256,
  }),
  fact('policyEnded', { policySha256: sha256, reason: line(500) }),
  /** Who heads the personnel work: signs the result table of a case (documents.md A6.3). */
  fact('hrHeadNamed', { operatorId: OperatorId }),
  fact('caseExported', {
    caseId: CaseId,
    files: z.array(z.strictObject({ name: z.string().max(260), sha256 })).max(1000),
    logSize: z.int().min(0),
    logRoot: z.string().max(100),
  }),
  fact('verificationRun', {
    subject: z.enum(['file', 'ledger']),
    sha256: sha256.optional(),
    overall: z.enum(['HOP_LE', 'KHONG_HOP_LE', 'CHUA_DU_CO_SO']),
  }),
  fact('backupMade', { logSize: z.int().min(0), logRoot: z.string().max(100) }),
  fact('passphraseChanged', {}),
  /** A new term of the committee: registers of Party papers begin anew at 01 (documents.md A2). */
  fact('termStarted', { name: line(120), from: Day }),
  /** The office's own book came before the app: it gave the numbers up to `last`. */
  fact('registerStarted', { register: RegisterId, last: z.int().min(1).max(999_999) }),
  /** Numbers given by hand in the office's own book: the app gives none of them. */
  fact('numbersTaken', { register: RegisterId, first: z.int().min(1), last: z.int().min(1).max(999_999), reason: line(500) }),
  /** The house's place for marks of tone in the app's own words on papers drawn from here on (documents.md A9.5). */
  fact('spellingChosen', { toneMarks: z.enum(toneMarkStyles) }),
  /** A template of the office for its Word copies; its bytes lie among the papers of the file. The newest of a kind is used. */
  fact('wordTemplateLoaded', { family: z.enum(wordFamilies), kind: z.enum(paperKinds), version: z.int().min(1), sha256, name: line(200) }),
  fact('wordTemplateDropped', { family: z.enum(wordFamilies), kind: z.enum(paperKinds) }),
  /** A list of people or a return left the registry as a spreadsheet: personal data, so who took it is kept (programme.md 13). */
  fact('registryExported', { book: z.enum(booksKept), day: Day, filter: z.string().max(300), rows: z.int().min(0), sha256 }),
  /** A return of another office came in; taken again it is the next version, and every version stays (programme.md 14). */
  fact('returnTaken', takenShape),
  /** A version that counts no more: of the wrong unit, or taken back by its sender. */
  fact('returnDropped', { ...returnKeyShape, version: z.int().min(1), reason: line(500) }),
  /** Units that send their own returns: the office counts none of their people itself. */
  fact('returnSendersSet', { unitIds: z.array(UnitId).max(2000) }),
  /** A list of communes the office got; its rows lie among the papers. */
  fact('communesLoaded', communesShape),
  /** What the columns of rosters of one layout hold, as a clerk left it: null, not imported. The newest of a layout counts. */
  fact('rosterLayoutLearned', {
    fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
    columns: z
      .array(z.strictObject({ column: z.int().min(0).max(255), field: ImportFieldName.nullable() }))
      .min(1)
      .max(256),
    /** The heads were found by hand: so many rows, and so many between them and the data. */
    place: z.strictObject({ headRows: z.int().min(1).max(10), dataAfter: z.int().min(0).max(1000) }).optional(),
  }),
  /** A composition template of the office, as it stands from here on; and one it no longer offers. */
  fact('compositionKept', compositionFacts.kept),
  fact('compositionDropped', compositionFacts.dropped),
  /** How long it is kept who looked at personal records. */
  fact('readLogDaysSet', { days: z.int().min(30).max(3650), reason: line(500) }),
  /** The clock of the PC went back and an officer said why work may go on (documents.md B3.2). */
  fact('clockAccepted', { systemAt: Instant, lastAt: Instant, reason: text(500) }),
] as const

export const DeskFact = z.discriminatedUnion('type', deskFacts)
export type DeskFact = z.infer<typeof DeskFact>
export type DeskFactType = DeskFact['type']
export type DeskFactOf<T extends DeskFactType> = Extract<DeskFact, { type: T }>
export type DeskKey = Omit<DeskFactOf<'keyImported'>, 'type'>
export type StoredDeskFact = { readonly version: number; readonly at: string; readonly by: string; readonly fact: DeskFact }
