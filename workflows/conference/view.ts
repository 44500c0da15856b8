// A meeting in the shape people read. What a role may not know is left out here, not hidden by a screen.
import type {
  AgendaItem,
  AgendaKey,
  Attendance,
  BallotView,
  ConferenceView,
  CountBundlesView,
  PresentationView,
} from '../procedure/case-view.ts'
import { ruleOf } from '../procedure/deciding.ts'
import { planFor } from '../procedure/plan.ts'
import { type CaseState, findNominee } from '../procedure/state.ts'
import type { Ballot } from '../rulebooks/types.ts'
import { agendaKeys, type Meeting, needsPresentations, owesList, quorumNow } from './agenda.ts'
import { type BundleProgress, isMatched, sumOfBundles } from './count-bundles.ts'
import { formOf } from './counting.ts'
import type { Invitee } from './facts.ts'
import type { Judgement, JudgementInput } from './judgement.ts'
import { judgementInput } from './judging.ts'
import { namesOnBallot } from './names.ts'
import { teamSizeDefault } from './proceedings.ts'
import { slipsAreOutdated, slipsDrawn } from './slips.ts'
import { type ConferenceState, type ConfirmedCount, confirmedCount } from './state.ts'

/** What a reader may know of a meeting (roles.ts). */
export type Knows = {
  /** Counts before they are announced, typed ones too. */
  readonly counts: boolean
  /** A count that the law announces, before it is announced. */
  readonly readsOut: boolean
  /** The names on its slips, which can tell how an earlier ballot went. */
  readonly names: boolean
}

/** A sealed result is in no view: it is shown to two people for a moment (`procedure/seal-opening.ts`). */
export function conferenceView(state: CaseState, conference: ConferenceState, knows: Knows): ConferenceView {
  const plan = planFor(rulebookAt(state, conference), state.opened.kind)
  const stage = ruleOf({ ...state, rulebook: plan.rulebook.id }, conference.stage)
  const meeting: Meeting = { plan, state, stage, conference }
  const quorum = quorumNow(meeting)
  const count = confirmedCount(conference)
  const isHidden = count !== undefined && !count.judged.output.announced
  const mayKnow = !isHidden && (knows.readsOut || conference.announcedAt !== undefined)
  const input = knows.names ? judgementInput(meeting) : undefined
  const needs = needsPresentations(meeting)
  const { article, evidence } = plan.rulebook.quorum
  return {
    conferenceId: conference.conferenceId,
    stage: stage.key,
    stepNo: stage.stepNo,
    name: stage.name,
    runNo: conference.convened.runNo,
    attempt: conference.convened.attempt,
    phase: conference.phase,
    plannedAt: conference.convened.plannedAt,
    place: conference.convened.place,
    mode: conference.convened.mode,
    ...(conference.openedAt !== undefined && { openedAt: conference.openedAt }),
    ...(conference.closed && { closedAt: conference.closed.closedAt, ...(knows.names && { conclusion: conference.closed.conclusion }) }),
    chair: officer(conference, conference.convened.chair),
    secretary: officer(conference, conference.convened.secretary),
    membersTotal: conference.membersTotal,
    list: conference.list,
    attendance: conference.list.map((one) => attendanceOf(conference, one.personId)),
    quorum: { ...quorum, citation: { article, evidence } },
    agenda: agendaOf(meeting),
    ...(conference.purpose !== undefined && { purpose: conference.purpose }),
    needsPresentations: needs,
    presentations: needs && knows.names ? presentationsOf(meeting) : [],
    removed: (knows.names ? conference.removed : []).map(({ personId, reason, inFavour, of }) => ({
      personId,
      name: nameOf(state, personId),
      reason,
      inFavour,
      of,
    })),
    ...(knows.names && conference.nomineeInformation !== undefined && { nomineeInformation: conference.nomineeInformation }),
    ...(conference.team && {
      countingTeam: { members: conference.team.members, inFavour: conference.team.inFavour, of: conference.team.of },
    }),
    teamSizeDefault: teamSizeDefault(state.settings, quorum.present),
    ...(stage.ballot && { ballot: ballotOf(meeting, stage.ballot, knows.names) }),
    ...(input && { countInput: input }),
    ...(conference.bundles && conference.phase === 'collected' && { countBundles: bundlesView(conference.bundles, knows.counts) }),
    ...(knows.counts && conference.typed && { typed: conference.typed }),
    ...(count && mayKnow && { result: resultOf(conference, count) }),
    isSealed: isHidden,
    ...(isHidden && knows.counts && { sealOpening: sealOpeningOf(state, conference) }),
    ...(knows.counts && conference.correctionTyped && { correctionTyped: conference.correctionTyped }),
    // The words of a reason can tell what the count says.
    corrections: conference.counts.flatMap(({ correctionReason, confirmedAt }) =>
      correctionReason === undefined ? [] : [{ reason: isHidden && !knows.counts ? '' : correctionReason, at: confirmedAt }],
    ),
    voided: conference.voided,
    statements: knows.names ? conference.statements : [],
  }
}

