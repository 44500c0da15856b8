// The eligibility of the nominees of a case as its facts left it. Cases opened before there was any have none, and nothing waits for it.
import type { PersonId } from '../core/ids.ts'
import type { FactOf } from '../procedure/facts.ts'

export type EligibilityFact = FactOf<
  'nomineeFactsNoted' | 'eligibilityJudged' | 'guardDecided' | 'dossierPaperFiled' | 'dossierPaperSettled'
>
type Stamped = { readonly at: string; readonly by: string }

export type DossierPaper = FactOf<'dossierPaperFiled'> &
  Stamped & {
    /** Looked at by a second person: taken or sent back. */
    readonly settled?: FactOf<'dossierPaperSettled'> & Stamped
  }

export type Judgement = FactOf<'eligibilityJudged'> & Stamped

export type NomineeEligibility = {
  readonly noted?: FactOf<'nomineeFactsNoted'> & Stamped
  readonly decisions: readonly (FactOf<'guardDecided'> & Stamped)[]
  /** In their order; the last one counts. */
  readonly judgements: readonly Judgement[]
  readonly dossier: readonly DossierPaper[]
}
export type EligibilityState = Readonly<Record<PersonId, NomineeEligibility>>

const nothing: NomineeEligibility = { decisions: [], judgements: [], dossier: [] }

/** Folds one fact. Judges nothing. */
export function evolveEligibility(state: EligibilityState, fact: EligibilityFact, { at, by }: Stamped): EligibilityState {
  const before = state[fact.personId] ?? nothing
  const stamped = { at, by }
  const set = (next: NomineeEligibility): EligibilityState => ({ ...state, [fact.personId]: next })
  switch (fact.type) {
    case 'nomineeFactsNoted':
      return set({ ...before, noted: { ...fact, ...stamped } })
    case 'eligibilityJudged':
      return set({ ...before, judgements: [...before.judgements, { ...fact, ...stamped }] })
    case 'guardDecided':
      return set({ ...before, decisions: [...before.decisions, { ...fact, ...stamped }] })
    case 'dossierPaperFiled':
      return set({ ...before, dossier: [...before.dossier, { ...fact, ...stamped }] })
    case 'dossierPaperSettled':
      return set({
        ...before,
        dossier: before.dossier.map((one) => (one.no === fact.no ? { ...one, settled: { ...fact, ...stamped } } : one)),
      })
  }
}

export const eligibilityOf = (state: EligibilityState, personId: string): NomineeEligibility => state[personId as PersonId] ?? nothing
