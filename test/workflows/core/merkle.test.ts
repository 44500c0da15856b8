// The tree of RFC 6962: vectors, proofs that hold, and proofs that must not.
import { hash as nodeHashOf } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase64, toBase64 } from '../../../workflows/core/base64.ts'
import { checkpointBody, isOrigin, keyId, noteBytes, parseCheckpoint, signatureBy, signedNote } from '../../../workflows/core/checkpoint.ts'
import {
  appendLeaf,
  consistencyProof,
  emptyTree,
  type Hash,
  inclusionProof,
  leafHash,
  nodeHash,
  rootOf,
  subtreesOf,
  type Tree,
  treeOf,
  verifyConsistency,
  verifyInclusion,
} from '../../../workflows/core/merkle.ts'

const sha256: Hash = (bytes) => nodeHashOf('sha256', bytes, 'buffer')
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const grow = (leaves: readonly Uint8Array[]): Tree => leaves.reduce((tree, leaf) => appendLeaf(sha256, tree, leaf), emptyTree)
const leavesUpTo = (size: number): Uint8Array[] => Array.from({ length: size }, (_, index) => leafHash(sha256, ascii(`e${index}`)))

/** The definition of RFC 6962 section 2.1, word for word. */
function rootByDefinition(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array(0))
  const [only] = leaves
  if (only !== undefined && leaves.length === 1) return only
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return nodeHash(sha256, rootByDefinition(leaves.slice(0, split)), rootByDefinition(leaves.slice(split)))
}

/** The eight leaves and roots of the certificate transparency test data. */
const ctLeaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const ctRoots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

describe('roots', () => {
  test('the vectors of the records reference', () => {
    expect(hex(rootOf(sha256, emptyTree))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    const [first, ...rest] = ['e1', 'e2', 'e3'].map((event) => leafHash(sha256, ascii(event)))
    expect(hex(rootOf(sha256, grow(first ? [first] : [])))).toBe('d38b823b070424fc9303ff6f20f4ddeef6dc32aa02c75d9c8c3ae46062c78f6b')
    expect(toBase64(rootOf(sha256, grow(first ? [first, ...rest] : [])))).toBe('egus9/VA42N8+xIwG2TnlqR8EmDvrjQP1weMk5SZIxA=')
  })

  test.each(ctRoots.map((root, index) => [index + 1, root] as const))('certificate transparency test data, %i leaves', (size, root) => {
    const leaves = ctLeaves.slice(0, size).map((leaf) => leafHash(sha256, Buffer.from(leaf, 'hex')))
    expect(hex(rootOf(sha256, grow(leaves)))).toBe(root)
  })

  test('growing leaf by leaf, reading subtrees, and the definition give the same tree', () => {
    for (let size = 0; size <= 70; size++) {
      const leaves = leavesUpTo(size)
      expect(treeOf(subtreesOf(sha256, leaves), size)).toEqual(grow(leaves))
      expect(hex(rootOf(sha256, grow(leaves)))).toBe(hex(rootByDefinition(leaves)))
    }
  })
})

describe('proofs', () => {
  const most = 40
  const leaves = leavesUpTo(most)
  const subtree = subtreesOf(sha256, leaves)
  const root = (size: number): Uint8Array => rootByDefinition(leaves.slice(0, size))

  test('every leaf is proven in every tree, and nowhere else', () => {
    for (let size = 1; size <= most; size++) {
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(sha256, subtree, index, size)
        const claim = { index, size, leaf: leaves[index] ?? new Uint8Array(0), root: root(size) }
        expect(verifyInclusion(sha256, claim, proof)).toBe(true)
        expect(verifyInclusion(sha256, { ...claim, index: index + 1 }, proof)).toBe(false)
        expect(verifyInclusion(sha256, { ...claim, leaf: sha256(claim.leaf) }, proof)).toBe(false)
        expect(verifyInclusion(sha256, { ...claim, root: root(size + 1 > most ? size - 1 : size + 1) }, proof)).toBe(false)
        expect(verifyInclusion(sha256, claim, [...proof, sha256(new Uint8Array(1))])).toBe(false)
        if (proof.length > 0) expect(verifyInclusion(sha256, claim, proof.slice(1))).toBe(false)
      }
    }
  })

  test('every tree is proven a beginning of every later one', () => {
    for (let to = 1; to <= most; to++) {
      for (let from = 1; from <= to; from++) {
        const proof = consistencyProof(sha256, subtree, from, to)
        const [older, newer] = [
          { size: from, root: root(from) },
          { size: to, root: root(to) },
        ]
        expect(verifyConsistency(sha256, older, newer, proof)).toBe(true)
        expect(verifyConsistency(sha256, { ...older, root: sha256(older.root) }, newer, proof)).toBe(false)
        expect(verifyConsistency(sha256, older, { ...newer, root: sha256(newer.root) }, proof)).toBe(false)
        expect(verifyConsistency(sha256, older, newer, [...proof, newer.root])).toBe(false)
        if (from < to) expect(verifyConsistency(sha256, { ...older, size: from - 1 }, newer, proof)).toBe(false)
      }
    }
  })

  test('a rewritten leaf breaks every consistency proof over it', () => {
    const forged = leaves.with(3, sha256(new Uint8Array(1)))
    const proof = consistencyProof(sha256, subtreesOf(sha256, forged), 10, most)
    expect(verifyConsistency(sha256, { size: 10, root: root(10) }, { size: most, root: rootByDefinition(forged) }, proof)).toBe(false)
  })

  test('an empty tree begins every tree', () => {
    const empty = { size: 0, root: rootOf(sha256, emptyTree) }
    expect(verifyConsistency(sha256, empty, { size: 5, root: root(5) }, [])).toBe(true)
    expect(verifyConsistency(sha256, { ...empty, root: root(1) }, { size: 5, root: root(5) }, [])).toBe(false)
  })

  test('what cannot be proven is not', () => {
    expect(() => inclusionProof(sha256, subtree, 5, 5)).toThrow(RangeError)
    expect(() => inclusionProof(sha256, subtree, -1, 5)).toThrow(RangeError)
    expect(() => consistencyProof(sha256, subtree, 0, 5)).toThrow(RangeError)
    expect(() => consistencyProof(sha256, subtree, 6, 5)).toThrow(RangeError)
    expect(verifyConsistency(sha256, { size: 6, root: root(6) }, { size: 5, root: root(5) }, [])).toBe(false)
    expect(verifyInclusion(sha256, { index: 0.5, size: 1, leaf: root(1), root: root(1) }, [])).toBe(false)
  })
})