/** A meeting held before a migration belongs to the rulebook it was held under. */
function rulebookAt(state: CaseState, conference: ConferenceState): CaseState['rulebook'] {
  return (
    confirmedCount(conference)?.judged.input.rulebook ??
    (conference.convened.runNo === state.runNo ? state.rulebook : state.opened.rulebook)
  )
}

const nameOf = (state: CaseState, personId: string): string => findNominee(state, personId)?.name ?? personId

function officer(conference: ConferenceState, personId: string): Invitee {
  const found = conference.list.find((one) => one.personId === personId)
  if (!found) throw new Error(`${personId} is not on the list of ${conference.conferenceId}`)
  return found
}

function attendanceOf(conference: ConferenceState, personId: string): Attendance {
  const entry = conference.attendance[personId]
  // Who is present is not among the excused; who left stays who left.
  if (entry?.status === 'left') return entry
  const excused = conference.excused[personId]
  if (excused) return { personId, status: 'excused', reason: excused.reason }
  return entry ?? { personId, status: 'expected' }
}

function presentationsOf({ plan, state, stage, conference }: Meeting): PresentationView[] {
  const names = namesOnBallot(plan, state, stage, conference)
  const order = conference.speakingOrder?.names ?? names
  const rank = (id: string): number => (order as readonly string[]).indexOf(id)
  return [...names]
    .sort((a, b) => rank(a) - rank(b))
    .map((personId) => {
      const done = conference.presentations.find((one) => one.personId === personId)
      const program = state.programs[personId]?.at(-1)
      return {
        personId,
        name: nameOf(state, personId),
        isSubmitted: program !== undefined,
        isPresented: done !== undefined,
        differsFromEarlier: done?.differsFromEarlier ?? false,
        questions: done?.questions ?? [],
        ...(program && { programVersion: done?.programVersion ?? program.version, programSha256: done?.programSha256 ?? program.sha256 }),
        ...(done && { presentedFrom: done.presentedFrom, presentedTo: done.presentedTo, summary: done.summary }),
        ...(done?.interruptions !== undefined && { interruptions: done.interruptions }),
        ...(done?.chairRemarks !== undefined && { chairRemarks: done.chairRemarks }),
      }
    })
}

/** Who asked for a sealed result to be shown, and every time it was. */
function sealOpeningOf(state: CaseState, { conferenceId }: ConferenceState): NonNullable<ConferenceView['sealOpening']> {
  const asked = state.sealAsks[conferenceId]
  return {
    ...(asked && { asked: { by: asked.by, at: asked.at, reason: asked.reason } }),
    openings: state.sealOpenings
      .filter((one) => one.conferenceId === conferenceId)
      .map(({ askedBy, by, openedAt, reason }) => ({ askedBy, openedBy: by, at: openedAt, reason })),
  }
}

/** The sealed result itself, for the moment in which two people may see it. */
export function sealedResultOf({ conferences }: CaseState, conferenceId: string): ConferenceView['result'] {
  const conference = conferences.find((one) => one.conferenceId === conferenceId)
  const count = conference && confirmedCount(conference)
  return conference && count && !count.judged.output.announced ? resultOf(conference, count) : undefined
}

