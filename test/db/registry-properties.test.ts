// What must hold whatever is typed into a registry: properties over random edits of a real file.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Archive } from '../../db/archive.ts'
import { openDriver } from '../../db/connect.ts'
import { registryTables } from '../../db/registry.ts'
import { canonical } from '../../workflows/core/canonical.ts'
import { foldedWords } from '../../workflows/core/folded-text.ts'
import type { PersonId } from '../../workflows/core/ids.ts'
import { compareNames, sortKey } from '../../workflows/core/name-order.ts'
import { type PersonRecord, spanOn } from '../../workflows/registry/records.ts'
import { type LooseCommand, TestRegistry } from '../support/registry.ts'
import { freshArchive } from './archive-fixture.ts'

const days = ['2010-01-01', '2015-06-30', '2018-01-01', '2021-07-01', '2024-02-29', '2025-07-01', '2026-11-23', '2030-01-01']
const day = fc.constantFrom(...days)
const name = fc.constantFrom(
  'Nguyễn Thị Hà',
  'Hà Văn Nguyên',
  'Lê Thị Hoà',
  'Lê Thị Hòa',
  'Đỗ Văn Đức',
  'Nguyễn Hà Anh',
  'Nguyễn Hà Ánh',
  'Y',
)
const patch = fc
  .record(
    {
      name,
      phone: fc.constantFrom('1', '2', null),
      birthDate: fc.constantFrom('1980', '1980-05', '1980-05-02', null),
      mainWork: fc.constantFrom('a', 'b', null),
    },
    { requiredKeys: [] },
  )
  .filter((set) => Object.keys(set).length > 0)

type Step = { readonly who: number; readonly make: (r: TestRegistry, ids: readonly string[], who: number) => LooseCommand | undefined }
const seen = (r: TestRegistry, id: string) => r.reads.person(id as PersonId)?.revision ?? 1
const idOf = (ids: readonly string[], who: number): string => ids[who % ids.length] ?? ''
const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(20),
  make: fc.oneof(
    fc.record({ from: day, set: patch }).map(({ from, set }): Step['make'] => (r, ids, who) => {
      const personId = idOf(ids, who)
      return { type: 'changePerson', personId, seen: seen(r, personId), from, set }
    }),
    fc.record({ at: day, set: patch }).map(({ at, set }): Step['make'] => (r, ids, who) => {
      const personId = idOf(ids, who)
      return { type: 'correctPerson', personId, seen: seen(r, personId), at, set, reason: 'sửa' }
    }),
    fc.nat(30).map((back): Step['make'] => (r) => {
      const version = r.reads.version() - back
      return version < 1 ? undefined : { type: 'undoEdit', version, reason: 'hủy' }
    }),
    fc.nat(20).map((other): Step['make'] => (r, ids, who) => {
      const [kept, gone] = [idOf(ids, who), idOf(ids, other)]
      return { type: 'mergePeople', kept, other: gone, seen: seen(r, kept), seenOther: seen(r, gone), reason: 'gộp' }
    }),
    fc.record({ from: day, post: fc.nat(1) }).map(({ from, post }): Step['make'] => (r, ids, who) => {
      const postId = r.reads.postsEver('u1-0' as never)[post]
      if (postId === undefined) return undefined
      return { type: 'addTenure', data: { personId: idOf(ids, who), postId, from, lastDay: from, form: 'elected' } }
    }),
  ),
})

function started(people: number): { r: TestRegistry; ids: string[]; file: string; key: Uint8Array } {
  const { archive, file, key } = freshArchive()
  const r = new TestRegistry(archive)
  const unit = r.unit('Sở Nội vụ')
  r.post(unit, 'Trưởng phòng')
  r.post(unit, 'Chuyên viên')
  const ids: string[] = []
  for (let index = 0; index < people; index++) ids.push(r.person({ name: `Người ${'ABCDEF'[index] ?? 'G'}`, birthDate: '1980' }))
  return { r, ids, file, key }
}

const answer = (record: PersonRecord | undefined, on: string) => canonical(record ? (spanOn(record.spans, on)?.data ?? null) : null)

test('a change never changes an answer for a day before its own', () => {
  const { r, ids } = started(1)
  const personId = idOf(ids, 0)
  fc.assert(
    fc.property(day, patch, (from, set) => {
      const before = r.reads.person(personId as PersonId)
      const done = r.try({ type: 'changePerson', personId, seen: seen(r, personId), from, set })
      const now = r.reads.person(personId as PersonId)
      for (const one of days.filter((other) => other < from)) expect(answer(now, one)).toBe(answer(before, one))
      if (done.ok)
        for (const [field, value] of Object.entries(set)) expect(spanOn(now?.spans ?? [], from)?.data[field as 'phone'] ?? null).toBe(value)
    }),
    { numRuns: 150 },
  )
})

