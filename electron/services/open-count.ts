// The bundles being counted now, one for each counter: running totals in a slot file beside the data file, never in the database.
import { z } from 'zod'
import { type SlotFile, slotFile } from '../../db/slot-file.ts'
import { BundleTotals } from '../../workflows/conference/bundle-totals.ts'
import { CaseId, ConferenceId, OperatorId } from '../../workflows/core/ids.ts'
import { countModes } from '../../workflows/counting.ts'
import type { OpenFile } from './open-file.ts'

/** `round` and `attempt`: a bundle of a voided ballot, or one that is counted anew, is another bundle. */
export const OpenBundle = z.strictObject({
  caseId: CaseId,
  conferenceId: ConferenceId,
  round: z.int().min(1),
  no: z.int().min(1),
  attempt: z.int().min(1),
  by: OperatorId,
  mode: z.enum(countModes),
  totals: BundleTotals,
})
export type OpenBundle = z.infer<typeof OpenBundle>

/** `slipBy`: whose slip was added last, if that was the last thing that happened: it alone can be taken back. */
const State = z.strictObject({ bundles: z.array(OpenBundle).max(20), slipBy: OperatorId.nullable() })
type State = z.infer<typeof State>

export type OpenCount = {
  of(by: string): OpenBundle | undefined
  /** Adds or replaces the bundle of this counter; durable when it returns. */
  put(bundle: OpenBundle, isSlip: boolean): void
  mayTakeBack(by: string): boolean
  /** The totals as they stood before the slip just typed. False when there is none to take back. */
  takeBack(by: string): boolean
  /** Nothing of this counter stays on the disk, in neither slot. */
  drop(by: string): void
}

export const countFileOf = (file: string): string => `${file}.count`

const nothing: State = { bundles: [], slipBy: null }

export function openCountOver(slots: SlotFile): OpenCount {
  const stateOf = (text: string | null): State | null => (text === null ? null : State.parse(JSON.parse(text)))
  const read = slots.read()
  let now = stateOf(read.now) ?? nothing
  let before = stateOf(read.before)

  function become(next: State): void {
    slots.write(JSON.stringify(next))
    before = now
    now = next
  }
  const others = (by: string): OpenBundle[] => now.bundles.filter((one) => one.by !== by)
  const mayTakeBack = (by: string): boolean => now.slipBy === by && before !== null

  return {
    of: (by) => now.bundles.find((one) => one.by === by),
    put: (bundle, isSlip) => become({ bundles: [...others(bundle.by), bundle], slipBy: isSlip ? bundle.by : null }),
    mayTakeBack,
    takeBack(by) {
      if (before === null || !mayTakeBack(by)) return false
      become({ bundles: before.bundles, slipBy: null })
      return true
    },
    drop(by) {
      const next: State = { bundles: others(by), slipBy: null }
      // Twice: the totals just closed must not stay behind in the older slot.
      if (next.bundles.length === 0) slots.wipe()
      else for (let written = 0; written < 2; written++) slots.write(JSON.stringify(next))
      now = next
      before = null
    },
  }
}

const counts = new WeakMap<OpenFile, OpenCount>()

/** Read when it is first asked for: most sessions count nothing. */
export function openCountOf(open: OpenFile): OpenCount {
  const known = counts.get(open) ?? openCountOver(slotFile(countFileOf(open.file), open.archive.unwrappedKey()))
  counts.set(open, known)
  return known
}
