// Home: whose turn it is, groups of time, filters, and what stands beside the list. Found by role and label.
import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { setSettings } from '../../renderer/settings.ts'
import type { CaseSummary } from '../../workflows/procedure/case-view.ts'
import { Play } from '../support/play.ts'
import { memoryOffice } from './memory-office.ts'
import { showApp } from './show.tsx'

const today = '2026-09-07T08:00:00+07:00'

const line = (no: number, more: Partial<CaseSummary> = {}): CaseSummary => ({
  caseId: `case-${no}`,
  title: `Trưởng phòng ${no}`,
  unit: 'Sở Mẫu',
  kind: 'appointmentOnSite',
  rulebook: 'RB2026',
  status: 'policyApproved',
  nextAct: { command: 'conveneConference', stage: 'leadershipOrientation', isOpen: true },
  stepNo: 3,
  stepsTotal: 8,
  papersAwaiting: 0,
  openedAt: today,
  lastAt: today,
  isSample: false,
  ...more,
})
const due = (dueOn: string) => ({ nextDeadline: { key: 'conferencesFinish', dueOn } })

const cases: readonly CaseSummary[] = [
  line(1, due('2026-09-02')),
  line(2, due('2026-09-07')),
  line(3, due('2026-09-11')),
  line(4, due('2026-09-25')),
  line(5, due('2027-01-04')),
  line(6, { unit: 'Sở Khác', kind: 'reappointment', status: 'draft' }),
  line(7, { status: 'keyOfficialsConsultation', nextAct: { command: 'typeCount', isOpen: true, isInMeeting: true } }),
  line(8, { status: 'archived', nextAct: undefined as never }),
  line(9, {
    ...due('2026-09-14'),
    status: 'preDecisionChecks',
    nextAct: { command: 'conveneConference', stage: 'leadershipDecision', isOpen: false, missing: 2 },
    nextMeeting: { stage: 'leadershipDecision', plannedAt: '2026-09-10T08:00:00+07:00', place: 'Phòng họp 1' },
  }),
]
const office = (working?: string) => memoryOffice(new Play(today), { cases, ...(working !== undefined && { working }) })
const names = async () =>
  within(await screen.findByRole('table', { name: '' }))
    .getAllByRole('button')
    .map((button) => button.textContent)

describe('my cases', () => {
  test('stand in groups of time with the working days left in words, the overdue first', async () => {
    showApp(office())
    const table = (await screen.findByRole('button', { name: 'Trưởng phòng 1' })).closest('table') as HTMLElement
    const heads = within(table)
      .getAllByRole('columnheader')
      .map((head) => head.textContent)
      .slice(4)
    expect(heads).toEqual(['Quá hạn 1', 'Hôm nay 1', 'Tuần này 1', 'Trong 30 ngày 2', 'Sau đó 1', 'Không có hạn 1'])
    const row = (no: number) =>
      within(table)
        .getByRole('button', { name: `Trưởng phòng ${no}` })
        .closest('tr')
    expect(row(1)).toHaveTextContent('quá 3 ngày làm việc')
    expect(row(1)).toHaveTextContent('hạn thứ Tư 02/09/2026')
    expect(row(2)).toHaveTextContent('trong hôm nay')
    expect(row(3)).toHaveTextContent('còn 4 ngày làm việc')
    expect(row(9)).toHaveTextContent('khóa, thiếu 2')
  })

  test('are those whose next act my roles may do; others and what is done stand apart', async () => {
    const { user } = showApp(office())
    await screen.findByRole('button', { name: 'Trưởng phòng 1' })
    expect(screen.queryByRole('button', { name: 'Trưởng phòng 7' })).toBeNull()
    const whose = screen.getByRole('group', { name: 'Việc của ai' })
    expect(within(whose).getByRole('button', { name: 'Của tôi 7' })).toHaveAttribute('aria-pressed', 'true')
    await user.click(within(whose).getByRole('button', { name: 'Chờ người khác 1' }))
    expect(await screen.findByRole('button', { name: 'Trưởng phòng 7' })).toBeInTheDocument()
    await user.click(within(whose).getByRole('button', { name: 'Đã xong 1' }))
    expect(await screen.findByRole('button', { name: 'Trưởng phòng 8' })).toBeInTheDocument()
    await user.click(within(whose).getByRole('button', { name: 'Cả phòng 8' }))
    expect(await screen.findByText('Hiện 8 trong 9 hồ sơ')).toBeInTheDocument()
  })

  test('whoever has nothing to do is told so, and shown the way to the whole office', async () => {
    const { user } = showApp(office('tk'))
    const whole = memoryOffice(new Play(today), {
      cases: cases
        .filter(({ caseId }) => caseId === 'case-6')
        .map((one) => ({ ...one, nextAct: { command: 'recordAct', act: 'policyRequest', isOpen: true } as const })),
      working: 'tk',
    })
    showApp(whole)
    expect(await screen.findByText('Không có việc nào đến lượt bạn')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Xem cả phòng' }))
    await waitFor(() => expect(screen.getAllByRole('button', { name: 'Trưởng phòng 6' }).length).toBeGreaterThan(0))
  })

  test('Enter goes to the act, on the page of the meeting where it belongs', async () => {
    const { user } = showApp(office('kp1'))
    const row = await screen.findByRole('button', { name: 'Trưởng phòng 7' })
    row.focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(window.location.hash).toBe('#/meeting/case-7'))
  })

  test('Shift and Enter go to the case itself', async () => {
    const { user } = showApp(office('kp1'))
    const row = await screen.findByRole('button', { name: 'Trưởng phòng 7' })
    row.focus()
    await user.keyboard('{Shift>}{Enter}{/Shift}')
    await waitFor(() => expect(window.location.hash).toBe('#/case/case-7'))
  })

  test('a letter typed on the list goes to the search', async () => {
    const { user } = showApp(office())
    const row = await screen.findByRole('button', { name: 'Trưởng phòng 1' })
    row.focus()
    await user.keyboard('khac')
    expect(screen.getByLabelText('Lọc hồ sơ, gõ không cần dấu')).toHaveValue('khac')
    expect(await screen.findByText('Hiện 1 trong 9 hồ sơ')).toBeInTheDocument()
  })
})

