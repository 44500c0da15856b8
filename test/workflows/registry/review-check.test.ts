// BC-10 against the yearly reviews: the figures of both, and everybody behind a difference.
import { expect, test } from 'vitest'
import { OperatorId } from '../../../workflows/core/ids.ts'
import type { PlanningCommand } from '../../../workflows/planning/commands.ts'
import { decidePlanning } from '../../../workflows/planning/decide.ts'
import { followPlanning } from '../../../workflows/planning/replay.ts'
import { noPlanning, type PlanningState } from '../../../workflows/planning/state.ts'
import { planningReturn } from '../../../workflows/registry/returns/planning-return.ts'
import { checkReviews } from '../../../workflows/registry/returns/review-check.ts'
import { reviewLine, reviewSheets } from '../../../workflows/wording/review-check.ts'

const by = OperatorId.parse('hr')
const tools = { proposedOn: () => [], disciplinesOf: () => [] }
/** Through the law, as an office works: each command on the day it is given. */
function planned(...acts: readonly (readonly [string, PlanningCommand])[]): PlanningState {
  let state = noPlanning
  for (const [day, command] of acts) {
    const at = `${day}T08:00:00+07:00`
    const decided = decidePlanning(state, command, { at, by }, tools)
    if (!decided.ok) throw new Error(JSON.stringify(decided.refusal))
    for (const fact of decided.value) state = followPlanning(state, { version: state.version + 1, at, by, fact })
  }
  return state
}
const opened = (on: string, listId = 'pgd'): readonly [string, PlanningCommand] => [
  on,
  {
    type: 'openPlanningList',
    listId,
    post: {
      title: listId === 'pgd' ? 'Phó Giám đốc' : 'Giám đốc',
      unit: 'Sở Mẫu',
      level: 'province',
      rank: 6,
      kind: 'committee',
      seats: 3,
    },
    term: { name: '2026-2031', from: '2026-10-01', until: '2031-09-30' },
    approver: 'Ban Thường vụ',
  },
]
const names: Readonly<Record<string, string>> = { an: 'Nguyễn Văn An', binh: 'Trần Thị Bình', chi: 'Lê Thị Chi', dung: 'Phạm Văn Dũng' }
const proposed = (on: string, id: string): readonly [string, PlanningCommand] => [
  on,
  {
    type: 'proposeForPlanning',
    listId: 'pgd',
    entryId: id,
    person: {
      personId: `p-${id}`,
      name: names[id] ?? id,
      birthDate: '1985-02-03',
      sex: 'male',
      currentPost: 'Trưởng phòng',
      currentRank: 5,
    },
    source: 'inside',
    isReElection: false,
    on,
  },
]
const document = (on: string) => ({ number: '12-QĐ/TU', date: on })
const approved = (on: string, ...entryIds: string[]): readonly [string, PlanningCommand] => [
  on,
  { type: 'approvePlanning', listId: 'pgd', entryIds, document: document(on), on },
]
const reviewed = (on: string, kept: string[], out: string[] = [], year = Number(on.slice(0, 4))): readonly [string, PlanningCommand] => [
  on,
  {
    type: 'reviewPlanning',
    listId: 'pgd',
    year,
    on,
    kept,
    out: out.map((entryId) => ({ entryId, ground: 'standards', reason: 'không đạt tiêu chuẩn' })),
  },
]
const checked = (state: PlanningState, day: string) => checkReviews(state, planningReturn(state, day))

const before = [
  opened('2025-01-10'),
  proposed('2025-02-01', 'an'),
  proposed('2025-02-01', 'binh'),
  approved('2025-03-01', 'an', 'binh'),
] as const

test('a review that keeps, takes out and brings in on one day agrees with the return', () => {
  const state = planned(...before, proposed('2026-03-01', 'chi'), reviewed('2026-04-15', ['an'], ['binh']), approved('2026-04-15', 'chi'))
  const checks = checked(state, '2026-06-30')
  expect(checks).toEqual({ day: '2026-06-30', year: 2026, reviewed: 1, differ: [] })
  expect(reviewLine(checks)).toEqual(['Số giữ, bổ sung, đưa ra khớp với 1 danh sách rà soát năm 2026.'])
  expect(reviewSheets(checks)).toEqual([])
})

