// Lists of communes as the desk keeps them: which was loaded when, and which counts on a day.
import { z } from 'zod'
import { line } from '../core/document.ts'
import { Day } from '../core/stamp.ts'
import { listOn, placeLists } from '../registry/places/places.ts'

export const communesShape = {
  list: z.enum(placeLists),
  /** First day it counts. */
  from: Day,
  version: z.int().min(1),
  /** Whose list it is, as somebody said when loading it. */
  source: line(300),
  name: line(260),
  count: z.int().min(1).max(20_000),
  /** The file says of itself that it is made up. */
  isSample: z.boolean(),
  /** Of its rows in their one text form, which lie among the papers. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
} as const
export type CommunesLoaded = z.infer<z.ZodObject<typeof communesShape>> & { readonly loadedAt: string; readonly by: string }

/** Of the codes in force on the day, the list that began last by then, in its newest version: a later list changes nothing about earlier days. */
export function communesOn(lists: readonly CommunesLoaded[], day: string): CommunesLoaded | undefined {
  const list = listOn(day)
  let best: CommunesLoaded | undefined
  for (const one of lists) if (one.list === list && one.from <= day && (best === undefined || one.from >= best.from)) best = one
  return best
}
