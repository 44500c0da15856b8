// Lists of people: in the order of Vietnamese names, found by parts of the name, of a unit on a day. Each answer reads a window, not the registry.
import { foldedWords } from '../workflows/core/folded-text.ts'
import type { ImportId, PersonId, UnitId } from '../workflows/core/ids.ts'
import type { UnitData } from '../workflows/registry/unit.ts'
import type { RegistryQueries } from './registry-queries.ts'

export type ListedPerson = {
  readonly personId: PersonId
  readonly name: string
  readonly birthDate?: string
  readonly sex?: 'male' | 'female'
  readonly citizenId?: string
}
/** A fault of records: bits of `missing` or `contradictions` of which one is set, or days before which nobody looked; any of the three. */
export type Fault = { readonly missing: number; readonly contradictions: number; readonly staleBefore: string }
export type PeopleWindow = {
  /** Of these units on the day. */
  readonly units?: readonly string[] | undefined
  readonly fault?: Fault | undefined
} & { readonly search: string; readonly day: string; readonly from: number; readonly count: number }
/** `found`: how many there are; with `isMore`, at least so many. */
export type PeopleFound = { readonly found: number; readonly isMore: boolean; readonly rows: readonly ListedPerson[] }
export type ImportRow = { readonly importId: ImportId; readonly parts: number; readonly first: number; readonly isUndone: boolean }
export type RegistryLists = ReturnType<typeof registryLists>

type Row = {
  id: number
  sort_key: string
  person: string
  name: string
  birth_date: string | null
  sex: 'male' | 'female' | null
  citizen_id: string | null
}
const columns = 'n.id, n.sort_key, p.person, n.name, n.birth_date, n.sex, n.citizen_id'
const listed = ({ person, name, birth_date, sex, citizen_id }: Row): ListedPerson => ({
  personId: person as PersonId,
  name,
  ...(birth_date !== null && { birthDate: birth_date }),
  ...(sex !== null && { sex }),
  ...(citizen_id !== null && { citizenId: citizen_id }),
})

/** Up to so many finds are fetched and put in order; of more, the walk in order meets enough of them soon. */
const fewFinds = 2000

export function registryLists(q: RegistryQueries) {
  function all({ day, from, count }: PeopleWindow): PeopleFound {
    const rows = q.all<Row>(
      `SELECT ${columns} FROM (
        SELECT id FROM registry_names INDEXED BY registry_names_in_order
        WHERE merged = 0 AND since <= ? AND until > ? ORDER BY sort_key, folded, since, until LIMIT ? OFFSET ?) found
      JOIN registry_names n ON n.id = found.id JOIN registry_people p ON p.id = n.person ORDER BY n.sort_key, n.folded, n.since, n.until, n.id`,
      day,
      day,
      count,
      from,
    )
    const found = q.get<{ found: number }>('SELECT count(*) AS found FROM registry_people WHERE merged_into IS NULL')?.found ?? 0
    return { found, isMore: false, rows: rows.map(listed) }
  }

  /** By a number, or the beginning of one. */
  function byNumber(digits: string, { day, from, count }: PeopleWindow): PeopleFound {
    const rows = q.all<Row>(
      `SELECT ${columns} FROM registry_names n JOIN registry_people p ON p.id = n.person
      WHERE n.citizen_id >= ? AND n.citizen_id < ? AND n.citizen_id IS NOT NULL AND n.merged = 0 AND n.since <= ? AND n.until > ?
      ORDER BY n.citizen_id LIMIT ?`,
      digits,
      `${digits}:`,
      day,
      day,
      fewFinds,
    )
    return { found: rows.length, isMore: rows.length === fewFinds, rows: rows.slice(from, from + count).map(listed) }
  }

  function byWords(words: readonly string[], { day, from, count }: PeopleWindow): PeopleFound {
    const match = words.map((word) => `"${word}" *`).join(' AND ')
    const ids = q.all<{ rowid: number }>('SELECT rowid FROM registry_words WHERE registry_words MATCH ? LIMIT ?', match, fewFinds + 1)
    if (ids.length <= fewFinds) {
      const rows = q.all<Row>(
        `SELECT ${columns} FROM json_each(?) found JOIN registry_names n ON n.id = found.value JOIN registry_people p ON p.id = n.person
        WHERE n.since <= ? AND n.until > ? ORDER BY n.sort_key, n.folded, n.since, n.until, n.id`,
        JSON.stringify(ids.map(({ rowid }) => rowid)),
        day,
        day,
      )
      return { found: rows.length, isMore: false, rows: rows.slice(from, from + count).map(listed) }
    }
    const every = words.map(() => 'AND instr(folded, ?) > 0').join(' ')
    const rows = q.all<Row>(
      `SELECT ${columns} FROM (
        SELECT id FROM registry_names INDEXED BY registry_names_in_order
        WHERE merged = 0 AND since <= ? AND until > ? ${every} ORDER BY sort_key, folded, since, until LIMIT ? OFFSET ?) found
      JOIN registry_names n ON n.id = found.id JOIN registry_people p ON p.id = n.person ORDER BY n.sort_key, n.folded, n.since, n.until, n.id`,
      day,
      day,
      ...words.map((word) => ` ${word}`),
      count,
      from,
    )
    const found = q.get<{ found: number }>('SELECT count(*) AS found FROM registry_words WHERE registry_words MATCH ?', match)?.found ?? 0
    return { found, isMore: false, rows: rows.map(listed) }
  }

  /** Of some units or with a fault: first those, then the words, then the order. */
  function among(words: readonly string[], { day, from, count, units, fault }: PeopleWindow): PeopleFound {
    const every = words.map(() => 'AND instr(n.folded, ?) > 0').join(' ')
    const wrong = fault ? 'AND (p.missing & ? <> 0 OR p.contradictions & ? <> 0 OR p.confirmed_on < ?)' : ''
    const where = `WHERE n.merged = 0 AND n.since <= ? AND n.until > ? ${wrong} ${every}`
    const bound = [day, day, ...(fault ? [fault.missing, fault.contradictions, fault.staleBefore] : []), ...words.map((word) => ` ${word}`)]
    const ofUnits = units ? [JSON.stringify(units), day, day] : []
    const source = units
      ? `(SELECT DISTINCT person FROM registry_tenures WHERE unit IN (SELECT value FROM json_each(?)) AND since <= ? AND until > ?) held
        JOIN registry_people p ON p.person = held.person JOIN registry_names n ON n.person = p.id`
      : 'registry_names n INDEXED BY registry_names_in_order JOIN registry_people p ON p.id = n.person'
    const rows = q.all<Row>(
      `SELECT ${columns} FROM ${source} ${where} ORDER BY n.sort_key, n.folded, n.since, n.until, n.id LIMIT ? OFFSET ?`,
      ...ofUnits,
      ...bound,
      count,
      from,
    )
    const found = q.get<{ found: number }>(`SELECT count(*) AS found FROM ${source} ${where}`, ...ofUnits, ...bound)?.found ?? 0
    return { found, isMore: false, rows: rows.map(listed) }
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
    /** Every part typed begins a part of the name, in any order, with or without marks; digits begin the citizen number. */
    find(window: PeopleWindow): PeopleFound {
      const words = foldedWords(window.search)
      const [first] = words
      if (window.units || window.fault) return among(words, window)
      if (first === undefined) return all(window)
      return words.length === 1 && /^\d{3,}$/.test(first) ? byNumber(first, window) : byWords(words, window)
    },
  }
}
