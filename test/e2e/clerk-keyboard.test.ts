// The clerk's whole case with the keyboard only, in a rehearsal: opened, its papers recorded, people proposed, meetings filled in, decided and
// archived; then back to the records, where nothing of it is.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sheet, wordsOf } from './support/acting.ts'
import { type App, startApp } from './support/app.ts'
import { inChapters } from './support/chapters.ts'
import { watchFocus } from './support/focus-watch.ts'
import { look } from './support/look.ts'
import { makeFile, workAs } from './support/office-screens.ts'
import { smallAppointment } from './support/small-case.ts'

const small = smallAppointment('RB2026', { isSample: false, decidesHere: false })
let app: App

beforeAll(async () => {
  app = await startApp('2026-09-07T07:30:00+07:00')
  await watchFocus(app.page)
})
afterAll(() => app?.close())

/** Walks by Tab until the box, button or choice of that name has the focus; throws where no way leads there. */
async function tabTo(page: Page, role: 'button' | 'textbox' | 'combobox' | 'checkbox' | 'radio', name: string | RegExp): Promise<void> {
  const there = page.getByRole(role, { name, ...(typeof name === 'string' && { exact: true }) })
  await there.first().waitFor()
  for (let steps = 0; steps < 250; steps += 1) {
    if (await there.evaluateAll((all) => all.some((one) => one === document.activeElement))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no way by Tab to ${role} ${String(name)}`)
}

async function typeIn(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, 'textbox', name)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

/** Ctrl Enter arms the seal, Enter records. */
async function seal(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: /^Nhấn lần nữa để ghi/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Nhấn lần nữa để ghi|^Đang ghi bền/ }).waitFor({ state: 'detached' })
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, 'button', name)
  await page.keyboard.press('Enter')
}

describe('a clerk with a keyboard', () => {
  inChapters(() => app.page)

  test('goes to the rehearsals from the page of a new case, and every screen says so', async () => {
    const { page } = app
    await makeFile(page, app.folder, small)
    const hr = small.operators.find(({ roles }) => roles.includes('hrOfficer'))
    if (hr === undefined) throw new Error('nobody keeps cases here')
    await workAs(page, hr)
    await page.keyboard.press('Control+m')
    await page.getByRole('heading', { level: 1, name: 'Mở hồ sơ' }).waitFor()
    await press(page, 'Mở bản diễn tập')
    await page.getByText('DIỄN TẬP: số liệu giả, không thành hồ sơ').waitFor()
    await page.getByText('Chưa có hồ sơ nào').waitFor()
    await look(page, 'rehearsal-home')
  })

  test('opens a case: the page says which rulebook, since when, and the sentence that will be recorded', async () => {
    const { page } = app
    await page.keyboard.press('Control+m')
    await typeIn(page, 'Chức danh', 'Phó Giám đốc Sở')
    await tabTo(page, 'combobox', 'Bậc của chức danh')
    await page.keyboard.press('6')
    await typeIn(page, 'Ngày chủ trương', '7/9/2026')
    await tabTo(page, 'combobox', 'Độ mật')
    await page.keyboard.press('ArrowDown')
    const law = sheet(page, 'Hồ sơ này sẽ đi thế nào')
    await law.getByRole('img', { name: /^Ngày 07\/09\/2026 thuộc thời kỳ từ 01\/08\/2026/ }).waitFor()
    expect(await wordsOf(law)).toContain('Mở hồ sơ bổ nhiệm từ nguồn nhân sự tại chỗ: Phó Giám đốc Sở, theo bộ quy tắc 2026, có trình bày')
    await look(page, 'rehearsal-open')
    await seal(page)
    await page.getByRole('heading', { level: 1, name: /Phó Giám đốc Sở/ }).waitFor()
  })

  test('records the request and the approval, and proposes a person, each with its seal', async () => {
    const { page } = app
    const today = '7/9/2026'
    await typeIn(page, 'Số, ký hiệu', '15/TTr-SNV')
    await typeIn(page, 'Ngày văn bản', today)
    await typeIn(page, 'Nguồn nhân sự', 'tại chỗ')
    await typeIn(page, 'Dự kiến phân công công tác', 'phụ trách tổ chức')
    await seal(page)
    await page.getByRole('region', { name: 'Diễn biến' }).getByText('số 15/TTr-SNV').waitFor()
    await press(page, /^Điền hộ việc này/)
    await page.getByRole('region', { name: 'Đường đi của hồ sơ' }).getByText('Đã có chủ trương').waitFor()
    await press(page, 'Đề xuất nhân sự')
    await typeIn(page, 'Họ và tên', 'Nguyễn Văn Tập')
    await typeIn(page, 'Chức vụ hiện nay', 'Trưởng phòng')
    await tabTo(page, 'combobox', 'Bậc chức vụ hiện nay')
    await page.keyboard.press('5')
    await seal(page)
    await sheet(page, 'Nhân sự')
      .getByRole('row', { name: /Nguyễn Văn Tập/ })
      .waitFor()
  })

  test('lets the meetings be filled in, and sees the road, the vote path and the sealed step as they come', async () => {
    const { page } = app
    const road = page.getByRole('region', { name: 'Đường đi của hồ sơ' })
    for (const stop of ['Lãnh đạo mở rộng', 'Cán bộ chủ chốt', 'Kiểm tra trước quyết định']) {
      for (let tries = 0; tries < 4; tries += 1) {
        if ((await road.locator('[aria-current=step]').filter({ hasText: stop }).count()) > 0) break
        await press(page, /^Điền hộ đến hết bước/)
        await page.getByText('Đang điền hộ…').waitFor({ state: 'detached' })
      }
      await road.locator('[aria-current=step]').filter({ hasText: stop }).waitFor()
    }
    const path = sheet(page, 'Đường phiếu qua các bước')
    await path.getByRole('img', { name: /Bước 3: niêm phong/ }).waitFor()
    await look(page, 'rehearsal-sealed')
    await press(page, /^Chạy hộ đến hết hồ sơ/)
    await page.getByText('Đã lưu trữ').first().waitFor()
  })

  test('its papers bear the mark, and the check refuses them', async () => {
    const { page } = app
    const papers = sheet(page, 'Giấy tờ')
    await papers.getByText('Diễn tập không xuất hồ sơ.').waitFor()
    expect(await papers.getByText('Xuất cả hồ sơ ra thư mục').count()).toBe(0)
  })

  test('leaves the rehearsals, and the records know nothing of them', async () => {
    const { page } = app
    await page.keyboard.press('Control+Home')
    await press(page, 'Rời diễn tập')
    await page.getByText('Chưa có hồ sơ nào').waitFor()
    expect(await page.getByText('DIỄN TẬP').count()).toBe(0)
    expect(app.faults).toEqual([])
  })
})
