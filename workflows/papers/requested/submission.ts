// Tờ trình đề nghị bổ nhiệm: what was done, how each step came out, and what is asked for, with the dossier as an annex under the same signature (documents.md A6.3, A7).
import type { CaseState } from '../../procedure/state.ts'
import { groundsOf } from '../../rulebooks/instruments.ts'
import { procedureWords } from '../../wording/papers.ts'
import { attachedItems, dossierItems } from '../dossier.ts'
import type { RequestedDue } from '../due.ts'
import { meetingOf, postText, stageOf } from '../meeting.ts'
import { amount, dayInWords, first, sentence } from '../official-text.ts'
import type { Annex, Block, PaperProfile } from '../paper.ts'
import { aboutIn, headingText } from '../profile.ts'
import { numberWords } from '../register.ts'
import type { RequestedPaper } from '../requested.ts'
import type { PaperPeople } from '../sign-blocks.ts'
import { chosenOf, courseBlocks, decisiveConference, documentText, groundText, personText, resultTable } from './course-of-case.ts'
import { markFields } from './marks.ts'
import { closingFields, officeSigner, recipientsOr, signerKnown } from './office-signer.ts'

export const submission: RequestedPaper = {
  kind: 'submission',
  scope: 'case',
  sign: { party: 'TTr', state: 'TTr' },
  fields: [
    { key: 'addressee', type: 'line', isRequired: true },
    { key: 'grounds', type: 'text', isRequired: false },
    { key: 'assessment', type: 'text', isRequired: true },
    { key: 'standardCheck', type: 'text', isRequired: true },
    { key: 'dossier', type: 'text', isRequired: false },
    // The head signs what goes up; where the head himself decides, the head of the HR body signs, and need not be typed.
    { key: 'signerName', type: 'line', isRequired: false },
    { key: 'signerTitle', type: 'line', isRequired: false },
    { key: 'signerAuthority', type: 'line', isRequired: false },
    ...markFields,
    ...closingFields,
  ],
  prefill: (state, _target, operators) => ({
    details: {
      ...(state.opened.organisation.superior !== undefined && { addressee: state.opened.organisation.superior }),
      ...(!state.opened.decidesHere && signerKnown(state, operators, 'headOfAgency')),
    },
  }),
  tells: 'result',
  notYet: (state) => (decisiveConference(state) ? null : { code: 'result-not-yet' }),
  problem(state, _target, details) {
    const { unknown } = attachedItems(details.dossier ?? '')
    if (unknown.length > 0) return { code: 'dossier-code-unknown', codes: [...unknown] }
    const typed = (key: string) => (details[key] ?? '').trim() !== ''
    const missing = ['signerName', 'signerTitle'].find((key) => !typed(key))
    const needsSigner = !state.opened.decidesHere || typed('signerName') || typed('signerTitle')
    return missing !== undefined && needsSigner ? { code: 'paper-field-missing', kind: 'submission', field: missing } : undefined
  },
  say(state, due, people) {
    const { details, profile } = due
    const { organisation, kind, termYears, decidesHere } = state.opened
    const decision = decisiveConference(state)
    if (!decision) throw new Error(`no result for ${due.paperId}`)
    const addressee = details.addressee ?? ''
    const people_ = chosenOf(state)
    const asked = procedureWords[kind]
    const heading = (no: number, words: string): Block => ({ type: 'heading', text: headingText(profile, no, words) })
    const names = people_.map((one) => personText(one, profile)).join('; ')
    return {
      title: 'TỜ TRÌNH',
      abstract: `${aboutIn(profile)} đề nghị ${asked} ${postText(state)}`,
      addressee: { word: profile === 'STATE_ND30_2020' ? 'Kính gửi' : 'Kính trình', names: [addressee] },
      blocks: [
        ...groundBlocks(state, due.day, details.grounds ?? '', profile),
        { type: 'paragraph', text: `${organisation.name} kính trình ${addressee} xem xét, ${asked} ${postText(state)} như sau:` },
        heading(1, 'QUÁ TRÌNH THỰC HIỆN'),
        ...courseBlocks(state, profile),
        heading(2, 'KẾT QUẢ TỪNG BƯỚC'),
        resultTable(state, decision),
        heading(3, 'NHẬN XÉT, ĐÁNH GIÁ NHÂN SỰ'),
        ...people_.map((one): Block => ({ type: 'paragraph', style: 'bold', text: sentence(first(personText(one, profile))) })),
        ...paragraphs(details.assessment ?? ''),
        heading(4, 'TIÊU CHUẨN, ĐIỀU KIỆN'),
        ...paragraphs(details.standardCheck ?? ''),
        heading(5, 'ĐỀ NGHỊ'),
        {
          type: 'paragraph',
          text: sentence(
            `${organisation.name} đề nghị ${addressee} xem xét, quyết định ${asked} ${names}, giữ ${postText(state)}; thời hạn giữ chức vụ: ${amount(termYears)} năm kể từ ngày quyết định có hiệu lực`,
          ),
        },
        { type: 'paragraph', text: `${organisation.name} kính trình ${addressee} xem xét, quyết định.` },
      ],
      annex: dossierAnnex(state, due, details.dossier ?? ''),
      signers: [decidesHere && (details.signerName ?? '') === '' ? hrSigner(people) : officeSigner(details, people)],
      recipients: recipientsOr(details, ['Như trên', profile === 'STATE_ND30_2020' ? 'Lưu: VT, TCCB' : 'Lưu Văn phòng']),
    }
  },
}

