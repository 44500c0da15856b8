// The log keeps what was said, in order, once, and can prove it.
import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { openDriver } from '../../db/connect.ts'
import { canonical } from '../../workflows/core/canonical.ts'
import { leafHash, rootOf, subtreesOf, treeOf, verifyConsistency, verifyInclusion } from '../../workflows/core/merkle.ts'
import { faultOf, filled, freshArchive, monday, noted, reopened } from './archive-fixture.ts'

const sha256 = (bytes: Uint8Array | string) => hash('sha256', bytes, 'buffer')

test('facts come back in the order they were said, after the file was closed and opened', () => {
  const { archive, file, key } = freshArchive()
  const first = archive.append('case/a', 0, [noted(1), { type: 'carried', payload: { names: ['Đỗ Văn Ất'], n: 2 } }], monday)
  const second = archive.append('office', 0, [noted(3)], { at: '2026-11-23T09:00:00+07:00', by: 'quan-tri' })
  const third = archive.append('case/a', 2, [noted(4)], monday)
  expect([first, second, third]).toMatchObject([
    { ok: true, value: { version: 2, seq: 2 } },
    { ok: true, value: { version: 1, seq: 3 } },
    { ok: true, value: { version: 3, seq: 4 } },
  ])
  const head = archive.head()
  archive.close()

  const again = reopened(file, key)
  expect(again.load('case/a')).toEqual([
    { seq: 1, stream: 'case/a', version: 1, ...monday, ...noted(1) },
    { seq: 2, stream: 'case/a', version: 2, ...monday, type: 'carried', payload: { n: 2, names: ['Đỗ Văn Ất'] } },
    { seq: 4, stream: 'case/a', version: 3, ...monday, ...noted(4) },
  ])
  expect(again.loadFrom('case/a', 2).map((fact) => fact.seq)).toEqual([4])
  expect(again.load('case/none')).toEqual([])
  expect([...again.all()].map((fact) => fact.seq)).toEqual([1, 2, 3, 4])
  expect(again.streams()).toEqual([
    { stream: 'case/a', version: 3 },
    { stream: 'office', version: 1 },
  ])
  expect(again.head()).toEqual(head)
  expect(again.versionOf('case/none')).toBe(0)
})

test('an append judged by a version that has passed is refused and leaves nothing', () => {
  const { archive } = freshArchive()
  archive.append('case/a', 0, [noted(1), noted(2)], monday)
  const head = archive.head()
  const paper = { bytes: Buffer.from('biên bản') }
  for (const seen of [0, 1, 3]) {
    const refusal = { ok: false, refusal: { code: 'changed-meanwhile', seen, version: 2 } }
    expect(archive.append('case/a', seen, [noted(9)], monday, { papers: [paper] })).toEqual(refusal)
  }
  expect(archive.head()).toEqual(head)
  expect(archive.papers.list()).toEqual([])
})

test('facts, papers and draft land together or not at all', () => {
  const { archive } = freshArchive()
  const bytes = Buffer.from('%PDF biên bản')
  const digest = sha256(bytes).toString('hex')
  archive.drafts.put({ key: 'count/a', value: '{"returned":29}', updated: monday.at })

  const wrongDigest = { papers: [{ sha256: digest, bytes: Buffer.from('khác') }], draftsDone: ['count/a'] }
  expect(() => archive.append('case/a', 0, [noted(1)], monday, wrongDigest)).toThrow(RangeError)
  expect(() => archive.append('case/a', 0, [{ type: 'noted', payload: { n: undefined } }], monday)).toThrow('$.n')
  expect([archive.head().size, archive.papers.list(), archive.drafts.list().length]).toEqual([0, [], 1])

  expect(archive.append('case/a', 0, [noted(1)], monday, { ...wrongDigest, papers: [{ sha256: digest, bytes }] })).toMatchObject({
    ok: true,
  })
  expect(archive.papers.list()).toEqual([{ sha256: digest, length: bytes.length }])
  expect(archive.papers.get(digest)).toEqual(bytes)
  expect(archive.papers.get('00'.repeat(32))).toBeUndefined()
  expect(archive.drafts.list()).toEqual([])
})

test('an append without a fact is a defect of the caller', () => {
  expect(() => freshArchive().archive.append('case/a', 0, [], monday)).toThrow(RangeError)
})

test('the same bytes sealed twice are one paper', () => {
  const { archive } = freshArchive()
  const paper = { bytes: Buffer.from('một') }
  archive.append('case/a', 0, [noted(1)], monday, { papers: [paper, paper] })
  archive.append('case/a', 1, [noted(2)], monday, { papers: [paper] })
  expect(archive.papers.list()).toHaveLength(1)
})

test.each([
  ['UPDATE facts SET payload = payload', 'append-only'],
  ['DELETE FROM facts WHERE seq = 2', 'append-only'],
  ['INSERT OR REPLACE INTO facts SELECT * FROM facts WHERE seq = 1', 'without gaps'],
  [
    'INSERT INTO facts SELECT 9, stream, 9, type, at, by, payload, payload_sha256, leaf_hash, chain_hash, NULL FROM facts WHERE seq = 1',
    'without gaps',
  ],
  ['UPDATE papers SET bytes = bytes', 'append-only'],
  ['DELETE FROM papers', 'append-only'],
  ['UPDATE checkpoints SET note = note', 'append-only'],
  ['DELETE FROM checkpoints', 'append-only'],
  ['INSERT OR REPLACE INTO checkpoints SELECT * FROM checkpoints', 'only grow'],
  ['UPDATE device SET origin = origin', 'made once'],
  ['DELETE FROM device', 'made once'],
  ['INSERT OR REPLACE INTO device SELECT * FROM device', 'made once'],
])('the file itself refuses: %s', (statement, reason) => {
  const { archive, file, key } = freshArchive()
  archive.append('case/a', 0, [noted(1), noted(2)], monday, { papers: [{ bytes: Buffer.from('một') }] })
  archive.signedCheckpoint()
  archive.close()
  expect(() => rawly(file, key, statement)).toThrow(reason)
  expect(reopened(file, key).verify()).toMatchObject({ ok: true, facts: 2 })
})

