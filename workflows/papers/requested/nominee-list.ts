// Danh sách nhân sự, trích ngang: who stands at this meeting, and what the meeting must know of each (documents.md A6.3; procedure.md 2.8 (4)).
import { namesOnBallot } from '../../conference/names.ts'
import type { ConferenceState } from '../../conference/state.ts'
import type { PersonId } from '../../core/ids.ts'
import { planFor } from '../../procedure/plan.ts'
import { type CaseState, findNominee } from '../../procedure/state.ts'
import { procedureWords } from '../../wording/papers.ts'
import { byNomineeName, meetingOf, postText, rulebookOf, stageOf } from '../meeting.ts'
import { amount, birthText, momentInWords } from '../official-text.ts'
import type { Column } from '../paper.ts'
import type { PaperField, RequestedPaper, Typed } from '../requested.ts'
import { archiveOf, closingFields, officeSigner, recipientsOr, signerFields, signerKnown } from './office-signer.ts'

const line = (key: string, isRequired = true): PaperField => ({ key, type: 'line', isRequired })

export const nomineeList: RequestedPaper = {
  kind: 'nomineeList',
  scope: 'meeting',
  sign: null,
  fields: [...signerFields, ...closingFields],
  columns: [
    line('birthDate'),
    { key: 'gender', type: 'choice', isRequired: true, choices: ['man', 'woman'] },
    line('hometown'),
    line('ethnicity'),
    line('partyDay', false),
    line('education'),
    line('politicalTheory'),
    line('stateManagement'),
    line('grade'),
    line('planningDecision'),
    line('ratings'),
    line('discipline'),
    line('note', false),
  ],
  tells: 'goesOn',
  notYet: () => null,
  people: (state, { conferenceId = '' }) => standing(state, meetingOf(state, conferenceId)),
  prefill(state, target, operators) {
    const names = standing(state, meetingOf(state, target.conferenceId ?? ''))
    return {
      details: signerKnown(state, operators, 'hrOfficer', 'Người phụ trách tổ chức cán bộ'),
      rows: Object.fromEntries(names.map((id) => [id, rowKnown(state, id)])),
    }
  },
  say(state, due, people) {
    const { details, profile, rows = {} } = due
    const conference = meetingOf(state, due.conferenceId ?? '')
    const names = due.people ?? []
    return {
      isLandscape: true,
      title: 'DANH SÁCH NHÂN SỰ',
      abstract: `Trích ngang nhân sự ${procedureWords[state.opened.kind]} ${postText(state)}`,
      blocks: [
        {
          type: 'paragraph',
          text: `Kèm theo tài liệu của ${stageOf(state, conference).name}, ${momentInWords(conference.convened.plannedAt)}, tại ${conference.convened.place}. Danh sách có ${amount(names.length)} người, xếp theo thứ tự tên A, B, C.`,
        },
        { type: 'table', columns, rows: names.map((id, at) => rowOf(state, id, at + 1, rows[id] ?? {})) },
      ],
      signers: [officeSigner(details, people)],
      recipients: recipientsOr(details, [archiveOf(profile)]),
    }
  },
}

/** Those on the slips; before the meeting has adopted its list, everyone proposed. In the order of A9.4. */
function standing(state: CaseState, conference: ConferenceState): PersonId[] {
  const plan = planFor(rulebookOf(state, conference), state.opened.kind)
  const listed = namesOnBallot(plan, state, stageOf(state, conference), conference)
  const proposed = state.nominees.map(({ personId }) => personId).filter((id) => !state.withdrawn.includes(id))
  const isBeforeList = conference.adopted === undefined && state.goesOn.length === 0
  return (listed.length > 0 || !isBeforeList ? listed : proposed).toSorted(byNomineeName(state))
}

/** What was typed about the person for an earlier meeting, else what the case itself holds. */
function rowKnown(state: CaseState, id: PersonId): Typed['rows'][string] {
  const earlier = state.paperRequests.findLast(({ kind, rows }) => kind === 'nomineeList' && rows?.[id] !== undefined)?.rows?.[id]
  const { birthDate } = findNominee(state, id) ?? {}
  return { ...(birthDate !== undefined && { birthDate: birthText(birthDate) }), discipline: 'Không', ...earlier }
}

const columns: readonly Column[] = [
  { title: 'TT', align: 'center', widthMm: 9 },
  { title: 'Họ và tên; giới tính; ngày sinh; số định danh', align: 'left', widthMm: 35 },
  { title: 'Chức vụ, đơn vị', align: 'left', widthMm: 28 },
  { title: 'Quê quán; dân tộc', align: 'left', widthMm: 24 },
  { title: 'Trình độ chuyên môn; LLCT; QLNN', align: 'left' },
  { title: 'Ngạch', align: 'left', widthMm: 22 },
  { title: 'Quy hoạch', align: 'left', widthMm: 26 },
  { title: 'Xếp loại 3 năm', align: 'left', widthMm: 31 },
  { title: 'Kỷ luật', align: 'left', widthMm: 17 },
  { title: 'Ghi chú', align: 'left', widthMm: 14 },
]

const genders: Readonly<Record<string, string>> = { man: 'Nam', woman: 'Nữ' }

function rowOf(state: CaseState, id: string, no: number, typed: Readonly<Record<string, string>>): readonly string[] {
  const nominee = findNominee(state, id)
  const told = (key: string) => typed[key] ?? ''
  const joined = (...parts: readonly (string | undefined)[]) => parts.filter((part) => part !== undefined && part !== '').join('\n')
  return [
    `${no}`,
    joined(nominee?.name ?? id, genders[told('gender')], told('birthDate'), nominee?.citizenId),
    nominee?.currentPost ?? '',
    joined(told('hometown'), told('ethnicity')),
    joined(
      told('education'),
      `LLCT: ${told('politicalTheory')}`,
      `QLNN: ${told('stateManagement')}`,
      told('partyDay') === '' ? '' : `vào Đảng: ${told('partyDay')}`,
    ),
    told('grade'),
    told('planningDecision'),
    told('ratings'),
    told('discipline'),
    told('note'),
  ]
}
