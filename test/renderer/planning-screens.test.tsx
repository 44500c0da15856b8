// Planning by hand: choosing whom to propose, the yearly review by keyboard alone, the steps, what an office sets, the end of a list.
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { PlanningCommand } from '../../workflows/planning/commands.ts'
import type { PlannedPerson } from '../../workflows/planning/facts.ts'
import { planningDay, planningOffice } from './planning-office.ts'
import { showApp } from './show.tsx'

const patient = { timeout: 10_000 }
const person = (id: string, name: string, more: Partial<PlannedPerson> = {}): PlannedPerson => ({
  personId: id,
  name,
  birthDate: '1980-02-03',
  sex: 'male',
  currentPost: 'Trưởng phòng',
  currentUnit: 'Sở Mẫu',
  currentRank: 5,
  ...more,
})
const people = [
  person('ha', 'Nguyễn Thị Hà', { sex: 'female' }),
  person('ky-luat', 'Trần Văn Hà'),
  person('tai-cho', 'Lê Sơn Hà', { currentPost: 'Phó Giám đốc', currentRank: 6, birthDate: '1967-05-12' }),
]
const tools = {
  proposedOn: () => [],
  disciplinesOf: ({ personId }: { readonly personId: string }) =>
    personId === 'ky-luat' ? [{ sanction: 'reprimand' as const, effectiveOn: '2026-01-05' }] : [],
}
const opened: PlanningCommand = {
  type: 'openPlanningList',
  listId: 'pgd',
  post: { title: 'Phó Giám đốc', unit: 'Sở Mẫu', level: 'province', rank: 6, kind: 'committee', seats: 3 },
  term: { name: '2026-2031', from: '2026-10-01', until: '2031-09-30' },
  approver: 'Ban Thường vụ',
}
const proposed = (no: number): PlanningCommand => ({
  type: 'proposeForPlanning',
  listId: 'pgd',
  entryId: `n${no}`,
  person: person(`nguoi-${no}`, `Nguyễn Văn ${no}`),
  source: 'inside',
  isReElection: false,
  on: planningDay,
})
const document = { number: '12-QĐ/TU', date: planningDay }
const approved = (...nos: readonly number[]): PlanningCommand => ({
  type: 'approvePlanning',
  listId: 'pgd',
  entryIds: nos.map((no) => `n${no}`),
  document,
  on: planningDay,
})
const region = (name: string | RegExp) => screen.findByRole('region', { name }, patient)

test('a person is found as in the list of people; whoever may not be planned has every reason with its article', async () => {
  const { office, orders, state } = planningOffice(people, tools, [opened])
  const { user } = showApp(office, '#/planning/pgd')
  const sheet = await region('Đề xuất vào quy hoạch')
  await user.type(within(sheet).getByLabelText('Tìm người trong sổ cán bộ'), 'ha')
  const found = await within(sheet).findByRole('list', { name: 'Người tìm thấy' }, patient)
  const lines = within(found).getAllByRole('listitem')
  await waitFor(() => expect(lines[1]).toHaveTextContent(/bị kỷ luật từ .*05\/01\/2026.*377-QĐ\/TW/), patient)
  expect(lines[2]).toHaveTextContent(/đang giữ chức vụ Phó Giám đốc.*377-QĐ\/TW/)
  expect(lines[2]).toHaveTextContent(/cần 60.*45-CT\/TW/)
  expect(
    within(found)
      .getAllByRole('button')
      .map((one) => one.textContent),
  ).toEqual(['Chọn Nguyễn Thị Hà'])
  await user.click(within(found).getByRole('button'))
  await user.click(within(sheet).getByRole('button', { name: 'Đề xuất vào quy hoạch' }))
  await waitFor(() => expect(state().entries.size).toBe(1), patient)
  expect(orders).toMatchObject([{ type: 'proposeForPlanning', person: { personId: 'ha', currentRank: 5, currentUnit: 'Sở Mẫu' } }])
})

