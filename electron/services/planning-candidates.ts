// Who may be put on a planning list: people of the registry found by name or number, judged by the law as an order would be.

import { PersonId } from '../../workflows/core/ids.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import { recordOf, unitNamed } from '../../workflows/eligibility/from-registry.ts'
import type { Answers, Refusal } from '../../workflows/office.ts'
import { disciplinesIn, plannedPersonOf } from '../../workflows/planning/candidates.ts'
import type { PlanningTools } from '../../workflows/planning/decide.ts'
import { proposalProblems } from '../../workflows/planning/proposal.ts'
import { mayReadRegistry } from '../../workflows/registry/commands.ts'
import { mustBeAllowed } from './at-work.ts'
import { caseFact, caseOf } from './case-memory.ts'
import type { OpenFile } from './open-file.ts'

/** Enough to choose from; more letters find fewer. */
const candidatesShown = 20

export function planningCandidates(
  open: OpenFile,
  question: { readonly listId: string; readonly search: string; readonly isReElection: boolean },
): Result<Answers['planningCandidates'], Refusal> {
  const allowed = mustBeAllowed(open.operator(), 'planning', mayReadRegistry)
  if (!allowed.ok) return allowed
  const { listId, search, isReElection } = question
  const state = open.planning()
  const list = state.lists.get(listId)
  if (!list) return refuse({ code: 'planning-list-unknown', listId })
  const on = open.today()
  const { reads, lists } = open.archive.registry
  const unitId = unitNamed(reads, list.post.unit, on)
  const target = unitId && reads.postsOf(unitId, on).find((one) => one.title === list.post.title)
  const found = lists.find({ search, day: on, from: 0, count: candidatesShown })
  const tools = planningToolsOf(open, on)
  const candidates = found.rows.flatMap(({ personId }) => {
    const person = plannedPersonOf(reads, personId, { post: list.post, target, day: on })
    return person ? [{ person, problems: proposalProblems(state, list, { person, isReElection, on }, tools) }] : []
  })
  return ok({ candidates, isMore: found.isMore || found.found > found.rows.length })
}

/** What planning asks of cases and of the registry. The cases of the day are read once, and only when somebody is asked about. */
export function planningToolsOf(open: OpenFile, day: string): PlanningTools {
  let proposed: ReturnType<typeof proposedIn> | undefined
  return {
    proposedOn({ personId, citizenId }) {
      proposed ??= proposedIn(open, day)
      return proposed.has(personId) || (citizenId !== undefined && proposed.has(citizenId)) ? [day] : []
    },
    disciplinesOf({ personId, citizenId }) {
      const { reads } = open.archive.registry
      const id = PersonId.safeParse(personId)
      const record = id.success ? recordOf(reads, id.data, citizenId) : undefined
      return record ? disciplinesIn(reads, record.personId, day) : []
    },
  }
}

/** Ids and citizen numbers of everybody proposed in a case on that day. Only cases touched since are looked at. */
function proposedIn(open: OpenFile, day: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const stream of open.list.changedSince(day)) {
    const caseId = caseOf(stream)
    if (caseId === undefined) continue
    for (const row of open.archive.load(stream)) {
      if (row.type !== 'nomineeProposed' || row.at.slice(0, 10) !== day) continue
      const { fact } = caseFact(caseId, row)
      if (fact.type !== 'nomineeProposed') continue
      const { personId, citizenId } = fact.nominee
      found.add(personId)
      if (citizenId !== undefined) found.add(citizenId)
    }
  }
  return found
}
