// Check 3: one signature's mathematics, its certificate, the path to a root and revocation (documents.md B2, B3, B4.2).
import { type Cms, isPlainCms, readCms } from '../cms.ts'
import { type Certificate, type Crl, citizenIdOf, commonNameOf, isForPersons } from '../crypto/certificate.ts'
import { buildChain, type Chain, type Revocation, revocationOf } from '../crypto/chain.ts'
import { verifySignature } from '../crypto/verify.ts'
import { type Digest, hex, latin1, sameBytes, sha256Hex } from '../pdf/bytes.ts'
import { daysBetween } from '../policy.ts'
import { type CheckLine, line, type SignatureReport } from '../report.ts'
import type { Signature } from '../signed-file.ts'
import type { Digests } from './digests.ts'
import { isFresh } from './report-lines.ts'

const NO = 3

export type Trust = {
  readonly roots: readonly Certificate[]
  /** Sample roots when this record may not use them: named in the answer instead of "unknown". */
  readonly barredRoots: readonly Certificate[]
  /** Those among `roots` that came with the files; and whether a person has compared their digests elsewhere. */
  readonly given: readonly { readonly root: Certificate; readonly isCompared: boolean }[]
  readonly crls: readonly Crl[]
  /** Milliseconds. */
  readonly now: number
  readonly digest: Digest
  /** A chain is walked once in a run for each certificate and the certificates that came with it. */
  readonly chains: Map<string, Promise<Walked>>
}

/** A path of trust with what the revocation lists say of it. */
export type Walked = { readonly chain: Chain; readonly revocation: Revocation | null }

export type Checked = {
  readonly lines: readonly CheckLine[]
  readonly cms: Cms | null
  readonly report: SignatureReport | null
  /** Null when no path of trust was found. */
  readonly revocation: Revocation | null
  /** Where the path of trust ended. */
  readonly root: Certificate | null
}

export async function checkSignature(digests: Digests, signature: Signature, trust: Trust): Promise<Checked> {
  const field = signature.field.name
  const cms = await readCms(signature.cms)
  if ('fault' in cms) {
    const code = cms.fault === 'weak-hash' ? 'WEAK_ALG' : 'FORMAT'
    return { lines: [line(NO, code, 'broken', { fault: cms.fault }, field)], cms: null, report: null, revocation: null, root: null }
  }
  const { certificate } = cms
  const report: SignatureReport = {
    field,
    name: commonNameOf(certificate),
    citizenId: citizenIdOf(certificate),
    at: signature.claimedAt,
    issuer: issuerName(cms),
    serial: certificate.serial,
  }
  const faults = await mathematics(await digests.around(signature, cms.hash), signature, cms)
  const claimed = signature.claimedAt === null ? null : Date.parse(signature.claimedAt)
  if (claimed === null) faults.push(line(NO, 'FORMAT', 'broken', { fault: 'no-signing-time' }, field))
  const { lines, revocation, root } = await trustworthiness(cms, { field, claimed, isOurs: true }, trust)
  const all = [...faults, ...lines]
  if (all.length === 0) all.push(line(NO, 'OK', 'ok', { name: report.name, at: report.at ?? '' }, field))
  return { lines: all, cms, report, revocation, root }
}

const issuerName = ({ certificate, certificates }: Cms): string => {
  const issuer = certificates.find((one) => sameBytes(one.subject, certificate.issuer))
  return issuer ? commonNameOf(issuer) : ''
}

/** Do the bytes, the digest and the signature value agree? No trust is asked here. @param digest of what the signature covers. */
export async function mathematics(digest: Uint8Array, signature: Signature, cms: Cms): Promise<CheckLine[]> {
  const field = signature.field.name
  const isPlain = await isPlainCms(signature.cms, cms)
  const form = isPlain ? [] : [line(NO, 'FORMAT', 'broken', { fault: 'value-of-another-form' }, field)]
  return [...form, ...(await agreement(digest, cms, field))]
}

/** @param digest of the signed bytes, by the hash the structure names. */
export async function agreement(digest: Uint8Array, cms: Cms, field: string): Promise<CheckLine[]> {
  const lines: CheckLine[] = []
  if (!sameBytes(digest, cms.messageDigest)) lines.push(line(NO, 'DIGEST_MISMATCH', 'broken', { digest: hex(digest) }, field))
  const verdict = await verifySignature(cms.certificate.publicKey, cms.algorithm, cms.signature, cms.signed, cms.hash)
  if (verdict === 'invalid') lines.push(line(NO, 'SIG_CRYPTO', 'broken', {}, field))
  if (verdict === 'weak') lines.push(line(NO, 'WEAK_ALG', 'broken', { algorithm: cms.algorithm.oid }, field))
  if (verdict === 'unknown-algorithm')
    lines.push(line(NO, 'FORMAT', 'undecided', { fault: 'unknown-algorithm', algorithm: cms.algorithm.oid }, field))
  return lines
}

