// Planning + command + stamp = facts or a refusal (programme.md 12): the limits are applied here, once.
import type { Refusal } from '../core/refusal.ts'
import { ok, type Result, refuse } from '../core/result.ts'
import { dayOf, type Stamp } from '../core/stamp.ts'
import type { Discipline } from '../eligibility/discipline.ts'
import type { PlanningCommand, PlanningCommandOf } from './commands.ts'
import type { OutGround, PlanningFact } from './facts.ts'
import { ageProblem, proposalProblems } from './proposal.ts'
import { type Entry, entriesOf, isLive, type PlanningList, type PlanningState } from './state.ts'

type Who = { readonly personId: string; readonly citizenId?: string | undefined }
/** What planning itself does not hold. */
export type PlanningTools = {
  /** Days on which the person was proposed for appointment or nomination. */
  readonly proposedOn: (person: Who) => readonly string[]
  /** Sanctions the registry knows of; none where it does not know the person. */
  readonly disciplinesOf: (person: Who) => readonly Discipline[]
}
type Decision = Result<readonly PlanningFact[], Refusal>

export function decidePlanning(state: PlanningState, command: PlanningCommand, stamp: Stamp, tools: PlanningTools): Decision {
  const today = dayOf(stamp.at)
  if ('on' in command && command.on > today) return refuse({ code: 'date-in-future', date: command.on })
  switch (command.type) {
    case 'openPlanningList': {
      const { term, listId } = command
      if (state.lists.has(listId)) return refuse({ code: 'planning-list-exists', listId })
      if (term.until <= term.from) return refuse({ code: 'planning-term-backwards', from: term.from, until: term.until })
      const { post } = command
      const same = [...state.lists.values()].find(
        (one) => !one.ended && one.term.name === term.name && one.post.title === post.title && one.post.unit === post.unit,
      )
      if (same) return refuse({ code: 'planning-list-of-post-exists', post: post.title, unit: post.unit, term: term.name })
      return ok([{ ...command, type: 'planningListOpened' }])
    }
    case 'proposeForPlanning': {
      const list = openList(state, command.listId)
      if ('code' in list) return refuse(list)
      if (state.entries.has(command.entryId)) return refuse({ code: 'planning-entry-exists', entryId: command.entryId })
      const [problem] = proposalProblems(state, list, command, tools)
      return problem ? refuse(problem) : ok([{ ...command, type: 'planningProposed' }])
    }
    case 'recordPlanningStep': {
      const list = openList(state, command.listId)
      if ('code' in list) return refuse(list)
      const { convened, present, agree } = command
      if (present > convened) return refuse({ code: 'planning-present-exceeds-convened', present, convened })
      for (const [id, count] of Object.entries(agree)) {
        const entry = state.entries.get(id)
        if (!entry || entry.listId !== command.listId) return refuse({ code: 'planning-entry-unknown', entryId: id })
        if (count > present) return refuse({ code: 'planning-agree-exceeds-present', name: entry.person.name, agree: count, present })
      }
      return ok([{ ...command, type: 'planningStepHeld' }])
    }
    case 'approvePlanning': {
      const list = openList(state, command.listId)
      if ('code' in list) return refuse(list)
      const strangers = command.entryIds.filter((id) => state.entries.get(id)?.listId !== command.listId)
      if (strangers[0] !== undefined) return refuse({ code: 'planning-entry-unknown', entryId: strangers[0] })
      const settled = command.entryIds.map((id) => state.entries.get(id)).find((one) => one?.standing !== 'proposed')
      if (settled) return refuse({ code: 'planning-entry-settled', name: settled.person.name })
      const dated = futureDocument(command.document.date, today)
      return dated ?? ok([{ ...command, type: 'planningApproved' }])
    }
    case 'declinePlanning': {
      const entry = liveEntry(state, command.entryId)
      if ('code' in entry) return refuse(entry)
      if (entry.standing !== 'proposed') return refuse({ code: 'planning-entry-settled', name: entry.person.name })
      return ok([{ ...command, type: 'planningDeclined' }])
    }
    case 'reviewPlanning':
      return review(state, command)
    case 'noteForPlanning':
      return ok(outProposals(state, command))
    case 'proposeOverAge': {
      const list = openList(state, command.listId)
      return 'code' in list ? refuse(list) : ok(overAge(state, list, today))
    }
    case 'settlePlanningOut': {
      const entry = liveEntry(state, command.entryId)
      if ('code' in entry) return refuse(entry)
      if (entry.outProposals.length === 0) return refuse({ code: 'planning-out-not-proposed', name: entry.person.name })
      return ok([{ ...command, type: 'planningOutSettled' }])
    }
    case 'fulfilPlanning': {
      const entry = liveEntry(state, command.entryId)
      if ('code' in entry) return refuse(entry)
      if (entry.standing !== 'approved') return refuse({ code: 'planning-entry-not-approved', name: entry.person.name })
      return ok([{ ...command, type: 'planningFulfilled' }])
    }
    case 'endPlanningList': {
      const list = openList(state, command.listId)
      return 'code' in list ? refuse(list) : ok([{ ...command, type: 'planningListEnded' }])
    }
    case 'changePlanningSettings':
      return ok([{ ...command, type: 'planningSettingsChanged' }])
    case 'setCalendarDay':
      return ok([{ ...command, type: 'calendarDaySet' }])
    case 'setReminderTime':
      return ok([{ ...command, type: 'reminderTimeSet' }])
  }
}

