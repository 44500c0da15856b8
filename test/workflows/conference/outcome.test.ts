// Every outcome with who is selected, who goes on and where to: ties, seats, settings, strangers, the head (procedure.md 2.2-2.5, 3.3, C-08, C-20, C-21).
import { describe, expect, test } from 'vitest'
import type { JudgementContext, JudgementInput } from '../../../workflows/conference/judgement.ts'
import { judge, judgeBy } from '../../../workflows/conference/outcome.ts'
import { cutAfter } from '../../../workflows/conference/ranking.ts'
import { stageRule } from '../../../workflows/rulebooks/index.ts'
import { resolveStage } from '../../../workflows/rulebooks/resolve.ts'
import { rulebookIds } from '../../../workflows/rulebooks/types.ts'
import { input, type Letters } from './counts.ts'

/** `outcome selected | carried > next`, or the code of the refusal. */
function said(given: JudgementInput): string {
  const judged = judge(given)
  if (!judged.ok) return judged.refusal.code
  const { outcome, selected, carried, next } = judged.value
  return `${outcome} ${selected.join(',')}|${carried.join(',')} > ${next}`
}
const clause = (given: JudgementInput): string => {
  const judged = judge(given)
  return judged.ok ? judged.value.clause : judged.refusal.code
}
const again = 'reappointment'

describe('ties at the cut of the two highest (2.5)', () => {
  const tied: Letters = { C: 20, P: 18, votes: { A: 8, B: 5, D: 5 } }
  test.each<[string, Letters, JudgementContext | undefined, string]>([
    ['second place shared', tied, undefined, 'carried |A,B,D > leadershipReview'],
    ['second place shared, the head selects', tied, { settings: { tieAtCut: 'headSelects' } }, 'headDecides |B,D > null'],
    ['... but his seat is vacant', tied, { headVacant: true, settings: { tieAtCut: 'headSelects' } }, 'reported |B,D > null'],
    ['first place shared by three', { C: 20, P: 18, votes: { A: 6, B: 6, D: 6 } }, undefined, 'carried |A,B,D > leadershipReview'],
    [
      'first place shared by three, the head selects',
      { C: 20, P: 18, votes: { A: 6, B: 6, D: 6 } },
      { settings: { tieAtCut: 'headSelects' } },
      'headDecides |A,B,D > null',
    ],
    [
      'no tie at the cut',
      { C: 20, P: 18, votes: { A: 7, B: 7, D: 4 } },
      { settings: { tieAtCut: 'headSelects' } },
      'carried |A,B > leadershipReview',
    ],
    ['one nominee only', { C: 20, P: 18, votes: { A: 10, B: 0, D: 0 } }, undefined, 'carried |A > leadershipReview'],
    [
      'two nominees only',
      { C: 20, P: 18, votes: { A: 10, B: 1 } },
      { settings: { tieAtCut: 'headSelects' } },
      'carried |A,B > leadershipReview',
    ],
    ['nobody received a vote', { C: 20, P: 18, votes: { A: 0, B: 0 } }, undefined, 'stopped | > null'],
    ['all blank', { C: 20, P: 18 }, undefined, 'stopped | > null'],
  ])('%s', (_, count, context, expected) => {
    expect(said(input('RB2017', 'expandedNomination', count, context))).toBe(expected)
  })

  test('the cut tells who is ahead of the level ones, for the head to choose among the level ones only', () => {
    const line = (name: string, votes: number) => ({ name, votes, isNamed: true })
    const [a, b, d] = [line('A', 8), line('B', 5), line('D', 5)]
    expect(cutAfter([a, b, d], 2)).toEqual({ ahead: [a], level: [b, d] })
    expect(cutAfter([a, b], 2)).toEqual({ ahead: [a, b], level: [] })
    expect(cutAfter([a, b, d], 1)).toEqual({ ahead: [a], level: [] })
    expect(cutAfter([a, b, d], 0)).toEqual({ ahead: [], level: [] })
    expect(cutAfter([], 2)).toEqual({ ahead: [], level: [] })
  })

  test('C-03: RB2022 civil servants may carry the two highest; the clause says why', () => {
    const given = input(
      'RB2022',
      'expandedNomination',
      { C: 30, P: 25, votes: { A: 8, B: 8, D: 5, E: 4 } },
      { settings: { carryRule: 'top2' } },
    )
    expect(said(given)).toBe('carried |A,B > leadershipReview')
    expect(clause(given)).toMatch(/C-03$/)
    const tiedToo = input('RB2022', 'leadershipReview', tied, { settings: { carryRule: 'top2' } })
    expect(said(tiedToo)).toBe('carried |A,B,D > keyOfficialsConsultation')
  })
})

