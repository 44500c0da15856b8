// Lists and returns as spreadsheets: as of a day, by a filter, with what they are beside them; read back by another reader, and by our own import.
import { expect, test } from 'vitest'
import { readWorkbook } from '../../records/workbook/read.ts'
import { OperatorId } from '../../workflows/core/ids.ts'
import type { ShellAct } from '../../workflows/office.ts'
import type { RawSheet } from '../../workflows/registry/import/sheet.ts'
import type { Role } from '../../workflows/roles.ts'
import { type TestOffice, value, withFile } from './office.ts'

const at = '2026-11-23T08:30:00+07:00'
const operator = (operatorId: string, name: string, roles: readonly Role[]) => ({
  operatorId: OperatorId.parse(operatorId),
  name,
  roles: [...roles],
})
const people = [operator('hr', 'Bà Tổ chức', ['hrOfficer']), operator('thu-ky', 'Ông Thư ký', ['meetingSecretary'])]

async function filled(): Promise<{ office: TestOffice; unit: string }> {
  const office = await withFile(at, people)
  value(await office.act({ act: 'startWork', operatorId: OperatorId.parse('hr') }))
  const made = async (command: unknown): Promise<string> =>
    value(await office.dispatch({ to: 'registry', command } as never)).registry?.made[0] ?? ''
  const unit = await made({ type: 'addUnit', from: '2010-01-01', data: { name: 'Sở Nội vụ', level: 'department', kind: 'government' } })
  const post = await made({
    type: 'addPost',
    from: '2010-01-01',
    data: { unitId: unit, title: 'Chuyên viên', group: 'specialist', seats: 9 },
  })
  for (const [name, birthDate, citizenId, sex, from] of [
    ['Nguyễn Văn An', '1975-08-15', '036075001234', 'male', '2015-01-01'],
    ['Trần Thị Bình', '1990', '001190001235', 'female', '2020-06-01'],
  ] as const) {
    const personId = await made({ type: 'addPerson', data: { name, birthDate, citizenId, sex, nativePlace: { text: 'Hà Nội' } } })
    await made({ type: 'addTenure', data: { personId, postId: post, from, form: 'appointed' } })
  }
  await made({ type: 'addPerson', data: { name: 'Lê Văn Chung' } })
  return { office, unit }
}
type Ask = Omit<Extract<ShellAct, { act: 'exportRegistry' }>, 'act'>
async function exported(office: TestOffice, ask: Ask): Promise<{ readonly name: string; readonly sheets: readonly RawSheet[] }> {
  const { book } = value(await office.act({ act: 'exportRegistry', ...ask }))
  if (book === undefined) throw new Error('no book')
  const read = await readWorkbook(Buffer.from(book.bytes, 'base64'))
  if (!read.ok) throw new Error(read.refusal.code)
  return { name: book.name, sheets: read.value.sheets }
}
const metaOf = (sheets: readonly RawSheet[]) => Object.fromEntries((sheets.at(-1)?.rows ?? []).map(([key, is]) => [key, is]))

test('a list goes out as of its day, by its filter, with zeros in front kept and its `_meta` beside it', async () => {
  const { office, unit } = await filled()
  const { name, sheets } = await exported(office, { book: 'people', day: '2019-12-31', unitId: unit as never })
  expect([name, sheets.map((sheet) => sheet.name)]).toEqual(['danh-sach-can-bo-2019-12-31.xlsx', ['Danh sách', '_meta']])
  expect(sheets[0]?.rows.slice(0, 2).flat()).toEqual(['DANH SÁCH CÁN BỘ', 'Tính đến ngày 31/12/2019. Đơn vị: Sở Nội vụ'])
  expect(sheets[0]?.rows.slice(3).map((row) => row.slice(1, 5))).toEqual([['Nguyễn Văn An', '15/08/1975', 'Nam', '036075001234']])
  expect(metaOf(sheets)).toMatchObject({
    schema: '1',
    book: 'people',
    asOf: '2019-12-31',
    filter: 'Đơn vị: Sở Nội vụ',
    rows: 1,
    madeBy: 'Bà Tổ chức',
    organisation: 'Sở Nội vụ tỉnh Mẫu',
  })
})

test('BC-01 carries its list, and its total is as many as are on it', async () => {
  const { office } = await filled()
  const { sheets } = await exported(office, { book: 'quality', day: '2026-11-23' })
  expect(sheets.map((sheet) => sheet.name)).toEqual(['BC-01', 'Danh sách', '_meta'])
  const rows = sheets[0]?.rows ?? []
  const head = rows.findIndex((row) => row.includes('Tổng số'))
  const column = rows[head]?.indexOf('Tổng số') ?? -1
  expect(rows.slice(head + 1).map((row) => [row[1], row[column]])).toEqual([
    ['Chưa giữ chức vụ', 1],
    ['Sở Nội vụ', 2],
    ['Tổng cộng', 3],
  ])
  expect(sheets[1]?.rows).toHaveLength(3 + 3)
})

test('what went out can be imported again: it says nothing new', async () => {
  const { office } = await filled()
  const { book } = value(await office.act({ act: 'exportRegistry', book: 'people', day: '2026-11-23' }))
  const view = value(await office.ask({ about: 'roster', name: 'xuat.xlsx', bytes: book?.bytes ?? '' }))
  const plan = view.sheets[view.best]?.plan
  if (plan === undefined) throw new Error('no plan')
  const { totals, questions } = value(await office.ask({ about: 'rosterAccount', roster: view.roster, plan }))
  // A person without a birth date and a number cannot be told from a namesake: only somebody who knows can say.
  expect([totals.unchanged, totals.changed, totals.new, totals.refused, questions]).toEqual([2, 0, 0, 1, []])
})

test('only who may read the registry takes a list out; an empty one is refused', async () => {
  const { office } = await filled()
  expect(await office.act({ act: 'exportRegistry', book: 'planning', day: '2026-11-23' })).toMatchObject({
    refusal: { code: 'nothing-to-export' },
  })
  value(await office.act({ act: 'startWork', operatorId: OperatorId.parse('thu-ky') }))
  expect(await office.act({ act: 'exportRegistry', book: 'people', day: '2026-11-23' })).toMatchObject({
    refusal: { code: 'role-may-not' },
  })
})
