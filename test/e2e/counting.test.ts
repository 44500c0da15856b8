// Counting by keyboard in a real browser: a whole bundle, the plug pulled in the middle of one, two accounts that differ, and the deck before the sitting.
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type App, startApp } from './support/app.ts'
import { type CountingCase, countingCase } from './support/counting-case.ts'
import { pressSlips, sitAtTable, toTable, totalsOf } from './support/counting-desk.ts'
import { counters } from './support/counting-people.ts'
import { look } from './support/look.ts'
import { workAs } from './support/office-screens.ts'

async function atTable(made: CountingCase, who: keyof typeof counters = 'kp1'): Promise<App> {
  const app = await startApp(made.at)
  await sitAtTable(app.page, made, who)
  return app
}
const begin = async (page: Page, no: number) => {
  await page.getByRole('button', { name: new RegExp(`^Bắt đầu đếm tập ${no}`) }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText(`Tập ${no}, mời phiếu tiếp theo`).waitFor()
}
const tabTo = async (page: Page, name: string | RegExp) => {
  const wanted = page.getByRole('button', { name })
  await wanted.waitFor()
  for (let pressed = 0; pressed < 60; pressed++) {
    if (await wanted.evaluate((button) => button === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab reaches ${name}`)
}
const pressButton = async (page: Page, name: string | RegExp) => {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

test('two people count one bundle by keyboard alone; it differs, is named, is counted anew, and the sum waits for the other account', async () => {
  const made = await countingCase(2, 12)
  const app = await atTable(made)
  const { page } = app
  try {
    await pressButton(page, 'Chia phiếu thành tập')
    await look(page, 'count-begin')
    await begin(page, 1)
    // A letter, a held key and a key with Ctrl count nothing.
    await page.keyboard.press('a')
    await page.keyboard.press('Control+Digit1')
    await pressSlips(page, ['1', '1', '2', '1', '2', 'x4', '1'])
    await page.keyboard.press('Minus')
    await page.getByRole('status', { name: 'đã nhập 6 trong 12 phiếu' }).waitFor()
    await page.keyboard.press('Backspace')
    await page.getByText(/Chỉ lấy lại được phiếu vừa nhập/).waitFor()
    await pressSlips(page, ['1', '1', '2'], 6)
    await look(page, 'count-slips')
    await page.keyboard.press('Digit0')
    await page.getByRole('region', { name: 'Vì sao không hợp lệ?' }).waitFor()
    await look(page, 'count-reason')
    await page.keyboard.press('Digit0')
    await page.keyboard.press('Enter')
    await page.getByText('Chưa chốt được tập: còn 3 phiếu.').waitFor()
    await pressSlips(page, ['1', '2', '2'], 9)
    expect(await totalsOf(page)).toEqual({ 'Bùi Quang Đạt': 6, 'Hồ Thị Kim Đạt': 5, 'Phiếu không hợp lệ': 1 })
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Phần đếm của bạn đã xong' }).waitFor()
    await look(page, 'count-handover')

    // The other one: nothing on the screen says what the first found.
    await pressButton(page, counters.kp2.name)
    await begin(page, 1)
    expect(await totalsOf(page)).toEqual({ 'Bùi Quang Đạt': 0, 'Hồ Thị Kim Đạt': 0, 'Phiếu không hợp lệ': 0 })
    await pressSlips(page, ['2', '2', '2', '2', '2', '2', '1', '1', '1', '1', '1', 'x4'])
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Đếm lại tập 1: 12 phiếu' }).waitFor()
    expect(await page.locator('main').textContent()).not.toMatch(/Bùi Quang Đạt|Hồ Thị Kim Đạt/)
    await look(page, 'count-differs')
    await begin(page, 1)
    await pressSlips(page, ['1', '1', '1', '1', '1', '1', '2', '2', '2', '2', '2', 'x4'])
    await page.keyboard.press('Enter')
    await pressButton(page, counters.kp1.name)
    await begin(page, 1)
    await pressSlips(page, ['2', '1', '2', '1', '2', '1', '2', '1', '2', '1', '1', 'x4'])
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Tập phiếu đã khớp' }).waitFor()
    await look(page, 'count-whole')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Chờ người khác xác nhận' }).waitFor()
    await look(page, 'count-confirm')
    await pressButton(page, counters.kp2.name)
    await page.getByText(`người đếm: ${counters.kp2.name}`).waitFor()
    await page.getByRole('button', { name: /^Xác nhận kết quả kiểm phiếu/ }).waitFor()
    await page.keyboard.press('Control+Enter')
    await page.locator('.seal.armed').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Đã kiểm phiếu xong' }).waitFor()
    expect(app.faults).toEqual([])
  } finally {
    await app.close()
  }
})

/** What the screen of the other process showed last, before it was killed with everything it started. */
async function killedAfter(made: CountingCase, slips: number): Promise<unknown> {
  const script = fileURLToPath(new URL('support/counting-child.ts', import.meta.url))
  const args = ['--file', made.file, '--case', made.caseId, '--passphrase', made.passphrase, '--at', made.at]
  const child: ChildProcess = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  let shown: unknown
  let seen = 0
  if (child.stdout === null) throw new Error('no output')
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('{')) continue
    shown = JSON.parse(line)
    seen += 1
    if (seen < slips) continue
    process.kill(-(child.pid ?? 0), 'SIGKILL')
    break
  }
  return shown
}

test('the plug is pulled in the middle of a bundle: the app opens exactly there, and the count goes on to its end', async () => {
  const made = await countingCase(2, 10)
  const shown = await killedAfter(made, 5)
  expect(shown).toEqual({ 'Bùi Quang Đạt': 3, 'Hồ Thị Kim Đạt': 1, 'Phiếu không hợp lệ': 1 })
  const app = await atTable(made)
  const { page } = app
  try {
    // The kill may have come after one slip more was on the disk and before it was on the screen.
    const resumed = await page.getByText(/Mở lại đúng chỗ: tập 1, đã cộng [56] phiếu\./).textContent()
    const slips = resumed?.includes('cộng 6') === true ? 6 : 5
    expect(await totalsOf(page)).toEqual({ 'Bùi Quang Đạt': 3, 'Hồ Thị Kim Đạt': slips - 4, 'Phiếu không hợp lệ': 1 })
    await look(page, 'count-resumed')
    await pressSlips(page, ['2', '2', '2', '2', '1'].slice(slips - 5), slips)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Phần đếm của bạn đã xong' }).waitFor()
    expect(app.faults).toEqual([])
  } finally {
    await app.close()
  }
})

test('sixty names, where several may be chosen: two digits and Enter, strokes as on the wall, totals name by name', async () => {
  const made = await countingCase(60, 20, { seats: 3 })
  const app = await atTable(made)
  const { page } = app
  try {
    await page.getByLabel('Số phiếu mỗi tập').fill('10')
    await pressButton(page, 'Chia phiếu thành tập')
    await begin(page, 1)
    for (const keys of ['07', '60', '33']) {
      for (const key of keys) await page.keyboard.press(`Digit${key}`)
      await page.keyboard.press('Enter')
    }
    await page.getByText(/^Phiếu này: .*, .*, /).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('status', { name: 'đã nhập 1 trong 10 phiếu' }).waitFor()
    expect(Object.values(await totalsOf(page)).filter((count) => count > 0)).toEqual([1, 1, 1])
    await page.keyboard.press('Shift+Digit8')
    expect(await page.locator('.strokes').count()).toBe(0)
    await page.keyboard.press('Shift+Digit8')
    await look(page, 'count-sixty')
    const fits = await page
      .locator('.count-entry')
      .evaluate((entry) => entry.scrollHeight <= entry.clientHeight + 1 && entry.scrollWidth <= entry.clientWidth + 1)
    expect(fits).toBe(true)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Vào bàn kiểm phiếu' }).waitFor()

    // The other counter takes the same bundle as piles: a box for each name, an empty one is no zero.
    await workAs(page, counters.kp2)
    await toTable(page, made.caseId)
    await page.getByRole('radio', { name: /^Tổng theo người/ }).check()
    await tabTo(page, /^Bắt đầu đếm tập 1/)
    await page.keyboard.press('Enter')
    await page.getByText('Tập 1: tổng của 10 phiếu').waitFor()
    await page.locator('.count-box input').first().focus()
    for (let box = 0; box < 60; box++) {
      await page.keyboard.type(box === 6 ? '10' : box < 12 ? '1' : '0')
      if (box === 30) await page.getByText('Còn 29 ô chưa có số.').waitFor()
      await page.keyboard.press('Enter')
    }
    await page.getByText('Khớp: đủ 10 phiếu.').waitFor()
    await look(page, 'count-sixty-totals')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: /^Bắt đầu đếm tập 2/ }).waitFor()

    // And the second bundle by strokes: each call one stroke, however many names a slip had.
    await page.getByRole('radio', { name: /^Gạch phiếu/ }).check()
    await tabTo(page, /^Bắt đầu đếm tập 2/)
    await page.keyboard.press('Enter')
    await page.getByText('Tập 2: gạch từng lượt được đọc tên').waitFor()
    for (let call = 0; call < 12; call++) {
      for (const key of call % 2 === 0 ? '07' : '41') await page.keyboard.press(`Digit${key}`)
      await page.keyboard.press('Enter')
    }
    await page.getByText('Vừa nhập 41').waitFor()
    await look(page, 'count-sixty-strokes')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Phần đếm của bạn đã xong' }).waitFor()
    expect(app.faults).toEqual([])
  } finally {
    await app.close()
  }
})

test('a deck of known slips is tried before the box is open: right passes, one wrong slip does not, and nothing goes on record', async () => {
  const made = await countingCase(3, 10, { isOpen: false })
  const app = await atTable(made)
  const { page } = app
  const tryDeck = async (isWrong: boolean) => {
    let hasErred = false
    for (let slip = 0; ; slip++) {
      const call = (await page.locator('.call.deck').textContent())?.trim()
      if (call === 'Hết phiếu thử') break
      const names = await page.locator('.count-line .nm').allTextContents()
      const line = names.indexOf(call ?? '') + 1
      const keys = line > 0 ? (isWrong && !hasErred ? [(line % 3) + 1] : [line]) : [0, call?.includes('dấu') === true ? 2 : 3]
      hasErred ||= line > 0
      for (const key of keys) await page.keyboard.press(`Digit${key}`)
      await page.getByRole('status', { name: new RegExp(`^đã nhập ${slip + 1} trong `) }).waitFor()
    }
    await page.keyboard.press('Enter')
  }
  try {
    await pressButton(page, 'Thử máy bằng phiếu biết trước')
    await look(page, 'count-deck')
    await tryDeck(true)
    await page.getByRole('heading', { name: 'Sai: kết quả khác số biết trước' }).waitFor({ timeout: 5000 })
    await look(page, 'count-deck-failed')
    await page.keyboard.press('Enter')
    await tryDeck(false)
    await page.getByRole('heading', { name: /^Đúng: \d+ phiếu vào/ }).waitFor()
    await look(page, 'count-deck-passed')
    await page.keyboard.press('Enter')
    await page.getByText('lần thử vừa rồi: đúng').waitFor()
    expect(app.faults).toEqual([])
  } finally {
    await app.close()
  }
})
