// The shipped holidays of 2021-2027 and the deadlines counted by them (procedure.md 6).
import { describe, expect, test } from 'vitest'
import { addDays, isWorkingDay, noHolidays } from '../../../workflows/core/calendar.ts'
import { deadlineOn } from '../../../workflows/rulebooks/deadlines.ts'
import { holidaysOf, holidayTable, holidayTables, holidayYears } from '../../../workflows/rulebooks/holidays.ts'
import { rulebook } from '../../../workflows/rulebooks/index.ts'
import { rulebookIds, type Track } from '../../../workflows/rulebooks/types.ts'

const days = (year: number, key: string) => holidaysOf(year).find((one) => one.key === key)?.days

describe('the years shipped', () => {
  test('2021 to 2027', () => {
    expect(holidayYears).toEqual([2021, 2022, 2023, 2024, 2025, 2026, 2027])
    expect(holidaysOf(2020)).toEqual([])
    expect(holidaysOf(2028)).toEqual([])
    expect(holidayTables).toEqual(['vn', 'none'])
  })
  test.each([
    [2021, '2021-02-12', ['2021-02-10', '2021-02-14'], '2021-04-21', ['2021-09-02', '2021-09-03']],
    [2022, '2022-02-01', ['2022-01-31', '2022-02-04'], '2022-04-10', ['2022-09-01', '2022-09-02']],
    [2023, '2023-01-22', ['2023-01-20', '2023-01-24'], '2023-04-29', ['2023-09-01', '2023-09-02']],
    [2024, '2024-02-10', ['2024-02-08', '2024-02-12'], '2024-04-18', ['2024-09-02', '2024-09-03']],
    [2025, '2025-01-29', ['2025-01-27', '2025-01-31'], '2025-04-07', ['2025-09-01', '2025-09-02']],
    [2026, '2026-02-17', ['2026-02-16', '2026-02-20'], '2026-04-26', ['2026-09-01', '2026-09-02']],
    [2027, '2027-02-06', ['2027-02-04', '2027-02-08'], '2027-04-16', ['2027-09-02', '2027-09-03']],
  ] as const)('%i: Tết on %s', (year, tet, [first, last], hungKings, national) => {
    const around = days(year, 'tet') ?? []
    expect(around).toHaveLength(5)
    expect([...around].sort()).toEqual(around)
    expect(around).toContain(tet)
    expect([around[0], around[4]]).toEqual([first, last])
    expect(new Set(around).size).toBe(5)
    expect(days(year, 'hungKings')).toEqual([hungKings])
    expect(days(year, 'national')).toEqual(national)
    expect([days(year, 'newYear'), days(year, 'reunification'), days(year, 'labour')]).toEqual([
      [`${year}-01-01`],
      [`${year}-04-30`],
      [`${year}-05-01`],
    ])
    expect(holidaysOf(year).map((one) => `${one.key} ${one.evidence}`)).toEqual([
      'newYear GK',
      year === 2027 ? 'tet DEFAULT' : 'tet GK',
      'hungKings GK',
      'reunification GK',
      'labour GK',
      year === 2027 ? 'national DEFAULT' : 'national GK',
      ...(year >= 2026 ? ['culture REPORT'] : []),
    ])
  })
  test('24 November is known from 2026, and off until the office enters it', () => {
    expect([days(2025, 'culture'), days(2026, 'culture'), days(2027, 'culture')]).toEqual([undefined, ['2026-11-24'], ['2027-11-24']])
    expect(isWorkingDay('2026-11-24', holidayTable('vn'))).toBe(true)
    expect(isWorkingDay('2026-11-24', holidayTable('vn', { off: ['2026-11-24'], working: [] }))).toBe(false)
  })
  test('the office adds days off and days worked; another table is empty', () => {
    const table = holidayTable('vn', { off: ['2026-08-31'], working: ['2026-08-22', '2026-09-01'] })
    expect(['2026-08-31', '2026-09-01', '2026-09-02', '2026-08-22', '2026-08-23'].map((day) => isWorkingDay(day, table))).toEqual([
      false,
      true,
      false,
      true,
      false,
    ])
    expect(holidayTable('none')).toEqual(noHolidays)
    expect(holidayTable('vn').off.size).toBe(7 * 11)
    expect(holidayTable('none', { off: ['2026-08-31'], working: [] }).off).toEqual(new Set(['2026-08-31']))
  })
})

