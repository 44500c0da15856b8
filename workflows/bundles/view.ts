// Sealed slips in the shape people read: what is kept where, what may be done with it now, what still lies open on the table.
import type { ConferenceState } from '../conference/state.ts'
import type { BundleView, Condition, DeadlineView, NextAct, UnsealedView } from '../procedure/case-view.ts'
import type { CaseCommandType } from '../procedure/commands.ts'
import type { CaseState } from '../procedure/state.ts'
import { ballotKeeping } from '../rulebooks/ballot-keeping.ts'
import { type BundleState, bundleOf, decisionDayOf, isKept, isUnsealed, keepUntil, roundsOf } from './state.ts'

const { article, evidence } = ballotKeeping.months
const citation = { article, evidence }

const mayTell = (state: CaseState, conferenceId: string, knowsSealed: boolean): boolean =>
  knowsSealed || state.conferences.some((one) => one.conferenceId === conferenceId && one.announcedAt !== undefined)

export function bundlesOf(state: CaseState, today: string, knowsSealed: boolean): BundleView[] {
  return state.bundles.map((one) => {
    const { bundleId, conferenceId, round, valid, invalid, unused, spoiled, envelopes, sealNo, sealedAt, keeper, place } = one.sealed
    const stage = state.conferences.find((held) => held.conferenceId === conferenceId)?.stage
    const until = keepUntil(state, one)
    return {
      bundleId,
      conferenceId,
      ...(stage && { stage }),
      round,
      total: valid + invalid + unused + spoiled,
      // How the box fell out in numbers is as sealed as the result itself (procedure.md 7.2).
      ...(mayTell(state, conferenceId, knowsSealed) && { slips: { valid, invalid, unused, spoiled } }),
      envelopes,
      sealNo,
      sealedAt,
      keeper,
      place,
      standing: standingOf(one, until, today),
      ...(until !== undefined && { keepUntil: until }),
      ...(one.hold && { heldOn: one.hold.heldOn, holdReason: one.hold.reason }),
      ...(one.destroyed && { destroyedAt: one.destroyed.destroyedAt }),
      citation,
    }
  })
}

function standingOf(one: BundleState, until: string | undefined, today: string): BundleView['standing'] {
  if (one.destroyed) return 'destroyed'
  if (one.replacedBy !== undefined) return 'replaced'
  if (one.hold) return 'held'
  return until !== undefined && today > until ? 'due' : 'kept'
}

const openedAgain = (earlier: BundleState | undefined) => (earlier === undefined ? {} : { replaces: earlier.sealed.bundleId })

/** Rounds whose slips are counted or void and not under seal yet. */
export function unsealedOf(state: CaseState, knowsSealed: boolean): UnsealedView[] {
  return state.conferences.flatMap((conference: ConferenceState) =>
    roundsOf(conference)
      .filter((round) => isUnsealed(state, conference, round))
      .map(({ round, isVoided, counts }) => ({
        conferenceId: conference.conferenceId,
        stage: conference.stage,
        round,
        isVoided,
        ...openedAgain(bundleOf(state, conference.conferenceId, round)),
        ...(counts && mayTell(state, conference.conferenceId, knowsSealed) && { slips: counts }),
      })),
  )
}

const may = (command: CaseCommandType, conditions: readonly Condition[] = []): NextAct => ({
  command,
  gate: { isOpen: conditions.every((one) => one.isMet), conditions },
  isMain: false,
})

/** The acts on sealed slips, beside those of the step. Only people do them; time alone never does. */
export function bundleActs(state: CaseState, today: string): NextAct[] {
  const kept = state.bundles.filter(isKept)
  const acts: NextAct[] = []
  if (unsealedOf(state, false).length > 0) acts.push(may('sealBundle'))
  if (kept.length === 0) return acts
  const undecided: Condition = { code: 'bundle-case-undecided', isMet: decisionDayOf(state) !== undefined, numbers: { article }, citation }
  const free = kept.filter((one) => !one.hold)
  const untils = free.flatMap((one) => keepUntil(state, one) ?? []).sort()
  const first = untils[0]
  const conditions: Condition[] = [undecided]
  if (free.length === 0) {
    const held = kept[0]?.hold
    conditions.push({
      code: 'bundle-on-hold',
      isMet: false,
      numbers: { bundleId: held?.bundleId ?? '', heldOn: held?.heldOn ?? '' },
      citation,
      opensBy: 'releaseBundle',
    })
  } else if (first !== undefined) {
    conditions.push({ code: 'bundle-keeping-not-over', isMet: today > first, numbers: { keepUntil: first }, citation })
  }
  if (free.length > 0) acts.push(may('holdBundle'))
  if (free.length < kept.length) acts.push(may('releaseBundle'))
  return [...acts, may('destroyBundles', conditions)]
}

/** The last day the bundle that may go first is kept; none on hold counts. */
export const slipsKeptUntil = (state: CaseState): string | undefined =>
  state.bundles
    .filter((one) => isKept(one) && !one.hold)
    .flatMap((one) => keepUntil(state, one) ?? [])
    .sort()[0]

/** When the keeping of the first bundle ends: a reminder, for nothing is overdue by being kept longer. */
export function bundleDeadline(state: CaseState, today: string, workingDaysTo: (due: string) => number): DeadlineView[] {
  const due = slipsKeptUntil(state)
  if (due === undefined) return []
  const workingDaysLeft = workingDaysTo(due)
  const standing = today > due ? 'due' : workingDaysLeft <= 5 ? 'near' : 'running'
  return [{ key: 'ballotKeeping', dueOn: due, standing, workingDaysLeft, citation }]
}
