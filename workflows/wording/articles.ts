// An article as a person reads it: in Vietnamese as the rulebook cites it, in English by the same numbers. Which default fills a gap is named by
// a number of our own list; people are told that it is a setting, not the number.
import type { Lang } from './sentence.ts'

/** `; mặc định C-06`, `; mặc định 1.5` */
const defaulted = /; mặc định [\w.-]+$/
/** A place in our own list of gaps: `C-17`, `3.1.5`, `documents B7`. */
const ownList = /^(?:[A-Z]-\d+|\d+(?:\.\d+)*|[a-z]+ [\w.]+)$/

const documents: readonly (readonly [RegExp, string])[] = [
  [/Thiết lập: nhắc giấy tờ sắp hết hạn/g, 'Setting: reminder of papers about to lapse'],
  [/Thiết lập: danh sách theo dõi đủ hai nhiệm kỳ/g, 'Setting: watch list of two full terms'],
  [/Thiết lập: ba độ tuổi, cách nhau 5 năm/g, 'Setting: three age bands, 5 years apart'],
  [/Thiết lập: hệ số quy hoạch cấp ủy 1,5 đến 2,0/g, 'Setting: 1.5 to 2.0 times the seats of a committee'],
  [/Thiết lập: hạn rà soát quy hoạch hằng năm/g, 'Setting: day of the yearly review of planning'],
  [/Thiết lập: số ngày giữ nhật ký xem hồ sơ/g, 'Setting: days the log of looks is kept'],
  [/thiết lập: báo trước khi đến hạn/g, 'setting: notice before a day is due'],
  [/Thiết lập: của cơ quan/g, 'Setting of the office'],
  [/Bảng tiêu chuẩn chức danh của địa phương/g, 'Local table of standards of posts'],
  [/Thông báo nghỉ hưu trước 06 tháng/g, 'Retirement is announced 6 months before'],
  [/Quyết định nghỉ hưu trước 03 tháng/g, 'Retirement is decided 3 months before'],
  [/Bộ luật Lao động/g, 'Labour Code'],
  [/Luật Cán bộ, công chức/g, 'Law on Officials and Civil Servants'],
  [/Luật Viên chức/g, 'Law on Public Employees'],
  [/(?:NĐ|Nghị định) (?=\d)/g, 'Decree '],
  [/Quy định (?=\d)/g, 'Regulation '],
  [/Quyết định (?=\d)/g, 'Decision '],
  [/Hướng dẫn (?=\d)/g, 'Guidance '],
  [/Chỉ thị (?=\d)/g, 'Directive '],
  [/Nghị quyết (?=\d)/g, 'Resolution '],
  [/Thông tư (?=\d)/g, 'Circular '],
  [/Kế hoạch ngày (\S+) của Tỉnh ủy Hải Dương/g, 'Plan of $1 of the Hải Dương Party committee'],
  [/Đề án 2021 của Ban Thường vụ Tỉnh ủy/g, 'Plan of 2021 of the standing committee'],
  [/sửa đổi bởi/g, 'as amended by'],
  [/\(sửa đổi (\d{4})\)/g, '(as amended in $1)'],
  [/\(áp dụng tương tự\)/g, '(by analogy)'],
  [/Phụ lục/g, 'Annex'],
  [/Văn bản không quy định/g, 'Not in the texts'],
  [/ và /g, ' and '],
  [/ năm (\d{4})/g, ' of $1'],
]

/** `Điểm đ khoản 2 Điều 33` as `art 33(2)(đ)`; `Khoản 1 Điều 46` as `art 46(1)`. */
const places = /(?:Điểm (\S+) )?(?:khoản (\S+) )?Điều (\d+\S*)/gi

/** The article of a citation or a refusal; empty where it only names a place in our own list. */
export function articleIn(article: string, lang: Lang): string {
  if (ownList.test(article)) return ''
  const cited = article.replace(defaulted, '')
  const isFilled = cited !== article
  if (lang === 'vi') return isFilled ? `${cited}; chỗ văn bản để trống theo thiết lập` : cited
  const placed = cited.replace(places, (_, point?: string, clause?: string, number?: string) =>
    [`art ${number}`, clause === undefined ? '' : `(${clause})`, point === undefined ? '' : `(${point})`].join(''),
  )
  const said = documents.reduce((text, [vietnamese, english]) => text.replace(vietnamese, english), placed)
  const whole = said.charAt(0).toUpperCase() + said.slice(1)
  return isFilled ? `${whole}; the gap is filled by a setting` : whole
}