function ballotOf(meeting: Meeting, ballot: Ballot, knowsNames: boolean): BallotView {
  const { plan, state, stage, conference } = meeting
  const { convened, present } = quorumNow(meeting)
  const slips = slipsDrawn(state, conference.conferenceId)
  return {
    kind: ballot.kind.value,
    base: ballot.base.value,
    baseCitation: { article: ballot.base.article, evidence: ballot.base.evidence },
    method: ballot.rule.method,
    isApproval: ballot.rule.method === 'approval',
    names: (knowsNames ? namesOnBallot(plan, state, stage, conference) : []).map((personId) => ({
      personId,
      ballotName: findNominee(state, personId)?.ballotName ?? personId,
      isFromOutside: conference.introduced.includes(personId),
    })),
    outsideNamesAllowed: ballot.outsideNames.value !== 'no',
    ...(knowsNames && { slipForm: formOf(meeting) }),
    seats: state.opened.seats,
    marks: plan.rulebook.ballotMarks.value,
    preparedShould: plan.rulebook.ballotsPreparedEqualConvened.value ? convened : present,
    announce: ballot.announce.value,
    ...(conference.prepared && { printed: conference.prepared.printed }),
    ...(conference.issued && { issued: conference.issued.issued }),
    ...(conference.collected && collectedOf(conference.collected)),
    ...(slips && { drawnSlips: { copies: slips.copies, isOutdated: slipsAreOutdated(meeting) } }),
  }
}

function bundlesView(bundles: readonly BundleProgress[], knowsCounts: boolean): CountBundlesView {
  const isWhole = bundles.every(isMatched)
  return {
    bundles: bundles.map(({ size, attempt, counts }, index) => ({
      no: index + 1,
      size,
      attempt,
      standing: counts.length === 2 ? 'matched' : counts.length === 1 ? 'half' : 'waiting',
      hasDiffered: attempt > 1 && counts.length < 2,
      closedBy: counts.map(({ by }) => by),
    })),
    isWhole,
    ...(isWhole && knowsCounts && { sum: sumOfBundles(bundles) }),
  }
}

const collectedOf = ({ collected, unusedSealed, spoiled }: NonNullable<ConferenceState['collected']>) => ({
  collected,
  unusedSealed,
  ...(spoiled !== undefined && { spoiled }),
})

function resultOf(conference: ConferenceState, count: ConfirmedCount): NonNullable<ConferenceView['result']> {
  const { output, input, rule } = count.judged
  const evidence = evidenceOf(rule)
  return {
    judgement: output as Judgement,
    input: input as JudgementInput,
    entry: count.entry,
    typedBy: count.typedBy,
    confirmedBy: count.confirmedBy,
    confirmedAt: count.confirmedAt,
    citation: { article: output.clause, evidence },
    isAnnounced: conference.announcedAt !== undefined,
    mayBeAnnounced: output.announced,
    next: conference.closed?.next ?? '',
  }
}

/** How far the clause of the step was checked, as it stood when the count was judged. */
function evidenceOf(rule: Readonly<Record<string, unknown>>): NonNullable<ConferenceView['result']>['citation']['evidence'] {
  const clause = rule.clause as { evidence?: NonNullable<ConferenceView['result']>['citation']['evidence'] } | undefined
  return clause?.evidence ?? 'DEFAULT'
}

/** The first part not done is where the meeting stands. */
function agendaOf(meeting: Meeting): AgendaItem[] {
  const { conference } = meeting
  const isPast = ['ballotOpen', 'collected', 'typed', 'counted', 'closed'].includes(conference.phase)
  const isClosed = conference.phase === 'closed'
  const isDone = (key: AgendaKey): boolean => {
    switch (key) {
      case 'opening':
        return conference.openedAt !== undefined
      case 'purpose':
        return conference.purpose !== undefined
      case 'listAdoption':
        return !owesList(meeting)
      case 'actionPrograms':
        return isPast || (!owesList(meeting) && presentationsOf(meeting).every((one) => one.isPresented))
      case 'nomineeInformation':
        return conference.nomineeInformation !== undefined
      case 'countingTeam':
        return conference.team !== undefined
      case 'ballots':
        return conference.collected !== undefined
      case 'count':
        return isClosed || conference.phase === 'counted'
      case 'result':
        return isClosed || conference.announcedAt !== undefined
      case 'minutes':
        return isClosed
    }
  }
  const parts = agendaKeys(meeting)
  const here = isClosed ? -1 : parts.findIndex((key) => !isDone(key))
  return parts.map((key, index) => ({ key, standing: index === here ? 'here' : isDone(key) ? 'done' : 'later' }))
}
