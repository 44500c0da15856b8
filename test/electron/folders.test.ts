// Folders to hand papers over into: made one by one, refused in plain words where nothing can be made.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkTargetFolder, makeFolder, makeTargetFolder } from '../../electron/services/folders.ts'
import { put, workFolder } from '../support/tools.ts'

const folders = join(import.meta.dirname, '..', '..', 'electron', 'services', 'folders.ts')
const hasProc = existsSync('/proc/self')
if (!hasProc) console.log('not run: a folder in which nothing can be made (needs /proc)')
const hasMounts = existsSync('/mnt')
if (!hasMounts) console.log('not run: the folder of a stick that was pulled out (needs /mnt)')

describe('a folder', () => {
  test('is made with all above it, and again without complaint', () => {
    const path = join(workFolder(), 'a', 'b', 'c')
    makeFolder(path)
    makeFolder(path)
    expect(existsSync(path)).toBe(true)
  })

  test('to hand over into is not made anew where the one above it is gone', () => {
    const gone = join(workFolder(), 'usb', 'hồ sơ')
    expect(() => makeTargetFolder(gone)).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(existsSync(join(gone, '..'))).toBe(false)
  })

  // Where the system hangs in its sticks, the folder with the name of a stick comes with the stick alone.
  test.runIf(hasMounts)('with the name of a stick that was pulled out is not made on the disk of this PC', () => {
    const stick = '/mnt/tien-cu-usb-da-rut'
    expect(() => makeTargetFolder(stick)).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(existsSync(stick)).toBe(false)
  })

  test('to hand over into may be new in one that is there; asking whether it may makes nothing', () => {
    const fresh = join(workFolder(), 'hồ sơ')
    checkTargetFolder(fresh)
    expect(existsSync(fresh)).toBe(false)
    makeTargetFolder(fresh)
    makeTargetFolder(fresh)
    expect(existsSync(fresh)).toBe(true)
  })

  test('to hand over into is no file', () => {
    const file = put(workFolder(), 'tệp', new Uint8Array())
    for (const path of [file, join(file, 'hồ sơ')])
      expect(() => checkTargetFolder(path)).toThrow(expect.objectContaining({ code: 'not-found' }))
  })

  // As under the mount of a stick that was pulled out: the folder is there, and nothing can be made in it. In a process of its own: a
  // loop that never ends would take the test with it.
  test.runIf(hasProc)('in a place that takes none is refused, not asked for again without end', () => {
    const script = `import { makeFolder } from ${JSON.stringify(folders)}; try { makeFolder('/proc/ho-so/giay-to') } catch ({ code }) { console.log(code) }`
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { timeout: 20_000, encoding: 'utf8' })
    expect(said.trim()).toBe('not-found')
  })
})
