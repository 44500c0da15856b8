// A fake office for the planning screens: the law of planning decides and shows, people of the registry are a list in memory.

import { noHolidays } from '../../workflows/core/calendar.ts'
import { foldedText } from '../../workflows/core/folded-text.ts'
import { OperatorId } from '../../workflows/core/ids.ts'
import type { Office } from '../../workflows/office.ts'
import type { PlanningCommand } from '../../workflows/planning/commands.ts'
import { decidePlanning, type PlanningTools } from '../../workflows/planning/decide.ts'
import type { PlannedPerson } from '../../workflows/planning/facts.ts'
import { proposalProblems } from '../../workflows/planning/proposal.ts'
import { followPlanning } from '../../workflows/planning/replay.ts'
import { noPlanning, type PlanningState } from '../../workflows/planning/state.ts'
import { planningListView, planningView } from '../../workflows/planning/view.ts'
import { planningReturn } from '../../workflows/registry/returns/planning-return.ts'
import { checkReviews } from '../../workflows/registry/returns/review-check.ts'
import { timesOf } from '../../workflows/reminders/times.ts'
import { calendarOf } from '../../workflows/reminders/year-calendar.ts'
import { Play } from '../support/play.ts'
import { memoryOffice } from './memory-office.ts'

export const planningDay = '2026-09-07'
const stamp = { at: `${planningDay}T08:00:00+07:00`, by: OperatorId.parse('hr') }

export function planningOffice(people: readonly PlannedPerson[], tools: PlanningTools, before: readonly PlanningCommand[]) {
  const base = memoryOffice(new Play(stamp.at))
  const orders: PlanningCommand[] = []
  let state: PlanningState = noPlanning
  const give = (command: PlanningCommand) => {
    const decided = decidePlanning(state, command, stamp, tools)
    if (decided.ok)
      for (const fact of decided.value) state = followPlanning(state, { version: state.version + 1, at: stamp.at, by: stamp.by, fact })
    return decided
  }
  for (const command of before) if (!give(command).ok) throw new Error(command.type)
  const office: Office = {
    ...base,
    async dispatch(order) {
      if (order.to !== 'planning') return base.dispatch(order)
      orders.push(order.command)
      if (order.seen !== state.version)
        return { ok: false, refusal: { code: 'changed-meanwhile', seen: order.seen, version: state.version } }
      const decided = give(order.command)
      return decided.ok ? { ok: true, value: {} } : decided
    },
    async ask(question) {
      const answer = (): unknown => {
        switch (question.about) {
          case 'planning':
            return planningView(state, planningDay)
          case 'planningList':
            return planningListView(state, question.listId, planningDay)
          case 'planningReviews':
            return checkReviews(state, planningReturn(state, question.day))
          case 'returns':
            return { taken: [], senders: [], missing: [] }
          case 'units':
            return { day: planningDay, units: [], former: [] }
          case 'communeLists':
          case 'imports':
            return []
          case 'planningCandidates': {
            const list = state.lists.get(question.listId)
            const found = people.filter(({ name }) => foldedText(name).includes(foldedText(question.search)))
            const { isReElection } = question
            return {
              candidates: found.map((person) => ({
                person,
                problems: list === undefined ? [] : proposalProblems(state, list, { person, isReElection, on: planningDay }, tools),
              })),
              isMore: false,
            }
          }
          case 'reminders':
            return { reminders: [], calendar: calendarOf(question.year, state.calendar, noHolidays), times: timesOf(state.reminderTimes) }
        }
      }
      const own = answer()
      return own === undefined ? base.ask(question) : ({ ok: true, value: own } as never)
    },
  }
  return { office, orders, state: () => state }
}
