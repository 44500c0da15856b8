// Words typed for a case are drawn on its papers sooner or later: a character the papers' face lacks is refused before anything is recorded,
// for a paper that cannot be drawn stays owed and holds up all after it.
import { readFileSync } from 'node:fs'
import { glyphsOf, unprintableIn } from '../../records/glyphs.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { Refusal } from '../../workflows/office.ts'
import type { CaseCommand } from '../../workflows/procedure/commands.ts'
import type { Assets } from '../places.ts'

const read = new WeakMap<Assets, ReadonlySet<number>>()

function glyphs(assets: Assets): ReadonlySet<number> {
  const known = read.get(assets) ?? glyphsOf(assets.fonts.map((file) => new Uint8Array(readFileSync(file))))
  read.set(assets, known)
  return known
}

/** Letters that every face for papers has. */
const plain = /^[\x20-\x5b\x5d-\x7e]*$/

/** Refused: `glyph-missing` or `text-not-nfc`, with the words around it, so that the box can be found. */
export function mustBeDrawable(assets: Assets, command: CaseCommand): Result<null, Refusal> {
  // Most orders are ids and numbers alone. A backslash is left out: behind it JSON hides any sign.
  if (plain.test(JSON.stringify(command))) return ok(null)
  // Names written in by hand are the keys of a count.
  const typed = [command, namesIn(command)]
  const found = unprintableIn(typed, glyphs(assets))
  if (!found) return ok(null)
  return refuse(found.code === 'glyph-missing' ? { ...found, near: wordsAt(typed, found.where, found.character) } : { ...found })
}

function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => [name, ...namesIn(part)])
}

/** What stands around the character in the text at this path. */
function wordsAt(value: unknown, path: string, character: string): string {
  let part: unknown = value
  for (const key of path.split(/[.[\]]+/u).filter((one) => one !== '')) {
    part = typeof part === 'object' && part !== null ? Object.entries(part).find(([name]) => name === key)?.[1] : undefined
  }
  if (typeof part !== 'string') return character
  const letters = [...part]
  const at = letters.indexOf(character)
  return letters
    .slice(Math.max(0, at - 20), at + 12)
    .join('')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}
