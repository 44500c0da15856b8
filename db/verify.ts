// Walks the whole log and finds the first broken link: facts, chain, tree, signed heads, papers. Changes nothing.

import { canonical } from '../workflows/core/canonical.ts'
import { parseCheckpoint } from '../workflows/core/checkpoint.ts'
import { appendLeaf, emptyTree, rootOf, sameBytes, type Tree } from '../workflows/core/merkle.ts'
import { numbersIn } from '../workflows/papers/register.ts'
import { keptApart, type Stray } from '../workflows/rehearsal/apart.ts'
import { type Checkpoints, isSignedBy } from './checkpoint.ts'
import type { Connection } from './connect.ts'
import type { Head } from './fact-log.ts'
import { type FactRows, factRows } from './fact-rows.ts'
import { ArchiveFault, asFault } from './fault.ts'
import type { FileStore } from './file-store.ts'
import { chainStart, sha256 } from './hashing.ts'
import type { NumberRow, Numbers } from './numbers.ts'
import { everyPage } from './pages.ts'
import type { PaperStore } from './paper-store.ts'
import { type BrokenFact, brokenLink, type FactRow, factOf, type StoredFact } from './stored-fact.ts'

export type BrokenLink =
  | BrokenFact
  | Stray
  | 'fact-missing'
  | 'version-gap'
  | 'payload-not-canonical'
  | 'tree-broken'
  | 'checkpoint-differs'
  | 'checkpoint-forged'
  | 'paper-changed'
  | 'paper-missing'
  | 'register-differs'
  | 'page-damaged'

/** `seq` and `stream` name the fact (0 and '' where none can be named: a damaged page, a paper no fact was asked about). */
export type Broken = {
  readonly ok: false
  readonly seq: number
  readonly stream: string
  readonly what: BrokenLink
  readonly paper?: string
}
export type Verified = { readonly ok: true; readonly facts: number; readonly head: Head } | Broken

/** Says which papers (SHA-256 in hex) a fact names: only the law knows. Without it a removed paper goes unseen. */
export type PapersNamed = (fact: StoredFact) => readonly string[]

type Parts = {
  readonly connection: Connection
  readonly papers: PaperStore
  readonly files: FileStore
  readonly checkpoints: Checkpoints
  readonly numbers: Numbers
}

/**
 * Facts and papers looked at, of how many; `isLast`: what follows is one reading of every page of the file, and nobody has a turn in it.
 * Whoever had the pages read elsewhere (`pagesAreWhole`) and found them whole says so, and it is left out.
 */
export type VerifyStep = { readonly done: number; readonly of: number; readonly isLast?: true }

export type PagesRead = 'whole' | undefined

/** Facts between two steps: a few milliseconds. */
const stride = 250

