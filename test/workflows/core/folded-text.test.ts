import { expect, test } from 'vitest'
import { slugOf } from '../../../workflows/core/folded-text.ts'

test.each([
  ['Trương Thế Hoàn', 'truong-the-hoan'],
  ['  Đảng ủy / Sở (mẫu) ', 'dang-uy-so-mau'],
  ['Sơ yếu lý lịch'.normalize('NFD'), 'so-yeu-ly-lich'],
  ['…', ''],
])('%s is %s in the name of a file', (text, slug) => expect(slugOf(text)).toBe(slug))
