// Composition templates of the office, the list drawn by one and corrected by hand with a reason, and the log of looks for the auditor.
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Office, Operator, Question } from '../../workflows/office.ts'
import type { ReadingAnswers } from '../../workflows/reading.ts'
import type { OwnCompositionView } from '../../workflows/registry/own-composition.ts'
import { approved, program } from '../support/appointment.ts'
import { Play } from '../support/play.ts'
import { type Answers, memoryOffice, operator } from './memory-office.ts'
import { showApp } from './show.tsx'

const patient = { timeout: 10_000 }
const at = '2026-09-07T08:00:00+07:00'
const region = (name: string | RegExp) => screen.findByRole('region', { name }, patient)

function officeWith(answer: (question: Question) => unknown, play = new Play(at), more: Answers = {}, working?: Operator) {
  const base = memoryOffice(play, more)
  const asked: Question[] = []
  const office: Office = {
    ...base,
    async ask(question) {
      asked.push(question)
      const own = answer(question)
      if (own !== undefined) return { ok: true, value: own } as never
      const reply = await base.ask(question)
      if (question.about !== 'session' || !working || !reply.ok) return reply
      return { ok: true, value: { ...reply.value, operator: working } } as never
    },
  }
  return { office, orders: base.orders, asked, play }
}

const own: OwnCompositionView = {
  compositionId: 'c1a',
  name: 'Sở theo Quy chế 5',
  seats: {
    leadershipCollective: [{ role: 'Lãnh đạo Sở', groups: ['head', 'deputyHead'], where: 'own' }],
    expandedLeadership: [],
    keyOfficials: [],
  },
  reason: 'Quy chế 5-QC/SNV',
  keptAt: at,
  by: 'hr',
  byName: 'Đỗ Thu Hà',
}

test('a template of the office starts from a shipped one, is kept with a reason, changed under its own id and dropped', async () => {
  const { office, orders } = officeWith((question) => (question.about === 'compositions' ? [own] : undefined))
  const { user } = showApp(office, '#/office/meetings')
  const sheet = await region(/Mẫu thành phần của cơ quan/)
  await within(sheet).findByText(/Đỗ Thu Hà. Lý do: Quy chế 5-QC\/SNV/, {}, patient)
  await user.click(within(sheet).getByRole('button', { name: 'Lập mẫu thành phần' }))
  await user.type(within(sheet).getByLabelText('Tên mẫu'), 'Ban đảng')
  await user.selectOptions(within(sheet).getByLabelText('Bắt đầu từ mẫu chung'), 'partyBody')
  const key = within(sheet).getByRole('group', { name: /Cán bộ chủ chốt/ })
  expect(within(key).getByLabelText('Nhóm chức danh')).toHaveValue('all')
  await user.click(within(key).getByRole('button', { name: 'Bỏ dòng 1' }))
  await user.click(within(sheet).getByRole('button', { name: 'Ghi mẫu thành phần' }))
  expect(orders).toEqual([])
  const [reason] = within(sheet).getAllByLabelText('Lý do')
  if (!reason) throw new Error('the form has one')
  await user.type(reason, 'Quy chế làm việc')
  await user.click(within(sheet).getByRole('button', { name: 'Ghi mẫu thành phần' }))
  await waitFor(() => expect(orders).toHaveLength(1), patient)
  expect(orders[0]).toMatchObject({
    to: 'office',
    command: {
      type: 'keepComposition',
      name: 'Ban đảng',
      seats: { leadershipCollective: [{ role: 'Tập thể lãnh đạo', groups: ['head', 'deputyHead'], where: 'own' }], keyOfficials: [] },
      reason: 'Quy chế làm việc',
    },
  })
  await user.click(within(sheet).getByRole('button', { name: 'Sửa mẫu Sở theo Quy chế 5' }))
  expect(within(sheet).getByLabelText('Tên mẫu')).toHaveValue('Sở theo Quy chế 5')
  await user.click(within(sheet).getByRole('button', { name: 'Thôi, không ghi' }))
  await user.click(within(sheet).getByText('Bỏ mẫu Sở theo Quy chế 5'))
  await user.type(within(sheet).getByLabelText('Lý do'), 'Hết hiệu lực')
  await user.click(within(sheet).getByRole('button', { name: 'Bỏ mẫu' }))
  await waitFor(() => expect(orders[1]).toMatchObject({ command: { type: 'dropComposition', compositionId: 'c1a' } }), patient)
})

