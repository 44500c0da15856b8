// Records as entries left them: what is known of a person, unit or post for every day, and how they are read as of a day.
import type { ImportId, PersonId, PostId, TenureId, UnitId } from '../core/ids.ts'
import type { RegistryFact } from './facts.ts'
import type { PersonData } from './person.ts'
import type { TenureData } from './tenure.ts'
import type { PostData, Reorganisation, UnitData } from './unit.ts'

/** Before everything that is on record, and after it. Compared as text with ISO days. */
export const always = ''
export const forever = '9999-12-31'

/** What holds from the day `from` (itself counted) up to the day `until` (not counted). */
export type Span<T> = { readonly from: string; readonly until: string; readonly data: T }
export const spanOn = <T>(spans: readonly Span<T>[], day: string): Span<T> | undefined =>
  spans.find(({ from, until }) => from <= day && day < until)

/** `revision`: the version of the stream that touched the record last. */
export type PersonRecord = {
  readonly personId: PersonId
  readonly revision: number
  /** In order of days, without gaps, the first from `always`. */
  readonly spans: readonly Span<PersonData>[]
  /** The record of the same person that goes on. */
  readonly mergedInto?: PersonId
  /** The last day on which somebody said the record is right: it was typed, changed or confirmed. */
  readonly confirmedOn: string
  readonly tenures: readonly TenureRecord[]
}
export type TenureRecord = { readonly tenureId: TenureId; readonly data: TenureData }
export type UnitRecord = {
  readonly unitId: UnitId
  readonly revision: number
  /** No span holds before the unit began or after it ended. */
  readonly spans: readonly Span<UnitData>[]
  /** Events this unit ended by or came out of. */
  readonly events: readonly Reorganisation[]
}
export type PostRecord = { readonly postId: PostId; readonly revision: number; readonly spans: readonly Span<PostData>[] }

/** A fact of the stream as the law needs it to take it back. */
export type KnownFact = {
  readonly version: number
  readonly at: string
  readonly by: string
  readonly fact: RegistryFact
  /** The version of the fact that undid this one. */
  readonly undoneBy?: number
}

/**
 * What the law and the services ask of the registry; answered from rows, never by loading it whole. All by what is known now.
 * `day`: ISO day the answer is for.
 */
export type RegistryReads = {
  /** The version of the stream: 0 for a registry nobody has written to. */
  version(): number
  person(personId: PersonId): PersonRecord | undefined
  unit(unitId: UnitId): UnitRecord | undefined
  post(postId: PostId): PostRecord | undefined
  tenure(personId: PersonId, tenureId: TenureId): TenureRecord | undefined
  /** Records whose citizen number is or was this one, merged ones left out. */
  peopleWithNumber(citizenId: string): readonly PersonId[]
  /** Records of the same name (tone marks in either place, any case), merged ones left out, each with the birth dates it has or had. */
  peopleNamed(name: string): readonly { readonly personId: PersonId; readonly birthDates: readonly string[] }[]
  /** Tenures held on that day in posts of the unit itself. */
  tenuresInUnit(unitId: UnitId, day: string): readonly TenureRecord[]
  holdersOf(postId: PostId, day: string): readonly TenureRecord[]
  /** All tenures of the post that end on that day or later. */
  tenuresFrom(postId: PostId, day: string): readonly TenureRecord[]
  postsOf(unitId: UnitId, day: string): readonly (PostData & { readonly postId: PostId })[]
  /** Units directly under this one on that day; without an id the topmost. */
  unitsUnder(unitId: UnitId | undefined, day: string): readonly (UnitData & { readonly unitId: UnitId })[]
  /** Posts the unit has or had, and units that stand or stood directly under it. */
  postsEver(unitId: UnitId): readonly PostId[]
  unitsEverUnder(unitId: UnitId): readonly UnitId[]
  /** Versions of the facts that speak of the record, newest first. */
  touches(kind: 'person' | 'unit' | 'post', id: string): readonly number[]
  /** The record as the registry knew it when its stream stood at `version`: no later fact changes this answer. */
  personAsKnown(personId: PersonId, version: number): PersonRecord | undefined
  /** Is there such a record? Cheaper than reading it. */
  knows(kind: 'person' | 'unit' | 'post', id: string): boolean
  factAt(version: number): KnownFact | undefined
  versionsOfImport(importId: ImportId): readonly number[]
  /** Facts after these, standing and not among them, that touched a record one of these touched: at most `limit`. */
  builtUpon(versions: readonly number[], limit: number): readonly number[]
}
