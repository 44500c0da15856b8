// The count bundle by bundle: how slips are divided, what one slip adds, when two blind counts are the same (procedure.md 2.1, 7.2, 7.3).
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addSlip,
  type BundleTotals,
  bundleProblem,
  closeTotals,
  noTotals,
  type Slip,
  slipsIn,
} from '../../../workflows/conference/bundle-totals.ts'
import { bundleSizes, sameCount, sumOfBundles } from '../../../workflows/conference/count-bundles.ts'
import { type BundleEntry, invalidReasons } from '../../../workflows/conference/facts.ts'
import { type SlipForm, slipFormOf } from '../../../workflows/conference/slip-form.ts'
import { conferenceView } from '../../../workflows/conference/view.ts'
import { issue, team } from '../../support/appointment.ts'
import type { Loose, Play } from '../../support/play.ts'
import { isTorture } from '../../support/torture.ts'
import { factOf, inRoom, knows, lastOf, refusalOf } from './rooms.ts'

const settings = { numRuns: isTorture ? 200_000 : 300, seed: 20_261_128 }

const form = (more: Partial<Parameters<typeof slipFormOf>[0]> = {}): SlipForm =>
  slipFormOf({ method: 'nomination', seats: 1, names: ['A', 'B', 'C'], blankIs: 'invalid', ...more })
const oneName = form()
const twoNames = form({ seats: 2 })
const opinions = form({ method: 'consultation' })
const approval = form({ method: 'approval', names: ['A'] })
const sole = form({ method: 'decision', names: ['A'] })
const blankValid = form({ blankIs: 'validBlank' })
const forms = { oneName, twoNames, opinions, approval, sole, blankValid, oneOpinion: form({ method: 'consultation', names: ['A'] }) }

/** Slips that this form takes. */
const slipOf = ({ lines, most, blank, kind }: SlipForm): fc.Arbitrary<Slip> =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .uniqueArray(fc.nat(lines - 1), { minLength: blank === 'valid' ? 0 : 1, maxLength: kind === 'several' ? most : 1 })
        .map((marks): Slip => ({ marks })),
    },
    { weight: 1, arbitrary: fc.constantFrom(...invalidReasons).map((invalid): Slip => ({ invalid })) },
  )
const formAndSlips = fc
  .constantFrom(...Object.values(forms))
  .chain((one) => fc.array(slipOf(one), { minLength: 1, maxLength: 25 }).map((slips) => ({ form: one, slips })))

function counted(one: SlipForm, slips: readonly Slip[], size = slips.length): BundleTotals {
  return slips.reduce<BundleTotals>((totals, slip) => {
    const added = addSlip(one, size, totals, slip)
    if (!added.ok) throw new Error(JSON.stringify(added.refusal))
    return added.value
  }, noTotals(one))
}
function entry(one: SlipForm, slips: readonly Slip[]): BundleEntry {
  const closed = closeTotals(one, slips.length, counted(one, slips))
  if (!closed.ok) throw new Error(JSON.stringify(closed.refusal))
  return closed.value
}

describe('slips are divided', () => {
  test('every slip lies in one bundle, none of them below ten where there are ten slips, none above twenty-five', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 10, max: 25 }), (slips, size) => {
        const sizes = bundleSizes(slips, size)
        expect(sizes.reduce((sum, one) => sum + one, 0)).toBe(slips)
        expect(Math.max(...sizes)).toBeLessThanOrEqual(25)
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(Math.min(10, slips))
      }),
      settings,
    )
  })
  test.each([
    [0, 25, []],
    [1, 25, [1]],
    [9, 10, [9]],
    [25, 25, [25]],
    [26, 25, [13, 13]],
    [34, 25, [17, 17]],
    [35, 25, [25, 10]],
    [118, 25, [25, 25, 25, 25, 18]],
    [101, 25, [25, 25, 25, 13, 13]],
    [23, 10, [10, 13]],
    [45, 20, [20, 25]],
    [46, 20, [20, 13, 13]],
  ])('%i slips in bundles of %i: %j', (slips, size, sizes) => {
    expect(bundleSizes(slips, size)).toEqual(sizes)
  })
})