test('what the registry knew at a moment is not changed by anything said later', () => {
  const { r, ids } = started(4)
  const kept: { readonly personId: PersonId; readonly version: number; readonly text: string }[] = []
  fc.assert(
    fc.property(step, ({ who, make }) => {
      const command = make(r, ids, who)
      if (command === undefined) return
      for (const id of ids) {
        const personId = id as PersonId
        const version = r.reads.version()
        kept.push({ personId, version, text: canonical(r.reads.personAsKnown(personId, version) ?? null) })
      }
      r.try(command)
      for (const one of kept.slice(-40)) expect(canonical(r.reads.personAsKnown(one.personId, one.version) ?? null)).toBe(one.text)
    }),
    { numRuns: 80 },
  )
})

/** Every row of the registry, as text. */
function dump(archive: Archive, file: string, key: Uint8Array): string {
  archive.close()
  const driver = openDriver(file, key)
  try {
    const tables = registryTables.map((table) => [table, driver.prepare(`SELECT * FROM ${table}`).all()])
    return JSON.stringify(tables)
  } finally {
    driver.close()
  }
}

test('rows that followed the edits are the rows made anew from the log', async () => {
  const { openArchive } = await import('../../db/open.ts')
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      const { r, ids, file, key } = started(4)
      for (const { who, make } of steps) {
        const command = make(r, ids, who)
        if (command) r.try(command)
      }
      const followed = dump(r.archive, file, key)
      const again = openArchive({ file, unwrappedKey: key })
      again.registry.rebuild()
      expect(dump(again, file, key)).toBe(followed)
    }),
    { numRuns: 6 },
  )
})

test('the key of a row sorts as the law sorts names', () => {
  const syllable = fc.constantFrom(
    'Hòa',
    'Hoà',
    'Hoa',
    'An',
    'Ân',
    'Ăn',
    'Ánh',
    'Đức',
    'Dũng',
    'Thị',
    'Văn',
    'Y',
    'Ý',
    'Nguyên',
    'Nguyễn',
    'Ẩn',
    "K'Bế",
    'Ông3',
  )
  const person = fc.record({
    name: fc.array(syllable, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
    birthDate: fc.constantFrom(undefined, '1980', '1980-05', '1980-05-02', '1979-12-31'),
  })
  fc.assert(
    fc.property(person, person, (one, other) => {
      const [a, b] = [sortKey(one), sortKey(other)]
      const byKey = a < b ? -1 : a > b ? 1 : 0
      // What is one to the key are two spellings of one name: the law parts them by their text, last of all.
      if (byKey !== 0) expect(byKey).toBe(Math.sign(compareNames(one, other)))
    }),
    { numRuns: 1000 },
  )
})

test('a search finds exactly those whose names have every part typed, in the order of names', () => {
  const { r } = started(0)
  const all = [
    'Nguyễn Thị Hà',
    'Hà Văn Nguyên',
    'Lê Thị Hoà',
    'Lê Thị Hòa',
    'Đỗ Văn Đức',
    'Nguyễn Hà Anh',
    'Nguyễn Hà Ánh',
    'Y Moan Ênuôl',
    'Hồ Hà',
    'Trần Hoàng Hải',
  ]
  all.forEach((one, index) => void r.person({ name: one, birthDate: `${1960 + index}` }))
  const typed = fc.array(
    fc.constantFrom('h', 'ha', 'hà', 'ng', 'nguyen', 'Nguyễn', 'hoa', 'hòa', 'hoà', 'd', 'đ', 'duc', 'y', 'e', 'thi', 'x'),
    { maxLength: 3 },
  )
  fc.assert(
    fc.property(typed, (parts) => {
      const { rows, found } = r.archive.registry.lists.find({ search: parts.join(' '), day: '2026-11-23', from: 0, count: 50 })
      const wanted = parts.flatMap((part) => foldedWords(part))
      const expected = all
        .map((one, index) => ({ name: one, birthDate: `${1960 + index}` }))
        .filter((one) => wanted.every((part) => foldedWords(one.name).some((word) => word.startsWith(part))))
        .sort(compareNames)
      expect(rows.map((row) => row.name)).toEqual(expected.map((one) => one.name))
      expect(found).toBe(expected.length)
    }),
    { numRuns: 200 },
  )
})
