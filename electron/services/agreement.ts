// Where the papers of a case differ, for the list on screen and for whoever is about to sign one of them.

import type { LiveCase } from '../../workflows/core/replay.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { AgreementView, Refusal } from '../../workflows/office.ts'
import { disagreements, toldTo, unaccepted } from '../../workflows/papers/agreement.ts'
import type { Difference } from '../../workflows/papers/difference.ts'
import { restsFor } from '../../workflows/procedure/resting.ts'
import type { CaseState, PaperState } from '../../workflows/procedure/state.ts'
import { caseFact, caseStream } from './case-memory.ts'
import type { OpenFile } from './open-file.ts'
import { peopleOf } from './paper-people.ts'
import { mayRead } from './read-paper.ts'

type Compared = { readonly of: string; readonly found: readonly Difference[] }
/** By case: signing several papers in one sitting asks again and again, and no signature changes what a paper says. */
const compared = new WeakMap<OpenFile, Map<string, Compared>>()

/** What a comparison depends on: which papers stand, and the documents typed for acts. */
const basisOf = ({ papers, acts, submitted, decided }: CaseState): string =>
  JSON.stringify([papers.map(({ drawn, voided }) => [drawn.paperId, voided !== undefined]), acts.length, submitted, decided])

function agreementOf(open: OpenFile, { state }: LiveCase): readonly Difference[] {
  const ofFile = compared.get(open) ?? new Map<string, Compared>()
  compared.set(open, ofFile)
  const basis = basisOf(state)
  const known = ofFile.get(state.caseId)
  if (known?.of === basis) return known.found
  const facts = open.archive.load(caseStream(state.caseId)).map((row) => caseFact(state.caseId, row))
  const found = disagreements(facts, state.caseId, peopleOf(state, open.desk().state))
  ofFile.set(state.caseId, { of: basis, found })
  return found
}

/** Refused: `papers-disagree`, with how many differences of this paper nobody accepted. */
export function mustAgree(open: OpenFile, live: LiveCase, paper: PaperState): Result<null, Refusal> {
  const left = unaccepted(agreementOf(open, live), paper)
  return left.length === 0 ? ok(null) : refuse({ code: 'papers-disagree', paperId: paper.drawn.paperId, differences: left.length })
}

/** What is said in a paper the reader may not read, he is not told here either. */
export function agreementView(open: OpenFile, live: LiveCase): AgreementView {
  const { state } = live
  const roles = open.operator()?.roles ?? []
  const paperOf = (paperId: string) => state.papers.find(({ drawn }) => drawn.paperId === paperId)
  const { shown, hidden } = toldTo(agreementOf(open, live), (paperId) => {
    const paper = paperOf(paperId)
    return paper === undefined || mayRead(state, paper, roles).ok
  })
  return {
    // That there are differences in papers made since a sealed ballot, is told to nobody who may not know of those papers.
    hidden: restsFor(state, roles) ? 0 : hidden,
    differences: shown.map((one) => ({
      ...one,
      accepted: [one.one, one.other].flatMap((side) => {
        const paper = 'paperId' in side.source ? paperOf(side.source.paperId) : undefined
        const found = paper?.accepted?.find(({ differences }) => differences.includes(one.id))
        return paper && found ? [{ paperId: paper.drawn.paperId, reason: found.reason, by: found.by, at: found.at }] : []
      }),
    })),
  }
}
