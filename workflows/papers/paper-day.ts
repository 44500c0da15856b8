// The day a paper of a meeting bears.
import { confirmedCount } from '../conference/state.ts'
import { dayOf } from '../core/stamp.ts'
import type { CaseState, PaperState } from '../procedure/state.ts'
import type { MeetingDue } from './due.ts'
import { isOwedKind } from './kinds.ts'
import { meetingOf } from './meeting.ts'

/** The ISO day in the head of a paper of a meeting: minutes of a count bear the day it was confirmed. */
export function paperDay(state: CaseState, due: Pick<MeetingDue, 'kind' | 'conferenceId'>): string {
  const conference = meetingOf(state, due.conferenceId)
  const { closed, openedAt, convened } = conference
  switch (due.kind) {
    case 'voteCountMinutes':
      return dayOf(confirmedCount(conference)?.confirmedAt ?? convened.plannedAt)
    case 'conferenceMinutes':
      return dayOf(closed?.closedAt ?? openedAt ?? convened.plannedAt)
    case 'voteSummary':
      return dayOf(closed?.closedAt ?? convened.plannedAt)
  }
}

/** The ISO day in the head of a paper that was drawn: that of its meeting, or the one it was asked for with. */
export function dayOfDrawn(state: CaseState, { drawn, drawnAt }: PaperState): string {
  const { kind, conferenceId, paperId } = drawn
  if (isOwedKind(kind) && conferenceId !== undefined) return paperDay(state, { kind, conferenceId })
  return state.paperRequests.find((one) => one.paperId === paperId)?.day ?? dayOf(drawnAt)
}
