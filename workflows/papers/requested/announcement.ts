// Thông báo: what was decided, to whom it is told, until when they act on it (documents.md A6.3). Only of what is decided and on record.
import { procedureWords } from '../../wording/papers.ts'
import { postText } from '../meeting.ts'
import { amount, dayInWords, first, sentence } from '../official-text.ts'
import { aboutIn } from '../profile.ts'
import type { RequestedPaper } from '../requested.ts'
import { chosenOf, documentText, personText } from './course-of-case.ts'
import { markFields } from './marks.ts'
import { closingFields, officeSigner, recipientsOr, signerFields, signerKnown } from './office-signer.ts'
import { paragraphs } from './submission.ts'

export const announcement: RequestedPaper = {
  kind: 'announcement',
  scope: 'case',
  sign: { party: 'TB', state: 'TB' },
  fields: [
    { key: 'toldTo', type: 'text', isRequired: true },
    { key: 'announced', type: 'text', isRequired: false },
    { key: 'deadline', type: 'day', isRequired: false },
    ...signerFields,
    ...markFields,
    ...closingFields,
  ],
  prefill: (state, _target, operators) => ({ details: signerKnown(state, operators, 'headOfAgency') }),
  tells: 'nothing',
  notYet: (state) => (state.decided ? null : { code: 'decision-not-recorded' }),
  say(state, { details, profile, paperId }, people) {
    const { decided, opened } = state
    if (!decided) throw new Error(`no decision for ${paperId}`)
    const { organisation, kind, termYears } = opened
    const told = (details.toldTo ?? '')
      .split('\n')
      .map((one) => one.trim().replace(/[;.]$/u, ''))
      .filter((one) => one !== '')
    const names = first(
      chosenOf(state)
        .map((one) => personText(one, profile))
        .join('; '),
    )
    const end = decided.termEnd === undefined ? '' : `, đến hết ${dayInWords(decided.termEnd)}`
    const { deadline } = details
    return {
      title: 'THÔNG BÁO',
      abstract: `${aboutIn(profile)} ${procedureWords[kind]} ${postText(state)}`,
      blocks: [
        {
          type: 'paragraph',
          text: sentence(
            `Thực hiện Quyết định ${documentText(decided.document, profile)} về việc ${procedureWords[kind]} ${postText(state)}, ${organisation.name} thông báo:`,
          ),
        },
        {
          type: 'item',
          mark: '1.',
          text: sentence(
            `${names} được ${procedureWords[kind]} giữ ${postText(state)} kể từ ${dayInWords(decided.effectiveOn)}; thời hạn giữ chức vụ: ${amount(termYears)} năm${end}`,
          ),
        },
        { type: 'item', mark: '2.', text: sentence(`Thông báo đến: ${told.join('; ')}`) },
        ...paragraphs(details.announced ?? ''),
        {
          type: 'paragraph',
          text: sentence(
            `${organisation.name} thông báo để các cơ quan, đơn vị, cá nhân biết và phối hợp thực hiện${deadline === undefined ? '' : `, hoàn thành trước ${dayInWords(deadline)}`}`,
          ),
        },
      ],
      signers: [officeSigner(details, people)],
      recipients: recipientsOr(details, [...told, profile === 'STATE_ND30_2020' ? 'Lưu: VT, TCCB' : 'Lưu Văn phòng']),
    }
  },
}
