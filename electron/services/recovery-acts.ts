// The recovery kit of the office authority: made, printed and forgotten; and the way back from it. The code is in no log, no file and no state.
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { writeDurably } from '../../db/durable-file.ts'
import { faultsNamed } from '../../db/fault.ts'
import { sha256Hex } from '../../db/hashing.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { dayOf } from '../../workflows/core/stamp.ts'
import { checkNewPassphrase } from '../../workflows/desk/passphrases.ts'
import type { LiveDesk } from '../../workflows/desk/replay.ts'
import { kitNumber } from '../../workflows/desk/view.ts'
import type { PaperBytes, Refusal, ShellAct } from '../../workflows/office.ts'
import { fromBase64 } from '../keys/key-bundle.ts'
import { AuthorityBundle } from '../keys/office-authority.ts'
import { makeRecoveryKit as makeKit, openRecoveryKit, type RecoveryKit, readRecoveryKit } from '../keys/recovery-kit.ts'
import { stampFor } from './at-work.ts'
import { lastDayOf } from './certificate-days.ts'
import { checkTargetFolder, makeTargetFolder } from './folders.ts'
import { readBundle, stored } from './key-acts.ts'
import type { OpenFile } from './open-file.ts'
import type { Services } from './services.ts'
import { trustRoot } from './trust.ts'

type Act<A extends ShellAct['act']> = Extract<ShellAct, { act: A }>
type Printed = PaperBytes & { readonly pages: number }

/** The paper comes back once, to be printed; asked again, a new kit is made. Refused: `no-authority`, `wrong-password`, `file-exists`. */
export async function makeRecoveryKit(
  services: Services,
  open: OpenFile,
  { passphrase, file }: Act<'makeRecoveryKit'>,
): Promise<Result<Printed, Refusal>> {
  const stamp = stampFor(open, 'makeRecoveryKit')
  if (!stamp.ok) return stamp
  const { authority, opened, operators } = open.desk().state
  if (!authority) return refuse({ code: 'no-authority' })
  const path = file === undefined ? undefined : resolve(file)
  if (path !== undefined && existsSync(path)) return refuse({ code: 'file-exists', name: path })
  if (path !== undefined) checkTargetFolder(dirname(path))
  const bundle = AuthorityBundle.parse(readBundle(open, authority.bundleSha256))
  const made = makeKit(bundle, passphrase, services.keyCost)
  if (!made.ok) return made
  const { kit, groups } = made.value
  const { sha256, bytes } = stored(kit)
  const drawn = await services.drawing.recoveryKit({
    organisation: bundle.organisation,
    place: opened.organisation.place,
    kitNo: kitNumber(sha256),
    day: dayOf(stamp.value.at),
    madeBy: operators.find(({ operatorId }) => operatorId === stamp.value.by)?.name ?? '',
    rootSha256: authority.rootSha256,
    validTo: authority.validTo,
    groups,
    sealedKeys: Buffer.from(bytes).toString('utf8'),
  })
  if (!drawn.ok) return refuse({ ...drawn.refusal })
  if (path !== undefined) {
    makeTargetFolder(dirname(path))
    faultsNamed(() => writeDurably(path, bytes))
  }
  const fact = { type: 'recoveryKitMade', kitSha256: sha256, rootSha256: authority.rootSha256 } as const
  const done = open.recordDesk([fact], stamp.value, undefined, [{ sha256, bytes }])
  if (!done.ok) return done
  return ok({ bytes: Buffer.from(drawn.value).toString('base64'), sha256: sha256Hex(drawn.value), pages: 2 })
}

/**
 * Back from a lost passphrase (the kit lies in this file), or in a file that never had the authority (`kit`: the sealed keys).
 * Refused: `authority-exists` for another authority, `recovery-kit-missing`, and what `openRecoveryKit` refuses.
 */
export async function restoreAuthority(
  { dataDir, keyCost }: Services,
  open: OpenFile,
  { code, passphrase, kit }: Act<'restoreAuthority'>,
): Promise<Result<LiveDesk, Refusal>> {
  const stamp = stampFor(open, 'restoreAuthority')
  if (!stamp.ok) return stamp
  const fit = checkNewPassphrase(passphrase)
  if (!fit.ok) return fit
  const { authority } = open.desk().state
  let refusal: Refusal = { code: 'recovery-kit-missing' }
  for (const candidate of kitsAtHand(open, kit)) {
    if (!candidate.ok) return candidate
    const root = fromBase64(candidate.value.root.certificate)
    const rootSha256 = sha256Hex(root)
    if (authority && authority.rootSha256 !== rootSha256) return refuse({ code: 'authority-exists', validTo: authority.validTo })
    const opened = openRecoveryKit(candidate.value, code, passphrase, keyCost)
    if (!opened.ok) {
      refusal = opened.refusal
      // A slip of the hand is the same in every kit.
      if (refusal.code !== 'recovery-code-wrong') return refuse(refusal)
      continue
    }
    const bundle = stored(opened.value)
    const sealed = stored(candidate.value)
    const fact = {
      type: 'authorityRestored',
      root: opened.value.root.certificate,
      intermediate: opened.value.intermediate.certificate,
      rootSha256,
      validTo: lastDayOf(fromBase64(opened.value.intermediate.certificate)),
      bundleSha256: bundle.sha256,
      kitSha256: sealed.sha256,
    } as const
    const done = open.recordDesk([fact], stamp.value, undefined, [bundle, sealed])
    if (done.ok) trustRoot(dataDir, `noi-bo-${rootSha256.slice(0, 16)}`, root)
    return done
  }
  return refuse(refusal)
}

/** The one that was brought, else those this file keeps, newest first: an older paper is as good as the newest. */
function kitsAtHand(open: OpenFile, brought: string | undefined): readonly Result<RecoveryKit, Refusal>[] {
  if (brought !== undefined) return [readRecoveryKit(fromBase64(brought))]
  return open
    .desk()
    .state.kits.toReversed()
    .map(({ kitSha256 }) => readRecoveryKit(Buffer.from(JSON.stringify(readBundle(open, kitSha256)))))
}
