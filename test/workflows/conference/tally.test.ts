// The arithmetic of a count: what is filled in, the closed list of hard errors in their order, and what must be explained (procedure.md 2.1).
import { describe, expect, test } from 'vitest'
import { checkTally, completeCount, type GivenCount } from '../../../workflows/conference/tally.ts'
import { stageRule } from '../../../workflows/rulebooks/index.ts'
import { resolveStage } from '../../../workflows/rulebooks/resolve.ts'
import type { ProcedureKind, ResolvedStage, RulebookId, StageKey } from '../../../workflows/rulebooks/types.ts'
import { countOf } from './counts.ts'

function rule(rulebook: RulebookId, key: StageKey, procedure: ProcedureKind = 'appointmentOnSite'): ResolvedStage {
  const stage = stageRule(rulebook, procedure, key)
  if (!stage) throw new Error(`${key} is not in ${rulebook}`)
  return resolveStage(stage, { rulebook, settings: {}, overlays: [] })
}
const nomination = rule('RB2022', 'expandedNomination')
const nomination2026 = rule('RB2026', 'expandedNomination')
const opinion = rule('RB2022', 'keyOfficialsConsultation')
const approval = rule('RB2022', 'leadershipDecision', 'reappointment')
const decision = rule('RB2022', 'leadershipDecision')
const divergence = rule('RB2022', 'divergenceBallot')

describe('what was left out', () => {
  test('is filled in: nothing missing, nothing lost, the rest blank', () => {
    expect(completeCount({ convenedRaw: 30, present: 27, votes: { A: 14, B: 9 } }, nomination)).toEqual({
      membersTotal: 30,
      convenedRaw: 30,
      excusedForceMajeure: 0,
      present: 27,
      ballotsPrepared: 27,
      ballotsIssued: 27,
      ballotsCollected: 27,
      ballotsValid: 27,
      ballotsInvalid: 0,
      ballotsBlank: 4,
      seats: 1,
      votes: { A: 14, B: 9 },
    })
  })

  test('in RB2026 as many ballots are prepared as people are convened, the excused taken off', () => {
    expect(completeCount({ convenedRaw: 30, excusedForceMajeure: 2, present: 27 }, nomination2026)).toMatchObject({ ballotsPrepared: 28 })
  })

  test.each<[GivenCount, Partial<GivenCount>]>([
    [countOf({ C: 9, P: 8, V: 6 }), { ballotsCollected: 8, ballotsInvalid: 2 }],
    [countOf({ C: 9, P: 8, X: 3 }), { ballotsValid: 5 }],
    [countOf({ C: 9, P: 8, I: 7 }), { ballotsCollected: 7, ballotsValid: 7 }],
    [countOf({ C: 9, P: 8, K: 6 }), { ballotsIssued: 8, ballotsValid: 6 }],
    [countOf({ C: 9, P: 8, V: 9 }), { ballotsInvalid: 0 }],
    [countOf({ C: 9, P: 8, X: 9 }), { ballotsValid: 0 }],
    [countOf({ C: 9, P: 8, members: 11, seats: 2, votes: { A: 9 } }), { membersTotal: 11, ballotsBlank: 0 }],
    [countOf({ C: 9, P: 8, votes: {} }), { ballotsBlank: 8 }],
    [countOf({ C: 9, P: 8 }), { votes: {}, ballotsBlank: 8 }],
  ])('%j becomes %j', (given, expected) => {
    expect(completeCount(given, nomination)).toMatchObject(expected)
  })

  test('where each person is agreed to alone, nobody is counted as blank; opinions stay as stated', () => {
    expect(completeCount(countOf({ C: 9, P: 8, votes: { A: 3, B: 2 } }), opinion)).toMatchObject({ ballotsBlank: 0 })
    const one = completeCount(countOf({ C: 9, P: 8, agree: 5, disagree: 2, noOpinion: 1 }), approval)
    expect(one).toMatchObject({ ballotsBlank: 0, agree: 5, disagree: 2, noOpinion: 1 })
    expect('agree' in completeCount(countOf({ C: 9, P: 8 }), approval)).toBe(false)
    expect('disagree' in completeCount(countOf({ C: 9, P: 8 }), approval)).toBe(false)
    expect('noOpinion' in completeCount(countOf({ C: 9, P: 8 }), approval)).toBe(false)
  })
})

