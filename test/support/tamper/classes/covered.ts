// The page covered, turned, exchanged or drawn over by a revision: after the last signature, or between two so that later signers cover it.
import { type Revision, startRevision } from '../../../../records/pdf/append.ts'
import { catalogOf, type Page, pagesOf } from '../../../../records/pdf/document.ts'
import { openPdf, type PdfFile } from '../../../../records/pdf/file.ts'
import { type Dict, dict, isDict, Name, Ref, Stream } from '../../../../records/pdf/values.ts'
import type { Chance } from '../chance.ts'
import { asBytes, lastOf, signedByAll } from '../forge.ts'
import type { Forged, TamperClass } from '../tamper-class.ts'

type Place = { readonly revision: Revision; readonly file: PdfFile; readonly page: Page; readonly chance: Chance }

const contentsWith = ({ revision, page }: Place, drawing: string) => {
  const box = revision.add(new Stream(new Map(), asBytes(drawing)))
  revision.set(page.ref, new Map(page.dict).set('Contents', [page.dict.get('Contents') ?? null, box]))
}
const set = ({ revision, page }: Place, key: string, value: Parameters<Dict['set']>[1]) =>
  revision.set(page.ref, new Map(page.dict).set(key, value))

const box = (chance: Chance): string =>
  [chance.between(20, 90), chance.between(50, 600), chance.between(100, 500), chance.between(10, 400)].join(' ')

const ways: Readonly<Record<string, (place: Place) => void>> = {
  'white box': (place) => contentsWith(place, `q 1 1 1 rg ${box(place.chance)} re f Q`),
  'grey box': (place) => contentsWith(place, `q 0.8 g ${box(place.chance)} re f Q`),
  'other words': (place) => contentsWith(place, `BT /f0 14 Tf 80 ${place.chance.between(100, 700)} Td <0001000200030004> Tj ET`),
  'other contents': (place) => set(place, 'Contents', place.revision.add(new Stream(new Map(), asBytes(`q ${box(place.chance)} re f Q`)))),
  'contents of another page': (place) => set(place, 'Contents', pagesOf(place.file).at(-1)?.dict.get('Contents') ?? null),
  turned: (place) => set(place, 'Rotate', place.chance.pick([90, 180, 270])),
  cropped: (place) => set(place, 'CropBox', [0, 0, place.chance.between(100, 500), place.chance.between(100, 700)]),
  'another size': (place) => set(place, 'MediaBox', [0, place.chance.between(1, 300), 595.2756, 841.8898]),
  'no fonts': (place) => set(place, 'Resources', dict({})),
  'a note over it': (place) =>
    set(place, 'Annots', [
      place.revision.add(
        dict({ Type: new Name('Annot'), Subtype: new Name('Square'), IC: [1, 1, 1], Rect: box(place.chance).split(' ').map(Number) }),
      ),
    ]),
  'page gone': ({ revision, file }) => {
    const root = catalogOf(file).get('Pages')
    const pages = file.resolve(root)
    if (!(root instanceof Ref) || !isDict(pages)) throw new Error('no pages')
    revision.set(root, new Map(pages).set('Kids', [pagesOf(file)[0]?.ref ?? null]).set('Count', 1))
  },
}

function covered(pdf: Uint8Array, chance: Chance): Forged {
  const file = openPdf(pdf)
  const revision = startRevision(file)
  const page = chance.pick(pagesOf(file))
  const what = chance.pick(Object.keys(ways))
  ways[what]?.({ revision, file, page, chance })
  return { pdf: revision.finish(), what }
}

const codes = {
  broken: ['UNSIGNED_REVISION'],
  undecided: [],
  // The page no longer says what the record says, or cannot be read any more.
  beside: ['HIDDEN_CONTENT', 'JSON_MISMATCH', 'PAGE_DIFFERS', 'PLACE_DIFFERS'],
} as const satisfies Partial<TamperClass>

export const coveredAfter: TamperClass = {
  ...codes,
  name: 'covered-after',
  title: { vi: 'Che, xoay, thay trang sau chữ ký cuối', en: 'Page covered after the last signature' },
  weight: 4,
  forge: (stock, chance) => covered(lastOf(stock.good.second.steps), chance),
}

export const coveredBetween: TamperClass = {
  ...codes,
  name: 'covered-between',
  title: { vi: 'Che, xoay, thay trang giữa hai chữ ký', en: 'Page covered between two signatures' },
  weight: 4,
  async forge(stock, chance) {
    const place = chance.between(1, 2)
    const { pdf, what } = covered(stock.good.second.steps[place] ?? new Uint8Array(), chance)
    return { pdf: await signedByAll(stock, pdf, place), what: `${what}, before signature ${place + 1}` }
  },
}
