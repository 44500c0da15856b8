// Printing a step and the case as one file: the preview is the print, every print is noted, a second one says why.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PaperId } from '../../workflows/core/ids.ts'
import { desks } from '../../workflows/sample/department.ts'
import { freshFolder, value } from './office.ts'
import { sampleOf, tableFor } from './play.ts'

const short = sampleOf({ upTo: 'leadershipOrientation' })

async function heldMeeting() {
  const table = await tableFor(short)
  await table.play(short.acts)
  await table.sitDown(desks.hr)
  const [set] = table.view().printSets
  if (!set) throw new Error('a meeting was held')
  const items = set.items.map(({ paperId, copies }) => ({ paperId: PaperId.parse(paperId), copies }))
  return { table, office: table.office, caseId: table.caseId, set, items }
}

test('the set of a meeting is printed in one file, the same bytes as its preview, and the print is on record', async () => {
  const { office, caseId, set, items } = await heldMeeting()
  expect(set).toMatchObject({ stage: 'leadershipOrientation', items: [{ copies: 2 }, { copies: 2 }] })
  const preview = value(await office.ask({ about: 'print', caseId, items }))
  const done = value(await office.act({ act: 'printPapers', caseId, items }))
  expect(done.printed).toEqual(preview)
  expect(done.case?.prints).toMatchObject([{ by: desks.hr, pages: preview.pages, items }])
  const file = join(freshFolder(), 'in.pdf')
  writeFileSync(file, Buffer.from(preview.bytes, 'base64'))
  expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(new RegExp(`Pages:\\s+${preview.pages}\\b`))
  const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })
  expect(text.split('BIÊN BẢN KIỂM PHIẾU').length - 1).toBe(2)
})

test('what was printed before is printed again only for a reason', async () => {
  const { office, caseId, items } = await heldMeeting()
  const [first] = items
  if (!first) throw new Error('papers')
  value(await office.act({ act: 'printPapers', caseId, items: [first] }))
  expect(await office.act({ act: 'printPapers', caseId, items })).toMatchObject({
    ok: false,
    refusal: { code: 'print-reason-missing', paperId: first.paperId },
  })
  const again = value(await office.act({ act: 'printPapers', caseId, items, reason: 'Bản trước bị nhòe mực' }))
  expect(again.case?.prints.map(({ reason }) => reason)).toEqual([undefined, 'Bản trước bị nhòe mực'])
})

test('a print without end and a paper that is not there are refused, and nothing is noted', async () => {
  const { office, table, caseId, items } = await heldMeeting()
  const [first] = items
  if (!first) throw new Error('papers')
  expect(await office.act({ act: 'printPapers', caseId, items: [{ ...first, copies: 9999 }] })).toMatchObject({
    ok: false,
    refusal: { code: 'print-too-long' },
  })
  expect(await office.act({ act: 'printPapers', caseId, items: [{ paperId: PaperId.parse('khong-co'), copies: 1 }] })).toMatchObject({
    ok: false,
    refusal: { code: 'paper-unknown' },
  })
  expect(table.view().prints).toEqual([])
})

test('the whole case is one file with contents, written once', async () => {
  const { office, caseId } = await heldMeeting()
  const file = join(freshFolder(), 'ho-so.pdf')
  value(await office.act({ act: 'exportOneFile', caseId, file }))
  const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })
  expect(text).toContain('MỤC LỤC HỒ SƠ')
  expect(text.replaceAll(/\s+/g, ' ')).toContain('Biên bản kiểm phiếu, Hội nghị tập thể lãnh đạo')
  // By number and day, as an archive lists its papers.
  const contents = execFileSync('pdftotext', ['-layout', '-l', '1', file, '-'], { encoding: 'utf8' })
  expect(contents).toMatch(/Số, ký hiệu +Ngày/)
  expect(contents).toMatch(/01\/BB-SNV-mau|01\/BB-SNV/)
  const bytes = readFileSync(file)
  expect(await office.act({ act: 'exportOneFile', caseId, file })).toMatchObject({ ok: false, refusal: { code: 'file-exists' } })
  expect(readFileSync(file).equals(bytes)).toBe(true)
})

test('a classified case is printed but not exported', async () => {
  const secret = {
    ...short,
    acts: short.acts.map((act) =>
      act.command.type === 'openCase'
        ? {
            ...act,
            command: {
              ...act.command,
              opening: {
                ...act.command.opening,
                classification: 'MAT' as const,
                classificationReason: 'Danh mục bí mật',
                classifiedBy: 'Trần Gia Hiếu, Giám đốc Sở',
              },
            },
          }
        : act,
    ),
  }
  const table = await tableFor(secret)
  await table.play(secret.acts)
  await table.sitDown(desks.hr)
  const { office, caseId } = table
  const file = join(freshFolder(), 'ho-so.pdf')
  expect(await office.act({ act: 'exportOneFile', caseId, file })).toMatchObject({ ok: false, refusal: { code: 'classified-print-only' } })
  expect(existsSync(file)).toBe(false)
  const items = table.view().papers.map(({ paperId }) => ({ paperId: PaperId.parse(paperId), copies: 1 }))
  expect(value(await office.act({ act: 'printPapers', caseId, items })).printed?.pages).toBeGreaterThan(0)
})
