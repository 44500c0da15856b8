// The deadlines of a case as days, met or not. They warn and never block (procedure.md 6).
import { bundleDeadline } from '../bundles/view.ts'
import { type HolidayTable, workingDaysBetween } from '../core/calendar.ts'
import { dayOf } from '../core/stamp.ts'
import { deadlineOn } from '../rulebooks/deadlines.ts'
import type { ActKey, DeadlineKey } from '../rulebooks/types.ts'
import type { DeadlineView } from './case-view.ts'
import { nearDays } from './cases-window.ts'
import type { Plan } from './plan.ts'
import type { CaseState } from './state.ts'

type Span = { readonly key: DeadlineKey; readonly from?: string; readonly metOn?: string }

const actOn = (state: CaseState, act: ActKey): string | undefined => state.acts.findLast((one) => one.act === act)?.doneOn
const receivedOn = (state: CaseState, act: ActKey): string | undefined => {
  const found = state.acts.findLast((one) => one.act === act)
  return found?.details.receivedOn ?? found?.doneOn
}

function spansOf(state: CaseState): readonly Span[] {
  const closed = (stage: string) =>
    state.conferences.find((one) => one.stage === stage && one.phase === 'closed' && one.convened.runNo === state.runNo)
  const first = state.conferences.find((one) => one.openedAt !== undefined)?.openedAt
  const lastClosed = closed('leadershipDecision')?.closed?.closedAt
  const keyOfficials = closed('keyOfficialsConsultation')?.closed?.closedAt
  const { termEnd } = state.opened
  return [
    span('policyAnswer', actOn(state, 'policyRequest'), actOn(state, 'policyApproval')),
    span('conferencesStart', actOn(state, 'policyApproval'), first),
    span('conferencesFinish', actOn(state, 'policyApproval'), lastClosed),
    span('reappointmentNotice', termEnd, actOn(state, 'reappointmentNotice')),
    span('selfReport', receivedOn(state, 'reappointmentNotice'), actOn(state, 'selfReport')),
    span('keyOfficialsAfterSelfReport', receivedOn(state, 'selfReport'), keyOfficials),
    span('decisionBeforeTermEnd', termEnd, state.decided?.document.date),
  ]
}

const span = (key: DeadlineKey, from: string | undefined, met: string | undefined): Span => ({
  key,
  ...(from !== undefined && { from }),
  ...(met !== undefined && { metOn: dayOf(met) }),
})

/** Working days from `today` to `due`, negative when it has passed. */
const left = (today: string, due: string, holidays: HolidayTable): number =>
  due >= today ? workingDaysBetween(today, due, holidays) : -workingDaysBetween(due, today, holidays)

export function deadlinesOf(plan: Plan, state: CaseState, today: string, holidays: HolidayTable): DeadlineView[] {
  const spans = spansOf(state).flatMap((one) => viewOf(one))
  return [...spans, ...bundleDeadline(state, today, (due) => left(today, due, holidays))]

  function viewOf({ key, from, metOn }: Span): DeadlineView[] {
    const found = from === undefined ? undefined : deadlineOn(plan.rulebook, key, from, state.opened.track, holidays)
    if (!found) return []
    const { article, evidence, value } = found.rule
    const workingDaysLeft = left(today, found.on, holidays)
    const standing = standingOf(found.on, metOn, workingDaysLeft)
    return [{ key, dueOn: found.on, standing, workingDaysLeft, length: value, citation: { article, evidence } }]
  }
}

function standingOf(due: string, metOn: string | undefined, workingDaysLeft: number): DeadlineView['standing'] {
  if (metOn !== undefined) return metOn <= due ? 'met' : 'metLate'
  if (workingDaysLeft < 0) return 'overdue'
  return workingDaysLeft <= nearDays ? 'near' : 'running'
}
