// Lists, drafts, signed heads and copies of the archive.
import { spawnSync } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { isSignedBy } from '../../db/checkpoint.ts'
import { keyFileOf } from '../../db/key-file.ts'
import { openArchive } from '../../db/open.ts'
import { behindTheLog } from '../../db/summaries.ts'
import { parseCheckpoint } from '../../workflows/core/checkpoint.ts'
import { behindItsBack, closedAtEnd, filled, freshArchive, freshFolder, monday, noted, passphrase, reopened } from './archive-fixture.ts'

const holder = fileURLToPath(new URL('./holder.ts', import.meta.url))
const tell = (text: string, at: string) => ({ kind: 'case', summary: { text }, sortText: text, sortAt: at })

test('lists come in the order asked for, of the kind asked for, a part at a time', () => {
  const { archive } = freshArchive()
  archive.summaries.putAll([
    { ...tell('b', '2026-01-02'), stream: 'case/a', version: 1 },
    { ...tell('c', '2026-01-03'), stream: 'case/b', version: 1 },
    { ...tell('a', '2026-01-01'), stream: 'case/c', version: 1 },
    { ...tell('z', '2026-01-09'), stream: 'person/x', version: 1, kind: 'person' },
  ])
  const streams = (asked: Parameters<typeof archive.summaries.list>[0]) => archive.summaries.list(asked).map((row) => row.stream)
  expect(streams({})).toEqual(['case/a', 'case/b', 'case/c', 'person/x'])
  expect(streams({ kind: 'case', order: 'text' })).toEqual(['case/c', 'case/a', 'case/b'])
  expect(streams({ kind: 'case', order: 'at-descending', limit: 2 })).toEqual(['case/b', 'case/a'])
  expect(streams({ kind: 'case', order: 'at', limit: 2, offset: 1 })).toEqual(['case/a', 'case/b'])
  expect(streams({ order: 'text-descending', limit: 1 })).toEqual(['person/x'])
})

test('rows may be late by the newest end of the log, and each stream changed there is named with the version its row stopped at', () => {
  const { archive } = freshArchive()
  filled(archive, 6)
  const rowsDue = () => archive.summaries.behind().map(({ stream, version }) => ({ ...tell(stream, '2026'), stream, version }))
  expect(archive.summaries.behind()).toEqual([1, 2, 0].map((n) => ({ stream: `case/${n}`, told: 0, version: 2 })))
  archive.summaries.putAll(rowsDue())
  expect(archive.summaries.behind()).toEqual([])
  archive.append('case/2', 2, [noted(7), noted(8)], monday)
  archive.append('case/new', 0, [noted(9)], monday)
  archive.append('case/2', 4, [noted(10)], monday)
  expect(archive.summaries.behind()).toEqual([
    { stream: 'case/new', told: 0, version: 1 },
    { stream: 'case/2', told: 2, version: 5 },
  ])
  archive.summaries.putAll(rowsDue())
  expect(archive.summaries.behind()).toEqual([])
})

