// Draws what a case owes the way the shell does, without ink: record, digest, paper, and the fact that keeps them.
import { createHash } from 'node:crypto'
import { canonical } from '../../../workflows/core/canonical.ts'
import { PersonId } from '../../../workflows/core/ids.ts'
import { paperFor } from '../../../workflows/papers/draw.ts'
import { isRequested, type PaperDue, papersOwed } from '../../../workflows/papers/due.ts'
import type { Paper } from '../../../workflows/papers/paper.ts'
import { proofFor, type RecordEnv } from '../../../workflows/papers/record.ts'
import { PaperRecord, recordJson } from '../../../workflows/papers/requested-record.ts'
import { StageRecord } from '../../../workflows/papers/stage-record.ts'
import type { CaseFact } from '../../../workflows/procedure/facts.ts'
import { type CaseState, evolve, type StoredFact } from '../../../workflows/procedure/state.ts'

export const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

export const env: RecordEnv = {
  logHead: {
    origin: 'so-noi-vu.mau',
    size: 214,
    rootHash: 'egus9/VA42N8+xIwG2TnlqR8EmDvrjQP1weMk5SZIxA=',
    checkpoint: 'so-noi-vu.mau\n214\negus9/VA42N8+xIwG2TnlqR8EmDvrjQP1weMk5SZIxA=\n\n— so-noi-vu.mau AAAAAAAA\n',
  },
  people: {
    citizenIds: { chair: '001070000001', secretary: '001070000002' },
    hrHead: { personId: 'hr', name: 'Đỗ Thị Hà', title: 'Trưởng phòng Tổ chức cán bộ' },
  },
  software: { name: 'Tiến Cử', version: '0.1.0' },
  createdAt: '2026-11-22T08:00:00+07:00',
  sha256Hex,
}

type DrawnAs<R> = { readonly due: PaperDue; readonly record: R; readonly paper: Paper }
export type Drawn = DrawnAs<StageRecord>

const said = <R>(state: CaseState, due: PaperDue, record: R): DrawnAs<R> => ({
  due,
  record,
  paper: paperFor(state, due, proofFor(state, due, env, sha256Hex(canonical(record))), env.people),
})

export const drawOne = (state: CaseState, due: PaperDue): Drawn => said(state, due, StageRecord.parse(recordJson(state, due, env)))
/** A paper somebody asked for. */
export const drawRequested = (state: CaseState, due: PaperDue): DrawnAs<PaperRecord> =>
  said(state, due, PaperRecord.parse(recordJson(state, due, env)))

export function factOf({ due, record, paper }: DrawnAs<unknown>): CaseFact {
  return {
    type: 'paperDrawn',
    paperId: due.paperId,
    kind: due.kind,
    ...(due.conferenceId !== undefined && { conferenceId: due.conferenceId }),
    ...(isRequested(due) && due.personId !== undefined && { personId: PersonId.parse(due.personId) }),
    version: due.version,
    ...(due.supersedes !== undefined && { supersedes: due.supersedes }),
    ...(due.number && { number: due.number }),
    sha256: sha256Hex(canonical(paper)),
    recordSha256: sha256Hex(canonical(record)),
    fields: paper.signBlocks.map(({ field, role, personName, order }) => ({ field, role, personName, order })),
  }
}

/** Draws one after another until nothing is owed. */
export function drawOwed(state: CaseState): { state: CaseState; drawn: Drawn[] } {
  const drawn: Drawn[] = []
  let current = state
  for (let due = papersOwed(current)[0]; due; due = papersOwed(current)[0]) {
    const one = drawOne(current, due)
    drawn.push(one)
    current = evolve(current, { fact: factOf(one), at: current.lastAt, by: 'to-chuc', version: current.version + 1 }, current.caseId)
  }
  return { state: current, drawn }
}

/** Folds facts one after another, an hour apart unless they say otherwise. */
export function folded(caseId: string, facts: readonly CaseFact[], from: CaseState | null = null): CaseState {
  let state = from
  for (const fact of facts) {
    const version = (state?.version ?? 0) + 1
    const stored: StoredFact = { fact, at: '2023-03-14T08:00:00+07:00', by: 'thu-ky', version }
    state = evolve(state, stored, caseId)
  }
  if (!state) throw new Error('no facts')
  return state
}
