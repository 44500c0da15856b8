// Slips out and back, two people to a count, and how the meeting ends (procedure.md 2.1, 2.8, 3.1.8, 7.2, 7.3).
import { describe, expect, test } from 'vitest'
import { stageRule } from '../../../workflows/rulebooks/index.ts'
import { rb2022 } from '../../../workflows/rulebooks/rb2022.ts'
import { approved, conference, count, issue, preparation, team, upToBallot } from '../../support/appointment.ts'
import type { Loose, Play } from '../../support/play.ts'
import { arrive, convene, doc, factOf, inRoom, lastOf, open, orientation, people, purpose, ready, refusalOf } from './rooms.ts'

const conferenceId = 'expanded-nomination-r1-a1'
const prepare = (printed: number, mark = 'hangingSeal'): Loose => ({ type: 'prepareBallots', printed, mark })
const hand = (issued: number): Loose => ({ type: 'issueBallots', issued })
const collect = (collected: number, unusedSealed = 0): Loose => ({ type: 'collectBallots', collected, unusedSealed })
const typed = (entry: Readonly<Record<string, unknown>>): Loose => ({
  type: 'typeCount',
  entry: { ballotsValid: 10, ballotsInvalid: 0, votes: { A: 6, B: 4 }, ...entry },
})
const close: Loose = { type: 'closeConference', conclusion: 'Thống nhất' }
const announce: Loose = { type: 'announceResult' }
const slipsOut = (): Play => issue(team(inRoom(), 10), 10)
const boxOpen = (collected = 10): Play => slipsOut().do('tk', collect(collected))
const order = (play: Play, command: string) => {
  const { phase } = lastOf(play)
  return { code: 'out-of-order', status: lastOf(play).stage, phase, command }
}

describe('slips are prepared', () => {
  test('with the number printed and the mark of the rulebook', () => {
    const play = inRoom()
    expect(factOf(play, 'tk', prepare(12))).toEqual({ type: 'ballotsPrepared', conferenceId, printed: 12, mark: 'hangingSeal' })
    expect(refusalOf(play, 'tk', prepare(12, 'chairSignature'))).toEqual({
      code: 'ballot-mark-not-in-rulebook',
      mark: 'chairSignature',
      article: rb2022.ballotMarks.article,
    })
  })
  test('never for a meeting without a ballot', () => {
    const play = ready()
    play
      .do('tk', convene(play, 'leadershipPreparation', 5))
      .do('tk', arrive(people(5)))
      .do('tk', open)
      .do('tk', purpose)
    expect(refusalOf(play, 'tk', prepare(5))).toEqual({ code: 'no-ballot-here', stage: 'leadershipPreparation' })
    expect(refusalOf(play, 'tk', hand(5))).toEqual(order(play, 'issueBallots'))
  })
})

describe('slips go out', () => {
  test('to the people present; the numbers of the moment are kept with them', () => {
    const play = team(inRoom(), 10).do('tk', prepare(12)).do('tk', { type: 'leaveEarly', personId: 'p10' })
    expect(factOf(play, 'tk', hand(9))).toEqual({
      type: 'ballotsIssued',
      conferenceId,
      issued: 9,
      present: 9,
      convenedRaw: 10,
      excused: 0,
      membersTotal: 10,
      names: ['a', 'b'],
      issuedAt: play.now(),
    })
    expect(lastOf(play).phase).toBe('ballotOpen')
    expect(refusalOf(play, 'tk', hand(9))).toEqual(order(play, 'issueBallots'))
  })
  test('not one more than printed, not one more than present', () => {
    const few = team(inRoom(), 10).do('tk', prepare(9))
    expect(refusalOf(few, 'tk', hand(10))).toEqual({ code: 'prepared-below-issued', ballotsPrepared: 9, ballotsIssued: 10 })
    expect(factOf(few, 'tk', hand(9))).toMatchObject({ issued: 9 })
    const many = team(inRoom(), 10).do('tk', prepare(11))
    expect(refusalOf(many, 'tk', hand(11))).toEqual({ code: 'issued-exceeds-present', ballotsIssued: 11, present: 10 })
  })
  test('not before the meeting is open', () => {
    const play = preparation(ready(), ['a', 'b'])
    play.do('tk', convene(play, 'expandedNomination', 10)).do('tk', arrive(people(10)))
    expect(refusalOf(play, 'tk', hand(10))).toEqual(order(play, 'issueBallots'))
  })
  test('not once too many have left for a quorum', () => {
    const play = team(inRoom(), 10).do('tk', prepare(10))
    for (const personId of ['p10', 'p9', 'p8', 'p7']) play.do('tk', { type: 'leaveEarly', personId })
    expect(refusalOf(play, 'tk', hand(6))).toEqual({ code: 'quorum-missing', present: 6, convened: 10, needed: 7 })
  })
  test('RB2026: those excused by force majeure are kept beside the number convened', () => {
    const play = orientation(7)
    play.do('tk', { type: 'excuseAbsence', personId: 'p7', reason: 'bão', document: doc })
    play
      .do('tk', arrive([...people(6), 'h1']))
      .do('tk', open)
      .do('tk', purpose)
      .do('tk', { type: 'adoptList', names: ['a', 'b'] })
    team(play, 6).do('tk', prepare(6, 'chairSignature'))
    expect(factOf(play, 'tk', hand(6))).toMatchObject({ convenedRaw: 7, excused: 1, present: 6, membersTotal: 7 })
  })
})

