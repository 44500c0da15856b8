// What is prepared before anyone signs, so that every signature covers it: scripts, layers, odd fields, ink that does not show, words laid over.
import { type Revision, startRevision } from '../../../../records/pdf/append.ts'
import { catalogOf, fieldsOf, pagesOf } from '../../../../records/pdf/document.ts'
import { openPdf } from '../../../../records/pdf/file.ts'
import { type Dict, dict, Name, Stream, textString } from '../../../../records/pdf/values.ts'
import type { Chance } from '../chance.ts'
import { asBytes, inStream, redrawn, signedAtSomeTime, signedByAll, streamsOf } from '../forge.ts'
import type { Stock } from '../stock.ts'
import type { Forged, TamperClass } from '../tamper-class.ts'

type Prepared = { readonly catalog: Dict; readonly page: Dict; readonly field: Dict; readonly revision: Revision; readonly chance: Chance }

const script = () => dict({ S: new Name('JavaScript'), JS: textString('app.alert(1)') })

const ways: Readonly<Record<string, (at: Prepared) => void>> = {
  'script on opening': ({ catalog }) => void catalog.set('OpenAction', script()),
  'script by name': ({ catalog }) => void catalog.set('Names', dict({ JavaScript: dict({ Names: [textString('a'), script()] }) })),
  'action of the page': ({ page }) => void page.set('AA', dict({ O: script() })),
  layers: ({ catalog }) => void catalog.set('OCProperties', dict({ OCGs: [], D: dict({ BaseState: new Name('OFF') }) })),
  'form of another kind': ({ catalog }) =>
    void catalog.set('AcroForm', dict({ Fields: [], XFA: textString('<x/>'), NeedAppearances: true })),
  portfolio: ({ catalog }) => void catalog.set('Collection', dict({ View: new Name('D') })),
  note: ({ page, chance }) =>
    void page.set('Annots', [dict({ Subtype: new Name('Square'), Rect: [0, 0, chance.between(100, 590), chance.between(100, 800)] })]),
  'link to a file': ({ page }) =>
    void page.set('Annots', [dict({ Subtype: new Name('Link'), A: dict({ S: new Name('Launch'), F: textString('x.exe') }) })]),
  'field as big as the page': ({ field }) => void field.set('Rect', [0, 0, 595, 842]),
  'field over the text': ({ field, chance }) => {
    const top = chance.between(300, 700)
    field.set('Rect', [80, top - 150, 350, top])
  },
  'hidden field': ({ field, chance }) => void field.set('F', chance.pick([0, 1, 2, 6, 34, 36, 128])),
  'look of another page': ({ field, revision }) =>
    void field.set('AP', dict({ N: revision.add(new Stream(dict({ Type: new Name('XObject') }), asBytes('q 1 g 0 0 200 80 re f Q'))) })),
  'turned page': ({ page }) => void page.set('Rotate', 90),
  'cropped page': ({ page, chance }) => void page.set('CropBox', [0, 0, chance.between(100, 500), 842]),
  'scaled page': ({ page }) => void page.set('UserUnit', 2),
  'second page content': ({ page, revision }) =>
    void page.set('Contents', [page.get('Contents') ?? null, revision.add(new Stream(new Map(), asBytes('q 1 g 0 0 500 500 re f Q')))]),
}

/** By one more revision after the completion, then signed by all. */
async function byRevision(stock: Stock, chance: Chance): Promise<Forged> {
  const file = openPdf(stock.good.second.drawn)
  const revision = startRevision(file)
  const catalog: Dict = new Map(catalogOf(file))
  const [page, field] = [chance.pick(pagesOf(file)), chance.pick(fieldsOf(file))]
  const [pageDict, fieldDict]: [Dict, Dict] = [new Map(page.dict), new Map(field.dict)]
  const what = chance.pick(Object.keys(ways).filter((way) => way !== 'form of another kind'))
  ways[what]?.({ catalog, page: pageDict, field: fieldDict, revision, chance })
  revision.set(file.root, catalog)
  revision.set(page.ref, pageDict)
  revision.set(field.ref, fieldDict)
  return { pdf: await signedByAll(stock, revision.finish()), what: `revision: ${what}` }
}

