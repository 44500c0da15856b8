// The count bundle by bundle: two accounts count each one blind, the law compares, and the sum goes the way of every count.
import type { Refusal } from '../core/refusal.ts'
import { refuse } from '../core/result.ts'
import type { CommandOf } from '../procedure/commands.ts'
import { type Decision, inOrder, outOfOrder } from '../procedure/deciding.ts'
import type { Meeting } from './agenda.ts'
import { bundleProblem } from './bundle-totals.ts'
import type { Held } from './convening.ts'
import { type BundleProgress, bundleSizes, isMatched, sameCount, sumOfBundles } from './count-bundles.ts'
import { judgeEntry } from './judging.ts'
import { ballotNames, namesOnBallot } from './names.ts'
import { type SlipForm, slipFormOf } from './slip-form.ts'

/** Names on the slips, then those written in by hand and introduced since: a line never changes its place. */
function linesOf({ plan, state, stage, conference }: Meeting): string[] {
  const printed = namesOnBallot(plan, state, stage, conference)
  return ballotNames(state, [...printed, ...conference.introduced.filter((id) => !printed.includes(id))])
}

/** What a slip of this meeting can say. */
export function formOf(meeting: Meeting): SlipForm {
  const { state, stage } = meeting
  return slipFormOf({
    method: stage.ballot?.rule.method ?? 'nomination',
    seats: state.opened.seats,
    names: linesOf(meeting),
    blankIs: state.settings.blankIs === 'validBlank' ? 'validBlank' : 'invalid',
  })
}

export function makeCountBundles({ d, meeting }: Held, command: CommandOf<'makeCountBundles'>): Decision {
  const { conferenceId, collected, bundles, phase } = meeting.conference
  if (phase !== 'collected' || !collected) return outOfOrder(d, command.type)
  if (bundles?.some(({ counts, attempt }) => counts.length > 0 || attempt > 1)) {
    return refuse({ code: 'count-bundles-under-way', bundles: bundles.length })
  }
  if (collected.collected === 0) return refuse({ code: 'no-slips-to-divide' })
  return inOrder(d, command.type, [{ type: 'countBundlesMade', conferenceId, sizes: [...bundleSizes(collected.collected, command.size)] }])
}

/** One bundle, counted by one account that has not counted it in this attempt (procedure.md 7.3). */
export function closeCountBundle({ d, meeting }: Held, command: CommandOf<'closeCountBundle'>): Decision {
  const { no, entry, type } = command
  const found = openFor(meeting, no, d.stamp.by)
  if ('code' in found) return refuse(found)
  const problem = bundleProblem(formOf(meeting), found.size, entry) ?? strangerIn(meeting, Object.keys(entry.votes ?? {}))
  if (problem) return refuse(problem)
  const [first] = found.counts
  const { conferenceId } = meeting.conference
  return inOrder(d, type, [
    {
      type: 'countBundleClosed',
      conferenceId,
      no,
      attempt: found.attempt,
      entry,
      ...(first && { agrees: sameCount(first.entry, entry) }),
    },
  ])
}

/** The bundle, if this account may count it now. */
export function openFor({ conference }: Pick<Meeting, 'conference'>, no: number, by: string): BundleProgress | Refusal {
  if (!conference.bundles) return { code: 'count-bundles-missing' }
  const bundle = conference.bundles[no - 1]
  if (!bundle) return { code: 'count-bundle-unknown', no, bundles: conference.bundles.length }
  if (isMatched(bundle)) return { code: 'count-bundle-matched', no }
  if (bundle.counts.some((one) => one.by === by)) return { code: 'same-person-counts', no }
  return bundle
}

function strangerIn(meeting: Meeting, names: readonly string[]): Refusal | undefined {
  const known = linesOf(meeting)
  const stranger = names.find((name) => !known.includes(name))
  return stranger === undefined ? undefined : { code: 'nominee-unknown', name: stranger }
}

export function sumCountBundles({ d, meeting }: Held, command: CommandOf<'sumCountBundles'>): Decision {
  const { bundles, conferenceId } = meeting.conference
  if (!bundles) return refuse({ code: 'count-bundles-missing' })
  const differing = numbered(bundles, ({ attempt, counts }) => attempt > 1 && counts.length < 2)
  if (differing.length > 0) return refuse({ code: 'bundle-differs', bundles: differing })
  const left = numbered(bundles, (one) => !isMatched(one))
  if (left.length > 0) return refuse({ code: 'count-bundles-not-whole', bundles: left })
  const { missingExplained } = command
  const entry = { ...sumOfBundles(bundles), ...(missingExplained !== undefined && { missingExplained }) }
  const judged = judgeEntry(meeting, entry)
  if (!judged.ok) return judged
  return inOrder(d, command.type, [{ type: 'countTyped', conferenceId, entry }])
}

const numbered = (bundles: readonly BundleProgress[], which: (one: BundleProgress) => boolean): string[] =>
  bundles.flatMap((one, index) => (which(one) ? [String(index + 1)] : []))

export function dropCountBundles({ d, meeting }: Held, command: CommandOf<'dropCountBundles'>): Decision {
  const { bundles, conferenceId } = meeting.conference
  if (!bundles) return refuse({ code: 'count-bundles-missing' })
  return inOrder(d, command.type, [{ type: 'countBundlesDropped', conferenceId, reason: command.reason }])
}
