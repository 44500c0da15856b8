// The rows that lists of people are read from: one for each stretch in which name, birth date, sex and citizen number stay the same.
import { foldedWords } from '../workflows/core/folded-text.ts'
import { sortKey } from '../workflows/core/name-order.ts'
import type { PersonData } from '../workflows/registry/person.ts'
import type { Span } from '../workflows/registry/records.ts'
import type { RegistryQueries } from './registry-queries.ts'

type NameRow = { since: string; until: string; name: string; birthDate: string | null; sex: string | null; citizenId: string | null }

export function namesIn(spans: readonly Span<PersonData>[]): readonly NameRow[] {
  const rows: NameRow[] = []
  for (const { from, until, data } of spans) {
    const { name, birthDate = null, sex = null, citizenId = null } = data
    const last = rows.at(-1)
    if (last && last.name === name && last.birthDate === birthDate && last.sex === sex && last.citizenId === citizenId) last.until = until
    else rows.push({ since: from, until, name, birthDate, sex, citizenId })
  }
  return rows
}

export const NAME_COLUMNS = 'person, since, until, sort_key, folded, name, birth_date, sex, citizen_id'

export const nameColumns = (personId: string, { since, until, name, birthDate, sex, citizenId }: NameRow) =>
  [personId, since, until, sortKey({ name, birthDate: birthDate ?? undefined }), foldedName(name), name, birthDate, sex, citizenId] as const

/** A space before every word, so that a word is found by how it begins. */
export function foldedName(name: string): string {
  const known = folds.get(name)
  if (known !== undefined) return known
  const fold = foldedWords(name)
    .map((word) => ` ${word}`)
    .join('')
  if (folds.size >= 20_000) folds.clear()
  folds.set(name, fold)
  return fold
}
/** Of a thousand people of an import, two hundred share their names with another. */
const folds = new Map<string, string>()

export function writeNames(
  q: RegistryQueries,
  personId: string,
  spans: readonly Span<PersonData>[],
  isMerged: boolean,
  isKnown: boolean,
): void {
  const rows = namesIn(spans)
  if (isKnown) {
    const before = q.all<{
      since: string
      until: string
      name: string
      birth_date: string | null
      sex: string | null
      citizen_id: string | null
      merged: number
    }>('SELECT since, until, name, birth_date, sex, citizen_id, merged FROM registry_names WHERE person = ? ORDER BY since', personId)
    const isSame =
      before.length === rows.length &&
      before.every((one, index) => {
        const row = rows[index]
        return (
          row?.since === one.since &&
          row.until === one.until &&
          row.name === one.name &&
          row.birthDate === one.birth_date &&
          row.sex === one.sex &&
          row.citizenId === one.citizen_id &&
          (one.merged === 1) === isMerged
        )
      })
    if (isSame) return
    q.run('DELETE FROM registry_names WHERE person = ?', personId)
  }
  q.namesChanged()
  for (const row of rows) {
    q.run(
      `INSERT INTO registry_names (${NAME_COLUMNS}, merged) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...nameColumns(personId, row),
      isMerged ? 1 : 0,
    )
  }
}