describe('several seats (2.2)', () => {
  test.each<[string, Letters, string]>([
    [
      'both seats filled, highest first',
      { C: 30, P: 30, seats: 2, votes: { A: 17, B: 22, D: 12 } },
      'selected B,A| > keyOfficialsConsultation',
    ],
    [
      'one seat left open: the carry rule among the others',
      { C: 30, P: 30, seats: 2, votes: { A: 22, B: 15, D: 9, E: 8 } },
      'selected A|B,D > keyOfficialsConsultation',
    ],
    [
      'one seat left open and nobody at thirty percent',
      { C: 30, P: 30, seats: 2, votes: { A: 22, B: 8 } },
      'selected A| > keyOfficialsConsultation',
    ],
    [
      'level at the last seat: none of the level ones',
      { C: 30, P: 30, seats: 2, votes: { A: 20, B: 16, D: 16 } },
      'selected A|B,D > keyOfficialsConsultation',
    ],
    ['all level: nobody selected', { C: 30, P: 30, seats: 2, votes: { A: 16, B: 16, D: 16 } }, 'carried |A,B,D > keyOfficialsConsultation'],
    ['more over half than seats', { C: 30, P: 30, seats: 2, votes: { A: 20, B: 19, D: 16 } }, 'selected A,B| > keyOfficialsConsultation'],
  ])('%s', (_, count, expected) => {
    expect(said(input('RB2026', 'expandedNomination', count))).toBe(expected)
  })
  test('where no carry rule is, the open seat carries nobody', () => {
    const count: Letters = { C: 30, P: 30, seats: 2, votes: { A: 22, B: 15, D: 9 } }
    expect(said(input('RB2026', 'keyOfficialsConsultation', count))).toBe('selected A| > leadershipDecision')
    expect(said(input('RB2026', 'leadershipDecision', count))).toBe('selected A| > submitted')
    expect(said(input('RB2017', 'expandedNomination', count))).toBe('selected A|B,D > leadershipReview')
  })
  test('a tie at the cut beside a filled seat goes on whole: the head selects only where nobody is selected', () => {
    const count: Letters = { C: 30, P: 30, seats: 2, votes: { A: 22, B: 12, D: 9, E: 9 } }
    expect(said(input('RB2017', 'expandedNomination', count, { settings: { tieAtCut: 'headSelects' } }))).toBe(
      'selected A|B,D,E > leadershipReview',
    )
  })
  test('two over half of the members for one seat, because more people vote than there are members: nobody is chosen', () => {
    const count: Letters = { members: 4, C: 6, P: 6, votes: { A: 3, B: 3 } }
    expect(judge(input('RB2017', 'leadershipDecision', count))).toEqual({
      ok: false,
      refusal: { code: 'more-winners-than-seats', winners: 2, seats: 1 },
    })
    expect(said(input('RB2022', 'divergenceBallot', { members: 3, C: 6, P: 6, votes: { A: 3, B: 3 } }))).toBe('more-winners-than-seats')
    expect(said(input('RB2017', 'leadershipDecision', { ...count, seats: 2 }))).toBe('selected A,B| > submitted')
  })
})

