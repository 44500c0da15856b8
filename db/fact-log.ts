// The log: append with expected version, read back checked, one hash chain and one Merkle tree over all streams.
import { type CanonicalTexts, canonical } from '../workflows/core/canonical.ts'
import { envelopeText } from '../workflows/core/envelope.ts'
import {
  appendLeaf,
  consistencyProof,
  emptyTree,
  inclusionProof,
  nodeHash,
  rootOf,
  type Subtree,
  type Tree,
  treeOf,
} from '../workflows/core/merkle.ts'
import { ok, type Result, refuse } from '../workflows/core/result.ts'
import { type Connection, withoutWal } from './connect.ts'
import { type FactRows, factRows, type HashedText } from './fact-rows.ts'
import { ArchiveFault } from './fault.ts'
import { chainStart, leafHashOf, nextChain, sha256 } from './hashing.ts'
import { factOf, leafOf, type StoredFact } from './stored-fact.ts'

/** How many facts the log holds and the RFC 6962 root over them (32 bytes). */
export type Head = { readonly size: number; readonly root: Uint8Array }
/** `texts`: of objects in the payload, where whoever made it has them. */
export type NewFact = { readonly type: string; readonly payload: unknown; readonly texts?: CanonicalTexts }
export type Who = { readonly at: string; readonly by: string }
export type Appended = { readonly version: number; readonly seq: number }
export type ChangedMeanwhile = { readonly code: 'changed-meanwhile'; readonly seen: number; readonly version: number }

/** Facts of another stream that follow from those before them. `seen`: the version of that stream. */
export type FollowingFacts = { readonly stream: string; readonly seen: number; readonly facts: readonly NewFact[] }

/** What goes on around an append of many facts. All of it inside the transaction; a throw of any of it undoes everything. */
export type LongHands = {
  /** The fact is written and stands at this version. */
  readonly each: (fact: NewFact, version: number) => void
  /** As in `append`. */
  readonly also: () => FollowingFacts | undefined
  /** Between two facts, and once more with `isLast` before the commit: what to wait for while others get their turn. */
  readonly between: (isLast: boolean) => Promise<void> | undefined
  /** While it is waited for, nothing may be asked of this connection. */
  readonly rests: (isResting: boolean) => void
}

type End = { readonly chain: Uint8Array; readonly tree: Tree }

export type FactLog = ReturnType<typeof factLog>

