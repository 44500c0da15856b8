// Degrees of secrecy: decided anew with a reason and by whom; papers drawn later bear the new mark, earlier ones keep theirs (documents.md A4).
import { describe, expect, test } from 'vitest'
import { classificationOf } from '../../../workflows/papers/classification.ts'
import { caseView } from '../../../workflows/procedure/view.ts'
import type { Loose } from '../../support/play.ts'
import { actsBefore, SamplePlay } from '../../support/sample-play.ts'
import { tools } from '../sample/play.ts'
import { sampleOf } from './asking.ts'

const sample = sampleOf({ papers: true })
const changing = (more: Readonly<Record<string, unknown>> = {}): Loose => ({
  type: 'changeClassification',
  classification: 'MAT',
  reason: 'Nhân sự chưa công bố',
  classifiedBy: 'Trần Gia Hiếu, Giám đốc Sở',
  ...more,
})
/** Three conferences held, their papers drawn. */
function held(): { readonly play: SamplePlay; readonly at: string; readonly meetings: readonly string[] } {
  const acts = actsBefore(sample, 'closeConference', 4)
  const play = new SamplePlay(acts.slice(0, 1), sample.caseId)
  for (const { at, by, command } of acts.slice(1)) play.do(at, command, by)
  return { play, at: play.state.lastAt, meetings: play.state.conferences.map(({ conferenceId }) => conferenceId) }
}
const closing: Loose = { type: 'closeConference', conclusion: 'Kết thúc' }

describe('a case classified after its opening', () => {
  test('draws the papers that follow with the mark, in the ink and in the record, and leaves the earlier ones as they were', () => {
    const { play, at } = held()
    const earlier = [...play.drawn.values()]
    play.do(at, changing()).do(at, closing)
    const later = [...play.drawn.values()].slice(earlier.length)
    expect(later.length).toBeGreaterThan(0)
    expect(new Set(later.map(({ secrecyMark }) => secrecyMark))).toEqual(new Set(['MẬT']))
    expect(earlier.every(({ secrecyMark }) => secrecyMark === undefined)).toBe(true)
    expect(classificationOf(play.state)).toBe('MAT')
  })

  test('one meeting may be decided apart: only its papers bear the mark, and those of the whole case', () => {
    const { play, at, meetings } = held()
    const [first, , , last = ''] = meetings
    play.do(at, changing({ conferenceId: last, classification: 'TOI_MAT' })).do(at, closing)
    expect(meetings.map((id) => classificationOf(play.state, id))).toEqual(['none', 'none', 'none', 'TOI_MAT'])
    expect(classificationOf(play.state)).toBe('TOI_MAT')
    expect(play.paper('voteCountMinutes').secrecyMark).toBe('TỐI MẬT')
    // A later decision about the case holds for every meeting again.
    play.do(at, changing({ classification: 'none', reason: 'Đã công bố' }))
    expect(classificationOf(play.state, last)).toBe('none')
    expect(classificationOf(play.state, first)).toBe('none')
  })

  test('shows what was decided, by whom and why', () => {
    const { play, at, meetings } = held()
    play.do(at, changing({ conferenceId: meetings[0] }))
    if (!play.live) throw new Error('nothing played')
    const { classification } = caseView(play.live, { roles: ['hrOfficer'], today: at.slice(0, 10), holidays: tools.holidays })
    expect(classification).toEqual({
      now: 'MAT',
      changes: [
        {
          classification: 'MAT',
          stage: play.state.conferences[0]?.stage,
          reason: 'Nhân sự chưa công bố',
          classifiedBy: 'Trần Gia Hiếu, Giám đốc Sở',
          at,
          by: 'to-chuc',
        },
      ],
    })
  })
})

describe('marks the clerk sets on a paper he asks for', () => {
  test('are in the words of the form, and none when he sets none', () => {
    const acts = actsBefore(sample, 'recordAct')
    const [first] = acts
    if (!first) throw new Error('the sample has acts')
    const play = new SamplePlay([first], sample.caseId)
    for (const { at, by, command } of acts.slice(1)) play.do(at, command, by)
    const plain = play.paper('policyRequest')
    expect([plain.urgencyMark, plain.scopeMark]).toEqual([undefined, undefined])
    const asked = acts.find(({ command }) => command.type === 'requestPaper')?.command
    if (asked?.type !== 'requestPaper') throw new Error('the sample asks for its papers')
    const again = { ...asked, details: { ...asked.details, urgency: 'express', scope: 'internal' }, reason: 'Cần gấp' }
    const marked = play.do(play.state.lastAt, again).paper('policyRequest')
    expect([marked.urgencyMark, marked.scopeMark]).toEqual(['HỎA TỐC', 'LƯU HÀNH NỘI BỘ'])
    const unknown = play.ask(play.state.lastAt, { ...again, details: { ...asked.details, urgency: 'gấp lắm' } })
    expect(unknown).toMatchObject({ ok: false, refusal: { code: 'paper-field-unreadable', field: 'urgency' } })
  })
})
