// The first revision: what Typst drew, in its layout and with nothing in it but what a paper needs (first half of as-written.ts).
import { startsWith } from '../pdf/bytes.ts'
import { appendedObjects, type PdfFile, type Section } from '../pdf/file.ts'
import { Malformed } from '../pdf/parse.ts'
import { demandTypstForm, demandTypstTrailer } from '../pdf/typst-form.ts'
import { type Dict, eachReached, isArray, isDict, isName, Name, Ref, Stream, type Value } from '../pdf/values.ts'

export const TYPST_HEADER = '%PDF-1.7\n%\x80\x80\x80\x80\n\n'

/** @throws Malformed where the layout is another. */
export function faultOfTypeset(file: PdfFile): string | null {
  const section = file.sections[0]
  if (!section || !startsWith(file.bytes, TYPST_HEADER, 0)) return 'not-as-typeset'
  const objects = appendedObjects(file, section)
  demandLayout(file, section, objects)
  for (const value of objects.values()) {
    const fault = faultOfKeys(value)
    if (fault) return fault
  }
  const root = section.trailer.get('Root')
  const catalog = root instanceof Ref ? objects.get(root.id) : null
  if (!isDict(catalog)) return 'not-as-typeset'
  return faultOfPageTree(objects, catalog.get('Pages')) ?? (reachesAll(objects, section.trailer) ? null : 'spare-objects')
}

function demandLayout({ bytes }: PdfFile, section: Section, objects: ReadonlyMap<number, Value>): void {
  const offsets = [...section.entries]
  let at = TYPST_HEADER.length
  const head = `xref\n0 ${offsets.length + 1}\n0000000000 65535 f\r\n`
  for (const [i, [id, offset]] of offsets.entries()) {
    const to = offsets[i + 1]?.[1] ?? section.tableAt
    if (id !== i + 1 || offset !== at || to <= at) throw new Malformed('objects not in order', at)
    const value = objects.get(id)
    demandTypstForm(bytes, at, to, value instanceof Stream ? placeOf(value, bytes) : null)
    // The reader of the table took ten digits, those of `offset`, and five noughts; what it left open is how a line ends.
    const lineEnd = section.tableAt + head.length + i * LINE + LINE - 2
    if (bytes[lineEnd] !== 13 || bytes[lineEnd + 1] !== 10) throw new Malformed('not the table Typst writes', lineEnd)
    at = to
  }
  if (!startsWith(bytes, head, section.tableAt)) throw new Malformed('not the table Typst writes', section.tableAt)
  const end = bytes[section.to - 1] === 10 ? section.to - 1 : section.to
  demandTypstTrailer(bytes, section.tableAt + head.length + offsets.length * LINE, end, section.tableAt)
  const { trailer } = section
  if ([...trailer.keys()].join() !== 'Size,Root,Info,ID' || trailer.get('Size') !== offsets.length + 1)
    throw new Malformed('not the trailer Typst writes', section.tableAt)
}

/** Bytes of a line of the table. */
const LINE = 20

function placeOf(stream: Stream, bytes: Uint8Array): { readonly at: number; readonly to: number } {
  const at = stream.bytes.byteOffset - bytes.byteOffset
  return { at, to: at + stream.bytes.length }
}

/** Keys of every dictionary of our papers. Actions, layers, forms, files, images, patterns, transparency have others. */
const KEYS = new Set(
  `Type Subtype Length Filter N Range
  Pages Metadata Lang StructTreeRoot MarkInfo Marked Suspects ViewerPreferences Direction Outlines PageLabels
  Kids MCID Count Parent Resources ProcSet ColorSpace Font MediaBox StructParents Contents
  First Last Next Prev Title Dest Author Creator ModDate CreationDate
  RoleMap ParentTree ParentTreeNextKey IDTree Nums Names Limits K S P A ID Pg MCID T O
  Placement TextAlign TextIndent StartIndent EndIndent SpaceBefore SpaceAfter Width Height BBox Padding
  BorderColor BorderThickness BorderStyle BackgroundColor Color LineHeight TextDecorationType TextDecorationThickness TextDecorationColor
  Headers Scope RowSpan ColSpan Summary Short ListNumbering
  BaseFont Encoding ToUnicode DescendantFonts CIDSystemInfo Registry Ordering Supplement FontDescriptor DW CIDToGIDMap W WMode
  FontName Flags FontBBox ItalicAngle Ascent Descent CapHeight StemV CIDSet FontFile2`.split(/\s+/),
)
/** `/S` of a structure element; of an action it would be `/URI`, `/Named` and the like. */
const STRUCTURE = new Set(
  `Document Part Sect Div Span P H Title H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table THead TBody TFoot TR TH TD Strong Em Caption
  BlockQuote NonStruct Note Datetime Terms D r R a A`.split(/\s+/),
)

