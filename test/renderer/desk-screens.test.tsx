// The desk: a file and an operator first, then the list of cases, opening one, its page. Found by role and label.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { CaseSummary } from '../../workflows/procedure/case-view.ts'
import { approved, conference, program } from '../support/appointment.ts'
import { Play } from '../support/play.ts'
import { caseId, memoryOffice } from './memory-office.ts'
import { showApp } from './show.tsx'

const fresh = () => new Play('2026-09-07T08:00:00+07:00')

test('without a data file the first screen asks for one, with its passphrase', async () => {
  const office = memoryOffice(fresh(), { file: null })
  const { user } = showApp(office)
  expect(await screen.findByRole('heading', { level: 1, name: 'Mở tệp dữ liệu' })).toHaveFocus()
  await user.type(screen.getByLabelText('Mật khẩu của tệp'), 'mật khẩu thử')
  await user.click(screen.getByRole('button', { name: 'Mở tệp' }))
  expect(office.orders).toEqual([{ to: 'shell', act: { act: 'openFile', file: '/du-lieu/so.tiencu', passphrase: 'mật khẩu thử' } }])
})

test('a new file is not made while the two passphrases differ', async () => {
  const office = memoryOffice(fresh(), { file: null })
  const { user } = showApp(office)
  await user.type(await screen.findByLabelText('Mật khẩu mới cho tệp'), 'mật khẩu thử')
  await user.type(screen.getByLabelText('Nhập lại mật khẩu'), 'mật khẩu khác')
  await user.click(screen.getByRole('button', { name: 'Tạo tệp' }))
  expect(screen.getByText('Hai lần nhập khác nhau.')).toBeInTheDocument()
  expect(office.orders).toEqual([])
})

test('people of a new office stand on one line each; their roles are folded under the words of them, and open by themselves when none is chosen', async () => {
  const { user } = showApp(memoryOffice(fresh(), { file: null }))
  const third = within(await screen.findByRole('group', { name: 'Người thứ 3' }))
  expect(screen.getByLabelText('Mật khẩu mới cho tệp')).toHaveAccessibleDescription(/Ít nhất 8 ký tự/)
  const roles = third.getByText('Vai trò: tổ kiểm phiếu').closest('details')
  expect(roles).not.toHaveAttribute('open')
  await user.click(third.getByText('Vai trò: tổ kiểm phiếu'))
  await user.click(third.getByRole('checkbox', { name: 'tổ kiểm phiếu' }))
  await user.click(third.getByText('Chọn vai trò'))
  await user.click(screen.getByRole('button', { name: 'Tạo tệp' }))
  expect(third.getByText('Chọn vai trò').closest('details')).toHaveAttribute('open')
})

test('work starts by choosing who is working', async () => {
  const office = memoryOffice(fresh(), { working: '' })
  const { user } = showApp(office)
  await user.click(await screen.findByRole('button', { name: 'Bắt đầu làm việc với tên Phan Anh Tuấn' }))
  expect(office.orders).toEqual([{ to: 'shell', act: { act: 'startWork', operatorId: 'kp1' } }])
})

test('an office without cases is told what will stand there', async () => {
  showApp(memoryOffice(fresh()))
  expect(await screen.findByText('Chưa có hồ sơ nào')).toBeInTheDocument()
})

const many = (count: number): readonly CaseSummary[] =>
  Array.from({ length: count }, (_, index) => ({
    caseId: `case-${index}`,
    title: `Trưởng phòng số ${index}`,
    unit: 'Sở Mẫu',
    kind: 'appointmentOnSite',
    rulebook: 'RB2026',
    status: 'policyApproved',
    nextAct: { command: 'conveneConference', stage: 'leadershipOrientation', isOpen: true },
    ...(index === 7777 && { nextDeadline: { key: 'conferencesFinish', dueOn: '2026-09-01' } }),
    stepNo: 3,
    stepsTotal: 8,
    papersAwaiting: 0,
    openedAt: '2026-09-01T08:00:00+07:00',
    lastAt: '2026-09-01T08:00:00+07:00',
    isSample: true,
  }))

