// Small files that unfold to something enormous, or lists and nestings no paper has: the check must answer soon, and from little memory.
import { deflateSync } from 'node:zlib'
import { startRevision } from '../../../../records/pdf/append.ts'
import { asArray, pagesOf } from '../../../../records/pdf/document.ts'
import { openPdf, type PdfFile } from '../../../../records/pdf/file.ts'
import { type Dict, dict, isDict, Name, Raw, Ref, Stream, type Value } from '../../../../records/pdf/values.ts'
import { canonical } from '../../../../workflows/core/canonical.ts'
import type { Chance } from '../chance.ts'
import { asBytes, inStream, joined, lastOf, redrawn, signedAtSomeTime, streamsOf, withRecord } from '../forge.ts'
import type { Stock } from '../stock.ts'
import type { Forged, TamperClass } from '../tamper-class.ts'

const folded = (content: Uint8Array): Stream => new Stream(dict({ Filter: new Name('FlateDecode') }), new Uint8Array(deflateSync(content)))
const line = (text: string, count: number): Uint8Array => asBytes(text.repeat(count))

/** Contents for the first page. */
const contents: Readonly<Record<string, (chance: Chance) => Stream>> = {
  'zeros by the hundred million': () => folded(new Uint8Array(100_000_000)),
  'states by the million': (chance) => folded(line('q\nQ\n', chance.between(900_000, 1_000_000))),
  'nested states': () => folded(line('q\n', 500_000)),
  'lines by the hundred thousand': () => folded(line('0 0 m\n1 1 l\nS\n', 290_000)),
  'boxes by the hundred thousand': () => folded(line('0 0 1 1 re\nf\n', 300_000)),
  'words and boxes': () => folded(joined(line('BT\n/f0 9 Tf\n(\\000a) Tj\nET\n', 100_000), line('0 0 1 1 re\nf\n', 15_000))),
  'one number of a million digits': () => folded(asBytes(`1${'0'.repeat(1_000_000)} w`)),
  'one string of a million letters': () => folded(asBytes(`BT\n/f0 12 Tf\n(${'\\000a'.repeat(700_000)}) Tj\nET`)),
}

/** Appended to a signed record: the check reads on after it has found the revision, so each of these is met. */
const revisions: Readonly<Record<string, (file: PdfFile, chance: Chance) => Uint8Array>> = {
  'objects by the hundred thousand': (file) => {
    const revision = startRevision(file)
    for (let i = 0; i < 100_000; i++) revision.add(i)
    return revision.finish()
  },
  'arrays in arrays': (file, chance) => withObject(file, new Raw('['.repeat(chance.between(10_000, 1_000_000)))),
  'dictionaries in dictionaries': (file) => withObject(file, new Raw(`${'<</A'.repeat(200_000)} 1${'>>'.repeat(200_000)}`)),
  'one list of a million': (file) => withObject(file, new Raw(`[${'0 '.repeat(1_000_000)}]`)),
  'one string of ten million': (file) => withObject(file, new Raw(`(${'('.repeat(5_000_000)}${')'.repeat(5_000_000)})`)),
  'widths of every letter again and again': (file) => withWidths(file, '0 65535 1 '.repeat(33_000)),
  'a font of a million widths': (file) => withWidths(file, `0 [${'1 '.repeat(1_000_000)}]`),
  'fields by the thousand': (file) => withFields(file, 100_000),
  'pages by the thousand': (file) => withPages(file, 5_000),
  'pages full of lines': (file) => withPages(file, 60, folded(line('0 0 m\n1 1 l\nS\n', 150_000))),
  'as many revisions as are read': (file) => {
    let pdf = file.bytes
    for (let i = 0; i < 58; i++) pdf = startRevision(openPdf(pdf)).finish()
    return pdf
  },
  'ends by the hundred thousand': ({ bytes }) => joined(bytes, line('\nstartxref\n0\n%%EOF\n', 100_000)),
  'ranges by the hundred thousand': ({ bytes }) => joined(bytes, line('/ByteRange [0 10 20 30] ', 200_000)),
  'ranges all different': ({ bytes }) =>
    joined(bytes, asBytes(Array.from({ length: 100_000 }, (_, i) => `/ByteRange [0 ${i + 1} ${i + 9} 30]`).join('\n'))),
  'blanks by the ten million': ({ bytes }) => joined(bytes, new Uint8Array(10_000_000).fill(32)),
}