describe('the decision (2.4)', () => {
  const level: Letters = { C: 4, P: 4, votes: { A: 2, B: 2 } }
  test.each<[string, Letters, JudgementContext | undefined, string]>([
    ['RB2017: the one the head introduced', level, { introducedByHead: 'B' }, 'selected B| > submitted'],
    ['RB2017: the head introduced neither', level, { introducedByHead: 'X' }, 'reported |A,B > null'],
    ['RB2017: nobody was introduced', level, undefined, 'reported |A,B > null'],
    ['RB2017: the head who introduced has left', level, { introducedByHead: 'B', headVacant: true }, 'reported |A,B > null'],
    ['RB2017: base is all members, not those convened', { ...level, members: 5 }, { introducedByHead: 'B' }, 'notSelected | > null'],
    ['RB2017: over half of all members', { members: 5, C: 4, P: 4, votes: { A: 3, B: 1 } }, undefined, 'selected A| > submitted'],
    ['three at half', { members: 4, C: 6, P: 6, votes: { A: 2, B: 2, D: 2 } }, undefined, 'notSelected | > null'],
  ])('%s', (_, count, context, expected) => {
    expect(said(input('RB2017', 'leadershipDecision', count, context))).toBe(expected)
  })

  test.each(['RB2022', 'RB2025a', 'RB2025b', 'RB2026'] as const)(
    '%s: the head chooses between two level at half; if his seat is vacant it is reported',
    (book) => {
      expect(said(input(book, 'leadershipDecision', level, { introducedByHead: 'B' }))).toBe('headDecides |A,B > null')
      expect(said(input(book, 'leadershipDecision', level, { headVacant: true }))).toBe('reported |A,B > null')
      expect(said(input(book, 'leadershipDecision', { C: 4, P: 4, votes: { A: 2, B: 1 } }))).toBe('notSelected | > null')
      expect(said(input(book, 'leadershipDecision', { C: 4, P: 4, votes: { A: 1, B: 1 } }))).toBe('notSelected | > null')
    },
  )

  test('C-08: a single candidate at exactly half is not selected, unless the office set it to the head', () => {
    const settings = { singleCandidateExactlyHalf: 'headDecides' } as const
    const one: Letters = { C: 4, P: 4, votes: { A: 2 } }
    expect(said(input('RB2022', 'leadershipDecision', one))).toBe('notSelected | > null')
    expect(said(input('RB2022', 'leadershipDecision', one, { settings }))).toBe('headDecides |A > null')
    expect(said(input('RB2022', 'leadershipDecision', one, { settings, headVacant: true }))).toBe('reported |A > null')
    expect(clause(input('RB2022', 'leadershipDecision', one, { settings, headVacant: true }))).toMatch(/1\.5$/)
    // Two candidates, one at half: not a single candidate.
    expect(said(input('RB2022', 'leadershipDecision', one, { settings, carriedFrom: ['A', 'B'] }))).toBe('notSelected | > null')
    expect(said(input('RB2022', 'leadershipDecision', { C: 4, P: 4, votes: { A: 2, B: 1 } }, { settings }))).toBe('notSelected | > null')
    // A single candidate below half.
    expect(said(input('RB2022', 'leadershipDecision', { C: 4, P: 4, agree: 1 }, { settings }))).toBe('notSelected | > null')
    expect(clause(input('RB2022', 'leadershipDecision', { C: 4, P: 4, agree: 1 }, { settings }))).not.toMatch(/C-08/)
    // The name was not given.
    expect(said(input('RB2022', 'leadershipDecision', { C: 4, P: 4, agree: 2 }, { settings }))).toBe('headDecides | > null')
    expect(said(input('RB2022', 'leadershipDecision', { C: 4, P: 4, agree: 2 }, { settings, carriedFrom: ['A', 'B'] }))).toBe(
      'headDecides | > null',
    )
    expect(said(input('RB2022', 'leadershipDecision', { C: 4, P: 4, agree: 3 }))).toBe('selected | > submitted')
    expect(said(input('RB2022', 'leadershipDecision', { C: 4, P: 4, agree: 3 }, { carriedFrom: ['A'] }))).toBe('selected A| > submitted')
  })
})

