// Codes of provinces and communes as lists with versions. A code means nothing without its list: the same name changed its code in 2025.
import { z } from 'zod'
import { line } from '../../core/document.ts'
import { oldProvinces } from './provinces-2004.ts'
import { newListSince, provinceNow, provinces } from './provinces-2025.ts'

export const placeLists = ['QD124_2004', 'QD19_2025'] as const
export type PlaceList = (typeof placeLists)[number]

/** Two digits a province, three a district (old list only), five a commune. */
export const PlaceCode = z.strictObject({ list: z.enum(placeLists), code: z.string().regex(/^\d{2}$|^\d{3}$|^\d{5}$/) })
export type PlaceCode = z.infer<typeof PlaceCode>

/** A place of birth or origin: as it was written at the time, and the code somebody matched to it. */
export const Place = z.strictObject({ text: line(300), code: PlaceCode.optional() })
export type Place = z.infer<typeof Place>

export const listOn = (day: string): PlaceList => (day < newListSince ? 'QD124_2004' : 'QD19_2025')

export const provinceName = ({ list, code }: PlaceCode): string | undefined =>
  (list === 'QD19_2025' ? provinces : oldProvinces)[code.slice(0, 2)]

/** The province of today for a province code of either list. */
export const provinceToday = ({ list, code }: PlaceCode): PlaceCode | undefined => {
  const now = list === 'QD19_2025' ? code : provinceNow(code)
  return now === undefined || !(now in provinces) ? undefined : { list: 'QD19_2025', code: now }
}
