// What the law and the services ask of the registry, answered from its rows (see `RegistryReads`).
import type { PersonId, PostId, TenureId, UnitId } from '../workflows/core/ids.ts'
import { nameKey } from '../workflows/core/name-order.ts'
import { entityKey, foldPerson, type StampedEntry, touchedBy } from '../workflows/registry/fold.ts'
import { type KnownFact, type RegistryReads, type Span, spanOn, type TenureRecord } from '../workflows/registry/records.ts'
import { entriesOf } from '../workflows/registry/undo.ts'
import type { PostData } from '../workflows/registry/unit.ts'
import type { RegistryQueries } from './registry-queries.ts'

type TenureRow = { readonly tenure: string; readonly data: string }
const tenureOf = ({ tenure, data }: TenureRow): TenureRecord => ({ tenureId: tenure as TenureId, data: JSON.parse(data) })

export function registryReads(q: RegistryQueries, log: { readonly version: () => number; readonly factAt: FactAt }): RegistryReads {
  const tenuresOf = (personId: string): readonly TenureRecord[] =>
    q.all<TenureRow>('SELECT tenure, data FROM registry_tenures WHERE person = ? ORDER BY since, tenure', personId).map(tenureOf)

  return {
    version: log.version,
    person(personId) {
      const row = q.personRow(personId)
      return row && q.personOf(row, tenuresOf(personId))
    },
    personAsKnown(personId, version) {
      const key = entityKey({ kind: 'person', id: personId })
      const known = q.all<{ version: number }>(
        `SELECT version FROM registry_touches t WHERE entity = ? AND version <= ?
        AND NOT EXISTS (SELECT 1 FROM registry_undone u WHERE u.version = t.version AND u.undone_by <= ?) ORDER BY version`,
        key,
        version,
        version,
      )
      const entries = known.flatMap((one): readonly StampedEntry[] => {
        const found = log.factAt(one.version)
        return found ? entriesOf(found.fact).map((entry) => ({ version: one.version, at: found.at, entry })) : []
      })
      return foldPerson(
        personId,
        entries.filter(({ entry }) => touchedBy(entry).some((touched) => entityKey(touched) === key)),
      )
    },
    unit: q.unit,
    post: q.post,
    tenure(personId, tenureId) {
      const row = q.get<TenureRow>('SELECT tenure, data FROM registry_tenures WHERE person = ? AND tenure = ?', personId, tenureId)
      return row && tenureOf(row)
    },
    peopleWithNumber: (citizenId) =>
      q
        .all<{ person: string }>('SELECT DISTINCT person FROM registry_names WHERE citizen_id = ? AND merged = 0', citizenId)
        .map(({ person }) => person as PersonId),
    peopleNamed(name) {
      const key = nameKey(name)
      const rows = q.all<{ person: string; birth_date: string | null }>(
        `SELECT n.person, n.birth_date FROM registry_names n INDEXED BY registry_names_in_order
        WHERE n.merged = 0 AND n.sort_key >= ? AND n.sort_key < ? ORDER BY n.id`,
        key,
        // A birth date or "~" follows the name.
        `${key}\u007f`,
      )
      const found = new Map<string, string[]>()
      for (const { person, birth_date } of rows) {
        const dates = found.get(person) ?? []
        if (birth_date !== null) dates.push(birth_date)
        found.set(person, dates)
      }
      return [...found].map(([person, birthDates]) => ({ personId: person as PersonId, birthDates }))
    },
    tenuresInUnit: (unitId, day) =>
      q
        .all<TenureRow>(
          'SELECT tenure, data FROM registry_tenures WHERE unit = ? AND since <= ? AND until > ? ORDER BY post, since, tenure',
          unitId,
          day,
          day,
        )
        .map(tenureOf),
    holdersOf: (postId, day) =>
      q
        .all<TenureRow>(
          'SELECT tenure, data FROM registry_tenures WHERE unit = ? AND post = ? AND since <= ? AND until > ? ORDER BY since, tenure',
          q.unitOfPost(postId) ?? '',
          postId,
          day,
          day,
        )
        .map(tenureOf),
    tenuresFrom: (postId, day) =>
      q
        .all<TenureRow>(
          'SELECT tenure, data FROM registry_tenures WHERE unit = ? AND post = ? AND until > ? ORDER BY since, tenure',
          q.unitOfPost(postId) ?? '',
          postId,
          day,
        )
        .map(tenureOf),
    postsOf(unitId, day) {
      const rows = q.all<{ post: string; record: string }>('SELECT post, record FROM registry_posts WHERE unit = ? ORDER BY post', unitId)
      return rows.flatMap(({ post, record }) => {
        const data = spanOn(JSON.parse(record) as readonly Span<PostData>[], day)?.data
        return data ? [{ ...data, postId: post as PostId }] : []
      })
    },
    unitsUnder: (unitId, day) =>
      q
        .all<{ unit: string; data: string }>(
          'SELECT unit, data FROM registry_unit_spans WHERE parent = ? AND since <= ? AND until > ? ORDER BY folded, unit',
          unitId ?? '',
          day,
          day,
        )
        .map(({ unit, data }) => ({ ...JSON.parse(data), unitId: unit as UnitId })),
    postsEver: (unitId) => q.all<{ post: PostId }>('SELECT post FROM registry_posts WHERE unit = ?', unitId).map(({ post }) => post),
    unitsEverUnder: (unitId) =>
      q.all<{ unit: UnitId }>('SELECT DISTINCT unit FROM registry_unit_spans WHERE parent = ?', unitId).map(({ unit }) => unit),
    knows: (kind, id) => q.get(knowing[kind], id) !== undefined,
    factAt(version) {
      const known = log.factAt(version)
      const undone = q.get<{ undone_by: number }>('SELECT undone_by FROM registry_undone WHERE version = ?', version)
      return known && { ...known, ...(undone && { undoneBy: undone.undone_by }) }
    },
    versionsOfImport: (importId) =>
      q
        .all<{ version: number }>('SELECT version FROM registry_imports WHERE import_id = ? ORDER BY part', importId)
        .map(({ version }) => version),
    builtUpon(versions, limit) {
      const found = new Set<number>()
      const own = new Set(versions)
      for (const key of touchedKeys(versions, log.factAt)) {
        const touching = q.all<{ version: number }>(
          'SELECT version FROM registry_touches t WHERE entity = ? AND NOT EXISTS (SELECT 1 FROM registry_undone u WHERE u.version = t.version)',
          key,
        )
        const first = touching.find(({ version }) => own.has(version))?.version ?? Number.MAX_SAFE_INTEGER
        for (const { version } of touching) if (version > first && !own.has(version)) found.add(version)
        if (found.size >= limit) break
      }
      return [...found].sort((one, other) => one - other)
    },
    touches: (kind, id) =>
      q
        .all<{ version: number }>('SELECT version FROM registry_touches WHERE entity = ? ORDER BY version DESC', `${kind} ${id}`)
        .map(({ version }) => version),
  }
}

type FactAt = (version: number) => Omit<KnownFact, 'undoneBy'> | undefined

/** Keys of the records that facts speak of, each once. */
function touchedKeys(versions: readonly number[], factAt: FactAt): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const version of versions) {
    const fact = factAt(version)?.fact
    for (const entry of fact ? entriesOf(fact) : []) for (const touched of touchedBy(entry)) keys.add(entityKey(touched))
  }
  return keys
}

const knowing = {
  person: 'SELECT 1 FROM registry_people WHERE person = ?',
  unit: 'SELECT 1 FROM registry_units WHERE unit = ?',
  post: 'SELECT 1 FROM registry_posts WHERE post = ?',
} as const
