// The shipped rulebooks word by word. A case on record was judged by these values: a change of any of them is a new `version` of the rulebook.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { article, gap } from '../../../workflows/rulebooks/cite.ts'
import { rulebook } from '../../../workflows/rulebooks/index.ts'
import { overlays } from '../../../workflows/rulebooks/overlays.ts'
import { rulebookIds } from '../../../workflows/rulebooks/types.ts'

test.each(rulebookIds)('%s is the one that was read against the tables', (id) => {
  const frozen: unknown = JSON.parse(readFileSync(new URL(`frozen/${id}.json`, import.meta.url), 'utf8'))
  expect(rulebook(id)).toEqual(frozen)
})

test('the overlays are those that were read against sections 1.2, 3.9 and 4', () => {
  const frozen: unknown = JSON.parse(readFileSync(new URL('frozen/overlays.json', import.meta.url), 'utf8'))
  expect(overlays).toEqual(frozen)
})

test('articles are cited as printed', () => {
  expect(article('41', 'NĐ 138/2020/NĐ-CP')).toBe('Điều 41 NĐ 138/2020/NĐ-CP')
  expect(article('46', 'NĐ 138/2020/NĐ-CP', '2')).toBe('Khoản 2 Điều 46 NĐ 138/2020/NĐ-CP')
  expect(article('46', 'NĐ 138/2020/NĐ-CP', '2', 'b')).toBe('Điểm b khoản 2 Điều 46 NĐ 138/2020/NĐ-CP')
  expect(gap('Điều 41', 'C-08')).toBe('Điều 41; mặc định C-08')
})
