// Making a folder, and a true word on why it cannot be made.
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { faultsNamed } from '../../db/fault.ts'

/** Makes `path` with all above it. Node says "not found" of a folder on a read-only disk, so the nearest folder that is there is asked first. */
export function makeFolder(path: string): void {
  faultsNamed(() => {
    let there = path
    while (!existsSync(there) && dirname(there) !== there) there = dirname(there)
    accessSync(there, constants.W_OK)
    mkdirSync(path, { recursive: true })
  })
}
