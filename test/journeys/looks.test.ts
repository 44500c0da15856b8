// Who looked at whose record: kept in the encrypted file, read by the auditor alone, gone after the days the office set; and templates of its own.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openArchive } from '../../db/open.ts'
import { OperatorId } from '../../workflows/core/ids.ts'
import { type OfficeCommand, Order, Question } from '../../workflows/office.ts'
import { readLogMost } from '../../workflows/reading.ts'
import { passphrase, type TestOffice, testOffice, value, withFile } from './office.ts'

const at = '2026-11-23T08:30:00+07:00'
const day = '2026-11-23'
const operators = [
  { operatorId: OperatorId.parse('hr'), name: 'Bà Tổ chức', roles: ['hrOfficer' as const] },
  { operatorId: OperatorId.parse('kiem-tra'), name: 'Ông Kiểm tra', roles: ['auditor' as const] },
  { operatorId: OperatorId.parse('thu-ky'), name: 'Cô Thư ký', roles: ['conferenceChair' as const] },
]
const sit = async (office: TestOffice, operatorId: string) =>
  value(await office.act({ act: 'startWork', operatorId: OperatorId.parse(operatorId) }))
const made = async (office: TestOffice, command: unknown): Promise<string> =>
  value(await office.dispatch(Order.parse({ to: 'registry', command }))).registry?.made[0] ?? ''
const open = (office: TestOffice, personId: string) => office.ask(Question.parse({ about: 'person', personId, day }))
const looks = async (office: TestOffice, more: object = {}) => {
  const answer = value(await office.ask(Question.parse({ about: 'looks', ...more }))) as {
    looks: readonly { at: string; byName: string; name: string; view: string }[]
    found: number
    days: number
  }
  return { ...answer, lines: answer.looks.map((one) => `${one.at.slice(0, 16)} ${one.byName} ${one.view} ${one.name}`) }
}
const desk = async (office: TestOffice, command: OfficeCommand) => {
  const { officeVersion } = value(await office.ask({ about: 'session' }))
  return office.dispatch(Order.parse({ to: 'office', seen: officeVersion, command }))
}

test('a look at a record is kept through a restart, once however often the page is asked for, and read by the auditor alone', async () => {
  const office = await withFile(at, operators)
  await sit(office, 'hr')
  const [a, b] = [
    await made(office, { type: 'addPerson', data: { name: 'Lê An' } }),
    await made(office, { type: 'addPerson', data: { name: 'Lê Bình' } }),
  ]
  value(await open(office, a))
  value(await open(office, a))
  office.setClock('2026-11-23T08:35:00+07:00')
  value(await open(office, a))
  value(await open(office, b))
  office.setClock('2026-11-23T08:41:00+07:00')
  value(await open(office, a))
  expect(await office.ask(Question.parse({ about: 'looks' }))).toMatchObject({ refusal: { code: 'role-may-not' } })
  // Refused, and so no look.
  await sit(office, 'thu-ky')
  expect(await open(office, a)).toMatchObject({ refusal: { code: 'registry-not-yours' } })
  await office.close()
  const again = await testOffice('2026-11-24T08:00:00+07:00', office.dataDir)
  value(await again.act({ act: 'openFile', file: office.file, passphrase }))
  await sit(again, 'kiem-tra')
  value(await open(again, b))
  expect((await looks(again)).lines).toEqual([
    '2026-11-24T08:00 Ông Kiểm tra person Lê Bình',
    '2026-11-23T08:41 Bà Tổ chức person Lê An',
    '2026-11-23T08:35 Bà Tổ chức person Lê Bình',
    '2026-11-23T08:30 Bà Tổ chức person Lê An',
  ])
  expect(await looks(again, { personId: a, count: 1 })).toMatchObject({ found: 2, lines: ['2026-11-23T08:41 Bà Tổ chức person Lê An'] })
  expect((await looks(again, { operatorId: 'kiem-tra' })).found).toBe(1)
  expect(value(await again.ask({ about: 'ledger' })).verified).toBe(true)
  await again.close()
  // The log lies in the encrypted file: neither who looked nor at whom can be read on the disk.
  const onDisk = readFileSync(office.file)
  expect([a, 'kiem-tra', 'looks'].filter((word) => onDisk.includes(word))).toEqual([])
})

