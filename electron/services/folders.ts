// Making a folder, and a true word on why it cannot be made.
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
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

/** Where a system hangs in its sticks, each as a folder of its own: `/media/STICK`, `/media/lan/STICK`, `/Volumes/STICK`. */
const mountPlaces = /^(?:\/media(?:\/[^/]+)?|\/run\/media\/[^/]+|\/mnt|\/Volumes)$/

/** A stick of this very name was pulled out; but a folder on a stick that hangs there itself may be made. */
const isGoneStick = (path: string): boolean =>
  mountPlaces.test(dirname(path)) && statSync(dirname(path)).dev === statSync(dirname(dirname(path))).dev

/**
 * Whether a hand-over may go into this folder; makes nothing, and is asked before the work begins. A new folder is made where the one above
 * it is there: with the stick pulled out, the same path would be made on the disk of this PC, and papers would lie where nobody looks for them.
 */
export function checkTargetFolder(target: string): void {
  const path = resolve(target)
  const there = existsSync(path) ? path : dirname(path)
  faultsNamed(() => {
    if (!statSync(there).isDirectory() || (there !== path && isGoneStick(path))) throw new ArchiveFault('not-found', there)
    accessSync(there, constants.W_OK)
  })
}

export function makeTargetFolder(path: string): void {
  checkTargetFolder(path)
  makeFolder(path)
}
