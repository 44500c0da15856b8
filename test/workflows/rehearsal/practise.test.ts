// A rehearsal plays itself from its opening to the archive by suggested data, under every rulebook; copies of a case carry no real person.
import { describe, expect, test } from 'vitest'
import { OperatorId } from '../../../workflows/core/ids.ts'
import { whereIs } from '../../../workflows/core/replay.ts'
import type { CaseCommand } from '../../../workflows/procedure/commands.ts'
import { practisedName, rehearsalOf } from '../../../workflows/rehearsal/copy.ts'
import { nextPractice } from '../../../workflows/rehearsal/practise.ts'
import { procedureKinds, rulebookIds } from '../../../workflows/rulebooks/types.ts'
import { department, operatorsOf } from '../../../workflows/sample/department.ts'
import { draws } from '../../../workflows/sample/draws.ts'
import { approved, opening, startOf } from '../../support/appointment.ts'
import { type Loose, Play } from '../../support/play.ts'

const people = department(draws(7))
const operators = operatorsOf(people)

/** Fills in act after act; throws at the first refusal. Gives the places passed. */
function playOn(play: Play, most = 400): readonly string[] {
  const places: string[] = []
  for (let acts = 0; acts < most; acts += 1) {
    const next = nextPractice(play.case, { now: new Play(play.now()).stamp('hr').at, department: people, operators, candidates: 3 })
    if (next === null) break
    play.do(next.by, next.command as Loose)
    if (places.at(-1) !== play.where) places.push(play.where)
  }
  return places
}

const everyProcedure = rulebookIds.flatMap((id) => procedureKinds.map((kind) => [id, kind] as const))

describe('a rehearsal', () => {
  test.each(everyProcedure)('under %s of kind %s plays to the archive with suggested data', (rulebook, kind) => {
    const play = new Play(`${startOf[rulebook]}T08:00:00+07:00`)
    const asked = opening(rulebook, { decidesHere: false }) as unknown as { readonly opening: object; readonly overlays: readonly string[] }
    play.do('hr', {
      ...asked,
      type: 'openCase',
      opening: { ...asked.opening, kind, rehearsal: true, ...(kind === 'reappointment' && { termEnd: '2026-12-31' }) },
      overlays: kind === 'reappointment' ? [] : asked.overlays,
    })
    playOn(play)
    expect(whereIs(play.case).status).toBe('archived')
    expect(play.case.state.decided?.names).toHaveLength(1)
  })

  test('is confirmed by another person than the one who typed', () => {
    const play = new Play('2026-09-07T08:00:00+07:00')
    play.do('hr', opening('RB2026'))
    playOn(play)
    const counts = play.case.state.conferences.flatMap((one) => one.counts)
    expect(counts.length).toBeGreaterThan(2)
    for (const { typedBy, confirmedBy } of counts) expect(typedBy).not.toBe(confirmedBy)
  })

  test('is practice data from its first fact, and never a secret one', () => {
    const asked = opening('RB2026') as unknown as { readonly opening: object }
    const open = (more: object) =>
      new Play('2026-09-07T08:00:00+07:00').try('hr', {
        ...asked,
        opening: { ...asked.opening, rehearsal: true, ...more },
      } as unknown as Loose)
    expect(open({ isSample: false })).toEqual({ refusal: { code: 'rehearsal-is-practice' } })
    expect(open({ classification: 'MAT', classificationReason: 'x', classifiedBy: 'y' })).toEqual({
      refusal: { code: 'rehearsal-of-classified' },
    })
    expect(open({})).toMatchObject({ facts: [{ type: 'caseOpened', rehearsal: true, isSample: true }] })
  })
})

test.each([
  ['Sở Nội vụ', 'Sở Nội vụ (diễn tập)'],
  ['Sở Nội vụ tỉnh Mẫu (dữ liệu mẫu)', 'Sở Nội vụ tỉnh Mẫu (diễn tập)'],
  ['Sở Nội vụ (diễn tập)', 'Sở Nội vụ (diễn tập)'],
  ['Sở Nội vụ (Dữ liệu mẫu) (DIỄN TẬP)', 'Sở Nội vụ (diễn tập)'],
  ['x'.repeat(200), `${'x'.repeat(189)} (diễn tập)`],
])('an office bears one mark in its rehearsals, never cut off: %s', (name, practised) => {
  expect(practisedName(name)).toBe(practised)
  expect(practised.length).toBeLessThanOrEqual(200)
})

describe('a copy of a case into the rehearsals', () => {
  const organisation = { name: 'Sở Mẫu (diễn tập)', place: 'Mẫu', form: 'state', sign: 'SM' } as const

  test('keeps post, rulebook, overlays and settings, and takes no person and no result along', () => {
    const real = approved('RB2025b', { settings: { countingTeam: { size: 5, below8: 3, above100: 7 } } })
    const copied = rehearsalOf(real.case.state, organisation)
    if (!copied.ok) throw new Error(copied.refusal.code)
    const play = new Play('2026-01-05T08:00:00+07:00', 'tap-1')
    const by = OperatorId.parse('hr')
    play.do(by, copied.value satisfies CaseCommand as Loose)
    const { opened, settings, rulebook, nominees, conferences } = play.case.state
    expect(opened).toMatchObject({ rehearsal: true, isSample: true, post: real.case.state.opened.post, overlays: ['OV-AP2021'] })
    expect(rulebook).toBe('RB2025b')
    expect(settings).toEqual(real.case.state.settings)
    expect([nominees, conferences]).toEqual([[], []])
    expect(JSON.stringify(copied.value)).not.toContain('Người A')
  })

  test('is refused for a classified case: its post alone can be the secret', () => {
    const real = approved('RB2026')
    real.do('hr', { type: 'changeClassification', classification: 'MAT', reason: 'danh mục', classifiedBy: 'Giám đốc' })
    expect(rehearsalOf(real.case.state, organisation)).toEqual({ ok: false, refusal: { code: 'rehearsal-of-classified' } })
  })
})
