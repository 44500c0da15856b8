// BC-04, BC-06 and BC-12 as sheets: the figures, then the list every figure is counted from. What other systems would add is named as left out.
import { countFigures, type Figures } from '../registry/returns/figures.ts'
import type { Period } from '../registry/returns/period.ts'
import { type Move, type Rated, type RatingLevel, ratingLevels, type Sanction } from '../registry/returns/record-returns.ts'
import type { OutSheet, SheetCell } from '../registry/returns/sheets.ts'
import {
  directionNames,
  disciplineColumns,
  moveColumns,
  moveFormNames,
  postChangeNames,
  ratingColumns,
  ratingNames,
} from './record-return-columns.ts'
import { disciplineFormName, disciplineSideName, partialDate, sexName } from './record-values.ts'
import { type Beside, figureSheet } from './return-figures.ts'

const day = (iso: string): string => iso.split('-').reverse().join('/')
const spoken = ({ year, quarter, lastDay }: Period): string =>
  `${quarter === undefined ? `Năm ${year}` : `Quý ${quarter} năm ${year}`}, đến hết ngày ${day(lastDay)}`

/** programme.md 3.3: one decimal, half up, decimal comma; the fraction stands in the columns beside it. */
export const shareText = (count: number, of: number): string => {
  if (of === 0) return 'không có đối tượng'
  const tenths = Math.floor((count * 2000 + of) / (2 * of))
  return `${Math.floor(tenths / 10)},${tenths % 10}%`
}

export type ReturnSheets = { readonly figures: Figures; readonly sheet: OutSheet; readonly list: OutSheet }
type Titled = { readonly day: string; readonly period: Period; readonly filter: string }
const under = ({ day: asOf, period, filter }: Titled): string =>
  `${spoken(period)}. Tính đến ngày ${day(asOf)}${filter === '' ? '' : `. ${filter}`}`

const listSheet = (
  name: string,
  title: readonly string[],
  heads: readonly (readonly [string, number])[],
  rows: readonly (readonly SheetCell[])[],
): OutSheet => ({
  name,
  title,
  columns: [['STT', 6] as const, ...heads].map(([head, width]) => ({ head, width })),
  rows: rows.map((row, at) => [at + 1, ...row]),
  strong: [],
})
const personCells = ({ name, birthDate, sex }: Rated['data']): readonly SheetCell[] => [
  name,
  birthDate === undefined ? null : partialDate(birthDate),
  sex === undefined ? null : sexName(sex, 'vi'),
]
const personHeads = [
  ['Họ và tên', 26],
  ['Ngày sinh', 12],
  ['Giới tính', 9],
] as const

/** Shares of each level, beside the counts. */
export const ratingShares: Beside = {
  columns: ratingLevels.map((level) => ({ head: `${ratingNames[level]} (%)`, width: 12 })),
  cells: (figures) => ratingLevels.map((_: RatingLevel, at) => shareText(figures[at + 1] ?? 0, figures[0] ?? 0)),
}

export function ratingSheets(rated: readonly (Rated & { readonly post: string })[], titled: Titled): ReturnSheets {
  const figures = countFigures(
    rated.map((of) => ({ units: of.units, of })),
    ratingColumns,
  )
  const title = ['BIỂU BC-04: KẾT QUẢ XẾP LOẠI NĂM CỦA CÁ NHÂN', under(titled)]
  return {
    figures,
    sheet: figureSheet(
      'ratings',
      [...title, 'Chưa gồm xếp loại tập thể và kiểm tra tỷ lệ tối đa: phần mềm chưa quản lý đánh giá.'],
      figures,
      ratingShares,
    ),
    list: listSheet(
      'Danh sách',
      title,
      [...personHeads, ['Đơn vị', 28], ['Chức vụ', 28], ['Xếp loại', 22], ['Số văn bản', 18], ['Kỷ luật trong năm', 12]],
      rated.map(({ data, units, post, level, rating, isDisciplined }) => [
        ...personCells(data),
        units.join('; ') || null,
        post || null,
        ratingNames[level],
        rating?.document?.number ?? null,
        isDisciplined ? 'Có' : null,
      ]),
    ),
  }
}

export function moveSheets(moves: readonly Move[], titled: Titled): ReturnSheets {
  const figures = countFigures(
    moves.map((of) => ({ units: [of.to.unit], of })),
    moveColumns,
  )
  const people = new Set(moves.map(({ personId }) => personId)).size
  const title = ['BIỂU BC-06: LUÂN CHUYỂN, ĐIỀU ĐỘNG, BIỆT PHÁI, TĂNG CƯỜNG', `${under(titled)}. ${moves.length} lượt của ${people} người`]
  const place = (post: Move['from']): SheetCell => (post === undefined ? null : `${post.title}, ${post.unit}`)
  return {
    figures,
    sheet: figureSheet(
      'moves',
      [...title, 'Chưa gồm kế hoạch và mục đích luân chuyển: phần mềm chưa quản lý kế hoạch luân chuyển.'],
      figures,
    ),
    list: listSheet(
      'Danh sách',
      title,
      [
        ...personHeads,
        ['Hình thức', 14],
        ['Từ', 34],
        ['Đến', 34],
        ['Ngày', 12],
        ['Số văn bản', 18],
        ['Hướng', 22],
        ['Chức vụ mới so với cũ', 20],
        ['Xếp loại năm', 22],
      ],
      moves.map(({ data, form, from, to, tenure, direction, change, level }) => [
        ...personCells(data),
        moveFormNames[form],
        place(from),
        place(to),
        day(tenure.from),
        tenure.document?.number ?? null,
        directionNames[direction],
        postChangeNames[change],
        ratingNames[level],
      ]),
    ),
  }
}

export function disciplineSheets(sanctions: readonly (Sanction & { readonly units: readonly string[] })[], titled: Titled): ReturnSheets {
  const figures = countFigures<Sanction>(
    sanctions.map((of) => ({ units: of.units, of })),
    disciplineColumns,
  )
  const title = ['BIỂU BC-12: KỶ LUẬT CÁN BỘ', under(titled)]
  return {
    figures,
    sheet: figureSheet(
      'discipline',
      [...title, 'Chưa gồm chương trình và kết quả kiểm tra, giám sát: phần mềm chưa quản lý việc này.'],
      figures,
    ),
    list: listSheet(
      'Danh sách',
      title,
      [...personHeads, ['Đơn vị', 28], ['Chức vụ', 28], ['Hình thức', 16], ['Kỷ luật', 14], ['Có hiệu lực', 12], ['Số văn bản', 18]],
      sanctions.map(({ data, units, post, discipline }) => [
        ...personCells(data),
        units.join('; ') || null,
        post?.title ?? null,
        disciplineFormName(discipline.form, 'vi'),
        disciplineSideName(discipline.side, 'vi'),
        day(discipline.effectiveOn),
        discipline.document?.number ?? null,
      ]),
    ),
  }
}
