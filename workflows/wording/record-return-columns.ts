// Columns of the returns on ratings (BC-04), moves (BC-06) and discipline (BC-12): their heads, and what stands under each.

import { disciplineForms } from '../registry/person.ts'
import type { Counting } from '../registry/returns/figures.ts'
import type { Move, Rated, RatingLevel, Sanction } from '../registry/returns/record-returns.ts'
import { moveForms, ratingLevels } from '../registry/returns/record-returns.ts'
import { disciplineFormName, disciplineSideName } from './record-values.ts'

export const ratingNames: Readonly<Record<RatingLevel, string>> = {
  excellent: 'Hoàn thành xuất sắc',
  good: 'Hoàn thành tốt',
  completed: 'Hoàn thành',
  notCompleted: 'Không hoàn thành',
  none: 'Chưa ghi xếp loại',
}
export const moveFormNames: Readonly<Record<Move['form'], string>> = {
  rotated: 'Luân chuyển',
  transferred: 'Điều động',
  seconded: 'Biệt phái',
  reinforced: 'Tăng cường',
}
export const directionNames: Readonly<Record<Move['direction'], string>> = {
  down: 'Cấp trên xuống cấp dưới',
  up: 'Cấp dưới lên cấp trên',
  across: 'Cùng cấp',
  unknown: 'Chưa rõ hướng',
}
export const postChangeNames: Readonly<Record<Move['change'], string>> = {
  higher: 'Chức vụ cao hơn',
  equal: 'Chức vụ tương đương',
  lower: 'Chức vụ thấp hơn',
  unknown: 'Chưa rõ chức vụ',
}

export const ratingColumns: readonly Counting<Rated>[] = [
  { head: 'Tổng số', role: 'total', holds: () => true },
  ...ratingLevels.map((level) => ({
    head: ratingNames[level],
    role: 'part:ratings' as const,
    holds: (one: Rated) => one.level === level,
  })),
  { head: 'Bị kỷ luật trong năm', role: 'within', holds: ({ isDisciplined }) => isDisciplined },
]

const countedForms = moveForms.map((form) => ({
  head: moveFormNames[form],
  role: 'part:forms' as const,
  holds: (one: Move) => one.form === form,
}))
export const moveColumns: readonly Counting<Move>[] = [
  { head: 'Tổng số lượt', role: 'total', holds: () => true },
  { head: 'Nữ', role: 'within', holds: ({ data }) => data.sex === 'female' },
  { head: 'Dưới 40 tuổi', role: 'within', holds: ({ isUnder40 }) => isUnder40 === true },
  ...countedForms,
  ...(['down', 'up', 'across', 'unknown'] as const).map((direction) => ({
    head: directionNames[direction],
    role: 'part:directions' as const,
    holds: (one: Move) => one.direction === direction,
  })),
  ...(['higher', 'equal', 'lower', 'unknown'] as const).map((change) => ({
    head: postChangeNames[change],
    role: 'part:postChanges' as const,
    holds: (one: Move) => one.change === change,
  })),
  ...ratingLevels.map((level) => ({
    head: `Xếp loại: ${ratingNames[level]}`,
    role: 'part:ratings' as const,
    holds: (one: Move) => one.level === level,
  })),
]

export const disciplineColumns: readonly Counting<Sanction>[] = [
  { head: 'Tổng số quyết định', role: 'total', holds: () => true },
  { head: 'Nữ', role: 'within', holds: ({ data }) => data.sex === 'female' },
  ...disciplineForms.map((form) => ({
    head: disciplineFormName(form, 'vi'),
    role: 'part:forms' as const,
    holds: ({ discipline }: Sanction) => discipline.form === form,
  })),
  ...(['party', 'state', 'organisation'] as const).map((side) => ({
    head: `Kỷ luật ${disciplineSideName(side, 'vi')}`,
    role: 'part:sides' as const,
    holds: ({ discipline }: Sanction) => discipline.side === side,
  })),
]
