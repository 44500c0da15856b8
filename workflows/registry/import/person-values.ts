// From what a row says to the fields of a person: words of levels and ranks read, what cannot be kept told with its cell.
import { canonical } from '../../core/canonical.ts'
import type { PersonData, PersonField } from '../person.ts'
import { readAwards, readDisciplines } from './merits.ts'
import type { CellProblem, RowValues } from './rows.ts'
import { cleanText, folded } from './text.ts'

/** Without the name: a row whose name is missing never comes here. */
export type PersonValues = Partial<Omit<PersonData, 'name'>>
export type Taken = { readonly said: PersonSaid; readonly left: readonly CellProblem[] }

/**
 * Who a row is about, and all it says of that person: `text`, the canonical text of a `PersonData`. A hundred thousand of them are kept
 * from the dry run to the import, and what is recorded is made of these very texts.
 */
export type PersonSaid = {
  readonly name: string
  readonly birthDate: string | undefined
  readonly citizenId: string | undefined
  readonly text: string
}
/** The text is one `personValues` wrote. */
export const personIn = ({ text }: PersonSaid): PersonData => JSON.parse(text)

type Level = NonNullable<PersonData['degrees']>[number]['level']
const degreeWords: readonly (readonly [RegExp, Level])[] = [
  [/^(?:tien si|ts|tskh|pgs|gs|nghien cuu sinh tot nghiep)\b/, 'doctor'],
  [/^(?:thac si|thac sy|th s|ths|cao hoc|bac si chuyen khoa|bs ck|bsck|ck1|ck2|cki|ckii)\b/, 'master'],
  [/^(?:dai hoc|dh|cu nhan|cn|ky su|ks|bac si|bs|duoc si|ds|kien truc su|kts|sau dai hoc)\b/, 'bachelor'],
  [/^(?:cao dang|cd)\b/, 'college'],
  [/^(?:trung cap|trung hoc chuyen nghiep|tc|thcn)\b/, 'secondaryVocational'],
]

type Degree = { readonly level: Level; readonly field?: string }
/** A roster says the same few things of a thousand people. */
function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (known.has(text)) return known.get(text) as T
    const value = read(text)
    if (known.size > 5000) known.clear()
    known.set(text, value)
    return value
  }
}

/** "Thạc sĩ Luật", "ĐH Kinh tế", "Cử nhân": the level, and what follows it as the field of study. */
const readDegree = remembering((text): Degree | undefined => {
  const words = folded(text)
  const known = degreeWords.find(([pattern]) => pattern.test(words))
  if (known === undefined) return undefined
  const spoken = known[0].exec(words)?.[0].split(' ').length ?? 1
  const rest = text
    .split(/[\s.]+/)
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .slice(spoken)
    .join(' ')
  const field = cleanText(rest.replace(/^[,:;–-]\s*|^ngành\s+/iu, ''))
  return { ...(field !== '' && field.length <= 200 && { field }), level: known[1] }
})

const theory: readonly (readonly [RegExp, NonNullable<PersonData['politicalTheory']>])[] = [
  [/^(?:cu nhan|cn|dai hoc|dh)\b/, 'bachelor'],
  [/^(?:cao cap|cc)\b/, 'advanced'],
  [/^(?:trung cap|tc)\b/, 'intermediate'],
  [/^(?:so cap|sc)\b/, 'elementary'],
]
const ranks: readonly (readonly [RegExp, NonNullable<PersonData['stateManagement']>])[] = [
  [/(?:chuyen vien cao cap|cvcc|01 001)/, 'senior'],
  [/(?:chuyen vien chinh|cvc|01 002)/, 'principal'],
  [/(?:chuyen vien|cv|01 003)/, 'specialist'],
  [/(?:can su|cs|nhan vien|01 004|01 005)/, 'staff'],
]
const firstOf = <T>(list: readonly (readonly [RegExp, T])[], text: string): T | undefined =>
  list.find(([pattern]) => pattern.test(text))?.[1]

const categoryWords: readonly (readonly [RegExp, NonNullable<PersonData['category']>])[] = [
  [/hop dong|^hd/, 'contract'],
  [/vien chuc|^vc$/, 'publicEmployee'],
  [/cong chuc|^cc$/, 'civilServant'],
  [/luc luong vu trang|quan nhan|cong an|^llvt$/, 'armedForces'],
  [/^can bo|^cb$/, 'cadre'],
]

const rankNames = new Map([
  ['01.001', 'Chuyên viên cao cấp'],
  ['01.002', 'Chuyên viên chính'],
  ['01.003', 'Chuyên viên'],
  ['01.004', 'Cán sự'],
  ['01.005', 'Nhân viên'],
])

