// A case in the shape people read, for the roles of the reader. And its line in the list of cases.

import { bundleActs, bundlesOf, unsealedOf } from '../bundles/view.ts'
import { confirmedCount } from '../conference/state.ts'
import { conferenceView } from '../conference/view.ts'
import type { HolidayTable } from '../core/calendar.ts'
import { canonical } from '../core/canonical.ts'
import { type LiveCase, whereIs } from '../core/replay.ts'
import { dayOf } from '../core/stamp.ts'
import { classificationOf } from '../papers/classification.ts'
import { knowsSealedResults, type Role } from '../roles.ts'
import { CaseSettings } from '../rulebooks/settings.ts'
import { settingScopes } from '../rulebooks/settings-for.ts'
import type { CaseSummary, CaseView, NextAct, SettingView, StepView } from './case-view.ts'
import { deadlinesOf } from './deadlines.ts'
import { isHandedInLate } from './decide.ts'
import { nextActs } from './next-acts.ts'
import { isAwaiting, papersOf, printSetsOf } from './paper-view.ts'
import { nameOf, type Plan, planFor } from './plan.ts'
import { type CaseState, currentConference, findConference, heldConference } from './state.ts'

export type Reader = {
  readonly today: string
  readonly holidays: HolidayTable
  readonly roles: readonly Role[]
}

const over = ['closed', 'notQuorate', 'adjourned', 'reset']

export function caseView(live: LiveCase, reader: Reader): CaseView {
  const { state } = live
  const plan = planFor(state.rulebook, state.opened.kind)
  const knowsSealed = knowsSealedResults(reader.roles)
  const last = currentConference(state)
  const isHeld = last !== undefined && !over.includes(last.phase)
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
    status: whereIs(live).status,
    steps: stepsOf(live, plan),
    nextActs: [...nextActs(live), ...bundleActs(state, reader.today)],
    nominees: nomineesOf(state, reader),
    goesOn: knowsSealed || lastResultIsOpen(state) ? state.goesOn : [],
    acts: state.acts.map(({ act, document, doneOn, details }) => ({ act, ...(document && { document }), doneOn, details })),
    ...(isHeld && { conference: conferenceView(state, last, knowsSealed) }),
    pastConferences: state.conferences.filter((one) => over.includes(one.phase)).map((one) => conferenceView(state, one, knowsSealed)),
    deadlines: deadlinesOf(plan, state, reader.today, reader.holidays),
    papers: papersOf(state),
    prints: state.prints.map(({ at, by, pages, items, reason }) => ({
      at,
      by,
      pages,
      items: items.map(({ paperId, copies }) => ({ paperId, copies })),
      ...(reason !== undefined && { reason }),
    })),
    printSets: printSetsOf(state),
    bundles: bundlesOf(state, reader.today, knowsSealed),
    unsealed: unsealedOf(state, knowsSealed),
    timeline: state.timeline,
    ...(state.decided && { decision: decisionOf(state.decided) }),
  }
}

const decisionOf = ({ document, names, effectiveOn, termEnd }: NonNullable<CaseState['decided']>): NonNullable<CaseView['decision']> => ({
  document,
  names,
  effectiveOn,
  ...(termEnd !== undefined && { termEnd }),
})

/** Who goes on betrays a result: it is open only when the last ballot was announced, or none was held yet. */
function lastResultIsOpen(state: CaseState): boolean {
  const last = state.conferences.findLast((one) => confirmedCount(one) && one.phase !== 'reset')
  return last === undefined || last.announcedAt !== undefined
}

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
  const { state } = live
  const here = stepHere(live, plan)
  const at = here === undefined ? plan.steps.length : plan.steps.findIndex((step) => nameOf(step) === here)
  return plan.steps.flatMap((step, index): StepView[] => {
    const standing = index < at ? 'done' : index === at ? 'here' : 'later'
    if (step.kind === 'acts') return [{ key: step.state, kind: 'acts', standing, isSealed: false }]
    const side = plan.sideStages.filter((one) => step.stage.key === 'leadershipReview' && heldConference(state, one.key))
    return [
      conferenceStep(state, step.stage, standing),
      ...side.map((one) => conferenceStep(state, one, whereIs(live).status === one.key ? 'here' : standing === 'later' ? 'later' : 'done')),
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
  }
}

function nomineesOf(state: CaseState, { holidays }: Reader): CaseView['nominees'] {
  const program = state.settings.actionProgram as CaseSettings['actionProgram'] | undefined
  const first = state.conferences.find((one) => one.presentations.length > 0)?.convened.plannedAt
  return state.nominees.map((nominee) => ({
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
  }))
}

/** The line of a case in the list. It is the same for every role, so it names no result and nobody who goes on. */
export function caseSummary(live: LiveCase, holidays: HolidayTable): CaseSummary {
  const { state } = live
  const plan = planFor(state.rulebook, state.opened.kind)
  const main = nextActs(live).find((act) => act.isMain)
  const here = stepHere(live, plan)
  const at = here === undefined ? plan.steps.length : plan.steps.findIndex((step) => nameOf(step) === here) + 1
  const deadline = deadlinesOf(plan, state, dayOf(state.lastAt), holidays)
    .filter((one) => one.standing !== 'met' && one.standing !== 'metLate')
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0]
  return {
    caseId: state.caseId,
    title: state.opened.post.title,
    unit: state.opened.post.unit,
    kind: state.opened.kind,
    rulebook: state.rulebook,
    status: whereIs(live).status,
    ...(main && { nextAct: summaryAct(main) }),
    ...(deadline && { nextDeadline: { key: deadline.key, dueOn: deadline.dueOn } }),
    stepNo: at,
    stepsTotal: plan.steps.length,
    papersAwaiting: state.papers.filter(isAwaiting).length,
    openedAt: state.openedAt,
    lastAt: state.lastAt,
    isSample: state.opened.isSample,
  }
}

/** The order of the list: those with a deadline first, the nearest first; then what was touched last. */
export function byUrgency(one: CaseSummary, other: CaseSummary): number {
  const [due, otherDue] = [one.nextDeadline?.dueOn ?? '9999', other.nextDeadline?.dueOn ?? '9999']
  if (due !== otherDue) return due < otherDue ? -1 : 1
  return one.lastAt < other.lastAt ? 1 : one.lastAt > other.lastAt ? -1 : 0
}

const summaryAct = ({ command, act, stage, gate }: NextAct): NonNullable<CaseSummary['nextAct']> => ({
  command,
  ...(act && { act: act.key }),
  ...(stage && { stage }),
  isOpen: gate.isOpen,
})
