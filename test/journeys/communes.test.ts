// The list of communes is loaded by the office: every row checked, all or nothing, versions kept, found by parts of the name; free text without it.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeWorkbook } from '../../records/workbook/write.ts'
import { OperatorId } from '../../workflows/core/ids.ts'
import { findCommunes, placeLine, placeOfLine } from '../../workflows/registry/places/communes.ts'
import type { SheetCell } from '../../workflows/registry/returns/sheets.ts'
import { value, withFile } from './office.ts'

const hr = { operatorId: OperatorId.parse('hr'), name: 'Bà Tổ chức', roles: ['hrOfficer' as const] }
async function office() {
  const made = await withFile('2026-11-23T08:30:00+07:00', [hr])
  value(await made.act({ act: 'startWork', operatorId: hr.operatorId }))
  return made
}
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const heads = ['Mã xã', 'Tên xã', 'Mã tỉnh', 'Hiệu lực từ', 'Hiệu lực đến']
const book = async (...rows: readonly (readonly SheetCell[])[]): Promise<string> =>
  base64(
    await writeWorkbook({
      name: 'xa',
      meta: [],
      sheets: [{ name: 'Xã', title: ['DANH MỤC'], columns: heads.map((head) => ({ head, width: 12 })), rows, strong: [] }],
    }),
  )
const loading = (bytes: string, from = '2025-07-01') =>
  ({ act: 'loadCommunes', name: 'xa.xlsx', bytes, list: 'QD19_2025', from, source: 'Chi cục Thống kê tỉnh Mẫu' }) as const

test('the sample list says of itself that it is one; communes are found by parts of their names on their days', async () => {
  const desk = await office()
  const find = async (search: string, day = '2026-11-23') =>
    value(await desk.ask({ about: 'communes', search, day })).map(({ text, place }) => [place.code, text])
  expect(await find('mau')).toEqual([])
  const sample = base64(readFileSync(new URL('../../docs/mau-danh-muc-xa.csv', import.meta.url)))
  expect(value(await desk.ask({ about: 'communeCheck', bytes: sample, list: 'QD19_2025' }))).toEqual({
    rows: 4,
    found: 0,
    problems: [],
    padded: 0,
    isSample: true,
    provinces: 2,
  })
  value(await desk.act(loading(sample)))
  expect(value(await desk.ask({ about: 'communeLists' }))).toMatchObject([
    { version: 1, count: 4, isSample: true, counts: true, by: 'Bà Tổ chức' },
  ])
  expect(await find('mau hai phong')).toEqual([
    ['99901', 'Xã Mẫu Một (dữ liệu mẫu), Hải Phòng'],
    ['99902', 'Xã Mẫu Hai (dữ liệu mẫu), Hải Phòng'],
  ])
  expect(await find('99903')).toEqual([['99903', 'Phường Mẫu Ba (dữ liệu mẫu), Hà Nội']])
  expect([(await find('bon')).length, (await find('bon', '2025-12-31')).length, (await find('bon', '2025-06-30')).length]).toEqual([
    0, 1, 0,
  ])
  expect(value(await desk.ask({ about: 'ledger' })).verified).toBe(true)
})

test('a later list counts from its day; asking an earlier day answers as before; loaded again it is the next version', async () => {
  const desk = await office()
  const on = async (day: string) => value(await desk.ask({ about: 'communes', search: 'xa', day })).map(({ text }) => text)
  value(await desk.act(loading(await book(['01001', 'Xã Cũ', '31', null, null]))))
  const before = await on('2025-12-01')
  value(await desk.act(loading(await book(['01001', 'Xã Mới', '31', null, null]), '2026-01-01')))
  expect([before, await on('2025-12-01'), await on('2026-01-01')]).toEqual([
    ['Xã Cũ, Hải Phòng'],
    ['Xã Cũ, Hải Phòng'],
    ['Xã Mới, Hải Phòng'],
  ])
  value(await desk.act(loading(await book(['01001', 'Xã Mới Hơn', '31', null, null]), '2026-01-01')))
  expect(await on('2026-01-01')).toEqual(['Xã Mới Hơn, Hải Phòng'])
  expect(value(await desk.ask({ about: 'communeLists' })).map(({ from, version, counts }) => [from, version, counts])).toEqual([
    ['2026-01-01', 2, true],
    ['2026-01-01', 1, false],
    ['2025-07-01', 1, false],
  ])
})

test('zeros lost by a spreadsheet come back; every other fault is told by its row, and nothing is loaded', async () => {
  const desk = await office()
  const zeros = await book([267, 'Xã Số', 1, null, null], ['00268', 'Xã Chữ', '01', '01/07/2025', null])
  expect(value(await desk.ask({ about: 'communeCheck', bytes: zeros, list: 'QD19_2025' }))).toMatchObject({ rows: 2, found: 0, padded: 1 })
  const wrong = await book(
    ['123', 'Xã Một', '31', null, null],
    ['00001', '', '31', null, null],
    ['00001', 'Xã Ba', '30', null, null],
    ['00004', 'Xã Bốn', '31', '07/31/2025', null],
    ['00005', 'Xã Năm', '31', '01/07/2025', '30/06/2025'],
    ['00006', 'Xã Sáu', '31', null, null],
  )
  const { problems, rows, found } = value(await desk.ask({ about: 'communeCheck', bytes: wrong, list: 'QD19_2025' }))
  expect([rows, found, problems.map(({ row, problem }) => [row, problem])]).toEqual([
    1,
    6,
    [
      [3, 'code'],
      [4, 'name'],
      [5, 'code-twice'],
      // 30 was Hải Dương: a code of the old list.
      [5, 'province'],
      [6, 'date'],
      [7, 'dates-reversed'],
    ],
  ])
  expect(await desk.act(loading(wrong))).toMatchObject({ refusal: { code: 'communes-rows-wrong', rows: 6, row: 3, text: '123' } })
  expect(await desk.act(loading(await book()))).toMatchObject({ refusal: { code: 'communes-none' } })
  expect(await desk.act(loading(base64(Buffer.from('Tên,Tuổi\nA,3'))))).toMatchObject({
    refusal: { code: 'communes-heads-missing', missing: ['Mã xã', 'Mã tỉnh'] },
  })
  expect(value(await desk.ask({ about: 'communeLists' }))).toEqual([])
})

test('a place keeps its words and its code through the box it is typed in; free text stays free', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 40 }),
      fc.option(fc.tuple(fc.constantFrom('QD19_2025' as const, 'QD124_2004' as const), fc.stringMatching(/^\d{5}$/))),
      (words, coded) => {
        const text = `Xã ${words}`.replace(/\s+/gu, ' ').trim()
        fc.pre(!/\(mã(?: cũ)? \d{5}\)$/.test(text))
        const place = { text, ...(coded !== null && { code: { list: coded[0], code: coded[1] } }) }
        expect(placeOfLine(placeLine(place))).toEqual(place)
      },
    ),
    { numRuns: 200, seed: 9 },
  )
  expect(findCommunes({ list: 'QD19_2025', communes: [{ code: '00001', name: 'Xã A', province: '31' }] }, '', '2026-01-01', 5)).toEqual([])
})
