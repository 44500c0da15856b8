// The eligibility of the nominees of a case in the shape people read: their sheets as of today, and their dossiers.
import type { CaseState } from '../procedure/state.ts'
import { type DossierLine, dossierOf, missingItems } from './dossier.ts'
import type { DossierItem } from './dossier-rules.ts'
import type { NomineeFacts, PostFacts } from './nominee-facts.ts'
import { judgeNominee } from './of-case.ts'
import { eligibilityOf, type Judgement, type NomineeEligibility } from './state.ts'
import { type GuardVerdict, stopsBallot } from './verdict.ts'

export type NomineeSheet = {
  readonly personId: string
  readonly name: string
  readonly isWithdrawn: boolean
  /** Absent: nothing was noted yet. */
  readonly facts?: NomineeFacts
  readonly postFacts?: PostFacts
  readonly notedAt?: string
  readonly source?: 'typed' | 'registry'
  /** Judged today, from what is on record. */
  readonly today: readonly GuardVerdict[]
  readonly stops: readonly string[]
  /** Every judgement on record, the newest last. */
  readonly judgements: readonly Judgement[]
  readonly decisions: NomineeEligibility['decisions']
  readonly dossier: readonly DossierLine[]
  readonly missing: readonly DossierItem[]
}
export type EligibilityView = {
  readonly caseId: string
  readonly version: number
  readonly today: string
  readonly nominees: readonly NomineeSheet[]
}

export function eligibilityView(state: CaseState, today: string): EligibilityView {
  return {
    caseId: state.caseId,
    version: state.version,
    today,
    nominees: state.nominees.map(({ personId, name }): NomineeSheet => {
      const { noted, judgements, decisions } = eligibilityOf(state.eligibility, personId)
      const verdicts = judgeNominee(state, personId, today) ?? []
      const dossier = dossierOf(state, personId, today)
      return {
        personId,
        name,
        isWithdrawn: state.withdrawn.includes(personId),
        ...(noted && { facts: noted.facts, postFacts: noted.postFacts, notedAt: noted.at, source: noted.source }),
        today: verdicts,
        stops: verdicts.filter(stopsBallot).map((one) => one.guard),
        judgements,
        decisions,
        dossier,
        missing: missingItems(dossier),
      }
    }),
  }
}
