import { expect, test } from 'vitest'
import { compareNames } from '../../../workflows/core/name-order.ts'

const inOrder = [
  'Trần Thị An',
  'Nguyễn Thị Ảnh',
  'Nguyễn Văn Ánh',
  'Phạm Văn Ăn',
  'Lê Văn Ân',
  'Bùi Văn Ẩn',
  'Hoàng Văn Ấn',
  'Đặng Thị Dung',
  'Dương Văn Dũng',
  'Đỗ Văn Đức',
  'Nguyễn Thị On',
  'Nguyễn Thị Ôn',
  'Nguyễn Thị Ổn',
  'Nguyễn Thị Ơn',
  'Nguyễn Thị Út',
  'Nguyễn Thị Ưng',
  'Võ Thị Y',
  'Vũ Thị Ý',
]
const sorted = (names: readonly string[]) => [...names].sort((a, b) => compareNames({ name: a }, { name: b }))

test('names stand in the order of the published vector, from whatever order they come', () => {
  expect(sorted(inOrder.toReversed())).toEqual(inOrder)
  expect(sorted([...inOrder.slice(7), ...inOrder.slice(0, 7)])).toEqual(inOrder)
})

test('given name comes before family name, family name before middle words', () => {
  expect(sorted(['Lê Văn Bình', 'Lê An Bình', 'Đỗ Văn Bình', 'Vũ Văn An'])).toEqual([
    'Vũ Văn An',
    'Đỗ Văn Bình',
    'Lê An Bình',
    'Lê Văn Bình',
  ])
})

test('the place of the tone mark does not part two spellings of one name', () => {
  expect(sorted(['Vũ Thị Hòa', 'An Thị Hoà', 'Bùi Thị Hòa'])).toEqual(['An Thị Hoà', 'Bùi Thị Hòa', 'Vũ Thị Hòa'])
})

test('a decomposed name stands where the composed one does', () => {
  const [first = ''] = inOrder
  expect(compareNames({ name: 'Nguyễn Văn Ánh'.normalize('NFD') }, { name: 'Phạm Văn Ăn' })).toBeLessThan(0)
  expect(compareNames({ name: first.normalize('NFD') }, { name: first })).toBe(0)
})

test('the same full name is told apart by birth date, then by unit', () => {
  const older = { name: 'Lê Văn Hà', birthDate: '1975-03-20' }
  const younger = { name: 'Lê Văn Hà', birthDate: '01/02/1980' }
  expect([younger, older].sort(compareNames)).toEqual([older, younger])
  expect(compareNames({ ...older, unit: 'Phòng A' }, { ...older, unit: 'Phòng B' })).toBeLessThan(0)
  expect(compareNames({ name: 'Lê Văn Hà' }, older)).toBeGreaterThan(0)
})