describe('what one slip adds', () => {
  test('the totals are those of the slips in any order, and close when the bundle is whole', () => {
    fc.assert(
      fc.property(formAndSlips, fc.infiniteStream(fc.nat()), ({ form: one, slips }, order) => {
        const totals = counted(one, slips)
        const shuffled = slips.map((slip) => [order.next().value ?? 0, slip] as const).sort(([a], [b]) => a - b)
        expect(
          counted(
            one,
            shuffled.map(([, slip]) => slip),
          ),
        ).toEqual(totals)
        expect(slipsIn(totals)).toBe(slips.length)
        expect(closeTotals(one, slips.length, totals).ok).toBe(true)
        expect(closeTotals(one, slips.length + 1, totals)).toEqual({
          ok: false,
          refusal: { code: 'bundle-not-full', counted: slips.length, size: slips.length + 1 },
        })
        expect(addSlip(one, slips.length, totals, { invalid: 'OTHER' })).toMatchObject({ refusal: { code: 'bundle-is-full' } })
      }),
      settings,
    )
  })
  test.each([
    ['nobody, where a blank slip is invalid', oneName, { marks: [] }, 'slip-marks-none'],
    ['two where one may be named', oneName, { marks: [0, 1] }, 'slip-marks-too-many'],
    ['three where two may be named', twoNames, { marks: [0, 1, 2] }, 'slip-marks-too-many'],
    ['a line the slip does not have', oneName, { marks: [3] }, 'slip-line-unknown'],
    ['no opinion pressed on an approval', approval, { marks: [] }, 'slip-marks-none'],
  ] as const)('a slip that names %s is not taken', (_, one, slip, code) => {
    expect(addSlip(one, 25, noTotals(one), { marks: [...slip.marks] })).toMatchObject({ ok: false, refusal: { code } })
  })
  test('each kind of slip becomes the count of its ballot', () => {
    expect(entry(oneName, [{ marks: [0] }, { marks: [1] }, { marks: [0] }, { invalid: 'NONE_CHOSEN' }])).toEqual({
      ballotsValid: 3,
      ballotsInvalid: 1,
      ballotsBlank: 0,
      invalidReasons: { NONE_CHOSEN: 1 },
      votes: { A: 2, B: 1, C: 0 },
    })
    expect(entry(blankValid, [{ marks: [0] }, { marks: [] }])).toMatchObject({ ballotsValid: 2, ballotsBlank: 1, votes: { A: 1 } })
    expect(entry(twoNames, [{ marks: [0, 1] }, { marks: [2] }])).toMatchObject({ ballotsValid: 2, votes: { A: 1, B: 1, C: 1 } })
    expect(entry(opinions, [{ marks: [0, 1, 2] }, { marks: [] }, { marks: [1] }])).toEqual({
      ballotsValid: 3,
      ballotsInvalid: 0,
      votes: { A: 1, B: 2, C: 1 },
    })
    expect(entry(approval, [{ marks: [0] }, { marks: [1] }, { marks: [2] }, { marks: [0] }])).toEqual({
      ballotsValid: 4,
      ballotsInvalid: 0,
      agree: 2,
      disagree: 1,
      noOpinion: 1,
    })
    expect(entry(sole, [{ marks: [0] }, { marks: [1] }])).toEqual({
      ballotsValid: 2,
      ballotsInvalid: 0,
      votes: { A: 1 },
      agree: 1,
      disagree: 1,
    })
    expect(entry(forms.oneOpinion, [{ marks: [0] }, { marks: [1] }])).toEqual({ ballotsValid: 2, ballotsInvalid: 0, votes: { A: 1 } })
  })
})

