// Where a closed meeting sends the case, and who stands on the next ballot (procedure.md 9.1, C-21).
import { describe, expect, test } from 'vitest'
import type { Meeting } from '../../../workflows/conference/agenda.ts'
import { exitFor, goesOnFrom } from '../../../workflows/conference/exit.ts'
import type { OutcomeKind } from '../../../workflows/conference/judgement.ts'
import { approved, conference, count, issue, preparation, team, upToBallot } from '../../support/appointment.ts'
import { arrive, convene, inRoom, meetingOf, open, orientation, people, purpose, ready } from './rooms.ts'

const counted = (): Meeting => meetingOf(count(issue(team(inRoom(), 10), 10), 10, { votes: { A: 6, B: 4 } }))

/** The meeting as if its count had come out so. */
function judgedAs(meeting: Meeting, output: { outcome: OutcomeKind; selected?: string[]; carried?: string[] }): Meeting {
  const { conference: held } = meeting
  const counts = held.counts.map((one) => ({
    ...one,
    judged: { ...one.judged, output: { ...one.judged.output, selected: [], carried: [], ...output } },
  }))
  return { ...meeting, conference: { ...held, counts } }
}

describe('where the case goes', () => {
  test.each<[OutcomeKind, string | undefined]>([
    ['selected', 'leadershipReview'],
    ['carried', 'leadershipReview'],
    ['consulted', 'leadershipReview'],
    ['passed', 'leadershipReview'],
    ['stopped', 'stoppedForDirection'],
    ['notSelected', 'stoppedForDirection'],
    ['reported', 'stoppedForDirection'],
    ['notPassed', 'stoppedForDirection'],
    ['divergenceBallot', 'divergenceBallot'],
    ['awaitingDirection', 'awaitingDirection'],
    ['headDecides', 'awaitingHeadChoice'],
    ['notQuorate', undefined],
  ])('%s: %s', (outcome, next) => {
    expect(exitFor(judgedAs(counted(), { outcome }))).toBe(next)
  })
  test('nowhere before a count is confirmed; from a meeting without a ballot to the next step', () => {
    const meeting = counted()
    expect(exitFor({ ...meeting, conference: { ...meeting.conference, counts: [] } })).toBeUndefined()
    expect(goesOnFrom({ ...meeting, conference: { ...meeting.conference, counts: [] } }, 'leadershipReview')).toEqual([])
    const play = ready()
    play.do('tk', convene(play, 'leadershipPreparation', 5))
    expect(exitFor(meetingOf(play))).toBe('expandedNomination')
  })
})

describe('who goes on', () => {
  test.each<[string, Parameters<typeof judgedAs>[1], string, string[]]>([
    ['who was chosen', { outcome: 'selected', selected: ['A'] }, 'leadershipReview', ['a']],
    ['everybody carried', { outcome: 'carried', carried: ['B', 'A'] }, 'leadershipReview', ['b', 'a']],
    [
      'chosen and carried together, each once',
      { outcome: 'carried', selected: ['A'], carried: ['A', 'B'] },
      'leadershipReview',
      ['a', 'b'],
    ],
    ['nobody after a stop', { outcome: 'stopped' }, 'stoppedForDirection', []],
    ['nobody who was not chosen at the decision', { outcome: 'notSelected', carried: ['A'] }, 'stoppedForDirection', []],
    ['those whose tie is reported to the competent level', { outcome: 'reported', carried: ['A', 'B'] }, 'stoppedForDirection', ['a', 'b']],
    ['the level ones, for the head to choose from', { outcome: 'headDecides', carried: ['B'] }, 'awaitingHeadChoice', ['b']],
    ['the one voted on, for the head to decide yes or no', { outcome: 'headDecides' }, 'awaitingHeadChoice', ['a', 'b']],
  ])('%s', (_, output, next, ids) => {
    expect(goesOnFrom(judgedAs(counted(), output), next)).toEqual(ids)
  })
  test('of a first conference the list it adopted, and nobody where it makes none', () => {
    const play = ready()
    play
      .do('tk', convene(play, 'leadershipPreparation', 5))
      .do('tk', arrive(people(5)))
      .do('tk', open)
      .do('tk', purpose)
    expect(goesOnFrom(meetingOf(play), 'expandedNomination')).toEqual([])
    play.do('tk', { type: 'adoptList', names: ['b', 'a'] })
    expect(goesOnFrom(meetingOf(play), 'expandedNomination')).toEqual(['b', 'a'])
    const old = approved('RB2017', { overlay: false })
    old.do('tk', convene(old, 'leadershipPreparation', 5))
    const meeting = meetingOf(old)
    expect(goesOnFrom({ ...meeting, conference: { ...meeting.conference, adopted: ['a'] as never } }, 'expandedNomination')).toEqual([])
  })
  test('to the additional ballot everyone of this conference and everyone introduced at the one before, but nobody withdrawn (C-21)', () => {
    const play = conference(preparation(ready(), ['a', 'b']), 'expandedNomination', { people: 10 }, { votes: { A: 5, B: 5 } })
    const meeting = meetingOf(
      count(issue(team(upToBallot(play, 'leadershipReview', { introduce: ['d'] }), 5), 5), 5, { votes: { D: 4, A: 1 } }),
    )
    const diverging = judgedAs(meeting, { outcome: 'divergenceBallot', selected: ['D'] })
    expect(goesOnFrom(diverging, 'divergenceBallot')).toEqual(['d', 'a', 'b'])
    const { state } = diverging
    expect(goesOnFrom({ ...diverging, state: { ...state, withdrawn: ['b'] as never } }, 'divergenceBallot')).toEqual(['d', 'a'])
    expect(goesOnFrom({ ...diverging, state: { ...state, conferences: [] } }, 'divergenceBallot')).toEqual(['d'])
  })
})

test('a count without quorum leads nowhere', () => {
  const play = orientation(6)
  play.do('tk', arrive(people(3)))
  expect(exitFor(meetingOf(play))).toBeUndefined()
})
