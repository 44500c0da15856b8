// Lists of people: in the order of Vietnamese names, found by parts of the name, of a unit on a day. Each answer reads a window, not the registry.
import { foldedWords } from '../workflows/core/folded-text.ts'
import type { ImportId, PersonId, UnitId } from '../workflows/core/ids.ts'
import type { UnitData } from '../workflows/registry/unit.ts'
import type { Filter, Members, RegistryMembers } from './registry-members.ts'
import type { RegistryNames } from './registry-names.ts'
import type { RegistryQueries } from './registry-queries.ts'

export type ListedPerson = {
  readonly personId: PersonId
  readonly name: string
  readonly birthDate?: string
  readonly sex?: 'male' | 'female'
  readonly citizenId?: string
}
export type PeopleWindow = Filter & { readonly search: string; readonly from: number; readonly count: number }
/** `found`: how many there are; with `isMore`, at least so many. */
export type PeopleFound = { readonly found: number; readonly isMore: boolean; readonly rows: readonly ListedPerson[] }
export type ImportRow = { readonly importId: ImportId; readonly parts: number; readonly first: number; readonly isUndone: boolean }
export type RegistryLists = ReturnType<typeof registryLists>

type Row = {
  person: string
  name: string
  birth_date: string | null
  sex: 'male' | 'female' | null
  citizen_id: string | null
}
const columns = 'n.person, n.name, n.birth_date, n.sex, n.citizen_id'
const listed = ({ person, name, birth_date, sex, citizen_id }: Row): ListedPerson => ({
  personId: person as PersonId,
  name,
  ...(birth_date !== null && { birthDate: birth_date }),
  ...(sex !== null && { sex }),
  ...(citizen_id !== null && { citizenId: citizen_id }),
})

/** Numbers that begin alike: a list shows the first of them. */
const mostNumbers = 500

/** So many people of a filtered list are put in order at once; of more, the walk through all names in order meets a window soon. */
const few = 2000
const isNumber = (words: readonly string[]): words is readonly [string] => words.length === 1 && /^\d{3,}$/.test(words[0] ?? '')

export function registryLists(q: RegistryQueries, names: RegistryNames, members: RegistryMembers) {
  /** By a number, or the beginning of one. */
  function byNumber(digits: string, { day, from, count }: PeopleWindow, within?: Members): PeopleFound {
    const all = q.all<Row & { id: number }>(
      `SELECT n.id, ${columns} FROM registry_names n
      WHERE n.citizen_id >= ? AND n.citizen_id < ? AND n.citizen_id IS NOT NULL AND n.merged = 0 AND n.since <= ? AND n.until > ?
      ORDER BY n.citizen_id LIMIT ?`,
      digits,
      `${digits}:`,
      day,
      day,
      mostNumbers,
    )
    const rows = within ? all.filter(({ id }) => within.has(id)) : all
    return { found: rows.length, isMore: all.length === mostNumbers, rows: rows.slice(from, from + count).map(listed) }
  }

  function byWords(words: readonly string[], { day, from, count }: PeopleWindow, within?: Members): PeopleFound {
    const { ids, found, isMore } = names.find(words, day, from, count, within)
    const rows = q.all<Row>(
      `SELECT ${columns} FROM json_each(?) found JOIN registry_names n ON n.id = found.value ORDER BY found.key`,
      JSON.stringify(ids),
    )
    return { found, isMore, rows: rows.map(listed) }
  }

  /** Without the names of everybody else: a list of a department waits for nothing. */
  function ofFew(words: readonly string[], { from, count }: PeopleWindow, within: Members): PeopleFound {
    const rows = q.all<Row>(
      `SELECT ${columns} FROM json_each(?) found JOIN registry_names n ON n.id = found.value
      ${words.map((_, at) => `${at === 0 ? 'WHERE' : 'AND'} instr(n.folded, ?) > 0`).join(' ')}
      ORDER BY n.sort_key, n.folded, n.since, n.until, n.id`,
      JSON.stringify([...within]),
      ...words.map((word) => ` ${word}`),
    )
    return { found: rows.length, isMore: false, rows: rows.slice(from, from + count).map(listed) }
  }

  return {
    /** Every import, the newest first: its first fact, how many facts it has, and whether all of them were taken back. */
    imports: (): readonly ImportRow[] =>
      q
        .all<{ import_id: string; parts: number; first: number; undone: number }>(
          `SELECT i.import_id, count(*) AS parts, min(i.version) AS first, count(u.version) AS undone
          FROM registry_imports i LEFT JOIN registry_undone u ON u.version = i.version GROUP BY i.import_id ORDER BY first DESC LIMIT 200`,
        )
        .map(({ import_id, parts, first, undone }) => ({ importId: import_id as ImportId, parts, first, isUndone: undone === parts })),
    /** Records that tell of a family, now or on another day; merged ones left out. Looks at the text of records, and reads none. */
    withFamily: (): readonly PersonId[] =>
      q
        .all<{ person: string }>(
          `SELECT person FROM registry_people WHERE merged_into IS NULL AND instr(record, '"family":[{') > 0 ORDER BY id`,
        )
        .map(({ person }) => person as PersonId),
    /** Units of the day whose names have every part. */
    units: (words: readonly string[], day: string, limit: number): readonly (UnitData & { readonly unitId: UnitId })[] =>
      q
        .all<{ unit: string; data: string }>(
          `SELECT unit, data FROM registry_unit_spans WHERE since <= ? AND until > ? ${words.map(() => 'AND instr(folded, ?) > 0').join(' ')}
          ORDER BY folded, unit LIMIT ?`,
          day,
          day,
          ...words.map((word) => ` ${word}`),
          limit,
        )
        .map(({ unit, data }) => ({ ...JSON.parse(data), unitId: unit as UnitId })),
    /** Names that units bore on days before, with every part, the latest first. */
    formerUnits: (words: readonly string[], day: string, limit: number): readonly { readonly unitId: UnitId; readonly since: string }[] =>
      q
        .all<{ unit: string; since: string }>(
          `SELECT unit, since FROM registry_unit_spans WHERE until <= ? ${words.map(() => 'AND instr(folded, ?) > 0').join(' ')}
          ORDER BY until DESC, folded, unit LIMIT ?`,
          day,
          ...words.map((word) => ` ${word}`),
          limit,
        )
        .map(({ unit, since }) => ({ unitId: unit as UnitId, since })),
    /** Every part typed begins a part of the name, in any order, with or without marks; digits begin the citizen number. */
    find(window: PeopleWindow): PeopleFound {
      const words = foldedWords(window.search)
      const within = window.units || window.fault ? members.of(window) : undefined
      if (isNumber(words)) return byNumber(words[0], window, within)
      return within !== undefined && within.size <= few ? ofFew(words, window, within) : byWords(words, window, within)
    },
    /** Reads one piece more of what `find` goes by; true once it is all there, and `find` holds nobody up. For lists that are walked through whole. */
    prepare: (window: Filter): boolean => (window.units || window.fault ? members.prepare(window) : true) && names.prepare(),
  }
}
