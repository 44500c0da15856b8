// The room by role and label: a sealed result two people open for a moment, the roll over any part, the timer past its minutes, the outcome.
import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { approved, checkIn, conference, convening, count, everyone, issue, program, team, upToBallot } from '../support/appointment.ts'
import type { Play } from '../support/play.ts'
import { caseId, memoryOffice } from './memory-office.ts'
import { showApp } from './show.tsx'

const ready = () => {
  const play = approved('RB2026')
  for (const id of ['a', 'b', 'd']) play.do('hr', program(id))
  return play
}
const expanded = () => conference(ready(), 'leadershipOrientation', { list: ['a', 'b'] }, { votes: { A: 2, B: 2 }, invalid: 1 })
/** The consultation of 45 is counted: A has 43, and nothing of that is announced. */
const sealed = () => {
  const play = expanded()
  conference(play, 'expandedNomination', { people: 24, presenters: ['a', 'b'] }, { votes: { A: 20, B: 4 } })
  upToBallot(play, 'keyOfficialsConsultation', { people: 45 })
  play.do('tk', { type: 'giveNomineeInformation', summary: 'Tóm tắt' })
  return count(issue(team(play, 45), 45), 45, { votes: { A: 43 }, invalid: 2 })
}
const conferenceId = 'key-officials-consultation-r1-a1'

const meeting = (play: Play, working: string, language: 'vi' | 'en' = 'vi') => {
  const office = memoryOffice(play, { working })
  return { office, ...showApp(office, `#/meeting/${caseId}`, language) }
}

/** The clock of the page so many milliseconds on; its own ticking goes on as it is. */
const wall = performance.now.bind(performance)
function timePasses(milliseconds: number): void {
  vi.spyOn(performance, 'now').mockImplementation(() => wall() + milliseconds)
}
afterEach(() => void vi.restoreAllMocks())

test.each([
  ['', ''],
  ['một đại biểu đề nghị kiểm lại', 'một đại biểu đề nghị kiểm lại'],
])('closing asks what was raised about the count, and records “%s”', async (typed, countComplaint) => {
  const { user, office } = meeting(sealed(), 'tk')
  await user.click(await screen.findByRole('button', { name: /Kết thúc, biên bản/ }))
  await user.type(await screen.findByLabelText('Kết luận của chủ trì'), 'Thống nhất')
  if (typed !== '') await user.type(screen.getByLabelText('Khiếu nại, kiến nghị về việc kiểm phiếu'), typed)
  await user.click(screen.getByRole('button', { name: /^Kết thúc hội nghị/ }))
  await user.click(await screen.findByRole('button', { name: /^Nhấn lần nữa/ }))
  await waitFor(() =>
    expect(office.orders.at(-1)).toMatchObject({ command: { type: 'closeConference', conclusion: 'Thống nhất', countComplaint } }),
  )
})