const languages = ['anh', 'nga', 'trung', 'phap', 'duc', 'nhat', 'han', 'lao', 'khmer', 'tay ban nha']
const languageNames = new Map([
  ['anh', 'Anh'],
  ['nga', 'Nga'],
  ['trung', 'Trung Quốc'],
  ['phap', 'Pháp'],
  ['duc', 'Đức'],
  ['nhat', 'Nhật'],
  ['han', 'Hàn Quốc'],
  ['lao', 'Lào'],
  ['khmer', 'Khmer'],
  ['tay ban nha', 'Tây Ban Nha'],
])

const readLanguage = remembering((text): { readonly language: string; readonly level?: string } | undefined => {
  const words = ` ${folded(text)} `
  const found = languages.find((one) => words.includes(` ${one} `))
  if (found === undefined) return undefined
  const level = /(?:^|[^\p{L}])([ABC][12]?|IELTS\s?[\d.,]+|TOEIC\s?\d+|TOEFL\s?\d+|đại học|ĐH|cử nhân|thạc sĩ)(?=$|[^\p{L}\d])/iu.exec(
    text,
  )?.[1]
  return { language: languageNames.get(found) ?? text, ...(level !== undefined && { level: cleanText(level) }) }
})

/** Lines the record keeps at most so long. */
const longest: Partial<Record<keyof RowValues, number>> = {
  otherName: 120,
  ethnicity: 60,
  religion: 60,
  generalEducation: 20,
  informatics: 120,
  birthplace: 300,
  nativePlace: 300,
  permanentResidence: 300,
  currentResidence: 300,
  staffCode: 40,
  phone: 40,
  mainWork: 300,
  recruitedBy: 200,
  partyCell: 200,
  policyFamily: 200,
  health: 80,
  rank: 120,
  unit: 200,
  post: 200,
}

/** @param row of the sheet, counted from 1: where a column is not at hand, a problem names the row. */
export function personValues(from: RowValues, row: number, name: string): Taken {
  const left: CellProblem[] = []
  const leave = (code: string, field: NonNullable<CellProblem['field']>, shown: string | number | undefined) =>
    left.push({ code, at: String(row), field, shown: String(shown ?? '') })
  const text = (field: keyof RowValues & NonNullable<CellProblem['field']>): string | undefined => {
    const value = from[field]
    if (value === undefined) return undefined
    const said = String(value)
    if (said.length <= (longest[field] ?? 500)) return said
    leave('import-text-too-long', field, `${said.slice(0, 40)}…`)
    return undefined
  }
  const place = (field: 'birthplace' | 'nativePlace' | 'permanentResidence' | 'currentResidence') => {
    const said = text(field)
    return said === undefined ? undefined : { text: said }
  }
  const level = <T>(field: 'politicalTheory' | 'stateManagement' | 'category', list: readonly (readonly [RegExp, T])[]): T | undefined => {
    const said = text(field)
    const read = said === undefined ? undefined : firstOf(list, folded(said))
    if (said !== undefined && read === undefined) leave('import-level-unreadable', field, said)
    return read
  }
  const matching = (field: 'socialInsurance' | 'partyCard', pattern: RegExp): string | undefined => {
    const said = text(field)?.replace(/\s/g, field === 'partyCard' ? ' ' : '')
    if (said === undefined || pattern.test(said)) return said
    leave('import-code-unreadable', field, said)
    return undefined
  }
  const fullDay = (field: 'citizenIdDate'): string | undefined => {
    const said = from[field]
    if (said === undefined || String(said).length === 10) return said === undefined ? undefined : String(said)
    leave('import-day-needed', field, said)
    return undefined
  }
  const values: PersonValues = {
    otherName: text('otherName'),
    birthDate: from.birthDate,
    sex: from.gender,
    birthPlace: place('birthplace'),
    nativePlace: place('nativePlace'),
    ethnicity: text('ethnicity'),
    religion: text('religion'),
    residence: place('permanentResidence'),
    dwelling: place('currentResidence'),
    citizenId: from.citizenId,
    citizenIdIssuedOn: fullDay('citizenIdDate'),
    oldIdNumber: from.oldIdCard === undefined ? undefined : String(from.oldIdCard),
    socialInsuranceNumber: matching('socialInsurance', /^\d{10}$/),
    phone: text('phone'),
    staffCode: text('staffCode'),
    recruitedOn: dayOf(from.recruitedOn),
    recruitedBy: text('recruitedBy'),
    mainWork: text('mainWork'),
    category: level('category', categoryWords),
    rank: readRank(from, leave),
    generalEducation: text('generalEducation'),
    degrees: readDegrees(from, leave),
    politicalTheory: level('politicalTheory', theory),
    stateManagement: level('stateManagement', ranks),
    languages: readLanguages(from, leave),
    informatics: text('informatics'),
    partyJoinedOn: dayOf(from.partyJoinedOn),
    partyOfficialOn: dayOf(from.partyOfficialOn),
    partyCell: text('partyCell'),
    partyCardNumber: matching('partyCard', /^[0-9. ]{6,14}$/),
    youthUnionJoinedOn: dayOf(from.youthUnionJoinedOn),
    strengths: text('strengths'),
    awards: readAwards(from, leave),
    disciplines: readDisciplines(from, leave),
    health: graded(text('health')),
    policyFamily: text('policyFamily'),
    notes: text('note'),
  }
  return { said: told(name, values), left }
}

