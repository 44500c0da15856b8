// What Node does at once and what the web does in turn must be the same: the one-file checker and the app give one verdict.
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { deflateRawSync, deflateSync } from 'node:zlib'
import { afterAll, describe, expect, test, vi } from 'vitest'

const text = new TextEncoder().encode('Biên bản kiểm phiếu. '.repeat(400))
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const log = generateKeyPairSync('ed25519')
const spki = (key: typeof rsa.publicKey): Uint8Array => new Uint8Array(key.export({ format: 'der', type: 'spki' }))
const algorithm = (oid: string) => ({ oid, parameters: null }) as never

afterAll(() => vi.unstubAllGlobals())

describe.each(['node', 'web'])('as the %s does it', (host) => {
  const parts = async () => {
    vi.resetModules()
    const { getBuiltinModule: _, ...bare } = process
    if (host === 'web') vi.stubGlobal('process', bare)
    const [bytes, verify, ed25519, { nodeCrypto }] = await Promise.all([
      import('../../records/pdf/bytes.ts'),
      import('../../records/crypto/verify.ts'),
      import('../../records/crypto/ed25519.ts'),
      import('../../records/crypto/host.ts'),
    ])
    vi.unstubAllGlobals()
    expect(nodeCrypto === null).toBe(host === 'web')
    return { ...bytes, ...verify, ...ed25519 }
  }

  test('a packed stream unfolds to its bytes, and to nothing when it is cut, goes on, or is too long', async () => {
    const { inflate } = await parts()
    const packed = new Uint8Array(deflateSync(text))
    expect(await inflate(packed, text.length)).toEqual(text)
    expect(await inflate(new Uint8Array(deflateRawSync(text)), text.length, 'deflate-raw')).toEqual(text)
    for (const bad of [packed.subarray(0, -1), Uint8Array.of(...packed, 0), Uint8Array.of(1, 2, 3)])
      await expect(inflate(bad, text.length)).rejects.toThrow()
    await expect(inflate(packed, text.length - 1)).rejects.toThrow()
  })

  test('the digest and the letters are those of the bytes', async () => {
    const { latin1, sha256 } = await parts()
    expect(Buffer.from(await sha256(text))).toEqual(createHash('sha256').update(text).digest())
    expect(latin1(text, 3, 900)).toBe(Buffer.from(text).toString('latin1', 3, 900))
  })

  test('a signature fits its own bytes and key, and no other', async () => {
    const { verifyEd25519, verifySignature } = await parts()
    const other = Uint8Array.of(...text, 1)
    for (const [key, oid] of [
      [rsa, '1.2.840.113549.1.1.11'],
      [ec, '1.2.840.10045.4.3.2'],
    ] as const) {
      const signature = new Uint8Array(sign('sha256', text, key.privateKey))
      expect(await verifySignature(spki(key.publicKey), algorithm(oid), signature, text)).toBe('valid')
      expect(await verifySignature(spki(key.publicKey), algorithm(oid), signature, other)).toBe('invalid')
    }
    const raw = spki(log.publicKey).subarray(-32)
    const signature = new Uint8Array(sign(null, text, log.privateKey))
    expect([await verifyEd25519(raw, signature, text), await verifyEd25519(raw, signature, other)]).toEqual([true, false])
  })
})