test('replacing a paper by SQL keeps the old bytes', () => {
  const { archive, file, key } = freshArchive()
  archive.append('case/a', 0, [noted(1)], monday, { papers: [{ bytes: Buffer.from('một') }] })
  archive.close()
  rawly(file, key, "INSERT OR REPLACE INTO papers SELECT sha256, x'00' FROM papers")
  expect(reopened(file, key).verify()).toMatchObject({ ok: true })
})

test('the tree is the RFC 6962 tree over the envelopes, and its proofs hold', () => {
  const { archive, file, key } = freshArchive()
  filled(archive, 37)
  archive.close()
  const log = reopened(file, key)
  const leaves = [...log.all()].map(({ payload, ...envelope }) =>
    leafHash(sha256, Buffer.from(canonical({ ...envelope, payloadSha256: sha256(canonical(payload)).toString('hex') }))),
  )
  const { size, root } = log.head()
  expect(Buffer.from(root)).toEqual(rootOf(sha256, treeOf(subtreesOf(sha256, leaves), 37)))
  for (let seq = 1; seq <= 37; seq++) {
    const leaf = log.leafHashOf(seq)
    expect(leaf).toEqual(leaves[seq - 1])
    expect(verifyInclusion(sha256, { index: seq - 1, size, leaf, root }, log.inclusionProof(seq, size))).toBe(true)
    const older = { size: seq, root: log.rootAt(seq) }
    expect(verifyConsistency(sha256, older, { size, root }, log.consistencyProof(seq, size))).toBe(true)
    expect(verifyInclusion(sha256, { ...older, index: 0, leaf: log.leafHashOf(1) }, log.inclusionProof(1, seq))).toBe(true)
  }
  expect(() => log.inclusionProof(38, 38)).toThrow(RangeError)
})

test('more facts than one page of reading, and appends while the log is being read', () => {
  const { archive } = freshArchive()
  const many = Array.from({ length: 1500 }, (_, index) => noted(index + 1))
  archive.append('case/a', 0, many, monday)
  archive.append('case/b', 0, many, monday)
  let read = 0
  for (const fact of archive.all()) {
    expect(fact.seq).toBe(++read)
    if (read === 10) archive.append('case/c', 0, [noted(1)], monday)
  }
  expect(read).toBe(3001)
  expect(archive.load('case/b').map((fact) => fact.version)).toEqual(many.map((_, index) => index + 1))
  expect(archive.loadFrom('case/b', 499)).toHaveLength(1001)
  expect(archive.verify()).toMatchObject({ ok: true, facts: 3001 })
})

test('a closed archive says so', () => {
  const { archive } = freshArchive()
  archive.close()
  archive.close()
  expect(faultOf(() => archive.load('case/a'))).toBe('closed')
  expect(faultOf(() => archive.append('case/a', 0, [noted(1)], monday))).toBe('closed')
})

/** Any SQL tool that holds the key. */
function rawly(file: string, key: Uint8Array, statement: string): void {
  const driver = openDriver(file, key)
  try {
    driver.exec(statement)
  } finally {
    driver.close()
  }
}

test('what follows in another stream lands in the same transaction, or neither does', () => {
  const { archive, file, key } = freshArchive()
  archive.append('planning', 0, [noted(1)], monday)
  const done = archive.append('case/a', 0, [noted(2), noted(3)], monday, {
    follow: () => ({ stream: 'planning', seen: 1, facts: [noted(4)] }),
  })
  expect(done).toMatchObject({ ok: true, value: { version: 2, seq: 3 } })
  expect([archive.versionOf('case/a'), archive.versionOf('planning'), archive.head().size]).toEqual([2, 2, 4])
  // A stream may go on right behind.
  expect(archive.append('planning', 2, [noted(5)], monday)).toMatchObject({ ok: true, value: { version: 3, seq: 5 } })
  const head = archive.head()
  const stale = () =>
    archive.append('case/a', 2, [noted(6)], monday, { follow: () => ({ stream: 'planning', seen: 1, facts: [noted(7)] }) })
  expect(stale).toThrow('another version')
  expect(() =>
    archive.append('case/a', 2, [noted(6)], monday, {
      follow: () => {
        throw new Error('no')
      },
    }),
  ).toThrow('no')
  expect([archive.head(), archive.versionOf('case/a')]).toEqual([head, 2])
  archive.close()
  const again = reopened(file, key)
  expect([...again.all()].map(({ seq, stream, version }) => [seq, stream, version])).toEqual([
    [1, 'planning', 1],
    [2, 'case/a', 1],
    [3, 'case/a', 2],
    [4, 'planning', 2],
    [5, 'planning', 3],
  ])
  expect(again.head()).toEqual(head)
})
