// Checks 6 to 9 beyond the sums: page text, log proofs, the way back through the chain, the age of the lists.
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { atHandAmong } from '../../records/at-hand.ts'
import type { Report } from '../../records/report.ts'
import { canonical } from '../../workflows/core/canonical.ts'
import { checkpointBody, keyId, noteBytes, signedNote } from '../../workflows/core/checkpoint.ts'
import { consistencyProof, type Hash, inclusionProof, leafHash, rootOf, subtreesOf, treeOf } from '../../workflows/core/merkle.ts'
import { makePki, type Pki } from '../support/pki.ts'
import {
  bytesOfRecord,
  checkedAt,
  checkWith,
  codesOf,
  drawn,
  sampleRecord,
  signedSteps,
  type ThreeSigners,
  threeSigners,
} from './making.ts'

let pki: Pki
let by: ThreeSigners
beforeAll(async () => {
  pki = await makePki('bước')
  by = await threeSigners(pki)
})

const hash: Hash = (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest())
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const signed = async (change: Record<string, unknown>): Promise<Uint8Array> =>
  (await signedSteps(by, await drawn(bytesOfRecord(sampleRecord(change)))))[3]
const faultsOf = (report: Report, code: string) => report.lines.filter((line) => line.code === code).map(({ numbers }) => numbers.fault)

/** One log of `count` facts; the head and the proofs any record of it may carry. */
function logOf(count: number, name = 'a', key = generateKeyPairSync('ed25519')) {
  const envelopes = Array.from({ length: count }, (_, i) => canonical({ seq: i + 1, stream: 'case/mau', type: `fact-${name}-${i}` }))
  const leaves = envelopes.map((text) => leafHash(hash, new TextEncoder().encode(text)))
  const subtree = subtreesOf(hash, leaves)
  const publicKey = new Uint8Array(key.publicKey.export({ format: 'der', type: 'spki' })).subarray(-32)
  const origin = 'tien-cu.mau/buoc'
  return (size: number, from?: number) => {
    const root = rootOf(hash, treeOf(subtree, size))
    const body = checkpointBody({ origin, size, root })
    const signature = new Uint8Array(sign(null, noteBytes(body), key.privateKey))
    return {
      origin,
      treeSize: size,
      rootHash: base64(root),
      checkpoint: signedNote(body, [{ name: origin, keyId: keyId(hash, origin, publicKey), signature }]),
      publicKey: base64(publicKey),
      inclusion: { envelope: envelopes[size - 1] ?? '', index: size - 1, path: inclusionProof(hash, subtree, size - 1, size).map(base64) },
      ...(from !== undefined && { consistency: { size: from, path: consistencyProof(hash, subtree, from, size).map(base64) } }),
    }
  }
}

/** Two records of one case, the second made when the log had grown. */
async function pair(later: Record<string, unknown>, earlier: Record<string, unknown> = logOf(20)(5)) {
  const first = { recordId: 'buoc-1', auditLog: earlier }
  const firstBytes = bytesOfRecord(sampleRecord(first))
  const recordSha256 = createHash('sha256').update(firstBytes).digest('hex')
  const second = await signed({ recordId: 'buoc-2', auditLog: later, previousRecord: { recordId: 'buoc-1', recordSha256 } })
  return { first: await drawn(firstBytes), second }
}
const checkedBeside = async ({ first, second }: { first: Uint8Array; second: Uint8Array }) =>
  checkWith(second, pki, await atHandAmong([{ bytes: first }, { bytes: second }]))

