// What is wrong with a Word file, where in it, and what to do.
import type { Numbers } from '../core/refusal.ts'
import { num, type Sentences } from './sentence.ts'

const partVi = (part: string): string =>
  part.startsWith('header') ? 'phần đầu trang' : part.startsWith('footer') ? 'phần chân trang' : part === 'document' ? '' : `phần ${part}`
const partEn = (part: string): string =>
  part.startsWith('header') ? 'the page header' : part.startsWith('footer') ? 'the page footer' : part === 'document' ? '' : `part ${part}`

/** `Đoạn 12 (“Kính gửi: {kinh_gi}”)` */
function whereVi({ part = 'document', paragraph, text = '' }: Numbers): string {
  const said = [paragraph === undefined ? '' : `đoạn ${paragraph}`, partVi(String(part))].filter((one) => one !== '').join(', ')
  return said === '' ? 'Mẫu' : `${said.slice(0, 1).toUpperCase()}${said.slice(1)}${text === '' ? '' : ` (“${text}”)`}`
}
function whereEn({ part = 'document', paragraph, text = '' }: Numbers): string {
  const said = [paragraph === undefined ? '' : `paragraph ${paragraph}`, partEn(String(part))].filter((one) => one !== '').join(', ')
  return said === '' ? 'The template' : `${said.slice(0, 1).toUpperCase()}${said.slice(1)}${text === '' ? '' : ` (“${text}”)`}`
}

