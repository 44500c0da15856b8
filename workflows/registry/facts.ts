// What can have happened to the registry: the `registry` stream of a data file. Few kinds; each carries the entries decided together.
import { z } from 'zod'
import { DocumentRef, line } from '../core/document.ts'
import { ImportId } from '../core/ids.ts'
import { ImportSource, RegistryEntry } from './entries.ts'

const fact = <const T extends string, S extends z.ZodRawShape>(type: T, shape: S) => z.strictObject({ type: z.literal(type), ...shape })

/** An import lands in facts of at most so many entries: each is one transaction's work, and one page of the history. */
export const entriesInFact = 500

export const registryFacts = [
  /** What a person typed in one act: all of it counts or none. */
  fact('registryEdited', {
    entries: z.array(RegistryEntry).min(1).max(entriesInFact),
    reason: line(500).optional(),
    document: DocumentRef.optional(),
  }),
  /** One part of a workbook, package or list taken in. `rows`: the line of the sheet each entry came from. */
  fact('registryImported', {
    importId: ImportId,
    part: z.int().min(1),
    source: ImportSource,
    entries: z.array(RegistryEntry).min(1).max(entriesInFact),
    rows: z.array(z.int().min(0)).max(entriesInFact),
    reason: line(500).optional(),
  }),
  /** What the facts of these versions of the stream said counts no more. */
  fact('registryUndone', { versions: z.array(z.int().min(1)).min(1).max(10_000), reason: line(500) }),
] as const

export const RegistryFact = z.discriminatedUnion('type', registryFacts)
export type RegistryFact = z.infer<typeof RegistryFact>
export type RegistryFactType = RegistryFact['type']
export type RegistryFactOf<T extends RegistryFactType> = Extract<RegistryFact, { type: T }>

/** The name of the stream in the log. */
export const registryStream = 'registry'
