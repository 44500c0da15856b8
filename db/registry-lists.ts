// Lists of people: in the order of Vietnamese names, found by parts of the name, of a unit on a day. Each answer reads a window, not the registry.
import { foldedWords } from '../workflows/core/folded-text.ts'
import type { ImportId, PersonId, UnitId } from '../workflows/core/ids.ts'
import type { UnitData } from '../workflows/registry/unit.ts'
import type { RegistryNames } from './registry-names.ts'
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

/** So many records with a fault are put in order at once. */
const fewFaulty = 2000
const isFaulty = '(p.missing & ? <> 0 OR p.contradictions & ? <> 0 OR p.confirmed_on < ?)'
const boundFault = (fault: Fault | undefined) => (fault ? [fault.missing, fault.contradictions, fault.staleBefore] : [])
const everyWord = (words: readonly string[]): string => words.map(() => 'AND instr(n.folded, ?) > 0').join(' ')

export function registryLists(q: RegistryQueries, names: RegistryNames) {
  /** By a number, or the beginning of one. */
  function byNumber(digits: string, { day, from, count }: PeopleWindow): PeopleFound {
    const rows = q.all<Row>(
      `SELECT ${columns} FROM registry_names n
      WHERE n.citizen_id >= ? AND n.citizen_id < ? AND n.citizen_id IS NOT NULL AND n.merged = 0 AND n.since <= ? AND n.until > ?
      ORDER BY n.citizen_id LIMIT ?`,
      digits,
      `${digits}:`,
      day,
      day,
      mostNumbers,
    )
    return { found: rows.length, isMore: rows.length === mostNumbers, rows: rows.slice(from, from + count).map(listed) }
  }

  function byWords(words: readonly string[], { day, from, count }: PeopleWindow): PeopleFound {
    const { ids, found, isMore } = names.find(words, day, from, count)
    const rows = q.all<Row>(
      `SELECT ${columns} FROM json_each(?) found JOIN registry_names n ON n.id = found.value ORDER BY found.key`,
      JSON.stringify(ids),
    )
    return { found, isMore, rows: rows.map(listed) }
  }

  /** Of some units on the day: a few thousand people at most are put in order, and then the window is cut. */
  function ofUnits(words: readonly string[], { day, from, count, units, fault }: PeopleWindow): PeopleFound {
    const wrong = fault ? `AND ${isFaulty}` : ''
    const source = `(SELECT DISTINCT person FROM registry_tenures WHERE unit IN (SELECT value FROM json_each(?)) AND since <= ? AND until > ?) held
      JOIN registry_people p INDEXED BY registry_people_quality ON p.person = held.person AND p.merged_into IS NULL ${wrong}
      JOIN registry_names n ON n.person = p.person
      WHERE n.since <= ? AND n.until > ? ${everyWord(words)}`
    const bound = [JSON.stringify(units), day, day, ...boundFault(fault), day, day, ...words.map((word) => ` ${word}`)]
    const rows = q.all<Row>(`SELECT ${columns} FROM ${source} ORDER BY n.sort_key, n.id LIMIT ? OFFSET ?`, ...bound, count, from)
    const found = q.get<{ found: number }>(`SELECT count(*) AS found FROM ${source}`, ...bound)?.found ?? 0
    return { found, isMore: false, rows: rows.map(listed) }
  }

  /** Everybody whose record has the fault. Few are fetched and put in order; of many the walk in order meets a window soon. */
  function faulty(words: readonly string[], { day, from, count, fault }: PeopleWindow): PeopleFound {
    const people = `registry_people p INDEXED BY registry_people_quality`
    const faults = boundFault(fault)
    const found =
      q.get<{ found: number }>(`SELECT count(*) AS found FROM ${people} WHERE p.merged_into IS NULL AND ${isFaulty}`, ...faults)?.found ?? 0
    const isFew = found <= fewFaulty
    const source = isFew
      ? `${people} CROSS JOIN registry_names n ON n.person = p.person`
      : `registry_names n INDEXED BY registry_names_in_order CROSS JOIN ${people} ON p.person = n.person`
    const rows = q.all<Row>(
      `SELECT ${columns} FROM ${source} WHERE n.merged = 0 AND p.merged_into IS NULL AND n.since <= ? AND n.until > ? AND ${isFaulty} ${everyWord(words)}
      ORDER BY n.sort_key, n.folded, n.since, n.until, n.id LIMIT ? OFFSET ?`,
      day,
      day,
      ...faults,
      ...words.map((word) => ` ${word}`),
      isFew ? -1 : count,
      isFew ? 0 : from,
    )
    if (isFew) return { found: rows.length, isMore: false, rows: rows.slice(from, from + count).map(listed) }
    if (words.length === 0) return { found, isMore: false, rows: rows.map(listed) }
    return { found: from + rows.length, isMore: rows.length === count, rows: rows.map(listed) }
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
      const [first] = words
      if (window.units) return ofUnits(words, window)
      if (window.fault) return faulty(words, window)
      return words.length === 1 && first !== undefined && /^\d{3,}$/.test(first) ? byNumber(first, window) : byWords(words, window)
    },
  }
}
