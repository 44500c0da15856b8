// Parts of a view that did not change stay the same objects; whatever did is the new one, and nothing is mixed up between the two.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepSame } from '../../renderer/keep-same.ts'

test('the row that changed is new, the others and what stands beside them are the old objects', () => {
  const before = { version: 4, list: [{ id: 'a' }, { id: 'b', at: { hour: 8 } }], post: { title: 'Chức danh mẫu' } }
  const next = structuredClone(before)
  next.version = 5
  next.list[0] = { id: 'a', at: { hour: 9 } }
  const kept = keepSame(before, next)
  expect(kept).toEqual(next)
  expect(kept.post).toBe(before.post)
  expect(kept.list[1]).toBe(before.list[1])
  expect(kept.list).not.toBe(before.list)
})

test('the same once more is the old view itself', () => {
  const before = { list: [{ id: 'a', roles: ['chair'] }], none: null, left: undefined }
  expect(keepSame(before, structuredClone(before))).toBe(before)
})

test('a field that went, a row that went, an array that became an object: the new one holds', () => {
  expect(keepSame<unknown>({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 })
  expect(keepSame<unknown>({ a: undefined }, { b: undefined })).toEqual({ b: undefined })
  expect(keepSame<unknown>([1, 2], [1])).toEqual([1])
  expect(keepSame<unknown>([], {})).toEqual({})
  const bytes = Uint8Array.of(1)
  expect(keepSame<unknown>(Uint8Array.of(1), bytes)).toBe(bytes)
})

test('whatever came before, the new view is told', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, next) => {
      expect(keepSame<unknown>(before, structuredClone(next))).toEqual(next)
    }),
    { numRuns: 500 },
  )
})
