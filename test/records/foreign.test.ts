// PDFs signed by other tools: which checks hold, and which cannot be decided. Never valid, never a forgery without cause, never a crash.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { P12Signer, PDF } from '@libpdf/core'
import { plainAddPlaceholder } from '@signpdf/placeholder-plain'
import { P12Signer as SignpdfSigner } from '@signpdf/signer-p12'
import signpdf from '@signpdf/signpdf'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkRecord } from '../../records/check.ts'
import type { Report } from '../../records/report.ts'
import { makePki, type Pki, pem, type TestSigner } from '../support/pki.ts'
import { put, run, workFolder } from '../support/tools.ts'
import { checkedAt, codesOf, drawn } from './making.ts'

let pki: Pki
let signer: TestSigner
let p12: Buffer
let blank: Uint8Array
beforeAll(async () => {
  pki = await makePki('nơi khác')
  signer = await pki.signer({ name: 'Người Ký Khác', citizenId: '001085000123' })
  const folder = mkdtempSync(join(tmpdir(), 'tien-cu-foreign-'))
  const key = put(folder, 'key.pem', signer.privateKey.export({ format: 'pem', type: 'pkcs8' }) as string)
  const chain = put(folder, 'chain.pem', `${pem(signer.certificate, 'CERTIFICATE')}${pem(pki.intermediate, 'CERTIFICATE')}`)
  run('openssl', ['pkcs12', '-export', '-legacy', '-inkey', key, '-in', chain, '-passout', 'pass:mo', '-out', `${folder}/key.p12`])
  p12 = readFileSync(`${folder}/key.p12`)
  rmSync(folder, { recursive: true })
  const made = PDF.create()
  made.addPage({ size: 'a4' })
  blank = await made.save()
})

const check = (pdf: Uint8Array): Promise<Report> => checkRecord(pdf, { roots: [pki.root], now: checkedAt })

async function bySignpdf(pdf: Uint8Array): Promise<Uint8Array> {
  const withPlace = plainAddPlaceholder({
    pdfBuffer: Buffer.from(pdf),
    reason: 'thu',
    contactInfo: '',
    name: 'Nguoi Ky',
    location: '',
    signatureLength: 16_000,
    signingTime: new Date(checkedAt - 86_400_000),
  })
  return new Uint8Array(await signpdf.sign(withPlace, new SignpdfSigner(p12, { passphrase: 'mo' })))
}

async function byLibpdf(pdf: Uint8Array): Promise<Uint8Array> {
  const opened = await PDF.load(pdf)
  const done = await opened.sign({
    signer: await P12Signer.create(new Uint8Array(p12), 'mo'),
    reason: 'thu',
    signingTime: new Date(checkedAt - 86_400_000),
  })
  return done.bytes
}

const makers = { signpdf: bySignpdf, libpdf: byLibpdf }
const altered = (pdf: Uint8Array, at: number): Uint8Array => {
  const changed = Uint8Array.from(pdf)
  changed[at] = (changed[at] ?? 0) ^ 1
  return changed
}

describe.each(Object.keys(makers) as (keyof typeof makers)[])('a PDF signed by %s', (maker) => {
  test('holds in what can be checked, and is undecided as a record', async () => {
    const report = await check(await makers[maker](blank))
    expect(report.overall).toBe('CHUA_DU_CO_SO')
    expect(codesOf(report, 'broken')).toEqual([])
    expect(codesOf(report, 'ok')).toContain('FOREIGN_HOLDS')
    expect(report.lines.find(({ code }) => code === 'FOREIGN_HOLDS')?.numbers.name).toBe('Người Ký Khác')
    expect(codesOf(report, 'undecided')).toEqual(['NOT_A_RECORD'])
    // Whole file covered: said, but only as a note; whoever has a root for it has one decided question more.
    expect(codesOf(report, 'note')).toContain('FOREIGN_COVERED')
    expect(report.notDone).toEqual([1, 4, 5, 6, 7, 8])
  })

  test('altered is broken; something appended, or an authority unknown, is undecided', async () => {
    const pdf = await makers[maker](blank)
    expect(codesOf(await check(altered(pdf, 40)), 'broken')).toEqual(['DIGEST_MISMATCH'])
    const appended = await check(Uint8Array.from([...pdf, ...new TextEncoder().encode('\n% thêm\n')]))
    expect([codesOf(appended, 'broken'), codesOf(appended, 'undecided')]).toEqual([[], ['NOT_A_RECORD', 'FOREIGN_LATER_BYTES']])
    const unknown = await checkRecord(pdf, { roots: [], now: checkedAt })
    expect(codesOf(unknown, 'undecided')).toEqual(['NOT_A_RECORD', 'CERT_UNTRUSTED'])
  })

  test('cut or mangled anywhere ends in an answer', async () => {
    const pdf = await makers[maker](blank)
    for (let at = 0; at < pdf.length; at += 211) {
      expect((await check(pdf.subarray(0, at))).overall).not.toBe('HOP_LE')
      expect((await check(altered(pdf, at))).overall).not.toBe('HOP_LE')
    }
  })
})

test('one of our papers signed by another tool is not a record signed by us', async () => {
  for (const maker of Object.values(makers)) expect((await check(await maker(await drawn()))).overall).not.toBe('HOP_LE')
})

test('a foreign PDF locked with a password says so', async () => {
  const folder = workFolder()
  run('qpdf', ['--encrypt', 'mở', 'chủ', '256', '--', put(folder, 'a.pdf', blank), `${folder}/b.pdf`])
  const report = await check(new Uint8Array(readFileSync(`${folder}/b.pdf`)))
  expect(codesOf(report, 'undecided')).toEqual(['ENCRYPTED'])
})
