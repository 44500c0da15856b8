// BC-04, BC-06, BC-12 and BC-10 of a past day, each against figures worked by hand; and whatever the people are, every return holds together.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PersonId, PostId } from '../../../workflows/core/ids.ts'
import { type Entry, noPlanning } from '../../../workflows/planning/state.ts'
import { disciplineForms, type PersonData } from '../../../workflows/registry/person.ts'
import { countFigures, figureFaults } from '../../../workflows/registry/returns/figures.ts'
import { isWithin, periodOf } from '../../../workflows/registry/returns/period.ts'
import { entryOn, planningReturn } from '../../../workflows/registry/returns/planning-return.ts'
import {
  levelOf,
  movesOf,
  type PostThen,
  ratedIn,
  sanctionsOf,
  type TenureThen,
} from '../../../workflows/registry/returns/record-returns.ts'
import { tenureForms } from '../../../workflows/registry/tenure.ts'
import { disciplineColumns, moveColumns, ratingColumns } from '../../../workflows/wording/record-return-columns.ts'
import { disciplineSheets, moveSheets, ratingSheets, shareText } from '../../../workflows/wording/record-returns.ts'

const day = '2026-12-31'
const titled = { day, period: periodOf(day), filter: '' }
const post = (title: string, unit: string, level: number | undefined, rank?: number): PostThen => ({ title, unit, level, rank })
const held = (of: PostThen, from: string, form: TenureThen['data']['form'], lastDay?: string): TenureThen => ({
  post: of,
  data: { personId: PersonId.parse('p'), postId: PostId.parse('q'), from, form, ...(lastDay !== undefined && { lastDay }) },
})

