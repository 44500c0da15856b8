// Facts to state, through the machines. Replay never judges: it asks whether the fact may follow, and otherwise stops.
import { getInitialSnapshot, type SnapshotFrom } from 'xstate'
import { CaseFact } from '../procedure/facts.ts'
import { procedureMachine, signOf } from '../procedure/machine.ts'
import { firstVotingStage, planFor } from '../procedure/plan.ts'
import { type CaseState, evolve, type StoredFact } from '../procedure/state.ts'
import type { ProcedureKind, RulebookId } from '../rulebooks/types.ts'
import { step } from './steps.ts'

export type Machine = ReturnType<typeof procedureMachine>
export type Snapshot = SnapshotFrom<Machine>
/** A case in memory: what its facts say, and where its machine stands. */
export type LiveCase = { readonly state: CaseState; readonly snapshot: Snapshot }

/** A log that cannot be replayed. Stop writing, show `verify`, touch nothing. */
export class CorruptLog extends Error {
  readonly stream: string
  readonly version: number
  readonly factType: string
  constructor(stream: string, version: number, factType: string, why: string) {
    super(`stream ${stream}, version ${version}, fact ${factType}: ${why}`)
    this.name = 'CorruptLog'
    this.stream = stream
    this.version = version
    this.factType = factType
  }
}

const initials = new WeakMap<Machine, Snapshot>()
function initialOf(machine: Machine): Snapshot {
  const known = initials.get(machine)
  if (known) return known
  const made = getInitialSnapshot(machine)
  initials.set(machine, made)
  return made
}

/** Where a case stands in the machine of the rulebook it was moved to: at the first voting conference (procedure.md 1.2). */
function migratedTo(id: RulebookId, kind: ProcedureKind): Snapshot {
  const machine = procedureMachine(id, kind)
  const stage = firstVotingStage(planFor(id, kind)).key
  return machine.resolveState({ value: { running: { [stage]: 'awaited' } } })
}

/** May this fact be the next of the case? */
export function mayFollow(live: LiveCase | null, fact: CaseFact): boolean {
  if (!live) return fact.type === 'caseOpened'
  return step(machineOf(live, fact), live.snapshot, signOf(fact)) !== null
}

/** One fact further. Throws `CorruptLog` when no machine accepts it. */
export function follow(live: LiveCase | null, stored: StoredFact, caseId: string): LiveCase {
  const { fact } = stored
  const expected = (live?.state.version ?? 0) + 1
  if (stored.version !== expected) throw new CorruptLog(caseId, stored.version, fact.type, `version ${expected} expected`)
  if (!live && fact.type !== 'caseOpened') throw new CorruptLog(caseId, stored.version, fact.type, 'a case begins with caseOpened')
  const machine = machineOf(live, fact)
  const before = live?.snapshot ?? initialOf(machine)
  const sign = signOf(fact)
  const after = step(machine, before, sign)
  if (!after) throw new CorruptLog(caseId, stored.version, fact.type, 'may not follow')
  const state = evolve(live?.state ?? null, stored, caseId)
  const snapshot = fact.type === 'rulebookMigrated' ? migratedTo(fact.to, state.opened.kind) : after
  return { state, snapshot }
}

function machineOf(live: LiveCase | null, fact: CaseFact): Machine {
  if (live) return procedureMachine(live.state.rulebook, live.state.opened.kind)
  if (fact.type !== 'caseOpened') throw new CorruptLog('', 0, fact.type, 'a case begins with caseOpened')
  return procedureMachine(fact.rulebook, fact.kind)
}

/** All facts of one case, in order. Null for an empty stream. */
export function replayCase(caseId: string, facts: Iterable<StoredFact>): LiveCase | null {
  let live: LiveCase | null = null
  for (const stored of facts) live = follow(live, stored, caseId)
  return live
}

/** Reads a stored payload as a fact of this version of the app. Throws `CorruptLog` when it has no such shape. */
export function readFact(caseId: string, version: number, type: string, payload: unknown): CaseFact {
  const parsed = CaseFact.safeParse(typeof payload === 'object' && payload !== null ? { ...payload, type } : payload)
  if (!parsed.success) throw new CorruptLog(caseId, version, type, parsed.error.issues[0]?.path.join('.') ?? 'unreadable')
  return parsed.data
}

/** Where the case stands: the name of 9.1, and inside a conference the phase of its meeting. */
export function whereIs(live: LiveCase): { readonly status: string; readonly phase?: string } {
  const value: unknown = live.snapshot.value
  if (typeof value === 'string') return { status: value }
  const running = isRecord(value) ? value.running : undefined
  if (typeof running === 'string') return { status: running }
  const [entry] = isRecord(running) ? Object.entries(running) : []
  if (!entry) throw new Error('a running case stands somewhere')
  return { status: entry[0], phase: String(entry[1]) }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
