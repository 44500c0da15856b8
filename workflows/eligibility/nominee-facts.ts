// What a judgement must know of a nominee and of the post on a day. Whatever is left out is not known, never assumed.
import { z } from 'zod'
import { DocumentRef, line } from '../core/document.ts'
import { Day } from '../core/stamp.ts'
import { PartialDate } from '../registry/partial-date.ts'
import { sexes } from '../registry/person.ts'
import { Discipline } from './discipline.ts'
import { PostBeside, Relative } from './family.ts'

/** Something a competent person established: yes or no, on a day, by a paper or in words. */
export const Statement = z.strictObject({ isSo: z.boolean(), on: Day, basis: line(300).optional(), document: DocumentRef.optional() })
export type Statement = z.infer<typeof Statement>

/** A post planned for, seen from the post of the case. */
export const planningRelations = ['samePost', 'equivalent', 'higher', 'other'] as const
/** A post held, seen from the post of the case: `nextLower` is immediately below it. */
export const postLevels = ['higher', 'same', 'nextLower', 'lower'] as const

export const Held = z.strictObject({
  post: line(200),
  unit: line(200).optional(),
  level: z.enum(postLevels),
  from: Day,
  /** Last day; none for a post held now. */
  until: Day.optional(),
  isHead: z.boolean().optional(),
  termLastDay: Day.optional(),
  lostByDiscipline: z.boolean().optional(),
})
export type Held = z.infer<typeof Held>

export const Planned = z.strictObject({
  post: line(200),
  relation: z.enum(planningRelations),
  from: Day,
  until: Day.optional(),
  document: DocumentRef.optional(),
})
export type Planned = z.infer<typeof Planned>

/** The best first; as in the registry. */
export const ratingLevels = ['excellent', 'good', 'completed', 'notCompleted'] as const
export const proceedingKinds = [
  'barredFromPost',
  'disciplinaryTimeLimit',
  'charged',
  'investigated',
  'prosecuted',
  'tried',
  'arrested',
] as const
export const checkKinds = ['denunciation', 'disciplinaryComplaint', 'violationInspection', 'auditRecommendation', 'suspension'] as const

const lasting = <const K extends readonly [string, ...string[]]>(kinds: K) =>
  z.strictObject({ kind: z.enum(kinds), from: Day, until: Day.optional(), note: line(300).optional() })
/** A list that somebody looked up on a day, so that an empty one says "none". */
const looked = <S extends z.ZodType>(one: S) => z.strictObject({ on: Day, list: z.array(one).max(100) })

export const NomineeFacts = z.strictObject({
  birthDate: PartialDate.optional(),
  sex: z.enum(sexes).optional(),
  standards: Statement.optional(),
  planning: looked(Planned).optional(),
  /** A unit new or merged has no approved planning yet (G-04). */
  unitHasPlanning: Statement.optional(),
  held: looked(Held).optional(),
  /** The day the competent personnel body received submission and dossier (G-08). */
  dossierReceivedOn: Day.optional(),
  dossierVerified: Statement.optional(),
  assetDeclaredOn: Day.optional(),
  healthCertificate: z.strictObject({ on: Day, isFit: z.boolean() }).optional(),
  ratings: z
    .array(z.strictObject({ year: z.int().min(1990).max(2100), level: z.enum(ratingLevels) }))
    .max(40)
    .optional(),
  results: Statement.optional(),
  proceedings: looked(lasting(proceedingKinds)).optional(),
  disciplines: looked(Discipline).optional(),
  checks: looked(lasting(checkKinds)).optional(),
  /** Below discipline, or not disciplined because time ran out: the competent level may look past it (QĐ377). */
  shortcomings: Statement.optional(),
  politicalConclusion: Statement.optional(),
  newPoliticalFacts: Statement.optional(),
  qualifications: Statement.optional(),
  relatives: looked(Relative).optional(),
  /** "không là người địa phương": an officer decides it. */
  isNotLocal: Statement.optional(),
  /** Deputies of the body: approved, and in post now without this case. */
  deputies: z.strictObject({ on: Day, approved: z.int().min(0).max(99), inPost: z.int().min(0).max(99) }).optional(),
})
export type NomineeFacts = z.infer<typeof NomineeFacts>

/** Of the post of the case, beside what the case holds itself. */
export const PostFacts = z.strictObject({ beside: PostBeside.optional() })
export type PostFacts = z.infer<typeof PostFacts>
