// Acts of a counter on the bundle he has open: slip by slip into running totals on the disk, then one fact, and the disk wiped of them.
import { addSlip, type BundleTotals, closeTotals, noTotals, slipsIn } from '../../workflows/conference/bundle-totals.ts'
import { formOf, openFor } from '../../workflows/conference/counting.ts'
import { heldNow } from '../../workflows/conference/decide.ts'
import type { SlipForm } from '../../workflows/conference/slip-form.ts'
import type { CaseId, OperatorId } from '../../workflows/core/ids.ts'
import type { LiveCase } from '../../workflows/core/replay.ts'
import { ok, type Result, refuse } from '../../workflows/core/result.ts'
import type { OpenBundleView } from '../../workflows/counting.ts'
import type { Done, Refusal, ShellAct } from '../../workflows/office.ts'
import { deciding } from '../../workflows/procedure/deciding.ts'
import { mayAsk } from '../../workflows/roles.ts'
import { mustBeAllowed } from './at-work.ts'
import { recordOrder, viewOf } from './dispatch.ts'
import { type OpenBundle, type OpenCount, openCountOf } from './open-count.ts'
import type { OpenFile } from './open-file.ts'

export type CountAct = Extract<
  ShellAct,
  { act: 'openCountBundle' | 'addSlip' | 'takeBackSlip' | 'setTotals' | 'closeOpenBundle' | 'leaveOpenBundle' }
>

/** The bundle in hand: what the law says of it, and what is on the disk of it. */
type InHand = {
  readonly by: OperatorId
  readonly form: SlipForm
  readonly size: number
  readonly count: OpenCount
  /** Undefined when this counter has none open, or one that counts no more. */
  readonly bundle: OpenBundle | undefined
  readonly fresh: Omit<OpenBundle, 'mode' | 'totals'>
}

export function doCountAct(open: OpenFile, act: CountAct): Result<Done, Refusal> {
  const found = inHand(open, act.caseId, act.no)
  if (!found.ok) return found
  const hand = found.value
  if (act.act === 'openCountBundle') {
    const other = otherInHand(open, act, hand)
    return other === undefined ? openBundle(hand, act) : refuse({ code: 'count-bundle-open', no: other })
  }
  const { bundle, count, by, form, size } = hand
  if (bundle === undefined) return refuse({ code: 'count-bundle-not-open', no: act.no })
  switch (act.act) {
    case 'addSlip': {
      const added = addSlip(form, size, bundle.totals, act.slip)
      return added.ok ? keep(hand, bundle, added.value, true) : added
    }
    case 'takeBackSlip':
      return count.takeBack(by) ? shown(hand) : refuse({ code: 'slip-gone', no: act.no })
    case 'setTotals': {
      const counted = slipsIn(act.totals)
      if (counted > size) return refuse({ code: 'bundle-is-full', size })
      return keep(hand, bundle, { ...act.totals, lines: act.totals.lines.slice(0, form.lines) }, false)
    }
    case 'leaveOpenBundle':
      count.drop(by)
      return ok({ openBundle: null })
    case 'closeOpenBundle':
      return closeBundle(open, act, hand, bundle)
  }
}

/** The bundle the operator at work has open in this case; null when there is none. */
export function openBundleOf(open: OpenFile, caseId: CaseId): Result<OpenBundleView | null, Refusal> {
  const by = open.operator()?.operatorId
  const kept = by === undefined ? undefined : openCountOf(open).of(by)
  if (kept === undefined || kept.caseId !== caseId) return ok(null)
  const found = inHand(open, caseId, kept.no)
  return ok(found.ok && found.value.bundle ? viewed(found.value, found.value.bundle) : null)
}

function inHand(open: OpenFile, caseId: CaseId, no: number): Result<InHand, Refusal> {
  const allowed = mustBeAllowed(open.operator(), 'closeCountBundle', mayAsk.closeCountBundle)
  if (!allowed.ok) return allowed
  const stamp = open.stamp()
  if (!stamp.ok) return stamp
  const live = open.cases.get(caseId)
  const held = live && heldIn(open, live, stamp.value)
  if (!live || !held) return refuse({ code: 'count-bundles-missing' })
  const { meeting } = held
  const { by } = stamp.value
  const found = openFor(meeting, no, by)
  if ('code' in found) return refuse(found)
  const count = openCountOf(open)
  const kept = count.of(by)
  const { conferenceId, voided } = meeting.conference
  const fresh = { caseId, conferenceId, round: voided.length + 1, no, attempt: found.attempt, by }
  // What was closed, voided or set aside meanwhile is no open bundle any more: a crash may have come between the fact and the wiping.
  const isSame =
    kept !== undefined &&
    kept.caseId === caseId &&
    kept.conferenceId === conferenceId &&
    kept.round === fresh.round &&
    kept.no === no &&
    kept.attempt === found.attempt
  return ok({ by, form: formOf(meeting), size: found.size, count, bundle: isSame ? kept : undefined, fresh })
}

/** Slips entered of another bundle would be lost: it is closed or left first. */
function otherInHand(open: OpenFile, { caseId, no }: CountAct, { count, by }: InHand): number | undefined {
  const kept = count.of(by)
  if (kept === undefined || kept.caseId !== caseId || kept.no === no) return undefined
  const found = inHand(open, caseId, kept.no)
  return found.ok && found.value.bundle && slipsIn(kept.totals) > 0 ? kept.no : undefined
}

const heldIn = (open: OpenFile, live: LiveCase, stamp: { readonly at: string; readonly by: OperatorId }) =>
  heldNow(deciding(live, stamp, { sha256Hex: () => '', holidays: open.holidays(live) }))

function openBundle(hand: InHand, act: Extract<CountAct, { act: 'openCountBundle' }>): Result<Done, Refusal> {
  const { bundle, form } = hand
  if (bundle !== undefined && (slipsIn(bundle.totals) > 0 || bundle.mode === act.mode)) return shown(hand)
  const begun = noTotals(form)
  const totals = act.mode === 'totals' ? { ...begun, lines: begun.lines.map(() => null) } : begun
  hand.count.put({ ...hand.fresh, mode: act.mode, totals }, false)
  return shown(hand)
}

function keep(hand: InHand, bundle: OpenBundle, totals: BundleTotals, isSlip: boolean): Result<Done, Refusal> {
  hand.count.put({ ...bundle, totals }, isSlip)
  return shown(hand)
}

const shown = (hand: InHand): Result<Done, Refusal> => {
  const kept = hand.count.of(hand.by)
  return ok({ openBundle: kept === undefined ? null : viewed(hand, kept) })
}

const viewed = ({ size, count, by }: InHand, { no, attempt, mode, totals }: OpenBundle): OpenBundleView => ({
  no,
  size,
  attempt,
  mode,
  totals,
  mayTakeBack: count.mayTakeBack(by),
})

/** First the fact, then the wiping: killed in between, the fact stands and what is left on the disk is known to be old. */
function closeBundle(
  open: OpenFile,
  { caseId, seen, no }: Extract<CountAct, { act: 'closeOpenBundle' }>,
  { form, size, count, by }: InHand,
  bundle: OpenBundle,
): Result<Done, Refusal> {
  const closed = closeTotals(form, size, bundle.totals)
  if (!closed.ok) return closed
  const done = recordOrder(open, { caseId, seen, command: { type: 'closeCountBundle', no, entry: closed.value } })
  if (!done.ok) return done
  count.drop(by)
  return ok({ case: viewOf(open, done.value), openBundle: null })
}
