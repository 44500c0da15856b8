// The action program before the ballot: in which order, when, which version, and who leaves the ballot (procedure.md 4.2, 4.4).
import { describe, expect, test } from 'vitest'
import { conferenceView } from '../../../workflows/conference/view.ts'
import { checks, conference, everyone, preparation, present1, program, upToBallot } from '../../support/appointment.ts'
import type { Loose, Play } from '../../support/play.ts'
import { arrive, convene, doc, factOf, inRoom, knows, lastOf, open, purpose, ready, refusalOf, speakers } from './rooms.ts'

const conferenceId = 'expanded-nomination-r1-a1'
const speech = (personId: string, presentedFrom: string, presentedTo: string): Loose => ({
  type: 'presentActionProgram',
  personId,
  presentedFrom,
  presentedTo,
  summary: 'Tóm tắt',
  questions: [{ askedBy: 'Đại biểu 3', text: 'Hỏi', answer: 'Đáp' }],
})
/** A speech that ends the minute it is noted. */
const spokenNow = (play: Play, personId: string): Loose => {
  const from = play.now()
  play.stamp('tk')
  return speech(personId, from, play.now())
}
const order = (...names: string[]): Loose => ({ type: 'setSpeakingOrder', method: 'lot', names })
const remove = (personId: string, inFavour: number, of: number): Loose => ({
  type: 'removeFromBallot',
  personId,
  reason: 'vắng mặt',
  inFavour,
  of,
})

describe('the speaking order', () => {
  test('names everybody on the ballot, in the order drawn', () => {
    const play = speakers()
    expect(factOf(play, 'tk', order('b', 'a'))).toEqual({ type: 'speakingOrderSet', conferenceId, method: 'lot', names: ['b', 'a'] })
    expect(lastOf(play).speakingOrder?.names).toEqual(['b', 'a'])
  })
  test.each([
    ['nobody left out', ['a'], 1],
    ['nobody from outside', ['a', 'd'], 2],
    ['nobody twice', ['a', 'b', 'b'], 3],
  ])('%s', (_, names, named) => {
    expect(refusalOf(speakers(), 'tk', order(...names))).toEqual({ code: 'speaking-order-incomplete', named, expected: 2 })
  })
  test('nobody speaks where the overlay does not ask for it', () => {
    expect(refusalOf(inRoom(), 'tk', order('a', 'b'))).toEqual({ code: 'no-presentations-here', stage: 'expandedNomination' })
    const play = inRoom()
    expect(refusalOf(play, 'tk', spokenNow(play, 'a'))).toEqual({ code: 'no-presentations-here', stage: 'expandedNomination' })
  })
})

describe('a presentation', () => {
  test('is kept with its version, its hash, its place in the order and its questions', () => {
    const play = speakers()
    const { programs } = play.case.state
    const ask = spokenNow(play, 'b')
    expect(factOf(play, 'tk', ask)).toEqual({
      ...ask,
      type: 'actionProgramPresented',
      conferenceId,
      order: 1,
      programVersion: 1,
      programSha256: programs.b?.[0]?.sha256,
      differsFromEarlier: false,
      recordedBy: 'tk',
    })
    expect(factOf(play, 'tk', spokenNow(play, 'a'))).toMatchObject({ personId: 'a', order: 2 })
    expect(refusalOf(play, 'tk', spokenNow(play, 'a'))).toEqual({ code: 'action-program-already-presented', name: 'Người A' })
  })
  test('is of somebody on the ballot, known by name if known at all', () => {
    const play = speakers()
    expect(refusalOf(play, 'tk', spokenNow(play, 'd'))).toEqual({ code: 'name-not-on-ballot', name: 'Người D' })
    expect(refusalOf(play, 'tk', spokenNow(play, 'zz'))).toEqual({ code: 'name-not-on-ballot', name: 'zz' })
  })
  test('is of a program handed in before', () => {
    const play = preparation(ready({}), ['a', 'b']).do('hr', program('b'))
    upToBallot(play, 'expandedNomination', { people: 10 })
    expect(refusalOf(play, 'tk', spokenNow(play, 'a'))).toEqual({ code: 'action-program-not-submitted', name: 'Người A' })
    expect(factOf(play, 'tk', spokenNow(play, 'b'))).toMatchObject({ programVersion: 1 })
  })
  test('comes after the purpose was stated', () => {
    const play = preparation(ready({}), ['a', 'b']).do('hr', program('a'))
    play
      .do('tk', convene(play, 'expandedNomination', 10))
      .do('tk', arrive(everyone(10)))
      .do('tk', open)
    expect(refusalOf(play, 'tk', spokenNow(play, 'a'))).toEqual({ code: 'purpose-not-stated' })
    expect(factOf(play.do('tk', purpose), 'tk', spokenNow(play, 'a'))).toMatchObject({ personId: 'a' })
  })
})

