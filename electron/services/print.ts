// Printing: the papers of a step in one PDF with their copies, noted before the bytes go out; a preview shows the same bytes (documents.md B6.3).
import { sha256Hex } from '../../db/hashing.ts'
import { type Joined, joinPdfs } from '../../records/join.ts'
import type { LiveCase } from '../../workflows/core/replay.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { Answers, Refusal, ShellAct } from '../../workflows/office.ts'
import { stageName } from '../../workflows/papers/meeting.ts'
import type { CaseState, PaperState } from '../../workflows/procedure/state.ts'
import { paperNames } from '../../workflows/wording/paper-names.ts'
import { stampFor } from './at-work.ts'
import { OfficeFault } from './faults.ts'
import type { OpenFile } from './open-file.ts'
import { latestDigest, mayRead } from './read-paper.ts'

type PrintPapers = Extract<ShellAct, { act: 'printPapers' }>
type Items = PrintPapers['items']
type Print = Answers['print']

/** Papers side by side are one print of at most this many pages: a slip of two pages for 4,999 people is no print of a step. */
const maxPages = 10_000

export function printPreview(open: OpenFile, caseId: string, items: Items): Result<Print, Refusal> {
  const live = open.cases.get(caseId)
  if (live === null) return refuse({ code: 'case-unknown', caseId })
  const joined = joinedPapers(open, live.state, items)
  return joined.ok ? ok(answer(joined.value)) : joined
}

/** Refused: what may not be read, papers that are not there, and `print-reason-missing` where one of them was printed before. */
export function printPapers(open: OpenFile, { caseId, items, reason }: PrintPapers): Result<{ live: LiveCase; print: Print }, Refusal> {
  const stamp = stampFor(open, 'printPapers')
  if (!stamp.ok) return stamp
  const live = open.cases.get(caseId)
  if (live === null) return refuse({ code: 'case-unknown', caseId })
  const { state } = live
  // First what may not be read: whether it was printed before tells that it is there.
  const joined = joinedPapers(open, state, items)
  if (!joined.ok) return joined
  const before = items.find(({ paperId }) => state.prints.some((print) => print.items.some((one) => one.paperId === paperId)))
  if (before && reason === undefined) return refuse({ code: 'print-reason-missing', paperId: before.paperId })
  const print = answer(joined.value)
  const fact = {
    type: 'papersPrinted',
    items: items.map((item) => ({ ...item, sha256: latestDigest(paperOf(state, item.paperId)) })),
    pages: print.pages,
    sha256: print.sha256,
    ...(reason !== undefined && { reason }),
  } as const
  const done = open.recordCase(live, caseId, [fact], stamp.value)
  return done.ok ? ok({ live: done.value, print }) : done
}

const answer = ({ pdf, pages }: Joined): Print => ({ bytes: Buffer.from(pdf).toString('base64'), sha256: sha256Hex(pdf), pages })

function joinedPapers(open: OpenFile, state: CaseState, items: Items): Result<Joined, Refusal> {
  const parts = []
  for (const { paperId, copies } of items) {
    const paper = state.papers.find(({ drawn }) => drawn.paperId === paperId)
    if (!paper) return refuse({ code: 'paper-unknown', paperId })
    const allowed = mayRead(state, paper, open.operator()?.roles ?? [])
    if (!allowed.ok) return allowed
    parts.push({ pdf: bytesOf(open, paper), title: paperTitle(state, paper), copies })
  }
  const joined = joinPdfs('Bản in', parts)
  return joined.pages > maxPages ? refuse({ code: 'print-too-long', pages: joined.pages, most: maxPages }) : ok(joined)
}

export function bytesOf(open: OpenFile, paper: PaperState): Uint8Array {
  const sha256 = latestDigest(paper)
  const bytes = open.archive.papers.get(sha256)
  if (bytes === undefined) throw new OfficeFault('paper-missing', sha256)
  return bytes
}

function paperOf(state: CaseState, paperId: string): PaperState {
  const paper = state.papers.find(({ drawn }) => drawn.paperId === paperId)
  if (!paper) throw new OfficeFault('paper-missing', paperId)
  return paper
}

/** `Biên bản kiểm phiếu, Hội nghị cán bộ chủ chốt` */
export function paperTitle(state: CaseState, { drawn }: PaperState): string {
  const meeting = state.conferences.find(({ conferenceId }) => conferenceId === drawn.conferenceId)
  const person = state.nominees.find(({ personId }) => personId === drawn.personId)?.name
  return [paperNames.vi[drawn.kind], meeting && stageName(state, meeting), person].filter((part) => part !== undefined).join(', ')
}
