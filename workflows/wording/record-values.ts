// Values of a personal record as people read them: levels and ranks in words, days as they are written, places as they stand.
import type { PersonData } from '../registry/person.ts'
import { importFieldName } from './import-fields.ts'
import type { Lang } from './sentence.ts'

/** Fields of a record whose names are those of a column of a roster. */
const columnOf: Readonly<Record<string, string>> = {
  name: 'fullName',
  sex: 'gender',
  birthPlace: 'birthplace',
  residence: 'permanentResidence',
  dwelling: 'currentResidence',
  degrees: 'expertise',
  languages: 'foreignLanguage',
  oldIdNumber: 'oldIdCard',
  socialInsuranceNumber: 'socialInsurance',
  partyCardNumber: 'partyCard',
  citizenIdIssuedOn: 'citizenIdDate',
  awards: 'award',
  disciplines: 'discipline',
  notes: 'note',
}
export const recordFieldName = (field: string, lang: Lang): string => importFieldName(columnOf[field] ?? field, lang) || field

const words: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  'sex male': { vi: 'Nam', en: 'Male' },
  'sex female': { vi: 'Nữ', en: 'Female' },
  'politicalTheory elementary': { vi: 'Sơ cấp', en: 'Elementary' },
  'politicalTheory intermediate': { vi: 'Trung cấp', en: 'Intermediate' },
  'politicalTheory advanced': { vi: 'Cao cấp', en: 'Advanced' },
  'politicalTheory bachelor': { vi: 'Cử nhân', en: 'Bachelor' },
  'stateManagement staff': { vi: 'Cán sự', en: 'Staff' },
  'stateManagement specialist': { vi: 'Chuyên viên', en: 'Specialist' },
  'stateManagement principal': { vi: 'Chuyên viên chính', en: 'Principal specialist' },
  'stateManagement senior': { vi: 'Chuyên viên cao cấp', en: 'Senior specialist' },
  'degree secondaryVocational': { vi: 'Trung cấp', en: 'Vocational' },
  'degree college': { vi: 'Cao đẳng', en: 'College' },
  'degree bachelor': { vi: 'Đại học', en: 'Bachelor' },
  'degree master': { vi: 'Thạc sĩ', en: 'Master' },
  'degree doctor': { vi: 'Tiến sĩ', en: 'Doctor' },
  'category cadre': { vi: 'Cán bộ', en: 'Cadre' },
  'category civilServant': { vi: 'Công chức', en: 'Civil servant' },
  'category publicEmployee': { vi: 'Viên chức', en: 'Public employee' },
  'category armedForces': { vi: 'Lực lượng vũ trang', en: 'Armed forces' },
  'category contract': { vi: 'Hợp đồng', en: 'Contract' },
  'category other': { vi: 'Khác', en: 'Other' },
  'form reprimand': { vi: 'Khiển trách', en: 'Reprimand' },
  'form warning': { vi: 'Cảnh cáo', en: 'Warning' },
  'form payStepDown': { vi: 'Hạ bậc lương', en: 'Pay step down' },
  'form demotion': { vi: 'Giáng chức', en: 'Demotion' },
  'form removal': { vi: 'Cách chức', en: 'Removal' },
  'form expulsion': { vi: 'Khai trừ', en: 'Expulsion' },
  'form dismissal': { vi: 'Buộc thôi việc', en: 'Dismissal' },
  'managedBy politburo': { vi: 'Bộ Chính trị, Ban Bí thư', en: 'Politburo, Secretariat' },
  'managedBy provincialStandingCommittee': { vi: 'Ban Thường vụ cấp tỉnh', en: 'Provincial standing committee' },
  'managedBy districtStandingCommittee': { vi: 'Ban Thường vụ cấp huyện', en: 'District standing committee' },
  'managedBy communeStandingCommittee': { vi: 'Ban Thường vụ cấp xã', en: 'Commune standing committee' },
  'managedBy unit': { vi: 'Đơn vị', en: 'Unit' },
  'side party': { vi: 'về Đảng', en: 'Party' },
  'side state': { vi: 'về chính quyền', en: 'state' },
  'side organisation': { vi: 'về đoàn thể', en: 'mass organisation' },
}
const word = (key: string, lang: Lang): string => words[key]?.[lang] ?? key.split(' ').at(-1) ?? ''
export const degreeName = (level: string, lang: Lang): string => word(`degree ${level}`, lang)
export const politicalTheoryName = (level: string, lang: Lang): string => word(`politicalTheory ${level}`, lang)
export const stateManagementName = (level: string, lang: Lang): string => word(`stateManagement ${level}`, lang)
export const disciplineFormName = (form: string, lang: Lang): string => word(`form ${form}`, lang)
export const disciplineSideName = (side: string, lang: Lang): string => word(`side ${side}`, lang)
export const managingLevelName = (level: string, lang: Lang = 'vi'): string => word(`managedBy ${level}`, lang)
export const sexName = (sex: string, lang: Lang): string => word(`sex ${sex}`, lang)

/** `1975`, `08/1975`, `15/08/1975`. */
export const partialDate = (date: string): string => date.split('-').reverse().join('/')

/** Empty for a value that is not there. Vietnamese decimals have a comma in both languages, as on the papers. */
export function recordValue(field: string, value: PersonData[keyof PersonData] | undefined, lang: Lang): string {
  if (value === undefined) return ''
  if (typeof value === 'string') {
    if (/^\d{4}(-\d{2}){0,2}$/.test(value)) return partialDate(value)
    return word(`${field} ${value}`, lang) === value || !(`${field} ${value}` in words) ? value : word(`${field} ${value}`, lang)
  }
  if (Array.isArray(value)) return value.map((one: unknown) => listed(one, lang)).join('; ')
  if ('text' in value && typeof value.text === 'string') return value.text
  if (field === 'rank') return rankText(value as NonNullable<PersonData['rank']>)
  return Object.values(value)
    .filter((one) => typeof one === 'string' || typeof one === 'number')
    .join(', ')
}

function listed(one: unknown, lang: Lang): string {
  if (typeof one !== 'object' || one === null) return String(one)
  const parts = Object.entries(one).flatMap(([key, value]) =>
    typeof value !== 'string' && typeof value !== 'number'
      ? []
      : [
          key === 'level' && `degree ${value}` in words
            ? degreeName(String(value), lang)
            : `${key} ${value}` in words
              ? word(`${key} ${value}`, lang)
              : /^\d{4}-\d{2}-\d{2}$/.test(String(value))
                ? partialDate(String(value))
                : String(value),
        ],
  )
  return parts.join(' ')
}

export const coefficientText = (hundredths: number): string =>
  `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`
function rankText({ code, name, step, coefficientHundredths }: NonNullable<PersonData['rank']>): string {
  return [
    code === undefined ? name : `${name} (${code})`,
    step === undefined ? '' : `bậc ${step}`,
    coefficientHundredths === undefined ? '' : coefficientText(coefficientHundredths),
  ]
    .filter((one) => one !== '')
    .join(', ')
}
