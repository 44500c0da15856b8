// Lists of communes and returns by hand in a real browser: a sample list is loaded and found where a place is typed; a return says who owes one.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readWorkbook } from '../../records/workbook/read.ts'
import { OperatorId } from '../../workflows/core/ids.ts'
import type { Operator } from '../../workflows/office.ts'
import { organisation, passphrase, testOffice, value } from '../journeys/office.ts'
import { fill, sheet, unfold, wordsOf } from './support/acting.ts'
import { type App, downloadsIn, startApp } from './support/app.ts'
import { inChapters } from './support/chapters.ts'
import { look } from './support/look.ts'
import { addTopUnit, goTo, makeFile, workAs } from './support/office-screens.ts'

const clerk: Operator = { operatorId: OperatorId.parse('to-chuc'), name: 'Nguyễn Thu Hằng', roles: ['hrOfficer'] }
const others: readonly Operator[] = [
  { operatorId: OperatorId.parse('thu-ky'), name: 'Vũ Văn Thư', roles: ['meetingSecretary', 'countingTeam'] },
  { operatorId: OperatorId.parse('kiem-phieu'), name: 'Phan Anh Tuấn', roles: ['countingTeam'] },
]
const sample = join(import.meta.dirname, '..', '..', 'docs', 'mau-danh-muc-xa.csv')

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** BC-01 as the office of that name makes it of the one person it has. */
async function returnOf(name: string): Promise<Buffer> {
  const lower = await testOffice('2026-09-07T07:00:00+07:00')
  const own = { ...organisation, name }
  value(await lower.act({ act: 'createFile', file: lower.file, passphrase, organisation: own, operators: [clerk, ...others] }))
  value(await lower.act({ act: 'startWork', operatorId: clerk.operatorId }))
  const made = async (command: unknown): Promise<string> =>
    value(await lower.dispatch({ to: 'registry', command } as never)).registry?.made[0] ?? ''
  const unitId = await made({ type: 'addUnit', from: '2010-01-01', data: { name, level: 'commune', kind: 'partyCommittee' } })
  const post = { unitId, title: 'Chuyên viên', group: 'specialist' }
  const postId = await made({ type: 'addPost', from: '2010-01-01', data: post })
  const personId = await made({ type: 'addPerson', data: { name: 'Lê Văn Xã (dữ liệu mẫu)', birthDate: '1980-05-01', sex: 'male' } })
  await made({ type: 'addTenure', data: { personId, postId, from: '2015-01-01', form: 'appointed' } })
  const { book } = value(await lower.act({ act: 'exportRegistry', book: 'quality', day: '2026-09-07' }))
  return Buffer.from(book?.bytes ?? '', 'base64')
}

let app: App
beforeAll(async () => {
  app = await startApp('2026-09-07T07:30:00+07:00')
})
afterAll(() => app?.close())

