// Who came, who left, who was excused, and whether that is enough to meet (procedure.md 2.1, 2.3, 2.7, 3.1.8).
import { describe, expect, test } from 'vitest'
import { quorumNow } from '../../../workflows/conference/agenda.ts'
import { mergeRoles } from '../../../workflows/conference/convening.ts'
import { presenceAt } from '../../../workflows/papers/meeting.ts'
import { approved, conference, convening, preparation } from '../../support/appointment.ts'
import type { Loose, Play } from '../../support/play.ts'
import { arrive, convene, doc, factOf, lastOf, meetingOf, open, orientation, people, purpose, ready, refusalOf } from './rooms.ts'

const convened = (count = 9): Play => {
  const play = ready()
  return play.do('tk', convene(play, 'leadershipPreparation', count))
}
const numbersOf = (play: Play) => {
  const { present, convened: called, needed, isMet, excused, convenedRaw, membersTotal } = quorumNow(meetingOf(play))
  return { present, called, needed, isMet, excused, convenedRaw, membersTotal }
}
const excuse = (personId: string): Loose => ({ type: 'excuseAbsence', personId, reason: 'bão', document: doc })
const absent = (personId: string): Loose => ({ type: 'noteAbsence', personId, reason: 'đi công tác' })
const conferenceId = 'leadership-preparation-r1-a1'

describe('arriving', () => {
  test('each person arrives once, at the moment it is noted and in the way it is noted', () => {
    const play = convened()
    const answer = play.try('tk', arrive(['p1', 'p3', 'p1']))
    expect(answer).toEqual({
      facts: ['p1', 'p3'].map((personId) => ({ type: 'attendeeArrived', conferenceId, personId, arrivedAt: play.now(), way: 'inRoom' })),
    })
    expect(lastOf(play).attendance).toEqual({
      p1: { personId: 'p1', status: 'present', at: play.now(), way: 'inRoom' },
      p3: { personId: 'p3', status: 'present', at: play.now(), way: 'inRoom' },
    })
    expect(refusalOf(play, 'tk', arrive(['p4', 'p3']))).toEqual({ code: 'person-is-present', personId: 'p3', name: 'Đại biểu 3' })
    expect(refusalOf(play, 'tk', arrive(['p4', 'zz']))).toEqual({ code: 'person-not-on-list', personId: 'zz' })
  })
  test('a check-in of the wrong person is taken back, on record, and leaves no trace of a coming or a leaving', () => {
    const play = convened().do('tk', arrive(['p1', 'p2']))
    expect(factOf(play, 'tk', { type: 'takeBackCheckIn', personId: 'p2' })).toEqual({
      type: 'arrivalTakenBack',
      conferenceId,
      personId: 'p2',
    })
    expect(Object.keys(lastOf(play).attendance)).toEqual(['p1'])
    expect(refusalOf(play, 'tk', { type: 'takeBackCheckIn', personId: 'p2' })).toEqual({ code: 'person-not-present', personId: 'p2' })
  })
  test('online only at a hybrid meeting', () => {
    expect(refusalOf(convened(), 'tk', arrive(['p1'], 'online'))).toEqual({ code: 'online-needs-hybrid-meeting' })
    expect(factOf(orientation(6, { mode: 'hybrid', hybridDecision: doc }), 'tk', arrive(['p1'], 'online'))).toMatchObject({ way: 'online' })
  })
  test('a sealed envelope only by the local rule, and then the person counts as present', () => {
    expect(refusalOf(convened(), 'tk', arrive(['p1'], 'sealedEnvelope'))).toEqual({ code: 'absentee-ballot-disallowed' })
    const play = approved('RB2022', { overlay: false, settings: { absenteeBallot: 'sealedEnvelope' } })
    play.do('tk', convene(play, 'leadershipPreparation', 3)).do('tk', arrive(['p3'], 'sealedEnvelope'))
    expect(numbersOf(play)).toMatchObject({ present: 1 })
  })
})

