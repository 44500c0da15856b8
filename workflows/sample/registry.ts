// A made-up registry of any size for lists and measuring: units, posts, people with two past posts and one held now; always the same for one number.
import { addDays, addMonths, monthsBetween } from '../core/calendar.ts'
import type { PostId, UnitId } from '../core/ids.ts'
import type { RegistryEntry } from '../registry/entries.ts'
import { entriesInFact, type RegistryFactOf } from '../registry/facts.ts'
import { type NewIds, newIds } from '../registry/ids.ts'
import type { PersonData } from '../registry/person.ts'
import type { UnitData } from '../registry/unit.ts'
import { type Draws, draws } from './draws.ts'

/** How often a family name is borne, in thousandths, after the counts published for the country. */
const families: readonly (readonly [name: string, share: number])[] = [
  ['Nguyễn', 384],
  ['Trần', 110],
  ['Lê', 95],
  ['Phạm', 71],
  ['Hoàng', 51],
  ['Phan', 45],
  ['Vũ', 39],
  ['Võ', 30],
  ['Đặng', 21],
  ['Bùi', 20],
  ['Đỗ', 14],
  ['Hồ', 13],
  ['Ngô', 13],
  ['Dương', 10],
  ['Lý', 5],
  ['Đinh', 10],
  ['Trương', 10],
  ['Mai', 8],
  ['Cao', 8],
  ['Lương', 8],
  ['Đoàn', 8],
  ['Hà', 7],
  ['Tạ', 5],
  ['Nông', 5],
  ['Ma', 4],
  ['Quách', 3],
  ['Thạch', 3],
]
const menMiddle = [
  'Văn',
  'Văn',
  'Văn',
  'Đức',
  'Hữu',
  'Quốc',
  'Công',
  'Bá',
  'Khắc',
  'Thế',
  'Gia',
  'Xuân',
  'Minh',
  'Ngọc',
  'Tiến',
  'Trọng',
  'Đình',
  'Quang',
  '',
] as const
const womenMiddle = [
  'Thị',
  'Thị',
  'Thị',
  'Thị Thanh',
  'Thị Bích',
  'Ngọc',
  'Thị Thu',
  'Kim',
  'Thị Hồng',
  'Diệu',
  'Thị Mỹ',
  'Hoài',
  'Phương',
  'Thùy',
  'Minh',
  '',
] as const
const menGiven = [
  'An',
  'Anh',
  'Bách',
  'Bằng',
  'Bình',
  'Cảnh',
  'Chiến',
  'Cường',
  'Dũng',
  'Duy',
  'Đạt',
  'Đông',
  'Đức',
  'Giang',
  'Hà',
  'Hải',
  'Hiếu',
  'Hòa',
  'Hoàn',
  'Hùng',
  'Hưng',
  'Huy',
  'Khôi',
  'Lâm',
  'Long',
  'Lộc',
  'Minh',
  'Nam',
  'Nghĩa',
  'Phong',
  'Phúc',
  'Quân',
  'Quang',
  'Quyết',
  'Sơn',
  'Tài',
  'Tạo',
  'Thành',
  'Thắng',
  'Thịnh',
  'Toàn',
  'Trung',
  'Tuấn',
  'Tùng',
  'Việt',
  'Vinh',
  'Vũ',
  'Ước',
] as const
const womenGiven = [
  'An',
  'Anh',
  'Ánh',
  'Bình',
  'Châu',
  'Chi',
  'Diệp',
  'Dung',
  'Duyên',
  'Giang',
  'Hà',
  'Hạnh',
  'Hằng',
  'Hiền',
  'Hòa',
  'Hoa',
  'Huệ',
  'Hương',
  'Huyền',
  'Lan',
  'Lệ',
  'Liên',
  'Linh',
  'Loan',
  'Mai',
  'Minh',
  'Nga',
  'Ngân',
  'Nhung',
  'Oanh',
  'Phượng',
  'Phương',
  'Quyên',
  'Tâm',
  'Thảo',
  'Thúy',
  'Thủy',
  'Trang',
  'Tuyết',
  'Vân',
  'Xuân',
  'Yến',
] as const
const provinceCodes = [
  '001',
  '004',
  '015',
  '019',
  '022',
  '025',
  '027',
  '030',
  '031',
  '033',
  '034',
  '036',
  '038',
  '040',
  '046',
  '051',
  '066',
  '079',
] as const
const natives = ['Hải Dương', 'Hưng Yên', 'Thái Bình', 'Nam Định', 'Nghệ An', 'Thanh Hóa', 'Hà Nội', 'Bắc Giang', 'Phú Thọ'] as const
const departments = [
  'Sở Nội vụ',
  'Sở Tài chính',
  'Sở Xây dựng',
  'Sở Công Thương',
  'Sở Y tế',
  'Sở Giáo dục và Đào tạo',
  'Sở Tư pháp',
  'Sở Khoa học và Công nghệ',
  'Sở Nông nghiệp và Môi trường',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Sở Dân tộc và Tôn giáo',
  'Thanh tra tỉnh',
  'Ban Tổ chức Tỉnh ủy',
  'Ủy ban Kiểm tra Tỉnh ủy',
  'Văn phòng Tỉnh ủy',
] as const
const divisions = [
  'Văn phòng',
  'Phòng Tổ chức cán bộ',
  'Phòng Kế hoạch - Tài chính',
  'Phòng Nghiệp vụ 1',
  'Phòng Nghiệp vụ 2',
  'Phòng Thanh tra - Pháp chế',
  'Trung tâm Thông tin',
] as const
const communeParts = [
  'Đảng ủy',
  'Ủy ban nhân dân',
  'Hội đồng nhân dân',
  'Ủy ban Mặt trận Tổ quốc',
  'Phòng Kinh tế',
  'Phòng Văn hóa - Xã hội',
  'Trung tâm Phục vụ hành chính công',
] as const
const communeNames = [
  'Hòa Bình',
  'Tân Lập',
  'Đông Sơn',
  'Phú Thịnh',
  'Yên Mỹ',
  'Quang Trung',
  'Tiền Phong',
  'An Khánh',
  'Minh Đức',
  'Thượng Lâm',
  'Cẩm Giàng',
  'Ninh Giang',
] as const

