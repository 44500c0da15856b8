// The personal identification number, 12 digits: what is wrong with it for certain, and what merely looks odd (documents.md A9.3).
import { oldProvinceCodes } from './places/provinces-2004.ts'

export type NumberWarning = 'sex-differs' | 'century-differs' | 'birth-year-differs' | 'place-unknown'
export type CheckedNumber = { readonly isWellFormed: boolean; readonly warnings: readonly NumberWarning[] }

type About = { readonly birthDate?: string | undefined; readonly sex?: 'male' | 'female' | undefined }

/** Only the twelve digits are a hard rule: there is no check digit, and numbers keep the province codes of before 1 July 2025. */
export function checkCitizenNumber(number: string, { birthDate, sex }: About): CheckedNumber {
  if (!/^\d{12}$/.test(number)) return { isWellFormed: false, warnings: [] }
  const place = number.slice(0, 3)
  const mark = Number(number[3])
  const warnings: NumberWarning[] = []
  // Thông tư 07/2016/TT-BCA: the country of birth for those registered abroad begins at 097 and above.
  if (place < '097' && !oldProvinceCodes.has(place.slice(1))) warnings.push('place-unknown')
  if (sex !== undefined && (mark % 2 === 0) !== (sex === 'male')) warnings.push('sex-differs')
  if (birthDate !== undefined) {
    if (1900 + Math.floor(mark / 2) * 100 !== Math.floor(Number(birthDate.slice(0, 4)) / 100) * 100) warnings.push('century-differs')
    if (number.slice(4, 6) !== birthDate.slice(2, 4)) warnings.push('birth-year-differs')
  }
  return { isWellFormed: true, warnings }
}