function withObject(file: PdfFile, value: Value): Uint8Array {
  const revision = startRevision(file)
  revision.add(value)
  const [page] = pagesOf(file)
  if (page) revision.set(page.ref, new Map(page.dict).set('PieceInfo', value))
  return revision.finish()
}

function withWidths(file: PdfFile, widths: string): Uint8Array {
  const revision = startRevision(file)
  const resources = file.resolve(pagesOf(file)[0]?.dict.get('Resources'))
  const fonts = isDict(resources) ? file.resolve(resources.get('Font')) : null
  for (const ref of isDict(fonts) ? fonts.values() : []) {
    const font = file.resolve(ref)
    const [inner] = isDict(font) ? asArray(file, font.get('DescendantFonts')) : []
    const held = file.resolve(inner)
    if (inner instanceof Ref && isDict(held)) revision.set(inner, new Map(held).set('W', new Raw(`[${widths}]`)))
  }
  return revision.finish()
}

function withFields(file: PdfFile, count: number): Uint8Array {
  const revision = startRevision(file)
  const catalog = file.object(file.root.id)
  const form = isDict(catalog) ? file.resolve(catalog.get('AcroForm')) : null
  const [field] = isDict(form) ? asArray(file, form.get('Fields')) : []
  const fields: Value = Array.from({ length: count }, () => field ?? null)
  if (isDict(catalog) && isDict(form)) revision.set(file.root, new Map(catalog).set('AcroForm', new Map(form).set('Fields', fields)))
  return revision.finish()
}

function withPages(file: PdfFile, count: number, content?: Stream): Uint8Array {
  const revision = startRevision(file)
  const catalog = file.object(file.root.id)
  const root = isDict(catalog) ? catalog.get('Pages') : undefined
  const [page] = pagesOf(file)
  if (!(root instanceof Ref) || !page) throw new Error('no pages')
  const kids = Array.from({ length: count }, () => {
    const dictOf: Dict = new Map(page.dict)
    // Each with a stream of its own, or every page would be read once only.
    if (content) dictOf.set('Contents', revision.add(new Stream(content.dict, Uint8Array.from(content.bytes))))
    return revision.add(dictOf)
  })
  revision.set(root, dict({ Type: new Name('Pages'), Count: count, Kids: kids }))
  return revision.finish()
}

function inContents(stock: Stock, chance: Chance): Forged {
  const what = chance.pick(Object.keys(contents))
  const file = openPdf(lastOf(stock.good.second.steps))
  const revision = startRevision(file)
  const [page] = pagesOf(file)
  const stream = contents[what]?.(chance)
  if (page && stream) revision.set(page.ref, new Map(page.dict).set('Contents', revision.add(stream)))
  return { pdf: revision.finish(), what: `page of ${what}` }
}

function inRevision(stock: Stock, chance: Chance): Forged {
  const what = chance.pick(Object.keys(revisions))
  const pdf = lastOf(stock.good.second.steps)
  return { pdf: revisions[what]?.(openPdf(pdf), chance) ?? pdf, what }
}

/** Data that every signature covers. */
async function inRecord(stock: Stock, chance: Chance): Promise<Forged> {
  const records: Readonly<Record<string, () => string>> = {
    'arrays in arrays': () => '['.repeat(1_000_000),
    'keys by the million': () => `{${Array.from({ length: 500_000 }, (_, i) => `"${i}":0`).join()}}`,
    'one text of ten million': () => `{"a":"${'a'.repeat(10_000_000)}"}`,
    'more than is read': () => `{"a":"${'a'.repeat(20_000_000)}"}`,
    'signers by the hundred thousand': () =>
      new TextDecoder().decode(stock.good.second.recordJson).replace('"signers":[', `"signers":[${'{},'.repeat(100_000)}`),
  }
  const what = chance.pick(Object.keys(records))
  const record = asBytes(records[what]?.() ?? '')
  return { pdf: await signedAtSomeTime(stock, withRecord(stock.good.second.drawn, record), chance), what: `record of ${what}` }
}

