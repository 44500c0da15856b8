// Many facts in one append, others getting their turn between them: whole or not at all, and nothing else lands with it.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Archive } from '../../db/archive.ts'
import { openArchive } from '../../db/open.ts'
import { cheap, faultOf, filled, freshArchive, freshFolder, monday, noted, passphrase, reopened } from './archive-fixture.ts'

const holder = fileURLToPath(new URL('./holder.ts', import.meta.url))
const many = Array.from({ length: 50 }, (_, n) => noted(n))
const pausing = { between: () => breathe().then(() => undefined) }
const rootOf = (archive: Archive) => Buffer.from(archive.head().root).toString('hex')
/** Everything of the file that an append may change. */
const stateOf = (archive: Archive) => ({
  root: rootOf(archive),
  streams: archive.streams(),
  verified: archive.verify(),
  sizes: archive.checkpoints().map(({ size }) => size),
})

test('it leaves the same file as an append at once does: chain, tree and versions, in WAL again afterwards', async () => {
  const long = freshArchive()
  const short = freshArchive()
  for (const { archive } of [long, short]) filled(archive, 13)
  const done = await long.archive.appendLong('case/1', long.archive.versionOf('case/1'), many, monday, pausing)
  expect(done).toEqual(short.archive.append('case/1', short.archive.versionOf('case/1'), many, monday))
  expect(rootOf(long.archive)).toBe(rootOf(short.archive))
  filled(long.archive, 4)
  expect(readdirSync(dirname(long.file))).toEqual(['so.tiencu', 'so.tiencu-wal', 'so.tiencu.key.json'])
  long.archive.close()
  const again = reopened(long.file, long.key)
  expect(again.verify()).toMatchObject({ ok: true, facts: 67 })
})

test('what was judged by another version is refused before anything is written', async () => {
  const { archive } = freshArchive()
  filled(archive, 6)
  const before = stateOf(archive)
  expect(await archive.appendLong('case/1', 7, many, monday, pausing)).toEqual({
    ok: false,
    refusal: { code: 'changed-meanwhile', seen: 7, version: 2 },
  })
  expect(stateOf(archive)).toEqual(before)
})

test('while others have their turn nothing of the file can be read or written through it; afterwards all of it', async () => {
  const { archive } = freshArchive()
  filled(archive, 6)
  const met = new Set<string>()
  const tries: readonly (() => unknown)[] = [
    () => archive.append('case/2', 2, [noted(1)], monday),
    () => archive.load('case/1'),
    () => archive.appendLong('case/2', 2, many, monday, pausing),
    () => archive.head(),
    () => archive.registry.reads.version(),
    () => archive.drafts.drop('nháp'),
  ]
  let pauses = 0
  const between = async () => {
    await breathe()
    pauses += 1
    for (const one of tries) met.add(faultOf(one))
  }
  const done = await archive.appendLong('case/1', 2, many, monday, {
    between,
    follow: () => ({ stream: 'case/2', seen: 2, facts: [noted(9)] }),
  })
  expect([done, pauses, [...met]]).toEqual([{ ok: true, value: { version: 52, seq: 56 } }, 51, ['locked']])
  expect([archive.versionOf('case/1'), archive.versionOf('case/2'), archive.head().size]).toEqual([52, 3, 57])
})

test('stopped between two facts, or before the commit, it never was; the next one goes through', async () => {
  const { archive, file, key } = freshArchive()
  filled(archive, 13)
  const before = stateOf(archive)
  for (const stopsAt of [1, 30, 51]) {
    let pauses = 0
    const between = async () => {
      await breathe()
      pauses += 1
      if (pauses === stopsAt) throw new RangeError('thôi')
    }
    await expect(archive.appendLong('case/1', 5, many, monday, { between })).rejects.toThrow('thôi')
    expect([pauses, stateOf(archive)]).toEqual([stopsAt, before])
  }
  // The same where the facts themselves cannot be made.
  function* broken() {
    yield* many.slice(0, 9)
    throw new RangeError('hỏng')
  }
  await expect(archive.appendLong('case/1', 5, broken(), monday, pausing)).rejects.toThrow('hỏng')
  expect(stateOf(archive)).toEqual(before)
  expect(await archive.appendLong('case/1', 5, many, monday, pausing)).toMatchObject({ ok: true })
  archive.close()
  expect(reopened(file, key).verify()).toMatchObject({ ok: true, facts: 63 })
})

test('closed in the middle it never was either', async () => {
  const { archive, file, key } = freshArchive()
  filled(archive, 4)
  const root = rootOf(archive)
  const between = async () => {
    await breathe()
    archive.close()
  }
  await expect(archive.appendLong('case/1', 2, many, monday, { between })).rejects.toThrow()
  expect(readdirSync(dirname(file))).toEqual(['so.tiencu', 'so.tiencu.key.json'])
  expect(rootOf(reopened(file, key))).toBe(root)
})

/** 90 MB, more than the pages kept in memory: what is killed has written into the file itself. */
test('killed in the middle, its pages in the file already, it never was: the next opening takes them back', async () => {
  const { archive, file, key } = freshArchive()
  filled(archive, 7)
  const before = stateOf(archive)
  archive.close()
  const size = statSync(file).size
  const child = spawn(process.execPath, [holder, file, Buffer.from(key).toString('hex'), '900'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  await once(child.stdout, 'data')
  expect(faultOf(() => openArchive({ file, unwrappedKey: key }))).toBe('locked')
  child.kill('SIGKILL')
  await ended
  expect(existsSync(`${file}-journal`)).toBe(true)
  expect(statSync(file).size).toBeGreaterThan(size + 1_000_000)
  for (const name of [file, `${file}-journal`]) expect(readFileSync(name).includes('xxxxxxxx')).toBe(false)
  // Whoever only reads may not take them back: told so, and not that the place is read-only.
  expect(faultOf(() => openArchive({ file, unwrappedKey: key, readOnly: true }))).toBe('half-written')
  const replay = [
    fileURLToPath(new URL('../../electron/cli.ts', import.meta.url)),
    'replay',
    '--data',
    dirname(file),
    '--passphrase',
    passphrase,
  ]
  const told = spawnSync(process.execPath, replay, { encoding: 'utf8', env: { ...process.env, NODE_NO_WARNINGS: '1' } })
  expect([told.status, told.stderr]).toEqual([2, expect.stringContaining('Mở tệp một lần bằng ứng dụng')])
  const again = reopened(file, key)
  expect(stateOf(again)).toEqual(before)
  filled(again, 3)
  again.close()
  expect([statSync(file).size < size + 1_000_000, existsSync(`${file}-journal`)]).toEqual([true, false])
})

test('a new archive takes nothing over from what lies beside its name', () => {
  const file = join(freshFolder(), 'moi.tiencu')
  for (const rest of ['-journal', '-wal']) writeFileSync(`${file}${rest}`, Buffer.alloc(4096, 7))
  const archive = openArchive({ file, passphrase, create: { origin: 'tien-cu.test/moi' }, cost: cheap })
  expect(archive.verify()).toMatchObject({ ok: true, facts: 0 })
  archive.close()
  expect(readdirSync(dirname(file))).toEqual(['moi.tiencu', 'moi.tiencu.key.json'])
})
