// Planning, the conditions on a nominee and the dossier, by hand in a real browser: what a clerk sees before a name may stand on a ballot.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fill, sheet, unfold, wordsOf } from './support/acting.ts'
import { type App, startApp } from './support/app.ts'
import { inChapters } from './support/chapters.ts'
import { type Hands, handsOn } from './support/hands.ts'
import { look } from './support/look.ts'
import { goTo, makeFile } from './support/office-screens.ts'
import { smallAppointment } from './support/small-case.ts'

const small = smallAppointment('RB2026', { isSample: true, decidesHere: false })
let app: App
let hands: Hands

beforeAll(async () => {
  app = await startApp('2026-09-07T07:30:00+07:00')
  hands = handsOn(app, small)
})
afterAll(() => app?.close())

describe('planning and eligibility', () => {
  inChapters(() => app.page)

  test('a list is opened, a person proposed and approved; who is too old is refused in words', async () => {
    const { page } = app
    await makeFile(page, app.folder, small)
    await hands.sitDown('to-chuc')
    await goTo(page, 'Quy hoạch')
    const lists = sheet(page, 'Danh sách quy hoạch')
    await fill(lists, 'Chức danh quy hoạch', 'Phó Giám đốc Sở')
    await fill(lists, 'Tên nhiệm kỳ', '2026-2031')
    await fill(lists, 'Từ ngày', '1/10/2026')
    await fill(lists, 'Đến ngày', '30/9/2031')
    await fill(lists, 'Cấp phê duyệt', 'Ban Thường vụ Tỉnh ủy Mẫu')
    await lists.getByRole('button', { name: 'Lập danh sách' }).click()
    await lists.getByRole('button', { name: 'Phó Giám đốc Sở' }).click()
    const form = sheet(page, 'Đề xuất vào quy hoạch')
    await form.getByText('Chưa có trong sổ cán bộ: ghi tay').click()
    // A button does not stick to the box above it.
    const [box, button] = await Promise.all([
      form.getByLabel('Bậc chức vụ hiện nay (để trống nếu chưa giữ chức vụ)').boundingBox(),
      form.getByRole('button', { name: 'Đề xuất vào quy hoạch' }).boundingBox(),
    ])
    expect((button?.y ?? 0) - (box?.y ?? 0) - (box?.height ?? 0)).toBeGreaterThan(4)
    const propose = async (name: string, born: string) => {
      await fill(form, 'Họ và tên', name)
      await fill(form, 'Ngày sinh (năm, hoặc ngày/tháng/năm)', born)
      await form.getByRole('radio', { name: 'Nam', exact: true }).check()
      await fill(form, 'Chức vụ hiện nay', 'Trưởng phòng')
      await fill(form, 'Bậc chức vụ hiện nay (để trống nếu chưa giữ chức vụ)', '5')
      await form.getByRole('button', { name: 'Đề xuất vào quy hoạch' }).click()
    }
    await propose('Lê Văn Cao', '12/5/1967')
    expect(await wordsOf(form.getByRole('alert'))).toContain('cần 60')
    await propose('Trần Văn Ánh', '3/2/1984')
    const people = sheet(page, 'Người')
    await people.getByText('Trần Văn Ánh').waitFor()
    await fill(people, 'Số, ký hiệu', '12-QĐ/TU')
    await fill(people, 'Ngày văn bản', '7/9/2026')
    await people.getByRole('button', { name: 'Phê duyệt 1 người đang đề xuất' }).click()
    await people.getByText('Đã phê duyệt').waitFor()
    await look(page, 'planning-list')
    await goTo(page, 'Quy hoạch')
    await sheet(page, 'Lịch năm 2026').waitFor()
    await look(page, 'planning')
  }, 180_000)

  test('what is known of a nominee becomes a sheet; a special case opens by a document', async () => {
    const { page } = app
    await goTo(page, 'Việc của tôi')
    await hands.upTo('submitActionProgram')
    await sheet(page, 'Nhân sự').getByRole('button', { name: 'Điều kiện và hồ sơ' }).first().click()
    const form = sheet(page, 'Thông tin xét điều kiện')
    await fill(form, 'Ngày sinh (năm, hoặc ngày/tháng/năm)', '1974')
    await form.getByRole('radio', { name: 'Nam', exact: true }).check()
    await fill(form, 'Ngày khám sức khỏe', '1/3/2026')
    await form.getByText('Quy hoạch, chức vụ, kỷ luật', { exact: false }).click()
    const planning = form.getByRole('group', { name: 'Quy hoạch', exact: true })
    await fill(planning, 'Ngày tra cứu (để trống: chưa tra cứu)', '1/9/2026')
    const discipline = form.getByRole('group', { name: 'Kỷ luật', exact: true })
    await discipline.getByRole('button', { name: 'Thêm dòng' }).click()
    await fill(discipline, 'Hiệu lực từ', '10/3/2020')
    await form.getByRole('button', { name: 'Ghi và xét' }).click()
    const verdicts = sheet(page, 'Phiếu điều kiện')
    await verdicts.getByText('Giấy khám sức khỏe hết giá trị', { exact: false }).waitFor()
    await verdicts.getByText('Ngày sinh chưa đủ').waitFor()
    const special = verdicts.getByRole('row').filter({ hasText: 'Trường hợp đặc biệt ngoài quy hoạch' })
    await special.getByText('Ghi quyết định của cấp có thẩm quyền cho G-05').first().click()
    await fill(special, 'Số, ký hiệu', '45-CV/BTCTU')
    await fill(special, 'Ngày văn bản', '7/9/2026')
    await special.getByRole('button', { name: 'Ghi quyết định của cấp có thẩm quyền cho G-05' }).click()
    await special.getByText('Văn bản 45-CV/BTCTU', { exact: false }).waitFor()
    await look(page, 'eligibility')
  }, 180_000)

  test('a scan is filed in the dossier, which names what is still missing', async () => {
    const { page } = app
    const dossier = sheet(page, 'Thành phần hồ sơ')
    await unfold(dossier, 'Nhận giấy tờ')
    await dossier.getByLabel('Giấy tờ', { exact: true }).selectOption({ label: 'Giấy chứng nhận sức khỏe' })
    await fill(dossier, 'Ngày của giấy tờ', '1/9/2026')
    const scan = join(app.folder, 'suc-khoe.pdf')
    writeFileSync(scan, Buffer.from('%PDF-1.7 giấy khám sức khỏe (dữ liệu mẫu)'))
    await fill(dossier, 'Hoặc đường dẫn tệp lớn trên máy này', scan)
    await dossier.getByRole('button', { name: 'Nhận giấy tờ' }).click()
    await dossier.getByText('Còn giá trị đến 01/03/2027').waitFor()
    await dossier.getByText('01/09/2026 · suc-khoe.pdf').click()
    await dossier.getByRole('button', { name: 'Xác nhận' }).click()
    const passed = sheet(page, 'Phiếu điều kiện').getByRole('button', { name: /^Đạt \(\d+\)$/ })
    await passed.focus()
    await page.keyboard.press('Enter')
    await sheet(page, 'Phiếu điều kiện').getByText('Giấy khám sức khỏe còn giá trị đến 01/03/2027', { exact: false }).waitFor()
    expect(await dossier.getByText('Thiếu', { exact: true }).count()).toBeGreaterThan(3)
    await look(page, 'dossier')
  }, 120_000)
})
