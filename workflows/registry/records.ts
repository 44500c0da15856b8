// Records as entries left them: what is known of a person, unit or post for every day, and how they are read as of a day.
import type { PersonId, PostId, TenureId, UnitId } from '../core/ids.ts'
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

/**
 * What the law and the services ask of the registry; answered from rows, never by loading it whole. All by what is known now: for the
 * knowledge of an earlier moment see `knownAt` of the history. `day`: ISO day the answer is for.
 */
export type RegistryReads = {
  /** The version of the stream: 0 for a registry nobody has written to. */
  version(): number
  person(personId: PersonId): PersonRecord | undefined
  unit(unitId: UnitId): UnitRecord | undefined
  post(postId: PostId): PostRecord | undefined
  tenure(tenureId: TenureId): TenureRecord | undefined
  /** Records whose citizen number is or was this one, merged ones left out. */
  peopleWithNumber(citizenId: string): readonly PersonId[]
  /** Records of the same name (marks of tone in either place, any case) and birth date as far as both know it. */
  peopleNamed(name: string, birthDate: string | undefined): readonly PersonId[]
  /** Tenures held on that day in posts of the unit itself. */
  tenuresInUnit(unitId: UnitId, day: string): readonly TenureRecord[]
  holdersOf(postId: PostId, day: string): readonly TenureRecord[]
  postsOf(unitId: UnitId, day: string): readonly (PostData & { readonly postId: PostId })[]
  /** Units directly under this one on that day; without an id the topmost. */
  unitsUnder(unitId: UnitId | undefined, day: string): readonly (UnitData & { readonly unitId: UnitId })[]
}
