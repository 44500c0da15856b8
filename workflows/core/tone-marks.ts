// Where the mark of tone stands in open syllables with oa, oe, uy: on the first vowel (hòa, khỏe, thủy) or on the second (hoà, khoẻ, thuỷ).
// Both are right; an office keeps to one (documents.md A2, A9.5).

export const toneMarkStyles = ['firstVowel', 'secondVowel'] as const
export type ToneMarkStyle = (typeof toneMarkStyles)[number]

/** Grave, acute, hook, tilde, dot below. */
const tones = '\u0300\u0301\u0309\u0303\u0323'
const onFirst = new RegExp(`(?:([oO])([${tones}])([aeAE])|(?<![qQ])([uU])([${tones}])([yY]))(?![\\p{L}\\p{M}])`, 'gu')
const onSecond = new RegExp(`(?:([oO])([aeAE])([${tones}])|(?<![qQ])([uU])([yY])([${tones}]))(?![\\p{L}\\p{M}])`, 'gu')

/** The text in one style: only the marks of such syllables move, each letter stays. NFC in, NFC out, of the same length. */
export function inToneStyle(text: string, style: ToneMarkStyle): string {
  const [pattern, moved] = style === 'secondVowel' ? [onFirst, '$1$3$2$4$6$5'] : [onSecond, '$1$3$2$4$6$5']
  return text.normalize('NFD').replace(pattern, moved).normalize('NFC')
}
