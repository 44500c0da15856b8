// Check 2: our records have one form. What Typst draws and what we append is proven to be of that form to the byte, so that no reader can
// find another page in it: no comment, second spelling, spare object, foreign key or file.
import { type CompletionPlan, completionOf, type FieldPlan } from '../complete.ts'
import { ROOM, revisionBytes, trailerOf } from '../pdf/append.ts'
import { sameBytes } from '../pdf/bytes.ts'
import { pagesOf } from '../pdf/document.ts'
import { appendedObjects, type PdfFile, type Section } from '../pdf/file.ts'
import { Malformed } from '../pdf/parse.ts'
import { isArray, isDict, isName, Out, Raw, Ref, readText, Stream, type Value } from '../pdf/values.ts'
import { rangeText } from '../revision.ts'
import { faultOfTypeset } from './typeset-form.ts'

const room = new Out(ROOM)
/** One room for all that is written only to be compared. */
function scratch(): Out {
  room.clear()
  return room
}

/** Of the two revisions made before anyone signs; null when both are as this program makes them. */
export function faultOfPrepared(file: PdfFile): string | null {
  return orFault('not-as-typeset', () => faultOfTypeset(file)) ?? orFault('not-as-completed', () => faultOfCompletion(file))
}

const orFault = (fault: string, find: () => string | null): string | null => {
  try {
    return find()
  } catch (error) {
    if (error instanceof Malformed) return fault
    throw error
  }
}

/** The plan is read from the paper, carried out again, and must give the same bytes. */
function faultOfCompletion(file: PdfFile): string | null {
  const [typeset, completion] = file.sections
  if (!typeset || !completion) return 'not-completed'
  const drawn = file.upTo(typeset)
  const plan = planOf(drawn, appendedObjects(file, completion))
  if (!plan) return 'not-as-completed'
  return sameBytes(completionOf(drawn, plan, scratch()), file.bytes.subarray(typeset.to, completion.to)) ? null : 'not-as-completed'
}

function planOf(drawn: PdfFile, objects: ReadonlyMap<number, Value>): CompletionPlan | null {
  const at = (ref: Value | undefined): Value => (ref instanceof Ref ? (objects.get(ref.id) ?? null) : null)
  const catalog = objects.get(drawn.root.id)
  if (!isDict(catalog)) return null
  const pages = pagesOf(drawn).map(({ ref }) => ref.id)
  const form = catalog.get('AcroForm')
  const listed = isDict(form) ? form.get('Fields') : undefined
  const fields = (isArray(listed) ? listed : []).map((ref) => fieldOf(at(ref), pages))
  const attached = catalog.get('AF')
  const record = attached === undefined ? null : recordOf(at, isArray(attached) ? attached[0] : undefined)
  if (record === undefined || !fields.every((field) => field !== null)) return null
  return { record, fields }
}

function fieldOf(field: Value, pages: readonly number[]): FieldPlan | null {
  if (!isDict(field)) return null
  const [name, label, rect, page, flags] = [
    readText(field.get('T')),
    readText(field.get('TU')),
    field.get('Rect'),
    field.get('P'),
    field.get('Ff'),
  ]
  if (name === null || label === null || !(page instanceof Ref) || (flags !== 0 && flags !== 2)) return null
  const onPage = pages.indexOf(page.id)
  if (onPage < 0) return null
  const corners = isArray(rect) ? rect.filter((corner) => typeof corner === 'number') : []
  return { page: onPage, rect: corners, name, label, required: flags === 2 }
}

function recordOf(at: (ref: Value | undefined) => Value, ref: Value | undefined): CompletionPlan['record'] | undefined {
  const spec = at(ref)
  const holder = isDict(spec) ? spec.get('EF') : null
  const stream = isDict(holder) ? at(holder.get('F')) : null
  const parameters = stream instanceof Stream ? stream.dict.get('Params') : null
  const modified = isDict(parameters) ? readText(parameters.get('ModDate')) : null
  if (!(stream instanceof Stream) || modified === null || !/^D:\d{8}000000\+07'00'$/.test(modified)) return undefined
  return { bytes: stream.bytes, modified }
}

/** A later revision written again from its values must give its bytes. */
export function isAsWritten(file: PdfFile, section: Section, before: Section, objects: ReadonlyMap<number, Value>): boolean {
  const size = before.trailer.get('Size')
  const added = [...objects.keys()].filter((id) => typeof size === 'number' && id >= size).length
  if (typeof size !== 'number') return false
  const trailer = trailerOf(before.trailer, size + added, before.tableAt)
  const written = revisionBytes(
    file.bytes,
    section.from,
    new Map([...objects].map(([id, value]) => [id, asPatched(value)])),
    trailer,
    scratch(),
  )
  return sameBytes(written, file.bytes.subarray(section.from, section.to))
}

/** The range of a signature is patched into a room of fixed width. */
function asPatched(value: Value): Value {
  if (!isDict(value) || !isName(value.get('Type'), 'Sig')) return value
  const range = value.get('ByteRange')
  return isArray(range) ? new Map(value).set('ByteRange', new Raw(rangeText(range.map(Number)))) : value
}
