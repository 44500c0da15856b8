// A file of a stranger, read once and to a bound: what is no plain file, may not be read or is too big is told, and nothing waits for it.
import { accessSync, closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { bare } from '../../records/pdf/bytes.ts'

export type FileRead = { readonly bytes: Uint8Array } | { readonly tooBig: number } | { readonly fault: FileFault }
export type FileFault = (typeof faults)[keyof typeof faults] | 'file-not-plain' | 'file-cannot-be-read'

const faults = {
  ENOENT: 'file-gone',
  ENOTDIR: 'file-gone',
  EACCES: 'file-not-allowed',
  EPERM: 'file-not-allowed',
  ELOOP: 'file-link-loop',
  EBUSY: 'file-in-use',
  EIO: 'disk-failed',
  ENXIO: 'file-not-plain',
} as const

/** Opening a pipe must not wait for its other end; Windows has no such thing. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** @param most bytes: a file that grows while it is read is read no further either. */
export function readFile(path: string, most: number): FileRead {
  try {
    // Asked by its name first: some devices do something when they are opened.
    const kind = statSync(path)
    if (kind.isDirectory()) accessSync(path, constants.R_OK)
    if (!kind.isFile()) return { fault: 'file-not-plain' }
    const file = openSync(path, READ)
    try {
      return readOpen(file, most)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    const { code } = error
    return { fault: typeof code === 'string' && Object.hasOwn(faults, code) ? faults[code as keyof typeof faults] : 'file-cannot-be-read' }
  }
}

function readOpen(file: number, most: number): FileRead {
  const status = fstatSync(file)
  if (!status.isFile()) return { fault: 'file-not-plain' }
  if (status.size > most) return { tooBig: status.size }
  // One byte more than it has tells whether it grew.
  let held = Buffer.allocUnsafeSlow(status.size + 1)
  let length = 0
  for (;;) {
    const read = readSync(file, held, length, held.length - length, null)
    if (read === 0) return { bytes: bare(held.subarray(0, length)) }
    length += read
    if (length > most) return { tooBig: length }
    if (length === held.length) {
      const wider = Buffer.allocUnsafeSlow(Math.min(most + 1, length * 2))
      wider.set(held)
      held = wider
    }
  }
}