describe('the log', () => {
  test('leads on from the head of the record before, proven by what the record carries', async () => {
    const log = logOf(20)
    const report = await checkedBeside(await pair(log(17, 5), log(5)))
    expect(report.overall).toBe('HOP_LE')
    expect(codesOf(report, 'ok')).toEqual(expect.arrayContaining(['LOG_OK', 'LOG_INCLUDED', 'LOG_LEADS_ON', 'CHAIN_WHOLE']))
  })

  test('of which an entry was removed or altered since does not lead on', async () => {
    const key = generateKeyPairSync('ed25519')
    const report = await checkedBeside(await pair(logOf(20, 'khác', key)(17, 5), logOf(20, 'a', key)(5)))
    expect(faultsOf(report, 'LOG_MISMATCH')).toEqual(['log-does-not-lead-on'])
    const shorter = await checkedBeside(await pair(logOf(20)(4), logOf(20)(9)))
    expect(faultsOf(shorter, 'LOG_MISMATCH')).toEqual(['log-got-shorter'])
  })

  test('without a proof, or without the record before, says that this was not checked', async () => {
    const log = logOf(20)
    const without = await checkedBeside(await pair(log(17), log(5)))
    expect(faultsOf(without, 'LOG_BEFORE_NOT_CHECKED')).toEqual(['no-consistency-proof'])
    const { second } = await pair(log(17, 5), log(5))
    const alone = await checkWith(second, pki)
    expect(faultsOf(alone, 'LOG_BEFORE_NOT_CHECKED')).toEqual(['previous-record-not-at-hand'])
    expect(alone.notDone).toContain(7)
    const { inclusion: _, ...headOnly } = log(7)
    const bare = await checkWith(await signed({ auditLog: headOnly }), pki)
    expect(faultsOf(bare, 'LOG_PLACE_NOT_CHECKED')).toEqual(['no-inclusion-proof'])
  })

  test('a true proof for a fact of another case proves nothing', async () => {
    const report = await checkWith(await signed({ auditLog: logOf(9)(8), case: { caseId: 'vu-khac' } }), pki)
    expect(faultsOf(report, 'LOG_MISMATCH')).toEqual(['proof-of-another-case'])
    expect(codesOf(await checkWith(await signed({ auditLog: logOf(9)(8), case: { caseId: 'mau' } }), pki), 'ok')).toContain('LOG_INCLUDED')
  })

  test('the log that is open here is the strongest witness', async () => {
    const own = logOf(20)
    const pdf = await signed({ auditLog: own(8) })
    const here = (rootHash: string) => ({ origin: 'tien-cu.mau/buoc', size: 20, rootAt: () => Buffer.from(rootHash, 'base64') })
    expect(codesOf(await checkWith(pdf, pki, { log: here(own(8).rootHash) }), 'ok')).toContain('LOG_IS_OURS')
    const other = await checkWith(pdf, pki, { log: here(own(9).rootHash) })
    expect(faultsOf(other, 'LOG_MISMATCH')).toEqual(['not-of-the-log-here'])
  })
})

describe('the chain', () => {
  test('is walked back as far as records are at hand; another record of the same id beside the right one breaks nothing', async () => {
    const log = logOf(20)
    const { first, second } = await pair(log(17, 5), log(5))
    const impostor = await drawn(bytesOfRecord(sampleRecord({ recordId: 'buoc-1', createdAt: '2026-02-03T10:00:00+07:00' })))
    for (const files of [
      [first, impostor],
      [impostor, first],
    ]) {
      const report = await checkWith(second, pki, await atHandAmong(files.map((bytes) => ({ bytes }))))
      expect(codesOf(report, 'ok')).toContain('CHAIN_WHOLE')
    }
    const replaced = await checkWith(second, pki, await atHandAmong([{ bytes: impostor }]))
    expect(codesOf(replaced, 'broken')).toEqual(['CHAIN_BROKEN'])
  })
})

