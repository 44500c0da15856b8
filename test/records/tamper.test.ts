// What a forger could do to the bytes of a signed record, and what our check says. Where other tools are fooled, the test shows that too.
import { PDF } from '@libpdf/core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CheckOptions } from '../../records/check.ts'
import { type Revision, startRevision } from '../../records/pdf/append.ts'
import { catalogOf, fieldsOf, pagesOf } from '../../records/pdf/document.ts'
import { openPdf, type PdfFile } from '../../records/pdf/file.ts'
import { type Dict, dict, Name, textString } from '../../records/pdf/values.ts'
import { makePki, type Pki } from '../support/pki.ts'
import { Chance } from '../support/tamper/chance.ts'
import { drawnBy, waysToDraw } from '../support/tamper/classes/hidden-content.ts'
import { distorted, waysToDistort } from '../support/tamper/classes/lying-font.ts'
import { movedBy, waysToMove } from '../support/tamper/classes/moved-words.ts'
import { signedOddly, waysToSign } from '../support/tamper/classes/odd-cms.ts'
import { calledBy, countedBy, waysToCall, waysToCount } from '../support/tamper/classes/swollen.ts'
import { checkedIn, goodOnes, settingOf, type Tried, tamperClasses, tasksFor, tryOne } from '../support/tamper/corpus.ts'
import { makeStock, type Stock } from '../support/tamper/stock.ts'
import { nssStore, pdfsig, put, workFolder } from '../support/tools.ts'
import { covered, endOfCms, handMade, lastGap, signedUnchecked } from './forging.ts'
import { checkWith, codesOf, drawn, fields, signedSteps, signingTimes, type ThreeSigners, threeSigners } from './making.ts'

let pki: Pki
let by: ThreeSigners
let steps: Awaited<ReturnType<typeof signedSteps>>
beforeAll(async () => {
  pki = await makePki('giả mạo')
  by = await threeSigners(pki)
  steps = await signedSteps(by)
})

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

async function brokenCodes(pdf: Uint8Array): Promise<readonly string[]> {
  const report = await checkWith(pdf, pki)
  expect(report.overall).toBe('KHONG_HOP_LE')
  return codesOf(report, 'broken')
}

describe('a white box laid over page 1', () => {
  test('after the last signature: pdfsig still says valid and trusted, we say what happened', async () => {
    const forged = covered(steps[3])
    const folder = workFolder()
    const said = pdfsig(put(folder, 'forged.pdf', forged), nssStore(folder, [pki.root]))
    expect(
      said.every(({ signature, certificate }) => signature === 'Signature is Valid.' && certificate === 'Certificate is Trusted.'),
    ).toBe(true)
    expect(await brokenCodes(forged)).toContain('UNSIGNED_REVISION')
  })

  test('between two signatures: pdfsig sees the whole document signed, we do not', async () => {
    // Our own seal refuses to sign such a state, so the forger uses another tool: here, our parts without their checks.
    const forged = await signedUnchecked(covered(steps[2]), fields[2], by.chair, signingTimes[2])
    const folder = workFolder()
    const said = pdfsig(put(folder, 'forged.pdf', forged), nssStore(folder, [pki.root]))
    expect(said.map(({ signature }) => signature)).toEqual(Array(3).fill('Signature is Valid.'))
    expect(said.at(-1)?.covers).toBe('Total document signed')
    expect(await brokenCodes(forged)).toContain('UNSIGNED_REVISION')
  })

  test('by a foreign tool that rewrites the structure', async () => {
    const pdf = await PDF.load(steps[3])
    pdf.getPage(0)?.drawRectangle({ x: 60, y: 300, width: 480, height: 300 })
    expect(await brokenCodes(await pdf.save({ incremental: true }))).toContain('UNSIGNED_REVISION')
    const whole = await PDF.load(steps[3])
    whole.setTitle('Biên bản khác')
    expect((await checkWith(await whole.save(), pki)).overall).toBe('KHONG_HOP_LE')
  })

  test.each([
    [
      'a page turned',
      'other-objects-changed',
      (revision: Revision, file: PdfFile) => {
        const [page] = pagesOf(file)
        if (page) revision.set(page.ref, new Map(page.dict).set('Rotate', 90))
      },
    ],
    ['an object nobody asked for', 'objects-not-of-the-signature', (revision: Revision): void => void revision.add(dict({ Hidden: true }))],
    [
      'his field moved over the text',
      'field-changed',
      (_: Revision, __: PdfFile, field: Dict): void => void field.set('Rect', [60, 300, 300, 450]),
    ],
    [
      'a look that draws an earlier object',
      'look-reaches-earlier-objects',
      (_: Revision, file: PdfFile, field: Dict) => {
        const [page] = pagesOf(file)
        if (page) field.set('AP', dict({ N: page.ref }))
      },
    ],
  ] as const)('inside the revision of a signer, with everything signed: %s', async (_, fault, also) => {
    const forged = await handMade(steps[2], fields[2], by.chair, signingTimes[2], also)
    const folder = workFolder()
    const said = pdfsig(put(folder, 'forged.pdf', forged), nssStore(folder, [pki.root]))
    expect(said.map(({ signature }) => signature)).toEqual(Array(3).fill('Signature is Valid.'))
    const report = await checkWith(forged, pki)
    expect(report.overall).toBe('KHONG_HOP_LE')
    expect(report.lines.filter(({ code }) => code === 'UNSIGNED_REVISION').map(({ numbers }) => numbers.fault)).toEqual([fault])
  })
})

