// Keys of the office: its own authority, the certificates it issues, keys brought as files. Secrets lie in the file only sealed by their own passphrase.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { citizenIdOf, commonNameOf, readCertificate } from '../../records/crypto/certificate.ts'
import type { Signer } from '../../records/signer.ts'
import { canonical } from '../../workflows/core/canonical.ts'
import { type Result, refuse, unreachable } from '../../workflows/core/result.ts'
import type { DeskKey } from '../../workflows/desk/facts.ts'
import { checkNewPassphrase } from '../../workflows/desk/passphrases.ts'
import type { LiveDesk } from '../../workflows/desk/replay.ts'
import type { Refusal, ShellAct } from '../../workflows/office.ts'
import { openFileKey } from '../keys/file-key.ts'
import { fromBase64, KeyBundle, openKey as openBundle, openSecret, sealSecret, toBase64 } from '../keys/key-bundle.ts'
import { AuthorityBundle, issueCertificate as issue, createAuthority as makeAuthority } from '../keys/office-authority.ts'
import { stampFor } from './at-work.ts'
import { lastDayOf } from './certificate-days.ts'
import { OfficeFault } from './faults.ts'
import type { OpenFile } from './open-file.ts'
import type { Services } from './services.ts'
import { openRegisteredToken } from './token-acts.ts'
import { trustRoot } from './trust.ts'

type Act<A extends ShellAct['act']> = Extract<ShellAct, { act: A }>
type Done = Result<LiveDesk, Refusal>

/** A key that came as .p12: sealed once more, for the files of old tools are sealed with weak ciphers. */
const FileBundle = z.strictObject({
  format: z.literal('tiencu.p12/1'),
  secret: KeyBundle.shape.secret.extend({ bytes: z.base64().max(400_000) }),
})

/** One authority for the life of the file; its root is trusted on this PC from now on. */
export async function createAuthority(
  { dataDir, keyCost }: Services,
  open: OpenFile,
  { passphrase }: Act<'createAuthority'>,
): Promise<Done> {
  const stamp = stampFor(open, 'createAuthority')
  if (!stamp.ok) return stamp
  const fit = checkNewPassphrase(passphrase)
  if (!fit.ok) return fit
  const { state } = open.desk()
  if (state.authority) return refuse({ code: 'authority-exists', validTo: state.authority.validTo })
  const bundle = await makeAuthority({
    organisation: state.opened.organisation.name,
    at: new Date(stamp.value.at),
    passphrase,
    cost: keyCost,
  })
  const { sha256, bytes } = stored(bundle)
  const root = fromBase64(bundle.root.certificate)
  const fact = {
    type: 'authorityCreated',
    root: bundle.root.certificate,
    intermediate: bundle.intermediate.certificate,
    rootSha256: digest(root),
    validTo: lastDayOf(fromBase64(bundle.intermediate.certificate)),
    bundleSha256: sha256,
  } as const
  const done = open.recordDesk([fact], stamp.value, state.version, [{ sha256, bytes }])
  if (done.ok) trustRoot(dataDir, `noi-bo-${fact.rootSha256.slice(0, 16)}`, root)
  return done
}

/** Whoever keeps the authority opens it; the key itself is sealed by a passphrase only its owner need know. */
export async function issueCertificate({ keyCost }: Services, open: OpenFile, act: Act<'issueCertificate'>): Promise<Done> {
  const { name, citizenId, passphrase, keyPassphrase } = act
  const stamp = stampFor(open, 'issueCertificate')
  if (!stamp.ok) return stamp
  const { authority } = open.desk().state
  if (!authority) return refuse({ code: 'no-authority' })
  // Whoever keeps the authority knows its passphrase: a key sealed by the same one would be theirs too.
  const fit = checkNewPassphrase(keyPassphrase, [passphrase])
  if (!fit.ok) return fit
  const bundle = AuthorityBundle.parse(readBundle(open, authority.bundleSha256))
  const issued = await issue({ bundle, passphrase, name, citizenId, at: new Date(stamp.value.at), keyPassphrase, cost: keyCost })
  if (!issued.ok) return issued
  const { sha256, bytes } = stored(issued.value)
  const certificate = fromBase64(issued.value.certificate)
  const key = keyOf('officeAuthority', certificate, issued.value.chain.map(fromBase64), name, sha256)
  return open.recordDesk([{ type: 'certificateIssued', ...key }], stamp.value, undefined, [{ sha256, bytes }])
}

