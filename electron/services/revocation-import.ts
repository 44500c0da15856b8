// Revocation lists of other authorities: only with the signature of an issuer this PC trusts, newer than the one before, whole.
import { sha256Hex } from '../../db/hashing.ts'
import { type Certificate, type Crl, commonNameOf, nameOf, readCrl } from '../../records/crypto/certificate.ts'
import { buildChain, isSignedBy } from '../../records/crypto/chain.ts'
import { BadDer } from '../../records/crypto/der.ts'
import { sameBytes } from '../../records/pdf/bytes.ts'
import { DAY } from '../../records/policy.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { dayOf } from '../../workflows/core/stamp.ts'
import type { DeskFactOf } from '../../workflows/desk/facts.ts'
import type { LiveDesk } from '../../workflows/desk/replay.ts'
import type { Refusal, ShellAct } from '../../workflows/office.ts'
import { fromBase64 } from '../keys/key-bundle.ts'
import { stampFor } from './at-work.ts'
import { vietnamTime } from './clock.ts'
import type { OpenFile } from './open-file.ts'
import { keepListsTrusted, listsAtHand } from './revocation.ts'
import type { Services } from './services.ts'

type Imported = DeskFactOf<'revocationListImported'>

/** Refused: `revocation-list-unreadable`, `-of-stranger`, `-forged`, `-partial`, `-not-yet`, `-not-newer`; nothing is kept then. */
export async function importRevocationList(
  services: Services,
  open: OpenFile,
  { list }: Extract<ShellAct, { act: 'importRevocationList' }>,
): Promise<Result<LiveDesk, Refusal>> {
  const stamp = stampFor(open, 'importRevocationList')
  if (!stamp.ok) return stamp
  const blocks = listsIn(fromBase64(list))
  const facts: Imported[] = []
  const kept: { readonly sha256: string; readonly bytes: Uint8Array }[] = []
  for (const bytes of blocks) {
    const read = readList(bytes)
    if (!read.ok) return read
    const issuer = await trustedIssuer(services, open, read.value)
    if (!issuer.ok) return issuer
    const fact = factOf(read.value, issuer.value, bytes)
    if (read.value.thisUpdate > Date.parse(stamp.value.at) + DAY) {
      return refuse({ code: 'revocation-list-not-yet', issuer: fact.issuer, date: dayOf(fact.thisUpdate) })
    }
    const before = open.desk().state.lists.find(({ issuerSha256 }) => issuerSha256 === fact.issuerSha256)
    if (before && Date.parse(before.thisUpdate) >= read.value.thisUpdate) {
      return refuse({ code: 'revocation-list-not-newer', issuer: fact.issuer, date: dayOf(before.thisUpdate) })
    }
    facts.push(fact)
    kept.push({ sha256: fact.sha256, bytes })
  }
  const done = open.recordDesk(facts, stamp.value, undefined, kept)
  if (done.ok) keepListsTrusted(services, open)
  return done
}

/** A file in DER is one list; in PEM it may hold several. */
function listsIn(bytes: Uint8Array): readonly Uint8Array[] {
  const text = Buffer.from(bytes).toString('latin1')
  const found = [...text.matchAll(/-----BEGIN (?:X509 )?CRL-----([\s\S]+?)-----END (?:X509 )?CRL-----/g)]
  return found.length === 0 ? [bytes] : found.map(([, body = '']) => new Uint8Array(Buffer.from(body, 'base64')))
}

function readList(bytes: Uint8Array): Result<Crl, Refusal> {
  try {
    const list = readCrl(bytes)
    // A list of changes, or of some certificates only, would leave the rest looking clean.
    return list.unknownCritical.length > 0 ? refuse({ code: 'revocation-list-partial', issuer: nameOf(list.issuer) }) : ok(list)
  } catch (error) {
    if (error instanceof BadDer) return refuse({ code: 'revocation-list-unreadable' })
    throw error
  }
}

async function trustedIssuer(services: Services, open: OpenFile, list: Crl): Promise<Result<Certificate, Refusal>> {
  const { roots, issuers } = listsAtHand(services, open)
  const named = [...roots, ...issuers].filter(({ subject }) => sameBytes(subject, list.issuer))
  const issuer = nameOf(list.issuer)
  let isKnown = false
  for (const candidate of named) {
    if (!('path' in (await buildChain(candidate, issuers, roots)))) continue
    isKnown = true
    if (await isSignedBy(list, candidate)) return ok(candidate)
  }
  return refuse({ code: isKnown ? 'revocation-list-forged' : 'revocation-list-of-stranger', issuer })
}

function factOf(list: Crl, issuer: Certificate, bytes: Uint8Array): Imported {
  return {
    type: 'revocationListImported',
    issuer: commonNameOf(issuer) || nameOf(list.issuer),
    issuerSha256: sha256Hex(issuer.der),
    sha256: sha256Hex(bytes),
    thisUpdate: vietnamTime(new Date(list.thisUpdate)),
    ...(list.nextUpdate !== null && { nextUpdate: vietnamTime(new Date(list.nextUpdate)) }),
    revoked: list.revoked.size,
  }
}
