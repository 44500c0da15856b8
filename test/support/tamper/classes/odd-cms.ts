// The last signature by the right person, with the right key, over the right bytes, in a structure that is not the one form of ours: what
// another reader would take, or read otherwise.
import { createHash } from 'node:crypto'
import { readCertificate } from '../../../../records/crypto/certificate.ts'
import { der, inSetOrder, octets, oid, sequence, smallInteger } from '../../../../records/crypto/der.ts'
import type { Signer } from '../../../../records/signer.ts'
import { joined, lastOf, signedBy, someTime } from '../forge.ts'
import type { Stock } from '../stock.ts'
import type { TamperClass } from '../tamper-class.ts'

const OID = {
  data: oid('1.2.840.113549.1.7.1'),
  signedData: oid('1.2.840.113549.1.7.2'),
  contentType: oid('1.2.840.113549.1.9.3'),
  messageDigest: oid('1.2.840.113549.1.9.4'),
  signingTime: oid('1.2.840.113549.1.9.5'),
  signingCertificateV2: oid('1.2.840.113549.1.9.16.2.47'),
  /** Of a remark nobody knows, and of a time-stamp token (RFC 3161), which no paper of ours carries. */
  remark: oid('1.2.3.4.5'),
  timeStamp: oid('1.2.840.113549.1.9.16.2.14'),
}
const [SET, FIRST, SECOND, TIME] = [0x31, 0xa0, 0xa1, 0x17]
const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const hash = (name: string) => sequence(oid(name))
const SHA256 = hash('2.16.840.1.101.3.4.2.1')
const attribute = (id: Uint8Array, ...values: readonly Uint8Array[]) => sequence(id, der(SET, ...values))

/** All parts of a structure; a way alters some of them before it is signed and put together. */
type Parts = {
  readonly version: number
  readonly digests: readonly Uint8Array[]
  readonly content: Uint8Array
  readonly certificates: readonly Uint8Array[]
  readonly infoVersion: number
  readonly sid: Uint8Array
  readonly digest: Uint8Array
  readonly attributes: readonly Uint8Array[]
  /** Beside the signed ones. */
  readonly unsigned: readonly Uint8Array[]
  readonly scheme: Uint8Array
  readonly infos: (info: Uint8Array) => readonly Uint8Array[]
  readonly whole: (cms: Uint8Array) => Uint8Array
}

const ways: Readonly<Record<string, (parts: Parts, stock: Stock) => Partial<Parts>>> = {
  'attributes in another order': (parts) => ({ attributes: parts.attributes.toReversed() }),
  'an attribute more': (parts) => ({ attributes: inSetOrder([...parts.attributes, attribute(OID.remark, octets(new Uint8Array(9)))]) }),
  'an attribute twice': (parts) => ({ attributes: [...parts.attributes, lastOf(parts.attributes)] }),
  'an attribute of two values': (parts) => ({
    attributes: parts.attributes.map((one, i) => (i === 0 ? attribute(OID.contentType, OID.data, OID.data) : one)),
  }),
  'the time among the attributes': (parts) => ({
    attributes: inSetOrder([...parts.attributes, attribute(OID.signingTime, der(TIME, new TextEncoder().encode('260206094510Z')))]),
  }),
  'no certificate bound': (parts) => ({ attributes: parts.attributes.slice(0, -1) }),
  'no attributes': () => ({ attributes: [] }),
  'an attribute nobody signed': () => ({ unsigned: [attribute(OID.timeStamp, sequence(OID.signedData))] }),
  'another signer beside him': () => ({ infos: (info) => [info, info] }),
  'no signer': () => ({ infos: () => [] }),
  'a spare certificate': (parts, { hands }) => ({ certificates: inSetOrder([...parts.certificates, hands.stranger.certificate]) }),
  'a certificate twice': (parts) => ({ certificates: [...parts.certificates, lastOf(parts.certificates)] }),
  'certificates in another order': (parts) => ({ certificates: parts.certificates.toReversed() }),
  'the content inside': () => ({ content: sequence(OID.data, der(FIRST, octets(new Uint8Array(20)))) }),
  'another kind of content': () => ({ content: sequence(OID.signedData) }),
  'a later version': () => ({ version: 3 }),
  'the signer by key identifier': () => ({ infoVersion: 3, sid: der(0x80, new Uint8Array(20)) }),
  'two digests announced': (parts) => ({ digests: [...parts.digests, hash('2.16.840.1.101.3.4.2.3')] }),
  'SHA-1': () => ({ digest: hash('1.3.14.3.2.26') }),
  MD5: () => ({ digest: hash('1.2.840.113549.2.5') }),
  'SHA-1 in the scheme': () => ({ scheme: sequence(oid('1.2.840.10045.4.1')) }),
  'a parameter to the scheme': () => ({ scheme: sequence(oid('1.2.840.10045.4.3.2'), Uint8Array.of(5, 0)) }),
  'a length without end': () => ({
    whole: (cms) => joined(Uint8Array.of(0x30, 0x80), cms.subarray(cms[1] === 0x82 ? 4 : 3), Uint8Array.of(0, 0)),
  }),
  'a length with a nought before it': () => ({ whole: (cms) => joined(Uint8Array.of(0x30, 0x83, 0), cms.subarray(2)) }),
  'bytes behind it': () => ({ whole: (cms) => joined(cms, Uint8Array.of(5, 0)) }),
}

