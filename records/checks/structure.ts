// Check 2: every byte is covered, every revision after the completion is one signature and nothing else (documents.md B4.4).
// Other tools accept a white box laid over page 1 by a later revision; this is what finds it.

import { sameBytes } from '../pdf/bytes.ts'
import { appendedObjects, type PdfFile, type Section } from '../pdf/file.ts'
import { Malformed } from '../pdf/parse.ts'
import { type Dict, eachReached, isArray, isDict, isName, Name, Ref, Text, type Value } from '../pdf/values.ts'
import { type CheckLine, line } from '../report.ts'
import { PREPARED_SECTIONS, type Signature, type SignedFile } from '../signed-file.ts'
import { isAsWritten } from './as-written.ts'

const NO = 2

export function checkStructure(signed: SignedFile): readonly CheckLine[] {
  const { file, signatures, faults } = signed
  const lines: CheckLine[] = faults.map(({ field, fault }) => line(NO, 'FORMAT', 'broken', { fault }, field))
  const expected = PREPARED_SECTIONS + signatures.length
  if (file.sections.length !== expected) {
    lines.push(line(NO, 'UNSIGNED_REVISION', 'broken', { fault: 'revision-without-signature', revisions: file.sections.length, expected }))
  }
  for (const [i, section] of file.sections.entries()) {
    if (i < PREPARED_SECTIONS) continue
    const owners = signatures.filter((signature) => signature.section === i)
    const fault = owners.length === 1 && owners[0] ? faultOfRevision(file, section, owners[0]) : 'revision-without-signature'
    if (fault) lines.push(line(NO, 'UNSIGNED_REVISION', 'broken', { fault, revision: i }, owners[0]?.field.name))
  }
  lines.push(...checkPermissions(signed))
  return lines
}

/** What a revision did besides setting its field's value and look; null when nothing. */
function faultOfRevision(file: PdfFile, section: Section, signature: Signature): string | null {
  const before = file.sections[signature.section - 1]
  const size = before?.trailer.get('Size')
  if (!before || typeof size !== 'number') return 'trailer-changed'
  if (!sameTrailer(before.trailer, section.trailer)) return 'trailer-changed'
  let objects: ReadonlyMap<number, Value>
  try {
    objects = appendedObjects(file, section)
  } catch (error) {
    if (error instanceof Malformed) return 'bytes-not-accounted-for'
    throw error
  }
  const fieldId = signature.field.ref.id
  const changed = [...objects.keys()].filter((id) => id < size)
  if (changed.length !== 1 || changed[0] !== fieldId) return 'other-objects-changed'
  const field = objects.get(fieldId)
  const earlier = earlierObject(file, signature.section, fieldId)
  if (!isDict(field) || !isDict(earlier)) return 'field-changed'
  if (earlier.has('V') || !sameBut(earlier, field, ['V', 'AP'])) return 'field-changed'
  const look = field.get('AP')
  if (!isDict(look) || look.size !== 1 || !(look.get('N') instanceof Ref)) return 'field-changed'
  const reached = new Set<number>([fieldId])
  // Nothing of an earlier revision may be drawn anew through the look: it reaches only what this revision wrote.
  if (!reach(objects, [field.get('V') ?? null, look], reached)) return 'look-reaches-earlier-objects'
  if (reached.size !== objects.size) return 'objects-not-of-the-signature'
  return isAsWritten(file, section, before, objects) ? null : 'revision-of-another-form'
}

function reach(objects: ReadonlyMap<number, Value>, start: readonly Value[], reached: Set<number>): boolean {
  let isInside = true
  eachReached(start, (id) => {
    if (reached.has(id)) return null
    const found = objects.get(id)
    if (found === undefined) isInside = false
    else reached.add(id)
    return found ?? null
  })
  return isInside
}

/** The object as it stood before revision `index`. */
function earlierObject(file: PdfFile, index: number, id: number): Value {
  const holder = file.sections.slice(0, index).findLast((section) => section.entries.has(id))
  return holder ? (appendedOne(file, holder, id) ?? null) : null
}

const appendedOne = (file: PdfFile, section: Section, id: number): Value | undefined => {
  try {
    return appendedObjects(file, section).get(id)
  } catch (error) {
    if (error instanceof Malformed) return undefined
    throw error
  }
}

function sameTrailer(before: Dict, after: Dict): boolean {
  const allowed = new Set(['Size', 'Root', 'Info', 'ID', 'Prev'])
  if ([...after.keys()].some((key) => !allowed.has(key))) return false
  return ['Root', 'Info', 'ID'].every((key) => sameValue(before.get(key), after.get(key)))
}

function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a instanceof Ref || b instanceof Ref) return a instanceof Ref && b instanceof Ref && a.id === b.id
  if (a instanceof Name || b instanceof Name) return a instanceof Name && b instanceof Name && a.name === b.name
  if (a instanceof Text || b instanceof Text) return a instanceof Text && b instanceof Text && sameBytes(a.bytes, b.bytes)
  if (isArray(a) || isArray(b)) return isArray(a) && isArray(b) && a.length === b.length && a.every((part, i) => sameValue(part, b[i]))
  if (isDict(a) || isDict(b)) return isDict(a) && isDict(b) && [...a.keys()].join() === [...b.keys()].join() && sameBut(a, b, [])
  return a === b
}

function sameBut(a: Dict, b: Dict, except: readonly string[]): boolean {
  const keys = new Set([...a.keys(), ...b.keys()])
  return [...keys].every((key) => except.includes(key) || sameValue(a.get(key), b.get(key)))
}

/** We write no certification; one made elsewhere with P=1 forbids every later signature (ISO 32000-1, 12.8.2.2). */
function checkPermissions({ file, signatures }: SignedFile): readonly CheckLine[] {
  return signatures.flatMap((signature) => {
    const references = file.resolve(signature.dict.get('Reference'))
    const closed = (isArray(references) ? references : []).some((entry) => {
      const reference = file.resolve(entry)
      const parameters = isDict(reference) ? file.resolve(reference.get('TransformParams')) : null
      return isDict(reference) && isName(reference.get('TransformMethod'), 'DocMDP') && isDict(parameters) && parameters.get('P') === 1
    })
    return closed && signature.section < file.sections.length - 1 ? [line(NO, 'MDP_VIOLATION', 'broken', {}, signature.field.name)] : []
  })
}
