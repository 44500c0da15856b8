// Which outline each of our faces draws for a character. A page is read by its character map; this is what holds the map to what is seen.
import { fromBase64, hex } from './bytes.ts'
import { codes, prints, programs } from './tinos-outlines.ts'

export type FaceName = keyof typeof prints

/** Drawn as one letter, called two or three. */
const LIGATURES: ReadonlyMap<string, string> = new Map(
  Object.entries({ ff: '\ufb00', fi: '\ufb01', fl: '\ufb02', ffi: '\ufb03', ffl: '\ufb04' }),
)

/** Of our faces, in units of the em. */
export const UNITS_PER_EM = 2048
export const programsFor = (face: FaceName): string => programs[face]

const PRINT_BYTES = 8
type Face = { readonly bytes: Uint8Array; readonly found: Map<string, string | undefined> }
const faces = new Map<FaceName, Face>()

/** The print of the outline for these words (one character, or a ligature) in that face; undefined where we have none. */
export function printFor(face: FaceName, words: string): string | undefined {
  const known = faces.get(face) ?? { bytes: fromBase64(prints[face]) ?? new Uint8Array(), found: new Map() }
  faces.set(face, known)
  const letter = words.length > 1 ? (LIGATURES.get(words) ?? words) : words
  if (!known.found.has(letter)) known.found.set(letter, printIn(known.bytes, letter))
  return known.found.get(letter)
}

/** The prints lie one after the other, in the order of `codes`. */
function printIn(bytes: Uint8Array, letter: string): string | undefined {
  const code = letter.codePointAt(0) ?? 0
  if (String.fromCodePoint(code) !== letter) return undefined
  let before = 0
  for (const [first, last] of codes) {
    if (code >= first && code <= last) {
      const at = (before + code - first) * PRINT_BYTES
      return hex(bytes.subarray(at, at + PRINT_BYTES))
    }
    before += last - first + 1
  }
  return undefined
}
