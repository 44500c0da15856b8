// The secretary's whole meeting with the keyboard only, the hall on, and the power cut in the middle of a talk.
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Office } from '../../electron/doorway.ts'
import { foldMarks } from '../../renderer/parts/search.ts'
import type { CaseCommand, CommandOf } from '../../workflows/procedure/commands.ts'
import { desks } from '../../workflows/sample/department.ts'
import { inChapters } from './support/chapters.ts'
import { glance, look } from './support/look.ts'
import { type Powered, powered } from './support/power.ts'
import { smallAppointment } from './support/small-case.ts'

const small = smallAppointment('RB2026', { isSample: true, decidesHere: false })
const secret = 'mật khẩu thử'
let app: Powered
let seen = 0
let atWork = ''

const nth = (type: CaseCommand['type'], count: number): number => {
  const found = small.acts.flatMap(({ command }, index) => (command.type === type ? [index] : []))[count - 1]
  if (found === undefined) throw new Error(`no ${count}. ${type}`)
  return found
}
const at = <T extends CaseCommand['type']>(type: T, count: number): { readonly at: string; readonly command: CommandOf<T> } => {
  const act = small.acts[nth(type, count)]
  if (act?.command.type !== type) throw new Error(type)
  return { at: act.at, command: act.command as CommandOf<T> }
}

async function must(order: unknown): Promise<{ case?: { version: number } }> {
  const reply = (await app.dispatch(order)) as { ok: boolean; value: { case?: { version: number } } }
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return reply.value
}
async function sitDown(operatorId: string): Promise<void> {
  if (operatorId !== atWork) await must({ to: 'shell', act: { act: 'startWork', operatorId } })
  atWork = operatorId
}
/** What others do at their own desks. */
async function others(from: number, to: number): Promise<void> {
  for (const { by, at: when, command } of small.acts.slice(from, to)) {
    app.setClock(when)
    await sitDown(by)
    const { case: view } = await must({ to: 'case', caseId: small.caseId, seen, command })
    seen = view?.version ?? seen
  }
}
/** What the page itself would be answered. */
const asked = (question: unknown): Promise<unknown> =>
  app.page().evaluate((it) => (window as unknown as { readonly office: Office }).office.ask(it), question)
const versionNow = async (): Promise<number> =>
  ((await asked({ about: 'case', caseId: small.caseId })) as { value: { version: number } }).value.version

