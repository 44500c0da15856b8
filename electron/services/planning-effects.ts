// After an order elsewhere: what planning must take note of. Recorded under whoever gave that order, in a stream of its own.

import { PersonId } from '../../workflows/core/ids.ts'
import type { LiveCase } from '../../workflows/core/replay.ts'
import { recordOf } from '../../workflows/eligibility/from-registry.ts'
import { disciplineProposals, disciplineWithdrawals, fulfilments } from '../../workflows/planning/effects.ts'
import type { PlanningFact } from '../../workflows/planning/facts.ts'
import type { Entry, PlanningState } from '../../workflows/planning/state.ts'
import { findNominee } from '../../workflows/procedure/state.ts'
import type { PersonData } from '../../workflows/registry/person.ts'
import { type RegistryReads, spanOn } from '../../workflows/registry/records.ts'
import type { OpenFile } from './open-file.ts'

type Disciplines = NonNullable<PersonData['disciplines']>
type Known = (entry: Entry) => Disciplines | undefined

function knownTo(reads: RegistryReads, today: string): Known {
  return ({ person }) => {
    const id = PersonId.safeParse(person.personId)
    const record = id.success ? recordOf(reads, id.data, person.citizenId) : undefined
    return record && spanOn(record.spans, today)?.data.disciplines
  }
}

/** The discipline behind proposals that wait for somebody, by entry: what of it is gone later takes its proposal along. */
export function planningBefore(state: PlanningState, reads: RegistryReads, today: string): ReadonlyMap<string, Disciplines> {
  const known = knownTo(reads, today)
  const waiting = [...state.entries.values()].filter(({ outProposals }) => outProposals.some(({ ground }) => ground === 'discipline'))
  return new Map(waiting.map((entry) => [entry.entryId, known(entry) ?? []]))
}

/** Discipline the registry has come to know proposes that people leave their lists; discipline it was wrong about does so no more. */
export function planningAfter(
  state: PlanningState,
  before: ReturnType<typeof planningBefore>,
  reads: RegistryReads,
  today: string,
): readonly PlanningFact[] {
  if (state.entries.size === 0) return []
  const known = knownTo(reads, today)
  return [...disciplineWithdrawals(state, (entry) => before.get(entry.entryId), known), ...disciplineProposals(state, known, today)]
}

/** A decision that took effect closes the planning of whoever was appointed. */
export function noteAppointment(open: OpenFile, { state }: LiveCase): void {
  const { decided, opened, effectiveOn } = state
  if (!decided || effectiveOn === undefined || opened.kind !== 'appointmentOnSite') return
  const people = decided.names.map((personId) => ({ personId, citizenId: findNominee(state, personId)?.citizenId }))
  record(open, fulfilments(open.planning(), { people, post: opened.post, document: decided.document, on: effectiveOn }))
}

function record(open: OpenFile, facts: readonly PlanningFact[]): void {
  const stamp = open.stamp()
  if (facts.length > 0 && stamp.ok) open.recordPlanning(facts, stamp.value)
}
