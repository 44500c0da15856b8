// The meeting, in its order: who is there, what is presented, the count as one types, two people, what is sealed.
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Office } from '../../workflows/office.ts'
import {
  approved,
  checkIn,
  conference,
  convening,
  count,
  everyone,
  issue,
  nominee,
  program,
  team,
  upToBallot,
} from '../support/appointment.ts'
import type { Play } from '../support/play.ts'
import { caseId, memoryOffice } from './memory-office.ts'
import { showApp } from './show.tsx'

const ready = () => {
  const play = approved('RB2026')
  for (const id of ['a', 'b', 'd']) play.do('hr', program(id))
  return play
}
const orientation = (play: Play) => upToBallot(play, 'leadershipOrientation', { list: ['a', 'b'] })
const expanded = () => {
  const play = ready()
  conference(play, 'leadershipOrientation', { list: ['a', 'b'] }, { votes: { A: 2, B: 2 }, invalid: 1 })
  return play
}
const meeting = (play: Play, working: string) => {
  const office = memoryOffice(play, { working })
  return { office, ...showApp(office, `#/meeting/${caseId}`) }
}

test('the roll call finds a person by a few letters without marks, Enter checks in', async () => {
  const play = ready()
  play.do('tk', convening('leadershipOrientation', 5, play.now()))
  const { user } = meeting(play, 'tk')
  await user.type(await screen.findByLabelText('Tìm người để điểm danh'), 'dai bieu 3{Enter}')
  await waitFor(() => expect(play.case.state.conferences[0]?.attendance.p3?.status).toBe('present'))
  expect(screen.getByRole('img', { name: 'có mặt 1 trong 5, cần 4' })).toBeInTheDocument()
})

test('Enter pressed again before the answer gives no second order; a long wait is shown, and the answer waits for nothing else', async () => {
  const play = ready()
  play.do('tk', convening('leadershipOrientation', 5, play.now()))
  const real = memoryOffice(play, { working: 'tk' })
  const held = Promise.withResolvers<void>()
  let isHeld = false
  const office: Office = {
    ...real,
    async dispatch(order) {
      const reply = await real.dispatch(order)
      if (order.to === 'case') {
        isHeld = true
        await held.promise
      }
      return reply
    },
    // What the foot says may come whenever it comes.
    ask: (question) => (isHeld && question.about === 'session' ? new Promise<never>(() => undefined) : real.ask(question)),
  }
  const { user } = showApp(office, `#/meeting/${caseId}`)
  await user.type(await screen.findByLabelText('Tìm người để điểm danh'), 'dai bieu 3{Enter}{Enter}')
  const all = screen.getByRole('button', { name: 'Ghi có mặt 6 người còn lại' })
  await waitFor(() => expect(all).toHaveAttribute('aria-disabled', 'true'))
  held.resolve()
  expect(await screen.findByRole('img', { name: 'có mặt 1 trong 5, cần 4' })).toBeInTheDocument()
  expect(real.orders.filter(({ to }) => to === 'case')).toHaveLength(1)
})

test('the meeting cannot be opened before there is a quorum, and the seal says so', async () => {
  const play = ready()
  play.do('tk', convening('leadershipOrientation', 5, play.now()))
  play.do('tk', checkIn(['p1', 'p2']))
  const { user, office } = meeting(play, 'tk')
  const seal = await screen.findByRole('button', { name: 'Khai mạc hội nghị' })
  expect(seal).toHaveAttribute('aria-disabled', 'true')
  await user.click(seal)
  expect(screen.getByRole('alert')).toHaveTextContent('có mặt 2/5 người được triệu tập, cần 4')
  expect(office.orders).toEqual([])
})

test('the agenda stands in the order of the law and says where one is', async () => {
  meeting(orientation(ready()), 'tk')
  const agenda = await screen.findByRole('navigation', { name: 'Chương trình hội nghị' })
  const items = within(agenda).getAllByRole('button')
  expect(items.map((item) => item.textContent)).toEqual([
    '1. Điểm danh, khai mạc đã xong',
    '2. Mục đích, tiêu chuẩn đã xong',
    '3. Thông qua danh sách đã xong',
    '4. Tổ kiểm phiếu đang làm',
    '5. Phát phiếu, bỏ phiếu sau đó',
    '6. Kiểm phiếu sau đó',
    '7. Kết quả sau đó',
    '8. Kết thúc, biên bản sau đó',
  ])
})

