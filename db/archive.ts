// The archive as the rest of the house sees it: one log, its papers, its signed heads, its lists and drafts.
import { statSync } from 'node:fs'
import type { Result } from '../workflows/core/result.ts'
import { checkpointTable, type SignNote } from './checkpoint.ts'
import { type Connection, disconnect } from './connect.ts'
import { type CopyHands, copyArchive, withCopyAside } from './copy.ts'
import { type Drafts, draftTable } from './drafts.ts'
import {
  type Appended,
  type ChangedMeanwhile,
  type FollowingFacts,
  factLog,
  type Head,
  type LongHands,
  type NewFact,
  type Who,
} from './fact-log.ts'
import { ArchiveFault, asFault, faultsNamed } from './fault.ts'
import { type FileStore, fileStore } from './file-store.ts'
import { type LookTable, lookTable } from './looks.ts'
import { type Numbers, numberTable } from './numbers.ts'
import { type NewPaper, paperStore } from './paper-store.ts'
import { type Registry, registryTable } from './registry.ts'
import { type RegistryMirror, registryMirror } from './registry-mirror.ts'
import type { StoredFact } from './stored-fact.ts'
import { type Summaries, type SummaryContent, summaryTable } from './summaries.ts'
import { type PagesRead, type PapersNamed, type Verified, type VerifyStep, verifyArchive, verifyInSteps } from './verify.ts'

/** What lands together with the facts, in the same transaction. */
export type Also = {
  /** These facts change what the rows of all streams say: none may outlive them (see `Summaries.behind`). */
  readonly summariesGone?: boolean
  readonly papers?: readonly NewPaper[]
  /** Keys of drafts that these facts make obsolete. */
  readonly draftsDone?: readonly string[]
  /** Asked inside the transaction, once the rows say what the facts say: facts of another stream that follow from it. */
  readonly follow?: () => FollowingFacts | undefined
}

/** All of it is synchronous; a failing disk or file throws an `ArchiveFault`. */
export type Archive = {
  readonly origin: string
  /** Facts of one stream, all or nothing, on the disk when this returns. Refused when `seen` is not the stream's version. */
  append(stream: string, seen: number, facts: readonly NewFact[], who: Who, also?: Also): Result<Appended, ChangedMeanwhile>
  /**
   * As `append`, with others getting their turn between two facts: `between` says when, and its throw takes everything back. While it is
   * waited for, every other call throws `locked`: what is half written must not be read, and nothing else may land with it.
   */
  appendLong(
    stream: string,
    seen: number,
    facts: Iterable<NewFact>,
    who: Who,
    hands: Pick<LongHands, 'between'> & Pick<Also, 'follow'>,
  ): Promise<Result<Appended, ChangedMeanwhile>>
  load(stream: string): StoredFact[]
  loadFrom(stream: string, afterVersion: number): StoredFact[]
  /** 0 for a stream nobody has written to. */
  versionOf(stream: string): number
  /** When the stream was last written to. */
  newestAt(stream: string): string | undefined
  streams(): readonly { readonly stream: string; readonly version: number }[]
  /** Streams whose first fact says that they are a rehearsal; quick where there are none. */
  rehearsals(): readonly string[]
  /** Every fact in order of `seq`, the chain checked on the way (throws `corrupt`). Appending meanwhile is allowed. */
  all(): Generator<StoredFact>
  head(): Head
  rootAt(size: number): Uint8Array
  leafHashOf(seq: number): Uint8Array
  inclusionProof(seq: number, size: number): Uint8Array[]
  consistencyProof(from: number, to: number): Uint8Array[]
  /** The head signed by a key of the caller (C2SP signed note); `publicKey`: raw Ed25519, 32 bytes. Not stored. */
  checkpoint(key: { readonly name: string; readonly publicKey: Uint8Array; readonly sign: SignNote }): string
  /** The head signed by the device key, and stored. */
  signedCheckpoint(): string
  checkpoints(): readonly { readonly size: number; readonly note: string }[]
  publicKey(): Uint8Array
  readonly papers: {
    get(sha256: string): Uint8Array | undefined
    list(): readonly { readonly sha256: string; readonly length: number }[]
  }
  /** Files of dossiers; a file lands before the fact that names it. */
  readonly files: Pick<FileStore, 'has' | 'put' | 'parts' | 'list'>
  readonly summaries: Pick<Summaries, 'putAll' | 'behind' | 'dropAll' | 'get' | 'list'> & {
    rebuild(tell: (stream: string, facts: readonly StoredFact[]) => SummaryContent | null): void
  }
  /** Rows of what facts took from registers of numbers; an append puts them itself. `rebuild` makes them anew from the log. */
  readonly numbers: Pick<Numbers, 'next' | 'newest' | 'registers'> & { rebuild(): void }
  /** People, units, posts and tenures as rows; an append puts them itself. `rebuild` makes them anew from the log. */
  readonly registry: Registry & { rebuild(): void; mirror(): RegistryMirror }
  readonly drafts: Drafts
  /** Who looked at personal records. */
  readonly looks: LookTable
  verify(papersNamed?: PapersNamed): Verified
  /** The same walk, with a turn for others between its steps; of the archive as it stood at the first one. */
  verifyInSteps(papersNamed?: PapersNamed): Generator<VerifyStep, Verified, PagesRead>
  /** Of the file, in bytes. */
  length(): number
  /** A copy to be looked at, beside the file and with its key, gone when `use` is over. Whatever is appended meanwhile is not in it. */
  withCopyAside<T>(hands: Pick<CopyHands, 'step'> & { readonly use: (copy: string) => Promise<T> }): Promise<T>
  /** A flushed copy with its key file; gives, and tells who proves it, the head it must have when opened. Whatever is appended meanwhile is not in it. */
  copyInto(file: string, hands?: Pick<CopyHands, 'step'> & { readonly prove?: (part: string, head: Head) => Promise<void> }): Promise<Head>
  /** The 32-byte data key, for a shell that keeps it through the session. */
  unwrappedKey(): Uint8Array
  close(): void
}

