// What a count means (procedure.md 2.2-2.6, 3.1, 3.3, 9.1): rulebook + stage + tally = an outcome with the clause that decided it. Pure and total.
import { ok, type Result, refuse, unreachable } from '../core/result.ts'
import { stageRule } from '../rulebooks/index.ts'
import { resolveStage } from '../rulebooks/resolve.ts'
import type { Ballot, BallotRule, BaseName, OverlayId, ResolvedStage, Ruled } from '../rulebooks/types.ts'
import type { Count, CountRefusal, Judgement, JudgementContext, JudgementInput, OutcomeKind } from './judgement.ts'
import { percentText } from './percent.ts'
import { quorumMet } from './quorum.ts'
import { fillSeats, thirtyOrMore, twoHighest } from './ranking.ts'
import { byVotes, type CheckedTally, checkTally, convenedOf, type Line } from './tally.ts'
import { exactlyHalf, passes } from './threshold.ts'

/**
 * The shipped rule of a stage as the settings in the context leave it; `undefined` where the rulebook has no such ballot.
 * `actionProgram` among the settings says that its overlay is on.
 */
export function ruleFor(input: Omit<JudgementInput, 'count'>): ResolvedStage | undefined {
  const stage = stageRule(input.rulebook, input.procedure, input.stage)
  if (!stage?.ballot) return undefined
  const settings = input.context?.settings ?? {}
  const overlays: readonly OverlayId[] = settings.actionProgram === undefined ? [] : ['OV-AP2021']
  return resolveStage(stage, { rulebook: input.rulebook, settings, overlays })
}

/** Judges a count by the shipped rulebook and the settings of its context. */
export function judge(input: JudgementInput): Result<Judgement, CountRefusal> {
  const rule = ruleFor(input)
  return rule ? judgeBy(rule, input) : refuse({ code: 'stage-not-in-rulebook', stage: input.stage, rulebook: input.rulebook })
}

/** Judges a count by a rule as it stands on record: nothing else is looked up. */
export function judgeBy(
  rule: ResolvedStage,
  { count, context = {} }: Pick<JudgementInput, 'count' | 'context'>,
): Result<Judgement, CountRefusal> {
  const { ballot } = rule
  if (!ballot) return refuse({ code: 'stage-not-in-rulebook', stage: rule.key, rulebook: rule.rulebook })
  const checked = checkTally(count, rule, context)
  if (!checked.ok) return checked
  const base = { name: ballot.base.value, value: baseOf(ballot.base.value, checked.value.count) }
  if (!isQuorate(rule, checked.value.count)) return ok(notQuorate(rule, base))
  const stranger = strangerIn(checked.value.lines, ballot, context)
  if (stranger) return refuse({ code: 'name-not-on-list', name: stranger.name })
  const verdict = verdictOf({ rule, ballot, ballotRule: ballot.rule, ...checked.value, base: base.value, context })
  if (!verdict.ok) return verdict
  const { outcome, selected, carried, cited, next } = verdict.value
  return ok({
    outcome,
    selected: namesOf(selected),
    carried: namesOf(carried),
    base,
    percent: Object.fromEntries(checked.value.lines.map((line) => [line.name, percentText(line.votes, base.value)])),
    announced: ballot.announce.value !== 'no',
    clause: cited.article,
    next,
  })
}

function baseOf(name: BaseName, count: Count): number {
  return name === 'convened' ? convenedOf(count) : count[name]
}

/** Without the two thirds (C-06) somebody must still be there. */
function isQuorate(rule: ResolvedStage, count: Count): boolean {
  return rule.quorumRequired.value ? quorumMet(count.present, convenedOf(count), rule.quorum.value) : count.present > 0
}

const notQuorate = (rule: ResolvedStage, base: Judgement['base']): Judgement => ({
  outcome: 'notQuorate',
  selected: [],
  carried: [],
  base,
  percent: {},
  announced: false,
  clause: rule.quorum.article,
  next: rule.key,
})