test('of ten thousand cases only the rows in sight are drawn, the overdue one first', async () => {
  showApp(memoryOffice(fresh(), { cases: many(10_000) }))
  const table = await screen.findByRole('table')
  expect(table).toHaveAttribute('aria-rowcount', '10003')
  const rows = within(table).getAllByRole('row')
  expect(rows.length).toBeLessThan(60)
  // A head stands over each group of time: what is overdue, then what has no deadline.
  expect(rows[1]).toHaveTextContent('Quá hạn 1')
  expect(rows[2]).toHaveTextContent('quá 4 ngày làm việc')
  expect(rows[2]).toHaveTextContent('hạn thứ Ba 01/09/2026')
  expect(rows[2]).toHaveTextContent('Trưởng phòng số 7777')
})

test('the list is filtered by typing without marks, and opened by the keyboard', async () => {
  const { user } = showApp(memoryOffice(fresh(), { cases: many(200) }))
  await user.type(await screen.findByLabelText('Lọc hồ sơ, gõ không cần dấu'), 'truong phong so 123')
  expect(await screen.findByText('Hiện 1 trong 200 hồ sơ')).toBeInTheDocument()
  screen.getByRole('button', { name: 'Trưởng phòng số 123' }).focus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(window.location.hash).toBe('#/case/case-123'))
})

test('arrows move along the list', async () => {
  const { user } = showApp(memoryOffice(fresh(), { cases: many(3) }))
  const first = await screen.findByRole('button', { name: 'Trưởng phòng số 0' })
  first.focus()
  await user.keyboard('{ArrowDown}')
  await waitFor(() => expect(screen.getByRole('button', { name: 'Trưởng phòng số 1' })).toHaveFocus())
})

test('of ten thousand cases only the windows near sight are asked for', async () => {
  const office = memoryOffice(fresh(), { cases: many(10_000) })
  const asked: number[] = []
  const ask: typeof office.ask = (question) => {
    if (question.about === 'cases') asked.push(question.from ?? 0)
    return office.ask(question)
  }
  showApp({ ...office, ask })
  const table = await screen.findByRole('table')
  expect(asked).toEqual([0])
  const scroller = table.parentElement
  if (!scroller) throw new Error('the table stands in nothing')
  scroller.scrollTop = 5_000 * 49
  fireEvent.scroll(scroller)
  const row = await screen.findByRole('button', { name: 'Trưởng phòng số 5000' })
  expect(row.closest('tr')).toHaveAttribute('aria-rowindex', '5005')
  expect(asked.toSorted((a, b) => a - b)).toEqual([0, 4900, 5000])
})

test('a change in another window brings the rows in sight anew, and the old ones stand until then', async () => {
  const cases = [...many(3)]
  const office = memoryOffice(fresh(), { cases })
  showApp(office)
  const first = await screen.findByRole('button', { name: 'Trưởng phòng số 0' })
  first.focus()
  cases.push({ ...many(4)[3], title: 'Chánh Văn phòng' } as CaseSummary)
  office.tell({ stream: 'case/case-3', version: 1 })
  expect(first).toBeInTheDocument()
  expect(await screen.findByRole('button', { name: 'Chánh Văn phòng' })).toBeInTheDocument()
  expect(first).toHaveFocus()
  expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '6')
})

test('opening a case says which rulebook binds it and why, and where action programs are presented', async () => {
  const office = memoryOffice(fresh())
  const { user } = showApp(office, '#/open')
  await user.type(await screen.findByLabelText('Chức danh'), 'Phó Giám đốc Sở')
  await user.selectOptions(screen.getByLabelText('Bậc của chức danh'), '6')
  await user.type(screen.getByLabelText('Ngày chủ trương'), '7/9/2026')
  expect(screen.getByText(/Vì chức danh thuộc khối công chức và ngày chủ trương là 07\/09\/2026/)).toBeInTheDocument()
  await user.selectOptions(screen.getByLabelText('Độ mật'), 'none')
  const page = screen.getByRole('region', { name: 'Hồ sơ này sẽ đi thế nào' })
  expect(within(page).getAllByRole('row')).toHaveLength(5)
  expect(within(page).getByText(/không ai tắt được trong hồ sơ/)).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: /Mở và gắn bộ quy tắc/ }))
  expect(screen.getByText(/theo bộ quy tắc 2026, có trình bày chương trình hành động/)).toBeInTheDocument()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(office.play.where).toBe('draft'))
  expect(office.play.case.state.opened.overlays).toEqual(['OV-AP2021'])
})

