// Does this key's signature fit these bytes? RSA (PKCS #1 v1.5 and PSS) and ECDSA P-256/P-384, through WebCrypto.
import { owned } from '../pdf/bytes.ts'
import type { Algorithm } from './certificate.ts'
import { BadDer, children, expectTag, readBits, readDer, readOid, TAG, wholeDer } from './der.ts'
import { type NodeCrypto, nodeCrypto } from './host.ts'
import { nodeKey } from './node-key.ts'

export type KeyKind =
  | { readonly kind: 'rsa'; readonly bits: number }
  | { readonly kind: 'ec'; readonly curve: 'P-256' | 'P-384'; readonly bits: number }
  | null

/** What kind of key a SubjectPublicKeyInfo holds; null for kinds we do not know. */
function keyKindOf(publicKey: Uint8Array): KeyKind {
  const [algorithm, bits] = children(readDer(publicKey))
  const [id, parameters] = children(expectTag(algorithm, TAG.sequence))
  if (readOid(id) === '1.2.840.113549.1.1.1') {
    const [modulus] = children(readDer(readBits(bits)))
    const body = expectTag(modulus, TAG.integer).body
    return { kind: 'rsa', bits: bitsIn(body) }
  }
  if (readOid(id) !== '1.2.840.10045.2.1') return null
  const curve = readOid(parameters)
  if (curve === '1.2.840.10045.3.1.7') return { kind: 'ec', curve: 'P-256', bits: 256 }
  if (curve === '1.3.132.0.34') return { kind: 'ec', curve: 'P-384', bits: 384 }
  return null
}

/** Of a number: noughts before it make no key longer. */
function bitsIn(body: Uint8Array): number {
  const first = body.findIndex((byte) => byte !== 0)
  return first < 0 ? 0 : (body.length - first) * 8 - Math.clz32(body[first] ?? 0) + 24
}

const HASHES: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
}
export const hashNameOf = (oid: string): string | null => HASHES[oid] ?? null

