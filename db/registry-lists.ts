// Lists of people: in the order of Vietnamese names, found by parts of the name, of a unit on a day. Each answer reads a window, not the registry.
import { foldedWords } from '../workflows/core/folded-text.ts'
import type { PersonId } from '../workflows/core/ids.ts'
import type { RegistryQueries } from './registry-queries.ts'

export type ListedPerson = {
  readonly personId: PersonId
  readonly name: string
  readonly birthDate?: string
  readonly sex?: 'male' | 'female'
  readonly citizenId?: string
}
export type PeopleWindow = { readonly search: string; readonly day: string; readonly from: number; readonly count: number }
/** `found`: how many there are; with `isMore`, at least so many. */
export type PeopleFound = { readonly found: number; readonly isMore: boolean; readonly rows: readonly ListedPerson[] }
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

  return {
    /** Every part typed begins a part of the name, in any order, with or without marks; digits begin the citizen number. */
    find(window: PeopleWindow): PeopleFound {
      const words = foldedWords(window.search)
      const [first] = words
      if (first === undefined) return all(window)
      return words.length === 1 && /^\d{3,}$/.test(first) ? byNumber(first, window) : byWords(words, window)
    },
  }
}
