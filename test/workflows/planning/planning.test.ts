import { describe, expect, test } from 'vitest'
import { OperatorId } from '../../../workflows/core/ids.ts'
import type { PlanningCommand } from '../../../workflows/planning/commands.ts'
import { decidePlanning, type PlanningTools } from '../../../workflows/planning/decide.ts'
import { disciplineProposals, fulfilments } from '../../../workflows/planning/effects.ts'
import type { PlannedPerson, PlannedPost, PlanningFact } from '../../../workflows/planning/facts.ts'
import { proposalProblems } from '../../../workflows/planning/proposal.ts'
import { followPlanning } from '../../../workflows/planning/replay.ts'
import { settingsOf } from '../../../workflows/planning/rules.ts'
import { noPlanning, type PlanningState } from '../../../workflows/planning/state.ts'
import { ageFit, bandOf, committeeRange, overdueReview, structureOf } from '../../../workflows/planning/structure.ts'
import { planningListView, planningView } from '../../../workflows/planning/view.ts'
import { refusalText } from '../../../workflows/wording/refusals.ts'

const by = OperatorId.parse('can-bo')
const stampOn = (day: string) => ({ at: `${day}T08:00:00+07:00`, by })
const nobody: PlanningTools = { proposedOn: () => [], disciplinesOf: () => [] }
const term = { name: '2026-2031', from: '2026-07-01', until: '2031-06-30' }
const deputy: PlannedPost = { title: 'Phó Giám đốc', unit: 'Sở Nội vụ', level: 'province', rank: 6, kind: 'post', seats: 1 }
const today = '2026-03-10'

/** Plays orders one after another; a refusal is a defect of the test. */
function played(commands: readonly PlanningCommand[], state: PlanningState = noPlanning, tools = nobody, day = today): PlanningState {
  return commands.reduce((before, command) => {
    const decided = decidePlanning(before, command, stampOn(day), tools)
    if (!decided.ok) throw new Error(JSON.stringify(decided.refusal))
    return decided.value.reduce((one, fact) => followPlanning(one, { version: one.version + 1, at: stampOn(day).at, by, fact }), before)
  }, state)
}
const refusalOf = (state: PlanningState, command: PlanningCommand, tools = nobody, day = today) => {
  const decided = decidePlanning(state, command, stampOn(day), tools)
  return decided.ok ? decided.value : decided.refusal
}

const person = (no: number, more: Partial<PlannedPerson> = {}): PlannedPerson => ({
  personId: `nguoi-${no}`,
  name: `Nguyễn Văn ${no}`,
  birthDate: '1980-02-03',
  sex: 'male',
  currentPost: 'Trưởng phòng',
  currentUnit: 'Sở Nội vụ',
  currentRank: 5,
  ...more,
})
const open = (listId: string, post: PlannedPost = deputy): PlanningCommand => ({
  type: 'openPlanningList',
  listId,
  post,
  term,
  approver: 'Ban Thường vụ Tỉnh ủy',
})
const propose = (listId: string, entryId: string, who: PlannedPerson, isReElection = false): PlanningCommand => ({
  type: 'proposeForPlanning',
  listId,
  entryId,
  person: who,
  source: 'inside',
  isReElection,
  on: today,
})
const document = { number: '12-QĐ/TU', date: today }

