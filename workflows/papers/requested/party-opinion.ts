// Ý kiến của cấp ủy: the committee's own paper, always in the Party form and signed for the collective (documents.md A1, A6.3).
import { type CaseState, findNominee } from '../../procedure/state.ts'
import { procedureWords } from '../../wording/papers.ts'
import { postText } from '../meeting.ts'
import { amount, dayInWords, sentence } from '../official-text.ts'
import type { Block, Column } from '../paper.ts'
import type { RequestedPaper } from '../requested.ts'
import { namesForDecision, notBeforeDecision } from './before-decision.ts'
import { markFields } from './marks.ts'
import { closingFields, officeSigner, recipientsOr, signerFields } from './office-signer.ts'

export const partyOpinion: RequestedPaper = {
  kind: 'partyOpinion',
  scope: 'case',
  sign: { party: 'CV', state: 'CV' },
  fields: [
    { key: 'committee', type: 'line', isRequired: true },
    { key: 'committeeSuperior', type: 'line', isRequired: false },
    { key: 'committeeSign', type: 'line', isRequired: true },
    /** Who met: the standing committee, or the whole committee. */
    { key: 'committeeBody', type: 'line', isRequired: true },
    { key: 'metOn', type: 'day', isRequired: true },
    { key: 'answers', type: 'line', isRequired: false },
    // A collective signs by T/M (A2), so the authority is not left out here.
    ...signerFields.map((field) => (field.key === 'signerAuthority' ? { ...field, isRequired: true } : field)),
    ...markFields,
    ...closingFields,
  ],
  columns: [
    { key: 'opinion', type: 'choice', isRequired: true, choices: ['agree', 'disagree', 'other'] },
    { key: 'inFavour', type: 'count', isRequired: true },
    { key: 'votersPresent', type: 'count', isRequired: true },
    { key: 'opinionText', type: 'text', isRequired: false },
  ],
  tells: 'result',
  notYet: notBeforeDecision,
  people: namesForDecision,
  problem(state, _target, { metOn = '' }, rows, day) {
    for (const [id, row] of Object.entries(rows)) {
      const name = findNominee(state, id)?.name ?? id
      const [inFavour, of] = [Number(row.inFavour), Number(row.votersPresent)]
      if (inFavour > of || of === 0) return { code: 'paper-votes-wrong', name, inFavour, of }
      // "Another opinion" that says nothing is none.
      if (row.opinion === 'other' && (row.opinionText ?? '').trim() === '')
        return { code: 'paper-field-missing', kind: 'partyOpinion', field: 'opinionText', name }
    }
    return metOn > day ? { code: 'paper-days-reversed' } : undefined
  },
  prefill(state) {
    const asked = state.paperRequests.findLast(({ kind }) => kind === 'partyOpinionRequest')
    const committee = asked?.details.committee ?? `Đảng ủy ${state.opened.organisation.name}`
    const recorded = state.acts.findLast(({ act }) => act === 'partyOpinion')
    return {
      details: {
        committee,
        committeeBody: `Ban Thường vụ ${committee}`,
        committeeSign: 'ĐU',
        signerAuthority: 'T/M BAN THƯỜNG VỤ',
        ...(recorded && { metOn: recorded.doneOn }),
      },
    }
  },
  say(state, { details, people: names = [], rows = {} }, people) {
    const { organisation } = state.opened
    const subject = `${procedureWords[state.opened.kind]} ${postText(state)}`
    const { committee = '', committeeBody = '', committeeSuperior, committeeSign = '', answers, metOn = '' } = details
    const asked = answers === undefined ? `đề nghị của ${organisation.name}` : `${answers} của ${organisation.name}`
    return {
      isLetter: true,
      title: 'CÔNG VĂN',
      abstract: `ý kiến về nhân sự ${subject}`,
      addressee: { word: 'Kính gửi', names: [organisation.name] },
      issuer: {
        form: 'party',
        name: committee,
        ...(committeeSuperior !== undefined && { superior: committeeSuperior }),
        sign: committeeSign,
      },
      blocks: [
        {
          type: 'paragraph',
          text: `Xét ${asked} về việc xin ý kiến đối với nhân sự ${subject}; ${committeeBody} đã họp ${dayInWords(metOn)}, thảo luận, biểu quyết và có ý kiến như sau:`,
        },
        { type: 'table', columns, rows: names.map((id, at) => rowOf(state, id, at + 1, rows[id] ?? {})) },
        ...names.flatMap((id) => otherOpinion(state, id, rows[id]?.opinionText)),
        { type: 'paragraph', text: `${committee} gửi ${organisation.name} để thực hiện các bước tiếp theo theo quy định.` },
      ],
      signers: [officeSigner(details, people)],
      recipients: recipientsOr(details, ['Như trên', `Lưu Văn phòng`]),
    }
  },
}

const opinionWords: Readonly<Record<string, string>> = { agree: 'nhất trí', disagree: 'không nhất trí', other: 'ý kiến khác' }

const columns: readonly Column[] = [
  { title: 'TT', align: 'center', widthMm: 11 },
  { title: 'Họ và tên', align: 'left', widthMm: 42 },
  { title: 'Chức vụ hiện nay', align: 'left' },
  { title: 'Chức vụ dự kiến', align: 'left', widthMm: 32 },
  { title: 'Ý kiến', align: 'center', widthMm: 23 },
  { title: 'Số phiếu nhất trí', align: 'center', widthMm: 22 },
]

function rowOf(state: CaseState, id: string, no: number, row: Readonly<Record<string, string>>): readonly string[] {
  const nominee = findNominee(state, id)
  return [
    `${no}`,
    nominee?.name ?? id,
    nominee?.currentPost ?? '',
    state.opened.post.title,
    opinionWords[row.opinion ?? ''] ?? '',
    `${amount(Number(row.inFavour))}/${amount(Number(row.votersPresent))}`,
  ]
}

const otherOpinion = (state: CaseState, id: string, text: string | undefined): Block[] =>
  text === undefined ? [] : [{ type: 'item', mark: '-', text: sentence(`Về ${findNominee(state, id)?.name ?? id}: ${text}`) }]
