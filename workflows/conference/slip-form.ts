// What one slip of a ballot can say, as lines a counter can press: who is named, or which opinion (procedure.md 2.2).
import type { BallotView } from '../procedure/case-view.ts'

/**
 * `one`: one name. `several`: up to `most` names. `opinion`: one of the lines agree, disagree and, on a slip of approval, no opinion.
 * `names`: as printed on the slip, in the order of the lines.
 */
export type SlipForm = {
  readonly kind: 'one' | 'several' | 'opinion'
  readonly names: readonly string[]
  readonly lines: number
  readonly most: number
  /** A slip that marks no line: valid where it may say so, invalid (`NONE_CHOSEN`) where the setting `blankIs` says so (procedure.md 2.6). */
  readonly blank: 'valid' | 'invalid'
  /** How the lines become a count: votes of names, agreements to names, or the three numbers of an approval. */
  readonly counts: 'votes' | 'agreements' | 'soleCandidate' | 'approval'
}

export type SlipFormParts = Pick<BallotView, 'method' | 'seats'> & {
  readonly names: readonly string[]
  readonly blankIs: 'invalid' | 'validBlank'
}

export function slipFormOf({ method, seats, names, blankIs }: SlipFormParts): SlipForm {
  const blank = blankIs === 'validBlank' ? 'valid' : 'invalid'
  // Neither box ticked on a slip of approval is "no opinion", and valid (procedure.md 2.6).
  if (method === 'approval') return { kind: 'opinion', names, lines: 3, most: 1, blank: 'invalid', counts: 'approval' }
  if (method === 'consultation') {
    // Each person is agreed to or not: whoever agrees to nobody has said so, and the slip is valid (procedure.md 2.2).
    return names.length === 1
      ? { kind: 'opinion', names, lines: 2, most: 1, blank: 'invalid', counts: 'agreements' }
      : { kind: 'several', names, lines: names.length, most: names.length, blank: 'valid', counts: 'agreements' }
  }
  if (method === 'decision' && names.length === 1) {
    return { kind: 'opinion', names, lines: 2, most: 1, blank: 'invalid', counts: 'soleCandidate' }
  }
  const most = method === 'divergence' ? 1 : Math.min(seats, Math.max(1, names.length))
  return { kind: most === 1 ? 'one' : 'several', names, lines: names.length, most, blank, counts: 'votes' }
}