export function factLog(connection: Connection) {
  const rows = factRows(connection)
  const subtree = subtreesIn(rows)
  let end = endOf(rows, subtree)
  /** Versions of streams written to: nobody else has the file, and the trigger on the table would still refuse a wrong number. */
  const versions = new Map<string, number>()
  const versionOf = (stream: string): number => versions.get(stream) ?? rows.versionOf(stream)

  /** Writes a fact inside a transaction; the end in memory moves only after its commit. */
  const writeOne = ({ chain, tree: before }: End, stream: string, version: number, { type, payload, texts }: NewFact, who: Who): End => {
    // One text at a time, hashed while it is young: the texts of a large import together would be carried about by the collector.
    const text = canonical(payload, texts)
    const payloadSha256 = sha256(text)
    const envelope = { seq: before.size + 1, stream, version, type, at: who.at, by: who.by }
    const leaf = leafHashOf(envelopeText({ ...envelope, payloadSha256: payloadSha256.toString('hex') }))
    const chainHash = nextChain(chain, leaf)
    const tree = appendLeaf(sha256, before, leaf)
    const node = tree.size % 2 === 0 ? bytesOf(tree.peaks.at(-1) ?? leaf) : null
    rows.insert({ ...envelope, payload: text, payloadSha256, leafHash: leaf, chainHash, nodeHash: node })
    return { chain: chainHash, tree }
  }
  const write = (from: End, stream: string, firstVersion: number, facts: readonly NewFact[], who: Who): End =>
    facts.reduce((at, fact, index) => writeOne(at, stream, firstVersion + index, fact, who), from)

  type Order = { readonly stream: string; readonly seen: number; readonly facts: readonly NewFact[]; readonly who: Who }
  type Written = {
    readonly end: End
    readonly version: number
    readonly seq: number
    readonly more?: { readonly stream: string; readonly version: number }
  }
  const transaction = connection.driver.transaction(
    ({ stream, seen, facts, who }: Order, also: () => FollowingFacts | undefined): Result<Written, ChangedMeanwhile> => {
      const version = versionOf(stream)
      if (version !== seen) return refuse({ code: 'changed-meanwhile', seen, version })
      const next = write(end, stream, version + 1, facts, who)
      return ok(follow({ end: next, version: version + facts.length, seq: next.tree.size }, stream, who, also()))
    },
  )
  function follow(written: Written, stream: string, who: Who, more: FollowingFacts | undefined): Written {
    if (more === undefined) return written
    // Nobody else writes: another version here is a defect of the caller, and the throw undoes all of it.
    if (more.stream === stream || versionOf(more.stream) !== more.seen) throw new RangeError('what follows was judged by another version')
    const last = write(written.end, more.stream, more.seen + 1, more.facts, who)
    return { ...written, end: last, more: { stream: more.stream, version: more.seen + more.facts.length } }
  }
  function landed({ end: last, version, seq, more }: Written, stream: string): Appended {
    end = last
    versions.set(stream, version)
    if (more) versions.set(more.stream, more.version)
    return { version, seq }
  }

  const head = (): Head => ({ size: end.tree.size, root: rootOf(sha256, end.tree) })
  const treeAt = (size: number): Tree => {
    if (!Number.isInteger(size) || size < 0 || size > end.tree.size) throw new RangeError(`no tree of ${size} in a log of ${end.tree.size}`)
    return treeOf(subtree, size)
  }

  return {
    /**
     * Appends `facts` to `stream` in one immediate transaction, on the disk when this returns. `seen`: the version the
     * caller judged by (0 for a new stream). `also` runs inside the transaction; its throw undoes everything. What it gives is
     * written behind the facts in the same transaction, to another stream.
     */
    append(
      stream: string,
      seen: number,
      facts: readonly NewFact[],
      who: Who,
      also: () => FollowingFacts | undefined,
    ): Result<Appended, ChangedMeanwhile> {
      if (facts.length === 0) throw new RangeError('an append needs a fact')
      const done = transaction.immediate({ stream, seen, facts, who }, also)
      return done.ok ? ok(landed(done.value, stream)) : done
    },
    /**
     * As `append`, for facts so many that others must get their turn between them: one transaction all the same, which is open meanwhile.
     * `facts` may be made while they are written. A crash in the middle leaves the file as it was.
     */
    async appendLong(
      stream: string,
      seen: number,
      facts: Iterable<NewFact>,
      who: Who,
      { each, also, between, rests }: LongHands,
    ): Promise<Result<Appended, ChangedMeanwhile>> {
      const from = versionOf(stream)
      if (from !== seen) return refuse({ code: 'changed-meanwhile', seen, version: from })
      function* written(): Generator<Promise<void> | undefined, Written> {
        let at = end
        let version = from
        for (const fact of facts) {
          at = writeOne(at, stream, ++version, fact, who)
          each(fact, version)
          yield between(false)
        }
        if (version === from) throw new RangeError('an append needs a fact')
        const all = follow({ end: at, version, seq: at.tree.size }, stream, who, also())
        yield between(true)
        return all
      }
      const { driver } = connection
      return withoutWal(connection, async () => {
        driver.exec('BEGIN IMMEDIATE')
        try {
          const writing = written()
          for (;;) {
            const { done, value } = writing.next()
            if (done) {
              driver.exec('COMMIT')
              return ok(landed(value, stream))
            }
            if (value === undefined) continue
            rests(true)
            try {
              await value
            } finally {
              rests(false)
            }
          }
        } catch (error) {
          // A full disk may have ended it already.
          if (driver.open && driver.inTransaction) driver.exec('ROLLBACK')
          throw error
        }
      })
    },
    head,
    rootAt: (size: number): Uint8Array => rootOf(sha256, treeAt(size)),
    versionOf,
    streams: rows.streams,
    rehearsals: rows.rehearsals,
    newestAt: rows.newestAt,
    /** The facts of one stream after `version`, each checked against its own leaf hash. */
    loadFrom(stream: string, version: number): StoredFact[] {
      return rows.ofStream(stream, version).map((row, index) => {
        if (row.version !== version + index + 1) throw new ArchiveFault('corrupt', `${stream} ${version + index + 1}: version-gap`)
        return checked(row, leafOf(row))
      })
    },
    /** One fact, checked against its own leaf hash. */
    at(stream: string, version: number): StoredFact | undefined {
      const row = rows.at(stream, version)
      return row && checked(row, leafOf(row))
    },
    /** Every fact in order, the chain checked on the way: throws `corrupt` at the first broken link. */
    *all(): Generator<StoredFact> {
      let chain: Uint8Array = chainStart
      let seq = 0
      for (const row of rows.chained()) {
        if (row.seq !== ++seq) throw new ArchiveFault('corrupt', `fact ${seq}: fact-missing`)
        yield checked(row, nextChain(chain, leafOf(row)))
        chain = row.hash
      }
    },
    /** RFC 6962 audit path of fact `seq` in the tree of the first `size` facts. */
    inclusionProof(seq: number, size: number): Uint8Array[] {
      return inclusionProof(sha256, subtree, seq - 1, treeAt(size).size)
    },
    consistencyProof(from: number, to: number): Uint8Array[] {
      return consistencyProof(sha256, subtree, from, treeAt(to).size)
    },
    leafHashOf: (seq: number): Uint8Array => subtree(0, seq - 1),
  }
}

/** The same bytes as the driver takes them. */
const bytesOf = (hash: Uint8Array): Buffer => Buffer.from(hash.buffer, hash.byteOffset, hash.byteLength)

function checked(row: HashedText, hash: Buffer): StoredFact {
  if (!hash.equals(row.hash)) throw new ArchiveFault('corrupt', `fact ${row.seq}: hash differs`)
  return factOf(row)
}

/**
 * Reads any whole subtree with few rows: fact n keeps the subtree it completes, of the height of the zeros that end n in
 * binary. A left child ends at such a fact; a right child is put together from its own children, down to a leaf.
 */
function subtreesIn(rows: FactRows): Subtree {
  const subtree: Subtree = (height, index) => {
    if (height > 0 && index % 2 === 1) return nodeHash(sha256, subtree(height - 1, 2 * index), subtree(height - 1, 2 * index + 1))
    const seq = (index + 1) * 2 ** height
    const row = rows.hashes(seq)
    const hash = height === 0 ? row?.leafHash : row?.nodeHash
    if (hash === undefined || hash === null) throw new ArchiveFault('corrupt', `fact ${seq}: fact-missing`)
    return hash
  }
  return subtree
}

function endOf(rows: FactRows, subtree: Subtree): End {
  const last = rows.last()
  return last === undefined ? { chain: chainStart, tree: emptyTree } : { chain: last.chainHash, tree: treeOf(subtree, last.seq) }
}