/** The head decides: the head of the HR body, or its officer, signs (Khoản 1 Điều 35 NĐ 170/2025/NĐ-CP). */
function hrSigner({ hrHead, citizenIds }: PaperPeople): ReturnType<typeof officeSigner> {
  if (!hrHead) throw new Error('the head of the HR body signs, who was not named')
  const citizenId = hrHead.citizenId ?? citizenIds[hrHead.personId]
  return {
    field: 'ky.phu_trach_to_chuc_can_bo',
    role: 'phu-trach-to-chuc-can-bo',
    officeTitle: hrHead.title.toUpperCase(),
    personId: hrHead.personId,
    personName: hrHead.name,
    ...(citizenId !== undefined && { citizenId }),
    column: 'right',
    required: true,
  }
}

/** The law of the case, its policy approval, and what was typed besides. */
function groundBlocks(state: CaseState, day: string, typed: string, profile: PaperProfile): Block[] {
  const { track, startDate } = state.opened
  const approval = state.acts.findLast((one) => one.act === 'policyApproval' || one.act === 'reappointmentNotice')?.document
  const lines = [
    ...(typed.trim() === ''
      ? groundsOf({ track, startDate, rulebook: state.rulebook }, day).map((one) => `Căn cứ ${groundText(one, profile)}`)
      : typed
          .split('\n')
          .map((one) => one.trim().replace(/[;.]$/u, ''))
          .filter((one) => one !== '')),
    ...(approval ? [`Căn cứ văn bản ${documentText(approval, profile)}`] : []),
  ]
  return lines.map((text, index): Block => ({ type: 'ground', text: `${text}${index === lines.length - 1 ? '.' : ';'}` }))
}

export const paragraphs = (typed: string): Block[] =>
  typed
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one): Block => ({ type: 'paragraph', text: sentence(one) }))

/** Every item of the list, attached or not: what is missing is seen at a glance. */
function dossierAnnex(state: CaseState, { day, number, profile }: RequestedDue, typed: string): Annex {
  const { notes } = attachedItems(typed)
  const decision = decisiveConference(state)
  const steps = state.conferences.filter((one) => one.phase === 'closed' && one.convened.runNo === state.runNo)
  const own: Readonly<Record<string, string>> = {
    HS01: 'Văn bản này',
    HS02: `Hồ sơ của ${amount(steps.length)} hội nghị, đến ${decision ? stageOf(state, meetingOf(state, decision.conferenceId)).name : ''}`,
  }
  const items = dossierItems.filter((one) => !one.isProgram || state.opened.overlays.includes('OV-AP2021') || notes.has(one.code))
  // A comma stands before the day in Party papers (A2).
  const numbered = number === undefined ? '' : ` số ${numberWords(number)}${profile === 'STATE_ND30_2020' ? '' : ','}`
  return {
    title: 'PHỤ LỤC\nDANH MỤC HỒ SƠ',
    reference: `(Kèm theo Tờ trình${numbered} ${dayInWords(day)} về việc đề nghị ${procedureWords[state.opened.kind]} ${postText(state)})`,
    blocks: [
      {
        type: 'table',
        columns: [
          { title: 'Mã', align: 'center', widthMm: 14 },
          { title: 'Thành phần hồ sơ', align: 'left' },
          { title: 'Có giá trị', align: 'center', widthMm: 20 },
          { title: 'Ghi chú', align: 'left', widthMm: 46 },
        ],
        rows: items.map(({ code, title, validity }) => {
          const note = notes.get(code)
          return [code, title.value, validity, note === undefined ? (own[code] ?? 'Chưa có') : note === '' ? 'Có' : note]
        }),
      },
    ],
  }
}