describe('a sealed result', () => {
  test('is asked for with a reason; whoever asked opens nothing, and what two people open shows the figures and its time', async () => {
    const { user, office } = meeting(sealed(), 'hr')
    await user.click(await screen.findByRole('button', { name: /Kết quả/ }))
    const box = await screen.findByRole('region', { name: 'Mở niêm phong là việc của hai người' })
    await user.click(within(box).getByRole('button', { name: /Xin mở niêm phong kết quả/ }))
    expect(within(box).getByText('Chưa điền ô này.')).toBeInTheDocument()
    expect(office.orders).toEqual([])
    await user.type(within(box).getByLabelText('Lý do'), 'báo cáo Ban Thường vụ')
    await user.click(within(box).getByRole('button', { name: /Xin mở niêm phong kết quả/ }))
    expect(await within(box).findByText(/Đỗ Thu Hà xin mở lúc .*: báo cáo Ban Thường vụ/)).toBeInTheDocument()
    await user.click(await within(box).findByRole('button', { name: 'Mở niêm phong kết quả' }))
    expect(await screen.findByText(/người xin mở không được tự mở/)).toBeInTheDocument()
    expect(screen.queryByRole('dialog', { name: 'Kết quả đang mở' })).toBeNull()
    office.play.do('chu-toa', { type: 'openSeal', conferenceId })
    act(() => office.tell({ stream: `case/${caseId}`, version: office.play.facts.length }))
    await user.click(await screen.findByRole('button', { name: 'Xem kết quả đang mở' }))
    const shown = await screen.findByRole('dialog', { name: 'Kết quả đang mở' })
    expect(within(shown).getByRole('timer')).toHaveTextContent(/^đóng lại sau (30|29) giây$/)
    expect(within(shown).getByRole('img', { name: /^A: 43 trong 45/ })).toBeInTheDocument()
    await user.click(within(shown).getByRole('button', { name: /Đóng lại ngay/ }))
    await waitFor(() => expect(screen.queryByRole('img', { name: /^A: 43/ })).toBeNull())
    expect(within(box).getByText(/Đỗ Thu Hà xin, .* mở lúc .*: báo cáo Ban Thường vụ/)).toBeInTheDocument()
  })

  const opened = async (language: 'vi' | 'en') => {
    const play = sealed().do('chu-toa', { type: 'askSealOpening', conferenceId, reason: 'báo cáo' })
    const shown = meeting(play, 'hr', language)
    await shown.user.click(await screen.findByRole('button', { name: language === 'vi' ? /Kết quả/ : /Result/ }))
    await shown.user.click(
      await screen.findByRole('button', { name: language === 'vi' ? 'Mở niêm phong kết quả' : 'Open the sealed result' }),
    )
    const name = language === 'vi' ? 'Kết quả đang mở' : 'The result is open'
    return { ...shown, name, dialog: await screen.findByRole('dialog', { name }) }
  }

  test('opened by the second person it is shown at once, and shuts by itself after thirty seconds', async () => {
    const { name, dialog, office } = await opened('vi')
    expect(office.orders).toMatchObject([{ to: 'case', command: { type: 'openSeal', conferenceId } }])
    expect(within(dialog).getByText('Được chọn')).toBeInTheDocument()
    timePasses(24_500)
    await waitFor(() => expect(within(dialog).getByRole('timer')).toHaveTextContent(/^đóng lại sau [1-6] giây$/))
    timePasses(30_500)
    await waitFor(() => expect(screen.queryByRole('dialog', { name })).toBeNull())
    expect(screen.queryByRole('img', { name: /^A: 43/ })).toBeNull()
  })

  test('turning to another window shuts it, in English too', async () => {
    const { name, dialog } = await opened('en')
    expect(within(dialog).getByRole('timer')).toHaveTextContent(/^shuts in (30|29) s$/)
    expect(within(dialog).getByRole('button', { name: /Shut it now/ })).toBeInTheDocument()
    act(() => void window.dispatchEvent(new Event('blur')))
    await waitFor(() => expect(screen.queryByRole('dialog', { name })).toBeNull())
  })

  test('is an envelope with the closing words for the secretary, who is offered no opening', async () => {
    const { user } = meeting(sealed(), 'tk')
    await user.click(await screen.findByRole('button', { name: /Kết quả/ }))
    const sheet = screen.getByRole('region', { name: 'Kết quả' })
    expect(within(sheet).getByText('Thư ký hội nghị, nhân sự, người dự, màn hội trường')).toBeInTheDocument()
    expect(within(sheet).getByRole('heading', { name: 'Đọc nguyên văn tại hội nghị' })).toBeInTheDocument()
    expect(screen.queryByRole('region', { name: 'Mở niêm phong là việc của hai người' })).toBeNull()
    expect(sheet.textContent).not.toMatch(/43|95,56/)
  })
})