test('looks go after the days the office set, said by whoever is not watched; and the oldest where there are too many', async () => {
  const office = await withFile(at, operators)
  await sit(office, 'hr')
  const a = await made(office, { type: 'addPerson', data: { name: 'Lê An' } })
  value(await open(office, a))
  expect(await desk(office, { type: 'setReadLogDays', days: 30, reason: 'Gọn' })).toMatchObject({ refusal: { code: 'role-may-not' } })
  await sit(office, 'kiem-tra')
  expect(await desk(office, { type: 'setReadLogDays', days: 365, reason: 'Như cũ' })).toMatchObject({
    refusal: { code: 'read-log-days-unchanged', days: 365 },
  })
  value(await desk(office, { type: 'setReadLogDays', days: 30, reason: 'Quy chế bảo vệ dữ liệu' }))
  expect(await looks(office)).toMatchObject({ found: 1, days: 30 })
  office.setClock('2026-12-24T08:30:00+07:00')
  value(await open(office, a))
  expect((await looks(office)).lines).toEqual(['2026-12-24T08:30 Ông Kiểm tra person Lê An'])
  await office.close()
  const archive = openArchive({ file: office.file, passphrase })
  const row = (no: number) => ({ at: '2026-12-24T09:00:00+07:00', by: 'hr', person: `p-${no}`, view: 'person' })
  archive.looks.put([1, 2, 3, 4].map(row), '2026-12-01', 3)
  expect(archive.looks.find({ from: 0, count: 10 })).toMatchObject({ found: 3, rows: [row(4), row(3), row(2)] })
  archive.close()
  expect(readLogMost).toBeGreaterThan(100_000)
})

test('a composition template of the office draws a list as the shipped ones do, and says who kept it and why', async () => {
  const office = await withFile(at, operators)
  await sit(office, 'hr')
  const unit = await made(office, {
    type: 'addUnit',
    from: '2010-01-01',
    data: { name: 'Sở Nội vụ', level: 'department', kind: 'government' },
  })
  const division = await made(office, {
    type: 'addUnit',
    from: '2010-01-01',
    data: { name: 'Phòng Tổ chức', level: 'division', kind: 'government', parentId: unit },
  })
  const inPost = async (name: string, unitId: string, title: string, group: string) => {
    const postId = await made(office, { type: 'addPost', from: '2010-01-01', data: { unitId, title, group } })
    const personId = await made(office, { type: 'addPerson', data: { name } })
    await made(office, { type: 'addTenure', data: { personId, postId, from: '2020-01-01', form: 'appointed' } })
    return personId
  }
  await inPost('Lê An', unit, 'Giám đốc', 'head')
  await inPost('Lê Bình', unit, 'Phó Giám đốc', 'deputyHead')
  await inPost('Lê Cúc', division, 'Trưởng phòng', 'divisionHead')
  const seats = {
    leadershipCollective: [
      { role: 'Lãnh đạo Sở', groups: ['head' as const], where: 'own' as const },
      { role: 'Trưởng phòng', groups: ['divisionHead' as const], where: 'below' as const },
    ],
    expandedLeadership: [{ role: 'Mọi người còn lại', groups: 'all' as const, where: 'any' as const }],
    keyOfficials: [],
  }
  const keep = (name: string, compositionId?: string): OfficeCommand =>
    ({ type: 'keepComposition', name, seats, reason: 'Quy chế 5-QC/SNV', ...(compositionId && { compositionId }) }) as OfficeCommand
  value(await desk(office, keep('Sở theo Quy chế 5')))
  expect(await desk(office, keep('Sở theo Quy chế 5'))).toMatchObject({ refusal: { code: 'composition-name-taken' } })
  expect(await desk(office, keep('Khác', 'c9zz'))).toMatchObject({ refusal: { code: 'composition-unknown' } })
  await sit(office, 'thu-ky')
  const [own] = value(await office.ask({ about: 'compositions' }))
  expect(own).toMatchObject({ name: 'Sở theo Quy chế 5', byName: 'Bà Tổ chức', reason: 'Quy chế 5-QC/SNV', keptAt: at })
  const drawn = async (body: string) =>
    value(await office.ask(Question.parse({ about: 'composition', unitId: unit, template: own?.compositionId, body, day }))) as {
      rows: readonly { name: string; role: string }[]
    }
  expect((await drawn('leadershipCollective')).rows.map(({ name, role }) => [name, role])).toEqual([
    ['Lê An', 'Lãnh đạo Sở'],
    ['Lê Cúc', 'Trưởng phòng'],
  ])
  expect((await drawn('expandedLeadership')).rows.map(({ name }) => name)).toEqual(['Lê An', 'Lê Cúc', 'Lê Bình'])
  await sit(office, 'hr')
  value(await desk(office, { type: 'dropComposition', compositionId: own?.compositionId ?? '', reason: 'Hết hiệu lực' }))
  await office.close()
  const again = await testOffice('2026-11-24T08:00:00+07:00', office.dataDir)
  value(await again.act({ act: 'openFile', file: office.file, passphrase }))
  await sit(again, 'thu-ky')
  expect(value(await again.ask({ about: 'compositions' }))).toEqual([])
  expect(
    await again.ask(Question.parse({ about: 'composition', unitId: unit, template: own?.compositionId, body: 'keyOfficials', day })),
  ).toMatchObject({ refusal: { code: 'composition-unknown' } })
})
