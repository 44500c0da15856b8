// A private key at rest: PKCS#8 sealed by a passphrase (scrypt, AES-256-GCM) as JSON the caller stores. Opened in the main process only.
import { createCipheriv, createDecipheriv, createPrivateKey, type KeyObject, randomBytes, scryptSync, sign } from 'node:crypto'
import { z } from 'zod'
import type { Signer, SignerAlgorithm } from '../../records/signer.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'

const base64 = z.base64().max(20_000)

/** `certificate` and `chain` are DER in base64; `secret` is the sealed PKCS#8. */
export const KeyBundle = z.strictObject({
  format: z.literal('tiencu.key/1'),
  kind: z.enum(['officeAuthority', 'file']),
  algorithm: z.enum(['rsa-sha256', 'ecdsa-p256-sha256']),
  certificate: base64,
  chain: z.array(base64).max(6),
  secret: z.strictObject({
    salt: base64,
    iv: base64,
    tag: base64,
    bytes: base64,
    scrypt: z.strictObject({ n: z.int(), r: z.int(), p: z.int() }),
  }),
})
export type KeyBundle = z.infer<typeof KeyBundle>
export type SealedSecret = KeyBundle['secret']

// N 2^17 takes about 0.3 s and 128 MiB; Node refuses it without a raised maxmem.
const COST = { n: 2 ** 17, r: 8, p: 1 } as const
const MAX_MEMORY = 256 * 1024 * 1024

/** `cost`: log2 of scrypt's N; lowered only by tests. */
export function sealSecret(pkcs8: Uint8Array, passphrase: string, cost?: number): SealedSecret {
  const scrypt = cost === undefined ? COST : { ...COST, n: 2 ** cost }
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFrom(passphrase, salt, scrypt), iv)
  const bytes = Buffer.concat([cipher.update(pkcs8), cipher.final()])
  return {
    salt: salt.toString('base64'),
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    bytes: bytes.toString('base64'),
    scrypt,
  }
}

export type WrongPassword = { readonly code: 'wrong-password' }

export function openSecret(secret: SealedSecret, passphrase: string): Result<Uint8Array, WrongPassword> {
  const decipher = createDecipheriv(
    'aes-256-gcm',
    keyFrom(passphrase, Buffer.from(secret.salt, 'base64'), secret.scrypt),
    Buffer.from(secret.iv, 'base64'),
  )
  decipher.setAuthTag(Buffer.from(secret.tag, 'base64'))
  try {
    return ok(new Uint8Array(Buffer.concat([decipher.update(Buffer.from(secret.bytes, 'base64')), decipher.final()])))
  } catch {
    // GCM cannot tell a wrong passphrase from altered bytes; both mean that this key does not open.
    return refuse({ code: 'wrong-password' })
  }
}

function keyFrom(passphrase: string, salt: Uint8Array, { n, r, p }: SealedSecret['scrypt']): Buffer {
  // A stored cost beyond ours is somebody else's file, not a reason to fill the memory.
  if (n > COST.n || r > COST.r || p > COST.p) throw new Error('unknown scrypt cost')
  return scryptSync(passphrase.normalize('NFC'), salt, 32, { N: n, r, p, maxmem: MAX_MEMORY })
}

/** The signer inside a bundle; the key lives as long as the caller holds it. */
export function openKey(bundle: KeyBundle, passphrase: string): Result<Signer, WrongPassword> {
  const pkcs8 = openSecret(bundle.secret, passphrase)
  if (!pkcs8.ok) return pkcs8
  const key = createPrivateKey({ key: Buffer.from(pkcs8.value), format: 'der', type: 'pkcs8' })
  return ok(signerOf(bundle.kind, key, bundle.algorithm, fromBase64(bundle.certificate), bundle.chain.map(fromBase64)))
}

export const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))
export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

export function signerOf(
  kind: Signer['kind'],
  key: KeyObject,
  algorithm: SignerAlgorithm,
  certificate: Uint8Array,
  chain: readonly Uint8Array[],
): Signer {
  return { kind, algorithm, certificate, chain, sign: async (bytes) => new Uint8Array(sign('sha256', bytes, { key, dsaEncoding: 'der' })) }
}