test('a low post does not present action programs: the level decides, not the tick', async () => {
  const { user } = showApp(memoryOffice(fresh()), '#/open')
  await user.selectOptions(await screen.findByLabelText('Bậc của chức danh'), '1')
  await user.type(screen.getByLabelText('Ngày chủ trương'), '7/9/2026')
  expect(screen.getByText('chức danh dưới mức phải trình bày')).toBeInTheDocument()
})

test('the degree of secrecy has no default: it is chosen, and a classified case says why and by whom', async () => {
  const office = memoryOffice(fresh())
  const { user } = showApp(office, '#/open')
  await user.type(await screen.findByLabelText('Chức danh'), 'Phó Giám đốc Sở')
  await user.type(screen.getByLabelText('Ngày chủ trương'), '7/9/2026')
  await user.click(screen.getByRole('button', { name: /Mở và gắn/ }))
  await user.keyboard('{Enter}')
  expect(screen.getByLabelText('Độ mật')).toHaveAttribute('aria-invalid', 'true')
  expect(office.orders).toHaveLength(0)
  await user.selectOptions(screen.getByLabelText('Độ mật'), 'MAT')
  await user.type(screen.getByLabelText('Căn cứ xác định độ mật'), 'Danh mục bí mật')
  await user.type(screen.getByLabelText(/Người quyết định độ mật/), 'Trần Gia Hiếu, Giám đốc Sở')
  await user.click(screen.getByRole('button', { name: /Mở và gắn/ }))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(office.orders).toHaveLength(1))
  expect(office.orders[0]).toMatchObject({
    command: { opening: { classification: 'MAT', classificationReason: 'Danh mục bí mật', classifiedBy: 'Trần Gia Hiếu, Giám đốc Sở' } },
  })
})

test('the degree is changed on the page of the case, and stands beside it with its reason', async () => {
  const office = memoryOffice(approved('RB2026'))
  const { user } = showApp(office, `#/case/${caseId}`)
  await user.click(await screen.findByRole('button', { name: 'Đổi độ mật' }))
  await user.selectOptions(screen.getByLabelText('Độ mật'), 'TOI_MAT')
  await user.type(screen.getByLabelText('Căn cứ xác định độ mật'), 'Nhân sự chưa công bố')
  await user.type(screen.getByLabelText(/Người quyết định độ mật/), 'Trần Gia Hiếu, Giám đốc Sở')
  await user.type(screen.getByLabelText(/Dự kiến giải mật/), '1/1/2099')
  await user.click(screen.getByRole('button', { name: /Đổi độ mật Ctrl Enter/ }))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(office.orders).toHaveLength(1))
  expect(office.orders[0]).toMatchObject({
    command: { type: 'changeClassification', classification: 'TOI_MAT', declassifyOn: '2099-01-01' },
  })
  const sheet = await screen.findByRole('region', { name: 'Độ mật' })
  expect(sheet).toHaveTextContent('Tối mật, cả hồ sơ: Nhân sự chưa công bố')
})

test('a date before the first rulebook is refused in a sentence', async () => {
  const { user } = showApp(memoryOffice(fresh()), '#/open')
  await user.type(await screen.findByLabelText('Ngày chủ trương'), '1/1/2015')
  expect(await screen.findByRole('alert')).toBeInTheDocument()
})

test('only settings that differ from the default are recorded', async () => {
  const office = memoryOffice(fresh())
  const { user } = showApp(office, '#/open')
  await user.type(await screen.findByLabelText('Chức danh'), 'Phó Giám đốc Sở')
  await user.type(screen.getByLabelText('Ngày chủ trương'), '7/9/2026')
  await user.click(screen.getByText(/Chỗ văn bản không nói/))
  await user.click(screen.getByRole('radio', { name: 'hợp lệ, tính là phiếu trắng' }))
  await user.selectOptions(screen.getByLabelText('Độ mật'), 'none')
  await user.click(screen.getByRole('button', { name: /Mở và gắn/ }))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(office.orders).toHaveLength(1))
  expect(office.orders[0]).toMatchObject({ command: { settings: { blankIs: 'validBlank' } } })
})

