// All conditions on a nominee, judged on one day: the eligibility sheet as data.

import { type GuardId, guardIds } from './guard-rules.ts'
import { g19, g21, g22, g23 } from './guards-around.ts'
import { g06, g07, g08, g09, g12, g13, g20 } from './guards-career.ts'
import { g02, g03, g04, g05 } from './guards-planning.ts'
import { g01, g10, g11, g14, g15, g16, g17, g18 } from './guards-record.ts'
import { type EligibilityQuestion, type Guard, guarding, isAsked } from './question.ts'
import { type GuardVerdict, stopsBallot, verdict } from './verdict.ts'

const guards: Readonly<Record<GuardId, Guard>> = {
  'G-01': g01,
  'G-02': g02,
  'G-03': g03,
  'G-04': g04,
  'G-05': g05,
  'G-06': g06,
  'G-07': g07,
  'G-08': g08,
  'G-09': g09,
  'G-10': g10,
  'G-11': g11,
  'G-12': g12,
  'G-13': g13,
  'G-14': g14,
  'G-15': g15,
  'G-16': g16,
  'G-17': g17,
  'G-18': g18,
  'G-19': g19,
  'G-20': g20,
  'G-21': g21,
  'G-22': g22,
  'G-23': g23,
}

/** G-07 and G-12 ask of a reappointment what its own articles ask; they look themselves. */
const looksItself: ReadonlySet<GuardId> = new Set(['G-07', 'G-12'])

/** One answer for each of G-01 to G-23, in their order. */
export function judgeEligibility(question: EligibilityQuestion): GuardVerdict[] {
  const g = guarding(question)
  return guardIds.map((id) => {
    if (!isAsked(g, id) && !looksItself.has(id)) return verdict(id, 'pass', 'not-asked', g.column.asks[id])
    return opened(guards[id](g), question)
  })
}

/** What the competent level may let pass is passed by its document, and by nothing else. */
function opened(one: GuardVerdict, { decisions }: EligibilityQuestion): GuardVerdict {
  if (one.answer !== 'needsDecision') return one
  const decision = decisions.find(({ guard }) => guard === one.guard)
  return decision ? { ...one, answer: 'pass', decision: decision.document } : one
}

export const stopping = (verdicts: readonly GuardVerdict[]): GuardVerdict[] => verdicts.filter(stopsBallot)