/** What is there, as `canonical` writes it: a roster tells a dozen of forty fields, and those of all rows in one order. */
function told(name: string, values: PersonValues): PersonSaid {
  order ??= ['name' as const, ...(Object.keys(values) as (keyof PersonValues)[])].sort().map((field) => ({ field, key: `"${field}":` }))
  // Joined at once: a text added to piece by piece is a tree of pieces, and taken apart again by whoever reads it.
  const parts: string[] = []
  for (const { field, key } of order) {
    const value = field === 'name' ? name : values[field]
    if (value !== undefined) parts.push(parts.length === 0 ? '{' : ',', key, canonical(value))
  }
  parts.push('}')
  const { birthDate, citizenId } = values
  return { name, birthDate, citizenId, text: parts.join('') }
}
/** Of all fields: every row is asked for the same ones. */
let order: readonly { readonly field: PersonField; readonly key: string }[] | undefined

const graded = (grade: string | undefined): PersonData['health'] => (grade === undefined ? undefined : { grade })

type Leave = (code: string, field: NonNullable<CellProblem['field']>, shown: string | number | undefined) => void
const code = /\b\d{2}\.\d{3}\b|\bV\.\d{2}\.\d{2}\.\d{2}\b/
/** "Chuyên viên chính (01.002)", "01.002", "CVC": the code where there is one, and the name. */
const readRankName = remembering((said): { readonly code?: string; readonly name: string } => {
  const found = code.exec(said)?.[0]
  const name =
    cleanText(said.replace(found ?? '', '').replace(/\(\s*\)|^[\s:;,.–-]+|[\s:;,.–-]+$/gu, '')) ||
    (found === undefined ? said : (rankNames.get(found) ?? found))
  return { ...(found !== undefined && { code: found }), name: name.slice(0, 120) }
})

const dayOf = (value: string | number | undefined): string | undefined => (value === undefined ? undefined : String(value))

function readDegrees(from: RowValues, leave: Leave): PersonData['degrees'] {
  if (from.expertise === undefined) {
    for (const field of ['major', 'school'] as const) if (from[field] !== undefined) leave('import-degree-missing', field, from[field])
    return undefined
  }
  const degree = readDegree(String(from.expertise))
  if (degree === undefined) {
    leave('import-level-unreadable', 'expertise', from.expertise)
    return undefined
  }
  const field = from.major === undefined ? degree.field : String(from.major).slice(0, 200)
  const school = from.school === undefined ? undefined : String(from.school).slice(0, 200)
  return [{ ...(field !== undefined && { field }), level: degree.level, ...(school !== undefined && { school }) }]
}

function readLanguages(from: RowValues, leave: Leave): PersonData['languages'] {
  if (from.foreignLanguage === undefined) return undefined
  const parts = String(from.foreignLanguage)
    .split(/[;,\n]|\svà\s/u)
    .map(readLanguage)
  if (parts.every((one) => one !== undefined)) return parts
  leave('import-level-unreadable', 'foreignLanguage', from.foreignLanguage)
  return undefined
}

/** Hundredths as the roster had them. */
const shownPay = (field: string, value: string | number): string => (field === 'coefficient' ? String(Number(value) / 100) : String(value))

function readRank(from: RowValues, leave: Leave): PersonData['rank'] {
  const { rank, rankStep, coefficient, payFrom } = from
  if (rank === undefined) {
    for (const field of ['coefficient', 'rankStep', 'payFrom'] as const)
      if (from[field] !== undefined) leave('import-rank-missing', field, shownPay(field, from[field]))
    return undefined
  }
  const steps = rankStep === undefined ? undefined : Number(rankStep)
  const hundredths = coefficient === undefined ? undefined : Number(coefficient)
  if (steps !== undefined && (steps < 1 || steps > 20)) leave('import-count-unreadable', 'rankStep', steps)
  if (hundredths !== undefined && (hundredths < 100 || hundredths > 2000))
    leave('import-decimal-unreadable', 'coefficient', `${hundredths / 100}`)
  return {
    ...readRankName(String(rank)),
    ...(steps !== undefined && steps >= 1 && steps <= 20 && { step: steps }),
    ...(hundredths !== undefined && hundredths >= 100 && hundredths <= 2000 && { coefficientHundredths: hundredths }),
    ...(payFrom !== undefined && { since: String(payFrom) }),
  }
}
