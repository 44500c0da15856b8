// What lies over a rulebook: dates, levels and gates of the overlays (procedure.md 1.2, 3.9, 4), and the rule of a stage under them and the settings.
import { describe, expect, test } from 'vitest'
import { stageRule } from '../../../workflows/rulebooks/index.ts'
import {
  isPromotion,
  lowestRankFor,
  type OverlayQuestion,
  overlaysFor,
  presentationStages,
  ranks,
} from '../../../workflows/rulebooks/overlays.ts'
import { type ResolveScope, resolveStage } from '../../../workflows/rulebooks/resolve.ts'
import { overlayIds, rulebookIds, type StageKey, stageKeys } from '../../../workflows/rulebooks/types.ts'

const asked: OverlayQuestion = { date: '2024-05-01', kind: 'appointmentOnSite', postRank: 6, currentRank: 5, decision: '12-QĐ/TU' }
const verdict = (id: (typeof overlayIds)[number], change: Partial<OverlayQuestion>) => {
  const one = overlaysFor({ ...asked, ...change }).find((each) => each.id === id)
  return one && (one.applies ? 'applies' : one.why)
}

describe('which overlays may apply', () => {
  test.each([
    ['OV-AP2021', '2021-08-14', 'overlay-not-in-force'],
    ['OV-AP2021', '2021-08-15', 'applies'],
    ['OV-AP2021', '2030-01-01', 'applies'],
    ['OV-142', '2024-04-22', 'overlay-not-in-force'],
    ['OV-142', '2024-04-23', 'applies'],
    ['OV-142', '2029-04-22', 'applies'],
    ['OV-142', '2029-04-23', 'overlay-not-in-force'],
    ['OV-PILOT2021', '2021-08-14', 'overlay-not-in-force'],
    ['OV-PILOT2021', '2021-08-15', 'applies'],
    ['OV-PILOT2021', '2024-04-22', 'applies'],
    ['OV-PILOT2021', '2024-04-23', 'overlay-not-in-force'],
  ] as const)('%s on %s: %s', (id, date, expected) => {
    expect(verdict(id, { date })).toBe(expected)
  })

  test('each overlay is answered, in the order of the list', () => {
    expect(overlaysFor(asked).map((one) => one.id)).toEqual(overlayIds)
  })

  test('reappointment is not a higher post: none applies', () => {
    for (const id of overlayIds)
      expect(['overlay-not-for-procedure', 'overlay-not-in-force']).toContain(verdict(id, { kind: 'reappointment' }))
    expect(verdict('OV-AP2021', { kind: 'reappointment' })).toBe('overlay-not-for-procedure')
  })

  test.each([
    ['2025-06-30', undefined, 2, 'post-below-overlay-level'],
    ['2025-06-30', undefined, 3, 'applies'],
    ['2025-07-01', undefined, 3, 'post-below-overlay-level'],
    ['2025-07-01', undefined, 4, 'applies'],
    ['2025-07-01', 'provincialDivision', 3, 'post-below-overlay-level'],
    ['2025-07-01', 'communeDivision', 1, 'applies'],
    ['2025-07-01', 'communeDivision', 0, 'post-below-overlay-level'],
    ['2025-06-30', 'communeDivision', 2, 'post-below-overlay-level'],
  ] as const)('action program on %s (%s), rank %i: %s', (date, afterDistricts, postRank, expected) => {
    expect(verdict('OV-AP2021', { date, postRank, currentRank: null, ...(afterDistricts && { afterDistricts }) })).toBe(expected)
  })

  test('only a higher post asks for an action program; the pilots do not ask', () => {
    expect(verdict('OV-AP2021', { currentRank: 6 })).toBe('post-not-higher')
    expect(verdict('OV-AP2021', { currentRank: 7 })).toBe('post-not-higher')
    expect(verdict('OV-142', { currentRank: 7, postRank: 1 })).toBe('applies')
    expect([isPromotion(5, 6), isPromotion(6, 6), isPromotion(null, 1), isPromotion(undefined, 1)]).toEqual([true, false, true, true])
  })

  test('a pilot must carry the decision that switched it on (C-24); the action program need not', () => {
    const { decision: _, ...without } = asked
    const why = Object.fromEntries(overlaysFor(without).map((one) => [one.id, one.applies ? 'applies' : one.why]))
    expect(why).toEqual({ 'OV-AP2021': 'applies', 'OV-142': 'overlay-decision-missing', 'OV-PILOT2021': 'overlay-not-in-force' })
    const pilot = overlaysFor({ ...without, date: '2022-01-01' }).find((one) => one.id === 'OV-PILOT2021')
    expect(pilot).toEqual({ id: 'OV-PILOT2021', applies: false, why: 'overlay-decision-missing' })
  })

  test('the ranks, and from which one the plan asks', () => {
    expect(ranks).toEqual({
      communeDivisionDeputy: 1,
      communeDivisionHead: 2,
      districtDivisionDeputy: 3,
      districtDivisionHead: 4,
      provincialDivisionDeputy: 4,
      provincialDivisionHead: 5,
      departmentDeputy: 6,
      districtDeputyLeader: 6,
      departmentHead: 7,
      districtLeader: 7,
      provincialDeputyLeader: 8,
      provincialLeader: 9,
    })
    expect([lowestRankFor('2025-06-30'), lowestRankFor('2025-07-01')].map((one) => `${one.value} ${one.evidence}`)).toEqual([
      '3 SEED',
      '4 DEFAULT',
    ])
  })
})