export function archiveOver(connection: Connection, file: string, key: Uint8Array): Archive {
  const log = factLog(connection)
  const papers = paperStore(connection)
  const files = fileStore(connection)
  const summaries = summaryTable(connection)
  const drafts = draftTable(connection)
  const looks = lookTable(connection)
  const numbers = numberTable(connection)
  const checkpoints = checkpointTable(connection, log)
  const registry = registryTable(connection, log)

  /** In the middle of a long append. */
  let isResting = false

  function open<A extends readonly unknown[], R>(work: (...given: A) => R): (...given: A) => R {
    return (...given) => {
      if (!connection.driver.open) throw new ArchiveFault('closed')
      if (isResting) throw new ArchiveFault('locked', 'a long append is under way')
      return faultsNamed(() => work(...given))
    }
  }

  function opened<T extends Readonly<Record<string, (...given: never[]) => unknown>>>(parts: T): T {
    return Object.fromEntries(Object.entries(parts).map(([name, work]) => [name, open(work)])) as T
  }

  const append: Archive['append'] = (...given) => {
    try {
      return appended(...given)
    } catch (error) {
      registry.forget()
      throw error
    }
  }

  const appended: Archive['append'] = (stream, seen, facts, who, also = {}) =>
    log.append(stream, seen, facts, who, () => {
      take(stream, seen, facts, who.at)
      for (const paper of also.papers ?? []) papers.put(paper)
      for (const draft of also.draftsDone ?? []) drafts.drop(draft)
      if (also.summariesGone) summaries.dropAll()
      const more = also.follow?.()
      if (more) take(more.stream, more.seen, more.facts, who.at)
      return more
    })
  const take = (stream: string, seen: number, facts: readonly NewFact[], at: string): void =>
    facts.forEach((fact, index) => {
      takeOne(stream, seen + index + 1, fact, at)
    })
  const takeOne = (stream: string, version: number, fact: NewFact, at: string): void => {
    const placed = { ...fact, stream, version }
    numbers.take(placed)
    registry.take({ ...placed, at })
  }

  const appendLong: Archive['appendLong'] = async (stream, seen, facts, who, { between, follow }) => {
    try {
      return await log.appendLong(stream, seen, facts, who, {
        each: (fact, version) => takeOne(stream, version, fact, who.at),
        also() {
          const more = follow?.()
          if (more) take(more.stream, more.seen, more.facts, who.at)
          return more
        },
        between,
        rests(is) {
          isResting = is
        },
      })
    } catch (error) {
      registry.forget()
      throw asFault(error)
    }
  }

  function* everyStream(): Generator<readonly [string, readonly StoredFact[]]> {
    for (const { stream } of log.streams()) yield [stream, log.loadFrom(stream, 0)]
  }

  return {
    origin: checkpoints.origin,
    append: open(append),
    appendLong: open(appendLong),
    load: open((stream) => log.loadFrom(stream, 0)),
    loadFrom: open(log.loadFrom),
    versionOf: open(log.versionOf),
    newestAt: open(log.newestAt),
    streams: open(log.streams),
    rehearsals: open(log.rehearsals),
    all: open(() => readNamed(log.all())),
    head: open(log.head),
    rootAt: open(log.rootAt),
    leafHashOf: open(log.leafHashOf),
    inclusionProof: open(log.inclusionProof),
    consistencyProof: open(log.consistencyProof),
    checkpoint: open(({ name, publicKey, sign }) => checkpoints.note(sign, name, publicKey)),
    signedCheckpoint: open(checkpoints.signed),
    checkpoints: open(checkpoints.list),
    publicKey: open(checkpoints.publicKey),
    papers: { get: open(papers.get), list: open(papers.list) },
    files: { has: open(files.has), put: open(files.put), parts: open((hex) => readNamed(files.parts(hex))), list: open(files.list) },
    summaries: {
      putAll: open(summaries.putAll),
      behind: open(summaries.behind),
      dropAll: open(summaries.dropAll),
      get: open(summaries.get),
      list: open(summaries.list),
      rebuild: open((tell) => summaries.rebuild(everyStream(), tell)),
    },
    numbers: {
      next: open(numbers.next),
      newest: open(numbers.newest),
      registers: open(numbers.registers),
      rebuild: open(() => numbers.rebuild(log.all())),
    },
    registry: {
      reads: opened(registry.reads),
      lists: opened(registry.lists),
      quality: opened(registry.quality),
      rebuild: open(() => registry.rebuild(log.all())),
      mirror: open(() => registryMirror(connection, log)),
    },
    drafts: { put: open(drafts.put), get: open(drafts.get), drop: open(drafts.drop), list: open(drafts.list) },
    looks: { put: open(looks.put), find: open(looks.find) },
    verify: open((papersNamed) => verifyArchive({ connection, papers, files, checkpoints, numbers }, papersNamed)),
    *verifyInSteps(papersNamed) {
      const steps = verifyInSteps({ connection, papers, files, checkpoints, numbers }, papersNamed)
      const next = open((read: PagesRead) => steps.next(read))
      for (let step = next(undefined); ; ) {
        if (step.done) return step.value
        step = next(yield step.value)
      }
    },
    length: open(() => statSync(file).size),
    withCopyAside: open((hands) => withCopyAside(connection, key, file, hands)),
    copyInto: open(async (to, hands) => {
      let head = log.head()
      await copyArchive(connection, key, file, to, {
        ...hands,
        begins: () => {
          head = log.head()
        },
        prove: async (part) => hands?.prove?.(part, head),
      })
      return head
    }),
    unwrappedKey: open(() => Uint8Array.from(key)),
    close: () => disconnect(connection),
  }
}

/** A page may turn out unreadable long after the reading began. */
function* readNamed<T>(all: Iterable<T>): Generator<T> {
  try {
    yield* all
  } catch (error) {
    throw asFault(error)
  }
}
