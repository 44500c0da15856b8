// A meeting as people read it, and what a role that may not know does not see (procedure.md 2.8, 3.1.8, 7.2).
import { describe, expect, test } from 'vitest'
import { conferenceView, sealedResultOf } from '../../../workflows/conference/view.ts'
import type { ConferenceView } from '../../../workflows/procedure/case-view.ts'
import { rulebook } from '../../../workflows/rulebooks/index.ts'
import {
  approved,
  close,
  conference,
  count,
  issue,
  nominee,
  preparation,
  present1,
  program,
  team,
  upToBallot,
} from '../../support/appointment.ts'
import type { Play } from '../../support/play.ts'
import { arrive, convene, doc, inRoom, knows, lastOf, meetingOf, open, orientation, people, purpose, ready, speakers } from './rooms.ts'

const seen = (play: Play, knowsSealed = true, at = -1): ConferenceView => {
  const held = play.case.state.conferences.at(at)
  if (!held) throw new Error('no meeting')
  return conferenceView(play.case.state, held, knows(knowsSealed))
}
const agendaOf = (play: Play): string[] => seen(play).agenda.map(({ key, standing }) => `${key} ${standing}`)
const counted = (votes: Readonly<Record<string, number>> = { A: 6, B: 4 }): Play => count(issue(team(inRoom(), 10), 10), 10, { votes })
const atReview = (): Play =>
  upToBallot(
    conference(preparation(ready(), ['a', 'b']), 'expandedNomination', { people: 10 }, { votes: { A: 9 }, invalid: 1 }),
    'leadershipReview',
    { introduce: ['d'] },
  )

test('a convened meeting: who is called, whether it may open, and nothing of what has not happened yet', () => {
  const play = preparation(ready(), ['a', 'b'])
  play.do('tk', convene(play, 'expandedNomination', 3, { mode: 'inPerson' })).do('tk', arrive(['p1']))
  const held = lastOf(play)
  const { stage } = meetingOf(play)
  const { article, evidence } = rulebook('RB2022').quorum
  expect(seen(play)).toStrictEqual({
    conferenceId: 'expanded-nomination-r1-a1',
    stage: 'expandedNomination',
    stepNo: 2,
    name: 'Hội nghị tập thể lãnh đạo mở rộng',
    runNo: 1,
    attempt: 1,
    phase: 'convened',
    plannedAt: held.convened.plannedAt,
    place: 'Phòng họp',
    mode: 'inPerson',
    chair: held.list[0],
    secretary: held.list[1],
    membersTotal: 3,
    list: held.list,
    attendance: [
      held.attendance.p1,
      { personId: 'p2', status: 'expected' },
      { personId: 'p3', status: 'expected' },
      { personId: 'h1', status: 'expected' },
    ],
    quorum: {
      membersTotal: 3,
      convenedRaw: 3,
      excused: 0,
      convened: 3,
      present: 1,
      needed: 2,
      isMet: false,
      citation: { article, evidence },
    },
    agenda: [
      { key: 'opening', standing: 'here' },
      ...['purpose', 'countingTeam', 'ballots', 'count', 'result', 'minutes'].map((key) => ({ key, standing: 'later' })),
    ],
    needsPresentations: false,
    presentations: [],
    removed: [],
    teamSizeDefault: 2,
    ballot: {
      kind: 'nominationBallot',
      base: 'convened',
      baseCitation: { article: stage.ballot?.base.article, evidence: stage.ballot?.base.evidence },
      method: 'nomination',
      isApproval: false,
      names: [
        { personId: 'a', ballotName: 'A', isFromOutside: false },
        { personId: 'b', ballotName: 'B', isFromOutside: false },
      ],
      outsideNamesAllowed: false,
      slipForm: { kind: 'one', names: ['A', 'B'], lines: 2, most: 1, blank: 'invalid', counts: 'votes' },
      seats: 1,
      marks: ['hangingSeal'],
      preparedShould: 1,
      announce: 'no',
    },
    isSealed: false,
    corrections: [],
    voided: [],
    statements: [],
  })
})