const SCHEMES: Readonly<Record<string, { readonly name: 'RSASSA-PKCS1-v1_5' | 'ECDSA'; readonly hash: string | null }>> = {
  '1.2.840.113549.1.1.1': { name: 'RSASSA-PKCS1-v1_5', hash: null },
  '1.2.840.113549.1.1.11': { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' },
  '1.2.840.10045.4.3.2': { name: 'ECDSA', hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { name: 'ECDSA', hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { name: 'ECDSA', hash: 'SHA-512' },
}

export type Verdict = 'valid' | 'invalid' | 'weak' | 'unknown-algorithm'

/**
 * @param digest hash name of the CMS SignerInfo, used where the algorithm itself names none.
 * `weak`: SHA-1 or MD5, RSA under 2048 bits (documents.md B2).
 */
export async function verifySignature(
  publicKey: Uint8Array,
  algorithm: Algorithm,
  signature: Uint8Array,
  signed: Uint8Array,
  digest: string | null = null,
): Promise<Verdict> {
  try {
    return await verdict(publicKey, algorithm, signature, signed, digest)
  } catch (error) {
    // A key or parameter that cannot even be read signs nothing.
    if (error instanceof BadDer || error instanceof DOMException) return 'invalid'
    throw error
  }
}

async function verdict(
  publicKey: Uint8Array,
  algorithm: Algorithm,
  signature: Uint8Array,
  signed: Uint8Array,
  digest: string | null,
): Promise<Verdict> {
  const key = keyKindOf(publicKey)
  if (/^1\.2\.840\.113549\.1\.1\.[2-5]$/.test(algorithm.oid) || algorithm.oid === '1.2.840.10045.4.1') return 'weak'
  if (!key) return 'unknown-algorithm'
  if (key.kind === 'rsa' && key.bits < 2048) return 'weak'
  const use = usage(algorithm, key, digest)
  if (!use) return 'unknown-algorithm'
  const value = key.kind === 'ec' ? rawEcdsa(signature, key.bits / 8) : signature
  if (!value) return 'invalid'
  // Node takes an ECDSA value as CMS holds it, in the one form `rawEcdsa` lets through.
  const isFitting = nodeCrypto
    ? fitsAtOnce(nodeCrypto, publicKey, use, signature, signed)
    : await crypto.subtle.verify(use.verifyAs, await importKey(publicKey, use.importAs), owned(value), owned(signed))
  return isFitting ? 'valid' : 'invalid'
}

type Usage = {
  readonly hash: string
  readonly importAs: RsaHashedImportParams | EcKeyImportParams
  readonly verifyAs: AlgorithmIdentifier | RsaPssParams | EcdsaParams
}

function usage(algorithm: Algorithm, key: NonNullable<KeyKind>, digest: string | null): Usage | null {
  if (algorithm.oid === '1.2.840.113549.1.1.10' && key.kind === 'rsa') return pssUsage(algorithm)
  const scheme = SCHEMES[algorithm.oid]
  const hash = scheme?.hash ?? digest
  if (!scheme || !hash || (scheme.name === 'ECDSA') !== (key.kind === 'ec')) return null
  if (key.kind === 'ec') return { hash, importAs: { name: 'ECDSA', namedCurve: key.curve }, verifyAs: { name: 'ECDSA', hash } }
  return { hash, importAs: { name: 'RSASSA-PKCS1-v1_5', hash }, verifyAs: 'RSASSA-PKCS1-v1_5' }
}

/** RFC 4055: hash [0], mask generation [1], salt length [2] default 20. The default hash is SHA-1, which we do not take. */
function pssUsage(algorithm: Algorithm): Usage | null {
  const parts = algorithm.parameters ? children(expectTag(algorithm.parameters, TAG.sequence)) : []
  const hashHolder = parts.find((part) => part.tag === 0xa0)
  const saltHolder = parts.find((part) => part.tag === 0xa2)
  const hash = hashHolder ? hashNameOf(readOid(children(readDer(hashHolder.body))[0])) : null
  const salt = saltHolder ? readDer(saltHolder.body).body : Uint8Array.of(20)
  if (!hash || salt.length !== 1) return null
  return { hash, importAs: { name: 'RSA-PSS', hash }, verifyAs: { name: 'RSA-PSS', saltLength: salt[0] ?? 0 } }
}

/** Importing a key costs more than using it, and a chain of three signers shares its authorities. */
const imported = new Map<string, Promise<CryptoKey>>()
function importKey(publicKey: Uint8Array, importAs: RsaHashedImportParams | EcKeyImportParams): Promise<CryptoKey> {
  const id = `${JSON.stringify(importAs)}${String.fromCharCode(...publicKey)}`
  const known = imported.get(id)
  if (known) return known
  if (imported.size > 200) imported.clear()
  const key = crypto.subtle.importKey('spki', owned(publicKey), importAs, false, ['verify'])
  imported.set(id, key)
  return key
}

/** RSA_PKCS1_PSS_PADDING of OpenSSL. */
const PSS_PADDING = 6

function fitsAtOnce(node: NodeCrypto, publicKey: Uint8Array, { hash, verifyAs }: Usage, value: Uint8Array, signed: Uint8Array): boolean {
  const pss = typeof verifyAs === 'object' && 'saltLength' in verifyAs ? { padding: PSS_PADDING, saltLength: verifyAs.saltLength } : {}
  try {
    const key = { key: nodeKey(node, publicKey), ...pss }
    return node.verify(hash.replace('-', '').toLowerCase(), signed, key, value)
  } catch {
    // A key that OpenSSL cannot even read signs nothing.
    return false
  }
}

/** CMS holds ECDSA as SEQUENCE {r, s}; WebCrypto wants r and s side by side. */
export function rawEcdsa(signature: Uint8Array, size: number): Uint8Array | null {
  try {
    const parts = children(expectTag(wholeDer(signature), TAG.sequence)).map((part) => expectTag(part, TAG.integer).body)
    const [r, s] = parts
    // DER has one form for a number: without it the same value could stand in other bytes.
    if (parts.length !== 2 || !parts.every(isPositive)) return null
    const raw = new Uint8Array(size * 2)
    for (const [i, part] of [r, s].entries()) {
      const digits = part?.[0] === 0 ? part.subarray(1) : part
      if (!digits || digits.length > size) return null
      raw.set(digits, (i + 1) * size - digits.length)
    }
    return raw
  } catch (error) {
    if (error instanceof BadDer) return null
    throw error
  }
}

const isPositive = (body: Uint8Array): boolean => {
  const [first = 0x80, second = 0] = body
  return first < 0x80 && !(first === 0 && second < 0x80)
}
