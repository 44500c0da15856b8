// The registry over a real file: rows follow facts, the past answers for itself, and everything can be made anew from the log.
import { describe, expect, test } from 'vitest'
import { mergeRoles } from '../../workflows/conference/convening.ts'
import { OperatorId, type PersonId, type PostId, type UnitId } from '../../workflows/core/ids.ts'
import { composed, templates } from '../../workflows/registry/composition.ts'
import { registryStream } from '../../workflows/registry/facts.ts'
import { spanOn } from '../../workflows/registry/records.ts'
import { isHeldOn } from '../../workflows/registry/tenure.ts'
import { sampleRegistry } from '../../workflows/sample/registry.ts'
import { TestRegistry } from '../support/registry.ts'
import { freshArchive, reopened } from './archive-fixture.ts'

const registry = () => new TestRegistry(freshArchive().archive)
const names = (r: TestRegistry, search: string, day = '2026-11-23') =>
  r.archive.registry.lists.find({ search, day, from: 0, count: 50 }).rows.map(({ name }) => name)
const onDay = (r: TestRegistry, personId: string, day: string) => {
  const record = r.reads.person(personId as PersonId)
  return record && spanOn(record.spans, day)?.data
}
const rev = (r: TestRegistry, personId: string) => r.reads.person(personId as PersonId)?.revision ?? 0

describe('what is known of a person', () => {
  test('a change holds from its day on and leaves what was before', () => {
    const r = registry()
    const id = r.person({ name: 'Nguyễn Thị Hà', birthDate: '1980-05-02', mainWork: 'Văn thư' })
    r.do({ type: 'changePerson', personId: id, seen: rev(r, id), from: '2024-01-01', set: { mainWork: 'Tổ chức' } })
    expect(onDay(r, id, '2023-12-31')?.mainWork).toBe('Văn thư')
    expect(onDay(r, id, '2024-01-01')?.mainWork).toBe('Tổ chức')
  })

  test('a correction changes the answer for the days on which the wrong value was in force, and no others', () => {
    const r = registry()
    const id = r.person({ name: 'Nguyễn Thị Hà', politicalTheory: 'elementary' })
    r.do({ type: 'changePerson', personId: id, seen: rev(r, id), from: '2020-01-01', set: { politicalTheory: 'intermediate' } })
    r.do({ type: 'changePerson', personId: id, seen: rev(r, id), from: '2024-01-01', set: { politicalTheory: 'bachelor' } })
    r.do({
      type: 'correctPerson',
      personId: id,
      seen: rev(r, id),
      at: '2022-06-01',
      set: { politicalTheory: 'advanced' },
      reason: 'Ghi nhầm',
    })
    expect(['2019-12-31', '2020-01-01', '2023-12-31', '2024-01-01'].map((day) => onDay(r, id, day)?.politicalTheory)).toEqual([
      'elementary',
      'advanced',
      'advanced',
      'bachelor',
    ])
  })

  test('an edit is taken back after a restart, and only where nothing was built upon it', () => {
    const { archive, file, key } = freshArchive()
    const first = new TestRegistry(archive)
    const id = first.person({ name: 'Nguyễn Thị Hà', phone: '1' })
    first.do({ type: 'changePerson', personId: id, seen: 1, from: '2024-01-01', set: { phone: '2' } })
    first.do({ type: 'changePerson', personId: id, seen: 2, from: '2025-01-01', set: { phone: '3' } })
    archive.close()
    const r = new TestRegistry(reopened(file, key))
    expect(r.refusal({ type: 'undoEdit', version: 2, reason: 'Nhầm' })).toMatchObject({ code: 'built-upon', count: 1 })
    expect(r.refusal({ type: 'undoEdit', version: 1, reason: 'Nhầm' })).toMatchObject({ code: 'built-upon' })
    r.do({ type: 'undoEdit', version: 3, reason: 'Nhầm' })
    expect(onDay(r, id, '2026-01-01')?.phone).toBe('2')
    r.do({ type: 'undoEdit', version: 2, reason: 'Nhầm' })
    expect(onDay(r, id, '2026-01-01')?.phone).toBe('1')
    expect(r.refusal({ type: 'undoEdit', version: 2, reason: 'Nhầm' })).toMatchObject({ code: 'already-undone' })
    r.do({ type: 'undoEdit', version: 1, reason: 'Nhầm' })
    expect(r.reads.person(id as PersonId)).toBeUndefined()
    expect(names(r, 'ha')).toEqual([])
  })

  test('the record was changed by somebody else meanwhile', () => {
    const r = registry()
    const id = r.person({ name: 'Nguyễn Thị Hà' })
    r.do({ type: 'changePerson', personId: id, seen: 1, from: '2024-01-01', set: { phone: '2' } })
    expect(r.refusal({ type: 'changePerson', personId: id, seen: 1, from: '2024-01-01', set: { phone: '3' } })).toMatchObject({
      code: 'record-changed-meanwhile',
      seen: 1,
      revision: 2,
    })
  })
})