const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await app.page().keyboard.press(key)
}
const type = (text: string): Promise<void> => app.page().keyboard.type(text)
const heading = (page: Page, title: string) => page.getByRole('heading', { level: 2, name: title, exact: true })
/** The part in sight, once its heading stands there. */
const stands = (title: string): Promise<void> => heading(app.page(), title).waitFor()
/** Arms the seal with the key given, reads the sentence, records. */
async function record(arm: 'Enter' | 'Control+Enter'): Promise<void> {
  const page = app.page()
  await press(arm)
  await page.getByRole('button', { name: /^Nhấn lần nữa để ghi/ }).waitFor()
  await press('Enter')
  await page.getByRole('button', { name: /^(Nhấn lần nữa|Đang ghi bền)/ }).waitFor({ state: 'hidden' })
}
/** Tab until a box of this name has the focus, as a person would. */
async function tabTo(name: string | RegExp): Promise<void> {
  const page = app.page()
  const box = page.getByLabel(name, typeof name === 'string' ? { exact: true } : {}).first()
  await box.waitFor()
  for (let steps = 0; steps < 80; steps += 1) {
    if (await box.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no way by Tab to ${name}`)
}
const later = (iso: string, seconds: number): string =>
  `${new Date(Date.parse(iso) + 7 * 3_600_000 + seconds * 1000).toISOString().slice(0, 19)}+07:00`

const hallPage = (): Page | undefined =>
  app
    .shell()
    .context.pages()
    .find((one) => one.url().startsWith('https://hall.local'))

async function toTheMeeting(): Promise<void> {
  const page = app.page()
  await page.goto(`https://app.local/#/meeting/${small.caseId}`)
  await page.getByRole('navigation', { name: 'Chương trình hội nghị' }).waitFor()
}

beforeAll(async () => {
  app = await powered(small.acts[0]?.at ?? '')
  const { organisation, operators } = small
  await must({
    to: 'shell',
    act: { act: 'createFile', file: join(app.folder, 'thu.tiencu'), passphrase: secret, organisation, operators: [...operators] },
  })
  await others(0, nth('checkIn', 2))
  await sitDown(desks.meeting)
})
afterAll(() => app?.end())

describe('the expanded conference, from the roll to the minutes, without a mouse', () => {
  inChapters(() => app.page())
  let clock = ''
  const setClock = (when: string) => {
    clock = when
    app.setClock(when)
  }

  test('the roll by a few letters without marks, the last one taken back and entered again', async () => {
    setClock(at('checkIn', 2).at)
    await toTheMeeting()
    const page = app.page()
    await stands('Điểm danh, khai mạc')
    await press('F2')
    const people = at('checkIn', 2).command.personIds.map(small.nameOf)
    for (const name of people) {
      await type(foldMarks(name))
      await press('Enter')
      await page.getByRole('row').filter({ hasText: name }).getByText('có mặt', { exact: true }).waitFor()
      await expect.poll(() => page.getByLabel('Tìm người để điểm danh').inputValue()).toBe('')
    }
    const last = people.at(-1) ?? ''
    await press('Control+Backspace')
    await page.getByRole('row').filter({ hasText: last }).getByText('chưa đến').waitFor()
    await type(`${foldMarks(last)}`)
    await press('Enter')
    await page.getByRole('row').filter({ hasText: last }).getByText('có mặt', { exact: true }).waitFor()
    await press('F4')
    await page.getByText('hội trường đang chiếu').waitFor()
  })

  test('the chair opens, the purpose is stated', async () => {
    setClock(at('openConference', 2).at)
    await press('Escape')
    await record('Enter')
    await stands('Mục đích, tiêu chuẩn')
    setClock(at('statePurpose', 2).at)
    await tabTo('Nội dung chủ trì đã nêu')
    await type('Nêu cơ cấu, tiêu chuẩn, số lượng.')
    await record('Control+Enter')
    await stands('Chương trình hành động')
  })

  test('one who comes late is checked in over the part in sight', async () => {
    const page = app.page()
    const late = at('checkIn', 3)
    setClock(late.at)
    await press('F2')
    const roll = page.getByRole('dialog', { name: 'Điểm danh' })
    for (const name of late.command.personIds.map(small.nameOf)) {
      await type(foldMarks(name))
      await press('Enter')
      await roll.getByRole('row').filter({ hasText: name }).getByText('đến sau khai mạc').waitFor()
    }
    await press('Escape')
    await roll.waitFor({ state: 'detached' })
    await stands('Chương trình hành động')
  })

  test('the power goes in the middle of a talk, and everything stands where it stood', async () => {
    const begun = later(at('checkIn', 3).at, 120)
    setClock(begun)
    const first = app.page()
    await first.getByText('Enter khi người trình bày bắt đầu nói').waitFor()
    await press('Enter')
    await first.getByRole('timer').waitFor()
    await press('PageDown', 'F6')
    const asks = first.getByLabel('Người hỏi')
    await expect.poll(() => asks.evaluate((box) => box === document.activeElement), { timeout: 10_000 }).toBe(true)
    await type('Nguyễn Văn Hỏi')
    await expect.poll(async () => JSON.stringify(await asked({ about: 'drafts' })), { timeout: 10_000 }).toContain('Nguyễn Văn Hỏi')
    await app.cutPower()

    setClock(later(begun, 408))
    await app.start(clock)
    atWork = ''
    await must({ to: 'shell', act: { act: 'openFile', file: join(app.folder, 'thu.tiencu'), passphrase: secret } })
    await sitDown(desks.meeting)
    await toTheMeeting()
    const page = app.page()
    await expect.poll(() => page.getByRole('timer').textContent()).toMatch(/^06:(4[89]|5\d)/)
    await page.getByText('còn 3 phút').waitFor()
    expect(await page.getByLabel('Người hỏi').inputValue()).toBe('Nguyễn Văn Hỏi')
    await press('F4')
    await page.getByText('hội trường đang chiếu').waitFor()
    await look(page, 'talk')
    await expect.poll(() => hallPage()?.textContent('body')).toContain('Trình bày')
    const hall = hallPage()
    if (hall !== undefined) await glance(hall, 'hall-talk')
  })

  test('over the time it says by how much; questions and answers are noted, and the talk is recorded', async () => {
    const page = app.page()
    setClock(later(clock, 272))
    await press('Space', 'Space')
    await expect.poll(() => page.locator('.timer .left').textContent()).toContain('quá 1 phút 2')
    await look(page, 'talk-over')
    await press('Enter')
    await page.getByText('trong 10 phút hỏi đáp').waitFor()
    setClock(later(clock, 200))
    await tabTo('Người hỏi')
    await press('Tab', 'Tab')
    await type('Nguồn lực ở đâu?')
    await press('Tab')
    await type('Lồng ghép các nguồn đã giao.')
    await press('Escape', 'Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    await type('Ba việc đột phá.')
    await record('Control+Enter')
    await page
      .getByText(/trình bày \d\d:\d\d đến \d\d:\d\d/)
      .first()
      .waitFor()
  })

  test('each other speaker in turn', async () => {
    const page = app.page()
    const inThisMeeting = small.acts.slice(nth('conveneConference', 2), nth('conveneConference', 3))
    const speakers = inThisMeeting.filter(({ command }) => command.type === 'presentActionProgram').length
    for (let left = speakers - 1; left > 0; left -= 1) {
      await page.getByText('Enter khi người trình bày bắt đầu nói').waitFor()
      setClock(later(clock, 60))
      await press('Enter')
      await page.getByRole('timer').waitFor()
      setClock(later(clock, 300))
      await press('Enter')
      await page.getByText('trong 10 phút hỏi đáp').waitFor()
      setClock(later(clock, 60))
      await press('Enter')
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
      await type('Hai việc đột phá.')
      await record('Control+Enter')
    }
    await stands('Tổ kiểm phiếu')
  })

  test('the counting team by a show of hands, then slips out and in', async () => {
    const page = app.page()
    setClock(later(clock, 120))
    const { members, inFavour } = at('adoptCountingTeam', 2).command
    for (const [index, member] of members.entries()) {
      const seat = page.getByRole('group', { name: `Thành viên ${index + 1}`, exact: true }).getByLabel('Người', { exact: true })
      const options = await seat.getByRole('option').allTextContents()
      for (let steps = 0; steps < 80 && !(await seat.evaluate((element) => element === document.activeElement)); steps += 1)
        await press('Tab')
      for (let down = options.findIndex((text) => text.startsWith(`${member.name},`)); down > 0; down -= 1) await press('ArrowDown')
    }
    await tabTo('Số giơ tay tán thành')
    await type(String(inFavour))
    await record('Control+Enter')
    await stands('Phát phiếu, bỏ phiếu')
    await record('Enter')
    await page.getByRole('button', { name: /^Phát phiếu/ }).waitFor()
    await record('Enter')
    await page.getByRole('button', { name: /^Thu phiếu/ }).waitFor()
    await tabTo('Phiếu thu về')
    await type(String(at('collectBallots', 2).command.collected))
    setClock(later(clock, 900))
    await record('Control+Enter')
    await stands('Kiểm phiếu')
  })

  test('two others count; the secretary reads out and announces, and only then the hall sees it', async () => {
    seen = await versionNow()
    const counted = at('typeCount', 2).command
    for (const [by, command] of [
      [desks.counter, counted],
      [desks.confirmer, { type: 'confirmCount' }],
    ] as const) {
      await sitDown(by)
      setClock(later(clock, 120))
      const { case: view } = await must({ to: 'case', caseId: small.caseId, seen, command })
      seen = view?.version ?? seen
    }
    await sitDown(desks.meeting)
    await stands('Kết quả')
    const page = app.page()
    await page.getByText('Đọc nguyên văn tại hội nghị').waitFor()
    expect(JSON.stringify(app.hallHeard)).not.toMatch(/%|"votes"/)
    const hall = hallPage()
    expect(await hall?.textContent('body')).toContain('Tổ kiểm phiếu đang làm việc.')
    await press('Enter')
    await page.getByRole('button', { name: /^Nhấn lần nữa để ghi/ }).waitFor()
    await glance(page, 'armed')
    await press('Enter')
    await expect.poll(() => hall?.textContent('body')).toContain('%')
    if (hall !== undefined) await glance(hall, 'hall-result')
    await stands('Kết thúc, biên bản')
  })

  test('the chair concludes, the minutes are owed, and nobody touched a mouse', async () => {
    const page = app.page()
    setClock(later(clock, 120))
    await tabTo('Kết luận của chủ trì')
    await type('Hội nghị thống nhất kết quả.')
    await record('Control+Enter')
    await page.getByRole('heading', { name: 'Không có hội nghị đang mở' }).first().waitFor()
    expect(app.faults).toEqual([])
  })
})
