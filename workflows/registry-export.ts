// The part of the counter that hands registry lists and returns out as spreadsheets: what, as of which day, by which filter.
import { z } from 'zod'
import { PersonId, UnitId } from './core/ids.ts'
import { Day } from './core/stamp.ts'
import { qualityFigures } from './registry/counter.ts'

/** `people`: the list as filtered. `quality`: BC-01 with its list. `planning`: BC-10. */
export const registryBooks = ['people', 'quality', 'planning'] as const
/** What may leave the registry, as the facts name it. */
export const booksKept = [...registryBooks, 'form2C'] as const
export type RegistryBook = (typeof registryBooks)[number]

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
  }),
  /** The 2C record of one person. */
  z.strictObject({ act: z.literal('exportForm2C'), personId: PersonId, day: Day, as: z.enum(['pdf', 'docx']) }),
] as const

/** The file as base64. */
export type BookBytes = { readonly bytes: string; readonly name: string; readonly rows: number }
