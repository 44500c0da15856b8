// Arithmetic of one count (procedure.md 2.1): what is left out, what cannot be, and what must be explained. Used while one types.
import { ok, type Result, refuse } from '../core/result.ts'
import type { ResolvedStage } from '../rulebooks/types.ts'
import type { Count, CountRefusal, CountWarning, JudgementContext, JudgementInput } from './judgement.ts'

export type GivenCount = JudgementInput['count']
/** One line of the slip and what it got. `isNamed` false: the one person of an agree-or-disagree ballot whose name was not given. */
export type Line = { readonly name: string; readonly votes: number; readonly isNamed: boolean }
export type CheckedTally = {
  readonly count: Count
  /** Most votes first, then by name: the order never depends on how the input was written. */
  readonly lines: readonly Line[]
  readonly warnings: readonly CountWarning[]
}

const atLeast0 = (difference: number): number => Math.max(0, difference)
const total = (votes: Readonly<Record<string, number>>): bigint => Object.values(votes).reduce((sum, one) => sum + BigInt(one), 0n)
/** A sum of readable counts may itself be too big for a number: then its digits. */
const plain = (sum: bigint): number | string => (sum <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(sum) : sum.toString())

/** Does each voter agree or disagree with each person, rather than choose among them (procedure.md 2.2)? */
export function isOpinionForm(rule: ResolvedStage, given: GivenCount, context: JudgementContext = {}): boolean {
  const method = rule.ballot?.rule.method
  if (method === 'approval' || method === 'consultation') return true
  if (method !== 'decision') return false
  return statesOpinions(given) || context.carriedFrom?.length === 1
}

const statesOpinions = ({ agree, disagree, noOpinion }: GivenCount): boolean =>
  agree !== undefined || disagree !== undefined || noOpinion !== undefined

/** Fills in what was left out, as the `tally` command says: nothing missing, nothing lost, the rest blank. */
export function completeCount(given: GivenCount, rule: ResolvedStage, context: JudgementContext = {}): Count {
  const excusedForceMajeure = given.excusedForceMajeure ?? 0
  const convened = given.convenedRaw - excusedForceMajeure
  const prepared = rule.ballotsPreparedEqualConvened.value ? convened : given.present
  const issued = given.ballotsIssued ?? given.present
  const collected = given.ballotsCollected ?? issued
  const invalid = given.ballotsInvalid ?? (given.ballotsValid === undefined ? 0 : atLeast0(collected - given.ballotsValid))
  const valid = given.ballotsValid ?? atLeast0(collected - invalid)
  const votes = given.votes ?? {}
  const sum = total(votes)
  const rest = isOpinionForm(rule, given, context) || sum > BigInt(valid) ? 0 : valid - Number(sum)
  return {
    membersTotal: given.membersTotal ?? given.convenedRaw,
    convenedRaw: given.convenedRaw,
    excusedForceMajeure,
    present: given.present,
    ballotsPrepared: given.ballotsPrepared ?? prepared,
    ballotsIssued: issued,
    ballotsCollected: collected,
    ballotsValid: valid,
    ballotsInvalid: invalid,
    ballotsBlank: given.ballotsBlank ?? rest,
    seats: given.seats ?? 1,
    votes,
    ...(given.agree !== undefined && { agree: given.agree }),
    ...(given.disagree !== undefined && { disagree: given.disagree }),
    ...(given.noOpinion !== undefined && { noOpinion: given.noOpinion }),
  }
}

export const convenedOf = (count: Count): number => count.convenedRaw - count.excusedForceMajeure

/** Completes the count, then the hard errors of 2.1 in their order (the list is closed), then what must be explained. */
export function checkTally(given: GivenCount, rule: ResolvedStage, context: JudgementContext = {}): Result<CheckedTally, CountRefusal> {
  const count = completeCount(given, rule, context)
  const isChoice = !isOpinionForm(rule, given, context)
  const lines = linesOf(count, context, isChoice)
  const refusal = presenceError(count) ?? boxError(count) ?? votesError(count, lines, isChoice) ?? excuseError(count, rule)
  if (refusal) return refuse(refusal)
  return ok({ count, lines, warnings: warningsOf(count, given, rule, isChoice) })
}

