// Text of before Unicode: what is in it is found and read back whole; text of today is never taken for it.
import { describe, expect, test } from 'vitest'
import { fieldOfHead } from '../../../workflows/registry/import/fields.ts'
import { fromOldEncoding, oldEncodingOf } from '../../../workflows/registry/import/old-encodings.ts'
import { isSyllable } from '../../../workflows/registry/import/syllable.ts'
import { cleanText } from '../../../workflows/registry/import/text.ts'

const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
  'Triệu',
  'Nông',
  'Giàng',
  'Quách',
  'Khuất',
  'Nghiêm',
]
const given = [
  'Ảnh',
  'Ánh',
  'Ẩn',
  'Bình',
  'Chuyển',
  'Dũng',
  'Đức',
  'Hạnh',
  'Hằng',
  'Hiếu',
  'Huệ',
  'Hưởng',
  'Khuyên',
  'Lượng',
  'Mỹ',
  'Nghĩa',
  'Phượng',
  'Quỳnh',
  'Sửu',
  'Thủy',
  'Tuyết',
  'Út',
  'Vượng',
  'Ý',
  'Yến',
  'Hà',
  'Bê',
  'Tô',
]
const names = families.flatMap((family, i) => given.map((one, j) => `${family} ${['Văn', 'Thị', 'Hữu', 'Thế'][(i + j) % 4]} ${one}`))

/** Letters back to their bytes, as a typist of the time left them. */
const tcvn3Of = new Map(
  Array.from({ length: 0xfe - 0xa0 }, (_, i) => String.fromCharCode(0xa1 + i)).map((byte) => [fromOldEncoding(byte, 'tcvn3'), byte]),
)
const inTcvn3 = (text: string): string =>
  [...text].map((letter) => tcvn3Of.get(letter) ?? tcvn3Of.get(letter.toLowerCase()) ?? letter).join('')
const vniPairs = [...'aeouyôơưAEOUYÔƠƯ'].flatMap((base) => {
  const bare: Readonly<Record<string, string>> = { ơ: 'ô', ư: 'ö', Ơ: 'Ô', Ư: 'Ö' }
  const written = bare[base] ?? base
  return [...'øùûõïâàáåãäêèéúüë'].map((sign) => [fromOldEncoding(written + sign, 'vni'), written + sign] as const)
})
const vniOf = new Map<string, string>([
  ...vniPairs.filter(([letter]) => letter.length === 1),
  ...['ơô', 'ưö', 'ỉæ', 'ĩó', 'ịò', 'ỵî', 'đñ', 'ĐÑ', 'ƠÔ', 'ƯÖ'].map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
])
const inVni = (text: string): string => [...text].map((letter) => vniOf.get(letter) ?? letter).join('')

describe('old encodings', () => {
  test('every name of today is a word of today', () => {
    expect(names.flatMap((name) => name.split(' ')).filter((word) => !isSyllable(word))).toEqual([])
    for (const [at, name] of names.entries()) expect(oldEncodingOf([name, names[(at * 7) % names.length] ?? '']), name).toBeUndefined()
    expect(oldEncodingOf(names)).toBeUndefined()
  })
  test('TCVN3 is found, and small letters come back whole; capitals with tones had no bytes of their own', () => {
    const written = names.map((name) => inTcvn3(name))
    expect(oldEncodingOf(written)).toBe('tcvn3')
    for (const [at, name] of names.entries()) expect(fromOldEncoding(written[at] ?? '', 'tcvn3').toLowerCase()).toBe(name.toLowerCase())
    expect(fromOldEncoding(inTcvn3('Trần Thị Ánh'), 'tcvn3', '.VnTimeH')).toBe('TRẦN THỊ ÁNH')
  })
  test('VNI is found and comes back whole', () => {
    const written = names.map(inVni)
    expect(oldEncodingOf(written)).toBe('vni')
    for (const [at, name] of names.entries()) expect(fromOldEncoding(written[at] ?? '', 'vni')).toBe(name)
  })
  test('words of other peoples and of other languages are left alone', () => {
    expect(oldEncodingOf(['Y Blốk Êban', 'H’Hen Niê', 'K’Brể', 'Rơ Chăm H’Yéo'])).toBeUndefined()
    expect(oldEncodingOf(['café', 'naïve', 'Müller', 'España'])).toBeUndefined()
    expect(oldEncodingOf(['036075001234', '15/08/1975'])).toBeUndefined()
  })
})

describe('text of a cell', () => {
  test.each([
    ['  Nguyễn\u00a0Văn   An ', 'Nguyễn Văn An'],
    ['Trần Thị Bình'.normalize('NFD'), 'Trần Thị Bình'],
    ['Lê\u200b Văn\ufeff Chung', 'Lê Văn Chung'],
    ['dòng một\ndòng hai', 'dòng một dòng hai'],
    ['An\ud800 Bình', 'An\ufffd Bình'],
    ['', ''],
  ])('%j is %j', (text, cleaned) => expect(cleanText(text)).toBe(cleaned))
})

describe('heads', () => {
  test.each([
    [['Họ và tên'], 'fullName', 100],
    [['HỌ VÀ TÊN (viết chữ in hoa)'], 'fullName', undefined],
    [['Ngày sinh', 'Nam'], 'birthIfMale', 100],
    [['Ngày sinh', 'Năm'], 'birthYear', 100],
    [['Trình độ', 'Ngoại ngữ'], 'foreignLanguage', 100],
    [['Chức vụ Đảng hiện nay'], 'partyPost', 100],
    [['Số CCCD (12 số)'], 'citizenId', undefined],
    [['Ngày vào Đảng', 'Chính thức'], 'partyOfficialOn', 100],
  ] as const)('%j is %s', (head, field, fit) => {
    const match = fieldOfHead(head)
    expect(match?.field).toBe(field)
    if (fit !== undefined) expect(match?.fit).toBe(fit)
  })
  test.each([['Số năm công tác'], ['Phòng ở'], ['Thư điện tử'], ['Mức lương tối thiểu']])(
    '%s names nothing a roster is asked for',
    (head) => {
      expect(fieldOfHead([head])).toBeUndefined()
    },
  )
})
