// Certificates and revocation lists of an authority of our own: root, one intermediate, officials with name and citizen number.
import 'reflect-metadata'
import { type KeyObject, webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import type { SignerAlgorithm } from '../../records/signer.ts'
import type { RevocationReason } from '../../workflows/desk/revocation-reasons.ts'

x509.cryptoProvider.set(webcrypto as unknown as Crypto)

const KEY_PURPOSES = { emailProtection: '1.3.6.1.5.5.7.3.4', documentSigning: '1.3.6.1.5.5.7.3.36' } as const

export type Validity = { readonly from: Date; readonly until: Date }
export type Issuer = { readonly certificate: Uint8Array; readonly key: KeyObject }

const importAs = (algorithm: SignerAlgorithm) =>
  algorithm === 'rsa-sha256' ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } : { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

const algorithmOf = (key: KeyObject): SignerAlgorithm => (key.asymmetricKeyType === 'rsa' ? 'rsa-sha256' : 'ecdsa-p256-sha256')

async function privateKeyOf(key: KeyObject): Promise<CryptoKey> {
  const pkcs8 = key.export({ format: 'der', type: 'pkcs8' })
  return crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), importAs(algorithmOf(key)), true, ['sign'])
}
async function publicKeyOf(key: KeyObject): Promise<CryptoKey> {
  const spki = key.export({ format: 'der', type: 'spki' })
  return crypto.subtle.importKey('spki', new Uint8Array(spki), importAs(algorithmOf(key)), true, ['verify'])
}

/** Names from parts, never by gluing text: a comma in a name must not start a new part. */
const nameOf = (parts: readonly (readonly [string, string])[]): x509.Name =>
  new x509.Name(
    parts.map(([id, value]) => ({ [id]: [id === '2.5.4.5' || id === 'C' ? { printableString: value } : { utf8String: value }] })),
  )

const signingWith = (key: KeyObject) => importAs(algorithmOf(key)) as unknown as EcdsaParams

/** A self-signed root. `serial` in hex. */
export async function makeRoot(
  name: string,
  organisation: string,
  privateKey: KeyObject,
  publicKey: KeyObject,
  validity: Validity,
  serial: string,
): Promise<Uint8Array> {
  const keys = { privateKey: await privateKeyOf(privateKey), publicKey: await publicKeyOf(publicKey) }
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: nameOf([
      ['C', 'VN'],
      ['O', organisation],
      ['CN', name],
    ]),
    keys,
    serialNumber: serial,
    notBefore: validity.from,
    notAfter: validity.until,
    signingAlgorithm: signingWith(privateKey),
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return new Uint8Array(certificate.rawData)
}

export async function makeIntermediate(
  name: string,
  organisation: string,
  publicKey: KeyObject,
  issuer: Issuer,
  validity: Validity,
  serial: string,
): Promise<Uint8Array> {
  return issue(
    nameOf([
      ['C', 'VN'],
      ['O', organisation],
      ['CN', name],
    ]),
    publicKey,
    issuer,
    validity,
    serial,
    [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  )
}

export type Official = { readonly name: string; readonly citizenId: string; readonly organisation: string }

/** An official's certificate: CN is the name, serialNumber (2.5.4.5) is `CCCD` and the 12 digits. */
export async function makeOfficial(
  official: Official,
  publicKey: KeyObject,
  issuer: Issuer,
  validity: Validity,
  serial: string,
): Promise<Uint8Array> {
  const { name, citizenId, organisation } = official
  return issue(
    nameOf([
      ['C', 'VN'],
      ['O', organisation],
      ['CN', name.normalize('NFC')],
      ['2.5.4.5', `CCCD${citizenId}`],
    ]),
    publicKey,
    issuer,
    validity,
    serial,
    [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation, true),
      // NSS, which pdfsig asks, wants the e-mail purpose; RFC 9336 names ours.
      new x509.ExtendedKeyUsageExtension([KEY_PURPOSES.emailProtection, KEY_PURPOSES.documentSigning]),
    ],
  )
}

async function issue(
  subject: x509.Name,
  publicKey: KeyObject,
  issuer: Issuer,
  validity: Validity,
  serial: string,
  extensions: x509.Extension[],
): Promise<Uint8Array> {
  const above = new x509.X509Certificate(Uint8Array.from(issuer.certificate))
  const key = await publicKeyOf(publicKey)
  const certificate = await x509.X509CertificateGenerator.create({
    subject,
    issuer: above.subjectName,
    publicKey: key,
    signingKey: await privateKeyOf(issuer.key),
    serialNumber: serial,
    notBefore: validity.from,
    notAfter: validity.until,
    signingAlgorithm: signingWith(issuer.key),
    extensions: [
      ...extensions,
      await x509.SubjectKeyIdentifierExtension.create(key),
      await x509.AuthorityKeyIdentifierExtension.create(above),
    ],
  })
  return new Uint8Array(certificate.rawData)
}

export type Revoked = { readonly serial: string; readonly at: Date; readonly reason: RevocationReason | 'unspecified' }

/** The issuer's revocation list, DER, as RFC 5280 5.2 wants it: with its number and the key it was signed by. */
export async function makeCrl(
  issuer: Issuer,
  revoked: readonly Revoked[],
  { number, thisUpdate, nextUpdate }: { readonly number: number; readonly thisUpdate: Date; readonly nextUpdate: Date },
): Promise<Uint8Array> {
  const above = new x509.X509Certificate(Uint8Array.from(issuer.certificate))
  const crl = await x509.X509CrlGenerator.create({
    issuer: above.subjectName,
    thisUpdate,
    nextUpdate,
    entries: revoked.map(({ serial, at, reason }) => ({ serialNumber: serial, revocationDate: at, reason: x509.X509CrlReason[reason] })),
    signingKey: await privateKeyOf(issuer.key),
    signingAlgorithm: signingWith(issuer.key),
    extensions: [await x509.AuthorityKeyIdentifierExtension.create(above), new x509.Extension(CRL_NUMBER, false, integer(number))],
  })
  return new Uint8Array(crl.rawData)
}

const CRL_NUMBER = '2.5.29.20'

/** DER of a small whole number. */
function integer(value: number): Uint8Array<ArrayBuffer> {
  const hex = value.toString(16)
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
  const body = (bytes[0] ?? 0) < 0x80 ? bytes : Buffer.concat([Buffer.from([0]), bytes])
  return Uint8Array.from([2, body.length, ...body])
}
