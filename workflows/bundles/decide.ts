// Slips under seal: what may be asked of a bundle and why not (documents.md B7). The app reminds; it never destroys anything by itself.

import type { Refusal } from '../core/refusal.ts'
import { refuse } from '../core/result.ts'
import { dayOf } from '../core/stamp.ts'
import { requestFact } from '../papers/request-fact.ts'
import type { CommandOf } from '../procedure/commands.ts'
import { type Deciding, type Decision, inOrder } from '../procedure/deciding.ts'
import { findConference } from '../procedure/state.ts'
import { ballotKeeping } from '../rulebooks/ballot-keeping.ts'
import { BundleId, type SlipCounts } from './facts.ts'
import {
  type BundleState,
  bundleOf,
  conferenceDayOf,
  decisionDayOf,
  findBundle,
  isKept,
  isUnsealed,
  keepUntil,
  keptFrom,
  roundsOf,
} from './state.ts'

export type BundleCommand = CommandOf<'sealBundle' | 'holdBundle' | 'releaseBundle' | 'destroyBundles'>
const types: ReadonlySet<string> = new Set([
  'sealBundle',
  'holdBundle',
  'releaseBundle',
  'destroyBundles',
] satisfies BundleCommand['type'][])
export const isForBundle = (command: { readonly type: string }): command is BundleCommand => types.has(command.type)

export function decideBundle(d: Deciding, command: BundleCommand): Decision {
  switch (command.type) {
    case 'sealBundle':
      return sealBundle(d, command)
    case 'holdBundle':
      return holdBundle(d, command)
    case 'releaseBundle':
      return releaseBundle(d, command)
    case 'destroyBundles':
      return destroyBundles(d, command)
  }
}

/** The team seals what it counted and hands it to a keeper; the minutes of it are asked for with the same order. */
function sealBundle(d: Deciding, command: CommandOf<'sealBundle'>): Decision {
  const { state } = d
  const { conferenceId, round, sealedAt, sealNo } = command
  const conference = findConference(state, conferenceId)
  const found = conference && roundsOf(conference).find((one) => one.round === round)
  if (!conference || !found) return refuse({ code: 'count-not-confirmed', conferenceId })
  if (!isUnsealed(state, conference, found))
    return refuse({ code: 'bundle-already-sealed', bundleId: bundleOf(state, conferenceId, round)?.sealed.bundleId ?? '' })
  const differs = countsProblem(command, found.counts)
  if (differs) return refuse(differs)
  if (state.bundles.some((one) => one.sealed.sealNo === sealNo)) return refuse({ code: 'bundle-seal-used', sealNo })
  const countedAt = found.isVoided ? conference.voidedRounds[round - 1]?.collected?.collectedAt : conference.counts.at(-1)?.confirmedAt
  if (countedAt !== undefined && Date.parse(sealedAt) < Date.parse(countedAt))
    return refuse({ code: 'bundle-sealed-before-count', sealedAt, countedAt })
  if (Date.parse(sealedAt) > Date.parse(d.stamp.at)) return refuse({ code: 'moment-in-future', at: sealedAt })
  const replaced = bundleOf(state, conferenceId, round)
  const day = dayOf(sealedAt)
  // Nobody opens a seal without a decision of the competent level, taken before it.
  if (replaced && (command.openedBy === undefined || command.openedBy.date > day))
    return refuse({ code: 'bundle-opened-undecided', bundleId: replaced.sealed.bundleId, article: ballotKeeping.months.article })
  const { type, openedBy, ...told } = command
  const bundleId = BundleId.parse(`goi-${String(state.bundles.length + 1).padStart(2, '0')}`)
  return inOrder(d, type, [
    {
      ...told,
      type: 'bundleSealed',
      bundleId,
      ...(replaced && { replaces: replaced.sealed.bundleId, ...(openedBy && { openedBy }) }),
      keepUntil: keptFrom(conferenceDayOf(state, conferenceId) ?? day, decisionDayOf(state) ?? day),
    },
    requestFact(state, { kind: 'ballotSealingMinutes', conferenceId, day, details: { bundle: bundleId } }),
  ])
}

