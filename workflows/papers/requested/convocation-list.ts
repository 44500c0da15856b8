// Danh sách triệu tập: before the meeting opens it is signed at the door; once open it is frozen, with its digest and who came (documents.md A6.3).
import type { Invitee } from '../../conference/facts.ts'
import type { ConferenceState } from '../../conference/state.ts'
import { canonical } from '../../core/canonical.ts'
import type { CaseState } from '../../procedure/state.ts'
import { procedureWords } from '../../wording/papers.ts'
import { attendanceList } from '../attendance-block.ts'
import { byName, inviteeOf, meetingOf, postText, presenceAt, stageOf } from '../meeting.ts'
import { amount, digestText, hourInWords, momentInWords, shortDay } from '../official-text.ts'
import type { Block, Column, PaperProfile, SignBlock } from '../paper.ts'
import type { RequestedPaper } from '../requested.ts'
import { citizenIdFor, type PaperPeople } from '../sign-blocks.ts'
import { archiveOf, closingFields, recipientsOr } from './office-signer.ts'

export const convocationList: RequestedPaper = {
  kind: 'convocationList',
  scope: 'meeting',
  sign: null,
  fields: [{ key: 'makerName', type: 'line', isRequired: true }, ...closingFields],
  tells: 'nothing',
  notYet: () => null,
  freeze(state, { conferenceId = '' }, sha256Hex): Record<string, string> {
    const conference = meetingOf(state, conferenceId)
    // The digest the record of the meeting carries too: until ballots are issued people still come and go (B6.4).
    return conference.openedAt === undefined ? {} : { listSha256: sha256Hex(canonical(attendanceList(state, conference))) }
  },
  prefill(_state, _target, operators) {
    const [maker] = operators.filter(({ roles }) => roles.includes('hrOfficer'))
    return maker ? { details: { makerName: maker.name } } : {}
  },
  say(state, due, people) {
    const { details, profile } = due
    const conference = meetingOf(state, due.conferenceId ?? '')
    const stage = stageOf(state, conference)
    return {
      isLandscape: true,
      title: 'DANH SÁCH TRIỆU TẬP',
      abstract: `${stage.name} về nhân sự ${procedureWords[state.opened.kind]} ${postText(state)}`,
      blocks: [
        { type: 'facts', rows: headRows(state, conference) },
        ...(details.listSha256 === undefined ? [] : [frozen(conference, details.listSha256)]),
        table(conference, details.listSha256 !== undefined),
      ],
      signers: signersOf(conference, profile, details, people),
      recipients: recipientsOr(details, [archiveOf(profile)]),
    }
  },
}

function headRows(state: CaseState, conference: ConferenceState): [string, string][] {
  const { convened, openedAt, list } = conference
  const { convenedRaw, excused, convened: summoned, present, withoutVote } = presenceAt(state, conference)
  const chair = inviteeOf(conference, convened.chair)
  const guests = openedAt === undefined ? list.filter(({ hasVote }) => !hasVote).length : withoutVote.length
  // P + A = S, those excused for force majeure told apart as the minutes do (A5.1).
  const numbers = [
    `được triệu tập, có quyền bỏ phiếu (S): ${amount(convenedRaw)}${excused > 0 ? `, trong đó ${amount(excused)} vắng vì lý do bất khả kháng` : ''}`,
    ...(openedAt === undefined ? [] : [`có mặt (P): ${amount(present)}`, `vắng mặt (A): ${amount(summoned - present)}`]),
    `dự, không bỏ phiếu (N): ${amount(guests)}`,
  ]
  const rows: [string, string][] = [
    ['Thời gian', momentInWords(openedAt ?? convened.plannedAt)],
    ['Địa điểm', convened.place],
    ['Chủ trì', `${chair.name}, ${chair.title}`],
    ['Số lượng', numbers.join('; ')],
  ]
  const { listApproval, handReason } = convened
  if (listApproval) rows.push(['Văn bản phê duyệt danh sách', `số ${listApproval.number}, ngày ${shortDay(listApproval.date)}`])
  if (handReason !== undefined) rows.push(['Sửa tay so với sổ cán bộ', handReason])
  return rows
}

const frozen = ({ openedAt = '' }: ConferenceState, sha256: string): Block => ({
  type: 'paragraph',
  style: 'italic',
  text: `Danh sách chốt khi khai mạc hội nghị, lúc ${hourInWords(openedAt)}; có mặt, vắng mặt tính đến khi lập bản này. Mã băm SHA-256 của danh sách: ${digestText(sha256)}.`,
})

const columns: readonly Column[] = [
  { title: 'TT', align: 'center', widthMm: 11 },
  { title: 'Họ và tên', align: 'left', widthMm: 48 },
  { title: 'Chức vụ, đơn vị', align: 'left' },
  { title: 'Thành phần', align: 'left', widthMm: 60 },
  { title: 'Bỏ phiếu', align: 'center', widthMm: 17 },
  { title: 'Có mặt', align: 'left', widthMm: 39 },
  { title: 'Ký tên', align: 'left', widthMm: 30 },
]

function table(conference: ConferenceState, isFrozen: boolean): Block {
  const rows = conference.list
    .toSorted(byName)
    .map((one, at) => [
      `${at + 1}`,
      one.name,
      one.title,
      one.roles.join('; '),
      one.hasVote ? 'có' : 'không',
      isFrozen ? statusText(conference, one) : '',
      '',
    ])
  return { type: 'table', columns, rows }
}

function statusText({ attendance, excused, openedAt, issued, phase }: ConferenceState, { personId }: Invitee): string {
  const entry = attendance[personId]
  if (entry?.status === 'left') return `có mặt, về lúc ${entry.at?.slice(11, 16) ?? ''}`
  if (entry?.status === 'present') {
    const isLate = openedAt !== undefined && entry.at !== undefined && Date.parse(entry.at) > Date.parse(openedAt)
    return isLate ? `có mặt, đến ${entry.at?.slice(11, 16) ?? ''}` : 'có mặt'
  }
  const accepted = excused[personId]
  if (accepted) return `vắng, bất khả kháng: ${accepted.reason}`
  if (entry?.reason !== undefined) return `vắng: ${entry.reason}`
  // Until ballots go out somebody who is late may still come.
  return issued === undefined && phase === 'opened' ? 'chưa có mặt' : 'vắng không lý do'
}

function signersOf(
  conference: ConferenceState,
  profile: PaperProfile,
  { makerName = '' }: Readonly<Record<string, string>>,
  people: PaperPeople,
): Omit<SignBlock, 'order'>[] {
  const chair = inviteeOf(conference, conference.convened.chair)
  const chairId = people.citizenIds[chair.personId]
  const makerId = citizenIdFor(people, makerName)
  return [
    {
      field: 'ky.nguoi_lap',
      role: 'nguoi-lap',
      officeTitle: 'NGƯỜI LẬP DANH SÁCH',
      personId: people.personIds?.[makerName] ?? '',
      personName: makerName,
      ...(makerId !== undefined && { citizenId: makerId }),
      column: 'left',
      required: true,
    },
    {
      field: 'ky.chu_tri',
      role: 'chu-tri',
      officeTitle: profile === 'STATE_ND30_2020' ? 'CHỦ TỌA' : 'CHỦ TRÌ HỘI NGHỊ',
      personId: chair.personId,
      personName: chair.name,
      ...(chairId !== undefined && { citizenId: chairId }),
      column: 'right',
      required: true,
    },
  ]
}
