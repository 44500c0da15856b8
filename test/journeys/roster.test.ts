// A roster from the workbook to the registry and back: read, tried, imported in one go, known again, taken back whole after a restart.
import { expect, test } from 'vitest'
import { OperatorId, UnitId } from '../../workflows/core/ids.ts'
import type { PlanningCommand } from '../../workflows/planning/commands.ts'
import type { ImportPlan } from '../../workflows/registry/import/plan.ts'
import type { Role } from '../../workflows/roles.ts'
import type { RosterView } from '../../workflows/roster.ts'
import { type Made, workbook } from '../support/workbooks.ts'
import { passphrase, type TestOffice, testOffice, value, withFile } from './office.ts'

const at = '2026-11-23T08:30:00+07:00'
const operator = (operatorId: string, name: string, roles: readonly Role[]) => ({
  operatorId: OperatorId.parse(operatorId),
  name,
  roles: [...roles],
})
const people = [operator('hr', 'Bà Tổ chức', ['hrOfficer']), operator('thu-ky', 'Ông Thư ký', ['meetingSecretary'])]
const heads = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số CCCD', 'Dân tộc', 'Đơn vị', 'Chức vụ', 'Ngày bổ nhiệm']
const rows: readonly Made[][] = [
  [1, 'Nguyễn Văn An', '15/08/1975', 'Nam', '036075001234', 'Kinh', 'Phòng Tổ chức', 'Trưởng phòng', '01/02/2022'],
  [2, 'Trần Thị Bình', '20/03/1980', 'Nữ', '001180001235', 'Tày', 'Phòng Tổ chức', 'Chuyên viên', '05/05/2019'],
  [3, 'Lê Văn Chung', '30/11/82', 'Nam', '001082001299', 'Kinh', 'Văn phòng', 'Chánh Văn phòng', '01/01/2021'],
]
const bytesOf = (list: readonly (readonly Made[])[]) => Buffer.from(workbook({ name: 'Cán bộ', rows: [heads, ...list] })).toString('base64')

async function atWork(): Promise<TestOffice> {
  const office = await withFile(at, people)
  value(await office.act({ act: 'startWork', operatorId: OperatorId.parse('hr') }))
  return office
}
const opened = async (office: TestOffice, list: readonly (readonly Made[])[] = rows): Promise<RosterView> =>
  value(await office.ask({ about: 'roster', name: 'can-bo.xlsx', bytes: bytesOf(list) }))
function planOf(view: RosterView): ImportPlan {
  const plan = view.sheets[view.best]?.plan
  if (plan === undefined) throw new Error('no plan')
  return { ...plan, newUnits: { level: 'division', kind: 'government' } }
}
async function imported(office: TestOffice, list = rows) {
  const view = await opened(office, list)
  const account = value(await office.ask({ about: 'rosterAccount', roster: view.roster, plan: planOf(view) }))
  return { view, account, done: await office.act({ act: 'importRoster', roster: view.roster, reason: 'Lập sổ lần đầu' }) }
}
const listed = async (office: TestOffice, day = '2026-11-23') =>
  value(await office.ask({ about: 'people', day })).rows.map(({ name, posts }) => [
    name,
    ...posts.map(({ title, unit, data }) => `${title}, ${unit}, ${data.from}`),
  ])

test('a roster is imported, the same roster says nothing new, and after a restart the whole import is taken back', async () => {
  const office = await atWork()
  const { account, done } = await imported(office)
  expect(account).toMatchObject({
    totals: { new: 2, refused: 1, posts: 2, newUnits: 1, newPosts: 2 },
    newUnits: ['Phòng Tổ chức'],
    questions: [],
  })
  expect(value(done).imported).toMatchObject({ parts: 1, entries: 7 })
  expect(await listed(office)).toEqual([
    ['Nguyễn Văn An', 'Trưởng phòng, Phòng Tổ chức, 2022-02-01'],
    ['Trần Thị Bình', 'Chuyên viên, Phòng Tổ chức, 2019-05-05'],
  ])
  const again = await imported(office)
  expect(again.account.totals).toMatchObject({ new: 0, changed: 0, unchanged: 2, refused: 1 })
  expect(again.done).toMatchObject({ ok: false, refusal: { code: 'import-nothing-new' } })

  const { dataDir, file } = office
  await office.close()
  const next = await testOffice('2026-11-24T09:00:00+07:00', dataDir)
  value(await next.act({ act: 'openFile', file, passphrase }))
  value(await next.act({ act: 'startWork', operatorId: OperatorId.parse('hr') }))
  const [line] = value(await next.ask({ about: 'imports' }))
  expect(line).toMatchObject({ file: 'can-bo.xlsx', sheet: 'Cán bộ', by: 'Bà Tổ chức', at, parts: 1, isUndone: false })
  if (line === undefined) throw new Error('no import')
  value(await next.dispatch({ to: 'registry', command: { type: 'undoImport', importId: line.importId, reason: 'Nhập nhầm tệp' } }))
  expect(await listed(next)).toEqual([])
  expect(value(await next.ask({ about: 'imports' }))).toMatchObject([{ isUndone: true }])
  // And it can be imported anew.
  expect((await imported(next)).account.totals.new).toBe(2)
})

