// The chair's words in both languages. Spoken Vietnamese: "đồng chí", no abbreviations, numbers as they are said.
import type { ScriptCode, ScriptLine } from '../room/script.ts'
import type { Lang } from './sentence.ts'

type Said = (numbers: ScriptLine['numbers']) => string

const words: Readonly<Record<ScriptCode, Readonly<Record<Lang, Said>>>> = {
  open: {
    vi: ({ meeting, post }) => `Thưa các đồng chí, tôi xin khai mạc ${meeting} về nhân sự ${post}.`,
    en: ({ post }) => `Comrades, I open this conference on the post of ${post}.`,
  },
  readList: {
    vi: ({ name }) => `Mời đồng chí ${name} đọc danh sách triệu tập và báo cáo số người có mặt.`,
    en: ({ name }) => `${name} will read the convocation list and report who is present.`,
  },
  rollPresent: {
    vi: ({ convened, present }) => `Hội nghị triệu tập ${convened} người, có mặt ${present} người, đủ số người theo quy định.`,
    en: ({ convened, present }) => `${convened} were convened, ${present} are present. There is a quorum.`,
  },
  waitQuorum: {
    vi: ({ missing }) => `Chờ thêm ${missing} người mới đủ số người theo quy định.`,
    en: ({ missing }) => `Wait for ${missing} more: there is no quorum yet.`,
  },
  purpose: {
    vi: ({ post, seats }) =>
      `Hội nghị hôm nay xem xét nhân sự ${post}, số lượng ${seats} người, theo cơ cấu, tiêu chuẩn, điều kiện và quy trình đã được phê duyệt.`,
    en: ({ post, seats }) =>
      `Today we consider ${seats} for the post of ${post}, by the structure, standards, conditions and procedure that were approved.`,
  },
  purposeWait: {
    vi: () => 'Nêu tiêu chuẩn, điều kiện; thư ký ghi nội dung.',
    en: () => 'State standards and conditions; the secretary takes it down.',
  },
  list: {
    vi: ({ post }) => `Danh sách nhân sự dự kiến cho chức danh ${post} đã gửi các đồng chí. Mời các đồng chí cho ý kiến.`,
    en: ({ post }) => `You have the list of people proposed for ${post}. Your opinions, please.`,
  },
  listHands: {
    vi: () => 'Đồng chí nào nhất trí với danh sách, xin giơ tay biểu quyết.',
    en: () => 'Those in favour of the list, please raise your hand.',
  },
  invite: {
    vi: ({ name, minutes }) => `Mời đồng chí ${name} trình bày chương trình hành động, thời gian không quá ${minutes} phút.`,
    en: ({ name, minutes }) => `${name} will present the action program, in no more than ${minutes} minutes.`,
  },
  talkWait: { vi: () => 'Chờ hết giờ hoặc trình bày xong.', en: () => 'Wait until the time is up or the talk is over.' },
  questions: {
    vi: ({ name, minutes }) => `Đề nghị các đồng chí nêu câu hỏi đối với đồng chí ${name}. Thời gian hỏi đáp không quá ${minutes} phút.`,
    en: ({ name, minutes }) => `Questions to ${name}, please, in no more than ${minutes} minutes.`,
  },
  thanks: { vi: ({ name }) => `Cảm ơn đồng chí ${name}.`, en: ({ name }) => `Thank you, ${name}.` },
  information: {
    vi: () =>
      'Sau đây, bộ phận tham mưu nêu tóm tắt lý lịch, quá trình công tác, nhận xét, đánh giá và dự kiến phân công đối với từng nhân sự.',
    en: () => 'Personnel will now sum up the record, career, assessment and planned assignment of each nominee.',
  },
  informationWait: { vi: () => 'Thư ký ghi những điều đã nêu.', en: () => 'The secretary takes down what was said.' },
  team: {
    vi: ({ size }) => `Tôi đề nghị tổ kiểm phiếu gồm ${size} đồng chí. Người có tên trên phiếu không tham gia tổ kiểm phiếu.`,
    en: ({ size }) => `I propose a counting team of ${size}. Nobody named on the ballot takes part in it.`,
  },
  teamHands: {
    vi: () => 'Đồng chí nào nhất trí, xin giơ tay biểu quyết.',
    en: () => 'Those in favour, please raise your hand.',
  },
  teamWait: { vi: () => 'Đếm số giơ tay, ghi số.', en: () => 'Count the hands and enter the number.' },
  slipRule: {
    vi: ({ seats }) => `Mỗi phiếu chọn không quá ${seats} người trong danh sách. Phiếu chọn quá số đó là phiếu không hợp lệ.`,
    en: ({ seats }) => `Each ballot may choose no more than ${seats} from the list. A ballot with more is invalid.`,
  },
  slipMarks: {
    vi: () => 'Phiếu hợp lệ là phiếu do tổ kiểm phiếu phát ra, có đóng dấu hoặc chữ ký theo quy định.',
    en: () => 'A valid ballot is one handed out by the counting team, with its seal or signature as the rule says.',
  },
  boxCheck: {
    vi: () => 'Mời tổ kiểm phiếu kiểm tra, niêm phong hòm phiếu trước hội nghị và phát phiếu.',
    en: () => 'The counting team will check and seal the box before you, and hand out the ballots.',
  },
  issueWait: {
    vi: ({ present }) => `Phát đúng ${present} phiếu cho người có mặt.`,
    en: ({ present }) => `Hand out ${present} ballots to those present.`,
  },
  vote: { vi: () => 'Mời các đồng chí bỏ phiếu.', en: () => 'Please vote.' },
  collect: {
    vi: ({ issued }) => `Các đồng chí đã bỏ phiếu xong. Mời tổ kiểm phiếu mở hòm phiếu; phiếu phát ra là ${issued}.`,
    en: ({ issued }) => `The vote is over. The counting team will open the box; ${issued} ballots were handed out.`,
  },
  count: {
    vi: () => 'Tổ kiểm phiếu làm việc. Đề nghị các đồng chí nghỉ tại chỗ.',
    en: () => 'The counting team is at work. Please keep your seats.',
  },
  countWait: { vi: () => 'Chờ hai lượt đếm khớp nhau.', en: () => 'Wait until both counts agree.' },
  toRead: { vi: () => 'Đọc nguyên văn lời ở phần Kết quả.', en: () => 'Read out the words in the part Result.' },
  minutes: {
    vi: ({ name }) => `Mời đồng chí ${name} thông qua biên bản hội nghị.`,
    en: ({ name }) => `${name} will read the minutes of the meeting.`,
  },
  close: {
    vi: ({ meeting }) => `Cảm ơn các đồng chí. Tôi xin bế mạc ${meeting}.`,
    en: () => 'Thank you. I close the conference.',
  },
}

export const scriptSentence = (line: ScriptLine, lang: Lang): string => words[line.code][lang](line.numbers)
