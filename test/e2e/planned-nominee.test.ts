// From the registry to the sheet: a nominee outside planning is stopped by G-02, is planned and reviewed, and is stopped no more.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { officeOfWindow } from '../../renderer/office.ts'
import type { Order } from '../../workflows/office.ts'
import { fill, fillPaper, sheet } from './support/acting.ts'
import { type App, startApp } from './support/app.ts'
import { inChapters } from './support/chapters.ts'
import { type Hands, handsOn } from './support/hands.ts'
import { look } from './support/look.ts'
import { goToOffice, makeFile } from './support/office-screens.ts'
import { smallAppointment } from './support/small-case.ts'

const small = smallAppointment('RB2026', { isSample: true, decidesHere: false })
const { post } = small.opening.opening
const proposed = small.acts.flatMap(({ command }) => (command.type === 'proposeNominee' ? [command.nominee] : []))[0]
let app: App
let hands: Hands
let registered = ''
let conditions = ''

beforeAll(async () => {
  app = await startApp('2026-09-07T07:30:00+07:00')
  hands = handsOn(app, small)
})
afterAll(() => app?.close())

/** What is in the registry before the day begins comes through the doorway of the page itself. */
async function order(page: Page, given: Order): Promise<string> {
  const reply = await page.evaluate((one) => (Reflect.get(window, 'office') as ReturnType<typeof officeOfWindow>).dispatch(one), given)
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return reply.value.registry?.made[0] ?? ''
}
const registry = (page: Page, command: unknown) => order(page, { to: 'registry', command } as Order)
const open = (page: Page, hash: string) =>
  page.evaluate((next) => {
    window.location.hash = next
  }, hash)

/** Takes in what registry and planning know, has it judged, and waits for what G-02 says then. */
async function judged(page: Page, planning: string, isPassed = false): Promise<void> {
  const form = sheet(page, 'Thông tin xét điều kiện')
  await form.getByRole('button', { name: 'Lấy từ sổ cán bộ và quy hoạch' }).click()
  await expect.poll(() => form.getByLabel('Ngày sinh (năm, hoặc ngày/tháng/năm)', { exact: true }).inputValue()).not.toBe('')
  await form.getByRole('button', { name: 'Ghi và xét' }).click()
  // What is passed is folded.
  if (isPassed)
    await sheet(page, 'Phiếu điều kiện')
      .getByRole('button', { name: /^Đạt \(\d+\)/ })
      .click()
  await guard(page, 'G-02').getByText(planning, { exact: false }).waitFor()
}
const guard = (page: Page, id: string) => sheet(page, 'Phiếu điều kiện').getByRole('row').filter({ hasText: id })

