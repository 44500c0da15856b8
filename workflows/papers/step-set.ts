// The papers of a step in the order a clerk lays them out.
import type { CaseState, PaperState } from '../procedure/state.ts'
import type { PaperKind } from './kinds.ts'
import { isDraftPaper } from './request-fact.ts'

/** Before the meeting, at the meeting, after it; then the papers that close the case (documents.md A6.1). */
const order: readonly PaperKind[] = [
  'policyRequest',
  'invitation',
  'convocationList',
  'nomineeList',
  'eligibilitySheet',
  'actionProgram',
  'ballotSlip',
  'voteCountMinutes',
  'conferenceMinutes',
  'ballotSealingMinutes',
  'partyOpinionRequest',
  'partyOpinion',
  'voteSummary',
  'submission',
  'decision',
  'announcement',
  'ballotDestructionMinutes',
]

/** The papers that stand, neither replaced nor their number voided, of one meeting or of the case beside its meetings (`null`), in order. */
export function papersOfStep(state: CaseState, conferenceId: string | null): readonly PaperState[] {
  const isSummary = (kind: PaperKind) => kind === 'voteSummary'
  const belongs = ({ drawn }: PaperState) =>
    conferenceId === null
      ? drawn.conferenceId === undefined || isSummary(drawn.kind)
      : drawn.conferenceId === conferenceId && !isSummary(drawn.kind)
  return inOrder(state.papers.filter((paper) => paper.supersededBy === undefined && paper.voided === undefined && belongs(paper)))
}

/** Every paper of the case that stands: meeting by meeting, those of the case around them. A draft is none. */
export function papersOfCase(state: CaseState): readonly PaperState[] {
  const beside = papersOfStep(state, null)
  const opening = beside.filter(({ drawn }) => drawn.kind === 'policyRequest')
  const meetings = state.conferences.flatMap(({ conferenceId }) => papersOfStep(state, conferenceId))
  return [...opening, ...meetings, ...beside.filter((paper) => !opening.includes(paper))].filter((paper) => !isDraftPaper(state, paper))
}

const inOrder = (papers: readonly PaperState[]): readonly PaperState[] =>
  papers
    .map((paper, at) => ({ paper, at }))
    .toSorted((a, b) => order.indexOf(a.paper.drawn.kind) - order.indexOf(b.paper.drawn.kind) || a.at - b.at)
    .map(({ paper }) => paper)