/** A name that may not be on this slip. An approval is of one person: a second name is a stranger there. */
function strangerIn(lines: readonly Line[], { outsideNames, rule }: Ballot, { carriedFrom }: JudgementContext): Line | undefined {
  const named = lines.filter((line) => line.isNamed)
  if (carriedFrom && outsideNames.value === 'no') {
    const stranger = named.find((line) => !carriedFrom.includes(line.name))
    if (stranger) return stranger
  }
  return rule.method === 'approval' ? named[1] : undefined
}

type Verdict = {
  readonly outcome: OutcomeKind
  readonly selected: readonly Line[]
  readonly carried: readonly Line[]
  readonly cited: Ruled<unknown>
  readonly next: Judgement['next']
}
type Case = CheckedTally & {
  readonly rule: ResolvedStage
  readonly ballot: Ballot
  readonly base: number
  readonly context: JudgementContext
}
type CaseOf<M extends BallotRule['method']> = Case & { readonly ballotRule: Extract<BallotRule, { method: M }> }
type Judged = Result<Verdict, CountRefusal>

/** Where an outcome names nobody. */
const nobody: readonly Line[] = []
const namesOf = (lines: readonly Line[]): readonly string[] => lines.filter((line) => line.isNamed).map((line) => line.name)
const zeroLines = (names: readonly string[]): readonly Line[] => names.map((name) => ({ name, votes: 0, isNamed: true }))

const goesOn = (
  rule: ResolvedStage,
  outcome: OutcomeKind,
  selected: readonly Line[],
  carried: readonly Line[],
  cited: Ruled<unknown>,
): Judged => ok({ outcome, selected, carried, cited, next: rule.next })
const stays = (outcome: OutcomeKind, carried: readonly Line[], cited: Ruled<unknown>): Judged =>
  ok({ outcome, selected: nobody, carried, cited, next: null })

function verdictOf(one: Case & { readonly ballotRule: BallotRule }): Judged {
  const { ballotRule } = one
  switch (ballotRule.method) {
    case 'nomination':
      return nominate({ ...one, ballotRule })
    case 'divergence':
      return settleDivergence({ ...one, ballotRule })
    case 'consultation':
      return consult(one)
    case 'decision':
      return decide({ ...one, ballotRule })
    case 'approval':
      return approve({ ...one, ballotRule })
    default:
      return unreachable(ballotRule)
  }
}

/** Those who pass, as far as there are seats. Two for one seat can only be where more people vote than there are members (2.2). */
function winnersOf({ lines, base, count: { seats } }: Case, pass: Parameters<typeof passes>[0]): Result<readonly Line[], CountRefusal> {
  const passers = lines.filter((line) => passes(pass, line.votes, base))
  if (seats === 1 && passers.length > 1) return refuse({ code: 'more-winners-than-seats', winners: passers.length, seats })
  return ok(fillSeats(passers, seats))
}

/** Nomination (2.3): over half is selected; the seats left open, or all of them, by the carry rule among the others. */
function nominate(one: CaseOf<'nomination'>): Judged {
  const { ballotRule, lines, base, count, context } = one
  const winners = winnersOf(one, ballotRule.pass)
  if (!winners.ok) return winners
  const selected = winners.value
  if (selected.length === count.seats) return orDivergence(one, 'selected', selected, nobody, ballotRule.pass)
  const others = lines.filter((line) => !selected.includes(line))
  const { ahead, level } =
    ballotRule.carry.value === 'top2' ? twoHighest(others) : { ahead: carriedOf(ballotRule, others, base), level: nobody }
  if (level.length > 0 && ballotRule.tieAtCut?.value === 'headSelects' && selected.length === 0) {
    return stays(context.headVacant ? 'reported' : 'headDecides', level, ballotRule.tieAtCut)
  }
  const carried = [...ahead, ...level]
  if (selected.length > 0) return orDivergence(one, 'selected', selected, carried, ballotRule.pass)
  if (carried.length === 0) return stays('stopped', nobody, ballotRule.carry)
  return orDivergence(one, 'carried', nobody, carried, ballotRule.carry)
}

const carriedOf = (rule: CaseOf<'nomination'>['ballotRule'], others: readonly Line[], base: number): readonly Line[] =>
  rule.carry.value === 'atLeast30' ? thirtyOrMore(others, base) : []

