// Cleaned rows between the worker that reads a roster and the process that records it. What a thread tells is copied field by field, so they go
// as two texts: all that is said of the people in one, never taken apart on the way, and the rows around it in the other.
import type { CleanRow } from '../../workflows/registry/import/rows.ts'

export type ToldRows = {
  /** JSON of rows; where one says something of a person, in place of that text its length. */
  readonly rows: string
  /** Those texts, one after another. */
  readonly texts: string
}

type Person = Extract<CleanRow, { kind: 'person' }>
type ToldPerson = Omit<Person, 'said'> & { readonly said: Omit<Person['said'], 'text'> & { readonly text: number } }
type ToldRow = ToldPerson | Exclude<CleanRow, { kind: 'person' }>

export function tellRows(rows: readonly CleanRow[]): ToldRows {
  const texts: string[] = []
  const told = rows.map((row): ToldRow => {
    if (row.kind !== 'person') return row
    texts.push(row.said.text)
    return { ...row, said: { ...row.said, text: row.said.text.length } }
  })
  return { rows: JSON.stringify(told), texts: texts.join('') }
}

export function heardRows({ rows, texts }: ToldRows): readonly CleanRow[] {
  const told: readonly ToldRow[] = JSON.parse(rows)
  let at = 0
  return told.map((row) => {
    if (row.kind !== 'person') return row
    const text = texts.slice(at, at + row.said.text)
    at += text.length
    return { ...row, said: { ...row.said, text } }
  })
}
