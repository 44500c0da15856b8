// Articles as people read them, in both languages.
import { expect, test } from 'vitest'
import * as dossierRules from '../../../workflows/eligibility/dossier-rules.ts'
import * as guardRules from '../../../workflows/eligibility/guard-rules.ts'
import * as terms from '../../../workflows/eligibility/terms.ts'
import * as planningRules from '../../../workflows/planning/rules.ts'
import * as reading from '../../../workflows/reading.ts'
import * as times from '../../../workflows/reminders/times.ts'
import { rulebook } from '../../../workflows/rulebooks/index.ts'
import { rulebookIds } from '../../../workflows/rulebooks/types.ts'
import { articleIn } from '../../../workflows/wording/articles.ts'

test.each([
  [
    'Điểm đ khoản 2 Điều 33 NĐ 170/2025/NĐ-CP (sửa đổi bởi NĐ 300/2026/NĐ-CP)',
    'Art 33(2)(đ) Decree 170/2025/NĐ-CP (as amended by Decree 300/2026/NĐ-CP)',
  ],
  ['Khoản 1 Điều 46 NĐ 138/2020/NĐ-CP', 'Art 46(1) Decree 138/2020/NĐ-CP'],
  ['Điều 20 Quy định 80-QĐ/TW', 'Art 20 Regulation 80-QĐ/TW'],
  ['Điều 35 Quyết định 190-QĐ/TW (áp dụng tương tự)', 'Art 35 Decision 190-QĐ/TW (by analogy)'],
  ['Khoản 1 Điều 187 Bộ luật Lao động 2012', 'Art 187(1) Labour Code 2012'],
])('%s is %s in English, and itself in Vietnamese', (article, english) => {
  expect(articleIn(article, 'en')).toBe(english)
  expect(articleIn(article, 'vi')).toBe(article)
})

test('a default is called a setting, never by the number of our own list', () => {
  const article = 'Khoản 2 Điều 33 NĐ 170/2025/NĐ-CP; mặc định C-17'
  expect(articleIn(article, 'vi')).toBe('Khoản 2 Điều 33 NĐ 170/2025/NĐ-CP; chỗ văn bản để trống theo thiết lập')
  expect(articleIn(article, 'en')).toBe('Art 33(2) Decree 170/2025/NĐ-CP; the gap is filled by a setting')
  for (const own of ['C-17', '3.1.5', 'documents B7']) expect(articleIn(own, 'vi')).toBe('')
})

/** Every `article` anywhere inside. */
function articlesOf(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return found
  for (const [key, inside] of Object.entries(value)) {
    if (key === 'article' && typeof inside === 'string') found.add(inside)
    else articlesOf(inside, found)
  }
  return found
}

test('no article of any rule is left in Vietnamese for who reads English', () => {
  const all = [...articlesOf([dossierRules, guardRules, terms, planningRules, reading, times, rulebookIds.map(rulebook)])]
  expect(all.length).toBeGreaterThan(40)
  // Signs of instruments, letters of points and the name of a province are the same in every language.
  const names = /\d+\S*-(?:QĐ|NĐ|HD|KL)\S*|\/\S+|QĐ|NĐ|\(đ\)|Hải Dương/g
  const left = all.map((article) => articleIn(article, 'en').replaceAll(names, '')).filter((english) => /[À-ỹ]/.test(english))
  expect(left).toEqual([])
})
