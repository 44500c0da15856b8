// Tờ trình xin chủ trương: the unit with the vacancy asks, in writing, to fill it (procedure.md 3.1.0; documents.md A6.3).
import { postText } from '../meeting.ts'
import { amount, sentence } from '../official-text.ts'
import type { Block } from '../paper.ts'
import type { RequestedPaper } from '../requested.ts'
import { officeSigner, recipientsField, recipientsOr, signerFields } from './office-signer.ts'

export const policyRequest: RequestedPaper = {
  kind: 'policyRequest',
  scope: 'case',
  sign: { party: 'TTr', state: 'TTr' },
  fields: [
    { key: 'addressee', type: 'line', isRequired: true },
    { key: 'staffing', type: 'count', isRequired: true },
    { key: 'reason', type: 'text', isRequired: true },
    { key: 'plannedAssignment', type: 'text', isRequired: true },
    { key: 'standards', type: 'text', isRequired: true },
    { key: 'timetable', type: 'text', isRequired: true },
    ...signerFields,
    recipientsField,
  ],
  tells: 'nothing',
  notYet: (state) => (state.opened.kind === 'reappointment' ? { code: 'paper-not-of-this-kind', kind: 'policyRequest' } : null),
  say(state, { details, profile }, people) {
    const { seats, organisation } = state.opened
    const item = (mark: string, text: string): Block => ({ type: 'item', mark, text: sentence(text) })
    const addressee = details.addressee ?? ''
    return {
      title: 'TỜ TRÌNH',
      abstract: `Về việc xin chủ trương bổ nhiệm ${postText(state)}`,
      // Party submissions are `Kính trình`, state ones `Kính gửi` (A2).
      addressee: { word: profile === 'STATE_ND30_2020' ? 'Kính gửi' : 'Kính trình', names: [addressee] },
      blocks: [
        {
          type: 'paragraph',
          text: `Căn cứ quy định về phân cấp quản lý cán bộ và yêu cầu nhiệm vụ, ${organisation.name} kính trình ${addressee} xem xét, cho chủ trương bổ nhiệm ${postText(state)} với các nội dung sau:`,
        },
        item(
          '1.',
          `Chức vụ đề nghị bổ nhiệm: ${state.opened.post.title}; số lượng: ${amount(seats)} người; số lượng hiện có: ${amount(Number(details.staffing ?? 0))} người`,
        ),
        item('2.', 'Nguồn nhân sự: tại chỗ'),
        item('3.', `Lý do: ${details.reason ?? ''}`),
        item('4.', `Dự kiến phân công công tác: ${details.plannedAssignment ?? ''}`),
        item('5.', `Tiêu chuẩn, điều kiện: ${details.standards ?? ''}`),
        item('6.', `Tiến độ thực hiện: ${details.timetable ?? ''}`),
        { type: 'paragraph', text: `${organisation.name} kính trình ${addressee} xem xét, quyết định.` },
      ],
      signers: [officeSigner(details, people)],
      recipients: recipientsOr(details, ['Như trên', profile === 'STATE_ND30_2020' ? 'Lưu: VT, TCCB' : 'Lưu Văn phòng']),
    }
  },
}
