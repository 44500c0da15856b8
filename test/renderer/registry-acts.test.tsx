// Acts on records by hand: a post put right and closed, a unit moved, the values of a merger chosen, an undo told, relatives in posts.
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Office, Order } from '../../workflows/office.ts'
import type { PersonView, PostView, RegistryAnswers, UnitView } from '../../workflows/registry/counter.ts'
import { Play } from '../support/play.ts'
import { memoryOffice } from './memory-office.ts'
import { showApp } from './show.tsx'

const patient = { timeout: 10_000 }
const day = '2026-09-07'
const forever = '9999-12-31'
const region = (name: string | RegExp) => screen.findByRole('region', { name }, patient)

/** Fixed answers, by question and, where there are several, by id. */
function registryOffice(answers: { readonly [A in keyof RegistryAnswers]?: (id: string) => RegistryAnswers[A] }) {
  const base = memoryOffice(new Play(`${day}T08:00:00+07:00`))
  const orders: Extract<Order, { to: 'registry' }>['command'][] = []
  const office: Office = {
    ...base,
    async dispatch(order) {
      if (order.to !== 'registry') return base.dispatch(order)
      orders.push(order.command)
      return { ok: true, value: { registry: { version: 9, made: [] } } }
    },
    async ask(question) {
      const answer = answers[question.about as keyof RegistryAnswers]
      if (answer === undefined) return base.ask(question)
      const id = 'personId' in question ? (question.personId ?? '') : 'parentId' in question ? (question.parentId ?? '') : ''
      return { ok: true, value: answer(id) } as never
    },
  }
  return { office, orders }
}

const post: PostView = {
  postId: 'p1',
  revision: 4,
  day,
  data: { unitId: 'u1' as never, title: 'Trưởng phòg', group: 'divisionHead', rank: 3 },
  spans: [{ from: '2010-01-01', until: forever, data: { unitId: 'u1' as never, title: 'Trưởng phòg', group: 'divisionHead', rank: 3 } }],
  unitId: 'u1',
  unit: 'Sở Mẫu',
  holders: [
    {
      personId: 'a',
      tenureId: 't',
      name: 'Nguyễn Thị Hà',
      data: { personId: 'a' as never, postId: 'p1' as never, from: '2020-01-01', form: 'appointed' },
    },
  ],
  history: [
    { version: 5, at: '2026-09-06T09:00:00+07:00', by: 'hr', byName: 'Đỗ Thu Hà', entries: [], undoes: [4], reason: 'Chưa có quyết định' },
    {
      version: 4,
      at: '2026-09-05T09:00:00+07:00',
      by: 'hr',
      byName: 'Đỗ Thu Hà',
      entries: [{ type: 'postClosed', postId: 'p1' as never, on: '2026-09-05' }],
      undoneBy: 5,
    },
  ],
}

test('a post is put right with a reason, closed from a day, and its history says who took what back and why', async () => {
  const { office, orders } = registryOffice({ post: () => post })
  const { user } = showApp(office, '#/post/p1')
  const edit = await region('Thay đổi hoặc đính chính chức danh')
  const title = within(edit).getByLabelText('Chức danh')
  await user.clear(title)
  await user.type(title, 'Trưởng phòng')
  await user.clear(within(edit).getByLabelText('Bậc'))
  await user.type(within(edit).getByLabelText('Bậc'), '2')
  await user.click(within(edit).getByRole('radio', { name: 'Đính chính chỗ ghi sai' }))
  await user.click(within(edit).getByRole('button', { name: 'Ghi đính chính' }))
  expect(orders).toEqual([])
  await user.type(within(edit).getByLabelText('Lý do'), 'Gõ thiếu chữ')
  await user.click(within(edit).getByRole('button', { name: 'Ghi đính chính' }))
  await waitFor(() => expect(orders).toHaveLength(1), patient)
  expect(orders[0]).toEqual({
    type: 'correctPost',
    postId: 'p1',
    seen: 4,
    at: day,
    set: { title: 'Trưởng phòng', rank: 2 },
    reason: 'Gõ thiếu chữ',
  })
  const close = await region('Bỏ chức danh')
  await user.type(within(close).getByLabelText('Không còn từ ngày'), '1/10/2026')
  await user.click(within(close).getByRole('button', { name: 'Ghi bỏ chức danh' }))
  await waitFor(() => expect(orders[1]).toEqual({ type: 'closePost', postId: 'p1', seen: 4, on: '2026-10-01' }), patient)
  const history = await region(/Lịch sử/)
  expect(history).toHaveTextContent(/Bỏ chức danh từ 05\/09\/2026Đã hủy: 06\/09\/2026 09:00, Đỗ Thu Hà\.Lý do hủy: Chưa có quyết định/)
})

