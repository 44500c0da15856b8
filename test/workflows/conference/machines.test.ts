// A walk over the graph of every machine: every state of every rulebook and kind is reached, and every arrow leads somewhere known.

import { describe, expect, test } from 'vitest'
import { getInitialSnapshot, transition } from 'xstate'
import type { Sign } from '../../../workflows/core/arrows.ts'
import { CaseFact } from '../../../workflows/procedure/facts.ts'
import { procedureMachine } from '../../../workflows/procedure/machine.ts'
import { planFor } from '../../../workflows/procedure/plan.ts'
import { actKeys, procedureKinds, rulebookIds, stageKeys, waitingStates } from '../../../workflows/rulebooks/types.ts'

const factTypes = CaseFact.options.map((option) => option.shape.type.value)
const nexts = [
  ...stageKeys,
  ...waitingStates,
  ...[
    'concluded',
    'stoppedForDirection',
    'awaitingDirection',
    'awaitingHeadChoice',
    'selectedByHead',
    'suspendedNewIssue',
    'cancelled',
    'resumed',
  ],
]
const signsOf = (type: CaseFact['type']): Sign[] => [
  { type },
  ...stageKeys.map((stage) => ({ type, stage })),
  ...nexts.map((next) => ({ type, next })),
  ...actKeys.map((act) => ({ type, act })),
]
const signs = new Map(factTypes.map((type) => [type as string, signsOf(type)]))

type Machine = ReturnType<typeof procedureMachine>
type Named = { readonly id: string; readonly key: string; readonly states: Readonly<Record<string, Named>>; readonly type: string }

function leavesOf(node: Named, path: string): string[] {
  const children = Object.values(node.states)
  if (node.type === 'history') return []
  return children.length === 0 ? [path] : children.flatMap((child) => leavesOf(child, path === '' ? child.key : `${path}.${child.key}`))
}

const placeOf = (value: unknown): string =>
  typeof value === 'string' ? value : (Object.entries(value as object).map(([key, inner]) => `${key}.${placeOf(inner)}`)[0] ?? '')

function reached(machine: Machine): Set<string> {
  const start = getInitialSnapshot(machine)
  const seen = new Set([placeOf(start.value)])
  const queue = [start]
  for (let snapshot = queue.shift(); snapshot; snapshot = queue.shift()) {
    // Only what the place has an arrow for is tried; whether the arrow lets it through is asked of the machine.
    const named = new Set(snapshot._nodes.flatMap((node) => [...node.transitions.keys()]))
    for (const sign of [...named].flatMap((type) => signs.get(type) ?? [])) {
      if (!snapshot.can(sign)) continue
      const [after] = transition(machine, snapshot, sign)
      const place = placeOf(after.value)
      if (!seen.has(place)) {
        seen.add(place)
        queue.push(after)
      }
    }
  }
  return seen
}

describe.each(rulebookIds)('%s', (rulebook) => {
  test.each(procedureKinds)('every state of %s is reached', (kind) => {
    const machine = procedureMachine(rulebook, kind)
    const all = leavesOf(machine.root as unknown as Named, '')
    const found = reached(machine)
    expect([...all].filter((state) => !found.has(state))).toEqual([])
    expect(all.length).toBeGreaterThan(20)
  })
})

test('the machines differ as the rulebooks do: no second leadership conference in RB2026, no divergence ballot in RB2017', () => {
  const stages = (id: (typeof rulebookIds)[number]) =>
    Object.keys(procedureMachine(id, 'appointmentOnSite').root.states.running?.states ?? {})
  expect(stages('RB2026')).not.toContain('leadershipReview')
  expect(stages('RB2017')).toContain('awaitingDirection')
  expect(stages('RB2017')).not.toContain('divergenceBallot')
  expect(stages('RB2022')).toContain('divergenceBallot')
  expect(planFor('RB2026', 'reappointment').stages.map((stage) => stage.key)).toEqual(['keyOfficialsConsultation', 'leadershipDecision'])
})

test('an unknown word moves no machine', () => {
  const machine = procedureMachine('RB2026', 'appointmentOnSite')
  expect(getInitialSnapshot(machine).can({ type: 'somethingElse' })).toBe(false)
})
