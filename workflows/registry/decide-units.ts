// Abolition, merger and split of units: what ends, what begins, and what happens to the posts, people and units below (programme.md 15).
import type { UnitId } from '../core/ids.ts'
import type { Refusal } from '../core/refusal.ts'
import { refuse } from '../core/result.ts'
import type { RegistryCommandOf } from './commands.ts'
import { type Decided, dayBefore, edited, nameOf, namesOf, type RegistryTools } from './editing.ts'
import type { RegistryEntry } from './entries.ts'
import { type RegistryReads, spanOn, type TenureRecord } from './records.ts'

type Command = RegistryCommandOf<'reorganiseUnits'>

export function reorganise({ reads, ids }: RegistryTools, command: Command): Decided {
  const { kind, on, before, document } = command
  const problem = shapeProblem(command) ?? unitsProblem(reads, command)
  if (problem) return refuse(problem)
  const added: RegistryEntry[] = []
  const successors = command.successors.map((one): UnitId => {
    if ('unitId' in one) return one.unitId
    const unitId = ids.unit()
    added.push({ type: 'unitAdded', unitId, from: on, data: one.data })
    return unitId
  })
  const ending = before.filter((unitId) => !successors.includes(unitId))
  const below = ending.flatMap((unitId) => reads.unitsUnder(unitId, on)).filter(({ unitId }) => !ending.includes(unitId))
  const [heir] = successors
  // One successor takes over what stood below; with none or several somebody must say where each goes.
  if (below.length > 0 && (successors.length !== 1 || heir === undefined))
    return refuse({ code: 'units-below', names: below.map(({ name }) => name) })
  const people = peopleLeaving(reads, ending, on)
  if (people.length > 0 && !command.endTenures)
    return refuse({ code: 'posts-still-held', count: people.length, names: namesOf(reads, people.slice(0, 5), on) })
  return edited(command, [
    ...added,
    { type: 'unitsReorganised', kind, on, before, successors, document },
    ...below.map(({ unitId }): RegistryEntry => ({ type: 'unitChanged', unitId, from: on, set: { parentId: heir ?? null } })),
    ...people.map((tenure): RegistryEntry => leavingEntry(tenure, on)),
    ...ending.flatMap((unitId) => reads.postsOf(unitId, on)).map(({ postId }): RegistryEntry => ({ type: 'postClosed', postId, on })),
  ])
}

/** Left the day before; a tenure that was to begin in the new order never did. */
const leavingEntry = ({ tenureId, data }: TenureRecord, on: string): RegistryEntry =>
  data.from >= on
    ? { type: 'tenureWithdrawn', tenureId, personId: data.personId }
    : { type: 'tenureSet', tenureId, personId: data.personId, set: { lastDay: dayBefore(on), endedBy: 'unitEnded' } }

function shapeProblem({ kind, before, successors }: Command): Refusal | undefined {
  if (kind === 'merged' && (before.length < 2 || successors.length !== 1))
    return { code: 'merger-needs', before: before.length, successors: successors.length }
  if (kind === 'split' && (before.length !== 1 || successors.length < 2))
    return { code: 'split-needs', before: before.length, successors: successors.length }
  return undefined
}

function unitsProblem(reads: RegistryReads, { before, successors, on, kind }: Command): Refusal | undefined {
  for (const unitId of before) {
    const unit = reads.unit(unitId)
    if (!unit) return { code: 'unit-unknown', unitId }
    if (!spanOn(unit.spans, dayBefore(on)) || !spanOn(unit.spans, on)) return { code: 'unit-not-there', unit: nameOf(unit.spans), date: on }
  }
  for (const one of successors) {
    if (!('unitId' in one)) {
      const { parentId } = one.data
      const above = parentId === undefined ? undefined : reads.unit(parentId)
      if (parentId !== undefined && (!above || !spanOn(above.spans, on)))
        return { code: 'unit-not-there', unit: above ? nameOf(above.spans) : parentId, date: on }
      continue
    }
    const unit = reads.unit(one.unitId)
    if (!unit) return { code: 'unit-unknown', unitId: one.unitId }
    if (kind === 'abolished' && before.includes(one.unitId)) return { code: 'unit-succeeds-itself', unit: nameOf(unit.spans) }
    if (!spanOn(unit.spans, on)) return { code: 'unit-not-there', unit: nameOf(unit.spans), date: on }
  }
  return undefined
}

/** Tenures that would run into the new order, each once. */
function peopleLeaving(reads: RegistryReads, ending: readonly UnitId[], on: string): readonly TenureRecord[] {
  const found = new Map(
    ending
      .flatMap((unitId) => reads.postsOf(unitId, dayBefore(on)))
      .flatMap(({ postId }) => reads.tenuresFrom(postId, on))
      .map((one) => [one.tenureId, one] as const),
  )
  return [...found.values()]
}
