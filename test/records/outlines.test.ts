// The letters of a page look as they read: the outlines the check knows are those of the fonts we typeset with.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { printFor } from '../../records/pdf/our-letters.ts'
import { outlinesOf } from '../../records/pdf/outlines.ts'
import { Malformed } from '../../records/pdf/parse.ts'
import { tinosOutlines } from '../support/tinos-outlines.ts'
import { typesetterParts } from './making.ts'

describe('the outlines of our letters', () => {
  test('are those of the fonts: the file is made again and is the same', () => {
    expect(readFileSync(new URL('../../records/pdf/tinos-outlines.ts', import.meta.url), 'utf8')).toBe(tinosOutlines())
  })

  test('tell letters and faces apart', () => {
    const letters = [...'0123456789aăâeêoôơuưđĐAĂÂ']
    for (const face of ['Regular', 'Bold', 'Italic', 'BoldItalic'] as const)
      expect(new Set(letters.map((letter) => printFor(face, letter))).size).toBe(letters.length)
    expect(printFor('Regular', 'a')).not.toBe(printFor('Bold', 'a'))
    expect(printFor('Regular', 'fi')).toBe(printFor('Regular', '\ufb01'))
    for (const words of ['xyz', 'constructor', '__proto__', 'toString']) expect(printFor('Regular', words)).toBeUndefined()
  })

  test('of a font cut short are refused, not read beyond its end', () => {
    const [font = new Uint8Array()] = typesetterParts().fonts
    for (const size of [0, 11, 200, 5000, 30_000]) {
      const read = () => {
        const outlines = outlinesOf(font.subarray(0, size))
        for (let glyph = 0; glyph < 3000; glyph++) outlines.printOf(glyph)
      }
      expect(read, String(size)).toThrow(Malformed)
    }
  })
})
