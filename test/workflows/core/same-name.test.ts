import { expect, test } from 'vitest'
import { isSameName } from '../../../workflows/core/same-name.ts'

test.each([
  ['Nguyễn Thị Thúy Hằng', 'NGUYỄN THỊ THUÝ HẰNG', true],
  ['Lê Văn Hòa', 'Lê  Văn\u00a0Hoà ', true],
  ['Lê Văn Hòa', 'Lê Văn Hoà'.normalize('NFD'), true],
  ['Lê Văn Hòa', 'Lê Văn Hóa', false],
  ['Lê Văn An', 'Lê Văn Ân', false],
  ['Lê Văn An', 'Lê An', false],
])('%s and %s are one name: %s', (one, other, are) => expect(isSameName(one, other)).toBe(are))
