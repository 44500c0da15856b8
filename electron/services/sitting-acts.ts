// Opening a sitting and what waits in it. The PIN or password is asked once, proven at once, and is nowhere but in the opened key.

import { randomBytes } from 'node:crypto'
import { readAlgorithm, readCertificate } from '../../records/crypto/certificate.ts'
import { oid, readDer, sequence } from '../../records/crypto/der.ts'
import { verifySignature } from '../../records/crypto/verify.ts'
import type { Signer } from '../../records/signer.ts'
import { CaseId, PaperId } from '../../workflows/core/ids.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { isPrintOnly } from '../../workflows/desk/policies.ts'
import { findKey } from '../../workflows/desk/state.ts'
import type { PaperToSign, Refusal, ShellAct } from '../../workflows/office.ts'
import { classificationOf } from '../../workflows/papers/classification.ts'
import { isAwaiting, toldApart } from '../../workflows/procedure/paper-view.ts'
import type { CaseState, PaperState } from '../../workflows/procedure/state.ts'
import { KeyRefused } from '../keys/token/token-key.ts'
import { casesAwaiting } from './cases-awaiting.ts'
import { openKey } from './key-acts.ts'
import type { OpenFile } from './open-file.ts'
import { latestDigest, mayRead } from './read-paper.ts'
import { isSampleKey, sampleKeyId, sampleKeyViews } from './sample-keys.ts'
import type { Services } from './services.ts'
import { isExpected, mayStand, nextPlace } from './sign.ts'

/** Refused: `key-unknown`, `certificate-revoked`, `wrong-password`, what the token refuses, `key-does-not-fit-certificate`. */
export async function startSitting(
  services: Services,
  open: OpenFile,
  act: Extract<ShellAct, { act: 'startSitting' }>,
): Promise<Result<null, Refusal>> {
  const stamp = open.stamp()
  if (!stamp.ok) return stamp
  open.sitting.end()
  const begin = (signer: Signer | null) => {
    open.sitting.begin({ keyId: act.keyId, operatorId: stamp.value.by, startedAt: stamp.value.at, signer })
    return ok(null)
  }
  if (isSampleKey(act.keyId)) {
    return sampleKeyViews(open).some(({ keyId }) => keyId === act.keyId) ? begin(null) : refuse({ code: 'key-unknown', keyId: act.keyId })
  }
  const key = findKey(open.desk().state, act.keyId)
  if (key === undefined) return refuse({ code: 'key-unknown', keyId: act.keyId })
  const standing = await mayStand(services, open, key, stamp.value.at)
  if (!standing.ok) return standing
  const opened = await openKey(services, open, key, act.secret)
  if (!opened.ok) return opened
  const proven = await proves(opened.value)
  return proven.ok ? begin(opened.value) : proven
}

/** A token tries its PIN only when it signs: a wrong one must be told now, not at the first paper. */
async function proves(signer: Signer): Promise<Result<null, Refusal>> {
  const probe = Buffer.concat([Buffer.from('tien-cu: a sitting begins '), randomBytes(16)])
  const scheme = readAlgorithm(readDer(sequence(oid(signer.algorithm === 'rsa-sha256' ? '1.2.840.113549.1.1.11' : '1.2.840.10045.4.3.2'))))
  try {
    const signature = await signer.sign(probe)
    const verdict = await verifySignature(readCertificate(signer.certificate).publicKey, scheme, signature, probe)
    return verdict === 'valid' ? ok(null) : refuse({ code: 'key-does-not-fit-certificate' })
  } catch (error) {
    if (error instanceof KeyRefused) return refuse({ ...error.refusal })
    throw error
  }
}

/** At most so many at a time: nobody signs more in one sitting, and the next ones come when these are signed. */
const shown = 500

/** Papers whose next place is for the owner of this key, in the order they were drawn. Papers the operator may not read stay out. */
export function papersToSign(open: OpenFile, keyId: string): readonly PaperToSign[] {
  const key = findKey(open.desk().state, keyId)
  const roles = open.operator()?.roles ?? []
  const found: PaperToSign[] = []
  for (const { state } of casesAwaiting(open)) {
    for (const paper of state.papers) {
      const field = isAwaiting(paper) ? nextPlace(paper) : undefined
      if (field === undefined || !mayRead(state, paper, roles).ok) continue
      if (isPrintOnly(open.desk().state, classificationOf(state, paper.drawn.conferenceId), open.today())) continue
      const isMine = isSampleKey(keyId)
        ? state.opened.isSample && sampleKeyId(field) === keyId
        : key !== undefined && isExpected(field, key)
      if (isMine) found.push(lineOf(state, paper, field.field))
      if (found.length === shown) return inOrder(found)
    }
  }
  return inOrder(found)
}

/** By their own hour: in the order in which cases changed, a case that goes on after a sealed ballot would step back among the others. */
const inOrder = (papers: readonly PaperToSign[]): readonly PaperToSign[] =>
  papers.toSorted((one, other) => byText(one.drawnAt, other.drawnAt) || byText(one.caseId, other.caseId))

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const lineOf = (state: CaseState, paper: PaperState, field: string): PaperToSign => ({
  caseId: CaseId.parse(state.caseId),
  paperId: PaperId.parse(paper.drawn.paperId),
  field,
  kind: paper.drawn.kind,
  ...toldApart(state, paper.drawn),
  title: `${state.opened.post.title}, ${state.opened.post.unit}`,
  drawnAt: paper.drawnAt,
  sha256: latestDigest(paper),
})
