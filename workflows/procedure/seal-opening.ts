// Showing a result that the law does not announce: an act of two people with a reason, on record (procedure.md 7.2).
import { confirmedCount } from '../conference/state.ts'
import { OperatorId } from '../core/ids.ts'
import { refuse } from '../core/result.ts'
import type { CommandOf } from './commands.ts'
import { type Deciding, type Decision, inOrder } from './deciding.ts'
import { type CaseState, findConference } from './state.ts'

/** Seconds for which an opened result is shown to the two who opened it. */
export const shownFor = 30

const isSealed = (state: CaseState, conferenceId: string): boolean => {
  const found = findConference(state, conferenceId)
  return found !== undefined && confirmedCount(found)?.judged.output.announced === false
}

export function askSealOpening(d: Deciding, { type, conferenceId, reason }: CommandOf<'askSealOpening'>): Decision {
  if (!isSealed(d.state, conferenceId)) return refuse({ code: 'no-sealed-result', conferenceId })
  return inOrder(d, type, [{ type: 'sealOpeningAsked', conferenceId, reason }])
}

export function openSeal(d: Deciding, { type, conferenceId }: CommandOf<'openSeal'>): Decision {
  if (!isSealed(d.state, conferenceId)) return refuse({ code: 'no-sealed-result', conferenceId })
  const asked = d.state.sealAsks[conferenceId]
  if (asked === undefined) return refuse({ code: 'seal-opening-not-asked', conferenceId })
  if (asked.by === d.stamp.by) return refuse({ code: 'same-person-opens-seal', by: d.stamp.by })
  const askedBy = OperatorId.parse(asked.by)
  return inOrder(d, type, [{ type: 'sealOpened', conferenceId, reason: asked.reason, askedBy, openedAt: d.stamp.at }])
}

/** May this person look now? Only the two of the latest opening, and only until it shuts. `at`: ISO instant. */
export function mayLook(state: CaseState, conferenceId: string, by: string, at: string): boolean {
  const opening = state.sealOpenings.findLast((one) => one.conferenceId === conferenceId)
  if (opening === undefined || (opening.by !== by && opening.askedBy !== by)) return false
  const since = Date.parse(at) - Date.parse(opening.openedAt)
  return since >= 0 && since <= shownFor * 1000
}
