// Finding by typing without marks: `Thuy Tien`, `thủy tiên` and `thuỷ tiên` are one (both spellings of the tone mark fold away).
// So are the keys of an input method that is switched off: `nguyeenx` (Telex) and `nguye6n4` (VNI) find Nguyễn.

export const foldMarks = (text: string): string =>
  text.toLocaleLowerCase('vi').normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd')

const vowel = '[aeiouyw]'
/** No Vietnamese syllable has one of these after its vowel: there they can only be keys of Telex. */
const toneKeys = new RegExp(`(?<=${vowel}[a-z]*)[sfrxjzd]`, 'g')

/** What raw keys of Telex or VNI would have written, without marks. */
const foldKeys = (word: string): string =>
  foldMarks(word)
    .replaceAll(/(?<=[a-z])\d/g, '')
    .replaceAll(toneKeys, '')
    .replaceAll(/dd/g, 'd')
    .replaceAll(/(?<=[aou][a-z]*)w/g, '')
    .replaceAll('w', 'u')
    // `nguyeen`, and the mark typed after the end: `nguyene`.
    .replaceAll(/([aeo])\1/g, '$1')
    .replaceAll(/([aeo])([cghmnpt]{1,2})\1$/g, '$1$2')

const wordsIn = (text: string): readonly string[] => foldMarks(text).split(/[^\p{L}\p{N}]+/u)
const partsOf = (typed: string): readonly string[] => typed.split(/\s+/).filter((part) => part !== '')

/** Every typed word begins some word of the text. */
export function matches(text: string, typed: string): boolean {
  return foundIn(wordsIn(text), typed)
}

function foundIn(words: readonly string[], typed: string): boolean {
  return partsOf(typed).every((part) => {
    const [plain, keyed] = [foldMarks(part), foldKeys(part)]
    return words.some((word) => word.startsWith(plain) || (keyed !== '' && word.startsWith(keyed)))
  })
}

/** The same over a list that is searched again with every key: its words are folded once. */
export function searchable<T>(rows: readonly T[], textOf: (row: T) => string): (typed: string) => readonly T[] {
  const folded = rows.map((row) => ({ row, words: wordsIn(textOf(row)) }))
  return (typed) => (typed.trim() === '' ? rows : folded.filter(({ words }) => foundIn(words, typed)).map(({ row }) => row))
}
