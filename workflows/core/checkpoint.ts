// A log head as C2SP signed note (tlog-checkpoint, signed-note): the text, its key id, its signature lines. Keys stay outside.
import { fromBase64, toBase64 } from './base64.ts'
import { type Hash, sameBytes } from './merkle.ts'
import { ok, type Result, refuse } from './result.ts'

/** `origin` names the log, `size` counts its facts, `root` is the RFC 6962 root over them. */
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Uint8Array }
/** `keyId`: four bytes (see `keyId`), `signature`: the raw Ed25519 signature over the ASCII bytes of the body. */
export type NoteSignature = { readonly name: string; readonly keyId: Uint8Array; readonly signature: Uint8Array }
export type SignedCheckpoint = Checkpoint & { readonly body: string; readonly signatures: readonly NoteSignature[] }

/** Names of logs and keys: printable ASCII without space and plus (signed-note), so that the body is ASCII and bytes need no encoder. */
export const isOrigin = (name: string): boolean => /^[\x21-\x2a\x2c-\x7e]{1,200}$/.test(name)

/** The signed part: origin, size, root, each on its line. */
export function checkpointBody({ origin, size, root }: Checkpoint): string {
  if (!isOrigin(origin) || !Number.isSafeInteger(size) || size < 0) throw new RangeError('not a checkpoint')
  return `${origin}\n${size}\n${toBase64(root)}\n`
}

/** What is signed: the bytes of the body. */
export const noteBytes = (body: string): Uint8Array => Uint8Array.from(body, (letter) => letter.charCodeAt(0))

/** First four bytes of SHA-256(name, newline, 0x01 for Ed25519, the 32 bytes of the public key). */
export function keyId(sha256: Hash, name: string, publicKey: Uint8Array): Uint8Array {
  return sha256(Uint8Array.from([...noteBytes(name), 0x0a, 0x01, ...publicKey])).subarray(0, 4)
}

export function signedNote(body: string, signatures: readonly NoteSignature[]): string {
  const lines = signatures.map(({ name, keyId, signature }) => `— ${name} ${toBase64(Uint8Array.from([...keyId, ...signature]))}\n`)
  return `${body}\n${lines.join('')}`
}

/** Reads a signed checkpoint. Signatures are only taken apart here: `signatureBy` finds the one to verify. */
export function parseCheckpoint(note: string): Result<SignedCheckpoint, { readonly code: 'not-a-checkpoint' }> {
  const parts = /^(([^\n]+)\n(0|[1-9]\d{0,15})\n([^\n]+)\n)\n((?:— \S+ \S+\n)+)$/.exec(note)
  const [, body = '', origin = '', digits = '', root64 = '', lines = ''] = parts ?? []
  const root = fromBase64(root64)
  const size = Number(digits)
  if (parts === null || root?.length !== 32 || !isOrigin(origin) || !Number.isSafeInteger(size)) return refuse({ code: 'not-a-checkpoint' })
  const signatures: NoteSignature[] = []
  for (const line of lines.trimEnd().split('\n')) {
    const [, name = '', base64 = ''] = line.split(' ')
    const bytes = fromBase64(base64)
    if (bytes === undefined || bytes.length <= 4) return refuse({ code: 'not-a-checkpoint' })
    signatures.push({ name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) })
  }
  return ok({ origin, size, root, body, signatures })
}

/** The signature made by this key, not yet verified; other lines of the note are other people's and mean nothing to us. */
export function signatureBy(sha256: Hash, note: SignedCheckpoint, name: string, publicKey: Uint8Array): Uint8Array | undefined {
  const wanted = keyId(sha256, name, publicKey)
  return note.signatures.find((one) => one.name === name && sameBytes(one.keyId, wanted))?.signature
}
