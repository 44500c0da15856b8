// The forger's tools: signing without the questions our seal asks, and papers prepared in our own form with something else in them.
import { deflateSync, inflateSync } from 'node:zlib'
import type { CheckOptions } from '../../../records/check.ts'
import { makeCms } from '../../../records/cms.ts'
import { type CompletionPlan, completionOf, type FieldPlan } from '../../../records/complete.ts'
import { attachedRecord, fieldsOf, pagesOf } from '../../../records/pdf/document.ts'
import { openPdf, type PdfFile } from '../../../records/pdf/file.ts'
import { isArray, Ref, readText, Stream } from '../../../records/pdf/values.ts'
import { openRevision } from '../../../records/revision.ts'
import { pdfDate } from '../../../records/signed-file.ts'
import type { Signer } from '../../../records/signer.ts'
import { fields, sha256, signingTimes } from '../../records/making.ts'
import type { Chance } from './chance.ts'
import { type BadName, type Good, type Hand, handSigner, type Stock } from './stock.ts'
import type { TamperClass } from './tamper-class.ts'

export const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
export const fromLatin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
export const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))
export const asBytes = (text: string): Uint8Array => new TextEncoder().encode(text)

export const lastOf = <T>(list: readonly T[]): T => {
  const last = list.at(-1)
  if (last === undefined) throw new Error('an empty list')
  return last
}

const signersOf = new WeakMap<Hand, Signer>()
function signerFor(hand: Hand): Signer {
  const known = signersOf.get(hand) ?? handSigner(hand)
  signersOf.set(hand, known)
  return known
}

export type Signing = {
  readonly hand: Hand
  /** Place of the field in the order of signing, from 0. */
  readonly place: number
  /** ISO instant with offset. */
  readonly at?: string
  /** The place whose look is shown, where it is not its own. */
  readonly look?: number
}

/** @param cmsOf the signature value; in our form unless another is asked for. One signature more, whatever stands there already. */
export async function signedBy(
  stock: Stock,
  pdf: Uint8Array,
  { hand, place, at = signingTimes[place] ?? '', look = place }: Signing,
  cmsOf: (digest: Uint8Array, signer: Signer) => Promise<Uint8Array> = makeCms,
): Promise<Uint8Array> {
  const file = openPdf(pdf)
  const field = fieldsOf(file).find(({ name }) => name === fields[place])
  const stamp = stock.stamps[look]
  if (!field || !stamp) throw new Error('no such place')
  const words = { at: pdfDate(at), name: hand.name, reason: 'Ký biên bản kiểm phiếu', location: 'Lâm Đồng' }
  const open = await openRevision(file, field, words, stamp)
  return open.close(await cmsOf(open.digest, signerFor(hand)))
}

/** The three who have to sign, from the `from`-th on. */
export async function signedByAll(stock: Stock, pdf: Uint8Array, from = 0): Promise<Uint8Array> {
  const { head, member, chair } = stock.hands
  let signed = pdf
  for (const [place, hand] of [head, member, chair].entries()) if (place >= from) signed = await signedBy(stock, signed, { hand, place })
  return signed
}

export type Gap = { readonly gapFrom: number; readonly gapTo: number; readonly end: number }

/** The rooms of the signature values in the order of the file, found without our parser. */
export const gapsOf = (pdf: Uint8Array): readonly Gap[] =>
  [...latin1(pdf).matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+) *\]/g)].map(([, from, to, rest]) => ({
    gapFrom: Number(from),
    gapTo: Number(to),
    end: Number(to) + Number(rest),
  }))

/** Ends of the revisions. */
export const endsOf = (pdf: Uint8Array): readonly number[] => openPdf(pdf).sections.map(({ to }) => to)

/** What a completion added to a paper, read back from it. */
export function planOf(pdf: Uint8Array, recordJson = attachedRecord(openPdf(pdf))): CompletionPlan {
  const file = openPdf(pdf)
  const pages = pagesOf(file).map(({ ref }) => ref.id)
  const places = fieldsOf(file).map(({ dict, name, required }): FieldPlan => {
    const [rect, page] = [dict.get('Rect'), dict.get('P')]
    const corners = isArray(rect) ? rect.filter((corner) => typeof corner === 'number') : []
    return { page: page instanceof Ref ? pages.indexOf(page.id) : -1, rect: corners, name, label: readText(dict.get('TU')) ?? '', required }
  })
  return { record: recordJson && { bytes: recordJson, modified: "D:20260203000000+07'00'" }, fields: places }
}

/** What Typst drew of this paper, before the completion. */
export function typesetOf(pdf: Uint8Array): Uint8Array {
  return pdf.subarray(0, endsOf(pdf)[0])
}

