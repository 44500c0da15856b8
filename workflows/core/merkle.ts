// The Merkle tree of RFC 6962 section 2.1 over the facts of a log: root, proofs and their verifiers. The hash is handed in.

/** SHA-256, or whatever the holder of the log uses; synchronous. */
export type Hash = (bytes: Uint8Array) => Uint8Array
/** Hash of the whole subtree of height `height` (2^height leaves) that starts at leaf `index * 2^height`. */
export type Subtree = (height: number, index: number) => Uint8Array
/** `peaks`: roots of the whole subtrees that make up the tree, the biggest first, one for each 1 in the binary form of `size`. */
export type Tree = { readonly size: number; readonly peaks: readonly Uint8Array[] }

export const emptyTree: Tree = { size: 0, peaks: [] }

export const leafHash = (hash: Hash, leaf: Uint8Array): Uint8Array => hash(join(0, leaf))
export const nodeHash = (hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array => hash(join(1, left, right))

function join(prefix: number, first: Uint8Array, second: Uint8Array = new Uint8Array(0)): Uint8Array {
  const bytes = new Uint8Array(1 + first.length + second.length)
  bytes[0] = prefix
  bytes.set(first, 1)
  bytes.set(second, 1 + first.length)
  return bytes
}

/** The tree with one leaf more; `leaf` is already hashed (`leafHash`). The last peak is the biggest whole subtree it completes. */
export function appendLeaf(hash: Hash, tree: Tree, leaf: Uint8Array): Tree {
  const peaks = tree.peaks.slice()
  let peak = leaf
  for (let rest = tree.size; rest % 2 === 1; rest = (rest - 1) / 2) peak = nodeHash(hash, mustHave(peaks.pop()), peak)
  peaks.push(peak)
  return { size: tree.size + 1, peaks }
}

/** The root; of the empty tree it is the hash of nothing. */
export function rootOf(hash: Hash, tree: Tree): Uint8Array {
  return tree.peaks.length === 0 ? hash(new Uint8Array(0)) : tree.peaks.reduceRight((right, left) => nodeHash(hash, left, right))
}

/** Reads whole subtrees off the leaf hashes themselves: plain and slow, for those who hold the list. */
export function subtreesOf(hash: Hash, leaves: readonly Uint8Array[]): Subtree {
  const subtree: Subtree = (height, index) =>
    height === 0 ? mustHave(leaves[index]) : nodeHash(hash, subtree(height - 1, 2 * index), subtree(height - 1, 2 * index + 1))
  return subtree
}

/** The tree of the first `size` leaves. */
export function treeOf(subtree: Subtree, size: number): Tree {
  const peaks: Uint8Array[] = []
  let start = 0
  for (let height = heightBelow(size + 1); size > 0 && height >= 0; height--) {
    const width = 2 ** height
    if (start + width > size) continue
    peaks.push(subtree(height, start / width))
    start += width
  }
  return { size, peaks }
}

/** Root of leaves `start` to `end` (not included), where `start` is where RFC 6962 splits: a multiple of the biggest part. */
function rangeRoot(hash: Hash, subtree: Subtree, start: number, end: number): Uint8Array {
  return rootOf(
    hash,
    treeOf((height, index) => subtree(height, index + start / 2 ** height), end - start),
  )
}

/** Largest h with 2^h < n: where RFC 6962 splits a list of n. */
function heightBelow(n: number): number {
  let height = 0
  while (2 ** (height + 1) < n) height++
  return height
}

/** The audit path of leaf `index` (from 0) in the tree of `size` leaves, from the leaf upward. */
export function inclusionProof(hash: Hash, subtree: Subtree, index: number, size: number): Uint8Array[] {
  if (!isCount(index) || !isCount(size) || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`)
  const path: Uint8Array[] = []
  let [start, end] = [0, size]
  while (end - start > 1) {
    const split = start + 2 ** heightBelow(end - start)
    if (index < split) path.push(rangeRoot(hash, subtree, split, end))
    else path.push(rangeRoot(hash, subtree, start, split))
    if (index < split) end = split
    else start = split
  }
  return path.reverse()
}

/** The proof that the tree of `from` leaves is a beginning of the tree of `to` leaves (0 < from <= to). */
export function consistencyProof(hash: Hash, subtree: Subtree, from: number, to: number): Uint8Array[] {
  if (!isCount(from) || !isCount(to) || from < 1 || from > to) throw new RangeError(`no proof from ${from} to ${to}`)
  const proof: Uint8Array[] = []
  let [start, end] = [0, to]
  while (end !== from) {
    const split = start + 2 ** heightBelow(end - start)
    if (from <= split) {
      proof.push(rangeRoot(hash, subtree, split, end))
      end = split
    } else {
      proof.push(rangeRoot(hash, subtree, start, split))
      start = split
    }
  }
  if (start > 0) proof.push(rangeRoot(hash, subtree, start, end))
  return proof.reverse()
}

/** RFC 9162 section 2.1.3.2. `leaf` is already hashed. */
export function verifyInclusion(
  hash: Hash,
  claim: { readonly index: number; readonly size: number; readonly leaf: Uint8Array; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (!isCount(claim.index) || !isCount(claim.size) || claim.index >= claim.size) return false
  let [node, last, found] = [claim.index, claim.size - 1, claim.leaf]
  for (const step of proof) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      found = nodeHash(hash, step, found)
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)]
    } else found = nodeHash(hash, found, step)
    ;[node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  }
  return last === 0 && sameBytes(found, claim.root)
}

/** RFC 9162 section 2.1.4.2. A tree of no leaves begins every tree and needs no proof. */
export function verifyConsistency(
  hash: Hash,
  from: { readonly size: number; readonly root: Uint8Array },
  to: { readonly size: number; readonly root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (!isCount(from.size) || !isCount(to.size) || from.size > to.size) return false
  if (from.size === 0) return proof.length === 0 && sameBytes(from.root, hash(new Uint8Array(0)))
  if (from.size === to.size) return proof.length === 0 && sameBytes(from.root, to.root)
  let [node, last] = [from.size - 1, to.size - 1]
  while (node % 2 === 1) [node, last] = [(node - 1) / 2, Math.floor(last / 2)]
  const steps = node === 0 ? [from.root, ...proof] : proof.slice()
  const first = steps.shift()
  if (first === undefined) return false
  let [older, newer] = [first, first]
  for (const step of steps) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      older = nodeHash(hash, step, older)
      newer = nodeHash(hash, step, newer)
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)]
    } else newer = nodeHash(hash, newer, step)
    ;[node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  }
  return last === 0 && sameBytes(older, from.root) && sameBytes(newer, to.root)
}

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

function mustHave<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('the tree has no such part')
  return value
}
