// The few words of the hall screen, in both languages; nothing over 80 syllables stands there at once.
import type { AgendaKey } from '../procedure/case-view.ts'
import type { Lang } from './sentence.ts'

type Words = {
  readonly agenda: Readonly<Record<AgendaKey, string>>
  readonly agendaLabel: string
  readonly people: string
  readonly quorum: string
  readonly noQuorum: string
  readonly subject: (post: string) => string
  readonly day: (iso: string) => string
  readonly sample: string
  readonly rehearsal: string
  readonly presenting: string
  readonly questions: string
  readonly opening: string
  readonly voting: string
  readonly counting: string
  readonly reported: string
  readonly closed: string
  readonly overHalf: (count: number) => string
  readonly atLeast30: (count: number) => string
  readonly atLeastTwoThirds: (count: number) => string
  readonly votes: (name: string, votes: number, base: number, percent: string) => string
}

export const hallWords: Readonly<Record<Lang, Words>> = {
  vi: {
    agenda: {
      opening: 'Khai mạc',
      purpose: 'Mục đích, tiêu chuẩn',
      listAdoption: 'Danh sách nhân sự',
      actionPrograms: 'Chương trình hành động',
      nomineeInformation: 'Thông tin nhân sự',
      countingTeam: 'Tổ kiểm phiếu',
      ballots: 'Bỏ phiếu kín',
      count: 'Kiểm phiếu',
      result: 'Kết quả',
      minutes: 'Kết thúc',
    },
    agendaLabel: 'Chương trình',
    people: 'người có mặt',
    quorum: 'đủ người để họp',
    noQuorum: 'chưa đủ người để họp',
    subject: (post) => `giới thiệu nhân sự ${post}`,
    day: (iso) => {
      const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-')
      // Leading zero for days, and for months 1 and 2, as official papers write it.
      return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`
    },
    sample: 'dữ liệu mẫu',
    rehearsal: 'DIỄN TẬP',
    presenting: 'Trình bày chương trình hành động',
    questions: 'Hỏi và trả lời',
    opening: 'Mời các đồng chí ổn định chỗ ngồi.',
    voting: 'Bỏ phiếu kín. Phiếu do tổ kiểm phiếu phát ra.',
    counting: 'Tổ kiểm phiếu đang làm việc.',
    reported: 'Kết quả được báo cáo theo quy định.',
    closed: 'Hội nghị kết thúc.',
    overHalf: (count) => `quá bán phải ${count}`,
    atLeast30: (count) => `từ 30% là ${count}`,
    atLeastTwoThirds: (count) => `2/3 là ${count}`,
    votes: (name, votes, base, percent) => `${name}: ${votes} trong ${base}, bằng ${percent}%`,
  },
  en: {
    agenda: {
      opening: 'Opening',
      purpose: 'Purpose and standards',
      listAdoption: 'List of people',
      actionPrograms: 'Action programs',
      nomineeInformation: 'About the nominees',
      countingTeam: 'Counting team',
      ballots: 'Secret ballot',
      count: 'Count',
      result: 'Result',
      minutes: 'Closing',
    },
    agendaLabel: 'Agenda',
    people: 'present',
    quorum: 'there is a quorum',
    noQuorum: 'no quorum yet',
    subject: (post) => `nomination for ${post}`,
    day: (iso) => {
      const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-')
      return `${day}/${month}/${year}`
    },
    sample: 'sample data',
    rehearsal: 'REHEARSAL',
    presenting: 'Presentation of the action program',
    questions: 'Questions and answers',
    opening: 'Please take your seats.',
    voting: 'Secret ballot. Slips are handed out by the counting team.',
    counting: 'The counting team is at work.',
    reported: 'The result is reported as the rule says.',
    closed: 'The meeting is closed.',
    overHalf: (count) => `over half takes ${count}`,
    atLeast30: (count) => `from 30% is ${count}`,
    atLeastTwoThirds: (count) => `2/3 is ${count}`,
    votes: (name, votes, base, percent) => `${name}: ${votes} of ${base}, ${percent.replace(',', '.')}%`,
  },
}