/** Refused: `wrong-password`, `key-file-unreadable`, `key-kind-unsupported`, `certificate-missing`, `key-exists`. */
export async function importKey({ keyCost }: Services, open: OpenFile, { name, p12, password }: Act<'importKey'>): Promise<Done> {
  const stamp = open.stamp()
  if (!stamp.ok) return stamp
  const file = fromBase64(p12)
  const opened = await openFileKey(file, password)
  if (!opened.ok) return refuse({ code: opened.refusal.code })
  const { certificate, chain } = opened.value
  const known = open.desk().state.keys.find((one) => one.certificateSha256 === digest(certificate))
  if (known) return refuse({ code: 'key-exists', keyId: known.keyId })
  const { sha256, bytes } = stored({ format: 'tiencu.p12/1', secret: sealSecret(file, password, keyCost) })
  return open.recordDesk([{ type: 'keyImported', ...keyOf('file', certificate, chain, name, sha256) }], stamp.value, undefined, [
    { sha256, bytes },
  ])
}

/** The signer behind a key, for one act. `secret` is kept nowhere. */
export async function openKey(services: Services, open: OpenFile, key: DeskKey, secret: string): Promise<Result<Signer, Refusal>> {
  switch (key.kind) {
    case 'officeAuthority':
      return openBundle(KeyBundle.parse(bundleOf(open, key)), secret)
    case 'file': {
      const p12 = openSecret(FileBundle.parse(bundleOf(open, key)).secret, secret)
      if (!p12.ok) return p12
      const opened = await openFileKey(p12.value, secret)
      return opened.ok ? opened : refuse({ code: opened.refusal.code })
    }
    case 'token':
      return openRegisteredToken(services, open, key, secret)
    case 'test':
      throw new OfficeFault('key-without-bundle', key.keyId)
    default:
      return unreachable(key.kind)
  }
}

/** The person is who the certificate says; `label` stands in only where it names nobody. */
function keyOf(
  kind: 'officeAuthority' | 'file',
  certificate: Uint8Array,
  issuers: readonly Uint8Array[],
  label: string,
  bundleSha256: string,
): DeskKey & { readonly bundleSha256: string } {
  const read = readCertificate(certificate)
  const citizenId = citizenIdOf(read)
  const certificateSha256 = digest(certificate)
  return {
    keyId: `${kind === 'file' ? 'file' : 'office'}-${certificateSha256.slice(0, 16)}`,
    kind,
    name: commonNameOf(read) || label,
    ...(citizenId !== null && { citizenId }),
    certificate: toBase64(certificate),
    issuers: issuers.map(toBase64),
    certificateSha256,
    validTo: lastDayOf(certificate),
    bundleSha256,
  }
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export function stored(bundle: unknown): { readonly sha256: string; readonly bytes: Uint8Array } {
  const bytes = Buffer.from(canonical(bundle))
  return { sha256: digest(bytes), bytes }
}

function bundleOf(open: OpenFile, { keyId, bundleSha256 }: DeskKey): unknown {
  if (bundleSha256 === undefined) throw new OfficeFault('key-without-bundle', keyId)
  return readBundle(open, bundleSha256)
}

export function readBundle(open: OpenFile, sha256: string): unknown {
  const bytes = open.archive.papers.get(sha256)
  if (bytes === undefined) throw new OfficeFault('key-bundle-missing', sha256)
  return JSON.parse(Buffer.from(bytes).toString('utf8'))
}
