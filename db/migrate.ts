// Numbered migrations, forward only: `0001_name.sql` and up, each in one transaction together with its number.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type Driver from 'better-sqlite3'
import { applicationId } from './connect.ts'
import { ArchiveFault } from './fault.ts'
import { sha256 } from './hashing.ts'

export type Migration = { readonly number: number; readonly name: string; readonly sql: string }

/** The folder in the source tree; a packed application hands in where it keeps its own copy. */
export const sourceMigrations = (): string => fileURLToPath(new URL('./migrations', import.meta.url))

/** The steps from 1 on, in order. Throws where a number is missing or a name is none: the installation is broken. */
export function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  const found = names.sort().map((name, index): Migration => {
    const number = Number(/^(\d{4})_[a-z0-9-]+\.sql$/.exec(name)?.[1])
    if (number !== index + 1) throw new Error(`migration ${name} is not number ${index + 1}`)
    return { number, name, sql: readFileSync(join(folder, name), 'utf8') }
  })
  if (found.length === 0) throw new Error('no migrations')
  return found
}

/** Refuses what is not ours or comes from a newer version; changes nothing. An empty new file passes. */
export function checkVersion(driver: Driver.Database, known: readonly Migration[], isNew: boolean): void {
  const version = Number(driver.pragma('user_version', { simple: true }))
  const id = driver.pragma('application_id', { simple: true })
  if (isNew && version === 0 && id === 0) return
  if (id !== applicationId) throw new ArchiveFault('not-an-archive', 'application id')
  if (version > known.length) throw new ArchiveFault('newer-version', `${version} over ${known.length}`)
}

/** Brings the file up to `upTo` (all, unless a test stops before one). A failing step leaves the file at the step before. */
export function migrate(driver: Driver.Database, known: readonly Migration[], upTo: number = known.length): void {
  const version = Number(driver.pragma('user_version', { simple: true }))
  for (const { number, name, sql } of known.slice(version, upTo)) {
    const step = driver.transaction(() => {
      driver.exec(sql)
      driver.prepare('INSERT INTO migrations (number, name, sha256) VALUES (?, ?, ?)').run(number, name, sha256(sql).toString('hex'))
      driver.pragma(`user_version = ${number}`)
      driver.pragma(`application_id = ${applicationId}`)
    })
    step.immediate()
  }
}
