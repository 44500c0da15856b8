// Work that lasts, on screen: it shows only when it does, says how far it is, and Esc stops it while it may be stopped.
import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { WorkView } from '../../workflows/long-work.ts'
import type { Change, Office } from '../../workflows/office.ts'
import { approved } from '../support/appointment.ts'
import { Play } from '../support/play.ts'
import { type Answers, caseId, memoryOffice } from './memory-office.ts'
import { showApp } from './show.tsx'

const exporting: WorkView = { workId: 'w1', kind: 'exportCase', done: 12, of: 46, stop: 'may' }

/** The app at home, and what it asked beside the screens. */
async function atHome(language: 'vi' | 'en' = 'vi', answers: Answers = {}, hash = '#/home', play = new Play('2026-09-07T08:00:00+07:00')) {
  const fake = memoryOffice(play, answers)
  const stopped: string[] = []
  const asked: string[] = []
  const office: Office = {
    ...fake,
    ask: async (question) => {
      if (question.about === 'stopWork') {
        stopped.push(question.workId)
        return { ok: true, value: null as never }
      }
      asked.push(question.about)
      return fake.ask(question)
    },
  }
  const shown = showApp(office, hash, language)
  await screen.findByRole('heading', { level: 1 })
  await screen.findByRole('complementary', { name: /Việc đang chạy|Work under way/ })
  const tell = (work: WorkView) => act(() => fake.tell({ stream: 'work', version: 0, work }))
  return { ...shown, tell, stopped, asked, change: (change: Change) => act(() => fake.tell(change)) }
}
const bar = () => screen.queryByRole('region', { name: 'Việc đang chạy' })

test('work that is over in a moment never shows', async () => {
  const { tell } = await atHome()
  tell(exporting)
  tell({ ...exporting, done: 46, over: 'done' })
  await new Promise((done) => setTimeout(done, 800))
  expect(bar()).toBe(null)
})

test('work that lasts says how far it is, takes no focus, asks for no screen again, and Esc stops it', async () => {
  const { tell, stopped, asked, user } = await atHome()
  const held = document.activeElement
  const before = asked.length
  tell(exporting)
  expect(bar()).toBe(null)
  const shown = await screen.findByRole('region', { name: 'Việc đang chạy' })
  expect(shown).toHaveTextContent('Đang xuất 12/46 giấy')
  expect(within(shown).getByRole('progressbar', { name: 'Đang xuất hồ sơ' })).toHaveValue(12)
  expect(within(shown).getByRole('button', { name: /Dừng/ })).toHaveAttribute('aria-keyshortcuts', 'Escape')
  expect([document.activeElement, asked.length]).toEqual([held, before])
  const hash = window.location.hash
  await user.keyboard('{Escape}')
  expect([stopped, window.location.hash]).toEqual([['w1'], hash])
  tell({ ...exporting, stop: 'asked' })
  expect(bar()).toHaveTextContent('Đang dừng…')
  await user.keyboard('{Escape}')
  expect(stopped).toEqual(['w1'])
  tell({ ...exporting, stop: 'asked', over: 'stopped' })
  await waitFor(() => expect(bar()).toBe(null))
})

test('past the point of no return the button is gone and the words say why', async () => {
  const { tell, stopped, user } = await atHome()
  tell({ workId: 'w2', kind: 'importRoster', done: 0, of: 0, stop: 'late' })
  const shown = await screen.findByRole('region', { name: 'Việc đang chạy' })
  expect(shown).toHaveTextContent('Đang ghi danh sách vào sổ')
  expect(shown).toHaveTextContent('đến đây không dừng được nữa')
  expect(within(shown).queryByRole('button')).toBe(null)
  await user.keyboard('{Escape}')
  expect(stopped).toEqual([])
})

test('a screen reader hears of it at each quarter, not at every paper', async () => {
  const { tell } = await atHome()
  tell({ ...exporting, done: 1 })
  await screen.findByRole('region', { name: 'Việc đang chạy' })
  const corner = screen.getByRole('complementary', { name: 'Việc đang chạy và thông báo' })
  const said = () => within(corner).getAllByRole('status')[0]?.textContent
  const heard = new Set([said()])
  for (let done = 2; done < 46; done++) {
    tell({ ...exporting, done })
    heard.add(said())
  }
  expect([...heard]).toEqual(['Đang xuất 1/46 giấy', 'Đang xuất 12/46 giấy', 'Đang xuất 23/46 giấy', 'Đang xuất 35/46 giấy'])
})

