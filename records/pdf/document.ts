// Where things stand in our papers: catalog, pages, signature fields, the attached record.
import type { PdfFile } from './file.ts'
import { Malformed } from './parse.ts'
import { type Dict, isArray, isDict, isName, Ref, readText, Stream, type Value } from './values.ts'

/** @throws Malformed where the file has none. */
export function catalogOf(file: PdfFile): Dict {
  const catalog = file.object(file.root.id)
  if (!isDict(catalog)) throw new Malformed('no catalog', 0)
  return catalog
}

export type Page = { readonly ref: Ref; readonly dict: Dict }

/** A paper of ours has at most some hundred; what is far beyond is not read, and not taken. */
const MAX_PAGES = 1000

/** In reading order. @throws Malformed where the page tree is no tree, or holds more pages than a paper has. */
export function pagesOf(file: PdfFile): readonly Page[] {
  const pages: Page[] = []
  const visited = new Set<number>()
  const walk = (value: Value | undefined, depth: number): void => {
    if (!(value instanceof Ref) || visited.has(value.id) || depth > 40) throw new Malformed('page tree is no tree', 0)
    visited.add(value.id)
    const node = file.object(value.id)
    if (!isDict(node)) throw new Malformed('bad page', 0)
    if (pages.length >= MAX_PAGES) throw new Malformed('too many pages', 0)
    if (isName(node.get('Type'), 'Page')) pages.push({ ref: value, dict: node })
    else for (const kid of asArray(file, node.get('Kids'))) walk(kid, depth + 1)
  }
  walk(catalogOf(file).get('Pages'), 0)
  return pages
}

export const asArray = (file: PdfFile, value: Value | undefined): readonly Value[] => {
  const found = file.resolve(value)
  return isArray(found) ? found : []
}

export type Field = { readonly ref: Ref; readonly name: string; readonly dict: Dict; readonly required: boolean }

/** More than any committee has members. */
const MAX_FIELDS = 500

/** The signature fields in the order of signing, which is their order in the form. Anything that is not a plain, flat, signed-or-empty field throws. */
export function fieldsOf(file: PdfFile): readonly Field[] {
  const form = file.resolve(catalogOf(file).get('AcroForm'))
  if (!isDict(form)) return []
  const listed = asArray(file, form.get('Fields'))
  if (listed.length > MAX_FIELDS) throw new Malformed('too many form fields', 0)
  return listed.map((ref) => {
    const field = file.resolve(ref)
    const name = isDict(field) ? readText(field.get('T')) : null
    if (!(ref instanceof Ref) || !isDict(field) || name === null) throw new Malformed('bad form field', 0)
    const flags = field.get('Ff')
    return { ref, name, dict: field, required: typeof flags === 'number' && (flags & 2) !== 0 }
  })
}

export const recordFileName = 'record.json'

/** The bytes of the attached `record.json` as they lie in the file; null when none is attached in the form we write. */
export function attachedRecord(file: PdfFile): Uint8Array | null {
  const found = asArray(file, catalogOf(file).get('AF')).map((ref) => file.resolve(ref))
  const named = found.filter((spec) => isDict(spec) && readText(spec.get('UF')) === recordFileName)
  const spec = named[0]
  if (named.length !== 1 || !isDict(spec) || !isName(spec.get('AFRelationship'), 'Source')) return null
  const holders = file.resolve(spec.get('EF'))
  const stream = isDict(holders) ? file.resolve(holders.get('F')) : null
  return stream instanceof Stream && !stream.dict.has('Filter') ? stream.bytes : null
}