/** Walks the whole archive at once; `verifyInSteps` lets others have their turn. */
export function verifyArchive(parts: Parts, papersNamed?: PapersNamed): Verified {
  const steps = verifyInSteps(parts, papersNamed)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Between two steps others may append: what is walked is the archive as it stood at the first one. */
export function* verifyInSteps(parts: Parts, papersNamed: PapersNamed = () => []): Generator<VerifyStep, Verified, PagesRead> {
  const rows = factRows(parts.connection)
  const walk = { seq: 0, stream: '' }
  try {
    const size = rows.last()?.seq ?? 0
    const stored = [...parts.papers.list(), ...parts.files.list()].length
    const of = size + stored
    const tree = yield* walkFacts(rows, parts, { papersNamed, size, of }, walk)
    if ('ok' in tree) return tree
    const paper = yield* brokenPaper(parts, size, of)
    if (paper !== undefined) return { ok: false, seq: 0, stream: '', what: 'paper-changed', paper }
    const read: PagesRead = yield { done: of, of, isLast: true }
    if (read !== 'whole' && !everyPage(parts.connection.driver)) return { ok: false, seq: 0, stream: '', what: 'page-damaged' }
    return { ok: true, facts: tree.size, head: { size: tree.size, root: rootOf(sha256, tree) } }
  } catch (error) {
    const fault = asFault(error)
    if (!(fault instanceof ArchiveFault) || (fault.code !== 'corrupt' && fault.code !== 'disk-failed')) throw fault
    return { ok: false, seq: walk.seq + 1, stream: '', what: 'page-damaged' }
  }
}

/** The tree of all facts, or the first broken link. `walk` tells how far we came should a page not be readable. */
function* walkFacts(
  rows: FactRows,
  { papers, files, checkpoints, numbers }: Parts,
  { papersNamed, size, of }: { readonly papersNamed: PapersNamed; readonly size: number; readonly of: number },
  walk: { seq: number },
): Generator<VerifyStep, Tree | Broken, PagesRead> {
  const notes = new Map(checkpoints.list().map(({ size, note }) => [size, note]))
  const stored = new Set([...papers.list(), ...files.list()].map((one) => one.sha256))
  const versions = new Map<string, number>()
  const taken = new Map(numbers.all().map((row) => [placeOf(row), row]))
  const strayOf = keptApart()
  let tree = emptyTree
  let chain: Uint8Array = chainStart
  for (const row of rows.all(0)) {
    const { seq, stream } = row
    // Appended meanwhile, with numbers and papers that were not there when the walk began.
    if (seq > size) break
    const broken = (what: BrokenLink): Broken => ({ ok: false, seq, stream, what })
    if (seq !== tree.size + 1)
      return { ok: false, seq: tree.size + 1, stream: streamOfMissing(rows, versions, tree.size), what: 'fact-missing' }
    const link = brokenLink(row, chain)
    if (link !== undefined) return broken(link)
    if (row.version !== (versions.get(stream) ?? 0) + 1) return broken('version-gap')
    const fact = readFact(row)
    if (fact === undefined) return broken('payload-not-canonical')
    tree = appendLeaf(sha256, tree, row.leafHash)
    if (seq % 2 === 0 && !sameBytes(row.nodeHash ?? chainStart, tree.peaks.at(-1) ?? chainStart)) return broken('tree-broken')
    const note = notes.get(seq)
    const head = note === undefined ? undefined : brokenNote(note, tree, checkpoints)
    if (head !== undefined) return broken(head)
    const missing = papersNamed(fact).find((digest) => !stored.has(digest))
    if (missing !== undefined) return { ...broken('paper-missing'), paper: missing }
    if (!agrees(taken, row, fact)) return broken('register-differs')
    const stray = strayOf(fact)
    if (stray !== undefined) return broken(stray)
    versions.set(stream, row.version)
    chain = row.chainHash
    walk.seq = seq
    if (seq % stride === 0) yield { done: seq, of }
  }
  // Whatever no fact took was put there by another hand.
  const [stray] = taken.values()
  if (stray !== undefined) return { ok: false, seq: 0, stream: stray.stream, what: 'register-differs' }
  const beyond = [...notes.keys()].find((size) => size > tree.size)
  return beyond === undefined ? tree : { ok: false, seq: tree.size + 1, stream: '', what: 'fact-missing' }
}

const placeOf = ({ stream, version }: { readonly stream: string; readonly version: number }): string => `${version} ${stream}`

/** Do the registers hold what this fact took, no more and no less? Strikes it off. */
function agrees(taken: Map<string, NumberRow>, row: FactRow, fact: StoredFact): boolean {
  const run = numbersIn(fact)
  const found = taken.get(placeOf(row))
  taken.delete(placeOf(row))
  return run?.register === found?.register && run?.first === found?.first && run?.last === found?.last
}

function readFact(row: FactRow): StoredFact | undefined {
  try {
    const fact = factOf(row)
    return canonical(fact.payload) === row.payload ? fact : undefined
  } catch {
    return undefined
  }
}

function brokenNote(note: string, tree: Tree, { origin, publicKey }: Checkpoints): 'checkpoint-differs' | 'checkpoint-forged' | undefined {
  const parsed = parseCheckpoint(note)
  if (!parsed.ok || !isSignedBy(note, origin, publicKey())) return 'checkpoint-forged'
  const { value } = parsed
  return value.origin === origin && value.size === tree.size && sameBytes(value.root, rootOf(sha256, tree))
    ? undefined
    : 'checkpoint-differs'
}

/** The stream of a fact that is gone, told by the gap it left in its versions; '' when it was the last of its stream. */
function streamOfMissing(rows: FactRows, before: ReadonlyMap<string, number>, after: number): string {
  const versions = new Map(before)
  for (const { stream, version } of rows.all(after)) {
    if (version !== (versions.get(stream) ?? 0) + 1) return stream
    versions.set(stream, version)
  }
  return ''
}

/** The digest of the first paper or file whose bytes are not what they were. */
function* brokenPaper({ papers, files }: Parts, before: number, of: number): Generator<VerifyStep, string | undefined, PagesRead> {
  let done = before
  for (const store of [papers, files])
    for (const { sha256: digest } of store.list()) {
      if (!store.isWhole(digest)) return digest
      done += 1
      yield { done: Math.min(done, of), of }
    }
  return undefined
}
