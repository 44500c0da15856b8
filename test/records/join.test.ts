// Several papers in one file: pages, copies, bookmarks, looks of signatures, attachments; checked by tools of others.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { joinPdfs, pageCount } from '../../records/join.ts'
import { openPdf } from '../../records/pdf/file.ts'
import { makePki } from '../support/pki.ts'
import { bytesOfRecord, drawn, paperFor, sampleRecord, signedSteps, threeSigners } from './making.ts'

const folder = mkdtempSync(join(tmpdir(), 'tien-cu-join-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const said = (command: string, ...args: string[]): string => {
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command}: ${stderr}${stdout}`)
  return stdout
}
const stored = (name: string, pdf: Uint8Array): string => {
  const file = join(folder, name)
  writeFileSync(file, pdf)
  return file
}

const [empty, , , signed] = await signedSteps(await threeSigners(await makePki('Thử gộp')))
const parts = [
  { pdf: empty, title: 'Biên bản chưa ký', copies: 3 },
  { pdf: signed, title: 'Biên bản đã ký', copies: 1 },
]

test('every copy stands whole, one after the other, and other tools read the file', () => {
  const each = pageCount(empty)
  const { pdf, pages } = joinPdfs('Bản in', parts)
  const file = stored('print.pdf', pdf)
  expect(pages).toBe(4 * each)
  expect(said('pdfinfo', file)).toMatch(new RegExp(`Pages:\\s+${4 * each}\\b`))
  expect(said('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found')
  const text = said('pdftotext', file, '-')
  expect(text.split('BIÊN BẢN KIỂM PHIẾU').length - 1).toBe(4)
})

test('is offered for print in true size, and on one side where a paper would begin on the back of another', async () => {
  const offered = (pdf: Uint8Array) => {
    const part = { pdf, title: 'Văn bản', copies: 2 }
    const text = said('qpdf', '--qdf', '--object-streams=disable', stored('sides.pdf', joinPdfs('Bản in', [part]).pdf), '-')
    return /\/ViewerPreferences <<([^>]*)>>/.exec(text)?.[1]?.replace(/\s+/g, ' ').trim()
  }
  const record = bytesOfRecord(sampleRecord())
  const short = await drawn(record, { ...paperFor(record), blocks: [{ type: 'paragraph', text: 'Một trang.' }] })
  expect([pageCount(short), pageCount(empty)]).toEqual([1, 2])
  expect([offered(short), offered(empty)]).toEqual(['/Duplex /Simplex /PrintScaling /None', '/PrintScaling /None'])
})

test('the same parts give the same bytes', () => {
  expect(Buffer.from(joinPdfs('Bản in', parts).pdf).equals(Buffer.from(joinPdfs('Bản in', parts).pdf))).toBe(true)
})

test('a signed place is shown as it looks, and the file claims no signature', () => {
  const file = stored('looks.pdf', joinPdfs('Bản in', [parts[1] ?? { pdf: signed, title: '', copies: 1 }]).pdf)
  expect(said('pdftotext', file, '-')).toContain('03/02/2026')
  expect(spawnSync('pdfsig', [file], { encoding: 'utf8' }).stdout).toContain('does not contain any signatures')
})

test('bookmarks lead to the first page of each paper, and what was signed is attached whole', () => {
  const { pdf } = joinPdfs('Hồ sơ', parts, [
    { name: '02-bien-ban.pdf', mime: 'application/pdf', description: 'Biên bản đã ký', bytes: signed },
    { name: '01-bien-ban.pdf', mime: 'application/pdf', description: 'Biên bản', bytes: empty },
  ])
  const file = stored('case.pdf', pdf)
  expect(JSON.parse(said('qpdf', '--json', '--json-key=outlines', file)).outlines.map((one: { title: string }) => one.title)).toEqual([
    'Biên bản chưa ký',
    'Biên bản đã ký',
  ])
  expect(said('pdfdetach', '-list', file)).toContain('2 embedded files')
  const out = join(folder, 'detached.pdf')
  said('pdfdetach', '-save', '2', '-o', out, file)
  expect(said('cmp', out, stored('signed.pdf', signed))).toBe('')
})

test('a file that is not of our form is refused, not guessed at', async () => {
  const broken = (await drawn()).slice(0, -20)
  expect(() => openPdf(broken)).toThrow()
  expect(() => joinPdfs('x', [{ pdf: broken, title: 'x', copies: 1 }])).toThrow()
})
