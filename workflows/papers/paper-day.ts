// The day a paper of a meeting bears.
import { confirmedCount } from '../conference/state.ts'
import { dayOf } from '../core/stamp.ts'
import type { CaseState } from '../procedure/state.ts'
import type { MeetingDue } from './due.ts'
import { meetingOf } from './meeting.ts'

/** The ISO day in the head of a paper of a meeting: minutes of a count bear the day it was confirmed. */
export function paperDay(state: CaseState, due: MeetingDue): string {
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
