// The slow, obvious judge: procedure.md 1.4, 1.5, 2.1-2.5, 3.3 and the table of the `tally` command read off line by line.
// It shares no code with the law (only the shapes), works in fractions, and knows no clause.
import type { CountRefusalCode, Judgement, JudgementInput } from '../../workflows/conference/judgement.ts'

export type Verdict = Omit<Judgement, 'clause'> | { readonly refusal: CountRefusalCode }

type Rational = readonly [over: bigint, under: bigint]
const fraction = (votes: number, base: number): Rational => [BigInt(votes), BigInt(base)]
const compare = ([a, b]: Rational, [c, d]: Rational): number => (a * d > c * b ? 1 : a * d < c * b ? -1 : 0)
const half: Rational = [1n, 2n]
const thirtyPercent: Rational = [3n, 10n]
const twoThirds: Rational = [2n, 3n]

type Row = {
  readonly ballot: 'names' | 'opinion' | 'decision' | 'one person'
  readonly base: 'convened' | 'present' | 'membersTotal'
  readonly carry?: 'two highest' | '30%' | 'nobody'
  readonly stranger?: 'welcome' | 'setting'
  readonly half?: 'report' | 'head'
  readonly divergence?: 'ballot' | 'wait'
  readonly announce: 'yes' | 'no' | 'setting'
  readonly next: Judgement['next']
}

/** Table 1.5, one line for each ballot. */
const table: Readonly<Record<string, Row>> = (() => {
  const older = ['RB2022', 'RB2025a', 'RB2025b']
  const rows: [string, Row][] = [
    [
      'RB2017 on site expandedNomination',
      { ballot: 'names', base: 'convened', carry: 'two highest', stranger: 'setting', announce: 'no', next: 'leadershipReview' },
    ],
    [
      'RB2017 on site leadershipReview',
      {
        ballot: 'names',
        base: 'convened',
        carry: 'two highest',
        stranger: 'welcome',
        divergence: 'wait',
        announce: 'yes',
        next: 'keyOfficialsConsultation',
      },
    ],
    ['RB2017 on site keyOfficialsConsultation', { ballot: 'opinion', base: 'convened', announce: 'no', next: 'leadershipDecision' }],
    ['RB2017 on site leadershipDecision', { ballot: 'decision', base: 'membersTotal', announce: 'setting', next: 'submitted' }],
    [
      'RB2026 on site leadershipOrientation',
      { ballot: 'names', base: 'convened', carry: '30%', announce: 'yes', next: 'expandedNomination' },
    ],
    [
      'RB2026 on site expandedNomination',
      { ballot: 'names', base: 'convened', carry: '30%', announce: 'yes', next: 'keyOfficialsConsultation' },
    ],
    [
      'RB2026 on site keyOfficialsConsultation',
      { ballot: 'names', base: 'present', carry: 'nobody', announce: 'no', next: 'leadershipDecision' },
    ],
    ['RB2026 on site leadershipDecision', { ballot: 'decision', base: 'convened', announce: 'yes', next: 'submitted' }],
    [
      'RB2026 again keyOfficialsConsultation',
      { ballot: 'one person', base: 'present', half: 'head', announce: 'no', next: 'leadershipDecision' },
    ],
    ['RB2026 again leadershipDecision', { ballot: 'one person', base: 'convened', half: 'head', announce: 'yes', next: 'submitted' }],
  ]
  for (const book of older) {
    rows.push(
      [`${book} on site expandedNomination`, { ballot: 'names', base: 'convened', carry: '30%', announce: 'no', next: 'leadershipReview' }],
      [
        `${book} on site leadershipReview`,
        {
          ballot: 'names',
          base: 'convened',
          carry: '30%',
          stranger: 'welcome',
          divergence: 'ballot',
          announce: 'yes',
          next: 'keyOfficialsConsultation',
        },
      ],
      [`${book} on site divergenceBallot`, { ballot: 'names', base: 'membersTotal', announce: 'yes', next: 'keyOfficialsConsultation' }],
      [`${book} on site keyOfficialsConsultation`, { ballot: 'opinion', base: 'convened', announce: 'no', next: 'leadershipDecision' }],
      [`${book} on site leadershipDecision`, { ballot: 'decision', base: 'convened', announce: 'setting', next: 'submitted' }],
    )
  }
  for (const book of ['RB2017', ...older]) {
    rows.push(
      [
        `${book} again keyOfficialsConsultation`,
        { ballot: 'one person', base: 'convened', half: 'report', announce: 'no', next: 'leadershipDecision' },
      ],
      [
        `${book} again leadershipDecision`,
        { ballot: 'one person', base: 'membersTotal', half: 'head', announce: 'setting', next: 'submitted' },
      ],
    )
  }
  return Object.fromEntries(rows)
})()

