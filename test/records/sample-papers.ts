// Papers and a record as these tests use them: synthetic, fixed, long enough to fill two pages.
import type { Paper, PaperProfile, SignBlock } from '../../workflows/papers/paper.ts'

export const stageId = '5f0c2a1e-8d3b-4f57-9a64-2b7f3c1d0e11'

const names = [
  'Nguyễn Thị Thúy Hằng',
  'Đặng Quốc Vượng',
  'Trần Đức Thắng',
  'Lê Thị Ánh Tuyết',
  'Phạm Hữu Nghĩa',
  'Vũ Hoàng Ưng',
  'Bùi Thị Mỹ Lệ',
  'Đỗ Khắc Ước',
  'Hoàng Thị Quỳnh Như',
  'Ngô Gia Ký',
  'Dương Thị Bảo Ngọc',
  'Lý Ỷ Lan',
]

export const signers = {
  head: { name: 'Nguyễn Thị Thúy Hằng', citizenId: '001180000011' },
  member: { name: 'Đặng Quốc Vượng', citizenId: '001180000022' },
  chair: { name: 'Trần Đức Thắng', citizenId: '001180000033' },
} as const

const block = (order: number, field: string, officeTitle: string, who: keyof typeof signers, column: 'left' | 'right'): SignBlock => ({
  order,
  field,
  role: field.replace('ky.', ''),
  officeTitle,
  personId: `person-${who}`,
  personName: signers[who].name,
  citizenId: signers[who].citizenId,
  column,
  required: true,
})

export const signBlocks: readonly SignBlock[] = [
  block(1, 'ky.to_truong_kiem_phieu', 'TỔ TRƯỞNG TỔ KIỂM PHIẾU', 'head', 'left'),
  block(2, 'ky.thanh_vien_1', 'THÀNH VIÊN TỔ KIỂM PHIẾU', 'member', 'left'),
  block(3, 'ky.chu_tri', 'CHỦ TRÌ HỘI NGHỊ', 'chair', 'right'),
]

const voteRows = names.map((name, i) => [
  String(i + 1),
  name,
  i % 2 === 0 ? 'Trưởng phòng' : 'Phó Giám đốc',
  String(24 - i),
  String(i),
  '0',
  `${96 - i},17%`,
])

export function sampleMinutes(profile: PaperProfile, change: Partial<Paper> = {}): Paper {
  const isState = profile === 'STATE_ND30_2020'
  return {
    paperId: 'bien-ban-kiem-phieu-1',
    kind: 'voteCountMinutes',
    version: 1,
    profile,
    isSample: true,
    superiorBody: isState ? 'ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG' : 'TỈNH ỦY LÂM ĐỒNG',
    issuingBody: isState ? 'SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG' : 'ĐẢNG ỦY SỞ NỘI VỤ',
    numberAndSign: isState ? 'Số: 05/BB-SNNMT' : 'Số 05-BB/ĐU',
    place: 'Lâm Đồng',
    date: '2026-02-03',
    title: 'BIÊN BẢN KIỂM PHIẾU',
    abstract: 'giới thiệu nhân sự bổ nhiệm chức vụ Phó Giám đốc Sở tại Hội nghị tập thể lãnh đạo mở rộng',
    blocks: [
      {
        type: 'paragraph',
        text: 'Hôm nay, vào hồi 08 giờ 30 phút ngày 03 tháng 02 năm 2026, tại Hội trường tầng 3, Tổ kiểm phiếu do hội nghị bầu đã tiến hành kiểm phiếu giới thiệu nhân sự theo Quy định số 377-QĐ/TW, ngày 08/10/2025 của Bộ Chính trị. Kết quả như sau:',
      },
      { type: 'heading', text: isState ? 'I. THÀNH PHẦN' : 'I- THÀNH PHẦN' },
      { type: 'item', mark: '1.', text: 'Tổ trưởng: bà Nguyễn Thị Thúy Hằng, Trưởng phòng Tổ chức cán bộ.' },
      {
        type: 'item',
        mark: '2.',
        text: 'Thành viên: ông Đặng Quốc Vượng, Phó Chánh Văn phòng; cử tri nắm rõ nguyên tắc, thể lệ của hội nghị và niêm phong hòm phiếu trước khi phát phiếu.',
      },
      { type: 'heading', text: isState ? 'II. SỐ PHIẾU' : 'II- SỐ PHIẾU' },
      {
        type: 'facts',
        rows: [
          ['Số người được triệu tập', '24 người'],
          ['Số người có mặt', '24 người, đạt 100% số người được triệu tập'],
          ['Số phiếu phát ra', '24 phiếu'],
          ['Số phiếu thu về', '24 phiếu (hợp lệ 24 phiếu, không hợp lệ 0 phiếu)'],
        ],
      },
      { type: 'heading', text: isState ? 'III. KẾT QUẢ' : 'III- KẾT QUẢ' },
      {
        type: 'table',
        columns: [
          { title: 'TT', align: 'center', widthMm: 10 },
          { title: 'Họ và tên', align: 'left' },
          { title: 'Chức vụ', align: 'left', widthMm: 34 },
          { title: 'Đồng ý', align: 'right', widthMm: 18 },
          { title: 'Không đồng ý', align: 'right', widthMm: 20 },
          { title: 'Phiếu trống', align: 'right', widthMm: 18 },
          { title: 'Tỷ lệ', align: 'right', widthMm: 20 },
        ],
        rows: voteRows,
      },
      { type: 'paragraph', style: 'italic', text: 'Tỷ lệ tính trên số người được triệu tập; số nguyên quyết định, tỷ lệ chỉ để đọc.' },
      {
        type: 'paragraph',
        text: 'Biên bản được lập thành 02 bản, đọc cho hội nghị nghe và kết thúc vào hồi 09 giờ 15 phút cùng ngày; phiếu đã niêm phong và bàn giao cho Văn phòng Sở lưu giữ.',
      },
    ],
    signBlocks,
    recipients: ['Ban Thường vụ Tỉnh ủy', 'Thành viên Tổ kiểm phiếu', isState ? 'Lưu: VT, TCCB' : 'Lưu Văn phòng Đảng ủy'],
    proof: { stageId, version: 1, recordSha256: '0'.repeat(64), logSize: 214, logRoot: 'egus9/VA42N8+xIwG2TnlqR8EmDvrjQP1weMk5SZIxA=' },
    ...change,
  }
}
