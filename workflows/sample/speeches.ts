// What is said at the conferences of the sample, as the minutes would keep it.
import type { StageKey } from '../rulebooks/types.ts'
import { themes } from './action-program.ts'
import type { Member } from './department.ts'
import type { Speaker } from './meeting.ts'

export const purposes: Readonly<Record<StageKey, string>> = {
  leadershipPreparation:
    'thảo luận, thống nhất về cơ cấu, số lượng, tiêu chuẩn, điều kiện và quy trình giới thiệu nhân sự; rà soát nhận xét, đánh giá đối với các nhân sự trong quy hoạch',
  leadershipOrientation:
    'thảo luận, thống nhất về cơ cấu, số lượng, tiêu chuẩn, điều kiện và quy trình; rà soát nhận xét, đánh giá đối với từng nhân sự trong quy hoạch; thông qua danh sách và bỏ phiếu định hướng giới thiệu nhân sự',
  expandedNomination:
    'trao đổi về yêu cầu nhiệm vụ, tiêu chuẩn, điều kiện; giới thiệu nhân sự bằng hình thức bỏ phiếu kín, mỗi người giới thiệu một người cho chức vụ',
  leadershipReview: 'phân tích kết quả giới thiệu ở hội nghị mở rộng, căn cứ yêu cầu nhiệm vụ để thảo luận và bỏ phiếu giới thiệu nhân sự',
  divergenceBallot: 'thảo luận, phân tích thêm về nhân sự có kết quả khác với hội nghị trước và bỏ phiếu',
  keyOfficialsConsultation:
    'thông báo danh sách nhân sự, tóm tắt lý lịch, quá trình công tác, nhận xét, đánh giá và dự kiến phân công; lấy phiếu của cán bộ chủ chốt',
  leadershipDecision:
    'nghe báo cáo kết quả các hội nghị, ý kiến bằng văn bản của cấp ủy, kết quả xác minh những vấn đề mới nảy sinh (nếu có); thảo luận và biểu quyết nhân sự',
}

export const statements: Readonly<Partial<Record<StageKey, string>>> = {
  leadershipPreparation: 'nhất trí với cơ cấu và tiêu chuẩn; đề nghị chú ý kinh nghiệm chỉ đạo cơ sở của nhân sự',
  leadershipOrientation: 'nhất trí với cơ cấu và tiêu chuẩn; các nhân sự đều đủ điều kiện, mỗi người mạnh về một lĩnh vực',
  leadershipReview: 'các nhân sự đều có uy tín; lĩnh vực dự kiến phụ trách cần người có kinh nghiệm trực tiếp',
  leadershipDecision: 'nhất trí với báo cáo; đến nay không có đơn thư, vấn đề mới về nhân sự',
}

export const closing = (isAnnounced: boolean): string =>
  isAnnounced
    ? 'Hội nghị đã thực hiện đúng quy trình, dân chủ, công khai; giao bộ phận tổ chức cán bộ hoàn thiện hồ sơ, thực hiện bước tiếp theo.'
    : 'Hội nghị đã thực hiện đúng quy trình, dân chủ, công khai; giao bộ phận tổ chức cán bộ hoàn thiện hồ sơ theo quy định.'

/** Career, assessment, planned work and the asset declaration (procedure.md 2.8, 3.1.2). */
export function information(people: readonly Member[]): string {
  const about = people.map(
    ({ name, birthDate, title }) =>
      `${name}, sinh năm ${birthDate.slice(0, 4)}, ${title}: trình độ thạc sĩ, cao cấp lý luận chính trị; ba năm liền hoàn thành tốt nhiệm vụ trở lên; đã kê khai tài sản, thu nhập theo quy định; dự kiến phân công phụ trách tổ chức bộ máy và cải cách hành chính`,
  )
  return about.join('\n')
}

/** `themeNo`: which of the three programs this nominee handed in. */
export function speech(member: Member, themeNo: number, stage: StageKey): Speaker {
  const theme = themes[themeNo] ?? themes[0]
  const [first, second] = theme.breakthroughs
  const question =
    stage === 'leadershipDecision'
      ? {
          askedBy: 'Thành viên tập thể lãnh đạo',
          text: `Khi nguồn lực có hạn, việc nào trong chương trình về ${theme.field} được làm trước?`,
          answer: `Làm trước việc ${first}; kết quả sáu tháng đầu sẽ được báo cáo tập thể lãnh đạo.`,
        }
      : {
          askedBy: 'Đại biểu dự hội nghị',
          text: `Làm thế nào để ${second} mà không tạo thêm thủ tục cho cơ sở?`,
          answer: 'Dùng lại số liệu đã có, không yêu cầu báo cáo mới; nội dung nào trùng sẽ bỏ ngay trong quý đầu.',
        }
  return {
    member,
    summary: `Đánh giá tình hình, kết quả và hạn chế trong lĩnh vực ${theme.field}; nêu mục tiêu đến hết nhiệm kỳ; bốn nhóm giải pháp; hai nhiệm vụ đột phá: ${first}; ${second}; lộ trình 100 ngày, năm thứ nhất và cả nhiệm kỳ; cam kết nêu gương, chịu trách nhiệm.`,
    questions: [question],
  }
}
