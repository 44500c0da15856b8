// Running totals on the disk: always whole, never a trail, nothing to read without the key (procedure.md 7.2).
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { slotBytes, slotFile, slotRoom } from '../../db/slot-file.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
function fresh() {
  const folder = mkdtempSync(join(tmpdir(), 'slots-'))
  folders.push(folder)
  const file = join(folder, 'so.tiencu.count')
  const key = Buffer.alloc(32, 1)
  return { file, key, slots: slotFile(file, key), again: () => slotFile(file, key) }
}
const bytesOf = (file: string) => readFileSync(file)

describe('what was written last is there, and the one before it', () => {
  test('also for whoever opens the file anew', () => {
    const { slots, again } = fresh()
    expect(slots.read()).toEqual({ now: null, before: null })
    for (let no = 1; no <= 9; no++) {
      slots.write(`trạng thái ${no}`)
      expect(again().read()).toEqual({ now: `trạng thái ${no}`, before: no === 1 ? null : `trạng thái ${no - 1}` })
    }
  })
  test('wiped, nothing is left in either slot', () => {
    const { file, slots, again } = fresh()
    slots.wipe()
    expect(existsSync(file)).toBe(false)
    for (let no = 1; no <= 3; no++) slots.write(`${no}`)
    slots.wipe()
    expect(again().read()).toEqual({ now: null, before: null })
    again().write('lại')
    expect(again().read()).toEqual({ now: 'lại', before: null })
  })
  test('a slot torn by a power cut leaves the other one, whichever it is', () => {
    for (const place of [0, 1]) {
      const { file, slots, again } = fresh()
      for (let no = 1; no <= 4; no++) slots.write(`${no}`)
      const bytes = bytesOf(file)
      bytes.fill(0, place * slotBytes + 100, place * slotBytes + 8000)
      writeFileSync(file, bytes)
      const left = again().read()
      expect(left.before).toBeNull()
      expect(['3', '4']).toContain(left.now)
      again().write('5')
      expect(again().read()).toEqual({ now: '5', before: left.now })
    }
  })
})

describe('what a stranger sees', () => {
  test('length and date are the same whatever stands in it, and the two slots tell nothing of each other', () => {
    const { file, slots } = fresh()
    const seen = new Set<string>()
    for (const text of ['', 'a', 'đếm '.repeat(500), 'x'.repeat(slotRoom)]) {
      slots.write(text)
      const { size, mtimeMs } = statSync(file)
      seen.add(`${size} ${new Date(mtimeMs).toISOString()}`)
      expect(bytesOf(file).includes(Buffer.from('đếm'))).toBe(false)
    }
    expect([...seen]).toEqual([`${2 * slotBytes} 2000-01-01T00:00:00.000Z`])
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(() => slots.write('x'.repeat(slotRoom + 1))).toThrow(RangeError)
  })
  test('another key reads nothing, and slots cannot change places', () => {
    const { file, slots, again } = fresh()
    slots.write('một')
    slots.write('hai')
    expect(slotFile(file, Buffer.alloc(32, 2)).read()).toEqual({ now: null, before: null })
    const bytes = bytesOf(file)
    writeFileSync(file, Buffer.concat([bytes.subarray(slotBytes), bytes.subarray(0, slotBytes)]))
    expect(again().read()).toEqual({ now: null, before: null })
  })
  test('with the key: the last two states, and no older one in the whole file', () => {
    const { file, key, slots } = fresh()
    const kept: Buffer[] = []
    for (let no = 1; no <= 6; no++) {
      slots.write(`${no}`)
      kept.push(bytesOf(file))
    }
    const now = bytesOf(file)
    for (const older of kept.slice(0, 4)) {
      expect(now.includes(older.subarray(0, slotBytes)) || now.includes(older.subarray(slotBytes))).toBe(false)
    }
    expect(slotFile(file, key).read()).toEqual({ now: '6', before: '5' })
  })
})

function torture(...options: readonly string[]): { status: number | null; report: unknown } {
  const path = fileURLToPath(new URL('../../build/torture/count-kill.ts', import.meta.url))
  const run = spawnSync(process.execPath, [path, ...options], { encoding: 'utf8' })
  expect(run.stderr).toBe('')
  return { status: run.status, report: JSON.parse(run.stdout) }
}
test('a counter killed in the middle of a bundle resumes exactly there', () => {
  expect(torture('--kills', '6')).toMatchObject({ status: 0, report: { kills: 6, complaints: [] } })
})
test('the kills would notice a counter that says a slip is counted before it is', () => {
  const { status, report } = torture('--kills', '12', '--hasty')
  expect([status, JSON.stringify(report)]).toEqual([1, expect.stringContaining('an acknowledged slip is lost')])
})