test('a dialog keeps its Esc, and English is said in English', async () => {
  const { tell, stopped, user } = await atHome('en')
  tell(exporting)
  const shown = await screen.findByRole('region', { name: 'Work under way' })
  expect(shown).toHaveTextContent('Exporting 12 of 46 papers')
  await user.click(screen.getByRole('button', { name: /Help/ }))
  const dialog = await screen.findByRole('dialog')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(dialog).not.toBeInTheDocument())
  expect(stopped).toEqual([])
  await user.click(within(shown).getByRole('button', { name: /Stop/ }))
  expect(stopped).toEqual(['w1'])
})

const notice = () => screen.queryByRole('region', { name: 'Thông báo' })

test('a case changed in another window: the screen of it is read again and says so, beside the work, without taking the focus', async () => {
  const play = approved('RB2026')
  const { change, asked, user } = await atHome('vi', {}, `#/case/${caseId}`, play)
  const held = document.activeElement
  const before = asked.filter((about) => about === 'case').length
  change({ stream: `case/${caseId}`, version: 99, elsewhere: true })
  const shown = await screen.findByRole('region', { name: 'Thông báo' })
  expect(shown).toHaveTextContent(/^Hồ sơ .+ vừa đổi ở cửa sổ khác; đã nạp lại\./)
  expect(asked.filter((about) => about === 'case').length).toBeGreaterThan(before)
  expect(document.activeElement).toBe(held)
  expect(screen.getAllByRole('status').some((one) => one.textContent?.includes('đã nạp lại'))).toBe(true)
  // Twice within a moment is one word, and Enter on its button puts it away.
  change({ stream: `case/${caseId}`, version: 100, elsewhere: true })
  await new Promise((done) => setTimeout(done, 600))
  expect(screen.getAllByRole('region', { name: 'Thông báo' })).toHaveLength(1)
  within(shown).getByRole('button', { name: 'Ẩn' }).focus()
  await user.keyboard('{Enter}')
  expect(notice()).toBe(null)
  // Its own changes are no news.
  change({ stream: `case/${caseId}`, version: 101 })
  await new Promise((done) => setTimeout(done, 600))
  expect(notice()).toBe(null)
})

test('the last notices stand in a list under the foot, open and shut by keyboard, and are gone with the list', async () => {
  const { change, tell, user } = await atHome('vi', {
    notices: [{ noticeId: 1, at: '2026-09-07T08:00:00+07:00', code: 'backup-overdue', days: 9 }],
  })
  // What has been so for days is no interruption: it stands on the list.
  await screen.findByRole('button', { name: 'Thông báo (1)' })
  expect(notice()).toBe(null)
  change({ stream: 'notice', version: 0, notice: { noticeId: 2, at: '2026-09-07T09:00:00+07:00', code: 'sitting-over', minutes: 10 } })
  change({ stream: 'registry', version: 4, elsewhere: true })
  change({
    stream: 'work',
    version: 0,
    elsewhere: true,
    work: { workId: 'w7', kind: 'importRoster', done: 3, of: 3, stop: 'late', over: 'done' },
  })
  tell({ workId: 'w8', kind: 'backup', done: 3, of: 3, stop: 'late', over: 'done' })
  const open = await screen.findByRole('button', { name: 'Thông báo (4)' })
  open.focus()
  await user.keyboard('{Enter}')
  const list = await screen.findByRole('dialog', { name: 'Thông báo' })
  expect(
    within(list)
      .getAllByRole('listitem')
      .map((one) => one.textContent),
  ).toEqual([
    'Sổ cán bộ vừa đổi ở cửa sổ khác.Xem',
    'Cửa sổ khác vừa nhập xong danh sách vào sổ.',
    'Khóa ký đã tự đóng vì 10 phút không ký. Mở lại khi cần ký tiếp.Xem',
    'Đã 9 ngày chưa sao lưu tệp dữ liệu. Sao lưu sang ổ khác ở mục Cơ quan.Xem',
  ])
  await user.keyboard('{Escape}')
  expect(open).toHaveFocus()
  await user.click(open)
  await user.click(screen.getByRole('button', { name: 'Xóa danh sách' }))
  expect(screen.queryByRole('button', { name: /^Thông báo/ })).toBe(null)
  expect(notice()).toBe(null)
})
