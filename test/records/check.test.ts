// The check as a whole: sample records, the log, the chain, the outcome worked out again, files that are not ours, and its words.
import { PDF } from '@libpdf/core'
import { beforeAll, describe, expect, test } from 'vitest'
import { sampleRoot, sampleSigner } from '../../electron/keys/sample-authority.ts'
import { checkRecord, recordOf } from '../../records/check.ts'
import { completionOf } from '../../records/complete.ts'
import { openPdf } from '../../records/pdf/file.ts'
import type { Report } from '../../records/report.ts'
import { checkCodes, checkSentence, checkTitles } from '../../workflows/wording/check-codes.ts'
import { makePki, type Pki } from '../support/pki.ts'
import { joined, planOf, typesetOf } from '../support/tamper/forge.ts'
import { nssStore, pdfsig, put, run, workFolder } from '../support/tools.ts'
import {
  bytesOfRecord,
  checkedAt,
  checkWith,
  codesOf,
  drawn,
  fields,
  judged,
  paperFor,
  sampleRecord,
  sealed,
  sha256,
  sharedTypesetter,
  signedSteps,
  signingTimes,
  type ThreeSigners,
  threeSigners,
} from './making.ts'
import { sampleMinutes, signers } from './sample-papers.ts'

let pki: Pki
let by: ThreeSigners
beforeAll(async () => {
  pki = await makePki('kiểm')
  by = await threeSigners(pki)
})

async function signed(change: Record<string, unknown> = {}): Promise<Uint8Array> {
  const steps = await signedSteps(by, await drawn(bytesOfRecord(sampleRecord(change))))
  return steps[3]
}
const lineOf = (report: Report, code: string) => report.lines.find((line) => line.code === code)

describe('a sample record', () => {
  test('is valid with the sample authority, and says first that it is a sample', async () => {
    const trio = {
      head: await sampleSigner(signers.head),
      member: await sampleSigner(signers.member),
      chair: await sampleSigner(signers.chair),
    }
    const record = bytesOfRecord(sampleRecord({ sample: true }))
    const steps = await signedSteps(trio as never, await drawn(record, paperFor(record, 'PARTY_HD05_2026', { isSample: true })))
    const report = await checkRecord(steps[3], { roots: [], sampleRoots: [sampleRoot], now: checkedAt, judge: () => judged.output })
    expect(report).toMatchObject({ overall: 'HOP_LE', isSample: true })
    expect(report.lines[0]).toMatchObject({ no: 1, code: 'SAMPLE', state: 'note' })
    const folder = workFolder()
    const said = pdfsig(put(folder, 'sample.pdf', steps[3]), nssStore(folder, [sampleRoot]))
    expect(said.map(({ certificate }) => certificate)).toEqual(Array(3).fill('Certificate is Trusted.'))
  })

  test('a real record signed by the public sample keys is trusted by nobody, even if the sample root is handed in as a root', async () => {
    const trio = {
      head: await sampleSigner(signers.head),
      member: await sampleSigner(signers.member),
      chair: await sampleSigner(signers.chair),
    }
    const steps = await signedSteps(trio as never)
    const report = await checkRecord(steps[3], { roots: [sampleRoot], sampleRoots: [sampleRoot], now: checkedAt })
    expect(report).toMatchObject({ overall: 'CHUA_DU_CO_SO', isSample: false })
    expect(lineOf(report, 'CERT_UNTRUSTED')?.numbers.fault).toBe('sample-authority')
  })
})

test.each([
  ['nobody has to sign', false, 'KHONG_HOP_LE', ['NO_SIGNATURE', 'PLACE_MISSING', 'PLACE_MISSING']],
  ['there is no place to sign', null, 'CHUA_DU_CO_SO', ['NO_SIGNATURE']],
] as const)('a paper where %s, and that nobody signed, is never valid', async (_, required, overall, codes) => {
  const { signers: all, ...rest } = sampleRecord() as { signers: readonly object[] }
  const own = required === null ? [] : all.map((one) => ({ ...one, required }))
  const record = bytesOfRecord({ ...rest, signers: own })
  const whole = await drawn(record, paperFor(record))
  const plan = planOf(whole)
  const places = required === null ? [] : plan.fields.map((field) => ({ ...field, required }))
  const unsigned = joined(typesetOf(whole), completionOf(openPdf(typesetOf(whole)), { ...plan, fields: places }))
  const report = await checkWith(unsigned, pki)
  expect(report).toMatchObject({ overall, signing: 'unsigned', awaiting: [] })
  expect(codesOf(report, 'broken', 'undecided')).toEqual(codes)
})

