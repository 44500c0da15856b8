// What people have typed and not yet said: small texts that may change and vanish. No fact, no proof.
import { asc, eq, sql } from 'drizzle-orm'
import type { Connection } from './connect.ts'
import { drafts } from './schema.ts'

/** `updated`: an instant handed in from outside. */
export type Draft = { readonly key: string; readonly value: string; readonly updated: string }
export type Drafts = ReturnType<typeof draftTable>

export function draftTable({ sql: db }: Connection) {
  const asked = sql.placeholder
  const put = db
    .insert(drafts)
    .values({ key: asked('key'), value: asked('value'), updated: asked('updated') })
    .onConflictDoUpdate({ target: drafts.key, set: { value: sql`excluded.value`, updated: sql`excluded.updated` } })
    .prepare()
  const drop = db
    .delete(drafts)
    .where(eq(drafts.key, asked('key')))
    .prepare()
  const one = db
    .select()
    .from(drafts)
    .where(eq(drafts.key, asked('key')))
    .prepare()
  const list = db.select().from(drafts).orderBy(asc(drafts.key)).prepare()

  return {
    put: (draft: Draft): void => void put.run(draft),
    get: (key: string): Draft | undefined => one.get({ key }),
    drop: (key: string): void => void drop.run({ key }),
    list: (): Draft[] => list.all(),
  }
}
