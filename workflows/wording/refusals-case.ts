// Why something cannot be done with a case, in both languages.
import { article, day, list, type Sentences } from './sentence.ts'

export const caseRefusals = {
  'out-of-order': {
    vi: () => 'Chưa làm được ở bước này. Mở hồ sơ để xem việc kế tiếp và điều gì đang đóng.',
    en: () => 'This cannot be done at this step. Open the case to see what comes next and what is shut.',
  },
  'case-already-open': { vi: () => 'Hồ sơ này đã mở. Dùng hồ sơ đang có.', en: () => 'This case is open already. Use it.' },
  'case-not-found': {
    vi: () => 'Chưa có hồ sơ này. Mở hồ sơ mới hoặc chọn trong danh sách.',
    en: () => 'There is no such case. Open a new one or choose from the list.',
  },
  'case-suspended': {
    vi: () => 'Hồ sơ đang tạm dừng để xác minh vấn đề mới. Ghi kết luận xác minh trước.',
    en: () => 'The case is suspended while a new issue is verified. Record the conclusion first.',
  },
  'before-first-rulebook': {
    vi: ({ first }) => `Ngày bắt đầu trước bộ quy tắc đầu tiên (${day(first)}). Nhập ngày từ đó về sau.`,
    en: ({ first }) => `The start is before the first rulebook (${day(first)}). Enter a day from then on.`,
  },
  'rulebook-not-in-force': {
    vi: ({ chosen, startDate }) => `Bộ quy tắc này không áp dụng cho ngày ${day(startDate)}; ngày đó áp dụng ${chosen}. Chọn lại.`,
    en: ({ chosen, startDate }) => `This rulebook does not apply on ${day(startDate)}; ${chosen} does. Choose again.`,
  },
  'approval-under-other-rules': {
    vi: ({ approvedOn, startDate, instruments }) =>
      `Chủ trương đề ngày ${day(approvedOn)} thuộc thời kỳ của ${list(instruments)}; hồ sơ này mở theo ngày chủ trương ${day(startDate)}, thuộc quy định khác. Xem lại ngày văn bản; nếu đúng thì hủy hồ sơ này và mở hồ sơ mới theo ngày ${day(approvedOn)}.`,
    en: ({ approvedOn, startDate, instruments }) =>
      `An approval dated ${day(approvedOn)} falls under ${list(instruments)}; this case was opened for an approval of ${day(startDate)}, under other rules. Check the date of the document; if it is right, cancel this case and open a new one for ${day(approvedOn)}.`,
  },
  'same-rulebook': {
    vi: () => 'Hồ sơ đang theo chính bộ quy tắc này. Chọn bộ khác hoặc giữ nguyên.',
    en: () => 'The case follows this very rulebook. Choose another or leave it.',
  },
  'migration-not-allowed': {
    vi: () => 'Thiết lập của cơ quan không cho chuyển bộ quy tắc giữa chừng. Làm tiếp theo bộ quy tắc đang có.',
    en: () => 'The office setting does not let a running case change its rulebook. Go on under the present one.',
  },
  'setting-not-in-rulebook': {
    vi: ({ setting, rulebook }) => `Thiết lập ${setting} không có trong ${rulebook}. Bỏ thiết lập này.`,
    en: ({ setting, rulebook }) => `The setting ${setting} does not exist in ${rulebook}. Leave it out.`,
  },
  'setting-unreadable': {
    vi: ({ setting }) => `Giá trị của thiết lập ${setting} không dùng được. Chọn một giá trị trong danh sách.`,
    en: ({ setting }) => `The value of the setting ${setting} cannot be used. Choose one of the list.`,
  },
  'overlay-decision-missing': {
    vi: ({ article: cited }) =>
      `Chế độ thí điểm này phải kèm quyết định của cấp có thẩm quyền.${article(cited)} Nhập số văn bản hoặc không áp dụng.`,
    en: ({ article: cited }) =>
      `This pilot needs the decision of the competent level.${article(cited)} Enter its number or leave the pilot off.`,
  },
  'term-end-missing': {
    vi: () => 'Bổ nhiệm lại cần ngày hết thời hạn giữ chức vụ. Nhập ngày đó.',
    en: () => 'Reappointment needs the end of the term. Enter that day.',
  },
  'one-person-only': {
    vi: () => 'Bổ nhiệm lại chỉ xét một người đang giữ chức vụ. Mở hồ sơ khác cho người khác.',
    en: () => 'Reappointment concerns the one holder of the post. Open another case for another person.',
  },
  'classification-reason-missing': {
    vi: () => 'Đã chọn độ mật mà chưa ghi lý do. Ghi lý do xác định độ mật.',
    en: () => 'A classification is chosen without its reason. Write the reason.',
  },
  'classification-authority-missing': {
    vi: () => 'Đã chọn độ mật mà chưa ghi người quyết định. Ghi họ tên, chức vụ người có thẩm quyền quyết định độ mật.',
    en: () => 'A classification is chosen without who decided it. Write the name and office of who decided.',
  },
  'declassify-not-later': {
    vi: ({ date }) => `Ngày giải mật ${day(date)} không sau hôm nay. Nhập ngày sau hôm nay, hoặc đổi độ mật ngay bây giờ.`,
    en: ({ date }) => `The day of declassification ${day(date)} is not after today. Enter a later day, or change the classification now.`,
  },
  'classification-unchanged': {
    vi: () => 'Độ mật này đang áp dụng rồi. Chọn độ mật khác hoặc bỏ qua.',
    en: () => 'This classification already holds. Choose another one or leave it.',
  },
  'classified-meeting-unknown': {
    vi: () => 'Hồ sơ không có hội nghị này. Chọn lại hội nghị hoặc chọn cả hồ sơ.',
    en: () => 'The case has no such conference. Choose a conference again, or the whole case.',
  },
  'stage-not-held': {
    vi: () => 'Bước này chưa họp nên không có gì để làm lại. Chọn bước đã họp.',
    en: () => 'This step was not held, so there is nothing to redo. Choose a step that was held.',
  },
  'act-missing': {
    vi: ({ article: cited }) => `Chưa triệu tập được: còn thiếu một văn bản bắt buộc trước hội nghị này.${article(cited)} Nhập văn bản đó.`,
    en: ({ article: cited }) => `Not convened: a paper required before this conference is missing.${article(cited)} Enter it.`,
  },
  'act-day-unreadable': {
    vi: () => 'Ngày nhận văn bản chưa đọc được. Nhập ngày theo dạng ngày/tháng/năm.',
    en: () => 'The day of receipt cannot be read. Enter day/month/year.',
  },
  'act-document-missing': {
    vi: ({ article: cited }) => `Việc này phải bằng văn bản.${article(cited)} Nhập số và ngày văn bản.`,
    en: ({ article: cited }) => `This must be in writing.${article(cited)} Enter the number and date of the paper.`,
  },
  'act-field-missing': {
    vi: () => 'Văn bản còn thiếu nội dung bắt buộc. Điền đủ các ô.',
    en: () => 'The paper lacks something it must say. Fill in every box.',
  },
  'act-before-previous': {
    vi: ({ date, previous }) => `Ngày ${day(date)} trước việc liền trước (${day(previous)}). Sửa lại ngày.`,
    en: ({ date, previous }) => `The day ${day(date)} is before the act before it (${day(previous)}). Correct the day.`,
  },
  'no-nominees': {
    vi: () => 'Chưa có nhân sự nào trong hồ sơ. Thêm nhân sự trước.',
    en: () => 'The case has no nominee yet. Add one first.',
  },
  'nominee-unknown': {
    vi: () => 'Người này không có trong hồ sơ hoặc đã rút. Thêm nhân sự trước.',
    en: () => 'This person is not a nominee of the case or has withdrawn. Add the nominee first.',
  },
  'nominee-withdrawn': {
    vi: ({ name }) => `${name} đã rút khỏi hồ sơ này. Chọn người khác.`,
    en: ({ name }) => `${name} has withdrawn from this case. Choose another.`,
  },
  'nominee-not-eligible': {
    vi: ({ name }) => `${name} chưa được xác nhận đủ tiêu chuẩn, điều kiện. Xác nhận trước hoặc chọn người khác.`,
    en: ({ name }) => `${name} is not confirmed to meet the conditions. Confirm first or choose another.`,
  },
  'nominee-not-planned': {
    vi: ({ name }) => `${name} chưa thuộc quy hoạch theo bộ quy tắc của hồ sơ. Chọn người trong quy hoạch.`,
    en: ({ name }) => `${name} is not planned as the rulebook of this case asks. Choose someone who is.`,
  },
  'ballot-name-taken': {
    vi: ({ name }) => `Trên phiếu đã có người ghi là "${name}". Ghi thêm năm sinh hoặc đơn vị để phân biệt.`,
    en: ({ name }) => `Another person stands on the slip as "${name}". Add the birth year or unit to tell them apart.`,
  },
  'ballot-name-already-voted': {
    vi: ({ name }) => `Đã bỏ phiếu với tên "${name}", không đổi tên trên phiếu được nữa. Giữ tên này.`,
    en: ({ name }) => `Ballots were cast with the name "${name}"; it can no longer change. Keep it.`,
  },
  'ballot-is-open': {
    vi: () => 'Đang trong lượt bỏ phiếu, danh sách không đổi được. Làm sau khi xác nhận kiểm phiếu.',
    en: () => 'A ballot is under way and the names stand. Do this after the count is confirmed.',
  },
  'head-introduced-missing': {
    vi: ({ name }) => `Danh sách phải có ${name}, người được người đứng đầu giới thiệu. Thêm vào danh sách.`,
    en: ({ name }) => `The list must hold ${name}, whom the head introduced. Add the name.`,
  },
  'head-introduced-only': {
    vi: ({ name }) => `Theo thiết lập của cơ quan, danh sách chỉ gồm ${name}. Bỏ các tên khác.`,
    en: ({ name }) => `By office setting the list holds only ${name}. Take the other names off.`,
  },
  'head-seat-vacant': {
    vi: () => 'Đang khuyết người đứng đầu nên không có quyền chọn. Báo cáo cấp có thẩm quyền.',
    en: () => 'The seat of the head is vacant, so nobody may choose. Report to the competent authority.',
  },
  'head-must-choose': {
    vi: () => 'Hai người bằng phiếu: người đứng đầu phải chọn một người. Chọn tên.',
    en: () => 'Two people are level: the head must choose one. Choose a name.',
  },
  'head-decides-yes-or-no': {
    vi: () => 'Kết quả đúng 50%: người đứng đầu quyết định tiếp tục hoặc dừng. Chọn một.',
    en: () => 'Exactly half agreed: the head decides to go on or to stop. Choose one.',
  },
  'head-choice-not-among-level': {
    vi: ({ names }) => `Chỉ được chọn trong những người bằng phiếu: ${list(names)}. Chọn lại.`,
    en: ({ names }) => `Only those who are level may be chosen: ${list(names)}. Choose again.`,
  },
  'report-not-sent': {
    vi: () => 'Chưa nhận chỉ đạo được: chưa gửi báo cáo cấp có thẩm quyền. Ghi báo cáo đã gửi trước.',
    en: () => 'No direction yet: the report to the competent level was not sent. Record it first.',
  },
  'direction-not-open': {
    vi: () => 'Chỉ đạo này không mở ở kết quả hiện tại. Chọn hướng khác.',
    en: () => 'This direction is not open after the present result. Choose another.',
  },
  'direction-needs-names': {
    vi: () => 'Chỉ đạo tiếp tục phải nêu tên người. Chọn tên.',
    en: () => 'A direction to go on must name people. Choose the names.',
  },
  'decided-here': {
    vi: () => 'Cơ quan này tự quyết định, không phải trình. Ghi quyết định.',
    en: () => 'This office decides itself; nothing is submitted. Record the decision.',
  },
  'must-be-submitted-first': {
    vi: () => 'Cấp trên quyết định: phải trình trước. Ghi tờ trình.',
    en: () => 'The superior decides: submit first. Record the submission.',
  },
  'person-not-selected': {
    vi: ({ name }) => `${name} không phải người được chọn qua quy trình. Chọn đúng người.`,
    en: ({ name }) => `${name} was not selected by the procedure. Choose the right person.`,
  },
} as const satisfies Sentences
