// A case in the shape people read, for the roles of the reader. And its line in the list of cases.

import { bundleActs, bundlesOf, slipsKeptUntil, unsealedOf } from '../bundles/view.ts'
import { type ConferenceState, confirmedCount } from '../conference/state.ts'
import { conferenceView } from '../conference/view.ts'
import type { HolidayTable } from '../core/calendar.ts'
import { canonical } from '../core/canonical.ts'
import { type LiveCase, whereIs } from '../core/replay.ts'
import { dayOf } from '../core/stamp.ts'
import { classificationOf } from '../papers/classification.ts'
import { tellsSealed } from '../papers/secrecy.ts'
import { lapsingIn } from '../reminders/lapsing.ts'
import { knowsSealedPaper, knowsSealedResults, type Role, readsOut } from '../roles.ts'
import { CaseSettings } from '../rulebooks/settings.ts'
import { settingScopes } from '../rulebooks/settings-for.ts'
import type { CaseSummary, CaseView, NextAct, SettingView, StepView } from './case-view.ts'
import { deadlinesOf } from './deadlines.ts'
import { isHandedInLate } from './decide.ts'
import { ruleOf } from './deciding.ts'
import { nextActs } from './next-acts.ts'
import { isAwaiting, papersOf, printSetsOf } from './paper-view.ts'
import { nameOf, type Plan, planFor } from './plan.ts'
import { knowsNamesOf, knowsWhoGoesOn, restsFor, seenBy } from './resting.ts'
import { roadOf } from './road.ts'
import { type CaseState, currentConference, findConference, heldConference } from './state.ts'
import { over, steady } from './steady.ts'
import { timelineOf } from './timeline.ts'

export type Reader = {
  readonly today: string
  readonly holidays: HolidayTable
  readonly roles: readonly Role[]
}

export function caseView(live: LiveCase, reader: Reader): CaseView {
  const state = seenBy(live.state, reader.roles)
  const isResting = restsFor(live.state, reader.roles)
  const plan = planFor(state.rulebook, state.opened.kind)
  const knowsSealed = knowsSealedResults(reader.roles)
  const namesKnown = knowsWhoGoesOn(state, reader.roles)
  const meetingView = (one: ConferenceState) =>
    conferenceView(state, one, {
      counts: knowsSealed,
      readsOut: readsOut(reader.roles),
      names: knowsNamesOf(state, one, reader.roles),
    })
  // Whatever a part of the view may leave out for a reader, it leaves out by his roles.
  const readBy = [reader.roles.join()]
  const last = currentConference(state)
  const isHeld = last !== undefined && !over.includes(last.phase)
  // All that the path and its deadlines tell of the meeting under way.
  const newest = state.conferences.at(-1)
  const underWay = [newest?.phase, newest?.openedAt, newest?.counts, newest?.announcedAt, newest?.closed]
  const {
    type: _,
    rulebook: _r,
    rulebookVersion: _v,
    guardSet: _g,
    overlays: _o,
    settings: _s,
    overlayDecision: _d,
    ...opening
  } = state.opened
  return {
    caseId: state.caseId,
    version: state.version,
    opening,
    classification: {
      now: classificationOf(state),
      changes: state.classified.map(({ type: _t, conferenceId, ...one }) => {
        const stage = conferenceId === undefined ? undefined : findConference(state, conferenceId)?.stage
        return { ...one, ...(stage && { stage }) }
      }),
    },
    rulebook: {
      id: plan.rulebook.id,
      version: plan.rulebook.version,
      name: plan.rulebook.name.vi,
      instruments: plan.rulebook.instruments,
      guardSet: state.guardSet,
    },
    overlays: state.opened.overlays,
    settings: settingsOf(state),
    runNo: state.runNo,
    status: isResting ? 'resultSealed' : whereIs(live).status,
    steps: isResting ? restingSteps(state, plan) : steady(state, 'steps', [whereIs(live).status, ...underWay], () => stepsOf(live, plan)),
    road: roadOf(plan.rulebook.id, plan.kind),
    nextActs: [...(isResting ? [] : withoutNames(nextActs(live), namesKnown)), ...bundleActs(state, reader.today)],
    nominees: nomineesOf(namesKnown ? state : { ...state, programs: state.beforeSealed?.programs ?? state.programs }, reader),
    goesOn: namesKnown ? state.goesOn : [],
    // What an act after a sealed ballot says, an opinion for one, can name who went on.
    acts: state.acts.map(({ act, document, doneOn, details }, index) => ({
      act,
      ...(document && { document }),
      doneOn,
      details: knowsSealed || index < (state.beforeSealed?.acts.length ?? state.acts.length) ? details : {},
    })),
    ...(isHeld && { conference: meetingView(last) }),
    pastConferences: steady(state, 'pastConferences', readBy, () =>
      state.conferences.filter((one) => over.includes(one.phase)).map(meetingView),
    ),
    deadlines: steady(state, 'deadlines', [reader.today, reader.holidays, ...underWay], () =>
      deadlinesOf(plan, state, reader.today, reader.holidays),
    ),
    papers: steady(state, 'papers', [...readBy, namesKnown], () => papersFor(state, reader.roles, namesKnown)),
    prints: state.prints.map(({ at, by, pages, items, reason }) => ({
      at,
      by,
      pages,
      items: items.map(({ paperId, copies }) => ({ paperId, copies })),
      ...(reason !== undefined && { reason }),
    })),
    printSets: steady(state, 'printSets', [], () => printSetsOf(state)),
    bundles: bundlesOf(state, reader.today, knowsSealed),
    unsealed: unsealedOf(state, knowsSealed),
    timeline: timelineOf(live.state, reader.roles),
    ...(state.decided && { decision: decisionOf(state.decided) }),
  }
}

