// The worked examples of procedure.md section 8 that can be counted: 1-35, 48, 49, 51 (22 as far as numbers say it).
import { describe, expect, test } from 'vitest'
import type { JudgementContext, OutcomeKind } from '../../../workflows/conference/judgement.ts'
import { judge } from '../../../workflows/conference/outcome.ts'
import { quorumMet, quorumNeeded } from '../../../workflows/conference/quorum.ts'
import { latestBefore, noHolidays, within } from '../../../workflows/core/calendar.ts'
import { deadlineOn } from '../../../workflows/rulebooks/deadlines.ts'
import { rulebook } from '../../../workflows/rulebooks/index.ts'
import type { BaseName, ProcedureKind, RulebookId, StageKey } from '../../../workflows/rulebooks/types.ts'
import { input, type Letters } from './counts.ts'

type Case = {
  readonly no: string
  readonly at: readonly [RulebookId, StageKey, ProcedureKind?]
  readonly count: Letters
  readonly context?: JudgementContext
  readonly outcome: OutcomeKind
  readonly selected?: readonly string[]
  readonly carried?: readonly string[]
  readonly base: readonly [BaseName, number]
  readonly percent: Readonly<Record<string, string>>
  readonly announced: boolean
  readonly clause: RegExp
  readonly next: StageKey | 'submitted' | null
}