describe('totals typed name by name', () => {
  const typed = (more: Partial<BundleTotals>): BundleTotals => ({ ...noTotals(oneName), valid: 10, lines: [6, 3, 1], ...more })
  test.each([
    ['an empty line is no zero', typed({ lines: [6, null, 1] }), 'bundle-line-empty'],
    ['a line that is not there', typed({ lines: [6, 4] }), 'bundle-line-empty'],
    ['fewer slips than the bundle has', typed({ valid: 9, lines: [6, 2, 1] }), 'bundle-not-full'],
    ['votes that do not add up', typed({ lines: [6, 3, 0] }), 'votes-and-blank-differ-from-valid'],
    ['more votes than valid slips', typed({ lines: [11, 0, 0] }), 'votes-exceed-valid'],
    ['more reasons than invalid slips', typed({ reasons: { OTHER: 1 } }), 'bundle-reasons-exceed-invalid'],
    ['blank slips where they are invalid', typed({ blank: 1, lines: [6, 3, 0] }), 'slip-marks-none'],
  ])('%s', (_, totals, code) => {
    expect(closeTotals(oneName, 10, totals)).toMatchObject({ ok: false, refusal: { code } })
  })
  test('reasons may be left out; then the count states none', () => {
    const closed = closeTotals(oneName, 12, typed({ invalid: 2 }))
    expect(closed).toEqual({ ok: true, value: { ballotsValid: 10, ballotsInvalid: 2, ballotsBlank: 0, votes: { A: 6, B: 3, C: 1 } } })
  })
  test.each([
    [
      'too many choices for the seats',
      twoNames,
      { ballotsValid: 4, ballotsInvalid: 0, ballotsBlank: 0, votes: { A: 4, B: 4, C: 1 } },
      'votes-sum-exceeds-valid',
    ],
    [
      'fewer choices than slips that name somebody',
      twoNames,
      { ballotsValid: 4, ballotsInvalid: 0, votes: { A: 3 } },
      'bundle-slips-unnamed',
    ],
    ['opinions that do not add up', approval, { ballotsValid: 4, ballotsInvalid: 0, agree: 2, disagree: 1 }, 'opinions-differ-from-valid'],
    [
      'a sole candidate whose opinions do not add up',
      sole,
      { ballotsValid: 4, ballotsInvalid: 0, agree: 2, disagree: 1, votes: { A: 2 } },
      'opinions-differ-from-valid',
    ],
  ] as const)('a bundle with %s cannot be closed', (_, one, numbers, code) => {
    expect(bundleProblem(one, 4, numbers)).toMatchObject({ code })
  })
})

describe('two blind counts', () => {
  test('of the same slips are the same, in whatever order they were counted; one slip more or less is seen', () => {
    fc.assert(
      fc.property(formAndSlips, ({ form: one, slips }) => {
        const mine = entry(one, slips)
        expect(sameCount(mine, entry(one, [...slips].reverse()))).toBe(true)
        const [first, ...rest] = slips
        const other: Slip = first && 'invalid' in first ? { marks: [0] } : { invalid: 'UNREADABLE' }
        expect(sameCount(mine, entry(one, [other, ...rest]))).toBe(false)
      }),
      settings,
    )
  })
  test('reasons are compared where both gave them', () => {
    const box = { ballotsValid: 3, ballotsInvalid: 1, votes: { A: 3 } }
    expect(sameCount({ ...box, invalidReasons: { NO_STAMP: 1 } }, { ...box, invalidReasons: { OTHER: 1 } })).toBe(false)
    expect(sameCount({ ...box, invalidReasons: { NO_STAMP: 1 } }, box)).toBe(true)
    expect(sameCount(box, { ...box, votes: { A: 3, B: 0 } })).toBe(true)
  })
  test('the sum of the bundles is the count of all their slips', () => {
    fc.assert(
      fc.property(formAndSlips, fc.nat(24), ({ form: one, slips }, at) => {
        const parts = [slips.slice(0, at % slips.length), slips.slice(at % slips.length)].filter((part) => part.length > 0)
        const bundles = parts.map((part) => ({ size: part.length, attempt: 1, counts: [{ by: 'kp1', entry: entry(one, part) }] }))
        expect(sumOfBundles(bundles)).toEqual(entry(one, slips))
      }),
      settings,
    )
  })
  test('reasons stand in the sum only where every bundle gives them', () => {
    const box = (invalidReasons?: BundleEntry['invalidReasons']): BundleEntry => ({
      ballotsValid: 3,
      ballotsInvalid: 1,
      votes: { A: 3 },
      ...(invalidReasons && { invalidReasons }),
    })
    const of = (...entries: BundleEntry[]) => ({
      size: 4,
      attempt: 1,
      counts: entries.map((one, index) => ({ by: `kp${index}`, entry: one })),
    })
    expect(sumOfBundles([of(box(), box({ OTHER: 1 })), of(box({ OTHER: 1 }))])).toMatchObject({ invalidReasons: { OTHER: 2 } })
    expect(sumOfBundles([of(box()), of(box({ OTHER: 1 }))])).not.toHaveProperty('invalidReasons')
  })
})

