// Rows for lists: one for each stream, made from its facts, so they can be dropped and made anew at any time.
// They may lag behind the log: whoever writes them writes all that are due in one transaction, so what is missing is its newest end.
import { asc, desc, eq, sql } from 'drizzle-orm'
import { canonical } from '../workflows/core/canonical.ts'
import type { Connection } from './connect.ts'
import { summaries } from './schema.ts'
import type { StoredFact } from './stored-fact.ts'

/** `sortText`: a key that sorts by plain code units (the law makes it, no locale here); `sortAt`: a day or instant. */
export type SummaryContent = { readonly kind: string; readonly summary: unknown; readonly sortText: string; readonly sortAt: string }
/** `version`: the version of the stream the summary tells of. */
export type SummaryRow = SummaryContent & { readonly stream: string; readonly version: number }
/** A stream whose newest facts no row tells of yet. `told`: the version its row must be of, 0 when it must have none. */
export type Behind = { readonly stream: string; readonly told: number; readonly version: number }
export type SummaryOrder = 'stream' | 'text' | 'text-descending' | 'at' | 'at-descending'
export type Summaries = ReturnType<typeof summaryTable>

const orders = {
  stream: [asc(summaries.stream)],
  text: [asc(summaries.sortText), asc(summaries.stream)],
  'text-descending': [desc(summaries.sortText), asc(summaries.stream)],
  at: [asc(summaries.sortAt), asc(summaries.stream)],
  'at-descending': [desc(summaries.sortAt), asc(summaries.stream)],
} as const satisfies Record<SummaryOrder, unknown>

/**
 * Walks back from the end only as far as the newest fact a row tells of (the CROSS JOIN keeps SQLite to that order), and forward from there
 * (without the index by stream, which it would read whole).
 */
export const behindTheLog = `
  SELECT stream, min(version) - 1 AS told, max(version) AS version FROM facts NOT INDEXED
  WHERE seq > coalesce((
    SELECT fact.seq FROM facts AS fact CROSS JOIN summaries AS row
    WHERE row.stream = fact.stream AND row.version = fact.version ORDER BY fact.seq DESC LIMIT 1), 0)
  GROUP BY stream ORDER BY max(seq)`

export function summaryTable({ driver, sql: db }: Connection) {
  const asked = sql.placeholder
  const content = {
    version: asked('version'),
    kind: asked('kind'),
    sortText: asked('sortText'),
    sortAt: asked('sortAt'),
    summary: asked('summary'),
  }
  const put = db
    .insert(summaries)
    .values({ stream: asked('stream'), ...content })
    .onConflictDoUpdate({
      target: summaries.stream,
      set: {
        version: sql`excluded.version`,
        kind: sql`excluded.kind`,
        sortText: sql`excluded.sort_text`,
        sortAt: sql`excluded.sort_at`,
        summary: sql`excluded.summary`,
      },
    })
    .prepare()
  const dropAll = db.delete(summaries).prepare()
  const one = db
    .select()
    .from(summaries)
    .where(eq(summaries.stream, asked('stream')))
    .prepare()
  const listIn = (order: SummaryOrder) =>
    db
      .select()
      .from(summaries)
      .where(sql`(${asked('kind')} IS NULL OR ${summaries.kind} = ${asked('kind')})`)
      .orderBy(...orders[order])
      .limit(asked('limit'))
      .offset(asked('offset'))
      .prepare()
  const lists = new Map<SummaryOrder, ReturnType<typeof listIn>>()

  const read = (row: typeof summaries.$inferSelect): SummaryRow => ({ ...row, summary: JSON.parse(row.summary) })
  const write = (row: SummaryRow): void => void put.run({ ...row, summary: canonical(row.summary) })
  const writeAll = driver.transaction((rows: Iterable<SummaryRow>) => {
    for (const row of rows) write(row)
  })
  const behind = driver.prepare<[], Behind>(behindTheLog)
  const rebuild = driver.transaction((all: Iterable<SummaryRow>) => {
    dropAll.run()
    for (const row of all) write(row)
  })

  return {
    /** Every row that is due, in one transaction: a part of them would hide the rest from `behind`. */
    putAll: (rows: Iterable<SummaryRow>): void => writeAll.immediate(rows),
    /** The streams at the newest end of the log of which no row tells, those changed last at the end. */
    behind: (): readonly Behind[] => behind.all(),
    dropAll: (): void => void dropAll.run(),
    get(stream: string): SummaryRow | undefined {
      const row = one.get({ stream })
      return row === undefined ? undefined : read(row)
    },
    /** `limit` and `offset` count rows; without `limit` all of them. */
    list({
      kind,
      order = 'stream',
      limit = -1,
      offset = 0,
    }: {
      kind?: string
      order?: SummaryOrder
      limit?: number
      offset?: number
    } = {}) {
      const statement = lists.get(order) ?? listIn(order)
      lists.set(order, statement)
      return statement.all({ kind: kind ?? null, limit, offset }).map(read)
    },
    /** Drops all rows and makes them anew from facts, in one transaction: all or nothing. */
    rebuild(
      streams: Iterable<readonly [stream: string, facts: readonly StoredFact[]]>,
      tell: (stream: string, facts: readonly StoredFact[]) => SummaryContent | null,
    ): void {
      rebuild.immediate(rowsFrom(streams, tell))
    },
  }
}

function* rowsFrom(
  streams: Iterable<readonly [string, readonly StoredFact[]]>,
  tell: (stream: string, facts: readonly StoredFact[]) => SummaryContent | null,
): Generator<SummaryRow> {
  for (const [stream, facts] of streams) {
    const content = tell(stream, facts)
    if (content !== null) yield { ...content, stream, version: facts.length }
  }
}
