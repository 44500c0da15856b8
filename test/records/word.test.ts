// Word: the templates the app ships, what is wrong with changed ones, copies of every paper, copies that drifted from what was signed.
// Parts are read back with `unzip` and parsed by happy-dom; whether Word itself opens them was not tried here.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { checkTemplate } from '../../records/word/check-template.ts'
import { copyMark, propertiesOf, wordCopy } from '../../records/word/copy.ts'
import { readDocx } from '../../records/word/docx.ts'
import { driftOf } from '../../records/word/drift.ts'
import { paragraphsOf } from '../../records/word/paragraphs.ts'
import { shippedTemplate } from '../../records/word/shipped.ts'
import { papersAsDrawn } from '../../workflows/papers/as-drawn.ts'
import { type PaperKind, paperKinds } from '../../workflows/papers/kinds.ts'
import { wordFieldsOf, wordValues } from '../../workflows/papers/word-fields.ts'
import { sampleAppointment } from '../../workflows/sample/appointment.ts'
import { wordFamilies } from '../../workflows/word.ts'
import { refusalText } from '../../workflows/wording/refusals.ts'
import { SamplePlay } from '../support/sample-play.ts'
import { env } from '../workflows/papers/drawing.ts'

const sample = sampleAppointment({ rulebook: 'RB2026', overlay: true, papers: true })
const play = new SamplePlay(sample.acts, sample.caseId, true)
const papers = papersAsDrawn(play.facts, sample.caseId, env.people)
const folder = mkdtempSync(join(tmpdir(), 'tien-cu-word-'))
afterAll(() => rmSync(folder, { recursive: true }))

const said = (kind: PaperKind) => {
  const found = papers.findLast(({ due }) => due.kind === kind)
  if (!found) throw new Error(`no ${kind}`)
  return found
}
const of = (paperId: string) => ({
  caseId: 'mau',
  paperId,
  pdfSha256: 'a'.repeat(64),
  templateSha256: 'b'.repeat(64),
  standing: 'đã ký đủ',
  isSample: true,
})
const template = async (kind: PaperKind, bytes = shippedTemplate('state', kind)) => {
  const { parts, problems } = await checkTemplate(bytes, kind)
  if (!parts) throw new Error(JSON.stringify(problems))
  return parts
}
const partsIn = async (bytes: Uint8Array) => {
  const read = await readDocx(bytes)
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value
}

/** The shipped template of a decision with its text changed, as an office would save it. */
function changed(change: (xml: string) => string, more: Record<string, string> = {}, kind: PaperKind = 'decision'): Uint8Array {
  const files = unzipSync(shippedTemplate('state', kind))
  const document = new TextDecoder().decode(files['word/document.xml'])
  return zipSync({
    ...files,
    'word/document.xml': strToU8(change(document)),
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
  })
}
const problemsOf = async (bytes: Uint8Array, kind: PaperKind = 'decision') => (await checkTemplate(bytes, kind)).problems

