// The picture of a procedure is read off its machine: every place of the machine stands in it once.
import { describe, expect, test } from 'vitest'
import { procedureMachine } from '../../../workflows/procedure/machine.ts'
import { roadOf } from '../../../workflows/procedure/road.ts'
import { procedureKinds, rulebookIds } from '../../../workflows/rulebooks/types.ts'

const everyProcedure = rulebookIds.flatMap((id) => procedureKinds.map((kind) => [id, kind] as const))

describe('the road of a procedure', () => {
  test.each(everyProcedure)('of %s, %s shows every place of its machine once', (id, kind) => {
    const { stops, sides } = roadOf(id, kind)
    const shown = [...stops.flatMap(({ states }) => states), ...sides.map(({ state }) => state)].sort()
    const { unopened: _, running, ...beside } = procedureMachine(id, kind).root.states
    const places = [...Object.keys(running?.states ?? {}).filter((name) => name !== 'memory'), ...Object.keys(beside)].sort()
    expect(shown).toEqual(places)
  })

  test('papers before the first conference are one stop, the end of the road another three', () => {
    expect(roadOf('RB2026', 'appointmentOnSite').stops.map(({ key, states }) => [key, states])).toEqual([
      ['draft', ['draft', 'policyRequested', 'policyApproved']],
      ['leadershipOrientation', ['leadershipOrientation']],
      ['expandedNomination', ['expandedNomination']],
      ['keyOfficialsConsultation', ['keyOfficialsConsultation']],
      ['preDecisionChecks', ['preDecisionChecks']],
      ['leadershipDecision', ['leadershipDecision']],
      ['submitting', ['concluded', 'selectedByHead', 'submitted']],
      ['decision', ['decided', 'effective']],
      ['archive', ['archived']],
    ])
  })

  const sideOf = (
    state: string,
    id: (typeof rulebookIds)[number] = 'RB2026',
    kind: (typeof procedureKinds)[number] = 'appointmentOnSite',
  ) => roadOf(id, kind).sides.find((side) => side.state === state)

  test('a nomination that fails stops the case, and a direction starts it again at the first conference', () => {
    expect(sideOf('stoppedForDirection')).toMatchObject({
      from: ['leadershipOrientation', 'expandedNomination', 'keyOfficialsConsultation', 'leadershipDecision'],
      back: ['leadershipOrientation', 'submitting'],
      isFromAnywhere: true,
    })
  })

  test('the head chooses only where the rulebook opens it, and the case goes on from there', () => {
    expect(sideOf('awaitingHeadChoice')).toMatchObject({ from: ['leadershipDecision'], back: ['submitting'], isFromAnywhere: false })
    expect(sideOf('awaitingDirection')).toBeUndefined()
  })

  test('in 2017 the second leadership conference may wait for an answer, and goes on from its own place', () => {
    expect(sideOf('awaitingDirection', 'RB2017')).toMatchObject({
      from: ['leadershipReview'],
      back: ['leadershipPreparation', 'keyOfficialsConsultation'],
    })
  })

  test('a new issue halts a case anywhere, and it comes back to where it was', () => {
    expect(sideOf('suspendedNewIssue')).toMatchObject({ isFromAnywhere: true, isBackWhereItWas: true, back: [] })
    expect(sideOf('cancelled')).toMatchObject({ isFromAnywhere: true, back: ['archive'] })
  })
})
