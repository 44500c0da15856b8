// The registry through the doorway: orders, questions by role, restart, and a replay that compares its rows with the facts.
import { expect, test } from 'vitest'
import { openDriver } from '../../db/connect.ts'
import { openArchive } from '../../db/open.ts'
import { replayArchive } from '../../electron/cli/replay.ts'
import { OperatorId } from '../../workflows/core/ids.ts'
import { Order, Question } from '../../workflows/office.ts'
import type { Role } from '../../workflows/roles.ts'
import { passphrase, type TestOffice, testOffice, value, withFile } from './office.ts'

const at = '2026-11-23T08:30:00+07:00'
const day = '2026-11-23'
const operator = (operatorId: string, name: string, roles: readonly Role[]) => ({
  operatorId: OperatorId.parse(operatorId),
  name,
  roles: [...roles],
})
const people = [operator('hr', 'Bà Tổ chức', ['hrOfficer']), operator('thu-ky', 'Ông Thư ký', ['meetingSecretary'])]

const sit = (office: TestOffice, operatorId: string) => office.act({ act: 'startWork', operatorId: OperatorId.parse(operatorId) })
const order = async (office: TestOffice, command: unknown) =>
  value(await office.dispatch(Order.parse({ to: 'registry', command }))).registry
const ask = (office: TestOffice, question: unknown) => office.ask(Question.parse(question)) as Promise<never>
const made = async (office: TestOffice, command: unknown): Promise<string> => (await order(office, command))?.made[0] ?? ''

async function filled(): Promise<{ office: TestOffice; unit: string; person: string }> {
  const office = await withFile(at, people)
  value(await sit(office, 'hr'))
  const unit = await made(office, {
    type: 'addUnit',
    from: '2010-01-01',
    data: { name: 'Sở Nội vụ', level: 'department', kind: 'government' },
  })
  const post = await made(office, {
    type: 'addPost',
    from: '2010-01-01',
    data: { unitId: unit, title: 'Trưởng phòng', group: 'divisionHead' },
  })
  const person = await made(office, { type: 'addPerson', data: { name: 'Nguyễn Thị Hà', birthDate: '1985' }, reason: 'Lập hồ sơ' })
  await order(office, { type: 'addTenure', data: { personId: person, postId: post, from: '2020-01-01', form: 'appointed' } })
  return { office, unit, person }
}

function replayed(office: TestOffice) {
  const archive = openArchive({ file: office.file, passphrase, readOnly: true })
  try {
    return replayArchive(archive)
  } finally {
    archive.close()
  }
}

test('people, units and posts are recorded, asked about as of a day, and the same after a restart', async () => {
  const { office, unit, person } = await filled()
  const told = async (on: TestOffice) => [
    value(await ask(on, { about: 'people', day, search: 'ha nguyen' })),
    value(await ask(on, { about: 'people', day: '2019-12-31', unitId: unit })),
    value(await ask(on, { about: 'person', personId: person, day })),
    value(await ask(on, { about: 'unit', unitId: unit, day })),
    value(await ask(on, { about: 'quality', day })),
    value(await ask(on, { about: 'duplicates' })),
    value(await ask(on, { about: 'units', day, search: 'noi vu' })),
  ]
  const before = await told(office)
  expect(before[0]).toMatchObject({ found: 1, rows: [{ name: 'Nguyễn Thị Hà', posts: [{ title: 'Trưởng phòng', unit: 'Sở Nội vụ' }] }] })
  expect(before[1]).toMatchObject({ found: 0 })
  expect(before[2]).toMatchObject({ data: { birthDate: '1985' }, missing: expect.arrayContaining(['citizenId', 'birthDay']) })
  expect(before[2]).toMatchObject({ history: [{ byName: 'Bà Tổ chức' }, { byName: 'Bà Tổ chức', reason: 'Lập hồ sơ' }] })
  expect(before[3]).toMatchObject({ posts: [{ title: 'Trưởng phòng', holders: [{ name: 'Nguyễn Thị Hà' }] }] })
  expect(before[4]).toMatchObject({ total: { people: 1, missing: 1, stale: 0 }, units: [{ unit: 'Sở Nội vụ', people: 1, missing: 1 }] })
  await office.close()
  const again = await testOffice(at, office.dataDir)
  value(await again.act({ act: 'openFile', file: office.file, passphrase }))
  value(await sit(again, 'hr'))
  expect(await told(again)).toEqual(before)
})