const decisionOf = ({ document, names, effectiveOn, termEnd }: NonNullable<CaseState['decided']>): NonNullable<CaseView['decision']> => ({
  document,
  names,
  effectiveOn,
  ...(termEnd !== undefined && { termEnd }),
})

/** A digest of a paper with sealed numbers is left out: the numbers could be found from it by trying. */
function papersFor(state: CaseState, roles: readonly Role[], namesKnown: boolean): CaseView['papers'] {
  return papersOf(state)
    .filter(({ kind, personId }) => namesKnown || personId === undefined || kind === 'ballotSlip')
    .map(({ sha256, ...paper }) => ({
      ...paper,
      ...(sha256 !== undefined && (knowsSealedPaper(roles, paper.kind) || !tellsSealed(state, paper)) && { sha256 }),
    }))
}

/** Conditions that name who must have done something, or say whether they have. */
const naming: readonly string[] = ['action-program-not-submitted', 'action-program-not-presented']

const withoutNames = (acts: readonly NextAct[], namesKnown: boolean): readonly NextAct[] =>
  namesKnown
    ? acts
    : acts.map((act) => ({ ...act, gate: { ...act.gate, conditions: act.gate.conditions.filter(({ code }) => !naming.includes(code)) } }))

const defaults: Readonly<Record<string, unknown>> = CaseSettings.parse({})

const shown = new WeakMap<CaseState['settings'], { readonly opened: CaseState['opened']; readonly views: readonly SettingView[] }>()

/** Settings stay what they were when the case was opened or moved: shown once, not with every order. */
function settingsOf(state: CaseState): readonly SettingView[] {
  const known = shown.get(state.settings)
  if (known && known.opened === state.opened) return known.views
  const views = settingViews(state)
  shown.set(state.settings, { opened: state.opened, views })
  return views
}

function settingViews(state: CaseState): SettingView[] {
  return (Object.keys(settingScopes) as (keyof CaseSettings)[])
    .filter((name) => name in state.settings)
    .map((name) => {
      const { evidence, article } = settingScopes[name]
      const value = state.settings[name]
      // Under the overlay write-ins are always off (10.1): then that is no choice of the office.
      const initial = name === 'writeInAllowed' && state.opened.overlays.includes('OV-AP2021') ? false : defaults[name]
      return { name, value, isDefault: canonical(value) === canonical(initial), evidence, article }
    })
}

