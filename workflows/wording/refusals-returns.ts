// Where a return does not hold together: which row, which figures, what to look at.
import type { Numbers } from '../core/refusal.ts'
import { num, type Sentences } from './sentence.ts'

const rowVi = (unit: Numbers[string]): string =>
  unit === '*' || unit === undefined ? 'dòng tổng cộng' : `dòng “${unit === '' ? 'Chưa giữ chức vụ' : unit}”`
const rowEn = (unit: Numbers[string]): string =>
  unit === '*' || unit === undefined ? 'the row of totals' : `row “${unit === '' ? 'no post' : unit}”`

export const returnRefusals = {
  'women-exceed-total': {
    vi: ({ unit }) => `Biểu sai ở ${rowVi(unit)}: số nữ nhiều hơn tổng số. Kiểm lại giới tính của những người trong danh sách.`,
    en: ({ unit }) => `The return is wrong in ${rowEn(unit)}: more women than people. Look at the sex of those on the list.`,
  },
  'ages-differ-from-total': {
    vi: ({ unit, sum, total }) =>
      `Biểu sai ở ${rowVi(unit)}: các độ tuổi cộng lại là ${num(sum)}, tổng số là ${num(total)}. Kiểm lại ngày sinh.`,
    en: ({ unit, sum, total }) =>
      `The return is wrong in ${rowEn(unit)}: the ages add up to ${num(sum)}, the total is ${num(total)}. Look at the dates of birth.`,
  },
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
  'rows-differ-from-total': {
    vi: ({ sum, total }) => `Các đơn vị cộng lại là ${num(sum)}, tổng cộng là ${num(total)}. Kiểm lại người giữ chức vụ ở nhiều đơn vị.`,
    en: ({ sum, total }) => `The units add up to ${num(sum)}, the total is ${num(total)}. Look at those who hold posts in several units.`,
  },
} as const satisfies Sentences