test('a unit is found by what it was called: renamed, merged, and merged again', async () => {
  const { office, unit } = await filled()
  const document = { number: '01/NQ-HĐND', date: '2025-06-20', issuer: 'HĐND tỉnh Mẫu' }
  const other = await made(office, {
    type: 'addUnit',
    from: '2012-03-01',
    data: { name: 'Sở Lao động', level: 'department', kind: 'government' },
  })
  const merge = (on: string, before: readonly string[], name: string) =>
    made(office, {
      type: 'reorganiseUnits',
      kind: 'merged',
      on,
      before,
      successors: [{ data: { name, level: 'department', kind: 'government' } }],
      endTenures: true,
      document,
    })
  const first = await merge('2021-07-01', [unit, other], 'Sở Nhân lực')
  const found = async (search: string, on: string) => value(await ask(office, { about: 'units', day: on, search })) as { units: unknown[] }
  // While it stands, nothing is said of what it will be.
  expect((await found('lao dong', '2021-06-30')).units).toEqual([expect.not.objectContaining({ formerly: expect.anything() })])
  expect((await found('lao dong', '2021-07-01')).units).toMatchObject([
    { unitId: first, name: 'Sở Nhân lực', formerly: { name: 'Sở Lao động', from: '2012-03-01', lastDay: '2021-06-30' } },
  ])
  const third = await made(office, {
    type: 'addUnit',
    from: '2012-03-01',
    data: { name: 'Ban Dân tộc', level: 'department', kind: 'government' },
  })
  const second = await merge('2025-07-01', [first, third], 'Sở Nội vụ và Dân tộc')
  expect((await found('lao dong', day)).units).toMatchObject([{ unitId: second, formerly: { name: 'Sở Lao động' } }])
  expect((await found('nhan luc', day)).units).toMatchObject([{ unitId: second, formerly: { from: '2021-07-01', lastDay: '2025-06-30' } }])
  // Renamed, it is the unit itself that is found.
  const { revision } = value(await ask(office, { about: 'unit', unitId: second, day })) as { revision: number }
  await order(office, {
    type: 'changeUnit',
    unitId: second,
    seen: revision,
    from: '2026-01-01',
    set: { name: 'Sở Nội vụ' },
    reason: 'Đổi tên',
    document,
  })
  expect((await found('dan toc', day)).units).toMatchObject([
    { unitId: second, name: 'Sở Nội vụ', formerly: { name: 'Sở Nội vụ và Dân tộc', from: '2025-07-01', lastDay: '2025-12-31' } },
  ])
  // Found by its name of the day: once, and not by the old one.
  expect((await found('noi vu', day)).units).toEqual([expect.objectContaining({ unitId: second })])
  expect((await found('noi vu', day)).units).toEqual([expect.not.objectContaining({ formerly: expect.anything() })])
  expect((await found('khong co', day)).units).toEqual([])
})

test('records of people are for those who work on personnel, and nobody is told more for asking', async () => {
  const { office, person, unit } = await filled()
  value(await sit(office, 'thu-ky'))
  for (const question of [
    { about: 'people', day },
    { about: 'person', personId: person, day },
    { about: 'quality', day },
    { about: 'duplicates' },
  ])
    expect(await ask(office, question)).toMatchObject({ ok: false, refusal: { code: 'registry-not-yours' } })
  // Whoever convenes meetings may draw a list: names and posts, nothing more.
  expect(value(await ask(office, { about: 'composition', unitId: unit, template: 'division', body: 'leadershipCollective', day }))).toEqual(
    {
      rows: [{ personId: person, name: 'Nguyễn Thị Hà', title: 'Trưởng phòng', role: 'Tập thể lãnh đạo', hasVote: true }],
    },
  )
  expect(
    await office.dispatch(Order.parse({ to: 'registry', command: { type: 'confirmPerson', personId: person, seen: 4, on: day } })),
  ).toMatchObject({
    refusal: { code: 'role-may-not' },
  })
})

test('a replay finds a row that no fact said', async () => {
  const { office, person } = await filled()
  await order(office, { type: 'changePerson', personId: person, seen: 4, from: '2024-01-01', set: { name: 'Nguyễn Minh Hà' } })
  await office.close()
  expect(replayed(office).broken).toBeUndefined()
  const archive = openArchive({ file: office.file, passphrase, readOnly: true })
  const key = archive.unwrappedKey()
  archive.close()
  const driver = openDriver(office.file, key)
  driver.exec("UPDATE registry_tenures SET since = '2001-01-01'")
  driver.close()
  expect(replayed(office).broken).toMatchObject({ what: 'registry_tenures-differs', stream: 'registry' })
})