test('where a meeting is convened the template of the office draws the list, and what the hand changes needs a reason', async () => {
  const play = approved('RB2026')
  for (const id of ['a', 'b', 'd']) play.do('hr', program(id))
  const row = (personId: string, name: string) => ({ personId, name, title: 'Lãnh đạo', role: 'Lãnh đạo Sở', hasVote: true })
  const rows = [row('r1', 'Lê An'), row('r2', 'Lê Bình'), row('r3', 'Lê Cúc')]
  const { office, asked } = officeWith((question) => {
    if (question.about === 'compositions') return [own]
    if (question.about === 'composition') return { rows }
    if (question.about === 'units')
      return { day: question.day, units: [{ unitId: 'u1', name: 'Sở Mẫu', level: 'department', kind: 'government', below: 0 }] }
    return undefined
  }, play)
  const { user } = showApp(office, '#/case/case-1')
  const put = async (box: HTMLElement, text: string) => {
    await user.click(box)
    await user.paste(text)
  }
  await user.click(await screen.findByText('Lấy danh sách từ sổ cán bộ', {}, patient))
  await user.selectOptions(await screen.findByLabelText('Chọn trong danh sách', {}, patient), 'u1')
  const template = screen.getByLabelText('Loại cơ quan')
  await within(template).findByRole('option', { name: 'Sở theo Quy chế 5 (mẫu của cơ quan)' }, patient)
  await user.selectOptions(template, 'c1a')
  expect(screen.getByText(/^Mẫu của cơ quan, ghi .*: Quy chế 5-QC\/SNV$/)).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Lấy danh sách tại ngày họp' }))
  await waitFor(() => expect(asked).toContainEqual(expect.objectContaining({ about: 'composition', template: 'c1a', unitId: 'u1' })))
  const list = await screen.findByDisplayValue(/Lê An; Lãnh đạo; Lãnh đạo Sở/, {}, patient)
  expect(screen.queryByLabelText('Lý do sửa tay danh sách')).toBeNull()
  await user.clear(list)
  await put(list, 'Lê An; Lãnh đạo; Lãnh đạo Sở\nLê Bình; Lãnh đạo; Lãnh đạo Sở; không\nĐỗ Khách; Chuyên viên; tham mưu; không')
  expect(screen.getByText(/thêm 1, bớt 1, sửa 1/)).toBeInTheDocument()
  await put(screen.getByLabelText('Địa điểm'), 'Phòng họp')
  await put(screen.getByLabelText('Tổng số thành viên của tập thể'), '3')
  const approval = screen.getByRole('group', { name: 'Văn bản phê duyệt danh sách triệu tập' })
  await put(within(approval).getByLabelText('Số, ký hiệu'), '01-QĐ')
  await put(within(approval).getByLabelText('Ngày văn bản'), play.now().slice(0, 10).split('-').reverse().join('/'))
  await user.selectOptions(screen.getByLabelText('Chủ trì'), 'r1')
  await user.selectOptions(screen.getByLabelText('Thư ký hội nghị'), 'r2')
  const convene = screen.getByRole('button', { name: /Triệu tập hội nghị.*Ctrl Enter/ })
  await user.click(convene)
  await user.keyboard('{Enter}')
  expect(play.case.state.conferences).toHaveLength(0)
  await put(screen.getByLabelText('Lý do sửa tay danh sách'), 'Lê Cúc nghỉ ốm dài ngày')
  await user.click(screen.getByRole('button', { name: /Triệu tập hội nghị.*Ctrl Enter/ }))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(play.case.state.conferences).toHaveLength(1), patient)
  expect(play.case.state.conferences[0]?.convened).toMatchObject({ handReason: 'Lê Cúc nghỉ ốm dài ngày' })
  expect(play.case.state.conferences[0]?.list.map((one) => one.personId).slice(0, 2)).toEqual(['r1', 'r2'])
})

