// The check of a package: its lists, the signature over them, then every record in it by the same nine checks.
import { atHandAmong, type ReadAtHand } from './at-hand.ts'
import { type Bag, type BagFault, bagNames, listsOfBag, openBag } from './bag.ts'
import { type CheckOptions, type CheckRun, startChecks } from './check.ts'
import { checkPolicy } from './policy.ts'
import { type CheckLine, line, type Overall, overallOf, type Report } from './report.ts'

export type BagReport = {
  readonly overall: Overall
  /** About the package itself: 1 its files, 3 its signature. */
  readonly lines: readonly CheckLine[]
  readonly info: Bag['info']
  /** By path. */
  readonly records: readonly { readonly name: string; readonly report: Report }[]
}

const { bagBytes, bagFiles, bagTimes, fileBytes } = checkPolicy
const limits = { bytes: bagBytes.value, files: bagFiles.value, each: fileBytes.value, times: bagTimes.value }

/** Answers for any bytes, like `checkRecord`. The records of the bag are each other's neighbours. `onRecord`: before each, so many are done. */
export async function checkBag(
  zip: Uint8Array,
  options: CheckOptions,
  onRecord: (done: number, of: number) => Promise<void> = async () => undefined,
): Promise<BagReport> {
  const opened = await openBag(zip, limits)
  if (!opened.ok) return unreadable(opened.refusal)
  const bag = opened.value
  const lists = await listsOfBag(bag)
  if (!lists.ok) return { ...unreadable(lists.refusal), info: bag.info }
  const isAttached = (path: string) => path.startsWith(bagNames.dossier)
  const attached = [...bag.files.keys()].filter(isAttached).length
  const pdfs = [...bag.files].filter(
    ([path]) => path.startsWith(bagNames.payload) && !isAttached(path) && path.toLowerCase().endsWith('.pdf'),
  )
  const atHand = await atHandAmong(pdfs.map(([, bytes]) => ({ bytes })))
  const run = startChecks({ ...options, ...merged(options, atHand) })
  const records: BagReport['records'][number][] = []
  for (const [name, bytes] of pdfs.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    await onRecord(records.length, pdfs.length)
    const sha256 = lists.value.payload.get(name)
    records.push({ name, report: await run.check(bytes, sha256 === undefined ? {} : { fileSha256: sha256, by: 'manifest' }) })
  }
  const isSample = records.length > 0 && records.every(({ report }) => report.isSample)
  const faults = lists.value.faults.map(faultLine)
  const lines = [
    ...faults,
    ...(faults.some(({ state }) => state === 'broken') ? [] : [line(1, 'BAG_OK', 'ok', { files: bag.files.size })]),
    ...(await signatureLines(bag, run, isSample)),
    line(1, 'BAG_RECORDS', records.length === 0 ? 'undecided' : 'ok', { records: records.length }),
    ...(attached > 0 ? [line(1, 'BAG_ATTACHED', 'ok', { files: attached })] : []),
  ]
  return { overall: worst([overallOf(lines), ...records.map(({ report }) => report.overall)]), lines, info: bag.info, records }
}

function unreadable({ code, ...more }: { readonly code: string; readonly name?: string; readonly most?: number }): BagReport {
  const lines = [line(1, 'BAG_UNREADABLE', 'undecided', { fault: code, ...more })]
  return { overall: overallOf(lines), lines, info: [], records: [] }
}

/** BagIt lets tag files stand unlisted; payload may not, nor may its list: the signature over the list of lists would not reach it. */
function faultLine({ fault, path, isPayload }: BagFault): CheckLine {
  if (fault === 'unlisted') return line(1, 'BAG_FILE_UNLISTED', isPayload || path === bagNames.manifest ? 'broken' : 'note', { path })
  return line(1, fault === 'missing' ? 'BAG_FILE_MISSING' : 'BAG_FILE_DIFFERS', 'broken', { path })
}

async function signatureLines({ files }: Bag, run: CheckRun, isSample: boolean): Promise<readonly CheckLine[]> {
  const [signed, signature] = [files.get(bagNames.tagManifest), files.get(bagNames.signature)]
  // Its records stand by their own signatures; that none was left out, and all that is no record, nobody vouches for.
  if (!signed || !signature) return [line(3, 'BAG_NOT_SIGNED', 'undecided')]
  return run.detached(signed, signature, bagNames.tagManifest, isSample)
}

const merged = ({ neighbours, records }: CheckOptions, more: ReadAtHand): ReadAtHand => ({
  neighbours: new Map([...(neighbours ?? []), ...more.neighbours]),
  records: new Map([...(records ?? []), ...more.records]),
  read: more.read,
  opened: more.opened,
})

const worst = (all: readonly Overall[]): Overall =>
  all.includes('KHONG_HOP_LE') ? 'KHONG_HOP_LE' : all.includes('CHUA_DU_CO_SO') ? 'CHUA_DU_CO_SO' : 'HOP_LE'