/** The step the case stands in; after the last conference there is none. */
function stepHere(live: LiveCase, plan: Plan): string | undefined {
  const { status } = whereIs(live)
  const names: readonly string[] = plan.steps.map(nameOf)
  if (names.includes(status)) return status
  if (['concluded', 'selectedByHead', 'submitted', 'decided', 'effective', 'archived'].includes(status)) return undefined
  const stage = currentConference(live.state)?.stage
  return stage === 'divergenceBallot' ? 'leadershipReview' : (stage ?? names[0])
}

function stepsOf(live: LiveCase, plan: Plan): StepView[] {
  const here = stepHere(live, plan)
  const at = here === undefined ? plan.steps.length : plan.steps.findIndex((step) => nameOf(step) === here)
  return stepViews(live.state, plan, at, whereIs(live).status)
}

/** Where the sealed meeting stands in the plan, counted from 0. */
function restedAt({ conferences }: CaseState, plan: Plan): number {
  const stage = conferences.findLast((one) => one.phase === 'closed')?.stage
  return plan.steps.findIndex((step) => nameOf(step) === (stage === 'divergenceBallot' ? 'leadershipReview' : stage))
}

/** Up to the sealed meeting and no further: whether another step follows, is the secret. */
function restingSteps(state: CaseState, plan: Plan): StepView[] {
  const at = restedAt(state, plan) + 1
  return stepViews(state, plan, at, '').map((step) => (step.standing === 'here' ? { ...step, standing: 'later' } : step))
}

function stepViews(state: CaseState, plan: Plan, at: number, status: string): StepView[] {
  return plan.steps.flatMap((step, index): StepView[] => {
    const standing = index < at ? 'done' : index === at ? 'here' : 'later'
    if (step.kind === 'acts') return [{ key: step.state, kind: 'acts', standing, isSealed: false }]
    const side = plan.sideStages.filter((one) => step.stage.key === 'leadershipReview' && heldConference(state, one.key))
    return [
      conferenceStep(state, step.stage, standing),
      ...side.map((one) => conferenceStep(state, one, status === one.key ? 'here' : standing === 'later' ? 'later' : 'done')),
    ]
  })
}

function conferenceStep(state: CaseState, stage: Plan['stages'][number], standing: StepView['standing']): StepView {
  const held = heldConference(state, stage.key)
  const output = held && confirmedCount(held)?.judged.output
  const isSealed = output !== undefined && !output.announced
  return {
    key: stage.key,
    kind: 'conference',
    stepNo: stage.stepNo,
    name: stage.name,
    standing,
    isSealed,
    clause: { article: stage.clause.article, evidence: stage.clause.evidence },
    // The outcome of a sealed ballot is no secret of names, but its kind can betray them: it is left out (7.2).
    ...(output && !isSealed && held.announcedAt !== undefined && { outcome: output.outcome }),
    ...(held?.closed && { closedAt: held.closed.closedAt }),
    ...(held && { conferenceId: held.conferenceId }),
    ...(stage.ballot && { ballot: ballotOf(state, stage.key) }),
  }
}

function ballotOf(state: CaseState, key: Plan['stages'][number]['key']): NonNullable<StepView['ballot']> | undefined {
  const { ballot } = ruleOf(state, key)
  if (!ballot) return undefined
  const { base, announce, rule } = ballot
  return { base: base.value, announce: announce.value, carriesFrom30: rule.method === 'nomination' && rule.carry.value === 'atLeast30' }
}

function nomineesOf(state: CaseState, { holidays }: Reader): CaseView['nominees'] {
  const program = state.settings.actionProgram as CaseSettings['actionProgram'] | undefined
  const first = state.conferences.find((one) => one.presentations.length > 0)?.convened.plannedAt
  return steady(state, 'nominees', [first, holidays], () =>
    state.nominees.map((nominee) => ({
      ...nominee,
      isWithdrawn: state.withdrawn.includes(nominee.personId),
      isIntroducedByHead: state.introducedByHead === nominee.personId,
      programVersions: (state.programs[nominee.personId] ?? []).map(({ version, sha256, handedInOn, program: text }) => ({
        version,
        sha256,
        handedInOn,
        program: text,
        isLate:
          program !== undefined && first !== undefined && isHandedInLate(handedInOn, dayOf(first), program.handInWorkingDays, { holidays }),
      })),
    })),
  )
}

