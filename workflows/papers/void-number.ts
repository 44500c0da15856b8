// Voiding the number of a paper that will not be used: the number is kept with its reason and never given again (documents.md A2, A3).
import { refuse } from '../core/result.ts'
import type { CommandOf } from '../procedure/commands.ts'
import { type Deciding, type Decision, inOrder } from '../procedure/deciding.ts'

export function voidNumber(d: Deciding, { type, paperId, reason }: CommandOf<'voidNumber'>): Decision {
  const paper = d.state.papers.find(({ drawn }) => drawn.paperId === paperId)
  if (!paper) return refuse({ code: 'paper-unknown', paperId })
  const { number } = paper.drawn
  if (!number) return refuse({ code: 'paper-without-number', paperId })
  if (paper.voided) return refuse({ code: 'number-voided-already', paperId })
  // A signed paper is never undone: it is replaced by another (A6.3, Corrections).
  if (paper.signatures.length > 0) return refuse({ code: 'number-of-signed-paper', paperId, signatures: paper.signatures.length })
  return inOrder(d, type, [{ type: 'numberVoided', paperId, number, reason }])
}