describe('where each person stands', () => {
  test('expected, present, left, absent or excused, the latest that holds', () => {
    const play = orientation(7)
    const excuse = (personId: string) => ({ type: 'excuseAbsence', personId, reason: 'bão', document: doc }) as const
    play.do('tk', { type: 'noteAbsence', personId: 'p3', reason: 'ốm' }).do('tk', { type: 'noteAbsence', personId: 'p4', reason: 'bận' })
    for (const id of ['p4', 'p5', 'p6']) play.do('tk', excuse(id))
    play.do('tk', arrive(['p1', 'p2', 'p6'])).do('tk', { type: 'leaveEarly', personId: 'p2' })
    const entries = Object.fromEntries(seen(play).attendance.map((one) => [one.personId, [one.status, one.reason]]))
    expect(entries).toEqual({
      p1: ['present', undefined],
      p2: ['left', undefined],
      p3: ['absent', 'ốm'],
      p4: ['excused', 'bão'],
      p5: ['excused', 'bão'],
      p6: ['present', undefined],
      p7: ['expected', undefined],
      h1: ['expected', undefined],
    })
  })
  test('one excused only after having left stays who left', () => {
    const play = orientation(7)
      .do('tk', arrive(['p2']))
      .do('tk', { type: 'leaveEarly', personId: 'p2' })
    play.do('tk', { type: 'excuseAbsence', personId: 'p2', reason: 'bão', document: doc })
    expect(seen(play).attendance[1]).toMatchObject({ personId: 'p2', status: 'left' })
  })
})

describe('the agenda: done, here, later (2.8)', () => {
  test('RB2022, expanded conference with action programs', () => {
    const play = speakers()
    const line = (...rest: string[]) => expect(agendaOf(play)).toEqual(rest)
    line(
      'opening done',
      'purpose done',
      'actionPrograms here',
      'countingTeam later',
      'ballots later',
      'count later',
      'result later',
      'minutes later',
    )
    for (const id of ['a', 'b']) present1(play, id)
    line(
      'opening done',
      'purpose done',
      'actionPrograms done',
      'countingTeam here',
      'ballots later',
      'count later',
      'result later',
      'minutes later',
    )
    issue(team(play, 10), 10)
    line(
      'opening done',
      'purpose done',
      'actionPrograms done',
      'countingTeam done',
      'ballots here',
      'count later',
      'result later',
      'minutes later',
    )
    play.do('tk', { type: 'collectBallots', collected: 10, unusedSealed: 0 })
    line(
      'opening done',
      'purpose done',
      'actionPrograms done',
      'countingTeam done',
      'ballots done',
      'count here',
      'result later',
      'minutes later',
    )
    play.do('kp1', { type: 'typeCount', entry: { ballotsValid: 10, ballotsInvalid: 0, votes: { A: 6, B: 4 } } })
    line(
      'opening done',
      'purpose done',
      'actionPrograms done',
      'countingTeam done',
      'ballots done',
      'count here',
      'result later',
      'minutes later',
    )
    play.do('kp2', { type: 'confirmCount' })
    line(
      'opening done',
      'purpose done',
      'actionPrograms done',
      'countingTeam done',
      'ballots done',
      'count done',
      'result here',
      'minutes later',
    )
    close(play)
    line(...['opening', 'purpose', 'actionPrograms', 'countingTeam', 'ballots', 'count', 'result', 'minutes'].map((key) => `${key} done`))
  })
  test('what is past is past: who withdraws from the case after the slips went out leaves the agenda as it was', () => {
    const play = speakers()
    for (const id of ['a', 'b']) present1(play, id)
    count(issue(team(play, 10), 10), 10, { votes: { A: 6, B: 4 } })
    const { state } = play.case
    const held = { ...lastOf(play), presentations: [] }
    const programsIn = (phase: typeof held.phase) =>
      conferenceView(state, { ...held, phase }, knows(true)).agenda.find((one) => one.key === 'actionPrograms')?.standing
    const phases = ['ballotOpen', 'collected', 'typed', 'counted', 'closed'] as const
    expect(phases.map(programsIn)).toEqual(phases.map(() => 'done'))
    expect(conferenceView(state, held, knows(true)).agenda.find((one) => one.key === 'actionPrograms')?.standing).toBe('done')
    expect(
      conferenceView(state, { ...held, phase: 'opened' }, knows(true)).agenda.find((one) => one.key === 'actionPrograms')?.standing,
    ).toBe('here')
  })
  test('RB2022, first conference: no ballot', () => {
    const play = ready()
    play
      .do('tk', convene(play, 'leadershipPreparation', 5))
      .do('tk', arrive(people(5)))
      .do('tk', open)
    expect(agendaOf(play)).toEqual(['opening done', 'purpose here', 'listAdoption later', 'minutes later'])
    play.do('tk', purpose)
    expect(agendaOf(play)).toEqual(['opening done', 'purpose done', 'listAdoption here', 'minutes later'])
    play.do('tk', { type: 'adoptList', names: ['a'] })
    expect(agendaOf(play)).toEqual(['opening done', 'purpose done', 'listAdoption done', 'minutes here'])
    expect(seen(play)).not.toHaveProperty('ballot')
  })
  test('RB2022, key officials: the information about nominees, and the announced result of the leadership', () => {
    const play = count(issue(team(atReview(), 5), 5), 5, { votes: { A: 5 } })
    expect(agendaOf(play).slice(-2)).toEqual(['result here', 'minutes later'])
    play.do('tk', { type: 'announceResult' })
    expect(agendaOf(play).slice(-2)).toEqual(['result done', 'minutes here'])
    play.do('tk', { type: 'closeConference', conclusion: 'Thống nhất' })
    upToBallot(play, 'keyOfficialsConsultation', { people: 12 })
    expect(agendaOf(play).slice(1, 4)).toEqual(['purpose done', 'nomineeInformation here', 'countingTeam later'])
    play.do('tk', { type: 'giveNomineeInformation', summary: 'Tóm tắt' })
    expect(agendaOf(play).slice(1, 4)).toEqual(['purpose done', 'nomineeInformation done', 'countingTeam here'])
    expect(seen(play).nomineeInformation).toBe('Tóm tắt')
  })
  test('RB2017 under the overlay: the list of the expanded conference, then the programs', () => {
    const play = upToBallot(preparation(approved('RB2017'), undefined), 'expandedNomination', { people: 10 })
    expect(agendaOf(play).slice(1, 5)).toEqual(['purpose done', 'listAdoption here', 'actionPrograms later', 'countingTeam later'])
    play.do('tk', { type: 'adoptList', names: ['a'] })
    expect(agendaOf(play).slice(1, 5)).toEqual(['purpose done', 'listAdoption done', 'actionPrograms here', 'countingTeam later'])
  })
  test('RB2017 without it: a list stands in the agenda only where one was adopted', () => {
    const play = upToBallot(preparation(approved('RB2017', { overlay: false }), undefined), 'expandedNomination', { people: 10 })
    expect(agendaOf(play).map((one) => one.split(' ')[0])).not.toContain('listAdoption')
    expect(agendaOf(play.do('tk', { type: 'adoptList', names: ['a'] }))).toContain('listAdoption done')
  })
})