describe('presentation gates (4.2)', () => {
  const ap2b = { actionProgram: { ap2b: true } }
  test('AP-1 at the expanded conference, AP-2 at the decision, AP-2b by setting', () => {
    expect(presentationStages(['OV-AP2021'], {})).toEqual(['expandedNomination', 'leadershipDecision'])
    expect(presentationStages(['OV-AP2021'], ap2b)).toEqual(['expandedNomination', 'leadershipDecision', 'leadershipReview'])
    for (const off of [{ actionProgram: { ap2b: false } }, { actionProgram: null }, { actionProgram: {} }, { actionProgram: true }]) {
      expect(presentationStages(['OV-AP2021'], off)).toEqual(['expandedNomination', 'leadershipDecision'])
    }
    expect(presentationStages(['OV-142', 'OV-PILOT2021'], ap2b)).toEqual([])
    expect(presentationStages([], ap2b)).toEqual([])
    expect(presentationStages(['OV-142', 'OV-AP2021'], {})).toEqual(['expandedNomination', 'leadershipDecision'])
  })
})

describe('the rule of a stage as a case leaves it', () => {
  const resolve = (key: StageKey, scope: Partial<ResolveScope> & Pick<ResolveScope, 'rulebook'>) => {
    const stage = stageRule(scope.rulebook, 'appointmentOnSite', key)
    if (!stage) throw new Error(`${key} is not in ${scope.rulebook}`)
    return resolveStage(stage, { settings: {}, overlays: [], ...scope })
  }
  const carry = (scope: Parameters<typeof resolve>[1], key: StageKey = 'expandedNomination') => {
    const rule = resolve(key, scope).ballot?.rule
    return rule?.method === 'nomination' ? [rule.carry.value, rule.tieAtCut?.value, rule.carry.evidence] : []
  }
  const outside = (key: StageKey, scope: Parameters<typeof resolve>[1]) => resolve(key, scope).ballot?.outsideNames.value

  test('carryRule: RB2022 and civil servants only (C-03)', () => {
    const settings = { carryRule: 'top2' }
    expect(carry({ rulebook: 'RB2022', track: 'civilServant', settings })).toEqual(['top2', 'includeAllTied', 'DEFAULT'])
    expect(carry({ rulebook: 'RB2022', track: 'civilServant', settings }, 'leadershipReview')).toEqual([
      'top2',
      'includeAllTied',
      'DEFAULT',
    ])
    expect(carry({ rulebook: 'RB2022', settings })).toEqual(['top2', 'includeAllTied', 'DEFAULT'])
    expect(carry({ rulebook: 'RB2022', track: 'publicEmployee', settings })).toEqual(['atLeast30', undefined, 'TEXT'])
    expect(carry({ rulebook: 'RB2022', track: 'civilServant', settings: { carryRule: 'atLeast30' } })).toEqual([
      'atLeast30',
      undefined,
      'TEXT',
    ])
    expect(carry({ rulebook: 'RB2025a', track: 'civilServant', settings })).toEqual(['atLeast30', undefined, 'GK'])
  })

  test('the article says which gap the setting fills', () => {
    const rule = resolve('expandedNomination', { rulebook: 'RB2022', settings: { carryRule: 'top2' } }).ballot?.rule
    const cited = 'Điểm b khoản 2 Điều 46 NĐ 115/2020/NĐ-CP (sửa đổi bởi NĐ 85/2023/NĐ-CP); mặc định C-03'
    expect(rule).toMatchObject({
      carry: { value: 'top2', evidence: 'DEFAULT', article: cited },
      tieAtCut: { value: 'includeAllTied', evidence: 'DEFAULT', article: `${cited}; mặc định 2.5` },
    })
  })

  test.each(rulebookIds)('%s: a setting changes no ballot of another kind', (rulebook) => {
    const settings = { singleCandidateExactlyHalf: 'headDecides', carryRule: 'top2', tieAtCut: 'headSelects' }
    for (const key of stageKeys) {
      const stage = stageRule(rulebook, 'appointmentOnSite', key)
      const { rule } = stage?.ballot ?? {}
      if (!stage || !rule) continue
      const resolved = resolveStage(stage, { rulebook, settings, overlays: [] }).ballot?.rule
      if (rule.method === 'decision') {
        expect(resolved).toEqual({ ...rule, singleExactlyHalf: { ...rule.singleExactlyHalf, value: 'headDecides' } })
      } else if (rule.method !== 'nomination' || rulebook === 'RB2025a' || rulebook === 'RB2025b' || rulebook === 'RB2026') {
        expect(resolved).toEqual(rule)
      } else expect(resolved).not.toHaveProperty('singleExactlyHalf')
    }
  })

  test('tieAtCut: where two highest are carried in RB2017', () => {
    const settings = { tieAtCut: 'headSelects' }
    expect(carry({ rulebook: 'RB2017', settings })).toEqual(['top2', 'headSelects', 'TEXT'])
    expect(carry({ rulebook: 'RB2017' })).toEqual(['top2', 'includeAllTied', 'TEXT'])
    expect(carry({ rulebook: 'RB2022', settings })).toEqual(['atLeast30', undefined, 'TEXT'])
  })

  test('names from outside: shut by the office, by the overlay, and at the second leadership conference by AP-2b only', () => {
    const on = ['OV-AP2021'] as const
    expect(outside('expandedNomination', { rulebook: 'RB2017' })).toBe('planned')
    expect(outside('expandedNomination', { rulebook: 'RB2017', settings: { writeInAllowed: true } })).toBe('planned')
    expect(outside('expandedNomination', { rulebook: 'RB2017', settings: { writeInAllowed: false } })).toBe('no')
    expect(outside('expandedNomination', { rulebook: 'RB2017', overlays: on, settings: { writeInAllowed: true } })).toBe('no')
    expect(outside('expandedNomination', { rulebook: 'RB2017', overlays: ['OV-142'] })).toBe('planned')
    expect(outside('leadershipReview', { rulebook: 'RB2017', overlays: on, settings: { writeInAllowed: false } })).toBe('eligible')
    expect(outside('leadershipReview', { rulebook: 'RB2022', overlays: on, settings: { actionProgram: { ap2b: true } } })).toBe('no')
    expect(outside('leadershipReview', { rulebook: 'RB2022', settings: { actionProgram: { ap2b: true } } })).toBe('eligible')
    expect(outside('expandedNomination', { rulebook: 'RB2022', overlays: on, settings: { actionProgram: { ap2b: true } } })).toBe('no')
  })

  test('the rest of the settings a judgement depends on', () => {
    const single = (settings: Record<string, unknown>) => {
      const rule = resolve('leadershipDecision', { rulebook: 'RB2026', settings }).ballot?.rule
      return rule?.method === 'decision' && rule.singleExactlyHalf.value
    }
    expect([
      single({}),
      single({ singleCandidateExactlyHalf: 'headDecides' }),
      single({ singleCandidateExactlyHalf: 'notSelected' }),
    ]).toEqual(['notSelected', 'headDecides', 'notSelected'])
    const announce = (rulebook: 'RB2022' | 'RB2026', settings = {}) =>
      resolve('leadershipDecision', { rulebook, settings }).ballot?.announce.value
    expect(announce('RB2022')).toBe('insideThisConference')
    expect(announce('RB2022', { announceDecisionResult: true })).toBe('insideThisConference')
    expect(announce('RB2022', { announceDecisionResult: false })).toBe('no')
    expect(announce('RB2026', { announceDecisionResult: false })).toBe('yes')
    const quorum = (rulebook: 'RB2022' | 'RB2026', settings = {}) =>
      resolve('expandedNomination', { rulebook, settings }).quorumRequired.value
    expect([quorum('RB2022', { quorumRequired: false }), quorum('RB2026'), quorum('RB2026', { quorumRequired: false })]).toEqual([
      true,
      true,
      false,
    ])
  })

  test.each(rulebookIds)('%s: without settings the stage is the shipped one with the common rules of its book', (rulebook) => {
    const stage = stageRule(rulebook, 'appointmentOnSite', 'leadershipDecision')
    expect(resolve('leadershipDecision', { rulebook })).toMatchObject({ ...stage, rulebook, quorum: { value: { num: 2, den: 3 } } })
  })
  test('a step checked further than its book keeps its own quorum; a stage without a ballot stays without', () => {
    expect(resolve('expandedNomination', { rulebook: 'RB2017' }).quorum.evidence).toBe('TEXT')
    expect(resolve('leadershipReview', { rulebook: 'RB2017' }).quorum.evidence).toBe('GK')
    expect(resolve('leadershipPreparation', { rulebook: 'RB2022' }).ballot).toBeNull()
  })
})
