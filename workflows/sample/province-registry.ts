// The registry of the sample province: its department with the people of its cases, some others beside it, and what became of them since.
import { addDays, addMonths } from '../core/calendar.ts'
import type { OperatorId, PersonId, PostId, UnitId } from '../core/ids.ts'
import type { RegistryCommand, RegistryCommandOf } from '../registry/commands.ts'
import type { RegistryEntry } from '../registry/entries.ts'
import { type NewIds, newIds } from '../registry/ids.ts'
import type { PersonData } from '../registry/person.ts'
import type { PostData } from '../registry/unit.ts'
import { superior } from './course.ts'
import { desks, type Member } from './department.ts'
import { type Draws, draws } from './draws.ts'
import { appointedOn, type ProvincePeople, provinceSeed } from './province-people.ts'
import { sampleRegistry } from './registry.ts'

export type RegistryAct = { readonly by: OperatorId; readonly at: string; readonly registry: RegistryCommand }

/** The day on which the office took its registry in. */
const takenInOn = '2024-11-04'
/** People of another department, so that lists are worth searching. */
const othersCount = 120
const reason = 'Dữ liệu mẫu'
const source = { file: 'du-lieu-mau', sha256: '0'.repeat(64) } as const
const begun = '1980-01-01'

/** In the order in which it was done. Each order makes one fact, which is what names the new ids. */
export function provinceRegistry(people: ProvincePeople): RegistryAct[] {
  const acts: RegistryAct[] = []
  const order = (at: string, registry: RegistryCommand): void => {
    acts.push({ by: desks.hr, at: `${at}:00+07:00`, registry })
  }
  const others = [...sampleRegistry({ people: othersCount, version: 0, day: takenInOn, without: 'Sở Nội vụ' })]
  for (const { type: _, ...part } of others) order(`${takenInOn}T08:00`, { type: 'importEntries', ...part })
  const root = others[0]?.entries[0]
  if (root?.type !== 'unitAdded') throw new Error('the registry begins with the province')
  const made = departmentEntries(people, root.unitId, newIds(acts.length + 1))
  const own = { type: 'importEntries', importId: newIds(acts.length + 1).import(), part: 1, source, reason } as const
  order(`${takenInOn}T08:10`, { ...own, entries: made.entries, rows: rowsOf(made.entries) })
  const ownVersion = acts.length

  for (const { at, command } of movesOf(people, made)) order(at, command)
  const [, disciplined] = people.before.candidates.slice(1)
  if (disciplined) order('2026-07-02T09:00', reprimand(disciplined, ownVersion))

  // The yearly look through the records: some had not come back by then.
  const looked = [...others.flatMap(({ entries }) => entries), ...made.entries].flatMap((entry, index) =>
    entry.type === 'personAdded' && index % 9 !== 0
      ? [{ type: 'personConfirmed', personId: entry.personId, on: '2026-09-04' } as const]
      : [],
  )
  const importId = newIds(acts.length + 1).import()
  order('2026-09-04T15:00', { type: 'importEntries', importId, part: 1, source, entries: looked, rows: rowsOf(looked), reason })
  return acts
}

const rowsOf = (entries: readonly RegistryEntry[]): number[] => entries.map((_, index) => index + 1)

type Made = {
  readonly entries: RegistryEntry[]
  readonly postIds: ReadonlyMap<string, PostId>
  readonly held: ReadonlyMap<PersonId, ReturnType<NewIds['tenure']>>
}

