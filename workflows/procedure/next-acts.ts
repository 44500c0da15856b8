// What may be asked now, and why what comes next is still shut: drawn from the same conditions that `decide` refuses by.
import {
  agendaConditions,
  firstUnmet,
  issuingConditions,
  type Meeting,
  needsPresentations,
  openingConditions,
  quorumNow,
} from '../conference/agenda.ts'
import { isMatched } from '../conference/count-bundles.ts'
import { type ConferenceState, confirmedCount } from '../conference/state.ts'
import { type LiveCase, whereIs } from '../core/replay.ts'
import { unreachable } from '../core/result.ts'
import type { ActRule, StageKey, WaitingState } from '../rulebooks/types.ts'
import type { Condition, Gate, NextAct } from './case-view.ts'
import type { CaseCommandType } from './commands.ts'
import { ruleOf } from './deciding.ts'
import { actsOf, type Plan, planFor, stageFrom } from './plan.ts'
import { type CaseState, currentConference } from './state.ts'

const gate = (conditions: readonly Condition[]): Gate => ({ isOpen: conditions.every((one) => one.isMet), conditions })
const open: Gate = { isOpen: true, conditions: [] }
const may = (command: CaseCommandType, isMain = false, conditions: readonly Condition[] = []): NextAct => ({
  command,
  gate: gate(conditions),
  isMain,
})

/** The acts of where the case stands, the main one first. */
export function nextActs(live: LiveCase): NextAct[] {
  const { state } = live
  const plan = planFor(state.rulebook, state.opened.kind)
  const { status, phase } = whereIs(live)
  if (phase !== undefined) return conferenceActs(plan, state, status as StageKey, phase)
  switch (status) {
    case 'concluded':
    case 'selectedByHead':
      return state.opened.decidesHere ? [may('decideCase', true)] : [may('submitCase', true)]
    case 'submitted':
      return [may('decideCase', true)]
    case 'decided':
      return [may('makeEffective', true)]
    case 'effective':
    case 'cancelled':
      return [may('archiveCase', true)]
    case 'stoppedForDirection':
    case 'awaitingDirection':
      return directionActs(state)
    case 'awaitingHeadChoice':
      return [may('headChoose', true)]
    case 'suspendedNewIssue':
      return [may('resolveNewIssue', true)]
    case 'archived':
    case 'migratedRulebook':
      return []
    default:
      return waitingActs(plan, state, status as WaitingState)
  }
}

function directionActs(state: CaseState): NextAct[] {
  const isReported = state.reports.length > state.directions.length
  const report: Condition = { code: 'report-not-sent', isMet: isReported, numbers: {}, opensBy: 'sendReport' }
  return [...(isReported ? [] : [may('sendReport', true)]), may('receiveDirection', isReported, [report])]
}

function waitingActs(plan: Plan, state: CaseState, status: WaitingState): NextAct[] {
  const rules = actsOf(plan, status)
  const isDone = (rule: ActRule) => state.acts.some((one) => one.act === rule.key)
  const stage = stageFrom(plan, status)
  const conditions = rules
    .filter((rule) => !rule.leaves && rule.required.value)
    .map(
      (rule): Condition => ({
        code: 'act-missing',
        isMet: isDone(rule),
        numbers: { act: rule.key },
        citation: cited(rule),
        opensBy: 'recordAct',
      }),
    )
  const isShut = conditions.some((one) => !one.isMet)
  const main = rules.find((rule) => rule.leaves || (rule.required.value && !isDone(rule)))
  const acts = rules.map((rule): NextAct => ({ command: 'recordAct', act: rule, gate: open, isMain: rule === main }))
  return stage ? [...acts, convening(state, stage, conditions, !isShut)] : acts
}

const cited = ({ required }: ActRule) => ({ article: required.article, evidence: required.evidence })

function convening(state: CaseState, stage: StageKey, before: readonly Condition[], isMain: boolean): NextAct {
  const rule = ruleOf(state, stage)
  const standing = state.nominees.filter((one) => !state.withdrawn.includes(one.personId))
  const needsPeople = rule.adoptsList || rule.ballot?.rule.method === 'approval'
  const conditions: Condition[] = [...before]
  if (needsPeople) conditions.push({ code: 'no-nominees', isMet: standing.length > 0, numbers: {}, opensBy: 'proposeNominee' })
  if (needsPresentations({ state, stage: rule })) {
    const list = state.goesOn.length > 0 ? standing.filter((one) => state.goesOn.includes(one.personId)) : standing
    const without = list.filter((one) => !state.programs[one.personId]?.length).map((one) => one.name)
    conditions.push({
      code: 'action-program-not-submitted',
      isMet: without.length === 0,
      numbers: { names: without },
      opensBy: 'submitActionProgram',
    })
  }
  return { command: 'conveneConference', stage, gate: { isOpen: before.every((one) => one.isMet), conditions }, isMain }
}