describe('who must sign a paper of this kind', () => {
  /** The chair alone, by the data and on the page; and he did sign. */
  async function byChairAlone(paper: string): Promise<Report> {
    const { signers: all } = sampleRecord() as { readonly signers: readonly { readonly field: string }[] }
    const record = bytesOfRecord(sampleRecord({ paper, signers: all.slice(2).map((one) => ({ ...one, order: 1 })) }))
    const signBlocks = sampleMinutes('STATE_ND30_2020')
      .signBlocks.slice(2)
      .map((one) => ({ ...one, order: 1 }))
    const pdf = await drawn(record, paperFor(record, 'STATE_ND30_2020', { signBlocks }))
    return checkWith(await sealed(pdf, fields[2], by.chair, signers.chair.name, signingTimes[2]), pki)
  }

  test('is told with the kind', async () => {
    const line = lineOf(await checkWith(await signed(), pki), 'PAPER_KIND')
    expect(line?.state).toBe('ok')
    expect(line && checkSentence(line)).toBe('Loại văn bản: Biên bản kiểm phiếu; phải có chữ ký của tổ trưởng kiểm phiếu, chủ trì hội nghị')
    expect(line && checkSentence(line, 'en')).toBe('Kind of paper: Vote-count minutes; to be signed by: head of the counting team, chair')
  })

  test('is asked of the law, not of the record: minutes that only their chair had to sign are not valid', async () => {
    const report = await byChairAlone('bien-ban-kiem-phieu')
    expect(report.overall).toBe('KHONG_HOP_LE')
    expect(codesOf(report, 'broken', 'undecided')).toEqual(['PLACE_MISSING'])
    const line = lineOf(report, 'PLACE_MISSING')
    expect(line && checkSentence(line)).toBe('Hồ sơ không có chỗ ký của tổ trưởng kiểm phiếu, người phải ký loại văn bản này')
  })

  test('one of two is enough where either may sign', async () => {
    const line = lineOf(await byChairAlone('to-trinh-de-nghi-bo-nhiem'), 'PLACE_MISSING')
    expect(line && checkSentence(line)).toContain('của người ký hoặc phụ trách tổ chức cán bộ,')
  })

  test('cannot be known of a kind this app does not have', async () => {
    const report = await byChairAlone('bao-cao')
    expect(report.overall).toBe('CHUA_DU_CO_SO')
    expect(codesOf(report, 'broken', 'undecided')).toEqual(['PAPER_UNKNOWN'])
  })
})

