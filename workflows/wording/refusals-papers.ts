// Why a paper cannot be made: not its time, something missing, no such paper.
import { num, type Sentences } from './sentence.ts'

export const paperRefusals = {
  'paper-not-of-this-kind': {
    vi: () => 'Loại hồ sơ này không có văn bản đó. Chọn văn bản khác trong danh sách.',
    en: () => 'This kind of case has no such paper. Choose another from the list.',
  },
  'paper-of-what': {
    vi: () => 'Chưa rõ văn bản lập cho hội nghị nào, nhân sự nào. Chọn lại trong danh sách văn bản lập được.',
    en: () => 'It is not clear which conference or person the paper is about. Choose again from the list of papers.',
  },
  'paper-already-requested': {
    vi: () => 'Văn bản này đã được yêu cầu và đang chờ lập. Bấm “Lập giấy còn nợ”, không cần yêu cầu lại.',
    en: () => 'This paper was asked for already and waits to be drawn. Draw the papers owed; there is no need to ask again.',
  },
  'paper-drawn-by-itself': {
    vi: () => 'Biên bản và bảng tổng hợp tự lập khi hội nghị kết thúc. Chỉ lập lại được bản đã có, kèm lý do.',
    en: () =>
      'Minutes and the result table are drawn when the conference ends. Only a paper already drawn can be made anew, with a reason.',
  },
  'paper-reason-missing': {
    vi: () => 'Văn bản này đã có. Bản đã lập không sửa được; ghi lý do để lập bản thay thế.',
    en: () => 'This paper exists. A paper made is never edited; give the reason to make its replacement.',
  },
  'paper-field-missing': {
    vi: () => 'Văn bản còn thiếu nội dung bắt buộc. Điền đủ các ô.',
    en: () => 'The paper lacks something it must say. Fill in every box.',
  },
  'paper-field-unknown': {
    vi: () => 'Có nội dung không thuộc văn bản này. Mở lại mẫu nhập và điền đúng các ô.',
    en: () => 'Something given does not belong to this paper. Open the form again and fill in its boxes.',
  },
  'paper-field-unreadable': {
    vi: () => 'Có ô chưa đọc được: số phải là số nguyên, ngày theo dạng ngày/tháng/năm. Sửa lại ô đó.',
    en: () => 'One box cannot be read: numbers are whole, days are day/month/year. Correct that box.',
  },
  'print-reason-missing': {
    vi: () => 'Trong các văn bản này có văn bản đã in. Ghi lý do in lại rồi in.',
    en: () => 'One of these papers was printed before. Give the reason for printing again, then print.',
  },
  'print-too-long': {
    vi: ({ pages, most }) => `Bản in dài ${num(pages)} trang, nhiều hơn ${num(most)} trang một lần. Giảm số bản hoặc in làm nhiều lần.`,
    en: ({ pages, most }) =>
      `The print has ${num(pages)} pages, more than ${num(most)} at a time. Take fewer copies or print in several goes.`,
  },
  'no-papers': {
    vi: () => 'Hồ sơ chưa có văn bản nào. Lập văn bản trước.',
    en: () => 'The case has no paper yet. Make one first.',
  },
} as const satisfies Sentences