test('of two departments with a unit of one name, the clerk says whose roster it is: the posts are recorded there', async () => {
  const office = await atWork()
  const made = async (name: string, parentId?: UnitId, from = '2020-01-01') => {
    const data = { name, level: 'department' as const, kind: 'government' as const, ...(parentId !== undefined && { parentId }) }
    const { registry } = value(await office.dispatch({ to: 'registry', command: { type: 'addUnit', from, data } }))
    return UnitId.parse(registry?.made[0])
  }
  const [one, other] = [await made('Sở Nội vụ'), await made('Sở Y tế', undefined, '2026-11-01')]
  await made('Văn phòng', one)
  const theirs = await made('Văn phòng', other, '2026-11-01')
  const list = [rows[0]?.map((cell, i) => (i === 6 ? 'Văn phòng' : i === 8 ? '02/11/2026' : cell)) ?? []] as Made[][]
  const view = await opened(office, list)
  const tried = (more: Partial<ImportPlan>) =>
    office.ask({ about: 'rosterAccount', roster: view.roster, plan: { ...planOf(view), ...more } })
  expect(value(await tried({})).totals).toMatchObject({ new: 1, posts: 0, left: 1 })
  expect(await tried({ rosterOf: other, asOf: '2026-10-31' })).toMatchObject({
    refusal: { code: 'import-body-not-there', day: '2026-10-31' },
  })
  const account = value(await tried({ rosterOf: other }))
  expect(account).toMatchObject({ totals: { new: 1, posts: 1, left: 0, newUnits: 0 }, body: { name: 'Sở Y tế', path: [] } })
  value(await office.act({ act: 'importRoster', roster: view.roster }))
  const { posts = [] } = value(await office.ask({ about: 'unit', unitId: theirs, day: '2026-11-23' }))
  expect(posts.map(({ title, holders }) => [title, holders.map(({ name }) => name)])).toEqual([['Trưởng phòng', ['Nguyễn Văn An']]])
  // The next roster of the same layout is asked about anew.
  expect((await opened(office, list)).sheets[0]?.plan.rosterOf).toBeUndefined()
})

test('two rows that may be one person wait for the clerk; said to be one, the record has what both tell, and one import takes both back', async () => {
  const office = await atWork()
  const list: readonly Made[][] = [
    [1, 'Đỗ Thị Lan', '1984', 'Nữ', null, 'Kinh', null, null, null],
    [2, 'Đỗ Thị Lan', '12/4/1984', 'Nữ', '001184001300', null, null, null, null],
  ]
  const view = await opened(office, list)
  const tried = async (decisions: ImportPlan['decisions']) =>
    value(await office.ask({ about: 'rosterAccount', roster: view.roster, plan: { ...planOf(view), decisions } }))
  expect((await tried([])).totals).toMatchObject({ new: 1, refused: 1, open: 1 })
  const { rows: waiting } = value(await office.ask({ about: 'rosterRows', roster: view.roster, kinds: ['open'], from: 0, count: 9 }))
  expect(waiting).toMatchObject([
    {
      row: 3,
      refused: [{ code: 'import-maybe-same-row', rows: '2', known: 'Đỗ Thị Lan', knownBirth: '1984' }],
      conflict: { candidates: [{ row: 2, birthDate: '1984' }], mayBeNew: true },
    },
  ])
  expect((await tried([{ row: 3, is: 'same' }])).totals).toMatchObject({ new: 1, changed: 1, refused: 0, open: 0 })
  const { imported: done } = value(await office.act({ act: 'importRoster', roster: view.roster }))
  const [lan, ...others] = value(await office.ask({ about: 'people', day: '2026-11-23' })).rows
  expect(others).toEqual([])
  const { data } = value(await office.ask({ about: 'person', personId: lan?.personId as never, day: '2026-11-23' }))
  expect(data).toMatchObject({ birthDate: '1984-04-12', citizenId: '001184001300', ethnicity: 'Kinh' })
  if (done === undefined) throw new Error('not imported')
  value(await office.dispatch({ to: 'registry', command: { type: 'undoImport', importId: done.importId, reason: 'Nhầm tệp' } }))
  expect(await listed(office)).toEqual([])
})

