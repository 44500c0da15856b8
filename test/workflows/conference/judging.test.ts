// What a count is judged by, and what of it goes on record (procedure.md 2.1, 2.6, 7.2, 10.1, C-20).
import { describe, expect, test } from 'vitest'
import { judgeEntry, judgementInput, judgingSettings } from '../../../workflows/conference/judging.ts'
import { stageRule } from '../../../workflows/rulebooks/index.ts'
import { CaseSettings } from '../../../workflows/rulebooks/settings.ts'
import { approved, conference, count, issue, nominee, preparation, team, upToBallot } from '../../support/appointment.ts'
import type { Play } from '../../support/play.ts'
import { convene, inRoom, lastOf, meetingOf, ready, speakers } from './rooms.ts'

const entry = { ballotsValid: 10, ballotsInvalid: 0, votes: { A: 6, B: 4 } }
const slipsOut = (options?: Parameters<typeof inRoom>[1]): Play => issue(team(inRoom(10, options), 10), 10)
const boxOpen = (collected = 10, options?: Parameters<typeof inRoom>[1]): Play =>
  slipsOut(options).do('tk', { type: 'collectBallots', collected, unusedSealed: 0 })
const inputOf = (play: Play, typed?: typeof entry) => judgementInput(meetingOf(play), typed)
const contextOf = (play: Play) => inputOf(play)?.context

describe('before slips go out there is nothing to judge', () => {
  test('at a ballot', () => {
    expect(inputOf(inRoom())).toBeUndefined()
    expect(judgeEntry(meetingOf(inRoom()), entry)).toEqual({
      ok: false,
      refusal: { code: 'no-ballot-here', stage: 'expandedNomination' },
    })
  })
  test('nor ever at a meeting without a ballot', () => {
    const play = ready()
    play.do('tk', convene(play, 'leadershipPreparation', 5))
    expect(inputOf(play)).toBeUndefined()
  })
})

describe('the numbers judged', () => {
  const known = {
    membersTotal: 10,
    convenedRaw: 10,
    excusedForceMajeure: 0,
    present: 10,
    ballotsPrepared: 10,
    ballotsIssued: 10,
    ballotsCollected: 10,
    seats: 1,
  }
  test('those of the moment slips went out, until the box says what came back', () => {
    const play = slipsOut()
    const { settings } = play.case.state
    expect(inputOf(play)).toStrictEqual({
      rulebook: 'RB2022',
      procedure: 'appointmentOnSite',
      stage: 'expandedNomination',
      count: known,
      context: { carriedFrom: ['A', 'B'], settings: judgingSettings(settings) },
    })
    expect(inputOf(boxOpen(9))?.count).toStrictEqual({ ...known, ballotsCollected: 9 })
    const spare = team(inRoom(), 10).do('tk', { type: 'prepareBallots', printed: 12, mark: 'hangingSeal' })
    expect(inputOf(spare.do('tk', { type: 'issueBallots', issued: 9 }))?.count).toMatchObject({
      ballotsPrepared: 12,
      ballotsIssued: 9,
      ballotsCollected: 9,
    })
  })
  test('and those typed, without the words that explain them', () => {
    const typed = { ...entry, missingExplained: 'mất một phiếu', invalidReasons: {} }
    expect(inputOf(boxOpen(), { ...typed, votes: entry.votes })?.count).toStrictEqual({ ...known, ...entry })
  })
  test('seats are those of the post; an additional ballot of the leadership is for one', () => {
    expect(inputOf(slipsOut({ overlay: false, seats: 2 }))?.count.seats).toBe(2)
    const play = preparation(ready({ overlay: false, seats: 2 }), ['a', 'b'])
    conference(play, 'expandedNomination', { people: 10 }, { votes: { A: 9, B: 8 } })
    conference(play, 'leadershipReview', { introduce: ['d'] }, { votes: { D: 5, A: 4 } })
    expect(play.where).toBe('divergenceBallot.awaited')
    issue(team(upToBallot(play, 'divergenceBallot', {}), 5), 5)
    expect(inputOf(play)?.count.seats).toBe(1)
  })
  test('an approval is of one person', () => {
    const meeting = meetingOf(slipsOut({ overlay: false, seats: 2 }))
    const ballot = stageRule('RB2022', 'reappointment', 'keyOfficialsConsultation')?.ballot ?? null
    expect(judgementInput({ ...meeting, stage: { ...meeting.stage, ballot } })?.count.seats).toBe(1)
  })
})