describe('a result the law does not announce (7.2)', () => {
  test('is told for a moment to who opens it, with all that says how it came about', () => {
    const play = counted()
    const [confirmed] = lastOf(play).counts
    expect(seen(play).isSealed).toBe(true)
    expect(sealedResultOf(play.case.state, lastOf(play).conferenceId)).toEqual({
      judgement: confirmed?.judged.output,
      input: confirmed?.judged.input,
      entry: confirmed?.entry,
      typedBy: 'kp1',
      confirmedBy: 'kp2',
      confirmedAt: confirmed?.confirmedAt,
      citation: { article: confirmed?.judged.output.clause, evidence: 'TEXT' },
      isAnnounced: false,
      mayBeAnnounced: false,
      next: '',
    })
    expect(sealedResultOf(close(play).case.state, lastOf(play).conferenceId)?.next).toBe('leadershipReview')
  })
  test('is in no view, whoever reads it, also after the meeting closed', () => {
    const play = counted()
    for (const view of [seen(play), seen(play, false), seen(close(play)), seen(play, false)]) {
      expect(view).not.toHaveProperty('result')
      expect(view.isSealed).toBe(true)
    }
  })
  test('a count that is only typed is for the counting team', () => {
    const play = issue(team(inRoom(), 10), 10).do('tk', { type: 'collectBallots', collected: 10, unusedSealed: 0 })
    const entry = { ballotsValid: 10, ballotsInvalid: 0, votes: { A: 6, B: 4 } }
    play.do('kp1', { type: 'typeCount', entry })
    expect(seen(play).typed).toEqual({ entry, by: 'kp1' })
    expect(seen(play, false)).not.toHaveProperty('typed')
    expect(seen(play).countInput?.count).toMatchObject({ ballotsIssued: 10, ballotsCollected: 10 })
  })
  test('and so is a correction until it is confirmed; that there was one is open, its reason is not', () => {
    const play = counted()
    const entry = { ballotsValid: 10, ballotsInvalid: 0, votes: { A: 5, B: 5 } }
    const { conferenceId } = lastOf(play)
    play.do('kp1', { type: 'typeCorrection', conferenceId, entry, reason: 'đếm nhầm' })
    expect(seen(play).correctionTyped).toEqual({ entry, reason: 'đếm nhầm', by: 'kp1' })
    expect(seen(play, false)).not.toHaveProperty('correctionTyped')
    play.do('kp2', { type: 'confirmCorrection', conferenceId })
    expect(seen(play, false).corrections).toEqual([{ reason: '', at: play.now() }])
    expect(seen(play).corrections).toEqual([{ reason: 'đếm nhầm', at: play.now() }])
    expect(sealedResultOf(play.case.state, conferenceId)?.judgement.outcome).toBe('carried')
  })
})

