// Random counts for the law, leaning on its borders: two thirds, half, thirty percent, ties, seats, and the largest numbers.
import fc from 'fast-check'
import type { JudgementContext, JudgementInput } from '../../workflows/conference/judgement.ts'
import type { GivenCount } from '../../workflows/conference/tally.ts'
import { stageRule } from '../../workflows/rulebooks/index.ts'
import type { CaseSettings } from '../../workflows/rulebooks/settings.ts'
import { isSettingName, settingScopes } from '../../workflows/rulebooks/settings-for.ts'
import {
  type ProcedureKind,
  procedureKinds,
  type RulebookId,
  rulebookIds,
  type StageKey,
  stageKeys,
} from '../../workflows/rulebooks/types.ts'

const people = ['Ân', 'Bình', 'Cường', 'Dũng', '__proto__', '7']
const big = Number.MAX_SAFE_INTEGER

/** Around the borders of the law, as far as they are whole numbers of 0 and up. */
const near = (base: number): fc.Arbitrary<number> => {
  const borders = [0, 1, base, base / 2, (base * 3) / 10, (base * 2) / 3, base / 3, base / 4].flatMap((one) => [
    Math.floor(one) - 1,
    Math.floor(one),
    Math.floor(one) + 1,
  ])
  return fc.constantFrom(...borders.filter((one) => one >= 0 && one <= big))
}

const upTo = (most: number): fc.Arbitrary<number> => fc.oneof(near(most), fc.integer({ min: 0, max: Math.max(0, most) }))

const allSettings: fc.Arbitrary<Partial<CaseSettings>> = fc.record(
  {
    blankIs: fc.constantFrom('invalid' as const, 'validBlank' as const),
    noOpinionIs: fc.constantFrom('valid' as const, 'invalid' as const),
    candidateVotes: fc.boolean(),
    singleCandidateExactlyHalf: fc.constantFrom('notSelected' as const, 'headDecides' as const),
    tieAtCut: fc.constantFrom('includeAllTied' as const, 'headSelects' as const),
    writeInAllowed: fc.boolean(),
    carryRule: fc.constantFrom('atLeast30' as const, 'top2' as const),
    quorumRequired: fc.boolean(),
    announceDecisionResult: fc.boolean(),
    actionProgram: fc.boolean().map((ap2b) => ({
      pagesMax: 5,
      handInWorkingDays: 3,
      talkMinutes: 10,
      questionMinutes: 10,
      order: 'lot' as const,
      othersWaitOutside: true,
      ap2b,
    })),
  },
  { requiredKeys: [] },
)

/** Those the rulebook knows. */
const settingsOf = (rulebook: RulebookId): fc.Arbitrary<Partial<CaseSettings>> =>
  allSettings.map((all) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => isSettingName(name) && settingScopes[name].rulebooks.includes(rulebook))),
  )

/** Only at the second leadership conference is a stranger a matter of law; elsewhere he is mostly refused at once. */
const contextOf = (rulebook: RulebookId, stage: StageKey): fc.Arbitrary<JudgementContext> =>
  fc.record(
    {
      carriedFrom: fc.oneof(
        { weight: stage === 'leadershipReview' ? 8 : 1, arbitrary: fc.uniqueArray(fc.constantFrom(...people), { maxLength: 5 }) },
        { weight: 12, arbitrary: fc.constant(people) },
        { weight: 1, arbitrary: fc.constant(['Ân']) },
      ),
      introducedByHead: fc.constantFrom(...people.slice(0, 3)),
      headVacant: fc.boolean(),
      settings: settingsOf(rulebook),
    },
    { requiredKeys: [] },
  )

/** Shapes that meet a border exactly: two level at half, one alone at half, three level, thirty percent to a vote, two thirds to a vote. */
const shapes = (base: number): readonly (readonly number[])[] => {
  const half = Math.floor(base / 2)
  const thirty = Math.ceil(base * 0.3)
  const third = Math.floor(base / 3)
  return [
    [half, half],
    [half],
    [half, base - half],
    [half + 1, base - half - 1],
    [half + 1, half + 1],
    [third, third, third],
    [thirty, thirty, thirty],
    [thirty, thirty - 1, thirty],
    [Math.ceil((base * 2) / 3), third],
    [Math.ceil((base * 2) / 3) - 1, third],
    [third, Math.floor(third / 2), Math.floor(third / 2)],
    [half + 1, half + 1, half + 1],
    [half + 2, half + 1, half + 1],
    [base, half, half],
    [half, half, half],
  ].map((shape) => shape.map((votes) => Math.max(0, votes)))
}

/** Votes that mostly fit into the box. */
function votesOf(valid: number, base: number, seats: number): fc.Arbitrary<Record<string, number>> {
  const free = fc.array(fc.oneof(near(base), upTo(valid)), { maxLength: 5 })
  return fc
    .tuple(
      fc.shuffledSubarray(people, { minLength: 5, maxLength: 6 }),
      fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...shapes(base)) }, { weight: 1, arbitrary: free }),
      fc.constantFrom(true, ...Array.from({ length: 11 }, () => false)),
    )
    .map(([names, wanted, isSloppy]) => {
      let left = BigInt(valid) * BigInt(seats)
      const entries = wanted.map((wish, at) => {
        const votes = isSloppy ? wish : Math.min(wish, valid, Number(left > BigInt(big) ? BigInt(big) : left))
        left = left > BigInt(votes) ? left - BigInt(votes) : 0n
        return [names[at] ?? 'Ân', votes] as const
      })
      return Object.fromEntries(entries)
    })
}

