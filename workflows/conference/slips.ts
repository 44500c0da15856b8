// Slips drawn in the app for a meeting: whose names they bear, how many were asked for, whether they are still right.
// A meeting may vote with slips made by other means; then nothing here speaks.
import type { Refusal } from '../core/refusal.ts'
import type { CaseState } from '../procedure/state.ts'
import type { Meeting } from './agenda.ts'
import { namesOnBallot } from './names.ts'

export type DrawnSlips = { readonly paperId: string; readonly names: readonly string[]; readonly copies: number }

/** The newest slips drawn for a meeting. */
export function slipsDrawn(state: CaseState, conferenceId: string): DrawnSlips | undefined {
  const paper = state.papers.findLast(({ drawn }) => drawn.kind === 'ballotSlip' && drawn.conferenceId === conferenceId)
  const request = paper && state.paperRequests.find((one) => one.paperId === paper.drawn.paperId)
  return request && { paperId: request.paperId, names: request.people ?? [], copies: Number(request.details.copies ?? 0) }
}

/** Slips of the app as those in use: they must be there, and as many as were asked for. */
export function slipsProblem(state: CaseState, conferenceId: string, printed: number): Refusal | undefined {
  const slips = slipsDrawn(state, conferenceId)
  if (!slips) return { code: 'slips-not-drawn' }
  return slips.copies === printed ? undefined : { code: 'printed-differs-from-slips', printed, copies: slips.copies }
}

/** Do the slips drawn here bear other names than the ballot has now: somebody was removed, introduced, withdrawn? */
export function slipsAreOutdated({ plan, state, stage, conference }: Meeting): boolean {
  const slips = slipsDrawn(state, conference.conferenceId)
  if (!slips) return false
  const names = namesOnBallot(plan, state, stage, conference)
  return names.length !== slips.names.length || names.some((id, index) => id !== slips.names[index])
}
