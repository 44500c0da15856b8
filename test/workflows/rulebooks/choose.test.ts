// Which rulebook binds a case: every cell of the table of procedure.md 1.2, on the first and the last day of its period.
import { expect, test } from 'vitest'
import { type ChoiceQuestion, chooseRulebook } from '../../../workflows/rulebooks/choose.ts'

const days: Readonly<Record<string, readonly [string, string]>> = {
  first: ['2017-12-19', '2022-08-17'],
  second: ['2022-08-18', '2025-06-30'],
  third: ['2025-07-01', '2025-10-07'],
  fourth: ['2025-10-08', '2026-07-31'],
  fifth: ['2026-08-01', '2030-01-01'],
}
const said = (question: ChoiceQuestion): string => {
  const choice = chooseRulebook(question)
  if (!choice.ok) return choice.refusal.code
  const { rulebook, guardSet, why, alternatives } = choice.value
  return [rulebook, guardSet, ...why.warnings, ...alternatives].join(' ')
}

test.each([
  ['civilServant', 'first', 'RB2017 QD105'],
  ['civilServant', 'third', 'RB2025a QD80'],
  ['civilServant', 'fourth', 'RB2025b QD377'],
  ['civilServant', 'fifth', 'RB2026 RB2026'],
  ['publicEmployee', 'first', 'RB2017 QD105'],
  ['publicEmployee', 'second', 'RB2022 QD80'],
  ['publicEmployee', 'third', 'RB2022 QD80'],
  ['publicEmployee', 'fourth', 'RB2022 QD377'],
  ['publicEmployee', 'fifth', 'RB2022 QD377 C-02'],
  ['partyOrMassOrg', 'first', 'RB2017 QD105'],
  ['partyOrMassOrg', 'second', 'RB2022 QD80'],
  ['partyOrMassOrg', 'third', 'RB2022 QD80'],
  ['partyOrMassOrg', 'fourth', 'RB2025b QD377'],
  ['partyOrMassOrg', 'fifth', 'RB2025b QD377 C-01 RB2026'],
  ['electedPost', 'first', 'RB2017 QD105'],
  ['electedPost', 'second', 'RB2022 QD80'],
  ['electedPost', 'third', 'RB2022 QD80'],
  ['electedPost', 'fourth', 'RB2025b QD377'],
  ['electedPost', 'fifth', 'RB2025b QD377 C-01 RB2026'],
] as const)('%s, %s period: %s', (track, period, expected) => {
  for (const startDate of days[period] ?? []) expect(said({ track, startDate })).toBe(expected)
})

test.each([
  ['2022-08-17', 'RB2017 QD105'],
  ['2022-08-18', 'RB2022 QD80 C-03'],
  ['2024-09-16', 'RB2022 QD80 C-03'],
  ['2024-09-17', 'RB2022 QD80'],
  ['2025-06-30', 'RB2022 QD80'],
])('C-03: civil servants on %s: %s', (startDate, expected) => {
  expect(said({ track: 'civilServant', startDate })).toBe(expected)
})

test('before the first rulebook there is none', () => {
  expect(chooseRulebook({ track: 'civilServant', startDate: '2017-12-18' })).toEqual({
    ok: false,
    refusal: { code: 'before-first-rulebook', startDate: '2017-12-18', first: '2017-12-19' },
  })
})

test('C-01: from 2026-08-01 a Party or mass organization may follow four steps; nobody else may, and not before', () => {
  expect(said({ track: 'partyOrMassOrg', startDate: '2026-08-01', organisationText: 'RB2026' })).toBe('RB2026 RB2026 C-01 RB2025b')
  expect(said({ track: 'electedPost', startDate: '2026-08-01', organisationText: 'RB2025b' })).toBe('RB2025b QD377 C-01 RB2026')
  expect(said({ track: 'partyOrMassOrg', startDate: '2026-07-31', organisationText: 'RB2026' })).toBe('RB2025b QD377')
  expect(said({ track: 'civilServant', startDate: '2026-08-01', organisationText: 'RB2025b' })).toBe('RB2026 RB2026')
  expect(said({ track: 'publicEmployee', startDate: '2026-08-01', organisationText: 'RB2026' })).toBe('RB2022 QD377 C-02')
})

test.each([
  ['civilServant', '2017-12-19', '2022-08-17', ['Quy định 105-QĐ/TW', 'NĐ 138/2020/NĐ-CP']],
  ['publicEmployee', '2017-12-19', '2022-08-17', ['Quy định 105-QĐ/TW', 'NĐ 115/2020/NĐ-CP']],
  ['electedPost', '2017-12-19', '2022-08-17', ['Quy định 105-QĐ/TW']],
  ['civilServant', '2022-08-18', '2025-06-30', ['Quy định 80-QĐ/TW', 'NĐ 138/2020/NĐ-CP']],
  ['publicEmployee', '2022-08-18', '2025-06-30', ['Quy định 80-QĐ/TW', 'NĐ 115/2020/NĐ-CP']],
  ['partyOrMassOrg', '2022-08-18', '2025-06-30', ['Quy định 80-QĐ/TW']],
  ['civilServant', '2025-07-01', '2025-10-07', ['NĐ 170/2025/NĐ-CP', 'Quy định 80-QĐ/TW']],
  ['civilServant', '2025-10-08', '2026-07-31', ['NĐ 170/2025/NĐ-CP', 'Quy định 377-QĐ/TW']],
  ['publicEmployee', '2025-10-08', '2026-07-31', ['NĐ 115/2020/NĐ-CP', 'Quy định 377-QĐ/TW']],
  ['partyOrMassOrg', '2025-10-08', '2026-07-31', ['Quy định 377-QĐ/TW']],
  ['civilServant', '2026-08-01', null, ['NĐ 170/2025/NĐ-CP', 'NĐ 300/2026/NĐ-CP', 'Quy định 377-QĐ/TW']],
] as const)('why: %s from %s until %s by %j', (track, from, until, instruments) => {
  const choice = chooseRulebook({ track, startDate: from })
  expect(choice).toMatchObject({ ok: true, value: { why: { track, from, until, instruments } } })
})
