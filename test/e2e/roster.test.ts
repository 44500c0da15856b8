// A roster by hand in a real browser: an ugly workbook is opened, its columns put right, tried, imported, and taken back.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OperatorId } from '../../workflows/core/ids.ts'
import type { Operator } from '../../workflows/office.ts'
import { organisation } from '../journeys/office.ts'
import { dateCell, workbook } from '../support/workbooks.ts'
import { seal, sheet, wordsOf } from './support/acting.ts'
import { type App, startApp } from './support/app.ts'
import { inChapters } from './support/chapters.ts'
import { look } from './support/look.ts'
import { goTo, makeFile, workAs } from './support/office-screens.ts'

const clerk: Operator = { operatorId: OperatorId.parse('to-chuc'), name: 'Nguyễn Thu Hằng', roles: ['hrOfficer'] }
const others: readonly Operator[] = [
  { operatorId: OperatorId.parse('thu-ky'), name: 'Vũ Văn Thư', roles: ['meetingSecretary', 'countingTeam'] },
  { operatorId: OperatorId.parse('kiem-phieu'), name: 'Phan Anh Tuấn', roles: ['countingTeam'] },
]
/** Titles, a head of two rows, an old encoding in one column, headings of units, a number without its zeros, a sum. */
const roster = () =>
  workbook({
    name: 'Cán bộ',
    rows: [
      ['SỞ NỘI VỤ TỈNH MẪU'],
      ['DANH SÁCH CÁN BỘ, CÔNG CHỨC'],
      [],
      ['STT', 'Họ và tên', 'Ngày sinh', null, 'Số CCCD', 'Quê quán', 'Chức vụ', 'Ngày bổ nhiệm', 'Trình độ chuyên môn'],
      [null, null, 'Nam', 'Nữ'],
      ['I', 'Văn phòng'],
      [
        1,
        'Nguyễn Văn An',
        dateCell('1975-08-15'),
        null,
        '036075001234',
        'HuyÖn Gia Léc, H¶i D­¬ng',
        'Chánh Văn phòng',
        '01/02/2022',
        'Thạc sĩ Luật',
      ],
      [2, 'Trần Thị Bình', null, '20/3/1980', 1180001235, 'Thµnh phè H¶i Phßng', 'Chuyên viên', '05/05/2019', 'ĐH Kinh tế'],
      ['II', 'Phòng Tổ chức'],
      [1, 'LÊ VĂN CHUNG', '30/11/82', null, '001082001299', 'TØnh H­ng Yªn', 'Trưởng phòng', '01/01/2021', 'Bằng đẹp'],
      [null, 'Tổng cộng: 3 người'],
    ],
    merges: ['A4:A5', 'B4:B5', 'C4:D4', 'E4:E5', 'F4:F5', 'G4:G5', 'H4:H5', 'I4:I5'],
    hiddenRows: [10],
  })
