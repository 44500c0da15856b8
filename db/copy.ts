// A whole copy of an open archive: consistent, encrypted with the same key, flushed, with its key file beside it. Made in pieces, beside other work.
import { existsSync, openSync, read, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { type Connection, disconnect, openDriver } from './connect.ts'
import { syncFile, syncFolderOf, writeDurably } from './durable-file.ts'
import { ArchiveFault, asFault, faultsNamed } from './fault.ts'
import { keyFileOf } from './key-file.ts'

export type CopyHands = {
  /** Bytes copied, of how many; others get their turn here. What it throws ends the copy, and nothing of it stays. */
  readonly step?: (done: number, of: number) => Promise<void>
  /** The copy before it has its name: what this throws means that it never gets it. */
  readonly prove?: (part: string) => Promise<void>
}

const piece = 4 * 1024 * 1024
const readInto = promisify(read)

/**
 * Never overwrites (`exists`); the folder must be there (`not-found`). The copy gets its name last, so a file of that name is a whole one.
 * The file stands still while it is copied: what others append meanwhile waits in the WAL, and is not in the copy.
 */
export async function copyArchive(connection: Connection, key: Uint8Array, from: string, to: string, hands: CopyHands = {}): Promise<void> {
  if (existsSync(to) || existsSync(keyFileOf(to))) throw new ArchiveFault('exists')
  if (!existsSync(dirname(to))) throw new ArchiveFault('not-found')
  if (!existsSync(keyFileOf(from))) throw new ArchiveFault('key-file-missing')
  const { driver } = connection
  const part = `${to}.part`
  const rests = [part, `${part}-wal`, `${part}-journal`]
  const clear = () => {
    for (const rest of rests) rmSync(rest, { force: true })
  }
  faultsNamed(clear)
  try {
    intoTheFile(connection)
    driver.pragma('wal_autocheckpoint = 0')
    try {
      await copyBytes(readerOf(connection, from), statSync(from).size, part, hands.step)
    } finally {
      if (driver.open) driver.pragma('wal_autocheckpoint = 1000')
    }
    atRest(part, key)
    syncFile(part)
    await hands.prove?.(part)
    writeDurably(keyFileOf(to), readFileSync(keyFileOf(from)))
    renameSync(part, to)
    syncFolderOf(to)
  } catch (error) {
    clear()
    if (!existsSync(to)) rmSync(keyFileOf(to), { force: true })
    throw asFault(error)
  }
}

/** Everything said so far stands in the file itself, and nothing beside it. */
function intoTheFile({ driver }: Connection): void {
  if (driver.pragma('journal_mode = WAL', { simple: true }) !== 'wal') throw new ArchiveFault('locked', 'no WAL')
  const told: unknown = driver.pragma('wal_checkpoint(TRUNCATE)')
  const [first] = Array.isArray(told) ? told : []
  if (typeof first === 'object' && first !== null && Reflect.get(first, 'busy') !== 0) throw new ArchiveFault('locked', 'checkpoint')
}

/**
 * Opened once and kept until the archive is closed: closing any descriptor of the file would drop the locks SQLite holds on it in this
 * process, and a second writer could come in.
 */
function readerOf({ reader }: Connection, file: string): number {
  reader.descriptor ??= openSync(file, 'r')
  return reader.descriptor
}

async function copyBytes(from: number, size: number, to: string, step: CopyHands['step']): Promise<void> {
  const into: FileHandle = await open(to, 'wx', 0o600)
  try {
    const buffer = Buffer.alloc(Math.min(piece, size))
    for (let done = 0; done < size; ) {
      await step?.(done, size)
      const { bytesRead } = await readInto(from, buffer, 0, Math.min(buffer.length, size - done), done)
      if (bytesRead === 0) throw new ArchiveFault('corrupt', 'the file grew shorter')
      for (let written = 0; written < bytesRead; )
        written += (await into.write(buffer, written, bytesRead - written, done + written)).bytesWritten
      done += bytesRead
    }
    await step?.(size, size)
  } finally {
    await into.close()
  }
}

/** Out of WAL: an archive at rest is one file, readable from a read-only disk too. */
function atRest(part: string, key: Uint8Array): void {
  const driver = openDriver(part, key)
  faultsNamed(() => driver.pragma('locking_mode = EXCLUSIVE'))
  disconnect({ driver, reader: { descriptor: null } })
}
