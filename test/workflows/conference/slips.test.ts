// Which slips of the app belong to a meeting, and whether they still bear the names of its ballot.
import { expect, test } from 'vitest'
import { slipsAreOutdated, slipsDrawn, slipsProblem } from '../../../workflows/conference/slips.ts'
import { ruleOf } from '../../../workflows/procedure/deciding.ts'
import { planFor } from '../../../workflows/procedure/plan.ts'
import type { CaseState } from '../../../workflows/procedure/state.ts'
import { sampleAppointment } from '../../../workflows/sample/appointment.ts'
import { actsBefore, SamplePlay } from '../../support/sample-play.ts'

const sample = sampleAppointment({ rulebook: 'RB2026', overlay: true })

/** The first meeting, its slips asked for and drawn. */
function withSlips() {
  const play = new SamplePlay(actsBefore(sample, 'prepareBallots'), sample.caseId)
  const conferenceId = play.state.conferences.at(-1)?.conferenceId ?? ''
  const at = `${new Date(Date.parse(play.state.lastAt) + 421 * 60_000).toISOString().slice(0, 19)}+07:00`
  const details = { slipFormat: 'A5', copies: '5', slipMark: 'hangingSeal' }
  play.do(at, { type: 'requestPaper', kind: 'ballotSlip', conferenceId, day: at.slice(0, 10), details })
  play.paper('ballotSlip')
  return { state: play.state, conferenceId }
}

const { state, conferenceId } = withSlips()
const [slip] = state.papers
if (slip === undefined) throw new Error('no slip was drawn')

test('the slips of a meeting are the newest drawn for it, whatever else was drawn since or elsewhere', () => {
  const found = slipsDrawn(state, conferenceId)
  expect(found).toMatchObject({ copies: 5, names: { length: 3 } })
  const minutes = { ...slip, drawn: { ...slip.drawn, kind: 'conferenceMinutes' as const, paperId: 'bien-ban' as never } }
  const elsewhere = { ...slip, drawn: { ...slip.drawn, conferenceId: 'khac' as never, paperId: 'phieu-khac' as never } }
  expect(slipsDrawn({ ...state, papers: [...state.papers, minutes, elsewhere] }, conferenceId)).toEqual(found)
  expect(slipsDrawn(state, 'khac')).toBeUndefined()
  expect(slipsDrawn({ ...state, papers: [] }, conferenceId)).toBeUndefined()
  // A request of another paper that came first is not the one of these slips.
  const [request] = state.paperRequests
  if (request === undefined) throw new Error('nothing was asked for')
  const other = { ...request, paperId: 'giay-moi' as never, details: { copies: '9' } }
  expect(slipsDrawn({ ...state, paperRequests: [other, request] }, conferenceId)).toEqual(found)
})

test('slips of the app in use must be there, and as many as were asked for', () => {
  expect(slipsProblem(state, 'khac', 5)).toEqual({ code: 'slips-not-drawn' })
  expect(slipsProblem(state, conferenceId, 5)).toBeUndefined()
  expect(slipsProblem(state, conferenceId, 6)).toEqual({ code: 'printed-differs-from-slips', printed: 6, copies: 5 })
})

test('a request that names nobody and no number of copies gives neither', () => {
  const bare = state.paperRequests.map(({ people: _, ...request }) => ({ ...request, details: {} }))
  expect(slipsDrawn({ ...state, paperRequests: bare }, conferenceId)).toMatchObject({ copies: 0, names: [] })
})

test('slips are outdated when one name is another, or there are more or fewer; never when the meeting has none of ours', () => {
  const outdated = (changed: CaseState): boolean => {
    const conference = changed.conferences.at(-1)
    if (conference === undefined) throw new Error('no meeting')
    const plan = planFor(changed.rulebook, changed.opened.kind)
    return slipsAreOutdated({ plan, state: changed, stage: ruleOf(changed, conference.stage), conference })
  }
  const naming = (change: (people: readonly string[]) => readonly string[]) =>
    outdated({ ...state, paperRequests: state.paperRequests.map((one) => ({ ...one, people: change(one.people ?? []) as never })) })
  expect(outdated(state)).toBe(false)
  expect(naming(([, ...rest]) => ['khac', ...rest])).toBe(true)
  expect(naming((people) => people.slice(1))).toBe(true)
  expect(naming((people) => [...people, 'them'])).toBe(true)
  expect(outdated({ ...state, papers: [] })).toBe(false)
})