test('what is behind is found at the end of the log, however long the log is', () => {
  const { archive, file, key } = freshArchive()
  filled(archive, 6)
  archive.summaries.rebuild((stream) => tell(stream, '2026'))
  archive.close()
  const plan = behindItsBack(file, key, (driver) => driver.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${behindTheLog}`).all())
  expect(plan.map(({ detail }) => detail).filter((step) => /\bfacts?\b/.test(step))).toEqual([
    'SEARCH facts USING INTEGER PRIMARY KEY (rowid>?)',
    // From the newest back, to the first whose row stands.
    'SCAN fact',
  ])
})

test('facts that change what all rows say take them away in the same transaction', () => {
  const { archive } = freshArchive()
  filled(archive, 6)
  archive.summaries.rebuild((stream) => tell(stream, '2026'))
  const wrong = { summariesGone: true, papers: [{ sha256: '00'.repeat(32), bytes: Buffer.from('khác') }] }
  expect(() => archive.append('office', 0, [noted(1)], monday, wrong)).toThrow(RangeError)
  expect(archive.summaries.list()).toHaveLength(3)
  archive.append('office', 0, [noted(1)], monday, { summariesGone: true })
  expect(archive.summaries.list()).toEqual([])
  expect(archive.summaries.behind().map(({ stream, told }) => [stream, told])).toEqual([
    ['case/1', 0],
    ['case/2', 0],
    ['case/0', 0],
    ['office', 0],
  ])
})

test('dropped summaries are made anew from facts, all or none', () => {
  const { archive } = freshArchive()
  filled(archive, 7)
  const summarise = (stream: string, facts: readonly unknown[]) => (stream === 'case/0' ? null : tell(`${stream}: ${facts.length}`, '2026'))
  archive.summaries.rebuild(summarise)
  const rows = archive.summaries.list()
  expect(rows.map(({ stream, version, summary }) => [stream, version, summary])).toEqual([
    ['case/1', 3, { text: 'case/1: 3' }],
    ['case/2', 2, { text: 'case/2: 2' }],
  ])
  archive.summaries.dropAll()
  expect(archive.summaries.list()).toEqual([])
  archive.summaries.rebuild(summarise)
  expect(archive.summaries.list()).toEqual(rows)
  const failing = () => {
    throw new Error('cannot tell')
  }
  expect(() => archive.summaries.rebuild(failing)).toThrow('cannot tell')
  expect(archive.summaries.list()).toEqual(rows)
})

test('drafts change and vanish, and are no part of the log', () => {
  const { archive, file, key } = freshArchive()
  const { head, drafts } = archive
  const before = head()
  drafts.put({ key: 'count/1', value: '{"valid":2}', updated: monday.at })
  drafts.put({ key: 'count/1', value: '{"valid":28}', updated: monday.at })
  drafts.put({ key: 'a', value: '', updated: monday.at })
  archive.close()
  const again = reopened(file, key)
  expect(again.drafts.get('count/1')).toEqual({ key: 'count/1', value: '{"valid":28}', updated: monday.at })
  expect(again.drafts.list().map((draft) => draft.key)).toEqual(['a', 'count/1'])
  again.drafts.drop('count/1')
  expect([again.drafts.get('count/1'), again.head()]).toEqual([undefined, before])
})

test('the device signs the head once for each size, and everybody can check it', () => {
  const { archive, file, key } = freshArchive()
  const empty = archive.signedCheckpoint()
  expect(empty.split('\n').slice(0, 3)).toEqual(['tien-cu.test/so', '0', '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='])
  archive.append('case/a', 0, [noted(1)], monday)
  const note = archive.signedCheckpoint()
  expect(archive.signedCheckpoint()).toBe(note)
  archive.close()
  const again = reopened(file, key)
  expect(again.signedCheckpoint()).toBe(note)
  expect(again.checkpoints()).toEqual([
    { size: 0, note: empty },
    { size: 1, note },
  ])
  const { size, root } = again.head()
  expect(parseCheckpoint(note)).toMatchObject({ ok: true, value: { origin: again.origin, size, root: Uint8Array.from(root) } })
  expect(isSignedBy(note, again.origin, again.publicKey())).toBe(true)
  expect(isSignedBy(note.replace('\n1\n', '\n2\n'), again.origin, again.publicKey())).toBe(false)
  expect(isSignedBy(note, again.origin, new Uint8Array(32).fill(1))).toBe(false)
})

test('the head may be signed by another key too, and nothing is kept of it', () => {
  const { archive } = freshArchive()
  const pair = generateKeyPairSync('ed25519')
  const publicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  const note = archive.checkpoint({ name: 'thanh-tra', publicKey, sign: (bytes) => sign(null, bytes, pair.privateKey) })
  expect(isSignedBy(note, 'thanh-tra', publicKey)).toBe(true)
  expect(archive.checkpoints()).toEqual([])
})

test('the same seed and the same facts give the same signed head; without a seed every archive has its own key', () => {
  const notes = [freshArchive(), freshArchive()].map(({ archive }) => {
    filled(archive, 12)
    return archive.signedCheckpoint()
  })
  expect(notes[0]).toBe(notes[1])
  const keys = ['a', 'b'].map((name) => {
    const file = join(freshFolder(), name)
    return closedAtEnd(openArchive({ file, passphrase, create: { origin: 'o' }, cost: 12 })).publicKey()
  })
  expect(keys[0]).not.toEqual(keys[1])
})

test('a copy made while the archive is open is whole, encrypted with the same key, and never overwrites', async () => {
  const { archive, file } = freshArchive()
  filled(archive, 30)
  archive.append('case/a', 0, [noted(1)], monday, { papers: [{ bytes: Buffer.from('biên bản') }] })
  const copy = join(freshFolder(), "bản sao 'một'.tiencu")
  expect(await archive.copyInto(copy)).toEqual(archive.head())
  expect(readFileSync(copy).includes('Nguyễn')).toBe(false)
  expect(readFileSync(keyFileOf(copy))).toEqual(readFileSync(keyFileOf(file)))
  expect(archive.append('case/a', 1, [noted(2)], monday)).toMatchObject({ ok: true })
  const opened = closedAtEnd(openArchive({ file: copy, passphrase }))
  expect(opened.head()).toEqual({ size: 31, root: archive.rootAt(31) })
  expect(opened.verify()).toMatchObject({ ok: true, facts: 31 })
  expect(opened.append('case/a', 1, [noted(3)], monday)).toMatchObject({ ok: true })
  await expect(archive.copyInto(copy)).rejects.toMatchObject({ code: 'exists' })
})

test('a copy that cannot be finished leaves nothing under its name', async () => {
  const { archive } = freshArchive()
  const folder = freshFolder()
  await expect(archive.copyInto(join(folder, 'none', 'copy'))).rejects.toMatchObject({ code: 'not-found' })
  writeFileSync(keyFileOf(join(folder, 'copy')), '{}')
  await expect(archive.copyInto(join(folder, 'copy'))).rejects.toMatchObject({ code: 'exists' })
  expect(existsSync(join(folder, 'copy'))).toBe(false)
})

test('a copy that is given up in the middle leaves no file, and the archive goes on as before', async () => {
  const { archive, file, key } = freshArchive()
  archive.append('case/a', 0, [noted(1)], monday, { papers: [{ bytes: Buffer.alloc(9_000_000, 'x') }] })
  const folder = freshFolder()
  for (const at of [0, 4_194_304, 'proof'] as const) {
    const step = async (done: number) => {
      if (done === at) throw new Error('đủ rồi')
    }
    const prove = async () => {
      if (at === 'proof') throw new Error('đủ rồi')
    }
    await expect(archive.copyInto(join(folder, 'copy'), { step, prove })).rejects.toThrow('đủ rồi')
    expect(readdirSync(folder)).toEqual([])
  }
  expect(archive.append('case/a', 1, [noted(2)], monday)).toMatchObject({ ok: true })
  expect(await archive.copyInto(join(folder, 'copy'))).toEqual(archive.head())
  // The lock of the file is still held: another process does not come in.
  const another = spawnSync(process.execPath, [holder, file, Buffer.from(key).toString('hex')], { encoding: 'utf8', timeout: 60_000 })
  expect([another.status, another.stderr]).toEqual([1, expect.stringContaining('locked')])
  expect(readdirSync(folder).toSorted()).toEqual(['copy', 'copy.key.json'])
})

test('what is appended while the copy is made is not in it, and is not lost', async () => {
  const { archive, file, key } = freshArchive()
  archive.append('case/a', 0, [noted(1)], monday, { papers: [{ bytes: Buffer.alloc(9_000_000, 'x') }] })
  const copy = join(freshFolder(), 'copy')
  let version = 1
  const head = await archive.copyInto(copy, {
    // More than SQLite would leave in its WAL by itself.
    step: async () => {
      archive.append('case/a', version, [noted(version)], monday, { papers: [{ bytes: Buffer.alloc(5_000_000, String(version)) }] })
      version += 1
    },
  })
  expect(head.size).toBe(1)
  expect(version).toBeGreaterThan(3)
  const opened = closedAtEnd(openArchive({ file: copy, unwrappedKey: key, readOnly: true }))
  expect(opened.verify()).toMatchObject({ ok: true, facts: 1, head })
  archive.close()
  const again = closedAtEnd(openArchive({ file, unwrappedKey: key }))
  expect(again.verify()).toMatchObject({ ok: true, facts: version })
})
