// A whole copy of an open archive: consistent, encrypted with the same key, flushed, with its key file beside it.
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Connection } from './connect.ts'
import { syncFile, syncFolderOf, writeDurably } from './durable-file.ts'
import { ArchiveFault, faultsNamed } from './fault.ts'
import { keyFileOf } from './key-file.ts'

/** Never overwrites (`exists`); the folder must be there (`not-found`). The copy gets its name last, so a file of that name is a whole one. */
export function copyArchive({ driver }: Connection, from: string, to: string): void {
  if (existsSync(to) || existsSync(keyFileOf(to))) throw new ArchiveFault('exists')
  if (!existsSync(dirname(to))) throw new ArchiveFault('not-found')
  if (!existsSync(keyFileOf(from))) throw new ArchiveFault('key-file-missing')
  const part = `${to}.part`
  rmSync(part, { force: true })
  faultsNamed(() => {
    try {
      driver.prepare('VACUUM INTO ?').run(part)
      syncFile(part)
      writeDurably(keyFileOf(to), readFileSync(keyFileOf(from)))
      renameSync(part, to)
      syncFolderOf(to)
    } catch (error) {
      for (const rest of [part, ...(existsSync(to) ? [] : [keyFileOf(to)])]) rmSync(rest, { force: true })
      throw error
    }
  })
}
