// Units and the posts in them (programme.md 3.1). A unit is never taken away: it ends, and what came after it is on record.
import { z } from 'zod'
import { DocumentRef, line } from '../core/document.ts'
import { UnitId } from '../core/ids.ts'
import { Day } from '../core/stamp.ts'
import { PlaceCode } from './places/places.ts'

/** `district` ended on 1 July 2025 and stays for what was before. */
export const unitLevels = ['central', 'province', 'district', 'commune', 'department', 'division', 'publicService'] as const
export const unitKinds = ['partyCommittee', 'partyBody', 'government', 'council', 'front', 'publicService', 'enterprise', 'other'] as const

export const UnitData = z.strictObject({
  name: line(200),
  level: z.enum(unitLevels),
  kind: z.enum(unitKinds),
  parentId: UnitId.optional(),
  /** The office's own code, or the one of the territory. */
  code: line(40).optional(),
  place: PlaceCode.optional(),
})
export type UnitData = z.infer<typeof UnitData>
export const UnitPatch = z
  .strictObject({
    name: line(200).optional(),
    level: z.enum(unitLevels).optional(),
    kind: z.enum(unitKinds).optional(),
    parentId: UnitId.nullable().optional(),
    code: line(40).nullable().optional(),
    place: PlaceCode.nullable().optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0)
export type UnitPatch = z.infer<typeof UnitPatch>

/**
 * What became of units on a day. `on`: the first day of the new order. Abolished: `before` ends, its work goes to `successors`, which
 * live on. Merged: all of `before` end, the one successor begins. Split: the one of `before` ends, the successors begin.
 * A renaming is a change of the unit's name from a day; the unit stays itself.
 */
export const reorganisations = ['abolished', 'merged', 'split'] as const
export const Reorganisation = z.strictObject({
  kind: z.enum(reorganisations),
  on: Day,
  before: z.array(UnitId).min(1).max(60),
  successors: z.array(UnitId).max(60),
  document: DocumentRef.optional(),
})
export type Reorganisation = z.infer<typeof Reorganisation>

export const postGroups = [
  'secretary',
  'deputySecretary',
  'standingMember',
  'committeeMember',
  'councilChair',
  'councilDeputy',
  'governmentChair',
  'governmentDeputy',
  'head',
  'deputyHead',
  'divisionHead',
  'divisionDeputy',
  'inspectionHead',
  'massOrganisationHead',
  'massOrganisationDeputy',
  'specialist',
  'other',
] as const
/** Diện … quản lý: which level manages the post (drives who decides). */
export const managingLevels = [
  'politburo',
  'provincialStandingCommittee',
  'districtStandingCommittee',
  'communeStandingCommittee',
  'unit',
] as const
export type ManagingLevel = (typeof managingLevels)[number]

const postShape = {
  title: line(200),
  group: z.enum(postGroups),
  managedBy: z.enum(managingLevels),
  /** Cán bộ chủ chốt. */
  isKey: z.boolean(),
  isHead: z.boolean(),
  /** Posts of one class are equivalent (guards G-02, G-06). */
  peerClass: line(60),
  /** Smaller is higher. */
  rank: z.int().min(0).max(99),
  seats: z.int().min(1).max(999),
} as const

export const PostData = z.strictObject({
  unitId: UnitId,
  ...postShape,
  isKey: z.boolean().optional(),
  isHead: z.boolean().optional(),
  peerClass: line(60).optional(),
  rank: z.int().min(0).max(99).optional(),
  seats: z.int().min(1).max(999).optional(),
  managedBy: z.enum(managingLevels).optional(),
})
export type PostData = z.infer<typeof PostData>
export const PostPatch = z
  .strictObject({
    title: postShape.title.optional(),
    group: postShape.group.optional(),
    managedBy: postShape.managedBy.nullable().optional(),
    isKey: z.boolean().nullable().optional(),
    isHead: z.boolean().nullable().optional(),
    peerClass: postShape.peerClass.nullable().optional(),
    rank: postShape.rank.nullable().optional(),
    seats: postShape.seats.nullable().optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0)
export type PostPatch = z.infer<typeof PostPatch>
