// Word copies of papers, written into a folder; and a copy that came back, held against what was signed.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sha256Hex } from '../../db/hashing.ts'
import { propertiesOf, wordCopy } from '../../records/word/copy.ts'
import { type Parts, readDocx } from '../../records/word/docx.ts'
import { driftOf } from '../../records/word/drift.ts'
import { notSaidIn } from '../../records/word/said-in-pdf.ts'
import { shippedTemplate } from '../../records/word/shipped.ts'
import type { LiveCase } from '../../workflows/core/replay.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { Answers, Question, Refusal, ShellAct } from '../../workflows/office.ts'
import { type AsDrawn, papersAsDrawn } from '../../workflows/papers/as-drawn.ts'
import { inHouseSpelling } from '../../workflows/papers/house-spelling.ts'
import { papersOfCase } from '../../workflows/papers/step-set.ts'
import { wordValues } from '../../workflows/papers/word-fields.ts'
import type { PaperState } from '../../workflows/procedure/state.ts'
import { caseFact, caseStream } from './case-memory.ts'
import { caseToExport } from './case-to-export.ts'
import { type Exported, handOver, paperFileName } from './export.ts'
import { OfficeFault } from './faults.ts'
import { checkTargetFolder } from './folders.ts'
import type { Work } from './long-work.ts'
import type { OpenFile } from './open-file.ts'
import { peopleOf } from './paper-people.ts'
import { bytesOf } from './print.ts'
import { latestDigest, mayRead } from './read-paper.ts'
import { familyOf, partsOf, templateBytes } from './word-templates.ts'

type ExportWord = Extract<ShellAct, { act: 'exportWord' }>

/** Refused: no paper, a classified case (documents.md A4 rule 2), a file of another content in the way. Papers the reader may not see are left out. */
export async function exportWord(open: OpenFile, { caseId, folder, paperId }: ExportWord, work: Work): Promise<Result<Exported, Refusal>> {
  const exported = caseToExport(open, caseId)
  if (!exported.ok) return exported
  const { live } = exported.value
  const { state } = live
  const roles = open.operator()?.roles ?? []
  const papers = papersOfCase(state).filter(
    (one) => (paperId === undefined || one.drawn.paperId === paperId) && mayRead(state, one, roles).ok,
  )
  if (papers.length === 0) return refuse({ code: 'no-papers', drawn: state.papers.length })
  checkTargetFolder(folder)
  const said = drawnOf(open, live)
  // Each copy is made, then written: two halves of one bar.
  const of = papers.length * 2
  const files: { readonly path: string; readonly bytes: Uint8Array; readonly noted: { readonly name: string; readonly sha256: string } }[] =
    []
  for (const [at, paper] of papers.entries()) {
    await work.step(at, of)
    const name = paperFileName(state, paper, at + 1).replace(/\.pdf$/, '.docx')
    const path = join(folder, name)
    if (existsSync(path)) return refuse({ code: 'file-exists', name })
    const bytes = await copyOf(open, caseId, paper, saidBy(open, said, paper))
    files.push({ path, bytes, noted: { name, sha256: sha256Hex(bytes) } })
  }
  const writing: Work = { ...work, step: (done) => work.step(papers.length + done, of) }
  const done = await handOver(open, caseId, folder, files, writing)
  return done.ok ? ok({ folder, files: files.map(({ noted }) => noted.name) }) : done
}

const drawnOf = (open: OpenFile, { state }: LiveCase): readonly AsDrawn[] =>
  papersAsDrawn(
    open.archive.load(caseStream(state.caseId)).map((row) => caseFact(state.caseId, row)),
    state.caseId,
    peopleOf(state, open.desk().state),
  )

/** As it was drawn, in the spelling the office had then. */
function saidBy(open: OpenFile, said: readonly AsDrawn[], { drawn, drawnAt }: PaperState): AsDrawn {
  const found = said.find(({ due }) => due.paperId === drawn.paperId)
  if (!found) throw new OfficeFault('paper-missing', drawn.paperId)
  const { spellings } = open.desk().state
  const chosen = spellings.findLast(({ at }) => Date.parse(at) <= Date.parse(drawnAt))
  return { ...found, paper: inHouseSpelling(found.paper, found.state, chosen?.toneMarks) }
}

async function copyOf(open: OpenFile, caseId: string, paper: PaperState, said: AsDrawn): Promise<Uint8Array> {
  const { kind, paperId } = paper.drawn
  const template = templateBytes(open, familyOf(said.paper.profile), kind)
  const values = wordValues(said)
  const differing = await notSaidIn(bytesOf(open, paper), values)
  return wordCopy(await partsOf(template, kind), kind, values, {
    caseId,
    paperId,
    pdfSha256: latestDigest(paper),
    templateSha256: sha256Hex(template),
    standing: standingOf(paper),
    isSample: said.paper.isSample,
    ...(said.paper.isRehearsal && { isRehearsal: true }),
    ...(differing.length > 0 && { differs: differing.length }),
  })
}

function standingOf({ completed, signatures, drawn }: PaperState): string {
  if (completed !== undefined) return 'đã ký đủ'
  return drawn.fields.length === 0 ? 'không ký số' : `đã ký ${signatures.length}/${drawn.fields.length}`
}

// --- A copy that came back

type Drift = Extract<Question, { about: 'wordDrift' }>

export async function wordDrift(open: OpenFile, { caseId, paperId, bytes }: Drift): Promise<Result<Answers['wordDrift'], Refusal>> {
  const live = open.cases.get(caseId)
  const paper = live?.state.papers.find(({ drawn }) => drawn.paperId === paperId)
  if (!live || !paper) return refuse({ code: 'paper-unknown', paperId })
  const allowed = mayRead(live.state, paper, open.operator()?.roles ?? [])
  if (!allowed.ok) return allowed
  const copy = await readDocx(Buffer.from(bytes, 'base64'))
  if (!copy.ok) return refuse({ ...copy.refusal })
  const told = propertiesOf(copy.value)
  const said = saidBy(open, drawnOf(open, live), paper)
  const template = await templateOf(open, said, told.templateSha256)
  const values = wordValues(said)
  const lines = driftOf(copy.value, template, paper.drawn.kind, values)
  if (lines === null) return refuse({ code: 'word-broken' })
  const retold = (await notSaidIn(bytesOf(open, paper), values)).length
  return ok({
    ...(retold > 0 && { retold }),
    ...(told.paperId !== undefined && told.paperId !== paperId && { otherPaper: told.paperId }),
    isUnmarked: told.paperId === undefined,
    isSignedSince: told.pdfSha256 !== undefined && told.paperId === paperId && told.pdfSha256 !== latestDigest(paper),
    ...(paper.supersededBy !== undefined && { supersededBy: paper.supersededBy }),
    lines,
  })
}

/** The template the copy was made with, if the file still has it; else the one in use. */
async function templateOf(open: OpenFile, { due, paper }: AsDrawn, sha256: string | undefined): Promise<Parts> {
  const family = familyOf(paper.profile)
  const shipped = shippedTemplate(family, due.kind)
  const isOwn = open.desk().state.wordTemplates.some((one) => one.sha256 === sha256 && one.kind === due.kind)
  const own = isOwn && sha256 !== undefined ? open.archive.papers.get(sha256) : undefined
  const bytes = own ?? (sha256Hex(shipped) === sha256 ? shipped : templateBytes(open, family, due.kind))
  return partsOf(bytes, due.kind)
}
