// The drawing orders of a page: what Typst writes is read as it stands, everything else is refused in the one way a check knows.
import { describe, expect, test } from 'vitest'
import { readContent } from '../../records/pdf/content.ts'
import { Malformed } from '../../records/pdf/parse.ts'

const letters = (shown: string, order = 'TJ') =>
  `q\n1 0 0 -1 100 700 cm\n/c0 cs\n0 scn\nBT\n0 Tr\n/f1 13 Tf\n1 0 0 -1 0 0 Tm\n${shown} ${order}\nET\nQ\n`
const glyphsOf = (shown: string, order?: string) => readContent(letters(shown, order)).runs.map(({ glyphs }) => glyphs)

describe('the drawing orders of a page', () => {
  test('letters by octal digits, escapes and plain signs, with the kerning between them', () => {
    const [run] = readContent(letters('[(\\000\\001\\000A) 37.5 (\\001\\n\\000\\)) -2 <00FF0102>]')).runs
    expect(run).toMatchObject({
      font: 'f1',
      size: 13,
      glyphs: [1, 0x41, 0x010a, 0x29, 0xff, 0x0102],
      kerning: 35.5,
      matrix: [1, 0, 0, 1, 100, 700],
      ink: { space: 'c0', parts: [0] },
    })
    expect(glyphsOf('(\\000\\001)', 'Tj')).toEqual([[1]])
  })

  test('the box around a path, in points of the page', () => {
    const { shapes } = readContent('q\n2 0 0 2 10 20 cm\n/c0 cs\n0.5 scn\n0 0 m\n5 1 l\n-1 3 l\nh\nf\n1 1 2 3 re\nf\nQ\n')
    expect(shapes).toMatchObject([
      { kind: 'filled', box: { left: 8, bottom: 20, right: 20, top: 26 }, ink: { space: 'c0', parts: [0.5] } },
      { kind: 'filled', box: { left: 12, bottom: 22, right: 16, top: 28 } },
    ])
  })

  test('where the pen of a line goes, frames and curves too; of what is filled only the box', () => {
    const strokesOf = (path: string) => readContent(`q\n2 0 0 2 10 20 cm\n/c0 CS\n0 SCN\n1 w\n${path}\nS\nQ\n`).shapes[0]?.strokes
    expect(strokesOf('0 0 m\n5 1 l\n-1 3 l\nh')).toEqual([10, 20, 20, 22, 20, 22, 8, 26, 8, 26, 10, 20])
    expect(strokesOf('1 1 2 3 re')).toEqual([12, 22, 16, 22, 16, 22, 16, 28, 16, 28, 12, 28, 12, 28, 12, 22])
    const curve = strokesOf('0 0 m\n0 8 8 8 8 0 c') ?? []
    expect([curve.length / 4, curve.slice(-2), Math.max(...curve.filter((_, i) => i % 2 === 1))]).toEqual([8, [26, 20], 32])
    const filled = readContent('q\n/c0 cs\n0 scn\n1 1 2 3 re\nf\n/c0 CS\n0 SCN\n0 0 m\n1 0 l\nS\nQ\n').shapes
    expect(filled.map(({ strokes }) => strokes)).toEqual([[], [0, 0, 1, 0]])
  })

  test('more letters than any page has are refused', () => {
    expect(() => readContent(letters(`(${'\\000a'.repeat(50_000)})`, 'Tj').repeat(5))).toThrow(Malformed)
    expect(readContent(letters(`(${'\\000a'.repeat(50_000)})`, 'Tj').repeat(4)).runs).toHaveLength(4)
  })

  test.each([
    ['half a glyph in each of two strings', letters('[(\\000) (\\001)]')],
    ['half a glyph in hexadecimal', letters('<00>', 'Tj')],
    ['an unknown escape', letters('(\\400\\001)', 'Tj')],
    ['a string without end', letters('(\\000\\001', 'Tj')],
    ['another manner of drawing letters', letters('(\\000\\001)', 'Tj').replace('0 Tr', '3 Tr')],
    ['a colour space outside its place', 'BT\n/c0 cs\nET\n'],
    ['a manner of drawing outside letters', '0 Tr\n'],
    ['an image', '/x0 Do\n'],
    ['a number written otherwise', '01 0 0 1 0 0 cm\n'],
    ['a state not given back', 'q\n'],
    ['a path not drawn', '0 0 m\n'],
    ...['constructor', '__proto__', 'toString', 'hasOwnProperty'].map((word) => [`the word ${word}`, `1 ${word}\n`]),
  ])('refused: %s', (_, text) => {
    expect(() => readContent(text)).toThrow(Malformed)
  })

  test('more letters in a run than a line has are refused', () => {
    expect(() => readContent(letters(`(${'\\000\\001'.repeat(70_000)})`, 'Tj'))).toThrow(Malformed)
  })
})
