// The counting table by role and label: what is in sight, what a key does, what nobody sees.
import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { approved, issue, preparation, team, upToBallot } from '../support/appointment.ts'
import type { Play } from '../support/play.ts'
import { caseId, memoryOffice } from './memory-office.ts'
import { showApp } from './show.tsx'

/** The box of twelve slips is open. */
const boxOpen = (): Play =>
  issue(team(upToBallot(preparation(approved('RB2022', { overlay: false }), ['a', 'b']), 'expandedNomination', { people: 12 }), 12), 12).do(
    'tk',
    {
      type: 'collectBallots',
      collected: 12,
      unusedSealed: 0,
    },
  )
const table = (play: Play, working: string, language: 'vi' | 'en' = 'vi') => {
  const office = memoryOffice(play, { working })
  return { office, ...showApp(office, `#/count/${caseId}`, language) }
}

test('a counter divides the slips, begins a bundle and presses keys; the ledger counts along', async () => {
  const { user, office } = table(boxOpen(), 'kp1')
  await user.click(await screen.findByRole('button', { name: 'Chia phiếu thành tập' }))
  await user.click(await screen.findByRole('button', { name: /^Bắt đầu đếm tập 1/ }))
  await screen.findByRole('region', { name: 'Nhập phiếu của tập 1' })
  await user.keyboard('[Digit1][Digit2][Digit1]')
  await screen.findByRole('status', { name: 'đã nhập 3 trong 12 phiếu' })
  expect(screen.getByRole('button', { name: /^1 A/ })).toHaveTextContent('2')
  expect(screen.getByText('1, A')).toBeInTheDocument()
  expect(within(screen.getByRole('complementary', { name: 'Sổ phiếu' })).getByText('bạn đã nhập').nextSibling).toHaveTextContent('3')
  await user.keyboard('[Digit0]')
  expect(await screen.findByRole('region', { name: 'Vì sao không hợp lệ?' })).toBeInTheDocument()
  await user.keyboard('[Digit3]')
  await screen.findByRole('status', { name: 'đã nhập 4 trong 12 phiếu' })
  expect(office.orders.filter(({ to }) => to === 'case')).toHaveLength(1)
})

test('after two counts that differ the bundle is named, and no figure of either is on the screen', async () => {
  const play = boxOpen().do('kp1', { type: 'makeCountBundles', size: 25 })
  const close = (a: number) => ({
    type: 'closeCountBundle' as const,
    no: 1,
    entry: { ballotsValid: 12, ballotsInvalid: 0, ballotsBlank: 0, votes: { A: a, B: 12 - a } },
  })
  play.do('kp1', close(7)).do('kp2', close(8))
  table(play, 'kp1')
  await screen.findByRole('heading', { name: 'Đếm lại tập 1: 12 phiếu' })
  expect(screen.getByText('lệch, cả hai đếm lại')).toBeInTheDocument()
  const bundles = screen.getByRole('region', { name: 'Các tập phiếu' })
  expect(bundles.textContent).not.toMatch(/[78]/)
  expect(screen.getByRole('main').textContent).not.toMatch(/\b[78]\b/)
})

test('whoever is not of the counting team is told who counts, and hands the keyboard on', async () => {
  const play = boxOpen().do('kp1', { type: 'makeCountBundles', size: 25 })
  table(play, 'tk')
  await screen.findByRole('heading', { name: 'Tổ kiểm phiếu đang đếm' })
  const group = screen.getByRole('group', { name: 'Chuyển bàn phím cho' })
  expect(
    within(group)
      .getAllByRole('button')
      .map((button) => button.textContent),
  ).toEqual(['Phan Anh Tuấn', 'Lý Thị Ngọc Bích'])
  expect(screen.queryByRole('button', { name: /^Bắt đầu đếm/ })).toBeNull()
})

/** Where whoever counts chooses how. */
const divided = () => boxOpen().do('kp1', { type: 'makeCountBundles', size: 25 })
const closedEntry = (play: Play) => play.facts.map(({ fact }) => fact).findLast((fact) => fact.type === 'countBundleClosed')