const sometimes = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined, freq: 3 })

const mostly = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined, freq: 9 })
const zeros = (times: number): number[] => Array.from({ length: times }, () => 0)

const sizes = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 1, max: 12 }) },
  { weight: 12, arbitrary: fc.integer({ min: 1, max: 120 }) },
  { weight: 1, arbitrary: fc.integer({ min: big - 40, max: big }) },
)

const counts = (rulebook: RulebookId, ofOne: boolean): fc.Arbitrary<GivenCount> =>
  fc
    .record({
      convenedRaw: sizes,
      membersShift: sometimes(fc.integer({ min: -3, max: 3 })),
      excused: sometimes(rulebook === 'RB2026' ? fc.integer({ min: 0, max: 3 }) : fc.constantFrom(...zeros(30), 1)),
      seats: fc.constantFrom(undefined, undefined, 1, 1, 2, 3),
    })
    .chain((first) =>
      fc
        .record({
          present: fc.oneof(
            { weight: 6, arbitrary: fc.integer({ min: Math.ceil(first.convenedRaw * 0.66), max: first.convenedRaw }) },
            { weight: 1, arbitrary: near(first.convenedRaw) },
          ),
          lost: fc.constantFrom(...zeros(8), 1, 2),
          invalid: sometimes(fc.constantFrom(0, 0, 0, 1, 2)),
          slip: fc.constantFrom(...zeros(40), 1, 2, 3, 4),
        })
        .chain((second) => {
          const convenedRaw = first.convenedRaw
          const present = Math.max(0, Math.min(second.present - (first.excused ?? 0), big))
          const collected = Math.max(0, present - second.lost)
          const valid = Math.max(0, collected - (second.invalid ?? 0))
          const seats = first.seats ?? 1
          return fc
            .record({
              votes: mostly(
                votesOf(valid, rulebook === 'RB2026' ? present : convenedRaw, seats).map((all) => (ofOne ? onlyOne(all) : all)),
              ),
              opinions: sometimes(fc.tuple(upTo(valid), upTo(valid))),
              statesNoOpinion: fc.boolean(),
              states: fc.boolean(),
              prepared: sometimes(fc.constantFrom(...zeros(9), -1, 1)),
              blank: sometimes(fc.constantFrom(...zeros(15), 1)),
            })
            .map(({ votes, opinions, statesNoOpinion, states, prepared, blank }): GivenCount => {
              const sum = Object.values(votes ?? {}).reduce((all, one) => all + one, 0)
              const [agree, disagree] = opinions ?? []
              const rest = valid - (agree ?? 0) - (disagree ?? 0)
              return {
                convenedRaw,
                present,
                ...(first.membersShift !== undefined && { membersTotal: Math.min(big, Math.max(1, convenedRaw + first.membersShift)) }),
                ...(first.excused !== undefined && { excusedForceMajeure: first.excused }),
                ...(first.seats !== undefined && { seats: first.seats }),
                ...(prepared !== undefined && { ballotsPrepared: Math.min(big, Math.max(0, convenedRaw + prepared)) }),
                ...((states || second.slip === 1) && { ballotsIssued: present + (second.slip === 1 ? 1 : 0) }),
                ...((second.lost > 0 || second.slip === 2) && { ballotsCollected: collected + (second.slip === 2 ? 3 : 0) }),
                ...(second.invalid !== undefined && { ballotsInvalid: second.invalid + (second.slip === 3 ? 1 : 0) }),
                ...(states && { ballotsValid: valid }),
                ...(votes && { votes }),
                ...(blank !== undefined && { ballotsBlank: Math.max(0, valid - sum) + blank }),
                ...(opinions && { agree: Math.min(agree ?? 0, big), disagree: disagree ?? 0 }),
                ...(opinions && statesNoOpinion && rest >= 0 && { noOpinion: rest + (second.slip === 4 ? 1 : 0) }),
              }
            })
        }),
    )

const stagesOf = (rulebook: RulebookId, procedure: ProcedureKind): readonly StageKey[] =>
  stageKeys.filter((key) => stageRule(rulebook, procedure, key)?.ballot)

const isOfOne = (rulebook: RulebookId, procedure: ProcedureKind, stage: StageKey): boolean =>
  stageRule(rulebook, procedure, stage)?.ballot?.rule.method === 'approval'
/** Mostly the first name alone: an approval is of one person. Two names stay now and then, told by their votes. */
const onlyOne = (votes: Record<string, number>): Record<string, number> => {
  const [first, second] = Object.entries(votes)
  return first && (second?.[1] ?? 0) % 7 !== 3 ? Object.fromEntries([first]) : votes
}

/** One in twenty asks for a stage that may not be in the rulebook. */
export const anyConference: fc.Arbitrary<JudgementInput> = fc
  .tuple(fc.constantFrom(...rulebookIds), fc.constantFrom(...procedureKinds, 'appointmentOnSite' as const))
  .chain(([rulebook, procedure]) =>
    fc
      .oneof(
        { weight: 19, arbitrary: fc.constantFrom(...stagesOf(rulebook, procedure)) },
        { weight: 1, arbitrary: fc.constantFrom(...stageKeys) },
      )
      .chain((stage) =>
        fc.record(
          {
            rulebook: fc.constant(rulebook),
            procedure: fc.constant(procedure),
            stage: fc.constant(stage),
            count: counts(rulebook, isOfOne(rulebook, procedure, stage)),
            context: contextOf(rulebook, stage),
          },
          { requiredKeys: ['rulebook', 'procedure', 'stage', 'count'] },
        ),
      ),
  )
