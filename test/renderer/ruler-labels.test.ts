// The words over the posts of a ruler never lie over each other, however near the posts are.
import { describe, expect, test } from 'vitest'
import { placeLabels } from '../../renderer/parts/ruler-labels.ts'

const size = 16
const width = 720
const wide = (label: string) => label.length * 0.58 * size
type Post = { readonly x: number; readonly label: string }

function spans(posts: readonly Post[], across = width) {
  return placeLabels(posts, across, size).map(({ x, row }, at) => {
    const half = wide(posts[at]?.label ?? '') / 2
    return { row, from: x - half, to: x + half }
  })
}

function mustStandApart(posts: readonly Post[], across = width) {
  const placed = spans(posts, across)
  for (const [at, one] of placed.entries()) {
    expect(one.from).toBeGreaterThanOrEqual(-0.01)
    expect(one.to).toBeLessThanOrEqual(across + 0.01)
    for (const other of placed.slice(at + 1))
      if (other.row === one.row) expect(other.from >= one.to + 8 || one.from >= other.to + 8).toBe(true)
  }
  return placed
}
/** As on the ruler: the post of `at` stands before the cell of that number. */
const on = (base: number, at: number, label: string): Post => ({ x: ((at - 1) * width) / base, label })

describe('labels over posts', () => {
  test('far apart, each stands over the middle of its post', () => {
    const posts = [on(24, 8, 'từ 30% là 8'), on(24, 17, 'quá hai phần ba phải 17')]
    expect(placeLabels(posts, width, size)).toEqual(posts.map(({ x }) => ({ x, row: 0 })))
  })

  test('near each other they part, each still over its own post, in its order', () => {
    for (const base of [11, 12, 24, 45, 60, 118, 500]) {
      const half = Math.floor(base / 2) + 1
      const third = Math.ceil(base * 0.3)
      const placed = mustStandApart([on(base, third, `từ 30% là ${third}`), on(base, half, `quá bán phải ${half}`)])
      expect(placed[0]?.to).toBeLessThan(placed[1]?.from ?? 0)
    }
  })

  test('at any two or three posts, in any order, none lies over another and none leaves the ruler', () => {
    const labels = ['từ 30% là 16', 'quá bán phải 27', 'từ hai phần ba là 35']
    for (let one = 1; one <= 53; one += 2)
      for (let two = 1; two <= 53; two += 3) {
        mustStandApart([on(53, one, labels[0] ?? ''), on(53, two, labels[1] ?? '')])
        for (const three of [1, 26, 27, 53])
          mustStandApart([on(53, one, labels[0] ?? ''), on(53, two, labels[1] ?? ''), on(53, three, labels[2] ?? '')])
      }
  })

  test('two posts at one place have their words on either side of it', () => {
    const [left, right] = mustStandApart([on(3, 2, 'từ 30% là 2'), on(3, 2, 'quá bán phải 2')])
    expect(left?.to).toBeLessThan(width / 3 + 20)
    expect(right?.from).toBeGreaterThan(width / 3 - 20)
  })

  test('where they have no room beside each other, the last of them stand in a row above', () => {
    const posts = [on(5, 2, 'từ 30% là 2'), on(5, 3, 'quá bán phải 3'), on(5, 4, 'từ hai phần ba là 4')]
    const placed = mustStandApart(posts, 300)
    expect(placed.map(({ row }) => row)).toEqual([0, 0, 1])
  })

  test('no posts, no labels', () => {
    expect(placeLabels([], width, size)).toEqual([])
  })
})
