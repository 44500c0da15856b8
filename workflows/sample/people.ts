// Made-up people: believable Vietnamese names and citizen numbers of the right structure, tied to nobody.
import { PersonId } from '../core/ids.ts'
import type { Draws } from './draws.ts'

export type SamplePerson = {
  readonly personId: PersonId
  readonly name: string
  readonly isWoman: boolean
  /** ISO day. */
  readonly birthDate: string
  /** 12 digits: province of birth registration, century and sex, year of birth, six more (documents.md A9.3). */
  readonly citizenId: string
}

const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Ngô',
  'Dương',
  'Lý',
  'Phan',
  'Võ',
  'Trương',
  'Đinh',
  'Mai',
  'Cao',
] as const
const menMiddle = ['Văn', 'Đức', 'Hữu', 'Quốc', 'Công', 'Bá', 'Khắc', 'Thế', 'Gia', 'Xuân'] as const
const womenMiddle = ['Thị', 'Thị Thanh', 'Thị Bích', 'Ngọc', 'Thị Thu', 'Kim', 'Thị Hồng', 'Diệu', 'Thị Mỹ', 'Hoài'] as const
const menGiven = [
  'An',
  'Bách',
  'Bằng',
  'Cảnh',
  'Dũng',
  'Đạt',
  'Đông',
  'Giang',
  'Hải',
  'Hiếu',
  'Hoàn',
  'Khôi',
  'Long',
  'Nghĩa',
  'Phong',
  'Quyết',
  'Sơn',
  'Tạo',
  'Thắng',
  'Toàn',
  'Tuấn',
  'Vinh',
  'Ước',
] as const
const womenGiven = [
  'Ánh',
  'Bình',
  'Châu',
  'Diệp',
  'Dung',
  'Hà',
  'Hạnh',
  'Hằng',
  'Hiền',
  'Huệ',
  'Lan',
  'Lệ',
  'Liên',
  'Loan',
  'Mai',
  'Nga',
  'Oanh',
  'Phượng',
  'Quyên',
  'Tâm',
  'Thảo',
  'Thủy',
  'Trang',
  'Tuyết',
  'Yến',
] as const
/** Codes as they stood when these people were born: numbers keep them (A9.3). */
const provinces = ['001', '004', '015', '019', '022', '025', '027', '031', '034', '036', '038', '040', '046', '051', '066', '079'] as const

const two = (value: number): string => String(value).padStart(2, '0')

/** `bornFrom`, `bornTo`: years of the last century. No two people of one call bear the same name. */
export function samplePeople(count: number, by: Draws, bornFrom: number, bornTo: number): SamplePerson[] {
  const names = new Set<string>()
  const people: SamplePerson[] = []
  while (people.length < count) {
    const isWoman = by.whole(100) < 40
    const middle = isWoman ? by.pick(womenMiddle) : by.pick(menMiddle)
    const name = `${by.pick(families)} ${middle} ${isWoman ? by.pick(womenGiven) : by.pick(menGiven)}`
    const year = bornFrom + by.whole(bornTo - bornFrom + 1)
    const birthDate = `${year}-${two(1 + by.whole(12))}-${two(1 + by.whole(28))}`
    const tail = String(by.whole(1_000_000)).padStart(6, '0')
    const citizenId = `${by.pick(provinces)}${isWoman ? 1 : 0}${two(year % 100)}${tail}`
    if (names.has(name)) continue
    names.add(name)
    people.push({ personId: PersonId.parse(`nguoi-${String(people.length + 1).padStart(2, '0')}`), name, isWoman, birthDate, citizenId })
  }
  return people
}