export type SampleRegistry = {
  readonly people: number
  /** The version of the `registry` stream before the first part. */
  readonly version: number
  /** The day as of which posts are held now. */
  readonly day: string
  readonly seed?: number
  /** A department made elsewhere, and not here once more. */
  readonly without?: string
}
export type SamplePart = RegistryFactOf<'registryImported'>

/** People in one unit: a head, two deputies, the rest of the staff. */
const inUnit = 40
const leavesUnder = 7

/** Facts to append one after another, a part of an import each. */
export function* sampleRegistry({ people, version, day, seed = 1, without }: SampleRegistry): Generator<SamplePart> {
  const by = draws(seed)
  const own = departments.filter((name) => name !== without)
  const importId = newIds(version + 1).import()
  let part = 1
  let ids = newIds(version + 1)
  let entries: RegistryEntry[] = []
  let row = 1
  const full = (): SamplePart => {
    const rows = entries.map((_, index) => row + index)
    const made: SamplePart = { type: 'registryImported', importId, part, source, entries, rows, reason: 'Dữ liệu mẫu' }
    row += entries.length
    part += 1
    entries = []
    ids = newIds(version + part)
    return made
  }
  const root = ids.unit()
  entries.push(unitAdded(root, { name: 'Tỉnh Mẫu (dữ liệu mẫu)', level: 'province', kind: 'government' }))
  const leaves: Leaf[] = []
  const leafCount = Math.ceil(people / inUnit)
  for (let parent = 0; leaves.length < leafCount; parent++) {
    if (entries.length + 1 + 4 * leavesUnder > entriesInFact) yield full()
    const above = ids.unit()
    entries.push(unitAdded(above, parentUnit(own, parent, root)))
    for (let at = 0; at < leavesUnder && leaves.length < leafCount; at++)
      leaves.push(addLeaf(entries, ids, above, at, parent < own.length ? divisions : communeParts))
  }
  for (let count = 0; count < people; count++) {
    if (entries.length + 4 > entriesInFact) yield full()
    addPerson(entries, ids, by, leaves, count, day)
  }
  if (entries.length > 0) yield full()
}

const source = { file: 'du-lieu-mau', sha256: '0'.repeat(64) } as const
const begun = '1980-01-01'
type Leaf = { readonly head: PostId; readonly deputy: PostId; readonly staff: PostId }

const unitAdded = (unitId: UnitId, data: UnitData): RegistryEntry => ({ type: 'unitAdded', unitId, from: begun, data })
const at = <T>(from: readonly T[], index: number): T => {
  const found = from[index % from.length]
  if (found === undefined) throw new RangeError('an empty list')
  return found
}

/** The departments of a province first, then as many communes as the people need. */
function parentUnit(own: readonly string[], index: number, parentId: UnitId): UnitData {
  const name = own[index]
  if (name !== undefined) return { name, level: 'department', kind: name.includes('Tỉnh ủy') ? 'partyBody' : 'government', parentId }
  const no = index - own.length
  const round = Math.floor(no / communeNames.length)
  return { name: `Xã ${at(communeNames, no)}${round === 0 ? '' : ` ${round + 1}`}`, level: 'commune', kind: 'government', parentId }
}

