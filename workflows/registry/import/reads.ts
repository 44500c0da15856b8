// What an import asks of the registry as it stands: a few questions, answered from rows, so that a sheet of a hundred thousand rows can be held against it.
import type { PersonId, PostId, TenureId, UnitId } from '../../core/ids.ts'
import type { PersonData } from '../person.ts'
import type { UnitData } from '../unit.ts'

export type KnownTenure = {
  readonly tenureId: TenureId
  readonly owner: PersonId
  readonly from: string
  readonly lastDay?: string | undefined
}
export type KnownUnit = { readonly unitId: UnitId } & Pick<UnitData, 'name' | 'kind'>

export type ImportReads = {
  /** As of a day; of a record that begins later, its first. Undefined: unknown, or merged into another. */
  dataOn(personId: PersonId, day: string): PersonData | undefined
  peopleWithNumber(citizenId: string): readonly PersonId[]
  /** Of the same name, whatever its case and wherever its marks of tone stand, whose birth date may be this one. */
  peopleNamed(name: string, birthDate: string | undefined): readonly PersonId[]
  /** All tenures of the person in that post. `owner`: the record they were recorded for, another where records were merged. */
  tenuresOf(personId: PersonId, postId: PostId): readonly KnownTenure[]
  postsOf(unitId: UnitId, day: string): readonly { readonly postId: PostId; readonly title: string }[]
  /** Directly under this one; without an id the topmost. */
  unitsUnder(unitId: UnitId | undefined, day: string): readonly KnownUnit[]
}