describe('the second leadership conference against the expanded one (C-20, C-21)', () => {
  test.each<[string, Letters, JudgementContext | undefined, string, string]>([
    [
      'same person',
      { C: 5, P: 5, votes: { A: 3, B: 2 } },
      { carriedFrom: ['A'] },
      'selected A| > keyOfficialsConsultation',
      'selected A| > keyOfficialsConsultation',
    ],
    [
      'one of those carried',
      { C: 5, P: 5, votes: { A: 2, B: 3 } },
      { carriedFrom: ['A', 'B'] },
      'selected B| > keyOfficialsConsultation',
      'selected B| > keyOfficialsConsultation',
    ],
    [
      'somebody new',
      { C: 5, P: 5, votes: { A: 2, B: 3 } },
      { carriedFrom: ['A'] },
      'divergenceBallot B| > divergenceBallot',
      'awaitingDirection B| > null',
    ],
    [
      'somebody new carried beside the old',
      { C: 5, P: 5, votes: { A: 2, B: 2, D: 1 } },
      { carriedFrom: ['A'] },
      'divergenceBallot |A,B > divergenceBallot',
      'awaitingDirection |A,B > null',
    ],
    [
      'somebody new who is left behind',
      { C: 10, P: 10, votes: { A: 4, B: 4, D: 2 } },
      { carriedFrom: ['A', 'B'] },
      'carried |A,B > keyOfficialsConsultation',
      'carried |A,B > keyOfficialsConsultation',
    ],
    [
      'two seats, one new',
      { C: 5, P: 5, seats: 2, votes: { A: 4, B: 2, D: 1 } },
      { carriedFrom: ['A'] },
      'divergenceBallot A|B > divergenceBallot',
      'awaitingDirection A|B,D > null',
    ],
    [
      'the list is empty: everybody is new',
      { C: 5, P: 5, votes: { A: 3 } },
      { carriedFrom: [] },
      'divergenceBallot A| > divergenceBallot',
      'awaitingDirection A| > null',
    ],
    [
      'the list was not given',
      { C: 5, P: 5, votes: { A: 3 } },
      undefined,
      'selected A| > keyOfficialsConsultation',
      'selected A| > keyOfficialsConsultation',
    ],
    ['nobody', { C: 5, P: 5, votes: { A: 1, B: 1 } }, { carriedFrom: ['A'] }, 'stopped | > null', 'awaitingDirection |A,B > null'],
  ])('%s', (_, count, context, in2022, in2017) => {
    for (const book of ['RB2022', 'RB2025a', 'RB2025b'] as const) expect(said(input(book, 'leadershipReview', count, context))).toBe(in2022)
    expect(said(input('RB2017', 'leadershipReview', count, context))).toBe(in2017)
  })
  test('the expanded conference never diverges', () => {
    expect(said(input('RB2017', 'expandedNomination', { C: 5, P: 5, votes: { B: 3 } }, { carriedFrom: ['A'] }))).toBe(
      'selected B| > leadershipReview',
    )
  })
  test('the divergence ballot: two thirds of all members, those not convened included', () => {
    const count: Letters = { members: 6, C: 5, P: 5, votes: { A: 1, B: 4 } }
    expect(said(input('RB2022', 'divergenceBallot', count))).toBe('selected B| > keyOfficialsConsultation')
    expect(said(input('RB2022', 'divergenceBallot', { ...count, members: 7 }))).toBe('stopped | > null')
  })
})

describe('names outside the list', () => {
  const stranger: Letters = { C: 9, P: 9, votes: { A: 4, X: 0 } }
  const from = { carriedFrom: ['A'] }
  test.each(['RB2022', 'RB2025a', 'RB2025b', 'RB2026'] as const)('%s: no stranger at the expanded conference', (book) => {
    expect(judge(input(book, 'expandedNomination', stranger, from))).toEqual({
      ok: false,
      refusal: { code: 'name-not-on-list', name: 'X' },
    })
  })
  test('RB2017: written in, unless the office or the overlay shut it (C-05)', () => {
    expect(said(input('RB2017', 'expandedNomination', stranger, from))).toBe('carried |A > leadershipReview')
    expect(said(input('RB2017', 'expandedNomination', stranger, { ...from, settings: { writeInAllowed: false } }))).toBe('name-not-on-list')
    const actionProgram = {
      pagesMax: 5,
      handInWorkingDays: 3,
      talkMinutes: 10,
      questionMinutes: 10,
      order: 'lot',
      othersWaitOutside: true,
      ap2b: false,
    } as const
    expect(said(input('RB2017', 'expandedNomination', stranger, { ...from, settings: { actionProgram } }))).toBe('name-not-on-list')
    expect(said(input('RB2017', 'leadershipReview', stranger, { ...from, settings: { actionProgram } }))).toBe(
      'carried |A > keyOfficialsConsultation',
    )
    const settings = { actionProgram: { ...actionProgram, ap2b: true } }
    expect(said(input('RB2017', 'leadershipReview', stranger, { ...from, settings }))).toBe('name-not-on-list')
    expect(said(input('RB2017', 'leadershipReview', stranger, { ...from, settings: { writeInAllowed: false } }))).toBe(
      'carried |A > keyOfficialsConsultation',
    )
  })
  test.each(rulebookIds)('%s: no stranger at key officials, at the decision, at a divergence ballot', (book) => {
    for (const stage of ['keyOfficialsConsultation', 'leadershipDecision', 'divergenceBallot'] as const) {
      expect(['name-not-on-list', 'stage-not-in-rulebook']).toContain(said(input(book, stage, stranger, from)))
    }
    expect(said(input(book, 'keyOfficialsConsultation', stranger, from))).toBe('name-not-on-list')
  })
  test('reappointment is of one person: a second name is a stranger', () => {
    expect(said(input('RB2026', 'leadershipDecision', { C: 9, P: 9, votes: { A: 4, B: 3 } }, undefined, again))).toBe('name-not-on-list')
    expect(said(input('RB2026', 'leadershipDecision', { C: 9, P: 9, votes: { B: 5 } }, from, again))).toBe('name-not-on-list')
    expect(said(input('RB2026', 'leadershipDecision', { C: 9, P: 9, agree: 5 }, { carriedFrom: ['A', 'B'] }, again))).toBe(
      'passed | > submitted',
    )
  })
  test('the quorum is asked before the names: a meeting that could not be held has no ballot', () => {
    expect(said(input('RB2022', 'expandedNomination', { C: 30, P: 9, votes: { X: 1 } }, from))).toBe('notQuorate | > expandedNomination')
  })
})

