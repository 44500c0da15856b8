// Words drawn in their right order and put in each other's places: a program that reads them finds what the data says, an eye sees two people's
// shares exchanged, or a share made of another. Prepared before signing.
import { pagesOf } from '../../../../records/pdf/document.ts'
import { openPdf } from '../../../../records/pdf/file.ts'
import { drawingOf, glyphMap } from '../../../../records/pdf/page-text.ts'
import { isDict, Stream } from '../../../../records/pdf/values.ts'
import { widthsIn } from '../../../../records/pdf/widths.ts'
import type { Chance } from '../chance.ts'
import { inStream, redrawn, signedAtSomeTime, streamsOf } from '../forge.ts'
import type { Stock } from '../stock.ts'
import type { Forged, TamperClass } from '../tamper-class.ts'

/** A piece of the line: its letters, and how far to the right it begins, in thousandths of the size. */
type Piece = { readonly words: string; readonly glyphs: readonly number[]; readonly at: number }

const ways: Readonly<Record<string, (pieces: readonly Piece[]) => readonly Piece[]>> = {
  'two shares exchanged': ([start, high, middle, low, end]) =>
    start && high && middle && low && end ? [start, { ...high, at: low.at }, middle, { ...low, at: high.at }, end] : [],
  'two names exchanged for an eye': ([start, high, middle, low, end]) =>
    start && high && middle && low && end ? [{ ...start, at: middle.at }, high, { ...middle, at: start.at }, low, end] : [],
  // The digits of the one before the end of the other: drawn last, seen nowhere together.
  'a share of two halves': ([start, high, middle, low, end]) => {
    if (!start || !high || !middle || !low || !end) return []
    const [first, second] = [low.glyphs.slice(0, 2), low.glyphs.slice(2)]
    return [start, high, middle, { ...low, glyphs: first, at: end.at + 3_000 }, { ...low, glyphs: second, at: low.at + 1_100 }]
  },
}

const octal = (byte: number): string => `\\${byte.toString(8).padStart(3, '0')}`

export async function movedBy(what: string, stock: Stock, chance: Chance): Promise<Forged> {
  const { drawn } = stock.good.second
  const file = openPdf(drawn)
  for (const [at, page] of pagesOf(file).entries()) {
    const [contents, resources] = [file.resolve(page.dict.get('Contents')), file.resolve(page.dict.get('Resources'))]
    const fonts = isDict(resources) ? file.resolve(resources.get('Font')) : null
    if (!(contents instanceof Stream) || !isDict(fonts)) continue
    for (const [which, run] of (await drawingOf(file, contents)).runs.entries()) {
      const ref = fonts.get(run.font)
      const font = file.resolve(ref)
      if (!ref || !isDict(font)) continue
      const letters = await glyphMap(file, ref)
      const words = run.glyphs.map((glyph) => letters.get(glyph) ?? '')
      const found = /^(.*?)(\d\d,\d\d%)(.*?)(\d\d,\d\d%)(.*)$/.exec(words.join(''))
      if (!found || words.some((word) => word.length !== 1)) continue
      const widths = widthsIn(file, font)
      let [from, right] = [0, 0]
      const pieces = found.slice(1).map((part): Piece => {
        const piece = { words: part, glyphs: run.glyphs.slice(from, from + part.length), at: right }
        from += part.length
        right = run.glyphs.slice(0, from).reduce((sum, glyph) => sum + (widths[glyph] ?? 0), 0)
        return piece
      })
      const edit = inStream((content) => onText(content, which, (part) => redrawnAs(part, ways[what]?.(pieces) ?? [], run.size)))
      const page1 = streamsOf(drawn).pages[at]
      if (page1 === undefined) continue
      return { pdf: await signedAtSomeTime(stock, redrawn(drawn, new Map([[page1, edit]])), chance), what }
    }
  }
  throw new Error('no line of two shares')
}

/** The text object with that number. */
function onText(content: string, which: number, alter: (part: string) => string): string {
  const parts = content.split('\nq\n')
  const texts = [...parts.keys()].filter((i) => parts[i]?.includes('\nBT\n'))
  return parts.map((part, i) => (i === texts[which] ? alter(part) : part)).join('\nq\n')
}

function redrawnAs(part: string, pieces: readonly Piece[], size: number): string {
  const [, left = '', foot = ''] = /^1 0 0 -1 (\S+) (\S+) cm\n/.exec(part) ?? []
  const rest = part.slice(part.indexOf('\nQ'))
  const texts = pieces.map(({ glyphs, at }) => {
    const letters = glyphs.map((glyph) => octal(glyph >> 8) + octal(glyph & 255)).join('')
    const place = `1 0 0 -1 ${(Number(left) + (at / 1000) * size).toFixed(3)} ${foot} cm`
    return part
      .slice(0, part.indexOf('\nQ'))
      .replace(/^.* cm/, place)
      .replace(/\n(?:\[.*\] TJ|\(.*\) Tj)\n/, () => `\n(${letters}) Tj\n`)
  })
  return texts.join('\nQ\nq\n') + rest
}

export const waysToMove: readonly string[] = Object.keys(ways)

export const movedWords: TamperClass = {
  name: 'moved-words',
  title: { vi: 'Đổi chỗ chữ trên trang, thứ tự vẽ giữ nguyên', en: 'Words put in each other’s places, drawn in their right order' },
  weight: 1,
  broken: ['PAGE_DIFFERS'],
  undecided: [],
  beside: ['HIDDEN_CONTENT', 'JSON_MISMATCH'],
  forge: (stock, chance) => movedBy(chance.pick(waysToMove), stock, chance),
}
