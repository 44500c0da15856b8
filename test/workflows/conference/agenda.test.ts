// The order inside a meeting and what stands before the slips, with the article that asks for it (procedure.md 2.8, 4.2, 4.4, 9.1).
import { describe, expect, test } from 'vitest'
import {
  agendaConditions,
  firstUnmet,
  issuingConditions,
  needsPresentations,
  notPresented,
  openingConditions,
  owesList,
  writeInsAllowed,
} from '../../../workflows/conference/agenda.ts'
import { rulebook } from '../../../workflows/rulebooks/index.ts'
import { approved, conference, preparation, present1, program, team, upToBallot } from '../../support/appointment.ts'
import type { Play } from '../../support/play.ts'
import { arrive, convene, inRoom, meetingOf, open, orientation, people, ready, speakers } from './rooms.ts'

const codes = (play: Play): string[] => issuingConditions(meetingOf(play)).map((one) => `${one.code}${one.isMet ? '' : ' !'}`)
const plan2021 = { article: 'Đề án 2021 của Ban Thường vụ Tỉnh ủy', evidence: 'SEED' }

describe('what stands before the slips, in its order', () => {
  test('an expanded conference with action programs', () => {
    const play = speakers()
    const { quorum, ballotMarks } = rulebook('RB2022')
    const quoted = ({ article, evidence }: { article: string; evidence: string }) => ({ article, evidence })
    expect(issuingConditions(meetingOf(play))).toEqual([
      {
        code: 'quorum-missing',
        isMet: true,
        numbers: { present: 10, convened: 10, needed: 7 },
        citation: quoted(quorum),
        opensBy: 'checkIn',
      },
      { code: 'purpose-not-stated', isMet: true, numbers: {}, opensBy: 'statePurpose' },
      {
        code: 'action-program-not-presented',
        isMet: false,
        numbers: { names: ['Người A', 'Người B'] },
        citation: plan2021,
        opensBy: 'presentActionProgram',
      },
      { code: 'no-names-on-ballot', isMet: true, numbers: {}, opensBy: 'adoptList' },
      {
        code: 'counting-team-missing',
        isMet: false,
        numbers: {},
        citation: { article: 'procedure 7.2', evidence: 'DEFAULT' },
        opensBy: 'adoptCountingTeam',
      },
      { code: 'ballots-not-prepared', isMet: false, numbers: {}, citation: quoted(ballotMarks), opensBy: 'prepareBallots' },
    ])
    for (const id of ['a', 'b']) present1(play, id)
    team(play, 10).do('tk', { type: 'prepareBallots', printed: 10, mark: 'hangingSeal' })
    expect(firstUnmet(issuingConditions(meetingOf(play)))).toBeUndefined()
  })
  test('a first conference of RB2026: the list', () => {
    const play = orientation(5)
      .do('tk', arrive(people(5)))
      .do('tk', open)
    expect(codes(play)).toEqual([
      'quorum-missing',
      'purpose-not-stated !',
      'list-not-adopted !',
      'no-names-on-ballot !',
      'counting-team-missing !',
      'ballots-not-prepared !',
    ])
    const { article, evidence } = meetingOf(play).stage.clause
    expect(agendaConditions(meetingOf(play))[1]).toEqual({
      code: 'list-not-adopted',
      isMet: false,
      numbers: {},
      citation: { article, evidence },
      opensBy: 'adoptList',
    })
    play.do('tk', { type: 'statePurpose', summary: 'x' }).do('tk', { type: 'adoptList', names: ['a'] })
    expect(codes(play)).toEqual([
      'quorum-missing',
      'purpose-not-stated',
      'list-not-adopted',
      'no-names-on-ballot',
      'counting-team-missing !',
      'ballots-not-prepared !',
    ])
  })
  test('a conference of key officials: the information about nominees', () => {
    const play = conference(preparation(ready(), ['a', 'b']), 'expandedNomination', { people: 10 }, { votes: { A: 9 }, invalid: 1 })
    conference(play, 'leadershipReview', {}, { votes: { A: 5 } })
    upToBallot(play, 'keyOfficialsConsultation', { people: 12 })
    const { article, evidence } = meetingOf(play).stage.clause
    const information = {
      code: 'nominee-information-missing',
      numbers: {},
      citation: { article, evidence },
      opensBy: 'giveNomineeInformation',
    }
    expect(agendaConditions(meetingOf(play))[1]).toEqual({ ...information, isMet: false })
    play.do('tk', { type: 'giveNomineeInformation', summary: 'Tóm tắt' })
    expect(agendaConditions(meetingOf(play))[1]).toEqual({ ...information, isMet: true })
  })
  test('opening a meeting waits for people only', () => {
    expect(openingConditions(meetingOf(orientation(5))).map((one) => one.code)).toEqual(['quorum-missing'])
  })
})

