// May this person be put on this list? Every reason against it, not only the first: the screen shows them before anybody orders (programme.md 12.1).
import type { Refusal } from '../core/refusal.ts'
import { lastBarredDay, standingBar, withoutEnd, withoutEndRule } from '../eligibility/discipline.ts'
import type { PlanningTools } from './decide.ts'
import type { PlannedPerson } from './facts.ts'
import { planningRules } from './rules.ts'
import { type Entry, entriesOf, isLive, type PlanningList, type PlanningState } from './state.ts'
import { ageFit } from './structure.ts'

/** `on`: ISO day of the proposal. */
export type Proposal = { readonly person: PlannedPerson; readonly isReElection: boolean; readonly on: string }

/** The same person, by the registry's id or by citizen number. */
const isSame = (one: Entry, person: Pick<PlannedPerson, 'personId' | 'citizenId'>): boolean =>
  one.person.personId === person.personId || (person.citizenId !== undefined && one.person.citizenId === person.citizenId)

/** In the order in which the law asks; empty: the person may be proposed. What is not known stands in nobody's way. */
export function proposalProblems(state: PlanningState, list: PlanningList, proposal: Proposal, tools: PlanningTools): Refusal[] {
  const { person, on } = proposal
  const found = [
    ownPost(list, proposal),
    higherPost(list, proposal),
    listed(state, list, person),
    postFull(state, list),
    personFull(state, list, person),
    // not on the day the person is proposed for appointment or nomination.
    tools.proposedOn(person).includes(on)
      ? { code: 'planning-beside-proposal', name: person.name, date: on, article: planningRules.notWithProposal.article }
      : undefined,
    disciplined(proposal, tools),
    lowConfidence(state, list, person),
    ageProblem(person, list.term.from, proposal.isReElection),
  ]
  return found.filter((one) => one !== undefined)
}

/** only higher posts; a seat held is no plan. */
function ownPost({ post }: PlanningList, { person, isReElection }: Proposal): Refusal | undefined {
  const holdsIt = person.currentPost === post.title && (person.currentUnit === undefined || person.currentUnit === post.unit)
  if (!holdsIt || isReElection) return undefined
  return { code: 'planning-own-post', name: person.name, post: post.title, article: planningRules.higherOnly.article }
}

function higherPost({ post }: PlanningList, { person, isReElection }: Proposal): Refusal | undefined {
  if (isReElection || person.currentRank === null || person.currentRank <= post.rank) return undefined
  return { code: 'planning-post-not-higher', name: person.name, post: post.title, article: planningRules.higherOnly.article }
}

function listed(state: PlanningState, list: PlanningList, person: PlannedPerson): Refusal | undefined {
  if (!entriesOf(state, list).some((one) => isLive(one) && isSame(one, person))) return undefined
  return { code: 'planning-person-listed', name: person.name, post: list.post.title }
}

/** three people a post (a committee counts by its coefficient) … */
function postFull(state: PlanningState, list: PlanningList): Refusal | undefined {
  const { post } = list
  const { value, article } = planningRules.peoplePerPost
  const planned = entriesOf(state, list).filter(isLive).length
  const most = value * post.seats
  return post.kind === 'post' && planned >= most ? { code: 'planning-post-full', post: post.title, planned, most, article } : undefined
}

/** … and three posts a person at one level. */
function personFull(state: PlanningState, list: PlanningList, person: PlannedPerson): Refusal | undefined {
  const { value: most, article } = planningRules.postsPerPerson
  const planned = [...state.entries.values()].filter((one) => isLive(one) && isSame(one, person) && isSameLevel(state, one, list)).length
  return planned >= most ? { code: 'planning-person-full', name: person.name, planned, most, article } : undefined
}

const isSameLevel = (state: PlanningState, entry: Entry, list: PlanningList): boolean => {
  const other = state.lists.get(entry.listId)
  return other !== undefined && !other.ended && other.post.level === list.post.level && other.term.name === list.term.name
}

/** Q-5 seen from the other side: whoever a reprimand takes off a list is not put on one before its time is over. */
function disciplined({ person, on }: Proposal, tools: PlanningTools): Refusal | undefined {
  const known = tools.disciplinesOf(person)
  const bar = standingBar(known, 'higher', 'QD377', on)
  const endless = withoutEnd(known, on)
  if (endless)
    return { code: 'planning-disciplined-for-good', name: person.name, date: endless.effectiveOn, article: withoutEndRule.article }
  if (!bar) return undefined
  const { discipline, rule } = bar
  return { code: 'planning-disciplined', name: person.name, date: discipline.effectiveOn, until: lastBarredDay(bar), article: rule.article }
}

/** low confidence takes off the lists of a term; on none of its lists before somebody dismissed that. */
function lowConfidence(state: PlanningState, list: PlanningList, person: PlannedPerson): Refusal | undefined {
  const low = [...state.entries.values()].filter((one) => isSame(one, person) && state.lists.get(one.listId)?.term.name === list.term.name)
  const found = low
    .flatMap((one) => [...one.outProposals, ...(one.standing === 'out' ? one.settled : [])])
    .find(({ ground }) => ground === 'lowConfidence')
  return (
    found && {
      code: 'planning-low-confidence',
      name: person.name,
      date: found.basis.on,
      low: found.basis.low,
      collected: found.basis.collected,
      article: planningRules.lowConfidenceOut.article,
    }
  )
}

/** a full term left at the start of the term planned for; less for who is elected again. Unknown birth dates are not guessed. */
export function ageProblem(
  { birthDate, sex, name }: Pick<PlannedPerson, 'birthDate' | 'sex' | 'name'>,
  termFrom: string,
  isReElection: boolean,
): Refusal | undefined {
  if (birthDate === undefined || sex === undefined) return undefined
  const fit = ageFit(birthDate, sex, termFrom)
  const rule = isReElection ? planningRules.reElectedMonths : planningRules.firstTimeMonths
  if (isReElection ? fit.isReElected : fit.isFirstTime) return undefined
  return { code: 'planning-too-few-months', name, months: fit.months, needed: rule.value, retiresOn: fit.retiresOn, article: rule.article }
}