describe('limits of planning lists', () => {
  test('Q-1: a fourth person for one post is refused', () => {
    const three = played([open('pgd'), ...[1, 2, 3].map((no) => propose('pgd', `e${no}`, person(no)))])
    expect(refusalOf(three, propose('pgd', 'e4', person(4)))).toMatchObject({ code: 'planning-post-full', planned: 3, most: 3 })
  })

  test('Q-1: a fourth post of one level for one person is refused; another level is not', () => {
    const titles = ['Phó Giám đốc', 'Phó Chánh Văn phòng', 'Phó Trưởng ban', 'Phó Chánh Thanh tra']
    const opened = titles.map((title, at) => open(`l${at}`, { ...deputy, title }))
    const three = played([...opened, ...[0, 1, 2].map((at) => propose(`l${at}`, `e${at}`, person(1)))])
    expect(refusalOf(three, propose('l3', 'e3', person(1)))).toMatchObject({ code: 'planning-person-full', planned: 3, most: 3 })
    const commune = played([open('xa', { ...deputy, level: 'commune', title: 'Chủ tịch UBND xã' })], three)
    expect(played([propose('xa', 'e9', person(1))], commune).entries.get('e9')?.standing).toBe('proposed')
  })

  test('Q-5: whoever is disciplined is not proposed before the time is over, and is after it', () => {
    const state = played([open('pgd')])
    const sanctioned: PlanningTools = { ...nobody, disciplinesOf: () => [{ sanction: 'reprimand', effectiveOn: '2024-03-11' }] }
    expect(refusalOf(state, propose('pgd', 'e1', person(1)), sanctioned)).toMatchObject({
      code: 'planning-disciplined',
      until: '2026-03-10',
      article: 'Quy định 377-QĐ/TW; mặc định C-25',
    })
    const over: PlanningTools = { ...nobody, disciplinesOf: () => [{ sanction: 'reprimand', effectiveOn: '2024-03-10' }] }
    expect(refusalOf(state, propose('pgd', 'e1', person(1)), over)).toMatchObject([{ type: 'planningProposed' }])
    const gone: PlanningTools = { ...nobody, disciplinesOf: () => [{ sanction: 'dismissal', effectiveOn: '2012-03-10' }] }
    expect(refusalOf(state, propose('pgd', 'e1', person(1)), gone)).toMatchObject({ code: 'planning-disciplined-for-good' })
  })

  test('Q-8: low confidence noted on one list bars from the other lists of the term until somebody dismisses it', () => {
    const noted = played([
      open('pgd'),
      open('cvp', { ...deputy, title: 'Phó Chánh Văn phòng' }),
      propose('pgd', 'e1', person(1)),
      { type: 'noteForPlanning', personId: 'nguoi-1', ground: 'lowConfidence', basis: { on: today, low: 31, collected: 60 } },
    ])
    expect(refusalOf(noted, propose('cvp', 'e2', person(1)))).toMatchObject({ code: 'planning-low-confidence', low: 31, collected: 60 })
    const settle = (isTakenOut: boolean): PlanningCommand => ({
      type: 'settlePlanningOut',
      entryId: 'e1',
      isTakenOut,
      reason: 'Đã kiểm phiếu lại',
      on: today,
    })
    expect(refusalOf(played([settle(true)], noted), propose('cvp', 'e2', person(1)))).toMatchObject({ code: 'planning-low-confidence' })
    expect(refusalOf(played([settle(false)], noted), propose('cvp', 'e2', person(1)))).toMatchObject([{ type: 'planningProposed' }])
  })

  test('every reason against a person is told at once, each with its article', () => {
    const three = played([open('pgd'), ...[1, 2, 3].map((no) => propose('pgd', `e${no}`, person(no)))])
    const list = three.lists.get('pgd')
    if (!list) throw new Error('opened above')
    const old = person(1, { birthDate: '1960-01-01', currentPost: 'Phó Giám đốc', currentRank: 7 })
    const problems = proposalProblems(three, list, { person: old, isReElection: false, on: today }, nobody)
    expect(problems.map((one) => one.code)).toEqual([
      'planning-own-post',
      'planning-post-not-higher',
      'planning-person-listed',
      'planning-post-full',
      'planning-too-few-months',
    ])
    expect(problems.filter((one) => one.code !== 'planning-person-listed').every((one) => typeof one.article === 'string')).toBe(true)
  })

  test('a person known by another id, with the same citizen number, is the same person', () => {
    const one = played([open('pgd'), propose('pgd', 'e1', person(1, { citizenId: '031080000001' }))])
    const twin = person(2, { citizenId: '031080000001' })
    expect(refusalOf(one, propose('pgd', 'e2', twin))).toMatchObject({ code: 'planning-person-listed' })
  })

  test('Q-4: 59 months left: not for the first time, but for a second election', () => {
    expect(ageFit('1968-05-12', 'male', '2025-07-01')).toMatchObject({
      months: 59,
      retiresOn: '2030-05-31',
      isFirstTime: false,
      isReElected: true,
    })
    const old = person(1, { birthDate: '1969-05-12' })
    const lists = played([open('pgd')])
    expect(refusalOf(lists, propose('pgd', 'e1', old))).toMatchObject({ code: 'planning-too-few-months', months: 59, needed: 60 })
    expect(played([propose('pgd', 'e1', old, true)], lists).entries.size).toBe(1)
  })

  test('Q-6: on the day a person is proposed for appointment he is not proposed for planning', () => {
    const lists = played([open('pgd')])
    const busy: PlanningTools = { ...nobody, proposedOn: ({ personId }) => (personId === 'nguoi-1' ? [today] : []) }
    expect(refusalOf(lists, propose('pgd', 'e1', person(1)), busy)).toMatchObject({ code: 'planning-beside-proposal', date: today })
    expect(played([propose('pgd', 'e2', person(2))], lists, busy).entries.size).toBe(1)
  })

  test('Q-7: nobody is planned for the post he holds, nor for a lower one', () => {
    const lists = played([open('pgd')])
    const holder = person(1, { currentPost: 'Phó Giám đốc', currentRank: 6 })
    expect(refusalOf(lists, propose('pgd', 'e1', holder))).toMatchObject({ code: 'planning-own-post' })
    const above = person(2, { currentPost: 'Giám đốc', currentRank: 7 })
    expect(refusalOf(lists, propose('pgd', 'e1', above))).toMatchObject({ code: 'planning-post-not-higher' })
  })

  test('a committee holds more than three people a seat list; its range is told, not enforced', () => {
    const committee: PlannedPost = { ...deputy, title: 'Ủy viên Ban Chấp hành', kind: 'committee', seats: 33 }
    const many = played([open('bch', committee), ...Array.from({ length: 12 }, (_, no) => propose('bch', `e${no}`, person(no)))])
    expect(many.entries.size).toBe(12)
  })
})

