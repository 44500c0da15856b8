// What can be asked of the registry, and which roles may ask it. Ids of what is new are made by the shell, never by a screen.
import { z } from 'zod'
import { DocumentRef, line } from '../core/document.ts'
import { ImportId, PersonId, PostId, TenureId, UnitId } from '../core/ids.ts'
import { Day } from '../core/stamp.ts'
import type { Role } from '../roles.ts'
import { ImportSource, RegistryEntry } from './entries.ts'
import { entriesInFact } from './facts.ts'
import { PersonData, PersonPatch } from './person.ts'
import { TenureData, TenurePatch, tenureEnds } from './tenure.ts'
import { PostData, PostPatch, reorganisations, UnitData, UnitPatch } from './unit.ts'

const command = <const T extends string, S extends z.ZodRawShape>(type: T, shape: S) => z.strictObject({ type: z.literal(type), ...shape })

/** The revision of a record as the screen showed it: the version of the stream that touched it last. */
const seen = z.int().min(1)
const reason = line(500)
const why = { reason: reason.optional(), document: DocumentRef.optional() } as const

const registryCommands = [
  /** Refused where the citizen number is known already; `despite`: people of the same name and birth date somebody looked at. */
  command('addPerson', { data: PersonData, despite: z.array(PersonId).max(100).optional(), ...why }),
  command('changePerson', { personId: PersonId, seen, from: Day, set: PersonPatch, ...why }),
  command('correctPerson', { personId: PersonId, seen, at: Day, set: PersonPatch, reason, document: DocumentRef.optional() }),
  command('confirmPerson', { personId: PersonId, seen, on: Day }),
  /** `set`: values of `other` chosen for the record that goes on. */
  command('mergePeople', { kept: PersonId, other: PersonId, seen, seenOther: seen, set: PersonPatch.optional(), reason }),
  command('addUnit', { from: Day, data: UnitData, ...why }),
  command('changeUnit', { unitId: UnitId, seen, from: Day, set: UnitPatch, ...why }),
  command('correctUnit', { unitId: UnitId, seen, at: Day, set: UnitPatch, reason }),
  /** Abolition, merger, split. `endTenures`: whoever still holds a post of a unit that ends leaves it the day before. */
  command('reorganiseUnits', {
    kind: z.enum(reorganisations),
    on: Day,
    before: z.array(UnitId).min(1).max(60),
    successors: z.array(z.union([z.strictObject({ unitId: UnitId }), z.strictObject({ data: UnitData })])).max(60),
    endTenures: z.boolean(),
    document: DocumentRef,
    reason: reason.optional(),
  }),
  command('addPost', { from: Day, data: PostData, ...why }),
  command('changePost', { postId: PostId, seen, from: Day, set: PostPatch, ...why }),
  command('correctPost', { postId: PostId, seen, at: Day, set: PostPatch, reason }),
  command('closePost', { postId: PostId, seen, on: Day, ...why }),
  command('addTenure', { data: TenureData, ...why }),
  command('endTenure', { tenureId: TenureId, personId: PersonId, lastDay: Day, endedBy: z.enum(tenureEnds), ...why }),
  command('correctTenure', { tenureId: TenureId, personId: PersonId, set: TenurePatch, reason }),
  command('withdrawTenure', { tenureId: TenureId, personId: PersonId, reason }),
  /** What the fact of this version said counts no more; refused where later facts built on it. */
  command('undoEdit', { version: z.int().min(1), reason }),
  /** The whole import, all its parts. */
  command('undoImport', { importId: ImportId, reason }),
  /** One part of an import; parts follow one another. Entries carry ids made by `newIds`. */
  command('importEntries', {
    importId: ImportId,
    part: z.int().min(1),
    source: ImportSource,
    entries: z.array(RegistryEntry).min(1).max(entriesInFact),
    rows: z.array(z.int().min(0)).max(entriesInFact),
    reason: reason.optional(),
  }),
] as const

export const RegistryCommand = z.discriminatedUnion('type', registryCommands)
export type RegistryCommand = z.infer<typeof RegistryCommand>
export type RegistryCommandType = RegistryCommand['type']
export type RegistryCommandOf<T extends RegistryCommandType> = Extract<RegistryCommand, { type: T }>

const desk: readonly Role[] = ['hrOfficer']
export const mayAskRegistry: Readonly<Record<RegistryCommandType, readonly Role[]>> = {
  addPerson: desk,
  changePerson: desk,
  correctPerson: desk,
  confirmPerson: desk,
  mergePeople: desk,
  addUnit: desk,
  changeUnit: desk,
  correctUnit: desk,
  reorganiseUnits: desk,
  addPost: desk,
  changePost: desk,
  correctPost: desk,
  closePost: desk,
  addTenure: desk,
  endTenure: desk,
  correctTenure: desk,
  withdrawTenure: desk,
  undoEdit: desk,
  undoImport: desk,
  importEntries: desk,
}

/** Personal data (programme.md 13): a 2C record is for those who work on personnel, and for whoever checks them. */
export const mayReadRegistry: readonly Role[] = ['hrOfficer', 'headOfAgency', 'policyAuthority', 'appraiser', 'auditor']
