// A real archive in a temporary folder, keyed and in WAL as in the product, and a way behind its back.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Driver from 'better-sqlite3'
import { afterEach, expect } from 'vitest'
import type { Archive } from '../../db/archive.ts'
import { openDriver } from '../../db/connect.ts'
import type { NewFact } from '../../db/fact-log.ts'
import { ArchiveFault } from '../../db/fault.ts'
import { chainStart, leafHashOf, nextChain, sha256 } from '../../db/hashing.ts'
import { openArchive } from '../../db/open.ts'
import { envelopeText } from '../../workflows/core/envelope.ts'
import { appendLeaf, emptyTree } from '../../workflows/core/merkle.ts'

export const passphrase = 'mật khẩu thử'
export const monday = { at: '2026-11-23T08:30:00+07:00', by: 'thu-ky' } as const
/** log2 of scrypt's N: the product's cost is proven once, in the key file test. */
export const cheap = 12

const endings: (() => void)[] = []
afterEach(() => {
  for (const end of endings.splice(0).reverse()) end()
})

export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'))
  endings.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function closedAtEnd(archive: Archive): Archive {
  endings.push(archive.close)
  return archive
}

export function freshArchive(file: string = join(freshFolder(), 'so.tiencu')): { file: string; key: Uint8Array; archive: Archive } {
  const create = { origin: 'tien-cu.test/so', deviceSeed: new Uint8Array(32).fill(7) }
  const archive = closedAtEnd(openArchive({ file, passphrase, create, cost: cheap }))
  return { file, key: archive.unwrappedKey(), archive }
}

export const reopened = (file: string, key: Uint8Array): Archive => closedAtEnd(openArchive({ file, unwrappedKey: key }))

export const noted = (n: number): NewFact => ({ type: 'noted', payload: { n, ten: 'Nguyễn Thị Ánh' } })

/** Appends facts to streams in turn: `1..facts` over three streams, a checkpoint after every ten. */
export function filled(archive: Archive, facts: number): void {
  for (let n = 1; n <= facts; n++) {
    const stream = `case/${n % 3}`
    expect(archive.append(stream, archive.versionOf(stream), [noted(n)], monday)).toMatchObject({ ok: true })
    if (n % 10 === 0) archive.signedCheckpoint()
  }
}

/** Works on a closed file as somebody with the key and any tool could: no triggers, no checks of ours. */
export function behindItsBack<T>(file: string, key: Uint8Array, work: (driver: Driver.Database) => T): T {
  const driver = openDriver(file, key)
  try {
    const triggers = driver.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as { name: string; sql: string }[]
    for (const { name } of triggers) driver.exec(`DROP TRIGGER ${name}`)
    const result = work(driver)
    for (const { sql } of triggers) driver.exec(sql)
    return result
  } finally {
    driver.close()
  }
}

/** The code of the fault that `work` throws. */
export function faultOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof ArchiveFault) return error.code
    throw error
  }
  return 'none'
}

type Raw = { seq: number; stream: string; version: number; type: string; at: string; by: string; payload: string }

/** What a patient forger does: every hash of ours made anew from `from` on, so that the file agrees with itself. */
export function rehash(driver: Driver.Database): void {
  const rows = driver.prepare('SELECT seq, stream, version, type, at, by, payload FROM facts ORDER BY seq').all() as Raw[]
  const write = driver.prepare('UPDATE facts SET payload_sha256 = ?, leaf_hash = ?, chain_hash = ?, node_hash = ? WHERE seq = ?')
  let chain: Buffer = chainStart
  let tree = emptyTree
  for (const row of rows) {
    const digest = sha256(row.payload)
    const leaf = leafHashOf(envelopeText({ ...row, payloadSha256: digest.toString('hex') }))
    chain = nextChain(chain, leaf)
    tree = appendLeaf(sha256, tree, leaf)
    write.run(digest, leaf, chain, tree.size % 2 === 0 ? tree.peaks.at(-1) : null, row.seq)
  }
}