const unit: UnitView = {
  unitId: 'u1',
  revision: 2,
  day,
  data: { name: 'Phòng Mẫu', level: 'division', kind: 'government', parentId: 'u0' as never },
  spans: [{ from: '2010-01-01', until: forever, data: { name: 'Phòng Mẫu', level: 'division', kind: 'government' } }],
  path: [{ unitId: 'u1', name: 'Phòng Mẫu' }],
  below: [],
  posts: [],
  events: [],
  history: [],
}

test('a unit is moved under another one from a day; one that ended leads to its successor', async () => {
  const above = { unitId: 'u9', name: 'Chi cục Mẫu', level: 'department', kind: 'government', below: 0 } as const
  const { office, orders } = registryOffice({ unit: () => unit, units: () => ({ day, units: [above] }) })
  const { user, unmount } = showApp(office, '#/unit/u1')
  const life = await region('Tên gọi và tổ chức qua thời gian')
  await user.click(within(life).getByText('Chuyển sang trực thuộc đơn vị khác'))
  const fold = within(life).getByText('Chuyển sang trực thuộc đơn vị khác').closest('details') as HTMLElement
  await user.selectOptions(await within(fold).findByLabelText('Chọn trong danh sách'), 'u9')
  await user.click(within(fold).getByRole('button', { name: 'Ghi việc chuyển' }))
  await waitFor(() => expect(orders).toHaveLength(1), patient)
  expect(orders[0]).toMatchObject({ type: 'changeUnit', unitId: 'u1', seen: 2, from: day, set: { parentId: 'u9' } })
  unmount()
  const { data: _, ...gone } = unit
  const event = { kind: 'merged', on: '2025-07-01', before: ['u1', 'u2'], successors: ['u3'], names: { u3: 'Phòng Mới' } }
  const ended = { ...gone, events: [event] } as unknown as UnitView
  showApp(registryOffice({ unit: () => ended }).office, '#/unit/u1')
  const now = (await screen.findByText('Nay là:', { exact: false }, patient)).closest('p')
  expect(now).toHaveTextContent('Nay là: Phòng Mới Giấy tờ đã lập giữ tên của ngày lập.')
})

const personOf = (personId: string, data: PersonView['data'], more: Partial<PersonView> = {}): PersonView => ({
  personId,
  revision: 1,
  day,
  data,
  holds: { from: '', until: forever },
  changesOn: [],
  mergedFrom: [],
  confirmedOn: day,
  isStale: false,
  missing: [],
  contradictions: [],
  tenures: [],
  alike: [],
  history: [],
  ...more,
})

test('where two records differ the clerk says which value stands; what only the other knows is taken unless left', async () => {
  const people: Readonly<Record<string, PersonView>> = {
    a: personOf(
      'a',
      { name: 'Nguyễn Thị Hà', birthDate: '1985', ethnicity: 'Kinh' },
      { alike: [{ personId: 'b', name: 'Nguyễn Thị Hà', birthDate: '1985-03-02' }], mergedFrom: [{ personId: 'z', name: 'Nguyễn T. Hà' }] },
    ),
    b: personOf('b', { name: 'Nguyễn Thị Hà', birthDate: '1985-03-02', ethnicity: 'Tày', religion: 'Không' }, { revision: 7 }),
  }
  const { office, orders } = registryOffice({ person: (id) => people[id] ?? personOf(id, { name: '?' }) })
  const { user } = showApp(office, '#/person/a')
  const sheet = await region('Tình trạng hồ sơ')
  expect(screen.getByText('Đã gộp vào đây:', { exact: false })).toHaveTextContent('Nguyễn T. Hà')
  await user.click(within(sheet).getByText('Gộp hồ sơ này vào hồ sơ đang xem'))
  const born = await within(sheet).findByRole('radiogroup', { name: 'Ngày sinh' }, patient)
  expect(within(born).getByRole('radio', { name: 'Giữ: 1985' })).toBeChecked()
  await user.click(within(born).getByRole('radio', { name: 'Lấy của hồ sơ kia: 02/03/1985' }))
  expect(within(sheet).getByRole('radio', { name: 'Giữ: Kinh' })).toBeChecked()
  expect(within(sheet).getByRole('radio', { name: 'Lấy của hồ sơ kia: Không' })).toBeChecked()
  expect(within(sheet).queryByRole('radiogroup', { name: 'Họ tên' })).toBeNull()
  await user.click(within(sheet).getByRole('button', { name: 'Gộp hai hồ sơ' }))
  expect(orders).toEqual([])
  await user.type(within(sheet).getByLabelText('Lý do'), 'Cùng một người')
  await user.click(within(sheet).getByRole('button', { name: 'Gộp hai hồ sơ' }))
  await waitFor(() => expect(orders).toHaveLength(1), patient)
  expect(orders[0]).toEqual({
    type: 'mergePeople',
    kept: 'a',
    other: 'b',
    seen: 1,
    seenOther: 7,
    set: { birthDate: '1985-03-02', religion: 'Không' },
    reason: 'Cùng một người',
  })
})

