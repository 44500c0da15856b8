// The signed papers of a case in a folder, named in the order of the meetings, with the signed head of the log beside them (documents.md B6.3).

import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeDurably } from '../../db/durable-file.ts'
import { faultsNamed } from '../../db/fault.ts'
import type { CaseId } from '../../workflows/core/ids.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { Refusal } from '../../workflows/office.ts'
import { paperSlugs } from '../../workflows/papers/kinds.ts'
import type { CaseState, PaperState } from '../../workflows/procedure/state.ts'
import { caseToExport } from './case-to-export.ts'
import { sha256Hex } from './dispatch.ts'
import { OfficeFault } from './faults.ts'
import { makeTargetFolder } from './folders.ts'
import type { OpenFile } from './open-file.ts'

export type Exported = { readonly folder: string; readonly files: readonly string[] }
const checkpointName = 'nhat-ky.checkpoint.txt'

/** Papers signed whole and not superseded, in the order they were drawn. */
export const signedPapers = (state: CaseState): readonly PaperState[] =>
  state.papers.filter((paper) => paper.completed !== undefined && paper.supersededBy === undefined)

export function paperFileName(state: CaseState, { drawn }: PaperState, number: number): string {
  const stage = state.conferences.find((one) => one.conferenceId === drawn.conferenceId)?.stage
  return [String(number).padStart(2, '0'), stage, paperSlugs[drawn.kind], drawn.version > 1 ? `lan-${drawn.version}` : undefined]
    .filter((part) => part !== undefined)
    .join('-')
    .concat('.pdf')
}

/** All or none: on a disk that fails midway the ones just written go again, so that half a case is not taken for a whole one. */
function writeAll(folder: string, files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): void {
  const begun: string[] = []
  try {
    for (const { name, bytes } of files) {
      const file = join(folder, name)
      if (!existsSync(file)) begun.push(file)
      faultsNamed(() => writeDurably(file, bytes))
    }
  } catch (error) {
    for (const file of begun) rmSync(file, { force: true })
    throw error
  }
}

/** Writes nothing when one file of another content has a name we need, or when the case is classified (documents.md A4 rule 2). */
export function exportCase(open: OpenFile, caseId: CaseId, folder: string): Result<Exported, Refusal> {
  const exported = caseToExport(open, caseId)
  if (!exported.ok) return exported
  const { live, stamp } = exported.value
  const { state } = live
  const signed = signedPapers(state)
  if (signed.length === 0) return refuse({ code: 'no-signed-papers', drawn: state.papers.length })
  const files = signed.map((paper, index) => {
    const sha256 = paper.completed ?? ''
    const bytes = open.archive.papers.get(sha256)
    if (bytes === undefined) throw new OfficeFault('paper-missing', sha256)
    return { name: paperFileName(state, paper, index + 1), sha256, bytes }
  })
  const taken = files.find(({ name, sha256 }) => existsSync(join(folder, name)) && sha256Hex(readFileSync(join(folder, name))) !== sha256)
  if (taken) return refuse({ code: 'file-exists', name: taken.name })
  const head = open.archive.head()
  const note = open.archive.signedCheckpoint()
  makeTargetFolder(folder)
  writeAll(folder, [...files, { name: checkpointName, bytes: Buffer.from(note) }])
  const named = files.map(({ name, sha256 }) => ({ name, sha256 }))
  const logRoot = Buffer.from(head.root).toString('base64')
  const done = open.recordDesk([{ type: 'caseExported', caseId, files: named, logSize: head.size, logRoot }], stamp)
  return done.ok ? ok({ folder, files: [...named.map(({ name }) => name), checkpointName] }) : done
}
