// What one pair of hands does of a check of many files: read its share, tell what records it holds, then check each. Runs here or in a process.
import { sha256Hex } from '../../db/hashing.ts'
import { type AtHand, atHandAmong } from '../../records/at-hand.ts'
import { type CheckOptions, type CheckRun, type Expected, startChecks } from '../../records/check.ts'
import { type BagReport, checkBag } from '../../records/check-bag.ts'
import type { SheetEntry } from '../../records/check-sheet.ts'
import { judgeRecord, ruleOfRecord } from '../../records/law.ts'
import type { Section } from '../../records/pdf/file.ts'
import { checkPolicy } from '../../records/policy.ts'
import type { StageRecord } from '../../records/record-json.ts'
import type { Report } from '../../records/report.ts'
import { isZip } from '../../records/zip.ts'
import { nodeDigest } from './node-digest.ts'
import { type FileRead, readFile } from './read-file.ts'
import type { TrustList } from './trust.ts'

/** A file by its path, or already read. `expected`: what a log says of it. */
export type CheckInput = { readonly name: string; readonly expected?: Expected } & (
  | { readonly path: string }
  | { readonly bytes: Uint8Array }
)
/** A file by its place among all. */
export type Numbered = readonly [at: number, input: CheckInput]
export type CheckSetting = TrustList & { readonly now: number; readonly strict: boolean }
/** What can cross to a worker: data only. The roots of practice keys too, for whoever makes such keys is three times the code of a check. */
export type WorkSetting = CheckSetting & { readonly sampleRoots: readonly Uint8Array[] }
export type FileChecked = { readonly name: string } & (
  | { readonly report: Report }
  /** `sha256`: of the package as it was read. */
  | { readonly bag: BagReport; readonly sha256: string }
)

/** Why a check came to no end: its process ended, it did not come back, or it met what it was not made for. */
export type BrokeOff = 'process-ended' | 'check-takes-too-long' | 'check-stumbled'

export type CheckHands = {
  /** Reads files to be at hand, and tells of the records in them. */
  take(files: readonly Numbered[]): Promise<AtHand>
  /** Of all files, taken by these hands and by others. */
  checkWith(everybodys: AtHand, log?: CheckOptions['log']): CheckOne
  brokeOff(name: string, fault: BrokeOff): FileChecked
}
/** `input`: of a file these hands did not take. */
export type CheckOne = (at: number, input?: CheckInput) => Promise<FileChecked>

/** Bytes one pair of hands keeps from the first reading to the check; what is beyond is read a second time. */
const MOST_HELD = 200_000_000

export function checkHands(setting: WorkSetting): CheckHands {
  const given = new Map<number, CheckInput>()
  const held = new Map<number, FileRead>()
  const read = new Map<string, StageRecord>()
  const opened = new Map<Uint8Array, readonly Section[]>()
  let bytesHeld = 0
  const options: CheckOptions = { ...setting, read, opened, judge: judgeRecord, ruleOf: ruleOfRecord, digest: nodeDigest }

  async function take(files: readonly Numbered[]): Promise<AtHand> {
    const parts: AtHand[] = []
    for (const [at, input] of files) {
      given.set(at, input)
      const found = readInput(input)
      const isHeld = !('bytes' in found) || bytesHeld + found.bytes.length <= MOST_HELD
      if (isHeld) held.set(at, found)
      if (!('bytes' in found)) continue
      if (isHeld) bytesHeld += found.bytes.length
      const part = isZip(found.bytes) ? null : await atHandOf(found.bytes)
      if (!part) continue
      parts.push({ neighbours: part.neighbours, records: part.records })
      for (const [sha256, record] of part.read) read.set(sha256, record)
      if (isHeld) for (const [bytes, sections] of part.opened) opened.set(bytes, sections)
    }
    return togetherAtHand(parts)
  }

  function checkWith(everybodys: AtHand, log?: CheckOptions['log']): CheckOne {
    const all = { ...options, ...everybodys, ...(log && { log }) }
    const run = startChecks(all)
    return async (at, input = given.get(at)) => {
      if (!input) throw new Error('no file at that place')
      try {
        return await checked(input, held.get(at) ?? readInput(input), run, all)
      } catch {
        // A file that no test of ours thought of: said of this file alone, and no verdict on it.
        return { name: input.name, report: run.notChecked('CHECK_BROKE_OFF', 'check-stumbled') }
      }
    }
  }

  return {
    take,
    checkWith,
    brokeOff: (name, fault) => ({ name, report: startChecks(options).notChecked('CHECK_BROKE_OFF', fault) }),
  }
}

async function checked({ name, expected }: CheckInput, found: FileRead, run: CheckRun, options: CheckOptions): Promise<FileChecked> {
  if ('fault' in found) return { name, report: run.notChecked('FILE_UNREADABLE', found.fault) }
  if ('tooBig' in found) return { name, report: run.tooBig(found.tooBig) }
  const { bytes } = found
  if (isZip(bytes)) return { name, bag: await checkBag(bytes, options), sha256: sha256Hex(bytes) }
  return { name, report: await run.check(bytes, expected) }
}

/** Null where its record cannot be told: what is wrong with it, its own check says. */
async function atHandOf(bytes: Uint8Array) {
  try {
    return await atHandAmong([{ bytes }])
  } catch {
    return null
  }
}

/** One beyond the size of any record is told by its size, and never read. */
function readInput(input: CheckInput): FileRead {
  const isPackage = ('path' in input ? input.path : input.name).toLowerCase().endsWith('.zip')
  const most = isPackage ? checkPolicy.bagBytes.value : checkPolicy.fileBytes.value
  if ('path' in input) return readFile(input.path, most)
  return input.bytes.length > most ? { tooBig: input.bytes.length } : { bytes: input.bytes }
}

/** Where the same id stands for several records, each is still found by its digest. */
export const togetherAtHand = (parts: readonly AtHand[]): AtHand => ({
  neighbours: new Map(parts.flatMap(({ neighbours }) => [...neighbours])),
  records: new Map(parts.flatMap(({ records }) => [...records])),
})

/** A package, then its records: the order of a list on paper or on screen. */
export function entriesOf(checked: FileChecked): readonly SheetEntry[] {
  if ('report' in checked) return [checked]
  return [checked, ...checked.bag.records.map(({ name, report }) => ({ name: `${checked.name}/${name}`, report }))]
}
