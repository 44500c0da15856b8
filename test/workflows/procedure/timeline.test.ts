// The story of a case names people only to those who may know what a name would tell.
import { describe, expect, test } from 'vitest'
import { noHolidays } from '../../../workflows/core/calendar.ts'
import { caseView } from '../../../workflows/procedure/view.ts'
import type { Role } from '../../../workflows/roles.ts'
import { approved, checks, conference, convening, program } from '../../support/appointment.ts'

/** Three steps of RB2026, the third sealed; afterwards the program of one person is handed in again. */
function afterSealed() {
  const play = approved('RB2026')
  for (const id of ['a', 'b', 'd']) play.do('hr', program(id))
  conference(play, 'leadershipOrientation', { list: ['a', 'b', 'd'] }, { votes: { A: 3, B: 2, D: 0 } })
  conference(play, 'expandedNomination', { people: 6, presenters: ['a'] }, { votes: { A: 5 } })
  conference(play, 'keyOfficialsConsultation', { people: 9 }, { votes: { A: 6 } })
  checks(play)
  play.do('tk', convening('leadershipDecision', 5, play.now()))
  play.do('hr', program('a', 'Bản sửa sau hội nghị'))
  return play
}

const seenBy = (roles: readonly Role[]) => caseView(afterSealed().case, { today: '2026-09-08', holidays: noHolidays, roles }).timeline

describe('the timeline', () => {
  test('says which meeting, which person and which document', () => {
    const lines = seenBy(['hrOfficer'])
    expect(lines.find(({ type }) => type === 'countConfirmed')).toMatchObject({ stage: 'leadershipOrientation', by: 'kp2' })
    expect(lines.find(({ type, act }) => type === 'actRecorded' && act === 'policyApproval')?.document?.number).toBe('02/CV')
    expect(lines.findLast(({ type }) => type === 'actionProgramSubmitted')?.person).toBe('Người A')
  })

  test('after a ballot that is not announced a role that may not know reads acts without names', () => {
    const lines = seenBy(['meetingSecretary'])
    const sealedAt = lines.findLast(({ type }) => type === 'countConfirmed')?.version ?? 0
    const later = lines.filter(({ version }) => version >= sealedAt)
    expect(later.length).toBeGreaterThan(3)
    for (const line of later) {
      expect(line).not.toHaveProperty('person')
      expect(line).not.toHaveProperty('paperId')
      expect(line).not.toHaveProperty('document')
    }
    expect(lines.find(({ type }) => type === 'actionProgramSubmitted')?.person).toBe('Người A')
  })
})
