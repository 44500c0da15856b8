// Which fact may follow which, for any procedure kind: built from the plan of the rulebook (procedure.md 9.1). It judges nothing.
import { createMachine } from 'xstate'
import { conferenceNode } from '../conference/machine.ts'
import { type Arrow, leadsTo, type Node, noted, ofStage, type Sign } from '../core/arrows.ts'
import type { ProcedureKind, RulebookId, StageRule } from '../rulebooks/types.ts'
import type { CaseFact } from './facts.ts'
import { actsOf, firstVotingStage, nameOf, type Plan, planFor, stageFrom, stepAfter } from './plan.ts'

const after = (plan: Plan, stage: StageRule): string => stepAfter(plan, stage.key)

/** Every place a closed conference of this stage may send the case to. */
function exitsOf(plan: Plan, stage: StageRule): readonly string[] {
  if (!stage.ballot) return [after(plan, stage)]
  const { rule } = stage.ballot
  switch (rule.method) {
    case 'nomination': {
      const exits = [after(plan, stage), 'stoppedForDirection']
      if (stage.divergence?.value === 'ballot') exits.push('divergenceBallot')
      if (stage.divergence?.value === 'awaitDirection') exits.push('awaitingDirection')
      if (rule.tieAtCut) exits.push('awaitingHeadChoice')
      return exits
    }
    case 'consultation':
      return [after(plan, stage)]
    case 'divergence':
      return [after(plan, stage), 'stoppedForDirection']
    case 'decision':
      return ['concluded', 'stoppedForDirection', 'awaitingHeadChoice']
    case 'approval':
      return [after(plan, stage), 'stoppedForDirection', 'awaitingHeadChoice']
  }
}

function waitingNode(plan: Plan, state: Parameters<typeof stageFrom>[1]): Node {
  const acts = actsOf(plan, state)
  const next = stepAfter(plan, state)
  const stage = stageFrom(plan, state)
  return {
    id: state,
    on: {
      ...(acts.length > 0 && {
        actRecorded: acts.map((act): Arrow => {
          const guard: Arrow['guard'] = ({ event }) => event.act === act.key
          return act.leaves ? { target: `#${next}`, guard } : { ...noted, guard }
        }),
      }),
      ...(stage && { conferenceConvened: [ofStage(stage, `#${stage}.convened`)] }),
    },
  }
}

/** The end of the road to the decision: who was chosen is submitted, or decided here (9.1). */
const decidingArrows = { caseSubmitted: { target: '#submitted' }, caseDecided: { target: '#decided' } }

function runningNode(plan: Plan): Node {
  const stages = [...plan.stages, ...plan.sideStages]
  const exits = new Set(stages.flatMap((stage) => exitsOf(plan, stage)))
  const first = firstVotingStage(plan)
  const start = plan.stages[0]?.key ?? first.key
  const [begin] = plan.steps
  const steps = plan.steps.map((step): [string, Node] =>
    step.kind === 'acts'
      ? [step.state, waitingNode(plan, step.state)]
      : [step.stage.key, conferenceNode(step.stage, exitsOf(plan, step.stage))],
  )
  const sides = plan.sideStages.map((stage): [string, Node] => [stage.key, conferenceNode(stage, exitsOf(plan, stage))])
  const goingOn = [...new Set(stages.map((stage) => after(plan, stage)))]
  // A direction restarts at the first conference, goes on where the law lets the superior say so, suspends or cancels.
  const directed = [start, ...goingOn, 'suspendedNewIssue', 'cancelled']
  const directionArrows = [...new Set(directed)].map((next) => leadsTo(next))
  return {
    id: 'running',
    initial: begin ? nameOf(begin) : first.key,
    states: {
      ...Object.fromEntries([...steps, ...sides]),
      concluded: { id: 'concluded', on: decidingArrows },
      stoppedForDirection: { id: 'stoppedForDirection', on: { reportSent: noted, directionReceived: directionArrows } },
      ...(exits.has('awaitingDirection') && {
        awaitingDirection: { id: 'awaitingDirection', on: { reportSent: noted, directionReceived: directionArrows } },
      }),
      ...(exits.has('awaitingHeadChoice') && {
        awaitingHeadChoice: {
          id: 'awaitingHeadChoice',
          on: {
            headChose: [...goingOn.filter((next) => next !== 'concluded'), 'selectedByHead', 'stoppedForDirection'].map((next) =>
              leadsTo(next),
            ),
          },
        },
        selectedByHead: { id: 'selectedByHead', on: decidingArrows },
      }),
      memory: { type: 'history', history: 'deep', id: 'memory' },
    },
    on: {
      nomineeProposed: noted,
      nomineeWithdrawn: [leadsTo('stoppedForDirection'), { ...noted, guard: ({ event }) => event.next === undefined }],
      headIntroduced: noted,
      actionProgramSubmitted: noted,
      newIssueRaised: { target: '#suspendedNewIssue' },
      rulebookMigrated: { target: '#migratedRulebook' },
      caseCancelled: { target: '#cancelled' },
      stageReset: stages.map((stage) => ofStage(stage.key, `#${stage.key}`)),
      correctionTyped: noted,
      countCorrected: stages.filter((stage) => stage.ballot).map((stage) => ofStage(stage.key, `#${stage.key}.counted`)),
    },
  } as Node
}

