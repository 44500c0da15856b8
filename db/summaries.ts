// Rows for lists: one for each stream, made from its facts, so they can be dropped and made anew at any time.
import { asc, desc, eq, sql } from 'drizzle-orm'
import { canonical } from '../workflows/core/canonical.ts'
import type { Connection } from './connect.ts'
import { summaries } from './schema.ts'
import type { StoredFact } from './stored-fact.ts'

/** `sortText`: a key that sorts by plain code units (the law makes it, no locale here); `sortAt`: a day or instant. */
export type SummaryContent = { readonly kind: string; readonly summary: unknown; readonly sortText: string; readonly sortAt: string }
/** `version`: the version of the stream the summary tells of. */
export type SummaryRow = SummaryContent & { readonly stream: string; readonly version: number }
export type SummaryOrder = 'stream' | 'text' | 'text-descending' | 'at' | 'at-descending'
export type Summaries = ReturnType<typeof summaryTable>

const orders = {
  stream: [asc(summaries.stream)],
  text: [asc(summaries.sortText), asc(summaries.stream)],
  'text-descending': [desc(summaries.sortText), asc(summaries.stream)],
  at: [asc(summaries.sortAt), asc(summaries.stream)],
  'at-descending': [desc(summaries.sortAt), asc(summaries.stream)],
} as const satisfies Record<SummaryOrder, unknown>

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
  const drop = db
    .delete(summaries)
    .where(eq(summaries.stream, asked('stream')))
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
  const rebuild = driver.transaction((all: Iterable<SummaryRow>) => {
    dropAll.run()
    for (const row of all) write(row)
  })

  return {
    put: write,
    drop: (stream: string): void => void drop.run({ stream }),
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
