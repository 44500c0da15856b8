// The registry as the archive holds it: rows that follow every append, what can be read from them, and how they are made anew.
import type { CanonicalTexts } from '../workflows/core/canonical.ts'
import { registryStream } from '../workflows/registry/facts.ts'
import type { RegistryReads } from '../workflows/registry/records.ts'
import { readRegistryFact } from '../workflows/registry/replay.ts'
import type { Connection } from './connect.ts'
import type { FactLog } from './fact-log.ts'
import { type RegistryLists, registryLists } from './registry-lists.ts'
import { registryMembers } from './registry-members.ts'
import { registryNames } from './registry-names.ts'
import { type RegistryQuality, registryQuality } from './registry-quality.ts'
import { hasRegistry, registryQueries } from './registry-queries.ts'
import { registryReads } from './registry-reads.ts'
import { type PlacedFact, registryRows } from './registry-rows.ts'

type Placed = {
  readonly stream: string
  readonly version: number
  readonly type: string
  readonly at: string
  readonly payload: unknown
  readonly texts?: CanonicalTexts
}

export type Registry = {
  readonly reads: RegistryReads
  readonly lists: RegistryLists
  readonly quality: RegistryQuality
}

/** The tables that rows are made into, in an order in which they can be emptied. */
export const registryTables = [
  'registry_touches',
  'registry_undone',
  'registry_imports',
  'registry_people',
  'registry_names',
  'registry_tenures',
  'registry_units',
  'registry_unit_spans',
  'registry_posts',
] as const

/** `log`: where facts recorded before are read again; another archive's when rows are made anew beside it to be compared. */
export function registryTable(connection: Connection, log: Pick<FactLog, 'at' | 'versionOf'>) {
  const isThere = hasRegistry(connection)
  const q = registryQueries(connection)
  const factAt = (version: number) => {
    const found = log.at(registryStream, version)
    return found && { version, at: found.at, by: found.by, fact: readRegistryFact(version, found.type, found.payload) }
  }
  const rows = registryRows(q, factAt)
  const reads = registryReads(q, { version: () => log.versionOf(registryStream), factAt })

  /** Only from inside an append, facts in order. What was not read from the log was decided by the law a moment ago: it has its shape. */
  const take = ({ stream, version, type, at, payload, texts }: Placed): void => {
    if (!isThere || stream !== registryStream || typeof payload !== 'object') return
    rows.take({ version, at, fact: { ...payload, type } as PlacedFact['fact'] }, texts)
  }
  const rebuild = connection.driver.transaction((facts: Iterable<Placed>) => {
    for (const table of registryTables) q.run(`DELETE FROM ${table}`)
    q.namesChanged()
    for (const fact of facts) take(fact)
  })

  return {
    take,
    forget: rows.forget,
    reads,
    lists: registryLists(q, registryNames(q), registryMembers(q, reads.version)),
    quality: registryQuality(q),
    isThere,
    /** Drops all rows and makes them anew from facts, in one transaction: all or nothing. */
    rebuild: (facts: Iterable<Placed>): void => rebuild.immediate(facts),
  }
}
