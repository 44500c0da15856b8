// Family relations between officials of all units on a day, and the posts among them that may not be held together (procedure.md G-19).
import type { PersonId } from '../core/ids.ts'
import { type RegistryReads, spanOn } from '../registry/records.ts'
import { isHeldOn } from '../registry/tenure.ts'
import { gap, ruled } from '../rulebooks/cite.ts'
import type { Evidence } from '../rulebooks/types.ts'
import { type ConflictKind, closeOn, conflictsOf, type PostBeside, QD114, type Relative, type Sector } from './family.ts'
import { postBeside } from './from-registry.ts'

type Official = {
  readonly personId: PersonId
  readonly name: string
  readonly post: string
  readonly unit: string
  readonly unitId: string
}
export type FamilyConflict = {
  readonly kind: ConflictKind
  /** What `other` is to `one`. */
  readonly relation: Relative['relation']
  readonly inLaw: boolean
  readonly one: Official
  readonly other: Official
  /** `evidence`: DEFAULT where the sector was told by the name of the unit. */
  readonly rule: { readonly article: string; readonly evidence: Evidence }
}
export type FamilyView = {
  readonly day: string
  readonly conflicts: readonly FamilyConflict[]
  /** Close relations between two records that were looked at. */
  readonly looked: number
  /** Close relations of officials typed by name alone: nobody can tell what post the relative holds. */
  readonly unlinked: number
}

/** The registry holds no sector: the thirteen of G-19 are told by the name of the unit, a default and shown as one. Names of before 2025 too. */
const sectorNames: readonly (readonly [sector: Sector, words: readonly string[]])[] = [
  ['homeAffairs', ['nội vụ']],
  ['inspection', ['thanh tra']],
  ['finance', ['sở tài chính', 'phòng tài chính', 'bộ tài chính']],
  ['banking', ['ngân hàng']],
  ['tax', ['thuế']],
  ['customs', ['hải quan']],
  ['industryAndTrade', ['công thương']],
  ['planningInvestment', ['kế hoạch và đầu tư']],
  ['naturalResources', ['tài nguyên', 'nông nghiệp và môi trường']],
  ['military', ['quân sự']],
  ['police', ['công an']],
  ['court', ['tòa án', 'toà án']],
  ['procuracy', ['viện kiểm sát']],
]
const sectorRule = ruled(true, 'DEFAULT', gap(QD114, 'G-19: ngành suy từ tên đơn vị'))

export function sectorOfName(unit: string): Sector | undefined {
  const name = unit.normalize('NFC').toLowerCase()
  return sectorNames.find(([, words]) => words.some((word) => name.includes(word)))?.[0]
}

type Held = { readonly beside: PostBeside; readonly official: Official; readonly from: string; readonly until: string | undefined }

/** `people`: records that tell of a family; others have nothing to be looked at. */
export function familyConflicts(reads: RegistryReads, people: Iterable<PersonId>, day: string): FamilyView {
  const close: readonly string[] = closeOn(day).value
  const held = new Map<PersonId, readonly Held[]>()
  const heldBy = (personId: PersonId): readonly Held[] => {
    const known = held.get(personId) ?? postsHeld(reads, personId, day)
    held.set(personId, known)
    return known
  }
  const found = new Map<string, FamilyConflict>()
  const pairs = new Set<string>()
  let unlinked = 0
  for (const personId of people) {
    const record = reads.person(personId)
    const family = (record && spanOn(record.spans, day)?.data.family) ?? []
    for (const { relation, inLaw, name, personId: kin } of family) {
      if (!close.includes(relation) || heldBy(personId).length === 0) continue
      if (kin === undefined) {
        unlinked += 1
        continue
      }
      const other = reads.person(kin)?.mergedInto ?? kin
      pairs.add([personId, other].toSorted().join(' '))
      for (const one of heldBy(personId)) {
        for (const their of heldBy(other)) {
          const relative: Relative = {
            name,
            relation,
            ...(inLaw === true && { inLaw }),
            holds: their.beside,
            from: their.from,
            until: their.until,
          }
          const [conflict] = conflictsOf(one.beside, [relative], day)
          if (!conflict) continue
          const { kind, rule } = conflict
          // Both may tell of each other: it is one conflict.
          const key = [
            kind,
            ...[one, their].map(({ official }) => `${official.personId} ${official.unitId} ${official.post}`).toSorted(),
          ].join('|')
          if (found.has(key)) continue
          const cited = kind === 'sectorsOfOneLevel' ? sectorRule : rule
          found.set(key, {
            kind,
            relation,
            inLaw: inLaw === true,
            one: one.official,
            other: their.official,
            rule: { article: cited.article, evidence: cited.evidence },
          })
        }
      }
    }
  }
  const conflicts = [...found.values()].sort((a, b) => (a.one.unit === b.one.unit ? 0 : a.one.unit < b.one.unit ? -1 : 1))
  return { day, conflicts, looked: pairs.size, unlinked }
}

function postsHeld(reads: RegistryReads, personId: PersonId, day: string): readonly Held[] {
  const record = reads.person(personId)
  const name = record && (spanOn(record.spans, day) ?? record.spans.at(-1))?.data.name
  if (!record || name === undefined) return []
  return record.tenures
    .filter(({ data }) => isHeldOn(data, day))
    .flatMap(({ data }) => {
      const found = postBeside(reads, data, day)
      if (!found) return []
      const { unitId, ...beside } = found
      const sector = sectorOfName(beside.unit)
      return [
        {
          beside: { ...beside, ...(sector && { sector }) },
          official: { personId, name, post: beside.post, unit: beside.unit, unitId },
          from: data.from,
          until: data.lastDay,
        },
      ]
    })
}