describe('what the minutes take down of a presentation (documents.md A8.4)', () => {
  const attached = [{ name: 'Phụ lục.pdf', mime: 'application/pdf', bytes: 1200, sha256: 'c'.repeat(64), pages: 2 }]
  const withFile = (): Play => {
    const handedIn = program('a') as { program: object } & Loose
    const play = preparation(ready({}), ['a', 'b']).do('hr', { ...handedIn, program: { ...handedIn.program, attachments: attached } })
    return upToBallot(play, 'expandedNomination', { people: 10 })
  }
  test('interruptions, the remarks of the chair, and the digests of what was handed in with it', () => {
    const play = withFile()
    const fact = factOf(play, 'tk', { ...spokenNow(play, 'a'), interruptions: 'mất điện 5 phút', chairRemarks: 'Rõ, sát thực tế' })
    expect(fact).toMatchObject({ interruptions: 'mất điện 5 phút', chairRemarks: 'Rõ, sát thực tế', attachmentSha256: ['c'.repeat(64)] })
    expect(conferenceView(play.case.state, lastOf(play), knows(true)).presentations[0]).toMatchObject({
      interruptions: 'mất điện 5 phút',
      chairRemarks: 'Rõ, sát thực tế',
    })
  })
  test('a summary of 300 words and no longer', () => {
    const play = withFile()
    const saying = (words: number) => ({ ...spokenNow(play, 'a'), summary: Array(words).fill('chữ').join(' ') })
    expect(refusalOf(play, 'tk', saying(301))).toEqual({ code: 'presentation-summary-too-long', words: 301, most: 300 })
    expect(factOf(play, 'tk', saying(300))).toMatchObject({ personId: 'a' })
  })
  const asked = (play: Play, answeredFrom: number | undefined, answeredTo: number | undefined): Loose => {
    const ask = spokenNow(play, 'a')
    const moment = (minutes: number) =>
      `${new Date(Date.parse(play.now()) + minutes * 60_000 + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`
    const question = {
      askedBy: 'Đại biểu 3',
      text: 'Hỏi',
      answer: 'Đáp',
      drawnByLot: true,
      ...(answeredFrom !== undefined && { answeredFrom: moment(answeredFrom) }),
      ...(answeredTo !== undefined && { answeredTo: moment(answeredTo) }),
    }
    return { ...ask, questions: [question] }
  }
  test.each([
    ['no time at all', undefined, undefined],
    ['only when it began', 0, undefined],
    ['from the end of the talk to the minute it is noted', 0, 1],
  ])('an answer with %s', (_, from, to) => {
    const play = withFile()
    expect(factOf(play, 'tk', asked(play, from, to))).toMatchObject({ questions: [{ drawnByLot: true }] })
  })
  test.each([
    ['before the talk was over', -1, 0],
    ['that ends before it begins', 1, 0],
    ['in the future', 0, 2],
    ['that ends before the talk does', undefined, -1],
  ])('no answer %s', (_, from, to) => {
    const play = withFile()
    expect(refusalOf(play, 'tk', asked(play, from, to))).toEqual({ code: 'answer-times-wrong', no: 1 })
  })
})

describe('the times of a presentation lie inside the meeting', () => {
  const at = (play: Play, minutes: number): string => {
    const moved = new Date(Date.parse(play.now()) + minutes * 60_000 + 7 * 3_600_000)
    return `${moved.toISOString().slice(0, 19)}+07:00`
  }
  test('from the very opening to the very minute it is noted', () => {
    const play = speakers()
    const openedAt = lastOf(play).openedAt ?? ''
    // The next command is stamped one minute on.
    expect(factOf(play, 'tk', speech('a', openedAt, at(play, 1)))).toMatchObject({ presentedFrom: openedAt, presentedTo: play.now() })
  })
  test('not before the opening', () => {
    const play = speakers()
    const openedAt = lastOf(play).openedAt ?? ''
    const presentedFrom = at(play, -30)
    expect(refusalOf(play, 'tk', speech('a', presentedFrom, at(play, 0)))).toEqual({
      code: 'presentation-before-opening',
      presentedFrom,
      openedAt,
    })
  })
  test('not after now', () => {
    const play = speakers()
    const presentedTo = at(play, 2)
    expect(refusalOf(play, 'tk', speech('a', at(play, 0), presentedTo))).toEqual({
      code: 'presentation-in-future',
      presentedTo,
      now: play.now(),
    })
  })
  test.each([
    ['not ending before it began', 0, -1],
    ['not ending as it begins', 0, 0],
  ])('%s', (_, from, to) => {
    const play = speakers()
    const [presentedFrom, presentedTo] = [at(play, from), at(play, to)]
    expect(refusalOf(play, 'tk', speech('a', presentedFrom, presentedTo))).toEqual({
      code: 'presentation-times-reversed',
      presentedFrom,
      presentedTo,
    })
  })
  test.each([
    ['2023-99-06T08:00:00+07:00', '2023-03-06T08:20:00+07:00'],
    ['2023-03-06T08:10:00+07:00', '2023-99-06T08:20:00+07:00'],
  ])('a moment no calendar has is no time: %s to %s', (presentedFrom, presentedTo) => {
    expect(refusalOf(speakers(), 'tk', speech('a', presentedFrom, presentedTo))).toEqual({
      code: 'presentation-times-reversed',
      presentedFrom,
      presentedTo,
    })
  })
})

