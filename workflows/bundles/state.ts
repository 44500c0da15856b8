// The sealed slips of a case as their facts left them, and until when each bundle is kept.
import type { ConferenceState } from '../conference/state.ts'
import { confirmedCount } from '../conference/state.ts'
import { addMonths } from '../core/calendar.ts'
import { dayOf } from '../core/stamp.ts'
import type { FactOf } from '../procedure/facts.ts'
import type { CaseState } from '../procedure/state.ts'
import { ballotKeeping } from '../rulebooks/ballot-keeping.ts'
import type { SlipCounts } from './facts.ts'

export type BundleFact = FactOf<'bundleSealed' | 'bundleHeld' | 'bundleReleased' | 'bundlesDestroyed'>
export type BundleState = {
  readonly sealed: FactOf<'bundleSealed'>
  /** A complaint or denunciation is open. */
  readonly hold?: FactOf<'bundleHeld'>
  readonly destroyed?: FactOf<'bundlesDestroyed'>
  /** Opened for a recount and sealed again as this bundle. */
  readonly replacedBy?: string
}

const change = (bundles: readonly BundleState[], ids: readonly string[], next: (one: BundleState) => BundleState): BundleState[] =>
  bundles.map((one) => (ids.includes(one.sealed.bundleId) ? next(one) : one))

/** Folds one fact. Judges nothing. */
export function evolveBundles(bundles: readonly BundleState[], fact: BundleFact): readonly BundleState[] {
  switch (fact.type) {
    case 'bundleSealed': {
      const { replaces, bundleId } = fact
      const earlier = replaces === undefined ? [] : [replaces]
      // The same slips: a complaint about them stays open when they are sealed anew.
      const hold = bundles.find(({ sealed }) => sealed.bundleId === replaces)?.hold
      return [
        ...change(bundles, earlier, (one) => ({ ...one, replacedBy: bundleId })),
        { sealed: fact, ...(hold && { hold: { ...hold, bundleId } }) },
      ]
    }
    case 'bundleHeld':
      return change(bundles, [fact.bundleId], (one) => ({ ...one, hold: fact }))
    case 'bundleReleased':
      return change(bundles, [fact.bundleId], ({ hold: _, ...one }) => one)
    case 'bundlesDestroyed':
      return change(bundles, fact.bundleIds, (one) => ({ ...one, destroyed: fact }))
  }
}

export const isKept = (one: BundleState): boolean => one.destroyed === undefined && one.replacedBy === undefined
export const findBundle = (state: CaseState, bundleId: string): BundleState | undefined =>
  state.bundles.find((one) => one.sealed.bundleId === bundleId)

/** The decision on the person, or the one that ended the case without any. */
export const decisionDayOf = ({ decided, cancelled }: CaseState): string | undefined => (decided ?? cancelled)?.document.date

/** ISO days: the later of the two, and the months of the rule after it. */
export const keptFrom = (conferenceOn: string, decidedOn: string): string =>
  addMonths([conferenceOn, decidedOn].sort()[1] ?? conferenceOn, ballotKeeping.months.value)

/** Last day of keeping: from the later of conference and decision (B7). Without a decision the time has not begun to run out. */
export function keepUntil(state: CaseState, { sealed }: BundleState): string | undefined {
  const decidedOn = decisionDayOf(state)
  if (decidedOn === undefined) return undefined
  const heldOn = dayOf(sealed.sealedAt)
  const conference = conferenceDayOf(state, sealed.conferenceId) ?? heldOn
  return keptFrom(conference, decidedOn)
}

export function conferenceDayOf(state: CaseState, conferenceId: string): string | undefined {
  const found = state.conferences.find((one) => one.conferenceId === conferenceId)
  return found && dayOf(found.closed?.closedAt ?? found.convened.plannedAt)
}

/** One round of voting at a meeting: what its slips must add up to. `counts` is absent where a ballot was voided before it was collected. */
export type Round = { readonly conferenceId: string; readonly round: number; readonly isVoided: boolean; readonly counts?: SlipCounts }

/** The rounds whose slips lie on the table: voided ones, and the one that was counted. */
export function roundsOf(conference: ConferenceState): Round[] {
  const { conferenceId, voidedRounds, collected } = conference
  const voided = voidedRounds.map(({ collected: back }, index): Round => {
    const counts = back && { valid: 0, invalid: back.collected, unused: back.unusedSealed, spoiled: back.spoiled ?? 0 }
    return { conferenceId, round: index + 1, isVoided: true, ...(counts && { counts }) }
  })
  const count = confirmedCount(conference)
  if (!count || !collected) return voided
  const { ballotsValid, ballotsInvalid } = count.judged.input.count
  const counts = { valid: ballotsValid, invalid: ballotsInvalid, unused: collected.unusedSealed, spoiled: collected.spoiled ?? 0 }
  return [...voided, { conferenceId, round: voided.length + 1, isVoided: false, counts }]
}

/** The bundle in which the slips of a round lie now, sealed after the latest count of that round. */
export function bundleOf(state: CaseState, conferenceId: string, round: number): BundleState | undefined {
  return state.bundles.findLast(({ sealed }) => sealed.conferenceId === conferenceId && sealed.round === round)
}

/** Must the slips of this round still be put under seal? After a correction the seal was broken for the recount: sealed again. */
export function isUnsealed(state: CaseState, conference: ConferenceState, { round, isVoided }: Round): boolean {
  const sealed = state.bundles.filter((one) => one.sealed.conferenceId === conference.conferenceId && one.sealed.round === round)
  if (sealed.some((one) => one.destroyed)) return false
  return sealed.length < (isVoided ? 1 : conference.counts.length)
}