describe('a nominee is planned', () => {
  inChapters(() => app.page)

  test('the nominee stands in the registry and in no planning: G-02 stops the ballot', async () => {
    const { page } = app
    if (!proposed) throw new Error('the sample proposes somebody')
    await makeFile(page, app.folder, small)
    await hands.sitDown('to-chuc')
    const unitId = await registry(page, {
      type: 'addUnit',
      from: '2010-01-01',
      data: { name: post.unit, level: 'department', kind: 'government' },
    })
    const postOf = (title: string, group: string, rank: number, more: object = {}) =>
      registry(page, { type: 'addPost', from: '2010-01-01', data: { unitId, title, group, rank, ...more } })
    const deputy = await postOf(post.title, 'deputyHead', 2, { isKey: true })
    const division = await postOf(proposed.currentPost, 'divisionHead', 3, { isKey: true })
    const spouse = await registry(page, { type: 'addPerson', data: { name: 'Lê Thị Bích', sex: 'female' } })
    await registry(page, { type: 'addTenure', data: { personId: spouse, postId: deputy, from: '2021-01-01', form: 'appointed' } })
    const { name, birthDate, citizenId } = proposed
    registered = await registry(page, {
      type: 'addPerson',
      data: { name, birthDate, citizenId, sex: 'male', family: [{ relation: 'spouse', name: 'Lê Thị Bích', personId: spouse }] },
    })
    await registry(page, { type: 'addTenure', data: { personId: registered, postId: division, from: '2020-01-01', form: 'appointed' } })
    await order(page, {
      to: 'planning',
      seen: 0,
      command: {
        type: 'openPlanningList',
        listId: 'pgd',
        post: { title: post.title, unit: post.unit, level: 'province', rank: post.rank, kind: 'post', seats: 1 },
        term: { name: '2026-2031', from: '2026-10-01', until: '2031-09-30' },
        approver: 'Ban Thường vụ',
      },
    })
    await hands.upTo('submitActionProgram')
    await sheet(page, 'Nhân sự').getByRole('button', { name: 'Điều kiện và hồ sơ' }).first().click()
    await sheet(page, 'Thông tin xét điều kiện').waitFor()
    conditions = new URL(page.url()).hash
    await judged(page, `Không trong quy hoạch ${post.title}`)
    await guard(page, 'G-05').getByText('Ngoài quy hoạch, phải có', { exact: false }).waitFor()
  }, 240_000)

  test('chosen from the registry, approved, kept by the review of the year: G-02 is passed', async () => {
    const { page } = app
    if (!proposed) throw new Error('the sample proposes somebody')
    await open(page, '#/planning/pgd')
    const form = sheet(page, 'Đề xuất vào quy hoạch')
    await fill(form, 'Tìm người trong sổ cán bộ', 'bich')
    await form.getByText('đang giữ chức vụ', { exact: false }).waitFor()
    await look(page, 'planning-pick')
    await fill(form, 'Tìm người trong sổ cán bộ', proposed.citizenId ?? '')
    await form.getByRole('button', { name: `Chọn ${proposed.name}` }).click()
    await form.getByRole('button', { name: 'Đề xuất vào quy hoạch' }).click()
    const people = sheet(page, 'Người')
    await people.getByText(proposed.name).waitFor()
    await fill(people, 'Số, ký hiệu', '12-QĐ/TU')
    await fill(people, 'Ngày văn bản', '8/9/2026')
    await people.getByRole('button', { name: 'Phê duyệt 1 người đang đề xuất' }).click()
    await people.getByText('Đã phê duyệt').waitFor()
    const review = sheet(page, 'Rà soát hằng năm')
    await fillPaper(review, 'Văn bản rà soát (bắt buộc khi bổ sung người)', { number: '30-KL/TU', date: '2026-09-08' })
    await review.getByRole('button', { name: 'Ghi rà soát năm 2026' }).focus()
    await page.keyboard.press('Enter')
    await review.getByRole('table', { name: 'Các đợt rà soát' }).getByText('30-KL/TU').waitFor()
    await open(page, conditions)
    await judged(page, `Trong quy hoạch ${post.title}, 12-QĐ/TU`, true)
    await guard(page, 'G-02').getByText('Đạt', { exact: true }).waitFor()
    expect(await guard(page, 'G-05').count()).toBe(0)
  }, 240_000)

  test('the screens of the registry and the office that stand around it', async () => {
    const { page } = app
    await open(page, '#/family')
    await sheet(page, 'Chức vụ không được cùng giữ').getByText('cùng giữ chức vụ chủ chốt trong một đơn vị').waitFor()
    await look(page, 'registry-family')
    await open(page, `#/person/${registered}`)
    await sheet(page, 'Chức vụ qua thời gian').getByRole('button', { name: post.unit }).click()
    await sheet(page, 'Chức danh và người giữ').getByRole('button', { name: post.title }).click()
    await sheet(page, 'Thay đổi hoặc đính chính chức danh').waitFor()
    await look(page, 'registry-post')
    await goToOffice(page, 'meetings')
    await page.getByRole('button', { name: 'Lập mẫu thành phần' }).click()
    await sheet(page, 'Mẫu thành phần của cơ quan').getByLabel('Tên mẫu').waitFor()
    await look(page, 'office-compositions')
    expect(app.faults).toEqual([])
  }, 240_000)
})