describe('deadlines', () => {
  const vn = holidayTable('vn')
  const on = (
    ...[id, key, anchor, track = 'civilServant', table = noHolidays]: readonly [
      (typeof rulebookIds)[number],
      Parameters<typeof deadlineOn>[1],
      string,
      Track?,
      typeof vn?,
    ]
  ) => deadlineOn(rulebook(id), key, anchor, track, table)?.on
  test('the answer to a policy request: RB2017 by track', () => {
    expect(on('RB2017', 'policyAnswer', '2021-08-16', 'publicEmployee')).toBe('2021-08-26')
    expect(on('RB2017', 'policyAnswer', '2021-08-16', 'civilServant')).toBe('2021-08-30')
    expect(on('RB2017', 'policyAnswer', '2021-08-16', 'partyOrMassOrg')).toBe('2021-08-30')
    expect(on('RB2017', 'conferencesStart', '2021-08-16', 'publicEmployee')).toBe('2021-08-31')
    expect(on('RB2017', 'conferencesStart', '2021-08-16')).toBeUndefined()
    expect(on('RB2017', 'conferencesFinish', '2021-08-16')).toBe('2021-09-06')
    expect(on('RB2022', 'policyAnswer', '2023-03-01')).toBe('2023-03-15')
    expect(on('RB2022', 'conferencesFinish', '2023-03-01')).toBe('2023-04-12')
    expect(on('RB2022', 'selfReport', '2023-03-01')).toBeUndefined()
  })
  test('RB2026 reappointment: 15 days, then 45; a limit on a day off moves on', () => {
    expect(on('RB2026', 'selfReport', '2026-09-07')).toBe('2026-09-22')
    expect(on('RB2026', 'selfReport', '2026-08-22')).toBe('2026-09-07')
    expect(on('RB2026', 'selfReport', '2026-08-17', 'civilServant', vn)).toBe('2026-09-03')
    expect(on('RB2026', 'keyOfficialsAfterSelfReport', '2026-09-22')).toBe('2026-11-06')
  })
  test('the decision at least one working day before the term ends', () => {
    expect(rulebookIds.map((id) => on(id, 'decisionBeforeTermEnd', '2026-12-31'))).toEqual(Array(5).fill('2026-12-30'))
    expect(on('RB2026', 'decisionBeforeTermEnd', '2026-11-30')).toBe('2026-11-27')
    expect(on('RB2026', 'decisionBeforeTermEnd', '2026-09-03', 'civilServant', vn)).toBe('2026-08-31')
  })
  test('the notice: the earlier of two lengths, and which it was', () => {
    const both = deadlineOn(rulebook('RB2025b'), 'reappointmentNotice', '2026-12-31', 'civilServant', noHolidays)
    expect(both).toMatchObject({ on: '2026-08-27', rule: { value: { days: 90, unit: 'workingDays' }, evidence: 'REPORT' } })
    // Where every day is worked the two lengths meet, and the decree's own comes first.
    const everyDay = { off: new Set<string>(), working: new Set(Array.from({ length: 200 }, (_, at) => addDays('2026-06-30', at))) }
    const level = deadlineOn(rulebook('RB2025b'), 'reappointmentNotice', '2026-12-31', 'civilServant', everyDay)
    expect(level).toMatchObject({ on: '2026-10-02', rule: { value: { unit: 'calendarDays' } } })
    expect(on('RB2017', 'reappointmentNotice', '2022-06-30')).toBe('2022-04-01')
    // 90 days back is a Sunday: the working day before.
    expect(on('RB2022', 'reappointmentNotice', '2023-06-24')).toBe('2023-03-24')
    expect(on('RB2025a', 'reappointmentNotice', '2026-12-31')).toBe('2026-10-02')
  })
})
