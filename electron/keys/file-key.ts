// A key from a PKCS#12 file (.p12, .pfx). The password opens it for one signing and is kept nowhere.
import { P12Signer, SignerError } from '@libpdf/core'
import { type Certificate, readAlgorithm, readCertificate } from '../../records/crypto/certificate.ts'
import { BadDer, oid, readDer, sequence } from '../../records/crypto/der.ts'
import { verifySignature } from '../../records/crypto/verify.ts'
import type { Signer } from '../../records/signer.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'

export type FileKeyRefusal =
  | { readonly code: 'wrong-password' }
  /** Not a PKCS#12 file, or without key or certificate; `reason` in the library's words, for the log. */
  | { readonly code: 'key-file-unreadable'; readonly reason: string }
  | { readonly code: 'key-kind-unsupported' }
  | { readonly code: 'certificate-missing' }

export async function openFileKey(p12: Uint8Array, password: string): Promise<Result<Signer, FileKeyRefusal>> {
  const opened = await openP12(p12, password)
  if (!opened.ok) return opened
  const key = opened.value
  if (key.signatureAlgorithm !== 'RSASSA-PKCS1-v1_5' && key.signatureAlgorithm !== 'ECDSA') return refuse({ code: 'key-kind-unsupported' })
  const algorithm = key.keyType === 'RSA' ? 'rsa-sha256' : 'ecdsa-p256-sha256'
  const sign = (bytes: Uint8Array) => key.sign(bytes, 'SHA-256')
  const held = [key.certificate, ...key.certificateChain].flatMap(readable)
  const own = await ownCertificate(held, sign, algorithm)
  if (!own) return refuse({ code: 'certificate-missing' })
  const chain = held.filter((one) => one !== own && one.isAuthority && !Buffer.from(one.subject).equals(Buffer.from(one.issuer)))
  return ok({ kind: 'file', algorithm, certificate: own.der, chain: chain.map(({ der }) => der), sign })
}

async function openP12(p12: Uint8Array, password: string): Promise<Result<P12Signer, FileKeyRefusal>> {
  try {
    return ok(await P12Signer.create(p12, password))
  } catch (error) {
    if (!(error instanceof SignerError)) throw error
    // The library says "integrity" when the password does not fit the file's own check sum.
    return /password|integrity/i.test(error.message)
      ? refuse({ code: 'wrong-password' })
      : refuse({ code: 'key-file-unreadable', reason: error.message })
  }
}

function readable(der: Uint8Array): readonly Certificate[] {
  try {
    return [readCertificate(der)]
  } catch (error) {
    if (error instanceof BadDer) return []
    throw error
  }
}

/** Files hold their certificates in any order: ours is the one whose key verifies what this key signs. */
async function ownCertificate(
  held: readonly Certificate[],
  sign: Signer['sign'],
  algorithm: Signer['algorithm'],
): Promise<Certificate | null> {
  const probe = new TextEncoder().encode('tien-cu: which certificate is mine?')
  const signature = await sign(probe)
  const id = algorithm === 'rsa-sha256' ? '1.2.840.113549.1.1.11' : '1.2.840.10045.4.3.2'
  const scheme = readAlgorithm(readDer(sequence(oid(id))))
  for (const certificate of held) {
    if ((await verifySignature(certificate.publicKey, scheme, signature, probe)) === 'valid') return certificate
  }
  return null
}
