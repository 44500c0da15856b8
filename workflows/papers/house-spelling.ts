// The house's place for marks of tone, in what the app itself writes on papers: never in names or in anything that was typed (documents.md A9.5).
import { inToneStyle, type ToneMarkStyle } from '../core/tone-marks.ts'
import type { CaseState } from '../procedure/state.ts'
import type { Paper } from './paper.ts'

/** What stays as people wrote it: bodies, places, names, numbers; and marks and mottoes, whose letters the law gives. */
const asGiven: ReadonlySet<string> = new Set([
  'paperId',
  'kind',
  'profile',
  'superiorBody',
  'issuingBody',
  'numberAndSign',
  'place',
  'date',
  'secrecyMark',
  'urgencyMark',
  'scopeMark',
  'addressee',
  'authority',
  'personId',
  'personName',
  'citizenId',
  'field',
  'role',
  'names',
  'proof',
  'type',
  'style',
  'align',
  'format',
  'mark',
])

/** The paper in the style of the house. `style` left out: as the app writes it, which is on the first vowel. */
export function inHouseSpelling(paper: Paper, state: CaseState, style: ToneMarkStyle | undefined): Paper {
  if (style === undefined || style === 'firstVowel') return paper
  const typed = typedIn(state, style)
  const told = (part: unknown, key = ''): unknown => {
    if (asGiven.has(key)) return part
    if (typeof part === 'string') return respelled(part, typed, style)
    if (Array.isArray(part)) return part.map((one) => told(one))
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, told(one, name)]))
  }
  return told(paper) as Paper
}

/** Letter by letter in place: both spellings have the same length. */
function respelled(text: string, typed: readonly string[], style: ToneMarkStyle): string {
  const letters = [...inToneStyle(text, style)]
  const before = [...text]
  for (const words of typed) {
    const length = [...words].length
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      const from = [...text.slice(0, at)].length
      for (let i = from; i < from + length; i++) letters[i] = before[i] ?? ''
    }
  }
  return letters.join('')
}

/** Everything in the facts of the case that the style would change, whole and line by line, as papers may begin or shout it. */
function typedIn(state: CaseState, style: ToneMarkStyle): readonly string[] {
  const found = new Set<string>()
  const note = (text: string): void => {
    for (const words of [text, ...text.split('\n')]) {
      const bare = words.trim().replace(/[;.,]+$/u, '')
      if (bare === '' || inToneStyle(bare, style) === bare) continue
      const rest = bare.slice(1)
      for (const shape of [
        bare,
        bare.toUpperCase(),
        bare.toLowerCase(),
        bare.slice(0, 1).toUpperCase() + rest,
        bare.slice(0, 1).toLowerCase() + rest,
      ])
        found.add(shape)
    }
  }
  const walk = (part: unknown): void => {
    if (typeof part === 'string') note(part)
    else if (Array.isArray(part)) for (const one of part) walk(one)
    else if (typeof part === 'object' && part !== null)
      for (const [key, one] of Object.entries(part)) {
        // Slips name people by their keys.
        note(key)
        walk(one)
      }
  }
  walk(state)
  return [...found]
}
