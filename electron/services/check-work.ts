// What one pair of hands does of a check of many files: read its share, tell what records it holds, then check each. Runs here or in a worker.
import { readFileSync, statSync } from 'node:fs'
import { type AtHand, atHandAmong } from '../../records/at-hand.ts'
import { type CheckOptions, type Expected, startChecks } from '../../records/check.ts'
import { type BagReport, checkBag } from '../../records/check-bag.ts'
import type { SheetEntry } from '../../records/check-sheet.ts'
import { judgeRecord, ruleOfRecord } from '../../records/law.ts'
import { bare } from '../../records/pdf/bytes.ts'
import { checkPolicy } from '../../records/policy.ts'
import type { Report } from '../../records/report.ts'
import { isZip } from '../../records/zip.ts'
import { nodeDigest } from './node-digest.ts'
import type { TrustList } from './trust.ts'

/** A file by its path, or already read. `expected`: what a log says of it. */
export type CheckInput = { readonly name: string; readonly expected?: Expected } & (
  | { readonly path: string }
  | { readonly bytes: Uint8Array }
)
export type CheckSetting = TrustList & { readonly now: number; readonly strict: boolean }
/** What can cross to a worker: data only. The roots of practice keys too, for whoever makes such keys is three times the code of a check. */
export type WorkSetting = CheckSetting & { readonly sampleRoots: readonly Uint8Array[] }
export type FileChecked = { readonly name: string } & ({ readonly report: Report } | { readonly bag: BagReport })

type Held = { readonly input: CheckInput; readonly bytes: Uint8Array | null; readonly size: number }

export type CheckHands = {
  /** Of its own share, to be told to the other. */
  readonly atHand: AtHand
  checkWith(everybodys: AtHand, log?: CheckOptions['log']): CheckOne
}
/** A file by its place in the share, or one of another's share. */
export type CheckOne = (file: number | CheckInput) => Promise<FileChecked>

/** Reads the files; one beyond the size of any record is told by its size, and never read. */
export async function takeFiles(inputs: readonly CheckInput[], setting: WorkSetting): Promise<CheckHands> {
  const held = inputs.map(hold)
  const readable = held.flatMap(({ bytes }) => (bytes === null || isZip(bytes) ? [] : [{ bytes }]))
  const { read, opened, ...atHand } = await atHandAmong(readable)
  return {
    atHand,
    checkWith(everybodys, log) {
      const options: CheckOptions = {
        ...setting,
        ...everybodys,
        read,
        opened,
        judge: judgeRecord,
        ruleOf: ruleOfRecord,
        digest: nodeDigest,
        ...(log && { log }),
      }
      const run = startChecks(options)
      return async (file) => {
        const one = typeof file === 'number' ? held[file] : hold(file)
        if (!one) throw new Error('no file at that place of the share')
        const { bytes, size } = one
        const { name, expected } = one.input
        if (bytes === null) return { name, report: run.tooBig(size) }
        if (isZip(bytes)) return { name, bag: await checkBag(bytes, options) }
        return { name, report: await run.check(bytes, expected) }
      }
    },
  }
}

function hold(input: CheckInput): Held {
  const size = 'path' in input ? statSync(input.path).size : input.bytes.length
  const isPackage = ('path' in input ? input.path : input.name).toLowerCase().endsWith('.zip')
  const most = isPackage ? checkPolicy.bagBytes.value : checkPolicy.fileBytes.value
  if (size > most) return { input, bytes: null, size }
  return { input, bytes: 'path' in input ? bare(readFileSync(input.path)) : input.bytes, size }
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
