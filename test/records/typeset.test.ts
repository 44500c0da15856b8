// Papers as drawn: same bytes, our fonts, NFC text, the millimetres of the two forms; refused before drawing what cannot be drawn.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { describe, expect, test } from 'vitest'
import { paperData } from '../../records/paper-data.ts'
import { proofPayload, qrRows } from '../../records/proof-qr.ts'
import { startTypst } from '../../records/typst.ts'
import { dayInWords } from '../../workflows/papers/official-text.ts'
import type { Paper, PaperProfile } from '../../workflows/papers/paper.ts'
import { withPlaceForNumber } from '../../workflows/papers/register.ts'
import { pdffonts, put, run, textOf, type Word, wordsOf, workFolder } from '../support/tools.ts'
import { bytesOfRecord, drawn, paperFor, sampleRecord, sharedTypesetter, typesetterParts } from './making.ts'
import { sampleMinutes, signBlocks } from './sample-papers.ts'

const MM = 72 / 25.4
const profiles: readonly PaperProfile[] = ['PARTY_HD05_2026', 'PARTY_HD36_2018', 'STATE_ND30_2020']

async function typeset(paper: Paper): Promise<Uint8Array> {
  const result = await (await sharedTypesetter()).typeset(paper, null)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const drawnFile = async (paper: Paper): Promise<string> => put(workFolder(), 'paper.pdf', await typeset(paper))
const wordAt = (words: readonly Word[], text: string): Word => {
  const found = words.find((word) => word.text === text)
  if (!found) throw new Error(`no word ${text}`)
  return found
}

test('the same paper and record give the same bytes, from one compiler and from another', async () => {
  const record = bytesOfRecord(sampleRecord())
  const paper = paperFor(record)
  const first = await drawn(record, paper)
  expect(await drawn(record, paper)).toEqual(first)
  const { makeTypesetter } = await import('../../records/typeset.ts')
  const other = await (await makeTypesetter(typesetterParts())).typeset(paper, record)
  expect(other.ok && other.value).toEqual(first)
})

describe.each(profiles)('a paper in the form %s', (profile) => {
  test('embeds every font, and only Tinos', async () => {
    const fonts = pdffonts(await drawnFile(sampleMinutes(profile)))
    expect(fonts.length).toBeGreaterThanOrEqual(3)
    for (const font of fonts)
      expect(font).toMatchObject({ embedded: true, subset: true, unicode: true, name: expect.stringContaining('Tinos') })
  })

  test('says what it holds in NFC, and that it is sample data', async () => {
    const text = textOf(await drawnFile(sampleMinutes(profile)))
    expect(text).toBe(text.normalize('NFC'))
    for (const words of [
      'BIÊN BẢN KIỂM PHIẾU',
      'Nguyễn Thị Thúy Hằng',
      'Lý Ỷ Lan',
      'ngày 03 tháng 02 năm 2026',
      'DỮ LIỆU MẪU',
      'Nơi nhận:',
    ]) {
      expect(text).toContain(words)
    }
  })

  test('keeps its margins and its head in two columns', async () => {
    const words = wordsOf(await drawnFile(sampleMinutes(profile, { isSample: false })))
    const body = words.filter((word) => word.top >= 19 * MM)
    expect(Math.min(...body.map((word) => word.left))).toBeGreaterThanOrEqual(30 * MM - 0.5)
    expect(Math.max(...body.map((word) => word.right))).toBeLessThanOrEqual(195 * MM + 0.5)
    expect(Math.max(...body.map((word) => word.bottom))).toBeLessThanOrEqual(277 * MM + 3)
    const number = wordAt(words, profile === 'STATE_ND30_2020' ? 'Số:' : 'Số')
    expect(number.right).toBeLessThan(100 * MM)
    const date = words.find((word) => word.page === 1 && word.text === 'ngày' && word.left > 100 * MM)
    // Number and date stand on one line.
    expect(Math.abs((date?.bottom ?? 0) - number.bottom)).toBeLessThan(2)
  })

  test('numbers its pages from the second on, centred in the top margin', async () => {
    const words = wordsOf(await drawnFile(sampleMinutes(profile, { isSample: false })))
    const inMargin = words.filter((word) => word.top < 19 * MM)
    expect(inMargin.map(({ page, text }) => [page, text])).toEqual([[2, '2']])
    const [mark] = inMargin
    expect(((mark?.left ?? 0) + (mark?.right ?? 0)) / 2).toBeCloseTo((30 + 165 / 2) * MM, 0)
    expect(Math.abs((mark?.top ?? 0) - 10 * MM)).toBeLessThan(3 * MM)
  })

  test('never leaves the signatures alone on a page, however long the text', async () => {
    for (const rows of [6, 7, 8, 9, 10, 11, 12]) {
      const paper = sampleMinutes(profile, { isSample: false })
      const blocks = paper.blocks.map((block) => (block.type === 'table' ? { ...block, rows: block.rows.slice(0, rows) } : block))
      const tails = [blocks, blocks.slice(0, -2)]
      for (const tail of tails) {
        const words = wordsOf(await drawnFile({ ...paper, blocks: tail }))
        const signer = words.filter((word) => word.text === 'TRƯỞNG').at(-1)
        const before = words.filter((word) => word.page === signer?.page && word.top >= 19 * MM && word.bottom <= (signer?.top ?? 0))
        expect(before.length).toBeGreaterThan(4)
      }
    }
  })

  test('is accepted by the native compiler as PDF/A-3a, and drawn by it to the same plain bytes', async () => {
    const { fonts, templates, wasm } = typesetterParts()
    const main = profile === 'STATE_ND30_2020' ? 'state.typ' : 'party.typ'
    const data = paperData(sampleMinutes(profile))
    const compiler = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }] })
    for (const [name, text] of Object.entries(templates)) compiler.addSource(`/${name}`, text)
    compiler.mapShadow('/data.json', Buffer.from(JSON.stringify(data)))
    expect(compiler.pdf({ mainFilePath: `/${main}` }, { pdfStandard: 'a-3a' as never }).length).toBeGreaterThan(10_000)
    const plain = compiler.pdf({ mainFilePath: `/${main}` })
    const ours = await (await startTypst(wasm, fonts, templates))(main, data, '<sig>')
    expect(new Uint8Array(plain)).toEqual(ours.pdf)
  })
})

