// The hall screen as drawn, by role and label: title page, agenda, the timer past its minutes, an announced result, and the mark of practice data.
import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { HallScreen } from '../../renderer/hall/hall-screen.tsx'
import { HallView } from '../../workflows/room/hall-view.ts'
import { show } from './show.tsx'

const common = {
  lang: 'vi',
  organisation: 'Sở Mẫu',
  meeting: 'Hội nghị cán bộ chủ chốt',
  subject: 'giới thiệu nhân sự Phó Giám đốc Sở',
  day: 'ngày 07 tháng 9 năm 2026',
} as const
const meeting = (more: object) =>
  HallView.parse({
    kind: 'meeting',
    ...common,
    act: 'Chương trình hành động',
    agenda: [
      { text: 'Khai mạc', standing: 'done' },
      { text: 'Chương trình hành động', standing: 'here' },
      { text: 'Bỏ phiếu kín', standing: 'later' },
    ],
    agendaLabel: 'Chương trình',
    people: { present: 43, convened: 45, label: 'người có mặt', quorum: 'đủ người để họp', isMet: true },
    ...more,
  })
const wall = performance.now.bind(performance)
afterEach(() => void vi.restoreAllMocks())

test('the title page says whose meeting, which, about whom and when; in a rehearsal it says so', () => {
  show(<HallScreen view={HallView.parse({ kind: 'cover', ...common, sample: 'DIỄN TẬP' })} heardAt={0} />)
  const page = screen.getByRole('main')
  expect(within(page).getByRole('heading', { name: 'Hội nghị cán bộ chủ chốt' })).toBeInTheDocument()
  expect(page).toHaveTextContent('Sở Mẫu')
  expect(page).toHaveTextContent('giới thiệu nhân sự Phó Giám đốc Sở')
  expect(within(page).getByText('DIỄN TẬP')).toBeInTheDocument()
})

test('the agenda says where the meeting is, and the foot how many are there', () => {
  show(<HallScreen view={meeting({ words: 'Mời bỏ phiếu.', sample: 'DIỄN TẬP' })} heardAt={0} />)
  const agenda = screen.getByRole('list', { name: 'Chương trình' })
  expect(
    within(agenda)
      .getAllByRole('listitem')
      .map((item) => item.getAttribute('aria-current')),
  ).toEqual([null, 'step', null])
  const foot = screen.getByRole('contentinfo')
  expect(foot).toHaveTextContent('43/45người có mặt')
  expect(foot).toHaveTextContent('đủ người để họp')
  expect(foot).toHaveTextContent('DIỄN TẬP')
  expect(screen.getByText('Mời bỏ phiếu.')).toBeInTheDocument()
})

test.each([
  ['vi', 'trong 10 phút'],
  ['en', 'of 10 minutes'],
] as const)('a running timer counts on by itself and is marked in its last minute and when it is over (%s)', async (lang, allowed) => {
  const speaker = {
    name: 'Trần Văn An',
    position: 'Trưởng phòng',
    timer: { ran: 8.5 * 60_000, isRunning: true, allowedMinutes: 10, phase: 'trình bày' },
  }
  show(<HallScreen view={meeting({ lang, speaker })} heardAt={wall()} />)
  const timer = screen.getByText(allowed).closest('p') as HTMLElement
  expect(timer).toHaveTextContent(/^08:3\d/)
  expect(timer.className.trim()).toBe('time')
  for (const [later, said, state] of [
    [60_000, /^09:3\d/, 'warn'],
    [150_000, /^11:0\d/, 'wrong'],
  ] as const) {
    vi.spyOn(performance, 'now').mockImplementation(() => wall() + later)
    await waitFor(() => expect(timer).toHaveTextContent(said))
    expect(timer).toHaveClass(state)
  }
  expect(document.documentElement.lang).toBe(lang)
})

test('a stopped timer stands', () => {
  const timer = { ran: 61_000, isRunning: false, allowedMinutes: 10, phase: 'trình bày' }
  show(<HallScreen view={meeting({ speaker: { name: 'Trần Văn An', position: 'Trưởng phòng', timer } })} heardAt={0} />)
  act(() => void vi.spyOn(performance, 'now').mockImplementation(() => wall() + 600_000))
  expect(screen.getByText(/^trong 10 phút$/).closest('p')).toHaveTextContent('01:01')
})

test('an announced result is read out whole, each person on the base, and the agenda makes room for it', () => {
  const result = {
    sentence: 'Đồng chí An được lựa chọn.',
    people: [
      {
        name: 'Trần Văn An',
        votes: 40,
        base: 45,
        percent: '88,89',
        posts: [{ at: 23, label: 'quá bán: 23' }],
        meaning: 'passed',
        sentence: 'Trần Văn An: 40 trong 45, bằng 88,89%',
      },
    ],
  }
  show(<HallScreen view={meeting({ result })} heardAt={0} />)
  expect(screen.getByText('Đồng chí An được lựa chọn.')).toBeInTheDocument()
  expect(screen.getByRole('img', { name: 'Trần Văn An: 40 trong 45, bằng 88,89%' })).toBeInTheDocument()
  expect(screen.getByText('40/45')).toBeInTheDocument()
  expect(screen.queryByRole('list', { name: 'Chương trình' })).toBeNull()
})

test('a long result stands on the screen page by page: no line of it runs over the foot, and every name comes', () => {
  vi.useFakeTimers()
  try {
    const people = Array.from({ length: 20 }, (_, index) => ({
      name: `Người ${index + 1}`,
      votes: 20 - index,
      base: 45,
      percent: '0,00',
      posts: [],
      meaning: 'ink',
      sentence: `Người ${index + 1}`,
    }))
    show(<HallScreen view={meeting({ act: 'Kết quả', result: { sentence: 'Không ai được lựa chọn.', people } })} heardAt={0} />)
    const names = () => screen.getAllByText(/^Người \d+$/).map(({ textContent }) => textContent)
    expect(screen.getByText('Kết quả · 1/2')).toBeInTheDocument()
    expect(names()).toEqual(people.slice(0, 10).map(({ name }) => name))
    act(() => void vi.advanceTimersByTime(10_000))
    expect(screen.getByText('Kết quả · 2/2')).toBeInTheDocument()
    expect(names()).toEqual(people.slice(10).map(({ name }) => name))
    act(() => void vi.advanceTimersByTime(10_000))
    expect(screen.getByText('Kết quả · 1/2')).toBeInTheDocument()
  } finally {
    vi.useRealTimers()
  }
})

test('up to eight names have a ruler each', () => {
  const people = Array.from({ length: 8 }, (_, index) => ({
    name: `Người ${index + 1}`,
    votes: 5,
    base: 45,
    percent: '11,11',
    posts: [{ at: 23, label: 'quá bán: 23' }],
    meaning: 'ink',
    sentence: `Người ${index + 1}: 5 trong 45`,
  }))
  show(<HallScreen view={meeting({ result: { sentence: 'Không ai được lựa chọn.', people } })} heardAt={0} />)
  expect(screen.getAllByRole('img')).toHaveLength(8)
  expect(screen.queryByText(/1\/2/)).toBeNull()
})