describe('the law of the room', () => {
  const conferenceId = 'expanded-nomination-r1-a1'
  const boxOpen = (people = 12, collected = people): Play =>
    issue(team(inRoom(people), people), people).do('tk', { type: 'collectBallots', collected, unusedSealed: 0 })
  const make = (size = 25): Loose => ({ type: 'makeCountBundles', size })
  const close = (no: number, votes: Readonly<Record<string, number>>, more: Readonly<Record<string, unknown>> = {}): Loose => ({
    type: 'closeCountBundle',
    no,
    entry: { ballotsValid: Object.values(votes).reduce((sum, one) => sum + one, 0), ballotsInvalid: 0, ballotsBlank: 0, votes, ...more },
  })
  const sum: Loose = { type: 'sumCountBundles' }
  const acts = (play: Play): string[] =>
    view(play).countBundles?.bundles.map(({ standing, closedBy, attempt }) => `${standing} ${attempt} ${closedBy.join('+')}`) ?? []
  const view = (play: Play, knowsSealed = true) => conferenceView(play.case.state, lastOf(play), knows(knowsSealed))

  test('two accounts count each bundle, the sum is the count, another account confirms it', () => {
    const play = boxOpen(30)
    expect(factOf(play, 'kp1', make())).toEqual({ type: 'countBundlesMade', conferenceId, sizes: [15, 15] })
    expect(factOf(play, 'kp1', close(1, { A: 10, B: 5 }))).toEqual({
      type: 'countBundleClosed',
      conferenceId,
      no: 1,
      attempt: 1,
      entry: { ballotsValid: 15, ballotsInvalid: 0, ballotsBlank: 0, votes: { A: 10, B: 5 } },
    })
    expect(acts(play)).toEqual(['half 1 kp1', 'waiting 1 '])
    expect(refusalOf(play, 'kp1', close(1, { A: 10, B: 5 }))).toEqual({ code: 'same-person-counts', no: 1 })
    expect(factOf(play, 'kp2', close(1, { A: 10, B: 5 }))).toMatchObject({ agrees: true })
    expect(acts(play)).toEqual(['matched 1 kp1+kp2', 'waiting 1 '])
    expect(refusalOf(play, 'kp3', close(1, { A: 10, B: 5 }))).toEqual({ code: 'count-bundle-matched', no: 1 })
    expect(refusalOf(play, 'kp1', sum)).toEqual({ code: 'count-bundles-not-whole', bundles: ['2'] })
    play.do('kp1', close(2, { A: 8, B: 6 }, { ballotsInvalid: 1 })).do('kp2', close(2, { A: 8, B: 6 }, { ballotsInvalid: 1 }))
    const entry = { ballotsValid: 29, ballotsInvalid: 1, ballotsBlank: 0, votes: { A: 18, B: 11 } }
    expect(factOf(play, 'kp1', sum)).toEqual({ type: 'countTyped', conferenceId, entry })
    expect(refusalOf(play, 'kp1', { type: 'confirmCount' })).toEqual({ code: 'same-person-confirms', by: 'kp1' })
    play.do('kp2', { type: 'confirmCount' })
    expect(lastOf(play)).toMatchObject({ phase: 'counted', counts: [{ entry }] })
    expect(lastOf(play)).not.toHaveProperty('bundles')
  })

  test('a bundle that differs is named and counted anew by both; what they found is set aside', () => {
    const play = boxOpen()
      .do('kp1', make())
      .do('kp1', close(1, { A: 7, B: 5 }))
    expect(factOf(play, 'kp2', close(1, { A: 6, B: 6 }))).toMatchObject({ agrees: false })
    expect(acts(play)).toEqual(['waiting 2 '])
    expect(view(play).countBundles?.bundles).toMatchObject([{ hasDiffered: true }])
    expect(refusalOf(play, 'kp1', sum)).toEqual({ code: 'bundle-differs', bundles: ['1'] })
    expect(factOf(play, 'kp2', close(1, { A: 7, B: 5 }))).toMatchObject({ attempt: 2 })
    expect(factOf(play, 'kp1', close(1, { A: 7, B: 5 }))).toMatchObject({ attempt: 2, agrees: true })
    expect(view(play).countBundles?.bundles).toMatchObject([{ hasDiffered: false, standing: 'matched' }])
    expect(factOf(play, 'kp2', sum)).toMatchObject({ type: 'countTyped', entry: { votes: { A: 7, B: 5 } } })
  })

  test('no figure of a bundle reaches a screen; the totals of the box only once all bundles match, and only those who may know', () => {
    const play = boxOpen(30)
      .do('kp1', make())
      .do('kp1', close(1, { A: 11, B: 4 }))
      .do('kp2', close(1, { A: 11, B: 4 }))
    play.do('kp1', close(2, { A: 13, B: 2 }))
    const seen = view(play).countBundles
    expect(seen).toEqual({
      bundles: [
        { no: 1, size: 15, attempt: 1, standing: 'matched', hasDiffered: false, closedBy: ['kp1', 'kp2'] },
        { no: 2, size: 15, attempt: 1, standing: 'half', hasDiffered: false, closedBy: ['kp1'] },
      ],
      isWhole: false,
    })
    play.do('kp2', close(2, { A: 13, B: 2 }))
    expect(view(play).countBundles).toMatchObject({ isWhole: true, sum: { votes: { A: 24, B: 6 } } })
    expect(view(play, false).countBundles).not.toHaveProperty('sum')
  })

  test('what does not add up in a bundle is refused before it can differ', () => {
    const play = boxOpen().do('kp1', make())
    expect(refusalOf(play, 'kp1', close(1, { A: 7, B: 4 }))).toEqual({ code: 'bundle-not-full', counted: 11, size: 12 })
    expect(refusalOf(play, 'kp1', close(1, { A: 7, X: 5 }))).toEqual({ code: 'nominee-unknown', name: 'X' })
    expect(refusalOf(play, 'kp1', close(2, { A: 7, B: 5 }))).toEqual({ code: 'count-bundle-unknown', no: 2, bundles: 1 })
  })

  test('one way of counting at a time: totals are not typed beside bundles, bundles are dropped with a reason', () => {
    const play = boxOpen()
    expect(refusalOf(play, 'kp1', close(1, { A: 7, B: 5 }))).toEqual({ code: 'count-bundles-missing' })
    expect(refusalOf(play, 'kp1', sum)).toEqual({ code: 'count-bundles-missing' })
    expect(refusalOf(play, 'kp1', { type: 'dropCountBundles', reason: 'nhầm' })).toEqual({ code: 'count-bundles-missing' })
    play.do('kp1', make(10))
    expect(factOf(play, 'kp1', make(12))).toMatchObject({ sizes: [12] })
    const typed: Loose = { type: 'typeCount', entry: { ballotsValid: 12, ballotsInvalid: 0, votes: { A: 7, B: 5 } } }
    expect(refusalOf(play, 'kp1', typed)).toEqual({ code: 'count-bundles-under-way', bundles: 1 })
    play.do('kp1', close(1, { A: 7, B: 5 }))
    expect(refusalOf(play, 'kp1', make(11))).toEqual({ code: 'count-bundles-under-way', bundles: 1 })
    expect(factOf(play, 'kp1', { type: 'dropCountBundles', reason: 'chia nhầm' })).toEqual({
      type: 'countBundlesDropped',
      conferenceId,
      reason: 'chia nhầm',
    })
    expect(lastOf(play)).not.toHaveProperty('bundles')
    expect(factOf(play, 'kp1', typed)).toMatchObject({ type: 'countTyped' })
  })

  test('a count sent back, or a ballot voided, leaves no bundle behind', () => {
    const whole = () =>
      boxOpen()
        .do('kp1', make())
        .do('kp1', close(1, { A: 7, B: 5 }))
        .do('kp2', close(1, { A: 7, B: 5 }))
    const rejected = whole().do('kp1', sum).do('kp2', { type: 'rejectCount', reason: 'đếm lại' })
    expect(lastOf(rejected)).not.toHaveProperty('bundles')
    expect(lastOf(whole().do('tk', { type: 'voidBallot', reason: 'thừa phiếu' }))).not.toHaveProperty('bundles')
  })

  test('slips that did not come back are explained with the sum', () => {
    const play = boxOpen(12, 11)
      .do('kp1', make())
      .do('kp1', close(1, { A: 7, B: 4 }))
      .do('kp2', close(1, { A: 7, B: 4 }))
    expect(refusalOf(play, 'kp1', sum)).toEqual({ code: 'missing-ballots-unexplained', missing: 1 })
    expect(factOf(play, 'kp1', { ...sum, missingExplained: 'một người về sớm' })).toMatchObject({
      entry: { ballotsValid: 11, missingExplained: 'một người về sớm' },
    })
  })

  test('bundles are made of slips that came back', () => {
    const play = issue(team(inRoom(), 10), 10)
    expect(refusalOf(play, 'kp1', make())).toMatchObject({ code: 'out-of-order', command: 'makeCountBundles' })
    play.do('tk', { type: 'collectBallots', collected: 0, unusedSealed: 0 })
    expect(refusalOf(play, 'kp1', make())).toEqual({ code: 'no-slips-to-divide' })
  })
})