/** @param claimed the time the signer claims, milliseconds; null where none is told. */
export async function trustworthiness(
  cms: Cms,
  { field, claimed, isOurs = false }: { readonly field: string; readonly claimed: number | null; readonly isOurs?: boolean },
  trust: Trust,
): Promise<Pick<Checked, 'lines' | 'revocation' | 'root'>> {
  const lines: CheckLine[] = []
  if (!mayByUsage(cms.certificate)) lines.push(line(NO, 'KEY_USAGE', 'broken', {}, field))
  const { chain, revocation } = await walk(cms, trust)
  if ('fault' in chain) {
    const isSampleRoot = trust.barredRoots.length > 0 && 'path' in (await buildChain(cms.certificate, cms.certificates, trust.barredRoots))
    lines.push(line(NO, 'CERT_UNTRUSTED', 'undecided', { fault: isSampleRoot ? 'sample-authority' : chain.fault }, field))
    lines.push(...dates([cms.certificate], claimed, trust.now, field))
    return { lines, revocation: null, root: null }
  }
  const { path } = chain
  // Files of other makers may carry what they like; ours carry the path and nothing more.
  if (isOurs && cms.certificates.some((held) => !path.some((one) => sameBytes(one.der, held.der))))
    lines.push(line(NO, 'FORMAT', 'broken', { fault: 'spare-certificate' }, field))
  lines.push(...dates(chain.path, claimed, trust.now, field))
  if (revocation?.state === 'revoked') {
    // The signing time is only claimed: a certificate revoked later proves nothing about what was signed before.
    const state = claimed === null || revocation.at <= claimed ? 'broken' : 'undecided'
    lines.push(line(NO, 'CERT_REVOKED', state, { revokedAt: new Date(revocation.at).toISOString() }, field))
  }
  return { lines, revocation, root: chain.path.at(-1) ?? null }
}

function walk(cms: Cms, trust: Trust): Promise<Walked> {
  const id = [cms.certificate, ...cms.certificates].map(({ der }) => latin1(der)).join('|')
  const known = trust.chains.get(id)
  if (known) return known
  const walked = walkAnew(cms, trust)
  trust.chains.set(id, walked)
  return walked
}

async function walkAnew(cms: Cms, trust: Trust): Promise<Walked> {
  const chain = await buildChain(cms.certificate, cms.certificates, trust.roots)
  if ('fault' in chain) return { chain, revocation: null }
  return { chain, revocation: await revocationOf(chain.path, trust.crls, (list) => isFresh(list, trust.now)) }
}

/** A path of trust that ends at a root the bringer of the files handed in proves nothing before its digest is compared. */
export async function givenRootLines(checked: readonly Pick<Checked, 'root'>[], { given }: Trust): Promise<readonly CheckLine[]> {
  const used = given.filter(({ root }) => checked.some((one) => one.root && sameBytes(one.root.der, root.der)))
  return Promise.all(
    used.map(async ({ root, isCompared }) => {
      const numbers = { name: commonNameOf(root), sha256: await sha256Hex(root.der) }
      return isCompared ? line(NO, 'ROOT_COMPARED', 'note', numbers) : line(NO, 'ROOT_GIVEN', 'undecided', numbers)
    }),
  )
}

/** One line for all signatures: the oldest list that was needed, or why there is no answer. A revoked certificate has its own line. */
export function revocationLine(checked: readonly Pick<Checked, 'revocation'>[], now: number): readonly CheckLine[] {
  const answers = checked.flatMap(({ revocation }) => (revocation && revocation.state !== 'revoked' ? [revocation] : []))
  const unknown = answers.find((one) => one.state === 'unknown' && one.newest === null) ?? answers.find((one) => one.state === 'unknown')
  if (unknown?.state === 'unknown') {
    const { newest } = unknown
    if (newest === null) return [line(NO, 'REVOCATION_UNKNOWN', 'note', { fault: 'no-revocation-list' })]
    const age = { at: day(newest), days: daysBetween(newest, now) }
    return [line(NO, 'REVOCATION_UNKNOWN', 'note', { fault: 'revocation-list-not-fresh', ...age })]
  }
  const dates = answers.flatMap((one) => (one.state === 'good' && Number.isFinite(one.asOf) ? [one.asOf] : []))
  if (dates.length === 0) return []
  const oldest = Math.min(...dates)
  return [line(NO, 'REVOCATION_OK', 'ok', { at: day(oldest), days: daysBetween(oldest, now) })]
}

const day = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** A signature that tells no time can still be said to lie outside its certificate's life today. */
function dates(path: readonly Certificate[], claimed: number | null, now: number, field: string): readonly CheckLine[] {
  if (claimed !== null && path.some((one) => claimed < one.notBefore || claimed > one.notAfter))
    return [line(NO, 'CERT_EXPIRED_AT_SIGN', 'broken', {}, field)]
  const until = Math.min(...path.map((one) => one.notAfter))
  if (now > until) return [line(NO, 'CERT_EXPIRED_NO_POE', 'undecided', { until: new Date(until).toISOString().slice(0, 10) }, field)]
  return []
}

export function mayByUsage(certificate: Certificate): boolean {
  if (certificate.isAuthority) return false
  const { keyUsage } = certificate
  return (!keyUsage || keyUsage.digitalSignature || keyUsage.nonRepudiation) && isForPersons(certificate)
}
