// The last line of the recipients: whose hand a paper is and in how many copies it is made.
import { expect, test } from 'vitest'
import { archiveLine, initialsOf, withArchive } from '../../../workflows/papers/archive-line.ts'

test.each([
  ['Nguyễn Văn An', 'NVA'],
  ['  đặng  Ngọc Ánh ', 'ĐNÁ'],
  ['An', 'A'],
])('%s signs as %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test('initials and copies follow what is kept where; what is not known is left out', () => {
  expect(archiveLine('Lưu: VT, TCCB.', 'Nguyễn Văn An', 2)).toBe('Lưu: VT, TCCB, NVA (02 bản)')
  expect(archiveLine('Lưu Văn phòng', undefined, 15)).toBe('Lưu Văn phòng (15 bản)')
  expect(archiveLine('Lưu: VT', ' ', undefined)).toBe('Lưu: VT')
})

test('only the last line tells where the original lies', () => {
  expect(withArchive(['Lưu ý: gửi gấp', 'Lưu: VT'], 'An', 1)).toEqual(['Lưu ý: gửi gấp', 'Lưu: VT, A (01 bản)'])
  expect(withArchive(['Như trên'], 'An', 1)).toEqual(['Như trên'])
})