describe('reappointment (3.3.2)', () => {
  const agree = (
    book: (typeof rulebookIds)[number],
    stage: 'keyOfficialsConsultation' | 'leadershipDecision',
    votes: number,
    context: JudgementContext = {},
  ) => said(input(book, stage, { members: 10, C: 10, P: 10, agree: votes }, { carriedFrom: ['A'], ...context }, again))
  test.each(rulebookIds)('%s', (book) => {
    const half = book === 'RB2026' ? 'headDecides |A > null' : 'reported | > null'
    expect(agree(book, 'keyOfficialsConsultation', 6)).toBe('passed A| > leadershipDecision')
    expect(agree(book, 'keyOfficialsConsultation', 5)).toBe(half)
    expect(agree(book, 'keyOfficialsConsultation', 4)).toBe('reported | > null')
    expect(agree(book, 'leadershipDecision', 6)).toBe('passed A| > submitted')
    expect(agree(book, 'leadershipDecision', 5)).toBe('headDecides |A > null')
    expect(agree(book, 'leadershipDecision', 5, { headVacant: true })).toBe('reported |A > null')
    expect(agree(book, 'leadershipDecision', 4)).toBe('reported | > null')
  })
  test('nobody agreed', () => {
    expect(said(input('RB2022', 'leadershipDecision', { C: 4, P: 4 }, undefined, again))).toBe('reported | > null')
  })
  test('who decides at half when the seat is vacant is our default, and the clause says so', () => {
    const given = input('RB2022', 'leadershipDecision', { C: 4, P: 4, agree: 2 }, { headVacant: true }, again)
    expect(clause(given)).toBe('Khoản 4 Điều 51 NĐ 115/2020/NĐ-CP (sửa đổi bởi NĐ 85/2023/NĐ-CP); mặc định 1.5')
  })
})

describe('key officials before RB2026 are consulted', () => {
  test.each(['RB2017', 'RB2022', 'RB2025a', 'RB2025b'] as const)('%s: everybody goes on, one without a single agree included', (book) => {
    expect(said(input(book, 'keyOfficialsConsultation', { C: 45, P: 40, votes: { A: 0, B: 39 } }))).toBe(
      'consulted |B,A > leadershipDecision',
    )
    expect(said(input(book, 'keyOfficialsConsultation', { C: 45, P: 40, votes: { B: 39 } }, { carriedFrom: ['D', 'A', 'B'] }))).toBe(
      'consulted |B,A,D > leadershipDecision',
    )
    expect(said(input(book, 'keyOfficialsConsultation', { C: 45, P: 40, agree: 12 }))).toBe('consulted | > leadershipDecision')
    expect(said(input(book, 'keyOfficialsConsultation', { C: 45, P: 40, agree: 12 }, { carriedFrom: ['A'] }))).toBe(
      'consulted |A > leadershipDecision',
    )
  })
})

