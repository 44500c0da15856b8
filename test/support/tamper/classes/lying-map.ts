// A font whose character map lies: the page shows one letter, a program that reads it finds another. Prepared before signing.
import { printFor } from '../../../../records/pdf/our-letters.ts'
import { inStream, redrawn, signedAtSomeTime, streamsOf } from '../forge.ts'
import type { TamperClass } from '../tamper-class.ts'

export const lyingMap: TamperClass = {
  name: 'lying-map',
  title: { vi: 'Bảng mã phông nói dối: chữ thấy khác chữ đọc được', en: 'Character map that lies: seen otherwise than read' },
  weight: 2,
  broken: ['HIDDEN_CONTENT'],
  undecided: [],
  // What the map misnames may be a name, a figure or the printed hash.
  beside: ['JSON_MISMATCH', 'PAGE_DIFFERS', 'PLACE_DIFFERS'],
  async forge(stock, chance) {
    const { drawn } = stock.good.second
    let what = ''
    const lie = (map: string): string => {
      const entries = [...map.matchAll(/<([0-9A-Fa-f]{4})>(\s*)<([0-9A-Fa-f]{4})>/g)].filter(([, glyph]) => glyph !== '0000')
      const called = (entry: readonly string[]) => String.fromCharCode(Number.parseInt(entry[3] ?? '', 16))
      const one = chance.pick(entries)
      // Some letters of other alphabets look the same: calling one the other is no lie about what is seen.
      const other = chance.pick(entries.filter((entry) => printFor('Regular', called(entry)) !== printFor('Regular', called(one))))
      what = `${called(one)} reads as ${called(other)}`
      return `${map.slice(0, one.index)}<${one[1]}>${one[2]}<${other[3]}>${map.slice(one.index + one[0].length)}`
    }
    const pdf = redrawn(drawn, new Map([[chance.pick(streamsOf(drawn).maps), inStream(lie)]]))
    return { pdf: await signedAtSomeTime(stock, pdf, chance), what }
  },
}