describe('the name at a place to sign', () => {
  const faultsIn = (report: Report) => report.lines.filter(({ code }) => code === 'PLACE_DIFFERS').map(({ numbers }) => numbers.fault)

  test('is that of the data, in the words under it and in its label', async () => {
    const record = bytesOfRecord(sampleRecord())
    const { signBlocks } = sampleMinutes('STATE_ND30_2020')
    const others = signBlocks.map((one) => (one.field === fields[2] ? { ...one, personName: 'Vũ Thị Khác' } : one))
    const steps = await signedSteps(by, await drawn(record, paperFor(record, 'STATE_ND30_2020', { signBlocks: others })))
    const report = await checkWith(steps[3], pki)
    expect(report.overall).toBe('KHONG_HOP_LE')
    expect(codesOf(report, 'broken', 'undecided')).toEqual(['PLACE_DIFFERS', 'PLACE_DIFFERS'])
    expect(faultsIn(report)).toEqual(['another-name-under-the-place', 'another-name-in-the-label'])
    const line = lineOf(report, 'PLACE_DIFFERS')
    expect(line && checkSentence(line)).toBe('Chỗ ký trên trang không mang tên Trần Đức Thắng như dữ liệu (chữ dưới chỗ ký)')
  })

  test('is that of the data in the look of a signature', async () => {
    const [, , two] = await signedSteps(by)
    const pdf = await sealed(two, fields[2], by.chair, 'Vũ Thị Khác', signingTimes[2])
    const report = await checkWith(pdf, pki)
    expect(codesOf(report, 'broken', 'undecided')).toEqual(['PLACE_DIFFERS'])
    expect(faultsIn(report)).toEqual(['another-name-in-the-look'])
  })

  test('cannot be left out of the data: a number alone names nobody to a reader', async () => {
    const { signers: all } = sampleRecord() as {
      readonly signers: readonly { readonly field: string; readonly certSubjectMatch: object }[]
    }
    const byNumber = all.map((one) => ({ ...one, certSubjectMatch: { ...one.certSubjectMatch, cn: undefined } }))
    const record = bytesOfRecord(JSON.parse(JSON.stringify(sampleRecord({ signers: byNumber }))))
    const report = await checkWith((await signedSteps(by, await drawn(record)))[3], pki)
    expect(report.overall).toBe('KHONG_HOP_LE')
    expect(new Set(codesOf(report, 'broken', 'undecided'))).toEqual(new Set(['PLACE_DIFFERS']))
  })

  test('is found however long it is, and beside another place', async () => {
    const long = 'Công Tằng Tôn Nữ Hoàng Ngọc Phương Thủy Nghĩa Trường An'
    const { signers: all } = sampleRecord() as {
      readonly signers: readonly { readonly field: string; readonly certSubjectMatch: object }[]
    }
    const record = bytesOfRecord(
      sampleRecord({ signers: all.map((one) => ({ ...one, certSubjectMatch: { ...one.certSubjectMatch, cn: long } })) }),
    )
    const signBlocks = sampleMinutes('STATE_ND30_2020').signBlocks.map((one) => ({ ...one, personName: long }))
    for (const profile of ['STATE_ND30_2020', 'PARTY_HD05_2026'] as const)
      expect(faultsIn(await checkWith(await drawn(record, paperFor(record, profile, { signBlocks })), pki))).toEqual([])
  })
})

describe('the outcome', () => {
  test('is worked out again by the law from the recorded counts and rule', async () => {
    const seen: unknown[] = []
    const judge = (input: unknown, rule: unknown) => {
      seen.push([input, rule])
      return judged.output
    }
    expect(codesOf(await checkWith(await signed(), pki, { judge }))).toContain('OUTCOME_OK')
    expect(seen).toEqual([[judged.input, judged.rule]])
  })

  test('another answer of the law breaks the record; a law that cannot read the counts decides nothing', async () => {
    const pdf = await signed()
    const other = await checkWith(pdf, pki, { judge: () => ({ outcome: 'stopped' }) })
    expect(other.overall).toBe('KHONG_HOP_LE')
    expect(lineOf(other, 'OUTCOME_DIFFERS')?.numbers).toMatchObject({ recomputed: '{"outcome":"stopped"}' })
    const judge = () => {
      throw new RangeError('no')
    }
    expect((await checkWith(pdf, pki, { judge })).overall).toBe('CHUA_DU_CO_SO')
  })

  test('every count of a result table is judged; without counts or law the check says so', async () => {
    const results = [
      { stageId: 'a', key: 'leadershipOrientation', judged },
      { stageId: 'b', key: 'leadershipDecision', judged },
    ]
    const table = await checkWith(await signed({ judged: undefined, results }), pki)
    expect(table.lines.filter(({ code }) => code === 'OUTCOME_OK').map(({ subject }) => subject)).toEqual([
      'leadershipOrientation',
      'leadershipDecision',
    ])
    const without = await checkWith(await signed({ judged: undefined }), pki)
    expect(lineOf(without, 'OUTCOME_NOT_CHECKED')?.numbers.fault).toBe('no-counts-in-record')
    const lawless = await checkRecord(await signed(), { roots: [pki.root], now: checkedAt })
    expect(lawless.overall).toBe('HOP_LE')
    expect(lineOf(lawless, 'OUTCOME_NOT_CHECKED')?.state).toBe('skipped')
  })

  test('a rule that differs from the shipped rulebook is a note', async () => {
    const report = await checkWith(await signed(), pki, { ruleOf: () => ({ threshold: 'twoThirds' }) })
    expect(report.overall).toBe('HOP_LE')
    expect(codesOf(report, 'note')).toContain('RULE_DIFFERS')
    expect(codesOf(await checkWith(await signed(), pki, { ruleOf: () => judged.rule }))).not.toContain('RULE_DIFFERS')
  })
})