test('the yearly review goes from the first person to the last by keyboard alone: keep, out, in, and the table tells it', async () => {
  const { office, state } = planningOffice(people, tools, [opened, proposed(1), proposed(2), approved(1, 2), proposed(3)])
  const { user } = showApp(office, '#/planning/pgd')
  const sheet = await region('Rà soát hằng năm')
  const group = (name: string) => within(sheet).getByRole('group', { name })
  const tabTo = async (wanted: HTMLElement) => {
    for (let steps = 0; window.document.activeElement !== wanted && steps < 400; steps++) await user.tab()
    expect(wanted).toHaveFocus()
  }
  await tabTo(within(group('Nguyễn Văn 2')).getByRole('radio', { name: 'Giữ' }))
  await user.keyboard('{ArrowRight}')
  await tabTo(await within(group('Nguyễn Văn 2')).findByLabelText('Lý do'))
  await user.keyboard('Không hoàn thành nhiệm vụ')
  await tabTo(within(group('Nguyễn Văn 3')).getByRole('radio', { name: 'Để lại' }))
  await user.keyboard('{ArrowRight}')
  expect(within(sheet).getByText('Giữ 1, đưa ra 1, bổ sung 1.')).toBeInTheDocument()
  await tabTo(within(sheet).getByLabelText('Số, ký hiệu'))
  await user.keyboard('30-KL/TU')
  await user.tab()
  await user.keyboard('7/9/2026')
  await tabTo(within(sheet).getByRole('button', { name: 'Ghi rà soát năm 2026' }))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(state().entries.get('n3')?.standing).toBe('approved'), patient)
  expect(['n1', 'n2'].map((id) => state().entries.get(id)?.standing)).toEqual(['approved', 'out'])
  const past = await within(sheet).findByRole('table', { name: 'Các đợt rà soát' }, patient)
  expect(within(past).getAllByRole('row')[1]).toHaveTextContent(/2026.*30-KL\/TU1: Nguyễn Văn 11Nguyễn Văn 2: không còn đủ tiêu chuẩn/)
  expect(within(past).getAllByRole('row')[1]).toHaveTextContent(/1: Nguyễn Văn 3$/)
  // One review a year: no form is left that could only be refused.
  expect(within(sheet).getByRole('status')).toHaveTextContent('Đã rà soát năm 2026.')
  expect(within(sheet).queryByRole('button', { name: 'Ghi rà soát năm 2026' })).toBeNull()
})

test('a step, an appointment and the end of a list are recorded; what the step counted stands by the person', async () => {
  const { office, state } = planningOffice(people, tools, [opened, proposed(1), approved(1)])
  const { user } = showApp(office, '#/planning/pgd')
  const step = await region('Ghi kết quả một bước giới thiệu')
  await user.type(within(step).getByLabelText('Bước'), 'Hội nghị cán bộ chủ chốt')
  await user.type(within(step).getByLabelText('Triệu tập'), '40')
  await user.type(within(step).getByLabelText('Có mặt'), '38')
  await user.type(within(step).getByLabelText('Nguyễn Văn 1'), '20')
  await user.click(within(step).getByRole('button', { name: 'Ghi bước này' }))
  const list = await region('Người')
  await within(list).findByText(/Hội nghị cán bộ chủ chốt.*20\/40 người triệu tập đồng ý, chưa quá nửa/, {}, patient)
  await user.click(within(list).getByText('Ghi đã bổ nhiệm: Nguyễn Văn 1'))
  await user.click(within(list).getByRole('button', { name: 'Ghi đã bổ nhiệm' }))
  expect(state().entries.get('n1')?.standing).toBe('approved')
  await user.type(within(list).getByLabelText('Số, ký hiệu'), '77/QĐ-UBND')
  await user.type(within(list).getByLabelText('Ngày văn bản'), '7/9/2026')
  await user.click(within(list).getByRole('button', { name: 'Ghi đã bổ nhiệm' }))
  await within(list).findByText('Đã bổ nhiệm', {}, patient)
  const end = await region('Kết thúc danh sách')
  await user.click(within(end).getByRole('button', { name: 'Kết thúc danh sách' }))
  await user.type(within(end).getByLabelText('Lý do'), 'Hết nhiệm kỳ')
  await user.click(within(end).getByRole('button', { name: 'Kết thúc danh sách' }))
  await screen.findByText('07/09/2026: Hết nhiệm kỳ', {}, patient)
  expect(screen.queryByRole('region', { name: 'Rà soát hằng năm' })).toBeNull()
})

