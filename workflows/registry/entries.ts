// One line of the registry: what was said of one person, unit, post or tenure. Facts carry entries; nothing an entry said is ever overwritten.
import { z } from 'zod'
import { line } from '../core/document.ts'
import { PersonId, PostId, TenureId, UnitId } from '../core/ids.ts'
import { Day } from '../core/stamp.ts'
import { PersonData, PersonPatch } from './person.ts'
import { TenureData, TenurePatch } from './tenure.ts'
import { PostData, PostPatch, Reorganisation, UnitData, UnitPatch } from './unit.ts'

const entry = <const T extends string, S extends z.ZodRawShape>(type: T, shape: S) => z.strictObject({ type: z.literal(type), ...shape })

/**
 * Two ways to say something new of what is known. A *change*: from the day `from` on it is so; what was before stays true of before.
 * A *correction*: what was in force on the day `at` was wrong as long as it was in force; answers about those days change, and the
 * history keeps what had been believed. Nobody is asked to pick silently: the two are different entries.
 */
export const registryEntries = [
  entry('personAdded', { personId: PersonId, data: PersonData }),
  entry('personChanged', { personId: PersonId, from: Day, set: PersonPatch }),
  entry('personCorrected', { personId: PersonId, at: Day, set: PersonPatch }),
  /** Somebody looked at the record and found it still right on that day. */
  entry('personConfirmed', { personId: PersonId, on: Day }),
  /** Two records of one person: `kept` goes on with its tenures and those of `other`; both records stay. */
  entry('peopleMerged', { kept: PersonId, other: PersonId }),
  entry('unitAdded', { unitId: UnitId, from: Day, data: UnitData }),
  entry('unitChanged', { unitId: UnitId, from: Day, set: UnitPatch }),
  entry('unitCorrected', { unitId: UnitId, at: Day, set: UnitPatch }),
  entry('unitsReorganised', { ...Reorganisation.shape }),
  entry('postAdded', { postId: PostId, from: Day, data: PostData }),
  entry('postChanged', { postId: PostId, from: Day, set: PostPatch }),
  entry('postCorrected', { postId: PostId, at: Day, set: PostPatch }),
  /** `on`: the first day without the post. */
  entry('postClosed', { postId: PostId, on: Day }),
  entry('tenureAdded', { tenureId: TenureId, data: TenureData }),
  /** A tenure is what it is from its first to its last day: an ending is said here too (`lastDay`, `endedBy`). */
  entry('tenureSet', { tenureId: TenureId, personId: PersonId, set: TenurePatch }),
  /** It never was: typed by mistake. */
  entry('tenureWithdrawn', { tenureId: TenureId, personId: PersonId }),
] as const

export const RegistryEntry = z.discriminatedUnion('type', registryEntries)
export type RegistryEntry = z.infer<typeof RegistryEntry>
export type RegistryEntryType = RegistryEntry['type']
export type EntryOf<T extends RegistryEntryType> = Extract<RegistryEntry, { type: T }>

/** Where an import came from. */
export const ImportSource = z.strictObject({
  file: line(260),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sheet: line(120).optional(),
})
export type ImportSource = z.infer<typeof ImportSource>
