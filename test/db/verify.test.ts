// Tampering behind SQLite's back is found, and the first broken link is named.
import { hash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import type Driver from 'better-sqlite3'
import { expect, test } from 'vitest'
import { sha256 } from '../../db/hashing.ts'
import { canonical } from '../../workflows/core/canonical.ts'
import { behindItsBack, faultOf, filled, freshArchive, monday, noted, rehash, reopened } from './archive-fixture.ts'

function tampered(facts: number, work: (driver: Driver.Database) => void) {
  const { archive, file, key } = freshArchive()
  filled(archive, facts)
  expect(archive.verify()).toEqual({ ok: true, facts, head: archive.head() })
  archive.close()
  behindItsBack(file, key, work)
  return reopened(file, key)
}

test('walked in steps, it is the archive as it stood at the first one, whatever is appended on the way', () => {
  const { archive } = freshArchive()
  filled(archive, 600)
  const head = archive.head()
  const steps = archive.verifyInSteps()
  const first = steps.next()
  expect(first).toEqual({ done: false, value: { done: 250, of: 600 } })
  filled(archive, 40)
  const told = []
  let step = steps.next()
  for (; !step.done; step = steps.next()) told.push(step.value)
  expect(told).toEqual([
    { done: 500, of: 600 },
    { done: 600, of: 600, isLast: true },
  ])
  expect(step.value).toEqual({ ok: true, facts: 600, head })
  expect(archive.verify()).toMatchObject({ ok: true, facts: 640 })
})

test('a file that is closed in the middle of the walk is a fault of that name', () => {
  const { archive } = freshArchive()
  filled(archive, 600)
  const steps = archive.verifyInSteps()
  steps.next()
  archive.close()
  expect(() => steps.next()).toThrow('closed')
})

const changePayload = (driver: Driver.Database, seq: number): void =>
  void driver.prepare('UPDATE facts SET payload = ? WHERE seq = ?').run(canonical({ n: 0, ten: 'Người khác' }), seq)

test('a changed payload', () => {
  const archive = tampered(25, (driver) => changePayload(driver, 17))
  expect(archive.verify()).toEqual({ ok: false, seq: 17, stream: 'case/2', what: 'payload-changed' })
  expect(faultOf(() => archive.load('case/2'))).toBe('corrupt')
  expect(faultOf(() => [...archive.all()])).toBe('corrupt')
  expect(archive.load('case/1')).toHaveLength(9)
})

test('a changed payload with its digest made anew', () => {
  const archive = tampered(25, (driver) => {
    changePayload(driver, 17)
    driver
      .prepare('UPDATE facts SET payload_sha256 = ? WHERE seq = 17')
      .run(hash('sha256', canonical({ n: 0, ten: 'Người khác' }), 'buffer'))
  })
  expect(archive.verify()).toEqual({ ok: false, seq: 17, stream: 'case/2', what: 'envelope-changed' })
})

test.each([
  ['who said it', "UPDATE facts SET by = 'nguoi-khac' WHERE seq = 4", 4, 'case/1', 'envelope-changed'],
  ['when', "UPDATE facts SET at = '2026-11-24T08:30:00+07:00' WHERE seq = 1", 1, 'case/1', 'envelope-changed'],
  ['what kind', "UPDATE facts SET type = 'unsaid' WHERE seq = 25", 25, 'case/1', 'envelope-changed'],
  ['the stream', "UPDATE facts SET stream = 'case/x', version = 1 WHERE seq = 25", 25, 'case/x', 'envelope-changed'],
  ['a chain hash', 'UPDATE facts SET chain_hash = zeroblob(32) WHERE seq = 9', 9, 'case/0', 'chain-broken'],
  ['a tree node', 'UPDATE facts SET node_hash = zeroblob(32) WHERE seq = 8', 8, 'case/2', 'tree-broken'],
  ['a removed fact', 'DELETE FROM facts WHERE seq = 12', 12, 'case/0', 'fact-missing'],
  ['the first fact removed', 'DELETE FROM facts WHERE seq = 1', 1, 'case/1', 'fact-missing'],
  ['the end cut off behind the last signed head', 'DELETE FROM facts WHERE seq > 18', 19, '', 'fact-missing'],
  ['everything removed', 'DELETE FROM facts', 1, '', 'fact-missing'],
  [
    'a signed head replaced',
    'UPDATE checkpoints SET note = (SELECT note FROM checkpoints WHERE size = 10) WHERE size = 20',
    20,
    'case/2',
    'checkpoint-differs',
  ],
  ['a signed head made up', "UPDATE checkpoints SET note = replace(note, 'so', 'sa') WHERE size = 20", 20, 'case/2', 'checkpoint-forged'],
])('%s', (_, statement, seq, stream, what) => {
  const archive = tampered(25, (driver) => void driver.exec(statement))
  expect(archive.verify()).toEqual({ ok: false, seq, stream, what })
})

test('two facts swapped', () => {
  const archive = tampered(25, (driver) => {
    driver
      .exec('UPDATE facts SET seq = 1005 WHERE seq = 5')
      .exec('UPDATE facts SET seq = 5 WHERE seq = 7')
      .exec('UPDATE facts SET seq = 7 WHERE seq = 1005')
  })
  expect(archive.verify()).toEqual({ ok: false, seq: 5, stream: 'case/1', what: 'envelope-changed' })
})

test('a removed fact whose followers were renumbered and hashed anew leaves a gap in its stream', () => {
  const archive = tampered(9, (driver) => {
    driver.exec('DELETE FROM facts WHERE seq = 3; UPDATE facts SET node_hash = NULL')
    for (let seq = 4; seq <= 9; seq++) driver.prepare('UPDATE facts SET seq = ? WHERE seq = ?').run(seq - 1, seq)
    rehash(driver)
  })
  expect(archive.verify()).toEqual({ ok: false, seq: 5, stream: 'case/0', what: 'version-gap' })
})

test('a payload changed and the whole chain and tree hashed anew is betrayed by the next signed head', () => {
  const archive = tampered(25, (driver) => {
    changePayload(driver, 13)
    rehash(driver)
  })
  expect([...archive.all()]).toHaveLength(25)
  expect(archive.verify()).toEqual({ ok: false, seq: 20, stream: 'case/2', what: 'checkpoint-differs' })
  expect(faultOf(() => archive.signedCheckpoint())).toBe('corrupt')
})

test('a payload that says the same in another spelling is not the fact that was written', () => {
  const archive = tampered(5, (driver) => {
    driver.exec("UPDATE facts SET payload = replace(payload, ',', ', ') WHERE seq = 2")
    rehash(driver)
  })
  expect(archive.verify()).toEqual({ ok: false, seq: 2, stream: 'case/2', what: 'payload-not-canonical' })
})

test('a changed paper, and a paper that a fact names and nobody has', () => {
  const { archive, file, key } = freshArchive()
  const bytes = Buffer.from('biên bản')
  const paper = sha256(bytes).toString('hex')
  archive.append('case/a', 0, [{ type: 'paperDrawn', payload: { sha256: paper } }, noted(2)], monday, { papers: [{ bytes }] })
  const named = (fact: { type: string; payload: unknown }) =>
    fact.type === 'paperDrawn' ? [(fact.payload as { sha256: string }).sha256] : []
  expect(archive.verify(named)).toMatchObject({ ok: true, facts: 2 })
  archive.close()

  behindItsBack(file, key, (driver) => driver.exec("UPDATE papers SET bytes = x'00'"))
  const changed = reopened(file, key)
  expect(changed.verify(named)).toEqual({ ok: false, seq: 0, stream: '', what: 'paper-changed', paper })
  expect(faultOf(() => changed.papers.get(paper))).toBe('corrupt')
  changed.close()

  behindItsBack(file, key, (driver) => driver.exec('DELETE FROM papers'))
  expect(reopened(file, key).verify(named)).toEqual({ ok: false, seq: 1, stream: 'case/a', what: 'paper-missing', paper })
})

test('one flipped byte anywhere in the encrypted file is found', () => {
  const { archive, file, key } = freshArchive()
  filled(archive, 60)
  archive.append('case/a', 0, [noted(1)], monday, { papers: [{ bytes: new Uint8Array(20_000).fill(5) }] })
  archive.close()
  const whole = readFileSync(file)
  const found: string[] = []
  for (let page = 0; page < whole.length / 4096; page++) {
    const bytes = Buffer.from(whole)
    const at = page * 4096 + 1000
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    writeFileSync(file, bytes)
    try {
      const archive = reopened(file, key)
      const said = archive.verify()
      expect(['none', 'corrupt', 'disk-failed']).toContain(faultOf(() => [...archive.all()]))
      found.push(said.ok ? `page ${page} unseen` : said.what)
      archive.close()
    } catch (error) {
      found.push(error instanceof Error && 'code' in error ? String(error.code) : 'defect')
    }
  }
  expect([...new Set(found)].sort()).toEqual(['corrupt', 'page-damaged'])
})
