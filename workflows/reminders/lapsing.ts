// Papers of the dossiers of a case that lapse some day: kept in the row of the case, so that nobody reads a case to be reminded of one.
import { dayOf } from '../core/stamp.ts'
import { dossierOf } from '../eligibility/dossier.ts'
import type { CaseState } from '../procedure/state.ts'

export type Lapsing = {
  /** Of the nominee. */
  readonly name: string
  /** The item of the checklist (procedure.md 5.2). */
  readonly paper: string
  /** ISO, the last day it counts. */
  readonly validUntil: string
  readonly article: string
  /** A newer one was sent back: once this one has lapsed there is nothing left to remind of. */
  readonly isSentBack?: true
}

/** The same on whatever day it is asked. Nothing of a case that is decided or cancelled, nor of who withdrew. */
export function lapsingIn(state: CaseState): Lapsing[] {
  if (state.cancelled || state.decided) return []
  return state.nominees.flatMap(({ personId, name }) => {
    if (!state.eligibility[personId]?.dossier.length || state.withdrawn.includes(personId)) return []
    return dossierOf(state, personId, dayOf(state.lastAt)).flatMap(({ rule, validUntil, papers }): Lapsing[] => {
      if (validUntil === undefined) return []
      const isSentBack = papers.at(-1)?.settled?.isAccepted === false
      return [{ name, paper: rule.item, validUntil, article: rule.validity.article, ...(isSentBack && { isSentBack }) }]
    })
  })
}
