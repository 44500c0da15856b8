// Which outline each of our faces draws for a character. A page is read by its character map; this is what holds the map to what is seen.
import { fromBase64, hex } from './bytes.ts'
import { codes, prints } from './tinos-outlines.ts'

export type FaceName = keyof typeof prints

/** Drawn as one letter, called two or three. */
const LIGATURES: Readonly<Record<string, string>> = { ff: '\ufb00', fi: '\ufb01', fl: '\ufb02', ffi: '\ufb03', ffl: '\ufb04' }

const PRINT_BYTES = 8
const faces = new Map<FaceName, ReadonlyMap<string, string>>()

/** The print of the outline for these words (one character, or a ligature) in that face; undefined where we have none. */
export function printFor(face: FaceName, words: string): string | undefined {
  const known = faces.get(face) ?? readFace(face)
  faces.set(face, known)
  return known.get(words.length > 1 ? (LIGATURES[words] ?? words) : words)
}

function readFace(face: FaceName): ReadonlyMap<string, string> {
  const bytes = fromBase64(prints[face]) ?? new Uint8Array()
  const found = new Map<string, string>()
  let at = 0
  for (const [first, last] of codes) {
    for (let code = first; code <= last; code++, at += PRINT_BYTES)
      found.set(String.fromCodePoint(code), hex(bytes.subarray(at, at + PRINT_BYTES)))
  }
  return found
}