test('what differs is changed from the day of the roster, what was wrong for life is put right, and the past keeps what held then', async () => {
  const office = await atWork()
  await imported(office, rows.slice(0, 2))
  office.setClock('2026-12-01T08:30:00+07:00')
  const later = [[1, 'NGUYỄN VĂN AN', '15/08/1975', 'Nam', '036075001234', 'Mường', null, null, null]] as Made[][]
  const { account, done } = await imported(office, later)
  expect(account.totals).toMatchObject({ changed: 1 })
  value(done)
  const [an] = value(await office.ask({ about: 'people', day: '2026-11-30', search: 'an' })).rows
  const shown = async (day: string) => value(await office.ask({ about: 'person', personId: an?.personId as never, day })).data.ethnicity
  // An ethnic group is not something that changed on a day.
  expect([await shown('2026-11-30'), await shown('2026-12-01')]).toEqual(['Mường', 'Mường'])
})

test('columns the clerk put right are known when the layout comes again, also after a restart', async () => {
  const office = await atWork()
  const view = await opened(office)
  const plan = planOf(view)
  const mine = { ...plan, columns: plan.columns.filter(({ field }) => field !== 'ethnicity') }
  value(await office.ask({ about: 'rosterAccount', roster: view.roster, plan: mine }))
  value(await office.act({ act: 'importRoster', roster: view.roster }))
  const { dataDir, file } = office
  await office.close()
  const next = await testOffice('2026-11-24T09:00:00+07:00', dataDir)
  value(await next.act({ act: 'openFile', file, passphrase }))
  value(await next.act({ act: 'startWork', operatorId: OperatorId.parse('hr') }))
  const again = await opened(next)
  const columns = again.sheets[0]?.layout.columns.map(({ head, field, by }) => [head[0], field, by])
  expect(columns).toContainEqual(['Dân tộc', undefined, undefined])
  expect(columns).toContainEqual(['Họ và tên', 'fullName', 'memory'])
})

test('only who works on personnel may open a roster; what was written meanwhile asks for a new dry run', async () => {
  const office = await atWork()
  const view = await opened(office)
  value(await office.ask({ about: 'rosterAccount', roster: view.roster, plan: planOf(view) }))
  value(await office.dispatch({ to: 'registry', command: { type: 'addPerson', data: { name: 'Hoàng Thị Dung' } } }))
  expect(await office.act({ act: 'importRoster', roster: view.roster })).toMatchObject({ refusal: { code: 'changed-meanwhile' } })
  expect(await listed(office)).toEqual([['Hoàng Thị Dung']])
  value(await office.act({ act: 'startWork', operatorId: OperatorId.parse('thu-ky') }))
  expect(await office.ask({ about: 'imports' })).toMatchObject({ refusal: { code: 'role-may-not' } })
  expect(await office.act({ act: 'importRoster', roster: view.roster })).toMatchObject({ refusal: { code: 'role-may-not' } })
})

test('an import waits until an old encoding was looked at', async () => {
  const office = await atWork()
  const old = workbook({
    rows: [
      ['STT', 'Hä vµ tªn', 'Ngµy sinh'],
      [1, 'NguyÔn V¨n §øc', '15/08/1975'],
      [2, 'TrÇn ThÞ Ph­îng', '20/03/1980'],
    ],
  })
  const view = value(await office.ask({ about: 'roster', name: 'cu.xls', bytes: Buffer.from(old).toString('base64') }))
  const plan = planOf(view)
  const account = value(await office.ask({ about: 'rosterAccount', roster: view.roster, plan }))
  expect(account.questions).toEqual([{ what: 'encoding', column: 1 }])
  expect(await office.act({ act: 'importRoster', roster: view.roster })).toMatchObject({
    refusal: { code: 'import-undecided', questions: 1 },
  })
  expect(value(await office.ask({ about: 'rosterSample', roster: view.roster, sheet: 0, column: 1, encoding: 'tcvn3' }))).toContainEqual({
    before: 'NguyÔn V¨n §øc',
    after: 'Nguyễn Văn Đức',
  })
  const settled = { ...plan, columns: plan.columns.map((one) => (one.column === 1 ? { ...one, encoding: 'tcvn3' as const } : one)) }
  value(await office.ask({ about: 'rosterAccount', roster: view.roster, plan: settled }))
  value(await office.act({ act: 'importRoster', roster: view.roster }))
  expect(await listed(office)).toEqual([['Nguyễn Văn Đức'], ['Trần Thị Phượng']])
})