describe('shipped templates', () => {
  test.each(wordFamilies)('every one of the %s form passes its own check, the same bytes each time', async (family) => {
    for (const kind of paperKinds) {
      expect([kind, await problemsOf(shippedTemplate(family, kind), kind)]).toEqual([kind, []])
      expect(shippedTemplate(family, kind)).toEqual(shippedTemplate(family, kind))
    }
  })

  test('they use nothing that is not told to the office, and the body of the paper always', () => {
    for (const kind of paperKinds) {
      const xml = new TextDecoder().decode(unzipSync(shippedTemplate('party', kind))['word/document.xml'])
      const names = [...xml.matchAll(/\{[#/@]?(\w+)\}/gu)].map(([, name]) => name)
      expect(names).toContain('noi_dung')
      expect(names.filter((name) => !wordFieldsOf(kind).some((field) => field.name === name))).toEqual([])
    }
  })
})

describe('a Word copy', () => {
  test('of every paper of a case opens for unzip and an XML parser, says what the paper says, and bears its mark', async () => {
    const { Window } = await import('happy-dom')
    const parser = new new Window().DOMParser()
    for (const one of papers) {
      const { kind, paperId } = one.due
      const bytes = wordCopy(await template(kind), kind, wordValues(one), of(paperId))
      const file = join(folder, `${paperId}.docx`)
      writeFileSync(file, bytes)
      expect(execFileSync('unzip', ['-tq', file]).toString()).toContain('No errors detected')
      const xml = execFileSync('unzip', ['-p', file, 'word/document.xml'], { maxBuffer: 20_000_000 }).toString()
      const document = parser.parseFromString(xml, 'application/xml')
      expect([kind, document.getElementsByTagName('parsererror').length]).toEqual([kind, 0])
      const text = paragraphsOf(xml)?.map((paragraph) => paragraph.text) ?? []
      expect(text[0]).toContain(copyMark)
      expect(text[0]).toContain(paperId)
      expect(text[0]).toContain('DỮ LIỆU MẪU')
      expect(text.join('\n')).toContain(one.paper.title === 'CÔNG VĂN' ? one.paper.abstract : one.paper.title)
      for (const { personName } of one.paper.signBlocks) expect(text).toContain(personName)
      // Not a field is left open, and every cell of a table holds a paragraph, as the format asks.
      expect(text.join('\n')).not.toMatch(/[{}]|undefined/)
      expect(xml).not.toMatch(/<w:tcPr>(?:(?!<\/w:tcPr>).)*<\/w:tcPr><\/w:tc>/u)
    }
    expect(papers.length).toBeGreaterThan(35)
  }, 20_000)

  test('of every paper of a rehearsal says so, and not that it is a sample', async () => {
    const kinds = new Set<string>()
    for (const one of papers) {
      const { kind, paperId } = one.due
      if (kinds.has(kind)) continue
      kinds.add(kind)
      const parts = await partsIn(wordCopy(await template(kind), kind, wordValues(one), { ...of(paperId), isRehearsal: true }))
      const [first] = paragraphsOf(new TextDecoder().decode(parts.get('word/document.xml'))) ?? []
      expect([kind, first?.text]).toEqual([kind, expect.stringContaining('DIỄN TẬP: SỐ LIỆU GIẢ')])
      expect([kind, first?.text]).toEqual([kind, expect.not.stringContaining('DỮ LIỆU MẪU')])
    }
    expect(kinds.size).toBeGreaterThan(14)
  })

  test('bears the marks of its paper, dots where the number is still to be given, and each right to sign on its own line', async () => {
    const one = said('decision')
    const [signer] = one.paper.signBlocks
    if (!signer) throw new Error('nobody signs')
    const paper = {
      ...one.paper,
      numberAndSign: 'Số: /QĐ-UBND',
      urgencyMark: 'HỎA TỐC',
      scopeMark: 'TÀI LIỆU HỘI NGHỊ',
      draftMark: 'DỰ THẢO LẦN 2',
      signBlocks: [{ ...signer, authority: 'TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH' }],
      recipients: ['Như Điều 3;', 'Lưu: VT, TCCB.'],
    } as const
    for (const family of wordFamilies) {
      const shipped = await template('decision', shippedTemplate(family, 'decision'))
      const parts = await partsIn(wordCopy(shipped, 'decision', wordValues({ ...one, paper }), of('x')))
      const lines = paragraphsOf(new TextDecoder().decode(parts.get('word/document.xml')))?.map(({ text }) => text) ?? []
      const printed = ['Số: ......./QĐ-UBND', 'HỎA TỐC', 'TÀI LIỆU HỘI NGHỊ', 'DỰ THẢO LẦN 2', 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH']
      expect(lines).toEqual(expect.arrayContaining([...printed, '- Như Điều 3;', '- Lưu: VT, TCCB.']))
    }
  })

  test('says so where the PDF, drawn by an earlier version, puts something otherwise', async () => {
    const one = said('announcement')
    const head = async (differs?: number) => {
      const parts = await partsIn(
        wordCopy(await template('announcement'), 'announcement', wordValues(one), {
          ...of('x'),
          ...(differs !== undefined && { differs }),
        }),
      )
      return paragraphsOf(new TextDecoder().decode(parts.get('word/document.xml')))?.[0]?.text
    }
    expect(await head(3)).toContain('khác bản PDF ở 3 chỗ')
    expect(await head()).not.toContain('khác bản PDF')
  })

  test('tells by its properties which paper it is a copy of', async () => {
    const one = said('submission')
    const parts = await partsIn(wordCopy(await template('submission'), 'submission', wordValues(one), of(one.due.paperId)))
    expect(propertiesOf(parts)).toEqual({
      caseId: 'mau',
      paperId: one.due.paperId,
      pdfSha256: 'a'.repeat(64),
      templateSha256: 'b'.repeat(64),
    })
    expect(new TextDecoder().decode(parts.get('[Content_Types].xml'))).toContain('/docProps/custom.xml')
  })

  test('writes what was typed as text, never as markup', async () => {
    const one = said('decision')
    const values = { ...wordValues(one), body: [{ type: 'paragraph', text: '<w:p>&{ten} $& $1</w:p>' }] as const }
    const parts = await partsIn(wordCopy(await template('decision'), 'decision', values, of('x')))
    const text = paragraphsOf(new TextDecoder().decode(parts.get('word/document.xml')))?.map((paragraph) => paragraph.text)
    expect(text).toContain('<w:p>&{ten} $& $1</w:p>')
  })
})

describe('a template an office changed', () => {
  test('may use the boxes of its kind and the fields of every paper', async () => {
    const bytes = changed((xml) => xml.replace('{ten_loai}', '{ten_loai} {o_effective_on} {don_vi}'))
    expect(await problemsOf(bytes)).toEqual([])
    const values = wordValues(said('decision'))
    const parts = await partsIn(wordCopy(await template('decision', bytes), 'decision', values, of('x')))
    expect(new TextDecoder().decode(parts.get('word/document.xml'))).toContain('QUYẾT ĐỊNH ngày')
  })

  test('with a field that does not exist is told the paragraph, its words, and what was probably meant', async () => {
    const [one, ...rest] = await problemsOf(changed((xml) => xml.replaceAll('{trich_yeu}', '{trích yếu}')))
    expect(rest).toEqual([])
    expect(one).toMatchObject({
      code: 'word-field-unknown',
      part: 'document',
      paragraph: expect.any(Number),
      text: '{trích yếu}',
      near: 'trich_yeu',
    })
    expect(refusalText({ ...(one ?? { code: '' }) }, 'vi')).toBe(
      `Đoạn ${one?.paragraph} (“{trích yếu}”): không có trường {trích yếu}. Có phải {trich_yeu}?`,
    )
  })

  test.each([
    ['a field of another kind', (xml: string) => xml.replace('{ten_loai}', '{o_replied_by_whom}'), 'word-field-unknown'],
    ['a field of a list outside of it', (xml: string) => xml.replace('{ten_loai}', '{ho_ten}'), 'word-field-outside'],
    ['a list written as a field', (xml: string) => xml.replace('{ten_loai}', '{noi_nhan}'), 'word-field-form'],
    ['no text of the paper', (xml: string) => xml.replace('{@noi_dung}', ''), 'word-body-missing'],
    ['the text among other words', (xml: string) => xml.replace('{@noi_dung}', 'Nội dung: {@noi_dung}'), 'word-body-not-alone'],
    ['an open field', (xml: string) => xml.replace('{ten_loai}', '{ten_loai'), 'word-tag-unclosed'],
    ['a bracket too many', (xml: string) => xml.replace('{ten_loai}', 'ten_loai}'), 'word-tag-unopened'],
    ['a list without its end', (xml: string) => xml.replace('{/noi_nhan}', ''), 'word-loop-unclosed'],
    ['an end without its list', (xml: string) => xml.replace('{#noi_nhan}', ''), 'word-loop-unopened'],
    ['XML cut in the middle', (xml: string) => xml.slice(0, xml.length / 2), 'word-broken'],
    ['an entity of its own', (xml: string) => xml.replace('<w:document', '<!DOCTYPE x [<!ENTITY a "b">]><w:document'), 'word-broken'],
    [
      'a field that fetches',
      (xml: string) => xml.replace('{ten_loai}', '</w:t><w:instrText> INCLUDEPICTURE "http://x/y" </w:instrText><w:t>'),
      'word-external-link',
    ],
    ['another file inside', (xml: string) => xml.replace('{ten_loai}', '</w:t><w:object/><w:t>'), 'word-embedded-object'],
  ])('%s is refused in words', async (_what, change, code) => {
    const problems = await problemsOf(changed(change))
    expect(problems.map((one) => one.code)).toContain(code)
    for (const one of problems) {
      expect(refusalText({ ...one }, 'vi')).not.toMatch(/undefined|NaN/)
      expect(refusalText({ ...one }, 'en')).not.toMatch(/undefined|NaN/)
    }
  })

  test('a field cut into pieces by Word is still one field', async () => {
    const bytes = changed((xml) => xml.replace('{ten_loai}', '{ten_</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>loại}'))
    expect(await problemsOf(bytes)).toMatchObject([{ code: 'word-field-unknown', field: 'ten_loại', near: 'ten_loai' }])
  })

  test.each([
    ['macros', { 'word/vbaProject.bin': 'x' }, 'word-macros'],
    [
      'a picture from elsewhere',
      {
        'word/_rels/header1.xml.rels':
          '<Relationships><Relationship Id="a" Target="http://x/y.png" TargetMode="External"/></Relationships>',
      },
      'word-external-link',
    ],
    ['an embedded workbook', { 'word/embeddings/so.xlsx': 'x' }, 'word-embedded-object'],
  ] as const)('%s are refused before anything is read', async (_what, more, code) => {
    expect((await problemsOf(changed((xml) => xml, more))).map((one) => one.code)).toEqual([code])
  })

  test('files that are no templates: another zip, a PDF, an old .doc, a bomb, one cut short', async () => {
    const bomb = zipSync({ '[Content_Types].xml': strToU8('<a/>'), 'word/document.xml': new Uint8Array(70_000_000) })
    const whole = shippedTemplate('state', 'decision')
    const codes = await Promise.all(
      [
        zipSync({ 'a.txt': strToU8('a') }),
        strToU8('%PDF-1.7'),
        Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        bomb,
        whole.slice(0, whole.length - 40),
        new Uint8Array(),
      ].map(async (bytes) => (await problemsOf(bytes))[0]?.code),
    )
    expect(codes).toEqual(['word-not-docx', 'word-not-docx', 'word-old-or-locked', 'word-too-big', 'word-broken', 'word-not-docx'])
  })
})

describe('a copy that came back', () => {
  const kind = 'submission'
  const edited = async (change: (xml: string) => string) => {
    const one = said(kind)
    const files = unzipSync(wordCopy(await template(kind), kind, wordValues(one), of(one.due.paperId)))
    files['word/document.xml'] = strToU8(change(new TextDecoder().decode(files['word/document.xml'])))
    return driftOf(await partsIn(zipSync(files)), await template(kind), kind, wordValues(one))
  }

  test('unchanged, or changed in its looks alone, has not drifted', async () => {
    expect(await edited((xml) => xml)).toEqual([])
    expect(await edited((xml) => xml.replaceAll('<w:b/>', '').replaceAll('w:val="24"', 'w:val="26"'))).toEqual([])
  })

  test('shows each changed line with the field it came from', async () => {
    const drift = await edited((xml) =>
      xml.replace('Kính gửi: Ủy ban nhân dân tỉnh Mẫu', 'Kính gửi: Ban Thường vụ').replace('5/5 = 100,00%', '4/5 = 80,00%'),
    )
    expect(drift).toEqual([
      { fields: ['kinh_gui'], signed: 'Kính gửi: Ủy ban nhân dân tỉnh Mẫu', word: 'Kính gửi: Ban Thường vụ' },
      {
        fields: ['noi_dung: Số phiếu đồng ý, tỷ lệ'],
        signed: '5/5 = 100,00% (người được triệu tập)',
        word: '4/5 = 80,00% (người được triệu tập)',
      },
    ])
  })

  test('tells lines put in, lines taken out, and words of tracked changes', async () => {
    const added = await edited((xml) =>
      xml.replace('<w:sectPr>', '<w:p><w:ins><w:r><w:t>Thêm một dòng</w:t></w:r></w:ins></w:p><w:sectPr>'),
    )
    expect(added).toEqual([{ fields: [], word: 'Thêm một dòng' }])
    const out = await edited((xml) => xml.replace(/<w:t [^>]*>(V\. ĐỀ NGHỊ)<\/w:t>/u, '<w:delText>$1</w:delText>'))
    expect(out).toEqual([{ fields: ['noi_dung: V. ĐỀ NGHỊ'], signed: 'V. ĐỀ NGHỊ' }])
  })
})