function addLeaf(entries: RegistryEntry[], ids: NewIds, parentId: UnitId, index: number, names: readonly string[]): Leaf {
  const unitId = ids.unit()
  entries.push(
    unitAdded(unitId, {
      name: at(names, index),
      level: 'division',
      kind: 'government',
      parentId,
    }),
  )
  const post = (title: string, group: 'divisionHead' | 'divisionDeputy' | 'specialist', rank: number): PostId => {
    const postId = ids.post()
    entries.push({ type: 'postAdded', postId, from: begun, data: { unitId, title, group, rank, isHead: group === 'divisionHead' } })
    return postId
  }
  return {
    head: post('Trưởng phòng', 'divisionHead', 40),
    deputy: post('Phó Trưởng phòng', 'divisionDeputy', 50),
    staff: post('Chuyên viên', 'specialist', 60),
  }
}

function addPerson(entries: RegistryEntry[], ids: NewIds, by: Draws, leaves: readonly Leaf[], count: number, day: string): void {
  const personId = ids.person()
  const data = personData(by, day)
  entries.push({ type: 'personAdded', personId, data })
  const place = count % inUnit
  const own = at(leaves, Math.floor(count / inUnit))
  const now = place === 0 ? own.head : place <= 2 ? own.deputy : own.staff
  // Three posts, from the day of recruitment to now.
  const recruited = data.recruitedOn ?? begun
  const months = monthsBetween(recruited, day)
  const first = addMonths(recruited, 1 + Math.floor(months / 4) + by.whole(Math.ceil(months / 6)))
  const second = addMonths(first, 1 + Math.floor(months / 4) + by.whole(Math.ceil(months / 6)))
  const tenure = (postId: PostId, from: string, lastDay: string | undefined): void => {
    entries.push({
      type: 'tenureAdded',
      tenureId: ids.tenure(),
      data: {
        personId,
        postId,
        from,
        ...(lastDay !== undefined && { lastDay, endedBy: 'transferred' }),
        form: 'appointed',
        termMonths: 60,
      },
    })
  }
  tenure(at(leaves, by.whole(leaves.length)).staff, recruited, addDays(first, -1))
  tenure(at(leaves, by.whole(leaves.length)).staff, first, addDays(second, -1))
  tenure(now, second, undefined)
}

const two = (value: number): string => String(value).padStart(2, '0')

function personData(by: Draws, day: string): PersonData {
  const isWoman = by.whole(100) < 42
  const name = [familyName(by), isWoman ? by.pick(womenMiddle) : by.pick(menMiddle), isWoman ? by.pick(womenGiven) : by.pick(menGiven)]
  const year = Number(day.slice(0, 4)) - 60 + by.whole(32)
  const birthDate = `${year}-${two(1 + by.whole(12))}-${two(1 + by.whole(28))}`
  // Some numbers were typed wrong, some dates are known to the year only, some boxes are empty: a gauge must have something to show.
  const mark = (year < 2000 ? 0 : 2) + (isWoman ? 1 : 0)
  const wrong = by.whole(100) === 0
  const citizenId = `${by.pick(provinceCodes)}${wrong ? mark ^ 1 : mark}${two(year % 100)}${String(by.whole(1_000_000)).padStart(6, '0')}`
  const native = by.pick(natives)
  const recruited = `${year + 22 + by.whole(4)}-0${1 + by.whole(9)}-01`
  return {
    name: name.filter((word) => word !== '').join(' '),
    birthDate: by.whole(20) === 0 ? birthDate.slice(0, 4) : birthDate,
    sex: isWoman ? 'female' : 'male',
    nativePlace: { text: native },
    ethnicity: by.whole(12) === 0 ? 'Tày' : 'Kinh',
    ...(by.whole(12) > 0 && { citizenId }),
    category: 'civilServant',
    recruitedOn: recruited,
    rank: { code: '01.003', name: 'Chuyên viên', step: 1 + by.whole(9), coefficientHundredths: 234 + 33 * by.whole(9) },
    ...(by.whole(15) > 0 && {
      degrees: [{ level: by.whole(4) === 0 ? ('master' as const) : ('bachelor' as const), field: 'Quản lý nhà nước', year: year + 22 }],
    }),
    ...(by.whole(6) > 0 && { politicalTheory: by.pick(['elementary', 'intermediate', 'intermediate', 'advanced']) }),
    ...(by.whole(5) > 0 && { partyJoinedOn: `${year + 25}-02-03`, partyOfficialOn: `${year + 26}-02-03` }),
    remarks: 'Dữ liệu mẫu',
  }
}

function familyName(by: Draws): string {
  let left = by.whole(1000)
  for (const [name, share] of families) {
    if (left < share) return name
    left -= share
  }
  return 'Nguyễn'
}
