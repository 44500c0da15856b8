// The day a list of papers gives for each is the one in its head, however late it was drawn.
import { expect, test } from 'vitest'
import { dayOfDrawn } from '../../../workflows/papers/paper-day.ts'
import { SamplePlay } from '../../support/sample-play.ts'
import { sampleOf } from './asking.ts'

test('every paper of a case is listed under the day it bears', () => {
  const { acts, caseId } = sampleOf({ papers: true })
  const play = new SamplePlay(acts, caseId, true)
  const listed = play.state.papers.map((one) => [one.drawn.paperId, dayOfDrawn(play.state, one)])
  expect(listed.length).toBeGreaterThan(30)
  expect(listed).toEqual(play.state.papers.map(({ drawn }) => [drawn.paperId, play.drawn.get(drawn.paperId)?.date]))
  // The request for the policy bears an earlier day than the one it was entered on.
  expect(play.state.papers.some((one) => dayOfDrawn(play.state, one) !== one.drawnAt.slice(0, 10))).toBe(true)
})