/** The same paper completed with other data under the printed hash. */
export const withRecord = (pdf: Uint8Array, recordJson: Uint8Array): Uint8Array =>
  completed(openPdf(typesetOf(pdf)), planOf(pdf, recordJson))

/** The same paper with what Typst drew altered in Typst's own form, then completed by our own code. @param edit of an object's text. */
export function redrawn(pdf: Uint8Array, edits: ReadonlyMap<number, (text: string) => string>): Uint8Array {
  const drawn = openPdf(typesetOf(pdf))
  return completed(openPdf(rewritten(drawn, edits)), planOf(pdf))
}

const completed = (drawn: PdfFile, plan: CompletionPlan): Uint8Array => joined(drawn.bytes, completionOf(drawn, plan))

/** The first revision with some objects altered, laid out again as Typst lays it out. */
export function rewritten({ bytes, sections: [section] }: PdfFile, edits: ReadonlyMap<number, (text: string) => string>): Uint8Array {
  if (!section) throw new Error('no revision')
  const text = latin1(bytes)
  const places = [...section.entries]
  let out = text.slice(0, places[0]?.[1])
  let table = ''
  for (const [i, [id, at]] of places.entries()) {
    table += `${String(out.length).padStart(10, '0')} 00000 n\r\n`
    const part = text.slice(at, places[i + 1]?.[1] ?? section.tableAt)
    out += edits.get(id)?.(part) ?? part
  }
  const head = `xref\n0 ${places.length + 1}\n0000000000 65535 f\r\n`
  const trailer = text.slice(section.tableAt + head.length + table.length, section.to)
  return fromLatin1(out + head + table + trailer.replace(/startxref\n\d+/, `startxref\n${out.length}`))
}

/** Alters what a stream says: unfolded, altered, folded again, its length put right. */
export const inStream =
  (alter: (content: string) => string) =>
  (object: string): string => {
    const from = object.indexOf('stream\n') + 7
    const to = object.lastIndexOf('\nendstream')
    const isFolded = object.slice(0, from).includes('/FlateDecode')
    const content = fromLatin1(object.slice(from, to))
    const altered = fromLatin1(alter(latin1(isFolded ? inflateSync(content) : content)))
    const folded = latin1(isFolded ? deflateSync(altered) : altered)
    return object.slice(0, from).replace(/\/Length \d+/, `/Length ${folded.length}`) + folded + object.slice(to)
  }

/** Object numbers of the page contents, and of the character maps of the fonts. */
export function streamsOf(pdf: Uint8Array): { readonly pages: readonly number[]; readonly maps: readonly number[] } {
  const file = openPdf(pdf)
  const pages = pagesOf(file).flatMap(({ dict }) => {
    const ref = dict.get('Contents')
    return ref instanceof Ref ? [ref.id] : []
  })
  const maps = [...(file.sections[0]?.entries.keys() ?? [])].filter((id) => {
    const value = file.object(id)
    return value instanceof Stream && isMap(value)
  })
  return { pages, maps }
}

function isMap(stream: Stream): boolean {
  try {
    return latin1(stream.dict.has('Filter') ? inflateSync(stream.bytes) : stream.bytes).includes('beginbfchar')
  } catch {
    return false
  }
}

/** One of these papers, prepared wrongly and signed by the three who did not look, at some second of the right hours. */
export const signedUnread =
  (names: readonly BadName[]): TamperClass['forge'] =>
  async (stock, chance) => {
    const name = chance.pick(names)
    return { pdf: await signedAtSomeTime(stock, stock.bad[name].drawn, chance), what: name }
  }

export async function signedAtSomeTime(stock: Stock, drawn: Uint8Array, chance: Chance): Promise<Uint8Array> {
  const { head, member, chair } = stock.hands
  let pdf = drawn
  for (const [place, hand] of [head, member, chair].entries()) {
    pdf = await signedBy(stock, pdf, { hand, place, at: someTime(place, chance) })
  }
  return pdf
}

/** What a log or the list of a package says of the file that was meant. */
export const expectedFile = ({ steps }: Good, by: 'log' | 'manifest' = 'log'): Partial<CheckOptions> => ({
  expected: { fileSha256: sha256(lastOf(steps)), by },
})

/** Some second of the minute in which this place was signed. */
export const someTime = (place: number, chance: Chance): string =>
  (signingTimes[place] ?? '').replace(/:\d\d\+/, `:${chance.between(10, 59)}+`)

/** The value of one room written into another; rooms have one size. */
export function copiedValue(pdf: Uint8Array, to: number, from: Uint8Array, which: number): Uint8Array {
  const [source, target] = [gapsOf(from)[which], gapsOf(pdf)[to]]
  if (!source || !target) throw new Error('no such signature')
  const altered = Uint8Array.from(pdf)
  altered.set(from.subarray(source.gapFrom, source.gapTo), target.gapFrom)
  return altered
}
