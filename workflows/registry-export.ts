// The part of the counter that hands registry lists and returns out as spreadsheets: what, as of which day, by which filter.
import { z } from 'zod'
import { line } from './core/document.ts'
import { PersonId, UnitId } from './core/ids.ts'
import { Day } from './core/stamp.ts'
import { qualityFigures } from './registry/counter.ts'
import { type ManagingLevel, managingLevels } from './registry/unit.ts'

/** Returns in figures, each with its list (programme.md 14): BC-01, BC-04 of individuals, BC-06, BC-10, BC-12 of discipline. */
export const returnBooks = ['quality', 'ratings', 'moves', 'planning', 'discipline'] as const
export type ReturnBook = (typeof returnBooks)[number]
/** `people`: the list as filtered. */
export const registryBooks = ['people', ...returnBooks] as const
/** What may leave the registry, as the facts name it. */
export const booksKept = [...registryBooks, 'form2C'] as const
export type RegistryBook = (typeof registryBooks)[number]

export const AgeBands = z
  .array(z.int().min(18).max(80))
  .min(1)
  .max(8)
  .refine((bands) => bands.every((from, at) => at === 0 || from > (bands[at - 1] ?? 0)))

/** What BC-04, BC-06 and BC-12 look back on: the year of the day unless said. */
const lookingBack = {
  year: z.int().min(1990).max(2200).optional(),
  quarter: z.literal([1, 2, 3, 4]).optional(),
} as const

/** What came in for one return, and who has not sent it. */
export const returnQuestions = [
  z.strictObject({
    about: z.literal('returns'),
    book: z.enum(returnBooks),
    day: Day,
    managedBy: z.enum(managingLevels).optional(),
    ...lookingBack,
  }),
] as const
export type ReturnLine = {
  readonly unitId: string
  readonly unit: string
  readonly version: number
  readonly sender: string
  readonly madeAt: string
  readonly takenAt: string
  readonly by: string
  readonly total: number
  readonly contentSha256: string
  readonly since?: string
  readonly scope: 'all' | ManagingLevel
  readonly counts: boolean
  readonly dropped?: string
}
export type ReturnAnswers = {
  returns: {
    /** Newest first; every version is kept. */
    readonly taken: readonly ReturnLine[]
    readonly senders: readonly { readonly unitId: string; readonly unit: string }[]
    readonly missing: readonly { readonly unitId: string; readonly unit: string }[]
  }
}

export const registryExportActs = [
  /** Answers with the bytes; that personal data went out, and how much of it, is kept as a fact. */
  z.strictObject({
    act: z.literal('exportRegistry'),
    book: z.enum(registryBooks),
    day: Day,
    search: z.string().max(200).optional(),
    unitId: UnitId.optional(),
    below: z.boolean().optional(),
    figure: z.enum(qualityFigures).optional(),
    /** Diện quản lý: only who holds a post managed there on the day. */
    managedBy: z.enum(managingLevels).optional(),
    /** First ages of the bands after the youngest (BC-01). */
    bands: AgeBands.optional(),
    ...lookingBack,
    /** With what lower offices sent: their people are counted by them alone. */
    summed: z.boolean().optional(),
  }),
  /** A return another office made: read, held against its digests and its own sums, kept; taken again it is the next version. */
  z.strictObject({
    act: z.literal('takeReturn'),
    bytes: z.base64().max(80_000_000),
    book: z.enum(returnBooks),
    unitId: UnitId,
    day: Day,
    managedBy: z.enum(managingLevels).optional(),
    bands: AgeBands.optional(),
    ...lookingBack,
    /** Why an office of another name is this unit. */
    otherNameReason: line(500).optional(),
  }),
  /** The 2C record of one person. */
  z.strictObject({ act: z.literal('exportForm2C'), personId: PersonId, day: Day, as: z.enum(['pdf', 'docx']) }),
] as const

/** The file as base64. */
export type BookBytes = { readonly bytes: string; readonly name: string; readonly rows: number }
