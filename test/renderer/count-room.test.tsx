// The counting table by role and label: what is in sight, what a key does, what nobody sees.
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
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
const table = (play: Play, working: string) => {
  const office = memoryOffice(play, { working })
  return { office, ...showApp(office, `#/count/${caseId}`) }
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
