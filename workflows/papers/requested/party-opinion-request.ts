// Công văn xin ý kiến cấp ủy: before the deciding conference the Party committee is asked in writing about each nominee (documents.md A6.3; procedure.md 3.1.2).
import { findNominee } from '../../procedure/state.ts'
import { procedureWords } from '../../wording/papers.ts'
import { postText } from '../meeting.ts'
import { birthText, dayInWords, sentence } from '../official-text.ts'
import type { Block, Column } from '../paper.ts'
import type { RequestedPaper } from '../requested.ts'
import { conferencesHeld, namesForDecision, notBeforeDecision } from './before-decision.ts'
import { markFields } from './marks.ts'
import { archiveOf, closingFields, linesOf, officeSigner, recipientsOr, signerFields, signerKnown } from './office-signer.ts'

export const partyOpinionRequest: RequestedPaper = {
  kind: 'partyOpinionRequest',
  scope: 'case',
  sign: { party: 'CV', state: '' },
  fields: [
    { key: 'committee', type: 'line', isRequired: true },
    { key: 'replyBy', type: 'day', isRequired: true },
    { key: 'enclosures', type: 'text', isRequired: false },
    ...signerFields,
    ...markFields,
    ...closingFields,
  ],
  columns: [{ key: 'remark', type: 'text', isRequired: false }],
  // It names who stands for the decision, and counts of conferences before it may not be announced.
  tells: 'result',
  notYet: notBeforeDecision,
  people: namesForDecision,
  problem: (_state, _target, { replyBy = '' }, _rows, day) => (replyBy < day ? { code: 'paper-days-reversed' } : undefined),
  prefill: (state, _target, operators) => ({
    details: {
      committee: `Đảng ủy ${state.opened.organisation.name}`,
      enclosures: 'Sơ yếu lý lịch, bản tự kiểm điểm, nhận xét đánh giá và biên bản các hội nghị',
      ...signerKnown(state, operators, 'headOfAgency'),
    },
  }),
  say(state, { details, profile, people: names = [], rows = {} }, people) {
    const { organisation } = state.opened
    const committee = details.committee ?? ''
    const subject = `${procedureWords[state.opened.kind]} ${postText(state)}`
    const enclosures = linesOf(details.enclosures)
    return {
      isLetter: true,
      title: 'CÔNG VĂN',
      abstract: `xin ý kiến cấp ủy về nhân sự ${subject}`,
      addressee: { word: 'Kính gửi', names: [committee] },
      blocks: [
        {
          type: 'paragraph',
          text: `Thực hiện quy trình ${subject}, ${organisation.name} đã tổ chức: ${conferencesHeld(state)}.`,
        },
        {
          type: 'paragraph',
          text: 'Nhân sự được đưa ra hội nghị tập thể lãnh đạo để xem xét, biểu quyết gồm:',
        },
        {
          type: 'table',
          columns,
          rows: names.map((id, at) => {
            const nominee = findNominee(state, id)
            const born = nominee?.birthDate === undefined ? '' : birthText(nominee.birthDate)
            return [`${at + 1}`, nominee?.name ?? id, born, nominee?.currentPost ?? '', rows[id]?.remark ?? '']
          }),
        },
        {
          type: 'paragraph',
          text: `${organisation.name} kính đề nghị ${committee} xem xét, có ý kiến bằng văn bản đối với từng nhân sự nêu trên, gửi về ${organisation.name} trước ${dayInWords(details.replyBy ?? '')} để thực hiện bước tiếp theo của quy trình.`,
        },
        ...(enclosures.length === 0 ? [] : [enclosed(enclosures)]),
      ],
      signers: [officeSigner(details, people)],
      recipients: recipientsOr(details, ['Như trên', archiveOf(profile)]),
    }
  },
}

const enclosed = (lines: readonly string[]): Block => ({
  type: 'paragraph',
  style: 'italic',
  text: sentence(`Gửi kèm: ${lines.join('; ')}`),
})

const columns: readonly Column[] = [
  { title: 'TT', align: 'center', widthMm: 11 },
  { title: 'Họ và tên', align: 'left', widthMm: 42 },
  { title: 'Ngày sinh', align: 'center', widthMm: 25 },
  { title: 'Chức vụ hiện nay', align: 'left', widthMm: 42 },
  { title: 'Nhận xét, dự kiến phân công', align: 'left' },
]
