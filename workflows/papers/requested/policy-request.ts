// Tờ trình xin chủ trương: the unit with the vacancy asks, in writing, to fill it (procedure.md 3.1.0; documents.md A6.3).

import type { FactOf } from '../../procedure/facts.ts'
import type { CaseState } from '../../procedure/state.ts'
import { postText } from '../meeting.ts'
import { amount, sentence } from '../official-text.ts'
import type { Block } from '../paper.ts'
import { aboutIn } from '../profile.ts'
import type { RequestedPaper } from '../requested.ts'
import { markFields } from './marks.ts'
import { archiveOf, closingFields, linesOf, officeSigner, recipientsOr, signerFields, signerKnown } from './office-signer.ts'

export const policyRequest: RequestedPaper = {
  kind: 'policyRequest',
  scope: 'case',
  sign: { party: 'TTr', state: 'TTr' },
  fields: [
    { key: 'addressee', type: 'line', isRequired: true },
    { key: 'grounds', type: 'text', isRequired: false },
    /** How many hold such posts now, and how many there may be. */
    { key: 'staffing', type: 'count', isRequired: true },
    { key: 'staffingAllowed', type: 'count', isRequired: false },
    /** Left out, it is the source of the recorded request. */
    { key: 'source', type: 'line', isRequired: false },
    { key: 'reason', type: 'text', isRequired: true },
    { key: 'plannedAssignment', type: 'text', isRequired: true },
    { key: 'standards', type: 'text', isRequired: true },
    { key: 'timetable', type: 'text', isRequired: true },
    ...signerFields,
    ...markFields,
    ...closingFields,
  ],
  tells: 'nothing',
  notYet: (state) => (state.opened.kind === 'reappointment' ? { code: 'paper-not-of-this-kind', kind: 'policyRequest' } : null),
  problem: ({ opened: { seats } }, _target, { staffing, staffingAllowed }) => {
    const [now, allowed] = [Number(staffing), Number(staffingAllowed ?? Number.POSITIVE_INFINITY)]
    return now + seats > allowed ? { code: 'paper-staffing-exceeded', staffing: now, seats, allowed } : undefined
  },
  prefill(state, _target, operators) {
    const { superior } = state.opened.organisation
    const asked = policyAct(state)?.details ?? {}
    return {
      details: {
        ...(superior !== undefined && { addressee: superior }),
        source: sourceOf(state),
        ...(asked.plannedAssignment !== undefined && { plannedAssignment: asked.plannedAssignment }),
        timetable: 'Hoàn thành các bước của quy trình trong thời hạn quy định, kể từ ngày được phê duyệt chủ trương',
        ...signerKnown(state, operators, 'headOfAgency'),
      },
    }
  },
  say(state, { details, profile }, people) {
    const { seats, organisation } = state.opened
    const item = (mark: string, text: string): Block => ({ type: 'item', mark, text: sentence(text) })
    const addressee = details.addressee ?? ''
    const isState = profile === 'STATE_ND30_2020'
    return {
      title: 'TỜ TRÌNH',
      abstract: `${aboutIn(profile)} xin chủ trương bổ nhiệm ${postText(state)}`,
      // Party submissions are `Kính trình`, state ones `Kính gửi` (A2).
      addressee: { word: isState ? 'Kính gửi' : 'Kính trình', names: [addressee] },
      blocks: [
        ...grounds(details.grounds),
        {
          type: 'paragraph',
          text: `Để kịp thời kiện toàn chức danh lãnh đạo, quản lý theo yêu cầu nhiệm vụ, ${organisation.name} kính trình ${addressee} xem xét, cho chủ trương bổ nhiệm ${postText(state)}, với các nội dung sau:`,
        },
        item('1.', `Chức vụ, số lượng đề nghị bổ nhiệm: ${state.opened.post.title}; ${amount(seats)} người`),
        item('2.', staffingText(details)),
        item('3.', `Nguồn nhân sự: ${details.source ?? sourceOf(state)}`),
        item('4.', `Lý do: ${details.reason ?? ''}`),
        item('5.', `Dự kiến phân công công tác: ${details.plannedAssignment ?? ''}`),
        item('6.', `Tiêu chuẩn, điều kiện: ${details.standards ?? ''}`),
        item('7.', `Tiến độ thực hiện: ${details.timetable ?? ''}`),
        { type: 'paragraph', text: `${organisation.name} kính trình ${addressee} xem xét, quyết định.` },
      ],
      signers: [officeSigner(details, people)],
      recipients: recipientsOr(details, ['Như trên', archiveOf(profile)]),
    }
  },
}

const policyAct = ({ acts }: CaseState): FactOf<'actRecorded'> | undefined => acts.findLast(({ act }) => act === 'policyRequest')

const sourceOf = (state: CaseState): string => policyAct(state)?.details.source ?? 'tại chỗ'

/** One a line; each but the last ends with a semicolon, the last with a full stop (A3). */
function grounds(typed: string | undefined): Block[] {
  const lines = linesOf(typed).map((line) => line.replace(/[;.,]+$/u, ''))
  return lines.map((line, at) => ({ type: 'ground', text: `${line}${at === lines.length - 1 ? '.' : ';'}` }))
}

function staffingText({ staffing = '0', staffingAllowed }: Readonly<Record<string, string>>): string {
  const now = `hiện có ${amount(Number(staffing))} người`
  return staffingAllowed === undefined
    ? `Số lượng người giữ chức vụ này: ${now}`
    : `Số lượng người giữ chức vụ này: theo quy định ${amount(Number(staffingAllowed))} người; ${now}`
}
