// Where a return does not hold together: which row, which figures, what to look at.
import type { Numbers } from '../core/refusal.ts'
import { num, type Sentences } from './sentence.ts'

const rowVi = (unit: Numbers[string]): string =>
  unit === '*' || unit === undefined ? 'dòng tổng cộng' : `dòng “${unit === '' ? 'Chưa giữ chức vụ' : unit}”`
const rowEn = (unit: Numbers[string]): string =>
  unit === '*' || unit === undefined ? 'the row of totals' : `row “${unit === '' ? 'no post' : unit}”`

export const returnRefusals = {
  'part-differs-from-total': {
    vi: ({ unit, sum, total }) =>
      `Biểu sai ở ${rowVi(unit)}: các trình độ cộng lại là ${num(sum)}, tổng số là ${num(total)}. Kiểm lại từng cột.`,
    en: ({ unit, sum, total }) =>
      `The return is wrong in ${rowEn(unit)}: the levels add up to ${num(sum)}, the total is ${num(total)}. Look at each column.`,
  },
  'list-differs-from-total': {
    vi: ({ listed, total }) => `Danh sách kèm theo có ${num(listed)} người, biểu ghi ${num(total)}. Lập lại biểu từ danh sách.`,
    en: ({ listed, total }) => `The list has ${num(listed)} people, the return says ${num(total)}. Make the return from the list again.`,
  },
  'column-exceeds-total': {
    vi: ({ unit, column, count, total }) =>
      `Biểu sai ở ${rowVi(unit)}: cột “${column}” ghi ${num(count)}, nhiều hơn tổng số ${num(total)}. Kiểm lại cột này.`,
    en: ({ unit, column, count, total }) =>
      `The return is wrong in ${rowEn(unit)}: column “${column}” says ${num(count)}, more than the total of ${num(total)}. Look at that column.`,
  },
  'column-differs-from-rows': {
    vi: ({ column, sum, total }) =>
      `Cột “${column}”: các dòng cộng lại là ${num(sum)}, dòng tổng cộng ghi ${num(total)}. Kiểm lại từng dòng của cột này.`,
    en: ({ column, sum, total }) =>
      `Column “${column}”: its rows add up to ${num(sum)}, the row of totals says ${num(total)}. Look at each row of that column.`,
  },
} as const satisfies Sentences