/** What the drawn page may be made to do, in Typst's own spelling where that is possible. */
const drawings: Readonly<Record<string, (content: string, chance: Chance) => string>> = {
  'white words': (content) => onRun(content, (run) => run.replace('\n0 scn', '\n1 scn')),
  'pale words': (content, chance) => onRun(content, (run) => run.replace('\n0 scn', `\n0.9${chance.between(4, 9)} scn`)),
  'words paler than any': (content, chance) => onRun(content, (run) => run.replace('\n0 scn', `\n0.${chance.between(61, 92)} scn`)),
  'a pale letter as big as a line': (content, chance) =>
    `${content}\n${onRunAlone(content, (run) => run.replace('\n0 scn', '\n0.92 scn').replace(/\/(f\d) \S+ Tf/, `/$1 ${chance.between(40, 200)} Tf`))}`,
  'words over words': (content) => `${content}\n${onRunAlone(content, (run) => run)}`,
  'tiny words': (content, chance) => onRun(content, (run) => run.replace(/\/(f\d) \S+ Tf/, `/$1 0.${chance.between(1, 9)} Tf`)),
  'words outside the page': (content, chance) => onRun(content, (run) => run.replace(/ (\S+) cm/, ` -${chance.between(50, 5000)} cm`)),
  'turned words': (content) => onRun(content, (run) => run.replace('1 0 0 -1 ', '0 1 -1 0 ')),
  'mirrored words': (content) => onRun(content, (run) => run.replace('1 0 0 -1 ', '-1 0 0 -1 ')),
  'words of no ink': (content, chance) => onRun(content, (run) => run.replace('0 Tr', `${chance.pick([1, 2, 3, 7])} Tr`)),
  'white box': (content, chance) => `${content}\nq\n/c0 cs\n1 scn\n${boxOf(chance)} re\nf\nQ`,
  'black box': (content, chance) => `${content}\nq\n/c0 cs\n0 scn\n60 ${chance.between(60, 200)} 480 500 re\nf\nQ`,
  'thin white lines': (content, chance) => `${content}\n${lines(content, 1, chance)}`,
  'thin black lines': (content, chance) => `${content}\n${lines(content, 0, chance)}`,
  'a thin line aslant': (content) => `${content}\nq\n/c0 CS\n0 SCN\n3 w\n60 200 m\n540 700 l\nS\nQ`,
  'a dark ground under the words': (content, chance) =>
    `q\n/c0 cs\n0.${chance.between(0, 3)} scn\n60 ${footOf(content) - 10} 480 ${chance.between(20, 300)} re\nf\nQ\n${content}`,
  'white lines': (content, chance) =>
    `${content}\nq\n/c0 CS\n1 SCN\n${chance.between(20, 90)} w\n60 ${chance.between(200, 700)} m\n500 400 l\nS\nQ`,
  clipped: (content, chance) => `${boxOf(chance)} re\nW\nn\n${content}`,
  'a picture': (content) => `${content}\nq\n200 0 0 200 100 400 cm\nBI /W 1 /H 1 /BPC 8 /CS /G ID x EI\nQ`,
  'another object drawn': (content) => `${content}\n/Im0 Do`,
  'a layer around it': (content) => `/OC /oc0 BDC\n${content}\nEMC`,
  transparency: (content) => `/gs0 gs\n${content}`,
  'a remark': (content, chance) => `%${chance.between(0, 1e9)}\n${content}`,
  'other spelling': (content) => content.replace('\nq\n', '\n q\n'),
  'left open': (content) => content.replace(/\nQ\n/, '\n'),
  'letters spread': (content, chance) => onRun(content, (run) => run.replace('0 Tr', `0 Tr\n${chance.between(1, 900)} Tc`)),
  'everything shrunk': (content) => `0.01 0 0 0.01 0 0 cm\n${content}`,
}

/** Where the middle line of words stands, so that what is laid there lies over words. */
const footOf = (content: string): number => Math.round(Number(/^1 0 0 -1 \S+ (\S+) cm/.exec(middleRun(content))?.[1] ?? 400))

/** Each thinner than a line may be, one beside the other: together they are a box. */
function lines(content: string, light: number, chance: Chance): string {
  const from = footOf(content) - chance.between(4, 12)
  const strokes = Array.from({ length: chance.between(8, 30) }, (_, i) => `60 ${from + i * 3} m\n540 ${from + i * 3} l\nS`)
  return `q\n/c0 CS\n${light} SCN\n3.${chance.between(1, 9)} w\n${strokes.join('\n')}\nQ`
}

const boxOf = (chance: Chance): string => `60 ${chance.between(200, 400)} 480 ${chance.between(200, 400)}`

/** One line of words of the page, the middle one: a page has many, and which of them makes no difference to the check. */
function onRun(content: string, alter: (run: string) => string): string {
  const parts = content.split('\nq\n')
  const words = [...parts.keys()].filter((i) => parts[i]?.includes('\nBT\n'))
  const which = words[Math.floor(words.length / 2)]
  return parts.map((part, i) => (i === which ? alter(part) : part)).join('\nq\n')
}

function middleRun(content: string): string {
  const parts = content.split('\nq\n').filter((part) => part.includes('\nBT\n'))
  return parts[Math.floor(parts.length / 2)] ?? ''
}

/** The drawing of that run alone, in its own state. */
function onRunAlone(content: string, alter: (run: string) => string): string {
  const run = middleRun(content)
  return `q\n${alter(run.slice(0, run.indexOf('\nQ')))}\nQ`
}

const byDrawing = (stock: Stock, chance: Chance): Promise<Forged> => drawnBy(chance.pick(waysToDraw), stock, chance)

export const waysToDraw: readonly string[] = Object.keys(drawings)

export async function drawnBy(what: string, stock: Stock, chance: Chance): Promise<Forged> {
  const { drawn } = stock.good.second
  const page = chance.pick(streamsOf(drawn).pages)
  const edits = new Map([[page, inStream((content) => drawings[what]?.(content, chance) ?? content)]])
  return { pdf: await signedAtSomeTime(stock, redrawn(drawn, edits), chance), what: `drawing of object ${page}: ${what}` }
}

const codes = {
  undecided: [],
  beside: ['JSON_MISMATCH', 'PAGE_DIFFERS', 'PLACE_DIFFERS', 'JSON_MISSING'],
} as const satisfies Partial<TamperClass>

export const hiddenInDrawing: TamperClass = {
  ...codes,
  name: 'hidden-drawing',
  title: { vi: 'Nét vẽ giấu sẵn trong trang trước khi ký', en: 'Hidden drawing prepared in the page before signing' },
  weight: 4,
  broken: ['HIDDEN_CONTENT'],
  forge: byDrawing,
}

export const hiddenInRevision: TamperClass = {
  ...codes,
  name: 'hidden-revision',
  title: { vi: 'Nội dung giấu sẵn bằng một lần lưu thêm trước khi ký', en: 'Hidden content prepared by one more revision before signing' },
  weight: 4,
  // A revision nobody signs alone is told as such, whatever it holds.
  broken: ['HIDDEN_CONTENT', 'UNSIGNED_REVISION'],
  forge: byRevision,
}