describe('the roll over any part of the meeting', () => {
  const held = () => {
    const play = ready()
    play.do('tk', convening('leadershipOrientation', 5, play.now()))
    play.do('tk', checkIn(everyone(4).filter((id) => id !== 'p3')))
    return play.do('tk', checkIn(['p5'])).do('tk', { type: 'openConference' })
  }
  const statusOf = (play: Play, id: string) => play.case.state.conferences[0]?.attendance[id]?.status

  test('opens with F2 where letters are typed, folds marks, takes raw Telex as it stands, and Enter notes who came late', async () => {
    const play = held()
    const { user } = meeting(play, 'tk')
    await screen.findByRole('navigation', { name: 'Chương trình hội nghị' })
    await user.keyboard('[F2]')
    const roll = await screen.findByRole('dialog', { name: 'Điểm danh' })
    const box = within(roll).getByLabelText('Tìm người để điểm danh')
    expect(box).toHaveFocus()
    // An input method left on Telex types `ddaij bieeru 3` for "đại biểu 3": both ways find the same one person.
    const names = () =>
      within(within(roll).getByRole('region', { name: 'Danh sách điểm danh' }))
        .getAllByRole('row')
        .slice(1)
        .map((row) => within(row).getAllByRole('cell')[0]?.textContent)
    for (const typed of ['đại biểu 3', 'DAI BIEU 3', 'ddaij bieeru 3']) {
      await user.clear(box)
      await user.type(box, typed)
      expect([typed, names()]).toEqual([typed, ['Đại biểu 3']])
    }
    await user.keyboard('{Enter}')
    await waitFor(() => expect(statusOf(play, 'p3')).toBe('present'))
    expect(within(roll).getByRole('status')).toHaveTextContent('Đại biểu 3 có mặt')
    expect(box).toHaveValue('')
    expect(within(roll).getByText(/đến sau khai mạc/)).toBeInTheDocument()
  })

  test('takes back the last one by Ctrl Backspace, notes who leaves early, and who is away with a reason', async () => {
    const play = held()
    const { user, office } = meeting(play, 'tk')
    await screen.findByRole('navigation', { name: 'Chương trình hội nghị' })
    await user.keyboard('[F2]')
    const roll = await screen.findByRole('dialog', { name: 'Điểm danh' })
    await user.type(within(roll).getByLabelText('Tìm người để điểm danh'), 'dai bieu 3{Enter}')
    await within(roll).findByRole('button', { name: /Lấy lại Đại biểu 3/ })
    await user.keyboard('{Control>}{Backspace}{/Control}')
    await waitFor(() => expect(office.orders.at(-1)).toMatchObject({ command: { type: 'takeBackCheckIn', personId: 'p3' } }))
    await user.click(await within(roll).findByRole('button', { name: 'Ghi Đại biểu 4 về sớm' }))
    await waitFor(() => expect(statusOf(play, 'p4')).toBe('left'))
    await user.click(within(roll).getByRole('button', { name: 'Ghi Đại biểu 3 vắng' }))
    const away = within(roll).getByRole('group', { name: 'Đại biểu 3 vắng mặt' })
    await user.click(within(away).getByRole('button', { name: 'Ghi vắng mặt' }))
    expect(within(away).getByText('Chưa điền ô này.')).toBeInTheDocument()
    await user.type(within(away).getAllByLabelText('Lý do')[0] as HTMLElement, 'công tác')
    await user.click(within(away).getByRole('button', { name: 'Ghi vắng mặt' }))
    await waitFor(() => expect(statusOf(play, 'p3')).toBe('absent'))
    await user.click(within(roll).getByRole('button', { name: /Đóng/ }))
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Điểm danh' })).toBeNull())
  })
})

