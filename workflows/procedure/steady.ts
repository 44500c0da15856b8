// What most orders leave as it was. A check-in changes one meeting: who is proposed, earlier meetings and papers need not be told anew.
import type { CaseState } from './state.ts'

/** A meeting that can only be set aside or corrected. */
export const over: readonly string[] = ['closed', 'notQuorate', 'adjourned', 'reset']

type Kept = { state: CaseState; readonly parts: Map<string, { readonly by: readonly unknown[]; readonly value: unknown }> }
const cases = new WeakMap<CaseState['opened'], Kept>()
/** They change with every fact, and nothing told here speaks of them. */
const ofEveryFact: ReadonlySet<string> = new Set(['version', 'lastAt', 'timeline', 'conferences'])

/**
 * `make()`, or what it gave before, while nothing of the case changed but the meeting under way. `by`: whatever else it depends on, the
 * reader's rights first of all. Not for what tells of the meeting under way.
 */
export function steady<V>(state: CaseState, name: string, by: readonly unknown[], make: () => V): V {
  const before = cases.get(state.opened)
  const kept = before && isSteady(before.state, state) ? before : { state, parts: new Map() }
  kept.state = state
  cases.set(state.opened, kept)
  const known = kept.parts.get(name)
  if (known && sameEach(known.by, by)) return known.value as V
  const value = make()
  kept.parts.set(name, { by, value })
  return value
}

function isSteady(one: CaseState, other: CaseState): boolean {
  if (one === other) return true
  const keys = Object.keys(one) as (keyof CaseState)[]
  if (keys.length !== Object.keys(other).length) return false
  if (!keys.every((key) => ofEveryFact.has(key) || one[key] === other[key])) return false
  const count = one.conferences.length
  if (count !== other.conferences.length || !sameEach(one.conferences.slice(0, -1), other.conferences.slice(0, -1))) return false
  const [last, otherLast] = [one.conferences.at(-1), other.conferences.at(-1)]
  return last === otherLast || !(last && otherLast && (over.includes(last.phase) || over.includes(otherLast.phase)))
}

const sameEach = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((part, index) => part === other[index])
