// What people type and read: days, times, names without marks, lists; and that English says everything Vietnamese says.
import { describe, expect, test } from 'vitest'
import { en } from '../../renderer/messages/en.ts'
import { vi } from '../../renderer/messages/vi.ts'
import { instantOf, parseDay, parseTime, showDay, showInstant, weekdayOf } from '../../renderer/parts/dates.ts'
import { matches } from '../../renderer/parts/search.ts'
import { byGivenName, readList, writeList } from '../../renderer/people.ts'
import { hashOf, routeOf } from '../../renderer/route.ts'
import { PersonId } from '../../workflows/core/ids.ts'

const today = '2026-11-09'

test.each([
  ['5/10/2026', '2026-10-05'],
  ['5-10-26', '2026-10-05'],
  ['5/10', '2026-10-05'],
  ['510', '2026-10-05'],
  ['0510', '2026-10-05'],
  ['051026', '2026-10-05'],
  ['05102026', '2026-10-05'],
  ['29/2/2028', '2028-02-29'],
  ['29/2/2026', null],
  ['31/4/2026', null],
  ['', null],
  ['hôm nay', null],
  ['5/10/2026/1', null],
])('the day %j is read as %s', (typed, day) => expect(parseDay(typed, today)).toBe(day))

test.each([
  ['8:5', '08:05'],
  ['0805', '08:05'],
  ['8h05', '08:05'],
  ['8', '08:00'],
  ['24:00', null],
  ['8:61', null],
  ['tám giờ', null],
])('the time %j is read as %s', (typed, time) => expect(parseTime(typed)).toBe(time))

test('days are shown as people write them, with their weekday', () => {
  expect(showDay('2026-10-05')).toBe('05/10/2026')
  expect(weekdayOf('2026-11-09')).toBe('d1')
  expect(showInstant(instantOf('2026-10-05', '08:52'))).toBe('05/10/2026 08:52')
})

test.each([
  ['Nguyễn Thị Thủy Tiên', 'thuy tien', true],
  ['Đặng Hữu Phước', 'dang phuoc', true],
  ['Hoàng Văn Thắng', 'thang hoang', true],
  ['Hoàng Văn Thắng', 'hang', false],
])('%s is found by typing %j: %s', (name, typed, isFound) => expect(matches(name, typed)).toBe(isFound))

test('names stand in the order of the given name', () => {
  expect(['Trần Văn Dũng', 'Lê Thị An', 'Đỗ Bình'].sort(byGivenName)).toEqual(['Lê Thị An', 'Đỗ Bình', 'Trần Văn Dũng'])
})

describe('the convocation list', () => {
  const idOf = (name: string) => PersonId.parse(`id-${name.length}-${name.includes('2') ? 'b' : 'a'}`)

  test('is read line by line, from semicolons or from a spreadsheet', () => {
    const rows = readList('Lê An; Giám đốc; lãnh đạo\nĐỗ Bình\tChánh Văn phòng\tthư ký\tkhông\n\n', idOf).map((line) => line.row)
    expect(rows).toEqual([
      { personId: idOf('Lê An'), name: 'Lê An', title: 'Giám đốc', role: 'lãnh đạo', hasVote: true },
      { personId: idOf('Đỗ Bình'), name: 'Đỗ Bình', title: 'Chánh Văn phòng', role: 'thư ký', hasVote: false },
    ])
  })

  test('a mark tells two people of one name apart', () => {
    const [one, other] = readList('Lê An; A; x\nLê An; B; y; ; 2', idOf)
    expect(one?.row?.personId).not.toBe(other?.row?.personId)
    expect(other?.row?.name).toBe('Lê An')
  })

  test('a line that cannot be read is named', () => {
    expect(readList('Lê An\n; Giám đốc', idOf)[1]).toEqual({ lineNo: 2, problem: 'name-missing' })
  })

  test('can be written out and read again', () => {
    const list = [{ name: 'Lê An', title: 'Giám đốc', roles: ['lãnh đạo', 'cấp ủy'], hasVote: false }]
    expect(readList(writeList(list), idOf).map((line) => line.row?.role)).toEqual(['lãnh đạo', 'cấp ủy'])
    expect(readList(writeList(list), idOf).every((line) => line.row?.hasVote === false)).toBe(true)
  })
})

test.each(['#/home', '#/open', '#/check', '#/office', '#/office/keys', '#/case/c1', '#/meeting/c1', '#/paper/c1/p1'])(
  'the address %s leads back to itself',
  (hash) => expect(hashOf(routeOf(hash))).toBe(hash),
)
test('an address with anything strange in it leads home', () => expect(routeOf('#/case/<script>')).toEqual({ at: 'home' }))

describe('words', () => {
  const flat = (value: object, path = ''): readonly (readonly [string, string])[] =>
    Object.entries(value).flatMap(([key, inside]) =>
      typeof inside === 'string' ? [[`${path}${key}`, inside] as const] : flat(inside as object, `${path}${key}.`),
    )
  const english = new Map(flat(en))
  const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1] ?? '').sort()

  test('are Vietnamese in NFC', () => {
    for (const [key, text] of flat(vi)) expect(text, key).toBe(text.normalize('NFC'))
  })
  test('have the same blanks to fill in both languages', () => {
    for (const [key, text] of flat(vi)) expect([key, blanks(english.get(key) ?? '')]).toEqual([key, blanks(text)])
  })
  test('are empty in neither language', () => {
    for (const [key, text] of [...flat(vi), ...flat(en)]) expect(text.trim(), key).not.toBe('')
  })
})
