// Signatures that are mathematically perfect and still wrong: another person, another time, another key, another record.
import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { signerOf } from '../../electron/keys/key-bundle.ts'
import type { Revision } from '../../records/pdf/append.ts'
import { openPdf, type PdfFile } from '../../records/pdf/file.ts'
import { type Dict, dict, Name } from '../../records/pdf/values.ts'
import type { Signer } from '../../records/signer.ts'
import { makePki, type Pki } from '../support/pki.ts'
import { run, workFolder } from '../support/tools.ts'
import { handMade, replaceRecord, signedUnchecked } from './forging.ts'
import {
  bytesOfRecord,
  checkedAt,
  checkWith,
  codesOf,
  drawn,
  fields,
  paperFor,
  sampleRecord,
  sealed,
  sealWith,
  sha256,
  signedSteps,
  signingTimes,
  type ThreeSigners,
  threeSigners,
} from './making.ts'
import { signers } from './sample-papers.ts'

let pki: Pki
let by: ThreeSigners
let steps: Awaited<ReturnType<typeof signedSteps>>
beforeAll(async () => {
  pki = await makePki('người khác')
  by = await threeSigners(pki)
  steps = await signedSteps(by)
})

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

async function brokenCodes(pdf: Uint8Array): Promise<readonly string[]> {
  const report = await checkWith(pdf, pki)
  expect(report.overall).toBe('KHONG_HOP_LE')
  return codesOf(report, 'broken')
}

describe('people and time', () => {
  test('another person in the place of the chair is found, though his signature is perfect', async () => {
    const stranger = await pki.signer({ name: 'Người Khác', citizenId: '001180000099' })
    const forged = await signedUnchecked(steps[2], fields[2], stranger, signingTimes[2])
    const report = await checkWith(forged, pki)
    expect(codesOf(report, 'broken')).toEqual(['WRONG_SIGNER'])
    expect(report.lines.find(({ code }) => code === 'WRONG_SIGNER')?.numbers).toEqual({
      expected: `${signers.chair.name} ${signers.chair.citizenId}`,
      found: 'Người Khác 001180000099',
    })
  })

  test('the same name with another citizen number is another person', async () => {
    const namesake = await pki.signer({ name: signers.chair.name, citizenId: '001180000044' })
    const forged = await signedUnchecked(steps[2], fields[2], namesake, signingTimes[2])
    expect(await brokenCodes(forged)).toEqual(['WRONG_SIGNER'])
  })

  test('signed out of order, by a tool that does not mind', async () => {
    const one = await signedUnchecked(steps[1], fields[2], by.chair, signingTimes[1])
    const two = await signedUnchecked(one, fields[1], by.member, signingTimes[2])
    expect(await brokenCodes(two)).toContain('WRONG_ROLE_ORDER')
  })

  test('one person in two roles', async () => {
    const forged = await signedUnchecked(steps[2], fields[2], by.head, signingTimes[2])
    expect(await brokenCodes(forged)).toEqual(expect.arrayContaining(['WRONG_SIGNER', 'WRONG_ROLE_ORDER']))
  })

  test('a clock set back is a note, one before the certificate is a broken signature', async () => {
    const early = await signedUnchecked(steps[2], fields[2], by.chair, '2026-02-03T08:00:00+07:00')
    const report = await checkWith(early, pki)
    expect(report.overall).toBe('HOP_LE')
    expect(codesOf(report, 'note')).toContain('CLOCK_SUSPECT')
    const strict = await checkWith(early, pki, { strict: true })
    expect(strict.overall).toBe('CHUA_DU_CO_SO')
    expect(codesOf(strict, 'undecided')).toEqual(['CLOCK_SUSPECT'])
    const young = await pki.signer(signers.chair, {
      validity: { from: new Date('2026-03-01T00:00:00Z'), until: new Date('2031-01-01T00:00:00Z') },
    })
    expect(await brokenCodes(await signedUnchecked(steps[2], fields[2], young, signingTimes[2]))).toEqual(['CERT_EXPIRED_AT_SIGN'])
  })

  test('a certificate that has ended since is "cannot decide", not forgery', async () => {
    const short = await pki.signer(signers.chair, {
      validity: { from: new Date('2026-01-01T00:00:00Z'), until: new Date('2026-03-01T00:00:00Z') },
    })
    const pdf = await sealed(steps[2], fields[2], short, signers.chair.name, signingTimes[2])
    expect((await checkWith(pdf, pki)).overall).toBe('HOP_LE')
    const later = await checkWith(pdf, pki, { now: Date.parse('2026-06-01T00:00:00Z') })
    expect(later.overall).toBe('CHUA_DU_CO_SO')
    expect(codesOf(later, 'undecided')).toEqual(['CERT_EXPIRED_NO_POE'])
  })

  test('another root: the same names, no trust', async () => {
    const other = await makePki('người khác')
    const report = await checkWith(steps[3], other)
    expect(report.overall).toBe('CHUA_DU_CO_SO')
    expect(codesOf(report, 'undecided')).toEqual(Array(3).fill('CERT_UNTRUSTED'))
  })

  test('a revoked signer: broken when revoked before he signed, undecided when after; a stale list decides nothing', async () => {
    const at = new Date('2026-02-09T00:00:00Z')
    const until = new Date('2026-03-09T00:00:00Z')
    const before = await pki.crls([{ serial: by.chair.serial, at: new Date('2026-02-01T00:00:00Z') }], at, until)
    const broken = await checkWith(steps[3], pki, { crls: before })
    expect(codesOf(broken, 'broken')).toEqual(['CERT_REVOKED'])
    const after = await pki.crls([{ serial: by.chair.serial, at: new Date('2026-02-08T00:00:00Z') }], at, until)
    expect(codesOf(await checkWith(steps[3], pki, { crls: after }), 'undecided')).toEqual(['CERT_REVOKED'])
    const clean = await pki.crls([], at, until)
    expect(codesOf(await checkWith(steps[3], pki, { crls: clean }))).not.toContain('REVOCATION_UNKNOWN')
    const stale = await checkWith(steps[3], pki, { crls: clean, now: checkedAt + 90 * 86_400_000 })
    expect(codesOf(stale, 'note')).toContain('REVOCATION_UNKNOWN')
    const foreign = await (await makePki('khác')).crls([{ serial: by.chair.serial, at: new Date('2026-02-01T00:00:00Z') }], at, until)
    expect((await checkWith(steps[3], pki, { crls: foreign })).overall).toBe('HOP_LE')
  })
})

