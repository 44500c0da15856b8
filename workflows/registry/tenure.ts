// A person in a post from a day to a day (programme.md 3.1). One person may hold several at once.
import { z } from 'zod'
import { DocumentRef, line } from '../core/document.ts'
import { PersonId, PostId } from '../core/ids.ts'
import { Day } from '../core/stamp.ts'

export const tenureForms = [
  'elected',
  'appointed',
  'designated',
  'transferred',
  'rotated',
  'seconded',
  'reinforced',
  'acting',
  'inCharge',
] as const
export const tenureEnds = [
  'termEnded',
  'transferred',
  'promoted',
  'resigned',
  'released',
  'removed',
  'retired',
  'died',
  'unitEnded',
  'other',
] as const

const shape = {
  personId: PersonId,
  postId: PostId,
  /** First day in the post. */
  from: Day,
  /** Last day in the post, itself counted ("đến hết ngày"). Left out: still held. */
  lastDay: Day.optional(),
  form: z.enum(tenureForms),
  document: DocumentRef.optional(),
  /** Kiêm nhiệm. */
  isConcurrent: z.boolean().optional(),
  /** Of the term, in months (programme.md 13: 60 unless said). */
  termMonths: z.int().min(1).max(240).optional(),
  endedBy: z.enum(tenureEnds).optional(),
  note: line(500).optional(),
} as const

export const TenureData = z.strictObject(shape).refine(({ from, lastDay }) => lastDay === undefined || from <= lastDay)
export type TenureData = z.infer<typeof TenureData>
export const TenurePatch = z
  .strictObject({
    postId: PostId.optional(),
    from: Day.optional(),
    lastDay: Day.nullable().optional(),
    form: shape.form.optional(),
    document: DocumentRef.nullable().optional(),
    isConcurrent: z.boolean().nullable().optional(),
    termMonths: z.int().min(1).max(240).nullable().optional(),
    endedBy: z.enum(tenureEnds).nullable().optional(),
    note: line(500).nullable().optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0)
export type TenurePatch = z.infer<typeof TenurePatch>

export const isHeldOn = ({ from, lastDay }: Pick<TenureData, 'from' | 'lastDay'>, day: string): boolean =>
  from <= day && (lastDay === undefined || day <= lastDay)

export const usualTermMonths = 60
