// A new file is there whole, or not at all: over a file that is there, out of parts that fail, on a disk that fills up.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { writeNew } from '../../electron/services/write-new.ts'
import { put, workFolder } from '../support/tools.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('parts stand one behind the other; a file that is there stays as it is', () => {
  const file = join(workFolder(), 'giay-to.pdf')
  expect(writeNew(file, [bytes('một '), bytes(''), bytes('hai')])).toBe(true)
  expect(readFileSync(file, 'utf8')).toBe('một hai')
  expect(writeNew(file, [bytes('khác')])).toBe(false)
  expect(readFileSync(file, 'utf8')).toBe('một hai')
  expect(writeNew(join(file, 'trong-tep'), [])).toBe(false)
})

test('where the parts end in a fault nothing is left, and the same name can be taken again', () => {
  const file = join(workFolder(), 'giay-to.pdf')
  function* broken() {
    yield bytes('nửa đầu')
    throw new Error('the archive is damaged')
  }
  expect(() => writeNew(file, broken())).toThrow('the archive is damaged')
  expect(existsSync(file)).toBe(false)
  expect(writeNew(file, [bytes('cả')])).toBe(true)
})

const mayMount = spawnSync('unshare', ['-m', 'true']).status === 0
if (!mayMount) console.log('not run: a file on a disk that fills up (needs unshare -m, that is: Linux and root)')

test.runIf(mayMount)('a disk that fills up is named, and no half of a file is left on it', () => {
  const folder = workFolder()
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  const services = JSON.stringify(resolve(import.meta.dirname, '../../electron/services/write-new.ts'))
  const script = put(
    folder,
    'write.mjs',
    bytes(`import { writeNew } from ${services}
try { writeNew(process.argv[2], Array.from({ length: 40 }, () => new Uint8Array(5000))) } catch ({ name, code }) { console.log(name, code) }`),
  )
  const done = spawnSync(
    'unshare',
    [
      '-m',
      'sh',
      '-c',
      'mount -t tmpfs -o size=64k tmpfs "$1" && "$3" "$2" "$1/giay-to.pdf"; ls -A "$1"',
      'sh',
      disk,
      script,
      process.execPath,
    ],
    {
      encoding: 'utf8',
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    },
  )
  expect([done.stdout, done.stderr]).toEqual(['ArchiveFault disk-full\n', ''])
})