describe('base64', () => {
  test('agrees with Node both ways, and no other spelling of the same bytes is read', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const text = toBase64(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64'))
        expect(fromBase64(text)).toEqual(bytes)
      }),
      { seed: 7 },
    )
    for (const text of ['A', 'AA', 'AAA', 'AB==', 'AAB=', 'A===', 'AA==AAAA', 'AA-_', ' AAA']) expect(fromBase64(text)).toBeUndefined()
  })
})

describe('checkpoint text', () => {
  const root = sha256(ascii('root'))
  const publicKey = sha256(ascii('key'))
  const body = checkpointBody({ origin: 'tien-cu.example/so-noi-vu', size: 214, root })
  const signature = new Uint8Array(64).fill(9)
  const line = { name: 'tien-cu.example/so-noi-vu', keyId: keyId(sha256, 'tien-cu.example/so-noi-vu', publicKey), signature }

  test('three lines, an empty one, then the signatures', () => {
    expect(signedNote(body, [line])).toMatch(/^tien-cu\.example\/so-noi-vu\n214\n[\w+/]{43}=\n\n— tien-cu\.example\/so-noi-vu [\w+/]+=*\n$/)
  })

  test('reads back what was written, and finds the signature by name and key', () => {
    const other = { ...line, name: 'witness', keyId: Uint8Array.of(1, 2, 3, 4) }
    const parsed = parseCheckpoint(signedNote(body, [other, line]))
    expect(parsed).toMatchObject({ ok: true, value: { origin: 'tien-cu.example/so-noi-vu', size: 214, root: new Uint8Array(root), body } })
    if (!parsed.ok) return
    expect(signatureBy(sha256, parsed.value, line.name, publicKey)).toEqual(signature)
    expect(signatureBy(sha256, parsed.value, line.name, root)).toBeUndefined()
    expect(signatureBy(sha256, parsed.value, 'witness', publicKey)).toBeUndefined()
    expect(Buffer.from(noteBytes(body)).toString()).toBe(body)
  })

  test('the key id of the example key in the Go sumdb note documentation', () => {
    const key = fromBase64('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')?.slice(1) ?? new Uint8Array(0)
    expect(hex(keyId(sha256, 'PeterNeumann', key))).toBe('c74f20a3')
  })

  test.each([
    ['no signature', `${body}\n`],
    ['a leading zero', signedNote(body.replace('214', '0214'), [line])],
    ['a short root', signedNote(body.replace(/\n[^\n]+\n$/, '\nAAAA\n'), [line])],
    ['an extension line', signedNote(`${body}extra\n`, [line])],
    ['a signature that is not base64', `${body}\n— a !!!!\n`],
    ['Windows line ends', signedNote(body, [line]).replaceAll('\n', '\r\n')],
  ])('%s is not a checkpoint', (_, note) => {
    expect(parseCheckpoint(note)).toEqual({ ok: false, refusal: { code: 'not-a-checkpoint' } })
  })

  test('origins are ASCII without spaces and plus signs', () => {
    expect(['a b', 'a+b', 'sở', '', 'a\n'].filter(isOrigin)).toEqual([])
    expect(() => checkpointBody({ origin: 'a b', size: 1, root })).toThrow(RangeError)
    expect(() => checkpointBody({ origin: 'a', size: -1, root })).toThrow(RangeError)
  })
})
