// Units a roster names, looked for among those of a day: in the body whose roster it is, where the clerk said so, otherwise in the whole registry.
import type { UnitId } from '../../core/ids.ts'
import type { UnitData } from '../unit.ts'
import type { ImportReads } from './reads.ts'
import { folded } from './text.ts'

export type StandingUnit = {
  readonly unitId: UnitId
  readonly name: string
  readonly kind: UnitData['kind']
  readonly parentId: UnitId | undefined
}
/** The body whose roster it is. `path`: names of those above it, the topmost first. */
export type RosterBody = { readonly name: string; readonly path: readonly string[] }
/** `isElsewhere`: the body has none of that name, others have. */
export type UnitsFound = { readonly units: readonly StandingUnit[]; readonly isElsewhere: boolean }

/** @param rosterOf the body whose roster it is; one that does not stand on the day leaves `body` undefined. */
export function unitsOn(known: ImportReads, day: string, rosterOf: UnitId | undefined) {
  /** By their names without marks, where one name may stand for several. */
  const named = new Map<string, StandingUnit[]>()
  const all: StandingUnit[] = []
  const above: StandingUnit[] = []
  const within = new Set<UnitId>()
  let body: RosterBody | undefined
  const walk = (parents: readonly StandingUnit[], isWithin: boolean) => {
    if (parents.length > 20) return
    const parentId = parents.at(-1)?.unitId
    for (const { unitId, name, kind } of known.unitsUnder(parentId, day)) {
      const unit = { unitId, name, kind, parentId }
      all.push(unit)
      const key = folded(name)
      const list = named.get(key)
      if (list === undefined) named.set(key, [unit])
      else list.push(unit)
      if (unitId === rosterOf) {
        body = { name, path: parents.map((one) => one.name) }
        above.push(...parents)
      }
      const isOfBody = isWithin || unitId === rosterOf
      if (isOfBody) within.add(unitId)
      walk([...parents, unit], isOfBody)
    }
  }
  walk([], false)
  const isNear = ({ unitId }: StandingUnit): boolean => within.has(unitId)

  function find(name: string): UnitsFound {
    const units = named.get(folded(name)) ?? []
    if (body === undefined || units.length === 0) return { units, isElsewhere: false }
    const inBody = units.filter(isNear)
    if (inBody.length > 0) return { units: inBody, isElsewhere: false }
    const over = units.filter((unit) => above.includes(unit))
    return { units: over, isElsewhere: over.length === 0 }
  }
  /** Those that fit, of the body alone where it has any. */
  function filter(fits: (unit: StandingUnit) => boolean): readonly StandingUnit[] {
    const fitting = all.filter(fits)
    const inBody = fitting.filter(isNear)
    return inBody.length > 0 ? inBody : fitting
  }
  /** Above a unit, and right under it. */
  const around = ({ unitId, parentId }: StandingUnit): readonly StandingUnit[] =>
    all.filter((one) => one.parentId === unitId || (parentId !== undefined && one.unitId === parentId))
  return { body: body as RosterBody | undefined, find, filter, around }
}
