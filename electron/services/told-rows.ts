// Cleaned rows between the worker that reads a roster and the process that records it. What a thread tells is copied field by field, so they go
// as two texts: all that is said of the people in one, never taken apart on the way, and what stands around it in the other.
import type { CleanRow } from '../../workflows/registry/import/rows.ts'

export type ToldRows = {
  /** JSON: of each row `parts` values, one after another. */
  readonly rows: string
  /** What is said of the people, as `PersonSaid.text`, one after another. */
  readonly texts: string
}

type Person = Extract<CleanRow, { kind: 'person' }>
type Rare = Pick<Person, 'isHidden' | 'left' | 'posts'>
type Other = Exclude<CleanRow, Person>
/** Row, name, birth date, citizen number, length of the text, what few people have; of another row it alone. */
type Value = string | number | null | undefined | Rare | Other
const parts = 6

export function tellRows(rows: readonly CleanRow[]): ToldRows {
  const values: Value[] = []
  const texts: string[] = []
  for (const row of rows) {
    if (row.kind !== 'person') {
      values.push(row.row, row, null, null, null, null)
      continue
    }
    const { said, isHidden, left, posts } = row
    const isRare = isHidden || left.length > 0 || posts !== undefined
    values.push(
      row.row,
      said.name,
      said.birthDate,
      said.citizenId,
      said.text.length,
      isRare ? { isHidden, left, ...(posts && { posts }) } : null,
    )
    texts.push(said.text)
  }
  return { rows: JSON.stringify(values), texts: texts.join('') }
}

const plain: Rare = { isHidden: false, left: [] }

export function heardRows({ rows, texts }: ToldRows): readonly CleanRow[] {
  const values: readonly Value[] = JSON.parse(rows)
  const heard: CleanRow[] = []
  let from = 0
  for (let at = 0; at < values.length; at += parts) {
    const row = values[at] as number
    const name = values[at + 1] as string | Other
    if (typeof name !== 'string') {
      heard.push(name)
      continue
    }
    const birthDate = (values[at + 2] ?? undefined) as string | undefined
    const citizenId = (values[at + 3] ?? undefined) as string | undefined
    const to = from + (values[at + 4] as number)
    const said = { name, birthDate, citizenId, text: texts.slice(from, to) }
    from = to
    heard.push({ kind: 'person', row, said, ...((values[at + 5] as Rare | null) ?? plain) })
  }
  return heard
}
