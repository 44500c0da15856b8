// Counts of what is wrong with records, per unit and for all, and records that may be of one person. Reads narrow indexes, not records.
import type { PersonId } from '../workflows/core/ids.ts'
import type { RegistryQueries } from './registry-queries.ts'

export type Counted = { readonly people: number; readonly missing: number; readonly stale: number; readonly contradictory: number }
/** `bits`: how many records stand with these bits set. */
export type QualityCounts = {
  readonly units: ReadonlyMap<string, Counted>
  /** People who hold no post on the day. */
  readonly unplaced: Counted
  readonly total: Counted
  readonly bits: readonly { readonly missing: number; readonly contradictions: number; readonly stale: number; readonly people: number }[]
}
export type Suspect = {
  readonly personId: PersonId
  readonly name: string
  readonly birthDate?: string
  readonly citizenId?: string
}
export type RegistryQuality = ReturnType<typeof registryQuality>

type Tally = { people: number; missing: number; stale: number; contradictory: number }
const empty = (): Tally => ({ people: 0, missing: 0, stale: 0, contradictory: 0 })
type Marked = { readonly confirmed_on: string; readonly missing: number; readonly contradictions: number }

function count(tally: Tally, { confirmed_on, missing, contradictions }: Marked, staleBefore: string): void {
  tally.people++
  if (missing !== 0) tally.missing++
  if (contradictions !== 0) tally.contradictory++
  if (confirmed_on < staleBefore) tally.stale++
}

export function registryQuality(q: RegistryQueries) {
  return {
    counts(day: string, staleBefore: string): QualityCounts {
      const units = new Map<string, Tally>()
      const total = empty()
      const placed = empty()
      const seen = new Set<string>()
      let unit: string | undefined
      let inUnit = new Set<string>()
      for (const row of q.each<Marked & { unit: string; person: string }>(
        `SELECT t.unit, t.person, p.confirmed_on, p.missing, p.contradictions
        FROM registry_tenures t INDEXED BY registry_tenures_in_unit
        CROSS JOIN registry_people p INDEXED BY registry_people_quality ON p.person = t.person AND p.merged_into IS NULL
        WHERE t.since <= ? AND t.until > ? ORDER BY t.unit`,
        day,
        day,
      )) {
        if (row.unit !== unit) {
          unit = row.unit
          inUnit = new Set()
        }
        // Whoever holds two posts of one unit is one person there.
        if (inUnit.has(row.person)) continue
        inUnit.add(row.person)
        const tally = units.get(row.unit) ?? empty()
        units.set(row.unit, tally)
        count(tally, row, staleBefore)
        if (seen.has(row.person)) continue
        seen.add(row.person)
        count(placed, row, staleBefore)
      }
      const bits = q.all<{ missing: number; contradictions: number; stale: number; people: number }>(
        `SELECT missing, contradictions, confirmed_on < ? AS stale, count(*) AS people
        FROM registry_people INDEXED BY registry_people_quality WHERE merged_into IS NULL GROUP BY 1, 2, 3`,
        staleBefore,
      )
      for (const one of bits) {
        total.people += one.people
        if (one.missing !== 0) total.missing += one.people
        if (one.contradictions !== 0) total.contradictory += one.people
        if (one.stale !== 0) total.stale += one.people
      }
      const unplaced = {
        people: total.people - placed.people,
        missing: total.missing - placed.missing,
        stale: total.stale - placed.stale,
        contradictory: total.contradictory - placed.contradictory,
      }
      return { units, unplaced, total, bits }
    },

    /** Records with one citizen number, at most `limit` groups. */
    sameNumber(limit: number): readonly (readonly Suspect[])[] {
      const numbers = q.all<{ citizen_id: string }>(
        `SELECT citizen_id FROM registry_names INDEXED BY registry_names_by_number WHERE citizen_id IS NOT NULL AND merged = 0
        GROUP BY citizen_id HAVING count(DISTINCT person) > 1 LIMIT ?`,
        limit,
      )
      return numbers.map(({ citizen_id }) =>
        suspects(
          q,
          q
            .all<{ id: number }>('SELECT id FROM registry_names WHERE citizen_id = ? AND merged = 0 GROUP BY person', citizen_id)
            .map(({ id }) => id),
        ),
      )
    },

    /** Records of one name, as they stand in order: groups of two and more, each handed to `choose`, until `limit` of them were kept. */
    sameName(limit: number, choose: (group: readonly Suspect[]) => readonly Suspect[]): readonly (readonly Suspect[])[] {
      const kept: (readonly Suspect[])[] = []
      let key = ''
      let ids: number[] = []
      const end = (): void => {
        if (ids.length < 2) return
        const chosen = choose(suspects(q, ids))
        if (chosen.length > 1) kept.push(chosen)
      }
      const rows = q.all<{ id: number; sort_key: string }>(
        'SELECT id, sort_key FROM registry_names INDEXED BY registry_names_in_order WHERE merged = 0 ORDER BY sort_key',
      )
      for (const { id, sort_key } of rows) {
        const name = sort_key.slice(0, sort_key.lastIndexOf(' '))
        if (name === key) ids.push(id)
        else {
          end()
          if (kept.length >= limit) return kept
          key = name
          ids = [id]
        }
      }
      end()
      return kept
    },
  }
}

function suspects(q: RegistryQueries, ids: readonly number[]): readonly Suspect[] {
  const rows = q.all<{ person: string; name: string; birth_date: string | null; citizen_id: string | null }>(
    `SELECT n.person, n.name, n.birth_date, n.citizen_id FROM json_each(?) found JOIN registry_names n ON n.id = found.value ORDER BY n.sort_key, n.id`,
    JSON.stringify(ids),
  )
  return rows.map(({ person, name, birth_date, citizen_id }) => ({
    personId: person as PersonId,
    name,
    ...(birth_date !== null && { birthDate: birth_date }),
    ...(citizen_id !== null && { citizenId: citizen_id }),
  }))
}