describe('structure of a list', () => {
  const people = (count: number, young: number, women: number) =>
    Array.from({ length: count }, (_, no) => ({
      birthDate: no < young ? '1990-01-01' : '1975-01-01',
      sex: no < women ? ('female' as const) : ('male' as const),
    }))

  test('Q-2: 40 planned, 6 under 40, 9 women: young met at 15,0%, women not met, 10 needed', () => {
    const [young, women] = structureOf(people(40, 6, 9), '2026-03-10')
    expect(young).toMatchObject({ aim: 'young', count: 6, of: 40, needed: 6, isMet: true })
    expect(women).toMatchObject({ aim: 'women', count: 9, of: 40, needed: 10, isMet: false })
  })

  test('whoever has no birth date or sex stays in the whole and counts nowhere', () => {
    const [young, women] = structureOf([...people(3, 1, 1), {}], '2026-03-10')
    expect(young).toMatchObject({ count: 1, unknown: 1, of: 4 })
    expect(women).toMatchObject({ count: 1, unknown: 1, of: 4 })
  })

  test('an empty list meets no aim', () => expect(structureOf([], today).some((one) => one.isMet)).toBe(false))

  test('Q-3: 33 seats plan 50 to 66 people', () => expect(committeeRange(33)).toEqual({ from: 50, to: 66 }))

  test('three bands five years apart, by whole years', () => {
    expect(['1986-03-11', '1986-03-10', '1981-03-11', '1981-03-10'].map((born) => bandOf(born, today))).toEqual([1, 2, 2, 3])
    expect(bandOf(undefined, today)).toBeUndefined()
  })
})