test('a list without people says so and asks nothing that could not be recorded', async () => {
  const { office } = planningOffice(people, tools, [opened])
  showApp(office, '#/planning/pgd')
  expect(await region('Người')).toHaveTextContent(/Chưa có người.*Đề xuất vào quy hoạch/)
  const structure = within(await region('Cơ cấu'))
  expect(structure.getAllByText('Chưa có người').length).toBeGreaterThan(0)
  expect(structure.queryByText('Chưa đạt')).toBeNull()
  for (const name of ['Ghi kết quả một bước giới thiệu', 'Ghi sự việc của người trong quy hoạch']) {
    const sheet = await region(name)
    expect(sheet).toHaveTextContent('Ghi được khi danh sách có người đang đề xuất hoặc đã duyệt.')
    expect(within(sheet).queryByRole('button')).toBeNull()
  }
})

test('what the office sets says where it comes from, and only what fits is recorded', async () => {
  const { office, orders } = planningOffice(people, tools, [opened])
  const { user } = showApp(office, '#/planning', 'en')
  const sheet = await region(/Planning settings of the office/)
  const row = (name: string) => within(sheet).getByRole('row', { name: new RegExp(name) })
  expect(row('Women: at least')).toHaveTextContent(/50-QĐ\/TW/)
  const women = within(sheet).getByLabelText('Women: at least (%)')
  await user.clear(women)
  await user.type(women, '300')
  await user.type(within(sheet).getByLabelText('Reason'), 'Plan of the province')
  await user.click(within(sheet).getByRole('button', { name: 'Record the settings' }))
  expect(await within(sheet).findByRole('alert')).toHaveTextContent(/shares from 0 to 100/)
  expect(orders).toEqual([])
  await user.clear(women)
  await user.type(women, '30')
  await user.click(within(sheet).getByRole('button', { name: 'Record the settings' }))
  await waitFor(() => expect(orders).toHaveLength(1), patient)
  expect(orders[0]).toMatchObject({ type: 'changePlanningSettings', settings: { womenPercent: 30, committeeTenths: { from: 15, to: 20 } } })
  const again = await region(/Planning settings of the office/)
  await within(again).findByText('Default: 25', {}, patient)
  expect(within(again).getByRole('row', { name: /Women: at least/ })).toHaveTextContent(/office setting/)
})

