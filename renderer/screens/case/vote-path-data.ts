// The votes of a case across its ballots, as the view tells them: what a role may not know is not in the view, so it cannot be drawn.
import type { CaseView, ConferenceView, StepView } from '../../../workflows/procedure/case-view.ts'

export type VotePoint = {
  readonly name: string
  readonly votes: number
  /** Of the base, 0 to 1: where the point stands. The number people read is `percent`. */
  readonly share: number
  readonly percent: string
  readonly goesOn: boolean
}
export type VoteColumn = {
  readonly key: string
  readonly stepNo: number
  readonly standing: 'counted' | 'sealed' | 'waiting'
  readonly base?: { readonly name: 'convened' | 'present' | 'membersTotal'; readonly value: number }
  /** Empty for a sealed ballot: its result is in no view (`procedure/seal-opening.ts`). */
  readonly points: readonly VotePoint[]
  readonly carriesFrom30: boolean
}
/** Two ballots, one after the other, that put the same people in another order (procedure.md 2.3: it can stop the case). */
export type VoteDifference = { readonly before: VoteColumn; readonly now: VoteColumn }

const fold = (name: string) => name.normalize('NFC')

/** The name as the case knows the person: a slip may write it with a birth year beside it. */
export function personNames(view: CaseView): ReadonlyMap<string, string> {
  return new Map(view.nominees.map((nominee) => [fold(nominee.ballotName), nominee.name]))
}

export function voteColumns(view: CaseView): readonly VoteColumn[] {
  const held = [...view.pastConferences, ...(view.conference === undefined ? [] : [view.conference])]
  return view.steps
    .filter((step) => step.kind === 'conference' && step.ballot !== undefined)
    .map((step) =>
      columnOf(
        step,
        held.find((one) => one.conferenceId === step.conferenceId),
      ),
    )
}

function columnOf(step: StepView, conference: ConferenceView | undefined): VoteColumn {
  const result = conference?.result
  const isSealed = step.isSealed || conference?.isSealed === true
  const common = { key: step.key, stepNo: step.stepNo ?? 0, carriesFrom30: step.ballot?.carriesFrom30 ?? false }
  if (result === undefined) return { ...common, standing: isSealed ? 'sealed' : 'waiting', points: [] }
  const { judgement, entry } = result
  const votes = entry.votes ?? (entry.agree === undefined ? {} : { [Object.keys(judgement.percent)[0] ?? '']: entry.agree })
  const on = new Set([...judgement.selected, ...judgement.carried].map(fold))
  return {
    ...common,
    standing: isSealed ? 'sealed' : 'counted',
    base: judgement.base,
    points: Object.entries(votes).map(([name, count]) => ({
      name: fold(name),
      votes: count,
      share: judgement.base.value === 0 ? 0 : count / judgement.base.value,
      percent: judgement.percent[name] ?? '',
      goesOn: on.has(fold(name)),
    })),
  }
}

/** Differences between ballots whose numbers stand side by side; `shown`: the columns whose points are drawn. */
export function differencesOf(shown: readonly VoteColumn[]): readonly VoteDifference[] {
  return shown.slice(1).flatMap((now, index) => {
    const before = shown[index]
    return before !== undefined && isAnotherOrder(before, now) ? [{ before, now }] : []
  })
}

function isAnotherOrder(before: VoteColumn, now: VoteColumn): boolean {
  const votesNow = new Map(now.points.map((point) => [point.name, point.votes]))
  const both = before.points.flatMap((point) => {
    const later = votesNow.get(point.name)
    return later === undefined ? [] : [{ first: point.votes, second: later }]
  })
  return both.some((one, index) =>
    both.slice(index + 1).some((other) => Math.sign(one.first - other.first) !== Math.sign(one.second - other.second)),
  )
}

/** How the front of a ballot stood: who was ahead and by how many, or who was level. */
export function frontOf({ points }: VoteColumn): { readonly names: readonly string[]; readonly ahead: number } {
  const sorted = [...points].sort((one, other) => other.votes - one.votes)
  const most = sorted[0]?.votes ?? 0
  const names = sorted.filter((point) => point.votes === most).map((point) => point.name)
  const next = sorted[names.length]?.votes
  return { names, ahead: names.length > 1 || next === undefined ? 0 : most - next }
}

/** The given name where it tells people apart, else as many words from the end as it takes. */
export function shortNames(names: readonly string[]): ReadonlyMap<string, string> {
  const tail = (name: string, words: number) => name.split(/\s+/).slice(-words).join(' ')
  return new Map(
    names.map((name) => {
      const longest = name.split(/\s+/).length
      for (let words = 1; words < longest; words += 1)
        if (names.every((other) => other === name || tail(other, words) !== tail(name, words))) return [name, tail(name, words)] as const
      return [name, name] as const
    }),
  )
}
