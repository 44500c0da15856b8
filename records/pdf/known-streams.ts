// What was made of a packed stream, kept for the next file that carries the very same bytes: the signatures of one signer, and the papers of one case, share their faces and profiles.
import { sameBytes } from './bytes.ts'

/** Beyond this a stream is made anew each time; bytes as they lie in the file. */
const MOST_PACKED = 64 << 10

type Kept<T> = { readonly packed: Uint8Array; readonly made: T }

export class KnownStreams<T> {
  private readonly most: number
  /** By length and some of the bytes; which of them is meant, the bytes tell. The one not asked for longest stands first. */
  private readonly kept = new Map<string, Kept<T>>()

  constructor(most: number) {
    this.most = most
  }

  find(packed: Uint8Array): T | undefined {
    const mark = markOf(packed)
    const known = this.kept.get(mark)
    if (!known || !sameBytes(known.packed, packed)) return undefined
    this.kept.delete(mark)
    this.kept.set(mark, known)
    return known.made
  }

  keep(packed: Uint8Array, made: T): void {
    if (packed.length > MOST_PACKED) return
    const [oldest] = this.kept.keys()
    if (this.kept.size >= this.most && oldest !== undefined) this.kept.delete(oldest)
    // A copy: the part of a file would keep the whole file.
    this.kept.set(markOf(packed), { packed: packed.slice(), made })
  }
}

function markOf(packed: Uint8Array): string {
  let mark = packed.length
  const step = Math.max(1, packed.length >> 5)
  for (let at = 0; at < packed.length; at += step) mark = (Math.imul(mark, 31) + (packed[at] ?? 0)) | 0
  return `${packed.length}:${mark}`
}