describe('slips come back', () => {
  test('as many as the box holds, the unused ones sealed before it is opened', () => {
    const play = team(inRoom(), 10).do('tk', prepare(12)).do('tk', hand(10))
    expect(refusalOf(play, 'tk', collect(10, 1))).toEqual({ code: 'unused-ballots-differ', unusedSealed: 1, unused: 2 })
    expect(refusalOf(play, 'tk', collect(11, 2))).toEqual({ code: 'collected-exceeds-issued', ballotsCollected: 11, ballotsIssued: 10 })
    expect(factOf(play, 'tk', collect(10, 2))).toEqual({
      type: 'ballotsCollected',
      conferenceId,
      collected: 10,
      unusedSealed: 2,
      collectedAt: play.now(),
    })
    expect(lastOf(play).phase).toBe('collected')
  })
  test('not before they went out', () => {
    const play = inRoom()
    expect(refusalOf(play, 'tk', collect(0))).toEqual(order(play, 'collectBallots'))
    play.do('tk', prepare(10))
    expect(refusalOf(play, 'tk', collect(0))).toEqual(order(play, 'collectBallots'))
  })
})

describe('a count is typed by one and confirmed by another (7.3)', () => {
  const entry = { ballotsValid: 10, ballotsInvalid: 0, votes: { A: 6, B: 4 } }
  test('typed and confirmed, with who typed it and how it was judged', () => {
    const play = boxOpen()
    expect(factOf(play, 'kp1', typed({}))).toEqual({ type: 'countTyped', conferenceId, entry })
    expect(lastOf(play)).toMatchObject({ phase: 'typed', typed: { entry, by: 'kp1' } })
    expect(refusalOf(play, 'kp1', { type: 'confirmCount' })).toEqual({ code: 'same-person-confirms', by: 'kp1' })
    expect(factOf(play, 'kp2', { type: 'confirmCount' })).toMatchObject({
      type: 'countConfirmed',
      conferenceId,
      entry,
      typedBy: 'kp1',
      confirmedAt: play.now(),
      judged: { output: { outcome: 'selected', selected: ['A'] } },
    })
    expect(lastOf(play)).not.toHaveProperty('typed')
    expect(lastOf(play).counts).toMatchObject([{ entry, typedBy: 'kp1', confirmedBy: 'kp2', confirmedAt: play.now() }])
  })
  test('a count may be sent back with a reason, and is typed anew', () => {
    const play = boxOpen().do('kp1', typed({}))
    expect(factOf(play, 'kp2', { type: 'rejectCount', reason: 'đếm lại' })).toEqual({
      type: 'countRejected',
      conferenceId,
      reason: 'đếm lại',
    })
    expect(lastOf(play)).not.toHaveProperty('typed')
    expect(refusalOf(play, 'kp2', { type: 'confirmCount' })).toEqual(order(play, 'confirmCount'))
    expect(factOf(play, 'kp2', typed({ votes: { A: 5, B: 5 } }))).toMatchObject({ type: 'countTyped' })
  })
  test('nothing is typed while the slips are out, and nothing twice', () => {
    const play = slipsOut()
    expect(refusalOf(play, 'kp1', typed({}))).toEqual(order(play, 'typeCount'))
    play.do('tk', collect(10)).do('kp1', typed({}))
    expect(refusalOf(play, 'kp1', typed({}))).toEqual(order(play, 'typeCount'))
  })
  test('a ballot that cannot be repaired is voided: old slips noted, new ones prepared (3.1.8)', () => {
    const play = boxOpen().do('kp1', typed({}))
    expect(factOf(play, 'tk', { type: 'voidBallot', reason: 'thừa phiếu' })).toEqual({
      type: 'ballotVoided',
      conferenceId,
      reason: 'thừa phiếu',
    })
    const after = lastOf(play)
    expect(after).toMatchObject({ phase: 'opened', voided: ['thừa phiếu'] })
    for (const gone of ['prepared', 'issued', 'collected', 'typed']) expect(after).not.toHaveProperty(gone)
    expect(refusalOf(play, 'tk', hand(10))).toEqual({ code: 'ballots-not-prepared' })
    count(issue(play, 10), 10, { votes: { A: 10 } })
    expect(lastOf(play).counts).toHaveLength(1)
  })
})

