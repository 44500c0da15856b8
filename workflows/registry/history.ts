// What happened to one record: who said what, when and why; what was taken back stays in sight.
import type { DocumentRef } from '../core/document.ts'
import type { ImportSource, RegistryEntry } from './entries.ts'
import { entityKey, type Touched, touchedBy } from './fold.ts'
import type { KnownFact, RegistryReads } from './records.ts'
import { entriesOf } from './undo.ts'

export type HistoryLine = {
  readonly version: number
  readonly at: string
  readonly by: string
  /** What the fact says of this record; empty for a line that takes others back. */
  readonly entries: readonly RegistryEntry[]
  readonly reason?: string
  readonly document?: DocumentRef
  readonly imported?: ImportSource & { readonly importId: string; readonly rows: readonly number[] }
  /** Versions this line took back. */
  readonly undoes?: readonly number[]
  readonly undoneBy?: number
}

/** Newest first, at most `limit` lines. */
export function historyOf(reads: RegistryReads, record: Touched, limit: number): readonly HistoryLine[] {
  return reads
    .touches(record.kind, record.id)
    .slice(0, limit)
    .flatMap((version) => {
      const known = reads.factAt(version)
      return known ? [lineOf(known, record)] : []
    })
}

function lineOf({ version, at, by, fact, undoneBy }: KnownFact, record: Touched): HistoryLine {
  const key = entityKey(record)
  const placed = entriesOf(fact)
    .map((entry, index) => ({ entry, index }))
    .filter(({ entry }) => touchedBy(entry).some((one) => entityKey(one) === key))
  return {
    version,
    at,
    by,
    entries: placed.map(({ entry }) => entry),
    ...(fact.reason !== undefined && { reason: fact.reason }),
    ...(fact.type === 'registryEdited' && fact.document && { document: fact.document }),
    ...(fact.type === 'registryImported' && {
      imported: { ...fact.source, importId: fact.importId, rows: placed.map(({ index }) => fact.rows[index] ?? 0) },
    }),
    ...(fact.type === 'registryUndone' && { undoes: fact.versions }),
    ...(undoneBy !== undefined && { undoneBy }),
  }
}
