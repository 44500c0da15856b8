// The people of the sample province's department: one cast for all its cases, its registry and its planning.
import { PersonId } from '../core/ids.ts'
import { courseOf } from './course.ts'
import { type Department, department, type Member } from './department.ts'
import { draws } from './draws.ts'
import { type SamplePerson, samplePeople } from './people.ts'

/** The guided case makes the same department out of the same number. */
export const provinceSeed = 41

/** The decision of the archived case takes effect. */
export const appointedOn = courseOf('RB2025b').on(25)

/** Places on the list of the department (see `department`). */
const places = { deputyOfLate: 4, divisionHead: 17, divisionDeputy: 38, specialist: 45 } as const

export type ProvincePeople = {
  /** As it stands in September 2026, when the guided case is on. */
  readonly now: Department
  /** As it stood until January 2026: one deputy director was another, and who came after him had not moved up yet. */
  readonly before: Department
  /** Deputy director until January 2026. */
  readonly leaver: Member
  /** Deputy director after him: the archived case is about her or him. */
  readonly appointed: Member
  /** Division head in place of the appointed, and deputy in place of that one. */
  readonly followers: readonly [head: Member, deputy: Member]
  /** Specialists of the division of organisation, then inspectors: planned for posts of deputies. */
  readonly specialists: readonly Member[]
  readonly inspectors: readonly Member[]
  /** With the nominees of the guided case. */
  readonly departmentOn: (day: string) => Department
  /** Who is planned for a post, and so nominated for it. */
  readonly plannedFor: (title: string) => readonly Member[]
}

export function provincePeople(): ProvincePeople {
  const now = department(draws(provinceSeed))
  const at = (index: number): Member => {
    const found = index === places.specialist ? now.hrExpert : now.members[index]
    if (!found) throw new RangeError(`no member ${index}`)
    return found
  }
  const known = new Set([...now.members, now.hrExpert].map(({ name }) => name))
  const others = [...samplePeople(1, draws(45), 1970, 1973), ...samplePeople(12, draws(44), 1985, 1992)].filter(
    ({ name }) => !known.has(name),
  )
  const more = (from: number, title: string, count: number): Member[] =>
    others.slice(from, from + count).map((person, index) => beside(person, 47 + from + index, title))
  const [leaver] = more(0, at(places.deputyOfLate).title, 1)
  if (!leaver) throw new RangeError('nobody left')
  const specialists = more(1, 'Chuyên viên Phòng Tổ chức bộ máy', 3)
  const inspectors = more(4, 'Thanh tra viên', 3)
  const appointed = at(places.deputyOfLate)
  const followers = [at(places.divisionHead), at(places.divisionDeputy)] as const
  const wasHead: Member = { ...appointed, title: followers[0].title }
  const members = now.members
    .with(places.deputyOfLate, leaver)
    .with(places.divisionHead, wasHead)
    .with(places.divisionDeputy, { ...followers[0], title: followers[1].title })
  const planned: Readonly<Record<string, readonly Member[]>> = {
    'Phó Giám đốc Sở': now.candidates,
    'Trưởng phòng Cải cách hành chính': [at(30), at(29), at(31)],
    'Phó Trưởng phòng Tổ chức bộ máy': specialists,
    'Giám đốc Trung tâm Lưu trữ lịch sử': [at(40), at(39), at(41)],
    'Chánh Văn phòng Sở': [at(36), at(35), at(37)],
    'Phó Chánh Thanh tra Sở': inspectors,
  }
  return {
    now,
    before: { ...now, members, candidates: [wasHead, at(11), at(12)] },
    leaver,
    appointed,
    followers,
    specialists,
    inspectors,
    departmentOn: (day) => (day < appointedOn ? { ...now, members } : now),
    plannedFor(title) {
      const found = planned[title]
      if (!found) throw new RangeError(`nobody is planned for ${title}`)
      return found
    },
  }
}

const beside = (person: SamplePerson, no: number, title: string): Member => ({
  ...person,
  personId: PersonId.parse(`nguoi-${no}`),
  title,
  extraRoles: [],
})