describe('who must speak before the ballot (4.2)', () => {
  const held = (rulebookId: 'RB2017' | 'RB2022', ap2b: boolean): Play => {
    const play = approved(rulebookId, { settings: ap2b ? { actionProgram: { ap2b: true } } : {} })
    for (const id of ['a', 'b', 'd']) play.do('hr', program(id))
    preparation(play, rulebookId === 'RB2017' ? undefined : ['a', 'b'])
    const list = rulebookId === 'RB2017' ? { list: ['a', 'b'] } : {}
    return conference(play, 'expandedNomination', { people: 10, ...list, presenters: ['a', 'b'] }, { votes: { A: 5, B: 5 } })
  }
  test('everybody on the slips who has not spoken at this very meeting', () => {
    const play = speakers()
    expect(notPresented(meetingOf(play))).toEqual(['a', 'b'])
    expect(notPresented(meetingOf(present1(play, 'b')))).toEqual(['a'])
  })
  test('at the second leadership conference nobody, unless the office asks there too (AP-2b)', () => {
    const usual = upToBallot(held('RB2022', false), 'leadershipReview', {})
    expect(needsPresentations(meetingOf(usual))).toBe(false)
    const strict = upToBallot(held('RB2022', true), 'leadershipReview', {})
    expect(needsPresentations(meetingOf(strict))).toBe(true)
    expect(notPresented(meetingOf(strict))).toEqual(['a', 'b'])
  })
  test('not at a meeting without a ballot, nor without the overlay', () => {
    const play = ready({})
    play.do('tk', convene(play, 'leadershipPreparation', 5))
    expect(needsPresentations(meetingOf(play))).toBe(false)
    expect(needsPresentations(meetingOf(inRoom()))).toBe(false)
    expect(needsPresentations(meetingOf(speakers()))).toBe(true)
  })
  test('until the list is there nobody is known to have to, and the agenda waits', () => {
    const play = upToBallot(preparation(approved('RB2017'), undefined), 'expandedNomination', { people: 10 })
    const waiting = agendaConditions(meetingOf(play)).find((one) => one.code === 'action-program-not-presented')
    expect(waiting).toMatchObject({ isMet: false, numbers: { names: [] } })
  })
})

describe('lists owed and names written in (C-05)', () => {
  const expanded17 = (options: Parameters<typeof approved>[1]): Play =>
    upToBallot(preparation(approved('RB2017', options), undefined), 'expandedNomination', { people: 10 })
  test('RB2017: names are written in at the expanded conference, and no list is owed', () => {
    const meeting = meetingOf(expanded17({ overlay: false }))
    expect([writeInsAllowed(meeting), owesList(meeting)]).toEqual([true, false])
    expect(codes(expanded17({ overlay: false }))).toEqual([
      'quorum-missing',
      'purpose-not-stated',
      'no-names-on-ballot',
      'counting-team-missing !',
      'ballots-not-prepared !',
    ])
  })
  test('RB2017 under the overlay: none is written in, and the list is owed until it is adopted', () => {
    const play = expanded17({})
    expect([writeInsAllowed(meetingOf(play)), owesList(meetingOf(play))]).toEqual([false, true])
    expect(codes(play).slice(1, 4)).toEqual(['purpose-not-stated', 'list-not-adopted !', 'action-program-not-presented !'])
    play.do('tk', { type: 'adoptList', names: ['a'] })
    expect(owesList(meetingOf(play))).toBe(false)
  })
  test('RB2022: nobody is written in; the expanded conference owes no list', () => {
    const meeting = meetingOf(inRoom())
    expect([writeInsAllowed(meeting), owesList(meeting)]).toEqual([false, false])
    const { state } = meeting
    expect(
      writeInsAllowed({
        ...meetingOf(expanded17({ overlay: false })),
        state: { ...state, opened: { ...state.opened, kind: 'reappointment' } },
      }),
    ).toBe(false)
  })
})
