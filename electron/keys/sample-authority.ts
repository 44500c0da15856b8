// The sample authority: shipped with its keys, which are therefore public. What it signs has no force; checks accept it for sample records only.
import { createECDH, createHash, createPrivateKey, createPublicKey } from 'node:crypto'
import { z } from 'zod'
import type { Signer } from '../../records/signer.ts'
import { makeOfficial } from './certificates.ts'
import { fromBase64, signerOf } from './key-bundle.ts'
import { sampleAuthority } from './sample-authority-keys.ts'

const Part = z.strictObject({ certificate: z.base64(), publicSecretKey: z.base64() })
const SampleAuthority = z.strictObject({
  format: z.literal('tiencu.sample-authority/1'),
  warning: z.string(),
  organisation: z.string(),
  validFrom: z.iso.date(),
  validUntil: z.iso.date(),
  root: Part,
  intermediate: Part,
})
const authority = SampleAuthority.parse(sampleAuthority)

/** To be handed to `checkRecord` as `sampleRoots`, never as `roots`. */
export const sampleRoot: Uint8Array = fromBase64(authority.root.certificate)
export const sampleIntermediate: Uint8Array = fromBase64(authority.intermediate.certificate)

const validity = { from: new Date(`${authority.validFrom}T00:00:00Z`), until: new Date(`${authority.validUntil}T00:00:00Z`) }

/**
 * The signer of a synthetic person: the key follows from the citizen number, so the same sample has the same certificates.
 * @param name as in the record's `certSubjectMatch.cn`; `citizenId` 12 digits.
 */
export async function sampleSigner({ name, citizenId }: { readonly name: string; readonly citizenId: string }): Promise<Signer> {
  const key = sampleKey(citizenId)
  const issuer = {
    certificate: sampleIntermediate,
    key: createPrivateKey({ key: Buffer.from(authority.intermediate.publicSecretKey, 'base64'), format: 'der', type: 'pkcs8' }),
  }
  const serial = `40${createHash('sha256').update(`tiencu sample serial ${citizenId} ${name}`).digest('hex').slice(0, 30)}`
  const certificate = await makeOfficial(
    { name, citizenId, organisation: authority.organisation },
    createPublicKey(key),
    issuer,
    validity,
    serial,
  )
  return signerOf('test', key, 'ecdsa-p256-sha256', certificate, [sampleIntermediate])
}

/** The public secret key of a synthetic person. */
function sampleKey(citizenId: string) {
  const secret = createHash('sha256').update(`tiencu sample key ${citizenId}`).digest()
  // A digest at or above the order of P-256 would be no key; the chance is 2^-32, and then this throws.
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(secret)
  const point = pair.getPublicKey()
  const part = (bytes: Buffer) => bytes.toString('base64url')
  return createPrivateKey({
    format: 'jwk',
    key: { kty: 'EC', crv: 'P-256', d: part(secret), x: part(point.subarray(1, 33)), y: part(point.subarray(33)) },
  })
}