describe('leaving and staying away', () => {
  test('who leaves no longer counts, and may come back', () => {
    const play = convened().do('tk', arrive(['p1', 'p2']))
    expect(factOf(play, 'tk', { type: 'leaveEarly', personId: 'p2' })).toEqual({
      type: 'attendeeLeft',
      conferenceId,
      personId: 'p2',
      leftAt: play.now(),
    })
    expect(lastOf(play).attendance.p2).toEqual({ personId: 'p2', status: 'left', at: play.now() })
    expect(numbersOf(play)).toMatchObject({ present: 1 })
    expect(refusalOf(play, 'tk', { type: 'leaveEarly', personId: 'p2' })).toEqual({ code: 'person-not-present', personId: 'p2' })
    expect(numbersOf(play.do('tk', arrive(['p2'])))).toMatchObject({ present: 2 })
  })
  test('an absence is noted with its reason and lowers no base', () => {
    const play = convened().do('tk', arrive(['p1']))
    expect(factOf(play, 'tk', absent('p3'))).toEqual({ type: 'absenceNoted', conferenceId, personId: 'p3', reason: 'đi công tác' })
    expect(lastOf(play).attendance.p3).toEqual({ personId: 'p3', status: 'absent', reason: 'đi công tác' })
    expect(numbersOf(play)).toMatchObject({ present: 1, called: 9 })
    expect(refusalOf(play, 'tk', absent('zz'))).toEqual({ code: 'person-not-on-list', personId: 'zz' })
    expect(refusalOf(play, 'tk', absent('p1'))).toEqual({ code: 'person-is-present', personId: 'p1' })
  })
  test('RB2022 knows no absence by force majeure', () => {
    expect(refusalOf(convened(), 'tk', excuse('p3'))).toEqual({ code: 'force-majeure-not-in-rulebook', rulebook: 'RB2022' })
  })
  test('RB2026: one excused with a paper lowers the base of quorum and percent; coming after all, the person counts again (2.1)', () => {
    const play = orientation(7)
    expect(factOf(play, 'tk', excuse('p7'))).toEqual({
      type: 'absenceExcused',
      conferenceId: 'leadership-orientation-r1-a1',
      personId: 'p7',
      reason: 'bão',
      document: doc,
    })
    expect(numbersOf(play.do('tk', excuse('p6')))).toMatchObject({ convenedRaw: 7, excused: 2, called: 5, needed: 4 })
    play.do('tk', arrive(['p1', 'p7']))
    expect(numbersOf(play)).toMatchObject({ convenedRaw: 7, excused: 1, called: 6, needed: 4, present: 2 })
    expect(Object.keys(lastOf(play).excused)).toEqual(['p6'])
    expect(refusalOf(play, 'tk', excuse('zz'))).toEqual({ code: 'person-not-on-list', personId: 'zz' })
    expect(refusalOf(play, 'tk', excuse('p1'))).toEqual({ code: 'person-is-present', personId: 'p1' })
  })
})

describe('who counts', () => {
  test('people without a vote count in no base, quorum or number', () => {
    const play = convened(3).do('tk', arrive(['h1', 'p1']))
    expect(numbersOf(play)).toEqual({ present: 1, called: 3, needed: 2, isMet: false, excused: 0, convenedRaw: 3, membersTotal: 3 })
  })
  const withCandidate = (settings: Readonly<Record<string, unknown>>): Play => {
    const play = preparation(approved('RB2022', { overlay: false, settings }), ['a', 'b'])
    const rows = [...(convening('expandedNomination', 9, play.now()).rows as object[]), candidate('a', true), candidate('b', false)]
    return play.do('tk', convene(play, 'expandedNomination', 10, { rows })).do('tk', arrive(['a', 'b', 'p1']))
  }
  const candidate = (personId: string, hasVote: boolean) => ({ personId, name: 'Ứng viên', title: 'x', role: 'lãnh đạo', hasVote })
  test('a candidate of the body votes and counts, unless the office says otherwise (C-18)', () => {
    expect(numbersOf(withCandidate({}))).toMatchObject({ present: 2, called: 10, convenedRaw: 10, membersTotal: 10 })
    expect(numbersOf(withCandidate({ candidateVotes: false }))).toMatchObject({ present: 1, called: 9, convenedRaw: 9, membersTotal: 9 })
  })
  test('minutes of a meeting that did not come about name the numbers it was judged by', () => {
    const play = withCandidate({ candidateVotes: false })
    const { present, called } = numbersOf(play)
    play.do('tk', { type: 'declareNotQuorate' })
    expect(presenceAt(play.case.state, lastOf(play))).toMatchObject({ present, convened: called })
  })
  test('one on the list in two roles has one seat in the count', () => {
    const rows = [
      ...(convening('leadershipPreparation', 3, ready().now()).rows as object[]),
      { ...candidate('p1', true), name: 'Đại biểu 1' },
    ]
    expect(mergeRoles(rows as never).list.filter((one) => one.hasVote)).toHaveLength(3)
  })
})

