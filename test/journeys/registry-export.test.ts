// Lists and returns as spreadsheets: as of a day, by a filter, with what they are beside them; read back by another reader, and by our own import.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../records/workbook/read.ts'
import { OperatorId } from '../../workflows/core/ids.ts'
import type { ShellAct } from '../../workflows/office.ts'
import type { RawSheet } from '../../workflows/registry/import/sheet.ts'
import type { Role } from '../../workflows/roles.ts'
import { freshFolder, type TestOffice, value, withFile } from './office.ts'

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
    schema: '2',
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

test('the returns on records carry their lists, their period and nobody twice; a year without a case is zeros', async () => {
  const { office } = await filled()
  const [an] = value(await office.ask({ about: 'people', day: '2026-11-23', search: 'an' })).rows
  const set = {
    ratings: [{ year: 2026, level: 'good' }],
    disciplines: [{ form: 'reprimand', side: 'state', effectiveOn: '2026-03-01' }],
  }
  const seen = value(await office.ask({ about: 'person', personId: an?.personId as never, day: '2026-11-23' })).revision
  const order = { type: 'correctPerson', personId: an?.personId, seen, at: '2026-11-23', set, reason: 'bổ sung hồ sơ' }
  value(await office.dispatch({ to: 'registry', command: order } as never))
  const figures = async (book: 'ratings' | 'moves' | 'discipline', more: Partial<Ask> = {}) => {
    const { sheets } = await exported(office, { book, day: '2026-11-23', ...more })
    const rows = sheets[0]?.rows ?? []
    const head = rows.findIndex((row) => row[0] === 'STT')
    return { total: rows.at(-1)?.slice(1, 6), units: rows.slice(head + 1, -1).map((row) => row[1]), meta: metaOf(sheets), list: sheets[1] }
  }
  const rated = await figures('ratings')
  expect([rated.units, rated.total]).toEqual([
    ['Chưa giữ chức vụ', 'Sở Nội vụ'],
    ['Tổng cộng', 3, 0, 1, 0],
  ])
  expect(rated.meta).toMatchObject({ book: 'ratings', period: '2026-01-01..2026-11-23', rows: '3' })
  expect(rated.list?.rows).toHaveLength(3 + 3)
  const punished = await figures('discipline', { quarter: 1 })
  expect([punished.units, punished.total, punished.meta.period]).toEqual([
    ['Sở Nội vụ'],
    ['Tổng cộng', 1, 0, 1, 0],
    '2026-01-01..2026-03-31',
  ])
  const moved = await figures('moves')
  expect([moved.units, moved.total, moved.meta.rows]).toEqual([[], ['Tổng cộng', 0, 0, 0, 0], '0'])
  expect(await figures('ratings', { managedBy: 'unit' }).catch(String)).toContain('nothing-to-export')
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

test('a 2C record as a page and as a Word file: numbered lines as of the day, names whole, fonts embedded', async () => {
  const { office } = await filled()
  const [an] = value(await office.ask({ about: 'people', day: '2026-11-23', search: 'an' })).rows
  const form = async (as: 'pdf' | 'docx') => {
    const { book } = value(await office.act({ act: 'exportForm2C', personId: an?.personId as never, day: '2026-11-23', as }))
    return { name: book?.name ?? '', bytes: Buffer.from(book?.bytes ?? '', 'base64') }
  }
  const pdf = await form('pdf')
  const folder = freshFolder()
  const file = join(folder, '2c.pdf')
  writeFileSync(file, pdf.bytes)
  const words = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).normalize('NFC')
  expect(words).toContain('1) Họ và tên khai sinh: Nguyễn Văn An')
  expect(words).toContain('3) Sinh ngày; giới tính: 15/08/1975, Nam')
  expect(words).toContain('11) Chức vụ hiện tại: Chuyên viên, Sở Nội vụ')
  expect(words).toContain('Số định danh cá nhân: 036075001234')
  expect(words).toContain('34) Quan hệ gia đình')
  expect(
    execFileSync('pdffonts', [file], { encoding: 'utf8' })
      .split('\n')
      .slice(2)
      .filter((line) => line !== '')
      .every((line) => /yes yes yes/.test(line)),
  ).toBe(true)
  const again = await form('pdf')
  expect(again.bytes.equals(pdf.bytes)).toBe(true)
  const word = await form('docx')
  const text = strFromU8(unzipSync(word.bytes)['word/document.xml'] ?? new Uint8Array())
  expect(text).toContain('1) Họ và tên khai sinh: ')
  expect([word.name.endsWith('.docx'), text.match(/<w:tbl>/g)?.length]).toEqual([true, 6])
})

test('BC-10 says where it differs from the yearly review of a list, on a sheet of its own and above its figures', async () => {
  const { office } = await filled()
  const day = '2026-11-23'
  let seen = 0
  const plan = async (command: unknown) => {
    value(await office.dispatch({ to: 'planning', seen: seen++, command } as never))
  }
  const post = { title: 'Phó Giám đốc', unit: 'Sở Nội vụ', level: 'province', rank: 6, kind: 'committee', seats: 3 }
  const term = { name: '2026-2031', from: '2026-10-01', until: '2031-09-30' }
  await plan({ type: 'openPlanningList', listId: 'pgd', post, term, approver: 'BTV' })
  const person = {
    personId: 'n1',
    name: 'Trần Thị Bình',
    birthDate: '1985-02-03',
    sex: 'female',
    currentPost: 'Trưởng phòng',
    currentRank: 5,
  }
  await plan({ type: 'proposeForPlanning', listId: 'pgd', entryId: 'n1', person, source: 'inside', isReElection: false, on: day })
  await plan({ type: 'approvePlanning', listId: 'pgd', entryIds: ['n1'], document: { number: '12-QĐ/TU', date: day }, on: day })
  await plan({ type: 'reviewPlanning', listId: 'pgd', year: 2026, on: day, kept: ['n1'], out: [] })
  const { sheets } = await exported(office, { book: 'planning', day })
  expect(sheets.map(({ name }) => name)).toEqual(['BC-10 Cơ cấu', 'BC-10 Danh sách', 'BC-10 Đối chiếu rà soát', '_meta'])
  expect(sheets[0]?.rows[2]?.[0]).toBe(
    'Số giữ, bổ sung, đưa ra khác danh sách rà soát năm 2026 ở 1 chức danh: xem trang BC-10 Đối chiếu rà soát.',
  )
  expect(sheets[2]?.rows.slice(3).map((row) => row.slice(4, 8))).toEqual([
    ['23/11/2026', 'Số giữ', 0, 1],
    ['23/11/2026', 'Số bổ sung', 1, 0],
    ['23/11/2026', 'Trần Thị Bình', 'Bổ sung', 'Giữ'],
  ])
  expect(metaOf(sheets)['digest BC-10 Đối chiếu rà soát']).toMatch(/^[0-9a-f]{64}$/)
  expect(value(await office.ask({ about: 'planningReviews', day })).differ).toHaveLength(1)
})

test('divisions of one name are counted each for its own body, in the figures and in the gauge, and told apart on the list', async () => {
  const { office, unit } = await filled()
  const made = async (command: unknown): Promise<string> =>
    value(await office.dispatch({ to: 'registry', command } as never)).registry?.made[0] ?? ''
  const other = await made({ type: 'addUnit', from: '2010-01-01', data: { name: 'Sở Tài chính', level: 'department', kind: 'government' } })
  for (const [parentId, names] of [
    [unit, ['Vũ Thị Một', 'Vũ Thị Hai']],
    [other, ['Vũ Thị Ba']],
  ] as const) {
    const data = { name: 'Văn phòng', level: 'division', kind: 'government', parentId }
    const unitId = await made({ type: 'addUnit', from: '2010-01-01', data })
    const postId = await made({ type: 'addPost', from: '2010-01-01', data: { unitId, title: 'Văn thư', group: 'specialist', seats: 9 } })
    for (const name of names) {
      const personId = await made({ type: 'addPerson', data: { name, sex: 'female' } })
      await made({ type: 'addTenure', data: { personId, postId, from: '2020-01-01', form: 'appointed' } })
    }
  }
  const { sheets } = await exported(office, { book: 'quality', day: '2026-11-23' })
  const rows = sheets[0]?.rows ?? []
  const head = rows.findIndex((row) => row.includes('Tổng số'))
  expect(rows.slice(head + 1).map((row) => [row[1], row[2]])).toEqual([
    ['Chưa giữ chức vụ', 1],
    // A body with all its divisions, then each of them.
    ['Sở Nội vụ', 4],
    ['Văn phòng, Sở Nội vụ', 2],
    ['Sở Tài chính', 1],
    ['Văn phòng, Sở Tài chính', 1],
    ['Tổng cộng', 6],
  ])
  expect(rows[1]?.[0]).toBe(
    'Tính đến ngày 23/11/2026. Dòng của cơ quan gồm cả các phòng, đơn vị trực thuộc. Dòng tổng cộng đếm mỗi người một lần.',
  )
  const list = sheets[1]?.rows ?? []
  const [above, name] = ['Trực thuộc', 'Họ và tên'].map((column) => list.find((row) => row[0] === 'STT')?.indexOf(column) ?? -1)
  expect(list.find((row) => row[name ?? -1] === 'Vũ Thị Ba')?.[above ?? -1]).toBe('Sở Tài chính')
  const gauge = value(await office.ask({ about: 'quality', day: '2026-11-23' }))
  expect(gauge.units.map((line) => line.unit)).toEqual(expect.arrayContaining(['Văn phòng, Sở Nội vụ', 'Văn phòng, Sở Tài chính']))
})
