// Whose names may stand on a ballot: lists adopted, names introduced, names written in (procedure.md 2.2, 2.8, 3.9, 4.4, C-05).
import { describe, expect, test } from 'vitest'
import { stageRule } from '../../../workflows/rulebooks/index.ts'
import { approved, conference, count, issue, nominee, opening, preparation, team, upToBallot } from '../../support/appointment.ts'
import { type Loose, Play } from '../../support/play.ts'
import { arrive, convene, doc, factOf, inRoom, lastOf, open, people, purpose, ready, refusalOf } from './rooms.ts'

const adopt = (...names: string[]): Loose => ({ type: 'adoptList', names })
const introduce = (personId: string): Loose => ({ type: 'introduceName', personId, introducedBy: 'Đại biểu 3' })
const opened = (play: Play, stage: Parameters<typeof convene>[1] = 'leadershipPreparation', size = 5): Play =>
  play
    .do('tk', convene(play, stage, size))
    .do('tk', arrive(people(size)))
    .do('tk', open)

/** At a meeting that makes its own list, with one nominee of some other standing. */
const making = (extra?: Loose): Play => {
  const play = ready()
  if (extra) play.do('hr', extra)
  return opened(play).do('tk', purpose)
}

describe('a list is adopted', () => {
  test('with each name once, and stands until another is adopted', () => {
    const play = making()
    expect(factOf(play, 'tk', adopt('a', 'b', 'a'))).toEqual({
      type: 'listAdopted',
      conferenceId: 'leadership-preparation-r1-a1',
      names: ['a', 'b'],
    })
    play.do('tk', adopt('b'))
    expect(lastOf(play).adopted).toEqual(['b'])
  })
  test('after the purpose was stated', () => {
    expect(refusalOf(opened(ready()), 'tk', adopt('a'))).toEqual({ code: 'purpose-not-stated' })
  })
  test('only where the meeting makes one', () => {
    expect(refusalOf(inRoom(), 'tk', adopt('a'))).toEqual({ code: 'list-comes-from-earlier-step', stage: 'expandedNomination' })
  })
  test.each<[string, Loose | undefined, string[], object]>([
    ['never empty', undefined, [], { code: 'list-is-empty' }],
    ['never with a stranger', undefined, ['a', 'zz'], { code: 'nominee-unknown', personId: 'zz' }],
    [
      'never with somebody not eligible',
      nominee('e', { isEligible: false }),
      ['a', 'e'],
      { code: 'nominee-not-eligible', name: 'Người E' },
    ],
    ['never with somebody not planned', nominee('e', { isPlanned: false }), ['a', 'e'], { code: 'nominee-not-planned', name: 'Người E' }],
    [
      'never with somebody who withdrew',
      { type: 'withdrawNominee', personId: 'b', reason: 'xin rút' },
      ['a', 'b'],
      { code: 'nominee-unknown', personId: 'b' },
    ],
  ])('%s', (_, extra, names, refusal) => {
    expect(refusalOf(making(extra), 'tk', adopt(...names))).toEqual(refusal)
  })
})

describe('a name from outside the list (2.2)', () => {
  const voted = (extra?: Loose): Play => {
    const play = ready()
    if (extra) play.do('hr', extra)
    return conference(preparation(play, ['a', 'b']), 'expandedNomination', { people: 10 }, { votes: { A: 9 }, invalid: 1 })
  }
  const atReview = (extra?: Loose): Play => upToBallot(voted(extra), 'leadershipReview', {})
  test('at the second leadership conference of RB2022 one who meets the conditions may be introduced, planned or not', () => {
    const play = atReview(nominee('e', { isPlanned: false }))
    expect(factOf(play, 'tk', introduce('e'))).toEqual({
      type: 'nameIntroduced',
      conferenceId: 'leadership-review-r1-a1',
      personId: 'e',
      introducedBy: 'Đại biểu 3',
    })
    expect(lastOf(play).introduced).toEqual(['e'])
  })
  test.each<[string, Loose | undefined, string, object]>([
    ['a stranger may not', undefined, 'zz', { code: 'nominee-unknown', personId: 'zz' }],
    [
      'nor one who withdrew',
      { type: 'withdrawNominee', personId: 'd', reason: 'xin rút' },
      'd',
      { code: 'nominee-unknown', personId: 'd' },
    ],
    ['nor one not eligible', nominee('e', { isEligible: false }), 'e', { code: 'nominee-not-eligible', name: 'Người E' }],
    ['nor one already on the ballot', undefined, 'a', { code: 'name-already-on-ballot', name: 'Người A' }],
  ])('%s', (_, extra, personId, refusal) => {
    expect(refusalOf(atReview(extra), 'tk', introduce(personId))).toEqual(refusal)
  })
  test('nor one introduced and then removed again', () => {
    const play = atReview().do('tk', introduce('d'))
    play.do('tk', { type: 'removeFromBallot', personId: 'd', reason: 'xin rút', inFavour: 5, of: 5 })
    expect(refusalOf(play, 'tk', introduce('d'))).toEqual({ code: 'name-already-on-ballot', name: 'Người D' })
  })
  test('not before the purpose was stated', () => {
    expect(refusalOf(opened(voted(), 'leadershipReview'), 'tk', introduce('d'))).toEqual({ code: 'purpose-not-stated' })
  })
  test('a name may still be found at the count of such a meeting', () => {
    const play = atReview()
    issue(team(play, 5), 5).do('tk', { type: 'collectBallots', collected: 5, unusedSealed: 0 })
    expect(factOf(play, 'tk', introduce('d'))).toMatchObject({ type: 'nameIntroduced', personId: 'd' })
  })
  test('nor before the meeting is open', () => {
    const play = voted()
    play.do('tk', convene(play, 'leadershipReview', 5))
    expect(refusalOf(play, 'tk', introduce('d'))).toMatchObject({ code: 'out-of-order', phase: 'convened' })
  })
  test('but none while the slips are out', () => {
    const play = issue(team(atReview(), 5), 5)
    expect(refusalOf(play, 'tk', introduce('d'))).toMatchObject({ code: 'out-of-order', phase: 'ballotOpen' })
  })
  test('the expanded conference of RB2022 knows no names from outside', () => {
    const article = stageRule('RB2022', 'appointmentOnSite', 'expandedNomination')?.ballot?.outsideNames.article
    expect(refusalOf(inRoom(), 'tk', introduce('d'))).toEqual({
      code: 'outside-names-not-allowed',
      stage: 'expandedNomination',
      article,
    })
  })
  test('nor does a meeting without a ballot', () => {
    expect(refusalOf(making(), 'tk', introduce('d'))).toEqual({
      code: 'outside-names-not-allowed',
      stage: 'leadershipPreparation',
      article: '',
    })
  })
})

