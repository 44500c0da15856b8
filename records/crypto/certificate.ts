// X.509 certificates and CRLs as this folder needs them: who, whose key, from when to when, for what.
import { hex, latin1, sameBytes } from '../pdf/bytes.ts'
import { BadDer, children, type Der, expectTag, readBits, readDer, readOid, readString, readTime, TAG, wholeDer } from './der.ts'

export type Certificate = {
  readonly der: Uint8Array
  readonly tbs: Uint8Array
  /** Serial number in hex as DER holds it. */
  readonly serial: string
  readonly serialDer: Uint8Array
  readonly issuer: Uint8Array
  readonly subject: Uint8Array
  /** Subject attributes by OID, in order. */
  readonly names: ReadonlyMap<string, readonly string[]>
  readonly notBefore: number
  readonly notAfter: number
  readonly publicKey: Uint8Array
  readonly signatureAlgorithm: Algorithm
  readonly signature: Uint8Array
  readonly isAuthority: boolean
  readonly pathLength: number | null
  /** Null when the certificate restricts nothing. */
  readonly keyUsage: { readonly digitalSignature: boolean; readonly nonRepudiation: boolean; readonly certSign: boolean } | null
  readonly extendedUsage: readonly string[] | null
  /** OIDs of critical extensions this reader does not know; RFC 5280 forbids to accept such a certificate. */
  readonly unknownCritical: readonly string[]
}

export type Algorithm = { readonly oid: string; readonly parameters: Der | null }

const OID_CN = '2.5.4.3'
const OID_SERIAL_NUMBER = '2.5.4.5'

export const readAlgorithm = (element: Der | undefined): Algorithm => {
  const [id, parameters] = children(expectTag(element, TAG.sequence))
  return { oid: readOid(id), parameters: parameters ?? null }
}

/** The records of an office carry the certificates of the same few signers. */
const MOST_KNOWN = 200
const certificates = new Map<string, Certificate>()

/** As `readCertificate`; one that was read before is not read again. */
export function knownCertificate(bytes: Uint8Array): Certificate {
  const id = latin1(bytes)
  const known = certificates.get(id)
  if (known) return known
  // Of a copy: a part of a file would keep the whole file.
  const certificate = readCertificate(bytes.slice())
  if (certificates.size >= MOST_KNOWN) certificates.clear()
  certificates.set(id, certificate)
  return certificate
}

/** @throws BadDer on anything that is not a v3 certificate in DER. */
export function readCertificate(bytes: Uint8Array): Certificate {
  const [tbs, algorithm, signature, ...more] = children(expectTag(wholeDer(bytes), TAG.sequence))
  const parts = [...children(expectTag(tbs, TAG.sequence))]
  if (parts[0]?.tag === 0xa0) parts.shift()
  const [serial, inner, issuer, validity, subject, key, ...optional] = parts
  // RFC 5280, 4.1.1.2: the outer algorithm repeats the inner one, and only the inner one is signed. Nothing outside may differ.
  if (more.length > 0 || !algorithm || !inner || !sameBytes(algorithm.all, inner.all) || signature?.body[0] !== 0)
    throw new BadDer('certificate with parts nobody signed')
  const [from, to] = children(expectTag(validity, TAG.sequence))
  const extensions = readExtensions(optional.find((part) => part.tag === 0xa3))
  const constraints = extensions.get('2.5.29.19')
  const [isAuthority, pathLength] = constraints ? children(readDer(constraints.value)) : []
  const known = new Set(['2.5.29.19', '2.5.29.15', '2.5.29.37', '2.5.29.32', '2.5.29.17'])
  return {
    der: bytes,
    tbs: expectTag(tbs, TAG.sequence).all,
    serial: hex(expectTag(serial, TAG.integer).body),
    serialDer: expectTag(serial, TAG.integer).all,
    issuer: expectTag(issuer, TAG.sequence).all,
    subject: expectTag(subject, TAG.sequence).all,
    names: readNames(expectTag(subject, TAG.sequence)),
    notBefore: readTime(from),
    notAfter: readTime(to),
    publicKey: expectTag(key, TAG.sequence).all,
    signatureAlgorithm: readAlgorithm(algorithm),
    signature: readBits(signature),
    isAuthority: isAuthority?.tag === TAG.boolean && isAuthority.body[0] !== 0,
    pathLength: pathLength?.tag === TAG.integer ? (pathLength.body[0] ?? 0) : null,
    keyUsage: readUsage(extensions.get('2.5.29.15')?.value),
    extendedUsage: extensions.has('2.5.29.37')
      ? children(readDer(extensions.get('2.5.29.37')?.value ?? new Uint8Array())).map(readOid)
      : null,
    unknownCritical: [...extensions].filter(([id, { critical }]) => critical && !known.has(id)).map(([id]) => id),
  }
}

type Extension = { readonly critical: boolean; readonly value: Uint8Array }

function readExtensions(holder: Der | undefined): ReadonlyMap<string, Extension> {
  if (!holder) return new Map()
  const found = new Map<string, Extension>()
  for (const extension of children(readDer(holder.body))) {
    const [id, ...rest] = children(extension)
    const value = expectTag(rest.at(-1), TAG.octets).body
    const key = readOid(id)
    // RFC 5280, 4.2: of one kind only one. Readers would differ about which of two counts.
    if (found.has(key)) throw new BadDer('extension twice')
    found.set(key, { critical: rest.length === 2 && rest[0]?.body[0] !== 0, value })
  }
  return found
}

