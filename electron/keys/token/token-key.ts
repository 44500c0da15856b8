// A key inside a token as the records see it: the digest goes to the driver's process, the signature comes back; the key never leaves the token.
import { createHash, createPublicKey, X509Certificate } from 'node:crypto'
import type { Signer } from '../../../records/signer.ts'
import { ok, type Result, refuse } from '../../../workflows/core/result.ts'
import type { StartHelper } from '../../helper.ts'
import { askDriver, type ErrandRefusal } from './token-process.ts'
import type { TokenPlace } from './token-talk.ts'

/** The key said no in the middle of signing: thrown through `seal`, which has stored nothing by then. */
export class KeyRefused extends Error {
  readonly refusal: ErrandRefusal
  constructor(refusal: ErrandRefusal) {
    super(refusal.code)
    this.name = 'KeyRefused'
    this.refusal = refusal
  }
}

export type TokenKey = {
  readonly driver: string
  readonly token: TokenPlace
  /** CKA_ID, hex. */
  readonly id: string
  readonly certificate: Uint8Array
  readonly chain: readonly Uint8Array[]
}

/** Refused for keys other than RSA from 2048 bits and P-256. The PIN lives in the closure of one act. */
export function openTokenKey(start: StartHelper, key: TokenKey, pin: string): Result<Signer, { readonly code: 'key-kind-unsupported' }> {
  const algorithm = algorithmOf(key.certificate)
  if (algorithm === null) return refuse({ code: 'key-kind-unsupported' })
  const { driver, token, id, certificate, chain } = key
  return ok({
    kind: 'token',
    algorithm,
    certificate,
    chain,
    async sign(bytes) {
      const digest = new Uint8Array(createHash('sha256').update(bytes).digest())
      const answer = await askDriver(start, { want: 'sign', driver, token, id, pin, digest })
      if (!answer.ok) throw new KeyRefused(answer.refusal)
      if (!('signature' in answer.value)) throw new Error('a token process that did not sign')
      return answer.value.keyType === 'rsa' ? answer.value.signature : derOfRaw(answer.value.signature)
    },
  })
}

export function algorithmOf(certificate: Uint8Array): Signer['algorithm'] | null {
  const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey(new X509Certificate(certificate).toString())
  if (asymmetricKeyType === 'rsa') return (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048 ? 'rsa-sha256' : null
  return asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1' ? 'ecdsa-p256-sha256' : null
}

/** Tokens give r and s side by side; signatures in papers carry them as a DER sequence of two integers. */
export function derOfRaw(raw: Uint8Array): Uint8Array {
  const half = raw.length / 2
  const numbers = [raw.subarray(0, half), raw.subarray(half)].flatMap((part) => {
    const from = part.findIndex((byte) => byte !== 0)
    const short = from < 0 ? Uint8Array.of(0) : part.subarray(from)
    const positive = (short[0] ?? 0) >= 0x80 ? [0, ...short] : [...short]
    return [2, positive.length, ...positive]
  })
  return Uint8Array.of(0x30, numbers.length, ...numbers)
}