function countsProblem(typed: SlipCounts, counts: SlipCounts | undefined): Refusal | undefined {
  if (!counts) return undefined
  const keys = ['valid', 'invalid', 'unused', 'spoiled'] as const
  const wrong = keys.find((key) => typed[key] !== counts[key])
  return wrong && { code: 'bundle-differs-from-count', which: wrong, sealed: typed[wrong], counted: counts[wrong] }
}

function kept(d: Deciding, bundleId: string): BundleState | Refusal {
  const found = findBundle(d.state, bundleId)
  if (!found) return { code: 'bundle-unknown', bundleId }
  return isKept(found) ? found : { code: 'bundle-not-kept', bundleId }
}

/** A complaint or denunciation stops every destroying until it is settled. */
function holdBundle(d: Deciding, command: CommandOf<'holdBundle'>): Decision {
  const found = kept(d, command.bundleId)
  if ('code' in found) return refuse(found)
  if (found.hold) return refuse({ code: 'bundle-already-held', bundleId: command.bundleId, heldOn: found.hold.heldOn })
  if (command.heldOn > dayOf(d.stamp.at)) return refuse({ code: 'date-in-future', date: command.heldOn })
  return inOrder(d, command.type, [{ ...command, type: 'bundleHeld' }])
}

function releaseBundle(d: Deciding, command: CommandOf<'releaseBundle'>): Decision {
  const found = kept(d, command.bundleId)
  if ('code' in found) return refuse(found)
  if (!found.hold) return refuse({ code: 'bundle-not-held', bundleId: command.bundleId })
  if (command.releasedOn > dayOf(d.stamp.at)) return refuse({ code: 'date-in-future', date: command.releasedOn })
  return inOrder(d, command.type, [{ ...command, type: 'bundleReleased' }])
}

/** Time over, no hold, a decision taken after it, a team of three: then the slips are destroyed, and the minutes say how. The counts stay. */
function destroyBundles(d: Deciding, command: CommandOf<'destroyBundles'>): Decision {
  const { document, destroyedAt, team } = command
  for (const bundleId of command.bundleIds) {
    const problem = destroyingProblem(d, command, bundleId)
    if (problem) return refuse(problem)
  }
  const needed = ballotKeeping.destroyingTeam.value
  const size = new Set(team.map((one) => one.name)).size
  if (size < needed) return refuse({ code: 'destroying-team-too-small', size, needed, article: ballotKeeping.destroyingTeam.article })
  if (document.date > dayOf(destroyedAt)) return refuse({ code: 'destroyed-before-decision', date: document.date })
  if (Date.parse(destroyedAt) > Date.parse(d.stamp.at)) return refuse({ code: 'moment-in-future', at: destroyedAt })
  const before = d.state.bundles.filter((one) => one.destroyed).map((one) => one.destroyed)
  const number = String(new Set(before).size + 1)
  const bundleIds = [...new Set(command.bundleIds)]
  return inOrder(d, command.type, [
    { ...command, type: 'bundlesDestroyed', bundleIds },
    requestFact(d.state, { kind: 'ballotDestructionMinutes', day: dayOf(destroyedAt), details: { destruction: number } }),
  ])
}

function destroyingProblem(d: Deciding, { document, destroyedAt }: CommandOf<'destroyBundles'>, bundleId: string): Refusal | undefined {
  const found = kept(d, bundleId)
  if ('code' in found) return found
  const { article } = ballotKeeping.months
  if (found.hold) return { code: 'bundle-on-hold', bundleId, heldOn: found.hold.heldOn, article }
  const until = keepUntil(d.state, found)
  if (until === undefined) return { code: 'bundle-case-undecided', article }
  if (dayOf(destroyedAt) <= until || dayOf(d.stamp.at) <= until)
    return { code: 'bundle-keeping-not-over', bundleId, keepUntil: until, article }
  if (document.date <= until) return { code: 'destroying-decided-early', date: document.date, keepUntil: until, article }
  return undefined
}