test('long names of bodies are broken where we choose, never by accident', async () => {
  const change = {
    superiorBody: 'ĐẢNG BỘ CÁC CƠ QUAN ĐẢNG TỈNH LÂM ĐỒNG',
    issuingBody: 'BAN THƯỜNG VỤ ĐẢNG ỦY SỞ KẾ HOẠCH VÀ ĐẦU TƯ',
    isSample: false,
  }
  const words = wordsOf(await drawnFile(sampleMinutes('PARTY_HD05_2026', change)))
  const head = words.filter((word) => word.page === 1 && word.right < 101 * MM && word.bottom < wordAt(words, 'BIÊN').top)
  const lines = Map.groupBy(head, (word) => Math.round(word.bottom))
  const texts = [...lines.values()].map((line) => line.map(({ text }) => text).join(' '))
  expect(texts.slice(0, 4)).toEqual(['ĐẢNG BỘ CÁC CƠ QUAN', 'ĐẢNG TỈNH LÂM ĐỒNG', 'BAN THƯỜNG VỤ ĐẢNG ỦY', 'SỞ KẾ HOẠCH VÀ ĐẦU TƯ'])
})

test('a paper of one wide table lies on its side on every page, signatures and proof with the last rows', async () => {
  const base = sampleMinutes('STATE_ND30_2020')
  const table = base.blocks.find((block) => block.type === 'table')
  if (table?.type !== 'table') throw new Error('no table')
  const chair = signBlocks.filter(({ field }) => field === 'ky.chu_tri')
  const blocks = [...base.blocks.slice(0, 1), { type: 'heading', text: 'I. BẢNG RỘNG' } as const, table]
  const file = await drawnFile({ ...base, isLandscape: true, isSample: false, blocks, signBlocks: chair })
  const words = wordsOf(file)
  const last = words.findLast((word) => word.text === 'Thắng')?.page ?? 0
  expect(last).toBeGreaterThan(1)
  expect(last).toBe(wordAt(words, 'Ỷ').page)
  expect(last).toBe(wordAt(words, 'SHA-256').page)
  for (let page = 1; page <= last; page++)
    expect(run('pdfinfo', ['-f', String(page), '-l', String(page), file])).toMatch(/size: +841\.89 x 595\.2/)
})

test('a secrecy mark stands in red under the number', async () => {
  const words = wordsOf(await drawnFile(sampleMinutes('STATE_ND30_2020', { secrecyMark: 'TỐI MẬT' })))
  expect(wordAt(words, 'MẬT').top).toBeGreaterThan(wordAt(words, 'Số:').bottom - 1)
  expect(wordAt(words, 'MẬT').right).toBeLessThan(100 * MM)
})

test.each(profiles)('marks stand one under the other below the number, and a draft has no place to sign (%s)', async (profile) => {
  const { signBlocks: unsigned, ...base } = sampleMinutes(profile, {
    isSample: false,
    secrecyMark: 'TUYỆT MẬT',
    urgencyMark: 'THƯỢNG KHẨN',
    scopeMark: 'XEM XONG TRẢ LẠI',
    draftMark: 'DỰ THẢO LẦN 2',
  })
  const file = await drawnFile({ ...base, signBlocks: [], unsigned })
  const words = wordsOf(file)
  const tops = ['TUYỆT', 'THƯỢNG', 'XEM', 'THẢO'].map((word) => wordAt(words, word))
  for (const mark of tops) expect(mark.right).toBeLessThan(100 * MM)
  expect(tops.map(({ top }) => top)).toEqual(tops.map(({ top }) => top).toSorted((a, b) => a - b))
  expect(tops[0]?.top).toBeGreaterThan(wordAt(words, profile === 'STATE_ND30_2020' ? 'Số:' : 'Số').bottom - 1)
  expect(wordAt(words, 'BIÊN').top).toBeGreaterThan(tops[3]?.bottom ?? 0)
  expect(textOf(file)).toContain(unsigned[0]?.personName ?? '')
  expect(run('qpdf', ['--qdf', '--object-streams=disable', file, '-'])).not.toContain('/FT /Sig')
})

