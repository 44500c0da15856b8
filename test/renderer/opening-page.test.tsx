// The page that opens a case, by role and label: before anything is bound it says which rulebook, why, which overlays, and what the office set.
import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { rulebook } from '../../workflows/rulebooks/index.ts'
import { overlays } from '../../workflows/rulebooks/overlays.ts'
import { Play } from '../support/play.ts'
import { memoryOffice } from './memory-office.ts'
import { showApp } from './show.tsx'

const words = { rank: 'Bậc của chức danh', day: 'Ngày chủ trương', page: 'Hồ sơ này sẽ đi thế nào' } as const

async function opening(day: string, rank = '6') {
  const office = memoryOffice(new Play('2026-09-07T08:00:00+07:00'))
  const shown = showApp(office, '#/open')
  const { user } = shown
  await user.selectOptions(await screen.findByLabelText(words.rank), rank)
  await user.type(screen.getByLabelText(words.day), day)
  return { ...shown, office, page: await screen.findByRole('region', { name: words.page }) }
}

describe('the page that opens a case', () => {
  test('draws the times of the law with the day of the case, and says the same in a sentence', async () => {
    const { page, office } = await opening('7/9/2026')
    expect(within(page).getByRole('img', { name: /^Ngày 07\/09\/2026 thuộc thời kỳ từ \d\d\/\d\d\/2026: .*300\/2026/ })).toBeInTheDocument()
    expect(within(page).getByText(/Vì chức danh thuộc khối công chức và ngày chủ trương là 07\/09\/2026/)).toBeInTheDocument()
    expect(within(page).getByText('Việc đã làm trước một quy định mới vẫn giữ nguyên giá trị.')).toBeInTheDocument()
    // Nothing was asked of the law yet.
    expect(office.orders).toEqual([])
  })

  test('says whose act it is before anything is typed, and keeps its seal shut for other roles', async () => {
    const office = memoryOffice(new Play('2026-09-07T08:00:00+07:00'), { working: 'kp1' })
    const { user } = showApp(office, '#/open')
    const page = within(await screen.findByRole('region', { name: words.page }))
    expect(page.getByText('Việc này thuộc vai trò: tham mưu tổ chức cán bộ. Đổi người đang làm việc ở góc trên.')).toBeInTheDocument()
    await user.click(page.getByRole('button', { name: /^Mở và gắn bộ quy tắc/ }))
    expect(page.queryByRole('button', { name: /^Nhấn lần nữa để ghi/ })).toBeNull()
    expect(office.orders).toEqual([])
  })

  test('lists every step with its ballot, its base, what is announced, and its article', async () => {
    const { page } = await opening('7/9/2026')
    const [head, ...steps] = within(page).getAllByRole('row')
    expect(within(head as HTMLElement).getAllByRole('columnheader')).toHaveLength(6)
    expect(steps).toHaveLength(4)
    expect(steps.map((row) => within(row).getAllByRole('cell')[0]?.textContent)).toEqual([
      expect.stringMatching(/^1\. .*tập thể lãnh đạo/i),
      expect.stringMatching(/^2\. .*mở rộng/i),
      expect.stringMatching(/^3\. .*cán bộ chủ chốt/i),
      expect.stringMatching(/^4\. .*tập thể lãnh đạo/i),
    ])
    // The consultation is sealed; it says so in words, not by a colour.
    expect(within(steps[2] as HTMLElement).getByText('niêm phong')).toBeInTheDocument()
    for (const row of steps) expect(within(row).getAllByRole('cell').at(-1)?.textContent).toMatch(/\S/)
  })

  test('an overlay says whether it applies here, and where its doors stand', async () => {
    const { page } = await opening('7/9/2026')
    expect(within(page).getAllByText(overlays['OV-AP2021'].name.vi, { selector: 'b' })).toHaveLength(1)
    expect(within(page).getByText('áp dụng')).toBeInTheDocument()
    expect(within(page).getAllByText(/không ai tắt được trong hồ sơ/)).toHaveLength(1)
  })

  test('an earlier day is bound by the rulebook of its time', async () => {
    const { page } = await opening('6/3/2023')
    expect(within(page).getByRole('img', { name: /^Ngày 06\/03\/2023 thuộc thời kỳ từ/ })).toBeInTheDocument()
    expect(within(page).getByRole('heading', { level: 2, name: rulebook('RB2022').name.vi })).toBeInTheDocument()
    for (const article of within(page)
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent))
      expect(article).not.toContain('300/2026')
  })

  test('without a day it asks for one and shows no law', async () => {
    showApp(memoryOffice(new Play('2026-09-07T08:00:00+07:00')), '#/open')
    const page = await screen.findByRole('region', { name: words.page })
    expect(within(page).queryByRole('table')).toBeNull()
    expect(within(page).queryByRole('img')).toBeNull()
  })

  test('settings stand apart from the text: how many, all of them on demand, and what differs first', async () => {
    const { page, user } = await opening('7/9/2026')
    expect(within(page).getByText(/^\d+ thiết lập$/)).toBeInTheDocument()
    const more = within(page).getByRole('button', { name: /^Xem cả \d+$/ })
    expect(more).toHaveAttribute('aria-expanded', 'false')
    const shown = () => within(page).getAllByRole('term').length
    const few = shown()
    await user.click(more)
    expect(shown()).toBeGreaterThan(few)
    expect(within(page).getByText(/Phút trình bày 10, .*Thứ tự bốc thăm/)).toBeInTheDocument()
    await user.click(within(page).getByRole('button', { name: 'Xem ít hơn' }))
    expect(shown()).toBe(few)
    await user.click(screen.getByText(/Chỗ văn bản không nói/))
    await user.click(screen.getByRole('radio', { name: 'hợp lệ, tính là phiếu trắng' }))
    expect(within(page).getAllByRole('definition')[0]).toHaveTextContent('hợp lệ, tính là phiếu trắng')
  })

  test('says the same in English', async () => {
    const { user } = showApp(memoryOffice(new Play('2026-09-07T08:00:00+07:00')), '#/open', 'en')
    await user.type(await screen.findByLabelText('Policy approved on'), '7/9/2026')
    const page = await screen.findByRole('region', { name: 'How this case will go' })
    const line = within(page).getByRole('img', { name: /^The day 07\/09\/2026 lies in the period from/ })
    expect([...line.querySelectorAll('text')].map((text) => text.textContent)).toContain('Decree 300/2026')
    expect(line).not.toHaveTextContent(/NĐ|QĐ/)
    expect(within(page).getByText(/^Because the post belongs to .* and the policy is dated 07\/09\/2026/)).toBeInTheDocument()
    expect(within(page).getAllByRole('row')).toHaveLength(5)
    expect(within(page).getByText(/^\d+ settings$/)).toBeInTheDocument()
  })
})