/** Two decimals by long division, the third digit decides. */
function percent(votes: number, base: number): string {
  const thousandths = (BigInt(votes) * 100_000n) / BigInt(base)
  const digits = String((thousandths + 5n) / 10n).padStart(3, '0')
  return `${digits.slice(0, -2)},${digits.slice(-2)}`
}

export function oracle(input: JudgementInput): Verdict {
  const { rulebook, count: given, context = {} } = input
  const settings = context.settings ?? {}
  const row = table[`${rulebook} ${input.procedure === 'reappointment' ? 'again' : 'on site'} ${input.stage}`]
  if (!row) return { refusal: 'stage-not-in-rulebook' }
  const is2026 = rulebook === 'RB2026'
  const from = context.carriedFrom
  const vacant = context.headVacant === true

  // Numbers, with what the command fills in.
  const excused = given.excusedForceMajeure ?? 0
  const convened = given.convenedRaw - excused
  const members = given.membersTotal ?? given.convenedRaw
  const present = given.present
  const prepared = given.ballotsPrepared ?? (is2026 ? convened : present)
  const issued = given.ballotsIssued ?? present
  const collected = given.ballotsCollected ?? issued
  let invalid = given.ballotsInvalid
  if (invalid === undefined) invalid = given.ballotsValid === undefined ? 0 : Math.max(collected - given.ballotsValid, 0)
  const valid = given.ballotsValid ?? Math.max(collected - invalid, 0)
  const seats = given.seats ?? 1
  const opinionsStated = [given.agree, given.disagree, given.noOpinion].some((one) => one !== undefined)
  const eachPersonAlone =
    row.ballot === 'opinion' || row.ballot === 'one person' || (row.ballot === 'decision' && (opinionsStated || from?.length === 1))
  const people = Object.entries(given.votes ?? {}).map(([name, votes]) => ({ name, votes, known: true }))
  if (people.length === 0 && given.agree !== undefined && eachPersonAlone) {
    const only = from?.length === 1 ? from[0] : undefined
    people.push(only === undefined ? { name: 'agree', votes: given.agree, known: false } : { name: only, votes: given.agree, known: true })
  }
  const sum = people.reduce((all, one) => all + BigInt(one.votes), 0n)

  // The hard errors of 2.1, in order.
  if (present > convened) return { refusal: 'present-exceeds-convened' }
  if (prepared < issued) return { refusal: 'prepared-below-issued' }
  if (issued > present) return { refusal: 'issued-exceeds-present' }
  if (collected > issued) return { refusal: 'collected-exceeds-issued' }
  if (BigInt(valid) + BigInt(invalid) !== BigInt(collected)) return { refusal: 'valid-and-invalid-differ-from-collected' }
  if (people.some((one) => one.votes > valid)) return { refusal: 'votes-exceed-valid' }
  if (!eachPersonAlone && sum > BigInt(seats) * BigInt(valid)) return { refusal: 'votes-sum-exceeds-valid' }
  if (!eachPersonAlone && seats === 1 && given.ballotsBlank !== undefined && sum + BigInt(given.ballotsBlank) !== BigInt(valid)) {
    return { refusal: 'votes-and-blank-differ-from-valid' }
  }
  if (given.agree !== undefined && given.disagree !== undefined && given.noOpinion !== undefined) {
    if (BigInt(given.agree) + BigInt(given.disagree) + BigInt(given.noOpinion) !== BigInt(valid))
      return { refusal: 'opinions-differ-from-valid' }
  }
  if (excused > 0 && !is2026) return { refusal: 'force-majeure-not-in-rulebook' }

  // Quorum.
  const base = { name: row.base, value: { convened, present, membersTotal: members }[row.base] }
  const quorate = is2026 && settings.quorumRequired === false ? present > 0 : present > 0 && 3n * BigInt(present) >= 2n * BigInt(convened)
  if (!quorate) return { outcome: 'notQuorate', selected: [], carried: [], base, percent: {}, announced: false, next: input.stage }

  // Names that may not be there.
  const writeIn = row.stranger === 'setting' && settings.writeInAllowed !== false && settings.actionProgram === undefined
  const eligible = row.stranger === 'welcome' && settings.actionProgram?.ap2b !== true
  const strangers = people.filter((one) => one.known && from !== undefined && !from.includes(one.name))
  if (strangers.length > 0 && !writeIn && !eligible) return { refusal: 'name-not-on-list' }
  if (row.ballot === 'one person' && people.length > 1) return { refusal: 'name-not-on-list' }

  const ranked = [...people].sort((a, b) => (a.votes === b.votes ? (a.name < b.name ? -1 : 1) : b.votes - a.votes))
  const share = (one: { votes: number }) => fraction(one.votes, base.value)
  const names = (list: readonly { name: string; known: boolean }[]) => list.filter((one) => one.known).map((one) => one.name)
  const announced = row.announce === 'yes' || (row.announce === 'setting' && settings.announceDecisionResult !== false)
  const answer = (
    outcome: Judgement['outcome'],
    selected: readonly (typeof people)[number][],
    carried: readonly (typeof people)[number][],
    next: Judgement['next'],
  ): Verdict => ({
    outcome,
    selected: names(selected),
    carried: names(carried),
    base,
    percent: Object.fromEntries(people.map((one) => [one.name, percent(one.votes, base.value)])),
    announced,
    next,
  })

  if (row.ballot === 'opinion') {
    const silent = (from ?? []).filter((name) => !people.some((one) => one.name === name)).map((name) => ({ name, votes: 0, known: true }))
    const all = [...people, ...silent].sort((a, b) => (a.votes === b.votes ? (a.name < b.name ? -1 : 1) : b.votes - a.votes))
    return answer('consulted', [], all, 'leadershipDecision')
  }

  if (row.ballot === 'one person') {
    const agreed = ranked[0] ?? { name: '', votes: 0, known: false }
    const against = compare(share(agreed), half)
    if (against > 0) return answer('passed', [agreed], [], row.next)
    if (against < 0) return answer('reported', [], [], null)
    if (row.half === 'report') return answer('reported', [], [], null)
    return answer(vacant ? 'reported' : 'headDecides', [], [agreed], null)
  }

  // Who passes, and who of them fills a seat.
  const isDivergence = input.stage === 'divergenceBallot'
  const passing = ranked.filter((one) => (isDivergence ? compare(share(one), twoThirds) >= 0 : compare(share(one), half) > 0))
  if (seats === 1 && passing.length > 1) return { refusal: 'more-winners-than-seats' }
  const winners = passing.filter((one) => passing.length <= seats || passing.filter((other) => other.votes >= one.votes).length <= seats)

  if (isDivergence) return winners.length > 0 ? answer('selected', winners, [], row.next) : answer('stopped', [], [], null)

  if (row.ballot === 'decision') {
    if (winners.length > 0) return answer('selected', winners, [], 'submitted')
    const level = ranked.filter((one) => compare(share(one), half) === 0)
    if (level.length === 2) {
      if (vacant) return answer('reported', [], level, null)
      if (rulebook !== 'RB2017') return answer('headDecides', [], level, null)
      const introduced = level.filter((one) => one.name === context.introducedByHead)
      return introduced.length === 1 ? answer('selected', introduced, [], 'submitted') : answer('reported', [], level, null)
    }
    const alone = ranked.length === 1 && (ranked[0]?.known === false || (from ?? []).every((name) => name === ranked[0]?.name))
    if (level.length === 1 && alone && settings.singleCandidateExactlyHalf === 'headDecides') {
      return answer(vacant ? 'reported' : 'headDecides', [], level, null)
    }
    return answer('notSelected', [], [], null)
  }

  // Nomination: the seats left open by the carry rule among the others.
  const open = winners.length < seats
  const others = ranked.filter((one) => !winners.includes(one))
  const carry = row.carry === '30%' && rulebook === 'RB2022' && settings.carryRule === 'top2' ? 'two highest' : row.carry
  let carried: typeof others = []
  if (open && carry === '30%') carried = others.filter((one) => one.votes > 0 && compare(share(one), thirtyPercent) >= 0)
  if (open && carry === 'two highest') {
    // Anybody with votes whom fewer than two others beat.
    carried = others.filter((one) => one.votes > 0 && others.filter((other) => other.votes > one.votes).length < 2)
    if (carried.length > 2 && winners.length === 0 && rulebook === 'RB2017' && settings.tieAtCut === 'headSelects') {
      const lowest = Math.min(...carried.map((one) => one.votes))
      return answer(
        vacant ? 'reported' : 'headDecides',
        [],
        carried.filter((one) => one.votes === lowest),
        null,
      )
    }
  }
  if (winners.length === 0 && carried.length === 0) return answer('stopped', [], [], null)
  const someoneNew = [...winners, ...carried].some((one) => from !== undefined && !from.includes(one.name))
  if (row.divergence === 'ballot' && someoneNew) return answer('divergenceBallot', winners, carried, 'divergenceBallot')
  if (row.divergence === 'wait' && someoneNew) return answer('awaitingDirection', winners, carried, null)
  return answer(winners.length > 0 ? 'selected' : 'carried', winners, carried, row.next)
}