describe('the log', () => {
  const log = sampleRecord().auditLog as {
    origin: string
    treeSize: number
    checkpoint: string
    publicKey: string
    rootHash: string
    inclusion: { index: number }
  }

  test('its head is signed and holds the closing of the stage', async () => {
    const codes = codesOf(await checkWith(await signed(), pki), 'ok')
    expect(codes).toEqual(expect.arrayContaining(['LOG_OK', 'LOG_INCLUDED']))
  })

  test.each([
    ['another size than the record says', { ...log, treeSize: 8 }, 'checkpoint-differs-from-record'],
    ['no checkpoint form', { ...log, checkpoint: 'xin chào\n' }, 'checkpoint-unreadable'],
    ['another key', { ...log, publicKey: Buffer.alloc(32, 7).toString('base64') }, 'checkpoint-not-signed-by-this-key'],
    ['a fact of another place', { ...log, inclusion: { ...log.inclusion, index: 3 } }, 'not-in-log'],
  ])('%s does not match', async (_, auditLog, fault) => {
    const report = await checkWith(await signed({ auditLog }), pki)
    expect(report.overall).toBe('KHONG_HOP_LE')
    expect(lineOf(report, 'LOG_MISMATCH')?.numbers.fault).toBe(fault)
  })

  test('a forged signature under the head', async () => {
    const [body = '', mark = ''] = log.checkpoint.split('\n\n')
    const [, name = '', base64 = ''] = mark.trim().split(' ')
    const bytes = Buffer.from(base64, 'base64')
    bytes[20] = (bytes[20] ?? 0) ^ 1
    const report = await checkWith(
      await signed({ auditLog: { ...log, checkpoint: `${body}\n\n— ${name} ${bytes.toString('base64')}\n` } }),
      pki,
    )
    expect(lineOf(report, 'LOG_MISMATCH')?.numbers.fault).toBe('checkpoint-signature')
  })
})

test('a log without checkpoint or key is said not to be checked', async () => {
  const log = sampleRecord().auditLog as Record<string, unknown>
  const { checkpoint, ...headless } = log
  const { publicKey, ...keyless } = log
  expect([checkpoint, publicKey].every((part) => typeof part === 'string')).toBe(true)
  expect(lineOf(await checkWith(await signed({ auditLog: headless }), pki), 'LOG_NOT_CHECKED')).toMatchObject({ state: 'skipped' })
  expect(lineOf(await checkWith(await signed({ auditLog: keyless }), pki), 'LOG_NOT_CHECKED')).toMatchObject({ state: 'note' })
})

test('a paper without data, and one without a place to sign, are no records yet', async () => {
  const typesetter = await sharedTypesetter()
  const bare = await typesetter.typeset(sampleMinutes('STATE_ND30_2020'), null)
  const record = bytesOfRecord(sampleRecord({ signers: [] }))
  const unsignable = await typesetter.typeset(paperFor(record, 'STATE_ND30_2020', { signBlocks: [] }), record)
  if (!bare.ok || !unsignable.ok) throw new Error('refused')
  expect(codesOf(await checkWith(bare.value, pki), 'undecided')).toEqual(['JSON_MISSING'])
  const report = await checkWith(unsignable.value, pki)
  expect([report.overall, ...codesOf(report, 'undecided')]).toEqual(['CHUA_DU_CO_SO', 'NO_SIGNATURE'])
})

describe('the chain', () => {
  const previousRecord = { recordId: 'truoc-do', recordSha256: sha256(new Uint8Array([1])) }

  test('a neighbour not at hand is a note, with strict it is "cannot decide", another one breaks it', async () => {
    const pdf = await signed({ previousRecord })
    const gap = await checkWith(pdf, pki)
    expect(gap.overall).toBe('HOP_LE')
    expect(lineOf(gap, 'CHAIN_GAP')).toMatchObject({ no: 8, state: 'note', numbers: { recordId: 'truoc-do' } })
    expect((await checkWith(pdf, pki, { strict: true })).overall).toBe('CHUA_DU_CO_SO')
    const whole = await checkWith(pdf, pki, { strict: true, neighbours: new Map([['truoc-do', previousRecord.recordSha256]]) })
    expect(codesOf(whole, 'ok')).toContain('CHAIN_OK')
    const broken = await checkWith(pdf, pki, { neighbours: new Map([['truoc-do', sha256(new Uint8Array([2]))]]) })
    expect(codesOf(broken, 'broken')).toEqual(['CHAIN_BROKEN'])
  })

  test('what the next record must name can be read from any paper', async () => {
    const record = bytesOfRecord(sampleRecord())
    expect(await recordOf(await drawn(record))).toMatchObject({ bytes: record, sha256: sha256(record) })
    expect(await recordOf(new Uint8Array([1, 2, 3]))).toBeNull()
  })
})