test('ballots stay shut while a name on them has not presented, and no button opens that by itself', async () => {
  const play = expanded()
  upToBallot(play, 'expandedNomination', { people: 24 }, ['a'])
  meeting(play, 'tk')
  const gate = await screen.findByRole('region', { name: 'Vì sao chưa làm được: Phát phiếu' })
  expect(within(gate).getByText(/Người B chưa trình bày chương trình hành động/)).toBeInTheDocument()
  expect(within(gate).queryByRole('button')).toBeNull()
})

test('a presentation goes on record with its times, its summary and its questions', async () => {
  const play = expanded()
  upToBallot(play, 'expandedNomination', { people: 24 })
  play.at(`${play.now().slice(0, 10)}T17:00:00+07:00`)
  const { user, office } = meeting(play, 'tk')
  await user.type(await screen.findByLabelText('Từ'), '16h')
  await user.type(screen.getByLabelText('Đến'), '1552')
  await user.type(screen.getByLabelText('Tóm tắt phần trình bày'), 'Ba việc')
  await user.click(screen.getByRole('button', { name: /Ghi phần trình bày/ }))
  expect(screen.getByText('Giờ xong phải sau giờ bắt đầu.')).toBeInTheDocument()
  await user.clear(screen.getByLabelText('Đến'))
  await user.type(screen.getByLabelText('Đến'), '16:12')
  await user.click(screen.getByRole('button', { name: 'Thêm câu hỏi' }))
  await user.type(screen.getByLabelText('Người hỏi'), 'Đại biểu 3')
  await user.type(screen.getByLabelText('Câu hỏi'), 'Nguồn lực?')
  await user.type(screen.getByLabelText('Trả lời'), 'Lồng ghép.')
  await user.click(screen.getByRole('button', { name: /Ghi phần trình bày/ }))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(office.orders).toHaveLength(1))
  expect(office.orders[0]).toMatchObject({
    command: {
      type: 'presentActionProgram',
      summary: 'Ba việc',
      questions: [{ askedBy: 'Đại biểu 3', text: 'Nguồn lực?', answer: 'Lồng ghép.' }],
    },
  })
  expect(await screen.findByText('trình bày 16:00 đến 16:12')).toBeInTheDocument()
})

describe('the count', () => {
  const voted = () => {
    const play = expanded()
    upToBallot(play, 'expandedNomination', { people: 24 }, ['a', 'b'])
    team(play, 24)
    issue(play, 24)
    return play.do('tk', { type: 'collectBallots', collected: 24, unusedSealed: 0 })
  }

  test('is judged as one types, by the law itself; an empty box is no zero', async () => {
    const { user, office } = meeting(voted(), 'kp1')
    await user.type(await screen.findByLabelText('Phiếu hợp lệ'), '22')
    await user.type(screen.getByLabelText('Phiếu không hợp lệ'), '1')
    expect(screen.getByText(/Lệch 1 phiếu/)).toBeInTheDocument()
    await user.type(screen.getByLabelText('A'), '12')
    await user.click(screen.getByRole('button', { name: /Nhập kết quả kiểm phiếu/ }))
    expect(screen.getByText('Ô này còn trống. Trống không phải là 0.')).toBeInTheDocument()
    expect(office.orders).toEqual([])
    await user.type(screen.getByLabelText('B'), '10')
    expect(screen.getByText(/Hợp lệ 22 cộng không hợp lệ 1 khác thu về 24/)).toBeInTheDocument()
    await user.clear(screen.getByLabelText('Phiếu không hợp lệ'))
    await user.type(screen.getByLabelText('Phiếu không hợp lệ'), '2')
    expect(screen.getByText('Các số khớp với nhau.')).toBeInTheDocument()
  })

  test('is confirmed by another person, never by whoever typed it', async () => {
    const play = voted()
    play.do('kp1', { type: 'typeCount', entry: { ballotsValid: 22, ballotsInvalid: 2, votes: { A: 12, B: 10 } } })
    const { user } = meeting(play, 'kp1')
    await user.click(await screen.findByRole('button', { name: /Xác nhận kết quả/ }))
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent(/nhập/)
    await user.selectOptions(screen.getByLabelText('Người đang làm việc'), 'kp2')
    await user.click(await screen.findByRole('button', { name: /Xác nhận kết quả/ }))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(play.where).toBe('expandedNomination.counted'))
  })

  test('shows each person on the base of the law: half of those convened is not over half', async () => {
    const play = voted()
    play.do('kp1', { type: 'typeCount', entry: { ballotsValid: 22, ballotsInvalid: 2, votes: { A: 12, B: 10 } } })
    play.do('kp2', { type: 'confirmCount' })
    meeting(play, 'hr')
    expect(await screen.findByText('Đưa tiếp')).toBeInTheDocument()
    expect(screen.getByRole('img', { name: 'A: 12 trong 24, bằng 50,00%, từ 30% là 8, quá bán phải 13' })).toBeInTheDocument()
    expect(screen.getByText('Mẫu số là 24 người được triệu tập, không phải số phiếu hợp lệ.')).toBeInTheDocument()
    expect(screen.getByText(/Đồng chí A được 12 phiếu, bằng 50,00%/)).toBeInTheDocument()
  })
})