function futureDocument(date: string, today: string): Decision | undefined {
  return date > today ? refuse({ code: 'date-in-future', date }) : undefined
}

function openList(state: PlanningState, listId: string): PlanningList | Refusal {
  const list = state.lists.get(listId)
  if (!list) return { code: 'planning-list-unknown', listId }
  return list.ended ? { code: 'planning-list-ended', post: list.post.title, date: list.ended.on } : list
}

function liveEntry(state: PlanningState, entryId: string): Entry | Refusal {
  const entry = state.entries.get(entryId)
  if (!entry) return { code: 'planning-entry-unknown', entryId }
  return isLive(entry) ? entry : { code: 'planning-entry-settled', name: entry.person.name }
}

function review(state: PlanningState, command: PlanningCommandOf<'reviewPlanning'>): Decision {
  const list = openList(state, command.listId)
  if ('code' in list) return refuse(list)
  const { year, kept, out } = command
  if (list.reviews.some((one) => one.year === year)) return refuse({ code: 'planning-year-reviewed', year })
  const named = [...kept, ...out.map((one) => one.entryId)]
  const stranger = named.find((id) => !list.entryIds.includes(id))
  if (stranger !== undefined) return refuse({ code: 'planning-entry-unknown', entryId: stranger })
  // Of everyone approved the review says: keep or out; who comes in is proposed and approved as ever.
  const approved = entriesOf(state, list).filter((one) => one.standing === 'approved')
  const missing = approved.filter((one) => !named.includes(one.entryId)).map((one) => one.person.name)
  if (missing.length > 0) return refuse({ code: 'planning-review-incomplete', names: missing })
  const twice = named.find((id, at) => named.indexOf(id) !== at)
  if (twice !== undefined) return refuse({ code: 'planning-review-twice', name: state.entries.get(twice)?.person.name ?? twice })
  return ok([{ ...command, type: 'planningReviewed' }])
}

/** discipline from reprimand up, or over half of the ballots collected low, on every list with a higher post. */
function outProposals(state: PlanningState, { personId, ground, basis }: PlanningCommandOf<'noteForPlanning'>): PlanningFact[] {
  if (ground === 'lowConfidence' && !(2 * (basis.low ?? 0) > (basis.collected ?? 0))) return []
  return [...state.entries.values()]
    .filter((one) => isLive(one) && one.person.personId === personId && !alreadyProposed(one, ground, basis.on))
    .map((one) => ({ type: 'planningOutProposed', entryId: one.entryId, ground, basis }))
}

const alreadyProposed = (entry: Entry, ground: OutGround, on: string): boolean =>
  [...entry.outProposals, ...entry.settled].some((one) => one.ground === ground && one.basis.on === on)

/** Approved people who have too little time left for the term planned for, seen from today. */
function overAge(state: PlanningState, list: PlanningList, today: string): PlanningFact[] {
  const from = list.term.from > today ? list.term.from : today
  return entriesOf(state, list)
    .filter((one) => isLive(one) && !one.outProposals.some(({ ground }) => ground === 'overAge'))
    .filter(({ person, isReElection }) => ageProblem(person, from, isReElection) !== undefined)
    .map(({ entryId }) => ({ type: 'planningOutProposed', entryId, ground: 'overAge', basis: { on: today } }))
}
