// Giấy mời, giấy triệu tập: who comes where and when, to what, with which papers (documents.md A6.3; Decree 30/2020/NĐ-CP model 1.7).
import type { ConferenceState } from '../../conference/state.ts'
import { procedureWords } from '../../wording/papers.ts'
import { inviteeOf, meetingOf, postText, stageOf } from '../meeting.ts'
import { momentInWords, sentence } from '../official-text.ts'
import type { RequestedPaper } from '../requested.ts'
import { markFields } from './marks.ts'
import { archiveOf, closingFields, linesOf, officeSigner, recipientsOr, signerFields, signerKnown } from './office-signer.ts'

export const invitation: RequestedPaper = {
  kind: 'invitation',
  scope: 'meeting',
  sign: { party: 'GM', state: 'GM' },
  fields: [
    { key: 'callingForm', type: 'choice', isRequired: true, choices: ['invite', 'summon'] },
    { key: 'invitees', type: 'text', isRequired: true },
    { key: 'content', type: 'text', isRequired: true },
    { key: 'papersToBring', type: 'text', isRequired: true },
    { key: 'conduct', type: 'text', isRequired: true },
    { key: 'contact', type: 'line', isRequired: true },
    ...signerFields,
    ...markFields,
    ...closingFields,
  ],
  tells: 'nothing',
  notYet: (state, { conferenceId }) =>
    meetingOf(state, conferenceId ?? '').phase === 'convened' ? null : { code: 'paper-meeting-already-opened' },
  prefill(state, { conferenceId = '' }, operators) {
    const conference = meetingOf(state, conferenceId)
    const stage = stageOf(state, conference)
    const slip = stage.ballot ? `; bỏ phiếu kín bằng ${stage.ballot.paperTitle.value.toLowerCase()}` : ''
    const [contact] = operators.filter(({ roles }) => roles.includes('hrOfficer'))
    return {
      details: {
        callingForm: 'invite',
        invitees: stage.composition.value,
        content: `Xem xét nhân sự ${procedureWords[state.opened.kind]} ${postText(state)}${slip}`,
        papersToBring: 'Giấy mời này và tài liệu hội nghị được gửi kèm',
        conduct: 'Trang phục công sở; tắt chuông điện thoại, không ghi âm, ghi hình trong hội nghị',
        ...(contact && { contact: `${contact.name}, bộ phận tổ chức cán bộ` }),
        ...signerKnown(state, operators, 'headOfAgency', inviteeOf(conference, conference.convened.chair).title),
      },
    }
  },
  say(state, due, people) {
    const { details, profile } = due
    const conference = meetingOf(state, due.conferenceId ?? '')
    const { organisation } = state.opened
    const isSummons = details.callingForm === 'summon'
    const stage = stageOf(state, conference)
    return {
      title: isSummons ? 'GIẤY TRIỆU TẬP' : 'GIẤY MỜI',
      abstract: `${isSummons ? 'Dự' : 'dự'} ${stage.name} về nhân sự ${procedureWords[state.opened.kind]} ${postText(state)}`,
      blocks: [
        { type: 'paragraph', text: `${organisation.name} ${isSummons ? 'triệu tập' : 'trân trọng kính mời'}:` },
        ...linesOf(details.invitees).map((text) => ({ type: 'item', mark: '-', text: sentence(text) }) as const),
        { type: 'paragraph', text: `Dự hội nghị với nội dung, thời gian, địa điểm như sau:` },
        {
          type: 'facts',
          rows: [
            ['Hội nghị', `${stage.name} (bước ${stage.stepNo} của quy trình)${attemptText(conference)}`],
            ['Nội dung', sentence(details.content ?? '')],
            ['Chủ trì', chairText(conference)],
            ['Thời gian', `${momentInWords(conference.convened.plannedAt)}.`],
            ['Địa điểm', sentence(placeText(conference))],
            ['Mang theo', sentence(details.papersToBring ?? '')],
            ['Lưu ý', sentence(details.conduct ?? '')],
            ['Liên hệ', sentence(details.contact ?? '')],
          ],
        },
        {
          type: 'paragraph',
          text: 'Đề nghị dự họp đầy đủ, đúng giờ; người vắng mặt phải báo cáo lý do trước giờ khai mạc. Hội nghị chỉ tiến hành khi có đủ số người dự theo quy định.',
        },
      ],
      signers: [officeSigner(details, people)],
      recipients: recipientsOr(details, [isSummons ? 'Người được triệu tập' : 'Như trên', archiveOf(profile)]),
    }
  },
}

const attemptText = ({ convened: { attempt } }: ConferenceState): string => (attempt > 1 ? `; triệu tập lần ${attempt}.` : '.')

function chairText(conference: ConferenceState): string {
  const { name, title } = inviteeOf(conference, conference.convened.chair)
  return sentence(`${name}, ${title}`)
}

const placeText = ({ convened: { place, mode } }: ConferenceState): string => (mode === 'hybrid' ? `${place}; kết hợp trực tuyến` : place)