describe('certificates that are not made for this', () => {
  /** A self-signed certificate as openssl makes it; trusted by nobody, which is not the point. */
  function made(key: readonly string[], extension: string): Signer {
    const folder = workFolder()
    const files = ['-keyout', `${folder}/key.pem`, '-outform', 'DER', '-out', `${folder}/cert.der`]
    const subject = ['-utf8', '-subj', `/CN=${signers.chair.name}/serialNumber=CCCD${signers.chair.citizenId}`]
    run('openssl', ['req', '-x509', '-new', '-nodes', '-sha256', '-days', '3650', ...key, ...subject, ...extension.split(' '), ...files])
    const certificate = new Uint8Array(readFileSync(`${folder}/cert.der`))
    return signerOf('test', createPrivateKey(readFileSync(`${folder}/key.pem`)), 'rsa-sha256', certificate, [])
  }

  test('a key for web servers, and one that issues certificates', async () => {
    const server = made(['-newkey', 'rsa:2048'], '-addext basicConstraints=critical,CA:FALSE -addext extendedKeyUsage=serverAuth')
    const authority = made(['-newkey', 'rsa:2048'], '-addext keyUsage=digitalSignature')
    for (const signer of [server, authority]) {
      const report = await checkWith(await signedUnchecked(steps[2], fields[2], signer, signingTimes[2]), pki)
      expect(codesOf(report, 'broken')).toContain('KEY_USAGE')
      expect(codesOf(report, 'undecided')).toContain('CERT_UNTRUSTED')
    }
    const result = await sealWith(steps[2], fields[2], server, signers.chair.name, '2027-02-06T08:00:00+07:00')
    expect(result).toEqual({ ok: false, refusal: { code: 'certificate-not-for-signing' } })
  })

  test('a key of 1024 bits is too weak', async () => {
    const weak = made(['-newkey', 'rsa:1024'], '-addext basicConstraints=critical,CA:FALSE')
    expect(await brokenCodes(await signedUnchecked(steps[2], fields[2], weak, signingTimes[2]))).toContain('WEAK_ALG')
  })

  test('a certification that forbids every later change is honoured', async () => {
    const forbid = (_: Revision, __: PdfFile, ___: Dict, value: Dict) =>
      void value.set('Reference', [dict({ TransformMethod: new Name('DocMDP'), TransformParams: dict({ P: 1 }) })])
    const first = await handMade(steps[0], fields[0], by.head, signingTimes[0], forbid)
    const second = await signedUnchecked(first, fields[1], by.member, signingTimes[1])
    const third = await signedUnchecked(second, fields[2], by.chair, signingTimes[2])
    // The hand-made one shows no name.
    expect(await brokenCodes(third)).toEqual(['MDP_VIOLATION', 'PLACE_DIFFERS'])
  })
})

describe('the data inside', () => {
  test('another record.json under the same page, all signed by a forger with his own authority', async () => {
    const record = sampleRecord()
    const paper = paperFor(bytesOfRecord(record))
    const other = bytesOfRecord({ ...record, judged: { ...(record.judged as object), output: { outcome: 'stopped' } } })
    const file = openPdf(await drawn(bytesOfRecord(record), paper))
    const replaced = replaceRecord(file, other)
    expect(codesOf(await checkWith(replaced, pki), 'broken')).toContain('JSON_MISMATCH')
    const report = await checkWith(await signAll(replaced), pki)
    expect(report.lines.find(({ code }) => code === 'JSON_MISMATCH')?.numbers.fault).toBe('printed-hash-differs')
  })

  test.each([
    ['blanks between its words', (text: string) => text.replace(',', ', '), 'not-canonical'],
    ['a key twice', (text: string) => text.replace('{', '{"sample":true,'), 'duplicate-key'],
    ['names in NFD', (text: string) => text.normalize('NFD'), 'not-nfc'],
    ['no JSON at all', () => 'xin chào', 'not-json'],
  ] as const)('a record with %s is not taken', async (_, change, fault) => {
    const bytes = utf8(change(new TextDecoder().decode(bytesOfRecord(sampleRecord()))))
    const paper = { ...paperFor(bytesOfRecord(sampleRecord())) }
    const pdf = await drawn(bytes, { ...paper, proof: { ...paper.proof, recordSha256: sha256(bytes) } })
    const report = await checkWith(pdf, pki)
    expect(report.lines.find(({ code }) => code === 'JSON_MISMATCH')?.numbers.fault).toBe(fault)
  })
})

async function signAll(pdf: Uint8Array): Promise<Uint8Array> {
  const one = await signedUnchecked(pdf, fields[0], by.head, signingTimes[0])
  const two = await signedUnchecked(one, fields[1], by.member, signingTimes[1])
  return signedUnchecked(two, fields[2], by.chair, signingTimes[2])
}
