// The part of the counter that speaks of a bundle being counted now. What crosses is one slip going in, or running totals: never slips, an order, a time.
import { z } from 'zod'
import { BundleTotals, Slip } from './conference/bundle-totals.ts'
import { CaseId } from './core/ids.ts'

/** `slips`: one after another by keys. `strokes`: as on the wall, a stroke for each call. `totals`: piles counted by hand, a number for each name. */
export const countModes = ['slips', 'strokes', 'totals'] as const
export type CountMode = (typeof countModes)[number]

const which = { caseId: CaseId, no: z.int().min(1).max(500) } as const

export const countActs = [
  /** Opens a bundle for the operator at work, or goes on with it where he stopped; `mode` changes only before the first slip. */
  z.strictObject({ act: z.literal('openCountBundle'), ...which, mode: z.enum(countModes) }),
  /** On the disk when this is answered, as running totals. */
  z.strictObject({ act: z.literal('addSlip'), ...which, slip: Slip }),
  /** Only the slip just typed, and only before the next one: older ones are gone in the totals. */
  z.strictObject({ act: z.literal('takeBackSlip'), ...which }),
  /** The running totals as strokes or numbers leave them. */
  z.strictObject({ act: z.literal('setTotals'), ...which, totals: BundleTotals }),
  /** The totals on the disk become one fact, and the disk is wiped of them. */
  z.strictObject({ act: z.literal('closeOpenBundle'), ...which, seen: z.int().min(0) }),
  /** Gives up what was entered of it; the bundle waits to be counted from its first slip. */
  z.strictObject({ act: z.literal('leaveOpenBundle'), ...which }),
] as const

export const countQuestions = [z.strictObject({ about: z.literal('openBundle'), caseId: CaseId })] as const

/** What the operator at work has entered of the bundle he counts now. Nobody else's figures have a place here. */
export type OpenBundleView = {
  readonly no: number
  readonly size: number
  readonly attempt: number
  readonly mode: CountMode
  readonly totals: BundleTotals
  readonly mayTakeBack: boolean
}

export type CountAnswers = { openBundle: OpenBundleView | null }
