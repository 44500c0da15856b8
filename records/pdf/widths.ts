// How far the letters of a font stand from each other, as the PDF tells it.
import { asArray } from './document.ts'
import type { PdfFile } from './file.ts'
import { Malformed } from './parse.ts'
import { type Dict, isArray, isDict, type Value } from './values.ts'

/** By glyph, in thousandths of the size. */
export type Widths = readonly (number | undefined)[]

/** The text of a page and the drawing of it ask for the same. */
const known = new WeakMap<Dict, Widths>()

/** @throws Malformed */
export function widthsIn(file: PdfFile, font: Dict): Widths {
  const widths = known.get(font) ?? widthsAnew(file, font)
  known.set(font, widths)
  return widths
}

function widthsAnew(file: PdfFile, font: Dict): Widths {
  const [descendant] = asArray(file, font.get('DescendantFonts'))
  const inner = file.resolve(descendant)
  return isDict(inner) ? widthsOf(asArray(file, inner.get('W'))) : []
}

/** `first last width` three by three, or `first [widths]`; upwards, so that no letter is told twice and the list has an end. */
function widthsOf(list: readonly Value[]): Widths {
  const widths: number[] = []
  let next = 0
  for (let i = 0; i < list.length; ) {
    const [first, second, third] = [list[i], list[i + 1], list[i + 2]]
    if (typeof first !== 'number' || first < next) throw new Malformed('widths of another form', 0)
    if (isArray(second)) {
      if (second.length > MAX_GLYPHS) throw new Malformed('widths of another form', 0)
      for (const [at, width] of second.entries()) if (typeof width === 'number') widths[first + at] = width
      next = first + second.length
      i += 2
    } else {
      if (typeof second !== 'number' || typeof third !== 'number' || second < first || second >= MAX_GLYPHS)
        throw new Malformed('widths of another form', 0)
      for (let glyph = first; glyph <= second; glyph++) widths[glyph] = third
      next = second + 1
      i += 3
    }
  }
  return widths
}

const MAX_GLYPHS = 0x10000
