// The screen that takes rosters in, over a real workbook: a table the app finds wrong is pointed out by hand, and known when it comes again.
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { LearnedLayouts } from '../../workflows/registry/import/layout.ts'
import { type MadeSheet, workbook } from '../support/workbooks.ts'
import { rosterOffice } from './roster-office.ts'
import { showApp } from './show.tsx'

const patient = { timeout: 10_000 }
/** A legend that looks like a head stands above a table whose own heads nobody could know. */
const misleading = (title: string): MadeSheet => ({
  name: 'Danh sách',
  rows: [
    [title],
    ['Chú giải', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Chức vụ', 'Đơn vị'],
    [],
    ['A', 'Cột một', 'Cột hai', 'Cột ba'],
    ['', 'Người', 'Sinh', 'Thẻ'],
    [1, 'Nguyễn Văn An', '15/08/1975', '036075001234'],
    [2, 'Trần Thị Bình', '20/03/1980', '001180001235'],
  ],
})
async function opened(office: ReturnType<typeof rosterOffice>['office'], bytes: Uint8Array) {
  const { user, unmount } = showApp(office, '#/import')
  await user.upload(await screen.findByLabelText('Chọn bảng tính', {}, patient), new File([new Uint8Array(bytes)], 'ds.xlsx'))
  const columns = await screen.findByRole('region', { name: /Cột trong tệp là gì/ }, patient)
  return { user, unmount, columns: within(columns) }
}

test('a table found in the wrong place is pointed out by its rows, its columns are recognized from there, and the plan has them', async () => {
  const { office, plans } = rosterOffice()
  const { user, columns } = await opened(office, workbook(misleading('DANH SÁCH QUÝ I')))
  columns.getByText(/Dòng tiêu đề: 2. Dữ liệu từ dòng 3./)
  await user.click(columns.getByText(/Bảng nằm ở chỗ khác/))
  await user.selectOptions(columns.getByLabelText('Tiêu đề bắt đầu từ'), 'dòng 4')
  await user.selectOptions(columns.getByLabelText('Tiêu đề gồm'), '2 dòng')
  expect(columns.getByLabelText<HTMLSelectElement>('Dữ liệu bắt đầu từ').value).toBe('6')
  await user.click(columns.getByRole('button', { name: 'Nhận lại các cột' }))
  await columns.findByText(/Dòng tiêu đề: 4–5. Dữ liệu từ dòng 6. Vị trí do người nhập chỉ./, {}, patient)
  // Heads nobody knows: the columns are known by what is in them.
  expect(columns.getByLabelText<HTMLSelectElement>('Cột B là').value).toBe('fullName')
  expect(columns.getByLabelText<HTMLSelectElement>('Cột D là').value).toBe('citizenId')
  await user.click(columns.getByRole('button', { name: 'Thử, chưa ghi gì' }))
  const account = within(await screen.findByRole('region', { name: /Từng dòng sẽ thành gì/ }, patient))
  await account.findByText('Trần Thị Bình', { exact: false }, patient)
  expect(plans).toMatchObject([{ sheet: 0, headRow: 3, headRows: 2, dataRow: 5 }])
  expect(account.getByRole('button', { name: 'thêm mới: 2' })).toBeInTheDocument()
})

test('the same heads a row further down are found where a clerk pointed them out before, on whichever sheet they are', async () => {
  const first = rosterOffice()
  const shown = await opened(first.office, workbook(misleading('DANH SÁCH QUÝ I')))
  await shown.user.click(shown.columns.getByText(/Bảng nằm ở chỗ khác/))
  await shown.user.selectOptions(shown.columns.getByLabelText('Tiêu đề bắt đầu từ'), 'dòng 4')
  await shown.user.selectOptions(shown.columns.getByLabelText('Tiêu đề gồm'), '2 dòng')
  await shown.user.click(shown.columns.getByRole('button', { name: 'Nhận lại các cột' }))
  await shown.columns.findByText(/do người nhập chỉ/, {}, patient)
  const reply = await first.office.ask({ about: 'rosterLayout', roster: 'r1', sheet: 0, headRow: 3, headRows: 2, dataRow: 5 })
  if (!reply.ok) throw new Error('no layout')
  const { fingerprint, columns } = reply.value.layout
  const learned: LearnedLayouts = new Map([
    [fingerprint, { columns: columns.map(({ column, field = null }) => ({ column, field })), place: { headRows: 2, dataAfter: 0 } }],
  ])
  shown.unmount()
  const next = rosterOffice({ learned })
  const { rows } = misleading('DANH SÁCH QUÝ II')
  const again = await opened(
    next.office,
    workbook([
      { name: 'Bìa', rows: [['Họ và tên', 'Ngày sinh', 'Số CCCD'], ['x']] },
      { name: 'Hai', rows: [['SỞ NỘI VỤ'], ...rows] },
    ]),
  )
  again.columns.getByText(/Dòng tiêu đề: 5–6. Dữ liệu từ dòng 7. Vị trí như lần trước/)
  expect(again.columns.getByLabelText<HTMLSelectElement>('Trang tính').value).toBe('1')
  expect(again.columns.getByLabelText<HTMLSelectElement>('Cột D là').value).toBe('citizenId')
})

test('who a row is, where name and birth date cannot tell, is decided in the row, kept when the app is closed, and tried again before it is imported', async () => {
  const people = [
    { name: 'Lê Văn Chung', birthDate: '1982-11-30', nativePlace: { text: 'Xã Một' } },
    { name: 'Lê Văn Chung', birthDate: '1982-11-30', nativePlace: { text: 'Xã Hai' } },
  ]
  const drafts = new Map<string, string>()
  const bytes = workbook({
    rows: [
      ['Họ tên', 'Ngày sinh', 'Dân tộc'],
      ['Lê Văn Chung', '30/11/1982', 'Kinh'],
      ['Trần Thị Bình', '20/03/1980', 'Tày'],
    ],
  })
  const tried = async (columns: Awaited<ReturnType<typeof opened>>['columns'], user: Awaited<ReturnType<typeof opened>>['user']) => {
    await user.click(columns.getByRole('button', { name: 'Thử, chưa ghi gì' }))
    return within(await screen.findByRole('region', { name: /Từng dòng sẽ thành gì/ }, patient))
  }
  const first = await opened(rosterOffice({ people, drafts }).office, bytes)
  const account = await tried(first.columns, first.user)
  account.getByText(/1 dòng chưa rõ là ai/)
  const who = await account.findByLabelText<HTMLSelectElement>('Dòng 2 là ai', {}, patient)
  expect([...who.options].map(({ text }) => text)).toEqual([
    'chưa chọn là ai',
    'cùng người trong sổ: Lê Văn Chung, sinh 30/11/1982, chưa có số định danh, quê Xã Một',
    'cùng người trong sổ: Lê Văn Chung, sinh 30/11/1982, chưa có số định danh, quê Xã Hai',
    'người khác, thêm mới',
    'bỏ dòng này, không nhập',
  ])
  await first.user.selectOptions(who, 'same p1')
  // What was decided and not tried is not imported.
  expect(account.queryByRole('button', { name: /Nhập vào sổ/ })).toBeNull()
  account.getByText(/Đã chọn cho 1 dòng/)
  await waitFor(() => expect([...drafts.values()].join()).toContain('"personId":"p1"'), patient)
  first.unmount()

  const { office, plans } = rosterOffice({ people, drafts })
  const again = await opened(office, bytes)
  const settled = await tried(again.columns, again.user)
  expect(plans[0]?.decisions).toEqual([{ row: 2, is: 'same', personId: 'p1' }])
  await again.user.click(await settled.findByRole('button', { name: 'trùng tên: 1' }, patient))
  expect((await settled.findByLabelText<HTMLSelectElement>('Dòng 2 là ai', {}, patient)).value).toBe('same p1')
  await settled.findByText(/Dân tộc: Kinh/, {}, patient)
  expect(settled.getByRole('button', { name: /Nhập vào sổ/ })).toBeInTheDocument()
})

test('whose roster it is, where several bodies have a unit of one name, is chosen before the dry run, said in its account, and can be dropped', async () => {
  const units = [
    { name: 'UBND tỉnh' },
    { name: 'Sở Nội vụ', under: 0 },
    { name: 'Văn phòng', under: 1, posts: [{ title: 'Chánh Văn phòng' }] },
    { name: 'Sở Y tế', under: 0 },
    { name: 'Văn phòng', under: 3, posts: [{ title: 'Chánh Văn phòng' }] },
  ]
  const bytes = workbook({
    rows: [
      ['Họ tên', 'Ngày sinh', 'Đơn vị', 'Chức vụ', 'Ngày bổ nhiệm'],
      ['Trần Thị Bình', '20/03/1980', 'Văn phòng', 'Chánh Văn phòng', '01/02/2022'],
    ],
  })
  const { office, plans } = rosterOffice({ units })
  const { user, columns } = await opened(office, bytes)
  const account = () => screen.findByRole('region', { name: /Từng dòng sẽ thành gì/ }, patient)
  await user.click(columns.getByRole('button', { name: 'Thử, chưa ghi gì' }))
  await within(await account()).findByText(/sổ có nhiều đơn vị cùng tên này. Chọn đây là danh sách của đơn vị nào/, {}, patient)

  await user.type(columns.getByLabelText('Danh sách của đơn vị'), 'y te')
  const found = await columns.findByRole('option', { name: 'Sở Y tế (UBND tỉnh)' }, patient)
  await user.selectOptions(columns.getByLabelText('Chọn trong danh sách'), found)
  await columns.findByText('Đã chọn: Sở Y tế (UBND tỉnh).', {}, patient)
  // Looking for another leaves the one chosen in the list.
  await user.clear(columns.getByLabelText('Danh sách của đơn vị'))
  expect(columns.getByLabelText<HTMLSelectElement>('Chọn trong danh sách').value).toBe('u3')
  await user.click(columns.getByRole('button', { name: 'Thử, chưa ghi gì' }))
  const told = within(await account())
  await told.findByText('Tên đơn vị trong tệp được tìm trong Sở Y tế (UBND tỉnh) và các đơn vị trực thuộc.', {}, patient)
  await told.findByText(/ghi giữ chức Chánh Văn phòng, Văn phòng, từ 0?1\/0?2\/2022/, {}, patient)
  expect(plans.map(({ rosterOf }) => rosterOf)).toEqual([undefined, 'u3'])

  await user.click(columns.getByRole('button', { name: 'Bỏ chọn' }))
  expect(columns.queryByText(/Đã chọn/)).toBeNull()
  await user.click(columns.getByRole('button', { name: 'Thử, chưa ghi gì' }))
  await within(await account()).findByText(/sổ có nhiều đơn vị cùng tên này/, {}, patient)
  expect(plans.at(-1)).not.toHaveProperty('rosterOf')
})

test('two rows of one file that may be one person: the second says so of the first, and is decided', async () => {
  const { office, plans } = rosterOffice()
  const { user, columns } = await opened(
    office,
    workbook({
      rows: [
        ['Họ tên', 'Ngày sinh', 'Dân tộc'],
        ['Đỗ Thị Lan', '1984', 'Kinh'],
        ['Đỗ Thị Lan', '12/4/1984', null],
      ],
    }),
  )
  await user.click(columns.getByRole('button', { name: 'Thử, chưa ghi gì' }))
  const account = within(await screen.findByRole('region', { name: /Từng dòng sẽ thành gì/ }, patient))
  await account.findByText(/Dòng 3: có thể cùng một người với dòng 2 \(Đỗ Thị Lan, sinh 1984\), tệp không ghi đủ để biết/, {}, patient)
  const who = account.getByLabelText<HTMLSelectElement>('Dòng 3 là ai')
  expect([...who.options].map(({ text }) => text)).toEqual([
    'chưa chọn là ai',
    'cùng người với dòng 2',
    'người khác, thêm mới',
    'bỏ dòng này, không nhập',
  ])
  await user.selectOptions(who, 'same')
  await user.click(account.getByRole('button', { name: 'Thử lại với lựa chọn này' }))
  await waitFor(() => expect(plans.at(-1)?.decisions).toEqual([{ row: 3, is: 'same' }]), patient)
  const settled = within(await screen.findByRole('region', { name: /Từng dòng sẽ thành gì/ }, patient))
  await user.click(await settled.findByRole('button', { name: 'tất cả' }, patient))
  await settled.findByText(/Ngày sinh: (?:năm )?1984 → 12\/0?4\/1984/, {}, patient)
  settled.getByText('cùng người với dòng 2', { selector: 'div' })
})
