// The signature structure of PAdES B-B: CMS SignedData, one signer, three signed attributes, no signing time (EN 319 142-1).
import { type Certificate, knownCertificate, readAlgorithm, readCertificate } from './crypto/certificate.ts'
import {
  BadDer,
  children,
  type Der,
  der,
  expectTag,
  inSetOrder,
  octets,
  oid,
  readDer,
  readOid,
  readTime,
  sequence,
  smallInteger,
  TAG,
  wholeDer,
} from './crypto/der.ts'
import { hashNameOf } from './crypto/verify.ts'
import { owned, sameBytes, sha256, utf8 } from './pdf/bytes.ts'
import type { Signer } from './signer.ts'

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
  ecdsaSha256: '1.2.840.10045.4.3.2',
  pss: '1.2.840.113549.1.1.10',
  mgf1: '1.2.840.113549.1.1.8',
} as const

const NOTHING = Uint8Array.of(5, 0)
const attribute = (id: string, value: Uint8Array): Uint8Array => sequence(oid(id), der(TAG.set, value))

/**
 * DER of the detached signature over content whose SHA-256 is `digest`.
 * @param at ISO instant for the signing-time attribute: CAdES B-B asks for it (EN 319 122-1), PAdES forbids it.
 */
export async function makeCms(digest: Uint8Array, signer: Signer, at?: string): Promise<Uint8Array> {
  const certificate = readCertificate(signer.certificate)
  const attributes = await attributesFor(certificate, digest, at)
  const signature = await signer.sign(der(TAG.set, ...attributes))
  const scheme = signer.algorithm === 'rsa-sha256' ? RSA : ECDSA
  return assembled(certificate, [signer.certificate, ...issuersAbove(certificate, signer.chain)], OID.sha256, attributes, scheme, signature)
}

const RSA = sequence(oid(OID.rsa), NOTHING)
const ECDSA = sequence(oid(OID.ecdsaSha256))
/** RSASSA-PSS with SHA-256 throughout and 32 bytes of salt (RFC 4055), which some tokens sign with. */
const SHA256 = sequence(oid(OID.sha256), NOTHING)
const PSS = sequence(oid(OID.pss), sequence(der(0xa0, SHA256), der(0xa1, sequence(oid(OID.mgf1), SHA256)), der(0xa2, smallInteger(32))))

/** The one form of each, by its OID. */
const PLAIN_SCHEMES: Readonly<Record<string, Uint8Array>> = { [OID.rsa]: RSA, [OID.ecdsaSha256]: ECDSA, [OID.pss]: PSS }

async function attributesFor(certificate: Certificate, digest: Uint8Array, at?: string): Promise<Uint8Array[]> {
  const issuerSerial = sequence(sequence(der(0xa4, certificate.issuer)), certificate.serialDer)
  const signingCertificate = sequence(sequence(sequence(octets(await sha256(certificate.der)), issuerSerial)))
  return inSetOrder([
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octets(digest)),
    attribute(OID.signingCertificateV2, signingCertificate),
    ...(at === undefined ? [] : [attribute(OID.signingTime, utcTime(at))]),
  ])
}

/** Of the certificates at hand those that stand above the signer, and no other: a spare one would be bytes nobody proves. */
function issuersAbove(signer: Certificate, chain: readonly Uint8Array[]): readonly Uint8Array[] {
  const held = chain.map(readCertificate)
  const above: Certificate[] = []
  for (let current: Certificate | undefined = signer; current; ) {
    const child: Certificate = current
    current = held.find((one) => sameBytes(one.subject, child.issuer) && !above.includes(one) && !sameBytes(one.der, child.der))
    if (current) above.push(current)
  }
  return above.map((one) => one.der)
}

function assembled(
  certificate: Certificate,
  certificates: readonly Uint8Array[],
  hash: string,
  attributes: readonly Uint8Array[],
  scheme: Uint8Array,
  signature: Uint8Array,
): Uint8Array {
  const digest = sequence(oid(hash))
  const info = sequence(
    smallInteger(1),
    sequence(certificate.issuer, certificate.serialDer),
    digest,
    der(0xa0, ...attributes),
    scheme,
    octets(signature),
  )
  const signedData = sequence(
    smallInteger(1),
    der(TAG.set, digest),
    sequence(oid(OID.data)),
    der(0xa0, ...inSetOrder(certificates)),
    der(TAG.set, info),
  )
  return sequence(oid(OID.signedData), der(0xa0, signedData))
}

/** Years 1950 to 2049, as RFC 5652 asks. */
const utcTime = (at: string): Uint8Array => {
  const digits = new Date(at).toISOString().replace(/[-:T]/g, '').slice(2, 14)
  return der(TAG.utcTime, utf8(`${digits}Z`))
}

/** Nothing but what B-B needs, each part in its one form: no bytes of a signature value are there unproven. */
export async function isPlainCms(bytes: Uint8Array, cms: Cms): Promise<boolean> {
  const certificates = cms.certificates.map((one) => one.der)
  if (certificates.some((one, i) => certificates.slice(i + 1).some((other) => sameBytes(one, other)))) return false
  const scheme = PLAIN_SCHEMES[cms.algorithm.oid]
  if (!scheme) return false
  const attributes = await attributesFor(cms.certificate, cms.messageDigest)
  return sameBytes(assembled(cms.certificate, certificates, cms.hashOid, attributes, scheme, cms.signature), bytes)
}

