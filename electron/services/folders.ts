// Making a folder, and a true word on why it cannot be made.
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { ArchiveFault, faultsNamed } from '../../db/fault.ts'

/** Makes `path` with all above it. Node says "not found" of a folder on a read-only disk, so the nearest folder that is there is asked first. */
export function makeFolder(path: string): void {
  faultsNamed(() => {
    let there = path
    while (!existsSync(there) && dirname(there) !== there) there = dirname(there)
    accessSync(there, constants.W_OK)
    mkdirSync(path, { recursive: true })
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
