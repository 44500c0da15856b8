// Making a folder, and a true word on why it cannot be made.
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ArchiveFault, faultsNamed } from '../../db/fault.ts'

/**
 * Makes `path` with all above it. Node says "not found" of a folder on a read-only disk, so the nearest folder that is there is asked first.
 * One by one: where a folder is there and nothing can be made in it (a mount whose stick was pulled out, `/proc`), Node's own `recursive`
 * asks for ever, and the app with it.
 */
export function makeFolder(path: string): void {
  faultsNamed(() => {
    const missing: string[] = []
    let there = resolve(path)
    for (; !existsSync(there) && dirname(there) !== there; there = dirname(there)) missing.unshift(there)
    accessSync(there, constants.W_OK)
    for (const folder of missing) mkdirSync(folder)
  })
}

/**
 * Makes the folder a hand-over goes into, where the one above it is there: with the stick pulled out, the same path would be made on the
 * disk of this PC, and papers would lie where nobody looks for them.
 */
export function makeTargetFolder(path: string): void {
  if (!existsSync(path) && !existsSync(dirname(path))) throw new ArchiveFault('not-found', dirname(path))
  makeFolder(path)
}
