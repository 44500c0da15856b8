// The part of the counter that speaks of who looked at personal records (programme.md 13): asked by the auditor alone, kept for days the office sets.
import { z } from 'zod'
import { line } from './core/document.ts'
import { OperatorId, PersonId } from './core/ids.ts'
import type { Role } from './roles.ts'
import { ruled } from './rulebooks/cite.ts'

/** What was looked at: the record, the 2C form that went out, the sheets of a case, what the registry offered of a nominee, a file of a dossier. */
export const readViews = ['person', 'form2C', 'eligibility', 'nominee', 'dossierFile'] as const
export type ReadView = (typeof readViews)[number]

export const readLogDays = ruled(365, 'DEFAULT', 'Thiết lập: số ngày giữ nhật ký xem hồ sơ')
/** Beyond so many lines the oldest go, whatever the days say. */
export const readLogMost = 200_000
/** The same person looked at by the same operator on the same view again within so many minutes is one look. */
export const oneLookMinutes = 10
/** Lines of the log sent at a time unless said. */
export const looksInWindow = 60

export const mayReadLooks: readonly Role[] = ['auditor']

export const readingCommands = [
  z.strictObject({ type: z.literal('setReadLogDays'), days: z.int().min(30).max(3650), reason: line(500) }),
] as const

export const readingQuestions = [
  /** The newest first: `count` lines from place `from`. */
  z.strictObject({
    about: z.literal('looks'),
    personId: PersonId.optional(),
    operatorId: OperatorId.optional(),
    from: z.int().min(0).optional(),
    count: z.int().min(1).max(500).optional(),
  }),
] as const

export type Look = {
  readonly at: string
  readonly by: string
  readonly byName: string
  readonly personId: string
  /** As the person is called now; the id where no record says a name. */
  readonly name: string
  readonly view: ReadView
}
export type ReadingAnswers = {
  looks: {
    readonly looks: readonly Look[]
    readonly found: number
    readonly from: number
    readonly days: number
    readonly isDefault: boolean
  }
}