describe('a result is announced only where the law says so (2.8)', () => {
  const atReview = (): Play => {
    const play = conference(preparation(ready(), ['a', 'b']), 'expandedNomination', { people: 10 }, { votes: { A: 9 }, invalid: 1 })
    return issue(team(upToBallot(play, 'leadershipReview', {}), 5), 5)
  }
  test('not at the expanded conference of RB2022', () => {
    const play = count(slipsOut(), 10, { votes: { A: 6, B: 4 } })
    const stage = stageRule('RB2022', 'appointmentOnSite', 'expandedNomination')
    expect(refusalOf(play, 'tk', announce)).toEqual({
      code: 'result-not-announced',
      stage: 'expandedNomination',
      stepNo: 2,
      article: stage?.ballot?.announce.article,
    })
  })
  test('at the second leadership conference, once, and before it closes', () => {
    const play = atReview()
    expect(refusalOf(play, 'tk', announce)).toEqual(order(play, 'announceResult'))
    count(play, 5, { votes: { A: 5 } })
    const article = stageRule('RB2022', 'appointmentOnSite', 'leadershipReview')?.ballot?.announce.article
    expect(refusalOf(play, 'tk', close)).toEqual({ code: 'announcement-missing', stage: 'leadershipReview', article })
    const fact = factOf(play, 'tk', announce)
    expect(fact).toEqual({ type: 'resultAnnounced', conferenceId: 'leadership-review-r1-a1', announcedAt: play.now() })
    const announcedAt = play.now()
    expect(refusalOf(play, 'tk', announce)).toEqual({ code: 'result-already-announced', announcedAt })
    expect(factOf(play, 'tk', close)).toMatchObject({ type: 'conferenceClosed', next: 'keyOfficialsConsultation' })
  })
})

describe('a meeting is closed', () => {
  test('with its conclusion, where the case goes, and who goes on', () => {
    const play = count(slipsOut(), 10, { votes: { A: 6, B: 4 } })
    expect(factOf(play, 'tk', close)).toEqual({
      type: 'conferenceClosed',
      conferenceId,
      closedAt: play.now(),
      conclusion: 'Thống nhất',
      next: 'leadershipReview',
      goesOn: ['a'],
    })
    expect(lastOf(play)).toMatchObject({ phase: 'closed', closed: { conclusion: 'Thống nhất' } })
    expect(play.case.state.goesOn).toEqual(['a'])
  })
  test('with a ballot only once the count is confirmed', () => {
    const play = boxOpen().do('kp1', typed({}))
    expect(refusalOf(play, 'tk', close)).toEqual({ code: 'count-not-confirmed', stage: 'expandedNomination' })
  })
  const begun = (): Play => {
    const play = ready()
    return play.do('tk', convene(play, 'leadershipPreparation', 6)).do('tk', arrive(people(6)))
  }
  test('without a ballot only with its quorum, its purpose and its list', () => {
    const play = begun()
    expect(refusalOf(play, 'tk', close)).toEqual({ code: 'purpose-not-stated' })
    play.do('tk', open).do('tk', purpose)
    expect(refusalOf(play, 'tk', close)).toEqual({ code: 'list-not-adopted', stage: 'leadershipPreparation' })
    play.do('tk', { type: 'adoptList', names: ['b', 'a'] })
    for (const personId of ['p6', 'p5', 'p4']) play.do('tk', { type: 'leaveEarly', personId })
    expect(refusalOf(play, 'tk', close)).toEqual({ code: 'quorum-missing', present: 3, convened: 6, needed: 4 })
    play.do('tk', arrive(['p4']))
    expect(factOf(play, 'tk', close)).toMatchObject({ next: 'expandedNomination', goesOn: ['b', 'a'] })
  })
  test('RB2017: the first conference closes without a list', () => {
    const play = preparation(approved('RB2017', { overlay: false }), undefined)
    expect(play.case.state.goesOn).toEqual([])
    expect(play.where).toBe('expandedNomination.awaited')
  })
  test('what is said in it is noted in order', () => {
    const play = inRoom()
    expect(factOf(play, 'tk', { type: 'noteStatement', speaker: 'Đại biểu 3', summary: 'Nhất trí' })).toEqual({
      type: 'statementNoted',
      conferenceId,
      speaker: 'Đại biểu 3',
      summary: 'Nhất trí',
    })
    play.do('tk', { type: 'noteStatement', speaker: 'Đại biểu 4', summary: 'Cũng vậy' })
    expect(lastOf(play).statements).toEqual([
      { speaker: 'Đại biểu 3', summary: 'Nhất trí' },
      { speaker: 'Đại biểu 4', summary: 'Cũng vậy' },
    ])
  })
})