describe('the page', () => {
  // The sample minutes print `16/31 = 51,61%` for the first name; see sample-papers.ts.
  const judgedAs = (percent: Record<string, string>, votes: Record<string, number>) => ({
    judged: {
      input: { count: { votes } },
      rule: {},
      output: { base: { name: 'convened', value: 31 }, percent },
    },
    paper: 'bien-ban-kiem-phieu',
  })
  const law = { judge: (input: unknown) => judgedAs((input as never) ?? {}, {}).judged.output }

  test('must say what the data says, number by number', async () => {
    const pdf = await signed(judgedAs({ 'Nguyễn Không Có Tên': '99,99' }, { 'Nguyễn Không Có Tên': 30 }))
    const report = await checkWith(pdf, pki, law)
    expect(codesOf(report, 'broken')).toContain('PAGE_DIFFERS')
    expect(report.lines.find(({ code }) => code === 'PAGE_DIFFERS')?.numbers.missing).toEqual([
      'Nguyễn Không Có Tên',
      '30/31 = 99,99% (Nguyễn Không Có Tên)',
    ])
  })

  test('must say it of the same people: two shares exchanged are another result', async () => {
    const [one, other] = ['Nguyễn Thị Thúy Hằng', 'Đặng Quốc Vượng']
    const shares = async (first: string, second: string) => {
      const pdf = await signed({ ...judgedAs({ [one]: first, [other]: second }, {}), paper: 'bien-ban' })
      return (await checkWith(pdf, pki, law)).lines.find(({ no, code }) => no === 6 && code.startsWith('PAGE'))
    }
    expect(await shares('96,17', '95,17')).toMatchObject({ code: 'PAGE_OK' })
    expect(await shares('95,17', '96,17')).toMatchObject({
      code: 'PAGE_DIFFERS',
      numbers: { missing: [`95,17% (${one})`, `96,17% (${other})`] },
    })
  })

  test('without percentages in the data there is nothing to compare, and it says so', async () => {
    const report = await checkWith(await signed({}), pki)
    expect(faultsOf(report, 'PAGE_NOT_COMPARED')).toEqual(['no-figures-in-record'])
  })
})

describe('the lists', () => {
  const day = 86_400_000
  const listsFrom = (age: number, until: number) => pki.crls([], new Date(checkedAt - age * day), new Date(checkedAt + until * day))

  test('a fresh revocation list is named with its age; an old one proves nothing, and neither is silent', async () => {
    const pdf = await signed({})
    const fresh = await checkWith(pdf, pki, { crls: await listsFrom(3, 10) })
    expect(fresh.lines.find(({ code }) => code === 'REVOCATION_OK')?.numbers).toMatchObject({ days: 3 })
    expect(fresh.revocationLists.map(({ days, isFresh }) => [days, isFresh])).toEqual([
      [3, true],
      [3, true],
    ])
    for (const [age, until] of [
      [5, -1],
      [41, 300],
    ] as const) {
      const old = await checkWith(pdf, pki, { crls: await listsFrom(age, until) })
      expect(old.overall).toBe('HOP_LE')
      expect(old.lines.find(({ code }) => code === 'REVOCATION_UNKNOWN')).toMatchObject({
        state: 'note',
        numbers: { fault: 'revocation-list-not-fresh', days: age },
      })
      expect(codesOf(old, 'note')).toContain('REVOCATION_LIST_OLD')
    }
    const none = await checkWith(pdf, pki)
    expect(faultsOf(none, 'REVOCATION_UNKNOWN')).toEqual(['no-revocation-list'])
    expect(codesOf(none, 'note')).toContain('NO_REVOCATION_LIST')
  })

  test('the trust list is named with its age, and an old or empty one is a note', async () => {
    const pdf = await signed({})
    const aged = (days: number) => checkWith(pdf, pki, { trustListedAt: checkedAt - days * day })
    expect((await aged(12)).lines.find(({ code }) => code === 'TRUST_LIST_AGE')?.numbers).toMatchObject({ roots: 1, days: 12 })
    expect(codesOf(await aged(400), 'note')).toContain('TRUST_LIST_OLD')
    expect(codesOf(await checkWith(pdf, pki, { roots: [] }), 'note')).toContain('TRUST_LIST_EMPTY')
  })

  test('a root that came with the files decides nothing before its digest was compared', async () => {
    const pdf = await signed({})
    const with_ = (isCompared: boolean) => checkWith(pdf, pki, { roots: [], givenRoots: [{ der: pki.root, isCompared }] })
    expect([(await with_(false)).overall, ...codesOf(await with_(false), 'undecided')]).toEqual(['CHUA_DU_CO_SO', 'ROOT_GIVEN'])
    expect((await with_(true)).overall).toBe('HOP_LE')
    expect(codesOf(await with_(true), 'note')).toContain('ROOT_COMPARED')
  })

  test('a signature claimed long after its meeting is worth a note', async () => {
    const report = await checkWith(await signed({ stage: { closedAt: '2025-12-01T09:15:00+07:00', key: 'x' } }), pki)
    expect(faultsOf(report, 'CLOCK_SUSPECT')).toEqual(Array(3).fill('far-from-conference'))
  })
})
