// A font, or a line of letters, that is read as it should be and drawn otherwise: every letter has its true outline and its true name, and
// is too small, beside its place, in a pile, or before the one it follows. Prepared before signing.
import { openPdf } from '../../../../records/pdf/file.ts'
import { isDict, isName, Ref } from '../../../../records/pdf/values.ts'
import type { Chance } from '../chance.ts'
import { fromLatin1, inStream, latin1, redrawn, signedAtSomeTime, streamsOf } from '../forge.ts'
import type { Stock } from '../stock.ts'
import type { Forged, TamperClass } from '../tamper-class.ts'

type Edit = (object: string) => string
type Fonts = { readonly files: readonly number[]; readonly widths: readonly number[] }

function fontsOf(pdf: Uint8Array): Fonts {
  const file = openPdf(pdf)
  const ids = [...(file.sections[0]?.entries.keys() ?? [])]
  const files = ids.flatMap((id) => {
    const value = file.object(id)
    const font = isDict(value) ? value.get('FontFile2') : undefined
    return font instanceof Ref ? [font.id] : []
  })
  const isInner = (id: number) => {
    const value = file.object(id)
    return isDict(value) && isName(value.get('Subtype'), 'CIDFontType2')
  }
  return { files, widths: ids.filter(isInner) }
}

/** The bytes of a font, altered at a place of one of its tables. */
const inTable = (name: string, alter: (table: DataView) => void): Edit =>
  inStream((text) => {
    const bytes = fromLatin1(text)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    for (let record = 12; record < 12 + view.getUint16(4) * 16; record += 16) {
      if (text.slice(record, record + 4) === name)
        alter(new DataView(bytes.buffer, bytes.byteOffset + view.getUint32(record + 8), view.getUint32(record + 12)))
    }
    return latin1(bytes)
  })

const ways: Readonly<Record<string, (fonts: Fonts, chance: Chance, pages: readonly number[]) => ReadonlyMap<number, Edit>>> = {
  'letters drawn small': ({ files }, chance) =>
    new Map(files.map((id) => [id, inTable('head', (head) => head.setUint16(18, chance.between(4_000, 16_000)))])),
  'letters drawn big': ({ files }, chance) =>
    new Map(files.map((id) => [id, inTable('head', (head) => head.setUint16(18, chance.between(64, 1_500)))])),
  'letters beside their places': ({ files }, chance) => {
    const by = chance.pick([-1, 1]) * chance.between(200, 3_000)
    const move = (table: DataView) => {
      for (let at = 2; at + 2 <= table.byteLength; at += 4) table.setInt16(at, table.getInt16(at) + by)
    }
    return new Map(files.map((id) => [id, inTable('hmtx', move)]))
  },
  'letters in a pile': ({ widths }, chance) => {
    const small: Edit = (object) =>
      object.replace(/\/W \[[\s\S]*\]/, (list) => list.replace(/(?<=[[ ])\d+\.\d+(?=[ \]])/g, `0.${chance.between(1, 9)}`))
    return new Map(widths.map((id) => [id, small]))
  },
  'other programs for screens': ({ files }, chance) =>
    new Map(files.map((id) => [id, inTable('fpgm', (table) => table.setUint8(chance.between(0, 3_000), chance.between(0, 255) ^ 0x5a))])),
  'a table of pictures': ({ files }) => new Map(files.map((id) => [id, inStream((text) => text.replace('name', 'EBDT'))])),
  'letters that go back': (_, chance, pages) => {
    const back = chance.between(400, 5_000)
    const edit = inStream((content) =>
      content.replace(/\((\\\d{3}\\\d{3})(\\\d{3}\\\d{3})/g, `(${'$1'}) ${back} (${'$2'}`).replace(/^(\(.*\)) Tj$/gm, '[$1] TJ'),
    )
    return new Map(pages.map((id) => [id, edit]))
  },
}

export const waysToDistort: readonly string[] = Object.keys(ways)
export async function distorted(what: string, stock: Stock, chance: Chance): Promise<Forged> {
  const { drawn } = stock.good.second
  const edits = ways[what]?.(fontsOf(drawn), chance, streamsOf(drawn).pages) ?? new Map()
  return { pdf: await signedAtSomeTime(stock, redrawn(drawn, edits), chance), what }
}

export const lyingFont: TamperClass = {
  name: 'lying-font',
  title: {
    vi: 'Phông nói dối: đúng chữ, nhưng vẽ nhỏ, lệch chỗ, chồng đống',
    en: 'Font that lies: the right letters, drawn small, beside their places, in a pile',
  },
  weight: 2,
  broken: ['HIDDEN_CONTENT'],
  undecided: [],
  beside: ['JSON_MISMATCH', 'PAGE_DIFFERS', 'PLACE_DIFFERS'],
  forge: (stock, chance) => distorted(chance.pick(waysToDistort), stock, chance),
}
