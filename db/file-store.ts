// Files of dossiers by their SHA-256, kept once, in parts: they come and go part by part, never whole in memory.
import { createHash } from 'node:crypto'
import { asc, eq, sql } from 'drizzle-orm'
import type { Connection } from './connect.ts'
import { ArchiveFault } from './fault.ts'
import { fileParts, files } from './schema.ts'

/** Bytes of one part: the last one may be shorter. */
export const partSize = 1_048_576

export type KeptFile = { readonly sha256: string; readonly length: number }
export type FileStore = ReturnType<typeof fileStore>

export function fileStore({ sql: db, driver }: Connection) {
  const digest = sql.placeholder('digest')
  const insert = db
    .insert(files)
    .values({ sha256: digest, length: sql.placeholder('length'), parts: sql.placeholder('parts') })
    .prepare()
  const insertPart = db
    .insert(fileParts)
    .values({ sha256: digest, no: sql.placeholder('no'), bytes: sql.placeholder('bytes') })
    .prepare()
  const one = db.select().from(files).where(eq(files.sha256, digest)).prepare()
  const list = db.select().from(files).orderBy(asc(files.sha256)).prepare()
  const part = driver.prepare<[Buffer, number], Buffer>('SELECT bytes FROM file_parts WHERE sha256 = ? AND no = ?').pluck()
  const row = (hex: string) => one.get({ digest: Buffer.from(hex, 'hex') })

  function* partsOf(hex: string): Generator<Uint8Array> {
    const found = row(hex)
    if (!found) throw new ArchiveFault('corrupt', `file ${hex}`)
    const hash = createHash('sha256')
    for (let no = 1; no <= found.parts; no++) {
      const bytes = part.get(found.sha256, no)
      if (bytes === undefined) throw new ArchiveFault('corrupt', `file ${hex} part ${no}`)
      hash.update(bytes)
      yield bytes
    }
    if (hash.digest('hex') !== hex) throw new ArchiveFault('corrupt', `file ${hex}`)
  }

  /** All parts in one transaction; the digest is told before, and must come out. */
  const putAll = driver.transaction((hex: string, length: number, parts: Iterable<Uint8Array>) => {
    const key = Buffer.from(hex, 'hex')
    insert.run({ digest: key, length, parts: Math.ceil(length / partSize) })
    const hash = createHash('sha256')
    let no = 0
    let written = 0
    for (const bytes of parts) {
      no++
      written += bytes.length
      hash.update(bytes)
      insertPart.run({ digest: key, no, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) })
    }
    if (written !== length || hash.digest('hex') !== hex) throw new RangeError('a file does not have the digest it came with')
  })

  return {
    has: (hex: string): boolean => row(hex) !== undefined,
    /** `parts`: each of `partSize` bytes, the last one shorter. The same bytes twice are one file. */
    put(hex: string, length: number, parts: Iterable<Uint8Array>): void {
      if (row(hex) === undefined) putAll.immediate(hex, length, parts)
    },
    /** Part by part, checked at the end: throws `corrupt` when the bytes are not what they were. */
    parts: partsOf,
    isWhole(hex: string): boolean {
      try {
        for (const _ of partsOf(hex));
        return true
      } catch (error) {
        if (error instanceof ArchiveFault && error.code === 'corrupt') return false
        throw error
      }
    },
    list: (): KeptFile[] => list.all().map(({ sha256: key, length }) => ({ sha256: key.toString('hex'), length })),
  }
}