test('a period is a year or a quarter, and ends no later than the day', () => {
  expect(periodOf('2026-11-28')).toEqual({ year: 2026, from: '2026-01-01', lastDay: '2026-11-28' })
  expect(periodOf('2026-11-28', 2025)).toEqual({ year: 2025, from: '2025-01-01', lastDay: '2025-12-31' })
  expect(periodOf('2026-11-28', 2026, 3)).toEqual({ year: 2026, quarter: 3, from: '2026-07-01', lastDay: '2026-09-30' })
  expect(['2026-06-30', '2026-07-01', '2026-09-30', '2026-10-01'].map((one) => isWithin(periodOf('2026-11-28', 2026, 3), one))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

describe('BC-04', () => {
  // Worked by hand: Sở has 3 (1 excellent, 1 good, 1 unrated and disciplined), Phòng has 2 of whom one is also in Sở.
  const people = [
    { personId: 'p1', units: ['Sở'], data: { name: 'A', ratings: [{ year: 2026, level: 'excellent' as const }] } },
    {
      personId: 'p2',
      units: ['Phòng', 'Sở'],
      data: {
        name: 'B',
        ratings: [
          { year: 2025, level: 'completed' as const },
          { year: 2026, level: 'good' as const },
          { year: 2026, quarter: 4, level: 'notCompleted' as const },
        ],
      },
    },
    {
      personId: 'p3',
      units: ['Sở'],
      data: { name: 'C', disciplines: [{ form: 'reprimand' as const, side: 'state' as const, effectiveOn: '2026-03-01' }] },
    },
    { personId: 'p4', units: ['Phòng'], data: { name: 'D', ratings: [{ year: 2026, level: 'notCompleted' as const }] } },
  ]
  const { figures, sheet, list } = ratingSheets(
    ratedIn(people, titled.period).map((one) => ({ ...one, post: '' })),
    titled,
  )
  test('counts ratings of the whole year by unit, each person once in the total', () => {
    expect([...figures.rows.map(({ unit, figures: of }) => [unit, ...of]), ['all', ...figures.all]]).toEqual([
      ['Phòng', 2, 0, 1, 0, 1, 0, 0],
      ['Sở', 3, 1, 1, 0, 0, 1, 1],
      ['all', 4, 1, 1, 0, 1, 1, 1],
    ])
    expect(figureFaults(figures, list.rows.length)).toEqual([])
  })
  test('shares stand beside their fractions, one decimal, half up', () => {
    expect(sheet.rows.at(-1)?.slice(-5)).toEqual(['25,0%', '25,0%', '0,0%', '25,0%', '25,0%'])
    expect([shareText(1, 3), shareText(2, 3), shareText(1, 2000), shareText(0, 0)]).toEqual([
      '33,3%',
      '66,7%',
      '0,1%',
      'không có đối tượng',
    ])
  })
})

describe('BC-06', () => {
  const [province, commune, office] = [
    post('Trưởng phòng', 'Sở Nội vụ', 1, 5),
    post('Bí thư', 'Xã Mẫu', 3, 5),
    post('Phó trưởng phòng', 'Sở Nội vụ', 1, 6),
  ]
  const young: PersonData = { name: 'A', sex: 'female', birthDate: '1990-05-01', ratings: [{ year: 2026, level: 'good' }] }
  const old: PersonData = { name: 'B', sex: 'male', birthDate: '1980-05-01' }
  const moves = [
    // From the province to a commune at the same rank; the next year's move is not of this year.
    ...movesOf(
      'p1',
      young,
      [
        held(province, '2020-01-01', 'appointed', '2026-02-28'),
        held(commune, '2026-03-01', 'rotated'),
        held(province, '2027-01-01', 'transferred'),
      ],
      titled.period,
    ),
    // Within the body, up a rank; nothing is known of a unit that does not say where it stands.
    ...movesOf(
      'p2',
      old,
      [held(office, '2020-01-01', 'appointed', '2026-05-31'), held(province, '2026-06-01', 'transferred')],
      titled.period,
    ),
    ...movesOf('p3', old, [held(post('Chuyên viên', 'Ban', undefined), '2026-07-01', 'seconded')], titled.period),
  ]
  test('counts moves of the year by where they lead, direction and post change, as worked by hand', () => {
    expect(moves.map(({ from, to, direction, change, isUnder40 }) => [from?.unit, to.unit, direction, change, isUnder40])).toEqual([
      ['Sở Nội vụ', 'Xã Mẫu', 'down', 'equal', true],
      ['Sở Nội vụ', 'Sở Nội vụ', 'across', 'higher', false],
      [undefined, 'Ban', 'unknown', 'unknown', false],
    ])
    const { figures, list } = moveSheets(moves, titled)
    const named = Object.fromEntries(figures.columns.map(({ head }, at) => [head, figures.all[at]]))
    expect(named).toMatchObject({
      'Tổng số lượt': 3,
      Nữ: 1,
      'Dưới 40 tuổi': 1,
      'Luân chuyển': 1,
      'Điều động': 1,
      'Biệt phái': 1,
      'Tăng cường': 0,
      'Cấp trên xuống cấp dưới': 1,
      'Cùng cấp': 1,
      'Chưa rõ hướng': 1,
      'Chức vụ cao hơn': 1,
      'Chức vụ tương đương': 1,
      'Chưa rõ chức vụ': 1,
      'Xếp loại: Hoàn thành tốt': 1,
      'Xếp loại: Chưa ghi xếp loại': 2,
    })
    expect(figureFaults(figures, list.rows.length)).toEqual([])
  })
  test('a division stands where the nearest unit above it stands', () => {
    const unit = (level: 'division' | 'department' | 'publicService') => ({ name: 'X', level, kind: 'government' as const })
    expect([levelOf([unit('division'), unit('department')]), levelOf([unit('publicService')])]).toEqual([1, undefined])
  })
})

describe('BC-12', () => {
  const data: PersonData = {
    name: 'A',
    sex: 'female',
    disciplines: [
      { form: 'warning', side: 'party', effectiveOn: '2026-02-01' },
      { form: 'reprimand', side: 'state', effectiveOn: '2026-08-01' },
      { form: 'reprimand', side: 'state', effectiveOn: '2025-12-31' },
    ],
  }
  const tenures = [
    held(post('Trưởng phòng', 'Sở', 1), '2020-01-01', 'appointed', '2026-05-31'),
    held(post('Chuyên viên', 'Phòng', 2), '2026-06-01', 'transferred'),
  ]
  test('each decision of the period counts where the post was held on its day', () => {
    const { figures, list } = disciplineSheets(sanctionsOf('p1', data, tenures, titled.period), titled)
    expect(figures.rows.map(({ unit, figures: of }) => [unit, of[0]])).toEqual([
      ['Phòng', 1],
      ['Sở', 1],
    ])
    expect(figures.all).toEqual([2, 2, 1, 1, 0, 0, 0, 0, 0, 1, 1, 0])
    expect(figureFaults(figures, list.rows.length)).toEqual([])
    expect(sanctionsOf('p1', data, tenures, periodOf(day, 2026, 3)).map(({ discipline }) => discipline.effectiveOn)).toEqual(['2026-08-01'])
  })
  test('nobody disciplined is a return of zeros', () => {
    const { figures } = disciplineSheets([], titled)
    expect([figures.rows, figures.all.every((one) => one === 0), figureFaults(figures, 0)]).toEqual([[], true, []])
  })
})

test('whoever they are and wherever they stood, the returns on records hold together', () => {
  const dayOf2026 = fc.integer({ min: 1, max: 28 }).map((one) => `2026-0${(one % 9) + 1}-${String(one).padStart(2, '0')}`)
  const someone = fc.record({
    units: fc.subarray(['Sở', 'Phòng', 'Xã']),
    ratings: fc.array(
      fc.record({
        year: fc.constantFrom(2025, 2026),
        level: fc.constantFrom('excellent' as const, 'good' as const, 'notCompleted' as const),
      }),
      { maxLength: 3 },
    ),
    disciplines: fc.array(
      fc.record({
        form: fc.constantFrom(...disciplineForms),
        side: fc.constantFrom('party' as const, 'state' as const),
        effectiveOn: dayOf2026,
      }),
      { maxLength: 3 },
    ),
    tenures: fc.array(
      fc.tuple(
        fc.constantFrom(post('A', 'Sở', 1, 5), post('B', 'Xã', 3, 7), post('C', '', undefined)),
        dayOf2026,
        fc.constantFrom(...tenureForms),
      ),
      { maxLength: 4 },
    ),
  })
  fc.assert(
    fc.property(fc.array(someone, { maxLength: 20 }), (made) => {
      const people = made.map(({ units, ratings, disciplines }, at) => ({
        personId: `p${at}`,
        units,
        data: { name: 'A', ratings, disciplines },
      }))
      const tenures = (at: number): readonly TenureThen[] => (made[at]?.tenures ?? []).map(([of, from, form]) => held(of, from, form))
      const rated = countFigures(
        ratedIn(people, titled.period).map((of) => ({ units: of.units, of })),
        ratingColumns,
      )
      const moves = people.flatMap((one, at) => movesOf(one.personId, one.data, tenures(at), titled.period))
      const sanctions = people.flatMap((one, at) => sanctionsOf(one.personId, one.data, tenures(at), titled.period))
      expect(figureFaults(rated, people.length)).toEqual([])
      expect(
        figureFaults(
          countFigures(
            moves.map((of) => ({ units: [of.to.unit], of })),
            moveColumns,
          ),
          moves.length,
        ),
      ).toEqual([])
      expect(
        figureFaults(
          countFigures(
            sanctions.map((of) => ({ units: of.units, of })),
            disciplineColumns,
          ),
          sanctions.length,
        ),
      ).toEqual([])
    }),
    { numRuns: 100, seed: 5 },
  )
})

test('BC-10 of a past day: who was proposed, approved or taken out later stands as he stood then', () => {
  const entry: Entry = {
    listId: 'l1',
    entryId: 'e1',
    person: { personId: 'p1', name: 'A', currentPost: 'Phó phòng', currentRank: 6 },
    source: 'inside',
    isReElection: false,
    on: '2025-02-01',
    standing: 'out',
    approvedOn: '2025-04-01',
    endedOn: '2026-05-01',
    endReason: 'kỷ luật',
    outProposals: [],
    settled: [],
    steps: [],
  }
  expect(['2025-01-31', '2025-03-31', '2025-04-01', '2026-04-30', '2026-05-01'].map((on) => entryOn(entry, on)?.standing)).toEqual([
    undefined,
    'proposed',
    'approved',
    'approved',
    'out',
  ])
  expect(entryOn(entry, '2025-06-01')).not.toHaveProperty('endReason')
  const state = {
    ...noPlanning,
    entries: new Map([['e1', entry]]),
    lists: new Map([
      [
        'l1',
        {
          listId: 'l1',
          post: { title: 'Giám đốc', unit: 'Sở', level: 'province' as const, rank: 3, kind: 'post' as const, seats: 1 },
          term: { name: '2025-2030', from: '2025-01-01', until: '2030-01-01' },
          approver: 'BTV',
          openedOn: '2025-01-15',
          entryIds: ['e1'],
          reviews: [],
        },
      ],
    ]),
  }
  expect(['2025-01-20', '2025-12-31', '2026-12-31'].map((on) => planningReturn(state, on).all)).toMatchObject([
    { total: 0, came: 0, out: 0 },
    { total: 1, came: 1, out: 0 },
    { total: 0, came: 0, out: 1 },
  ])
})
