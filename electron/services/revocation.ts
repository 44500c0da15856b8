// What the revocation lists at hand say of a certificate, asked before it signs: those of the office, those brought in, those in the trust folder.

import { ArchiveFault } from '../../db/fault.ts'
import { sha256Hex } from '../../db/hashing.ts'
import { isFresh } from '../../records/checks/report-lines.ts'
import { type Certificate, type Crl, readCertificate } from '../../records/crypto/certificate.ts'
import { buildChain, readCrls, revocationOf } from '../../records/crypto/chain.ts'
import { sameBytes } from '../../records/pdf/bytes.ts'
import { daysBetween } from '../../records/policy.ts'
import { dayOf } from '../../workflows/core/stamp.ts'
import type { DeskKey } from '../../workflows/desk/facts.ts'
import { keyViews } from '../../workflows/desk/view.ts'
import type { KeyStanding, KeyView, RevocationListView } from '../../workflows/office.ts'
import { fromBase64 } from '../keys/key-bundle.ts'
import { vietnamTime } from './clock.ts'
import type { OpenFile } from './open-file.ts'
import { sampleKeyViews } from './sample-keys.ts'
import type { Services } from './services.ts'
import { readTrust, trustFolder, trustList } from './trust.ts'

/** Roots and lists as this PC and this file know them, read once for a question. */
export type ListsAtHand = {
  readonly roots: readonly Certificate[]
  readonly issuers: readonly Certificate[]
  readonly crls: readonly Crl[]
}

export function listsAtHand({ dataDir }: Services, open: OpenFile): ListsAtHand {
  const { authority, ownList, lists, keys } = open.desk().state
  const trust = readTrust(trustFolder(dataDir))
  const own = authority === undefined ? [] : [fromBase64(authority.root)]
  const digests = [...(ownList ? [ownList.sha256, ownList.rootListSha256] : []), ...lists.map(({ sha256 }) => sha256)]
  const kept = digests.flatMap((sha256) => open.archive.papers.get(sha256) ?? [])
  const issuers = new Map(keys.flatMap((key) => key.issuers).map((der) => [der, readCertificate(fromBase64(der))]))
  if (authority) issuers.set(authority.intermediate, readCertificate(fromBase64(authority.intermediate)))
  return {
    roots: [...trust.roots, ...own].map(readCertificate),
    issuers: [...issuers.values()],
    crls: readCrls([...kept, ...trust.crls]),
  }
}

/** `none`: no list of its issuer is at hand. A list past its day still tells who was revoked; it just cannot clear anybody. */
export async function standingOf({ roots, issuers, crls }: ListsAtHand, key: DeskKey, now: number): Promise<KeyStanding> {
  const leaf = readCertificate(fromBase64(key.certificate))
  const chain = await buildChain(leaf, issuers, roots)
  // Without a path of trust the nearest issuer is still known by its certificate: its word that a key is lost must not go unheard.
  const above = issuers.find((one) => sameBytes(one.subject, leaf.issuer))
  const path = 'path' in chain ? chain.path : above ? [leaf, above] : [leaf]
  const whole = await revocationOf(path, crls, (list) => isFresh(list, now))
  if (whole.state === 'revoked') return { state: 'revoked', revokedAt: vietnamTime(new Date(whole.at)) }
  const own =
    path.length < 2 ? { state: 'unknown' as const, newest: null } : await revocationOf(path.slice(0, 2), crls, (list) => isFresh(list, now))
  const listAt = own.state === 'good' ? own.asOf : own.state === 'unknown' ? own.newest : null
  if (listAt === null || !Number.isFinite(listAt)) return { state: 'none' }
  const age = { listedOn: dayOf(vietnamTime(new Date(listAt))), days: daysBetween(listAt, now) }
  return { state: own.state === 'good' ? 'good' : 'old', ...age }
}

/** The keys one can sign with, each with what the lists say of it; and those of made-up people in sample cases. */
export async function keysShown(services: Services, open: OpenFile): Promise<readonly KeyView[]> {
  const { state } = open.desk()
  const views = keyViews(state)
  const hand = views.length === 0 ? null : listsAtHand(services, open)
  const now = Date.parse(services.clock())
  const shown: KeyView[] = []
  for (const view of views) {
    const key = state.keys.find(({ keyId }) => keyId === view.keyId)
    if (!hand || !key) continue
    const standing = await standingOf(hand, key, now)
    shown.push(
      view.revokedAt === undefined ? { ...view, standing } : { ...view, standing: { state: 'revoked', revokedAt: view.revokedAt } },
    )
  }
  return [...shown, ...sampleKeyViews(open)]
}

export function listViews(open: OpenFile, now: number): readonly RevocationListView[] {
  return open.desk().state.lists.map(({ issuer, thisUpdate, nextUpdate, revoked }) => {
    const at = Date.parse(thisUpdate)
    const next = nextUpdate === undefined ? null : Date.parse(nextUpdate)
    return {
      issuer,
      thisUpdate,
      ...(nextUpdate !== undefined && { nextUpdate }),
      revoked,
      days: daysBetween(at, now),
      isFresh: isFresh({ thisUpdate: at, nextUpdate: next }, now),
    }
  })
}

/**
 * The lists of this file, put where every check on this PC finds them. They are on record already: a disk that fails here leaves
 * the file right, so it is noted and made good at the next start of work.
 */
export function keepListsTrusted({ dataDir, noteFault }: Services, open: OpenFile): void {
  const { authority, ownList, lists } = open.desk().state
  const own =
    authority && ownList
      ? [
          { issuerSha256: sha256Hex(fromBase64(authority.intermediate)), sha256: ownList.sha256 },
          { issuerSha256: authority.rootSha256, sha256: ownList.rootListSha256 },
        ]
      : []
  try {
    for (const { issuerSha256, sha256 } of [...own, ...lists]) {
      const list = open.archive.papers.get(sha256)
      if (list) trustList(dataDir, issuerSha256, list)
    }
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error
    noteFault(error)
  }
}
