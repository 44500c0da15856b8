// The whole case as one PDF to read: contents, every paper that stands, bookmarks; each signed paper attached whole, for a joined page proves nothing.

import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { sha256Hex } from '../../db/hashing.ts'
import { pageCount, startJoin } from '../../records/join.ts'
import type { ContentsSheet } from '../../records/typeset.ts'
import type { CaseId } from '../../workflows/core/ids.ts'
import { type Result, refuse } from '../../workflows/core/result.ts'
import { dayOf } from '../../workflows/core/stamp.ts'
import type { Refusal } from '../../workflows/office.ts'
import { shortDay } from '../../workflows/papers/official-text.ts'
import { dayOfDrawn } from '../../workflows/papers/paper-day.ts'
import { numberWords } from '../../workflows/papers/register.ts'
import { papersOfCase } from '../../workflows/papers/step-set.ts'
import type { CaseState, PaperState } from '../../workflows/procedure/state.ts'
import { caseToExport } from './case-to-export.ts'
import { type Exported, handOver, paperFileName } from './export.ts'
import { OfficeFault } from './faults.ts'
import { checkTargetFolder } from './folders.ts'
import type { Work } from './long-work.ts'
import type { OpenFile } from './open-file.ts'
import { bytesOf, paperTitle } from './print.ts'
import { latestDigest } from './read-paper.ts'
import type { Services } from './services.ts'

/** Refused: a file of another content stands there, the case has no paper, or it is classified (documents.md A4 rule 2). */
export async function exportOneFile(
  services: Services,
  open: OpenFile,
  caseId: CaseId,
  file: string,
  work: Work,
): Promise<Result<Exported, Refusal>> {
  const exported = caseToExport(open, caseId)
  if (!exported.ok) return exported
  const { live, stamp } = exported.value
  const { state } = live
  const papers = papersOfCase(state)
  if (papers.length === 0) return refuse({ code: 'no-papers', drawn: state.papers.length })
  const path = resolve(file)
  if (existsSync(path)) return refuse({ code: 'file-exists', name: file })
  checkTargetFolder(dirname(path))
  const pdf = await oneFile(services, open, state, papers, dayOf(stamp.at), work)
  const noted = { name: path.slice(-260), sha256: sha256Hex(pdf) }
  return handOver(open, caseId, dirname(path), [{ path, bytes: pdf, noted }], work)
}

async function oneFile(
  services: Services,
  open: OpenFile,
  state: CaseState,
  papers: readonly PaperState[],
  day: string,
  work: Work,
): Promise<Uint8Array> {
  const parts = papers.map((paper) => ({ pdf: bytesOf(open, paper), title: paperTitle(state, paper), copies: 1 }))
  const lengths = parts.map(({ pdf }) => pageCount(pdf))
  const { post, isSample } = state.opened
  const title = `Hồ sơ nhân sự: ${post.title}`
  const sheet = (front: number): ContentsSheet => ({
    title: 'MỤC LỤC HỒ SƠ',
    subtitle: `${post.title}, ${post.unit}`,
    note: 'Tệp gộp để đọc và in. Bản có chữ ký số của từng văn bản nằm nguyên vẹn trong phần tệp đính kèm; khi kiểm, kiểm bản đính kèm.',
    day,
    isSample,
    rows: papers.map((paper, index) => ({
      title: parts[index]?.title ?? '',
      number: paper.drawn.number === undefined ? '' : numberWords(paper.drawn.number),
      day: shortDay(dayOfDrawn(state, paper)),
      state: stateWords(paper),
      page: front + 1 + lengths.slice(0, index).reduce((sum, pages) => sum + pages, 0),
      sha256: latestDigest(paper),
    })),
  })
  const draw = async (front: number): Promise<Uint8Array> => {
    const drawn = await services.drawing.contents(sheet(front))
    if (!drawn.ok) throw new OfficeFault(drawn.refusal.code, state.caseId)
    return drawn.value
  }
  // How long the contents are is known once they are drawn; the numbers in them do not change that.
  const front = pageCount(await draw(1))
  const attachments = papers
    .filter(({ signatures }) => signatures.length > 0)
    .map((paper, index) => ({
      name: paperFileName(state, paper, index + 1),
      mime: 'application/pdf',
      description: paperTitle(state, paper),
      bytes: bytesOf(open, paper),
    }))
  const all = [{ pdf: await draw(front), title: 'Mục lục', copies: 1 }, ...parts]
  const join = startJoin()
  for (const [done, part] of all.entries()) {
    await work.step(done, all.length)
    join.add(part)
  }
  return join.finish(title, attachments).pdf
}

function stateWords({ completed, signatures, drawn }: PaperState): string {
  if (completed !== undefined) return 'đã ký đủ'
  if (drawn.fields.length === 0) return 'không ký số'
  return `đã ký ${signatures.length}/${drawn.fields.length}`
}