test('text is data: what looks like a command is printed', async () => {
  const text = textOf(await drawnFile(sampleMinutes('STATE_ND30_2020', { abstract: 'về #panic("x") và $x^2$ *đậm* @nhãn' })))
  expect(text).toContain('về #panic("x") và $x^2$ *đậm* @nhãn')
})

test.each([
  ['text that is not NFC', { place: 'Lâm Đồng'.normalize('NFD') }, { code: 'text-not-nfc', where: 'place' }],
  [
    'a character Tinos cannot draw',
    { abstract: 'đã chọn ☑' },
    { code: 'glyph-missing', where: 'abstract', character: '☑', codePoint: 'U+2611' },
  ],
  [
    'the same deep in a table',
    { blocks: [{ type: 'facts', rows: [['Tên', 'Ngô 🙂']] }] },
    { code: 'glyph-missing', where: 'blocks[0].rows[0][1]', character: '🙂', codePoint: 'U+1F642' },
  ],
] as const)('%s is refused before drawing', async (_, change, refusal) => {
  const result = await (await sharedTypesetter()).typeset(sampleMinutes('STATE_ND30_2020', change as Partial<Paper>), null)
  expect(result).toEqual({ ok: false, refusal })
})

test('a paper whose proof names another record is refused', async () => {
  const record = bytesOfRecord(sampleRecord())
  const result = await (await sharedTypesetter()).typeset(sampleMinutes('STATE_ND30_2020'), record)
  expect(result).toMatchObject({ ok: false, refusal: { code: 'record-hash-differs', printed: '0'.repeat(64) } })
})

test('the record can be taken out again by any tool, byte for byte', async () => {
  const record = bytesOfRecord(sampleRecord())
  const folder = workFolder()
  const file = put(folder, 'paper.pdf', await drawn(record))
  run('pdfdetach', ['-saveall', '-o', folder, file])
  const { readFileSync } = await import('node:fs')
  expect(new Uint8Array(readFileSync(`${folder}/record.json`))).toEqual(record)
  const raw = run('qpdf', ['--qdf', '--object-streams=disable', file, '-'])
  for (const sign of [
    '/AFRelationship /Source',
    '/Subtype /application#2fjson',
    '<pdfaid:part>3</pdfaid:part>',
    '<pdfaid:conformance>A</pdfaid:conformance>',
    '/Lang (vi-VN)',
  ]) {
    expect(raw).toContain(sign)
  }
  expect(raw).toMatch(/\/MarkInfo <<\s+\/Marked true/)
  expect(run('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found')
})

test.each([
  ['2026-02-03', 'ngày 03 tháng 02 năm 2026'],
  ['2026-01-15', 'ngày 15 tháng 01 năm 2026'],
  ['2026-05-27', 'ngày 27 tháng 5 năm 2026'],
  ['2026-03-09', 'ngày 09 tháng 3 năm 2026'],
  ['2026-12-31', 'ngày 31 tháng 12 năm 2026'],
])('%s is written %s: days under 10 and months 1 and 2 with a leading zero', (day, words) => {
  expect(dayInWords(day)).toBe(words)
})

test.each([
  ['Số 05-BB/ĐU', 'Số 05-BB/ĐU'],
  ['Số -BB/ĐU', 'Số .......-BB/ĐU'],
  ['Số: /BB-SNV', 'Số: ......./BB-SNV'],
  ['', ''],
])('the number %j prints as %j', (given, printed) => {
  expect(withPlaceForNumber(given)).toBe(printed)
})

test('the QR holds stage, version and digest, and its rows rebuild the whole matrix', async () => {
  const { proof } = sampleMinutes('STATE_ND30_2020')
  expect(proofPayload(proof)).toBe(`tiencu:1:${proof.stageId}:1:${'0'.repeat(64)}`)
  const { size, rows } = qrRows(proofPayload(proof))
  const { default: qrcode } = await import('qrcode')
  const { modules } = qrcode.create(proofPayload(proof), { errorCorrectionLevel: 'M' })
  const rebuilt = new Uint8Array(size * size)
  for (const [row, column, lengths] of rows) {
    let at = row * size + column
    for (const [index, length] of lengths.entries()) {
      if (index % 2 === 0) rebuilt.fill(1, at, at + length)
      at += length
    }
  }
  expect(rebuilt).toEqual(Uint8Array.from(modules.data, (module) => (module ? 1 : 0)))
})