function readUsage(value: Uint8Array | undefined): Certificate['keyUsage'] {
  if (!value) return null
  const bits = readBits(readDer(value))[0] ?? 0
  return { digitalSignature: (bits & 0x80) !== 0, nonRepudiation: (bits & 0x40) !== 0, certSign: (bits & 0x04) !== 0 }
}

function readNames(name: Der): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>()
  for (const set of children(name)) {
    for (const pair of children(set)) {
      const [id, value] = children(pair)
      if (!value) continue
      const key = readOid(id)
      names.set(key, [...(names.get(key) ?? []), readString(value)])
    }
  }
  return names
}

/** E-mail protection and client authentication stand for "a person's key" on tokens in use; document signing is RFC 9336. */
const PERSON_PURPOSES = [
  '2.5.29.37.0',
  '1.3.6.1.5.5.7.3.4',
  '1.3.6.1.5.5.7.3.36',
  '1.3.6.1.5.5.7.3.2',
  '1.3.6.1.4.1.311.10.3.12',
  '1.2.840.113583.1.1.5',
]

export const isForPersons = ({ extendedUsage }: Certificate): boolean =>
  extendedUsage === null || extendedUsage.some((purpose) => PERSON_PURPOSES.includes(purpose))

/** The common name as people read it, NFC. */
export const commonNameOf = (certificate: Certificate): string => (certificate.names.get(OID_CN)?.[0] ?? '').normalize('NFC')

/**
 * Where authorities put the citizen number, and what they write before it: serialNumber, or the user id of public ones (`CCCD:001…`); `PNOVN-`,
 * `IDCVN-` by EN 319 412-1. The profile of official-duty certificates was not seen (documents.md, part C, 7): one more place is one more row.
 */
const citizenPlaces: readonly string[] = [OID_SERIAL_NUMBER, '0.9.2342.19200300.100.1.1']
const citizenNumber = /^(?:(?:CCCD|CMND|CC|PNOVN|IDCVN)[:\s-]*)?(\d{12})$/iu

/** The 12 digits that tell a person from all namesakes; null where the certificate has none. */
export function citizenIdOf(certificate: Pick<Certificate, 'names'>): string | null {
  for (const text of citizenPlaces.flatMap((oid) => certificate.names.get(oid) ?? [])) {
    const found = citizenNumber.exec(text.trim())
    if (found?.[1]) return found[1]
  }
  return null
}

/** A distinguished name as people call it: its common name, else its organisation; NFC. */
export function nameOf(name: Uint8Array): string {
  const names = readNames(readDer(name))
  return (names.get(OID_CN)?.[0] ?? names.get('2.5.4.10')?.[0] ?? '').normalize('NFC')
}

export type Crl = {
  readonly tbs: Uint8Array
  readonly issuer: Uint8Array
  readonly thisUpdate: number
  readonly nextUpdate: number | null
  /** Serial in hex to the time of revocation. */
  readonly revoked: ReadonlyMap<string, number>
  readonly signatureAlgorithm: Algorithm
  readonly signature: Uint8Array
  /** Grows with each list of an issuer (RFC 5280, 5.2.3); null where it is not told, or beyond counting. */
  readonly number: number | null
  /** OIDs of critical extensions: lists of changes or of a part, which clear nobody (RFC 5280, 5.2). */
  readonly unknownCritical: readonly string[]
}

/** A revocation list in DER, whoever signed it. @throws BadDer */
export function readCrl(bytes: Uint8Array): Crl {
  const [tbs, algorithm, signature] = children(expectTag(wholeDer(bytes), TAG.sequence))
  const parts = [...children(expectTag(tbs, TAG.sequence))]
  if (parts[0]?.tag === TAG.integer) parts.shift()
  const [, issuer, thisUpdate, ...rest] = parts
  const isTime = (part: Der | undefined) => part?.tag === TAG.utcTime || part?.tag === TAG.time
  const next = isTime(rest[0]) ? rest.shift() : undefined
  const list = rest[0]?.tag === TAG.sequence ? children(rest[0]) : []
  const extensions = readExtensions(rest.find((part) => part.tag === 0xa0))
  return {
    tbs: expectTag(tbs, TAG.sequence).all,
    issuer: expectTag(issuer, TAG.sequence).all,
    thisUpdate: readTime(thisUpdate),
    nextUpdate: next ? readTime(next) : null,
    revoked: new Map(
      list.map((entry) => {
        const [serial, at] = children(entry)
        return [hex(expectTag(serial, TAG.integer).body), readTime(at)] as const
      }),
    ),
    signatureAlgorithm: readAlgorithm(algorithm),
    signature: readBits(signature),
    number: numberOf(extensions.get('2.5.29.20')?.value),
    unknownCritical: [...extensions].filter(([, one]) => one.critical).map(([id]) => id),
  }
}

function numberOf(value: Uint8Array | undefined): number | null {
  if (!value) return null
  const { body } = expectTag(readDer(value), TAG.integer)
  return body.length > 6 ? null : body.reduce((all, byte) => all * 256 + byte, 0)
}
