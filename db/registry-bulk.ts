// Rows of new people, gathered and written many in one statement: a call a row is a fifth of what an import costs here.
import type { Bound, RegistryQueries } from './registry-queries.ts'

export type RowBulk = {
  /** Not in the table before `flush`. */
  add(...row: readonly Bound[]): void
  flush(): void
  /** Takes back what was not flushed. */
  drop(): void
}

/** Rows a statement; what is left over goes in smaller ones. */
const sizes = [64, 8, 1] as const

/** @param insert up to and without `VALUES`. @param row the values of one row, bound by question marks. */
export function rowBulk(q: RegistryQueries, insert: string, row: string): RowBulk {
  const width = row.split('?').length - 1
  const writers = sizes.map((size) => ({ taken: size * width, sql: `${insert} VALUES ${Array(size).fill(row).join(', ')}` }))
  let bound: Bound[] = []
  return {
    add(...values) {
      for (const value of values) bound.push(value)
    },
    flush() {
      let at = 0
      for (const { taken, sql } of writers) for (; at + taken <= bound.length; at += taken) q.run(sql, ...bound.slice(at, at + taken))
      bound = []
    },
    drop() {
      bound = []
    },
  }
}
