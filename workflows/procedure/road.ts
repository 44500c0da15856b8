// The whole procedure as a picture: the stops of its road and the side roads, read off the machine that every fact must pass (procedure.md 9.1).
import type { AnyStateMachine, StateNode } from 'xstate'
import type { ProcedureKind, RulebookId } from '../rulebooks/types.ts'
import { procedureMachine } from './machine.ts'
import { findStage, nameOf, planFor } from './plan.ts'

/** Where the road passes: `states` of the machine that people see as one place. */
export type RoadStop = {
  readonly key: string
  readonly kind: 'acts' | 'conference' | 'end'
  readonly states: readonly string[]
}
/** A place beside the road. */
export type SideRoad = {
  readonly state: string
  /** Stops whose own end may lead there. */
  readonly from: readonly string[]
  /** May be entered from every stop before the decision is asked for. */
  readonly isFromAnywhere: boolean
  /** Stops to which one comes back. */
  readonly back: readonly string[]
  /** One comes back to where one was. */
  readonly isBackWhereItWas: boolean
}
export type Road = { readonly stops: readonly RoadStop[]; readonly sides: readonly SideRoad[] }

type Way = { readonly from: string; readonly to: string }

/** Shown as one stop: what follows the last conference until the decision, then the decision and its day. */
const ends = [
  { key: 'submitting', states: ['concluded', 'selectedByHead', 'submitted'] },
  { key: 'decision', states: ['decided', 'effective'] },
  { key: 'archive', states: ['archived'] },
] as const

const roads = new Map<string, Road>()

/** The road of a procedure kind under a rulebook; read once. */
export function roadOf(id: RulebookId, kind: ProcedureKind): Road {
  const key = `${id} ${kind}`
  const known = roads.get(key)
  if (known) return known
  const made = read(id, kind)
  roads.set(key, made)
  return made
}

function read(id: RulebookId, kind: ProcedureKind): Road {
  const machine = procedureMachine(id, kind)
  const plan = planFor(id, kind)
  const places = placesOf(machine)
  const stops: RoadStop[] = []
  for (const step of plan.steps) {
    const last = stops.at(-1)
    // Papers that come one after another before a conference are one place to people: the policy, or the notice and the report.
    if (step.kind === 'acts' && last?.kind === 'acts') stops[stops.length - 1] = { ...last, states: [...last.states, nameOf(step)] }
    else stops.push({ key: nameOf(step), kind: step.kind, states: [nameOf(step)] })
  }
  for (const { key, states } of ends) stops.push({ key, kind: 'end', states: states.filter((state) => places.has(state)) })
  const onRoad = new Map(stops.flatMap((stop) => stop.states.map((state) => [state, stop.key] as const)))
  const ways = waysOf(machine)
  const sides = [...places].filter((place) => !onRoad.has(place) && place !== 'unopened').map(sideOf)
  return { stops, sides }

  function sideOf(state: string): SideRoad {
    const into = ways.filter((way) => way.to === state && way.from !== state)
    const out = ways.filter((way) => way.from === state)
    const stopsOf = (names: readonly string[]) => stops.map(({ key }) => key).filter((key) => names.includes(key))
    const from = stopsOf(into.map((way) => onRoad.get(way.from) ?? ''))
    return {
      state,
      from,
      isFromAnywhere: into.some((way) => way.from === 'running'),
      back: stopsOf(out.map((way) => onRoad.get(way.to) ?? '')).filter((key) => leadsBack(state, from, key)),
      isBackWhereItWas: out.some((way) => way.to === 'memory'),
    }
  }

  /**
   * The machine follows the word written in the fact and would follow any; the law (stopping.ts) writes only these: the head's choice and
   * the written answer lead on from the step they belong to, a direction leads to the first conference, and on only where a vote was not
   * of nomination (procedure.md 2.3, 2.4, 3.3.2).
   */
  function leadsBack(state: string, from: readonly string[], key: string): boolean {
    const at = stops.findIndex((stop) => stop.key === key)
    const before = stops[at - 1]
    const isFirst = stops.findIndex((stop) => stop.kind === 'conference') === at
    const isNext = before !== undefined && from.includes(before.key)
    const method = plan.stages.find((stage) => stage.key === before?.key)?.ballot?.rule.method
    if (state === 'stoppedForDirection') return isFirst || (isNext && method !== 'nomination')
    if (state === 'awaitingDirection') return isFirst || isNext
    if (state === 'awaitingHeadChoice' || findStage(plan, state)) return isNext
    return true
  }
}

/** The machine's own places, the parts of a meeting folded into its conference. */
function placesOf(machine: AnyStateMachine): ReadonlySet<string> {
  const { running, ...beside } = machine.root.states
  const inside = Object.entries(running?.states ?? {}).flatMap(([name, node]) => (node.type === 'history' ? [] : [name]))
  return new Set([...inside, ...Object.keys(beside)])
}

function placeOf({ path, type }: Pick<StateNode, 'path' | 'type'>): string {
  if (type === 'history') return 'memory'
  const [first = '', second] = path
  return first === 'running' && second !== undefined ? second : first
}

/** Facts that lead away from anywhere on the road lead from `running`. */
function waysOf(machine: AnyStateMachine): readonly Way[] {
  const ways: Way[] = []
  const walk = (node: StateNode): void => {
    for (const transitions of node.transitions.values())
      for (const { target } of transitions) for (const to of target ?? []) ways.push({ from: placeOf(node), to: placeOf(to) })
    for (const child of Object.values(node.states)) walk(child)
  }
  walk(machine.root)
  return ways
}
