// One step of a machine, remembered. Our machines hold no data, so where a sign leads from a place is always the same place.
import { type AnyMachineSnapshot, type AnyStateMachine, transition } from 'xstate'
import type { Sign } from './arrows.ts'

type Ways = Map<string, AnyMachineSnapshot | null>
type Known = { readonly places: Map<string, AnyMachineSnapshot>; readonly ways: WeakMap<AnyMachineSnapshot, Ways> }
const known = new WeakMap<AnyStateMachine, Known>()

function knownOf(machine: AnyStateMachine): Known {
  const found = known.get(machine) ?? { places: new Map(), ways: new WeakMap() }
  known.set(machine, found)
  return found
}

/** A place is where the machine stands and what its history would bring back. */
const nameOf = ({ value, historyValue }: AnyMachineSnapshot): string =>
  JSON.stringify([value, Object.entries(historyValue).map(([key, nodes]) => [key, nodes.map((node: { readonly id: string }) => node.id)])])

const signKey = ({ type, stage, next, act }: Sign): string => `${type} ${stage ?? ''} ${next ?? ''} ${act ?? ''}`

/** Where the sign leads; null when it may not follow here. XState is silent about unknown signs, so `can` is asked first. */
export function step<S extends AnyMachineSnapshot>(machine: AnyStateMachine, from: S, sign: Sign): S | null {
  const { places, ways } = knownOf(machine)
  const here = ways.get(from) ?? new Map<string, AnyMachineSnapshot | null>()
  ways.set(from, here)
  const key = signKey(sign)
  const remembered = here.get(key)
  if (remembered !== undefined) return remembered as S | null
  const after = from.can(sign) ? transition(machine, from, sign)[0] : null
  const place = after && (places.get(nameOf(after)) ?? after)
  if (place) places.set(nameOf(place), place)
  here.set(key, place)
  return place as S | null
}
