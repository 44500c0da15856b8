// The page of a case: the road of its rulebook, the vote path, what happened, its papers. Found by role and label.
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { approved, checks, conference, program } from '../support/appointment.ts'
import type { Play } from '../support/play.ts'
import { memoryOffice } from './memory-office.ts'
import { showApp } from './show.tsx'

/** Three steps of RB2026 held, the third sealed: first three names, then two, of whom one goes on. */
function threeSteps(): Play {
  const play = approved('RB2026')
  for (const id of ['a', 'b', 'd']) play.do('hr', program(id))
  conference(play, 'leadershipOrientation', { list: ['a', 'b', 'd'] }, { votes: { A: 2, B: 2, D: 1 } })
  conference(play, 'expandedNomination', { people: 8, presenters: ['a', 'b'] }, { votes: { A: 5, B: 3 } })
  conference(play, 'keyOfficialsConsultation', { people: 9 }, { votes: { A: 7 } })
  return play
}

const sheet = (name: string) => screen.findByRole('region', { name })

describe('the road of the case', () => {
  test('shows where it stands, what was decided, and what is shut with how much is missing', async () => {
    showApp(memoryOffice(threeSteps()), '#/case/case-1')
    const road = await sheet('Đường đi của hồ sơ')
    const here = within(road).getAllByRole('listitem', { current: 'step' })
    expect(here).toHaveLength(1)
    expect(here[0]).toHaveTextContent('Kiểm tra trước quyết định')
    const stops = within(road).getAllByRole('listitem')
    const stop = (name: string) => stops.find((one) => one.textContent?.includes(name))
    expect(stop('Lãnh đạo mở rộng')).toHaveTextContent('Được chọn')
    expect(stop('Cán bộ chủ chốt')).toHaveTextContent('niêm phong')
    expect(stop('Tập thể lãnh đạo biểu quyết')).toHaveTextContent('khóa, thiếu 1')
    expect(stop('Chủ trương')).toHaveTextContent('02/CV')
  })

  test('names the side roads of the rulebook with where they leave and come back', async () => {
    const { user } = showApp(memoryOffice(approved('RB2026')), '#/case/case-1')
    const road = await sheet('Đường đi của hồ sơ')
    await user.click(within(road).getByText('Cả quy trình, kể cả các ngả rẽ'))
    const side = (name: string) => within(road).getByText(name).closest('li')
    expect(side('Chờ người đứng đầu chọn')).toHaveTextContent('rẽ ra từ bước 4 · trở lại Trình')
    expect(side('Tạm dừng vì vấn đề mới')).toHaveTextContent('có thể vào từ bất cứ đâu trước khi trình · trở lại đúng chỗ đã dừng')
  })

  test('a case that was stopped stands on its side road, which is open', async () => {
    const play = approved('RB2026')
    conference(play, 'leadershipOrientation', { list: ['a', 'b', 'd'] }, { valid: 5, votes: { A: 1, B: 1, D: 1 } })
    showApp(memoryOffice(play), '#/case/case-1')
    const road = await sheet('Đường đi của hồ sơ')
    const here = within(road).getAllByRole('listitem', { current: 'step' })
    expect(here.map((one) => one.textContent)).toEqual([expect.stringContaining('dừng'), expect.stringContaining('Dừng, báo cáo')])
    expect(road.querySelector('details')).toHaveAttribute('open')
  })
})

test('for a role that may not know how a sealed ballot went the case rests behind it', async () => {
  showApp(memoryOffice(threeSteps(), { working: 'tk' }), '#/case/case-1')
  const road = await sheet('Đường đi của hồ sơ')
  expect(within(road).queryAllByRole('listitem', { current: 'step' })).toEqual([])
  expect(road).toHaveTextContent('Cán bộ chủ chốt')
  expect(road).not.toHaveTextContent('khóa, thiếu')
})