function presenceError(count: Count): CountRefusal | undefined {
  const { present, ballotsPrepared, ballotsIssued, ballotsCollected } = count
  const convened = convenedOf(count)
  if (present > convened) return { code: 'present-exceeds-convened', present, convened }
  if (ballotsPrepared < ballotsIssued) return { code: 'prepared-below-issued', ballotsPrepared, ballotsIssued }
  if (ballotsIssued > present) return { code: 'issued-exceeds-present', ballotsIssued, present }
  if (ballotsCollected > ballotsIssued) return { code: 'collected-exceeds-issued', ballotsCollected, ballotsIssued }
  return undefined
}

function boxError({ ballotsValid, ballotsInvalid, ballotsCollected }: Count): CountRefusal | undefined {
  return BigInt(ballotsValid) + BigInt(ballotsInvalid) === BigInt(ballotsCollected)
    ? undefined
    : { code: 'valid-and-invalid-differ-from-collected', ballotsValid, ballotsInvalid, ballotsCollected }
}

function votesError(count: Count, lines: readonly Line[], isChoice: boolean): CountRefusal | undefined {
  const { ballotsValid, ballotsBlank, seats, agree, disagree, noOpinion } = count
  const over = lines.find((line) => line.votes > ballotsValid)
  if (over) return { code: 'votes-exceed-valid', name: over.name, votes: over.votes, ballotsValid }
  if (isChoice) {
    const sum = total(count.votes)
    if (sum > BigInt(seats) * BigInt(ballotsValid)) return { code: 'votes-sum-exceeds-valid', sum: plain(sum), seats, ballotsValid }
    if (seats === 1 && sum + BigInt(ballotsBlank) !== BigInt(ballotsValid)) {
      return { code: 'votes-and-blank-differ-from-valid', sum: plain(sum), ballotsBlank, ballotsValid }
    }
  }
  if (agree !== undefined && disagree !== undefined && noOpinion !== undefined) {
    const sum = BigInt(agree) + BigInt(disagree) + BigInt(noOpinion)
    if (sum !== BigInt(ballotsValid)) return { code: 'opinions-differ-from-valid', agree, disagree, noOpinion, ballotsValid }
  }
  return undefined
}

function excuseError({ excusedForceMajeure }: Count, rule: ResolvedStage): CountRefusal | undefined {
  return excusedForceMajeure > 0 && !rule.forceMajeureReducesBase.value
    ? { code: 'force-majeure-not-in-rulebook', excusedForceMajeure, rulebook: rule.rulebook }
    : undefined
}

function warningsOf(count: Count, given: GivenCount, rule: ResolvedStage, isChoice: boolean): readonly CountWarning[] {
  const { ballotsCollected, ballotsIssued, ballotsPrepared, ballotsBlank, present, seats } = count
  const convened = convenedOf(count)
  const warnings: CountWarning[] = []
  if (ballotsCollected < ballotsIssued) warnings.push({ code: 'ballots-missing', missing: ballotsIssued - ballotsCollected })
  if (rule.ballotsPreparedEqualConvened.value) {
    if (ballotsPrepared !== convened) warnings.push({ code: 'prepared-differs-from-convened', ballotsPrepared, convened })
    if (ballotsIssued < present) warnings.push({ code: 'issued-below-present', ballotsIssued, present })
  }
  if (isChoice && seats === 1 && given.ballotsBlank === undefined && ballotsBlank > 0) {
    warnings.push({ code: 'rest-counted-as-blank', ballotsBlank })
  }
  return warnings
}

/** Who got how much. An agree without a name stands under the only name that was sent on, else under `agree`. */
function linesOf({ votes, agree }: Count, { carriedFrom = [] }: JudgementContext, isChoice: boolean): readonly Line[] {
  const named = Object.entries(votes).map(([name, got]) => ({ name, votes: got, isNamed: true }))
  if (isChoice || named.length > 0 || agree === undefined) return named.sort(byVotes)
  const [only, second] = carriedFrom
  return only !== undefined && second === undefined
    ? [{ name: only, votes: agree, isNamed: true }]
    : [{ name: 'agree', votes: agree, isNamed: false }]
}

export const byVotes = (a: Line, b: Line): number => b.votes - a.votes || (a.name < b.name ? -1 : 1)