const file = () => ({ name: 'danh-sach-2026.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(roster()) })

let app: App
beforeAll(async () => {
  app = await startApp('2026-09-07T07:30:00+07:00')
})
afterAll(() => app?.close())

describe('a roster', () => {
  inChapters(() => app.page)
  const columns = () => sheet(app.page, 'Cột trong tệp là gì')
  const account = () => sheet(app.page, 'Từng dòng sẽ thành gì')
  const attempt = async () => {
    await columns().getByRole('button', { name: 'Thử, chưa ghi gì' }).click()
    await account().waitFor()
  }
  const rowsShown = async () => (await account().getByRole('row').allTextContents()).slice(1)

  test('is opened: the table is found, an old encoding is pointed out', async () => {
    const { page } = app
    await makeFile(page, app.folder, { organisation, operators: [clerk, ...others] })
    await workAs(page, clerk)
    await goTo(page, 'Cán bộ')
    await page.getByRole('button', { name: 'Nhập, xuất, báo cáo', exact: true }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Nhập, xuất, báo cáo' }).waitFor()
    await page.getByLabel('Chọn bảng tính').setInputFiles(file())
    await columns().waitFor()
    expect(await wordsOf(columns())).toContain('Dòng tiêu đề: 4–5. Dữ liệu từ dòng 6.')
    expect(await columns().getByLabel('Cột D là').inputValue()).toBe('birthIfFemale')
    const trying = columns().getByRole('button', { name: 'Xem chữ trước và sau' })
    const cutOff = await trying
      .locator('span')
      .last()
      .evaluate((words) => words.scrollWidth - words.clientWidth)
    expect(cutOff).toBeLessThan(2)
    await trying.click()
    await columns().getByText('Huyện Gia Lộc, Hải Dương').waitFor()
    await look(page, 'import-columns')
  })

  test('is tried: every row says what becomes of it, and what is still open keeps the import shut', async () => {
    await attempt()
    expect(await wordsOf(account().getByRole('alert'))).toContain('Cột F: chuyển bảng mã hay để nguyên.')
    expect(await account().getByRole('button', { name: 'Nhập vào sổ' }).count()).toBe(0)
    expect(await rowsShown()).toHaveLength(2)
    expect((await rowsShown())[0]).toContain('thiếu chữ số, có thể mất số 0 ở đầu (001180001235)')
    expect((await rowsShown())[1]).toContain('năm chỉ có hai chữ số')
    await look(app.page, 'import-account-refused')
  })

  test('is settled and imported: units are made of the headings, what cannot be read stays out', async () => {
    const { page } = app
    await columns().getByRole('button', { name: 'Chuyển sang Unicode' }).click()
    await columns().getByLabel('Thêm số 0 ở đầu cho số định danh thiếu chữ số').check()
    await columns()
      .getByLabel(/^Dòng nhóm/)
      .check()
    await columns().getByLabel('Tạo đơn vị và chức danh mà sổ chưa có').check()
    await attempt()
    await account().getByRole('button', { name: 'tất cả' }).click()
    await expect.poll(async () => (await rowsShown()).length).toBe(6)
    expect(await wordsOf(account())).toContain('Đơn vị được tạo: Văn phòng.')
    await look(page, 'import-account')
    expect(await seal(account(), 'Nhập vào sổ')).toContain('Nhập từ danh-sach-2026.xlsx: thêm 2 người, thay đổi 0 người, từ chối 1 dòng.')
    await page.getByText('Đã ghi bền vào sổ:').waitFor()
    await sheet(page, 'Những lần nhập').getByText('danh-sach-2026.xlsx, trang Cán bộ').waitFor()
    // Where each record came from: a row that said two things of a person is named once.
    await goTo(page, 'Cán bộ')
    await page.getByRole('button', { name: 'Nguyễn Văn An' }).click()
    await sheet(page, 'Lịch sử').getByText('Nhập từ danh-sach-2026.xlsx, dòng 7', { exact: true }).waitFor()
    await goTo(page, 'Cán bộ')
    await page.getByRole('button', { name: 'Nhập, xuất, báo cáo', exact: true }).first().click()
  })

  test('the same file again says nothing new; the import is taken back with its reason', async () => {
    const { page } = app
    await page.getByLabel('Chọn bảng tính').setInputFiles(file())
    await columns().waitFor()
    await columns().getByLabel('Thêm số 0 ở đầu cho số định danh thiếu chữ số').check()
    await columns()
      .getByLabel(/^Dòng nhóm/)
      .check()
    await columns().getByRole('button', { name: 'Xem chữ trước và sau' }).click()
    await columns().getByRole('button', { name: 'Chuyển sang Unicode' }).click()
    await attempt()
    await account().getByRole('button', { name: 'giữ nguyên: 2' }).waitFor()
    const past = sheet(page, 'Những lần nhập')
    await past.getByText('Lấy lại', { exact: true }).click()
    await past.getByRole('button', { name: 'Lấy lại cả lần nhập này' }).click()
    await past.getByText('Chưa điền ô này.').waitFor()
    await past.getByLabel('Vì sao lấy lại').fill('Nhập nhầm danh sách')
    await past.getByRole('button', { name: 'Lấy lại cả lần nhập này' }).click()
    await past.getByText('Đã lấy lại danh-sach-2026.xlsx; sổ như trước khi nhập.').waitFor()
    await look(page, 'import-past')
    const out = sheet(page, 'Xuất danh sách, báo cáo')
    await out.getByRole('button', { name: 'Xuất .xlsx' }).click()
    await out.getByText('Không có ai trong danh sách này vào ngày đã chọn', { exact: false }).waitFor()
    expect(app.faults).toEqual([])
  })

  test('without numbers a name that is there already is asked about: decided, imported, and the whole import taken back', async () => {
    const { page } = app
    const list = (rows: readonly (readonly (string | null)[])[]) =>
      Buffer.from(
        workbook({ name: 'Xã', rows: [['DANH SÁCH'], ['Họ và tên', 'Ngày sinh', 'Dân tộc', 'Ghi chú', 'Nhận xét của bộ phận'], ...rows] }),
      )
    const open = async (name: string, buffer: Buffer) => {
      await page.getByLabel(/^Chọn (?:bảng tính|tệp khác)$/).setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
      await columns().waitFor()
      await attempt()
    }
    await open(
      'dot-1.xlsx',
      list([
        ['Lê Thị Hoa', '12/03/1985', 'Kinh', null, 'tốt'],
        ['Đỗ Văn Mạnh', '01/09/1979', 'Tày', 'Theo dõi', null],
      ]),
    )
    await account().getByText('1 cột trong tệp không được nhập').click()
    await account().getByText('Cột E “Nhận xét của bộ phận”', { exact: false }).waitFor()
    await seal(account(), 'Nhập vào sổ')
    await page.getByText('Đã ghi bền vào sổ:').waitFor()

    await open(
      'dot-2.xlsx',
      list([
        ['Lê Thị Hoa', '12/03/1985', 'Mường', null, null],
        ['Đỗ Văn Mạnh', '01/09/1979', 'Tày', 'Đi học', null],
      ]),
    )
    await account().getByText('2 dòng chưa rõ là ai', { exact: false }).waitFor()
    await account().getByLabel('Dòng 3 là ai').selectOption({ label: 'người khác, thêm mới' })
    await account().getByLabel('Dòng 4 là ai').selectOption({ index: 1 })
    await look(page, 'import-who')
    await account().getByRole('button', { name: 'Thử lại với lựa chọn này' }).click()
    await account().getByText('Ghi chú: Theo dõi → Đi học').waitFor()
    await look(page, 'import-decided')
    expect(await seal(account(), 'Nhập vào sổ')).toContain('thêm 1 người, thay đổi 1 người, từ chối 0 dòng')
    const past = sheet(page, 'Những lần nhập')
    const line = past.getByRole('listitem').filter({ hasText: 'dot-2.xlsx' })
    await line.getByText('Lấy lại', { exact: true }).click()
    await line.getByLabel('Vì sao lấy lại').fill('Chọn nhầm người')
    await line.getByRole('button', { name: 'Lấy lại cả lần nhập này' }).click()
    await past.getByText('Đã lấy lại dot-2.xlsx; sổ như trước khi nhập.').waitFor()
    expect(app.faults).toEqual([])
  })

  test('where the table stands is pointed out over the first rows of the sheet', async () => {
    const { page } = app
    const rows = [
      ['Chú giải', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Chức vụ'],
      [],
      ['A', 'Cột một', 'Cột hai', 'Cột ba'],
      ['Số', 'Người', 'Sinh', 'Thẻ'],
      ['1', 'Nguyễn Văn Tám', '15/08/1975', '036075001299'],
      ['2', 'Trần Thị Chín', '20/03/1980', '001180001299'],
    ]
    const buffer = Buffer.from(workbook({ name: 'La', rows }))
    await page.getByLabel(/^Chọn (?:bảng tính|tệp khác)$/).setInputFiles({ name: 'la.xlsx', mimeType: 'application/octet-stream', buffer })
    await columns().getByText('Bảng nằm ở chỗ khác?', { exact: false }).click()
    await columns().getByLabel('Tiêu đề bắt đầu từ').selectOption('3')
    await columns().getByLabel('Tiêu đề gồm').selectOption('2')
    await look(page, 'import-place')
    await columns().getByRole('button', { name: 'Nhận lại các cột' }).click()
    await columns().getByText('Vị trí do người nhập chỉ.', { exact: false }).waitFor()
    expect(await columns().getByLabel('Cột B là').inputValue()).toBe('fullName')
    expect(app.faults).toEqual([])
  })

  test('whose roster it is is found by its name: a unit of the sheet is made under it, and found there the next time', async () => {
    const { page } = app
    const list = (rows: readonly (readonly string[])[]) =>
      Buffer.from(workbook({ name: 'Sở', rows: [['Họ và tên', 'Số CCCD', 'Đơn vị', 'Chức vụ', 'Ngày bổ nhiệm'], ...rows] }))
    const open = async (name: string, buffer: Buffer) => {
      await page.getByLabel(/^Chọn (?:bảng tính|tệp khác)$/).setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
      await columns().getByLabel('Danh sách của đơn vị').waitFor()
    }
    const takeIn = async () => {
      await seal(account(), 'Nhập vào sổ')
      await page.getByText('Đã ghi bền vào sổ:').waitFor()
    }
    await open(
      'lanh-dao.xlsx',
      list([
        ['Nguyễn Văn Mười', '036075001201', 'Sở Nội vụ', 'Giám đốc', '01/02/2022'],
        ['Trần Thị Bảy', '001180001202', 'Sở Y tế', 'Giám đốc', '01/02/2022'],
      ]),
    )
    await columns().getByLabel('Tạo đơn vị và chức danh mà sổ chưa có').check()
    await attempt()
    await takeIn()
    for (const [body, name, number] of [
      ['Sở Nội vụ', 'Lê Văn Sáu', '001082001203'],
      ['Sở Y tế', 'Đỗ Thị Năm', '001191001204'],
    ] as const) {
      await open('van-phong.xlsx', list([[name, number, 'Văn phòng', 'Chánh Văn phòng', '01/03/2022']]))
      await columns().getByLabel('Danh sách của đơn vị').fill(body)
      await columns().getByLabel('Chọn trong danh sách').selectOption({ label: body })
      await columns().getByText(`Đã chọn: ${body}.`).waitFor()
      if (body === 'Sở Y tế') {
        await attempt()
        await account().getByText('Sở Y tế không có đơn vị này, chỉ cơ quan khác có đơn vị cùng tên', { exact: false }).waitFor()
      }
      await columns().getByLabel('Tạo đơn vị và chức danh chưa có, ngay dưới đơn vị đã chọn').check()
      await look(page, 'import-body')
      await attempt()
      await account().getByText('Đơn vị được tạo: Văn phòng.').waitFor()
      await account().getByText(`Tên đơn vị trong tệp được tìm trong ${body} và các đơn vị trực thuộc.`).waitFor()
      await look(page, 'import-body-account')
      await takeIn()
    }
    // By now two units bear the name.
    await open('them.xlsx', list([['Vũ Văn Tư', '001090001205', 'Văn phòng', 'Chuyên viên', '01/04/2022']]))
    await attempt()
    await account().getByText('sổ có nhiều đơn vị cùng tên này', { exact: false }).waitFor()
    expect(app.faults).toEqual([])
  })

  test('two rows of one file that may be one person: the second waits and names the first', async () => {
    const { page } = app
    const rows = [
      ['Họ và tên', 'Ngày sinh', 'Dân tộc'],
      ['Phan Thị Cúc', '1984', 'Kinh'],
      ['Phan Thị Cúc', '12/4/1984', 'Kinh'],
    ]
    const buffer = Buffer.from(workbook({ name: 'Hai', rows }))
    await page.getByLabel(/^Chọn (?:bảng tính|tệp khác)$/).setInputFiles({ name: 'hai.xlsx', mimeType: 'application/octet-stream', buffer })
    await columns().waitFor()
    await attempt()
    await account().getByText('có thể cùng một người với dòng 2 (Phan Thị Cúc, sinh 1984)', { exact: false }).waitFor()
    await look(page, 'import-maybe')
    await account().getByLabel('Dòng 3 là ai').selectOption('same')
    await account().getByRole('button', { name: 'Thử lại với lựa chọn này' }).click()
    await account().getByRole('button', { name: 'tất cả' }).click()
    await account().getByText('Ngày sinh: 1984 → 12/04/1984', { exact: false }).waitFor()
    await look(page, 'import-maybe-same')
    expect(app.faults).toEqual([])
  })
})
