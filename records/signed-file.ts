// A paper as its signatures divide it: fields, signature values, the revision each of them closes. Read once, used by sealing and checking.

import { sameBytes } from './pdf/bytes.ts'
import { attachedRecord, type Field, fieldsOf } from './pdf/document.ts'
import { openPdf, type PdfFile, type Section } from './pdf/file.ts'
import { type Budget, Malformed } from './pdf/parse.ts'
import { type Dict, isArray, isDict, isName, Ref, readText, Text } from './pdf/values.ts'

/** Revisions before the first signature: what Typst drew, and the completion. */
export const PREPARED_SECTIONS = 2

export type Signature = {
  readonly field: Field
  /** Place of the field in the order of signing, from 0. */
  readonly position: number
  readonly dict: Dict
  /** Index of the revision that holds it and that it closes. */
  readonly section: number
  /** The signed bytes are [0, gapFrom) and [gapTo, end). */
  readonly gapFrom: number
  readonly gapTo: number
  readonly end: number
  /** DER without the padding. */
  readonly cms: Uint8Array
  /** `/M` as ISO instant with its offset; null when absent or unreadable. */
  readonly claimedAt: string | null
}

export type StructureFault = { readonly field: string; readonly fault: string }

export type SignedFile = {
  readonly file: PdfFile
  readonly fields: readonly Field[]
  /** In the order of their revisions. */
  readonly signatures: readonly Signature[]
  /** Signatures that do not have the form of B-B in PDF; each makes the record broken. */
  readonly faults: readonly StructureFault[]
  readonly record: Uint8Array | null
}

/** @throws Malformed */
export function readSignedFile(bytes: Uint8Array, budget?: Budget, sections?: readonly Section[]): SignedFile {
  const file = openPdf(bytes, budget, sections)
  if (file.sections.some((section) => section.trailer.has('Encrypt'))) throw new Malformed('encrypted', 0)
  const fields = fieldsOf(file)
  const signatures: Signature[] = []
  const faults: StructureFault[] = []
  for (const [position, field] of fields.entries()) {
    const found = field.dict.has('V') ? readSignature(file, field, position) : null
    if (typeof found === 'string') faults.push({ field: field.name, fault: found })
    else if (found) signatures.push(found)
  }
  signatures.sort((a, b) => a.section - b.section)
  return { file, fields, signatures, faults, record: attachedRecord(file) }
}

/** We write no `/Reference`; a certification (DocMDP) made elsewhere is honoured by the check of structure. */
const VALUE_KEYS = new Set(['Type', 'Filter', 'SubFilter', 'ByteRange', 'Contents', 'M', 'Name', 'Reason', 'Location', 'Reference'])

function readSignature(file: PdfFile, field: Field, position: number): Signature | string {
  const ref = field.dict.get('V')
  const value = file.resolve(ref)
  const at = ref instanceof Ref ? file.offsetOf(ref.id) : undefined
  if (!isDict(value) || at === undefined) return 'value-not-a-dictionary'
  if (!isName(value.get('Type'), 'Sig') || !isName(value.get('SubFilter'), 'ETSI.CAdES.detached')) return 'sub-filter'
  if (value.has('Cert')) return 'cert-entry'
  if (!isName(value.get('Filter'), 'Adobe.PPKLite') || [...value.keys()].some((key) => !VALUE_KEYS.has(key))) return 'foreign-entry'
  const range = value.get('ByteRange')
  if (!isArray(range) || range.length !== 4 || !range.every((part) => typeof part === 'number' && Number.isInteger(part) && part >= 0))
    return 'byte-range'
  const [start = -1, gapFrom = 0, gapTo = 0, rest = 0] = range as readonly number[]
  const end = gapTo + rest
  if (start !== 0 || gapFrom >= gapTo || end > file.bytes.length) return 'byte-range'
  const section = file.sections.findIndex((candidate) => candidate.to === end)
  const closes = file.sections[section]
  if (!closes || at < closes.from || gapFrom < at || gapTo > closes.tableAt) return 'byte-range-not-its-revision'
  const contents = value.get('Contents')
  // The very string that was read as the value fills the gap, from its `<` to its `>`.
  const fillsGap = contents instanceof Text && contents.hexAt === gapFrom && contents.bytes.length * 2 + 2 === gapTo - gapFrom
  if (!fillsGap) return 'gap-not-contents'
  const cms = withoutPadding(contents.bytes)
  return cms
    ? { field, position, dict: value, section, gapFrom, gapTo, end, cms, claimedAt: readDate(readText(value.get('M'))) }
    : 'contents-padding'
}

/** The DER element at the start; whatever follows must be zero (documents.md B2: room of 16 KiB). */
function withoutPadding(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0x30) return null
  const first = bytes[1] ?? 0
  const count = first & 0x7f
  if (first < 0x80 || count < 1 || count > 3) return null
  let length = 0
  for (let i = 0; i < count; i++) length = length * 256 + (bytes[2 + i] ?? 0)
  const end = 2 + count + length
  if (end > bytes.length || !isZero(bytes.subarray(end))) return null
  return bytes.subarray(0, end)
}

const ZEROS = new Uint8Array(1 << 14)

/** Piece by piece against noughts: the host compares quicker than we walk, and three rooms of a record are mostly padding. */
function isZero(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += ZEROS.length) {
    const piece = bytes.subarray(at, at + ZEROS.length)
    if (!sameBytes(piece, ZEROS.subarray(0, piece.length))) return false
  }
  return true
}

/** `D:20261122083015+07'00'` to `2026-11-22T08:30:15+07:00`. */
function readDate(text: string | null): string | null {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:([+-])(\d\d)'(\d\d)'?|Z(?:00'00'?)?)$/.exec(text ?? '')
  if (!parts) return null
  const [, year, month, day, hour, minute, second, sign = '+', offsetHour = '00', offsetMinute = '00'] = parts
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}${sign}${offsetHour}:${offsetMinute}`
  return Number.isNaN(Date.parse(iso)) ? null : iso
}

/** `2026-11-22T08:30:15+07:00` to `D:20261122083015+07'00'`. */
export function pdfDate(instant: string): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?([+-]\d\d):(\d\d)$/.exec(instant)
  if (!parts) throw new Error('not an instant with offset')
  const [, year, month, day, hour, minute, second, offset, minutes] = parts
  return `D:${year}${month}${day}${hour}${minute}${second}${offset}'${minutes}'`
}
