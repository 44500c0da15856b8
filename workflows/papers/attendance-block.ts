// Who was called, who came, when, and why others did not; and the list as the value whose digest the record carries.
import { voters } from '../conference/presence.ts'
import type { ConferenceState } from '../conference/state.ts'
import type { CaseState } from '../procedure/state.ts'
import { wayWords } from '../wording/papers.ts'
import { byName, inviteeOf, presenceAt, standingAt } from './meeting.ts'
import { amount, hourInWords, sentence, shortDay } from './official-text.ts'
import type { Block } from './paper.ts'

export function attendanceBlocks(state: CaseState, conference: ConferenceState): Block[] {
  const { convened: meeting } = conference
  const chair = inviteeOf(conference, meeting.chair)
  const secretary = inviteeOf(conference, meeting.secretary)
  const { convenedRaw, excused, convened, present, withoutVote } = presenceAt(state, conference)
  const rows: [string, string][] = [
    ['Chủ trì', `${chair.name}, ${chair.title}`],
    ['Thư ký', `${secretary.name}, ${secretary.title}`],
    ['Hình thức', formOf(conference)],
    ['Số người được triệu tập', `${amount(convenedRaw)} người có quyền bỏ phiếu${rolesText(conference)}`],
    ...(excused > 0
      ? [
          ['Vắng vì lý do bất khả kháng', `${amount(excused)} người; số người được triệu tập để tính tỷ lệ: ${amount(convened)}`] as [
            string,
            string,
          ],
        ]
      : []),
    ['Số người có mặt', `${amount(present)} người`],
    ['Số người vắng mặt', `${amount(convened - present)} người`],
    ...(withoutVote.length > 0
      ? [['Dự, không bỏ phiếu', withoutVote.map((one) => `${one.name}, ${one.title}`).join('; ')] as [string, string]]
      : []),
  ]
  const { listApproval } = meeting
  if (listApproval)
    rows.push(['Danh sách triệu tập', `được phê duyệt tại văn bản số ${listApproval.number}, ngày ${shortDay(listApproval.date)}`])
  return [{ type: 'facts', rows }, ...movements(conference)]
}

function formOf({ convened }: ConferenceState): string {
  if (convened.mode === 'inPerson') return 'trực tiếp'
  const decision = convened.hybridDecision
  return `trực tiếp kết hợp trực tuyến${decision ? `, theo văn bản số ${decision.number}, ngày ${shortDay(decision.date)}` : ''}`
}

/** One person with two roles has one ballot and is counted once (procedure.md 2.7). */
function rolesText({ list, rolesListed }: ConferenceState): string {
  return rolesListed > list.length ? `; danh sách có ${amount(rolesListed)} lượt chức danh, gộp còn ${amount(list.length)} người dự` : ''
}

/** Late arrivals, early leavers, absences with their reasons, in the order of names. */
function movements(conference: ConferenceState): Block[] {
  const { openedAt, attendance, excused } = conference
  const lines = conference.list.toSorted(byName).flatMap((one) => {
    const entry = attendance[one.personId]
    const accepted = excused[one.personId]
    if (accepted) {
      const paper = `văn bản số ${accepted.document.number}, ngày ${shortDay(accepted.document.date)}`
      return [`${one.name}: vắng vì lý do bất khả kháng, ${accepted.reason} (${paper})`]
    }
    if (!entry || entry.status === 'expected') return [`${one.name}: vắng mặt`]
    if (entry.status === 'absent') return [`${one.name}: vắng mặt, ${entry.reason ?? 'không nêu lý do'}`]
    if (entry.status === 'left') return [`${one.name}: rời hội nghị lúc ${hourInWords(entry.at ?? '')}`]
    const isLate = openedAt !== undefined && entry.at !== undefined && Date.parse(entry.at) > Date.parse(openedAt)
    const way = entry.way === undefined || entry.way === 'inRoom' ? [] : [wayWords[entry.way]]
    const late = isLate ? [`đến lúc ${hourInWords(entry.at ?? '')}`] : []
    return late.length + way.length > 0 ? [`${one.name}: ${[...late, ...way].join(', ')}`] : []
  })
  return lines.map((text) => ({ type: 'item', mark: '-', text: sentence(text) }))
}

/**
 * The attendance of a meeting as a canonical value, in the order of names: its SHA-256 is `attendance.listSha256` of the record.
 * No number of a count and no slip stands in it.
 */
export function attendanceList(state: CaseState, conference: ConferenceState) {
  const counting = new Set(voters(state, conference, standingAt(state, conference)).map((one) => one.personId))
  return {
    conferenceId: conference.conferenceId,
    people: conference.list.toSorted(byName).map((one) => {
      const entry = conference.attendance[one.personId]
      const accepted = conference.excused[one.personId]
      return {
        personId: one.personId,
        hoTen: one.name,
        chucVu: one.title,
        roles: one.roles,
        hasVote: one.hasVote,
        countsInBase: counting.has(one.personId),
        status: accepted ? 'excused' : (entry?.status ?? 'expected'),
        ...(entry?.at !== undefined && { at: entry.at }),
        ...(entry?.way !== undefined && { way: entry.way }),
        ...(accepted ? { reason: accepted.reason, document: accepted.document } : entry?.reason !== undefined && { reason: entry.reason }),
      }
    }),
  }
}
