// The result table of a case: every ballot of its run, person by person, and the minutes that prove it (documents.md A6.3).
import { type ConferenceState, confirmedCount } from '../conference/state.ts'
import { dayOf } from '../core/stamp.ts'
import type { CaseState } from '../procedure/state.ts'
import { baseWords, procedureWords } from '../wording/papers.ts'
import type { MeetingDue } from './due.ts'
import { candidatesOf, meetingOf, postText, stageOf } from './meeting.ts'
import { sentence, shareOf, shortDay } from './official-text.ts'
import type { Block, Column, Paper } from './paper.ts'
import { paperDay } from './paper-day.ts'
import { headFor, headingText, recipientsFor } from './profile.ts'
import { numberWords, type TakenNumber } from './register.ts'
import { type PaperPeople, signBlocksFor, writerOf } from './sign-blocks.ts'

/** The closed meetings of the decision's run that have a count, in the order they were held. */
export function countedMeetings(state: CaseState, decision: ConferenceState): ConferenceState[] {
  const { runNo } = decision.convened
  return state.conferences.filter((one) => one.phase === 'closed' && one.convened.runNo === runNo && one.counts.length > 0)
}

/** The newest vote-count minutes of a meeting, if they are drawn and their number stands. */
export const countMinutesOf = (state: CaseState, conferenceId: string) =>
  state.papers.findLast(
    ({ drawn, voided }) => drawn.kind === 'voteCountMinutes' && drawn.conferenceId === conferenceId && voided === undefined,
  )?.drawn

export function voteSummary(state: CaseState, due: MeetingDue, proof: Paper['proof'], people: PaperPeople): Paper {
  const decision = meetingOf(state, due.conferenceId)
  const meetings = countedMeetings(state, decision)
  const head = headFor(state, paperDay(state, due), null, {})
  const { organisation } = state.opened
  const clauses = meetings.flatMap((one) => {
    const count = confirmedCount(one)
    return count ? [`${stageOf(state, one).name}: ${count.judged.output.clause}`] : []
  })
  return {
    paperId: due.paperId,
    kind: 'voteSummary',
    version: due.version,
    ...head,
    isLandscape: true,
    title: 'BẢNG TỔNG HỢP KẾT QUẢ KIỂM PHIẾU',
    abstract: `Nhân sự ${procedureWords[state.opened.kind]} ${postText(state)}`,
    blocks: [
      {
        type: 'paragraph',
        text: `${organisation.name} tổng hợp kết quả kiểm phiếu tại các hội nghị đã tổ chức trong quy trình như sau. Tỷ lệ tính trên số ghi ở cột “Trên”; số nguyên quyết định kết quả, tỷ lệ chỉ để đọc.`,
      },
      ...(due.reason === undefined
        ? []
        : [
            { type: 'paragraph', style: 'italic', text: sentence(`Bảng này thay thế bảng đã lập trước đó. Lý do: ${due.reason}`) } as const,
          ]),
      { type: 'heading', text: headingText(head.profile, 1, 'KẾT QUẢ TỪNG HỘI NGHỊ') },
      { type: 'table', columns: resultColumns, rows: meetings.flatMap((one) => rowsOf(state, one)) },
      { type: 'heading', text: headingText(head.profile, 2, 'CĂN CỨ XÁC ĐỊNH KẾT QUẢ') },
      ...clauses.map((text): Block => ({ type: 'item', mark: '-', text: sentence(text) })),
      { type: 'heading', text: headingText(head.profile, 3, 'BIÊN BẢN KIỂM PHIẾU') },
      { type: 'table', columns: minutesColumns, rows: minutesRows(state, meetings) },
    ],
    signBlocks: signBlocksFor(state, due, head.profile, people),
    recipients: recipientsFor(head.profile, writerOf(decision, due.kind, people)),
    proof,
  }
}

const column = (title: string, widthMm: number, align: Column['align'] = 'right'): Column => ({ title, align, widthMm })
const resultColumns: readonly Column[] = [
  { title: 'Hội nghị', align: 'left' },
  column('Ngày', 22, 'center'),
  column('Triệu tập', 16),
  column('Có mặt', 14),
  column('Phát ra', 14),
  column('Thu về', 14),
  column('Hợp lệ', 14),
  column('Không hợp lệ', 16),
  column('Họ và tên', 42, 'left'),
  column('Số phiếu', 14),
  column('Tỷ lệ', 18),
  column('Trên', 30, 'left'),
  column('Thứ hạng', 14, 'center'),
]

function rowsOf(state: CaseState, conference: ConferenceState): string[][] {
  const count = confirmedCount(conference)
  if (!count) return []
  const { judged, confirmedAt } = count
  const numbers = judged.input.count
  const candidates = candidatesOf(state, conference)
  const shares = candidates.map((one) => shareOf(judged, one.ballotName, candidates.length === 1))
  return candidates.map((one, index) => {
    const share = shares[index]
    const votes = share?.votes ?? 0
    // Equal votes share a rank: 1, 2, 2, 4.
    const rank = 1 + shares.filter((other) => other.votes > votes).length
    return [
      stageOf(state, conference).name,
      shortDay(dayOf(confirmedAt)),
      String(numbers.convenedRaw - numbers.excusedForceMajeure),
      String(numbers.present),
      String(numbers.ballotsIssued),
      String(numbers.ballotsCollected),
      String(numbers.ballotsValid),
      String(numbers.ballotsInvalid),
      one.name,
      String(votes),
      `${share?.percent ?? '0,00'}%`,
      `${judged.output.base.value} ${baseWords[judged.output.base.name]}`,
      String(rank),
    ]
  })
}

/** Over the number and day of the minutes; where they took no number, over their id in the file. */
export const minutesTitle = 'Số, ngày biên bản'
export const minutesWords = ({ number, paperId }: { readonly number?: TakenNumber | undefined; readonly paperId: string }): string =>
  number === undefined ? paperId : numberWords(number)

const minutesColumns: readonly Column[] = [
  { title: 'Hội nghị', align: 'left' },
  column(minutesTitle, 66, 'left'),
  column('SHA-256 của tệp record.json', 84, 'left'),
]

function minutesRows(state: CaseState, meetings: readonly ConferenceState[]): string[][] {
  return meetings.flatMap((one) => {
    const drawn = countMinutesOf(state, one.conferenceId)
    if (!drawn) return []
    const day = shortDay(paperDay(state, { kind: 'voteCountMinutes', conferenceId: one.conferenceId }))
    const told = drawn.number === undefined ? minutesWords(drawn) : `số ${minutesWords(drawn)}, ngày ${day}`
    return [[stageOf(state, one).name, told, drawn.recordSha256.match(/.{4}/g)?.join(' ') ?? '']]
  })
}
