// What belongs into the dossier of an appointment (documents.md A7; procedure.md 5.2), as data: each item with its code, how long it is good, how far checked.
import { ND170_300, ruled } from '../rulebooks/cite.ts'
import type { Ruled } from '../rulebooks/types.ts'

export type DossierItem = {
  readonly code: string
  readonly title: Ruled<string>
  /** How long it is good, in words of the list; empty where it does not age. */
  readonly validity: string
  /** Only where action programs are presented. */
  readonly isProgram?: true
}

const dossierArticle = `Điều 35 ${ND170_300}`
const item = (code: string, title: Ruled<string>, validity = ''): DossierItem => ({ code, title, validity })
const text = (title: string): Ruled<string> => ruled(title, 'TEXT', dossierArticle)
const known = (title: string): Ruled<string> => ruled(title, 'GK', dossierArticle)

/** HS01 is the submission itself. */
export const dossierItems: readonly DossierItem[] = [
  item('HS01', text('Tờ trình đề nghị')),
  item('HS02', text('Biên bản hội nghị, biên bản kiểm phiếu, bảng tổng hợp kết quả kiểm phiếu của từng bước')),
  item('HS03', text('Sơ yếu lý lịch theo mẫu, ảnh màu 4x6, có xác nhận của cơ quan quản lý'), '6 tháng'),
  item('HS04', text('Bản tự kiểm điểm 03 năm gần nhất'), '6 tháng'),
  item('HS05', text('Nhận xét, đánh giá của cấp ủy nơi công tác và của tập thể lãnh đạo 03 năm gần nhất'), '6 tháng'),
  item('HS06', text('Nhận xét của chi ủy nơi cư trú đối với bản thân và gia đình'), '6 tháng'),
  item('HS07', text('Kết luận về tiêu chuẩn chính trị')),
  item('HS08', text('Bản kê khai tài sản, thu nhập'), '6 tháng'),
  item('HS09', text('Bản sao văn bằng, chứng chỉ')),
  item('HS10', known('Giấy chứng nhận sức khỏe'), '6 tháng'),
  item('HS11', known('Ý kiến bằng văn bản của cấp ủy')),
  item('HS12', known('Quyết định phê duyệt quy hoạch')),
  item('HS13', known('Kết quả đánh giá, xếp loại 03 năm gần nhất')),
  item('HS14', known('Ý kiến của cơ quan kiểm tra, thanh tra, công an, bảo vệ chính trị nội bộ (nếu có yêu cầu)'), '6 tháng'),
  { ...item('HS15', ruled('Chương trình hành động', 'SEED', 'Đề án 2021 của Ban Thường vụ Tỉnh ủy')), isProgram: true },
]

const codeLine = /^(HS\d{2}a?)\s*[:.,-]?\s*(.*)$/iu

/** What is attached, a line each: `HS03 kê khai ngày 02/9/2026`. Codes by themselves may stand several on a line, separated by commas. */
export function attachedItems(typed: string): { readonly notes: ReadonlyMap<string, string>; readonly unknown: readonly string[] } {
  const notes = new Map<string, string>()
  const unknown: string[] = []
  const known = new Set(dossierItems.map(({ code }) => code))
  const take = (piece: string, note: string) => {
    if (known.has(piece)) notes.set(piece, note)
    else unknown.push(piece)
  }
  for (const line of typed
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')) {
    const codes = line.split(/[\s,;]+/).filter((one) => one !== '')
    const found = codeLine.exec(line)
    if (codes.every((one) => /^HS\d{2}$/iu.test(one))) for (const one of codes) take(one.toUpperCase(), '')
    else if (found) take((found[1] ?? '').toUpperCase(), found[2] ?? '')
    else unknown.push(line.slice(0, 40))
  }
  return { notes, unknown }
}
