// A forger's tools: our own writer and other means, without the questions our seal asks. Only tests may have them.
import { createHash } from 'node:crypto'
import { makeCms } from '../../records/cms.ts'
import { type Revision, startRevision } from '../../records/pdf/append.ts'
import { asArray, catalogOf, fieldsOf, pagesOf } from '../../records/pdf/document.ts'
import { openPdf, type PdfFile } from '../../records/pdf/file.ts'
import { type Dict, dict, isDict, Name, Raw, Ref, Stream, textString, type Value } from '../../records/pdf/values.ts'
import { openRevision } from '../../records/revision.ts'
import { pdfDate } from '../../records/signed-file.ts'
import type { Signer } from '../../records/signer.ts'
import { fields, sharedTypesetter } from './making.ts'
import { signers } from './sample-papers.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A white box over page 1 by one more revision, as our own writer would append it. */
export function covered(pdf: Uint8Array): Uint8Array {
  const file = openPdf(pdf)
  const revision = startRevision(file)
  const [page] = pagesOf(file)
  if (!page) throw new Error('no page')
  const box = revision.add(new Stream(new Map(), utf8('q 1 1 1 rg 60 300 480 300 re f Q')))
  revision.set(page.ref, new Map(page.dict).set('Contents', [page.dict.get('Contents') ?? null, box]))
  return revision.finish()
}

/** Who is to sign in each field: what a look must show. */
const signerIn: Readonly<Record<string, string>> = {
  [fields[0]]: signers.head.name,
  [fields[1]]: signers.member.name,
  [fields[2]]: signers.chair.name,
}

/** What a forger's tool does: one more signature in our form, without our questions. */
export async function signedUnchecked(pdf: Uint8Array, name: string, signer: Signer, at: string): Promise<Uint8Array> {
  const file = openPdf(pdf)
  const field = fieldsOf(file).find((one) => one.name === name)
  const stamp = await (await sharedTypesetter()).stamp(
    ['Đã ký số', signerIn[name] ?? ''],
    { width: 198.425, height: 76.535 },
    at.slice(0, 10),
  )
  if (!field || !stamp.ok) throw new Error('no field')
  const words = { at: pdfDate(at), name: 'x', reason: 'x', location: 'x' }
  const open = await openRevision(file, field, words, stamp.value)
  return open.close(await makeCms(open.digest, signer))
}

/** A signature written by hand, with whatever else the forger puts into the same revision. */
export async function handMade(
  pdf: Uint8Array,
  name: string,
  signer: Signer,
  at: string,
  also: (revision: Revision, file: PdfFile, field: Dict, value: Dict) => void,
): Promise<Uint8Array> {
  const file = openPdf(pdf)
  const revision = startRevision(file)
  const field = fieldsOf(file).find((one) => one.name === name)
  if (!field) throw new Error('no field')
  const look = new Stream(dict({ Type: new Name('XObject'), Subtype: new Name('Form'), BBox: [0, 0, 10, 10] }), new Uint8Array())
  const range = '[0 1111111111 2222222222 3333333333]'
  const value = dict({
    Type: new Name('Sig'),
    Filter: new Name('Adobe.PPKLite'),
    SubFilter: new Name('ETSI.CAdES.detached'),
    ByteRange: new Raw(range),
    Contents: new Raw(`<${'0'.repeat(16_384)}>`),
    M: textString(pdfDate(at)),
  })
  const signed: Dict = new Map(field.dict)
  signed.set('AP', new Map<string, Value>())
  also(revision, file, signed, value)
  signed.set('V', revision.add(value))
  if ((signed.get('AP') as Dict).size === 0) signed.set('AP', dict({ N: revision.add(look) }))
  revision.set(field.ref, signed)
  const bytes = Buffer.from(revision.finish())
  const gapFrom = bytes.lastIndexOf(`<${'0'.repeat(16_384)}>`)
  const gapTo = gapFrom + 16_386
  bytes.write(`[0 ${gapFrom} ${gapTo} ${bytes.length - gapTo}]`.padEnd(range.length), bytes.lastIndexOf(range), 'latin1')
  const digest = createHash('sha256').update(bytes.subarray(0, gapFrom)).update(bytes.subarray(gapTo)).digest()
  bytes.write(Buffer.from(await makeCms(digest, signer)).toString('hex'), gapFrom + 1, 'latin1')
  return new Uint8Array(bytes)
}

export function replaceRecord(file: PdfFile, bytes: Uint8Array): Uint8Array {
  const revision = startRevision(file)
  const [spec] = asArray(file, catalogOf(file).get('AF'))
  const holder = file.resolve(spec)
  const embedded: Value | undefined = isDict(holder) ? holder.get('EF') : undefined
  const ref = isDict(embedded) ? embedded.get('F') : undefined
  const stream = file.resolve(ref)
  if (!(stream instanceof Stream) || !(ref instanceof Ref)) throw new Error('no record')
  revision.set(ref, new Stream(stream.dict, bytes))
  return revision.finish()
}

/** The gap of the last signature, found without our parser. */
export function lastGap(pdf: Uint8Array): { readonly gapFrom: number; readonly gapTo: number } {
  const found = [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/ByteRange \[0 (\d+) (\d+) \d+\]/g),
  ].at(-1)
  return { gapFrom: Number(found?.[1]), gapTo: Number(found?.[2]) }
}
/** Position after the last hex digit of the CMS. */
export function endOfCms(pdf: Uint8Array, gapFrom: number): number {
  const head = Buffer.from(Buffer.from(pdf.subarray(gapFrom + 1, gapFrom + 9)).toString('latin1'), 'hex')
  return gapFrom + 1 + (4 + head.readUInt16BE(2)) * 2
}