test('the page of a case says why the next step is shut, what opens it, and leads there', async () => {
  const play = approved('RB2026')
  for (const id of ['a', 'b', 'd']) play.do('hr', program(id))
  conference(play, 'leadershipOrientation', { list: ['a', 'b', 'd'] }, { votes: { A: 3, B: 2, D: 0 } })
  conference(play, 'expandedNomination', { people: 24, presenters: ['a'] }, { votes: { A: 20 }, invalid: 4 })
  conference(play, 'keyOfficialsConsultation', { people: 45 }, { votes: { A: 40 }, invalid: 5 })
  const office = memoryOffice(play)
  const { user } = showApp(office, `#/case/${caseId}`)
  const acts = await screen.findByRole('region', { name: /Việc tiếp theo/ })
  await user.click(within(acts).getByRole('button', { name: /Triệu tập hội nghị: Hội nghị tập thể lãnh đạo quyết định/ }))
  expect(screen.getByText('Chưa có Ý kiến bằng văn bản của cấp ủy. Nhập văn bản đó trước.')).toBeInTheDocument()
  await user.click(within(acts).getByRole('button', { name: /Ý kiến bằng văn bản/ }))
  await user.type(screen.getByLabelText('Số, ký hiệu'), '3-CV/ĐU')
  await user.type(screen.getByLabelText('Ngày văn bản'), play.now().slice(8, 10) + play.now().slice(5, 7) + play.now().slice(0, 4))
  await user.type(screen.getByLabelText('Ý kiến'), 'Nhất trí')
  await user.click(screen.getByRole('button', { name: /Ghi: Ý kiến bằng văn bản của cấp ủy Ctrl Enter/ }))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(play.case.state.acts.some((act) => act.act === 'partyOpinion')).toBe(true))
})

test('an act that belongs to another role says whose it is and cannot be armed', async () => {
  const office = memoryOffice(approved('RB2026'), { working: 'kp1' })
  const { user } = showApp(office, `#/case/${caseId}`)
  expect(await screen.findByText(/Việc này thuộc vai trò: tham mưu tổ chức cán bộ/)).toBeInTheDocument()
  await user.keyboard('{Control>}{Enter}{/Control}{Enter}')
  expect(office.orders).toEqual([])
})

test('what another window changed is refused in words, and looking keeps the draft', async () => {
  const play = approved('RB2026')
  const office = memoryOffice(play, { refuse: { code: 'changed-meanwhile', seen: 1, version: 2 } })
  const { user } = showApp(office, `#/case/${caseId}`)
  await user.click(await screen.findByRole('button', { name: 'Đề xuất nhân sự' }))
  await user.type(screen.getByLabelText('Họ và tên'), 'Lê An')
  await user.type(screen.getByLabelText('Chức vụ hiện nay'), 'Trưởng phòng')
  await user.click(screen.getByRole('button', { name: /Đề xuất nhân sự Ctrl Enter/ }))
  await user.keyboard('{Enter}')
  await user.click(await screen.findByRole('button', { name: 'Xem thay đổi' }))
  expect(screen.getByLabelText('Họ và tên')).toHaveValue('Lê An')
})

test('a fault while recording shows a code', async () => {
  const office = memoryOffice(approved('RB2026'), { fault: 'E-DISK-FULL' })
  const { user } = showApp(office, `#/case/${caseId}`)
  await user.click(await screen.findByRole('button', { name: 'Hủy hồ sơ' }))
  await user.type(screen.getByLabelText('Số, ký hiệu'), '1')
  await user.type(screen.getByLabelText('Ngày văn bản'), '7/9/2026')
  await user.type(screen.getByLabelText('Lý do'), 'thôi')
  await user.click(screen.getByRole('button', { name: /Hủy hồ sơ Ctrl Enter/ }))
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('alert')).toHaveTextContent('Mã E-DISK-FULL')
})

test('a case of sample data wears its mark on the whole window', async () => {
  showApp(memoryOffice(approved('RB2026')), `#/case/${caseId}`)
  expect(await screen.findByText('DỮ LIỆU MẪU: hồ sơ này không có giá trị')).toBeInTheDocument()
})

test('the language is switched at any moment', async () => {
  const { user } = showApp(memoryOffice(fresh()))
  await user.click(await screen.findByRole('button', { name: 'Switch to English' }))
  expect(await screen.findByRole('heading', { name: 'My work' })).toBeInTheDocument()
  expect(document.documentElement.lang).toBe('en')
  localStorage.clear()
})

test('Ctrl M opens a case; a letter alone does nothing', async () => {
  const { user } = showApp(memoryOffice(fresh()))
  await screen.findByRole('heading', { name: 'Việc của tôi' })
  await user.keyboard('m')
  expect(window.location.hash).toBe('#/home')
  await user.keyboard('{Control>}m{/Control}')
  await waitFor(() => expect(window.location.hash).toBe('#/open'))
})
