// Revocation by the office authority: a certificate is revoked for good, and the signed lists that say so are made, kept, trusted here and handed out.
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { writeDurably } from '../../db/durable-file.ts'
import { faultsNamed } from '../../db/fault.ts'
import { sha256Hex } from '../../db/hashing.ts'
import { readCertificate } from '../../records/crypto/certificate.ts'
import { isSignedBy } from '../../records/crypto/chain.ts'
import { sameBytes } from '../../records/pdf/bytes.ts'
import { checkPolicy, DAY } from '../../records/policy.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { dayOf } from '../../workflows/core/stamp.ts'
import type { DeskFact, DeskFactOf } from '../../workflows/desk/facts.ts'
import type { LiveDesk } from '../../workflows/desk/replay.ts'
import { findKey } from '../../workflows/desk/state.ts'
import type { Refusal, ShellAct } from '../../workflows/office.ts'
import { fromBase64 } from '../keys/key-bundle.ts'
import { AuthorityBundle, makeRevocationLists } from '../keys/office-authority.ts'
import { stampFor } from './at-work.ts'
import { vietnamTime } from './clock.ts'
import { makeTargetFolder } from './folders.ts'
import { readBundle } from './key-acts.ts'
import type { OpenFile } from './open-file.ts'
import { keepListsTrusted, listsAtHand } from './revocation.ts'
import type { Services } from './services.ts'

type Act<A extends ShellAct['act']> = Extract<ShellAct, { act: A }>
type Done = Result<LiveDesk, Refusal>
type Revoked = DeskFactOf<'certificateRevoked'>

/** For good: nobody takes a revocation back. Refused: `key-unknown`, `key-not-of-authority`, `already-revoked`, days outside its life, `wrong-password`. */
export async function revokeCertificate(services: Services, open: OpenFile, act: Act<'revokeCertificate'>): Promise<Done> {
  const stamp = stampFor(open, 'revokeCertificate')
  if (!stamp.ok) return stamp
  const { state } = open.desk()
  const key = findKey(state, act.keyId)
  if (key === undefined) return refuse({ code: 'key-unknown', keyId: act.keyId })
  if (key.kind !== 'officeAuthority') return refuse({ code: 'key-not-of-authority', keyId: act.keyId })
  const before = state.revoked.find(({ keyId }) => keyId === act.keyId)
  if (before) return refuse({ code: 'already-revoked', date: dayOf(before.revokedAt) })
  const today = dayOf(stamp.value.at)
  if (act.on > today) return refuse({ code: 'date-in-future', date: act.on })
  const { serial, notBefore } = readCertificate(fromBase64(key.certificate))
  const from = dayOf(vietnamTime(new Date(notBefore)))
  if (act.on < from) return refuse({ code: 'revoked-before-issued', date: act.on, from })
  const fact: Revoked = {
    type: 'certificateRevoked',
    keyId: key.keyId,
    serial,
    certificateSha256: key.certificateSha256,
    reason: act.reason,
    note: act.note,
    // A day that is over counts from its beginning: what was signed on it is in doubt too.
    revokedAt: act.on === today ? stamp.value.at : `${act.on}T00:00:00+07:00`,
  }
  return signLists(services, open, act.passphrase, stamp.value, [fact])
}

/** A fresh list of the same revocations, before the old one runs out. */
export async function renewRevocationList(services: Services, open: OpenFile, { passphrase }: Act<'renewRevocationList'>): Promise<Done> {
  const stamp = stampFor(open, 'renewRevocationList')
  return stamp.ok ? signLists(services, open, passphrase, stamp.value, []) : stamp
}

async function signLists(
  services: Services,
  open: OpenFile,
  passphrase: string,
  stamp: Parameters<OpenFile['recordDesk']>[1],
  more: readonly Revoked[],
): Promise<Done> {
  const { authority, revoked, ownList } = open.desk().state
  if (!authority) return refuse({ code: 'no-authority' })
  const bundle = AuthorityBundle.parse(readBundle(open, authority.bundleSha256))
  const carried = await revokedElsewhere(services, open, authority.intermediate)
  const number = Math.max(ownList?.number ?? 0, carried.number) + 1
  const at = new Date(stamp.at)
  const until = new Date(at.getTime() + checkPolicy.revocationListDays.value * DAY)
  const all = [...revoked, ...more].map(({ serial, revokedAt, reason }) => ({ serial, at: new Date(revokedAt), reason }))
  const known = new Set(all.map(({ serial }) => serial))
  const entries = [...all, ...carried.revoked.filter(({ serial }) => !known.has(serial))]
  const made = await makeRevocationLists({ bundle, passphrase, revoked: entries, number, at, until })
  if (!made.ok) return made
  const { intermediate, root } = made.value
  const facts: readonly DeskFact[] = [
    ...more,
    {
      type: 'revocationListMade',
      number,
      sha256: sha256Hex(intermediate),
      rootListSha256: sha256Hex(root),
      thisUpdate: stamp.at,
      nextUpdate: vietnamTime(until),
      revoked: entries.length,
    },
  ]
  const done = open.recordDesk(
    facts,
    stamp,
    undefined,
    [intermediate, root].map((bytes) => ({ sha256: sha256Hex(bytes), bytes })),
  )
  if (done.ok) keepListsTrusted(services, open)
  return done
}

/**
 * What earlier lists of this authority say that this file does not know: an authority restored into another file must not
 * clear whom it had revoked. Lists at hand: brought in, or in the trust folder.
 */
async function revokedElsewhere(
  services: Services,
  open: OpenFile,
  intermediate: string,
): Promise<{ readonly number: number; readonly revoked: readonly { serial: string; at: Date; reason: 'unspecified' }[] }> {
  const issuer = readCertificate(fromBase64(intermediate))
  const revoked = new Map<string, number>()
  let number = 0
  for (const list of listsAtHand(services, open).crls) {
    if (!sameBytes(list.issuer, issuer.subject) || !(await isSignedBy(list, issuer))) continue
    number = Math.max(number, list.number ?? 0)
    for (const [serial, at] of list.revoked) revoked.set(serial, at)
  }
  return { number, revoked: [...revoked].map(([serial, at]) => ({ serial, at: new Date(at), reason: 'unspecified' })) }
}

/** Both lists of the authority in one PEM file, the one of the officials first. Refused: `no-revocation-list`, `file-exists`. */
export function exportRevocationList(open: OpenFile, { file }: Act<'exportRevocationList'>): Result<readonly string[], Refusal> {
  const stamp = stampFor(open, 'exportRevocationList')
  if (!stamp.ok) return stamp
  const { ownList } = open.desk().state
  if (!ownList) return refuse({ code: 'no-revocation-list' })
  const path = resolve(file)
  if (existsSync(path)) return refuse({ code: 'file-exists', name: path })
  const lists = [ownList.sha256, ownList.rootListSha256].map((sha256) => open.archive.papers.get(sha256) ?? new Uint8Array())
  makeTargetFolder(dirname(path))
  faultsNamed(() => writeDurably(path, Buffer.from(lists.map(pemOf).join(''))))
  return ok([path])
}

/** The label openssl wants. */
function pemOf(list: Uint8Array): string {
  const lines = Buffer.from(list)
    .toString('base64')
    .replace(/(.{64})(?=.)/g, '$1\n')
  return `-----BEGIN X509 CRL-----\n${lines}\n-----END X509 CRL-----\n`
}
