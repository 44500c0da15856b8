// Where the figures of a summed return come from: the office's own, each return taken in with its version and digest, and whoever has sent none.

import type { OutSheet } from '../registry/returns/sheets.ts'
import type { TakenFigures } from '../registry/returns/summed.ts'

const day = (iso: string): string => iso.slice(0, 10).split('-').reverse().join('/')

export const missingLine = (missing: readonly string[]): string =>
  missing.length === 0 ? 'Đã có biểu của mọi đơn vị phải gửi.' : `Còn thiếu biểu của ${missing.length} đơn vị: ${missing.join('; ')}.`

export function sourcesSheet(
  { taken, missing }: { readonly taken: readonly TakenFigures[]; readonly missing: readonly string[] },
  ownTotal: number,
  asOf: string,
): OutSheet {
  return {
    name: 'Nguồn',
    title: [
      'NGUỒN SỐ LIỆU TỔNG HỢP',
      `Tính đến ngày ${day(asOf)}. Mỗi đơn vị đếm người của mình; người giữ chức vụ ở hai đơn vị có thể được đếm ở cả hai.`,
    ],
    columns: [
      ['STT', 6],
      ['Đơn vị', 34],
      ['Nguồn', 30],
      ['Phiên bản', 10],
      ['Lập ngày', 12],
      ['Tổng số', 10],
      ['Mã nội dung', 70],
    ].map(([head, width]) => ({ head: String(head), width: Number(width) })),
    rows: [
      [1, 'Cơ quan lập biểu', 'Sổ của cơ quan', null, null, ownTotal, null],
      ...taken.map(({ unit, sender, version, madeAt, contentSha256, all }, at) => [
        at + 2,
        unit,
        `Biểu nhận từ ${sender}`,
        version,
        day(madeAt),
        all[0] ?? 0,
        contentSha256,
      ]),
      ...missing.map((unit, at) => [taken.length + at + 2, unit, 'Chưa gửi biểu', null, null, null, null]),
    ],
    strong: [],
  }
}
