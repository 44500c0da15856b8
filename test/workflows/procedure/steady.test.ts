// What a view keeps from the one before is what it would have said anew, after every fact and for every reader.
import { expect, test } from 'vitest'
import { follow, type LiveCase } from '../../../workflows/core/replay.ts'
import { caseView, type Reader } from '../../../workflows/procedure/view.ts'
import { roles } from '../../../workflows/roles.ts'
import { holidayTable } from '../../../workflows/rulebooks/holidays.ts'
import { sampleAppointment } from '../../../workflows/sample/appointment.ts'
import { sampleReappointment } from '../../support/sample-reappointment.ts'
import { play } from '../sample/play.ts'

const holidays = holidayTable('vn')

test.each([sampleAppointment({ rulebook: 'RB2026', overlay: true }), sampleReappointment({ rulebook: 'RB2022' })])(
  'a view made from the one before says what a fresh one says: $caseId',
  (sample) => {
    const { facts } = play(sample)
    let live: LiveCase | null = null
    let kept = 0
    for (const stored of facts) {
      live = follow(live, stored, sample.caseId)
      for (const role of roles) {
        const reader: Reader = { today: stored.at.slice(0, 10), holidays, roles: [role] }
        const fresh = caseView({ ...live, state: { ...live.state, opened: { ...live.state.opened } } }, reader)
        const again = caseView(live, reader)
        expect(again).toEqual(fresh)
        if (caseView(live, reader).pastConferences === again.pastConferences) kept += 1
      }
    }
    // A reader for whom a case rests is told of it from facts put aside, each time anew.
    expect(kept).toBeGreaterThan(0.9 * facts.length * roles.length)
  },
)
