// What an import asks of the registry as it stands: a few questions, answered from rows, so that a sheet of a hundred thousand rows can be held against it.
import type { PersonId, PostId, UnitId } from '../../core/ids.ts'
import type { PersonData } from '../person.ts'

export type ImportReads = {
  /** As of a day; of a record that begins later, its first. Undefined: unknown, or merged into another. */
  dataOn(personId: PersonId, day: string): PersonData | undefined
  peopleWithNumber(citizenId: string): readonly PersonId[]
  /** Of the same name, whatever its case and wherever its marks of tone stand, whose birth date may be this one. */
  peopleNamed(name: string, birthDate: string | undefined): readonly PersonId[]
  holdersOf(postId: PostId, day: string): readonly PersonId[]
  postsOf(unitId: UnitId, day: string): readonly { readonly postId: PostId; readonly title: string }[]
  /** Directly under this one; without an id the topmost. */
  unitsUnder(unitId: UnitId | undefined, day: string): readonly { readonly unitId: UnitId; readonly name: string }[]
}
