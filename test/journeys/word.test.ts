// Word on a real file: copies of every paper in a folder, an office's own template through its versions, a copy that came back changed.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { playCase } from '../../electron/cli/play-case.ts'
import type { PaperId } from '../../workflows/core/ids.ts'
import { desks } from '../../workflows/sample/department.ts'
import { freshFolder, value } from './office.ts'
import { before, real, sampleOf, tableFor } from './play.ts'

const text = (base64: string) => Buffer.from(base64, 'base64')
const withText = (docx: Uint8Array, change: (xml: string) => string): Buffer => {
  const files = unzipSync(docx)
  files['word/document.xml'] = strToU8(change(strFromU8(files['word/document.xml'] ?? new Uint8Array())))
  return Buffer.from(zipSync(files))
}

test('an office changes a template, saves copies with it, and a changed copy shows its drift, also after the template changed again', async () => {
  const whole = sampleOf({ papers: true })
  const acts = before(whole, 'proposeNominee')
  const { office, caseId } = await tableFor({ ...whole, acts })
  const view = await playCase({ doorway: office.doorway, setClock: office.setClock, signs: true }, { ...whole, acts })
  const [paper] = view.papers
  if (!paper) throw new Error('no paper')
  const paperId = paper.paperId as PaperId
  const which = { family: 'state', kind: 'policyRequest' } as const
  value(await office.act({ act: 'startWork', operatorId: desks.hr }))

  const shipped = value(await office.ask({ about: 'wordTemplate', ...which }))
  const own = withText(text(shipped.bytes), (xml) => xml.replace('{ten_loai}', '{ten_loai} CỦA SỞ')).toString('base64')
  const wrong = withText(text(shipped.bytes), (xml) => xml.replace('{ten_loai}', '{ten_loi}')).toString('base64')
  expect(value(await office.ask({ about: 'wordCheck', ...which, bytes: wrong })).problems).toMatchObject([
    { code: 'word-field-unknown', near: 'ten_loai' },
  ])
  expect(await office.act({ act: 'loadWordTemplate', ...which, name: 'sai.docx', bytes: wrong })).toMatchObject({
    refusal: { code: 'word-template-faulty', problems: 1 },
  })
  value(await office.act({ act: 'loadWordTemplate', ...which, name: 'mẫu sở.docx', bytes: own }))
  expect(value(await office.ask({ about: 'wordTemplates' }))).toMatchObject([{ ...which, version: 1, name: 'mẫu sở.docx' }])
  expect(value(await office.ask({ about: 'wordTemplate', ...which })).bytes).toBe(own)

  const folder = join(freshFolder(), 'ban-word')
  const { exported } = value(await office.act({ act: 'exportWord', caseId, folder }))
  expect(exported?.files).toEqual(readdirSync(folder))
  const [name = ''] = exported?.files ?? []
  const copy = readFileSync(join(folder, name))
  const xml = strFromU8(unzipSync(copy)['word/document.xml'] ?? new Uint8Array())
  expect(xml).toContain('TỜ TRÌNH CỦA SỞ')
  expect(xml).toContain('BẢN SAO DẠNG WORD, KHÔNG PHẢI BẢN GỐC')
  expect(await office.act({ act: 'exportWord', caseId, folder })).toMatchObject({ refusal: { code: 'file-exists', name } })

  const drift = async (bytes: Buffer) => value(await office.ask({ about: 'wordDrift', caseId, paperId, bytes: bytes.toString('base64') }))
  const none = { isUnmarked: false, isSignedSince: false, lines: [] }
  expect(await drift(copy)).toEqual(none)
  // The office goes on to another template; the copy is still held against the one it was made with.
  value(await office.act({ act: 'dropWordTemplate', ...which }))
  expect(await drift(copy)).toEqual(none)
  const changed = withText(copy, (one) => one.replace('TỜ TRÌNH CỦA SỞ', 'BÁO CÁO CỦA SỞ'))
  expect((await drift(changed)).lines).toEqual([{ fields: ['ten_loai'], signed: 'TỜ TRÌNH CỦA SỞ', word: 'BÁO CÁO CỦA SỞ' }])
  expect(await office.ask({ about: 'wordDrift', caseId, paperId, bytes: Buffer.from('%PDF').toString('base64') })).toMatchObject({
    refusal: { code: 'word-not-docx' },
  })
  // Every version lies in the file, and the log knows its digest.
  expect(value(await office.ask({ about: 'ledger' })).verified).toBe(true)
  expect(office.faults).toEqual([])
}, 40_000)

test('a classified case gives no Word copies, and only the desk changes templates', async () => {
  const whole = real(sampleOf({ papers: true }), { classification: 'MAT', classificationReason: 'nhân sự', classifiedBy: 'Giám đốc Sở' })
  const acts = before(whole, 'recordAct')
  const { office, caseId } = await tableFor({ ...whole, acts })
  await playCase({ doorway: office.doorway, setClock: office.setClock, signs: false }, { ...whole, acts })
  value(await office.act({ act: 'startWork', operatorId: desks.hr }))
  const folder = join(freshFolder(), 'ban-word')
  expect(await office.act({ act: 'exportWord', caseId, folder })).toMatchObject({ refusal: { code: 'classified-print-only' } })
  expect(existsSync(folder)).toBe(false)
  expect(await office.act({ act: 'dropWordTemplate', family: 'state', kind: 'decision' })).toMatchObject({
    refusal: { code: 'word-template-none' },
  })
  value(await office.act({ act: 'startWork', operatorId: desks.chair }))
  expect(await office.act({ act: 'dropWordTemplate', family: 'state', kind: 'decision' })).toMatchObject({
    refusal: { code: 'role-may-not' },
  })
}, 30_000)
