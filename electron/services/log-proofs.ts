// What a record carries to prove its place in the log: that its closing is in the tree, and that the tree leads on from the record before.
import { sha256Hex } from '../../db/hashing.ts'
import { recordOf } from '../../records/check.ts'
import { readRecord } from '../../records/record-json.ts'
import { canonical } from '../../workflows/core/canonical.ts'
import { envelopeText } from '../../workflows/core/envelope.ts'
import { isRequested, type MeetingDue, type PaperDue } from '../../workflows/papers/due.ts'
import { previousRecordOf, type RecordEnv } from '../../workflows/papers/record.ts'
import type { CaseState } from '../../workflows/procedure/state.ts'
import { caseStream } from './case-memory.ts'
import type { OpenFile } from './open-file.ts'

type Proofs = Pick<RecordEnv['logHead'], 'inclusion' | 'consistency'>

/** A meeting ends in one of these; its papers are owed from then on. */
const endings = ['conferenceClosed', 'conferenceNotQuorate', 'conferenceAdjourned']
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** @param size of the tree whose root the record names. */
export async function logProofs(open: OpenFile, state: CaseState, due: PaperDue, size: number): Promise<Proofs> {
  // A paper somebody asked for is no step of the chain of stages: it names the head of the log and nothing more.
  if (isRequested(due)) return {}
  const consistency = await consistencyOf(open, state, due, size)
  const inclusion = inclusionOf(open, state.caseId, due.conferenceId, size)
  return { ...(inclusion && { inclusion }), ...(consistency && { consistency }) }
}

function inclusionOf({ archive }: OpenFile, caseId: string, conferenceId: string, size: number): Proofs['inclusion'] {
  const ending = archive
    .load(caseStream(caseId))
    .findLast(({ type, payload }) => endings.includes(type) && (payload as { conferenceId?: unknown }).conferenceId === conferenceId)
  if (ending === undefined) return undefined
  const { payload, ...rest } = ending
  const envelope = envelopeText({ ...rest, payloadSha256: sha256Hex(canonical(payload)) })
  return { envelope, index: ending.seq - 1, path: archive.inclusionProof(ending.seq, size).map(base64) }
}

async function consistencyOf({ archive }: OpenFile, state: CaseState, due: MeetingDue, size: number): Promise<Proofs['consistency']> {
  const previous = previousRecordOf(state, due)
  const drawn = previous && state.papers.find((one) => one.drawn.paperId === previous.recordId)
  const bytes = drawn && archive.papers.get(drawn.drawn.sha256)
  const attached = bytes && (await recordOf(bytes))
  const record = attached && readRecord(attached.bytes)
  if (!record || 'fault' in record || record.auditLog === undefined) return undefined
  const { treeSize } = record.auditLog
  return { size: treeSize, path: archive.consistencyProof(treeSize, size).map(base64) }
}