describe('who leaves a list', () => {
  const approved = played([
    open('pgd'),
    propose('pgd', 'e1', person(1)),
    propose('pgd', 'e2', person(2)),
    { type: 'approvePlanning', listId: 'pgd', entryIds: ['e1', 'e2'], document, on: today },
  ])
  const reprimand: PlanningCommand = {
    type: 'noteForPlanning',
    personId: 'nguoi-1',
    ground: 'discipline',
    basis: { on: today, sanction: 'reprimand', document },
  }

  test('Q-5: a reprimand of today proposes to take the person out; a person confirms it', () => {
    const proposed = played([reprimand], approved)
    expect(proposed.entries.get('e1')).toMatchObject({ standing: 'approved', outProposals: [{ ground: 'discipline' }] })
    expect(played([reprimand], proposed).entries.get('e1')?.outProposals).toHaveLength(1)
    const out = played(
      [{ type: 'settlePlanningOut', entryId: 'e1', isTakenOut: true, reason: 'Khiển trách', document, on: today }],
      proposed,
    )
    expect(out.entries.get('e1')).toMatchObject({ standing: 'out', endReason: 'Khiển trách', outProposals: [] })
    const kept = played(
      [{ type: 'settlePlanningOut', entryId: 'e1', isTakenOut: false, reason: 'Không thi hành kỷ luật', on: today }],
      proposed,
    )
    expect(kept.entries.get('e1')).toMatchObject({ standing: 'approved', outProposals: [] })
  })

  test('nobody is taken out whom nothing proposed to take out', () => {
    const settle: PlanningCommand = { type: 'settlePlanningOut', entryId: 'e1', isTakenOut: true, reason: 'x', on: today }
    expect(refusalOf(approved, settle)).toMatchObject({ code: 'planning-out-not-proposed' })
  })

  test('Q-8: 31 of 60 ballots low (51,7%) propose out, 30 of 60 do not', () => {
    const vote = (low: number): PlanningCommand => ({
      type: 'noteForPlanning',
      personId: 'nguoi-1',
      ground: 'lowConfidence',
      basis: { on: today, low, collected: 60 },
    })
    expect(played([vote(31)], approved).entries.get('e1')?.outProposals).toHaveLength(1)
    expect(played([vote(30)], approved).entries.get('e1')?.outProposals).toHaveLength(0)
  })

  test('the yearly review speaks of everyone on the list, once a year', () => {
    const half: PlanningCommand = { type: 'reviewPlanning', listId: 'pgd', year: 2026, on: today, kept: ['e1'], out: [] }
    expect(refusalOf(approved, half)).toMatchObject({ code: 'planning-review-incomplete', names: ['Nguyễn Văn 2'] })
    const whole: PlanningCommand = { ...half, out: [{ entryId: 'e2', ground: 'tasks', reason: 'Không hoàn thành nhiệm vụ' }] }
    const reviewed = played([whole], approved)
    expect(reviewed.entries.get('e2')?.standing).toBe('out')
    expect(refusalOf(reviewed, { ...half, kept: ['e1'] })).toMatchObject({ code: 'planning-year-reviewed', year: 2026 })
  })

  test('who has no full term left on the day is proposed out, and stays until somebody confirms', () => {
    const old = played([open('gd', { ...deputy, title: 'Giám đốc', rank: 7 }), propose('gd', 'e7', person(7, { birthDate: '1969-07-01' }))])
    const seen = played([{ type: 'proposeOverAge', listId: 'gd' }], old, nobody, '2027-01-05')
    expect(seen.entries.get('e7')?.outProposals).toMatchObject([{ ground: 'overAge' }])
    expect(played([{ type: 'proposeOverAge', listId: 'gd' }], old).entries.get('e7')?.outProposals).toHaveLength(0)
  })

  test('Q-9: last reviewed on 10/4/2025, on 22/11/2026 the review of 2026 is overdue', () => {
    expect(overdueReview('2025-04-10', '2026-11-22')).toBe(2026)
    expect(overdueReview('2026-04-10', '2026-11-22')).toBeUndefined()
    expect(overdueReview('2025-04-10', '2026-06-30')).toBeUndefined()
    expect(overdueReview(undefined, '2026-03-01')).toBe(2025)
  })
})

