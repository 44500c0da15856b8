// SHA-256 (FIPS 180-4) in one call, for the log tree whose proofs want a synchronous hash; files are hashed by WebCrypto.
import { nodeCrypto } from './host.ts'

const PRIMES = firstPrimes(64)
const fraction = (value: number): number => Math.floor((value - Math.floor(value)) * 2 ** 32) >>> 0
const K = PRIMES.map((prime) => fraction(Math.cbrt(prime)))
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))

function firstPrimes(count: number): number[] {
  const primes: number[] = []
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n)
  return primes
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

export function sha256Sync(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return nodeCrypto ? Uint8Array.from(nodeCrypto.hash('sha256', bytes, 'buffer')) : sha256OfWords(bytes)
}

/** What a browser does, which has no hash that answers at once. */
export function sha256OfWords(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(padded.length - 4, (bytes.length * 8) >>> 0)
  const state = Uint32Array.from(START)
  const words = new Uint32Array(64)
  for (let at = 0; at < padded.length; at += 64) mixBlock(state, words, view, at)
  const out = new Uint8Array(32)
  for (const [i, word] of state.entries()) new DataView(out.buffer).setUint32(i * 4, word)
  return out
}

function mixBlock(state: Uint32Array, w: Uint32Array, view: DataView, at: number): void {
  const word = (i: number): number => w[i] ?? 0
  for (let i = 0; i < 16; i++) w[i] = view.getUint32(at + i * 4)
  for (let i = 16; i < 64; i++) {
    const [early, late] = [word(i - 15), word(i - 2)]
    const s0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
    const s1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
    w[i] = word(i - 16) + s0 + word(i - 7) + s1
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let i = 0; i < 64; i++) {
    const t1 = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + (K[i] ?? 0) + word(i)) | 0
    const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0]
  }
  for (const [i, part] of [a, b, c, d, e, f, g, h].entries()) state[i] = (state[i] ?? 0) + part
}
