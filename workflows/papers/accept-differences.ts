// Going on with a paper that differs from others of its case: who does, and why. The paper stays as it is.
import { refuse } from '../core/result.ts'
import type { CommandOf } from '../procedure/commands.ts'
import { type Deciding, type Decision, inOrder } from '../procedure/deciding.ts'

export function acceptDifferences(d: Deciding, { type, paperId, differences, reason }: CommandOf<'acceptDifferences'>): Decision {
  const paper = d.state.papers.find(({ drawn }) => drawn.paperId === paperId)
  if (!paper) return refuse({ code: 'paper-unknown', paperId })
  if (paper.voided !== undefined) return refuse({ code: 'paper-voided', paperId })
  if (paper.supersededBy !== undefined) return refuse({ code: 'paper-superseded', paperId, by: paper.supersededBy })
  return inOrder(d, type, [{ type: 'differencesAccepted', paperId, differences, reason }])
}
