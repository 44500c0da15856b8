// What binds a case through its whole course: the rulebook of its policy approval (procedure.md 1.2, worked case 50).
import { describe, expect, test } from 'vitest'
import { currentConference } from '../../../workflows/procedure/state.ts'
import type { GuardSet, RulebookId, Track } from '../../../workflows/rulebooks/types.ts'
import { approved, conference, convening, nominee, opening, preparation } from '../../support/appointment.ts'
import { type Loose, Play } from '../../support/play.ts'

const today = '2026-11-02'
const details = { post: 'Phó Giám đốc', numberToFill: '1', source: 'tại chỗ', plannedAssignment: 'phụ trách tổ chức' }
const act = (name: string, date: string): Loose => ({
  type: 'recordAct',
  act: name,
  document: { number: '02/CV', date },
  doneOn: today,
  details,
})

/** A case opened for an approval expected on one day, whose approval is dated another. */
function opened(startDate: string, more: Readonly<Record<string, unknown>> = {}, named?: RulebookId): Play {
  const base = opening('RB2026', { overlay: false }) as { opening: Record<string, unknown> } & Loose
  const command = { ...base, opening: { ...base.opening, startDate, ...more }, ...(named && { rulebook: named }) }
  return new Play(`${today}T08:00:00+07:00`).do('hr', command).do('hr', nominee('a')).do('hr', act('policyRequest', today))
}
const approve = (play: Play, approvedOn: string) => play.try('hr', act('policyApproval', approvedOn))

describe('the day of the approval stands under the rulebook the case was opened by', () => {
  test.each<[Track, string, string, readonly string[]]>([
    ['civilServant', '2026-07-31', '2026-08-01', ['NĐ 170/2025/NĐ-CP', 'NĐ 300/2026/NĐ-CP', 'Quy định 377-QĐ/TW']],
    ['civilServant', '2026-08-01', '2026-07-31', ['NĐ 170/2025/NĐ-CP', 'Quy định 377-QĐ/TW']],
    // One rulebook, but the conditions on a nominee change with Quy định 377.
    ['publicEmployee', '2025-10-07', '2025-10-08', ['NĐ 115/2020/NĐ-CP', 'Quy định 377-QĐ/TW']],
    ['partyOrMassOrg', '2025-10-08', '2025-10-07', ['Quy định 80-QĐ/TW']],
  ])('%s, opened for %s: an approval of %s is refused', (track, startDate, approvedOn, instruments) => {
    const play = opened(startDate, { track })
    const before = play.where
    expect(approve(play, approvedOn)).toEqual({ refusal: { code: 'approval-under-other-rules', approvedOn, startDate, instruments } })
    expect(play.where).toBe(before)
  })

  test.each<[Track, string, string, RulebookId | undefined]>([
    ['civilServant', '2026-08-01', '2026-10-30', undefined],
    ['publicEmployee', '2026-07-31', '2026-08-01', undefined],
    ['partyOrMassOrg', '2026-07-31', '2026-08-01', undefined],
    // The organization's own text says four steps (C-01).
    ['partyOrMassOrg', '2026-08-01', '2026-08-20', 'RB2026'],
  ])('%s, opened for %s: an approval of %s is taken', (track, startDate, approvedOn, named) => {
    const play = opened(startDate, { track }, named)
    approve(play, approvedOn)
    expect(play.where).toBe('policyApproved')
  })

  test('an organization whose text says four steps cannot be bound to them by an approval of before', () => {
    const play = opened('2026-08-01', { track: 'partyOrMassOrg' }, 'RB2026')
    expect(approve(play, '2026-07-31')).toMatchObject({ refusal: { code: 'approval-under-other-rules' } })
  })

  test('an approval of before the first rulebook is refused as such', () => {
    expect(approve(opened('2017-12-19'), '2017-12-18')).toMatchObject({ refusal: { code: 'before-first-rulebook' } })
  })

  test('a rehearsal is practised later, under the law of the case it copies', () => {
    const play = opened('2026-07-31', { rehearsal: true })
    approve(play, today)
    expect(play.where).toBe('policyApproved')
  })
})

test('worked case 50: a case under way keeps its rulebook when the next one begins', () => {
  const play = preparation(approved('RB2025b', { overlay: false }).at('2026-07-27T08:00:00+07:00'), ['a', 'b'])
  conference(play.at('2026-07-28T08:00:00+07:00'), 'expandedNomination', { people: 10 }, { votes: { A: 6, B: 4 } })
  play.at('2026-08-05T08:00:00+07:00').do('tk', convening('leadershipReview', 5, play.now()))
  expect(play.case.state.rulebook satisfies RulebookId).toBe('RB2025b')
  expect(play.case.state.guardSet satisfies GuardSet).toBe('QD377')
  // The second leadership conference does not exist under RB2026.
  expect(currentConference(play.case.state)?.stage).toBe('leadershipReview')
})
