// The registry by hand in a real browser: a unit, a post, a person, what changes from a day, what was wrong, and taking back.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleRegistry } from '../../workflows/sample/registry.ts'
import { fill, sheet } from './support/acting.ts'
import { type App, startApp } from './support/app.ts'
import { inChapters } from './support/chapters.ts'
import { watchFocus } from './support/focus-watch.ts'
import { handsOn } from './support/hands.ts'
import { look } from './support/look.ts'
import { addTopUnit, goTo, makeFile } from './support/office-screens.ts'
import { smallAppointment } from './support/small-case.ts'

const small = smallAppointment('RB2026', { isSample: true, decidesHere: false })
let app: App
beforeAll(async () => {
  app = await startApp('2026-09-07T07:30:00+07:00')
  await watchFocus(app.page)
})
afterAll(() => app?.close())

describe('people, units and posts', () => {
  inChapters(() => app.page)

  test('a unit with a post, and a person who takes it up', async () => {
    const { page } = app
    await makeFile(page, app.folder, small)
    await handsOn(app, small).sitDown('to-chuc')
    await goTo(page, 'Cán bộ')
    await page.getByRole('heading', { level: 1, name: 'Cán bộ' }).waitFor()
    await look(page, 'registry-empty')
    await addTopUnit(page, 'Sở Nội vụ')
    await page.getByRole('button', { name: 'Thêm chức danh' }).click()
    const posts = sheet(page, 'Chức danh và người giữ')
    await fill(posts, 'Chức danh', 'Trưởng phòng Tổ chức')
    await fill(posts, 'Từ ngày', '1/1/2010')
    await posts.getByRole('button', { name: 'Ghi chức danh mới' }).click()
    await posts.getByText('khuyết').waitFor()
    await goTo(page, 'Cán bộ')
    await page.getByRole('button', { name: 'Lập hồ sơ cán bộ' }).first().click()
    const form = sheet(page, 'Bản thân')
    await fill(form, 'Họ tên', 'Nguyễn Thị Hà')
    await fill(form, 'Ngày sinh', '1985')
    await fill(form, 'Số định danh cá nhân', '001185000001')
    await look(page, 'registry-new-person')
    await form.getByRole('button', { name: 'Ghi hồ sơ mới' }).click()
    await page.getByRole('heading', { level: 1, name: 'Nguyễn Thị Hà' }).waitFor()
    const tenures = sheet(page, 'Chức vụ qua thời gian')
    await tenures.getByRole('button', { name: 'Ghi giữ chức vụ' }).click()
    await fill(tenures, 'Đơn vị', 'noi vu')
    await tenures.getByLabel('Chọn trong danh sách').selectOption({ label: 'Sở Nội vụ' })
    await tenures.getByLabel('Chức danh').selectOption({ label: 'Trưởng phòng Tổ chức' })
    await fill(tenures, 'Giữ chức từ ngày', '1/2/2020')
    await tenures.getByRole('button', { name: 'Ghi giữ chức vụ' }).click()
    await tenures.getByText('đang giữ').waitFor()
    await look(page, 'registry-person')
  }, 180_000)

  test('a change holds from its day, the day looked at decides what is shown, and an act can be taken back', async () => {
    const { page } = app
    await page.getByRole('button', { name: 'Ghi thêm, sửa: Công tác, ngạch lương' }).click()
    const work = sheet(page, 'Công tác, ngạch lương')
    await fill(work, 'Công việc chính', 'Tổ chức bộ máy')
    await fill(work, 'Thay đổi từ ngày', '1/7/2026')
    await look(page, 'registry-edit')
    await work.getByRole('button', { name: 'Ghi thay đổi' }).click()
    await work.getByText('Tổ chức bộ máy').waitFor()
    await fill(page.locator('.as-of'), 'Xem tại ngày', '30/6/2026')
    await page.getByText('Đang xem số liệu tại ngày 30/06/2026').waitFor()
    await work.getByText('Tổ chức bộ máy').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Về hôm nay' }).click()
    await work.getByText('Tổ chức bộ máy').waitFor()
    const history = sheet(page, 'Lịch sử')
    const newest = history.getByRole('listitem').first()
    await newest.getByText('Hủy việc ghi này').click()
    await fill(newest, 'Lý do hủy', 'Ghi nhầm người')
    await newest.getByRole('button', { name: 'Hủy việc ghi' }).click()
    await history.getByText('Lý do: Ghi nhầm người').waitFor()
    await work.getByText('Tổ chức bộ máy').waitFor({ state: 'detached' })
  }, 120_000)

  test('found without marks; the gauge leads to the list behind a figure', async () => {
    const { page } = app
    await goTo(page, 'Cán bộ')
    await fill(page.locator('header.home-head'), 'Tìm theo tên hoặc số định danh', 'ha nguyen')
    await page.getByRole('button', { name: 'Nguyễn Thị Hà' }).waitFor()
    await page.getByText('1 người').waitFor()
    await look(page, 'registry-people')
    await page.getByRole('button', { name: 'Chất lượng hồ sơ' }).click()
    await page.getByRole('heading', { level: 1, name: 'Chất lượng hồ sơ cán bộ' }).waitFor()
    await look(page, 'registry-quality')
    await page.getByRole('button', { name: '1/1' }).first().click()
    await page.getByText('Chỉ hiện hồ sơ: thiếu.').waitFor()
    await page.getByRole('button', { name: 'Nguyễn Thị Hà' }).waitFor()
    expect(app.faults).toEqual([])
  }, 120_000)

  test('a list of hundreds stays in its frame: the rows in sight are drawn, how many there are stands below, and the page does not scroll', async () => {
    const { page } = app
    const parts = [...sampleRegistry({ people: 300, version: 9_000, day: '2026-09-01' })].map(({ type: _, ...part }) => part)
    const done = await page.evaluate(async (given) => {
      const office: unknown = Reflect.get(window, 'office')
      const dispatch: unknown = typeof office === 'object' && office !== null ? Reflect.get(office, 'dispatch') : undefined
      if (typeof dispatch !== 'function') return ['no office']
      const replies: unknown[] = []
      for (const part of given) replies.push(await dispatch({ to: 'registry', command: { type: 'importEntries', ...part } }))
      return replies
    }, parts)
    expect(done).toEqual(parts.map(() => expect.objectContaining({ ok: true })))
    await goTo(page, 'Việc của tôi')
    await goTo(page, 'Cán bộ')
    await page.getByText('301 người').waitFor()
    const { drawn, overflow } = await page.evaluate(() => ({
      drawn: document.querySelectorAll('tr.case-row').length,
      overflow: document.documentElement.scrollHeight - innerHeight,
    }))
    expect([drawn > 5 && drawn < 60, overflow]).toEqual([true, 0])
    await look(page, 'registry-people-many')
    // What goes out is what is shown: a unit with all under it, though nobody holds a post in the province itself.
    await page.getByRole('button', { name: 'Tỉnh Mẫu (dữ liệu mẫu)', exact: true }).click()
    await page.getByText('300 người').waitFor()
    await page.getByRole('button', { name: 'Xuất .xlsx' }).click()
    await page.getByText('Đã xuất 300 dòng.').waitFor()
    expect(app.faults).toEqual([])
  }, 120_000)
})
