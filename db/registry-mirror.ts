// The rows of the registry made anew beside the archive, to be compared with those in it: nothing of the archive is written.
// The mirror is a file of its own with a key nobody else knows, gone when the comparison is over: a million people need not fit in memory.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Driver from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { type Connection, freshReader, openDriver } from './connect.ts'
import type { FactLog } from './fact-log.ts'
import { registryTable, registryTables } from './registry.ts'

export type RegistryMirror = {
  /** The facts of the registry, in order. */
  take: ReturnType<typeof registryTable>['take']
  /** The first table whose rows are not what the facts say. */
  differs(): string | undefined
  /** Takes the mirror away. */
  drop(): void
}

export function registryMirror(real: Connection, log: Pick<FactLog, 'at' | 'versionOf'>): RegistryMirror {
  const folder = mkdtempSync(join(tmpdir(), 'tien-cu-mirror-'))
  const driver = openDriver(join(folder, 'mirror'), randomBytes(32))
  driver.pragma('journal_mode = OFF')
  driver.pragma('synchronous = OFF')
  for (const sql of schemaOf(real.driver)) driver.exec(sql)
  driver.exec('BEGIN')
  const table = registryTable({ driver, reader: freshReader(), sql: drizzle(driver) }, log)
  return {
    take: table.take,
    differs: () => registryTables.find((one) => !sameRows(one, real.driver, driver)),
    drop() {
      driver.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** As they stand in the file itself. */
const schemaOf = (driver: Driver.Database): readonly string[] =>
  driver
    .prepare<[], string>(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND tbl_name LIKE 'registry~_%' ESCAPE '~'
      ORDER BY type = 'index'`,
    )
    .pluck()
    .all()

function sameRows(table: string, one: Driver.Database, other: Driver.Database): boolean {
  const keys = one.prepare<[string], string>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk').pluck().all(table)
  const sql = `SELECT * FROM ${table} ORDER BY ${keys.join(', ')}`
  return sameRun(one.prepare<[], unknown[]>(sql).raw().iterate(), other.prepare<[], unknown[]>(sql).raw().iterate())
}

function sameRun(one: IterableIterator<unknown[]>, other: IterableIterator<unknown[]>): boolean {
  try {
    for (;;) {
      const [a, b] = [one.next(), other.next()]
      if (a.done || b.done) return a.done === b.done
      if (a.value.some((value, index) => value !== b.value[index])) return false
    }
  } finally {
    one.return?.()
    other.return?.()
  }
}