describe('two records of one person', () => {
  test('H-5: a second record of a known citizen number is refused', () => {
    const r = registry()
    r.person({ name: 'Nguyễn Thị Hà', citizenId: '001180000001', birthDate: '1980-05-02' })
    expect(
      r.refusal({ type: 'addPerson', data: { name: 'Nguyễn Thị Hà', citizenId: '001180000001', birthDate: '1981-05-02' } }),
    ).toMatchObject({
      code: 'citizen-number-known',
      name: 'Nguyễn Thị Hà',
    })
  })

  test('the same name and a birth date that can be the same must be looked at, in either spelling of the tone mark', () => {
    const r = registry()
    const id = r.person({ name: 'Nguyễn Thị Hoà', birthDate: '1980' })
    expect(r.refusal({ type: 'addPerson', data: { name: 'NGUYỄN THỊ HÒA', birthDate: '1980-05-02' } })).toMatchObject({
      code: 'person-looks-known',
      people: [id],
    })
    r.do({ type: 'addPerson', data: { name: 'Nguyễn Thị Hòa', birthDate: '1980-05-02' }, despite: [id] })
    r.do({ type: 'addPerson', data: { name: 'Nguyễn Thị Hòa', birthDate: '1975' } })
    expect(names(r, 'hoa')).toHaveLength(3)
  })

  test('merged by a person: one goes on with the tenures of both, both records stay, and it can be taken back', () => {
    const r = registry()
    const unit = r.unit('Sở Nội vụ')
    const [one, other] = [r.post(unit, 'Trưởng phòng'), r.post(unit, 'Chuyên viên')]
    const a = r.person({ name: 'Lê Văn Bình', birthDate: '1980' })
    const b = r.made({ type: 'addPerson', data: { name: 'Lê Văn Bình', birthDate: '1980-02-01', citizenId: '001080000001' }, despite: [a] })
    r.tenure(a, one, '2020-01-01')
    r.tenure(b, other, '2015-01-01', '2019-12-31')
    r.do({
      type: 'mergePeople',
      kept: a,
      other: b,
      seen: rev(r, a),
      seenOther: rev(r, b),
      reason: 'Cùng một người',
      set: { birthDate: '1980-02-01' },
    })
    const merged = r.reads.version()
    expect(names(r, 'le binh')).toEqual(['Lê Văn Bình'])
    expect(r.reads.person(a as PersonId)?.tenures.map(({ data }) => data.from)).toEqual(['2015-01-01', '2020-01-01'])
    expect(r.reads.person(b as PersonId)).toMatchObject({ mergedInto: a, tenures: [] })
    expect(r.refusal({ type: 'addTenure', data: { personId: b, postId: one, from: '2026-01-01', form: 'elected' } })).toMatchObject({
      code: 'record-merged',
    })
    // What was recorded for the other is put right through the one that goes on.
    const [early] = r.reads.person(a as PersonId)?.tenures ?? []
    r.do({ type: 'correctTenure', tenureId: early?.tenureId, personId: a, set: { lastDay: '2018-12-31' }, reason: 'Theo quyết định' })
    r.do({ type: 'undoEdit', version: r.reads.version(), reason: 'Nhầm' })
    r.do({ type: 'undoEdit', version: merged, reason: 'Hai người' })
    expect(names(r, 'le binh')).toHaveLength(2)
    expect(r.reads.person(a as PersonId)?.tenures.map(({ data }) => data.from)).toEqual(['2020-01-01'])
    expect(r.reads.person(b as PersonId)?.tenures.map(({ data }) => data.lastDay)).toEqual(['2019-12-31'])
  })

  test('two citizen numbers are two people', () => {
    const r = registry()
    const a = r.person({ name: 'Lê Văn Bình', citizenId: '001080000001' })
    const b = r.made({ type: 'addPerson', data: { name: 'Lê Văn Bình', citizenId: '001080000002' }, despite: [a] })
    expect(r.refusal({ type: 'mergePeople', kept: a, other: b, seen: 1, seenOther: 2, reason: 'x' })).toMatchObject({
      code: 'merge-numbers-differ',
    })
  })
})

