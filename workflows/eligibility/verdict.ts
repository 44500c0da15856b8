// One answer to one condition: what was asked, by which rule, what was looked at and when. The answer goes on record as it stands.
import { z } from 'zod'
import { DocumentRef } from '../core/document.ts'
import { Day } from '../core/stamp.ts'
import { evidences, type Ruled } from '../rulebooks/types.ts'
import { type GuardId, guardIds } from './guard-rules.ts'

export const guardAnswers = ['pass', 'fail', 'needsDecision', 'unknown'] as const
export type GuardAnswer = (typeof guardAnswers)[number]

/** Why the answer is what it is; worded in `wording/guards.ts`. */
export const guardReasons = [
  'not-asked',
  'stated',
  'stated-not',
  'not-stated',
  'planned',
  'planned-stated',
  'not-planned',
  'no-planning-in-unit',
  'outside-planning',
  'decided',
  'months-in-post',
  'months-in-post-unknown',
  'months-left',
  'full-term-left',
  'until-retirement',
  'extension-instead',
  'birth-or-sex-unknown',
  'dossier-received',
  'dossier-not-received',
  'process-day',
  'age-not-applied',
  'declaration-missing',
  'certificate-valid',
  'certificate-expired',
  'certificate-missing',
  'ratings-good',
  'rating-below',
  'rating-missing',
  'nothing-stands',
  'proceeding-stands',
  'check-stands',
  'not-looked-up',
  'no-bar',
  'barred',
  'sanction-to-consider',
  'shortcoming-to-consider',
  'conclusion-not-needed',
  'conclusion-older-than-new-facts',
  'no-conflict',
  'family-conflict',
  'post-not-described',
  'terms-in-row',
  'no-term-limit',
  'not-head',
  'local',
  'deputies-within',
  'deputies-exceeded',
  'program-submitted',
  'program-not-submitted',
] as const
export type GuardReason = (typeof guardReasons)[number]

/** Texts, days, whole numbers: what the sentence of the reason needs. */
const VerdictNumbers = z.record(z.string().max(40), z.union([z.string().max(400), z.int(), z.boolean()]))

export const GuardVerdict = z.strictObject({
  guard: z.enum(guardIds),
  answer: z.enum(guardAnswers),
  reason: z.enum(guardReasons),
  numbers: VerdictNumbers,
  /** The day of the fact that was looked at: of a paper, a tenure, a look-up. Absent where nothing was there to look at. */
  factOn: Day.optional(),
  rule: z.strictObject({ article: z.string().max(300), evidence: z.enum(evidences) }),
  /** A birth date of which only the year or month is known was read at its oldest. */
  isFlagged: z.literal(true).optional(),
  /** A target of policy: told, and stops nothing (G-21 by its setting). */
  isWarning: z.literal(true).optional(),
  /** The decision of the competent level that opened it. */
  decision: DocumentRef.optional(),
})
export type GuardVerdict = z.infer<typeof GuardVerdict>

type Told = Omit<GuardVerdict, 'guard' | 'answer' | 'reason' | 'numbers' | 'rule'> & { readonly numbers?: GuardVerdict['numbers'] }

export function verdict(guard: GuardId, answer: GuardAnswer, reason: GuardReason, rule: Ruled<unknown>, told: Told = {}): GuardVerdict {
  const { numbers = {}, ...rest } = told
  return { guard, answer, reason, numbers, rule: { article: rule.article, evidence: rule.evidence }, ...rest }
}

/** Does this answer keep the next ballot from going out? What is unknown is looked up, and stops nothing by itself. */
export const stopsBallot = ({ answer, isWarning }: GuardVerdict): boolean => !isWarning && (answer === 'fail' || answer === 'needsDecision')
