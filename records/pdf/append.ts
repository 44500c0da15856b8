// Appends one revision: changed and new objects, a table, a trailer. Earlier bytes are never touched.
import { join } from './bytes.ts'
import type { PdfFile } from './file.ts'
import { type Dict, Out, Ref, type Value } from './values.ts'

export type Revision = {
  /** Reserves the next object number. */
  reserve(): Ref
  /** Writes a new object. */
  add(value: Value): Ref
  /** Writes an object under a reserved or an existing number. */
  set(ref: Ref, value: Value): void
  /** The whole file with this revision at its end. */
  finish(): Uint8Array
  /** This revision alone. */
  appended(out?: Out): Uint8Array
}

/** A revision to be written behind the newest one of this file, whose bytes stay as they are. */
export function startRevision(file: PdfFile): Revision {
  const newest = file.sections.at(-1)
  if (!newest) throw new Error('no section')
  let next = file.size
  const objects = new Map<number, Value>()
  const reserve = () => new Ref(next++)
  const appended = (out?: Out) =>
    revisionBytes(file.bytes, file.bytes.length, objects, trailerOf(newest.trailer, next, newest.tableAt), out)
  return {
    reserve,
    add(value) {
      const ref = reserve()
      objects.set(ref.id, value)
      return ref
    },
    set: (ref, value) => void objects.set(ref.id, value),
    finish: () => join(file.bytes, appended()),
    appended,
  }
}

/**
 * The bytes of a revision that starts at `from`: there is one form only, so that a check can write it again and compare. `out`: room that a
 * caller uses for one after the other.
 */
export function revisionBytes(
  earlier: Uint8Array,
  from: number,
  objects: ReadonlyMap<number, Value>,
  trailer: Dict,
  out: Out = new Out(ROOM),
): Uint8Array {
  // A file that ends without a line end gets one, so that the next object starts on a line of its own.
  const glue = earlier[from - 1] === 10 ? '' : '\n'
  out.text(glue)
  const offsets = new Map<number, number>()
  for (const [id, value] of [...objects].sort((a, b) => a[0] - b[0])) {
    offsets.set(id, from + out.length)
    out.text(`${id} 0 obj\n`)
    out.value(value)
    out.text('\nendobj\n')
  }
  const tableAt = from + out.length
  out.text(`${tableOf(offsets)}trailer\n`)
  out.value(trailer)
  out.text(`\nstartxref\n${tableAt}\n%%EOF\n`)
  return out.bytes()
}

export function trailerOf(earlier: Dict, size: number, previous: number): Dict {
  const trailer: Dict = new Map()
  trailer.set('Size', size)
  for (const key of ['Root', 'Info', 'ID']) {
    const value = earlier.get(key)
    if (value !== undefined) trailer.set(key, value)
  }
  trailer.set('Prev', previous)
  return trailer
}

/** Bytes: a signature and its look have some fifty thousand. */
export const ROOM = 1 << 16

function tableOf(offsets: ReadonlyMap<number, number>): string {
  const ids = [...offsets.keys()]
  let table = 'xref\n'
  for (let i = 0; i < ids.length; ) {
    let end = i + 1
    while (end < ids.length && ids[end] === (ids[end - 1] ?? 0) + 1) end++
    table += `${ids[i]} ${end - i}\n`
    for (const id of ids.slice(i, end)) table += `${String(offsets.get(id)).padStart(10, '0')} 00000 n \n`
    i = end
  }
  return table
}