describe('units in time', () => {
  test('H-6: an old name stays as it was written, and the unit it became is on record', () => {
    const r = registry()
    const district = r.unit('Huyện Gia Lộc', { level: 'district' })
    const old = r.unit('Thị trấn Gia Lộc', { level: 'commune', parentId: district })
    const [neighbour] = [r.unit('Xã Hoàng Diệu', { level: 'commune', parentId: district })]
    const post = r.post(old, 'Chủ tịch UBND')
    const person = r.person({ name: 'Trần Văn An' })
    const tenure = r.tenure(person, post, '2021-07-01')
    const merger = {
      type: 'reorganiseUnits',
      kind: 'merged',
      on: '2025-07-01',
      before: [old, neighbour],
      successors: [{ data: { name: 'Xã Gia Lộc', level: 'commune', kind: 'government' } }],
      document: { number: '1669/NQ-UBTVQH15', date: '2025-06-16' },
    } as const
    expect(r.refusal({ ...merger, endTenures: false })).toMatchObject({ code: 'posts-still-held', names: ['Trần Văn An'] })
    r.do({ ...merger, endTenures: true })
    const before = r.reads.unit(old as UnitId)
    expect(spanOn(before?.spans ?? [], '2025-06-30')?.data.name).toBe('Thị trấn Gia Lộc')
    expect(spanOn(before?.spans ?? [], '2025-07-01')).toBeUndefined()
    const [event] = before?.events ?? []
    expect(event).toMatchObject({ kind: 'merged', on: '2025-07-01', before: [old, neighbour] })
    expect(spanOn(r.reads.unit(event?.successors[0] as UnitId)?.spans ?? [], '2025-07-01')?.data.name).toBe('Xã Gia Lộc')
    expect(r.reads.tenure(person as PersonId, tenure as never)?.data).toMatchObject({ lastDay: '2025-06-30', endedBy: 'unitEnded' })
    expect(r.reads.holdersOf(post as PostId, '2025-06-30')).toHaveLength(1)
    expect(r.reads.holdersOf(post as PostId, '2025-07-01')).toHaveLength(0)
    expect(r.refusal({ type: 'addTenure', data: { personId: person, postId: post, from: '2025-08-01', form: 'elected' } })).toMatchObject({
      code: 'post-not-there',
    })
    // All of it is one act: taken back together.
    r.do({ type: 'undoEdit', version: r.reads.version(), reason: 'Chưa có hiệu lực' })
    expect(r.reads.holdersOf(post as PostId, '2025-07-01')).toHaveLength(1)
    expect(r.reads.unit(event?.successors[0] as UnitId)).toBeUndefined()
  })

  test('what stood below an abolished unit goes to its one successor, or somebody must say where', () => {
    const r = registry()
    const province = r.unit('Tỉnh Mẫu', { level: 'province' })
    const district = r.unit('Huyện A', { level: 'district', parentId: province })
    r.unit('Xã B', { level: 'commune', parentId: district })
    const abolition = {
      type: 'reorganiseUnits',
      kind: 'abolished',
      on: '2025-07-01',
      before: [district],
      document: { number: '72/2025/QH15', date: '2025-06-16' },
      endTenures: true,
    } as const
    expect(r.refusal({ ...abolition, successors: [] })).toMatchObject({ code: 'units-below', names: ['Xã B'] })
    r.do({ ...abolition, successors: [{ unitId: province }] })
    expect(r.reads.unitsUnder(province as UnitId, '2025-06-30').map(({ name }) => name)).toEqual(['Huyện A'])
    expect(r.reads.unitsUnder(province as UnitId, '2025-07-01').map(({ name }) => name)).toEqual(['Xã B'])
  })
})