describe('what follows from elsewhere (programme 15)', () => {
  const approved = played([
    open('pgd'),
    propose('pgd', 'e1', person(1)),
    { type: 'approvePlanning', listId: 'pgd', entryIds: ['e1'], document, on: today },
  ])
  const known = (effectiveOn: string) => () => [{ form: 'reprimand' as const, side: 'party' as const, effectiveOn }]
  const taken = (facts: readonly PlanningFact[]) =>
    facts.reduce((one, fact) => followPlanning(one, { version: one.version + 1, at: stampOn(today).at, by, fact }), approved)

  test('discipline the registry has come to know proposes to leave, once, and not again when it was dismissed', () => {
    expect(disciplineProposals(approved, known('2026-03-09'), today)).toEqual([])
    expect(disciplineProposals(approved, known('2026-03-11'), today)).toEqual([])
    expect(disciplineProposals(approved, () => undefined, today)).toEqual([])
    const proposed = taken(disciplineProposals(approved, known(today), today))
    expect(proposed.entries.get('e1')?.outProposals).toMatchObject([{ ground: 'discipline', basis: { sanction: 'reprimand', on: today } }])
    expect(disciplineProposals(proposed, known(today), today)).toEqual([])
    const kept = played([{ type: 'settlePlanningOut', entryId: 'e1', isTakenOut: false, reason: 'Đã xem xét', on: today }], proposed)
    expect(disciplineProposals(kept, known(today), today)).toEqual([])
  })

  test('whoever is appointed to the post planned for leaves the list as appointed', () => {
    const appointed = { people: [{ personId: 'nguoi-1' }], post: deputy, document, on: today }
    expect(taken(fulfilments(approved, appointed)).entries.get('e1')?.standing).toBe('fulfilled')
    expect(fulfilments(approved, { ...appointed, post: { ...deputy, title: 'Giám đốc' } })).toEqual([])
    expect(fulfilments(approved, { ...appointed, people: [{ personId: 'nguoi-2' }] })).toEqual([])
  })
})

describe('what an office sets', () => {
  test('its own aims and day of review count from then on, and are told as settings', () => {
    const settings = {
      bands: [35, 40] as [number, number],
      youngUnder: 35,
      youngPercent: 20,
      womenPercent: 30,
      minorityPercent: 5,
      committeeTenths: { from: 12, to: 18 },
    }
    const state = played([
      { type: 'changePlanningSettings', settings, reason: 'Hướng dẫn của tỉnh' },
      { type: 'setCalendarDay', item: 'planningReview', day: '03-31' },
      open('pgd'),
      propose('pgd', 'e1', person(1)),
    ])
    const own = settingsOf(state)
    expect(committeeRange(33, own)).toEqual({ from: 40, to: 59 })
    expect(own.womenPercent).toMatchObject({ value: 30, evidence: 'DEFAULT' })
    expect(overdueReview('2025-04-10', '2026-04-01', own)).toBe(2026)
    const view = planningListView(state, 'pgd', today)
    expect(view?.shares.map((one) => [one.aim, one.needed])).toEqual([
      ['young', 1],
      ['women', 1],
      ['minority', 1],
    ])
    expect(view?.entries[0]).toMatchObject({ band: 3, retiresOn: '2042-02-28' })
  })

  test('a table of all lists puts first what waits for somebody', () => {
    const lists = played([
      open('a', { ...deputy, title: 'A' }),
      open('b', { ...deputy, title: 'B' }),
      propose('b', 'e1', person(1)),
      { type: 'noteForPlanning', personId: 'nguoi-1', ground: 'violation', basis: { on: today } },
    ])
    expect(planningView(lists, today).rows.map((one) => [one.listId, one.outProposals, one.proposed])).toEqual([
      ['b', 1, 1],
      ['a', 0, 0],
    ])
  })
})