test('whoever does not run the room reads the words of the part at hand, and is offered no key to turn them', async () => {
  const play = approved('RB2026')
  for (const id of ['a', 'b', 'd']) play.do('hr', program(id))
  upToBallot(play, 'leadershipOrientation', { list: ['a', 'b', 'd'] })
  meeting(play, 'kp1')
  const words = await screen.findByRole('region', { name: 'Lời chủ trì' })
  expect(within(words).queryByRole('button')).toBeNull()
  expect(within(words).getByRole('listitem', { current: true })).toHaveTextContent(/Tôi đề nghị tổ kiểm phiếu/)
})

test('an outcome of many names says the posts once, and Page Down turns its words and its figures between the band and the seal', async () => {
  const play = approved('RB2026')
  play.do('hr', nominee('e'))
  for (const id of ['a', 'b', 'd', 'e']) play.do('hr', program(id))
  upToBallot(play, 'leadershipOrientation', { list: ['a', 'b', 'd', 'e'] })
  team(play, 5)
  issue(play, 5)
  count(play, 5, { votes: { A: 2, B: 1, D: 1, E: 1 } })
  const { user } = meeting(play, 'tk')
  const words = await screen.findByRole('region', { name: 'Lời đọc' })
  const figures = screen.getByRole('region', { name: 'Số liệu' })
  expect(within(figures).getAllByRole('img')).toHaveLength(4)
  expect(within(figures).getAllByText('quá bán phải 3')).toHaveLength(1)
  for (const column of [words, figures]) {
    expect(column).toHaveAttribute('tabindex', '0')
    Object.defineProperty(column, 'clientHeight', { value: 500 })
  }
  await user.keyboard('{PageDown}')
  expect([words.scrollTop, figures.scrollTop]).toEqual([400, 400])
  await user.keyboard('{PageUp}')
  expect([words.scrollTop, figures.scrollTop]).toEqual([0, 0])
  // Correcting the figures stands with the figures, not below the seal.
  expect(within(figures).getByText('Đính chính kết quả kiểm phiếu', { selector: 'summary' })).toBeInTheDocument()
})

test('a result that is not announced stays an envelope for whoever may not know it', async () => {
  const play = expanded()
  conference(play, 'expandedNomination', { people: 24, presenters: ['a', 'b'] }, { votes: { A: 20, B: 4 } })
  upToBallot(play, 'keyOfficialsConsultation', { people: 45 })
  play.do('tk', { type: 'giveNomineeInformation', summary: 'Tóm tắt' })
  team(play, 45)
  issue(play, 45)
  count(play, 45, { votes: { A: 43 }, invalid: 2 })
  const { user } = meeting(play, 'tk')
  await user.click(await screen.findByRole('button', { name: /Kết quả/ }))
  const sheet = screen.getByRole('region', { name: 'Kết quả' })
  expect(sheet).toHaveTextContent('Đã niêm phong')
  expect(sheet).not.toHaveTextContent('43')
  expect(sheet).not.toHaveTextContent('Được chọn')
})

test('everyone checked in at once are those who are still expected', async () => {
  const play = ready()
  play.do('tk', convening('leadershipOrientation', 5, play.now()))
  play.do('tk', checkIn(['p1']))
  const { user } = meeting(play, 'tk')
  await user.click(await screen.findByRole('button', { name: 'Ghi có mặt 5 người còn lại' }))
  await waitFor(() => expect(Object.keys(play.case.state.conferences[0]?.attendance ?? {})).toHaveLength(everyone(5).length))
})