/** The second leadership conference with somebody who was not introduced at the expanded one (C-20, C-21). */
function orDivergence(
  { rule, context: { carriedFrom } }: Case,
  outcome: 'selected' | 'carried',
  selected: readonly Line[],
  carried: readonly Line[],
  cited: Ruled<unknown>,
): Judged {
  const isNew = (line: Line) => carriedFrom !== undefined && !carriedFrom.includes(line.name)
  if (!rule.divergence || ![...selected, ...carried].some(isNew)) return goesOn(rule, outcome, selected, carried, cited)
  return rule.divergence.value === 'ballot'
    ? ok({ outcome: 'divergenceBallot', selected, carried, cited: rule.divergence, next: 'divergenceBallot' })
    : ok({ outcome: 'awaitingDirection', selected, carried, cited: rule.divergence, next: null })
}

/** Two thirds of all members, or stop (C-21): who has them goes on alone. */
function settleDivergence(one: CaseOf<'divergence'>): Judged {
  const winners = winnersOf(one, one.ballotRule.pass)
  if (!winners.ok) return winners
  return winners.value.length > 0
    ? goesOn(one.rule, 'selected', winners.value, nobody, one.ballotRule.pass)
    : stays('stopped', nobody, one.ballotRule.pass)
}

/** Consultative: nobody is left behind, a name without a single agree included. */
function consult({ rule, lines, context: { carriedFrom = [] } }: Case): Judged {
  const missing = carriedFrom.filter((name) => !lines.some((line) => line.name === name))
  return goesOn(rule, 'consulted', nobody, [...lines, ...zeroLines(missing)].toSorted(byVotes), rule.clause)
}

/** Decision (2.4): over half; two people level at exactly half go to the head; everything else is reported upward. */
function decide(one: CaseOf<'decision'>): Judged {
  const { rule, ballotRule, lines, base, context } = one
  const winners = winnersOf(one, ballotRule.pass)
  if (!winners.ok) return winners
  if (winners.value.length > 0) return goesOn(rule, 'selected', winners.value, nobody, ballotRule.pass)
  const halves = lines.filter((line) => exactlyHalf(line.votes, base))
  if (halves.length === 2) return breakTie(one, halves)
  const candidates = new Set([...lines.map((line) => line.name), ...(context.carriedFrom ?? [])])
  const isSingle = lines.some((line) => !line.isNamed) || candidates.size === 1
  if (halves.length === 1 && isSingle) {
    const { singleExactlyHalf, tieHeadVacant } = ballotRule
    if (singleExactlyHalf.value === 'notSelected') return stays('notSelected', nobody, singleExactlyHalf)
    return context.headVacant ? stays('reported', halves, tieHeadVacant) : stays('headDecides', halves, singleExactlyHalf)
  }
  return stays('notSelected', nobody, ballotRule.pass)
}

function breakTie({ rule, ballotRule, context }: CaseOf<'decision'>, level: readonly Line[]): Judged {
  const { tieOfTwoAtHalf, tieHeadVacant } = ballotRule
  if (context.headVacant) return stays('reported', level, tieHeadVacant)
  if (tieOfTwoAtHalf.value === 'headChooses') return stays('headDecides', level, tieOfTwoAtHalf)
  const introduced = level.find((line) => line.name === context.introducedByHead)
  return introduced ? goesOn(rule, 'selected', [introduced], nobody, tieOfTwoAtHalf) : stays('reported', level, tieOfTwoAtHalf)
}

/** One person, agree or disagree, three ways (3.3.2): over half, exactly half, under half. */
function approve({ rule, ballotRule, lines, base, context }: CaseOf<'approval'>): Judged {
  const [person] = lines
  const agreed = person?.votes ?? 0
  const named = person ? [person] : nobody
  if (passes(ballotRule.pass, agreed, base)) return goesOn(rule, 'passed', named, nobody, ballotRule.pass)
  if (!exactlyHalf(agreed, base)) return stays('reported', nobody, ballotRule.under)
  if (ballotRule.exactlyHalf.value === 'reported') return stays('reported', nobody, ballotRule.exactlyHalf)
  return context.headVacant
    ? stays('reported', named, ballotRule.exactlyHalfHeadVacant)
    : stays('headDecides', named, ballotRule.exactlyHalf)
}