/** As it stood when the registry was taken in. Leading posts are of the department itself, as the cases name them; divisions hold the rest. */
function departmentEntries({ before, followers, specialists, inspectors }: ProvincePeople, root: UnitId, ids: NewIds): Made {
  const by = draws(provinceSeed)
  const entries: RegistryEntry[] = []
  const postIds = new Map<string, PostId>()
  const held = new Map<PersonId, ReturnType<NewIds['tenure']>>()
  const unit = (name: string, level: 'department' | 'division', parentId: UnitId): UnitId => {
    const unitId = ids.unit()
    entries.push({ type: 'unitAdded', unitId, from: begun, data: { name, level, kind: 'government', parentId } })
    return unitId
  }
  const post = (data: PostData): void => {
    const postId = ids.post()
    postIds.set(data.title, postId)
    entries.push({ type: 'postAdded', postId, from: begun, data })
  }
  const own = unit(before.organisation.name, 'department', root)
  before.members.forEach(({ title }, index) => {
    if (!postIds.has(title)) post(leadingPost(own, title, index))
  })
  post({ unitId: own, title: 'Phó Chánh Thanh tra Sở', group: 'divisionDeputy', rank: 40, seats: 1 })
  for (const [name, title] of staffPosts) post({ unitId: unit(name, 'division', own), title, group: 'specialist', rank: 60 })

  const idOf = (title: string): PostId => {
    const found = postIds.get(title)
    if (!found) throw new Error(`no post ${title}`)
    return found
  }
  const tenure = (personId: PersonId, title: string, from: string, lastDay?: string, form: 'appointed' | 'elected' = 'appointed'): void => {
    const tenureId = ids.tenure()
    if (lastDay === undefined) held.set(personId, tenureId)
    const ended = lastDay !== undefined && ({ lastDay, endedBy: 'promoted' } as const)
    entries.push({
      type: 'tenureAdded',
      tenureId,
      data: { personId, postId: idOf(title), from, ...ended, form, termMonths: 60 },
    })
  }
  before.members.forEach((member, index) => {
    const data = personData(member, by, index)
    entries.push({ type: 'personAdded', personId: member.personId, data })
    const from = leaderSince[index] ?? (isElected(index) ? '2023-03-01' : addMonths('2022-02-01', by.whole(32)))
    const first = index === 0 ? '2017-02-01' : from
    tenure(member.personId, staffPosts[by.whole(3)]?.[1] ?? '', `${Number(member.birthDate.slice(0, 4)) + 24}-09-01`, addDays(first, -1))
    // The director is in a second term running.
    if (first !== from) tenure(member.personId, member.title, first, addDays(from, -1))
    tenure(member.personId, member.title, from, undefined, isElected(index) ? 'elected' : 'appointed')
  })
  const staff = [
    { ...before.hrExpert, title: staffPosts[0][1] },
    { ...followers[1], title: staffPosts[2][1] },
    ...specialists,
    ...inspectors,
  ]
  for (const [index, member] of staff.entries()) {
    entries.push({ type: 'personAdded', personId: member.personId, data: personData(member, by, 100 + index) })
    tenure(member.personId, member.title, `${Number(member.birthDate.slice(0, 4)) + 24}-09-01`)
  }
  return { entries, postIds, held }
}

/** The five leaders; the fourth deputy is the one who leaves. */
const leaderSince = ['2022-02-01', '2022-03-01', '2023-05-01', '2024-07-01', '2021-06-01'] as const
/** Heads of the mass organisations, by the place on the list of the department. */
const isElected = (index: number): boolean => index >= 24 && index < 28

const staffPosts = [
  ['Phòng Tổ chức cán bộ', 'Chuyên viên Phòng Tổ chức cán bộ'],
  ['Phòng Tổ chức bộ máy', 'Chuyên viên Phòng Tổ chức bộ máy'],
  ['Phòng Kế hoạch - Tài chính', 'Chuyên viên Phòng Kế hoạch - Tài chính'],
  ['Thanh tra Sở', 'Thanh tra viên'],
] as const

/** By the place of its first holder on the list of the department. */
function leadingPost(unitId: UnitId, title: string, index: number): PostData {
  const post = (group: PostData['group'], rank: number, isHead: boolean, seats = 1): PostData => ({
    unitId,
    title,
    group,
    rank,
    isHead,
    isKey: true,
    seats,
    managedBy: index < 5 ? 'provincialStandingCommittee' : 'unit',
  })
  if (index === 0) return post('head', 10, true)
  if (index < 5) return post('deputyHead', 20, false, 4)
  if (index < 24) return post('divisionHead', 30, true)
  return isElected(index) ? post('massOrganisationHead', 35, true) : post('divisionDeputy', 40, false)
}

const master = { level: 'master' } as const
const bachelor = { level: 'bachelor' } as const

