// Entries to records: what is known of one person, unit or post after everything that stands. Judges nothing.
import type { PersonId, PostId, UnitId } from '../core/ids.ts'
import { dayOf } from '../core/stamp.ts'
import type { RegistryEntry } from './entries.ts'
import { always, type PersonRecord, type PostRecord, type TenureRecord, type UnitRecord } from './records.ts'
import { changed, corrected, ended, type Patch, whole } from './spans.ts'
import type { TenureData } from './tenure.ts'

/** An entry with the version of the fact it stands in, and when that was recorded. */
export type StampedEntry = { readonly version: number; readonly at: string; readonly entry: RegistryEntry }

/** Which records an entry speaks of. A tenure is part of the record of its person. */
export type Touched = { readonly kind: 'person' | 'unit' | 'post'; readonly id: string }

/** The name of a record among all records. */
export const entityKey = ({ kind, id }: Touched): string => `${kind} ${id}`

export function touchedBy(entry: RegistryEntry): readonly Touched[] {
  switch (entry.type) {
    case 'personAdded':
    case 'personChanged':
    case 'personCorrected':
    case 'personConfirmed':
      return [{ kind: 'person', id: entry.personId }]
    case 'peopleMerged':
      return [
        { kind: 'person', id: entry.kept },
        { kind: 'person', id: entry.other },
      ]
    case 'unitAdded':
    case 'unitChanged':
    case 'unitCorrected':
      return [{ kind: 'unit', id: entry.unitId }]
    case 'unitsReorganised':
      return [...new Set([...entry.before, ...entry.successors])].map((id) => ({ kind: 'unit', id }))
    case 'postAdded':
    case 'postChanged':
    case 'postCorrected':
    case 'postClosed':
      return [{ kind: 'post', id: entry.postId }]
    case 'tenureAdded':
      return [{ kind: 'person', id: entry.data.personId }]
    case 'tenureSet':
    case 'tenureWithdrawn':
      return [{ kind: 'person', id: entry.personId }]
  }
}

/** The id of what the entry adds. */
export function madeBy(entry: RegistryEntry): string | undefined {
  switch (entry.type) {
    case 'personAdded':
      return entry.personId
    case 'unitAdded':
      return entry.unitId
    case 'postAdded':
      return entry.postId
    case 'tenureAdded':
      return entry.tenureId
    default:
      return undefined
  }
}

const later = (one: string, other: string): string => (one > other ? one : other)

/** Undefined where nothing that stands adds the person. `entries`: those that touch it, in order, after what `known` holds. */
export function foldPerson(personId: PersonId, entries: Iterable<StampedEntry>, known?: PersonRecord): PersonRecord | undefined {
  let record = known
  for (const { version, at, entry } of entries) {
    const before: PersonRecord = { ...(record ?? { personId, spans: [], confirmedOn: '', tenures: [] }), revision: version }
    const seenOn = later(before.confirmedOn, dayOf(at))
    switch (entry.type) {
      case 'personAdded':
        record = { ...before, spans: whole(always, entry.data), confirmedOn: seenOn }
        break
      case 'personChanged':
        record = { ...before, spans: changed(before.spans, entry.from, entry.set), confirmedOn: seenOn }
        break
      case 'personCorrected':
        record = { ...before, spans: corrected(before.spans, entry.at, entry.set), confirmedOn: seenOn }
        break
      case 'personConfirmed':
        record = { ...before, confirmedOn: later(before.confirmedOn, entry.on) }
        break
      case 'peopleMerged':
        record = entry.other === personId ? { ...before, mergedInto: entry.kept } : before
        break
      case 'tenureAdded':
        record = { ...before, tenures: [...before.tenures, { tenureId: entry.tenureId, data: entry.data }] }
        break
      case 'tenureSet':
        record = { ...before, tenures: before.tenures.map((one) => (one.tenureId === entry.tenureId ? withPatch(one, entry.set) : one)) }
        break
      case 'tenureWithdrawn':
        record = { ...before, tenures: before.tenures.filter(({ tenureId }) => tenureId !== entry.tenureId) }
        break
      default:
        record = before
    }
  }
  return record === undefined || record.spans.length === 0 ? undefined : record
}

function withPatch(tenure: TenureRecord, patch: Patch): TenureRecord {
  const data: Record<string, unknown> = { ...tenure.data }
  for (const [field, value] of Object.entries(patch)) {
    if (value === null || value === undefined) delete data[field]
    else data[field] = value
  }
  return { ...tenure, data: data as TenureData }
}

export function foldUnit(unitId: UnitId, entries: Iterable<StampedEntry>, known?: UnitRecord): UnitRecord | undefined {
  let record = known
  for (const { version, entry } of entries) {
    const before: UnitRecord = { ...(record ?? { unitId, spans: [], events: [] }), revision: version }
    switch (entry.type) {
      case 'unitAdded':
        record = { ...before, spans: whole(entry.from, entry.data) }
        break
      case 'unitChanged':
        record = { ...before, spans: changed(before.spans, entry.from, entry.set) }
        break
      case 'unitCorrected':
        record = { ...before, spans: corrected(before.spans, entry.at, entry.set) }
        break
      case 'unitsReorganised': {
        const { type: _, ...event } = entry
        // A unit that takes others in goes on under its own name.
        const ends = entry.before.includes(unitId) && !entry.successors.includes(unitId)
        record = { ...before, spans: ends ? ended(before.spans, entry.on) : before.spans, events: [...before.events, event] }
        break
      }
      default:
        record = before
    }
  }
  return record === undefined || record.spans.length === 0 ? undefined : record
}

export function foldPost(postId: PostId, entries: Iterable<StampedEntry>, known?: PostRecord): PostRecord | undefined {
  let record = known
  for (const { version, entry } of entries) {
    const before: PostRecord = { ...(record ?? { postId, spans: [] }), revision: version }
    switch (entry.type) {
      case 'postAdded':
        record = { ...before, spans: whole(entry.from, entry.data) }
        break
      case 'postChanged':
        record = { ...before, spans: changed(before.spans, entry.from, entry.set) }
        break
      case 'postCorrected':
        record = { ...before, spans: corrected(before.spans, entry.at, entry.set) }
        break
      case 'postClosed':
        record = { ...before, spans: ended(before.spans, entry.on) }
        break
      default:
        record = before
    }
  }
  return record === undefined || record.spans.length === 0 ? undefined : record
}
