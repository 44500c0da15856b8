// The part of the counter that speaks of the list of communes: loading one the office got, its versions, and finding a commune by parts of its name.
import { z } from 'zod'
import { line } from './core/document.ts'
import { Day } from './core/stamp.ts'
import type { CommuneAccount, FoundCommune } from './registry/places/communes.ts'
import { type PlaceList, placeLists } from './registry/places/places.ts'

const bytes = z.base64().max(80_000_000)
export const communeActs = [
  /** All rows or none. `from`: the first day the list counts; loaded again for one day, it is the next version. */
  z.strictObject({ act: z.literal('loadCommunes'), name: line(260), bytes, list: z.enum(placeLists), from: Day, source: line(300) }),
] as const

export const communeQuestions = [
  z.strictObject({ about: z.literal('communeLists') }),
  /** Every row of a file accounted for; nothing is kept. */
  z.strictObject({ about: z.literal('communeCheck'), bytes, list: z.enum(placeLists) }),
  /** At most 20, of the list that counts on the day; none where no list was loaded. */
  z.strictObject({ about: z.literal('communes'), search: z.string().max(120), day: Day }),
] as const

export type CommuneListLine = {
  readonly list: PlaceList
  readonly from: string
  readonly version: number
  readonly source: string
  readonly name: string
  readonly count: number
  readonly isSample: boolean
  readonly sha256: string
  readonly loadedAt: string
  readonly by: string
  /** On the day of today. */
  readonly counts: boolean
}
export type CommuneAnswers = {
  /** Newest first; every version is kept. */
  communeLists: readonly CommuneListLine[]
  /** At most 100 problems are told; `found` counts all. */
  communeCheck: Omit<CommuneAccount, 'communes'> & { readonly rows: number; readonly found: number }
  communes: readonly FoundCommune[]
}
