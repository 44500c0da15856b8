// Drafts of a paper: marked, without a number or a place to sign; the paper itself follows without a reason, and no draft follows it (documents.md A4).
import { describe, expect, test } from 'vitest'
import { papersOwed } from '../../../workflows/papers/due.ts'
import { registerFor } from '../../../workflows/papers/numbering.ts'
import { prefill } from '../../../workflows/papers/prefill.ts'
import { papersOfCase, papersOfStep } from '../../../workflows/papers/step-set.ts'
import { requestableOf } from '../../../workflows/procedure/paper-view.ts'
import type { Loose } from '../../support/play.ts'
import { actsBefore, SamplePlay } from '../../support/sample-play.ts'
import { sampleOf } from './asking.ts'
import { env } from './drawing.ts'

const sample = sampleOf({ papers: true })
const asked = sample.acts.find(({ command }) => command.type === 'requestPaper')?.command
const opened = () => new SamplePlay(actsBefore(sample, 'requestPaper'), sample.caseId)
const asking = (more: Readonly<Record<string, string>> = {}, reason?: string): Loose => {
  if (asked?.type !== 'requestPaper') throw new Error('the sample asks for its papers')
  return { ...asked, details: { ...asked.details, ...more }, ...(reason !== undefined && { reason }) }
}
const at = (play: SamplePlay): string => sample.acts.find(({ command }) => command.type === 'requestPaper')?.at ?? play.state.lastAt

describe('a draft', () => {
  test('bears its mark, names who would sign, and has no number and no place to sign', () => {
    const play = opened()
    const paper = play.do(at(play), asking({ draft: '1' })).paper('policyRequest')
    expect(paper.draftMark).toBe('DỰ THẢO LẦN 1')
    expect(paper.signBlocks).toEqual([])
    expect(paper.unsigned?.map(({ personName }) => personName)).toEqual([expect.any(String)])
    const due = papersOwed({ ...play.state, papers: [] })[0]
    if (!due) throw new Error('it was asked for')
    expect(registerFor(play.state, due, env.people, [])).toBeNull()
  })

  test('is followed by the next draft and then by the paper, without a reason; the last one stands', () => {
    const play = opened()
    play
      .do(at(play), asking({ draft: '1' }))
      .do(at(play), asking({ draft: '2' }))
      .do(at(play), asking())
    const papers = [...play.drawn.values()]
    expect(papers.map(({ draftMark }) => draftMark)).toEqual(['DỰ THẢO LẦN 1', 'DỰ THẢO LẦN 2', undefined])
    expect(JSON.stringify(papers.at(-1)?.blocks)).not.toContain('thay thế')
    expect(papers.at(-1)?.signBlocks).toHaveLength(1)
    expect(papersOfStep(play.state, null).map(({ drawn }) => drawn.paperId)).toEqual([papers.at(-1)?.paperId])
  })

  test('is printed with its step and is no paper of the case; the form then begins with the paper itself', () => {
    const play = opened().do(at(opened()), asking({ draft: '1' }))
    expect(papersOfStep(play.state, null)).toHaveLength(1)
    expect(papersOfCase(play.state)).toHaveLength(0)
    expect(prefill(play.state, [], 'policyRequest', {}).details).not.toHaveProperty('draft')
    const form = requestableOf(play.state, { operators: [], roles: ['hrOfficer'] }).find(({ kind }) => kind === 'policyRequest')
    expect(form).not.toHaveProperty('existing')
  })

  test('does not follow the paper it would be a draft of', () => {
    const play = opened()
    play.do(at(play), asking())
    expect(play.ask(at(play), asking({ draft: '1' }, 'Sửa'))).toMatchObject({ ok: false, refusal: { code: 'draft-of-made-paper' } })
    expect(play.ask(at(play), asking())).toMatchObject({ ok: false, refusal: { code: 'paper-reason-missing' } })
  })
})