describe('a result the law announces', () => {
  test('is open to all once it was announced, not before', () => {
    const play = count(issue(team(atReview(), 5), 5), 5, { votes: { A: 5 } })
    expect(seen(play, false)).not.toHaveProperty('result')
    expect(seen(play).result).toMatchObject({ isAnnounced: false, mayBeAnnounced: true })
    expect(seen(play, false).isSealed).toBe(false)
    play.do('tk', { type: 'announceResult' })
    expect(seen(play, false).result).toMatchObject({ isAnnounced: true, mayBeAnnounced: true, judgement: { selected: ['A'] } })
  })
  test('how far its clause was checked is read from the rule on its record; one without says DEFAULT', () => {
    const play = count(issue(team(atReview(), 5), 5), 5, { votes: { A: 5 } })
    const held = lastOf(play)
    const withRule = (rule: Record<string, unknown>) =>
      conferenceView(
        play.case.state,
        { ...held, counts: held.counts.map((one) => ({ ...one, judged: { ...one.judged, rule } })) },
        knows(true),
      ).result?.citation.evidence
    expect(withRule({ clause: { evidence: 'GK' } })).toBe('GK')
    expect([withRule({ clause: {} }), withRule({})]).toEqual(['DEFAULT', 'DEFAULT'])
  })
})

describe('the ballot', () => {
  test('shows who came from outside, what was printed, issued and collected', () => {
    const play = atReview()
    expect(seen(play).ballot).toMatchObject({
      outsideNamesAllowed: true,
      announce: 'yes',
      names: [
        { personId: 'a', isFromOutside: false },
        { personId: 'd', ballotName: 'D', isFromOutside: true },
      ],
    })
    for (const key of ['printed', 'issued', 'collected', 'unusedSealed']) expect(seen(play).ballot).not.toHaveProperty(key)
    team(play, 5).do('tk', { type: 'prepareBallots', printed: 7, mark: 'hangingSeal' })
    expect(seen(play).ballot).toMatchObject({ printed: 7 })
    play.do('tk', { type: 'issueBallots', issued: 5 }).do('tk', { type: 'collectBallots', collected: 4, unusedSealed: 2 })
    expect(seen(play).ballot).toMatchObject({ printed: 7, issued: 5, collected: 4, unusedSealed: 2 })
  })
  test('says whether it asks for a name or for yes and no', () => {
    expect(seen(inRoom()).ballot).toMatchObject({ method: 'nomination', isApproval: false })
    const play = inRoom()
    const { state } = play.case
    const again = { ...state, opened: { ...state.opened, kind: 'reappointment' as const } }
    const { ballot } = conferenceView(again, { ...lastOf(play), stage: 'keyOfficialsConsultation' }, knows(true))
    expect(ballot).toMatchObject({ kind: 'confidenceBallot', method: 'approval', isApproval: true })
  })
  test('says how many slips to print: RB2026 as many as convened, before that as many as present', () => {
    expect(seen(orientation(6).do('tk', arrive(people(4)))).ballot?.preparedShould).toBe(6)
    const play = preparation(ready(), ['a', 'b'])
    play.do('tk', convene(play, 'expandedNomination', 6)).do('tk', arrive(people(4)))
    expect(seen(play).ballot?.preparedShould).toBe(4)
  })
})