describe('the three ways to count', () => {
  // How it was counted last is kept on this PC.
  beforeEach(() => localStorage.removeItem('tien-cu.count-mode'))

  test('are offered by name, slips first, and the one used last is offered next time', async () => {
    const { user, unmount } = table(divided(), 'kp1')
    const ways = await screen.findByRole('group', { name: 'Cách đếm' })
    expect(within(ways).getAllByRole('radio')).toHaveLength(3)
    expect(within(ways).getByRole('radio', { name: /^Từng phiếu bằng phím số/ })).toBeChecked()
    await user.click(within(ways).getByRole('radio', { name: /^Tổng theo người/ }))
    unmount()
    table(divided(), 'kp1')
    expect(await screen.findByRole('radio', { name: /^Tổng theo người/ })).toBeChecked()
  })

  test('slip by slip: the last one is taken back, a full bundle closes with Enter and its numbers go to the law', async () => {
    const play = divided()
    const { user } = table(play, 'kp1')
    await user.click(await screen.findByRole('button', { name: /^Bắt đầu đếm tập 1/ }))
    await screen.findByRole('region', { name: 'Nhập phiếu của tập 1' })
    await user.keyboard('[Digit1][Digit1][Digit1][Digit1][Digit1][Digit1][Digit1][Digit2][Digit2][Digit2][Digit2]')
    await screen.findByRole('status', { name: 'đã nhập 11 trong 12 phiếu' })
    await user.keyboard('[Enter]')
    expect(await screen.findByText('Chưa chốt được tập: còn 1 phiếu.')).toBeInTheDocument()
    await user.keyboard('[Digit0][Digit3]')
    await screen.findByRole('status', { name: 'đã nhập 12 trong 12 phiếu' })
    expect(screen.getByText('Tập 1 đã đủ phiếu')).toBeInTheDocument()
    await user.keyboard('[Enter]')
    expect(await screen.findByText('Phần đếm của bạn đã xong')).toBeInTheDocument()
    expect(closedEntry(play)).toMatchObject({ no: 1, entry: { ballotsValid: 11, ballotsInvalid: 1, votes: { A: 7, B: 4 } } })
  })

  test('strokes: every call a stroke, five to a square, and the number said in figures', async () => {
    const play = divided()
    const { user, office } = table(play, 'kp1')
    await user.click(await screen.findByRole('radio', { name: /^Gạch phiếu như trên bảng/ }))
    await user.click(screen.getByRole('button', { name: /^Bắt đầu đếm tập 1/ }))
    const region = await screen.findByRole('region', { name: 'Nhập phiếu của tập 1' })
    await user.keyboard('[Digit1][Digit1][Digit1][Digit1][Digit1][Digit1][Digit1][Digit2]')
    await screen.findByRole('status', { name: 'đã nhập 8 trong 12 phiếu' })
    const [first] = within(region).getAllByRole('button', { name: /^1 A/ })
    expect(first).toHaveTextContent('7')
    // Seven strokes: a whole square and two sides of the next. Drawn, and hidden from readers who hear the figure.
    const drawn = first?.querySelector('svg.strokes')
    expect(drawn).toHaveAttribute('aria-hidden', 'true')
    expect(drawn?.querySelector('path')?.getAttribute('d')?.match(/M/g)).toHaveLength(7)
    expect(office.orders.filter((order) => order.to === 'shell' && order.act.act === 'setTotals')).toHaveLength(8)
    expect(office.orders.filter((order) => order.to === 'shell' && order.act.act === 'addSlip')).toEqual([])
    await user.keyboard('[Digit2][Digit2][Digit2][Digit2]')
    await screen.findByRole('status', { name: 'đã nhập 12 trong 12 phiếu' })
    await user.keyboard('[Enter]')
    await screen.findByText('Phần đếm của bạn đã xong')
    expect(closedEntry(play)).toMatchObject({ entry: { ballotsValid: 12, ballotsInvalid: 0, votes: { A: 7, B: 5 } } })
  })

  test('totals by name: an empty box is no zero, what does not add up is said in words, Enter goes on, Ctrl Enter closes', async () => {
    const play = divided()
    const { user } = table(play, 'kp1')
    await user.click(await screen.findByRole('radio', { name: /^Tổng theo người/ }))
    await user.click(screen.getByRole('button', { name: /^Bắt đầu đếm tập 1/ }))
    const region = await screen.findByRole('region', { name: 'Nhập phiếu của tập 1' })
    expect(within(region).getByText('Tập 1: tổng của 12 phiếu')).toBeInTheDocument()
    expect(within(region).getByRole('status')).toHaveTextContent('Còn 2 ô chưa có số.')
    const close = within(region).getByRole('button', { name: /Chốt tập 1/ })
    expect(close).toHaveAttribute('aria-disabled', 'true')
    await user.type(within(region).getByRole('textbox', { name: 'A' }), '9{Enter}')
    expect(within(region).getByRole('textbox', { name: 'B' })).toHaveFocus()
    await user.keyboard('x')
    expect(within(region).getByText('Chỉ nhập số nguyên không âm.')).toBeInTheDocument()
    await user.keyboard('{Backspace}4')
    // Thirteen votes on twelve slips.
    expect(within(region).getByRole('status')).not.toHaveTextContent('Khớp')
    expect(within(region).getByRole('status').textContent).toMatch(/12/)
    await user.keyboard('{Backspace}2')
    await user.type(within(region).getByRole('textbox', { name: 'Phiếu không hợp lệ' }), '1')
    expect(within(region).getByRole('status')).toHaveTextContent('Khớp: đủ 12 phiếu.')
    expect(within(region).getByText('Vì sao không hợp lệ?')).toBeInTheDocument()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText('Phần đếm của bạn đã xong')
    expect(closedEntry(play)).toMatchObject({ entry: { ballotsValid: 11, ballotsInvalid: 1, votes: { A: 9, B: 2 } } })
  })

  test('say the same in English', async () => {
    const { user } = table(divided(), 'kp1', 'en')
    await user.click(await screen.findByRole('radio', { name: /^Totals by name/ }))
    await user.click(screen.getByRole('button', { name: /^Begin bundle 1/ }))
    const region = await screen.findByRole('region', { name: 'Slips of bundle 1' })
    expect(within(region).getByRole('status')).toHaveTextContent('2 boxes have no number yet.')
    expect(within(region).getByRole('button', { name: /Close bundle 1/ })).toBeInTheDocument()
  })
})