test('who was approved earlier in the year and is kept by its review, who came in after it, who left after it: both figures and the names', () => {
  const state = planned(
    ...before,
    proposed('2026-01-05', 'chi'),
    approved('2026-02-03', 'chi'),
    reviewed('2026-04-15', ['an', 'binh', 'chi']),
    proposed('2026-09-01', 'dung'),
    approved('2026-10-01', 'dung'),
    ['2026-11-02', { type: 'noteForPlanning', personId: 'p-binh', ground: 'violation', basis: { on: '2026-11-01' } }],
    ['2026-11-05', { type: 'settlePlanningOut', entryId: 'binh', isTakenOut: true, reason: 'vi phạm', on: '2026-11-05' }],
  )
  const checks = checked(state, '2026-12-31')
  expect(checks.differ).toEqual([
    {
      title: 'Phó Giám đốc',
      unit: 'Sở Mẫu',
      term: '2026-2031',
      reviewedOn: '2026-04-15',
      figures: { keep: { counted: 1, reviewed: 3 }, in: { counted: 2, reviewed: 0 }, out: { counted: 1, reviewed: 0 } },
      people: [
        {
          entryId: 'binh',
          name: 'Trần Thị Bình',
          counted: 'out',
          reviewed: 'keep',
          standing: 'out',
          approvedOn: '2025-03-01',
          endedOn: '2026-11-05',
        },
        { entryId: 'chi', name: 'Lê Thị Chi', counted: 'in', reviewed: 'keep', standing: 'approved', approvedOn: '2026-02-03' },
        { entryId: 'dung', name: 'Phạm Văn Dũng', counted: 'in', reviewed: undefined, standing: 'approved', approvedOn: '2026-10-01' },
      ],
    },
  ])
  expect(reviewLine(checks)).toEqual([
    'Số giữ, bổ sung, đưa ra khác danh sách rà soát năm 2026 ở 1 chức danh: xem trang BC-10 Đối chiếu rà soát.',
  ])
  const [sheet] = reviewSheets(checks)
  expect(sheet?.strong).toEqual([0, 1, 2])
  expect(sheet?.rows.map((row) => row.slice(4))).toEqual([
    ['15/04/2026', 'Số giữ', 1, 3, null],
    ['15/04/2026', 'Số bổ sung', 2, 0, null],
    ['15/04/2026', 'Số đưa ra', 1, 0, null],
    ['15/04/2026', 'Trần Thị Bình', 'Đưa ra', 'Giữ', 'phê duyệt 01/03/2025; đưa ra 05/11/2026'],
    ['15/04/2026', 'Lê Thị Chi', 'Bổ sung', 'Giữ', 'phê duyệt 03/02/2026'],
    ['15/04/2026', 'Phạm Văn Dũng', 'Bổ sung', 'không ghi tên', 'phê duyệt 01/10/2026'],
  ])
  // On a day between, what came later has not happened.
  expect(checked(state, '2026-06-30').differ.map(({ figures }) => figures)).toEqual([
    { keep: { counted: 2, reviewed: 3 }, in: { counted: 1, reviewed: 0 }, out: { counted: 0, reviewed: 0 } },
  ])
})

test('the review of last year held late is no review of this year: who left by it is counted, and the return says that none was held', () => {
  const state = planned(...before, reviewed('2026-02-10', ['an'], ['binh'], 2025), opened('2026-02-11', 'gd'))
  const checks = checked(state, '2026-06-30')
  expect(checks.reviewed).toBe(0)
  expect(
    checks.differ.map(({ reviewedOn, people }) => [reviewedOn, people.map(({ name, counted, reviewed: said }) => [name, counted, said])]),
  ).toEqual([[undefined, [['Trần Thị Bình', 'out', undefined]]]])
  expect(reviewSheets(checks)[0]?.rows.map((row) => row.slice(4))).toEqual([
    ['chưa rà soát', 'Số đưa ra', 1, null, null],
    ['chưa rà soát', 'Trần Thị Bình', 'Đưa ra', 'chưa rà soát', 'phê duyệt 01/03/2025; đưa ra 10/02/2026'],
  ])
})

test('somebody brought in by the review and appointed in the same year is counted among neither, and named', () => {
  const state = planned(...before, proposed('2026-03-01', 'chi'), reviewed('2026-04-15', ['an', 'binh']), approved('2026-04-15', 'chi'), [
    '2026-08-01',
    { type: 'fulfilPlanning', entryId: 'chi', document: document('2026-08-01'), on: '2026-08-01' },
  ])
  const [check] = checked(state, '2026-12-31').differ
  expect(check?.figures.in).toEqual({ counted: 0, reviewed: 1 })
  expect(reviewSheets(checked(state, '2026-12-31'))[0]?.rows.at(-1)?.slice(5)).toEqual([
    'Lê Thị Chi',
    'không đếm',
    'Bổ sung',
    'phê duyệt 15/04/2026; đã bổ nhiệm 01/08/2026',
  ])
})

test('no planning, nothing said', () => {
  const checks = checked(noPlanning, '2026-12-31')
  expect([checks.differ, reviewLine(checks), reviewSheets(checks)]).toEqual([[], [], []])
})
