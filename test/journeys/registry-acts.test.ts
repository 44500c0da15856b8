// Acts on posts, units and two records of one person on a real file: what they change, what stays in sight after a restart, who is related to whom.
import { expect, test } from 'vitest'
import { OperatorId } from '../../workflows/core/ids.ts'
import { Order, Question } from '../../workflows/office.ts'
import type { RegistryAnswers } from '../../workflows/registry/counter.ts'
import { passphrase, type TestOffice, testOffice, value, withFile } from './office.ts'

const at = '2026-11-23T08:30:00+07:00'
const day = '2026-11-23'
const operators = [
  { operatorId: OperatorId.parse('hr'), name: 'Bà Tổ chức', roles: ['hrOfficer' as const] },
  { operatorId: OperatorId.parse('thu-ky'), name: 'Ông Thư ký', roles: ['meetingSecretary' as const] },
]
const give = (office: TestOffice, command: unknown) => office.dispatch(Order.parse({ to: 'registry', command }))
const made = async (office: TestOffice, command: unknown): Promise<string> => value(await give(office, command)).registry?.made[0] ?? ''
const ask = async <A extends keyof RegistryAnswers>(office: TestOffice, about: A, more: object): Promise<RegistryAnswers[A]> =>
  value(await office.ask(Question.parse({ about, day, ...more }))) as RegistryAnswers[A]
const sit = async (office: TestOffice, operatorId: string) =>
  value(await office.act({ act: 'startWork', operatorId: OperatorId.parse(operatorId) }))

async function opened(): Promise<TestOffice> {
  const office = await withFile(at, operators)
  await sit(office, 'hr')
  return office
}
const unitOf = (office: TestOffice, name: string, more: object = {}) =>
  made(office, { type: 'addUnit', from: '2010-01-01', data: { name, level: 'department', kind: 'government', ...more } })
const postOf = (office: TestOffice, unitId: string, title: string, more: object = {}) =>
  made(office, { type: 'addPost', from: '2010-01-01', data: { unitId, title, group: 'head', ...more } })
const inPost = (office: TestOffice, personId: string, postId: string) =>
  made(office, { type: 'addTenure', data: { personId, postId, from: '2020-01-01', form: 'appointed' } })

test('a post is put right and closed, keeps its holders in sight, and an undo of it says who, when and why after a restart', async () => {
  const office = await opened()
  const post = await postOf(office, await unitOf(office, 'Sở Nội vụ'), 'Trưởng phòg')
  const person = await made(office, { type: 'addPerson', data: { name: 'Nguyễn Thị Hà' } })
  const tenure = await inPost(office, person, post)
  const seen = async (on: TestOffice) => (await ask(on, 'post', { postId: post })).revision
  value(
    await give(office, {
      type: 'correctPost',
      postId: post,
      seen: await seen(office),
      at: day,
      set: { title: 'Trưởng phòng' },
      reason: 'Gõ thiếu chữ',
    }),
  )
  value(await give(office, { type: 'changePost', postId: post, seen: await seen(office), from: '2025-07-01', set: { rank: 3 } }))
  expect(await give(office, { type: 'closePost', postId: post, seen: await seen(office), on: day })).toMatchObject({
    refusal: { code: 'post-held', names: ['Nguyễn Thị Hà'] },
  })
  value(await give(office, { type: 'endTenure', tenureId: tenure, personId: person, lastDay: '2026-11-22', endedBy: 'transferred' }))
  value(await give(office, { type: 'closePost', postId: post, seen: await seen(office), on: day, reason: 'Sắp xếp tổ chức' }))
  const closed = await ask(office, 'post', { postId: post })
  expect(closed).toMatchObject({ unit: 'Sở Nội vụ', holders: [{ name: 'Nguyễn Thị Hà', data: { lastDay: '2026-11-22' } }] })
  expect(closed.data).toBeUndefined()
  const [newest] = closed.history
  if (!newest) throw new Error('recorded above')
  office.setClock('2026-11-24T09:00:00+07:00')
  value(await give(office, { type: 'undoEdit', version: newest.version, reason: 'Chưa có quyết định' }))
  await office.close()
  const again = await testOffice('2026-11-25T08:30:00+07:00', office.dataDir)
  value(await again.act({ act: 'openFile', file: office.file, passphrase }))
  await sit(again, 'hr')
  const told = await ask(again, 'post', { postId: post })
  expect(told.data).toMatchObject({ title: 'Trưởng phòng', rank: 3 })
  const undone = told.history.find(({ version }) => version === newest.version)
  expect(told.history.find(({ version }) => version === undone?.undoneBy)).toMatchObject({
    at: '2026-11-24T09:00:00+07:00',
    byName: 'Bà Tổ chức',
    reason: 'Chưa có quyết định',
  })
  expect(await ask(again, 'post', { postId: post, day: '2025-06-30' })).toMatchObject({ data: { title: 'Trưởng phòng' } })
  await sit(again, 'thu-ky')
  expect(await again.ask(Question.parse({ about: 'post', postId: post, day }))).toMatchObject({ refusal: { code: 'registry-not-yours' } })
})