/** It is read and asked for after the list has been drawn. */
const patience = { timeout: 5000 }

test('rows grow with the spacing and the text chosen', async () => {
  showApp(office())
  const list = (await screen.findByRole('button', { name: 'Trưởng phòng 1' })).closest<HTMLElement>('.case-scroll')
  expect(list?.style.getPropertyValue('--row')).toBe('49px')
  act(() => setSettings({ density: 'wide', textSize: 150 }))
  expect(list?.style.getPropertyValue('--row')).toBe('82px')
  act(() => setSettings({ density: 'usual', textSize: 100 }))
})

describe('beside the list', () => {
  test('a day with deadlines is a button that shows only them', async () => {
    const { user } = showApp(office())
    const day = await screen.findByRole('button', { name: 'thứ Sáu 11/09/2026: 1 hạn' }, patience)
    await user.click(day)
    expect(await screen.findByText('Hiện 1 trong 9 hồ sơ')).toBeInTheDocument()
    expect(await names()).toEqual(['Trưởng phòng 3'])
    await user.click(day)
    expect(await screen.findByText('Hiện 7 trong 9 hồ sơ')).toBeInTheDocument()
  })

  test('filters by unit and place, and clears', async () => {
    const { user } = showApp(office())
    await user.selectOptions(await screen.findByLabelText('Đơn vị', {}, patience), 'Sở Khác')
    expect(await screen.findByText('Hiện 1 trong 9 hồ sơ')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Bỏ lọc' }))
    expect(await screen.findByText('Hiện 7 trong 9 hồ sơ')).toBeInTheDocument()
  })

  test('deadlines and filters are of the cases in the list; what is filtered by stays to be seen', async () => {
    const { user } = showApp(office())
    expect(await screen.findByText('1 quá hạn', {}, patience)).toBeInTheDocument()
    await user.selectOptions(screen.getByLabelText('Đơn vị'), 'Sở Khác')
    await user.click(screen.getByRole('button', { name: 'Chờ người khác 1' }))
    await waitFor(() => expect(screen.queryByText('1 quá hạn')).toBeNull())
    expect(screen.queryByRole('button', { name: /: 1 hạn$/ })).toBeNull()
    expect(within(screen.getByLabelText('Đơn vị')).getByRole('option', { name: 'Sở Khác (0)' })).toHaveProperty('selected', true)
  })

  test('where all cases are alike nothing is offered to choose among them, but a filter that is set can be taken off', async () => {
    const { user } = showApp(memoryOffice(new Play(today), { cases: cases.slice(0, 3) }))
    const day = await screen.findByRole('button', { name: 'thứ Sáu 11/09/2026: 1 hạn' }, patience)
    expect(screen.queryByRole('region', { name: 'Lọc' })).toBeNull()
    await user.click(day)
    const filters = await screen.findByRole('region', { name: 'Lọc' })
    expect(within(filters).queryByRole('combobox')).toBeNull()
    await user.click(within(filters).getByRole('button', { name: 'Bỏ lọc' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Lọc' })).toBeNull())
    expect(await screen.findByText('Hiện 3 trong 3 hồ sơ')).toBeInTheDocument()
  })

  test('meetings to come lead to their page', async () => {
    showApp(office())
    const meetings = await screen.findByRole('region', { name: 'Hội nghị sắp tới' }, patience)
    expect(meetings).toHaveTextContent('thứ Năm 10/09, 08:00')
    expect(within(meetings).getByRole('button', { name: 'Hội nghị tập thể lãnh đạo quyết định' })).toBeInTheDocument()
  })
})
