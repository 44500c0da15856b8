// The words of the personal record where the registry keeps codes. Vietnamese alone: it is a paper.
import type { FormWords } from '../registry/form-2c.ts'
import { coefficientText, degreeName, partialDate, politicalTheoryName, sexName, stateManagementName } from './record-values.ts'

const relations: Readonly<Record<string, string>> = {
  father: 'Bố',
  mother: 'Mẹ',
  spouse: 'Vợ, chồng',
  child: 'Con',
  brother: 'Anh, em trai',
  sister: 'Chị, em gái',
  grandparent: 'Ông, bà',
  uncleOrAunt: 'Cô, dì, chú, bác',
  other: 'Khác',
}
const disciplines: Readonly<Record<string, string>> = {
  reprimand: 'Khiển trách',
  warning: 'Cảnh cáo',
  payStepDown: 'Hạ bậc lương',
  demotion: 'Giáng chức',
  removal: 'Cách chức',
  expulsion: 'Khai trừ',
  dismissal: 'Buộc thôi việc',
}
const ratings: Readonly<Record<string, string>> = {
  excellent: 'Hoàn thành xuất sắc nhiệm vụ',
  good: 'Hoàn thành tốt nhiệm vụ',
  completed: 'Hoàn thành nhiệm vụ',
  notCompleted: 'Không hoàn thành nhiệm vụ',
}
const of = (words: Readonly<Record<string, string>>) => (key: string) => words[key] ?? key

export const formWords: FormWords = {
  sex: (sex) => sexName(sex, 'vi'),
  degree: (level) => degreeName(level, 'vi'),
  theory: (level) => politicalTheoryName(level, 'vi'),
  management: (level) => stateManagementName(level, 'vi'),
  relation: of(relations),
  discipline: of(disciplines),
  rating: of(ratings),
  date: partialDate,
  coefficient: coefficientText,
}
