// The registers on the office page: what stands under each number, voiding one, following the office's own book.
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { RegistersView } from '../../workflows/office.ts'
import { Play } from '../support/play.ts'
import { memoryOffice } from './memory-office.ts'
import { showApp } from './show.tsx'

/** The page asks twice, on a machine that may be busy. */
const patient = { timeout: 10_000 }
const register = 'state/SM/BB/2026'
const registers: RegistersView = {
  terms: [{ name: '2025-2030', from: '2025-08-12' }],
  registers: [{ register, form: 'state', sign: 'SM', type: 'BB', period: '2026', isSample: false, next: 6 }],
  numbers: [
    {
      first: 5,
      last: 5,
      standing: 'awaiting-signatures',
      caseId: 'case-1',
      caseVersion: 12,
      post: 'Phó Giám đốc',
      paperId: 'case-1-1-bbhn-1',
      kind: 'conferenceMinutes',
      stage: 'leadershipOrientation',
    },
    { first: 3, last: 4, standing: 'takenByHand', reason: 'Văn thư cấp' },
    {
      first: 2,
      last: 2,
      standing: 'voided',
      reason: 'Lập nhầm',
      caseId: 'case-1',
      caseVersion: 12,
      post: 'Phó Giám đốc',
      paperId: 'case-1-1-bbkp-1',
      kind: 'voteCountMinutes',
    },
    { first: 1, last: 1, standing: 'before' },
  ],
}
const office = () => memoryOffice(new Play('2026-09-07T08:00:00+07:00'), { registers })

test('every number shows its paper, its case and how it stands', async () => {
  showApp(office(), '#/office/registers')
  const sheet = await screen.findByRole('region', { name: /Sổ đăng ký văn bản/ }, patient)
  await within(sheet).findByText('Số kế tiếp: 06', {}, patient)
  const rows = within(sheet).getAllByRole('row')
  expect(rows.slice(1).map((row) => row.textContent)).toEqual([
    expect.stringMatching(/^05Biên bản hội nghị, Hội nghị tập thể lãnh đạoPhó Giám đốcchờ ký/),
    '03-04cấp ngoài ứng dụng: Văn thư cấp',
    '02Biên bản kiểm phiếuPhó Giám đốcđã hủy số: Lập nhầm',
    '01trước khi dùng ứng dụng',
  ])
  expect(within(sheet).getByText('2025-2030, từ ngày 12/08/2025')).toBeInTheDocument()
})

test('a number is voided with a reason, and only with one', async () => {
  const fake = office()
  const { user } = showApp(fake, '#/office/registers')
  await user.click(await screen.findByText('Hủy số văn bản', {}, patient))
  await user.click(screen.getByRole('button', { name: 'Hủy số 05' }))
  expect(fake.orders).toEqual([])
  await user.type(screen.getByLabelText('Lý do hủy số 05'), 'Sai tên hội nghị')
  await user.click(screen.getByRole('button', { name: 'Hủy số 05' }))
  await waitFor(() => expect(fake.orders).toHaveLength(1))
  expect(fake.orders[0]).toMatchObject({
    to: 'case',
    caseId: 'case-1',
    seen: 12,
    command: { type: 'voidNumber', paperId: 'case-1-1-bbhn-1', reason: 'Sai tên hội nghị' },
  })
})

test('numbers of the own book, the start of a register and a new term are orders to the desk', async () => {
  const fake = office()
  const { user } = showApp(fake, '#/office/registers', 'en')
  await user.click(await screen.findByText('Take numbers that the book of the office gave', {}, patient))
  await user.type(screen.getByLabelText('Reason'), 'Given by the clerk')
  await user.click(screen.getByRole('button', { name: 'Take them' }))
  await user.click(screen.getByText('The book is older than the app: set where it stands (once)'))
  await user.type(screen.getByLabelText('Next number'), '41')
  await user.click(screen.getByRole('button', { name: 'Set the start' }))
  await user.click(screen.getByText('Record a new term', { selector: 'summary' }))
  await user.type(screen.getByLabelText('Name of the term, such as 2025-2030'), '2030-2035')
  await user.type(screen.getByLabelText('Begins on'), '1/9/2026')
  await user.click(screen.getByRole('button', { name: 'Record a new term' }))
  await waitFor(() => expect(fake.orders).toHaveLength(3))
  expect(fake.orders.map((order) => (order.to === 'office' ? order.command : null))).toEqual([
    { type: 'takeNumber', register, count: 1, reason: 'Given by the clerk' },
    { type: 'startRegister', register, next: 41 },
    { type: 'startTerm', name: '2030-2035', from: '2026-09-01' },
  ])
})

test('the house spelling is chosen on the office page', async () => {
  const fake = office()
  const { user } = showApp(fake, '#/office/papers')
  await user.click(await screen.findByRole('radio', { name: 'ở chữ sau: hoà, khoẻ, thuỷ' }, patient))
  await user.click(screen.getByRole('button', { name: 'Ghi cách đặt dấu' }))
  await waitFor(() => expect(fake.orders).toHaveLength(1))
  expect(fake.orders[0]).toMatchObject({ to: 'office', command: { type: 'chooseSpelling', toneMarks: 'secondVowel' } })
})

test.each([
  ['vi', /^Sổ đăng ký văn bản/, /Sổ số văn bản không hiện với vai trò của bạn/],
  ['en', /^Register/, /The registers are not shown to your role/],
] as const)('whoever may not know a sealed ballot sees no register, and why (%s)', async (language, title, words) => {
  const fake = memoryOffice(new Play('2026-09-07T08:00:00+07:00'), { registers, working: 'tk' })
  const asked: string[] = []
  const ask: typeof fake.ask = (question) => {
    asked.push(question.about)
    return fake.ask(question)
  }
  const watched = { ...fake, ask }
  showApp(watched, '#/office/registers', language)
  const sheet = await screen.findByRole('region', { name: title }, patient)
  expect(within(sheet).getByText(words)).toBeInTheDocument()
  expect(within(sheet).queryByRole('table')).toBeNull()
  expect(asked).not.toContain('registers')
})
