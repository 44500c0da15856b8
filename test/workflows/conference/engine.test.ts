// The whole procedure through decide and replay: every rulebook from opening to archive.
import { describe, expect, test } from 'vitest'
import { replayCase } from '../../../workflows/core/replay.ts'
import { type RulebookId, rulebookIds } from '../../../workflows/rulebooks/types.ts'
import { approved, checks, close, conference, issue, preparation, present1, program, team, upToBallot } from '../../support/appointment.ts'
import { type Loose, Play } from '../../support/play.ts'

const finish = (play: Play, winner: string): Play => {
  const today = play.now().slice(0, 10)
  play.do('hr', { type: 'decideCase', document: { number: '99/QĐ', date: today }, names: [winner], effectiveOn: today })
  play.do('hr', { type: 'makeEffective', on: today })
  return play.do('hr', { type: 'archiveCase', box: 'Hộp 1' })
}

/** A wins everywhere; A and B go on from the first vote, so both present. */
function whole(rulebook: RulebookId): Play {
  const play = approved(rulebook)
  for (const id of ['a', 'b', 'd']) play.do('hr', program(id))
  if (rulebook === 'RB2026') conference(play, 'leadershipOrientation', { list: ['a', 'b'] }, { votes: { A: 2, B: 2 }, invalid: 1 })
  else preparation(play, rulebook === 'RB2017' ? undefined : ['a', 'b', 'd'])
  const expanded = rulebook === 'RB2026' ? ['a', 'b'] : ['a', 'b', 'd']
  const votes: Record<string, number> = rulebook === 'RB2026' ? { A: 12, B: 12 } : { A: 12, B: 8, D: 4 }
  conference(play, 'expandedNomination', { people: 24, ...(rulebook === 'RB2017' && { list: expanded }), presenters: expanded }, { votes })
  if (rulebook !== 'RB2026') conference(play, 'leadershipReview', {}, { votes: { A: 3, B: 2 } })
  conference(play, 'keyOfficialsConsultation', { people: 45, present: 40 }, { votes: { A: 30, ...(rulebook === 'RB2026' && { B: 10 }) } })
  checks(play)
  conference(play, 'leadershipDecision', { presenters: ['a'] }, { votes: { A: 5 } })
  return finish(play, 'a')
}

describe('an on-site appointment runs from opening to archive', () => {
  test.each(rulebookIds)('%s', (rulebook) => {
    const play = whole(rulebook)
    expect(play.where).toBe('archived')
    expect(play.case.state.decided?.names).toEqual(['a'])
    expect(replayCase(play.caseId, play.facts)).toEqual(play.live)
  })
})