export type Cms = {
  readonly certificate: Certificate
  /** All certificates in the structure, the signer's too. */
  readonly certificates: readonly Certificate[]
  readonly hash: string
  readonly hashOid: string
  readonly messageDigest: Uint8Array
  /** What the signature value covers: the attributes as DER SET. */
  readonly signed: Uint8Array
  readonly algorithm: ReturnType<typeof readAlgorithm>
  readonly signature: Uint8Array
  /** Milliseconds; null where the structure tells no time. */
  readonly signingTime: number | null
}

/** The rule of B-B a structure breaks; FORMAT or WEAK_ALG in the report. */
export type CmsFault = {
  readonly fault:
    | 'not-signed-data'
    | 'not-one-signer'
    | 'certificate-missing'
    | 'attribute-missing'
    | 'signing-time-present'
    | 'certificate-not-bound'
    | 'weak-hash'
}

/** `cades`: a signature beside its file, which may tell its time. `any`: of another maker, held to no profile. */
export type CmsForm = 'pades' | 'cades' | 'any'

/** Reads the DER inside `/Contents` (its zero padding already checked and cut), or of a signature beside its file. */
export async function readCms(bytes: Uint8Array, form: CmsForm = 'pades'): Promise<Cms | CmsFault> {
  try {
    return await readSignedData(bytes, form)
  } catch (error) {
    if (error instanceof BadDer || error instanceof TypeError || error instanceof RangeError) return { fault: 'not-signed-data' }
    throw error
  }
}

async function readSignedData(bytes: Uint8Array, form: CmsForm): Promise<Cms | CmsFault> {
  const [type, content] = children(expectTag(wholeDer(bytes), TAG.sequence))
  if (readOid(type) !== OID.signedData || !content) return { fault: 'not-signed-data' }
  const [, , encapsulated, ...rest] = children(expectTag(readDer(content.body), TAG.sequence))
  const detached = children(expectTag(encapsulated, TAG.sequence))
  const infos = children(expectTag(rest.at(-1), TAG.set))
  if (detached.length !== 1 || readOid(detached[0]) !== OID.data) return { fault: 'not-signed-data' }
  const [info] = infos
  if (infos.length !== 1 || !info) return { fault: 'not-one-signer' }
  const held = rest.find((part) => part.tag === 0xa0)
  const certificates = held ? children(held).map((part) => knownCertificate(part.all)) : []
  const [, sid, digest, attributes, scheme, value] = children(info)
  const certificate = findSigner(certificates, expectTag(sid, TAG.sequence), form)
  if (!certificate) return { fault: 'certificate-missing' }
  const hashOid = readAlgorithm(digest).oid
  const hash = hashNameOf(hashOid)
  if (!hash) return { fault: 'weak-hash' }
  const values = readAttributes(expectTag(attributes, 0xa0))
  const messageDigest = values.get(OID.messageDigest)
  const binding = values.get(OID.signingCertificateV2)
  if (!messageDigest || (form !== 'any' && (!binding || readOid(values.get(OID.contentType)) !== OID.data)))
    return { fault: 'attribute-missing' }
  const signingTime = values.get(OID.signingTime)
  if (signingTime && form === 'pades') return { fault: 'signing-time-present' }
  if (binding && !(await isBoundTo(binding, certificate))) return { fault: 'certificate-not-bound' }
  return {
    certificate,
    certificates,
    hash,
    hashOid,
    messageDigest: expectTag(messageDigest, TAG.octets).body,
    signed: der(TAG.set, expectTag(attributes, 0xa0).body),
    algorithm: readAlgorithm(scheme),
    signature: expectTag(value, TAG.octets).body,
    signingTime: signingTime ? readTime(signingTime) : null,
  }
}

/** Some makers write the issuer's name in other string types than its certificate has: among theirs the serial number must do. */
function findSigner(certificates: readonly Certificate[], sid: Der, form: CmsForm): Certificate | undefined {
  const [issuer, serial] = children(sid)
  const same = certificates.filter((one) => serial && sameBytes(one.serialDer, serial.all))
  return same.find((one) => issuer && sameBytes(one.issuer, issuer.all)) ?? (form === 'any' && same.length === 1 ? same[0] : undefined)
}

/** Signed attributes by OID; one value each, none twice. */
function readAttributes(set: Der): ReadonlyMap<string, Der> {
  const values = new Map<string, Der>()
  for (const entry of children(set)) {
    const [id, held] = children(entry)
    const [value, ...more] = children(expectTag(held, TAG.set))
    const key = readOid(id)
    if (!value || more.length > 0 || values.has(key)) throw new BadDer('attribute with other than one value')
    values.set(key, value)
  }
  return values
}

/** RFC 5035: the first ESSCertIDv2 must hash the signer's certificate; its algorithm defaults to SHA-256. */
async function isBoundTo(binding: Der, certificate: Certificate): Promise<boolean> {
  const [list] = children(expectTag(binding, TAG.sequence))
  const [first] = children(expectTag(list, TAG.sequence))
  const parts = children(expectTag(first, TAG.sequence))
  const algorithm = parts[0]?.tag === TAG.sequence ? hashNameOf(readAlgorithm(parts[0]).oid) : 'SHA-256'
  const claimed = parts.find((part) => part.tag === TAG.octets)
  if (!algorithm || !claimed) return false
  const actual =
    algorithm === 'SHA-256' ? await sha256(certificate.der) : new Uint8Array(await crypto.subtle.digest(algorithm, owned(certificate.der)))
  return sameBytes(claimed.body, actual)
}
