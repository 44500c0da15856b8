// The signed papers of a case in a folder, named in the order of the meetings, with the signed head of the log beside them (documents.md B6.3).

import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeDurably } from '../../db/durable-file.ts'
import { faultsNamed } from '../../db/fault.ts'
import { sha256Hex } from '../../db/hashing.ts'
import type { CaseId } from '../../workflows/core/ids.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { Refusal } from '../../workflows/office.ts'
import { paperSlugs } from '../../workflows/papers/kinds.ts'
import { stageOf } from '../../workflows/papers/meeting.ts'
import type { CaseState, PaperState } from '../../workflows/procedure/state.ts'
import { caseToExport } from './case-to-export.ts'
import { OfficeFault } from './faults.ts'
import { checkTargetFolder, makeTargetFolder } from './folders.ts'
import type { Work } from './long-work.ts'
import type { OpenFile } from './open-file.ts'

export type Exported = { readonly folder: string; readonly files: readonly string[] }
const checkpointName = 'nhat-ky.checkpoint.txt'

/** Papers signed whole and not superseded, in the order they were drawn. */
export const signedPapers = (state: CaseState): readonly PaperState[] =>
  state.papers.filter((paper) => paper.completed !== undefined && paper.supersededBy === undefined)

/** `18-buoc-2-bien-ban-kiem-phieu.pdf`: read by people who never saw this app, so without a word of its own. */
export function paperFileName(state: CaseState, { drawn }: PaperState, number: number): string {
  const meeting = state.conferences.find((one) => one.conferenceId === drawn.conferenceId)
  const step = meeting && `buoc-${stageOf(state, meeting).stepNo}`
  return [String(number).padStart(2, '0'), step, paperSlugs[drawn.kind], drawn.version > 1 ? `lan-${drawn.version}` : undefined]
    .filter((part) => part !== undefined)
    .join('-')
    .concat('.pdf')
}

/** A file to hand over: under its path, and as the fact names it. */
export type HandedOver = {
  readonly path: string
  readonly bytes: Uint8Array
  readonly noted?: { readonly name: string; readonly sha256: string }
}

/**
 * Writes the files, then the fact that they went out. All or none: stopped, or on a disk that fails midway, the ones just written go again,
 * so that half a case is not taken for a whole one.
 */
export async function handOver(
  open: OpenFile,
  caseId: CaseId,
  folder: string,
  files: readonly HandedOver[],
  work: Work,
): Promise<Result<Exported, Refusal>> {
  const head = open.archive.head()
  const isNewFolder = !existsSync(folder)
  makeTargetFolder(folder)
  const begun: string[] = []
  const takeBack = () => {
    for (const file of begun) rmSync(file, { force: true })
    if (isNewFolder && readdirSync(folder).length === 0) rmdirSync(folder)
  }
  try {
    for (const [done, { path, bytes }] of files.entries()) {
      await work.step(done, files.length)
      if (!existsSync(path)) begun.push(path)
      faultsNamed(() => writeDurably(path, bytes))
    }
    await work.settle()
    // Its own moment: while the files were written, others may have recorded something.
    const stamp = open.stamp()
    const noted = files.flatMap((file) => file.noted ?? [])
    const logRoot = Buffer.from(head.root).toString('base64')
    const fact = { type: 'caseExported', caseId, files: noted, logSize: head.size, logRoot } as const
    const done = stamp.ok ? open.recordDesk([fact], stamp.value) : stamp
    if (done.ok) return ok({ folder, files: files.map(({ path }) => path) })
    takeBack()
    return done
  } catch (error) {
    takeBack()
    throw error
  }
}

/** Writes nothing when one file of another content has a name we need, or when the case is classified (documents.md A4 rule 2). */
export async function exportCase(open: OpenFile, caseId: CaseId, folder: string, work: Work): Promise<Result<Exported, Refusal>> {
  const exported = caseToExport(open, caseId)
  if (!exported.ok) return exported
  const { state } = exported.value.live
  const signed = signedPapers(state)
  if (signed.length === 0) return refuse({ code: 'no-signed-papers', drawn: state.papers.length })
  checkTargetFolder(folder)
  const files = signed.map((paper, index) => {
    const sha256 = paper.completed ?? ''
    const bytes = open.archive.papers.get(sha256)
    if (bytes === undefined) throw new OfficeFault('paper-missing', sha256)
    const name = paperFileName(state, paper, index + 1)
    return { path: join(folder, name), bytes, noted: { name, sha256 } }
  })
  const taken = files.find(({ path, noted }) => existsSync(path) && sha256Hex(readFileSync(path)) !== noted.sha256)
  if (taken) return refuse({ code: 'file-exists', name: taken.noted.name })
  const checkpoint = { path: join(folder, checkpointName), bytes: Buffer.from(open.archive.signedCheckpoint()) }
  const done = await handOver(open, caseId, folder, [...files, checkpoint], work)
  return done.ok ? ok({ folder, files: [...files.map(({ noted }) => noted.name), checkpointName] }) : done
}