describe('quorum and announcement', () => {
  test('C-06: in RB2026 the office may switch the two thirds off; somebody must still be there', () => {
    const few: Letters = { C: 30, P: 9, votes: { A: 9 } }
    expect(said(input('RB2026', 'expandedNomination', few))).toBe('notQuorate | > expandedNomination')
    expect(said(input('RB2026', 'expandedNomination', few, { settings: { quorumRequired: false } }))).toBe(
      'carried |A > keyOfficialsConsultation',
    )
    expect(said(input('RB2026', 'expandedNomination', { C: 30, P: 0 }, { settings: { quorumRequired: false } }))).toBe(
      'notQuorate | > expandedNomination',
    )
    expect(said(input('RB2022', 'expandedNomination', few, { settings: { quorumRequired: false } }))).toBe(
      'notQuorate | > expandedNomination',
    )
    expect(said(input('RB2026', 'keyOfficialsConsultation', { C: 2, excused: 2, P: 0, agree: 0 }, undefined, again))).toBe(
      'notQuorate | > keyOfficialsConsultation',
    )
  })
  test('an excused member lowers what is needed', () => {
    expect(said(input('RB2026', 'expandedNomination', { C: 26, excused: 2, P: 16, votes: { A: 16 } }))).toBe(
      'selected A| > keyOfficialsConsultation',
    )
    expect(said(input('RB2026', 'expandedNomination', { C: 26, P: 16, votes: { A: 16 } }))).toBe('notQuorate | > expandedNomination')
  })
  test('C-17: the decision before RB2026 is announced inside the conference, unless the office set it otherwise', () => {
    const announced = (given: JudgementInput) => {
      const judged = judge(given)
      return judged.ok && judged.value.announced
    }
    const settings = { announceDecisionResult: false }
    for (const procedure of ['appointmentOnSite', again] as const) {
      for (const book of ['RB2017', 'RB2022', 'RB2025a', 'RB2025b'] as const) {
        expect(announced(input(book, 'leadershipDecision', { C: 4, P: 4, agree: 3 }, undefined, procedure))).toBe(true)
        expect(announced(input(book, 'leadershipDecision', { C: 4, P: 4, agree: 3 }, { settings }, procedure))).toBe(false)
      }
      expect(announced(input('RB2026', 'leadershipDecision', { C: 4, P: 4, agree: 3 }, { settings }, procedure))).toBe(true)
    }
    expect(announced(input('RB2022', 'leadershipReview', { C: 4, P: 4, votes: { A: 3 } }, { settings }))).toBe(true)
  })
})

describe('a stage without a ballot', () => {
  test.each<[JudgementInput, string, string]>([
    [input('RB2022', 'leadershipPreparation', { C: 5, P: 5 }), 'leadershipPreparation', 'RB2022'],
    [input('RB2026', 'leadershipReview', { C: 5, P: 5 }), 'leadershipReview', 'RB2026'],
    [input('RB2017', 'divergenceBallot', { C: 5, P: 5 }), 'divergenceBallot', 'RB2017'],
    [input('RB2022', 'expandedNomination', { C: 5, P: 5 }, undefined, again), 'expandedNomination', 'RB2022'],
  ])('is refused', (given, stage, rulebook) => {
    expect(judge(given)).toEqual({ ok: false, refusal: { code: 'stage-not-in-rulebook', stage, rulebook } })
  })
  test('also by its own rule', () => {
    const stage = stageRule('RB2022', 'appointmentOnSite', 'leadershipPreparation')
    if (!stage) throw new Error('RB2022 has a first leadership conference')
    const rule = resolveStage(stage, { rulebook: 'RB2022', settings: {}, overlays: [] })
    expect(judgeBy(rule, { count: { convenedRaw: 5, present: 5 } })).toEqual({
      ok: false,
      refusal: { code: 'stage-not-in-rulebook', stage: 'leadershipPreparation', rulebook: 'RB2022' },
    })
  })
})

test('names like __proto__ and constructor are names like any other', () => {
  const votes = Object.fromEntries([
    ['__proto__', 13],
    ['constructor', 5],
  ])
  const judged = judge(input('RB2022', 'expandedNomination', { C: 24, P: 20, votes }))
  expect(judged.ok && judged.value.selected).toEqual(['__proto__'])
  expect(judged.ok && Object.entries(judged.value.percent)).toEqual([
    ['__proto__', '54,17'],
    ['constructor', '20,83'],
  ])
})
