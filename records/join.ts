// Several papers in one PDF: to print a step in one go, or to read a whole case. Signatures do not survive a joining, so what was
// signed is shown as it looks and, where asked, carried whole as an attachment. Same parts, same bytes.
import { asArray, pagesOf } from './pdf/document.ts'
import { openPdf, type PdfFile } from './pdf/file.ts'
import { type NewFile, newFile } from './pdf/new-file.ts'
import { type Dict, dict, isArray, isDict, Name, Ref, Stream, textString, type Value } from './pdf/values.ts'

export type JoinPart = {
  /** A paper of our own form. */
  readonly pdf: Uint8Array
  /** Its line among the bookmarks. */
  readonly title: string
  /** How often its pages stand in the file, one whole copy after the other. */
  readonly copies: number
}
export type JoinAttachment = { readonly name: string; readonly mime: string; readonly description: string; readonly bytes: Uint8Array }
export type Joined = { readonly pdf: Uint8Array; readonly pages: number }

/** How many pages a paper has. Throws `Malformed` on a file that is not of our form. */
export const pageCount = (pdf: Uint8Array): number => pagesOf(openPdf(pdf)).length

/** One PDF of all parts in order, with bookmarks and whole files attached. @throws Malformed on a part not of our form. */
export function joinPdfs(title: string, parts: readonly JoinPart[], attachments: readonly JoinAttachment[] = []): Joined {
  const join = startJoin()
  for (const part of parts) join.add(part)
  return join.finish(title, attachments)
}

export type Join = {
  add(part: JoinPart): void
  finish(title: string, attachments?: readonly JoinAttachment[]): Joined
}

/** The same, one part at a time: between two of them others may get their turn. */
export function startJoin(): Join {
  const file = newFile()
  const root = file.reserve()
  const tree = file.reserve()
  const pages: Ref[] = []
  const marks: { readonly title: string; readonly page: Ref }[] = []
  let hasOdd = false
  const add = (part: JoinPart): void => {
    const source = openPdf(part.pdf)
    const makePage = pageMaker(file, source, tree)
    const originals = pagesOf(source).map((page) => makePage(page.dict))
    hasOdd ||= originals.length % 2 === 1
    for (let copy = 0; copy < part.copies; copy++) {
      // The same page object twice in one tree is no tree: each copy gets its own, over the same contents.
      const made = originals.map((page) => file.add(page))
      const [first] = made
      if (first && copy === 0) marks.push({ title: part.title, page: first })
      pages.push(...made)
    }
  }
  const finish = (title: string, attachments: readonly JoinAttachment[] = []): Joined => {
    file.set(tree, dict({ Type: new Name('Pages'), Kids: pages, Count: pages.length }))
    // One paper follows the other: on both sides of a sheet, the second copy of a single page would stand on the back of the first. And margins
    // are those of A2 in true size alone. Readers that know this offer it so.
    const asPrinted = dict({ PrintScaling: new Name('None'), ...(hasOdd && { Duplex: new Name('Simplex') }) })
    const catalog = dict({ Type: new Name('Catalog'), Pages: tree, Lang: textString('vi-VN'), ViewerPreferences: asPrinted })
    if (marks.length > 0) {
      catalog.set('Outlines', outlines(file, marks))
      catalog.set('PageMode', new Name('UseOutlines'))
    }
    if (attachments.length > 0) catalog.set('Names', dict({ EmbeddedFiles: dict({ Names: attached(file, attachments) }) }))
    file.set(root, catalog)
    return { pdf: file.finish(root, dict({ Title: textString(title), Producer: textString('Tiến Cử') })), pages: pages.length }
  }
  return { add, finish }
}

const inheritable = ['Resources', 'MediaBox', 'Rotate'] as const

/** Pages of one source in the new file: what they draw, and the looks of what was signed; no form, no links, no structure. */
function pageMaker(file: NewFile, source: PdfFile, tree: Ref): (page: Dict) => Dict {
  const copies = new Map<number, Ref>()
  const copy = (value: Value): Value => {
    if (value instanceof Ref) {
      const known = copies.get(value.id)
      if (known) return known
      const ref = file.reserve()
      copies.set(value.id, ref)
      file.set(ref, copy(source.object(value.id)))
      return ref
    }
    if (value instanceof Stream) return new Stream(copyDict(value.dict), value.bytes)
    if (isDict(value)) return copyDict(value)
    return isArray(value) ? value.map(copy) : value
  }
  const copyDict = (entries: Dict): Dict => new Map([...entries].map(([key, value]) => [key, copy(value)]))

  const inherited = (node: Dict, key: string): Value => {
    const own = node.get(key)
    if (own !== undefined) return own
    const parent = source.resolve(node.get('Parent'))
    return isDict(parent) ? inherited(parent, key) : null
  }
  return (page) => {
    const made = dict({ Type: new Name('Page'), Parent: tree, Contents: copy(page.get('Contents') ?? null) })
    for (const key of inheritable) {
      const value = inherited(page, key)
      if (value !== null) made.set(key, copy(value))
    }
    const looks = asArray(source, page.get('Annots')).flatMap((entry) => {
      const look = lookOf(source, entry)
      return look ? [file.add(copyDict(look))] : []
    })
    if (looks.length > 0) made.set('Annots', looks)
    return made
  }
}

/** A signed place as a stamp that only looks like it; an empty place shows nothing. */
function lookOf(source: PdfFile, entry: Value): Dict | null {
  const widget = source.resolve(entry)
  if (!isDict(widget) || !widget.has('V')) return null
  const rect = widget.get('Rect')
  const look = widget.get('AP')
  if (rect === undefined || look === undefined) return null
  return dict({ Type: new Name('Annot'), Subtype: new Name('Stamp'), F: 4, Rect: rect, AP: look })
}

function outlines(file: NewFile, marks: readonly { readonly title: string; readonly page: Ref }[]): Ref {
  const parent = file.reserve()
  const items = marks.map(() => file.reserve())
  for (const [index, { title, page }] of marks.entries()) {
    const item = items[index]
    if (!item) continue
    const [before, after] = [items[index - 1], items[index + 1]]
    const entry = dict({ Title: textString(title), Parent: parent, Dest: [page, new Name('Fit')] })
    if (before) entry.set('Prev', before)
    if (after) entry.set('Next', after)
    file.set(item, entry)
  }
  file.set(parent, dict({ Type: new Name('Outlines'), First: items[0] ?? null, Last: items.at(-1) ?? null, Count: items.length }))
  return parent
}

/** A name tree must be sorted by its keys. */
function attached(file: NewFile, attachments: readonly JoinAttachment[]): Value[] {
  const sorted = attachments.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return sorted.flatMap(({ name, mime, description, bytes }) => {
    const stream = file.add(
      new Stream(dict({ Type: new Name('EmbeddedFile'), Subtype: new Name(mime), Params: dict({ Size: bytes.length }) }), bytes),
    )
    const spec = file.add(
      dict({
        Type: new Name('Filespec'),
        F: textString(name),
        UF: textString(name),
        AFRelationship: new Name('Source'),
        Desc: textString(description),
        EF: dict({ F: stream, UF: stream }),
      }),
    )
    return [textString(name), spec]
  })
}
