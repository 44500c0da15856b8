// Whom the page trusts: what the app wrote into it, and what was dropped; every root is shown with its digest, for that is what can be compared.
import { commonNameOf, readCertificate, readCrl } from '../crypto/certificate.ts'
import { BadDer } from '../crypto/der.ts'
import { fromBase64, latin1, sameBytes, sha256Hex } from '../pdf/bytes.ts'
import { isObject } from '../record-json.ts'

export type Root = {
  readonly der: Uint8Array
  readonly name: string
  readonly sha256: string
  readonly from: 'office' | 'given'
  readonly isCompared: boolean
}

export type PageTrust = {
  readonly office: string
  /** ISO day the list in the page was written. */
  readonly listedAt: string | null
  readonly roots: readonly Root[]
  readonly sampleRoots: readonly Uint8Array[]
  readonly crls: readonly Uint8Array[]
}

/** The text the app writes into the page (`trustText` in electron/services/checker-page.ts). What cannot be read is left out, never guessed. */
export async function readPageTrust(json: string): Promise<PageTrust> {
  const value: unknown = JSON.parse(json)
  const told = isObject(value) ? value : {}
  const lists = (name: string): readonly Uint8Array[] =>
    (Array.isArray(told[name]) ? told[name] : []).flatMap((text: unknown) => (typeof text === 'string' ? (fromBase64(text) ?? []) : []))
  const roots = await Promise.all(lists('roots').map((der) => rootOf(der, 'office')))
  return {
    office: typeof told.office === 'string' ? told.office : '',
    listedAt: typeof told.listedAt === 'string' ? told.listedAt : null,
    roots: roots.flatMap((root) => root ?? []),
    sampleRoots: lists('sampleRoots'),
    crls: lists('crls'),
  }
}

/** Null for what is no certificate of an authority that signed itself: a signer's own certificate must never become a root. */
export async function rootOf(der: Uint8Array, from: Root['from']): Promise<Root | null> {
  try {
    const certificate = readCertificate(der)
    if (!certificate.isAuthority || !sameBytes(certificate.issuer, certificate.subject)) return null
    return { der, name: commonNameOf(certificate), sha256: await sha256Hex(der), from, isCompared: false }
  } catch (error) {
    if (error instanceof BadDer || error instanceof TypeError || error instanceof RangeError) return null
    throw error
  }
}

export type TrustFile = { readonly certificates: readonly Uint8Array[]; readonly crls: readonly Uint8Array[] }

/** Certificates and revocation lists of a dropped file, PEM or DER; null when it is neither. */
export function readTrustFile(bytes: Uint8Array): TrustFile | null {
  const text = bytes.length < 2_000_000 ? latin1(bytes) : ''
  const blocks = [...text.matchAll(/-----BEGIN (CERTIFICATE|X509 CRL|CRL)-----([\s\S]+?)-----END \1-----/g)]
  if (blocks.length > 0) {
    const of = (isCrl: boolean) =>
      blocks.flatMap(([, label, body = '']) => (label?.endsWith('CRL') === isCrl ? (fromBase64(body.replace(/\s+/g, '')) ?? []) : []))
    return { certificates: of(false), crls: of(true) }
  }
  if (bytes[0] !== 0x30) return null
  if (reads(readCertificate, bytes)) return { certificates: [bytes], crls: [] }
  return reads(readCrl, bytes) ? { certificates: [], crls: [bytes] } : null
}

function reads(read: (bytes: Uint8Array) => unknown, bytes: Uint8Array): boolean {
  try {
    read(bytes)
    return true
  } catch {
    return false
  }
}
