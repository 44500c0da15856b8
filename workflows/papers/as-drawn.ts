// Papers as they were said when they were drawn: the same value from the same facts, however the case went on since.
import { type CaseState, evolve, type StoredFact } from '../procedure/state.ts'
import { paperFor } from './draw.ts'
import { type PaperDue, papersOwed } from './due.ts'
import type { Paper } from './paper.ts'
import type { PaperPeople } from './sign-blocks.ts'

/** `state`: the case the moment before the paper was drawn. `paper` lacks its proof, which only the ink bears. */
export type AsDrawn = { readonly due: PaperDue; readonly state: CaseState; readonly paper: Paper }

const noProof: Paper['proof'] = { stageId: '', version: 1, recordSha256: '', logSize: 0, logRoot: '' }

/** All papers of a case in the order of drawing. `facts`: all of the case, in order. */
export function papersAsDrawn(facts: Iterable<StoredFact>, caseId: string, people: PaperPeople): AsDrawn[] {
  let state: CaseState | null = null
  const drawn: AsDrawn[] = []
  for (const stored of facts) {
    const { fact } = stored
    if (state && fact.type === 'paperDrawn') {
      const due = papersOwed(state).find((one) => one.paperId === fact.paperId)
      const numbered = due && (fact.number ? { ...due, number: fact.number } : due)
      if (numbered) drawn.push({ due: numbered, state, paper: paperFor(state, numbered, noProof, people) })
    }
    state = evolve(state, stored, caseId)
  }
  return drawn
}
