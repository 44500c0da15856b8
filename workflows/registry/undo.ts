// Taking back what a fact said: by another fact, and only where nothing that stands was built upon it.
import { ok, refuse } from '../core/result.ts'
import type { Decided } from './editing.ts'
import type { RegistryEntry } from './entries.ts'
import type { RegistryFact } from './facts.ts'
import { entityKey, madeBy, touchedBy } from './fold.ts'
import { always, type RegistryReads } from './records.ts'

/** So many later facts are looked at one by one; with more of them somebody has worked on for long. */
const looked = 200
const versionsInFact = 10_000

export function undo(reads: RegistryReads, versions: readonly number[], reason: string): Decided {
  const known = versions.flatMap((version) => reads.factAt(version) ?? [])
  if (known.length < versions.length || known.some(({ fact }) => fact.type === 'registryUndone')) return refuse({ code: 'nothing-to-undo' })
  const standing = known.filter(({ undoneBy }) => undoneBy === undefined)
  if (standing.length === 0) return refuse({ code: 'already-undone' })
  const left = standing.map(({ version }) => version)
  const candidates = reads.builtUpon(left, looked)
  const said = new Map<string, Set<string>>()
  for (const { fact } of standing) for (const entry of entriesOf(fact)) note(said, entry)
  const later = candidates.length < looked ? candidates.filter((version) => isBuiltOn(reads, version, said)) : candidates
  if (later.length > 0) {
    const newest = reads.factAt(Math.max(...later))
    return refuse({ code: 'built-upon', count: later.length, at: newest?.at, by: newest?.by })
  }
  const kept = dependent(
    reads,
    standing.flatMap(({ fact }) => entriesOf(fact)),
  )
  if (kept > 0) return refuse({ code: 'built-upon-below', count: kept })
  const facts: RegistryFact[] = []
  for (let start = 0; start < left.length; start += versionsInFact)
    facts.push({ type: 'registryUndone', versions: left.slice(start, start + versionsInFact), reason })
  return ok(facts)
}

/** How many posts, units and tenures would be left hanging: made by other facts, in units or posts that these facts made. */
function dependent(reads: RegistryReads, entries: readonly RegistryEntry[]): number {
  const own = new Set(entries.flatMap((entry) => madeBy(entry) ?? []))
  return entries.reduce((count, entry) => {
    if (entry.type === 'unitAdded')
      return count + [...reads.postsEver(entry.unitId), ...reads.unitsEverUnder(entry.unitId)].filter((id) => !own.has(id)).length
    if (entry.type === 'postAdded')
      return count + reads.tenuresFrom(entry.postId, always).filter(({ tenureId }) => !own.has(tenureId)).length
    return count
  }, 0)
}

export const entriesOf = (fact: RegistryFact): readonly RegistryEntry[] => (fact.type === 'registryUndone' ? [] : fact.entries)

/** Everything of the record hangs on it. */
const all = '*'

/** What an entry says, in parts that can be taken back alone: a field, a tenure, or the whole record. */
function partsOf(entry: RegistryEntry): readonly string[] {
  switch (entry.type) {
    case 'personChanged':
    case 'personCorrected':
    case 'unitChanged':
    case 'unitCorrected':
    case 'postChanged':
    case 'postCorrected':
      return Object.keys(entry.set)
    case 'personConfirmed':
      return []
    case 'tenureAdded':
    case 'tenureSet':
    case 'tenureWithdrawn':
      return [`tenure ${entry.tenureId}`]
    default:
      return [all]
  }
}

function note(said: Map<string, Set<string>>, entry: RegistryEntry): void {
  for (const { kind, id } of touchedBy(entry)) {
    const parts = said.get(entityKey({ kind, id })) ?? new Set<string>()
    for (const part of partsOf(entry)) parts.add(part)
    said.set(entityKey({ kind, id }), parts)
  }
}

function isBuiltOn(reads: RegistryReads, version: number, said: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const fact = reads.factAt(version)?.fact
  return (
    fact !== undefined &&
    entriesOf(fact).some((entry) =>
      touchedBy(entry).some(({ kind, id }) => {
        const parts = said.get(entityKey({ kind, id }))
        if (parts === undefined || parts.size === 0) return false
        return parts.has(all) || partsOf(entry).some((part) => part === all || parts.has(part))
      }),
    )
  )
}