async function cmsBy(what: string, stock: Stock, digest: Uint8Array, signer: Signer): Promise<Uint8Array> {
  const certificate = readCertificate(signer.certificate)
  const issuerSerial = sequence(sequence(der(0xa4, certificate.issuer)), certificate.serialDer)
  const bound = sequence(sequence(sequence(octets(sha256(signer.certificate)), issuerSerial)))
  const plain: Parts = {
    version: 1,
    digests: [SHA256],
    content: sequence(OID.data),
    certificates: inSetOrder([signer.certificate, ...signer.chain]),
    infoVersion: 1,
    sid: sequence(certificate.issuer, certificate.serialDer),
    digest: SHA256,
    attributes: inSetOrder([
      attribute(OID.contentType, OID.data),
      attribute(OID.messageDigest, octets(digest)),
      attribute(OID.signingCertificateV2, bound),
    ]),
    unsigned: [],
    scheme: sequence(oid('1.2.840.10045.4.3.2')),
    infos: (info) => [info],
    whole: (cms) => cms,
  }
  const parts = { ...plain, ...ways[what]?.(plain, stock) }
  const value = octets(await signer.sign(der(SET, ...parts.attributes)))
  const info = sequence(
    ...[smallInteger(parts.infoVersion), parts.sid, parts.digest],
    ...(parts.attributes.length > 0 ? [der(FIRST, ...parts.attributes)] : []),
    ...[parts.scheme, value],
    ...(parts.unsigned.length > 0 ? [der(SECOND, ...parts.unsigned)] : []),
  )
  const lists = [der(SET, ...parts.digests), parts.content, der(FIRST, ...parts.certificates), der(SET, ...parts.infos(info))]
  return parts.whole(sequence(OID.signedData, der(FIRST, sequence(smallInteger(parts.version), ...lists))))
}

/** `as it should be`: nothing altered, or the class would prove nothing. */
export const waysToSign: readonly string[] = Object.keys(ways)
export async function signedOddly(what: string, stock: Stock, at: string) {
  const before = stock.good.second.steps[2]
  if (!before) throw new Error('no step')
  return signedBy(stock, before, { hand: stock.hands.chair, place: 2, at }, (digest, signer) => cmsBy(what, stock, digest, signer))
}

export const oddCms: TamperClass = {
  name: 'odd-cms',
  title: { vi: 'Đúng người ký, nhưng cấu trúc chữ ký khác dạng', en: 'The right signer, in a signature structure of another form' },
  weight: 2,
  broken: ['FORMAT', 'WEAK_ALG'],
  undecided: [],
  beside: ['SIG_CRYPTO', 'DIGEST_MISMATCH', 'UNSIGNED_REVISION'],
  async forge(stock, chance) {
    const what = chance.pick(waysToSign)
    return { pdf: await signedOddly(what, stock, someTime(2, chance)), what }
  },
}
