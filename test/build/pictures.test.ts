// The pictures of the docs: each that is named is there, each that is there is named, and all are small.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { withPalette } from '../../build/palette-png.mjs'

const root = join(import.meta.dirname, '..', '..')
const kept = readdirSync(join(root, 'docs', 'pictures')).map((name) => `docs/pictures/${name}`)
const pages = ['README.md', ...readdirSync(join(root, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : []))]
const named = pages.flatMap((page) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, words = '', path = '']) => ({
    words,
    path: page.startsWith('docs/') ? `docs/${path}` : path,
  })),
)

test('every picture a page shows is there and says in words what is seen, and none lies about unused', () => {
  expect(named.filter(({ path }) => !kept.includes(path))).toEqual([])
  expect(named.filter(({ words }) => words.trim() === '')).toEqual([])
  expect(kept.filter((path) => !named.some((one) => one.path === path))).toEqual([])
})

test('pictures have a palette and the size of a small screen, and together stay under 3 MB', () => {
  const pictures = kept.map((path) => readFileSync(join(root, path)))
  for (const [index, png] of pictures.entries())
    expect([png.readUInt32BE(16), png.readUInt32BE(20), png[25]], kept[index]).toEqual([1366, 768, 3])
  expect(pictures.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(3 * 1024 * 1024)
})

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const numbers = Buffer.alloc(8)
  numbers.writeUInt32BE(data.length)
  numbers.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([numbers.subarray(0, 4), body, numbers.subarray(4)])
}
const chunkOf = (png: Buffer, name: string): Buffer => {
  const at = png.indexOf(name, 8, 'latin1')
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4))
}

test('a picture of few colours keeps every one of them, whatever the filters of its rows', () => {
  const head = Buffer.from([0, 0, 0, 2, 0, 0, 0, 5, 8, 2, 0, 0, 0])
  // Two pixels a row, red and blue, by each of the five filters.
  const rows = Buffer.from(
    [
      [0, 200, 0, 0, 0, 0, 200],
      [1, 200, 0, 0, 56, 0, 200],
      [2, 0, 0, 0, 0, 0, 0],
      [3, 100, 0, 0, 156, 0, 100],
      [4, 0, 0, 0, 0, 0, 0],
    ].flat(),
  )
  const png = Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
  const small = withPalette(png)
  expect([...chunkOf(small, 'PLTE')]).toEqual([200, 0, 0, 0, 0, 200])
  expect([...inflateSync(chunkOf(small, 'IDAT'))]).toEqual(Array.from({ length: 5 }, () => [0, 0, 1]).flat())
  expect(() => withPalette(Buffer.from('no picture'))).toThrow('not a PNG')
})
