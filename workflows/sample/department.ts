// A made-up provincial department: who leads it, who sits in its wider bodies, who keeps the papers (procedure.md 3.1.5).
import type { ConvocationRow } from '../conference/commands.ts'
import { OperatorId } from '../core/ids.ts'
import type { Operator } from '../office.ts'
import type { Organisation } from '../procedure/facts.ts'
import type { Body } from '../rulebooks/types.ts'
import type { Draws } from './draws.ts'
import { type SamplePerson, samplePeople } from './people.ts'

export type Member = SamplePerson & { readonly title: string; readonly extraRoles: readonly string[] }
export type Department = {
  readonly organisation: Organisation
  /** 5 leaders, then the rest of the 24 of the expanded conference, then the rest of the 45 key officials. */
  readonly members: readonly Member[]
  readonly chair: Member
  readonly secretary: Member
  readonly hrHead: Member
  readonly hrExpert: Member
  readonly inspector: Member
  /** Three heads of divisions, planned for the post. */
  readonly candidates: readonly [Member, Member, Member]
}

const leaders = 5
const expanded = 24
export const bodySizes: Readonly<Record<Body, number>> = { leadershipCollective: leaders, expandedLeadership: expanded, keyOfficials: 45 }

const divisions = [
  'Tổ chức bộ máy',
  'Cải cách hành chính',
  'Công chức, viên chức',
  'Xây dựng chính quyền',
  'Lao động - Việc làm',
  'Người có công',
  'Văn thư - Lưu trữ',
  'Thi đua - Khen thưởng',
  'Công tác thanh niên',
  'Kế hoạch - Tài chính',
] as const
const units = [
  'Trung tâm Dịch vụ việc làm',
  'Trung tâm Lưu trữ lịch sử',
  'Trung tâm Phục vụ hành chính công',
  'Trung tâm Điều dưỡng người có công',
  'Quỹ Hỗ trợ việc làm',
  'Trung tâm Đào tạo, bồi dưỡng',
] as const

const standing = 'Ủy viên Ban Thường vụ Đảng ủy'
/** Titles by place on the list, and the second roles of those who hold two. */
const titles: readonly (readonly [title: string, ...extra: string[]])[] = [
  ['Giám đốc Sở', 'Bí thư Đảng ủy'],
  ['Phó Giám đốc Sở', 'Phó Bí thư Đảng ủy'],
  ['Phó Giám đốc Sở', standing],
  ['Phó Giám đốc Sở'],
  ['Phó Giám đốc Sở'],
  ['Chánh Văn phòng Sở', standing],
  ['Trưởng phòng Tổ chức cán bộ', standing],
  ['Chánh Thanh tra Sở', standing],
  ...divisions.map((one) => [`Trưởng phòng ${one}`] as const),
  ...units.map((one) => [`Giám đốc ${one}`] as const),
  ['Chủ tịch Công đoàn Sở'],
  ['Bí thư Đoàn Thanh niên Sở'],
  ['Chủ tịch Hội Cựu chiến binh Sở'],
  ['Trưởng ban Nữ công Sở'],
  ['Phó Trưởng phòng Tổ chức cán bộ', 'Ủy viên Ban Chấp hành Công đoàn'],
  ...divisions.map((one) => [`Phó Trưởng phòng ${one}`] as const),
  ...units.map((one) => [`Phó Giám đốc ${one}`] as const),
]

/** The department of the sample; another seed gives other people in the same posts. */
export function department(by: Draws): Department {
  const people = samplePeople(bodySizes.keyOfficials + 1, by, 1972, 1984)
  const members = people.map((person, index): Member => {
    const [title = 'Chuyên viên Phòng Tổ chức cán bộ', ...extraRoles] = titles[index] ?? []
    return { ...person, title, extraRoles }
  })
  const at = (index: number): Member => {
    const found = members[index]
    if (!found) throw new Error(`no member ${index}`)
    return found
  }
  return {
    organisation: {
      name: 'Sở Nội vụ tỉnh Mẫu (dữ liệu mẫu)',
      superior: 'Ủy ban nhân dân tỉnh Mẫu',
      place: 'Tỉnh Mẫu',
      form: 'state',
      sign: 'SNV',
    },
    members: members.slice(0, bodySizes.keyOfficials),
    chair: at(0),
    secretary: at(5),
    hrHead: at(6),
    hrExpert: at(bodySizes.keyOfficials),
    inspector: at(7),
    candidates: [at(8), at(9), at(10)],
  }
}

/** The convocation rows of a body: one row per role, so 30 rows for the 24 of the expanded conference. */
export function rowsOf({ members, secretary, hrHead, hrExpert }: Department, body: Body): ConvocationRow[] {
  const voting = members.slice(0, bodySizes[body])
  const rows = voting.flatMap((one) => {
    // Mandates in the Party committee are what seats people in the wider bodies; the leadership sits by its posts alone.
    const group = groupOf(members.indexOf(one))
    const roles = body === 'leadershipCollective' ? [group] : [group, ...one.extraRoles]
    return roles.map((role) => rowFor(one, role, true))
  })
  const beside = [secretary, hrHead, hrExpert].filter((one) => !voting.includes(one))
  return [...rows, ...beside.map((one) => rowFor(one, 'Mời dự, phục vụ hội nghị', false))]
}

/** In which part of a body somebody sits, by the place on the list. */
function groupOf(at: number): string {
  if (at < leaders) return 'Tập thể lãnh đạo'
  if (at < expanded) return 'Người đứng đầu đơn vị trực thuộc'
  return at < expanded + 4 ? 'Người đứng đầu tổ chức chính trị - xã hội' : 'Cấp phó đơn vị trực thuộc'
}

const rowFor = ({ personId, name, title }: Member, role: string, hasVote: boolean): ConvocationRow => ({
  personId,
  name,
  title,
  role,
  hasVote,
})

/** Who sits at the keyboard, by the part they play (procedure.md 7.1). */
export const desks = {
  hr: OperatorId.parse('to-chuc'),
  meeting: OperatorId.parse('thu-ky'),
  chair: OperatorId.parse('chu-tri'),
  counter: OperatorId.parse('kiem-phieu-1'),
  confirmer: OperatorId.parse('kiem-phieu-2'),
  authority: OperatorId.parse('cap-tren'),
  party: OperatorId.parse('dang-uy'),
  auditor: OperatorId.parse('kiem-tra'),
} as const

export function operatorsOf(department: Department): Operator[] {
  const { chair, secretary, hrHead, hrExpert, members } = department
  const desk = (operatorId: OperatorId, roles: Operator['roles'], { name, citizenId }: Pick<Member, 'name' | 'citizenId'>): Operator => ({
    operatorId,
    name,
    roles,
    citizenId,
  })
  const office: Operator[] = [
    desk(desks.meeting, ['meetingSecretary'], secretary),
    desk(desks.chair, ['conferenceChair', 'headOfAgency'], chair),
    desk(desks.counter, ['countingTeam'], hrExpert),
    desk(desks.confirmer, ['countingTeam'], hrHead),
    { operatorId: desks.authority, name: 'Văn thư Ủy ban nhân dân tỉnh Mẫu', roles: ['policyAuthority'] },
    { operatorId: desks.party, name: 'Văn thư Đảng ủy Sở', roles: ['partyOpinionGiver'] },
    { operatorId: desks.auditor, name: 'Người kiểm tra hồ sơ', roles: ['auditor'] },
  ]
  // The deputy head of the HR division keeps the case and is in no counting team.
  const keeper = members[28]
  return keeper ? [desk(desks.hr, ['hrOfficer'], keeper), ...office] : office
}