/** Letters of the page that are called whole books, in Typst's own form: text that is gathered before anyone asks what a letter looks like. */
const texts: Readonly<Record<string, readonly [words: string, times: number, letters: number]>> = {
  'one letter called three hundred thousand': ['n', 300_000, 40_000],
  'letters called two thousand': ['n', 2_000, 200_000],
  'letters called the words of the proof': ['Hồ sơ bước:', 20, 7_500],
  'letters by the hundred thousand': ['n', 1, 600_000],
}

export async function calledBy(what: string, stock: Stock, chance: Chance): Promise<Forged> {
  const [words, times, letters] = texts[what] ?? ['', 0, 0]
  const { drawn } = stock.good.second
  const { maps, pages } = streamsOf(drawn)
  const units = [...words].map((letter) => letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')).join('')
  const edits = new Map(maps.map((id) => [id, inStream((map) => map.replace('endbfchar', `<FFFF> <${units.repeat(times)}>\nendbfchar`))]))
  const run = `\nq\n/c0 cs\n0 scn\nBT\n0 Tr\n/f0 12 Tf\n(${'\\377\\377'.repeat(1_000)}) Tj\nET\nQ`
  for (const id of pages)
    edits.set(
      id,
      inStream((content) => content + run.repeat(Math.ceil(letters / pages.length / 1_000))),
    )
  return { pdf: await signedAtSomeTime(stock, redrawn(drawn, edits), chance), what }
}

export const waysToCall: readonly string[] = Object.keys(texts)
const inMaps = (stock: Stock, chance: Chance): Promise<Forged> => calledBy(chance.pick(waysToCall), stock, chance)

/** Shares of votes for people by the ten thousand, and for people whose names are no names. */
const shares: Readonly<Record<string, () => readonly (readonly [name: string, share: string])[]>> = {
  'people by the ten thousand': () => Array.from({ length: 30_000 }, (_, i) => [`n${i}`, '1']),
  'people of one letter each': () => Array.from({ length: 900 }, (_, i) => [String.fromCodePoint(0x61 + i), '1']),
  'a name of a million letters': () => [['n'.repeat(1_000_000), '1']],
  'a name of no letters': () => [
    ['', '1'],
    ['n', '2'],
    ['g', '3'],
  ],
}

export async function countedBy(what: string, stock: Stock, chance: Chance): Promise<Forged> {
  const record = JSON.parse(new TextDecoder().decode(stock.good.second.recordJson)) as { judged: { output: object } }
  record.judged.output = { ...record.judged.output, percent: Object.fromEntries(shares[what]?.() ?? []) }
  const pdf = withRecord(stock.good.second.drawn, asBytes(canonical(record)))
  return { pdf: await signedAtSomeTime(stock, pdf, chance), what }
}

export const waysToCount: readonly string[] = Object.keys(shares)
const inShares = (stock: Stock, chance: Chance): Promise<Forged> => countedBy(chance.pick(waysToCount), stock, chance)

export const swollen: TamperClass = {
  name: 'swollen',
  title: { vi: 'Tệp nén nở ra khổng lồ, danh sách và lồng ghép vô tận', en: 'Files that unfold to something enormous' },
  weight: 2,
  broken: ['UNSIGNED_REVISION', 'JSON_MISMATCH', 'HIDDEN_CONTENT'],
  undecided: ['NOT_A_RECORD'],
  beside: [
    'OUTCOME_DIFFERS',
    'PAGE_TOO_MUCH',
    'PAGE_DIFFERS',
    'PLACE_DIFFERS',
    'FOREIGN_LATER_BYTES',
    'JSON_MISSING',
    'FORMAT',
    'WRONG_SIGNER',
    'MISSING_SIGNER',
    'WRONG_ROLE_ORDER',
  ],
  forge: (stock, chance) => chance.pick([inContents, inRevision, inRecord, inMaps, inShares])(stock, chance),
}
