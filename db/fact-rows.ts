// The prepared statements over the table of facts: every reading of the log goes through here, page by page.
import { and, asc, desc, eq, gt, max, sql } from 'drizzle-orm'
import type { Connection } from './connect.ts'
import { facts } from './schema.ts'
import type { FactRow, FactText } from './stored-fact.ts'

/** Rows fetched at a time: an open cursor would shut out every write, and the whole log may not fit in memory. */
const pageLength = 1000

export type FactRows = ReturnType<typeof factRows>

export function factRows({ sql: db }: Connection) {
  const asked = sql.placeholder
  const insert = db
    .insert(facts)
    .values({
      seq: asked('seq'),
      stream: asked('stream'),
      version: asked('version'),
      type: asked('type'),
      at: asked('at'),
      by: asked('by'),
      payload: asked('payload'),
      payloadSha256: asked('payloadSha256'),
      leafHash: asked('leafHash'),
      chainHash: asked('chainHash'),
      nodeHash: asked('nodeHash'),
    })
    .prepare()
  const text = {
    seq: facts.seq,
    stream: facts.stream,
    version: facts.version,
    type: facts.type,
    at: facts.at,
    by: facts.by,
    payload: facts.payload,
  }
  const inOrder = gt(facts.seq, asked('after'))
  const page = db.select().from(facts).where(inOrder).orderBy(asc(facts.seq)).limit(pageLength).prepare()
  const chainPage = db
    .select({ ...text, hash: facts.chainHash })
    .from(facts)
    .where(inOrder)
    .orderBy(asc(facts.seq))
    .limit(pageLength)
    .prepare()
  const streamPage = db
    .select({ ...text, hash: facts.leafHash })
    .from(facts)
    .where(and(eq(facts.stream, asked('stream')), gt(facts.version, asked('after'))))
    .orderBy(asc(facts.version))
    .limit(pageLength)
    .prepare()
  const single = db
    .select({ ...text, hash: facts.leafHash })
    .from(facts)
    .where(and(eq(facts.stream, asked('stream')), eq(facts.version, asked('version'))))
    .prepare()
  const newest = db
    .select({ at: facts.at })
    .from(facts)
    .where(eq(facts.stream, asked('stream')))
    .orderBy(desc(facts.version))
    .limit(1)
    .prepare()
  const last = db.select().from(facts).orderBy(desc(facts.seq)).limit(1).prepare()
  // As the index of its migration says it, or SQLite would read every first fact.
  const rehearsals = db
    .select({ stream: facts.stream })
    .from(facts)
    .where(sql`version = 1 AND instr(payload, '"rehearsal":true') > 0`)
    .orderBy(asc(facts.stream))
    .prepare()
  const hashes = db
    .select({ leafHash: facts.leafHash, nodeHash: facts.nodeHash })
    .from(facts)
    .where(eq(facts.seq, asked('seq')))
    .prepare()
  const version = db
    .select({ version: max(facts.version) })
    .from(facts)
    .where(eq(facts.stream, asked('stream')))
    .prepare()
  const streams = db
    .select({ stream: facts.stream, version: sql<number>`max(${facts.version})` })
    .from(facts)
    .groupBy(facts.stream)
    .prepare()

  return {
    insert: (row: FactRow): void => void insert.run(row),
    last: (): FactRow | undefined => last.get(),
    hashes: (seq: number) => hashes.get({ seq }),
    versionOf: (stream: string): number => version.get({ stream })?.version ?? 0,
    streams: (): readonly { readonly stream: string; readonly version: number }[] => streams.all(),
    /** Whole rows, for looking closely. */
    *all(after: number): Generator<FactRow> {
      for (let rows = page.all({ after }); rows.length > 0; rows = page.all({ after: rows.at(-1)?.seq })) yield* rows
    },
    /** What a replay of everything needs: facts with their chain hash. */
    *chained(): Generator<HashedText> {
      for (
        let after = 0, rows = hashedTexts(chainPage.values({ after }));
        rows.length > 0;
        rows = hashedTexts(chainPage.values({ after }))
      ) {
        yield* rows
        after = rows.at(-1)?.seq ?? after
      }
    },
    /** Streams whose first fact says that they are a rehearsal. */
    rehearsals: (): readonly string[] => rehearsals.all().map(({ stream }) => stream),
    newestAt: (stream: string): string | undefined => newest.get({ stream })?.at,
    at: (stream: string, of: number): HashedText | undefined => hashedTexts(single.values({ stream, version: of }))[0],
    /** The facts of one stream with their leaf hash. */
    ofStream(stream: string, afterVersion: number): HashedText[] {
      const found: HashedText[] = []
      for (let after = afterVersion; ; after = found.at(-1)?.version ?? after) {
        const rows = hashedTexts(streamPage.values({ stream, after }))
        for (const row of rows) found.push(row)
        if (rows.length < pageLength) return found
      }
    },
  }
}

export type HashedText = FactText & { readonly hash: Buffer }

/** Rows as they come off the driver; the columns are those selected above and STRICT vouches for their types. */
function hashedTexts(rows: readonly (readonly unknown[])[]): HashedText[] {
  return (rows as readonly [number, string, number, string, string, string, string, Buffer][]).map(
    ([seq, stream, version, type, at, by, payload, hash]) => ({ seq, stream, version, type, at, by, payload, hash }),
  )
}
