// Check 2, second half: nothing in the file could hide, move or cover content when it is opened, prepared before signing or brought by it.
import { asArray, catalogOf, pagesOf } from '../pdf/document.ts'
import { appendedObjects, type PdfFile } from '../pdf/file.ts'
import { Malformed } from '../pdf/parse.ts'
import { type Dict, isArray, isDict, Name, Ref, Stream, type Value } from '../pdf/values.ts'
import { type CheckLine, line } from '../report.ts'
import type { SignedFile } from '../signed-file.ts'
import { faultOfPrepared } from './as-written.ts'

/** Scripts, actions, layers, foreign forms, files that open by themselves: none of our papers has them. */
const FORBIDDEN: ReadonlySet<string> = new Set([
  'JS',
  'JavaScript',
  'OpenAction',
  'AA',
  'OCProperties',
  'OC',
  'XFA',
  'RichMediaContent',
  'Collection',
  'Alternates',
  'OPI',
])
const FORBIDDEN_ACTIONS: ReadonlySet<string> = new Set([
  'Launch',
  'JavaScript',
  'SubmitForm',
  'ImportData',
  'Hide',
  'SetOCGState',
  'Rendition',
  'GoToR',
  'GoToE',
])

/** A place to sign is at most 100 by 60 mm: a bigger one could cover the text of its page. */
const MAX_WIDTH = 284
const MAX_HEIGHT = 171

export function checkPrepared({ file, fields }: SignedFile): readonly CheckLine[] {
  const foreign = faultOfPrepared(file)
  const faults = [...faultsOfObjects(file), ...faultsOfFields(file, fields), ...(foreign === null ? [] : [foreign])]
  return [...new Set(faults)].map((fault) => line(2, 'HIDDEN_CONTENT', 'broken', { fault }))
}

function faultsOfObjects(file: PdfFile): ReadonlySet<string> {
  const faults = new Set<string>()
  for (const section of file.sections) {
    try {
      for (const value of appendedObjects(file, section).values()) collectForbidden(value, faults)
    } catch (error) {
      if (!(error instanceof Malformed)) throw error
      faults.add('bytes-not-accounted-for')
    }
  }
  return faults
}

function collectForbidden(value: Value, faults: Set<string>): void {
  if (value instanceof Stream) collectForbidden(value.dict, faults)
  else if (isArray(value)) for (const part of value) collectForbidden(part, faults)
  else if (isDict(value)) {
    const kind = value.get('S')
    if (kind instanceof Name && FORBIDDEN_ACTIONS.has(kind.name)) faults.add(kind.name)
    value.forEach((part, key) => {
      if (FORBIDDEN.has(key)) faults.add(key)
      // Most entries are names and numbers, and hold nothing.
      if (typeof part === 'object' && !(part instanceof Name || part instanceof Ref)) collectForbidden(part, faults)
    })
  }
}

function faultsOfFields(file: PdfFile, fields: SignedFile['fields']): readonly string[] {
  const faults: string[] = []
  if (new Set(fields.map(({ name }) => name)).size !== fields.length) faults.push('field-twice')
  if (new Set(fields.map(({ ref }) => ref.id)).size !== fields.length) faults.push('field-twice')
  const form = file.resolve(catalogOf(file).get('AcroForm'))
  if (isDict(form) && form.get('NeedAppearances') === true) faults.push('looks-made-by-the-reader')
  const shown = new Map<number, number>()
  const places: Place[] = []
  for (const [page, { dict }] of pagesOf(file).entries()) {
    for (const entry of asArray(file, dict.get('Annots'))) {
      const field = entry instanceof Ref ? fields.find(({ ref }) => ref.id === entry.id) : undefined
      if (!field) faults.push('annotation-that-is-no-signature')
      else {
        shown.set(field.ref.id, (shown.get(field.ref.id) ?? 0) + 1)
        places.push(...placeOf(page, field.dict, faults))
      }
    }
  }
  if (fields.some(({ ref }) => shown.get(ref.id) !== 1)) faults.push('field-not-shown-once')
  if (fields.some(({ dict }) => dict.get('F') !== 132 || dict.has('Kids') || dict.has('Parent'))) faults.push('field-hidden')
  if (places.some((one, i) => places.slice(i + 1).some((other) => overlap(one, other)))) faults.push('fields-overlap')
  return faults
}

type Place = { readonly page: number; readonly left: number; readonly bottom: number; readonly right: number; readonly top: number }

function placeOf(page: number, field: Dict, faults: string[]): readonly Place[] {
  const rect = field.get('Rect')
  const numbers = isArray(rect) ? rect.filter((part): part is number => typeof part === 'number') : []
  const [left = 0, bottom = 0, right = 0, top = 0] = numbers
  if (numbers.length !== 4 || right <= left || top <= bottom || right - left > MAX_WIDTH || top - bottom > MAX_HEIGHT) {
    faults.push('field-too-big')
    return []
  }
  return [{ page, left, bottom, right, top }]
}

const overlap = (a: Place, b: Place): boolean =>
  a.page === b.page && a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top