describe('bytes', () => {
  test('one bit anywhere before the last signature is found', async () => {
    // Every 997th byte of the first revision's text and every 8191st of the whole.
    const places = [...Array.from({ length: 40 }, (_, i) => 1000 + i * 997), ...Array.from({ length: 29 }, (_, i) => 100 + i * 8191)]
    for (const at of places) {
      const altered = Uint8Array.from(steps[3])
      altered[at] = (altered[at] ?? 0) ^ 4
      expect((await checkWith(altered, pki)).overall, `byte ${at}`).not.toBe('HOP_LE')
    }
  })

  test('a description that is no text any more is answered, not thrown', async () => {
    const altered = Uint8Array.from(steps[3])
    altered[Buffer.from(altered).indexOf('<rdf:RDF')] = 0xff
    expect(await brokenCodes(altered)).toEqual(expect.arrayContaining(['DIGEST_MISMATCH', 'HIDDEN_CONTENT']))
  })

  test('one bit in a page: digest mismatch of all three', async () => {
    const altered = Uint8Array.from(steps[3])
    altered[20_000] = (altered[20_000] ?? 0) ^ 1
    const report = await checkWith(altered, pki)
    expect(report.lines.filter(({ code }) => code === 'DIGEST_MISMATCH').length).toBeGreaterThanOrEqual(1)
    expect(report.overall).toBe('KHONG_HOP_LE')
  })

  test('a bit of the last CMS: the signature value is wrong, the earlier ones hold', async () => {
    const { gapFrom } = lastGap(steps[3])
    const altered = Uint8Array.from(steps[3])
    const end = endOfCms(altered, gapFrom)
    altered[end - 4] = altered[end - 4] === 0x30 ? 0x31 : 0x30
    const report = await checkWith(altered, pki)
    expect(codesOf(report, 'broken')).toEqual(['SIG_CRYPTO'])
    expect(report.lines.filter(({ no, code }) => no === 3 && code === 'OK')).toHaveLength(2)
  })

  test('hidden words in the padding of a signature are found', async () => {
    const { gapTo } = lastGap(steps[3])
    const altered = Uint8Array.from(steps[3])
    altered.set(utf8('41'), gapTo - 5)
    expect(await brokenCodes(altered)).toContain('FORMAT')
  })

  test('junk after the end is found, a revision of another form too', async () => {
    expect(await brokenCodes(joined(steps[3], utf8('\n%rác')))).toContain('UNSIGNED_REVISION')
    expect(await brokenCodes(joined(steps[3], new Uint8Array(1)))).toContain('UNSIGNED_REVISION')
    const stream = '900 0 obj\n<</Type/XRef/Size 901/W[1 1 1]/Length 0>>stream\n\nendstream endobj\nstartxref\n0\n%%EOF\n'
    expect(await brokenCodes(joined(steps[3], utf8(stream)))).toContain('UNSIGNED_REVISION')
  })

  test('a revision that takes away record and fields does not turn a record into somebody else’s file', async () => {
    const file = openPdf(steps[3])
    const revision = startRevision(file)
    const catalog: Dict = new Map(catalogOf(file))
    for (const key of ['AF', 'Names', 'AcroForm']) catalog.delete(key)
    revision.set(file.root, catalog)
    expect(await brokenCodes(revision.finish())).toContain('UNSIGNED_REVISION')
  })

  test('cut off after the second signature it is an earlier state, not a record', async () => {
    expect(await checkWith(steps[3].subarray(0, steps[2].length), pki)).toMatchObject({
      overall: 'KHONG_HOP_LE',
      signing: 'awaiting-signatures',
    })
  })
})