describe('who makes up a body on a day (procedure.md 3.1.5)', () => {
  test('the bodies of a department grow one from another, by membership on the day, and two roles are one seat', () => {
    const r = registry()
    const unit = r.unit('Sở Nội vụ')
    const division = r.unit('Phòng Tổ chức', { level: 'division', parentId: unit })
    const head = r.post(unit, 'Giám đốc', { group: 'head' })
    const deputy = r.post(unit, 'Phó Giám đốc', { group: 'deputyHead' })
    const secretary = r.post(unit, 'Bí thư Đảng ủy', { group: 'secretary' })
    const divisionHead = r.post(division, 'Trưởng phòng', { group: 'divisionHead' })
    const divisionDeputy = r.post(division, 'Phó Trưởng phòng', { group: 'divisionDeputy' })
    const [a, b, c, d, e] = ['An', 'Bình', 'Cúc', 'Dũng', 'Giang'].map((name) => r.person({ name: `Lê ${name}` }))
    r.tenure(a ?? '', head, '2020-01-01')
    r.tenure(a ?? '', secretary, '2020-01-01')
    r.tenure(b ?? '', deputy, '2020-01-01', '2026-06-30')
    r.tenure(c ?? '', deputy, '2026-07-01')
    r.tenure(d ?? '', divisionHead, '2021-01-01')
    r.tenure(e ?? '', divisionDeputy, '2022-01-01')
    const list = (body: 'leadershipCollective' | 'expandedLeadership' | 'keyOfficials', day = '2026-11-23') =>
      composed(r.reads, { unitId: unit as UnitId, seats: templates.department, body, day })
    const told = (rows: ReturnType<typeof list>) => rows.map(({ name, title }) => `${name}, ${title}`)
    expect(told(list('leadershipCollective'))).toEqual(['Lê An, Giám đốc', 'Lê Cúc, Phó Giám đốc', 'Lê An, Bí thư Đảng ủy'])
    expect(told(list('leadershipCollective', '2026-06-30'))).toContain('Lê Bình, Phó Giám đốc')
    expect(told(list('expandedLeadership')).slice(3)).toEqual(['Lê Dũng, Trưởng phòng'])
    expect(told(list('keyOfficials')).slice(4)).toEqual(['Lê Giang, Phó Trưởng phòng'])
    const { list: seats } = mergeRoles(list('keyOfficials'))
    expect(seats.map(({ name }) => name)).toEqual(['Lê An', 'Lê Cúc', 'Lê Dũng', 'Lê Giang'])
  })
})

