// One signer's increment: his field gets a value and a look, nothing else changes. The value's room is filled after hashing.

import { startRevision } from './pdf/append.ts'
import { type Digest, fromLatin1, type Gap, hex, indexOf, webDigest } from './pdf/bytes.ts'
import { type Field, pagesOf } from './pdf/document.ts'
import { openPdf, type PdfFile } from './pdf/file.ts'
import { type Dict, dict, isArray, isDict, Name, Raw, Ref, Stream, textString, type Value } from './pdf/values.ts'

/** Bytes of DER that fit into `/Contents`: real chains are longer than test chains (documents.md B2). */
export const CONTENTS_BYTES = 16_384

const PLACEHOLDER = '9999999999'
const RANGE_TEXT = `[0 ${PLACEHOLDER} ${PLACEHOLDER} ${PLACEHOLDER}]`

/** `/ByteRange` as it stands in the file: blanks fill the room kept for longer numbers. */
export const rangeText = (range: readonly number[]): string => `[${range.join(' ')}]`.padEnd(RANGE_TEXT.length)

export type SignatureWords = {
  readonly at: string
  readonly name: string
  readonly reason: string
  readonly location: string
}

export type OpenRevision = {
  /** SHA-256 over everything but the room for the signature. */
  readonly digest: Uint8Array
  /** The finished file with the CMS in its room. */
  close(cms: Uint8Array): Uint8Array
}

/** @param words `at` already as PDF date. @param stamp one-page PDF of the field's size. */
export async function openRevision(file: PdfFile, field: Field, words: SignatureWords, stamp: Uint8Array): Promise<OpenRevision> {
  const revision = startRevision(file)
  const look = copyPage(openPdf(stamp), revision.add, revision.reserve, revision.set)
  const value = revision.add(
    dict({
      Type: new Name('Sig'),
      Filter: new Name('Adobe.PPKLite'),
      SubFilter: new Name('ETSI.CAdES.detached'),
      ByteRange: new Raw(RANGE_TEXT),
      Contents: new Raw(`<${'0'.repeat(CONTENTS_BYTES * 2)}>`),
      M: textString(words.at),
      Name: textString(words.name),
      Reason: textString(words.reason),
      Location: textString(words.location),
    }),
  )
  revision.set(field.ref, new Map(field.dict).set('AP', dict({ N: look })).set('V', value))
  const bytes = revision.finish()

  const appendedFrom = file.bytes.length
  const rangeAt = indexOf(bytes, RANGE_TEXT, appendedFrom)
  const gapFrom = indexOf(bytes, `<${'0'.repeat(64)}`, rangeAt)
  const gapTo = gapFrom + CONTENTS_BYTES * 2 + 2
  if (rangeAt < 0 || gapFrom < 0 || bytes[gapTo - 1] !== 0x3e) throw new Error('room for the signature not found')
  bytes.set(fromLatin1(rangeText([0, gapFrom, gapTo, bytes.length - gapTo])), rangeAt)
  return {
    digest: await digestAround(bytes, { gapFrom, gapTo, end: bytes.length }),
    close(cms) {
      const closed = Uint8Array.from(bytes)
      closed.set(fromLatin1(hex(cms)), gapFrom + 1)
      return closed
    },
  }
}

/** Digest of [0, gapFrom) and [gapTo, end). */
export async function digestAround(
  bytes: Uint8Array,
  { gapFrom, gapTo, end }: Gap,
  hash = 'SHA-256',
  digest: Digest = webDigest,
): Promise<Uint8Array> {
  return digest(hash, [bytes.subarray(0, gapFrom), bytes.subarray(gapTo, end)])
}

/** Takes the only page of a PDF over as form XObject with everything its resources reach. */
function copyPage(source: PdfFile, add: (value: Value) => Ref, reserve: () => Ref, set: (ref: Ref, value: Value) => void): Ref {
  const page = pagesOf(source)[0]?.dict
  const contents = source.resolve(page?.get('Contents'))
  const box = source.resolve(page?.get('MediaBox'))
  if (!page || !(contents instanceof Stream) || !isArray(box)) throw new Error('stamp without a plain page')
  const copies = new Map<number, Ref>()
  const copy = (value: Value): Value => {
    if (value instanceof Ref) {
      const known = copies.get(value.id)
      if (known) return known
      const ref = reserve()
      copies.set(value.id, ref)
      set(ref, copy(source.object(value.id)))
      return ref
    }
    if (value instanceof Stream) return new Stream(copyDict(value.dict), value.bytes)
    if (isDict(value)) return copyDict(value)
    return isArray(value) ? value.map(copy) : value
  }
  const copyDict = (entries: Dict): Dict => new Map([...entries].map(([key, value]) => [key, copy(value)]))
  const form: Dict = dict({
    Type: new Name('XObject'),
    Subtype: new Name('Form'),
    BBox: box,
    Resources: copy(source.resolve(page.get('Resources'))),
  })
  const filter = contents.dict.get('Filter')
  if (filter !== undefined) form.set('Filter', filter)
  return add(new Stream(form, contents.bytes))
}