describe('the vote path', () => {
  test('says every announced ballot on its own base, and nothing of a sealed one', async () => {
    showApp(memoryOffice(threeSteps(), { working: 'tk' }), '#/case/case-1')
    const path = await sheet('Đường phiếu qua các bước')
    const chart = within(path).getByRole('img', { name: /Bước 1/ })
    expect(chart).toHaveAccessibleName(
      'Bước 1, trên 5 người được triệu tập: A 2, B 2, D 1. Bước 2, trên 8 người được triệu tập: A 5, B 3. Bước 3: niêm phong. Bước 4: chưa bỏ phiếu.',
    )
    expect(path).toHaveTextContent('Bước 1: A, B ngang phiếu; bước 2: A hơn 2 phiếu.')
    expect(path.textContent).not.toContain('7/9')
  })

  test('of a sealed ballot nothing is drawn for those who may know either: it is opened by two, elsewhere', async () => {
    showApp(memoryOffice(threeSteps()), '#/case/case-1')
    const path = await sheet('Đường phiếu qua các bước')
    expect(path.textContent).not.toContain('7/9')
    expect(path).toHaveTextContent('niêm phong')
  })

  test('its numbers stand in a table too', async () => {
    const { user } = showApp(memoryOffice(threeSteps()), '#/case/case-1')
    const path = await sheet('Đường phiếu qua các bước')
    await user.click(within(path).getByText('Bảng số phiếu'))
    const row = within(path).getByRole('row', { name: /Người A/ })
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['2/5 = 40,00%', '5/8 = 62,50%', 'niêm phong', 'chưa bỏ phiếu'])
  })
})

describe('what happened', () => {
  test('says who, when, which step, which document and which votes, the same act again and again as one line', async () => {
    const play = threeSteps()
    checks(play)
    const { user } = showApp(memoryOffice(play), '#/case/case-1')
    const story = await sheet('Diễn biến')
    expect(story).toHaveTextContent('Ý kiến bằng văn bản của cấp ủy · số 05-CV/ĐU · Đỗ Thu Hà')
    await user.click(within(story).getByRole('button', { name: /^Xem cả \d+ dòng$/ }))
    expect(story).toHaveTextContent('Xác nhận kết quả kiểm phiếu · bước 2 · A 5/8, B 3/8 · Lý Thị Ngọc Bích')
    expect(story).toHaveTextContent('Xác nhận kết quả kiểm phiếu · bước 3 · kết quả niêm phong')
    expect(story).toHaveTextContent('Có mặt · 9 lần · bước 2')
    await user.type(within(story).getByLabelText('Tìm trong diễn biến, gõ không cần dấu'), 'cong bo ket qua')
    await waitFor(() => expect(within(story).getAllByRole('listitem')).toHaveLength(2))
  })
})

describe('beside the case', () => {
  test('papers owed stand before those that wait, and the nearest deadline beside the title', async () => {
    showApp(memoryOffice(threeSteps()), '#/case/case-1')
    const papers = await sheet('Giấy tờ')
    expect(within(papers).getByRole('region', { name: 'Còn nợ' })).toHaveTextContent('Biên bản kiểm phiếu')
    expect(screen.getByRole('img', { name: /trong 30 ngày làm việc đã qua/ })).toBeInTheDocument()
  })

  test('a person whose record lacks something says what, and where the program was presented', async () => {
    showApp(memoryOffice(threeSteps()), '#/case/case-1')
    const people = await sheet('Nhân sự')
    const row = within(people).getByRole('row', { name: /Người A/ })
    expect(row).toHaveTextContent('chưa có ngày sinh')
    expect(row).toHaveTextContent(/bước 2: \d\d:\d\d/)
  })
})

test('a setting of several parts is told part by part, in words', async () => {
  showApp(memoryOffice(approved('RB2026')), '#/case/case-1', 'en')
  const settings = await screen.findByText(/^Most pages 5, .*Order lot, .* no$/)
  expect(settings.closest('li')).toHaveTextContent('Action program')
})