const again = 'reappointment'
const cases: readonly Case[] = [
  {
    no: '1',
    at: ['RB2017', 'expandedNomination'],
    count: { C: 24, P: 22, I: 22, K: 22, V: 21, X: 1, votes: { A: 13, B: 5, D: 3 } },
    outcome: 'selected',
    selected: ['A'],
    base: ['convened', 24],
    percent: { A: '54,17', B: '20,83', D: '12,50' },
    announced: false,
    clause: /^Điểm b khoản 2 Điều 46 NĐ 138/,
    next: 'leadershipReview',
  },
  {
    no: '2',
    at: ['RB2017', 'expandedNomination'],
    count: { C: 24, P: 20, I: 20, K: 20, V: 20, votes: { A: 12, B: 8 } },
    outcome: 'carried',
    carried: ['A', 'B'],
    base: ['convened', 24],
    percent: { A: '50,00', B: '33,33' },
    announced: false,
    clause: /^Điểm b khoản 2 Điều 46 NĐ 138/,
    next: 'leadershipReview',
  },
  {
    no: '3',
    at: ['RB2022', 'expandedNomination'],
    count: { C: 24, P: 20, I: 20, K: 20, V: 20, votes: { A: 12, B: 8 } },
    outcome: 'carried',
    carried: ['A', 'B'],
    base: ['convened', 24],
    percent: { A: '50,00', B: '33,33' },
    announced: false,
    clause: /^Điểm b khoản 2 Điều 46 NĐ 115.*85\/2023/,
    next: 'leadershipReview',
  },
  {
    no: '4',
    at: ['RB2022', 'expandedNomination'],
    count: { C: 30, P: 27, V: 27, votes: { A: 14, B: 9, D: 4 } },
    outcome: 'carried',
    carried: ['A', 'B'],
    base: ['convened', 30],
    percent: { A: '46,67', B: '30,00', D: '13,33' },
    announced: false,
    clause: /Điều 46 NĐ 115/,
    next: 'leadershipReview',
  },
  {
    no: '5',
    at: ['RB2022', 'expandedNomination'],
    count: { C: 30, P: 25, V: 25, votes: { A: 8, B: 8, D: 5, E: 4 } },
    outcome: 'stopped',
    base: ['convened', 30],
    percent: { A: '26,67', B: '26,67', D: '16,67', E: '13,33' },
    announced: false,
    clause: /Điều 46 NĐ 115/,
    next: null,
  },
  {
    no: '6',
    at: ['RB2017', 'expandedNomination'],
    count: { C: 30, P: 25, V: 25, votes: { A: 8, B: 8, D: 5, E: 4 } },
    outcome: 'carried',
    carried: ['A', 'B'],
    base: ['convened', 30],
    percent: { A: '26,67', B: '26,67', D: '16,67', E: '13,33' },
    announced: false,
    clause: /Điều 46 NĐ 138/,
    next: 'leadershipReview',
  },
  {
    no: '7',
    at: ['RB2017', 'expandedNomination'],
    count: { C: 20, P: 18, V: 18, votes: { A: 8, B: 5, D: 5 } },
    outcome: 'carried',
    carried: ['A', 'B', 'D'],
    base: ['convened', 20],
    percent: { A: '40,00', B: '25,00', D: '25,00' },
    announced: false,
    clause: /Điều 46 NĐ 138/,
    next: 'leadershipReview',
  },
  {
    no: '9',
    at: ['RB2022', 'expandedNomination'],
    count: { C: 25, P: 16 },
    outcome: 'notQuorate',
    base: ['convened', 25],
    percent: {},
    announced: false,
    clause: /^Khoản 2 Điều 46 NĐ 115/,
    next: 'expandedNomination',
  },
  {
    no: '10, four of seven',
    at: ['RB2022', 'leadershipReview'],
    count: { C: 7, P: 4 },
    outcome: 'notQuorate',
    base: ['convened', 7],
    percent: {},
    announced: false,
    clause: /^Khoản 2 Điều 46 NĐ 115/,
    next: 'leadershipReview',
  },
  {
    no: '11',
    at: ['RB2022', 'expandedNomination'],
    count: { C: 24, P: 16, V: 16, votes: { A: 16 } },
    outcome: 'selected',
    selected: ['A'],
    base: ['convened', 24],
    percent: { A: '66,67' },
    announced: false,
    clause: /Điều 46 NĐ 115/,
    next: 'leadershipReview',
  },
  {
    no: '12',
    at: ['RB2022', 'leadershipReview'],
    count: { C: 5, P: 5, votes: { A: 3, B: 2 } },
    context: { carriedFrom: ['A'] },
    outcome: 'selected',
    selected: ['A'],
    base: ['convened', 5],
    percent: { A: '60,00', B: '40,00' },
    announced: true,
    clause: /^Điểm c khoản 2 Điều 46 NĐ 115/,
    next: 'keyOfficialsConsultation',
  },
  {
    no: '13, first ballot',
    at: ['RB2022', 'leadershipReview'],
    count: { C: 5, P: 5, votes: { A: 2, B: 3 } },
    context: { carriedFrom: ['A'] },
    outcome: 'divergenceBallot',
    selected: ['B'],
    base: ['convened', 5],
    percent: { A: '40,00', B: '60,00' },
    announced: true,
    clause: /^Điểm c khoản 2 Điều 46 NĐ 115/,
    next: 'divergenceBallot',
  },
  {
    no: '13, divergence ballot',
    at: ['RB2022', 'divergenceBallot'],
    count: { C: 5, P: 5, votes: { A: 2, B: 3 } },
    context: { carriedFrom: ['A', 'B'] },
    outcome: 'stopped',
    base: ['membersTotal', 5],
    percent: { A: '40,00', B: '60,00' },
    announced: true,
    clause: /^Điểm c khoản 2 Điều 46 NĐ 115/,
    next: null,
  },
  {
    no: '14',
    at: ['RB2022', 'divergenceBallot'],
    count: { C: 5, P: 5, votes: { A: 1, B: 4 } },
    context: { carriedFrom: ['A', 'B'] },
    outcome: 'selected',
    selected: ['B'],
    base: ['membersTotal', 5],
    percent: { A: '20,00', B: '80,00' },
    announced: true,
    clause: /^Điểm c khoản 2 Điều 46 NĐ 115/,
    next: 'keyOfficialsConsultation',
  },
  {
    no: '15',
    at: ['RB2017', 'leadershipReview'],
    count: { C: 5, P: 5, votes: { A: 2, B: 3 } },
    context: { carriedFrom: ['A'] },
    outcome: 'awaitingDirection',
    selected: ['B'],
    base: ['convened', 5],
    percent: { A: '40,00', B: '60,00' },
    announced: true,
    clause: /Điều 46 NĐ 138/,
    next: null,
  },
  {
    no: '16',
    at: ['RB2022', 'keyOfficialsConsultation'],
    count: { C: 45, P: 40, V: 40, votes: { A: 18 } },
    context: { carriedFrom: ['A'] },
    outcome: 'consulted',
    carried: ['A'],
    base: ['convened', 45],
    percent: { A: '40,00' },
    announced: false,
    clause: /^Điểm d khoản 2 Điều 46 NĐ 115/,
    next: 'leadershipDecision',
  },
  {
    no: '17',
    at: ['RB2026', 'keyOfficialsConsultation'],
    count: { C: 45, P: 40, V: 40, votes: { A: 18, B: 15, D: 7 } },
    outcome: 'stopped',
    base: ['present', 40],
    percent: { A: '45,00', B: '37,50', D: '17,50' },
    announced: false,
    clause: /^Điểm d khoản 2 Điều 33 NĐ 170.*300\/2026/,
    next: null,
  },
  {
    no: '18',
    at: ['RB2026', 'keyOfficialsConsultation'],
    count: { C: 60, P: 48, V: 47, X: 1, votes: { A: 25, B: 22 } },
    outcome: 'selected',
    selected: ['A'],
    base: ['present', 48],
    percent: { A: '52,08', B: '45,83' },
    announced: false,
    clause: /^Điểm d khoản 2 Điều 33 NĐ 170.*300\/2026/,
    next: 'leadershipDecision',
  },
  {
    no: '19',
    at: ['RB2026', 'keyOfficialsConsultation'],
    count: { C: 52, P: 50, V: 50, votes: { A: 25, B: 25 } },
    outcome: 'stopped',
    base: ['present', 50],
    percent: { A: '50,00', B: '50,00' },
    announced: false,
    clause: /^Điểm d khoản 2 Điều 33 NĐ 170/,
    next: null,
  },
  {
    no: '20',
    at: ['RB2026', 'leadershipOrientation'],
    count: { members: 5, C: 5, P: 5, votes: { A: 2, B: 2, D: 1 } },
    outcome: 'carried',
    carried: ['A', 'B'],
    base: ['convened', 5],
    percent: { A: '40,00', B: '40,00', D: '20,00' },
    announced: true,
    clause: /^Điểm b khoản 2 Điều 33 NĐ 170/,
    next: 'expandedNomination',
  },
  {
    no: '21',
    at: ['RB2026', 'expandedNomination'],
    count: { C: 30, excused: 2, P: 28, votes: { A: 15, B: 13 } },
    outcome: 'selected',
    selected: ['A'],
    base: ['convened', 28],
    percent: { A: '53,57', B: '46,43' },
    announced: true,
    clause: /^Điểm c khoản 2 Điều 33 NĐ 170/,
    next: 'keyOfficialsConsultation',
  },
  {
    no: '21, without the approval',
    at: ['RB2026', 'expandedNomination'],
    count: { C: 30, P: 28, votes: { A: 15, B: 13 } },
    outcome: 'carried',
    carried: ['A', 'B'],
    base: ['convened', 30],
    percent: { A: '50,00', B: '43,33' },
    announced: true,
    clause: /^Điểm c khoản 2 Điều 33 NĐ 170/,
    next: 'keyOfficialsConsultation',
  },
  {
    no: '22, one ballot each of 24 persons',
    at: ['RB2026', 'expandedNomination'],
    count: { C: 24, P: 24, votes: { A: 13, B: 11 } },
    outcome: 'selected',
    selected: ['A'],
    base: ['convened', 24],
    percent: { A: '54,17', B: '45,83' },
    announced: true,
    clause: /Điều 33 NĐ 170/,
    next: 'keyOfficialsConsultation',
  },
  {
    no: '23',
    at: ['RB2022', 'leadershipDecision'],
    count: { members: 4, C: 4, P: 4, votes: { A: 2, B: 2 } },
    outcome: 'headDecides',
    carried: ['A', 'B'],
    base: ['convened', 4],
    percent: { A: '50,00', B: '50,00' },
    announced: true,
    clause: /^Điểm đ khoản 2 Điều 46 NĐ 115/,
    next: null,
  },
  {
    no: '24',
    at: ['RB2022', 'leadershipDecision'],
    count: { C: 5, P: 5, V: 4, X: 1, votes: { A: 2, B: 2 } },
    outcome: 'notSelected',
    base: ['convened', 5],
    percent: { A: '40,00', B: '40,00' },
    announced: true,
    clause: /^Điểm đ khoản 2 Điều 46 NĐ 115/,
    next: null,
  },
  {
    no: '25',
    at: ['RB2022', 'leadershipDecision'],
    count: { C: 4, P: 4, agree: 2, disagree: 2 },
    context: { carriedFrom: ['A'] },
    outcome: 'notSelected',
    base: ['convened', 4],
    percent: { A: '50,00' },
    announced: true,
    clause: /^Điểm đ khoản 2 Điều 46 NĐ 115.*C-08$/,
    next: null,
  },
  {
    no: '25, with the setting of C-08',
    at: ['RB2022', 'leadershipDecision'],
    count: { C: 4, P: 4, agree: 2, disagree: 2 },
    context: { carriedFrom: ['A'], settings: { singleCandidateExactlyHalf: 'headDecides' } },
    outcome: 'headDecides',
    carried: ['A'],
    base: ['convened', 4],
    percent: { A: '50,00' },
    announced: true,
    clause: /C-08$/,
    next: null,
  },
  {
    no: '26',
    at: ['RB2026', 'leadershipDecision'],
    count: { C: 4, P: 4, votes: { A: 2, B: 2 } },
    context: { headVacant: true },
    outcome: 'reported',
    carried: ['A', 'B'],
    base: ['convened', 4],
    percent: { A: '50,00', B: '50,00' },
    announced: true,
    clause: /^Điểm đ khoản 2 Điều 33 NĐ 170/,
    next: null,
  },
  {
    no: '27',
    at: ['RB2022', 'expandedNomination'],
    count: { C: 21, P: 14, votes: { A: 10, B: 4 } },
    outcome: 'carried',
    carried: ['A'],
    base: ['convened', 21],
    percent: { A: '47,62', B: '19,05' },
    announced: false,
    clause: /Điều 46 NĐ 115/,
    next: 'leadershipReview',
  },
  {
    no: '29',
    at: ['RB2022', 'expandedNomination'],
    count: { C: 18, P: 18, K: 18, V: 17, X: 1, votes: { A: 9, B: 8 } },
    outcome: 'carried',
    carried: ['A', 'B'],
    base: ['convened', 18],
    percent: { A: '50,00', B: '44,44' },
    announced: false,
    clause: /Điều 46 NĐ 115/,
    next: 'leadershipReview',
  },
  {
    no: '30',
    at: ['RB2026', 'leadershipDecision'],
    count: { C: 30, P: 30, seats: 2, votes: { A: 22, B: 17, D: 12 } },
    outcome: 'selected',
    selected: ['A', 'B'],
    base: ['convened', 30],
    percent: { A: '73,33', B: '56,67', D: '40,00' },
    announced: true,
    clause: /Điều 33 NĐ 170/,
    next: 'submitted',
  },
  {
    no: '31',
    at: ['RB2022', 'keyOfficialsConsultation', again],
    count: { C: 40, P: 36, agree: 20 },
    outcome: 'reported',
    base: ['convened', 40],
    percent: { agree: '50,00' },
    announced: false,
    clause: /^Khoản 4 Điều 51 NĐ 115/,
    next: null,
  },
  {
    no: '32',
    at: ['RB2026', 'keyOfficialsConsultation', again],
    count: { C: 40, P: 36, agree: 19 },
    outcome: 'passed',
    base: ['present', 36],
    percent: { agree: '52,78' },
    announced: false,
    clause: /^Khoản 4 Điều 39 NĐ 170/,
    next: 'leadershipDecision',
  },
  {
    no: '33',
    at: ['RB2026', 'keyOfficialsConsultation', again],
    count: { C: 36, P: 36, agree: 18 },
    outcome: 'headDecides',
    base: ['present', 36],
    percent: { agree: '50,00' },
    announced: false,
    clause: /^Khoản 4 Điều 39 NĐ 170/,
    next: null,
  },
  {
    no: '34, RB2022',
    at: ['RB2022', 'leadershipDecision', again],
    count: { members: 4, C: 4, P: 4, agree: 2 },
    context: { carriedFrom: ['A'] },
    outcome: 'headDecides',
    carried: ['A'],
    base: ['membersTotal', 4],
    percent: { A: '50,00' },
    announced: true,
    clause: /^Khoản 4 Điều 51 NĐ 115/,
    next: null,
  },
  {
    no: '34, RB2026',
    at: ['RB2026', 'leadershipDecision', again],
    count: { members: 4, C: 4, P: 4, agree: 2 },
    context: { carriedFrom: ['A'] },
    outcome: 'headDecides',
    carried: ['A'],
    base: ['convened', 4],
    percent: { A: '50,00' },
    announced: true,
    clause: /^Khoản 4 Điều 39 NĐ 170/,
    next: null,
  },
  {
    no: '35',
    at: ['RB2022', 'leadershipDecision', again],
    count: { members: 5, C: 5, P: 5, agree: 2 },
    context: { carriedFrom: ['A'] },
    outcome: 'reported',
    base: ['membersTotal', 5],
    percent: { A: '40,00' },
    announced: true,
    clause: /^Khoản 4 Điều 51 NĐ 115/,
    next: null,
  },
  {
    no: '51',
    at: ['RB2022', 'expandedNomination'],
    count: { C: 24, P: 23, votes: { A: 9, B: 14 } },
    context: { carriedFrom: ['A', 'B'], introducedByHead: 'A', settings: { headIntroducedOnly: false } },
    outcome: 'selected',
    selected: ['B'],
    base: ['convened', 24],
    percent: { A: '37,50', B: '58,33' },
    announced: false,
    clause: /Điều 46 NĐ 115/,
    next: 'leadershipReview',
  },
]