/** Some boxes are empty, some dates cannot be: the gauge of the records has something to show. Nobody of a case is among them. */
function personData({ name, birthDate, isWoman, citizenId }: Member, by: Draws, index: number): PersonData {
  const born = Number(birthDate.slice(0, 4))
  const isLeading = index < 45
  const step = 2 + by.whole(5)
  const gap = (at: number): boolean => index === at
  const native = by.pick(['Hải Dương', 'Hưng Yên', 'Nam Định', 'Nghệ An', 'Thanh Hóa', 'Phú Thọ'])
  return {
    name,
    birthDate: gap(24) ? birthDate.slice(0, 4) : birthDate,
    sex: isWoman ? 'female' : 'male',
    ...(!gap(25) && { nativePlace: { text: native } }),
    ethnicity: by.whole(10) === 0 ? 'Tày' : 'Kinh',
    ...(!gap(26) && { citizenId }),
    category: 'civilServant',
    recruitedOn: gap(32) ? `${born + 12}-09-01` : `${born + 24}-09-01`,
    rank: isLeading
      ? { code: '01.002', name: 'Chuyên viên chính', step, coefficientHundredths: 440 + 34 * (step - 1) }
      : { code: '01.003', name: 'Chuyên viên', step, coefficientHundredths: 234 + 33 * (step - 1) },
    ...(!gap(33) && { degrees: [{ ...(isLeading ? master : bachelor), field: 'Quản lý nhà nước', year: born + (isLeading ? 34 : 23) }] }),
    ...(!gap(34) && { politicalTheory: isLeading ? ('advanced' as const) : ('intermediate' as const) }),
    partyJoinedOn: `${born + 27}-02-03`,
    partyOfficialOn: gap(42) ? `${born + 26}-02-03` : `${born + 28}-02-03`,
    remarks: reason,
  }
}

/** What the decision of the archived case brought about, and who moved up after it. */
function movesOf({ leaver, appointed, followers }: ProvincePeople, { postIds, held }: Made): { at: string; command: RegistryCommand }[] {
  const [head, deputy] = followers
  const leaves = (one: Member, lastDay: string, endedBy: 'transferred' | 'promoted'): RegistryCommandOf<'endTenure'> => {
    const tenureId = held.get(one.personId)
    if (!tenureId) throw new Error(`${one.name} holds no post`)
    return { type: 'endTenure', tenureId, personId: one.personId, lastDay, endedBy, reason }
  }
  const takes = (one: Member, from: string, number: string): RegistryCommandOf<'addTenure'> => {
    const postId = postIds.get(one.title)
    if (!postId) throw new Error(`no post ${one.title}`)
    const document = { number, date: addDays(from, -3), issuer: superior }
    return { type: 'addTenure', data: { personId: one.personId, postId, from, form: 'appointed', termMonths: 60, document }, reason }
  }
  const since = appointedOn
  const next = '2026-03-02'
  return [
    { at: '2026-02-05T09:00', command: leaves(leaver, addDays(since, -1), 'transferred') },
    { at: '2026-02-05T09:05', command: leaves(appointed, addDays(since, -1), 'promoted') },
    { at: '2026-02-05T09:10', command: takes(appointed, since, '1187/QĐ-UBND') },
    { at: '2026-03-02T09:00', command: leaves(head, addDays(next, -1), 'promoted') },
    { at: '2026-03-02T09:05', command: takes(head, next, '212/QĐ-SNV') },
    { at: '2026-03-02T09:10', command: leaves(deputy, addDays(next, -1), 'promoted') },
    { at: '2026-03-02T09:15', command: takes(deputy, next, '213/QĐ-SNV') },
  ]
}

/** Proposes that somebody leaves the planning list he is on. `seen`: what touched the record last. */
const reprimand = ({ personId }: Member, seen: number): RegistryCommandOf<'changePerson'> => {
  const document = { number: '31-QĐ/ĐU', date: '2026-06-29', issuer: 'Đảng ủy Sở Nội vụ tỉnh Mẫu' }
  return {
    type: 'changePerson',
    personId,
    seen,
    from: '2026-06-29',
    set: { disciplines: [{ form: 'reprimand', side: 'party', effectiveOn: '2026-06-29', document, reason: 'Dữ liệu mẫu' }] },
    reason,
    document,
  }
}
