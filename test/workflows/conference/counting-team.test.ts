// The counting team: how many, who, by which hands, and only once the agenda before it is done (procedure.md 2.8, 7.2, 7.3).
import { describe, expect, test } from 'vitest'
import { teamSizeDefault } from '../../../workflows/conference/proceedings.ts'
import { conference, preparation, upToBallot } from '../../support/appointment.ts'
import { adoptTeam, arrive, convene, factOf, inRoom, lastOf, members, open, people, ready, refusalOf, speakers } from './rooms.ts'

const countingTeam = { size: 3, below8: 2, above100: 5 }

test.each([
  [1, 2],
  [7, 2],
  [8, 3],
  [100, 3],
  [101, 5],
])('of %i present the team has %i', (present, size) => {
  expect(teamSizeDefault({ countingTeam }, present)).toBe(size)
})
test('an office may set other sizes; a case from before the setting keeps three', () => {
  expect([7, 8, 101].map((present) => teamSizeDefault({ countingTeam: { size: 4, below8: 1, above100: 7 } }, present))).toEqual([1, 4, 7])
  expect([7, 101].map((present) => teamSizeDefault({}, present))).toEqual([3, 3])
})

test('a team is adopted with the hands it got', () => {
  const play = inRoom()
  const team = members('h1', 'p3', 'p4')
  expect(factOf(play, 'tk', adoptTeam(team, 6))).toEqual({
    type: 'countingTeamAdopted',
    conferenceId: 'expanded-nomination-r1-a1',
    members: team,
    inFavour: 6,
    of: 10,
  })
  expect(lastOf(play).team?.members).toEqual(team)
})

describe('who may count', () => {
  test.each<[string, ReturnType<typeof members>, object]>([
    [
      'one head, no more',
      members('h1', 'p3', 'p4').map((one) => ({ ...one, role: 'head' })),
      { code: 'counting-team-needs-one-head', heads: 3 },
    ],
    [
      'one head, no fewer',
      members('h1', 'p3', 'p4').map((one) => ({ ...one, role: 'member' })),
      { code: 'counting-team-needs-one-head', heads: 0 },
    ],
    ['as many as the rule says', members('h1', 'p3'), { code: 'counting-team-size', size: 2, expected: 3 }],
    ['nobody twice', members('h1', 'p3', 'p3'), { code: 'counting-team-member-twice' }],
    ['nobody who is voted on', members('h1', 'p3', 'a'), { code: 'nominee-in-counting-team', name: 'Người a' }],
    ['not the chair', members('h1', 'p1', 'p3'), { code: 'chair-in-counting-team', name: 'Người p1' }],
    ['nobody absent', members('h1', 'p3', 'p9'), { code: 'counting-team-member-absent', name: 'Người p9' }],
  ])('%s', (_, team, refusal) => {
    const play = inRoom(9)
    play.do('tk', { type: 'leaveEarly', personId: 'p9' })
    expect(refusalOf(play, 'tk', adoptTeam(team, 8, 8))).toEqual(refusal)
  })
})

describe('a show of hands', () => {
  test.each<[string, number, number, object | undefined]>([
    ['half is not enough', 5, 10, { code: 'show-of-hands-not-carried', inFavour: 5, of: 10 }],
    ['over half of those voting is', 4, 7, undefined],
    ['all present may vote', 10, 10, undefined],
    ['no more than are present', 6, 11, { code: 'show-of-hands-wrong', inFavour: 6, of: 11, present: 10 }],
    ['no more in favour than voted', 8, 7, { code: 'show-of-hands-wrong', inFavour: 8, of: 7, present: 10 }],
  ])('%s', (_, inFavour, of, refusal) => {
    const answer = inRoom().try('tk', adoptTeam(members('h1', 'p3', 'p4'), inFavour, of))
    expect(answer).toEqual(refusal ? { refusal } : { facts: [expect.objectContaining({ inFavour, of })] })
  })
})

describe('not before its turn (2.8)', () => {
  const team = members('h1', 'p3', 'p4')
  test('the purpose', () => {
    const play = preparation(ready(), ['a', 'b'])
    play
      .do('tk', convene(play, 'expandedNomination', 10))
      .do('tk', arrive([...people(10), 'h1']))
      .do('tk', open)
    expect(refusalOf(play, 'tk', adoptTeam(team))).toEqual({ code: 'purpose-not-stated' })
  })
  test('the action programs', () => {
    expect(refusalOf(speakers(), 'tk', adoptTeam(team))).toEqual({
      code: 'action-program-not-presented',
      names: ['Người A', 'Người B'],
    })
  })
  test('the information about nominees, which itself waits for the purpose', () => {
    const play = preparation(ready(), ['a', 'b'])
    conference(play, 'expandedNomination', { people: 10 }, { votes: { A: 9 }, invalid: 1 })
    conference(play, 'leadershipReview', {}, { votes: { A: 5 } })
    const inform = { type: 'giveNomineeInformation', summary: 'Tóm tắt lý lịch' } as const
    const early = play
      .do('tk', convene(play, 'keyOfficialsConsultation', 10))
      .do('tk', arrive([...people(10), 'h1']))
      .do('tk', open)
    expect(refusalOf(early, 'tk', inform)).toEqual({ code: 'purpose-not-stated' })
    play.do('tk', { type: 'adjournConference', reason: 'x' })
    upToBallot(play, 'keyOfficialsConsultation', { people: 10 })
    expect(refusalOf(play, 'tk', adoptTeam(team))).toEqual({ code: 'nominee-information-missing' })
    expect(factOf(play, 'tk', inform)).toEqual({
      type: 'nomineeInformationGiven',
      conferenceId: 'key-officials-consultation-r1-a2',
      summary: 'Tóm tắt lý lịch',
    })
    expect(lastOf(play).nomineeInformation).toBe('Tóm tắt lý lịch')
    expect(factOf(play, 'tk', adoptTeam(team))).toMatchObject({ type: 'countingTeamAdopted' })
  })
})
