// Chương trình hành động on paper: the newest version handed in, with the digest that ties it to the log, signed by its author (documents.md A8.3).
import type { FactOf, ProgramText } from '../../procedure/facts.ts'
import { type CaseState, findNominee } from '../../procedure/state.ts'
import { postText } from '../meeting.ts'
import { amount, birthText, digestText, shortDay } from '../official-text.ts'
import type { Block, Column, PaperProfile } from '../paper.ts'
import { headingText } from '../profile.ts'
import type { RequestedPaper } from '../requested.ts'
import { citizenIdFor } from '../sign-blocks.ts'
import { archiveOf, closingFields, recipientsOr } from './office-signer.ts'

export const actionProgramPaper: RequestedPaper = {
  kind: 'actionProgram',
  scope: 'nominee',
  sign: null,
  fields: [...closingFields],
  tells: 'nothing',
  notYet(state, { personId = '' }) {
    const name = findNominee(state, personId)?.name ?? personId
    return newest(state, personId) ? null : { code: 'action-program-not-submitted', name }
  },
  freeze(state, { personId = '' }): Record<string, string> {
    const program = newest(state, personId)
    return program ? { programVersion: `${program.version}`, programSha256: program.sha256 } : {}
  },
  say(state, due, people) {
    const { details, profile, personId = '' } = due
    const nominee = findNominee(state, personId)
    const handedIn = state.programs[personId]?.find((one) => `${one.version}` === details.programVersion)
    if (!nominee || !handedIn) throw new Error(`no action program ${details.programVersion} of ${personId}`)
    const citizenId = nominee.citizenId ?? citizenIdFor(people, nominee.name)
    return {
      title: 'CHƯƠNG TRÌNH HÀNH ĐỘNG',
      abstract: `Nhân sự dự kiến giữ ${postText(state)}`,
      blocks: [{ type: 'facts', rows: coverRows(state, handedIn) }, ...programBlocks(handedIn.program, profile)],
      signers: [
        {
          field: 'ky.nhan_su',
          role: 'nhan-su',
          officeTitle: 'NGƯỜI TRÌNH BÀY',
          personId,
          personName: nominee.name,
          ...(citizenId !== undefined && { citizenId }),
          column: 'right',
          required: true,
        },
      ],
      recipients: recipientsOr(details, [archiveOf(profile)]),
    }
  },
}

const newest = (state: CaseState, personId: string): FactOf<'actionProgramSubmitted'> | undefined => state.programs[personId]?.at(-1)

function coverRows(
  state: CaseState,
  { personId, version, handedInOn, program, sha256 }: FactOf<'actionProgramSubmitted'>,
): [string, string][] {
  const nominee = findNominee(state, personId)
  const { post } = state.opened
  return [
    ['Người trình bày', nominee?.name ?? personId],
    ...(nominee?.birthDate === undefined ? [] : [['Ngày sinh', birthText(nominee.birthDate)] as [string, string]]),
    ['Chức vụ hiện nay', nominee?.currentPost ?? ''],
    ['Chức vụ dự kiến', `${post.title}, ${post.unit}`],
    ['Phiên bản', `${version}, nộp ngày ${shortDay(handedInOn)}`],
    ['Số trang bản nộp', `${amount(program.pages)} trang`],
    ['Mã băm SHA-256 của nội dung', digestText(sha256)],
  ]
}

/** Titles often bring their own number, which would stand beside ours. */
const ownNumber = /^\s*(?:[IVX]+|\d+)\s*[.)-]\s*/u

function programBlocks({ sections, targets, attachments }: ProgramText, profile: PaperProfile): Block[] {
  const heading = (no: number, words: string): Block => ({ type: 'heading', text: headingText(profile, no, words.toUpperCase()) })
  const blocks = sections.flatMap(({ title, text }, at): Block[] => [
    heading(at + 1, title.replace(ownNumber, '')),
    ...text
      .split('\n')
      .map((one) => one.trim())
      .filter((one) => one !== '')
      .map((one): Block => ({ type: 'paragraph', text: one })),
  ])
  let no = sections.length
  if (targets && targets.length > 0) {
    no += 1
    blocks.push(heading(no, 'Chỉ tiêu'), { type: 'table', columns: targetColumns, rows: targets.map(targetRow) })
  }
  if (attachments && attachments.length > 0) {
    no += 1
    blocks.push(
      heading(no, 'Tài liệu kèm theo'),
      ...attachments.map(
        ({ name, pages, sha256 }, at): Block => ({
          type: 'item',
          mark: `${at + 1}.`,
          text: `${name}${pages === undefined ? '' : `, ${amount(pages)} trang`}; SHA-256: ${digestText(sha256)}.`,
        }),
      ),
    )
  }
  return blocks
}

const targetColumns: readonly Column[] = [
  { title: 'TT', align: 'center', widthMm: 11 },
  { title: 'Chỉ tiêu', align: 'left' },
  { title: 'Đơn vị tính', align: 'left', widthMm: 24 },
  { title: 'Hiện nay', align: 'right', widthMm: 22 },
  { title: 'Mục tiêu', align: 'right', widthMm: 22 },
  { title: 'Thời hạn', align: 'center', widthMm: 26 },
]

const targetRow = ({ name, unit, baseline, target, due }: NonNullable<ProgramText['targets']>[number], at: number): readonly string[] => [
  `${at + 1}`,
  name,
  unit,
  baseline ?? '',
  target,
  shortDay(due),
]
