// One name written two ways: certificates often bear it in capitals, or with the tone on the other vowel (documents.md A9.5).
import { inToneStyle } from './tone-marks.ts'

const plain = (name: string): string => inToneStyle(name.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().toLowerCase(), 'firstVowel')

/** Letters, their marks and tones must agree; capitals, blanks and the vowel that carries the tone need not. */
export const isSameName = (one: string, other: string): boolean => one === other || plain(one) === plain(other)
