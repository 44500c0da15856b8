// The completion revision: PDF/A-3a mark, record.json as associated file, all signature fields empty, named and placed.
import type { Paper } from '../workflows/papers/paper.ts'
import { type Revision, startRevision } from './pdf/append.ts'
import { fromUtf8, join, utf8 } from './pdf/bytes.ts'
import { asArray, catalogOf, type Page, pagesOf, recordFileName } from './pdf/document.ts'
import { openPdf, type PdfFile } from './pdf/file.ts'
import { Malformed } from './pdf/parse.ts'
import { type Dict, dict, isArray, isDict, Name, type Out, Ref, Stream, textString, type Value } from './pdf/values.ts'

/** Where the template left room for a signature: points from the top left of its page, pages from 1. */
export type SignPlace = {
  readonly field: string
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Completion = {
  readonly pdf: Uint8Array
  readonly places: readonly SignPlace[]
  readonly paper: Paper
  readonly recordJson: Uint8Array | null
}

/** One place to sign as the form holds it. */
export type FieldPlan = {
  /** From 0. */
  readonly page: number
  /** PDF coordinates: left, bottom, right, top. */
  readonly rect: readonly number[]
  readonly name: string
  readonly label: string
  readonly required: boolean
}

/** Everything a completion adds. */
export type CompletionPlan = {
  readonly record: { readonly bytes: Uint8Array; readonly modified: string } | null
  /** In the order of signing. */
  readonly fields: readonly FieldPlan[]
}

/** After this revision no signer touches catalog, pages or form: each only fills his own field. */
export function completePaper({ pdf, places, paper, recordJson }: Completion): Uint8Array {
  const file = openPdf(pdf)
  const modified = `D:${paper.date.replaceAll('-', '')}000000+07'00'`
  const plan = { record: recordJson && { bytes: recordJson, modified }, fields: planFields(file, paper, places) }
  return join(pdf, completionOf(file, plan))
}

/**
 * What is appended to the file. The same plan gives the same bytes: the check reads the plan from a paper, makes them again and compares.
 * @throws Malformed
 */
export function completionOf(file: PdfFile, { record, fields }: CompletionPlan, out?: Out): Uint8Array {
  const revision = startRevision(file)
  const catalog: Dict = new Map(catalogOf(file))
  markPdfA(file, revision, catalog)
  if (record) attachRecord(file, revision, catalog, record)
  placeFields(file, revision, catalog, fields)
  revision.set(file.root, catalog)
  return revision.appended(out)
}

/** ISO 19005-3, 6.6.4: part and conformance in the XMP. Typst's WASM build has no option for it yet. */
function markPdfA(file: PdfFile, revision: Revision, catalog: Dict): void {
  const ref = catalog.get('Metadata')
  const xmp = file.resolve(ref)
  if (!(ref instanceof Ref) || !(xmp instanceof Stream) || xmp.dict.has('Filter')) throw new Malformed('no plain XMP to mark', 0)
  const claim =
    '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>'
  const text = textOf(xmp)
  const end = text.lastIndexOf('</rdf:RDF>')
  if (end < 0) throw new Malformed('XMP without rdf:RDF', 0)
  revision.set(ref, new Stream(xmp.dict, utf8(text.slice(0, end) + claim + text.slice(end))))
}

/** The check completes papers of unknown making again: what it meets there is their fault, not ours. */
function textOf({ bytes }: Stream): string {
  try {
    return fromUtf8(bytes)
  } catch {
    throw new Malformed('XMP not in UTF-8', 0)
  }
}

function attachRecord(file: PdfFile, revision: Revision, catalog: Dict, record: NonNullable<CompletionPlan['record']>): void {
  const embedded = revision.add(
    new Stream(
      dict({
        Type: new Name('EmbeddedFile'),
        Subtype: new Name('application/json'),
        // Stored plain: any reader, and anyone with a text editor, finds the same bytes that were hashed.
        Params: dict({ Size: record.bytes.length, ModDate: textString(record.modified) }),
      }),
      record.bytes,
    ),
  )
  const spec = revision.add(
    dict({
      Type: new Name('Filespec'),
      F: textString(recordFileName),
      UF: textString(recordFileName),
      AFRelationship: new Name('Source'),
      Desc: textString('Dữ liệu của hồ sơ bước (JSON, RFC 8785)'),
      EF: dict({ F: embedded, UF: embedded }),
    }),
  )
  const names = file.resolve(catalog.get('Names'))
  const merged: Dict = new Map(isDict(names) ? names : [])
  merged.set('EmbeddedFiles', dict({ Names: [textString(recordFileName), spec] }))
  catalog.set('Names', merged)
  catalog.set('AF', [spec])
}

function planFields(file: PdfFile, paper: Paper, places: readonly SignPlace[]): readonly FieldPlan[] {
  const pages = pagesOf(file)
  const inOrder = [...paper.signBlocks].sort((a, b) => a.order - b.order)
  return inOrder.map((block) => {
    const place = places.find((candidate) => candidate.field === block.field)
    const page = place && pages[place.page - 1]
    if (!place || !page) throw new Error(`no place drawn for ${block.field}`)
    const label = `${block.officeTitle}: ${block.personName}`
    return { page: place.page - 1, rect: rectangle(file, page, place), name: block.field, label, required: block.required }
  })
}

function placeFields(file: PdfFile, revision: Revision, catalog: Dict, plans: readonly FieldPlan[]): void {
  const pages = pagesOf(file)
  const onPage = new Map<Page, Ref[]>()
  const fields = plans.map((plan) => {
    const page = pages[plan.page]
    if (!page) throw new Error(`no page for ${plan.name}`)
    const field = revision.add(emptyField(page, plan, revision))
    onPage.set(page, [...(onPage.get(page) ?? []), field])
    return field
  })
  for (const [page, added] of onPage) {
    revision.set(page.ref, new Map(page.dict).set('Annots', [...asArray(file, page.dict.get('Annots')), ...added]))
  }
  if (fields.length > 0) catalog.set('AcroForm', dict({ Fields: fields, SigFlags: 3 }))
}

/** Required fields carry flag 2, so that a checker knows who is missing even without the record. */
function emptyField(page: Page, { rect, name, label, required }: FieldPlan, revision: Revision): Dict {
  const [left = 0, bottom = 0, right = 0, top = 0] = rect
  const look = revision.add(
    new Stream(
      dict({
        Type: new Name('XObject'),
        Subtype: new Name('Form'),
        BBox: [0, 0, right - left, top - bottom],
        Resources: dict({}),
      }),
      new Uint8Array(0),
    ),
  )
  return dict({
    Type: new Name('Annot'),
    Subtype: new Name('Widget'),
    FT: new Name('Sig'),
    T: textString(name),
    TU: textString(label),
    Ff: required ? 2 : 0,
    F: 132,
    P: page.ref,
    Rect: rect,
    AP: dict({ N: look }),
  })
}

function rectangle(file: PdfFile, page: Page, { x, y, width, height }: SignPlace): readonly number[] {
  const box = inherited(file, page.dict, 'MediaBox')
  const top = isArray(box) && typeof box[3] === 'number' ? box[3] : 0
  return [x, top - y - height, x + width, top - y].map((value) => Math.round(value * 1000) / 1000)
}

function inherited(file: PdfFile, node: Dict, key: string): Value {
  const own = file.resolve(node.get(key))
  if (own !== null) return own
  const parent = file.resolve(node.get('Parent'))
  return isDict(parent) ? inherited(file, parent, key) : null
}