test('a unit moves with all it has; one that ended leads to what goes on in its place, by the name it had', async () => {
  const office = await opened()
  const [province, old, other] = [
    await unitOf(office, 'UBND tỉnh', { level: 'province' }),
    await unitOf(office, 'Huyện Gia Lộc', { level: 'district' }),
    await unitOf(office, 'Huyện Tứ Kỳ', { level: 'district' }),
  ]
  const town = await unitOf(office, 'Thị trấn Gia Lộc', { level: 'commune', parentId: old })
  const seen = async (unitId: string) => (await ask(office, 'unit', { unitId })).revision
  value(await give(office, { type: 'changeUnit', unitId: town, seen: await seen(town), from: '2025-07-01', set: { parentId: province } }))
  expect((await ask(office, 'unit', { unitId: town })).path.map(({ name }) => name)).toEqual(['UBND tỉnh', 'Thị trấn Gia Lộc'])
  expect((await ask(office, 'unit', { unitId: town, day: '2025-06-30' })).path.map(({ name }) => name)).toEqual([
    'Huyện Gia Lộc',
    'Thị trấn Gia Lộc',
  ])
  const commune = await made(office, {
    type: 'reorganiseUnits',
    kind: 'merged',
    on: '2025-07-01',
    before: [old, other],
    successors: [{ data: { name: 'Xã Gia Lộc', level: 'commune', kind: 'government', parentId: province } }],
    endTenures: true,
    document: { number: '1669/NQ-UBTVQH15', date: '2025-06-16' },
  })
  const ended = await ask(office, 'unit', { unitId: old })
  expect(ended.data).toBeUndefined()
  expect(ended.spans.at(-1)).toMatchObject({ until: '2025-07-01', data: { name: 'Huyện Gia Lộc' } })
  expect(ended.events).toMatchObject([{ successors: [commune], names: { [commune]: 'Xã Gia Lộc', [old]: 'Huyện Gia Lộc' } }])
})

test('of two records of one person the values are chosen one by one; both keep their histories, and the merger can be undone', async () => {
  const office = await opened()
  const kept = await made(office, { type: 'addPerson', data: { name: 'Nguyễn Thị Hà', birthDate: '1985' }, reason: 'Lập tay' })
  const other = await made(office, {
    type: 'addPerson',
    data: { name: 'Nguyễn Thị Hạ', birthDate: '1985-03-02', citizenId: '001185000001', ethnicity: 'Tày' },
    reason: 'Từ bảng',
  })
  const seen = async (personId: string) => (await ask(office, 'person', { personId })).revision
  value(
    await give(office, {
      type: 'mergePeople',
      kept,
      other,
      seen: await seen(kept),
      seenOther: await seen(other),
      set: { birthDate: '1985-03-02', citizenId: '001185000001' },
      reason: 'Cùng số định danh',
    }),
  )
  const one = await ask(office, 'person', { personId: kept })
  expect(one.data).toEqual({ name: 'Nguyễn Thị Hà', birthDate: '1985-03-02', citizenId: '001185000001' })
  expect(one.mergedFrom).toEqual([{ personId: other, name: 'Nguyễn Thị Hạ' }])
  expect(one.history.map(({ reason }) => reason)).toEqual(['Cùng số định danh', 'Lập tay'])
  const two = await ask(office, 'person', { personId: other })
  expect(two).toMatchObject({ mergedInto: { personId: kept }, data: { ethnicity: 'Tày' } })
  expect(two.history.map(({ reason }) => reason)).toEqual(['Cùng số định danh', 'Từ bảng'])
  value(await give(office, { type: 'undoEdit', version: one.history[0]?.version, reason: 'Hai người khác nhau' }))
  expect(await ask(office, 'person', { personId: kept })).toMatchObject({ mergedFrom: [], data: { birthDate: '1985' } })
})

test('relatives in posts of all units are told as of a day, and only to those who work on personnel', async () => {
  const office = await opened()
  const unit = await unitOf(office, 'Sở Nội vụ')
  const [head, deputy] = [
    await postOf(office, unit, 'Giám đốc', { isHead: true, isKey: true }),
    await postOf(office, unit, 'Phó Giám đốc', { isKey: true }),
  ]
  const wife = await made(office, { type: 'addPerson', data: { name: 'Trần Thị B' } })
  await made(office, { type: 'addPerson', data: { name: 'Người không giữ chức', family: [{ relation: 'child', name: 'Ai đó' }] } })
  const man = await made(office, {
    type: 'addPerson',
    data: {
      name: 'Nguyễn Văn A',
      family: [
        { relation: 'spouse', name: 'Trần Thị B', personId: wife },
        { relation: 'father', name: 'Nguyễn Văn Cha' },
      ],
    },
  })
  await inPost(office, man, head)
  const tenure = await inPost(office, wife, deputy)
  expect(await ask(office, 'family', {})).toMatchObject({
    looked: 1,
    unlinked: 1,
    conflicts: [{ kind: 'bothKeyInOneBody', one: { name: 'Nguyễn Văn A' }, other: { name: 'Trần Thị B', post: 'Phó Giám đốc' } }],
  })
  value(await give(office, { type: 'endTenure', tenureId: tenure, personId: wife, lastDay: '2026-10-31', endedBy: 'transferred' }))
  expect((await ask(office, 'family', {})).conflicts).toEqual([])
  expect((await ask(office, 'family', { day: '2026-10-31' })).conflicts).toHaveLength(1)
  await sit(office, 'thu-ky')
  expect(await office.ask({ about: 'family', day })).toMatchObject({ refusal: { code: 'registry-not-yours' } })
})
