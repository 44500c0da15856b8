// What may be wrong in the registry, as screens see it: the gauge of what is missing, records that may be one person, relatives in posts.
import type { Suspect } from '../../db/registry-quality.ts'
import { type FamilyView, familyConflicts } from '../../workflows/eligibility/family-office.ts'
import type { QualityView, RegistryAnswers } from '../../workflows/registry/counter.ts'
import { mayBeOneDate } from '../../workflows/registry/decide.ts'
import { contradictions, neededFields, staleBefore } from '../../workflows/registry/quality.ts'
import type { OpenFile } from './open-file.ts'
import { namesOn } from './registry-names.ts'

const groupsShown = 100
/** A name borne by more people than this is no sign that two of them are one. */
const commonName = 60

/** Counted once for a day: every screen that shows the gauge asks again, and only an edit changes it. */
const counted = new WeakMap<OpenFile, { readonly version: number; readonly view: QualityView }>()

export function qualityView(open: OpenFile, day: string): QualityView {
  const version = open.archive.registry.reads.version()
  const known = counted.get(open)
  if (known?.version === version && known.view.day === day) return known.view
  const view = countQuality(open, day)
  counted.set(open, { version, view })
  return view
}

function countQuality(open: OpenFile, day: string): QualityView {
  const { reads, quality } = open.archive.registry
  const limit = staleBefore(day)
  const counts = quality.counts(day, limit)
  const names = namesOn(reads)
  const figures: Record<string, number> = {}
  for (const { missing, contradictions: odd, people } of counts.bits) {
    neededFields.forEach((field, index) => {
      if (missing & (1 << index)) figures[field] = (figures[field] ?? 0) + people
    })
    contradictions.forEach((one, index) => {
      if (odd & (1 << index)) figures[one] = (figures[one] ?? 0) + people
    })
  }
  const units = [...counts.units].map(([unitId, counted]) => ({ unitId, unit: names.whole(unitId, day), ...counted }))
  units.sort((one, other) => other.missing + other.contradictory + other.stale - (one.missing + one.contradictory + one.stale))
  const rest = counts.unplaced.people > 0 ? [{ unitId: '', unit: '', ...counts.unplaced }] : []
  return { day, staleBefore: limit, total: counts.total, units: [...units, ...rest], figures }
}

/** Found once for a day, as the gauge is. */
const families = new WeakMap<OpenFile, { readonly version: number; readonly view: FamilyView }>()

export function familyView(open: OpenFile, day: string): FamilyView {
  const { reads, lists } = open.archive.registry
  const version = reads.version()
  const known = families.get(open)
  if (known?.version === version && known.view.day === day) return known.view
  const view = familyConflicts(reads, lists.withFamily(), day)
  families.set(open, { version, view })
  return view
}

export function duplicates(open: OpenFile): RegistryAnswers['duplicates'] {
  const { quality } = open.archive.registry
  const byNumber = quality.sameNumber(groupsShown).map((people) => ({ by: 'number' as const, people }))
  const byName = quality.sameName(groupsShown, mayBeOne).map((people) => ({ by: 'name' as const, people }))
  return [...byNumber, ...byName]
}

/** Those of one name for whom there is another whose birth date can be the same and whose number is not another one. */
function mayBeOne(group: readonly Suspect[]): readonly Suspect[] {
  if (group.length > commonName) return []
  return group.filter((one) =>
    group.some(
      (other) =>
        other.personId !== one.personId &&
        mayBeOneDate(one.birthDate, other.birthDate) &&
        (one.citizenId === undefined || other.citizenId === undefined || one.citizenId === other.citizenId),
    ),
  )
}