describe('action programs (cases 42 and 43)', () => {
  const atExpanded = (): Play => {
    const play = preparation(approved('RB2022'), ['a', 'b'])
    for (const id of ['a', 'b']) play.do('hr', program(id))
    return upToBallot(play, 'expandedNomination', { people: 24 }, ['a'])
  }
  const teamOf24: Loose = {
    type: 'adoptCountingTeam',
    members: [
      { personId: 'h1', name: 'Tổ trưởng', role: 'head' },
      { personId: 'p3', name: 'Thành viên', role: 'member' },
      { personId: 'p4', name: 'Thành viên', role: 'member' },
    ],
    inFavour: 24,
    of: 24,
  }

  test('case 42: ballots are refused until B presents', () => {
    const play = atExpanded()
    expect(play.try('tk', teamOf24)).toEqual({ refusal: { code: 'action-program-not-presented', names: ['Người B'] } })
    play.do('tk', { type: 'prepareBallots', printed: 24, mark: 'hangingSeal' })
    expect(play.try('tk', { type: 'issueBallots', issued: 24 })).toEqual({
      refusal: { code: 'action-program-not-presented', names: ['Người B'] },
    })
    present1(play, 'b')
    team(play, 24)
    play.do('tk', { type: 'issueBallots', issued: 24 })
    expect(play.where).toBe('expandedNomination.ballotOpen')
  })

  test('case 42: or until the conference removes B by a recorded decision', () => {
    const play = atExpanded()
    expect(play.try('tk', { type: 'removeFromBallot', personId: 'b', reason: 'vắng mặt', inFavour: 12, of: 24 })).toEqual({
      refusal: { code: 'show-of-hands-not-carried', inFavour: 12, of: 24 },
    })
    play.do('tk', { type: 'removeFromBallot', personId: 'b', reason: 'vắng mặt', inFavour: 20, of: 24 })
    team(play, 24)
    issue(play, 24)
    expect(play.case.state.conferences.at(-1)?.issued?.names).toEqual(['a'])
  })

  test('case 43: having presented at the expanded conference does not count at the decision', () => {
    const play = preparation(approved('RB2022'), ['a', 'b'])
    for (const id of ['a', 'b']) play.do('hr', program(id))
    conference(play, 'expandedNomination', { people: 24, presenters: ['a', 'b'] }, { votes: { A: 20, B: 4 } })
    conference(play, 'leadershipReview', {}, { votes: { A: 5 } })
    conference(play, 'keyOfficialsConsultation', { people: 45 }, { votes: { A: 40 } })
    checks(play)
    upToBallot(play, 'leadershipDecision', {})
    play.do('tk', { type: 'prepareBallots', printed: 5, mark: 'hangingSeal' })
    expect(play.try('tk', { type: 'issueBallots', issued: 5 })).toEqual({
      refusal: { code: 'action-program-not-presented', names: ['Người A'] },
    })
    play.do('hr', program('a', 'Bản đã sửa'))
    present1(play, 'a')
    expect(play.case.state.conferences.at(-1)?.presentations.at(-1)).toMatchObject({ programVersion: 2, differsFromEarlier: true })
  })

  test('the overlay applies by the level of the post, and no setting of a case switches it off', () => {
    const low = new Play('2023-03-06T08:00:00+07:00')
    const command = (rank: number): Loose => {
      const base = approved('RB2022').case.state.opened
      const { type: _t, rulebook: _r, rulebookVersion: _v, guardSet: _g, overlays: _o, settings: _s, ...opening } = base
      return { type: 'openCase', opening: { ...opening, post: { ...opening.post, rank } }, overlays: ['OV-AP2021'], settings: {} }
    }
    low.do('hr', command(2))
    expect(low.case.state.opened.overlays).toEqual([])
    const high = new Play('2023-03-06T08:00:00+07:00')
    high.do('hr', command(3))
    expect(high.case.state.opened.overlays).toEqual(['OV-AP2021'])
    expect(new Play('2023-03-06T08:00:00+07:00').try('hr', { ...command(3), settings: { actionProgramOff: true } })).toEqual({
      refusal: { code: 'setting-not-in-rulebook', setting: 'actionProgramOff', rulebook: 'RB2022' },
    })
  })
})

test('case 22: 26 roles of 24 persons make 24 seats', () => {
  const play = preparation(approved('RB2022'), ['a'])
  const rows = Array.from({ length: 24 }, (_, i) => ({
    personId: `p${i + 1}`,
    name: `Đại biểu ${i + 1}`,
    title: 'x',
    role: 'lãnh đạo',
    hasVote: true,
  }))
  const double = rows.slice(0, 2).map((row) => ({ ...row, role: 'ban thường vụ đảng ủy' }))
  play.do('tk', {
    type: 'conveneConference',
    stage: 'expandedNomination',
    plannedAt: play.now(),
    place: 'Hội trường',
    mode: 'inPerson',
    membersTotal: 24,
    rows: [...rows, ...double],
    chair: 'p1',
    secretary: 'p2',
  })
  const held = play.case.state.conferences.at(-1)
  expect(held?.list).toHaveLength(24)
  expect(held?.rolesListed).toBe(26)
  expect(held?.list[0]?.roles).toEqual(['lãnh đạo', 'ban thường vụ đảng ủy'])
})

describe('separation of duties', () => {
  test('who types a count may not confirm it', () => {
    const play = preparation(approved('RB2022', { overlay: false }), ['a', 'b'])
    upToBallot(play, 'expandedNomination', { people: 24 })
    team(play, 24)
    issue(play, 24)
    play.do('tk', { type: 'collectBallots', collected: 24, unusedSealed: 0 })
    play.do('kp1', { type: 'typeCount', entry: { ballotsValid: 24, ballotsInvalid: 0, votes: { A: 14, B: 10 } } })
    expect(play.try('kp1', { type: 'confirmCount' })).toEqual({ refusal: { code: 'same-person-confirms', by: 'kp1' } })
    play.do('kp2', { type: 'confirmCount' })
    expect(play.where).toBe('expandedNomination.counted')
  })
})

