// Signing, judged by tools that are not ours: three signers on different days, RSA and EC, each an increment; and who is turned away.
import { beforeAll, describe, expect, test } from 'vitest'
import { readCms } from '../../records/cms.ts'
import { stampTime } from '../../records/seal.ts'
import { readSignedFile } from '../../records/signed-file.ts'
import { makePki, type Pki } from '../support/pki.ts'
import { cutSignatures, nssStore, opensslVerify, pdffonts, pdfsig, put, run, textOf, workFolder } from '../support/tools.ts'
import {
  bytesOfRecord,
  checkWith,
  codesOf,
  drawn,
  fields,
  sampleRecord,
  sealed,
  sealWith,
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
  pki = await makePki('ký')
  by = await threeSigners(pki)
  steps = await signedSteps(by)
})

describe('three signers, one after the other', () => {
  test('each leaves the bytes before untouched', () => {
    for (const [i, step] of steps.slice(1).entries()) {
      const before = steps[i] ?? new Uint8Array()
      expect(Buffer.from(step.subarray(0, before.length)).equals(Buffer.from(before))).toBe(true)
    }
  })

  test('pdfsig: every signature valid and trusted, the last covers the whole document', () => {
    const folder = workFolder()
    const found = pdfsig(put(folder, 'record.pdf', steps[3]), nssStore(folder, [pki.root]))
    expect(found.map(({ field }) => field)).toEqual(fields)
    for (const entry of found) {
      expect(entry).toMatchObject({ signature: 'Signature is Valid.', certificate: 'Certificate is Trusted.', type: 'ETSI.CAdES.detached' })
    }
    expect(found.map(({ covers }) => covers)).toEqual(['Not total document signed', 'Not total document signed', 'Total document signed'])
  })

  test('pdfsig: a partly signed paper says which fields are open', () => {
    const folder = workFolder()
    const found = pdfsig(put(folder, 'partial.pdf', steps[2]), nssStore(folder, [pki.root]))
    expect(found.map(({ signature }) => signature)).toEqual(['Signature is Valid.', 'Signature is Valid.', 'not signed'])
    expect(found[1]?.covers).toBe('Total document signed')
  })

  test('openssl: each is a CAdES signature of a signer not revoked', async () => {
    const crls = await pki.crls([], new Date('2026-01-01T00:00:00Z'), new Date('2045-01-01T00:00:00Z'))
    const folder = workFolder()
    const cut = cutSignatures(steps[3])
    expect(cut).toHaveLength(3)
    for (const one of cut) expect(opensslVerify(folder, one, [pki.root], crls)).toContain('CAdES Verification successful')
  })

  test('openssl: three signed attributes, no signing time, the certificate bound', () => {
    const [first] = cutSignatures(steps[3])
    const file = put(workFolder(), 'sig.der', first?.cms ?? new Uint8Array())
    const said = run('openssl', ['cms', '-cmsout', '-print', '-inform', 'DER', '-in', file])
    const attributes = said.slice(said.indexOf('signedAttrs:'), said.indexOf('signatureAlgorithm:', said.indexOf('signedAttrs:')))
    expect(attributes.match(/object: (\S+)/g)).toEqual([
      'object: contentType',
      'object: messageDigest',
      'object: id-smime-aa-signingCertificateV2',
    ])
    expect(said).not.toContain('signingTime')
  })

  test('qpdf, pdffonts and pdftotext: sound structure, embedded fonts, the names and times on the page', () => {
    const file = put(workFolder(), 'record.pdf', steps[3])
    expect(run('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found')
    for (const font of pdffonts(file)) expect(font).toMatchObject({ embedded: true, subset: true, unicode: true })
    const text = textOf(file)
    for (const words of [...Object.values(signers).map(({ name }) => name), '03/02/2026 09:20:00 +07:00', '06/02/2026 16:45:10 +07:00']) {
      expect(text).toContain(words)
    }
  })

  test('our check: complete and valid', async () => {
    const report = await checkWith(steps[3], pki)
    expect(report).toMatchObject({ overall: 'HOP_LE', signing: 'complete', awaiting: [], isSample: false })
    expect(codesOf(report, 'broken', 'undecided')).toEqual([])
    expect(report.signatures.map(({ name, at }) => [name, at])).toEqual([
      [signers.head.name, signingTimes[0]],
      [signers.member.name, signingTimes[1]],
      [signers.chair.name, signingTimes[2]],
    ])
  })

  test('our check: with one signature missing it awaits it, and is not valid', async () => {
    const report = await checkWith(steps[2], pki)
    expect(report).toMatchObject({ overall: 'KHONG_HOP_LE', signing: 'awaiting-signatures', awaiting: ['ky.chu_tri'] })
    expect(codesOf(report, 'broken')).toEqual(['MISSING_SIGNER'])
    expect(await checkWith(steps[0], pki)).toMatchObject({ signing: 'unsigned', awaiting: fields })
  })
})

test('the order may not be broken, nor a field signed twice, nor one invented', async () => {
  const chairFirst = await sealWith(steps[0], fields[2], by.chair, signers.chair.name, signingTimes[0])
  expect(chairFirst).toEqual({ ok: false, refusal: { code: 'out-of-order', field: fields[2], waitingFor: fields[0] } })
  const twice = await sealWith(steps[1], fields[0], by.head, signers.head.name, signingTimes[1])
  expect(twice).toEqual({ ok: false, refusal: { code: 'already-signed', field: fields[0] } })
  const unknown = await sealWith(steps[1], 'ky.ai_do', by.head, signers.head.name, signingTimes[1])
  expect(unknown).toEqual({ ok: false, refusal: { code: 'field-unknown', field: 'ky.ai_do' } })
})

test('nobody signs for another person', async () => {
  const result = await sealWith(steps[0], fields[0], by.member, signers.member.name, signingTimes[0])
  expect(result).toEqual({
    ok: false,
    refusal: {
      code: 'wrong-signer',
      field: fields[0],
      expected: `${signers.head.name} ${signers.head.citizenId}`,
      found: `${signers.member.name} ${signers.member.citizenId}`,
    },
  })
})

test('a certificate that writes the name in capitals or with the tone on the other vowel is that person’s; with another tone it is not', async () => {
  const { citizenId } = signers.head
  const written = async (name: string) =>
    sealWith(steps[0], fields[0], await pki.signer({ name, citizenId }), signers.head.name, signingTimes[0])
  const sealed = await written('NGUYỄN THỊ THUÝ HẰNG')
  if (!sealed.ok) throw new Error(JSON.stringify(sealed.refusal))
  expect(codesOf(await checkWith(sealed.value, pki), 'broken')).toEqual(['MISSING_SIGNER', 'MISSING_SIGNER'])
  expect(await written('Nguyễn Thị Thủy Hằng')).toMatchObject({ ok: false, refusal: { code: 'wrong-signer' } })
})

test('nobody signs on top of a broken state', async () => {
  const altered = Uint8Array.from(steps[1])
  altered[20_000] = (altered[20_000] ?? 0) ^ 1
  const result = await sealWith(altered, fields[1], by.member, signers.member.name, signingTimes[1])
  expect(result).toMatchObject({ ok: false, refusal: { code: 'earlier-state-broken', found: expect.arrayContaining(['DIGEST_MISMATCH']) } })
  const notPdf = await sealWith(new TextEncoder().encode('xin chào'), fields[1], by.member, signers.member.name, signingTimes[1])
  expect(notPdf).toMatchObject({ ok: false, refusal: { code: 'pdf-unreadable' } })
})

test('a certificate out of force, or a key of another certificate, does not sign', async () => {
  const expired = await pki.signer(signers.head, {
    validity: { from: new Date('2020-01-01T00:00:00Z'), until: new Date('2025-01-01T00:00:00Z') },
  })
  const late = await sealWith(steps[0], fields[0], expired, signers.head.name, signingTimes[0])
  expect(late).toEqual({ ok: false, refusal: { code: 'certificate-not-in-force', from: '2020-01-01', until: '2025-01-01' } })
  const mixed = { ...by.head, sign: by.member.sign }
  const result = await sealWith(steps[0], fields[0], mixed, signers.head.name, signingTimes[0])
  expect(result).toEqual({ ok: false, refusal: { code: 'key-does-not-fit-certificate' } })
})

test('a name the fonts cannot write is refused before anything is signed', async () => {
  const result = await sealWith(steps[0], fields[0], by.head, 'Nguyễn 🙂', signingTimes[0])
  expect(result).toMatchObject({ ok: false, refusal: { code: 'glyph-missing', where: 'lines[1]', character: '🙂' } })
})

test('a chain beyond the room of /Contents is refused, not cut', async () => {
  const heavy = await (await makePki('tên rất dài '.repeat(1000))).signer(signers.head)
  const result = await sealWith(steps[0], fields[0], heavy, signers.head.name, signingTimes[0])
  expect(result).toMatchObject({ ok: false, refusal: { code: 'chain-too-long', room: 16_384 } })
})

test('an optional signer may be passed over, but does not sign afterwards', async () => {
  const record = bytesOfRecord(
    sampleRecord({
      signers: (sampleRecord().signers as readonly object[]).map((signer, i) => (i === 1 ? { ...signer, required: false } : signer)),
    }),
  )
  const { paperFor } = await import('./making.ts')
  const paper = paperFor(record)
  const optional = { ...paper, signBlocks: paper.signBlocks.map((block) => (block.order === 2 ? { ...block, required: false } : block)) }
  const empty = await drawn(record, optional)
  const one = await sealed(empty, fields[0], by.head, signers.head.name, signingTimes[0])
  const two = await sealed(one, fields[2], by.chair, signers.chair.name, signingTimes[1])
  expect(await checkWith(two, pki)).toMatchObject({ overall: 'HOP_LE', signing: 'complete' })
  const late = await sealWith(two, fields[1], by.member, signers.member.name, signingTimes[2])
  expect(late).toEqual({ ok: false, refusal: { code: 'out-of-order', field: fields[1], waitingFor: fields[2] } })
})

test('a stamp shows the time as ISO 8601 asks, and a CMS with a signing time is not ours', async () => {
  expect(stampTime('2026-11-22T08:30:15+07:00')).toBe('22/11/2026 08:30:15 +07:00')
  const folder = workFolder()
  const key = put(folder, 'key.pem', by.head.privateKey.export({ format: 'pem', type: 'pkcs8' }))
  const { pem } = await import('../support/pki.ts')
  const certificate = put(folder, 'cert.pem', pem(by.head.certificate, 'CERTIFICATE'))
  const content = put(folder, 'content.bin', 'nội dung')
  run('openssl', [
    'cms',
    '-sign',
    '-binary',
    '-cades',
    '-signer',
    certificate,
    '-inkey',
    key,
    '-in',
    content,
    '-outform',
    'DER',
    '-out',
    `${folder}/cms.der`,
  ])
  const { readFileSync } = await import('node:fs')
  expect(await readCms(new Uint8Array(readFileSync(`${folder}/cms.der`)))).toEqual({ fault: 'signing-time-present' })
})

test('certificates nobody needs are left out of the signature value', async () => {
  const stuffed = { ...by.head, chain: [pki.root, by.member.certificate, pki.intermediate, pki.intermediate] }
  const result = await sealWith(steps[0], fields[0], stuffed, signers.head.name, signingTimes[0])
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  const cms = await readCms(readSignedFile(result.value).signatures[0]?.cms ?? new Uint8Array())
  expect('fault' in cms ? cms : cms.certificates.map(({ der }) => der)).toHaveLength(3)
})