function conferenceActs(plan: Plan, state: CaseState, stage: StageKey, phase: string): NextAct[] {
  const conference = currentConference(state)
  const rule = ruleOf(state, stage)
  if (!conference || phase === 'awaited' || phase === 'notQuorate' || phase === 'adjourned') return [convening(state, stage, [], true)]
  const meeting: Meeting = { plan, state, stage: rule, conference }
  switch (phase) {
    case 'convened':
      return convenedActs(meeting)
    case 'opened':
      return rule.ballot ? openedActs(meeting) : talkActs(meeting)
    case 'ballotOpen':
      return [may('collectBallots', true), may('voidBallot'), may('noteStatement')]
    case 'collected':
      return [...countingActs(conference), may('introduceName'), may('voidBallot'), may('noteStatement')]
    case 'typed':
      return [may('confirmCount', true), may('rejectCount'), may('voidBallot'), may('noteStatement')]
    case 'counted':
      return countedActs(meeting)
    default:
      return unreachable(phase as never)
  }
}

/** The count as one pair of hands types it, or bundle by bundle; never both at once. */
function countingActs({ bundles }: ConferenceState): NextAct[] {
  if (!bundles) return [may('typeCount', true), may('makeCountBundles')]
  const next = bundles.every(isMatched) ? 'sumCountBundles' : 'closeCountBundle'
  return [may(next, true), may('dropCountBundles')]
}

function convenedActs(meeting: Meeting): NextAct[] {
  const conditions = openingConditions(meeting)
  const isQuorate = conditions.every((one) => one.isMet)
  const excuse = meeting.plan.rulebook.forceMajeureReducesBase.value ? [may('excuseAbsence')] : []
  return [
    may('checkIn', !isQuorate),
    may('openConference', isQuorate, conditions),
    may('noteAbsence'),
    may('takeBackCheckIn'),
    ...excuse,
    may('correctConvocation'),
    ...failing(meeting),
  ]
}

function failing(meeting: Meeting): NextAct[] {
  const { isMet, present, convened, needed } = quorumNow(meeting)
  const lacking: Condition = { code: 'quorum-is-there', isMet: !isMet, numbers: { present, convened, needed } }
  return [may('declareNotQuorate', false, [lacking]), may('adjournConference')]
}

/** A meeting with a ballot: the agenda in its order, then the gate of the ballots with everything it waits for. */
function openedActs(meeting: Meeting): NextAct[] {
  const conditions = issuingConditions(meeting)
  const unmet = firstUnmet(conditions)
  const agenda = agendaConditions(meeting)
  const acts: NextAct[] = []
  let reached = true
  for (const one of [
    ...agenda,
    ...conditions.filter((other) => ['counting-team-missing', 'ballots-not-prepared', 'slips-outdated'].includes(other.code)),
  ]) {
    if (!one.opensBy || one.isMet) continue
    if (reached || one.opensBy === 'prepareBallots') acts.push(may(one.opensBy, one.opensBy === unmet?.opensBy))
    reached = false
  }
  if (needsPresentations(meeting)) acts.push(may('setSpeakingOrder'), may('removeFromBallot'))
  // Whoever does not meet a condition is taken off the ballot, or the condition is met.
  else if (conditions.some((one) => one.code === 'guard-failed' && !one.isMet)) acts.push(may('removeFromBallot'))
  if (meeting.stage.ballot?.outsideNames.value !== 'no') acts.push(may('introduceName'))
  return [
    ...acts,
    may('issueBallots', unmet === undefined, conditions),
    may('checkIn', unmet?.opensBy === 'checkIn'),
    may('leaveEarly'),
    may('takeBackCheckIn'),
    may('noteAbsence'),
    may('noteStatement'),
    ...failing(meeting),
  ]
}

function talkActs(meeting: Meeting): NextAct[] {
  const conditions = agendaConditions(meeting)
  const unmet = firstUnmet(conditions)
  const agenda = unmet?.opensBy ? [may(unmet.opensBy, true)] : []
  return [
    ...agenda,
    may('closeConference', unmet === undefined, conditions),
    may('noteStatement'),
    may('checkIn'),
    may('leaveEarly'),
    may('takeBackCheckIn'),
    may('adjournConference'),
  ]
}

function countedActs({ conference }: Meeting): NextAct[] {
  const mustAnnounce = confirmedCount(conference)?.judged.output.announced === true
  const isAnnounced = conference.announcedAt !== undefined
  const announcement: Condition = {
    code: 'announcement-missing',
    isMet: !mustAnnounce || isAnnounced,
    numbers: {},
    opensBy: 'announceResult',
  }
  return [
    ...(mustAnnounce && !isAnnounced ? [may('announceResult', true)] : []),
    may('closeConference', announcement.isMet, [announcement]),
    may('typeCorrection'),
    may('noteStatement'),
  ]
}
