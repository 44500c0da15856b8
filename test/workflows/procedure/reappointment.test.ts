// The second kind on the same engine: reappointment under RB2022 and RB2026 (procedure.md 3.3), worked cases 31 to 35 as courses.
import { describe, expect, test } from 'vitest'
import { checks, conference, nominee } from '../../support/appointment.ts'
import { type Loose, Play } from '../../support/play.ts'

const notice = { number: '01-TB', date: '2026-08-10' }

function started(rulebook: 'RB2022' | 'RB2026'): Play {
  const start = rulebook === 'RB2022' ? '2023-03-06' : '2026-08-10'
  const play = new Play(`${start}T08:00:00+07:00`)
  const opening: Loose = {
    type: 'openCase',
    opening: {
      kind: 'reappointment',
      post: { title: 'Phó Giám đốc Sở (dữ liệu mẫu)', unit: 'Sở Mẫu', rank: 6, isHead: false },
      seats: 1,
      track: 'civilServant',
      startDate: start,
      organisation: { name: 'Sở Mẫu', place: 'Mẫu', form: 'state', sign: 'SM' },
      decidesHere: true,
      headVacant: false,
      termEnd: rulebook === 'RB2022' ? '2023-09-30' : '2026-12-31',
      termYears: 5,
      classification: 'none',
      isSample: true,
    },
    overlays: ['OV-AP2021'],
    settings: {},
  }
  play.do('hr', opening)
  play.do('hr', nominee('a'))
  const details = { receivedOn: start, assessment: 'hoàn thành nhiệm vụ', proposal: 'bổ nhiệm lại' }
  play.do('hr', { type: 'recordAct', act: 'reappointmentNotice', document: { ...notice, date: start }, doneOn: start, details })
  play.do('hr', { type: 'recordAct', act: 'selfReport', doneOn: start, details })
  return play
}
const head = (play: Play): Play => {
  const today = play.now().slice(0, 10)
  return play.do('hr', {
    type: 'recordAct',
    act: 'headAssessment',
    doneOn: today,
    details: { assessment: 'tốt', proposal: 'bổ nhiệm lại' },
  })
}
const direction: Loose = { type: 'receiveDirection', direction: 'continue', document: { number: '7-CV', date: '2023-03-06' }, names: [] }
const report: Loose = { type: 'sendReport', document: { number: '6-BC', date: '2023-03-06' }, explanation: 'Đạt đúng 50%' }
const choice = (decision: string): Loose => ({
  type: 'headChoose',
  decision,
  names: [],
  opinionsReported: 'Báo cáo các ý kiến',
  document: { number: '8-BC', date: '2026-08-10' },
})

describe('the action program is not asked of a reappointment (procedure.md 4.3)', () => {
  test.each(['RB2022', 'RB2026'] as const)('%s', (rulebook) => {
    expect(started(rulebook).case.state.opened.overlays).toEqual([])
  })
})

describe('key officials', () => {
  test('RB2022, exactly half (case 31): reported; the competent level decides whether to go on', () => {
    const play = conference(started('RB2022'), 'keyOfficialsConsultation', { people: 40, present: 36 }, { agree: 20, disagree: 16 })
    expect(play.where).toBe('stoppedForDirection')
    play.do('hr', report)
    play.do('hr', direction)
    expect(play.where).toBe('preDecisionChecks')
  })
  test('RB2026, 19 of 36 present (case 32): goes on', () => {
    const play = conference(started('RB2026'), 'keyOfficialsConsultation', { people: 40, present: 36 }, { agree: 19, disagree: 17 })
    expect(play.where).toBe('headAssessment')
    head(play)
    expect(play.where).toBe('preDecisionChecks')
  })
  test('RB2026, exactly half (case 33): the head decides, to go on or to stop', () => {
    const half = () => conference(started('RB2026'), 'keyOfficialsConsultation', { people: 40, present: 36 }, { agree: 18, disagree: 18 })
    const on = half()
    expect(on.where).toBe('awaitingHeadChoice')
    expect(on.try('head', { ...choice('choose'), names: ['a'] })).toEqual({ refusal: { code: 'head-decides-yes-or-no' } })
    expect(on.do('head', choice('goOn')).where).toBe('headAssessment')
    expect(half().do('head', choice('stop')).where).toBe('stoppedForDirection')
  })
})

describe('leadership', () => {
  const atDecision = (rulebook: 'RB2022' | 'RB2026'): Play => {
    const play = conference(started(rulebook), 'keyOfficialsConsultation', { people: 40 }, { agree: 40, disagree: 0 })
    if (rulebook === 'RB2026') head(play)
    return checks(play)
  }
  test.each(['RB2022', 'RB2026'] as const)('%s, 2 of 4 (case 34): the head decides', (rulebook) => {
    const play = conference(atDecision(rulebook), 'leadershipDecision', { people: 4 }, { agree: 2, disagree: 2 })
    expect(play.where).toBe('awaitingHeadChoice')
    expect(play.do('head', choice('goOn')).where).toBe('selectedByHead')
  })
  test.each(['RB2022', 'RB2026'] as const)('%s, 2 of 5 (case 35): all opinions are reported', (rulebook) => {
    const play = conference(atDecision(rulebook), 'leadershipDecision', { people: 5 }, { agree: 2, disagree: 3 })
    expect(play.where).toBe('stoppedForDirection')
  })
  test.each(['RB2022', 'RB2026'] as const)('%s, over half: decided, effective, archived', (rulebook) => {
    const play = conference(atDecision(rulebook), 'leadershipDecision', { people: 5 }, { agree: 4, disagree: 1 })
    const today = play.now().slice(0, 10)
    play.do('hr', { type: 'decideCase', document: { number: '9-QĐ', date: today }, names: ['a'], effectiveOn: today })
    play.do('hr', { type: 'makeEffective', on: today })
    expect(play.do('hr', { type: 'archiveCase', box: 'Hộp 2' }).where).toBe('archived')
  })
  test('a second person is refused: reappointment is of the holder', () => {
    expect(started('RB2026').try('hr', nominee('b'))).toEqual({ refusal: { code: 'one-person-only', seats: 1 } })
  })
})

test('C-01: a Party post from August 2026 follows the text the organization names, with the guards of that text', () => {
  const party = (rulebook?: 'RB2025b' | 'RB2026') => {
    const base = started('RB2026').case.state.opened
    const { type: _t, rulebook: _r, rulebookVersion: _v, guardSet: _g, overlays: _o, settings: _s, ...opening } = base
    const play = new Play('2026-09-07T08:00:00+07:00')
    play.do('hr', {
      type: 'openCase',
      opening: { ...opening, track: 'partyOrMassOrg' },
      overlays: [],
      settings: {},
      ...(rulebook && { rulebook }),
    })
    return play.case.state
  }
  expect(party()).toMatchObject({ rulebook: 'RB2025b', guardSet: 'QD377' })
  expect(party('RB2026')).toMatchObject({ rulebook: 'RB2026', guardSet: 'RB2026' })
})
