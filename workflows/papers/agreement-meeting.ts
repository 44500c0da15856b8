// What a paper claims of one meeting: its day, how many were there, what lay in the box, what each person got.
import type { CaseState } from '../procedure/state.ts'
import { plainNumber } from './agreement-citations.ts'
import type { Line } from './agreement-lines.ts'
import { counted, dayClaim, personKey, type Said, said } from './agreement-said.ts'
import type { AsDrawn } from './as-drawn.ts'
import { isRequested } from './due.ts'
import { minutesWords } from './vote-summary.ts'

export function meetingClaims({ due, state, paper }: AsDrawn, conferenceId: string, lines: readonly Line[]): Said[] {
  const meeting = state.conferences.find((one) => one.conferenceId === conferenceId)
  if (!meeting) return []
  // Until slips go out people still come and go: a list drawn earlier tells who was there then.
  const isFixed = !isRequested(due) || meeting.issued !== undefined
  const isEarlierRound = lines.some(({ text }) => text.startsWith('Phiếu thuộc lượt bỏ phiếu thứ'))
  const own: Said[] =
    due.kind === 'voteCountMinutes'
      ? [said('document', `minutes ${conferenceId}`, plainNumber(minutesWords(due)), { label: 'Số, ký hiệu' })]
      : []
  const slip = paper.slip ? dayClaim(conferenceId, paper.slip.day, { label: 'Ngày' }) : []
  return [
    ...own,
    ...slip,
    ...lines.flatMap((line): Said[] => {
      if (line.cells) return resultCells(state, conferenceId, line)
      if (line.isRow && due.kind === 'ballotSealingMinutes') return sealedRow(conferenceId, isEarlierRound, line, lines)
      if (line.isRow) return meetingRow(conferenceId, isFixed, line)
      return meetingWords(conferenceId, line)
    }),
  ]
}

/** The rows of minutes by what they count; `Tên hàng` as the paper prints it. */
const rowKeys: Readonly<Record<string, string>> = {
  'Số người được triệu tập': 'convened',
  'Vắng vì bất khả kháng': 'excused',
  'Vắng vì lý do bất khả kháng': 'excused',
  'Số người có mặt': 'present',
  'Số người vắng mặt': 'absent',
  'Số phiếu phát ra': 'issued',
  'Số phiếu thu về': 'collected',
  'Số phiếu hợp lệ': 'valid',
  'Số phiếu không hợp lệ': 'invalid',
  'Số phiếu chưa phát': 'unused',
  'Số phiếu hỏng, đã thu lại': 'spoiled',
}

function meetingRow(conferenceId: string, isFixed: boolean, { text, place }: Line): Said[] {
  if (place.label === 'Thời gian') return dayClaim(conferenceId, text, place)
  if (place.label === 'Số lượng') {
    const of = (mark: string) => new RegExp(`\\(${mark}\\): (\\d+)`, 'u').exec(text)?.[1]
    const there = isFixed
      ? [...counted(`${conferenceId} present`, of('P'), place), ...counted(`${conferenceId} absent`, of('A'), place)]
      : []
    return [...counted(`${conferenceId} convened`, of('S'), place), ...there]
  }
  const key = rowKeys[place.label ?? '']
  return key === undefined ? [] : counted(`${conferenceId} ${key}`, text, place)
}

const sealedKeys: Readonly<Record<string, string>> = {
  'Phiếu hợp lệ': 'valid',
  'Phiếu không hợp lệ': 'invalid',
  'Phiếu chưa phát': 'unused',
  'Phiếu hỏng, đã thu lại': 'spoiled',
}

function sealedRow(conferenceId: string, isEarlierRound: boolean, { text, place }: Line, lines: readonly Line[]): Said[] {
  const bundle = /\d+/.exec(lines.find((one) => one.place.label === 'Ký hiệu gói phiếu')?.text ?? '')?.[0]
  if (place.label === 'Tổng số phiếu niêm phong') return counted(`bundle ${bundle} slips`, text, place)
  if (place.label === 'Số niêm phong') return [said('document', `bundle ${bundle} seal`, text, place)]
  const key = sealedKeys[place.label ?? '']
  return key === undefined || isEarlierRound ? [] : counted(`${conferenceId} ${key}`, text, place)
}

/** When it was held and how many were there, where a paper says so in its sentences. */
function meetingWords(conferenceId: string, { text, place }: Line): Said[] {
  const opened = /^(?:Vào hồi|Tại .*?, khai mạc vào hồi|Kèm theo tài liệu của .*?,) (.*?năm \d{4})/u.exec(text)?.[1]
  const closed = /^Hội nghị kết thúc vào hồi (.*?năm \d{4})/u.exec(text)?.[1]
  const [, present, base] = /có mặt (\d+)\/(\d+) người được triệu tập/u.exec(text) ?? []
  return [
    ...(opened === undefined || text.includes('niêm phong') ? [] : dayClaim(conferenceId, opened, place)),
    ...(closed === undefined ? [] : dayClaim(conferenceId, closed, place, 'closing')),
    ...counted(`${conferenceId} present`, present, place),
    ...counted(`${conferenceId} base`, base, place),
  ]
}

// --- Rows about a person

const columnKeys: Readonly<Record<string, string>> = {
  'Triệu tập': 'base',
  'Có mặt': 'present',
  'Phát ra': 'issued',
  'Thu về': 'collected',
  'Hợp lệ': 'valid',
  'Không hợp lệ': 'invalid',
}

export function resultCells(state: CaseState, conferenceId: string, { text, cells, place: { label = '', ...place } }: Line): Said[] {
  const at = { ...place, label }
  const column = cells?.has('Hội nghị') === true ? columnKeys[label] : undefined
  if (column !== undefined) return counted(`${conferenceId} ${column}`, text, at)
  const name = cells?.get('Họ và tên')
  const person = personKey(state, name ?? '')
  if (person === undefined) return []
  const here = { ...place, label: `${name}: ${label}` }
  const [, votes, base] = /^(\d{1,6})\/(\d{1,6}) = /.exec(text) ?? []
  const percent = /(\d{1,3},\d{2})%/.exec(text)?.[1]
  const isVotes = label === 'Số phiếu' || label === 'Đồng ý'
  const shares = percent === undefined ? [] : [said('percent', `${conferenceId} percent ${person}`, `${percent}%`, here)]
  if (votes !== undefined) return [said('count', `votes ${conferenceId} ${person}`, `${Number(votes)}/${Number(base)}`, here), ...shares]
  if (label === 'Không đồng ý') return counted(`${conferenceId} against ${person}`, text, here)
  if (label === 'Không có ý kiến') return counted(`${conferenceId} silent ${person}`, text, here)
  if (!isVotes) return shares
  const of = /^\d+/.exec(cells?.get('Trên') ?? '')?.[0]
  return of === undefined ? [] : [said('count', `votes ${conferenceId} ${person}`, `${Number(text)}/${Number(of)}`, here)]
}
