// Conditions on a nominee and the dossier: why a ballot or an order waits (procedure.md 5).
import { guardTitles } from './guards.ts'
import { article, day, list, num, type Sentences } from './sentence.ts'

const title = (guard: unknown, lang: 'vi' | 'en'): string =>
  Object.hasOwn(guardTitles, String(guard)) ? guardTitles[guard as 'G-01'][lang] : ''

export const eligibilityRefusals = {
  'guard-failed': {
    vi: ({ names }) =>
      `Có điều kiện không đạt: ${list(names)}. Cập nhật thông tin nếu đã thay đổi, hoặc đưa người đó ra khỏi phiếu. Xem phiếu điều kiện của từng người.`,
    en: ({ names }) =>
      `A condition is not met: ${list(names)}. Note what has changed, or take the person off the ballot. See the eligibility sheet of each.`,
  },
  'guard-needs-decision': {
    vi: ({ names }) =>
      `Cần quyết định của cấp có thẩm quyền: ${list(names)}. Ghi số và ngày văn bản cho phép, hoặc đưa người đó ra khỏi phiếu.`,
    en: ({ names }) =>
      `The competent level must decide: ${list(names)}. Record the number and date of its document, or take the person off the ballot.`,
  },
  'guard-asks-no-decision': {
    vi: ({ guard, name }) =>
      `Điều kiện ${guard ?? ''} ${title(guard, 'vi')} của ${name ?? ''} không chờ quyết định nào. Xem phiếu điều kiện.`,
    en: ({ guard, name }) =>
      `Condition ${guard ?? ''} ${title(guard, 'en')} of ${name ?? ''} waits for no decision. See the eligibility sheet.`,
  },
  'nominee-facts-missing': {
    vi: ({ name }) => `Chưa có thông tin để xét điều kiện của ${name ?? ''}. Nhập thông tin nhân sự trước.`,
    en: ({ name }) => `Nothing is noted of ${name ?? ''} to judge by. Enter what is known of the person first.`,
  },
  'nominee-not-in-registry': {
    vi: ({ name }) =>
      `Chưa tìm thấy một hồ sơ duy nhất của ${name ?? ''} trong sổ cán bộ. Ghi số định danh khi giới thiệu, gộp hồ sơ trùng, hoặc nhập thông tin bằng tay.`,
    en: ({ name }) =>
      `No single record of ${name ?? ''} is in the registry. Give the citizen number when proposing, merge double records, or enter the facts by hand.`,
  },
  'nominee-beside-planning': {
    vi: (n) =>
      `${n.name ?? ''} được đề xuất quy hoạch trong ngày ${day(n.date)}. Không đề xuất quy hoạch và bổ nhiệm cùng lúc: giới thiệu vào ngày khác.${article(n.article)}`,
    en: (n) =>
      `${n.name ?? ''} is proposed for planning on ${day(n.date)}. Not both at a time: propose the appointment on another day.${article(n.article)}`,
  },
  'dossier-item-from-case': {
    vi: () => 'Giấy tờ này do chính hồ sơ tạo ra. Lập văn bản đó trong hồ sơ.',
    en: () => 'This paper comes from the case itself. Draw it in the case.',
  },
  'dossier-file-known': {
    vi: ({ file }) => `Tệp ${file ?? ''} đã có trong mục này. Chọn tệp khác, hoặc xem giấy tờ đã nhận.`,
    en: ({ file }) => `The file ${file ?? ''} is filed here already. Choose another, or look at the papers taken in.`,
  },
  'dossier-file-unknown': {
    vi: () => 'Tệp này chưa được nhận vào tệp dữ liệu. Chọn lại tệp rồi nhận giấy tờ.',
    en: () => 'This file was not taken into the data file. Choose it again, then file the paper.',
  },
  'dossier-file-kind': {
    vi: ({ file }) => `Không nhận tệp ${file ?? ''}. Chọn tệp PDF, ảnh (JPG, PNG, TIFF) hoặc văn bản (DOCX, ODT).`,
    en: ({ file }) => `The file ${file ?? ''} is not taken in. Choose a PDF, an image (JPG, PNG, TIFF) or a document (DOCX, ODT).`,
  },
  'dossier-file-empty': {
    vi: ({ file }) => `Tệp ${file ?? ''} không có nội dung. Chọn tệp khác.`,
    en: ({ file }) => `The file ${file ?? ''} is empty. Choose another.`,
  },
  'dossier-file-too-big': {
    vi: ({ file, megabytes, most }) =>
      `Tệp ${file ?? ''} nặng ${num(megabytes)} MB, nhận tối đa ${num(most)} MB. Quét lại với độ phân giải thấp hơn hoặc chia nhỏ.`,
    en: ({ file, megabytes, most }) =>
      `The file ${file ?? ''} has ${num(megabytes)} MB, at most ${num(most)} MB are taken. Scan it at a lower resolution, or split it.`,
  },
  'dossier-file-unreadable': {
    vi: ({ file }) => `Không đọc được tệp ${file ?? ''}. Kiểm tra đường dẫn và quyền đọc.`,
    en: ({ file }) => `The file ${file ?? ''} cannot be read. Check its path and the right to read it.`,
  },
  'dossier-place-unwritable': {
    vi: ({ file }) => `Không ghi được ${file ?? ''}: đã có tệp cùng tên, hoặc không có quyền ghi. Chọn tên hoặc thư mục khác.`,
    en: ({ file }) =>
      `${file ?? ''} cannot be written: a file of that name is there, or writing is not allowed. Choose another name or folder.`,
  },
  'dossier-paper-unknown': {
    vi: ({ no }) => `Không có giấy tờ số ${num(no)} trong hồ sơ này. Tải lại trang rồi chọn.`,
    en: ({ no }) => `There is no paper number ${num(no)} in this dossier. Load the page again and choose.`,
  },
  'dossier-reason-missing': {
    vi: () => 'Trả lại giấy tờ phải có lý do. Ghi vì sao chưa nhận được.',
    en: () => 'A paper sent back needs a reason. Say why it cannot be taken.',
  },
} as const satisfies Sentences
