// The data key of an archive, wrapped by a passphrase (scrypt, then AES-256-GCM) in `<file>.key.json` beside it.
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { canonical } from '../workflows/core/canonical.ts'
import { writeDurably } from './durable-file.ts'
import { ArchiveFault, faultsNamed } from './fault.ts'

export const keyFileOf = (file: string): string => `${file}.key.json`

const bytesOf = (length: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === length)
const Scrypt = z.strictObject({
  name: z.literal('scrypt'),
  /** Bounded: a foreign file must not make us take all memory (128 * N * r bytes). */
  logN: z.int().min(10).max(20),
  r: z.literal(8),
  p: z.literal(1),
  salt: bytesOf(32),
})
const format = 'tien-cu/key'
const KeyFile = z.strictObject({
  format: z.literal(format),
  version: z.literal(1),
  kdf: Scrypt,
  cipher: z.literal('aes-256-gcm'),
  iv: bytesOf(12),
  wrapped: bytesOf(32),
  tag: bytesOf(16),
})
type KeyFile = z.infer<typeof KeyFile>

/** log2 of scrypt's N in the product: 128 MiB and about half a second for each guess. */
export const productCost = 17

/** NFC: the same Vietnamese passphrase is typed composed on one system and decomposed on another. */
function wrappingKey(passphrase: string, { logN, r, p, salt }: KeyFile['kdf']): Uint8Array {
  const memory = { maxmem: 2 ** Math.max(28, logN + 11) }
  return scryptSync(passphrase.normalize('NFC'), Buffer.from(salt, 'base64'), 32, { N: 2 ** logN, r, p, ...memory })
}

/** Bound to the parameters: they cannot be changed without the tag noticing. */
const boundTo = (kdf: KeyFile['kdf']): Buffer => Buffer.from(canonical({ format, version: 1, kdf }))

/** Writes (or replaces, atomically) the key file of `file`. `cost` is lowered only by tests. */
export function writeKeyFile(file: string, dataKey: Uint8Array, passphrase: string, cost: number = productCost): void {
  const kdf: KeyFile['kdf'] = { name: 'scrypt', logN: cost, r: 8, p: 1, salt: randomBytes(32).toString('base64') }
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', wrappingKey(passphrase, kdf), iv)
  cipher.setAAD(boundTo(kdf))
  const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final()]).toString('base64')
  const tag = cipher.getAuthTag().toString('base64')
  const content: KeyFile = { format, version: 1, kdf, cipher: 'aes-256-gcm', iv: iv.toString('base64'), wrapped, tag }
  faultsNamed(() => writeDurably(keyFileOf(file), Buffer.from(`${JSON.stringify(content, null, 2)}\n`)))
}

/** The 32-byte data key. Faults: `key-file-missing`, `key-file-damaged`, `newer-version`, `wrong-passphrase`. */
export function readKeyFile(file: string, passphrase: string): Uint8Array {
  const { kdf, iv, wrapped, tag } = parseKeyFile(file)
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey(passphrase, kdf), Buffer.from(iv, 'base64'), { authTagLength: 16 })
  decipher.setAAD(boundTo(kdf))
  decipher.setAuthTag(Buffer.from(tag, 'base64'))
  try {
    return Buffer.concat([decipher.update(Buffer.from(wrapped, 'base64')), decipher.final()])
  } catch (error) {
    throw new ArchiveFault('wrong-passphrase', '', error)
  }
}

function parseKeyFile(file: string): KeyFile {
  const path = keyFileOf(file)
  if (!existsSync(path)) throw new ArchiveFault('key-file-missing')
  const text = faultsNamed(() => readFileSync(path, 'utf8'))
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (error) {
    throw new ArchiveFault('key-file-damaged', 'not JSON', error)
  }
  if (Newer.safeParse(content).success) throw new ArchiveFault('newer-version', 'key file')
  const parsed = KeyFile.safeParse(content)
  if (!parsed.success) throw new ArchiveFault('key-file-damaged', 'unknown shape', parsed.error)
  return parsed.data
}

const Newer = z.looseObject({ format: z.literal(format), version: z.int().min(2) })

/** Wraps the same data key with another passphrase. The archive may be open meanwhile; no data is rewritten. */
export function changePassphrase(change: {
  readonly file: string
  readonly from: string
  readonly to: string
  readonly cost?: number
}): void {
  writeKeyFile(change.file, readKeyFile(change.file, change.from), change.to, change.cost)
}
