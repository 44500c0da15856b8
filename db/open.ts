// Opens an archive, or makes a new one, or says with one fault why not. A refused opening changes nothing.
import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { isOrigin } from '../workflows/core/checkpoint.ts'
import { type Archive, archiveOver } from './archive.ts'
import { makeDevice } from './checkpoint.ts'
import { type ConnectionMode, connect, disconnect } from './connect.ts'
import { clearAside } from './copy.ts'
import { syncFile, syncFolderOf } from './durable-file.ts'
import { ArchiveFault, faultsNamed } from './fault.ts'
import { keyFileOf, readKeyFile, writeKeyFile } from './key-file.ts'
import { checkVersion, type Migration, migrate, readMigrations, sourceMigrations } from './migrate.ts'

export type OpenArchive = ConnectionMode & {
  readonly file: string
  /** Opens the key file beside `file`. May be left out when `unwrappedKey` is given and nothing is created. */
  readonly passphrase?: string
  /** The 32-byte data key a shell kept from an earlier opening: spares the half second scrypt takes. */
  readonly unwrappedKey?: Uint8Array
  /** Makes a new archive; `origin` names its log (ASCII, no spaces). `deviceSeed`: 32 bytes, for samples that must come out the same. */
  readonly create?: { readonly origin: string; readonly deviceSeed?: Uint8Array }
  /** Folder of the numbered SQL, where it is not beside this file. */
  readonly migrations?: string
  /** log2 of scrypt's N for a new key file; lowered only by tests. */
  readonly cost?: number
}

/**
 * Faults: `not-found`, `exists`, `key-file-missing`, `key-file-damaged`, `wrong-passphrase`, `not-an-archive`,
 * `newer-version`, `locked` (another process has it), `read-only`, `half-written` (to be opened for writing first), `disk-full`, `disk-failed`, `corrupt`.
 */
export function openArchive(options: OpenArchive): Archive {
  const known = readMigrations(options.migrations ?? sourceMigrations())
  const key = options.create === undefined ? keyOf(options) : createArchive(options, options.create, known)
  const connection = connect(options.file, key, options, (driver) => checkVersion(driver, known, false))
  try {
    return faultsNamed(() => {
      if (!options.readOnly) {
        migrate(connection.driver, known)
        // The lock is ours by now: nobody is looking at it any more.
        clearAside(options.file)
      }
      return archiveOver(connection, options.file, key)
    })
  } catch (error) {
    connection.driver.close()
    throw error
  }
}

function keyOf({ file, passphrase, unwrappedKey, readOnly = false }: OpenArchive): Uint8Array {
  const found = faultsNamed(() => statSync(file, { throwIfNoEntry: false }))
  if (found === undefined) throw new ArchiveFault('not-found')
  // Told by its length alone: opening it here would drop the locks of an archive this process may have open. What a crash left in the middle
  // of a big append may be of any length; its journal takes it back.
  const isOdd = found.size % 4096 !== 0 && !existsSync(`${file}-journal`)
  if (!found.isFile() || found.size === 0 || isOdd) throw new ArchiveFault('not-an-archive', 'length')
  if (!readOnly) mustBeWritable(file)
  return unwrappedKey ?? readKeyFile(file, passphrase ?? '')
}

/** Access bits say nothing to root, a read-only medium does to everybody. */
function mustBeWritable(file: string): void {
  try {
    faultsNamed(() => {
      accessSync(dirname(file), constants.W_OK)
      if (existsSync(file)) accessSync(file, constants.W_OK)
    })
  } catch (error) {
    const isHalf = error instanceof ArchiveFault && error.code === 'read-only' && existsSync(`${file}-journal`)
    throw isHalf ? new ArchiveFault('half-written', 'read-only place', error) : error
  }
}

/** Made whole under another name and flushed; its own name comes last, so a crash leaves no half archive under it. */
function createArchive(
  { file, passphrase = '', unwrappedKey, cost }: OpenArchive,
  create: NonNullable<OpenArchive['create']>,
  known: readonly Migration[],
): Uint8Array {
  if (!isOrigin(create.origin)) throw new RangeError('an origin is ASCII without spaces and plus signs')
  if (passphrase === '') throw new RangeError('a new archive needs a passphrase')
  if (existsSync(file) || existsSync(keyFileOf(file))) throw new ArchiveFault('exists')
  mustBeWritable(file)
  const key = unwrappedKey ?? randomBytes(32)
  const fresh = `${file}.new-${randomBytes(4).toString('hex')}`
  try {
    const connection = connect(fresh, key, {}, (driver) => checkVersion(driver, known, true))
    try {
      faultsNamed(() => {
        migrate(connection.driver, known)
        makeDevice(connection, create.origin, create.deviceSeed)
      })
    } finally {
      disconnect(connection)
    }
    faultsNamed(() => syncFile(fresh))
    writeKeyFile(file, key, passphrase, cost)
    // What lies there of an archive that is gone would be taken for this one's.
    for (const rest of [`${file}-wal`, `${file}-journal`]) faultsNamed(() => rmSync(rest, { force: true }))
    faultsNamed(() => renameSync(fresh, file))
    syncFolderOf(file)
  } catch (error) {
    // No archive of this name was there before, so no key file of it was: what lies there is ours.
    const rests = [fresh, `${fresh}-wal`, `${fresh}-journal`, ...(existsSync(file) ? [] : [keyFileOf(file)])]
    for (const rest of rests) rmSync(rest, { force: true })
    throw error
  }
  return key
}
