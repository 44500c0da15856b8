// One signature more on a paper: who must sign is in the log, the key opens for this one act, the bytes are proven before they are kept.
import { sha256Hex } from '../../db/hashing.ts'
import { type Sealing, seal } from '../../records/seal.ts'
import type { Signer } from '../../records/signer.ts'
import type { LiveCase } from '../../workflows/core/replay.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { isSameName } from '../../workflows/core/same-name.ts'
import { dayOf, type Stamp } from '../../workflows/core/stamp.ts'
import type { DeskKey } from '../../workflows/desk/facts.ts'
import { isPrintOnly } from '../../workflows/desk/policies.ts'
import { findKey } from '../../workflows/desk/state.ts'
import type { Refusal, ShellAct } from '../../workflows/office.ts'
import { classificationOf } from '../../workflows/papers/classification.ts'
import type { FactOf } from '../../workflows/procedure/facts.ts'
import type { PaperState } from '../../workflows/procedure/state.ts'
import { KeyRefused } from '../keys/token/token-key.ts'
import { mustAgree } from './agreement.ts'
import { OfficeFault } from './faults.ts'
import { openKey } from './key-acts.ts'
import type { Work } from './long-work.ts'
import type { OpenFile } from './open-file.ts'
import { latestDigest, mayRead } from './read-paper.ts'
import { listsAtHand, standingOf } from './revocation.ts'
import { isSampleKey, openSampleKey, sampleKeyId } from './sample-keys.ts'
import type { Services } from './services.ts'

type SignPaper = Extract<ShellAct, { act: 'signPaper' }>
type Field = FactOf<'paperDrawn'>['fields'][number]

/** Refused: `paper-unknown`, `paper-superseded`, `classified-print-only`, `paper-voided`, `field-unknown`, `already-signed`, `out-of-order`, `paper-changed-since-shown`, `papers-disagree`, `key-unknown`, `wrong-signer`, `wrong-password`, `certificate-revoked`, `no-sitting`, and what `seal` refuses. */
export async function signPaper(services: Services, open: OpenFile, act: SignPaper, work: Work): Promise<Result<LiveCase, Refusal>> {
  const stamp = open.stamp()
  if (!stamp.ok) return stamp
  const ready = aboutToSign(open, act, stamp.value)
  if (!ready.ok) return ready
  const sitting = act.secret === undefined ? open.sitting.progress() : null
  if (sitting !== null) await work.step(sitting.done, sitting.of)
  const { live, paper, field, previousSha256 } = ready.value
  const signer = await signerFor(services, open, live, field, act, stamp.value)
  if (!signer.ok) return signer
  const { personName, role } = field
  const pdf = open.archive.papers.get(previousSha256)
  if (pdf === undefined) throw new OfficeFault('paper-missing', previousSha256)
  const sealed = await sealWith({
    pdf,
    field: act.field,
    signer: signer.value,
    name: personName,
    reason: role,
    location: live.state.opened.organisation.place,
    at: stamp.value.at,
    typesetter: services.drawing,
  })
  if (!sealed.ok) return sealed
  // Until here a signature is bytes in memory: stopped, it is dropped. What follows puts it on record for good.
  await work.settle()
  const sha256 = sha256Hex(sealed.value)
  const { paperId } = paper.drawn
  const signed: FactOf<'paperSigned'> = {
    type: 'paperSigned',
    paperId,
    field: act.field,
    sha256,
    previousSha256,
    signedBy: personName,
    keyKind: signer.value.kind,
    certificateSha256: sha256Hex(signer.value.certificate),
    signedAt: stamp.value.at,
  }
  const isLast = paper.signatures.length + 1 === paper.drawn.fields.length
  const facts = isLast ? [signed, { type: 'paperCompleted', paperId, sha256 } as const] : [signed]
  const done = open.recordCase(live, act.caseId, facts, stamp.value, [{ sha256, bytes: sealed.value }])
  if (done.ok && act.secret === undefined) open.sitting.noteSigned()
  return done
}

type Ready = { readonly live: LiveCase; readonly paper: PaperState; readonly field: Field; readonly previousSha256: string }

/** Everything that may stop a paper before a key is opened for it, alone or in a sitting: the one place for a check before signing. */
function aboutToSign(open: OpenFile, act: SignPaper, { at }: Stamp): Result<Ready, Refusal> {
  const live = open.cases.get(act.caseId)
  const paper = live?.state.papers.find(({ drawn }) => drawn.paperId === act.paperId)
  if (!live || !paper) return refuse({ code: 'paper-unknown', paperId: act.paperId })
  const allowed = mayRead(live.state, paper, open.operator()?.roles ?? [])
  if (!allowed.ok) return allowed
  const classification = classificationOf(live.state, paper.drawn.conferenceId)
  if (isPrintOnly(open.desk().state, classification, dayOf(at))) return refuse({ code: 'classified-print-only', classification })
  const field = nextField(paper, act.field)
  if (!field.ok) return field
  // Nobody signs what he was not shown: another signature, or another window, may have changed the paper since.
  const previousSha256 = latestDigest(paper)
  if (act.seen !== previousSha256) return refuse({ code: 'paper-changed-since-shown', paperId: act.paperId })
  const agreed = mustAgree(open, live, paper)
  if (!agreed.ok) return agreed
  return ok({ live, paper, field: field.value, previousSha256 })
}