test('the log of looks opens for the auditor alone, by operator, and its days are set with a reason', async () => {
  const looks: ReadingAnswers['looks'] = {
    looks: [{ at, by: 'hr', byName: 'Đỗ Thu Hà', personId: 'p1-0', name: 'Lê An', view: 'form2C' }],
    found: 61,
    from: 0,
    days: 365,
    isDefault: true,
  }
  const answer = (question: Question) => (question.about === 'looks' ? looks : undefined)
  const { unmount } = showApp(officeWith(answer).office, '#/office/file')
  const closed = await region(/Nhật ký xem hồ sơ cá nhân/)
  expect(closed).toHaveTextContent('Chỉ người kiểm tra, giám sát đọc được')
  expect(within(closed).queryByRole('button')).toBeNull()
  unmount()
  const auditor = operator('hr', 'Đỗ Thu Hà', 'auditor')
  const { office, asked, orders } = officeWith(answer, new Play(at), {}, auditor)
  const { user } = showApp(office, '#/office/file', 'en')
  const sheet = await region(/Log of looks at personal records/)
  expect(asked.filter(({ about }) => about === 'looks')).toEqual([])
  await user.click(within(sheet).getByRole('button', { name: 'Open the log' }))
  const table = await within(sheet).findByRole('table', {}, patient)
  expect(within(table).getAllByRole('row')[1]).toHaveTextContent(/07\/09\/2026 08:00Đỗ Thu HàLê An2C form that went out/)
  await user.selectOptions(within(sheet).getByLabelText('Who looked'), 'kp1')
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ about: 'looks', operatorId: 'kp1', from: 0 }), patient)
  await user.click(within(sheet).getByRole('button', { name: 'Older' }))
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ about: 'looks', from: 60 }), patient)
  await user.click(within(sheet).getByText('Kept 365 days, then deleted'))
  await user.type(within(sheet).getByLabelText('Days to keep it'), '10')
  await user.type(within(sheet).getByLabelText('Why'), 'Rule on personal data')
  await user.click(within(sheet).getByRole('button', { name: 'Record the days' }))
  expect(orders).toEqual([])
  await user.type(within(sheet).getByLabelText('Days to keep it'), '0')
  await user.click(within(sheet).getByRole('button', { name: 'Record the days' }))
  await waitFor(() => expect(orders).toMatchObject([{ to: 'office', command: { type: 'setReadLogDays', days: 100 } }]), patient)
})

test('the page of the office stands a part at a time, each under an address of its own and found in the palette', async () => {
  const { user } = showApp(officeWith(() => undefined).office, '#/office')
  await region(/Người làm việc/)
  const parts = () => within(screen.getByRole('navigation', { name: 'Các phần của trang cơ quan' }))
  expect(parts().getAllByRole('button')).toHaveLength(6)
  expect(parts().getByRole('button', { current: 'page' })).toHaveTextContent('Người làm việc')
  parts().getByRole('button', { name: 'Tệp dữ liệu, sao lưu' }).focus()
  await user.keyboard('{Enter}')
  await region(/Sổ sự kiện và sao lưu/)
  expect(location.hash).toBe('#/office/file')
  expect(parts().getByRole('button', { current: 'page' })).toHaveTextContent('Tệp dữ liệu, sao lưu')
  expect(screen.queryByRole('region', { name: /Người làm việc/ })).toBeNull()
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await screen.findByRole('combobox', { name: 'Tìm hồ sơ, văn bản, việc' }, patient), 'so dang ky')
  await user.click(await screen.findByRole('option', { name: 'Cơ quan: Sổ đăng ký văn bản' }, patient))
  await waitFor(() => expect(location.hash).toBe('#/office/registers'), patient)
})