/** Each breaks one rule more than the next: the first broken one in the order of 2.1 is named. */
const broken: readonly [GivenCount, Readonly<Record<string, number | string>>][] = [
  [
    {
      convenedRaw: 10,
      present: 11,
      ballotsPrepared: 11,
      ballotsIssued: 12,
      ballotsCollected: 13,
      ballotsValid: 9,
      ballotsInvalid: 1,
      votes: { A: 30 },
      excusedForceMajeure: 1,
    },
    { code: 'present-exceeds-convened', present: 11, convened: 9 },
  ],
  [
    {
      convenedRaw: 10,
      present: 9,
      ballotsPrepared: 11,
      ballotsIssued: 12,
      ballotsCollected: 13,
      ballotsValid: 9,
      ballotsInvalid: 1,
      votes: { A: 30 },
      excusedForceMajeure: 1,
    },
    { code: 'prepared-below-issued', ballotsPrepared: 11, ballotsIssued: 12 },
  ],
  [
    {
      convenedRaw: 10,
      present: 9,
      ballotsPrepared: 12,
      ballotsIssued: 12,
      ballotsCollected: 13,
      ballotsValid: 9,
      ballotsInvalid: 1,
      votes: { A: 30 },
      excusedForceMajeure: 1,
    },
    { code: 'issued-exceeds-present', ballotsIssued: 12, present: 9 },
  ],
  [
    {
      convenedRaw: 10,
      present: 9,
      ballotsIssued: 9,
      ballotsCollected: 13,
      ballotsValid: 9,
      ballotsInvalid: 1,
      votes: { A: 30 },
      excusedForceMajeure: 1,
    },
    { code: 'collected-exceeds-issued', ballotsCollected: 13, ballotsIssued: 9 },
  ],
  [
    { convenedRaw: 10, present: 9, ballotsCollected: 9, ballotsValid: 9, ballotsInvalid: 1, votes: { A: 30 }, excusedForceMajeure: 1 },
    { code: 'valid-and-invalid-differ-from-collected', ballotsValid: 9, ballotsInvalid: 1, ballotsCollected: 9 },
  ],
  [
    { convenedRaw: 10, present: 9, ballotsValid: 8, ballotsInvalid: 1, votes: { A: 30, B: 8 }, excusedForceMajeure: 1 },
    { code: 'votes-exceed-valid', name: 'A', votes: 30, ballotsValid: 8 },
  ],
  [
    { convenedRaw: 10, present: 9, ballotsValid: 8, ballotsInvalid: 1, votes: { A: 8, B: 8 }, ballotsBlank: 5, excusedForceMajeure: 1 },
    { code: 'votes-sum-exceeds-valid', sum: 16, seats: 1, ballotsValid: 8 },
  ],
  [
    { convenedRaw: 10, present: 9, ballotsValid: 8, ballotsInvalid: 1, votes: { A: 4, B: 3 }, ballotsBlank: 5, excusedForceMajeure: 1 },
    { code: 'votes-and-blank-differ-from-valid', sum: 7, ballotsBlank: 5, ballotsValid: 8 },
  ],
  [
    {
      convenedRaw: 10,
      present: 9,
      ballotsValid: 8,
      ballotsInvalid: 1,
      votes: { A: 4, B: 3 },
      agree: 4,
      disagree: 2,
      noOpinion: 1,
      excusedForceMajeure: 1,
    },
    { code: 'opinions-differ-from-valid', agree: 4, disagree: 2, noOpinion: 1, ballotsValid: 8 },
  ],
  [
    { convenedRaw: 10, present: 9, votes: { A: 4, B: 3 }, excusedForceMajeure: 1 },
    { code: 'force-majeure-not-in-rulebook', excusedForceMajeure: 1, rulebook: 'RB2022' },
  ],
]

