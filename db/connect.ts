// One connection to one encrypted file, set up so that a commit is on the disk and nobody else writes.
import { closeSync } from 'node:fs'
import Driver from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { ArchiveFault, asFault, faultsNamed } from './fault.ts'

export type Connection = {
  readonly driver: Driver.Database
  readonly sql: ReturnType<typeof drizzle>
  readonly reader: Reader
}

/** How the file is copied (copy.ts). */
export type Reader = {
  /** A second descriptor of the file; closed with the connection and never before. */
  descriptor: number | null
  /** Done when the copy before this one was made: the file must stand still, so one is made at a time. */
  turn: Promise<unknown>
}
export const freshReader = (): Reader => ({ descriptor: null, turn: Promise.resolve() })

export type Synchronous = 'FULL' | 'NORMAL' | 'OFF'

export type ConnectionMode = {
  readonly readOnly?: boolean
  /** Only for the torture run that must notice it: a commit no longer waits for the disk. */
  readonly synchronous?: Synchronous
}

/** 'TiCu': tells our files from other databases. */
export const applicationId = 0x54694375

/** How long to wait for another holder of the file before saying `locked`, in milliseconds. */
const patience = 200

/**
 * KiB of pages kept in the clear in memory, filled only as they are read: every page not found there is decrypted again, and a big
 * transaction whose pages do not fit is written more than once.
 */
const pageCache = 64 * 1024
/** While a big append goes on: what is over it is written as it comes, and the commit has little left to write. */
const appendCache = 16 * 1024

/** SQLCipher 4 layout with a raw 256-bit key, so that the stock `sqlcipher` tool can open a file too. */
export function openDriver(file: string, key: Uint8Array, { readOnly = false }: ConnectionMode = {}): Driver.Database {
  const driver = faultsNamed(() => new Driver(file, { timeout: patience, readonly: readOnly }))
  driver.pragma("cipher = 'sqlcipher'")
  driver.pragma('legacy = 4')
  driver.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
  return driver
}

/**
 * Takes the file for itself. The lock is SQLite's own (`locking_mode = EXCLUSIVE`), which the system lifts when the
 * process dies, however it dies; the shared-memory file is not needed either.
 * `check` looks at the file before anything is changed in it.
 */
export function connect(file: string, key: Uint8Array, mode: ConnectionMode, check: (driver: Driver.Database) => void): Connection {
  const driver = openDriver(file, key, mode)
  try {
    return faultsNamed(() => {
      if (!mode.readOnly) driver.pragma('locking_mode = EXCLUSIVE')
      driver.pragma('trusted_schema = OFF')
      driver.pragma('foreign_keys = ON')
      driver.pragma('recursive_triggers = ON')
      driver.pragma('temp_store = MEMORY')
      driver.pragma(`cache_size = -${pageCache}`)
      check(driver)
      if (!mode.readOnly) takeForWriting(driver, mode.synchronous ?? 'FULL')
      return { driver, sql: drizzle(driver), reader: freshReader() }
    })
  } catch (error) {
    driver.close()
    throw error
  }
}

function takeForWriting(driver: Driver.Database, synchronous: Synchronous): void {
  if (driver.pragma('journal_mode = WAL', { simple: true }) !== 'wal') throw new ArchiveFault('read-only', 'no WAL')
  driver.pragma(`synchronous = ${synchronous}`)
  driver.exec('BEGIN IMMEDIATE; COMMIT')
}

/**
 * For one append too big for the WAL: there every page is encrypted into it, decrypted out of it and encrypted into the file; with a
 * rollback journal a new page is encrypted once, and what does not fit into memory is written before the commit. As durable: in exclusive
 * mode SQLite flushes the end of the journal before the commit returns. The lock on the file is held throughout. `work` begins its
 * transaction and ends it.
 */
export async function withoutWal<T>({ driver }: Pick<Connection, 'driver'>, work: () => Promise<T>): Promise<T> {
  faultsNamed(() => driver.pragma('journal_mode = DELETE'))
  driver.pragma(`cache_size = -${appendCache}`)
  try {
    return await work()
  } finally {
    if (driver.open) driver.pragma(`cache_size = -${pageCache}`)
    backToWal(driver)
  }
}

/** Where it cannot be gone back to (a full disk) every commit is as durable as before; the next copy or opening tries again. */
function backToWal(driver: Driver.Database): void {
  try {
    if (driver.open) driver.pragma('journal_mode = WAL')
  } catch (error) {
    if (!(asFault(error) instanceof ArchiveFault)) throw error
  }
}

/**
 * Closes for good. Out of WAL first: then an archive at rest is one file, readable from a read-only disk too. Where that
 * cannot be done (a full disk), the WAL file stays beside it with all that was said, and the next opening takes it in.
 */
export function disconnect({ driver, reader }: Pick<Connection, 'driver' | 'reader'>): void {
  try {
    // An append that was still going on never was.
    if (driver.inTransaction) driver.exec('ROLLBACK')
    if (driver.open && !driver.readonly) driver.pragma('journal_mode = DELETE')
  } catch (error) {
    if (!(asFault(error) instanceof ArchiveFault)) throw error
  } finally {
    driver.close()
    if (reader.descriptor !== null) closeSync(reader.descriptor)
    reader.descriptor = null
  }
}