describe('a confirmed count found wrong (3.1.8)', () => {
  const entry = { ballotsValid: 10, ballotsInvalid: 0, votes: { A: 5, B: 5 } }
  const correct = (id = conferenceId, more: Readonly<Record<string, unknown>> = {}): Loose => ({
    type: 'typeCorrection',
    conferenceId: id,
    entry: { ...entry, ...more },
    reason: 'đếm nhầm một phiếu',
  })
  const confirm: Loose = { type: 'confirmCorrection', conferenceId }
  const closed = (): Play => count(slipsOut(), 10, { votes: { A: 6, B: 4 } }).do('tk', close)
  test('is typed with its reason by one and confirmed by another, judged anew, announced and closed anew', () => {
    const play = closed()
    expect(factOf(play, 'kp1', correct())).toEqual({
      type: 'correctionTyped',
      conferenceId,
      stage: 'expandedNomination',
      entry,
      reason: 'đếm nhầm một phiếu',
    })
    expect(lastOf(play).correctionTyped).toEqual({ entry, reason: 'đếm nhầm một phiếu', by: 'kp1' })
    expect(factOf(play, 'kp2', confirm)).toMatchObject({
      type: 'countCorrected',
      conferenceId,
      stage: 'expandedNomination',
      entry,
      reason: 'đếm nhầm một phiếu',
      typedBy: 'kp1',
      confirmedAt: play.now(),
      judged: { output: { outcome: 'carried', carried: ['A', 'B'] } },
    })
    const after = lastOf(play)
    expect(after.phase).toBe('counted')
    for (const gone of ['correctionTyped', 'closed', 'announcedAt']) expect(after).not.toHaveProperty(gone)
    expect(after.counts.at(-1)).toMatchObject({ entry, typedBy: 'kp1', confirmedBy: 'kp2', correctionReason: 'đếm nhầm một phiếu' })
    expect(after.counts).toHaveLength(2)
    expect(factOf(play, 'tk', close)).toMatchObject({ goesOn: ['a', 'b'] })
  })
  test('cannot be confirmed before it is typed', () => {
    expect(refusalOf(closed(), 'kp2', confirm)).toEqual({ code: 'no-correction-typed' })
  })
  test('must itself add up', () => {
    expect(refusalOf(closed(), 'kp1', correct(conferenceId, { ballotsValid: 9 }))).toMatchObject({
      code: 'valid-and-invalid-differ-from-collected',
    })
  })
  test('of a meeting that was never counted there is none', () => {
    for (const ask of [correct(conferenceId), { ...confirm }])
      expect(refusalOf(slipsOut(), 'kp1', ask)).toEqual({ code: 'count-not-confirmed', conferenceId })
    expect(refusalOf(closed(), 'kp1', correct('no-such-meeting'))).toEqual({ code: 'count-not-confirmed', conferenceId: 'no-such-meeting' })
  })
  test.each<[string, (play: Play) => Play, string]>([
    ['a later meeting convened, no slips out: convened anew', (play) => upToBallot(play, 'leadershipReview', {}), 'reset'],
    [
      'a later meeting that had no quorum stays so',
      (play) => play.do('tk', convene(play, 'leadershipReview', 5)).do('tk', { type: 'declareNotQuorate' }),
      'notQuorate',
    ],
    [
      'a later meeting adjourned stays so',
      (play) => play.do('tk', convene(play, 'leadershipReview', 5)).do('tk', { type: 'adjournConference', reason: 'x' }),
      'adjourned',
    ],
  ])('%s; the corrected meeting is closed anew', (_, later, phase) => {
    const play = later(closed())
    play.do('kp1', correct()).do('kp2', confirm)
    expect(play.case.state.conferences.map((one) => one.phase)).toEqual(['closed', 'counted', phase])
    expect(play.where).toBe('expandedNomination.counted')
    expect(factOf(play, 'tk', close)).toMatchObject({ conferenceId, goesOn: ['a', 'b'] })
    conference(play, 'leadershipReview', {}, { votes: { A: 5 } })
    expect(play.where).toBe('keyOfficialsConsultation.awaited')
  })
  test('once slips of a later meeting are out, the count stays', () => {
    const play = issue(team(upToBallot(closed(), 'leadershipReview', {}), 5), 5)
    for (const ask of [correct(), confirm])
      expect(refusalOf(play, 'kp1', ask)).toEqual({ code: 'later-ballots-issued', stage: 'leadershipReview' })
  })
  test('once that later meeting is set aside, the count may be corrected again', () => {
    const play = issue(team(upToBallot(closed(), 'leadershipReview', {}), 5), 5)
    play.do('hr', { type: 'resetStage', stage: 'leadershipReview', reason: 'convocationListWrong', explanation: 'thiếu người' })
    expect(factOf(play, 'kp1', correct())).toMatchObject({ type: 'correctionTyped', stage: 'expandedNomination' })
  })
  test('a meeting set aside, or of an earlier run, is read only', () => {
    const reset = closed().do('hr', { type: 'resetStage', stage: 'expandedNomination', reason: 'convocationListWrong', explanation: 'x' })
    expect(refusalOf(reset, 'kp1', correct())).toEqual({ code: 'run-is-read-only', runNo: 1 })
    const play = count(slipsOut(), 10, { votes: { A: 2, B: 2 }, invalid: 6 }).do('tk', close)
    play.do('hr', { type: 'sendReport', document: doc, explanation: 'không ai đạt 30%' })
    play.do('hr', { type: 'receiveDirection', direction: 'restart', document: doc, names: [] })
    expect(refusalOf(play, 'kp1', correct())).toEqual({ code: 'run-is-read-only', runNo: 1 })
    expect(refusalOf(play, 'kp2', confirm)).toEqual({ code: 'run-is-read-only', runNo: 1 })
  })
})

