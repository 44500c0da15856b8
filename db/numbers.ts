// The registers of paper numbers: a row for each fact that takes some, put in the transaction of that fact. The table refuses gaps and doubles.
import { asc, desc, eq, sql } from 'drizzle-orm'
import { type NumberRun, numbersIn } from '../workflows/papers/register.ts'
import type { Connection } from './connect.ts'
import { numbers } from './schema.ts'

/** Where the fact stands that took the numbers. */
export type NumberRow = NumberRun & { readonly stream: string; readonly version: number }
type Placed = { readonly stream: string; readonly version: number; readonly type: string; readonly payload: unknown }

export type Numbers = ReturnType<typeof numberTable>

export function numberTable({ driver, sql: db }: Connection) {
  // An older file opened for reading only has no such table: then it has no numbers either.
  const isThere = driver.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'numbers'").get() !== undefined
  const asked = sql.placeholder
  const statements = () => ({
    insert: db
      .insert(numbers)
      .values({
        register: asked('register'),
        first: asked('first'),
        last: asked('last'),
        stream: asked('stream'),
        version: asked('version'),
      })
      .prepare(),
    next: db
      .select({ last: sql<number | null>`max(${numbers.last})` })
      .from(numbers)
      .where(eq(numbers.register, asked('register')))
      .prepare(),
    newest: db
      .select()
      .from(numbers)
      .where(eq(numbers.register, asked('register')))
      .orderBy(desc(numbers.first))
      .limit(asked('limit'))
      .prepare(),
    registers: db
      .select({ register: numbers.register, last: sql<number>`max(${numbers.last})` })
      .from(numbers)
      .groupBy(numbers.register)
      .orderBy(asc(numbers.register))
      .prepare(),
    all: db.select().from(numbers).prepare(),
    dropAll: db.delete(numbers).prepare(),
  })
  const ready = isThere ? statements() : null

  /** What a fact takes; most take nothing. */
  const take = (fact: Placed): void => {
    const run = numbersIn(fact)
    if (run) ready?.insert.run({ ...run, stream: fact.stream, version: fact.version })
  }
  const rebuild = driver.transaction((facts: Iterable<Placed>) => {
    ready?.dropAll.run()
    for (const fact of facts) take(fact)
  })

  return {
    /** Only from inside an append. Throws where the numbers are not the next of their register. */
    take,
    next: (register: string): number => (ready?.next.get({ register })?.last ?? 0) + 1,
    /** The newest `limit` rows of a register, newest first. */
    newest: (register: string, limit: number): readonly NumberRow[] => ready?.newest.all({ register, limit }) ?? [],
    registers: (): readonly { readonly register: string; readonly last: number }[] => ready?.registers.all() ?? [],
    all: (): readonly NumberRow[] => ready?.all.all() ?? [],
    /** Drops all rows and makes them anew from facts, in one transaction: all or nothing. */
    rebuild: (facts: Iterable<Placed>): void => rebuild.immediate(facts),
  }
}
