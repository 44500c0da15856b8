import { describe, expect, test } from 'vitest'
import { noHolidays } from '../../../workflows/core/calendar.ts'
import { type Sanction, standingBar } from '../../../workflows/eligibility/discipline.ts'
import { consecutiveTerms, continuationFor, termFrom, termLimitOn, watchFrom } from '../../../workflows/eligibility/terms.ts'
import { holidayTable } from '../../../workflows/rulebooks/holidays.ts'
import type { GuardSet } from '../../../workflows/rulebooks/types.ts'

describe('terms', () => {
  test('H-4: appointed 1/10/2021 for 60 months: through 30/9/2026, over on 1/10/2026, notice 90 working days before', () => {
    const term = termFrom('2021-10-01', 60, noHolidays)
    expect(term).toEqual({ lastDay: '2026-09-30', runsOutOn: '2026-10-01', noticeBy: '2026-05-27' })
  })

  test('worked case 48: a term to 31/12/2026 is told by 27/8, with 1 and 2 September off by 25/8', () => {
    expect(termFrom('2022-01-01', 60, noHolidays).noticeBy).toBe('2026-08-27')
    expect(termFrom('2022-01-01', 60, holidayTable('vn')).noticeBy).toBe('2026-08-25')
  })

  test.each([
    [60, 23, 'extension-instead'],
    [60, 24, 'until-retirement'],
    [36, 17, 'extension-instead'],
    [36, 18, 'until-retirement'],
    [60, 60, 'full-term-left'],
    [48, 23, 'extension-instead'],
    [48, 24, 'until-retirement'],
  ])('worked case 47: term of %i months, %i to retirement: %s', (term, left, expected) => {
    expect(continuationFor('RB2026', term, left).value).toBe(expected)
  })

  test.each(['RB2017', 'RB2022', 'RB2025a', 'RB2025b'] as const)('%s asks two years of every term', (rulebook) => {
    for (const term of [36, 60]) {
      expect(continuationFor(rulebook, term, 23).value).toBe('extension-instead')
      expect(continuationFor(rulebook, term, 24).value).toBe('until-retirement')
    }
  })

  test('terms in a row count while one follows the other', () => {
    expect(consecutiveTerms([])).toBe(0)
    const first = { from: '2016-06-15', lastDay: '2021-06-14' }
    const second = { from: '2021-06-15', lastDay: '2026-06-14' }
    expect(consecutiveTerms([second, first])).toBe(2)
    expect(consecutiveTerms([first, { from: '2023-01-01', lastDay: '2027-12-31' }])).toBe(1)
  })

  test('L-5: a second term that ends 15/6/2026 is watched 12 months before', () => {
    expect(watchFrom('2026-06-14')).toBe('2025-06-15')
  })

  test('no general limit on civil servants from 17/9/2024; others keep two terms', () => {
    expect(termLimitOn('2024-09-16', 'civilServant').value).toBe(2)
    expect(termLimitOn('2024-09-17', 'civilServant').value).toBeNull()
    expect(termLimitOn('2026-09-17', 'partyOrMassOrg').value).toBe(2)
  })
})

describe('discipline bars (5.1)', () => {
  const bar = (sanction: Sanction, effectiveOn: string, day: string, set: GuardSet) =>
    standingBar([{ sanction, effectiveOn }], 'higher', set, day)?.freeFrom

  test('worked case 44: a warning of 10/3/2021 ends by the set of rules', () => {
    expect(bar('warning', '2021-03-10', '2022-03-09', 'QD105')).toBe('2022-03-10')
    expect(bar('warning', '2021-03-10', '2022-03-10', 'QD105')).toBeUndefined()
    expect(bar('warning', '2021-03-10', '2022-10-01', 'QD80')).toBe('2023-09-10')
    expect(bar('warning', '2021-03-10', '2023-09-10', 'QD80')).toBeUndefined()
    expect(bar('warning', '2021-03-10', '2024-03-09', 'QD377')).toBe('2024-03-10')
    expect(bar('warning', '2021-03-10', '2024-03-10', 'QD377')).toBeUndefined()
  })

  test('worked case 45: removal of 10/3/2021 bars until 10/3/2026', () => {
    expect(bar('removal', '2021-03-10', '2025-12-01', 'QD377')).toBe('2026-03-10')
    expect(bar('removal', '2021-03-10', '2026-03-10', 'QD80')).toBeUndefined()
  })

  test('the stricter of State and Party counts: a demotion is barred 24 months by law, 12 by QĐ105', () => {
    const demoted = [{ sanction: 'demotion', effectiveOn: '2021-03-10' }] as const
    expect(standingBar(demoted, 'higher', 'QD105', '2022-06-01')).toMatchObject({ freeFrom: '2023-03-10', rule: { evidence: 'TEXT' } })
    expect(standingBar(demoted, 'lower', 'QD105', '2022-06-01')?.freeFrom).toBe('2023-03-10')
  })

  test('a reprimand bars a higher post only; an overturned one bars nothing from that day', () => {
    const one = { sanction: 'reprimand', effectiveOn: '2026-01-10' } as const
    expect(standingBar([one], 'equal', 'QD377', '2026-06-01')).toBeUndefined()
    expect(standingBar([one], 'higher', 'QD377', '2026-06-01')?.freeFrom).toBe('2028-01-10')
    expect(standingBar([{ ...one, overturnedOn: '2026-05-01' }], 'higher', 'QD377', '2026-06-01')).toBeUndefined()
  })

  test('programme 11.2: reprimand 10/5/2024, warning 1/2/2025, removal 1/3/2022', () => {
    expect(bar('reprimand', '2024-05-10', '2026-05-09', 'QD377')).toBe('2026-05-10')
    expect(bar('warning', '2025-02-01', '2026-05-09', 'QD377')).toBe('2028-02-01')
    expect(bar('removal', '2022-03-01', '2026-05-09', 'QD377')).toBe('2027-03-01')
  })
})
