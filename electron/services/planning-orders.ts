// Orders to planning, and the questions about it: the law of planning decides, the facts land in the `planning` stream.

import type { PersonId } from '../../workflows/core/ids.ts'
import { type Result, refuse } from '../../workflows/core/result.ts'
import { factsFromRegistry } from '../../workflows/eligibility/from-registry.ts'
import { eligibilityView } from '../../workflows/eligibility/view.ts'
import type { Answers, Refusal } from '../../workflows/office.ts'
import { mayAskPlanning } from '../../workflows/planning/commands.ts'
import { decidePlanning } from '../../workflows/planning/decide.ts'
import type { PlanningState } from '../../workflows/planning/state.ts'
import { planningListView } from '../../workflows/planning/view.ts'
import type { PlanningOrder } from '../../workflows/planning-counter.ts'
import { findNominee } from '../../workflows/procedure/state.ts'
import { mayReadRegistry } from '../../workflows/registry/commands.ts'
import { planningReturn } from '../../workflows/registry/returns/planning-return.ts'
import { checkReviews } from '../../workflows/registry/returns/review-check.ts'
import { mustBeAllowed } from './at-work.ts'
import { noteLook } from './look-log.ts'
import type { OpenFile } from './open-file.ts'
import { planningToolsOf } from './planning-candidates.ts'

export function orderPlanning(open: OpenFile, { seen, command }: PlanningOrder): Result<PlanningState, Refusal> {
  const allowed = mustBeAllowed(open.operator(), command.type, mayAskPlanning[command.type])
  if (!allowed.ok) return allowed
  const state = open.planning()
  if (state.version !== seen) return refuse({ code: 'changed-meanwhile', seen, version: state.version })
  const stamp = open.stamp()
  if (!stamp.ok) return stamp
  const day = 'on' in command ? command.on : stamp.value.at.slice(0, 10)
  const decided = decidePlanning(state, command, stamp.value, planningToolsOf(open, day))
  // Something happened to nobody on a list: nothing is recorded, and that is no refusal.
  if (!decided.ok) return decided
  return decided.value.length === 0 ? { ok: true, value: state } : open.recordPlanning(decided.value, stamp.value)
}

/** Planning and sheets hold personal data: for those who work on personnel, and for whoever checks them. */
export function mustRead(open: OpenFile, about: string): Result<null, Refusal> {
  return mustBeAllowed(open.operator(), about, mayReadRegistry)
}

export function planningListOf(open: OpenFile, listId: string): Result<Answers['planningList'], Refusal> {
  const allowed = mustRead(open, 'planning')
  if (!allowed.ok) return allowed
  const view = planningListView(open.planning(), listId, open.today())
  return view ? { ok: true, value: view } : refuse({ code: 'planning-list-unknown', listId })
}

export function planningReviewsOf(open: OpenFile, day: string): Result<Answers['planningReviews'], Refusal> {
  const allowed = mustRead(open, 'planning')
  return allowed.ok ? { ok: true, value: checkReviews(open.planning(), planningReturn(open.planning(), day)) } : allowed
}

export function eligibilityOfCase(open: OpenFile, caseId: string): Result<Answers['eligibility'], Refusal> {
  const allowed = mustRead(open, 'eligibility')
  if (!allowed.ok) return allowed
  const live = open.cases.get(caseId)
  if (live === null) return refuse({ code: 'case-unknown', caseId })
  noteLook(open, 'eligibility', ...live.state.nominees.map(({ personId }) => personId))
  return { ok: true, value: eligibilityView(live.state, open.today()) }
}

/** Of the registry as it is known today; recorded in the case only when somebody has read it over. */
export function nomineeFromRegistry(open: OpenFile, caseId: string, personId: PersonId): Result<Answers['nomineeFromRegistry'], Refusal> {
  const allowed = mustRead(open, 'eligibility')
  if (!allowed.ok) return allowed
  const state = open.cases.get(caseId)?.state
  const nominee = state && findNominee(state, personId)
  if (!state || !nominee) return refuse({ code: 'nominee-unknown', personId })
  const { post } = state.opened
  const { reads } = open.archive.registry
  const { citizenId } = nominee
  const facts = factsFromRegistry({ reads, planning: open.planning(), personId, citizenId, post, day: open.today() })
  if (facts) noteLook(open, 'nominee', personId)
  return facts ? { ok: true, value: facts } : refuse({ code: 'nominee-not-in-registry', name: nominee.name })
}