describe('finding people', () => {
  test('by parts of the name without marks, in any order, in either spelling; sorted by given name', () => {
    const r = registry()
    for (const name of ['Nguyễn Thị Hà', 'Hà Văn Nguyên', 'Trần Thị Ánh', 'Nguyễn Văn Ân', 'Lê Thị Hoà', 'Đỗ Văn Đức']) r.person({ name })
    expect(names(r, 'nguyen ha')).toEqual(['Nguyễn Thị Hà', 'Hà Văn Nguyên'])
    expect(names(r, 'hà nguyễn')).toEqual(['Nguyễn Thị Hà', 'Hà Văn Nguyên'])
    expect(names(r, 'Hòa')).toEqual(['Lê Thị Hoà'])
    expect(names(r, 'hoà')).toEqual(['Lê Thị Hoà'])
    expect(names(r, 'duc do')).toEqual(['Đỗ Văn Đức'])
    expect(names(r, 'yen')).toEqual([])
    expect(names(r, '')).toEqual(['Trần Thị Ánh', 'Nguyễn Văn Ân', 'Đỗ Văn Đức', 'Nguyễn Thị Hà', 'Lê Thị Hoà', 'Hà Văn Nguyên'])
  })

  test('a person who changed the name is listed by the name of the day and found by both', () => {
    const r = registry()
    const id = r.person({ name: 'Lê Thị Tẹo' })
    r.do({ type: 'changePerson', personId: id, seen: 1, from: '2020-01-01', set: { name: 'Lê Minh Anh' } })
    expect(names(r, '', '2019-12-31')).toEqual(['Lê Thị Tẹo'])
    expect(names(r, '')).toEqual(['Lê Minh Anh'])
    expect(names(r, 'teo', '2019-12-31')).toEqual(['Lê Thị Tẹo'])
    expect(names(r, 'teo')).toEqual([])
  })

  test('of a unit on a day, and with a fault of their record', () => {
    const r = registry()
    const unit = r.unit('Sở Nội vụ')
    const other = r.unit('Sở Tài chính')
    const post = r.post(unit, 'Trưởng phòng')
    const whole = { birthDate: '1980-05-02', sex: 'female', nativePlace: { text: 'Hà Nội' }, ethnicity: 'Kinh', category: 'civilServant' }
    const a = r.person({ ...whole, name: 'Nguyễn Thị Hà', citizenId: '001180000001' })
    const b = r.person({ ...whole, name: 'Lê Thị Bình', citizenId: '001280000002' })
    r.tenure(a, post, '2020-01-01', '2022-12-31')
    r.tenure(b, post, '2023-01-01')
    const find = (more: object, day = '2026-11-23') =>
      r.archive.registry.lists.find({ search: '', day, from: 0, count: 50, ...more }).rows.map(({ name }) => name)
    expect(find({ units: [unit] })).toEqual(['Lê Thị Bình'])
    expect(find({ units: [unit] }, '2022-12-31')).toEqual(['Nguyễn Thị Hà'])
    expect(find({ units: [unit, other], search: 'ha' })).toEqual([])
    // A number, or the beginning of one, is looked for in a unit too, and among those with a fault.
    expect(find({ units: [unit], search: '0012' })).toEqual(['Lê Thị Bình'])
    expect(find({ units: [unit], search: '001180000001' })).toEqual([])
    // The sex in the number of the second is another one.
    const fault = { missing: 0, contradictions: 1, staleBefore: '' }
    expect(find({ fault })).toEqual(['Lê Thị Bình'])
    expect(find({ fault, units: [unit] })).toEqual(['Lê Thị Bình'])
    expect(find({ fault, search: '001280000002' })).toEqual(['Lê Thị Bình'])
    expect(find({ fault, search: '001180000001' })).toEqual([])
    expect(find({ fault: { missing: 0, contradictions: 0, staleBefore: '2027-01-01' }, search: 'ha' })).toEqual(['Nguyễn Thị Hà'])
    const counts = r.archive.registry.quality.counts('2026-11-23', '2025-11-23')
    expect(counts.units.get(unit)).toMatchObject({ people: 1, contradictory: 1, stale: 0 })
    expect(counts.total).toMatchObject({ people: 2, contradictory: 1, missing: 2 })
    expect(counts.unplaced).toMatchObject({ people: 1, contradictory: 0 })
  })

  test('of more people than are put in order at once: the same people in the same order, page by page, read ahead in pieces or not', () => {
    const { archive, file, key } = freshArchive()
    let version = 0
    for (const { type, ...payload } of sampleRegistry({ people: 2600, version: 0, day: '2026-11-23' })) {
      const done = archive.append(registryStream, version, [{ type, payload }], {
        at: '2026-11-23T08:00:00+07:00',
        by: OperatorId.parse('hr'),
      })
      if (!done.ok) throw new Error(done.refusal.code)
      version = done.value.version
    }
    const { lists, reads } = archive.registry
    const day = '2026-11-23'
    const units = new Set<string>()
    const under = (unitId?: UnitId): void => {
      for (const unit of reads.unitsUnder(unitId, day)) {
        units.add(unit.unitId)
        under(unit.unitId)
      }
    }
    under()
    const all = lists.find({ search: '', day, from: 0, count: 10_000 }).rows.map(({ personId }) => personId)
    const isPlaced = (personId: PersonId) => reads.person(personId)?.tenures.some(({ data }) => isHeldOn(data, day)) === true
    const placed = all.filter(isPlaced)
    expect(placed.length).toBeGreaterThan(2000)
    const asked = { day, units: [...units], search: '' }
    const page = (from: number, count: number, more: object = {}, of = lists) =>
      of.find({ ...asked, from, count, ...more }).rows.map(({ personId }) => personId)
    expect([...page(0, 1000), ...page(1000, 1000), ...page(2000, 1000)]).toEqual(placed)
    expect(lists.find({ ...asked, from: 2100, count: 10 })).toMatchObject({ found: placed.length, isMore: false })
    const ha = lists.find({ search: 'ha', day, from: 0, count: 400 }).rows.map(({ personId }) => personId)
    expect(page(0, 400, { search: 'ha' })).toEqual(ha.filter(isPlaced))
    const fault = { missing: 0, contradictions: 0, staleBefore: '9999-12-31' }
    expect(page(0, 10_000, { fault, units: undefined })).toEqual(all)
    archive.close()
    const { lists: again } = reopened(file, key).registry
    let pieces = 1
    while (!again.prepare(asked)) pieces++
    expect(pieces).toBeGreaterThan(1)
    expect(page(0, 10_000, {}, again)).toEqual(placed)
  })
})
