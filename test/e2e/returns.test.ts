// Lists of communes and returns by hand in a real browser: a sample list is loaded and found where a place is typed; a return says who owes one.
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OperatorId } from '../../workflows/core/ids.ts'
import type { Operator } from '../../workflows/office.ts'
import { organisation } from '../journeys/office.ts'
import { fill, sheet, unfold, wordsOf } from './support/acting.ts'
import { type App, startApp } from './support/app.ts'
import { inChapters } from './support/chapters.ts'
import { look } from './support/look.ts'
import { goTo, makeFile, workAs } from './support/office-screens.ts'

const clerk: Operator = { operatorId: OperatorId.parse('to-chuc'), name: 'Nguyễn Thu Hằng', roles: ['hrOfficer'] }
const others: readonly Operator[] = [
  { operatorId: OperatorId.parse('thu-ky'), name: 'Vũ Văn Thư', roles: ['meetingSecretary', 'countingTeam'] },
  { operatorId: OperatorId.parse('kiem-phieu'), name: 'Phan Anh Tuấn', roles: ['countingTeam'] },
]
const sample = join(import.meta.dirname, '..', '..', 'docs', 'mau-danh-muc-xa.csv')

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
    await page.getByRole('button', { name: 'Nhập danh sách', exact: true }).click()
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
    await lists.getByText('Mã từ 1/7/2025, từ 01/07/2025, phiên bản 1: 4 đơn vị').waitFor()
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

  test('a place is found by parts of its name and keeps its code; free text stays free', async () => {
    const { page } = app
    await goTo(page, 'Cán bộ')
    await page.getByRole('button', { name: 'Lập hồ sơ cán bộ' }).click()
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