describe('prepared before anyone signed', () => {
  const prepared = async (change: (catalog: Dict, page: Dict, field: Dict) => void): Promise<readonly string[]> => {
    const file = openPdf(await drawn())
    const revision = startRevision(file)
    const catalog: Dict = new Map(catalogOf(file))
    const [page] = pagesOf(file)
    const [field] = fieldsOf(file)
    if (!page || !field) throw new Error('no page')
    const pageDict: Dict = new Map(page.dict)
    const fieldDict: Dict = new Map(field.dict)
    change(catalog, pageDict, fieldDict)
    revision.set(file.root, catalog)
    revision.set(page.ref, pageDict)
    revision.set(field.ref, fieldDict)
    return codesOf(await checkWith(revision.finish(), pki), 'broken')
  }
  const rename = (name: string) => textString(name)

  test.each([
    [
      'a script that runs on opening',
      (catalog: Dict) => catalog.set('OpenAction', dict({ S: new Name('JavaScript'), JS: textString('app.alert(1)') })),
    ],
    ['layers that can be switched off', (catalog: Dict) => catalog.set('OCProperties', dict({ OCGs: [] }))],
    [
      'an annotation over the text',
      (_: Dict, page: Dict) => page.set('Annots', [dict({ Subtype: new Name('Square'), Rect: [0, 0, 500, 500] })]),
    ],
    ['a field as big as the page', (_: Dict, __: Dict, field: Dict) => field.set('Rect', [0, 0, 595, 842])],
    ['a hidden field', (_: Dict, __: Dict, field: Dict) => field.set('F', 2)],
    ['two fields of one name', (_: Dict, __: Dict, field: Dict) => field.set('T', rename(fields[1]))],
  ] as const)('%s is found', async (_, change) => {
    expect(await prepared(change)).toContain('HIDDEN_CONTENT')
  })
})

describe('the tamper corpus', () => {
  let stock: Stock
  let setting: CheckOptions
  beforeAll(async () => {
    stock = await makeStock()
    setting = await settingOf(stock)
  })
  const oddlySigned = async (what: string, from: Stock) => ({ what, pdf: await signedOddly(what, from, signingTimes[2]) })
  const kindOf = (name: string) => tamperClasses.findIndex((one) => one.name === name)

  // Of the classes that pick one of many ways, those whose every way is tried on each run.
  test.each([
    ...waysToDraw.map((what) => ['hidden-drawing', what, drawnBy] as const),
    ...waysToCall.map((what) => ['swollen', what, calledBy] as const),
    ...waysToCount.map((what) => ['swollen', what, countedBy] as const),
    ...waysToDistort.map((what) => ['lying-font', what, distorted] as const),
    ...waysToMove.map((what) => ['moved-words', what, movedBy] as const),
    ...waysToSign.map((what) => ['odd-cms', what, oddlySigned] as const),
  ])('%s: %s', async (name, what, forge) => {
    const forged = await forge(what, stock, new Chance(7))
    expect(await checkedIn(setting, { kind: kindOf(name), number: 0 }, forged)).toMatchObject({ complaints: [], overall: 'KHONG_HOP_LE' })
  })

  // `npm run torture` runs ten thousand and more of the same classes: build/torture/tamper.ts.
  const files = 300

  test('the structure those are altered from is taken, so that only what was altered speaks against them', async () => {
    const { overall } = await checkedIn(setting, { kind: 0, number: 0 }, await oddlySigned('', stock))
    expect(overall).toBe('HOP_LE')
  })

  test(`${files} forgeries of every class: each is told by a code of its class, none passes`, async () => {
    expect((await goodOnes(stock, setting)).map(({ overall }) => overall)).toEqual(Array(4).fill('HOP_LE'))
    const tried: Tried[] = []
    for (const task of tasksFor(files)) tried.push(await tryOne(stock, setting, task, 1))
    const said = tried.flatMap(({ kind, number, what, complaints }) =>
      complaints.map((complaint) => `${tamperClasses[kind]?.name} ${number} (${what}): ${complaint}`),
    )
    expect(said).toEqual([])
    // And it would be noticed: a good record handed in as a forgery passes, and that is a complaint; so is a code of another class.
    const good = stock.good.second.steps[3] ?? new Uint8Array()
    const [flip, wrong] = [0, kindOf('wrong-person')]
    expect((await checkedIn(setting, { kind: flip, number: 0 }, { pdf: good, what: 'nothing' })).complaints).toEqual(['passes as valid'])
    const cut = { pdf: good.subarray(0, stock.good.second.steps[2]?.length), what: 'cut' }
    expect((await checkedIn(setting, { kind: wrong, number: 0 }, cut)).complaints).toHaveLength(2)
    expect(tried.length).toBeGreaterThanOrEqual(files)
    // The most this process ever had in memory, in kilobytes: compiler and forger with it.
    expect(process.resourceUsage().maxRSS).toBeLessThan(1 << 20)
  })
})