test('the SHA-256 written down elsewhere must be that of the file', async () => {
  const pdf = await signed()
  expect((await checkWith(pdf, pki, { expected: { fileSha256: sha256(pdf) } })).overall).toBe('HOP_LE')
  expect(codesOf(await checkWith(pdf, pki, { expected: { fileSha256: '0'.repeat(64) } }), 'broken')).toEqual(['FILE_DIFFERS'])
})

describe('files that are not ours get an honest answer', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text)
  const answer = async (bytes: Uint8Array) => {
    const report = await checkWith(bytes, pki)
    expect(report.overall).not.toBe('HOP_LE')
    return [report.overall, ...codesOf(report, 'broken', 'undecided')]
  }

  test('nothing, words, a picture', async () => {
    for (const bytes of [new Uint8Array(), utf8('xin chào'), new Uint8Array(100_000).fill(0xff)]) {
      expect(await answer(bytes)).toEqual(['CHUA_DU_CO_SO', 'NOT_PDF'])
    }
    for (const text of [
      '%PDF-1.7\n',
      '%PDF-1.7\n%%EOF',
      '%PDF-1.7\nstartxref\n9\n%%EOF\n',
      '%PDF-1.7\nxref\n0 0\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n',
    ]) {
      expect(await answer(utf8(text))).toEqual(['CHUA_DU_CO_SO', 'NOT_A_RECORD'])
    }
  })

  test('a PDF of another maker, an encrypted one, and one of ours without signatures', async () => {
    const foreign = PDF.create()
    foreign.addPage({ size: 'a4' })
    expect((await answer(await foreign.save()))[0]).toBe('CHUA_DU_CO_SO')
    const folder = workFolder()
    const file = put(folder, 'ours.pdf', await drawn())
    run('qpdf', ['--encrypt', 'mở', 'chủ', '256', '--', file, `${folder}/locked.pdf`])
    const { readFileSync } = await import('node:fs')
    expect(await answer(new Uint8Array(readFileSync(`${folder}/locked.pdf`)))).toEqual(['CHUA_DU_CO_SO', 'ENCRYPTED'])
    expect(await answer(await drawn())).toEqual(['KHONG_HOP_LE', 'MISSING_SIGNER', 'MISSING_SIGNER', 'MISSING_SIGNER'])
  })

  test('a record rewritten by qpdf: its signatures no longer fit', async () => {
    const folder = workFolder()
    const file = put(folder, 'ours.pdf', await signed())
    run('qpdf', ['--object-streams=generate', file, `${folder}/rewritten.pdf`])
    const { readFileSync } = await import('node:fs')
    expect((await answer(new Uint8Array(readFileSync(`${folder}/rewritten.pdf`))))[0]).not.toBe('HOP_LE')
  })

  test('every beginning of a record and every mangled one is answered, never thrown', async () => {
    const pdf = await signed()
    for (let end = 0; end < pdf.length; end += 7919) await answer(pdf.subarray(0, end))
    for (let at = 500; at < pdf.length - 60; at += 5501) {
      const mangled = Uint8Array.from(pdf)
      mangled.set(utf8('<<[(%/'), at)
      await answer(mangled)
    }
  })
})

describe('the words', () => {
  test('every code has a sentence in both languages, every check a title', () => {
    for (const words of [...Object.values(checkCodes), ...checkTitles]) {
      for (const text of [words.vi, words.en]) {
        expect(text).toBe(text.normalize('NFC'))
        expect(text.length).toBeGreaterThan(2)
      }
    }
  })

  test('a line is said with its numbers', async () => {
    const report = await checkWith((await signedSteps(by))[2], pki)
    const missing = lineOf(report, 'MISSING_SIGNER')
    expect(missing && checkSentence(missing)).toBe('Thiếu chữ ký của Trần Đức Thắng')
    expect(missing && checkSentence(missing, 'en')).toBe('The signature of Trần Đức Thắng is missing')
    for (const line of report.lines) expect(checkSentence(line)).not.toMatch(/[{}…]/)
  })
})
