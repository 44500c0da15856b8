// Writes a PDF from nothing: objects, one table, one trailer. Its id is made from its content, so the same content gives the same bytes.
import { sha256Sync } from '../crypto/sha256.ts'
import { join, utf8 } from './bytes.ts'
import { type Dict, dict, Ref, Text, type Value, write } from './values.ts'

export type NewFile = {
  reserve(): Ref
  add(value: Value): Ref
  set(ref: Ref, value: Value): void
  /** The whole file. */
  finish(root: Ref, info: Dict): Uint8Array
}

const header = join(utf8('%PDF-1.7\n%'), Uint8Array.of(0xe2, 0xe3, 0xcf, 0xd3, 0x0a))

export function newFile(): NewFile {
  const objects: (Value | undefined)[] = []
  const reserve = () => {
    objects.push(undefined)
    return new Ref(objects.length)
  }
  const set = (ref: Ref, value: Value) => {
    objects[ref.id - 1] = value
  }
  const add = (value: Value) => {
    const ref = reserve()
    set(ref, value)
    return ref
  }
  return {
    reserve,
    set,
    add,
    finish(root, info) {
      const infoRef = add(info)
      const parts: Uint8Array[] = [header]
      const offsets: number[] = []
      let at = header.length
      for (const [index, value] of objects.entries()) {
        if (value === undefined) throw new Error(`object ${index + 1} was reserved and never written`)
        const bytes = join(utf8(`${index + 1} 0 obj\n`), write(value), utf8('\nendobj\n'))
        offsets.push(at)
        parts.push(bytes)
        at += bytes.length
      }
      const id = new Text(sha256Sync(join(...parts)).subarray(0, 16))
      const trailer = dict({ Size: objects.length + 1, Root: root, Info: infoRef, ID: [id, id] })
      const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
      const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}trailer\n`
      return join(...parts, utf8(table), write(trailer), utf8(`\nstartxref\n${at}\n%%EOF\n`))
    },
  }
}
