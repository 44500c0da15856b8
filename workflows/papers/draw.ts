// From a paper that is owed to the value that is drawn.
import type { CaseState } from '../procedure/state.ts'
import { conferenceMinutes } from './conference-minutes.ts'
import type { PaperDue } from './due.ts'
import type { Paper } from './paper.ts'
import type { PaperPeople } from './sign-blocks.ts'
import { voteCountMinutes } from './vote-count-minutes.ts'
import { voteSummary } from './vote-summary.ts'

/** `proof`: the digest of `recordJson` of the same paper, and the log head that record carries. */
export function paperFor(state: CaseState, due: PaperDue, proof: Paper['proof'], people: PaperPeople): Paper {
  switch (due.kind) {
    case 'voteCountMinutes':
      return voteCountMinutes(state, due, proof, people)
    case 'conferenceMinutes':
      return conferenceMinutes(state, due, proof, people)
    case 'voteSummary':
      return voteSummary(state, due, proof, people)
  }
}
