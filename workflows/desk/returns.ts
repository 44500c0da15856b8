// Returns of other offices as the desk keeps them: every version taken in, which of them counts, and who owes one.
import { z } from 'zod'
import { line } from '../core/document.ts'
import { UnitId } from '../core/ids.ts'
import { Day, Instant } from '../core/stamp.ts'
import { managingLevels } from '../registry/unit.ts'
import { returnBooks } from '../registry-export.ts'

const count = z.int().min(0).max(999_999_999)
const returnScopes = ['all', ...managingLevels] as const

/** Which return of which unit: two of the same key are versions of one another. */
export const returnKeyShape = {
  book: z.enum(returnBooks),
  unitId: UnitId,
  day: Day,
  /** First day looked back on; left out where the return looks back on nothing. */
  since: Day.optional(),
  /** Whose people: of every level, or those one level manages. */
  scope: z.enum(returnScopes),
} as const
export type ReturnKey = z.infer<z.ZodObject<typeof returnKeyShape>>

export const takenShape = {
  ...returnKeyShape,
  version: z.int().min(1),
  /** As the file names its office; the same unit under another name only for a reason. */
  sender: line(300),
  otherNameReason: line(500).optional(),
  madeAt: Instant,
  registryVersion: count,
  /** Of the file, which lies among the papers. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  contentSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Heads of the columns, and what each adds up to. */
  heads: z.array(line(120)).min(1).max(80),
  all: z.array(count).min(1).max(80),
} as const
export type TakenReturn = z.infer<z.ZodObject<typeof takenShape>> & {
  readonly takenAt: string
  readonly by: string
  readonly dropped?: string
}

export const isSameReturn = (one: ReturnKey, other: ReturnKey): boolean =>
  one.book === other.book && one.unitId === other.unitId && one.day === other.day && one.since === other.since && one.scope === other.scope

/** Versions of one return in order. */
export const versionsOf = (returns: readonly TakenReturn[], key: ReturnKey): readonly TakenReturn[] =>
  returns.filter((one) => isSameReturn(one, key))

/** Of each unit the newest version that was not dropped. */
export function standingReturns(returns: readonly TakenReturn[], { unitId: _, ...key }: ReturnKey): readonly TakenReturn[] {
  const byUnit = new Map<string, TakenReturn>()
  for (const one of returns) {
    if (one.dropped === undefined && isSameReturn(one, { ...key, unitId: one.unitId })) byUnit.set(one.unitId, one)
  }
  return [...byUnit.values()]
}
