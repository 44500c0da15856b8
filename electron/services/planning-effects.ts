// After an order elsewhere: what planning must take note of. Recorded under whoever gave that order, in a stream of its own.

import { PersonId } from '../../workflows/core/ids.ts'
import type { LiveCase } from '../../workflows/core/replay.ts'
import { recordOf } from '../../workflows/eligibility/from-registry.ts'
import { disciplineProposals, fulfilments } from '../../workflows/planning/effects.ts'
import type { PlanningFact } from '../../workflows/planning/facts.ts'
import { findNominee } from '../../workflows/procedure/state.ts'
import { spanOn } from '../../workflows/registry/records.ts'
import type { OpenFile } from './open-file.ts'

/** Discipline the registry has come to know proposes that people leave their lists. */
export function noteDiscipline(open: OpenFile): void {
  const state = open.planning()
  if (state.entries.size === 0) return
  const { reads } = open.archive.registry
  const today = open.today()
  const known = ({ person }: { readonly person: { readonly personId: string; readonly citizenId?: string | undefined } }) => {
    const id = PersonId.safeParse(person.personId)
    const record = id.success ? recordOf(reads, id.data, person.citizenId) : undefined
    return record && spanOn(record.spans, today)?.data.disciplines
  }
  record(open, disciplineProposals(state, known, today))
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