function build(plan: Plan) {
  return createMachine({
    types: {} as { events: Sign },
    id: 'case',
    initial: 'unopened',
    states: {
      unopened: { on: { caseOpened: { target: '#running' } } },
      running: runningNode(plan),
      suspendedNewIssue: {
        id: 'suspendedNewIssue',
        on: { newIssueResolved: [leadsTo('stoppedForDirection'), leadsTo('resumed', '#memory')], caseCancelled: { target: '#cancelled' } },
      },
      submitted: { id: 'submitted', on: { caseDecided: { target: '#decided' }, rulebookMigrated: { target: '#migratedRulebook' } } },
      decided: { id: 'decided', on: { decisionEffective: { target: '#effective' } } },
      effective: { id: 'effective', on: { caseArchived: { target: '#archived' } } },
      archived: { id: 'archived' },
      cancelled: { id: 'cancelled', on: { caseArchived: { target: '#archived' } } },
      // The case goes on in the machine of its new rulebook (core/replay.ts).
      migratedRulebook: { id: 'migratedRulebook' },
    },
    on: {
      // Papers are drawn and signed whenever their people are there, conferences never wait for them.
      paperRequested: noted,
      signerAllowed: noted,
      paperDrawn: noted,
      paperSigned: noted,
      paperCompleted: noted,
      papersPrinted: noted,
      numberVoided: noted,
      classificationChanged: noted,
      differencesAccepted: noted,
      // A sealed result may have to be looked at years later.
      sealOpeningAsked: noted,
      sealOpened: noted,
      // What is known of a nominee comes at any time; it moves nothing, only the gate of a ballot looks at it.
      nomineeFactsNoted: noted,
      eligibilityJudged: noted,
      guardDecided: noted,
      dossierPaperFiled: noted,
      dossierPaperSettled: noted,
      // Sealed slips outlive the case in the cupboard: they are held and destroyed long after it lies in the archive.
      bundleSealed: noted,
      bundleHeld: noted,
      bundleReleased: noted,
      bundlesDestroyed: noted,
    },
  })
}

const machines = new Map<string, ReturnType<typeof build>>()

/** The machine of a procedure kind under a rulebook; made once. */
export function procedureMachine(id: RulebookId, kind: ProcedureKind): ReturnType<typeof build> {
  const key = `${id} ${kind}`
  const known = machines.get(key)
  if (known) return known
  const made = build(planFor(id, kind))
  machines.set(key, made)
  return made
}

/** The few words of a fact that a machine reads. */
export function signOf(fact: CaseFact): Sign {
  return {
    type: fact.type,
    ...('stage' in fact && { stage: fact.stage }),
    ...('next' in fact && fact.next !== undefined && { next: fact.next }),
    ...('act' in fact && { act: fact.act }),
  }
}
