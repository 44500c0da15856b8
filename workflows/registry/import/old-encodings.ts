// Text of before Unicode: TCVN3 (ABC) and VNI seen through Latin letters, and UTF-8 read as if it were Western (documents.md A9.6).
import { isSyllable } from './syllable.ts'

export const oldEncodings = ['tcvn3', 'vni', 'utf8AsWestern'] as const
export type OldEncoding = (typeof oldEncodings)[number]

/** Each row: the code of the byte, then the letter. TCVN 5712. */
const tcvn3 = new Map(
  `b5à b6ả b7ã b8á b9ạ a8ă bbằ bcẳ bdẵ beắ c6ặ a9â c7ầ c8ẩ c9ẫ caấ cbậ aeđ ccè ceẻ cfẽ d0é d1ẹ aaê d2ề d3ể d4ễ d5ế d6ệ d7ì d8ỉ dcĩ ddí deị dfò e1ỏ
  e2õ e3ó e4ọ abô e5ồ e6ổ e7ỗ e8ố e9ộ acơ eaờ ebở ecỡ edớ eeợ efù f1ủ f2ũ f3ú f4ụ adư f5ừ f6ử f7ữ f8ứ f9ự faỳ fbỷ fcỹ fdý feỵ a1Ă a2Â a3Ê a4Ô a5Ơ
  a6Ư a7Đ`
    .split(/\s+/)
    .map((one) => [String.fromCharCode(Number.parseInt(one.slice(0, 2), 16)), one.slice(2).normalize('NFC')] as const),
)

/** VNI: a letter, then a sign that stands for its marks; some letters of their own. Tones: grave, acute, hook, tilde, dot. */
const tones = [...'\u0300\u0301\u0309\u0303\u0323']
type VniSign = { readonly marks: string; readonly on: RegExp }
const vniSigns = new Map<string, VniSign>([
  ...[...'øùûõï'].map((sign, i) => [sign, { marks: tones[i] ?? '', on: /[aeouyơư]/i }] as const),
  ...[...'âàáåãä'].map((sign, i) => [sign, { marks: `\u0302${i === 0 ? '' : tones[i - 1]}`, on: /[aeo]/i }] as const),
  ...[...'êèéúüë'].map((sign, i) => [sign, { marks: `\u0306${i === 0 ? '' : tones[i - 1]}`, on: /a/i }] as const),
])
const vniLetters = new Map(['ôơ', 'öư', 'æỉ', 'óĩ', 'òị', 'îỵ', 'ñđ'].map((pair) => [pair.slice(0, 1), pair.slice(1)] as const))

const lowered = (letter: string, as: string): string => (letter === letter.toLowerCase() ? as : as.toUpperCase())

function fromVni(text: string): string {
  let out = ''
  for (const letter of text) {
    const small = letter.toLowerCase()
    const base = out.slice(-1)
    const sign = vniSigns.get(small)
    if (sign?.on.test(base)) out = out.slice(0, -1) + (base + sign.marks).normalize('NFC')
    else {
      const own = vniLetters.get(small)
      out += own === undefined ? letter : lowered(letter, own)
    }
  }
  return out
}

const fromTcvn3 = (text: string): string => [...text].map((letter) => tcvn3.get(letter) ?? letter).join('')

/** What Windows-1252 shows for the bytes 80 to 9F. */
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Null where the letters are no UTF-8 bytes. */
function fromWestern(text: string): string | null {
  let coded = ''
  for (const letter of text) {
    const at = western.indexOf(letter)
    const code = at >= 0 ? 0x80 + at : letter.charCodeAt(0)
    if (code > 0xff) return null
    coded += `%${code.toString(16).padStart(2, '0')}`
  }
  try {
    return decodeURIComponent(coded).normalize('NFC')
  } catch {
    return null
  }
}

/** @param face of the cells: faces that end in H show every letter as a capital (`.VnTimeH`). What is not of the encoding stays as it is. */
export function fromOldEncoding(text: string, encoding: OldEncoding, face = ''): string {
  if (encoding === 'utf8AsWestern') return fromWestern(text) ?? text
  const read = encoding === 'vni' ? fromVni(text) : fromTcvn3(text)
  return /^\.vn.*h$/i.test(face) ? read.toUpperCase() : read
}

const letters = /[\p{L}\p{M}\u00a1-\u00bf\u00d7\u00f7\u0080-\u009f‚-›€™˜Œœ]+/gu
/** Letters and marks that only Unicode text has. */
const unicodeOnly = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|[\u0300-\u036f]/u
const isDoubtful = (word: string): boolean => /[^\0-\x7f]/u.test(word) && !unicodeOnly.test(word)

type Score = { readonly words: number; readonly as: Readonly<Record<OldEncoding | 'unicode', number>> }

function scoreOf(texts: readonly string[]): Score {
  const as = { unicode: 0, tcvn3: 0, vni: 0, utf8AsWestern: 0 }
  let words = 0
  for (const text of texts) {
    for (const [word] of text.matchAll(letters)) {
      if (!isDoubtful(word)) continue
      words += 1
      if (isSyllable(word)) as.unicode += 1
      for (const encoding of oldEncodings) {
        const read = fromOldEncoding(word, encoding)
        if (read !== word && isSyllable(read)) as[encoding] += 1
      }
    }
  }
  return { words, as }
}

/** Of all doubtful words, how many must become syllables, in hundredths. */
const CLEAR = 85
/** The second best reading must lie this far behind, in hundredths. */
const AHEAD = 20
/** A column is judged by its first texts. */
const most = 400

/**
 * Which old encoding the texts of one column are in; undefined: none, or not clear. A few texts of plain Unicode such as "Lê Hà" stay Unicode,
 * because they are syllables as they stand. @param face what the workbook says of the column: two witnesses are better than one.
 */
export function oldEncodingOf(texts: readonly string[], face = ''): OldEncoding | undefined {
  const { words, as } = scoreOf(texts.slice(0, most))
  if (words === 0) return undefined
  const byFace = /^\.vn/i.test(face) ? 'tcvn3' : /^vni[- ]/i.test(face) ? 'vni' : undefined
  if (byFace !== undefined && as[byFace] >= as.unicode) return byFace
  const [best, second] = [...oldEncodings].sort((a, b) => as[b] - as[a])
  if (best === undefined || as[best] * 100 < words * CLEAR) return undefined
  const next = Math.max(as.unicode, second === undefined ? 0 : as[second])
  return (as[best] - next) * 100 >= words * AHEAD ? best : undefined
}
