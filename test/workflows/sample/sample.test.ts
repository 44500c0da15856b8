import { describe, expect, test } from 'vitest'
import { isWorkingDay, weekday } from '../../../workflows/core/calendar.ts'
import { compareNames } from '../../../workflows/core/name-order.ts'
import { whereIs } from '../../../workflows/core/replay.ts'
import { Operator } from '../../../workflows/office.ts'
import { mayAsk } from '../../../workflows/roles.ts'
import { holidayTable } from '../../../workflows/rulebooks/holidays.ts'
import { type RulebookId, rulebookIds } from '../../../workflows/rulebooks/types.ts'
import { sampleAppointment } from '../../../workflows/sample/appointment.ts'
import { department, rowsOf } from '../../../workflows/sample/department.ts'
import { draws } from '../../../workflows/sample/draws.ts'
import { sampleCases } from '../../../workflows/sample/many.ts'
import type { SampleCase } from '../../../workflows/sample/sample-case.ts'
import { sampleReappointment } from '../../support/sample-reappointment.ts'
import { play, replayed } from './play.ts'

const outcomesOf = (sample: SampleCase): string[] =>
  play(sample).live.state.conferences.map((one) => `${one.stage} ${one.counts.at(-1)?.judged.output.outcome ?? 'held'}`)

const fiveSteps = [
  'leadershipPreparation held',
  'expandedNomination carried',
  'leadershipReview selected',
  'keyOfficialsConsultation consulted',
  'leadershipDecision selected',
]
const expected: Record<RulebookId, string[]> = {
  RB2017: fiveSteps,
  RB2022: fiveSteps,
  RB2025a: fiveSteps,
  RB2025b: fiveSteps,
  RB2026: [
    'leadershipOrientation carried',
    'expandedNomination selected',
    'keyOfficialsConsultation selected',
    'leadershipDecision selected',
  ],
}

describe.each(rulebookIds)('under %s', (rulebook) => {
  test.each([true, false])('the sample appointment runs from the policy request to the archive (action programs: %s)', (overlay) => {
    const sample = sampleAppointment({ rulebook, overlay })
    const { live, facts } = play(sample)
    expect(live.state.rulebook).toBe(rulebook)
    expect(whereIs(live)).toEqual({ status: 'archived' })
    expect(outcomesOf(sample)).toEqual(expected[rulebook])
    const again = replayed(sample, facts)
    expect(again?.state).toEqual(live.state)
    const presented = live.state.conferences.map((one) => one.presentations.length)
    expect(presented.filter((count) => count > 0)).toEqual(overlay ? [rulebook === 'RB2026' ? 2 : 3, 1] : [])
  })

  test('the sample reappointment runs from the notice to the archive', () => {
    const sample = sampleReappointment({ rulebook })
    const { live, facts } = play(sample)
    expect(live.state.rulebook).toBe(rulebook)
    expect(whereIs(live)).toEqual({ status: 'archived' })
    expect(outcomesOf(sample)).toEqual(['keyOfficialsConsultation passed', 'leadershipDecision passed'])
    expect(replayed(sample, facts)?.state).toEqual(live.state)
  })

  test('every order is asked by somebody who may ask it, later than the one before, on a working day', () => {
    const holidays = holidayTable('vn')
    for (const sample of [sampleAppointment({ rulebook, overlay: true }), sampleReappointment({ rulebook })]) {
      let last = ''
      for (const { by, at, command } of sample.acts) {
        const operator = sample.operators.find((one) => one.operatorId === by)
        expect(operator?.roles.some((role) => mayAsk[command.type].includes(role))).toBe(true)
        expect(at > last).toBe(true)
        expect(isWorkingDay(at.slice(0, 10), holidays)).toBe(true)
        const hour = Number(at.slice(11, 13))
        expect(hour >= 7 && hour < 18).toBe(true)
        last = at
      }
    }
  })
})

test('RB2026 counts one excused for force majeure out of the base, and one slip is invalid', () => {
  const { live } = play(sampleAppointment({ rulebook: 'RB2026', overlay: true }))
  const judged = live.state.conferences.find((one) => one.stage === 'expandedNomination')?.counts[0]?.judged
  expect(judged?.input.count).toMatchObject({ convenedRaw: 24, excusedForceMajeure: 1, present: 22, ballotsInvalid: 1 })
  expect(judged?.output.base).toEqual({ name: 'convened', value: 23 })
})

test('the same choice gives the same acts; another seed gives other people', () => {
  const choice = { rulebook: 'RB2026', overlay: true } as const
  expect(sampleAppointment(choice)).toEqual(sampleAppointment(choice))
  expect(sampleAppointment({ ...choice, seed: 7 }).operators).not.toEqual(sampleAppointment(choice).operators)
})

test('thirty role rows seat twenty-four people; five lead and forty-five are key officials', () => {
  const people = department(draws(1))
  const voting = (body: Parameters<typeof rowsOf>[1]) => rowsOf(people, body).filter((row) => row.hasVote)
  expect(voting('expandedLeadership')).toHaveLength(30)
  expect(new Set(voting('expandedLeadership').map((row) => row.personId)).size).toBe(24)
  expect(new Set(voting('leadershipCollective').map((row) => row.personId)).size).toBe(5)
  expect(new Set(voting('keyOfficials').map((row) => row.personId)).size).toBe(45)
})

test('people bear different names and citizen numbers of the right structure, and everything says it is a sample', () => {
  const sample = sampleAppointment({ rulebook: 'RB2022', overlay: true })
  const people = department(draws(2026)).members
  expect(new Set(people.map((one) => one.name)).size).toBe(45)
  for (const { citizenId, birthDate, isWoman, name } of people) {
    expect(citizenId).toMatch(/^0\d{11}$/)
    expect(citizenId.slice(3, 6)).toBe(`${isWoman ? 1 : 0}${birthDate.slice(2, 4)}`)
    expect(name).toBe(name.normalize('NFC'))
    expect(compareNames({ name }, { name })).toBe(0)
  }
  expect(sample.organisation.name).toContain('dữ liệu mẫu')
  expect(sample.opening.opening.isSample).toBe(true)
  for (const operator of sample.operators) expect(Operator.parse(operator)).toEqual(operator)
  for (const { citizenId } of sample.signers) expect(citizenId).toMatch(/^\d{12}$/)
})

test('action programs are two to three pages long and have the eight sections of the form', () => {
  const { acts } = sampleAppointment({ rulebook: 'RB2026', overlay: true })
  const programs = acts.flatMap(({ command }) => (command.type === 'submitActionProgram' ? [command.program] : []))
  expect(programs).toHaveLength(3)
  for (const { sections, pages } of programs) {
    const words = sections
      .map((one) => one.text)
      .join(' ')
      .split(/\s+/u).length
    expect(words).toBeGreaterThan(850)
    expect(words).toBeLessThan(1600)
    expect(pages).toBe(3)
    expect(sections).toHaveLength(8)
  }
})

test('many cases are cheap, all different, and all of them lawful', () => {
  const short = [...sampleCases(60)]
  expect(new Set(short.map((one) => one.caseId)).size).toBe(60)
  const standing = new Set(short.map((one) => whereIs(play(one).live).status))
  expect(standing.size).toBeGreaterThan(3)
  const whole = [...sampleCases(5, 'whole')]
  expect(whole.map((one) => whereIs(play(one).live).status)).toEqual(Array(5).fill('archived'))
  expect(whole.every((one) => one.acts.every(({ at }) => weekday(at.slice(0, 10)) < 6))).toBe(true)
})