describe('hard errors', () => {
  test.each(broken)('%j', (given, refusal) => {
    expect(checkTally(given, nomination)).toEqual({ ok: false, refusal })
  })

  test('RB2026 knows force majeure; the largest counts are summed exactly', () => {
    expect(checkTally({ convenedRaw: 10, present: 9, excusedForceMajeure: 1, votes: { A: 4 } }, nomination2026).ok).toBe(true)
    const big = Number.MAX_SAFE_INTEGER
    expect(checkTally({ convenedRaw: big, present: big, votes: { A: big, B: big, D: 1 } }, nomination)).toEqual({
      ok: false,
      refusal: { code: 'votes-sum-exceeds-valid', sum: '18014398509481983', seats: 1, ballotsValid: big },
    })
    expect(checkTally({ convenedRaw: big, present: big, votes: { A: big } }, nomination).ok).toBe(true)
    expect(checkTally({ convenedRaw: big, present: big, ballotsInvalid: 1, votes: { A: big - 1, B: 1 } }, nomination)).toMatchObject({
      refusal: { code: 'votes-sum-exceeds-valid', sum: big },
    })
    expect(checkTally({ convenedRaw: big, present: big, ballotsValid: big, ballotsInvalid: big, votes: {} }, nomination)).toMatchObject({
      refusal: { code: 'valid-and-invalid-differ-from-collected' },
    })
    expect(checkTally({ convenedRaw: big, present: big, votes: { A: 1 }, ballotsBlank: big }, nomination)).toMatchObject({
      refusal: { code: 'votes-and-blank-differ-from-valid', sum: 1 },
    })
    expect(checkTally({ convenedRaw: big, present: big, agree: big, disagree: 1, noOpinion: 0 }, approval)).toMatchObject({
      refusal: { code: 'opinions-differ-from-valid' },
    })
  })

  test('two seats: up to two names each, and no exact sum', () => {
    expect(checkTally(countOf({ C: 9, P: 8, seats: 2, votes: { A: 8, B: 8 }, blank: 0 }), nomination).ok).toBe(true)
    expect(checkTally(countOf({ C: 9, P: 8, seats: 2, votes: { A: 8, B: 8, D: 1 } }), nomination)).toMatchObject({
      refusal: { code: 'votes-sum-exceeds-valid', sum: 17, seats: 2 },
    })
  })

  test('an opinion ballot and an approval have no sum rule, a divergence and a decision among several have', () => {
    const many = countOf({ C: 9, P: 8, votes: { A: 8, B: 8 }, blank: 3 })
    expect(checkTally(many, opinion).ok).toBe(true)
    expect(checkTally(countOf({ C: 9, P: 8, votes: { A: 3 }, blank: 0 }), approval).ok).toBe(true)
    expect(checkTally(many, divergence)).toMatchObject({ refusal: { code: 'votes-sum-exceeds-valid' } })
    expect(checkTally(many, decision)).toMatchObject({ refusal: { code: 'votes-sum-exceeds-valid' } })
    expect(checkTally(countOf({ C: 9, P: 8, votes: { A: 3 }, blank: 0 }), decision)).toMatchObject({
      refusal: { code: 'votes-and-blank-differ-from-valid' },
    })
  })

  test('a decision on one candidate is agree or disagree: told by the opinions or by the only name sent on', () => {
    const one = countOf({ C: 9, P: 8, votes: { A: 3 }, blank: 0 })
    expect(checkTally(one, decision, { carriedFrom: ['A'] }).ok).toBe(true)
    expect(checkTally(one, decision, { carriedFrom: ['A', 'B'] }).ok).toBe(false)
    expect(checkTally({ ...one, agree: 3 }, decision).ok).toBe(true)
    expect(checkTally({ ...one, disagree: 3 }, decision).ok).toBe(true)
    expect(checkTally({ ...one, noOpinion: 3 }, decision).ok).toBe(true)
    // Elsewhere the only name of the list is still chosen, not agreed to.
    expect(checkTally(one, nomination, { carriedFrom: ['A'] }).ok).toBe(false)
    expect(checkTally({ ...one, agree: 3 }, nomination).ok).toBe(false)
  })

  test('opinions are compared only when all three are stated', () => {
    for (const given of [
      { agree: 4, disagree: 2 },
      { agree: 4, noOpinion: 1 },
      { disagree: 4, noOpinion: 1, votes: { A: 1 } },
    ]) {
      expect(checkTally({ convenedRaw: 9, present: 8, ...given }, approval).ok).toBe(true)
    }
    expect(checkTally({ convenedRaw: 9, present: 8, agree: 4, disagree: 3, noOpinion: 1 }, approval).ok).toBe(true)
    expect(checkTally({ convenedRaw: 9, present: 8, agree: 9, disagree: 3, noOpinion: 1 }, approval)).toMatchObject({
      refusal: { code: 'votes-exceed-valid', name: 'agree' },
    })
  })
})

describe('what must be explained', () => {
  const warned = (given: GivenCount, by = nomination) => {
    const checked = checkTally(given, by)
    return checked.ok ? checked.value.warnings : checked.refusal
  }
  test('ballots that did not come back', () => {
    expect(warned(countOf({ C: 9, P: 8, K: 6, votes: { A: 6 } }))).toEqual([{ code: 'ballots-missing', missing: 2 }])
  })
  test('RB2026: prepared unlike convened, issued below present', () => {
    const given = { convenedRaw: 9, present: 8, ballotsPrepared: 8, ballotsIssued: 7, votes: { A: 7 } }
    expect(warned(given, nomination2026)).toEqual([
      { code: 'prepared-differs-from-convened', ballotsPrepared: 8, convened: 9 },
      { code: 'issued-below-present', ballotsIssued: 7, present: 8 },
    ])
    expect(warned(given)).toEqual([])
    expect(warned({ convenedRaw: 9, present: 8, votes: { A: 8 } }, nomination2026)).toEqual([])
  })
  test('votes short of the valid ballots with no blanks stated, where one name is chosen for one seat', () => {
    expect(warned(countOf({ C: 9, P: 8, votes: { A: 6 } }))).toEqual([{ code: 'rest-counted-as-blank', ballotsBlank: 2 }])
    expect(warned(countOf({ C: 9, P: 8, votes: { A: 6 }, blank: 2 }))).toEqual([])
    expect(warned(countOf({ C: 9, P: 8, votes: { A: 6 }, seats: 2 }))).toEqual([])
    expect(warned(countOf({ C: 9, P: 8, votes: { A: 6 } }), opinion)).toEqual([])
    expect(warned(countOf({ C: 9, P: 8, votes: { A: 8 } }))).toEqual([])
  })
})

test('the lines stand by votes, then by name, however the input was written', () => {
  const checked = checkTally(countOf({ C: 20, P: 20, votes: { D: 5, B: 5, A: 1, E: 9 } }), nomination)
  expect(checked.ok && checked.value.lines.map((line) => line.name)).toEqual(['E', 'B', 'D', 'A'])
})
