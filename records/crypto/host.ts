// What Node does at once where it is the host, and the web only in turn with its own threads: a check of many files waits for nothing.
// In a browser there is none of it, and the same answers come from WebCrypto and DecompressionStream.

type NodeZlib = Readonly<
  Record<
    'inflateSync' | 'inflateRawSync',
    (
      bytes: Uint8Array,
      options: { maxOutputLength: number; chunkSize: number; info: true },
    ) => { readonly buffer: Uint8Array<ArrayBuffer>; readonly engine: { readonly bytesWritten: number } }
  >
> & { crc32(bytes: Uint8Array): number }
export type NodeKey = { readonly type: string }
export type NodeCrypto = {
  hash(name: string, bytes: Uint8Array, form: 'buffer'): Uint8Array<ArrayBuffer>
  createPublicKey(from: { key: Uint8Array; format: 'der'; type: 'spki' }): NodeKey
  verify(
    hash: string | null,
    signed: Uint8Array,
    key: NodeKey | { key: NodeKey; padding?: number; saltLength?: number },
    signature: Uint8Array,
  ): boolean
}

function builtIn<T>(name: string): T | null {
  const host: unknown = Reflect.get(globalThis, 'process')
  const find: unknown = typeof host === 'object' && host !== null ? Reflect.get(host, 'getBuiltinModule') : undefined
  return typeof find === 'function' ? (find.call(host, name) ?? null) : null
}

/** They take any array of bytes as `this`: to make a Buffer of it first costs more than a short text. */
type BufferMethods = {
  latin1Slice(this: Uint8Array, from: number, to: number): string
  hexSlice(this: Uint8Array, from: number, to: number): string
  latin1Write(this: Uint8Array, text: string, at: number): number
}
type NodeBuffer = {
  readonly prototype: BufferMethods
  from(buffer: ArrayBufferLike, offset: number, length: number): Uint8Array<ArrayBuffer>
  from(digits: string, form: 'hex' | 'base64'): Uint8Array<ArrayBuffer>
  compare(a: Uint8Array, b: Uint8Array): number
}

export const nodeBuffer = builtIn<{ readonly Buffer: NodeBuffer }>('node:buffer')?.Buffer ?? null
export const nodeZlib = builtIn<NodeZlib>('node:zlib')
export const nodeCrypto = builtIn<NodeCrypto>('node:crypto')
