// Keys as Node reads them: reading one costs more than using it, and the records of an office share the keys of its signers and its log.
import { latin1 } from '../pdf/bytes.ts'
import type { NodeCrypto, NodeKey } from './host.ts'

const MOST = 200
const keys = new Map<string, NodeKey>()

/** @param publicKey SubjectPublicKeyInfo. Throws where OpenSSL cannot read it. */
export function nodeKey(node: NodeCrypto, publicKey: Uint8Array): NodeKey {
  const id = latin1(publicKey)
  const known = keys.get(id)
  if (known) return known
  const key = node.createPublicKey({ key: publicKey, format: 'der', type: 'spki' })
  if (keys.size >= MOST) keys.clear()
  keys.set(id, key)
  return key
}