describe('the minutes say when another version is presented later (4.4)', () => {
  const atDecision = (changes: readonly string[]): Play => {
    const play = speakers()
    for (const id of ['a', 'b']) present1(play, id)
    finishBallot(play)
    conference(play, 'leadershipReview', {}, { votes: { A: 5 } })
    conference(play, 'keyOfficialsConsultation', { people: 12 }, { votes: { A: 12 } })
    for (const id of changes) play.do('hr', program(id, 'Bản đã sửa'))
    return upToBallot(checks(play), 'leadershipDecision', {})
  }
  function finishBallot(play: Play, votes: Readonly<Record<string, number>> = { A: 9, B: 1 }, invalid = 0): void {
    const team = ['h1', 'p3', 'p4'].map((personId, at) => ({ personId, name: 'x', role: at === 0 ? 'head' : 'member' }))
    play.do('tk', { type: 'adoptCountingTeam', members: team, inFavour: 10, of: 10 })
    play.do('tk', { type: 'prepareBallots', printed: 10, mark: 'hangingSeal' }).do('tk', { type: 'issueBallots', issued: 10 })
    play.do('tk', { type: 'collectBallots', collected: 10, unusedSealed: 0 })
    play.do('kp1', { type: 'typeCount', entry: { ballotsValid: 10 - invalid, ballotsInvalid: invalid, votes } })
    play.do('kp2', { type: 'confirmCount' }).do('tk', { type: 'closeConference', conclusion: '' })
  }
  test('the same text: nothing to say', () => {
    const play = atDecision([])
    expect(factOf(play, 'tk', spokenNow(play, 'a'))).toMatchObject({ programVersion: 1, differsFromEarlier: false, order: 1 })
  })
  test('another text: said', () => {
    const play = atDecision(['a'])
    expect(factOf(play, 'tk', spokenNow(play, 'a'))).toMatchObject({ programVersion: 2, differsFromEarlier: true })
  })
  test('what was presented in an earlier run is no earlier text: that run is set aside', () => {
    const play = speakers()
    for (const id of ['a', 'b']) present1(play, id)
    finishBallot(play, { A: 2, B: 2 }, 6)
    play.do('hr', { type: 'sendReport', document: doc, explanation: 'không ai đạt 30%' })
    play.do('hr', { type: 'receiveDirection', direction: 'restart', document: doc, names: [] })
    preparation(play.do('hr', program('a', 'Bản đã sửa')), ['a', 'b'])
    upToBallot(play, 'expandedNomination', { people: 10 })
    expect(factOf(play, 'tk', spokenNow(play, 'a'))).toMatchObject({ programVersion: 2, differsFromEarlier: false })
  })
})

describe('who does not present leaves the ballot only by a recorded decision of the conference (4.4)', () => {
  test('kept with its reason and its show of hands', () => {
    const play = speakers()
    expect(factOf(play, 'tk', remove('b', 6, 10))).toEqual({
      type: 'nomineeRemovedFromBallot',
      conferenceId,
      personId: 'b',
      reason: 'vắng mặt',
      inFavour: 6,
      of: 10,
    })
    expect(lastOf(play).removed).toHaveLength(1)
    expect(refusalOf(play, 'tk', remove('b', 6, 10))).toEqual({ code: 'name-not-on-ballot', name: 'Người B' })
    expect(refusalOf(play, 'tk', remove('zz', 6, 10))).toEqual({ code: 'name-not-on-ballot', name: 'zz' })
  })
  test.each<[string, number, number, object | undefined]>([
    ['half the hands do not carry', 5, 10, { code: 'show-of-hands-not-carried', inFavour: 5, of: 10 }],
    ['over half of those voting do', 4, 7, undefined],
    ['all of those present do', 10, 10, undefined],
    ['no more hands than people present', 6, 11, { code: 'show-of-hands-wrong', inFavour: 6, of: 11, present: 10 }],
    ['no more in favour than voted', 8, 7, { code: 'show-of-hands-wrong', inFavour: 8, of: 7, present: 10 }],
  ])('%s', (_, inFavour, of, refusal) => {
    const answer = speakers().try('tk', remove('b', inFavour, of))
    expect(answer).toEqual(refusal ? { refusal } : { facts: [expect.objectContaining({ personId: 'b', inFavour, of })] })
  })
})
