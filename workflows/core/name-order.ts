// The order of Vietnamese names on every list (documents.md A9.4): an own table, so that every machine gives the same order.

/** Letters in their order; q, w, f, j, z for names that came from elsewhere. */
const alphabet = [...'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz']
const weightOf = new Map(alphabet.map((letter, index) => [letter, index + 1]))
/** Combining marks in the order of tones: ngang (none), huyền, hỏi, ngã, sắc, nặng. */
const tones = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
/** Marks that make another letter: trăng, mũ, móc. */
const shapes = /[\u0306\u0302\u031b]/u
const strange = 0x1000

type WordKey = { readonly letters: readonly number[]; readonly tone: number }

/** One syllable: its letters, and its tone wherever it is written ("hoà" and "hòa" are one word, A9.5). */
function wordKey(word: string): WordKey {
  const letters: number[] = []
  let base = ''
  let tone = 0
  const close = () => {
    const letter = base.normalize('NFC')
    if (letter !== '') letters.push(weightOf.get(letter) ?? strange + (letter.codePointAt(0) ?? 0))
    base = ''
  }
  for (const mark of word.toLowerCase().normalize('NFD')) {
    const found = tones.indexOf(mark)
    if (found >= 0) tone = found + 1
    else if (shapes.test(mark)) base += mark
    else if (/\p{M}|['’\-.]/u.test(mark)) continue
    else {
      close()
      base = mark
    }
  }
  close()
  return { letters, tone }
}

function compareLetters(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const step = (a[index] ?? 0) - (b[index] ?? 0)
    if (step !== 0) return step
  }
  return a.length - b.length
}

/** Letters of the whole text first, tones only where all letters are the same. */
function compareWords(left: readonly WordKey[], right: readonly WordKey[]): number {
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const step = compareLetters(left[index]?.letters ?? [], right[index]?.letters ?? [])
    if (step !== 0) return step
  }
  if (left.length !== right.length) return left.length - right.length
  for (let index = 0; index < left.length; index++) {
    const step = (left[index]?.tone ?? 0) - (right[index]?.tone ?? 0)
    if (step !== 0) return step
  }
  return 0
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
/** Nothing known comes last. */
const compareKnown = (a: string | undefined, b: string | undefined): number =>
  a === b ? 0 : a === undefined ? 1 : b === undefined ? -1 : compareText(a, b)

/** A birth date as written: `1975-03-20`, `1975` or `20/03/1975`; compared year first. */
const birthKey = (date: string | undefined): string | undefined => date?.split('/').reverse().join('-')

/** The words of names, taken apart once: a list in order compares each name many times, and a view of a case sorts its lists anew. */
const taken = new Map<string, readonly WordKey[]>()
const most = 20_000
function wordsOf(name: string): readonly WordKey[] {
  const known = taken.get(name)
  if (known) return known
  const words = name.trim().split(/\s+/u).map(wordKey)
  if (taken.size >= most) taken.clear()
  taken.set(name, words)
  return words
}

export type Named = { readonly name: string; readonly birthDate?: string | undefined; readonly unit?: string | undefined }

/**
 * Given name (last word), family name (first), middle words; the same name by birth date, then unit, never by insertion (A9.4).
 * Negative, zero or positive as `Array.sort` wants it; zero only for people who cannot be told apart by these.
 */
export function compareNames(a: Named, b: Named): number {
  const left = wordsOf(a.name)
  const right = wordsOf(b.name)
  return (
    compareWords(left.slice(-1), right.slice(-1)) ||
    compareWords(left.slice(0, 1), right.slice(0, 1)) ||
    compareWords(left.slice(1, -1), right.slice(1, -1)) ||
    compareKnown(birthKey(a.birthDate), birthKey(b.birthDate)) ||
    compareKnown(a.unit, b.unit) ||
    compareText(a.name.normalize('NFC'), b.name.normalize('NFC'))
  )
}

/** Below every letter: ends a word, ends a list of words. */
const wordEnd = '!'
const listEnd = ' '
const letterText = (weight: number): string =>
  weight < strange ? String.fromCharCode(0x30 + weight) : `~${weight.toString(16).padStart(6, '0')}`
const wordText = ({ letters }: WordKey): string => letters.map(letterText).join('')
const wordsText = (words: readonly WordKey[]): string =>
  `${words.map(wordText).join(wordEnd)}${listEnd}${words.map(({ tone }) => tone).join('')}${listEnd}`

/** A text that sorts by plain code units as `compareNames` sorts (but the unit): for a column of a table. Begins with `nameKey`. */
export const sortKey = ({ name, birthDate }: Named): string => `${nameKey(name)}${birthKey(birthDate) ?? '~'}`

/** The same for every spelling of one name, whatever the case of its letters or the place of its tone marks. */
export function nameKey(name: string): string {
  const known = keys.get(name)
  if (known !== undefined) return known
  const words = wordsOf(name)
  const key = `${wordsText(words.slice(-1))}${wordsText(words.slice(0, 1))}${wordsText(words.slice(1, -1))}`
  if (keys.size >= most) keys.clear()
  keys.set(name, key)
  return key
}
/** Names come again and again: two hundred of a thousand people share theirs. */
const keys = new Map<string, string>()
