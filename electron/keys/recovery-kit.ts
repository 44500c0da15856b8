// The recovery kit of the office authority: both its keys sealed once more, by a code that stands on one printed paper and nowhere else.
import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto'
import { z } from 'zod'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { Refusal } from '../../workflows/office.ts'
import { fromBase64, openSecret, type SealedSecret, sealSecret } from './key-bundle.ts'
import { AuthorityBundle } from './office-authority.ts'
import { newRecoveryCode, readRecoveryCode } from './recovery-code.ts'

/** Certificates in the open, keys only as sealed by the code: the kit without its code opens nothing. */
export const RecoveryKit = z.strictObject({ ...AuthorityBundle.shape, format: z.literal('tiencu.recovery/1') })
export type RecoveryKit = z.infer<typeof RecoveryKit>

/** `groups` are to be printed and forgotten. Refused: `wrong-password`. */
export function makeRecoveryKit(
  bundle: AuthorityBundle,
  passphrase: string,
  cost?: number,
): Result<{ readonly kit: RecoveryKit; readonly groups: readonly string[] }, Refusal> {
  const groups = newRecoveryCode()
  const sealed = resealed(bundle, passphrase, groups.join(''), cost)
  return sealed.ok ? ok({ kit: { ...sealed.value, format: 'tiencu.recovery/1' }, groups }) : sealed
}

/**
 * The authority under a new passphrase. Both keys are proven to be those of their certificates before anything is made of them.
 * Refused: what `readRecoveryCode` refuses, `recovery-code-wrong` when code and kit do not belong together.
 */
export function openRecoveryKit(kit: RecoveryKit, typed: string, passphrase: string, cost?: number): Result<AuthorityBundle, Refusal> {
  const code = readRecoveryCode(typed)
  if (!code.ok) return code
  const opened = resealed(kit, code.value, passphrase, cost)
  if (!opened.ok) return refuse({ code: 'recovery-code-wrong' })
  return ok({ ...opened.value, format: 'tiencu.authority/1' })
}

/** A kit from a file or from the square code on the paper. Refused: `recovery-kit-unreadable`. */
export function readRecoveryKit(bytes: Uint8Array): Result<RecoveryKit, Refusal> {
  try {
    const parsed = RecoveryKit.safeParse(
      JSON.parse(
        Buffer.from(bytes)
          .toString('utf8')
          .replace(/^\uFEFF/, ''),
      ),
    )
    if (parsed.success) return ok(parsed.data)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return refuse({ code: 'recovery-kit-unreadable' })
}

type Parts = Pick<AuthorityBundle, 'organisation' | 'root' | 'intermediate'>

function resealed({ organisation, root, intermediate }: Parts, from: string, to: string, cost?: number): Result<Parts, Refusal> {
  const top = moved(root, from, to, cost)
  if (!top.ok) return top
  const middle = moved(intermediate, from, to, cost)
  return middle.ok ? ok({ organisation, root: top.value, intermediate: middle.value }) : middle
}

type Part = { readonly certificate: string; readonly secret: SealedSecret }

function moved({ certificate, secret }: Part, from: string, to: string, cost?: number): Result<Part, Refusal> {
  const pkcs8 = openSecret(secret, from)
  if (!pkcs8.ok) return pkcs8
  const key = createPrivateKey({ key: Buffer.from(pkcs8.value), format: 'der', type: 'pkcs8' })
  const own = new X509Certificate(fromBase64(certificate)).publicKey
  if (!createPublicKey(key).equals(own)) return refuse({ code: 'recovery-kit-unreadable' })
  return ok({ certificate, secret: sealSecret(pkcs8.value, to, cost) })
}