/** The line of a case in the list. It names no result and nobody who goes on; `summaryFor` gives it as a reader may read it. */
export function caseSummary(live: LiveCase, holidays: HolidayTable): CaseSummary {
  const { state } = live
  const plan = planFor(state.rulebook, state.opened.kind)
  const { status, phase } = whereIs(live)
  const meeting = currentConference(state)
  const main = nextActs(live).find((act) => act.isMain)
  const here = stepHere(live, plan)
  const at = here === undefined ? plan.steps.length : plan.steps.findIndex((step) => nameOf(step) === here) + 1
  const nextDeadline = nextDeadlineOf(plan, state, holidays)
  const lapsing = lapsingIn(state)
  const keptUntil = slipsKeptUntil(state)
  return {
    caseId: state.caseId,
    title: state.opened.post.title,
    unit: state.opened.post.unit,
    kind: state.opened.kind,
    rulebook: state.rulebook,
    status,
    ...(main && { nextAct: summaryAct(main, phase) }),
    ...(meeting?.phase === 'convened' && { nextMeeting: meetingOf(meeting) }),
    ...(nextDeadline && { nextDeadline }),
    stepNo: at,
    stepsTotal: plan.steps.length,
    papersAwaiting: state.papers.filter(isAwaiting).length,
    openedAt: state.openedAt,
    lastAt: state.lastAt,
    isSample: state.opened.isSample,
    ...(lapsing.length > 0 && { lapsing }),
    ...(keptUntil !== undefined && { slipsKeptUntil: keptUntil }),
    ...(state.rest && { resting: restingSummary(plan, state, holidays) }),
  }
}

function nextDeadlineOf(plan: Plan, state: CaseState, holidays: HolidayTable): CaseSummary['nextDeadline'] {
  const found = deadlinesOf(plan, state, dayOf(state.lastAt), holidays)
    .filter((one) => one.standing !== 'met' && one.standing !== 'metLate' && one.key !== 'ballotKeeping')
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0]
  return found && { key: found.key, dueOn: found.dueOn }
}

function restingSummary(plan: Plan, live: CaseState, holidays: HolidayTable): NonNullable<CaseSummary['resting']> {
  const state = seenBy(live, [])
  const nextDeadline = nextDeadlineOf(plan, state, holidays)
  return {
    status: 'resultSealed',
    stepNo: restedAt(state, plan) + 1,
    papersAwaiting: state.papers.filter(isAwaiting).length,
    ...(nextDeadline && { nextDeadline }),
    lastAt: state.lastAt,
  }
}

/** The line as these roles may read it. */
export function summaryFor(
  { resting, lapsing: _l, slipsKeptUntil: _s, nextAct, ...line }: CaseSummary,
  roles: readonly Role[],
): CaseSummary {
  if (resting !== undefined && !knowsSealedResults(roles)) {
    const { nextDeadline: _, nextMeeting: _m, ...rest } = line
    return { ...rest, ...resting }
  }
  return { ...line, ...(nextAct && { nextAct }) }
}

const meetingOf = ({ stage, convened }: ConferenceState) => ({ stage, plannedAt: convened.plannedAt, place: convened.place })

/** The order of the list: those with a deadline first, the nearest first; then what was touched last. */
export function byUrgency(one: CaseSummary, other: CaseSummary): number {
  const [due, otherDue] = [one.nextDeadline?.dueOn ?? '9999', other.nextDeadline?.dueOn ?? '9999']
  if (due !== otherDue) return due < otherDue ? -1 : 1
  return one.lastAt < other.lastAt ? 1 : one.lastAt > other.lastAt ? -1 : 0
}

const summaryAct = ({ command, act, stage, gate }: NextAct, phase: string | undefined): NonNullable<CaseSummary['nextAct']> => ({
  command,
  ...(act && { act: act.key }),
  ...(stage && { stage }),
  isOpen: gate.isOpen,
  ...(!gate.isOpen && { missing: gate.conditions.filter((one) => !one.isMet).length }),
  ...(phase !== undefined && command !== 'conveneConference' && { isInMeeting: true as const }),
})
