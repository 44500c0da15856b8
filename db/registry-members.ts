// Who is on a filtered list: everybody of some units on a day, everybody whose record has a fault, or both. Gathered once for each state of the
// registry and kept for the pages and key presses that follow; a province's worth takes long, so it can be gathered a piece at a time.
import type { RegistryQueries } from './registry-queries.ts'

/** A fault of records: bits of `missing` or `contradictions` of which one is set, or days before which nobody looked; any of the three. */
export type Fault = { readonly missing: number; readonly contradictions: number; readonly staleBefore: string }
export type Filter = {
  readonly day: string
  /** Of these units on the day. */
  readonly units?: readonly string[] | undefined
  readonly fault?: Fault | undefined
}
/** Ids of rows of `registry_names` that hold on the day. */
export type Members = ReadonlySet<number>
export type RegistryMembers = ReturnType<typeof registryMembers>

const isFaulty = '(p.missing & ? <> 0 OR p.contradictions & ? <> 0 OR p.confirmed_on < ?)'
/** Filters kept: the list on the screen, the one before it, one that is being exported. */
const kept = 4
/** Units, and records with a fault, looked up at once: some milliseconds. */
const unitsAtOnce = 50
const recordsAtOnce = 1000

type Gathering = {
  readonly key: string
  readonly version: number
  readonly ids: Set<number>
  readonly pieces: Iterator<void>
  isWhole: boolean
}

/** `version`: of what the rows say. */
export function registryMembers(q: RegistryQueries, version: () => number) {
  let gatherings: readonly Gathering[] = []

  function* gather(ids: Set<number>, { day, units, fault }: Filter): Generator<void> {
    const faults = fault ? [fault.missing, fault.contradictions, fault.staleBefore] : []
    if (units === undefined) {
      for (let after: string | undefined = ''; after !== undefined; ) {
        const found: readonly { person: string; id: number }[] = q.all(
          `SELECT p.person, n.id FROM registry_people p INDEXED BY registry_people_quality CROSS JOIN registry_names n ON n.person = p.person
          WHERE p.merged_into IS NULL AND p.person > ? AND ${isFaulty} AND n.since <= ? AND n.until > ? ORDER BY p.person LIMIT ${recordsAtOnce}`,
          after,
          ...faults,
          day,
          day,
        )
        for (const { id } of found) ids.add(id)
        after = found.length < recordsAtOnce ? undefined : found.at(-1)?.person
        yield
      }
      return
    }
    for (let at = 0; at < units.length; at += unitsAtOnce) {
      const found = q.all<{ id: number }>(
        `SELECT n.id FROM (SELECT DISTINCT person FROM registry_tenures WHERE unit IN (SELECT value FROM json_each(?)) AND since <= ? AND until > ?) held
        CROSS JOIN registry_people p INDEXED BY registry_people_quality ON p.person = held.person AND p.merged_into IS NULL ${fault ? `AND ${isFaulty}` : ''}
        CROSS JOIN registry_names n ON n.person = p.person WHERE n.since <= ? AND n.until > ?`,
        JSON.stringify(units.slice(at, at + unitsAtOnce)),
        day,
        day,
        ...faults,
        day,
        day,
      )
      for (const { id } of found) ids.add(id)
      yield
    }
  }

  function gatheringOf(filter: Filter): Gathering {
    const [key, now] = [JSON.stringify([filter.day, filter.units, filter.fault]), version()]
    const known = gatherings.find((one) => one.key === key && one.version === now)
    if (known !== undefined) return known
    const ids = new Set<number>()
    const fresh: Gathering = { key, version: now, ids, pieces: gather(ids, filter), isWhole: false }
    gatherings = [fresh, ...gatherings.filter((one) => one.version === now)].slice(0, kept)
    return fresh
  }

  /** One piece more; true once nobody is missing. */
  function prepare(filter: Filter): boolean {
    const gathering = gatheringOf(filter)
    if (!gathering.isWhole) gathering.isWhole = gathering.pieces.next().done === true
    return gathering.isWhole
  }

  return {
    prepare,
    of(filter: Filter): Members {
      while (!prepare(filter));
      return gatheringOf(filter).ids
    },
  }
}