test('relatives in posts stand with their rule; a sector told by a name is shown as a setting, in English too', async () => {
  const official = (personId: string, name: string, unit: string) =>
    ({ personId, name, post: 'Giám đốc', unit, unitId: `u-${personId}` }) as never
  const { office } = registryOffice({
    family: () => ({
      day,
      looked: 12,
      unlinked: 3,
      conflicts: [
        {
          kind: 'sectorsOfOneLevel',
          relation: 'brother',
          inLaw: true,
          one: official('a', 'Nguyễn Văn A', 'Sở Nội vụ'),
          other: official('b', 'Trần Văn B', 'Sở Tài chính'),
          rule: { article: 'Quy định 114-QĐ/TW', evidence: 'DEFAULT' },
        },
      ],
    }),
  })
  showApp(office, '#/family', 'en')
  const list = await region(/Posts that may not be held together/)
  const row = within(list).getAllByRole('row')[1]
  expect(row).toHaveTextContent(
    /Nguyễn Văn A.*Sở Nội vụ.*Brother.*Trần Văn B.*Sở Tài chính.*heads of sectors.*told by the name of the unit/,
  )
  expect(screen.getByText(/^12 pairs of relatives/)).toBeInTheDocument()
  expect(screen.getByText(/^3 relatives are names only/)).toBeInTheDocument()
})

test('H-2: a rank standard is proposed by what is on record, until somebody confirms one', async () => {
  const held = {
    name: 'Nguyễn Thị Hà',
    rank: { code: '01.003', name: 'Chuyên viên' },
    degrees: [{ level: 'bachelor' as const }],
    stateManagement: 'senior' as const,
    politicalTheory: 'advanced' as const,
  }
  const shows = async (data: PersonView['data']) => {
    const { office } = registryOffice({ person: () => personOf('a', data) })
    const { unmount } = showApp(office, '#/person/a')
    const learning = await region('Trình độ')
    const said = within(learning).queryByText(/chờ người có thẩm quyền xác nhận/)?.textContent
    unmount()
    return said
  }
  expect(await shows(held)).toBe('Chuyên viên cao cấp, theo ngạch, bằng cấp, chứng chỉ đã ghi; chờ người có thẩm quyền xác nhận')
  const rankStandard = { standard: 'principal' as const, confirmedOn: '2026-11-01', confirmedBy: 'Trưởng ban', basis: 'Hồ sơ' }
  expect(await shows({ ...held, rankStandard })).toBeUndefined()
  expect(await shows({ name: held.name })).toBeUndefined()
})

test('nobody in the registry leads to making records; nobody by the words typed leads back to everybody', async () => {
  const { office } = registryOffice({
    people: () => ({ day, from: 0, found: 0, isMore: false, rows: [] }),
    units: () => ({ day, units: [], former: [] }),
  })
  const { user } = showApp(office, '#/people')
  const list = await region('Danh sách cán bộ')
  expect(list).toHaveTextContent('Chưa có hồ sơ cán bộ nào')
  expect(within(list).getByRole('button', { name: 'Nhập từ bảng tính' })).toBeInTheDocument()
  const search = screen.getByRole('textbox', { name: 'Tìm theo tên hoặc số định danh' })
  await user.type(search, 'khong ai')
  await screen.findByText('Không tìm thấy ai', {}, patient)
  await user.click(within(await region('Danh sách cán bộ')).getByRole('button', { name: 'Tất cả hồ sơ' }))
  expect(search).toHaveValue('')
  await screen.findByText('Chưa có hồ sơ cán bộ nào', {}, patient)
  await user.click(within(await region('Danh sách cán bộ')).getByRole('button', { name: 'Lập hồ sơ đầu tiên' }))
  await waitFor(() => expect(window.location.hash).toBe('#/new-person'))
})

test('a record that is not there says so under its section and leads back to the list', async () => {
  const { office } = registryOffice({})
  const lost: Office = {
    ...office,
    ask: async (question) =>
      (question.about === 'person' ? { ok: false, refusal: { code: 'person-unknown' } } : office.ask(question)) as never,
  }
  const { user } = showApp(lost, '#/person/khong-co')
  expect(await screen.findByRole('alert', {}, patient)).toHaveTextContent('Không có hồ sơ của người này. Tìm lại trong danh sách cán bộ.')
  expect(screen.getByRole('heading', { level: 1, name: 'Cán bộ' })).toHaveFocus()
  await user.click(within(screen.getByRole('main')).getByRole('button', { name: 'Cán bộ' }))
  await waitFor(() => expect(window.location.hash).toBe('#/people'))
})
