// The authority an office makes for itself where there are no tokens: its keys are sealed by a passphrase and open only to issue.
import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { SignerAlgorithm } from '../../records/signer.ts'
import { ok, type Result } from '../../workflows/core/result.ts'
import { type Issuer, makeCrl, makeIntermediate, makeOfficial, makeRoot, type Official, type Revoked } from './certificates.ts'
import { fromBase64, KeyBundle, openSecret, sealSecret, toBase64, type WrongPassword } from './key-bundle.ts'

const { secret } = KeyBundle.shape
export const AuthorityBundle = z.strictObject({
  format: z.literal('tiencu.authority/1'),
  organisation: z.string(),
  root: z.strictObject({ certificate: z.base64(), secret }),
  intermediate: z.strictObject({ certificate: z.base64(), secret }),
})
export type AuthorityBundle = z.infer<typeof AuthorityBundle>

/** Root 20 years, intermediate 10, officials 5 (certificates of officials commonly run up to 5 years, documents.md B1). */
const YEARS = { root: 20, intermediate: 10, official: 5 } as const

/** @param at when the authority is made: the certificates count from the day before, so that a slow clock refuses nothing. */
export async function createAuthority({
  organisation,
  at,
  passphrase,
  cost,
}: {
  organisation: string
  at: Date
  passphrase: string
  /** log2 of scrypt's N; lowered only by tests. */
  cost?: number | undefined
}): Promise<AuthorityBundle> {
  const rootKeys = newKeys('ecdsa-p256-sha256')
  const middleKeys = newKeys('ecdsa-p256-sha256')
  const root = await makeRoot(
    `Chứng thực gốc nội bộ ${organisation}`,
    organisation,
    rootKeys.privateKey,
    rootKeys.publicKey,
    validity(at, YEARS.root),
    newSerial(),
  )
  const issuer = { certificate: root, key: rootKeys.privateKey }
  const middle = await makeIntermediate(
    `Chứng thực nội bộ ${organisation}`,
    organisation,
    middleKeys.publicKey,
    issuer,
    validity(at, YEARS.intermediate),
    newSerial(),
  )
  return {
    format: 'tiencu.authority/1',
    organisation,
    root: { certificate: toBase64(root), secret: sealSecret(pkcs8(rootKeys.privateKey), passphrase, cost) },
    intermediate: { certificate: toBase64(middle), secret: sealSecret(pkcs8(middleKeys.privateKey), passphrase, cost) },
  }
}

export type IssueOrder = {
  readonly bundle: AuthorityBundle
  /** Opens the authority. */
  readonly passphrase: string
  readonly name: string
  readonly citizenId: string
  readonly algorithm?: SignerAlgorithm
  readonly at: Date
  /** Seals the official's own key: only he knows it. */
  readonly keyPassphrase: string
  readonly cost?: number | undefined
}

/** A key and certificate for one official. */
export async function issueCertificate(order: IssueOrder): Promise<Result<KeyBundle, WrongPassword>> {
  const issuer = issuerOf(order.bundle.intermediate, order.passphrase)
  if (!issuer.ok) return issuer
  const algorithm = order.algorithm ?? 'ecdsa-p256-sha256'
  const keys = newKeys(algorithm)
  const official: Official = { name: order.name, citizenId: order.citizenId, organisation: order.bundle.organisation }
  const certificate = await makeOfficial(official, keys.publicKey, issuer.value, validity(order.at, YEARS.official), newSerial())
  return ok({
    format: 'tiencu.key/1',
    kind: 'officeAuthority',
    algorithm,
    certificate: toBase64(certificate),
    chain: [order.bundle.intermediate.certificate],
    secret: sealSecret(pkcs8(keys.privateKey), order.keyPassphrase, order.cost),
  })
}

export type RevocationOrder = {
  readonly bundle: AuthorityBundle
  readonly passphrase: string
  readonly revoked: readonly Revoked[]
  /** Grows by one with each list (RFC 5280, 5.2.3). */
  readonly number: number
  readonly at: Date
  readonly until: Date
}

/** DER: of the officials' certificates (by the intermediate), and of the intermediate itself (by the root, empty: it lives as long as its root). */
export async function makeRevocationLists({
  bundle,
  passphrase,
  revoked,
  number,
  at,
  until,
}: RevocationOrder): Promise<Result<{ readonly intermediate: Uint8Array; readonly root: Uint8Array }, WrongPassword>> {
  const middle = issuerOf(bundle.intermediate, passphrase)
  if (!middle.ok) return middle
  const top = issuerOf(bundle.root, passphrase)
  if (!top.ok) return top
  const times = { number, thisUpdate: at, nextUpdate: until }
  return ok({ intermediate: await makeCrl(middle.value, revoked, times), root: await makeCrl(top.value, [], times) })
}

function issuerOf({ certificate, secret: sealed }: AuthorityBundle['root'], passphrase: string): Result<Issuer, WrongPassword> {
  const opened = openSecret(sealed, passphrase)
  if (!opened.ok) return opened
  const key = createPrivateKey({ key: Buffer.from(opened.value), format: 'der', type: 'pkcs8' })
  return ok({ certificate: fromBase64(certificate), key })
}

function newKeys(algorithm: SignerAlgorithm): { readonly privateKey: KeyObject; readonly publicKey: KeyObject } {
  return algorithm === 'rsa-sha256'
    ? generateKeyPairSync('rsa', { modulusLength: 2048 })
    : generateKeyPairSync('ec', { namedCurve: 'P-256' })
}

const pkcs8 = (key: KeyObject): Uint8Array => new Uint8Array(key.export({ format: 'der', type: 'pkcs8' }))

/** 127 random bits, positive and never beginning with zero (RFC 5280, 4.1.2.2). */
function newSerial(): string {
  const bytes = randomBytes(16)
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return bytes.toString('hex')
}

function validity(at: Date, years: number): { readonly from: Date; readonly until: Date } {
  const from = new Date(at.getTime() - 86_400_000)
  const until = new Date(from)
  until.setUTCFullYear(until.getUTCFullYear() + years)
  return { from, until }
}
