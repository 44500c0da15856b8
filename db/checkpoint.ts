// Signed heads of the log: the device key signs the tree as it stands, and never two trees of which one does not begin the other.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { asc, desc, sql } from 'drizzle-orm'
import { checkpointBody, keyId, noteBytes, parseCheckpoint, signatureBy, signedNote } from '../workflows/core/checkpoint.ts'
import { sameBytes } from '../workflows/core/merkle.ts'
import type { Connection } from './connect.ts'
import type { FactLog } from './fact-log.ts'
import { ArchiveFault } from './fault.ts'
import { sha256 } from './hashing.ts'
import { checkpoints, device } from './schema.ts'

/** Signs the bytes of a note body; gives the raw signature. */
export type SignNote = (bytes: Uint8Array) => Uint8Array

/** DER around a raw Ed25519 private key (RFC 8410) and a raw public key. */
const pkcs8Start = Buffer.from('302e020100300506032b657004220420', 'hex')
const spkiStart = Buffer.from('302a300506032b6570032100', 'hex')

const privateKeyOf = (seed: Uint8Array) => createPrivateKey({ key: Buffer.concat([pkcs8Start, seed]), format: 'der', type: 'pkcs8' })
const publicKeyOf = (raw: Uint8Array) => createPublicKey({ key: Buffer.concat([spkiStart, raw]), format: 'der', type: 'spki' })

/** Makes the key of a new archive, from `seed` (32 bytes) where the same sample must come out the same. */
export function makeDevice({ sql: db }: Connection, origin: string, seed: Uint8Array = newSeed()): void {
  const publicKey = createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' }).subarray(-32)
  db.insert(device)
    .values({ id: 1, origin, publicKey, privateKey: Buffer.from(seed) })
    .run()
}

const newSeed = (): Uint8Array => generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32)

/** Whether `note` carries a good signature of the key (raw, 32 bytes) under `name`. */
export function isSignedBy(note: string, name: string, publicKey: Uint8Array): boolean {
  const parsed = parseCheckpoint(note)
  const signature = parsed.ok ? signatureBy(sha256, parsed.value, name, publicKey) : undefined
  return parsed.ok && signature !== undefined && verify(null, noteBytes(parsed.value.body), publicKeyOf(publicKey), signature)
}

export type Checkpoints = ReturnType<typeof checkpointTable>

export function checkpointTable({ sql: db }: Connection, log: FactLog) {
  const own = db.select().from(device).get()
  if (own === undefined) throw new ArchiveFault('corrupt', 'no device key')
  const { origin, publicKey } = own
  const key = privateKeyOf(own.privateKey)
  const insert = db
    .insert(checkpoints)
    .values({ size: sql.placeholder('size'), note: sql.placeholder('note') })
    .prepare()
  const last = db.select().from(checkpoints).orderBy(desc(checkpoints.size)).limit(1).prepare()
  const list = db.select().from(checkpoints).orderBy(asc(checkpoints.size)).prepare()

  /** A log that no longer leads on from what was signed must not be signed again: the first note would become a lie. */
  function mustLeadOnFrom(stored: typeof checkpoints.$inferSelect | undefined): void {
    if (stored === undefined) return
    const before = parseCheckpoint(stored.note)
    if (
      !before.ok ||
      before.value.size !== stored.size ||
      stored.size > log.head().size ||
      !sameBytes(before.value.root, log.rootAt(stored.size))
    )
      throw new ArchiveFault('corrupt', `checkpoint ${stored.size}`)
  }

  /** Signs the head as it stands with the key given, as `keyName`; nothing is stored. */
  function note(signNote: SignNote, keyName: string, keyPublic: Uint8Array): string {
    const body = checkpointBody({ origin, ...log.head() })
    return signedNote(body, [{ name: keyName, keyId: keyId(sha256, keyName, keyPublic), signature: signNote(noteBytes(body)) }])
  }

  return {
    origin,
    publicKey: (): Uint8Array => Uint8Array.from(publicKey),
    note,
    /** The head signed by the device key and kept; asked again at the same size it is the same note. */
    signed(): string {
      const stored = last.get()
      mustLeadOnFrom(stored)
      if (stored?.size === log.head().size) return stored.note
      const fresh = note((bytes) => sign(null, bytes, key), origin, publicKey)
      insert.run({ size: log.head().size, note: fresh })
      return fresh
    },
    list: (): readonly { readonly size: number; readonly note: string }[] => list.all(),
  }
}
