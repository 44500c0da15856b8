// What the cells of a column look like, whatever its head says: numbers of citizens, days, sexes, names.
import { type DateHabit, dateHabit, readDate } from './dates.ts'
import type { FieldForm, ImportField } from './fields.ts'
import { readCitizenId, readHundredths } from './numbers.ts'
import { isEmptyCell, type RawCell, shownText } from './sheet.ts'
import { isSyllable } from './syllable.ts'
import { cleanText, folded } from './text.ts'

/** Cells looked at of one column, from the top. */
const sample = 300

const families = new Set(
  `nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh doan dao trinh truong ha mai lam cao luu luong ta to vuong quach
  la chu tong ngu kieu tang thai trieu nong be lo lu ma giang vi quan hua than thach kim son ksor rcom siu y dieu cam deo khuat phung thieu tieu
  chau bach nghiem ninh au duong phi quang lanh lau vang sung thao hau hang ly`.split(/\s+/),
)
const peoples = new Set(
  'kinh tay thai muong khmer kho me hoa nung hmong mong dao gia rai e de ba na xo dang san chay co ho cham san diu hre mnong ra glai xtieng bru van kieu tho giay co tu gie trieng ma khang co kho mu ta oi cho ro ha nhi churu lao la chi la ha phu la la hu lu lo lo chut mang pa then co lao cong bo y si la pu peo brau o du ro mam'
    .split(/\s+/)
    .concat(['san chi', 'cao lan']),
)

export const genderOf = (text: string): 'male' | 'female' | undefined => {
  const said = folded(text)
  if (said === 'nam' || said === 'male' || said === 'm') return 'male'
  return said === 'nu' || said === 'female' || said === 'f' ? 'female' : undefined
}
export const isMark = (text: string): boolean => /^(?:x|X|v|V|✓|✔|1|có|co)$/u.test(cleanText(text))

const isName = (text: string): boolean => {
  const words = cleanText(text).split(' ')
  return (
    words.length >= 2 &&
    words.length <= 6 &&
    families.has(folded(words[0] ?? '')) &&
    words.every((word) => isSyllable(word) || /^[A-Z]\.?$/u.test(word))
  )
}
const isPeople = (text: string): boolean => {
  const said = folded(text)
  return said.split(' ').every((word) => peoples.has(word)) && said !== ''
}
const isNoise = (cell: RawCell): boolean => cell !== null && typeof cell === 'object' && ('error' in cell || 'formula' in cell)

/** The share of filled cells, in hundredths, that can be read in this form; 100 where nothing is filled. */
export function formShare(form: FieldForm, cells: readonly RawCell[]): number {
  const filled = cells.filter((cell) => !isEmptyCell(cell) && !isNoise(cell)).slice(0, sample)
  if (filled.length === 0) return 100
  const habit = form === 'date' ? dateHabit(filled) : undefined
  const fits = filled.filter((cell) => fitsForm(form, cell, habit)).length
  return Math.floor((fits * 100) / filled.length)
}

function fitsForm(form: FieldForm, cell: RawCell, habit: DateHabit | undefined): boolean {
  const text = shownText(cell)
  switch (form) {
    case 'date':
      return habit !== undefined && (readDate(cell, habit).ok || /^\d{1,2}[/\-.]\d{1,2}[/\-.]\d{2,4}$/.test(cleanText(text)))
    case 'gender':
      return genderOf(text) !== undefined || isMark(text)
    case 'mark':
      return isMark(text)
    case 'citizenId':
      return readCitizenId(cell, true).ok
    case 'oldIdCard':
      return /^\d{8,12}$/.test(cleanText(text).replace(/\s/g, ''))
    case 'hundredths':
      return readHundredths(cell).ok
    case 'count':
      return /^\d{1,6}\.?$/.test(cleanText(text))
    case 'name':
      return /\p{L}/u.test(text) && !/\d{2}/.test(text)
    case 'code':
      return /\d/.test(text)
    case 'text':
    case 'list':
      return true
  }
}

/** What a column without a known head seems to hold; nothing where it is not clear. */
export function fieldOfContent(cells: readonly RawCell[]): ImportField | undefined {
  const filled = cells.filter((cell) => !isEmptyCell(cell) && !isNoise(cell)).slice(0, sample)
  if (filled.length < 2) return undefined
  const share = (fits: (text: string, cell: RawCell) => boolean) =>
    (filled.filter((cell) => fits(cleanText(shownText(cell)), cell)).length * 100) / filled.length
  if (share((text, cell) => /^\d{11,12}$/.test(text) && readCitizenId(cell, true).ok) >= 80) return 'citizenId'
  if (share((text) => genderOf(text) !== undefined) >= 90) return 'gender'
  if (share(isName) >= 75) return 'fullName'
  const habit = dateHabit(filled)
  const years = share((_, cell) => {
    const day = readDate(cell, habit)
    return day.ok && day.value.length === 10 && Number(day.value.slice(0, 4)) <= 2008 && Number(day.value.slice(0, 4)) >= 1930
  })
  if (years >= 85) return 'birthDate'
  if (share(isPeople) >= 90) return 'ethnicity'
  return undefined
}