describe('while a new issue suspends the case, no step of its meeting is taken (3.1.8)', () => {
  const called = (): Play => {
    const play = preparation(ready(), ['a', 'b'])
    return play.do('tk', convene(play, 'expandedNomination', 10))
  }
  const entered = (): Play => boxOpen().do('kp1', typed({}))
  const announceable = (): Play => {
    const play = conference(preparation(ready(), ['a', 'b']), 'expandedNomination', { people: 10 }, { votes: { A: 9 }, invalid: 1 })
    return count(issue(team(upToBallot(play, 'leadershipReview', {}), 5), 5), 5, { votes: { A: 5 } })
  }
  test.each<[string, () => Play, Loose]>([
    ['openConference', () => called().do('tk', arrive(people(10))), open],
    ['declareNotQuorate', called, { type: 'declareNotQuorate' }],
    ['adjournConference', called, { type: 'adjournConference', reason: 'x' }],
    ['prepareBallots', inRoom, prepare(10)],
    ['collectBallots', slipsOut, collect(10)],
    ['typeCount', boxOpen, typed({})],
    ['confirmCount', entered, { type: 'confirmCount' }],
    ['announceResult', announceable, announce],
    ['closeConference', () => announceable().do('tk', announce), close],
  ])('%s', (command, at, ask) => {
    const play = at().do('hr', { type: 'raiseNewIssue', issue: 'có đơn' })
    expect(refusalOf(play, 'kp2', ask)).toEqual({ code: 'out-of-order', status: 'suspendedNewIssue', phase: '', command })
  })
})