/** No list of a paper has as many entries. */
const MAX_LIST = 100_000

function faultOfKeys(value: Value | undefined): string | null {
  if (value instanceof Stream) return faultOfKeys(value.dict)
  if (isArray(value)) return value.length > MAX_LIST ? 'list-too-long' : firstFault(value)
  if (!isDict(value)) return null
  for (const key of value.keys()) if (!KEYS.has(key)) return `unknown-key-${key}`
  const kind = value.get('S')
  if (kind !== undefined && !(kind instanceof Name && STRUCTURE.has(kind.name))) return 'unknown-structure'
  if (value.has('Filter') && !isName(value.get('Filter'), 'FlateDecode')) return 'unknown-filter'
  let fault: string | null = null
  value.forEach((entry, key) => {
    if (fault !== null || typeof entry !== 'object' || entry instanceof Name) return
    fault = NAMED_BY_USE.has(key) && isDict(entry) ? firstFault([...entry.values()]) : faultOfKeys(entry)
  })
  return fault
}
/** Dictionaries whose keys are names given freely. */
const NAMED_BY_USE = new Set(['RoleMap', 'Font', 'ColorSpace'])

function firstFault(values: readonly Value[]): string | null {
  for (const value of values) {
    const fault = faultOfKeys(value)
    if (fault) return fault
  }
  return null
}

const PAGE_KEYS = 'Type,Resources,MediaBox,StructParents,Parent,Contents'

/** Nothing inherited, nothing cropped, turned or scaled; the count is the count. */
function faultOfPageTree(objects: ReadonlyMap<number, Value>, pages: Value | undefined): string | null {
  const node = pages instanceof Ref ? objects.get(pages.id) : null
  const kids = isDict(node) ? node.get('Kids') : null
  if (!isDict(node) || !isName(node.get('Type'), 'Pages') || !isArray(kids) || [...node.keys()].join() !== 'Type,Count,Kids')
    return 'page-tree-of-another-form'
  if (node.get('Count') !== kids.length) return 'page-tree-of-another-form'
  const isPlain = (kid: Value): boolean => {
    const page = kid instanceof Ref ? objects.get(kid.id) : null
    return isDict(page) && isName(page.get('Type'), 'Page') && [...page.keys()].join() === PAGE_KEYS && isPlainPage(page, pages)
  }
  return kids.every(isPlain) ? null : 'page-of-another-form'
}

/** A6 to A3, from 0 0. */
const isSide = (side: Value | undefined): boolean => typeof side === 'number' && side >= 290 && side <= 1200

function isPlainPage(page: Dict, parent: Value | undefined): boolean {
  const box = page.get('MediaBox')
  const above = page.get('Parent')
  if (!isArray(box) || box.length !== 4 || box[0] !== 0 || box[1] !== 0 || !isSide(box[2]) || !isSide(box[3])) return false
  return above instanceof Ref && parent instanceof Ref && above.id === parent.id && page.get('Contents') instanceof Ref
}

/** An object nobody points to waits for a later revision to bring it up. */
function reachesAll(objects: ReadonlyMap<number, Value>, trailer: Dict): boolean {
  const reached = new Set<number>()
  eachReached([...trailer.values()], (id) => {
    if (reached.has(id)) return null
    reached.add(id)
    return objects.get(id) ?? null
  })
  return [...objects.keys()].every((id) => reached.has(id))
}
