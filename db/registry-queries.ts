// The statements over the rows of the registry, each prepared once when it is first needed, and the records they hold.
import type Driver from 'better-sqlite3'
import type { PersonId, PostId, UnitId } from '../workflows/core/ids.ts'
import type { PersonRecord, PostRecord, TenureRecord, UnitRecord } from '../workflows/registry/records.ts'
import type { Connection } from './connect.ts'

export type Bound = string | number | null
export type PersonRow = {
  readonly id: number
  readonly person: string
  readonly revision: number
  readonly merged_into: string | null
  readonly confirmed_on: string
  readonly record: string
}
export type RegistryQueries = ReturnType<typeof registryQueries>

const postsKept = 20_000

export function registryQueries({ driver }: Connection) {
  const statements = new Map<string, Driver.Statement<Bound[]>>()
  const rawStatements = new Map<string, Driver.Statement<Bound[]>>()
  function prepared(sql: string): Driver.Statement<Bound[]> {
    const known = statements.get(sql)
    if (known) return known
    const made = driver.prepare<Bound[]>(sql)
    statements.set(sql, made)
    return made
  }
  // The columns are those the statement names, and STRICT vouches for their types.
  const get = <T>(sql: string, ...bound: readonly Bound[]): T | undefined => prepared(sql).get(...bound) as T | undefined
  const all = <T>(sql: string, ...bound: readonly Bound[]): readonly T[] => prepared(sql).all(...bound) as readonly T[]

  const mergedIntoOf = (person: string): string | undefined =>
    get<{ merged_into: string | null }>('SELECT merged_into FROM registry_people WHERE person = ?', person)?.merged_into ?? undefined

  let namesVersion = 0
  const unitsOfPosts = new Map<string, string>()

  return {
    get,
    all,
    each: <T>(sql: string, ...bound: readonly Bound[]): IterableIterator<T> => prepared(sql).iterate(...bound) as IterableIterator<T>,
    /** Rows as lists of their columns: for reading many. */
    rows: <T>(sql: string, ...bound: readonly Bound[]): IterableIterator<T> => {
      const known = rawStatements.get(sql) ?? driver.prepare<Bound[]>(sql).raw()
      rawStatements.set(sql, known)
      return known.iterate(...bound) as IterableIterator<T>
    },
    run: (sql: string, ...bound: readonly Bound[]): void => void prepared(sql).run(...bound),
    /** The record that goes on for this one: itself unless it was merged. */
    root(person: string): string {
      let at = person
      for (let next = mergedIntoOf(at); next !== undefined; next = mergedIntoOf(at)) at = next
      return at
    },
    /** Records that were merged into this one, and into those. */
    mergedInto: (person: string): readonly string[] =>
      all<{ person: string }>(
        `WITH RECURSIVE below(person) AS (
          SELECT person FROM registry_people WHERE merged_into = ?
          UNION SELECT p.person FROM registry_people p JOIN below b ON p.merged_into = b.person)
        SELECT person FROM below`,
        person,
      ).map((row) => row.person),
    personRow: (person: string) =>
      get<PersonRow>('SELECT id, person, revision, merged_into, confirmed_on, record FROM registry_people WHERE person = ?', person),
    personOf: (row: PersonRow, tenures: readonly TenureRecord[]): PersonRecord => ({
      personId: row.person as PersonId,
      revision: row.revision,
      spans: JSON.parse(row.record),
      ...(row.merged_into !== null && { mergedInto: row.merged_into as PersonId }),
      confirmedOn: row.confirmed_on,
      tenures,
    }),
    unit(unitId: UnitId): UnitRecord | undefined {
      const row = get<{ revision: number; record: string }>('SELECT revision, record FROM registry_units WHERE unit = ?', unitId)
      return row && { unitId, revision: row.revision, ...JSON.parse(row.record) }
    },
    post(postId: PostId): PostRecord | undefined {
      const row = get<{ revision: number; record: string }>('SELECT revision, record FROM registry_posts WHERE post = ?', postId)
      return row && { postId, revision: row.revision, spans: JSON.parse(row.record) }
    },
    /** Counts on when rows of names are written, so that whoever keeps names in memory knows. */
    namesChanged: (): void => void namesVersion++,
    namesVersion: (): number => namesVersion,
    /** After a transaction that did not land: what was seen inside it never was. */
    forget(): void {
      unitsOfPosts.clear()
      namesVersion++
    },
    /** A post stays in its unit for good, so what was found once is kept; a post taken back is never asked about again. */
    unitOfPost(postId: string): string | undefined {
      const known = unitsOfPosts.get(postId)
      if (known !== undefined) return known
      const found = get<{ unit: string }>('SELECT unit FROM registry_posts WHERE post = ?', postId)?.unit
      if (unitsOfPosts.size >= postsKept) unitsOfPosts.clear()
      if (found !== undefined) unitsOfPosts.set(postId, found)
      return found
    },
  }
}

/** An older file opened for reading only has no such tables: then it has no registry either. */
export const hasRegistry = ({ driver }: Connection): boolean =>
  driver.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'registry_people'").get() !== undefined