test('before BC-10 goes out, the screen says where it differs from the yearly review, with both figures and the names behind them', async () => {
  const kept: PlanningCommand = { type: 'reviewPlanning', listId: 'pgd', year: 2026, on: planningDay, kept: ['n1', 'n2'], out: [] }
  // Approved this year, and kept by its review: the return counts them as brought in.
  const { office } = planningOffice(people, tools, [opened, proposed(1), proposed(2), proposed(3), approved(1, 2), kept, approved(3)])
  const differing = async (language: 'vi' | 'en') => {
    const { user, unmount } = showApp(office, '#/import', language)
    const books = await region(language === 'vi' ? 'Xuất danh sách, báo cáo' : 'Export lists and returns')
    await user.selectOptions(within(books).getByLabelText(language === 'vi' ? 'Xuất gì' : 'What'), 'planning')
    const table = await screen.findByRole('table', { name: /^Phó Giám đốc/ }, patient)
    const cells = within(table)
      .getAllByRole('row')
      .map((row) => [...row.querySelectorAll('td, th')].map(({ textContent }) => textContent))
    const said = within(table.closest('section') ?? table).getByRole('status').textContent
    unmount()
    return { cells, said }
  }
  const vi = await differing('vi')
  expect(vi.said).toContain('Biểu khác danh sách rà soát ở 1 chức danh.')
  expect(vi.cells).toEqual([
    ['Nội dung, người', 'Theo biểu', 'Theo rà soát 07/09/2026', 'Việc đã ghi'],
    ['Số giữ', '0', '2', ''],
    ['Số bổ sung', '3', '1', ''],
    ['Nguyễn Văn 1', 'Bổ sung', 'Giữ', 'phê duyệt 07/09/2026'],
    ['Nguyễn Văn 2', 'Bổ sung', 'Giữ', 'phê duyệt 07/09/2026'],
  ])
  const en = await differing('en')
  expect(en.said).toContain('The return differs from the review of 1 list.')
  expect(en.cells.at(-1)).toEqual(['Nguyễn Văn 2', 'Brought in', 'Kept', 'approved 07/09/2026'])
})

test('numbers of a planning form are judged in their boxes, and nothing unreadable is sent', async () => {
  const { office, orders } = planningOffice(people, tools, [opened, proposed(1), approved(1)])
  const { user, unmount } = showApp(office, '#/planning')
  const lists = await region('Danh sách quy hoạch')
  const box = (name: string) => within(lists).getByLabelText(name)
  for (const [name, text] of [
    ['Chức danh quy hoạch', 'Chánh Văn phòng'],
    ['Đơn vị', 'Sở Mẫu'],
    ['Tên nhiệm kỳ', '2026-2031'],
    ['Từ ngày', '1/10/2026'],
    ['Đến ngày', '30/9/2031'],
    ['Cấp phê duyệt', 'Đảng ủy'],
  ] as const) {
    await user.clear(box(name))
    await user.type(box(name), text)
  }
  await user.clear(box('Bậc chức vụ'))
  await user.type(box('Bậc chức vụ'), '12')
  await user.clear(box('Số lượng'))
  await user.click(within(lists).getByRole('button', { name: 'Lập danh sách' }))
  expect(box('Bậc chức vụ')).toHaveAccessibleDescription('Một số từ 0 đến 9.')
  expect(box('Số lượng')).toBeInvalid()
  expect(orders).toEqual([])
  await user.clear(box('Bậc chức vụ'))
  await user.type(box('Bậc chức vụ'), '5')
  await user.type(box('Số lượng'), '2')
  await user.click(within(lists).getByRole('button', { name: 'Lập danh sách' }))
  await waitFor(() => expect(orders).toMatchObject([{ type: 'openPlanningList', post: { rank: 5, seats: 2 } }]), patient)
  unmount()

  const { user: again } = showApp(office, '#/planning/pgd')
  const event = within(await region('Ghi sự việc của người trong quy hoạch'))
  await again.selectOptions(event.getByLabelText('Căn cứ'), 'quá nửa phiếu tín nhiệm thấp')
  await again.type(event.getByLabelText('Ngày'), '7/9/2026')
  await again.type(event.getByLabelText('Số phiếu tín nhiệm thấp'), 'ba')
  await again.type(event.getByLabelText('Số phiếu thu về'), '0')
  await again.click(event.getByRole('button', { name: 'Ghi sự việc của người trong quy hoạch' }))
  expect(event.getByLabelText('Số phiếu tín nhiệm thấp')).toBeInvalid()
  expect(event.getByLabelText('Số phiếu thu về')).toHaveAccessibleDescription('Ít nhất 1 phiếu.')
  expect(orders).toHaveLength(1)
})