describe('the action programs', () => {
  test('stand in the order drawn, with what was handed in and what was said', () => {
    const play = speakers().do('tk', { type: 'setSpeakingOrder', method: 'lot', names: ['b', 'a'] })
    const sha = (id: string) => play.case.state.programs[id]?.at(-1)?.sha256
    const waiting = (personId: string, name: string) => ({
      personId,
      name,
      isSubmitted: true,
      isPresented: false,
      differsFromEarlier: false,
      questions: [],
      programVersion: 1,
      programSha256: sha(personId),
    })
    expect(seen(play).presentations).toEqual([waiting('b', 'Người B'), waiting('a', 'Người A')])
    present1(play, 'b')
    const [said] = lastOf(play).presentations
    expect(seen(play).presentations[1]).toEqual(waiting('a', 'Người A'))
    expect(agendaOf(play)).toContain('actionPrograms here')
    expect(seen(play).presentations[0]).toEqual({
      ...waiting('b', 'Người B'),
      isPresented: true,
      presentedFrom: said?.presentedFrom,
      presentedTo: said?.presentedTo,
      summary: 'Tóm tắt',
    })
    // A later version handed in for another meeting changes nothing in what was presented here.
    const state = { ...play.case.state, programs: { ...play.case.state.programs, b: [] } }
    expect(conferenceView(state, lastOf(play), knows(true)).presentations[0]).toMatchObject({ isSubmitted: false, isPresented: true })
  })
  test('the version presented is shown, though another was handed in since', () => {
    const play = speakers()
    for (const id of ['a', 'b']) present1(play, id)
    count(issue(team(play, 10), 10), 10, { votes: { A: 6, B: 4 } })
    const sha256 = play.case.state.programs.a?.[0]?.sha256
    close(play).do('hr', program('a', 'Bản đã sửa'))
    expect(seen(play).presentations[0]).toMatchObject({ programVersion: 1, programSha256: sha256 })
  })
  test('one who has handed in none is shown as such; without the overlay there are none', () => {
    const play = upToBallot(preparation(ready({}), ['a', 'b']), 'expandedNomination', { people: 10 })
    expect(seen(play).presentations[0]).toEqual({
      personId: 'a',
      name: 'Người A',
      isSubmitted: false,
      isPresented: false,
      differsFromEarlier: false,
      questions: [],
    })
    expect(seen(play).needsPresentations).toBe(true)
    expect(seen(inRoom()).presentations).toEqual([])
  })
})

test('what was said, removed, voided and concluded stands in the view', () => {
  const play = speakers()
  play.do('tk', { type: 'removeFromBallot', personId: 'b', reason: 'vắng mặt', inFavour: 8, of: 10 })
  expect(seen(play).removed).toEqual([{ personId: 'b', name: 'Người B', reason: 'vắng mặt', inFavour: 8, of: 10 }])
  play.do('tk', { type: 'noteStatement', speaker: 'Đại biểu 3', summary: 'Nhất trí' })
  issue(team(present1(play, 'a'), 10), 10).do('tk', { type: 'voidBallot', reason: 'thừa phiếu' })
  count(issue(play, 10), 10, { votes: { A: 10 } })
  close(play)
  const { openedAt } = lastOf(play)
  const view = seen(play)
  expect(view).toMatchObject({
    openedAt,
    purpose: 'Nêu mục đích, yêu cầu',
    statements: [{ speaker: 'Đại biểu 3', summary: 'Nhất trí' }],
    voided: ['thừa phiếu'],
    countingTeam: { inFavour: 10, of: 10, members: lastOf(play).team?.members },
    teamSizeDefault: 3,
    closedAt: play.now(),
    conclusion: 'Kết luận',
  })
})

describe('a meeting belongs to the rulebook it was held under', () => {
  test('also after the case has moved to another', () => {
    const play = preparation(approved('RB2025b', { overlay: false }), ['a', 'b'])
    conference(play, 'expandedNomination', { people: 10 }, { votes: { A: 9 }, invalid: 1 })
    play.at('2026-08-05T08:00:00+07:00')
    play.do('hr', { type: 'migrateRulebook', to: 'RB2026', document: { number: '12-QĐ', date: '2026-08-05' } })
    const { quorum } = rulebook('RB2025b')
    expect(seen(play, true, 0)).toMatchObject({
      stage: 'leadershipPreparation',
      stepNo: 1,
      quorum: { citation: { article: quorum.article } },
    })
    expect(seen(play, true, 1)).toMatchObject({
      name: 'Hội nghị tập thể lãnh đạo mở rộng',
      quorum: { citation: { article: quorum.article } },
    })
    upToBallot(play, 'leadershipOrientation', { list: ['a', 'b'] })
    expect(seen(play)).toMatchObject({ quorum: { citation: { article: rulebook('RB2026').quorum.article } } })
  })
})

test('a nominee is called by name where it is known', () => {
  const play = inRoom().do('hr', nominee('e'))
  const held = {
    ...lastOf(play),
    removed: [{ type: 'nomineeRemovedFromBallot', personId: 'zz', reason: 'x', inFavour: 1, of: 1 }] as never,
  }
  expect(conferenceView(play.case.state, held, knows(true)).removed[0]?.name).toBe('zz')
})
test('officers stand on the list, or the record is broken', () => {
  const play = inRoom()
  expect(() => conferenceView(play.case.state, { ...lastOf(play), list: [] }, knows(true))).toThrow(
    'p1 is not on the list of expanded-nomination-r1-a1',
  )
})