describe('what the judgement must know beside the numbers', () => {
  test('that the seat of the head is vacant', () => {
    expect(contextOf(slipsOut({ overlay: false, headVacant: true }))).toMatchObject({ headVacant: true })
    expect(contextOf(slipsOut())).not.toHaveProperty('headVacant')
  })
  test('whom the head introduced, by the name on the slip', () => {
    const play = ready().do('hr', { type: 'introduceByHead', personId: 'b' })
    issue(team(upToBallot(preparation(play, ['a', 'b']), 'expandedNomination', { people: 10 }), 10), 10)
    expect(contextOf(play)).toMatchObject({ introducedByHead: 'B' })
    expect(contextOf(slipsOut())).not.toHaveProperty('introducedByHead')
  })
  const atReview = (): Play => {
    const play = conference(preparation(ready(), ['a', 'b']), 'expandedNomination', { people: 10 }, { votes: { A: 9 }, invalid: 1 })
    return issue(team(upToBallot(play, 'leadershipReview', { introduce: ['d'] }), 5), 5)
  }
  test('who came from the step before: one introduced only here is a divergence, not a stranger (C-20)', () => {
    expect(lastOf(atReview()).issued?.names).toEqual(['a', 'd'])
    expect(contextOf(atReview())).toMatchObject({ carriedFrom: ['A'] })
  })
  test('nobody having come from before, everybody on the slips is new', () => {
    const meeting = meetingOf(atReview())
    const alone = { ...meeting, state: { ...meeting.state, goesOn: [] } }
    expect(judgementInput(alone)?.context).toMatchObject({ carriedFrom: [] })
  })
  test('a vote for one the conference removed from the ballot is for a stranger (4.4)', () => {
    const play = inRoom().do('tk', { type: 'removeFromBallot', personId: 'b', reason: 'xin rút', inFavour: 10, of: 10 })
    issue(team(play, 10), 10).do('tk', { type: 'collectBallots', collected: 10, unusedSealed: 0 })
    expect(contextOf(play)).toMatchObject({ carriedFrom: ['A'] })
    expect(judgeEntry(meetingOf(play), entry)).toMatchObject({ ok: false, refusal: { code: 'name-not-on-list', name: 'B' } })
  })
  test('where names are written in, nobody is expected to come from before', () => {
    const begun = (overlay: boolean, list?: string[]): Play => {
      const play = upToBallot(preparation(approved('RB2017', { overlay }), undefined), 'expandedNomination', { people: 10 })
      if (list) play.do('tk', { type: 'adoptList', names: list })
      return issue(team(play, 10), 10)
    }
    expect(contextOf(begun(false))).not.toHaveProperty('carriedFrom')
    expect(contextOf(begun(false, ['a', 'b']))).toMatchObject({ carriedFrom: ['A', 'B'] })
  })
  test('settings an outcome can depend on, and none of the others', () => {
    const all = CaseSettings.parse({})
    expect(Object.keys(judgingSettings(all)).sort()).toEqual([
      'actionProgram',
      'announceDecisionResult',
      'blankIs',
      'carryRule',
      'noOpinionIs',
      'quorumRequired',
      'singleCandidateExactlyHalf',
      'tieAtCut',
      'writeInAllowed',
    ])
    expect(judgingSettings({ blankIs: 'validBlank', holidayTable: 'vn' })).toEqual({ blankIs: 'validBlank' })
  })
})

describe('what is asked of a typed count before it is judged', () => {
  const judged = (play: Play, more: Readonly<Record<string, unknown>>) => judgeEntry(meetingOf(play), { ...entry, ...more })
  test('slips that did not come back are explained (2.1)', () => {
    const short = { ballotsValid: 9, votes: { A: 6, B: 3 } }
    expect(judged(boxOpen(9), short)).toEqual({ ok: false, refusal: { code: 'missing-ballots-unexplained', missing: 1 } })
    expect(judged(boxOpen(9), { ...short, missingExplained: 'một người giữ phiếu' })).toMatchObject({ ok: true })
  })
  test('reasons of invalid slips, where given, add up to them', () => {
    const spoilt = { ballotsValid: 7, ballotsInvalid: 3, votes: { A: 6, B: 1 } }
    expect(judged(boxOpen(), { ...spoilt, invalidReasons: { TOO_MANY: 1, NO_STAMP: 1 } })).toEqual({
      ok: false,
      refusal: { code: 'invalid-reasons-differ', reasons: 2, ballotsInvalid: 3 },
    })
    expect(judged(boxOpen(), { ...spoilt, invalidReasons: { TOO_MANY: 1, NO_STAMP: 2 } })).toMatchObject({ ok: true })
    expect(judged(boxOpen(), spoilt)).toMatchObject({ ok: true })
  })
  test('votes are for nominees of the case, by the name on the slip', () => {
    expect(judged(boxOpen(), { votes: { A: 6, 'Người A': 4 } })).toEqual({
      ok: false,
      refusal: { code: 'nominee-unknown', name: 'Người A' },
    })
    expect(judged(boxOpen(), { votes: { A: 6, D: 4 } })).toMatchObject({ ok: false, refusal: { code: 'name-not-on-list' } })
  })
  test('a count without names is taken where the box held no valid slip', () => {
    expect(judged(boxOpen(), { ballotsValid: 0, ballotsInvalid: 10, votes: undefined })).toMatchObject({
      ok: true,
      value: { output: { outcome: 'stopped' } },
    })
  })
})

test('the record of a count holds its input, the rule as this case resolved it, and the outcome', () => {
  const play = boxOpen()
  const meeting = meetingOf(play)
  const result = judgeEntry(meeting, entry)
  expect(result).toMatchObject({ ok: true, value: { input: judgementInput(meeting, entry), rule: meeting.stage } })
  const decided = count(issue(team(inRoom(), 10), 10), 10, { votes: entry.votes })
  expect(lastOf(decided).counts[0]?.judged).toEqual(result.ok && result.value)
})

test('the overlay stays in the record, for it shuts names from outside (4.4)', () => {
  expect(judgingSettings(speakers().case.state.settings)).toHaveProperty('actionProgram')
  expect(judgingSettings(ready().do('hr', nominee('e')).case.state.settings)).not.toHaveProperty('actionProgram')
})