describe('RB2022 second leadership conference', () => {
  const atReview = (): Play => {
    const play = preparation(approved('RB2022', { overlay: false }), ['a', 'b'])
    return conference(play, 'expandedNomination', { people: 24 }, { votes: { A: 20, B: 4 } })
  }
  test('a person not introduced before leads to the divergence ballot with everybody named', () => {
    const play = conference(atReview(), 'leadershipReview', { introduce: ['b'] }, { votes: { A: 2, B: 3 } })
    expect(play.where).toBe('divergenceBallot.awaited')
    expect([...play.case.state.goesOn].sort()).toEqual(['a', 'b'])
    conference(play, 'divergenceBallot', {}, { votes: { A: 1, B: 4 } })
    expect(play.where).toBe('keyOfficialsConsultation.awaited')
    expect(play.case.state.goesOn).toEqual(['b'])
  })
  test('nobody at two thirds of all members: stop and report, and only a direction opens the way', () => {
    const play = conference(atReview(), 'leadershipReview', { introduce: ['b'] }, { votes: { A: 2, B: 3 } })
    conference(play, 'divergenceBallot', {}, { votes: { A: 2, B: 3 } })
    expect(play.where).toBe('stoppedForDirection')
    const direction = {
      type: 'receiveDirection' as const,
      direction: 'widenList',
      document: { number: '7-CV', date: '2023-03-06' },
      names: [],
    }
    expect(play.try('hr', direction)).toEqual({ refusal: { code: 'report-not-sent' } })
    play.do('hr', { type: 'sendReport', document: { number: '6-BC', date: '2023-03-06' }, explanation: 'Không ai đạt 2/3' })
    play.do('hr', direction)
    expect(play.where).toBe('leadershipPreparation.awaited')
    expect(play.case.state.runNo).toBe(2)
  })
})

describe('redo rules of 3.1.8', () => {
  test('no quorum: the same conference on a new date, nothing counted over', () => {
    const play = preparation(approved('RB2022', { overlay: false }), ['a', 'b'])
    play.do('tk', { ...(conveningOf24(play) as Loose) })
    play.do('tk', { type: 'checkIn', personIds: Array.from({ length: 15 }, (_, i) => `p${i + 1}`), way: 'inRoom' })
    expect(play.try('tk', { type: 'openConference' })).toEqual({
      refusal: { code: 'quorum-missing', present: 15, convened: 24, needed: 16 },
    })
    play.do('tk', { type: 'declareNotQuorate' })
    expect(play.where).toBe('expandedNomination.notQuorate')
    conference(play, 'expandedNomination', { people: 24, present: 16 }, { votes: { A: 16 } })
    expect(play.case.state.conferences.map((one) => [one.convened.attempt, one.phase])).toEqual([
      [1, 'closed'],
      [1, 'notQuorate'],
      [2, 'closed'],
    ])
  })
  test('a confirmed count found wrong is corrected while no later ballots are out, and judged anew', () => {
    const play = preparation(approved('RB2022', { overlay: false }), ['a', 'b'])
    conference(play, 'expandedNomination', { people: 24 }, { votes: { A: 13, B: 11 } })
    const conferenceId = play.case.state.conferences.at(-1)?.conferenceId
    const entry = { ballotsValid: 24, ballotsInvalid: 0, votes: { A: 12, B: 12 } }
    play.do('kp1', { type: 'typeCorrection', conferenceId, entry, reason: 'đếm nhầm một phiếu' })
    expect(play.try('kp1', { type: 'confirmCorrection', conferenceId })).toEqual({ refusal: { code: 'same-person-confirms', by: 'kp1' } })
    play.do('kp2', { type: 'confirmCorrection', conferenceId })
    expect(play.where).toBe('expandedNomination.counted')
    close(play)
    expect(play.case.state.goesOn).toEqual(['a', 'b'])
    conference(play, 'leadershipReview', {}, { votes: { A: 5 } })
    expect(play.try('kp1', { type: 'typeCorrection', conferenceId, entry, reason: 'lần nữa' })).toEqual({
      refusal: { code: 'later-ballots-issued', stage: 'leadershipReview' },
    })
  })
  test('a new issue suspends and, once cleared, the case stands where it stood', () => {
    const play = preparation(approved('RB2022', { overlay: false }), ['a', 'b'])
    upToBallot(play, 'expandedNomination', { people: 24 })
    play.do('hr', { type: 'raiseNewIssue', personId: 'b', issue: 'Có đơn' })
    expect(play.where).toBe('suspendedNewIssue')
    expect(play.try('tk', { type: 'noteStatement', speaker: 'x', summary: 'y' })).toMatchObject({ refusal: { code: 'out-of-order' } })
    play.do('hr', { type: 'resolveNewIssue', resolution: 'cleared', document: { number: '3-KL', date: '2023-03-06' } })
    expect(play.where).toBe('expandedNomination.opened')
  })
})