test('discipline in a roster proposes that a planned person leaves, with the import and not beside it; undoing the import withdraws it', async () => {
  const office = await atWork()
  await imported(office, rows.slice(0, 1))
  const [an] = value(await office.ask({ about: 'people', day: '2026-11-23', search: 'an' })).rows
  const plan = async (command: PlanningCommand) =>
    value(await office.dispatch({ to: 'planning', seen: value(await office.ask({ about: 'planning' })).version, command }))
  await plan({
    type: 'openPlanningList',
    listId: 'gd',
    post: { title: 'Giám đốc', unit: 'Sở Nội vụ', level: 'province', rank: 6, kind: 'post', seats: 1 },
    term: { name: '2026-2031', from: '2026-10-01', until: '2031-09-30' },
    approver: 'Ban Thường vụ Tỉnh ủy',
  })
  await plan({
    type: 'proposeForPlanning',
    listId: 'gd',
    entryId: 'e1',
    person: { personId: an?.personId ?? '', name: 'Nguyễn Văn An', citizenId: '036075001234', currentPost: 'Trưởng phòng', currentRank: 3 },
    source: 'inside',
    isReElection: false,
    on: '2026-11-23',
  })
  const proposals = async () => value(await office.ask({ about: 'planningList', listId: 'gd' })).entries[0]?.outProposals
  const list = workbook({
    rows: [
      ['Họ và tên', 'Số CCCD', 'Kỷ luật', 'Ghi chú'],
      ['Nguyễn Văn An', '036075001234', 'Cảnh cáo về Đảng ngày 23/11/2026', 'Theo dõi'],
    ],
  })
  const open = async (name: string) => value(await office.ask({ about: 'roster', name, bytes: Buffer.from(list).toString('base64') }))
  const view = await open('ky-luat.xlsx')
  value(await office.ask({ about: 'rosterAccount', roster: view.roster, plan: planOf(view) }))
  const { imported: done } = value(await office.act({ act: 'importRoster', roster: view.roster }))
  expect(await proposals()).toEqual([{ ground: 'discipline', basis: { on: '2026-11-23', sanction: 'warning' } }])
  if (done === undefined) throw new Error('not imported')
  value(await office.dispatch({ to: 'registry', command: { type: 'undoImport', importId: done.importId, reason: 'Nhầm người' } }))
  expect(await proposals()).toEqual([])
  const shown = value(await office.ask({ about: 'person', personId: an?.personId as never, day: '2026-11-23' })).data
  expect([shown.disciplines, shown.notes]).toEqual([undefined, undefined])
  // Known again, it proposes again.
  const again = await open('ky-luat.xlsx')
  value(await office.ask({ about: 'rosterAccount', roster: again.roster, plan: planOf(again) }))
  value(await office.act({ act: 'importRoster', roster: again.roster }))
  expect(await proposals()).toHaveLength(1)
})

test('where the table stands, once pointed out, is known when its heads come again, also after a restart', async () => {
  const office = await atWork()
  const odd = (title: string) =>
    workbook({
      rows: [
        [title],
        ['Chú giải', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Chức vụ'],
        ['A', 'Cột một', 'Cột hai', 'Cột ba'],
        ['Số', 'Người', 'Sinh', 'Thẻ'],
        [1, 'Nguyễn Văn An', '15/08/1975', '036075001234'],
        [2, 'Trần Thị Bình', '20/03/1980', '001180001235'],
      ],
    })
  const open = async (at_: TestOffice, bytes: Uint8Array) =>
    value(await at_.ask({ about: 'roster', name: 'la.xlsx', bytes: Buffer.from(bytes).toString('base64') }))
  const view = await open(office, odd('Quý I'))
  expect(view.sheets[0]?.layout).toMatchObject({ headRow: 1, headRows: 1, dataRow: 2 })
  expect(view.sheets[0]?.top[3]).toEqual(['Số', 'Người', 'Sinh', 'Thẻ'])
  expect(await office.ask({ about: 'rosterLayout', roster: view.roster, sheet: 0, headRow: 3, headRows: 2, dataRow: 4 })).toMatchObject({
    refusal: { code: 'import-place-outside', rows: 6 },
  })
  const placed = value(await office.ask({ about: 'rosterLayout', roster: view.roster, sheet: 0, headRow: 2, headRows: 2, dataRow: 4 }))
  expect(placed.layout.placedBy).toBe('clerk')
  value(await office.ask({ about: 'rosterAccount', roster: view.roster, plan: placed.plan }))
  value(await office.act({ act: 'importRoster', roster: view.roster }))
  expect(await listed(office)).toEqual([['Nguyễn Văn An'], ['Trần Thị Bình']])
  const { dataDir, file } = office
  await office.close()
  const next = await testOffice('2026-11-24T09:00:00+07:00', dataDir)
  value(await next.act({ act: 'openFile', file, passphrase }))
  value(await next.act({ act: 'startWork', operatorId: OperatorId.parse('hr') }))
  const again = await open(next, odd('Quý II'))
  expect(again.sheets[0]?.layout).toMatchObject({ headRow: 2, headRows: 2, dataRow: 4, placedBy: 'memory' })
})
