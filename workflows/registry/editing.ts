// What every answer of the registry is made of: facts of one act, and the few questions all orders ask.
import { addDays } from '../core/calendar.ts'
import type { DocumentRef } from '../core/document.ts'
import type { PersonId } from '../core/ids.ts'
import type { Refusal } from '../core/refusal.ts'
import { ok, type Result } from '../core/result.ts'
import type { RegistryEntry } from './entries.ts'
import { entriesInFact, type RegistryFact } from './facts.ts'
import type { NewIds } from './ids.ts'
import { type RegistryReads, type Span, spanOn, type TenureRecord } from './records.ts'

export type RegistryTools = { readonly reads: RegistryReads; readonly ids: NewIds }
export type Decided = Result<readonly RegistryFact[], Refusal>

type Why = { readonly reason?: string | undefined; readonly document?: DocumentRef | undefined }

/** One act is one append, however many facts it takes: all of it lands or none. */
export function edited({ reason, document }: Why, entries: readonly RegistryEntry[]): Decided {
  const facts: RegistryFact[] = []
  for (let start = 0; start < entries.length; start += entriesInFact)
    facts.push({
      type: 'registryEdited',
      entries: entries.slice(start, start + entriesInFact),
      ...(reason !== undefined && { reason }),
      ...(document && { document }),
    })
  return ok(facts)
}

/** The personal number is the code of the record (documents.md A9.1): two records never have the same. */
export function numberProblem(reads: RegistryReads, citizenId: string | undefined, own?: PersonId): Refusal | undefined {
  if (citizenId === undefined) return undefined
  const other = reads.peopleWithNumber(citizenId).find((one) => one !== own)
  return other === undefined ? undefined : { code: 'citizen-number-known', citizenId, personId: other, name: personName(reads, other) }
}

export const personName = (reads: RegistryReads, personId: PersonId): string => reads.person(personId)?.spans.at(-1)?.data.name ?? personId

export const nameOf = (spans: readonly Span<{ readonly name: string }>[]): string => spans.at(-1)?.data.name ?? ''

export function namesOf(reads: RegistryReads, tenures: readonly TenureRecord[], day: string): readonly string[] {
  return tenures.map(({ data: { personId } }) => {
    const spans = reads.person(personId)?.spans ?? []
    return (spanOn(spans, day) ?? spans.at(-1))?.data.name ?? personId
  })
}

/** The last day of the old order. */
export const dayBefore = (day: string): string => addDays(day, -1)