function conveningOf24(play: Play): Loose {
  const rows = Array.from({ length: 24 }, (_, i) => ({
    personId: `p${i + 1}`,
    name: `Đại biểu ${i + 1}`,
    title: 'x',
    role: 'lãnh đạo',
    hasVote: true,
  }))
  return {
    type: 'conveneConference',
    stage: 'expandedNomination',
    plannedAt: play.now(),
    place: 'Hội trường',
    mode: 'inPerson',
    membersTotal: 24,
    rows,
    chair: 'p1',
    secretary: 'p2',
  }
}

test('case 50: a running case keeps its rulebook; moving it is an order with a number and begins again at the first voting conference', () => {
  const play = preparation(approved('RB2025b', { overlay: false }), ['a', 'b'])
  conference(play.at('2026-07-28T08:00:00+07:00'), 'expandedNomination', { people: 24 }, { votes: { A: 20, B: 4 } })
  play.at('2026-08-05T08:00:00+07:00')
  conference(play, 'leadershipReview', {}, { votes: { A: 5 } })
  expect(play.case.state.rulebook).toBe('RB2025b')
  play.do('hr', { type: 'migrateRulebook', to: 'RB2026', document: { number: '12-QĐ', date: '2026-08-05' } })
  expect(play.case.state).toMatchObject({ rulebook: 'RB2026', runNo: 2, goesOn: [] })
  expect(play.where).toBe('leadershipOrientation.awaited')
  conference(play, 'leadershipOrientation', { list: ['a', 'b'] }, { votes: { A: 5 } })
  expect(play.where).toBe('expandedNomination.awaited')
})

describe('the head chooses only where the law gives it (2.4)', () => {
  /** RB2022, four leaders: A and B go on to a decision ballot that leaves them level. */
  const level = (headVacant: boolean, votes: Readonly<Record<string, number>>): Play => {
    const play = preparation(approved('RB2022', { overlay: false, headVacant }), ['a', 'b'])
    conference(play, 'expandedNomination', { people: 24 }, { votes: { A: 12, B: 12 } })
    conference(play, 'leadershipReview', { people: 4 }, { votes: { A: 2, B: 2 } })
    conference(play, 'keyOfficialsConsultation', { people: 45 }, { votes: { A: 30, B: 30 } })
    checks(play)
    return conference(
      play,
      'leadershipDecision',
      { people: 4 },
      { votes, invalid: 4 - Object.values(votes).reduce((sum, one) => sum + one, 0) },
    )
  }
  const choice: Loose = {
    type: 'headChoose',
    decision: 'choose',
    names: ['a'],
    opinionsReported: 'Báo cáo đầy đủ các ý kiến',
    document: { number: '8-BC', date: '2023-03-06' },
  }
  test('two at exactly half each', () => {
    const play = level(false, { A: 2, B: 2 })
    expect(play.where).toBe('awaitingHeadChoice')
    expect(play.try('head', { ...choice, names: ['d'] })).toEqual({
      refusal: { code: 'head-choice-not-among-level', names: ['Người A', 'Người B'] },
    })
    play.do('head', choice)
    expect(play.where).toBe('selectedByHead')
    expect(finish(play, 'a').where).toBe('archived')
  })
  test('below half there is no choice: stop and report', () => {
    const play = level(false, { A: 1, B: 1 })
    expect(play.where).toBe('stoppedForDirection')
    expect(play.try('head', choice)).toMatchObject({ refusal: { code: 'out-of-order', status: 'stoppedForDirection' } })
  })
  test('with the seat of the head vacant the tie is reported, and the competent level decides', () => {
    const play = level(true, { A: 2, B: 2 })
    expect(play.where).toBe('stoppedForDirection')
    expect(play.try('head', choice)).toEqual({ refusal: { code: 'head-seat-vacant' } })
    play.do('hr', { type: 'sendReport', document: { number: '6-BC', date: '2023-03-06' }, explanation: 'Hai người ngang phiếu' })
    play.do('hr', {
      type: 'receiveDirection',
      direction: 'continueWithNames',
      document: { number: '7-CV', date: '2023-03-06' },
      names: ['b'],
    })
    expect(play.where).toBe('concluded')
  })
})
