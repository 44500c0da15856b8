// The order inside a meeting (procedure.md 2.8), and what must be done before ballots may go out.
import type { PersonId } from '../core/ids.ts'
import { eligibilityConditions } from '../eligibility/of-case.ts'
import type { AgendaKey, Condition } from '../procedure/case-view.ts'
import type { Plan } from '../procedure/plan.ts'
import { type CaseState, findNominee } from '../procedure/state.ts'
import { presentationStages } from '../rulebooks/overlays.ts'
import type { ResolvedStage } from '../rulebooks/types.ts'
import { makesList, namesOnBallot } from './names.ts'
import { presenceOf, type Quorum, quorumOf } from './presence.ts'
import { slipsAreOutdated } from './slips.ts'
import type { ConferenceState } from './state.ts'

export type Meeting = {
  readonly plan: Plan
  readonly state: CaseState
  readonly stage: ResolvedStage
  readonly conference: ConferenceState
}

/** Must nominees present their action programs at this stage? OV-AP2021, procedure.md 4.2; never a switch inside a case. */
export function needsPresentations({ state, stage }: Pick<Meeting, 'state' | 'stage'>): boolean {
  return presentationStages(state.opened.overlays, state.settings).includes(stage.key)
}

const counted = new WeakMap<ConferenceState, { readonly plan: Plan; readonly state: CaseState; readonly quorum: Quorum }>()

/** Counted once for each state of a case: a view asks for it in four places. */
export function quorumNow({ plan, state, stage, conference }: Meeting): Quorum {
  const known = counted.get(conference)
  if (known && known.state === state && known.plan === plan) return known.quorum
  const candidates = namesOnBallot(plan, state, stage, conference)
  const quorum = quorumOf(presenceOf(state, conference, candidates), plan.rulebook.quorum.value, state.settings.quorumRequired !== false)
  counted.set(conference, { plan, state, quorum })
  return quorum
}

/** Names on the slips that have not presented at this very meeting. A name first introduced here could not have (procedure.md 4.4). */
export function notPresented(meeting: Meeting): PersonId[] {
  const { plan, state, stage, conference } = meeting
  const done = conference.presentations.map((one) => one.personId)
  return namesOnBallot(plan, state, stage, conference).filter((id) => !done.includes(id))
}

export function writeInsAllowed({ state, stage }: Meeting): boolean {
  return stage.ballot?.outsideNames.value === 'planned' && state.opened.kind === 'appointmentOnSite'
}

/** Does the meeting still owe a list? Where names may be written in, it need not fix one (C-05). */
export function owesList(meeting: Meeting): boolean {
  const { plan, state, stage, conference } = meeting
  return makesList(plan, state, stage) && !conference.adopted?.length && !writeInsAllowed(meeting)
}

/** The parts of the meeting in their order (procedure.md 2.8). */
export function agendaKeys(meeting: Meeting): AgendaKey[] {
  const { stage, conference } = meeting
  return [
    'opening',
    'purpose',
    ...(stage.adoptsList || owesList(meeting) || conference.adopted ? (['listAdoption'] as const) : []),
    ...(needsPresentations(meeting) ? (['actionPrograms'] as const) : []),
    ...(stage.nomineeInformation ? (['nomineeInformation'] as const) : []),
    ...(stage.ballot ? (['countingTeam', 'ballots', 'count', 'result'] as const) : []),
    'minutes',
  ]
}

const namesOf = (state: CaseState, ids: readonly string[]): string[] => ids.map((id) => findNominee(state, id)?.name ?? id)

const quorumCondition = (meeting: Meeting): Condition => {
  const { convened, present, needed, isMet } = quorumNow(meeting)
  const { article, evidence } = meeting.plan.rulebook.quorum
  return { code: 'quorum-missing', isMet, numbers: { present, convened, needed }, citation: { article, evidence }, opensBy: 'checkIn' }
}

/** What the opening waits for: people. */
export const openingConditions = (meeting: Meeting): Condition[] => [quorumCondition(meeting)]

/** Steps 2 to 4 of 2.8, each only after the one before. */
export function agendaConditions(meeting: Meeting): Condition[] {
  const { state, stage, conference } = meeting
  const { article, evidence } = stage.clause
  const conditions: Condition[] = [
    { code: 'purpose-not-stated', isMet: conference.purpose !== undefined, numbers: {}, opensBy: 'statePurpose' },
  ]
  if (stage.adoptsList || owesList(meeting)) {
    conditions.push({
      code: 'list-not-adopted',
      isMet: !owesList(meeting),
      numbers: {},
      citation: { article, evidence },
      opensBy: 'adoptList',
    })
  }
  if (needsPresentations(meeting)) {
    const missing = notPresented(meeting)
    conditions.push({
      code: 'action-program-not-presented',
      // Before the list is there nobody is known to have to present: not yet met.
      isMet: missing.length === 0 && !owesList(meeting),
      numbers: { names: namesOf(state, missing) },
      citation: { article: 'Đề án 2021 của Ban Thường vụ Tỉnh ủy', evidence: 'SEED' },
      opensBy: 'presentActionProgram',
    })
  }
  if (stage.nomineeInformation) {
    const isMet = conference.nomineeInformation !== undefined
    conditions.push({
      code: 'nominee-information-missing',
      isMet,
      numbers: {},
      citation: { article, evidence },
      opensBy: 'giveNomineeInformation',
    })
  }
  return conditions
}

/** Everything that must hold before ballots are issued (procedure.md 2.8, 9.1). The first unmet one is the refusal. */
export function issuingConditions(meeting: Meeting): Condition[] {
  const { plan, state, stage, conference } = meeting
  const names = namesOnBallot(plan, state, stage, conference)
  const marks = plan.rulebook.ballotMarks
  return [
    quorumCondition(meeting),
    ...agendaConditions(meeting),
    { code: 'no-names-on-ballot', isMet: names.length > 0 || writeInsAllowed(meeting), numbers: {}, opensBy: 'adoptList' },
    ...eligibilityConditions(state, names),
    {
      code: 'counting-team-missing',
      isMet: conference.team !== undefined,
      numbers: {},
      citation: { article: 'procedure 7.2', evidence: 'DEFAULT' },
      opensBy: 'adoptCountingTeam',
    },
    {
      code: 'ballots-not-prepared',
      isMet: conference.prepared !== undefined,
      numbers: {},
      citation: { article: marks.article, evidence: marks.evidence },
      opensBy: 'prepareBallots',
    },
    // Only where the slips in use were drawn here: slips made by other means are the meeting's own affair.
    ...(conference.prepared?.slips === 'fromApp'
      ? [{ code: 'slips-outdated', isMet: !slipsAreOutdated(meeting), numbers: {}, opensBy: 'prepareBallots' } as const]
      : []),
  ]
}

export const firstUnmet = (conditions: readonly Condition[]): Condition | undefined => conditions.find((one) => !one.isMet)
