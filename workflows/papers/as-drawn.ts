// Papers as they were said when they were drawn: the same value from the same facts, however the case went on since.
import type { FactOf } from '../procedure/facts.ts'
import { type CaseState, evolve, type StoredFact } from '../procedure/state.ts'
import { paperFor } from './draw.ts'
import { isRequested, type PaperDue, papersOwed } from './due.ts'
import type { Paper } from './paper.ts'
import type { PaperPeople } from './sign-blocks.ts'

/** `state`: the case the moment before the paper was drawn. `paper` lacks its proof, which only the ink bears. */
export type AsDrawn = { readonly due: PaperDue; readonly state: CaseState; readonly paper: Paper }

const noProof: Paper['proof'] = { stageId: '', version: 1, recordSha256: '', logSize: 0, logRoot: '' }

type Field = FactOf<'paperDrawn'>['fields'][number]

/**
 * Who signs is fixed when a paper is drawn, while the office goes on: somebody else heads its personnel work by now. Papers of versions that
 * called their fields otherwise stay as they are said today.
 */
function asSigned(paper: Paper, fields: readonly Field[]): Paper {
  const blockOf = ({ field }: Field) => paper.signBlocks.find((one) => one.field === field)
  if (fields.length === 0 || !fields.every(blockOf)) return paper
  const signBlocks = paper.signBlocks.flatMap((block) => {
    const drawn = fields.find(({ field }) => field === block.field)
    return drawn ? [{ ...block, order: drawn.order, personName: drawn.personName }] : []
  })
  return { ...paper, signBlocks }
}

/** All papers of a case in the order of drawing. `facts`: all of the case, in order. */
export function papersAsDrawn(facts: Iterable<StoredFact>, caseId: string, people: PaperPeople): AsDrawn[] {
  let state: CaseState | null = null
  const drawn: AsDrawn[] = []
  for (const stored of facts) {
    const { fact } = stored
    if (state && fact.type === 'paperDrawn') {
      const due = papersOwed(state).find((one) => one.paperId === fact.paperId)
      const numbered = due && (fact.number ? { ...due, number: fact.number } : due)
      if (numbered) drawn.push({ due: numbered, state, paper: asSigned(paperFor(state, numbered, noProof, people), fact.fields) })
    }
    state = evolve(state, stored, caseId)
  }
  return drawn
}

/** What somebody typed for a paper, box by box. */
export const typedFor = ({ due }: AsDrawn): Readonly<Record<string, string>> => (isRequested(due) ? due.details : {})
