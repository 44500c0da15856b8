// Family of officials and the posts that may not be held together (procedure.md G-19; QĐ205, QĐ114).
import { z } from 'zod'
import { line } from '../core/document.ts'
import { Day } from '../core/stamp.ts'
import { relations } from '../registry/person.ts'
import { gap, ruled } from '../rulebooks/cite.ts'
import type { Ruled } from '../rulebooks/types.ts'

/** Sectors whose heads at one level may not be close relatives (13; QĐ114). */
export const sectors = [
  'homeAffairs',
  'inspection',
  'finance',
  'banking',
  'tax',
  'customs',
  'industryAndTrade',
  'planningInvestment',
  'naturalResources',
  'military',
  'police',
  'court',
  'procuracy',
] as const
export type Sector = (typeof sectors)[number]

export const QD205 = 'Quy định 205-QĐ/TW'
export const QD114 = 'Quy định 114-QĐ/TW'

/** What of a post matters beside a relative's. `level`: of the body, e.g. `province`. */
export const PostBeside = z.strictObject({
  post: line(200),
  unit: line(200),
  level: z.enum(['central', 'province', 'district', 'commune', 'unit']),
  isHead: z.boolean(),
  isKey: z.boolean(),
  sector: z.enum(sectors).optional(),
  /** Unit that stands directly above. */
  superior: line(200).optional(),
})
export type PostBeside = z.infer<typeof PostBeside>

export const Relative = z.strictObject({
  name: line(120),
  relation: z.enum(relations),
  /** By the side of the spouse. */
  inLaw: z.boolean().optional(),
  holds: PostBeside.optional(),
  from: Day.optional(),
  until: Day.optional(),
})
export type Relative = z.infer<typeof Relative>

/** Whose posts are looked at, own or in-law. The list of relations was not seen in the text. */
export const closeOn = (day: string): Ruled<readonly (typeof relations)[number][]> =>
  ruled(['spouse', 'father', 'mother', 'child', 'brother', 'sister'], 'GK', gap(day < qd114From ? QD205 : QD114, 'G-19'))
const qd114From = '2023-07-11'
/** The rule of the day: QĐ205, and from 11 July 2023 QĐ114. */
export const familyRuleOn = (day: string): Ruled<boolean> => ruled(true, 'REPORT', day < qd114From ? QD205 : QD114)

export const conflictKinds = ['bothKeyInOneBody', 'sectorsOfOneLevel', 'oneAboveTheOther'] as const
export type ConflictKind = (typeof conflictKinds)[number]
export type Conflict = { readonly kind: ConflictKind; readonly relative: Relative; readonly rule: Ruled<string> }

/** Relatives whose posts on the day do not go together with the post asked for. */
export function conflictsOf(post: PostBeside, relatives: readonly Relative[], day: string): Conflict[] {
  const close = closeOn(day)
  return relatives.flatMap((relative): Conflict[] => {
    const { holds, relation, from, until } = relative
    if (!holds || !close.value.includes(relation)) return []
    if ((from !== undefined && from > day) || (until !== undefined && until < day)) return []
    const kind = conflictOf(post, holds)
    return kind === undefined ? [] : [{ kind, relative, rule: ruled(kind, 'REPORT', close.article) }]
  })
}

function conflictOf(post: PostBeside, other: PostBeside): ConflictKind | undefined {
  if (post.unit === other.unit && (post.isHead || post.isKey) && (other.isHead || other.isKey)) return 'bothKeyInOneBody'
  const sectorsMeet = post.sector !== undefined && other.sector !== undefined
  if (sectorsMeet && post.isHead && other.isHead && post.level === other.level) return 'sectorsOfOneLevel'
  const isAbove = (one: PostBeside, below: PostBeside) => one.isHead && below.isHead && below.superior === one.unit
  return isAbove(post, other) || isAbove(other, post) ? 'oneAboveTheOther' : undefined
}
