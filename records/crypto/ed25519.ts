// Ed25519 (RFC 8032) of the log's signed heads: by Node where it is the host, else by WebCrypto.
import { hex, join, owned } from '../pdf/bytes.ts'
import { nodeCrypto } from './host.ts'
import { nodeKey } from './node-key.ts'

/** SubjectPublicKeyInfo around a raw key (RFC 8410). */
const SPKI_START = Uint8Array.of(0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00)

/** @param raw 32 bytes. Null: this browser (before 2025) knows no Ed25519. */
export async function verifyEd25519(raw: Uint8Array, signature: Uint8Array, signed: Uint8Array): Promise<boolean | null> {
  if (nodeCrypto) return nodeCrypto.verify(null, signed, nodeKey(nodeCrypto, join(SPKI_START, raw)), signature)
  const key = await keyOf(raw)
  return key && crypto.subtle.verify('Ed25519', key, owned(signature), owned(signed))
}

/** The records of one office share the key of its log. */
const keys = new Map<string, CryptoKey>()

async function keyOf(raw: Uint8Array): Promise<CryptoKey | null> {
  const id = hex(raw)
  const known = keys.get(id)
  if (known) return known
  try {
    const key = await crypto.subtle.importKey('raw', owned(raw), 'Ed25519', false, ['verify'])
    if (keys.size > 50) keys.clear()
    keys.set(id, key)
    return key
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return null
    throw error
  }
}