describe('the timer', () => {
  const presenting = () => upToBallot(expanded(), 'expandedNomination', { people: 24 })

  test('counts down in words, warns in the last minute, says how far it is over, and goes on to questions', async () => {
    const { user, office } = meeting(presenting(), 'tk')
    await user.click(await screen.findByRole('button', { name: /Bắt đầu trình bày/ }))
    const timer = await screen.findByRole('timer')
    expect(timer).toHaveTextContent(/^00:0\d$/)
    expect(screen.getByText(/^trong 10 phút được nói/)).toBeInTheDocument()
    timePasses(9.5 * 60_000)
    await waitFor(() => expect(timer).toHaveTextContent(/^09:3\d$/))
    expect(screen.getByText(/còn (30|2\d) giây/)).toBeInTheDocument()
    await waitFor(() => expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('Còn 1 phút'))
    timePasses(11.2 * 60_000)
    await waitFor(() => expect(timer).toHaveTextContent(/^11:1\d$/))
    expect(screen.getByText(/quá 1 phút 1\d/)).toBeInTheDocument()
    await waitFor(() => expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('Hết giờ'))
    // Stopped, it says so and stands.
    await user.click(screen.getByRole('button', { name: /Dừng đồng hồ/ }))
    expect(await screen.findByText(/đồng hồ đang dừng/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: /Chạy đồng hồ/ }))
    await user.click(await screen.findByRole('button', { name: /Xong, sang hỏi đáp/ }))
    expect(await screen.findByText(/phút hỏi đáp \(thiết lập\)/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: /Xong hỏi đáp/ }))
    expect(screen.queryByRole('timer')).toBeNull()
    expect(office.orders).toEqual([])
  })

  test('says the same in English', async () => {
    const { user } = meeting(presenting(), 'tk', 'en')
    await user.click(await screen.findByRole('button', { name: /Start the talk/ }))
    timePasses(10.5 * 60_000)
    expect(await screen.findByText(/3\d s over/)).toBeInTheDocument()
  })
})

describe('the outcome', () => {
  const counted = () => {
    const play = upToBallot(expanded(), 'expandedNomination', { people: 24 }, ['a', 'b'])
    return count(issue(team(play, 24), 24), 24, { votes: { A: 20, B: 3 }, invalid: 1 })
  }

  test('says what to read out, the figures, the base, the clause and what follows, and is announced by a seal', async () => {
    const play = counted()
    const { user, office } = meeting(play, 'hr')
    expect(await screen.findByText('Được chọn')).toBeInTheDocument()
    const sheet = screen.getByRole('region', { name: 'Kết quả' })
    expect(within(sheet).getByText(/Đồng chí A đạt số phiếu cao nhất và trên 50%, được lựa chọn\./)).toBeInTheDocument()
    expect(within(sheet).getByRole('img', { name: /^A: 20 trong 24, bằng 83,33%/ })).toBeInTheDocument()
    expect(within(sheet).getByText('Mẫu số là 24 người được triệu tập, không phải số phiếu hợp lệ.')).toBeInTheDocument()
    expect(within(sheet).getByText(/khoản 2 Điều 33/)).toBeInTheDocument()
    expect(within(sheet).getByText('Tiếp theo:')).toBeInTheDocument()
    expect(within(sheet).getByText(/Phan Anh Tuấn nhập, Lý Thị Ngọc Bích xác nhận lúc/)).toBeInTheDocument()
    await user.click(within(sheet).getByRole('button', { name: /Công bố kết quả/ }))
    expect(office.orders).toEqual([])
    await user.keyboard('{Enter}')
    await waitFor(() => expect(office.orders).toMatchObject([{ command: { type: 'announceResult' } }]))
  })

  test('is told in English with the same figures', async () => {
    meeting(counted(), 'hr', 'en')
    expect(await screen.findByText('A has the most votes and more than 50 percent, and is selected.')).toBeInTheDocument()
    expect(screen.getByRole('img', { name: /^A: 20 of 24/ })).toBeInTheDocument()
    expect(screen.getByText(/^The base is 24 .*, not the valid ballots\.$/)).toBeInTheDocument()
  })
})

test('Esc steps out of a box to the heading of the work, never to nowhere', async () => {
  const play = ready()
  play.do('tk', convening('leadershipOrientation', 5, play.now()))
  const { user } = meeting(play, 'tk')
  const box = await screen.findByLabelText('Tìm người để điểm danh')
  await user.click(box)
  await user.keyboard('a{Escape}')
  expect(screen.getByRole('heading', { level: 2, name: /Điểm danh, khai mạc/ })).toHaveFocus()
})
