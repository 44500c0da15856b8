// Which names stand on the slips of each meeting, in which order, and what they are called there (procedure.md 2.2, 2.8, 4.4).
import { describe, expect, test } from 'vitest'
import { ballotNames, idsOf, makesList, namesBefore, namesOnBallot } from '../../../workflows/conference/names.ts'
import { planFor } from '../../../workflows/procedure/plan.ts'
import { type RulebookId, rulebookIds } from '../../../workflows/rulebooks/types.ts'
import { approved, conference, count, issue, nominee, preparation, team, upToBallot } from '../../support/appointment.ts'
import type { Play } from '../../support/play.ts'
import { arrive, convene, inRoom, lastOf, meetingOf, open, people, purpose, ready } from './rooms.ts'

const onBallot = (play: Play): readonly string[] => {
  const { plan, state, stage, conference: held } = meetingOf(play)
  return namesOnBallot(plan, state, stage, held)
}
const given = (play: Play): string[] => {
  const { plan, state, stage, conference: held } = meetingOf(play)
  return namesBefore(plan, state, stage, held)
}

test('a person is on the slip by the name printed there, and only by that', () => {
  const { state } = ready().do('hr', nominee('e', { name: 'Trần Văn Em', ballotName: 'Trần Văn Em (1980)' })).case
  expect(ballotNames(state, ['e', 'a', 'zz'])).toEqual(['Trần Văn Em (1980)', 'A', 'zz'])
  expect(idsOf(state, ['A', 'Trần Văn Em (1980)', 'Trần Văn Em', 'x'])).toEqual(['a', 'e'])
})

describe('which meetings make their own list', () => {
  const listsOf = (id: RulebookId): string[] => {
    const plan = planFor(id, 'appointmentOnSite')
    return plan.stages.filter((stage) => makesList(plan, approved(id, { overlay: false }).case.state, stage)).map((stage) => stage.key)
  }
  const first = 'leadershipPreparation'
  test.each(rulebookIds)('%s', (id) => {
    // RB2017 fixes no list at its first conference: the expanded one may (procedure.md 4.4).
    const expected = {
      RB2017: ['expandedNomination'],
      RB2022: [first],
      RB2025a: [first],
      RB2025b: [first],
      RB2026: ['leadershipOrientation'],
    }
    expect(listsOf(id)).toEqual(expected[id])
  })
  test.each(rulebookIds)('no meeting of a reappointment under %s', (id) => {
    const plan = planFor(id, 'reappointment')
    const { state } = ready().case
    expect(plan.stages.filter((stage) => makesList(plan, state, stage))).toEqual([])
  })
  test('a meeting after one that adopted a list makes none', () => {
    const plan = planFor('RB2017', 'appointmentOnSite')
    const play = preparation(approved('RB2017', { overlay: false }), undefined)
    const expanded = plan.stages.find((stage) => stage.key === 'expandedNomination')
    if (!expanded) throw new Error('no expanded conference')
    expect(makesList(plan, play.case.state, expanded)).toBe(true)
    const withList = (adopted: string[]) => ({
      ...play.case.state,
      conferences: play.case.state.conferences.map((one) => ({ ...one, adopted: adopted as never })),
    })
    expect(makesList(plan, withList(['a']), expanded)).toBe(false)
    expect(makesList(plan, withList([]), expanded)).toBe(true)
  })
})

describe('the names on the slips', () => {
  test('are those of the list, by Vietnamese given name, each once', () => {
    const play = ready()
    play
      .do('hr', nominee('x1', { name: 'Nguyễn Văn Đức', ballotName: 'X1' }))
      .do('hr', nominee('x2', { name: 'Trần Thị Bình', ballotName: 'X2' }))
    play.do('hr', nominee('x3', { name: 'Lê Văn An', ballotName: 'X3' }))
    preparation(play, ['x1', 'x2', 'x3'])
    expect(onBallot(upToBallot(play, 'expandedNomination', { people: 10 }))).toEqual(['x3', 'x2', 'x1'])
  })
  test('without those removed by the conference', () => {
    const play = inRoom()
    expect(onBallot(play)).toEqual(['a', 'b'])
    play.do('tk', { type: 'removeFromBallot', personId: 'a', reason: 'xin rút', inFavour: 10, of: 10 })
    expect(onBallot(play)).toEqual(['b'])
    expect(given(play)).toEqual(['a', 'b'])
  })
  test('without those who withdrew', () => {
    const play = inRoom().do('hr', { type: 'withdrawNominee', personId: 'a', reason: 'xin rút' })
    expect(onBallot(play)).toEqual(['b'])
  })
  test('with those introduced at this very meeting', () => {
    const play = conference(preparation(ready(), ['a', 'b']), 'expandedNomination', { people: 10 }, { votes: { A: 9 }, invalid: 1 })
    upToBallot(play, 'leadershipReview', { introduce: ['d'] })
    expect([onBallot(play), given(play)]).toEqual([['a', 'd'], ['a']])
  })
  test('once out, stay as they went out', () => {
    const play = issue(team(inRoom(), 10), 10)
    expect(onBallot(play)).toEqual(['a', 'b'])
    const { plan, state, stage, conference: held } = meetingOf(play)
    expect(namesOnBallot(plan, { ...state, withdrawn: ['a'] as never, goesOn: [] }, stage, held)).toEqual(['a', 'b'])
  })
  test('of a meeting that makes its list: those adopted so far', () => {
    const play = approved('RB2026', { overlay: false })
    play
      .do('tk', convene(play, 'leadershipOrientation', 5))
      .do('tk', arrive(people(5)))
      .do('tk', open)
      .do('tk', purpose)
    expect(onBallot(play)).toEqual([])
    expect(onBallot(play.do('tk', { type: 'adoptList', names: ['b', 'a'] }))).toEqual(['a', 'b'])
    expect(onBallot(play.do('hr', { type: 'withdrawNominee', personId: 'a', reason: 'xin rút' }))).toEqual(['b'])
  })
  test('after the count the names a meeting was given are still told from those it introduced', () => {
    const play = count(issue(team(inRoom(), 10), 10), 10, { votes: { A: 6, B: 4 } })
    const { plan, state, stage, conference: held } = meetingOf(play)
    // The case has gone on: whoever stands on the next list, the slips of this one said who was given.
    const later = { ...state, goesOn: ['d'] as never }
    expect(namesBefore(plan, later, stage, held)).toEqual(['a', 'b'])
    expect(namesBefore(plan, later, stage, { ...held, phase: 'closed' })).toEqual(['a', 'b'])
    expect(namesBefore(plan, later, stage, { ...held, phase: 'typed' })).toEqual(['d'])
    expect(lastOf(play).phase).toBe('counted')
  })
})
