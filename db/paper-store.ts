// Sealed bytes by their SHA-256. They are put in the same transaction as the fact that names them, and never change.
import { eq, sql } from 'drizzle-orm'
import type { Connection } from './connect.ts'
import { ArchiveFault } from './fault.ts'
import { sha256 } from './hashing.ts'
import { papers } from './schema.ts'

/** `sha256`: 64 hex digits; when given, the bytes must have it. */
export type NewPaper = { readonly sha256?: string; readonly bytes: Uint8Array }
export type PaperStore = ReturnType<typeof paperStore>

export function paperStore({ sql: db }: Connection) {
  const digest = sql.placeholder('digest')
  const insert = db
    .insert(papers)
    .values({ sha256: digest, bytes: sql.placeholder('bytes') })
    .onConflictDoNothing()
    .prepare()
  const one = db.select().from(papers).where(eq(papers.sha256, digest)).prepare()
  const list = db
    .select({ sha256: papers.sha256, length: sql<number>`length(${papers.bytes})` })
    .from(papers)
    .orderBy(papers.sha256)
    .prepare()
  const bytesOf = (hex: string): Buffer | undefined => one.get({ digest: Buffer.from(hex, 'hex') })?.bytes
  const isOf = (hex: string, bytes: Uint8Array): boolean => sha256(bytes).toString('hex') === hex.toLowerCase()

  return {
    /** Only from inside an append. The same bytes twice are one paper. */
    put({ sha256: claimed, bytes }: NewPaper): void {
      const found = sha256(bytes)
      if (claimed !== undefined && claimed !== found.toString('hex')) throw new RangeError('a paper does not have the digest it came with')
      insert.run({ digest: found, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) })
    },
    /** The bytes, checked; undefined when there are none of that digest. Throws `corrupt` when they are not what they were. */
    get(hex: string): Uint8Array | undefined {
      const bytes = bytesOf(hex)
      if (bytes !== undefined && !isOf(hex, bytes)) throw new ArchiveFault('corrupt', `paper ${hex}`)
      return bytes
    },
    isWhole(hex: string): boolean {
      const bytes = bytesOf(hex)
      return bytes !== undefined && isOf(hex, bytes)
    },
    /** Digests in hex and lengths in bytes. */
    list(): { readonly sha256: string; readonly length: number }[] {
      return list.all().map((row) => ({ sha256: row.sha256.toString('hex'), length: row.length }))
    },
  }
}