describe('worked example', () => {
  test.each(cases)('$no', ({ at: [book, stage, procedure], count, context, clause, ...expected }) => {
    const judged = judge(input(book, stage, count, context, procedure))
    const [name, value] = expected.base
    expect(judged).toEqual({
      ok: true,
      value: {
        outcome: expected.outcome,
        selected: expected.selected ?? [],
        carried: expected.carried ?? [],
        base: { name, value },
        percent: expected.percent,
        announced: expected.announced,
        clause: expect.stringMatching(clause),
        next: expected.next,
      },
    })
  })

  test('8, 9, 10: exactly two thirds of those convened is a quorum', () => {
    const twoThirds = rulebook('RB2022').quorum.value
    expect(quorumMet(16, 24, twoThirds)).toBe(true)
    expect(quorumMet(16, 25, twoThirds)).toBe(false)
    expect(quorumNeeded(25, twoThirds)).toBe(17)
    expect(quorumMet(4, 7, twoThirds)).toBe(false)
    expect(quorumMet(5, 7, twoThirds)).toBe(true)
  })

  test('27: the posted ballot would have carried nobody else, but selected A; it is not in the count', () => {
    const posted = judge(input('RB2022', 'expandedNomination', { C: 21, P: 15, votes: { A: 11, B: 4 } }))
    expect(posted).toMatchObject({ ok: true, value: { outcome: 'selected', percent: { A: '52,38' } } })
  })

  test('28: more ballots in the box than were handed out', () => {
    expect(judge(input('RB2022', 'expandedNomination', { C: 20, P: 20, I: 20, K: 21 }))).toEqual({
      ok: false,
      refusal: { code: 'collected-exceeds-issued', ballotsCollected: 21, ballotsIssued: 20 },
    })
  })

  test('48: the notice of reappointment at the latest 90 days, or 90 working days, before 2026-12-31', () => {
    const septemberOff = { off: new Set(['2026-09-01', '2026-09-02']), working: new Set<string>() }
    const notice = (id: RulebookId, holidays = noHolidays) =>
      deadlineOn(rulebook(id), 'reappointmentNotice', '2026-12-31', 'civilServant', holidays)?.on
    expect(notice('RB2025a')).toBe('2026-10-02')
    expect(notice('RB2026')).toBe('2026-08-27')
    expect(notice('RB2026', septemberOff)).toBe('2026-08-25')
    expect(notice('RB2025b')).toBe('2026-08-27')
    expect(latestBefore('2026-12-31', { days: 90, unit: 'calendarDays' }, noHolidays)).toBe('2026-10-02')
  })

  test('49: 15 working days for the answer, then 30 for the conferences', () => {
    const book = rulebook('RB2026')
    expect(deadlineOn(book, 'policyAnswer', '2026-09-07', 'civilServant', noHolidays)?.on).toBe('2026-09-28')
    expect(deadlineOn(book, 'conferencesFinish', '2026-09-28', 'civilServant', noHolidays)?.on).toBe('2026-11-09')
    expect(within('2026-09-07', { days: 15, unit: 'workingDays' }, noHolidays)).toBe('2026-09-28')
  })
})
