// Whoever gives the committee's opinion has its paper made and reads what was written to it: that, and nothing else that is sealed.
import { expect, test } from 'vitest'
import { mayRead } from '../../../electron/services/read-paper.ts'
import { requestableOf } from '../../../workflows/procedure/paper-view.ts'
import { mayAskPaper } from '../../../workflows/roles.ts'
import { sampleAppointment } from '../../../workflows/sample/appointment.ts'
import { actsBefore, SamplePlay } from '../../support/sample-play.ts'

test('the giver of the opinion may ask for the answer of the committee alone', () => {
  expect(mayAskPaper('partyOpinion')).toContain('partyOpinionGiver')
  expect(mayAskPaper('partyOpinionRequest')).not.toContain('partyOpinionGiver')
  expect(mayAskPaper('submission')).not.toContain('partyOpinionGiver')
})

test('the names of the letter to the committee are open to its giver, results and other lists are not', () => {
  const sample = sampleAppointment({ rulebook: 'RB2026', overlay: true, papers: true })
  const play = new SamplePlay(actsBefore(sample, 'submitCase'), sample.caseId, true)
  const read = (kind: string) => {
    // The minutes of a count that is not announced.
    const isIt = kind === 'voteCountMinutes' ? (id?: string) => id === 'key-officials-consultation-r1-a1' : () => true
    const paper = play.state.papers.findLast(({ drawn }) => drawn.kind === kind && isIt(drawn.conferenceId))
    if (!paper) throw new Error(`no ${kind}`)
    return mayRead(play.state, paper, ['partyOpinionGiver']).ok
  }
  expect(['partyOpinionRequest', 'partyOpinion', 'voteCountMinutes', 'submission', 'voteSummary'].map(read)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
  const views = requestableOf(play.state, { operators: [], roles: ['partyOpinionGiver'] })
  const opinion = views.find(({ kind }) => kind === 'partyOpinion')
  expect(opinion?.gate.isOpen).toBe(true)
  expect(opinion?.people?.length).toBeGreaterThan(0)
  expect(views.find(({ kind }) => kind === 'submission')?.gate.conditions).toMatchObject([{ code: 'paper-tells-sealed' }])
})
