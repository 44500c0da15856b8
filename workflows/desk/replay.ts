// Facts of the desk to its state, through its machine. Like a case: a fact that may not follow is a corrupt log.
import { getInitialSnapshot, type SnapshotFrom, transition } from 'xstate'
import { CorruptLog } from '../core/replay.ts'
import { DeskFact, type StoredDeskFact } from './facts.ts'
import { deskMachine } from './machine.ts'
import { type DeskState, evolveDesk } from './state.ts'

/** The name of the stream in the log. */
export const deskStream = 'office'
export type LiveDesk = { readonly state: DeskState; readonly snapshot: SnapshotFrom<typeof deskMachine> }

const start = getInitialSnapshot(deskMachine)

/** One fact further. Throws `CorruptLog` when the machine does not accept it. */
export function followDesk(live: LiveDesk | null, stored: StoredDeskFact): LiveDesk {
  const { version, fact } = stored
  const before = live?.snapshot ?? start
  if (version !== (live?.state.version ?? 0) + 1) throw new CorruptLog(deskStream, version, fact.type, 'version')
  if (!before.can(fact)) throw new CorruptLog(deskStream, version, fact.type, 'may not follow')
  const [snapshot] = transition(deskMachine, before, fact)
  return { snapshot, state: evolveDesk(live?.state ?? null, stored) }
}

/** Null for a stream nobody has written to. */
export function replayDesk(facts: Iterable<StoredDeskFact>): LiveDesk | null {
  let live: LiveDesk | null = null
  for (const stored of facts) live = followDesk(live, stored)
  return live
}

/** Reads a stored payload as a fact of this version of the app. Throws `CorruptLog` when it has no such shape. */
export function readDeskFact(version: number, type: string, payload: unknown): DeskFact {
  const parsed = DeskFact.safeParse(typeof payload === 'object' && payload !== null ? { ...payload, type } : payload)
  if (!parsed.success) throw new CorruptLog(deskStream, version, type, parsed.error.issues[0]?.path.join('.') ?? 'unreadable')
  return parsed.data
}
