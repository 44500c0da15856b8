// What is said between us and the process that holds a driver: requests, and answers parsed as from outside, for foreign code runs there.
import { z } from 'zod'

const hex = z.string().regex(/^(?:[0-9a-f]{2})*$/)
const bytes = z.instanceof(Uint8Array)

/** How many tries a PIN has left, as far as PKCS#11 tells: it has flags, not a number. */
export const triesLeft = ['some', 'few', 'one', 'none'] as const
export type TriesLeft = (typeof triesLeft)[number]

const TokenPlace = z.strictObject({ serial: z.string(), label: z.string() })
export type TokenPlace = z.infer<typeof TokenPlace>

export const TokenRequest = z.discriminatedUnion('want', [
  z.strictObject({ want: z.literal('describe'), driver: z.string() }),
  z.strictObject({ want: z.literal('list'), driver: z.string() }),
  z.strictObject({
    want: z.literal('sign'),
    driver: z.string(),
    token: TokenPlace,
    /** CKA_ID of the private key. */
    id: hex,
    pin: z.string(),
    /** SHA-256 of what is signed. */
    digest: bytes,
  }),
])
export type TokenRequest = z.infer<typeof TokenRequest>

export const TokenListed = z.strictObject({
  ...TokenPlace.shape,
  model: z.string(),
  tries: z.enum(triesLeft),
  /** Every X.509 certificate on the token, those of authorities too. */
  certificates: z.array(z.strictObject({ id: hex, label: z.string(), der: bytes })).max(256),
})
export type TokenListed = z.infer<typeof TokenListed>

const refusals = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('token-driver-not-loadable') }),
  z.strictObject({ code: z.literal('token-driver-not-pkcs11') }),
  z.strictObject({ code: z.literal('token-driver-failed'), call: z.string(), answer: z.string() }),
  z.strictObject({ code: z.literal('token-missing'), label: z.string() }),
  z.strictObject({ code: z.literal('token-removed') }),
  z.strictObject({ code: z.literal('token-key-missing'), label: z.string() }),
  z.strictObject({ code: z.literal('key-kind-unsupported') }),
  z.strictObject({ code: z.literal('pin-wrong'), tries: z.enum(triesLeft) }),
  z.strictObject({ code: z.literal('pin-locked') }),
  z.strictObject({ code: z.literal('pin-expired') }),
  z.strictObject({ code: z.literal('pin-not-set') }),
])
export type TokenRefusal = z.infer<typeof refusals>

export const TokenAnswer = z.union([
  z.strictObject({ ok: z.literal(true), description: z.string() }),
  z.strictObject({ ok: z.literal(true), tokens: z.array(TokenListed).max(64) }),
  z.strictObject({ ok: z.literal(true), keyType: z.enum(['rsa', 'ec']), signature: bytes }),
  z.strictObject({ ok: z.literal(false), refusal: refusals }),
])
export type TokenAnswer = z.infer<typeof TokenAnswer>