describe('orders that planning refuses', () => {
  const approved = played([
    open('pgd'),
    propose('pgd', 'e1', person(1)),
    { type: 'approvePlanning', listId: 'pgd', entryIds: ['e1'], document, on: today },
  ])
  const ended = played([{ type: 'endPlanningList', listId: 'pgd', on: today, reason: 'Hết nhiệm kỳ' }], approved)
  const step: PlanningCommand = {
    type: 'recordPlanningStep',
    listId: 'pgd',
    step: 'Hội nghị',
    on: today,
    convened: 5,
    present: 5,
    agree: { e1: 5 },
  }
  test.each<[string, PlanningState, PlanningCommand]>([
    ['planning-list-exists', approved, open('pgd')],
    ['planning-list-of-post-exists', approved, open('pgd-2')],
    ['planning-term-backwards', noPlanning, { ...open('x'), term: { ...term, until: '2020-01-01' } } as PlanningCommand],
    ['planning-list-unknown', noPlanning, propose('pgd', 'e1', person(1))],
    ['planning-list-ended', ended, propose('pgd', 'e2', person(2))],
    ['planning-entry-exists', approved, propose('pgd', 'e1', person(2))],
    ['planning-entry-unknown', approved, { type: 'declinePlanning', entryId: 'e9', reason: 'x', on: today }],
    ['planning-entry-settled', approved, { type: 'declinePlanning', entryId: 'e1', reason: 'x', on: today }],
    [
      'planning-entry-not-approved',
      played([open('l'), propose('l', 'e5', person(5))]),
      { type: 'fulfilPlanning', entryId: 'e5', document, on: today },
    ],
    ['planning-present-exceeds-convened', approved, { ...step, present: 6 } as PlanningCommand],
    ['planning-agree-exceeds-present', approved, { ...step, agree: { e1: 6 } } as PlanningCommand],
    [
      'planning-review-twice',
      approved,
      {
        type: 'reviewPlanning',
        listId: 'pgd',
        year: 2026,
        on: today,
        kept: ['e1'],
        out: [{ entryId: 'e1', ground: 'other', reason: 'x' }],
      },
    ],
    ['date-in-future', approved, { ...step, on: '2026-03-11' } as PlanningCommand],
  ])('%s', (code, state, command) => expect(refusalOf(state, command)).toMatchObject({ code }))

  test('a step of building and an appointment are kept with the person', () => {
    const done = played([step, { type: 'fulfilPlanning', entryId: 'e1', document, on: today }], approved)
    expect(done.entries.get('e1')).toMatchObject({ standing: 'fulfilled', steps: [{ agree: 5, present: 5 }] })
  })
})

test('whoever retires before the term is said to, and nobody has fewer than no months left', () => {
  const refusal = {
    code: 'planning-too-few-months',
    name: 'Trương Minh Hòa',
    retiresOn: '2025-08-31',
    months: -15,
    needed: 60,
    article: '',
  }
  expect(refusalText(refusal, 'vi')).toContain('nghỉ hưu 31/08/2025, trước khi bắt đầu nhiệm kỳ, cần 60 tháng.')
  expect(refusalText(refusal, 'en')).toContain('retires on 31/08/2025, before the term starts; 60 months are needed.')
  expect(refusalText({ ...refusal, months: 50 }, 'vi')).toContain('chỉ còn 50 tháng khi bắt đầu nhiệm kỳ, cần 60 tháng.')
})