describe('quorum', () => {
  test('two thirds of those convened open the meeting, one fewer does not', () => {
    const play = convened(9).do('tk', arrive(people(5)))
    expect(refusalOf(play, 'tk', open)).toEqual({ code: 'quorum-missing', present: 5, convened: 9, needed: 6 })
    play.do('tk', arrive(['p6']))
    const fact = factOf(play, 'tk', open)
    expect(fact).toEqual({ type: 'conferenceOpened', conferenceId, openedAt: play.now(), present: 6, convened: 9 })
    expect(lastOf(play)).toMatchObject({ phase: 'opened', openedAt: play.now() })
  })
  test('RB2026, where the office asks for no quorum, one person is enough (C-06)', () => {
    const play = orientation(7, {}, { overlay: false, settings: { quorumRequired: false } })
    expect(numbersOf(play)).toMatchObject({ needed: 1, isMet: false })
    expect(numbersOf(play.do('tk', arrive(['p1'])))).toMatchObject({ needed: 1, isMet: true })
  })
  test('nobody may say the quorum is missing while it is there', () => {
    const play = convened(9).do('tk', arrive(people(6)))
    expect(refusalOf(play, 'tk', { type: 'declareNotQuorate' })).toEqual({
      code: 'quorum-is-there',
      present: 6,
      convened: 9,
      needed: 6,
    })
  })
  test('a missing quorum is recorded with its numbers, at the opening', () => {
    const play = convened(9).do('tk', arrive(people(5)))
    const fact = factOf(play, 'tk', { type: 'declareNotQuorate' })
    expect(fact).toEqual({ type: 'conferenceNotQuorate', conferenceId, present: 5, convened: 9, needed: 6, moment: 'opening' })
    expect(lastOf(play)).toMatchObject({ phase: 'notQuorate', endReason: '5/9' })
  })
  test('or when ballots are to be issued and too many have left', () => {
    const play = convened(9)
      .do('tk', arrive(people(6)))
      .do('tk', open)
      .do('tk', purpose)
    play.do('tk', { type: 'leaveEarly', personId: 'p6' })
    expect(factOf(play, 'tk', { type: 'declareNotQuorate' })).toMatchObject({ present: 5, moment: 'issuing' })
  })
  test('an adjourned meeting is over; the same conference is convened again as the next attempt', () => {
    const play = convened(9)
    expect(factOf(play, 'tk', { type: 'adjournConference', reason: 'mất điện' })).toEqual({
      type: 'conferenceAdjourned',
      conferenceId,
      reason: 'mất điện',
    })
    expect(lastOf(play)).toMatchObject({ phase: 'adjourned', endReason: 'mất điện' })
    expect(refusalOf(play, 'tk', open)).toEqual({
      code: 'out-of-order',
      status: 'leadershipPreparation',
      phase: 'adjourned',
      command: 'openConference',
    })
    expect(factOf(play, 'tk', convene(play, 'leadershipPreparation', 9))).toMatchObject({ attempt: 2 })
  })
  test.each<[string, Loose]>([
    ['without its quorum', { type: 'declareNotQuorate' }],
    ['set aside', { type: 'resetStage', stage: 'leadershipPreparation', reason: 'convocationListWrong', explanation: 'x' }],
  ])('a meeting %s is over: whoever was there, nobody comes or goes', (_, end) => {
    const play = convened(9)
      .do('tk', arrive(['p1']))
      .do('hr', end)
    for (const ask of [arrive(['p1']), arrive(['zz']), absent('p1')]) expect(refusalOf(play, 'tk', ask).code).toBe('out-of-order')
  })
  test('a closed meeting takes no more arrivals', () => {
    const play = conference(preparation(ready(), ['a', 'b']), 'expandedNomination', { people: 10 }, { votes: { A: 6, B: 4 } })
    expect(refusalOf(play, 'tk', arrive(['p1']))).toMatchObject({ code: 'out-of-order' })
  })
  test('while a new issue suspends the case no meeting is held', () => {
    const play = ready().do('hr', { type: 'raiseNewIssue', issue: 'có đơn' })
    expect(refusalOf(play, 'tk', open)).toEqual({ code: 'case-suspended' })
  })
})
