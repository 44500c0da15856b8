// Who looked at personal records: rows written many at a time and taken away after some days. The newest have the greatest ids.
import type { Connection } from './connect.ts'

/** `at`: ISO instant. `view`: what was looked at, never what it said. */
export type LookRow = { readonly at: string; readonly by: string; readonly person: string; readonly view: string }
/** `from`, `count`: a window of those that match, the newest first. */
export type LooksWish = {
  readonly person?: string | undefined
  readonly by?: string | undefined
  readonly from: number
  readonly count: number
}
export type LookTable = ReturnType<typeof lookTable>

export function lookTable({ driver }: Connection) {
  // An older file opened for reading only has no such table.
  const isThere = driver.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'looks'").get() !== undefined
  const prepared = isThere
    ? {
        put: driver.prepare('INSERT INTO looks (at, by, person, view) VALUES (@at, @by, @person, @view)'),
        // Walks from the oldest only as far as the first that stays.
        old: driver.prepare('DELETE FROM looks WHERE id < (SELECT id FROM looks WHERE at >= ? ORDER BY id LIMIT 1)'),
        // Ids only grow: what lies so far behind the newest is too much.
        many: driver.prepare('DELETE FROM looks WHERE id <= (SELECT max(id) FROM looks) - ?'),
        some: driver.prepare(
          'SELECT at, by, person, view FROM looks WHERE (@person IS NULL OR person = @person) AND (@by IS NULL OR by = @by) ORDER BY id DESC LIMIT @count OFFSET @from',
        ),
        found: driver
          .prepare('SELECT count(*) FROM looks WHERE (@person IS NULL OR person = @person) AND (@by IS NULL OR by = @by)')
          .pluck(),
      }
    : undefined
  const write = driver.transaction((rows: Iterable<LookRow>, keepFrom: string, most: number) => {
    for (const row of rows) prepared?.put.run(row)
    prepared?.old.run(keepFrom)
    prepared?.many.run(most)
  })
  return {
    /** In one transaction; what is older than `keepFrom` (ISO) or more than `most` goes with it. */
    put: (rows: Iterable<LookRow>, keepFrom: string, most: number): void => write.immediate(rows, keepFrom, most),
    find({
      person = null,
      by = null,
      ...window
    }: Omit<LooksWish, 'person' | 'by'> & { person?: string | null | undefined; by?: string | null | undefined }) {
      const asked = { person, by }
      const rows = (prepared?.some.all({ ...asked, ...window }) ?? []) as readonly LookRow[]
      return { rows, found: Number(prepared?.found.get(asked) ?? 0) }
    },
  }
}