describe('RB2017: who is planned may be written in at the expanded conference (C-05)', () => {
  const begun = (options: Parameters<typeof approved>[1], extra?: Loose): Play => {
    const play = approved('RB2017', options)
    if (extra) play.do('hr', extra)
    return upToBallot(preparation(play, undefined), 'expandedNomination', { people: 10 })
  }
  const boxOpened = (play: Play): Play => issue(team(play, 10), 10).do('tk', { type: 'collectBallots', collected: 10, unusedSealed: 0 })
  test('no list is owed, and a name written in by hand is found at the count', () => {
    const play = boxOpened(begun({ overlay: false }))
    play.do('tk', introduce('d'))
    play.do('kp1', { type: 'typeCount', entry: { ballotsValid: 10, ballotsInvalid: 0, votes: { D: 6 } } })
    play.do('kp2', { type: 'confirmCount' })
    expect(lastOf(play).counts[0]?.judged.output.selected).toEqual(['D'])
  })
  test('not who is not planned', () => {
    const play = begun({ overlay: false }, nominee('e', { isPlanned: false }))
    expect(refusalOf(play, 'tk', introduce('e'))).toEqual({ code: 'nominee-not-planned', name: 'Người E' })
  })
  test('shut by the office, nobody is written in', () => {
    const play = begun({ overlay: false, settings: { writeInAllowed: false } })
    expect(refusalOf(play, 'tk', introduce('d'))).toMatchObject({ code: 'outside-names-not-allowed' })
  })
  test('under the overlay the conference fixes its list first, and only its names are voted (4.4)', () => {
    const play = begun({})
    expect(refusalOf(play, 'tk', introduce('d'))).toMatchObject({ code: 'outside-names-not-allowed' })
    expect(refusalOf(play, 'tk', { type: 'issueBallots', issued: 10 })).toMatchObject({ code: 'list-not-adopted' })
    expect(factOf(play, 'tk', adopt('a', 'b'))).toMatchObject({ names: ['a', 'b'] })
  })
  test('a list adopted at the first conference is the list of the expanded one', () => {
    const play = approved('RB2017', { overlay: false })
    opened(play).do('tk', purpose)
    expect(refusalOf(play, 'tk', adopt('a'))).toEqual({ code: 'list-comes-from-earlier-step', stage: 'leadershipPreparation' })
  })
})

describe('OV-142: whom the head introduces stands on the list (3.9)', () => {
  const piloted = (settings: Readonly<Record<string, unknown>>, introducesFirst = true): Play => {
    const play = new Play('2025-08-04T08:00:00+07:00')
    play.do('hr', { ...opening('RB2025a', { settings }), overlays: ['OV-142'], overlayDecision: doc })
    for (const id of ['a', 'b']) play.do('hr', nominee(id))
    if (introducesFirst) play.do('hr', { type: 'introduceByHead', personId: 'a' })
    const details = { post: 'x', numberToFill: '1', source: 'tại chỗ', plannedAssignment: 'x' }
    for (const act of ['policyRequest', 'policyApproval'])
      play.do('hr', { type: 'recordAct', act, document: { ...doc, date: '2025-08-04' }, doneOn: '2025-08-04', details })
    return opened(play).do('tk', purpose)
  }
  test('the list without the introduced person is refused', () => {
    expect(refusalOf(piloted({}), 'tk', adopt('b'))).toEqual({ code: 'head-introduced-missing', name: 'Người A' })
  })
  test('others may stand beside, unless the office says the introduced person only', () => {
    expect(factOf(piloted({}), 'tk', adopt('a', 'b'))).toMatchObject({ names: ['a', 'b'] })
    const only = piloted({ headIntroducedOnly: true })
    expect(refusalOf(only, 'tk', adopt('a', 'b'))).toEqual({ code: 'head-introduced-only', name: 'Người A' })
    expect(factOf(only, 'tk', adopt('a'))).toMatchObject({ names: ['a'] })
  })
  test('where the head introduced nobody, the list is free', () => {
    expect(factOf(piloted({ headIntroducedOnly: true }, false), 'tk', adopt('a', 'b'))).toMatchObject({ names: ['a', 'b'] })
  })
  test('without the overlay an introduction by the head binds no list', () => {
    const play = ready().do('hr', { type: 'introduceByHead', personId: 'a' })
    expect(factOf(opened(play).do('tk', purpose), 'tk', adopt('b'))).toMatchObject({ names: ['b'] })
  })
})

test('a ballot voted once is counted by the names it was printed with', () => {
  const play = count(issue(team(inRoom(), 10), 10), 10, { votes: { A: 6, B: 4 } })
  expect(lastOf(play).issued?.names).toEqual(['a', 'b'])
})
