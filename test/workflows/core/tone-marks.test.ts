// Marks of tone move in open syllables with oa, oe, uy and nowhere else; the text stays NFC, and the way back leads back (documents.md A9.5).
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inToneStyle } from '../../../workflows/core/tone-marks.ts'

test.each([
  ['hòa', 'hoà'],
  ['CỘNG HÒA XÃ HỘI', 'CỘNG HOÀ XÃ HỘI'],
  ['Chủ tọa', 'Chủ toạ'],
  ['khỏe, khóe', 'khoẻ, khoé'],
  ['Ủy ban', 'Uỷ ban'],
  ['HỦY PHIẾU', 'HUỶ PHIẾU'],
  ['lũy kế; thúy', 'luỹ kế; thuý'],
])('%s and %s are one word in two styles', (first, second) => {
  expect(inToneStyle(first, 'secondVowel')).toBe(second)
  expect(inToneStyle(second, 'firstVowel')).toBe(first)
})

test.each(['quý', 'Quỳnh', 'quỹ', 'hoàn', 'loại', 'khuỷu', 'huyện', 'thuế', 'quả', 'toàn quốc', 'xoáy', 'ngoài', 'của', 'mía', 'oxy'])(
  '%s is written one way only',
  (word) => {
    expect(inToneStyle(word, 'firstVowel')).toBe(word)
    expect(inToneStyle(word, 'secondVowel')).toBe(word)
  },
)

const tones = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']
const onsets = ['', 'h', 'kh', 't', 'th', 'l', 'ng', 'q', 'Q', 'đ', 'X']
const rhymes = ['oa', 'oe', 'uy', 'OA', 'Uy', 'oan', 'uyên', 'oai', 'ua', 'uê', 'a', 'iêu', 'uyu']
/** A syllable with its mark on either vowel, right or wrong. */
const syllable = fc
  .tuple(fc.constantFrom(...onsets), fc.constantFrom(...rhymes), fc.constantFrom(...tones), fc.nat(1))
  .map(([onset, rhyme, tone, at]) => `${onset}${rhyme.slice(0, at + 1)}${tone}${rhyme.slice(at + 1)}`.normalize('NFC'))
const anyText = fc
  .array(
    fc.oneof(
      syllable,
      fc.string({ unit: 'grapheme', maxLength: 6 }).map((text) => text.normalize('NFC')),
    ),
    { maxLength: 12 },
  )
  .map((words) => words.join(' '))
const bare = (text: string) => text.normalize('NFD').replaceAll(/[\u0300\u0301\u0309\u0303\u0323]/gu, '')

test('any text stays NFC and as long as it was, keeps its letters, and is told only once', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('firstVowel' as const, 'secondVowel' as const), (text, style) => {
      fc.pre(text === text.normalize('NFC'))
      const told = inToneStyle(text, style)
      expect(told).toBe(told.normalize('NFC'))
      expect([...told].length).toBe([...text].length)
      expect(bare(told)).toBe(bare(text))
      expect(inToneStyle(told, style)).toBe(told)
    }),
  )
})

test('a text in one style comes back from the other', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      fc.pre(text === text.normalize('NFC'))
      const first = inToneStyle(text, 'firstVowel')
      expect(inToneStyle(inToneStyle(first, 'secondVowel'), 'firstVowel')).toBe(first)
    }),
  )
})
