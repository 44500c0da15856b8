// A whole copy of an open archive: consistent, encrypted with the same key, flushed, with its key file beside it. Made in pieces, beside other work.
import { existsSync, openSync, read, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { type Connection, disconnect, freshReader, openDriver } from './connect.ts'
import { syncFile, syncFolderOf, writeDurably } from './durable-file.ts'
import { ArchiveFault, asFault, faultsNamed } from './fault.ts'
import { keyFileOf } from './key-file.ts'

export type CopyHands = {
  /** Bytes copied, of how many; others get their turn here. What it throws ends the copy, and nothing of it stays. */
  readonly step?: (done: number, of: number) => Promise<void>
  /** Its turn has come: what stands in the archive now, and no more, is what the copy holds. */
  readonly begins?: () => void
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
  const part = `${to}.part`
  faultsNamed(() => clear(part))
  try {
    await copyFile(connection, key, from, part, hands)
    syncFile(part)
    await hands.prove?.(part)
    writeDurably(keyFileOf(to), readFileSync(keyFileOf(from)))
    renameSync(part, to)
    syncFolderOf(to)
  } catch (error) {
    clear(part)
    if (!existsSync(to)) rmSync(keyFileOf(to), { force: true })
    throw asFault(error)
  }
}

const asideOf = (file: string): string => `${file}.kiem-tra`

/** A copy that is only looked at: beside the file for as long as `use` takes, and gone whatever comes. It opens with the same key. */
export async function withCopyAside<T>(
  connection: Connection,
  key: Uint8Array,
  from: string,
  { step, use }: Pick<CopyHands, 'step'> & { readonly use: (copy: string) => Promise<T> },
): Promise<T> {
  const aside = asideOf(from)
  try {
    clear(aside)
    await copyFile(connection, key, from, aside, { step })
    return await use(aside)
  } catch (error) {
    throw asFault(error)
  } finally {
    clear(aside)
  }
}

/** What a crash left of a copy that was only looked at. */
export const clearAside = (file: string): void => clear(asideOf(file))

function clear(part: string): void {
  for (const rest of [part, `${part}-wal`, `${part}-journal`]) rmSync(rest, { force: true })
}

/** One copy at a time: the next one moves what was said meanwhile into the file. */
async function copyFile(
  connection: Connection,
  key: Uint8Array,
  from: string,
  to: string,
  hands: Pick<CopyHands, 'begins' | 'step'>,
): Promise<void> {
  const { driver, reader } = connection
  const mine = reader.turn.then(async () => {
    if (!driver.open) throw new ArchiveFault('closed')
    intoTheFile(connection)
    hands.begins?.()
    driver.pragma('wal_autocheckpoint = 0')
    try {
      await copyBytes(readerOf(connection, from), statSync(from).size, to, hands.step)
    } finally {
      if (driver.open) driver.pragma('wal_autocheckpoint = 1000')
    }
  })
  reader.turn = mine.catch(() => undefined)
  await mine
  atRest(to, key)
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
  disconnect({ driver, reader: freshReader() })
}
