// A new file written part by part: whole, or not there at all. Half of one under the name of the whole would be taken for it.
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { faultsNamed } from '../../db/fault.ts'

/**
 * False where nothing can be made there, or a file of that name is there: it is never written over. Throws what reading the parts throws, and
 * an ArchiveFault (`disk-full`, `disk-failed`) where writing fails.
 */
export function writeNew(file: string, parts: Iterable<Uint8Array>): boolean {
  let handle: number
  try {
    handle = openSync(file, 'wx')
  } catch {
    return false
  }
  let isWhole = false
  try {
    for (const part of parts) faultsNamed(() => writeWhole(handle, part))
    isWhole = true
  } finally {
    closeSync(handle)
    if (!isWhole) rmSync(file, { force: true })
  }
  return true
}

/** A system may take only a part of what it is given, and on a disk almost full it does. */
function writeWhole(handle: number, part: Uint8Array): void {
  for (let done = 0; done < part.length; ) done += writeSync(handle, part, done)
}
