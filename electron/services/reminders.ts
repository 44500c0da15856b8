// What is coming up in the open file: lapsing dossier papers of running cases, sealed slips, planning reviews, and the people of the registry.
import { ok, type Result } from '../../workflows/core/result.ts'
import type { Answers, Refusal } from '../../workflows/office.ts'
import { settingsOf } from '../../workflows/planning/rules.ts'
import { lastReviewOn } from '../../workflows/planning/view.ts'
import { mayReadRegistry } from '../../workflows/registry/commands.ts'
import { type LapsingPaper, type ReviewedList, remindersOf } from '../../workflows/reminders/reminders.ts'
import { timesOf } from '../../workflows/reminders/times.ts'
import { calendarOf } from '../../workflows/reminders/year-calendar.ts'
import { mustBeAllowed } from './at-work.ts'
import { incumbentsIn } from './incumbents.ts'
import type { OpenFile } from './open-file.ts'

export function remindersIn(open: OpenFile, year: number): Result<Answers['reminders'], Refusal> {
  const allowed = mustBeAllowed(open.operator(), 'reminders', mayReadRegistry)
  if (!allowed.ok) return allowed
  const holidays = open.holidays(null)
  const incumbents = incumbentsIn(open)
  const reminders = remindersOf({
    today: open.today(),
    holidays,
    incumbents,
    papers: papersIn(open),
    lists: listsIn(open),
    slips: open.list.keptSlips(),
    times: open.planning().reminderTimes,
  })
  return ok({ reminders, calendar: calendarOf(year, open.planning().calendar, holidays), times: timesOf(open.planning().reminderTimes) })
}

/** Of every case in the file. A paper a newer one was sent back for is told of until it lapses. */
function* papersIn(open: OpenFile): Generator<LapsingPaper> {
  const today = open.today()
  for (const { isSentBack, ...paper } of open.list.lapsing()) if (isSentBack !== true || paper.validUntil >= today) yield paper
}

/** A list owes its next review by the day of the year; this year's once last year's is done. */
function* listsIn(open: OpenFile): Generator<ReviewedList> {
  const state = open.planning()
  const { reviewBy } = settingsOf(state)
  for (const list of state.lists.values()) {
    if (list.ended) continue
    const last = Number((lastReviewOn(list) ?? list.openedOn).slice(0, 4))
    yield { listId: list.listId, title: `${list.post.title}, ${list.post.unit}`, dueOn: `${last + 1}-${reviewBy.value}` }
  }
}