/** A token that says no in the middle of signing is an answer; the paper in memory is dropped, nothing was stored. */
async function sealWith(sealing: Sealing): Promise<Result<Uint8Array, Refusal>> {
  try {
    const sealed = await seal(sealing)
    return sealed.ok ? sealed : refuse(plain(sealed.refusal))
  } catch (error) {
    if (error instanceof KeyRefused) return refuse(plain(error.refusal))
    throw error
  }
}

/** Nobody signs out of order (documents.md B2.1). */
function nextField({ drawn, signatures, supersededBy, voided }: PaperState, name: string): Result<Field, Refusal> {
  if (voided !== undefined) return refuse({ code: 'paper-voided', paperId: drawn.paperId })
  if (supersededBy !== undefined) return refuse({ code: 'paper-superseded', paperId: drawn.paperId, by: supersededBy })
  const field = drawn.fields.find((one) => one.field === name)
  if (field === undefined) return refuse({ code: 'field-unknown', field: name })
  const isSigned = (one: Field) => signatures.some((signature) => signature.field === one.field)
  if (isSigned(field)) return refuse({ code: 'already-signed', field: name })
  const waiting = nextPlace({ drawn, signatures })
  return waiting && waiting.order < field.order ? refuse({ code: 'out-of-order', field: name, waitingFor: waiting.field }) : ok(field)
}

/** Whose turn it is. */
export const nextPlace = ({ drawn, signatures }: Pick<PaperState, 'drawn' | 'signatures'>): Field | undefined =>
  drawn.fields.toSorted((a, b) => a.order - b.order).find((one) => !signatures.some(({ field }) => field === one.field))

/** The key opened for this field: by its own secret, or the public one of a made-up person in a sample case. */
async function signerFor(
  services: Services,
  open: OpenFile,
  live: LiveCase,
  field: Field,
  act: SignPaper,
  { at, by }: Stamp,
): Promise<Result<Signer, Refusal>> {
  const { personName, citizenId } = field
  const wrong = (found: string) =>
    refuse({ code: 'wrong-signer', field: field.field, expected: `${personName} ${citizenId ?? ''}`.trim(), found: found.trim() })
  if (isSampleKey(act.keyId)) {
    if (!live.state.opened.isSample) return refuse({ code: 'sample-key-in-real-case', keyId: act.keyId })
    if (act.secret === undefined && open.sitting.of(act.keyId, by) === null) return refuse({ code: 'no-sitting' })
    return act.keyId === sampleKeyId(field) ? ok(await openSampleKey(field)) : wrong(act.keyId)
  }
  const key = findKey(open.desk().state, act.keyId)
  if (key === undefined) return refuse({ code: 'key-unknown', keyId: act.keyId })
  if (!isExpected(field, key)) return wrong(`${key.name} ${key.citizenId ?? ''}`)
  const standing = await mayStand(services, open, key, at)
  if (!standing.ok) return standing
  if (act.secret !== undefined) return openKey(services, open, key, act.secret)
  const signer = open.sitting.of(act.keyId, by)?.signer
  return signer ? ok(signer) : refuse({ code: 'no-sitting' })
}

/** A revoked certificate signs nothing from its day on, by the lists at hand; that none is at hand, or an old one, the screen says before. */
export async function mayStand(services: Services, open: OpenFile, key: DeskKey, at: string): Promise<Result<null, Refusal>> {
  const own = open.desk().state.revoked.find(({ keyId }) => keyId === key.keyId)?.revokedAt
  const listed = await standingOf(listsAtHand(services, open), key, Date.parse(at))
  const revokedAt = own ?? (listed.state === 'revoked' ? listed.revokedAt : undefined)
  if (revokedAt === undefined || Date.parse(revokedAt) > Date.parse(at)) return ok(null)
  return refuse({ code: 'certificate-revoked', name: key.name, date: dayOf(revokedAt) })
}

/** By citizen number where the paper names one; two people may bear one name. */
export function isExpected(
  { personName, citizenId }: Field,
  key: { readonly name: string; readonly citizenId?: string | undefined },
): boolean {
  return isSameName(key.name, personName) && (citizenId === undefined || key.citizenId === citizenId)
}

/** The answers of `seal` as the doorway carries them. */
function plain(refusal: { readonly code: string }): Refusal {
  return Object.fromEntries(Object.entries(refusal).filter(([, value]) => value !== undefined)) as Refusal
}
