// Who makes up a body of an organisation on a day (procedure.md 3.1.5): starting templates as data, and the list drawn from who holds which post.
import type { ConvocationRow } from '../conference/commands.ts'
import type { UnitId } from '../core/ids.ts'
import { compareNames } from '../core/name-order.ts'
import type { Body } from '../rulebooks/types.ts'
import type { CompositionSeats, Seat } from './own-composition.ts'
import { type RegistryReads, spanOn } from './records.ts'

export const compositionTemplates = ['department', 'division', 'publicService', 'province', 'partyBody', 'front'] as const
export type CompositionTemplate = (typeof compositionTemplates)[number]

type Added = CompositionSeats

const leadership = 'Tập thể lãnh đạo'
const committee = 'Cấp ủy'
const heads = 'Người đứng đầu đơn vị trực thuộc'
const deputies = 'Cấp phó đơn vị trực thuộc'
const organisations = 'Người đứng đầu tổ chức chính trị - xã hội'
const staff = 'Công chức, viên chức, người lao động'

/** Each body has the seats of the one before and its own. Local rules fix exact lists: these are starting points (evidence: 3.1.5). */
export const templates: Readonly<Record<CompositionTemplate, Added>> = {
  department: {
    leadershipCollective: [
      { role: leadership, groups: ['head', 'deputyHead'], where: 'own' },
      // From QĐ80 on: the secretary of the Party committee, if not among them.
      { role: leadership, groups: ['secretary'], where: 'any' },
    ],
    expandedLeadership: [
      { role: committee, groups: ['deputySecretary', 'standingMember'], where: 'any' },
      { role: heads, groups: ['divisionHead', 'head', 'inspectionHead'], where: 'below' },
    ],
    keyOfficials: [
      { role: organisations, groups: ['massOrganisationHead'], where: 'any' },
      { role: deputies, groups: ['divisionDeputy', 'deputyHead'], where: 'below' },
    ],
  },
  division: {
    leadershipCollective: [{ role: leadership, groups: ['divisionHead', 'divisionDeputy'], where: 'own' }],
    expandedLeadership: [
      { role: committee, groups: ['secretary', 'deputySecretary', 'committeeMember'], where: 'any' },
      { role: heads, groups: ['divisionHead'], where: 'below' },
    ],
    keyOfficials: [{ role: staff, groups: 'all', where: 'any' }],
  },
  publicService: {
    leadershipCollective: [{ role: leadership, groups: ['head', 'deputyHead'], where: 'own' }],
    expandedLeadership: [
      { role: committee, groups: ['secretary', 'deputySecretary', 'standingMember', 'committeeMember'], where: 'any' },
      { role: heads, groups: ['divisionHead'], where: 'below' },
    ],
    keyOfficials: [
      { role: organisations, groups: ['massOrganisationHead'], where: 'any' },
      { role: deputies, groups: ['divisionDeputy'], where: 'below' },
    ],
  },
  province: {
    leadershipCollective: [{ role: 'Ban Thường vụ', groups: ['secretary', 'deputySecretary', 'standingMember'], where: 'own' }],
    expandedLeadership: [{ role: 'Ban Chấp hành', groups: ['committeeMember'], where: 'own' }],
    keyOfficials: [
      { role: 'Người đứng đầu sở, ban, ngành', groups: ['head', 'inspectionHead'], where: 'below' },
      { role: organisations, groups: ['massOrganisationHead'], where: 'below' },
      { role: 'Bí thư, Chủ tịch cấp dưới trực tiếp', groups: ['secretary', 'governmentChair'], where: 'below' },
    ],
  },
  partyBody: {
    leadershipCollective: [{ role: leadership, groups: ['head', 'deputyHead'], where: 'own' }],
    expandedLeadership: [
      { role: committee, groups: ['secretary', 'deputySecretary', 'committeeMember'], where: 'any' },
      { role: heads, groups: ['divisionHead'], where: 'below' },
    ],
    keyOfficials: [{ role: staff, groups: 'all', where: 'any' }],
  },
  front: {
    leadershipCollective: [
      { role: leadership, groups: ['massOrganisationHead', 'massOrganisationDeputy', 'standingMember'], where: 'own' },
    ],
    expandedLeadership: [
      { role: 'Ủy viên chuyên trách', groups: ['committeeMember'], where: 'any' },
      { role: heads, groups: ['divisionHead'], where: 'below' },
    ],
    keyOfficials: [{ role: staff, groups: 'all', where: 'any' }],
  },
}

const order: readonly Body[] = ['leadershipCollective', 'expandedLeadership', 'keyOfficials']

export type ComposeAsked = {
  readonly unitId: UnitId
  /** Shipped, or the office's own. */
  readonly seats: CompositionSeats
  readonly body: Body
  /** ISO day on which membership counts. */
  readonly day: string
}

/**
 * A row for each role somebody sits in; who has two posts has two rows, and the convocation makes one seat of them. Within a role by name.
 * Staff who already sit in another role get no second row for being staff.
 */
export function composed(reads: RegistryReads, { unitId, seats: bodies, body, day }: ComposeAsked): readonly ConvocationRow[] {
  const seats = order.slice(0, order.indexOf(body) + 1).flatMap((one) => bodies[one])
  const below = unitsBelow(reads, unitId, day)
  const seated = new Set<string>()
  return seats.flatMap(({ role, groups, where }) => {
    const units = where === 'own' ? [unitId] : where === 'below' ? below : [unitId, ...below]
    const rows = units
      .flatMap((unit) => rowsIn(reads, unit, day, groups, role))
      .filter(({ personId }) => groups !== 'all' || !seated.has(personId))
    for (const { personId } of rows) seated.add(personId)
    return [...new Map(rows.map((row) => [row.personId, row])).values()].toSorted(compareNames)
  })
}

function rowsIn(reads: RegistryReads, unitId: UnitId, day: string, groups: Seat['groups'], role: string): readonly ConvocationRow[] {
  return reads
    .postsOf(unitId, day)
    .filter(({ group }) => groups === 'all' || groups.includes(group))
    .flatMap(({ postId, title }) =>
      reads.holdersOf(postId, day).flatMap(({ data: { personId } }): ConvocationRow[] => {
        const spans = reads.person(personId)?.spans ?? []
        const name = (spanOn(spans, day) ?? spans.at(-1))?.data.name
        return name === undefined ? [] : [{ personId, name, title, role, hasVote: true }]
      }),
    )
}

function unitsBelow(reads: RegistryReads, unitId: UnitId, day: string): readonly UnitId[] {
  const found = new Set<UnitId>([unitId])
  for (const one of found) for (const child of reads.unitsUnder(one, day)) found.add(child.unitId)
  found.delete(unitId)
  return [...found]
}