describe('places and returns', () => {
  inChapters(() => app.page)
  test('the sample list is checked, says that it is one, and is loaded with its source', async () => {
    const { page } = app
    await makeFile(page, app.folder, { organisation, operators: [clerk, ...others] })
    await workAs(page, clerk)
    await goTo(page, 'Cán bộ')
    await page.getByRole('button', { name: 'Nhập, xuất, báo cáo', exact: true }).first().click()
    const lists = sheet(page, 'Danh mục xã, phường, đặc khu')
    await lists.waitFor()
    expect(await wordsOf(lists)).toContain('Chưa nạp danh mục.')
    await unfold(lists, 'Nạp danh mục')
    await lists.getByLabel('Chọn tệp danh mục').setInputFiles(sample)
    await lists.getByText('4 đơn vị đúng, thuộc 2 tỉnh; 0 chỗ sai.').waitFor()
    expect(await wordsOf(lists)).toContain('Dữ liệu mẫu, không phải danh mục thật.')
    await fill(lists, 'Danh mục dùng từ ngày', '1/7/2025')
    await fill(lists, 'Nguồn của danh mục', 'Tệp mẫu của phần mềm')
    await look(page, 'communes-load')
    await lists.getByRole('button', { name: 'Nạp danh mục này' }).click()
    await lists.getByText('Đã nạp 4 đơn vị.').waitFor()
    await lists.getByText('Mã từ 01/07/2025, từ 01/07/2025, phiên bản 1: 4 đơn vị').waitFor()
  }, 120_000)

  test('a return shows what it counts, and who must send one', async () => {
    const { page } = app
    const books = sheet(page, 'Xuất danh sách, báo cáo')
    await books.getByLabel('Xuất gì').selectOption({ label: 'BC-01: chất lượng đội ngũ, kèm danh sách' })
    await books.getByText('Mỗi đơn vị một dòng').waitFor()
    const taken = sheet(page, 'Biểu nhận từ đơn vị: BC-01: chất lượng đội ngũ, kèm danh sách')
    await taken.getByText('Chưa chọn đơn vị phải gửi biểu.').waitFor()
    await fill(books, 'Các độ tuổi bắt đầu từ', '40, 30')
    await books.getByText('Ghi các tuổi tăng dần').waitFor()
    await taken.waitFor({ state: 'detached' })
    await fill(books, 'Các độ tuổi bắt đầu từ', '35, 45')
    await taken.waitFor()
    await look(page, 'returns')
  }, 120_000)

  test('the return of a commune is taken in from its file, and the sum names its source', async () => {
    const { page } = app
    const bytes = await returnOf('Đảng ủy xã A')
    await goTo(page, 'Cán bộ')
    await addTopUnit(page, 'Đảng ủy xã A')
    await goTo(page, 'Cán bộ')
    await page.getByRole('button', { name: 'Nhập, xuất, báo cáo', exact: true }).first().click()
    const books = sheet(page, 'Xuất danh sách, báo cáo')
    await books.getByLabel('Xuất gì').selectOption({ label: 'BC-01: chất lượng đội ngũ, kèm danh sách' })
    const taken = sheet(page, 'Biểu nhận từ đơn vị: BC-01: chất lượng đội ngũ, kèm danh sách')
    await fill(taken, 'Đơn vị gửi biểu', 'xa a')
    await taken.getByLabel('Chọn trong danh sách').first().selectOption({ label: 'Đảng ủy xã A' })
    const choose = taken.getByLabel('Chọn tệp biểu')
    await choose.setInputFiles({ name: 'BC-01 hỏng.xlsx', mimeType: workbook, buffer: bytes.subarray(0, 2000) })
    await taken.getByRole('alert').waitFor()
    await choose.setInputFiles({ name: 'BC-01 xã A.xlsx', mimeType: workbook, buffer: bytes })
    await taken.getByText('Đã nhận “BC-01 xã A.xlsx”: số liệu khớp từng ô.').waitFor()
    await taken.getByText('Đảng ủy xã A, phiên bản 1: tổng số 1').waitFor()
    await look(page, 'returns-taken')
    await books.getByLabel('Cộng cả biểu đã nhận của các đơn vị bên dưới, ghi rõ nguồn').check()
    await books.getByRole('button', { name: 'Xuất .xlsx' }).click()
    const saved = async () => {
      const folder = downloadsIn(app.folder)
      const [name] = existsSync(folder) ? readdirSync(folder) : []
      const read = name === undefined ? undefined : await readWorkbook(readFileSync(join(folder, name)))
      return read?.ok ? read.value.sheets[0]?.rows.map((row) => row.slice(1, 3)) : undefined
    }
    await expect.poll(saved, { timeout: 20_000 }).toContainEqual(['Đảng ủy xã A (biểu nhận, phiên bản 1)', 1])
  }, 120_000)

  test('a place is found by parts of its name and keeps its code; free text stays free', async () => {
    const { page } = app
    await goTo(page, 'Cán bộ')
    await page.getByRole('button', { name: 'Lập hồ sơ cán bộ' }).first().click()
    const form = sheet(page, 'Bản thân')
    await fill(form, 'Họ tên', 'Nguyễn Thị Hà')
    await fill(form, 'Ngày sinh', '1985')
    await form.getByRole('button', { name: 'Ghi hồ sơ mới' }).click()
    await page.getByRole('heading', { level: 1, name: 'Nguyễn Thị Hà' }).waitFor()
    await page.getByRole('button', { name: 'Ghi thêm, sửa: Bản thân' }).click()
    const own = sheet(page, 'Bản thân')
    await fill(own, 'Nơi sinh', 'Bệnh viện huyện cũ')
    await fill(own, 'Quê quán', 'mau hai')
    await page.getByRole('option', { name: 'Xã Mẫu Hai (dữ liệu mẫu), Hải Phòng (mã 99902)' }).click()
    expect(await own.getByLabel('Quê quán', { exact: true }).inputValue()).toBe('Xã Mẫu Hai (dữ liệu mẫu), Hải Phòng (mã 99902)')
    await fill(own, 'Thay đổi từ ngày', '1/1/2000')
    await own.getByRole('button', { name: 'Ghi thay đổi' }).click()
    await own.getByText('Xã Mẫu Hai (dữ liệu mẫu), Hải Phòng').first().waitFor()
    await own.getByText('Bệnh viện huyện cũ').first().waitFor()
  }, 120_000)
})