export const wordRefusals = {
  'word-template-faulty': {
    vi: ({ problems }) => `Chưa dùng được mẫu này: có ${num(problems)} chỗ sai. Sửa từng chỗ trong Word rồi nạp lại.`,
    en: ({ problems }) => `This template cannot be used yet: ${num(problems)} faults. Put each right in Word, then load it again.`,
  },
  'word-template-none': {
    vi: () => 'Loại văn bản này đang dùng mẫu có sẵn của ứng dụng. Không có mẫu riêng nào để bỏ.',
    en: () => 'This kind of paper uses the template the app ships. There is no own template to drop.',
  },
  'word-old-or-locked': {
    vi: () => 'Tệp có mật khẩu hoặc ở dạng .doc cũ nên không đọc được. Bỏ mật khẩu, lưu lại thành .docx rồi nạp lại.',
    en: () => 'The file has a password or is an old .doc, and cannot be read. Remove the password, save it as .docx and load it again.',
  },
  'word-not-docx': {
    vi: () => 'Tệp này không phải văn bản Word (.docx). Chọn tệp .docx.',
    en: () => 'This file is no Word document (.docx). Choose a .docx file.',
  },
  'word-too-big': {
    vi: () => 'Tệp Word quá lớn hoặc bung ra quá lớn (trên 10 MB nén, 60 MB bung) nên không mở. Bỏ bớt hình trong tệp rồi nạp lại.',
    en: () =>
      'The Word file is too big, or unfolds too far (over 10 MB packed, 60 MB unfolded), and is not opened. Take out pictures and load it again.',
  },
  'word-broken': {
    vi: ({ part }) =>
      `Tệp Word hỏng${part === undefined ? '' : ` ở phần ${part}`} nên không đọc được. Mở và lưu lại bằng Word, hoặc bắt đầu từ mẫu xuất ra từ ứng dụng.`,
    en: ({ part }) =>
      `The Word file is broken${part === undefined ? '' : ` in part ${part}`} and cannot be read. Open and save it in Word, or begin with the template this app gives.`,
  },
  'word-macros': {
    vi: ({ part }) => `Tệp chứa mã chạy (macro) ở ${part}, không được dùng. Lưu lại thành .docx không có macro.`,
    en: ({ part }) => `The file carries code (macros) in ${part}, which is not allowed. Save it as a .docx without macros.`,
  },
  'word-external-link': {
    vi: ({ part }) => `Tệp có liên kết ra ngoài (ảnh, mẫu, trang mạng) ở ${part}, không được dùng. Bỏ liên kết, chèn hình vào trong tệp.`,
    en: ({ part }) =>
      `The file links outside itself (picture, template, web page) in ${part}, which is not allowed. Remove the link; put pictures into the file.`,
  },
  'word-embedded-object': {
    vi: ({ part }) => `Tệp chứa tệp khác nhúng bên trong (${part}), không được dùng. Xóa đối tượng nhúng rồi nạp lại.`,
    en: ({ part }) => `The file has another file inside (${part}), which is not allowed. Delete the embedded object and load it again.`,
  },
  'word-field-unknown': {
    vi: ({ field, near, ...at }) =>
      `${whereVi(at)}: không có trường {${field}}.${near ? ` Có phải {${near}}?` : ' Chọn trường trong danh sách được dùng.'}`,
    en: ({ field, near, ...at }) =>
      `${whereEn(at)}: there is no field {${field}}.${near ? ` Is {${near}} meant?` : ' Choose one from the list.'}`,
  },
  'word-field-outside': {
    vi: ({ field, near, ...at }) =>
      `${whereVi(at)}: trường {${field}} chỉ dùng được bên trong {#${near}} … {/${near}}. Đưa trường này vào giữa hai dấu đó.`,
    en: ({ field, near, ...at }) => `${whereEn(at)}: the field {${field}} works only between {#${near}} … {/${near}}. Move it there.`,
  },
  'word-field-form': {
    vi: ({ field, near, ...at }) => `${whereVi(at)}: trường ${field} phải viết là ${near}. Sửa lại cách viết.`,
    en: ({ field, near, ...at }) => `${whereEn(at)}: the field ${field} is written ${near}. Correct it.`,
  },
  'word-body-missing': {
    vi: ({ field }) => `Mẫu thiếu {@${field}} nên văn bản sẽ mất nội dung. Thêm một đoạn riêng chỉ có {@${field}}.`,
    en: ({ field }) => `The template lacks {@${field}}, so papers would lose their text. Add a paragraph with {@${field}} alone.`,
  },
  'word-body-not-alone': {
    vi: ({ field, ...at }) =>
      `${whereVi(at)}: {@${String(field).replace(/^@/, '')}} phải đứng riêng trong một đoạn. Xóa chữ khác trong đoạn này.`,
    en: ({ field, ...at }) =>
      `${whereEn(at)}: {@${String(field).replace(/^@/, '')}} must stand alone in its paragraph. Take out the other words.`,
  },
  'word-tag-unclosed': {
    vi: ({ field, ...at }) => `${whereVi(at)}: trường mở bằng “{${field}” chưa đóng. Thêm dấu } ngay sau tên trường.`,
    en: ({ field, ...at }) => `${whereEn(at)}: the field that begins “{${field}” is not closed. Add } right after its name.`,
  },
  'word-tag-unopened': {
    vi: ({ field, ...at }) => `${whereVi(at)}: có dấu } thừa ở “${field}”. Thêm dấu { trước tên trường hoặc xóa dấu } thừa.`,
    en: ({ field, ...at }) => `${whereEn(at)}: a } too many at “${field}”. Add { before the name or delete the }.`,
  },
  'word-loop-unclosed': {
    vi: ({ field, ...at }) => `${whereVi(at)}: danh sách {#${field}} chưa có {/${field}}. Thêm {/${field}} ở chỗ danh sách kết thúc.`,
    en: ({ field, ...at }) => `${whereEn(at)}: the list {#${field}} has no {/${field}}. Add {/${field}} where it ends.`,
  },
  'word-loop-unopened': {
    vi: ({ field, ...at }) => `${whereVi(at)}: có {/${field}} mà không có {#${field}} trước đó. Thêm {#${field}} ở chỗ danh sách bắt đầu.`,
    en: ({ field, ...at }) => `${whereEn(at)}: {/${field}} without {#${field}} before it. Add {#${field}} where the list begins.`,
  },
  'word-loop-crossed': {
    vi: ({ field, ...at }) =>
      `${whereVi(at)}: danh sách ${field} đóng sai thứ tự hoặc khác ô bảng. Đóng danh sách mở sau trước, mở và đóng trong cùng một ô.`,
    en: ({ field, ...at }) =>
      `${whereEn(at)}: the list ${field} is closed out of order or in another cell. Close the inner list first, in the cell where it was opened.`,
  },
} as const satisfies Sentences
