// `tally FILE|-`: decides counts without a database. The answers are those of the law's own text border; here is only the file.
import { closeSync, openSync, readSync } from 'node:fs'
import { maxInputBytes, tallyText } from '../../workflows/conference/tally-input.ts'
import { CliFault, type ExitCode } from './exit.ts'
import { readOptions } from './options.ts'
import { printLine } from './say.ts'

export async function tallyCommand(args: readonly string[]): Promise<ExitCode> {
  const { rest } = readOptions(args, {})
  const [file, ...more] = rest
  if (file === undefined || more.length > 0) throw new CliFault({ code: 'option-missing', option: 'FILE|-' })
  const text = decoded(readUpTo(file, maxInputBytes + 1))
  const { lines, exit } = tallyText(text)
  for (const line of lines) printLine(process.stdout, line)
  return exit
}

/** Never more than one byte past what may be read: a huge file is told by that byte, not by filling the memory. */
function readUpTo(file: string, limit: number): Uint8Array {
  const descriptor = file === '-' ? 0 : opened(file)
  const bytes = new Uint8Array(limit)
  let length = 0
  try {
    while (length < limit) {
      const read = readSome(descriptor, bytes, length)
      if (read === 0) break
      length += read
    }
  } finally {
    if (file !== '-') closeSync(descriptor)
  }
  return bytes.subarray(0, length)
}

function opened(file: string): number {
  try {
    return openSync(file, 'r')
  } catch (error) {
    throw unreadable(file, error)
  }
}

function readSome(descriptor: number, bytes: Uint8Array, from: number): number {
  for (;;) {
    try {
      return readSync(descriptor, bytes, from, bytes.length - from, null)
    } catch (error) {
      const code = codeOf(error)
      if (code === 'EOF') return 0
      // A pipe that has nothing yet is asked again; everything else is the end of it.
      if (code !== 'EAGAIN') throw unreadable('-', error)
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
const unreadable = (file: string, error: unknown): CliFault =>
  new CliFault({ code: codeOf(error) === 'ENOENT' ? 'not-found' : 'file-unreadable', at: file })

/** Bytes that are no UTF-8 are no JSON either: the empty text says so in the same way. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return ''
  }
}
