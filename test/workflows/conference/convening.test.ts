// Who is called, by whose list, and who may hold an office there (procedure.md 2.1, 2.7, 3.1.8, 7.3).
import { describe, expect, test } from 'vitest'
import { mergeRoles } from '../../../workflows/conference/convening.ts'
import { stageRule } from '../../../workflows/rulebooks/index.ts'
import { rb2026 } from '../../../workflows/rulebooks/rb2026.ts'
import { approved, conference, convening, preparation } from '../../support/appointment.ts'
import { type Loose, Play } from '../../support/play.ts'
import { arrive, convene, doc, factOf, open, people, ready, refusalOf } from './rooms.ts'

const row = (role: string, hasVote: boolean, more: Readonly<Record<string, unknown>> = {}) =>
  ({ personId: 'p1', name: 'Đại biểu 1', title: 'Giám đốc', role, hasVote, ...more }) as Parameters<typeof mergeRoles>[0][number]

describe('one person takes one seat, however many roles (2.7)', () => {
  test.each([
    ['voting by the first role only', true, false, true],
    ['voting by the second role only', false, true, true],
    ['voting by none', false, false, false],
  ])('%s', (_, first, second, hasVote) => {
    const rows = [row('lãnh đạo', first), row('cấp ủy', second, { title: 'Bí thư' }), row('cấp ủy', second)]
    expect(mergeRoles(rows)).toEqual({
      list: [{ personId: 'p1', name: 'Đại biểu 1', title: 'Giám đốc', roles: ['lãnh đạo', 'cấp ủy'], hasVote }],
    })
  })
  test('one person under two names is no list', () => {
    const other = row('cấp ủy', true, { name: 'Người khác' })
    expect(mergeRoles([row('lãnh đạo', true), other])).toEqual({ list: [], clash: other })
    const play = ready()
    const rows = [...(convening('leadershipPreparation', 3, play.now()).rows as object[]), other]
    expect(refusalOf(play, 'tk', convene(play, 'leadershipPreparation', 3, { rows }))).toEqual({
      code: 'person-named-twice',
      personId: 'p1',
      name: 'Người khác',
    })
  })
})

describe('a meeting is convened once its ground is there', () => {
  test('the convocation is kept as it was approved: list, roles, officers, attempt', () => {
    const play = ready()
    const asked = convening('leadershipPreparation', 3, play.now())
    const { rows, ...rest } = asked as Loose & { rows: readonly { role: string }[] }
    expect(factOf(play, 'tk', asked)).toEqual({
      ...rest,
      type: 'conferenceConvened',
      conferenceId: 'leadership-preparation-r1-a1',
      runNo: 1,
      attempt: 1,
      list: rows.map(({ role, ...one }) => ({ ...one, roles: [role] })),
      rolesListed: 4,
    })
  })
  test('a meeting of a new run is its first attempt again', () => {
    const play = preparation(ready(), ['a', 'b'])
    conference(play, 'expandedNomination', { people: 10 }, { votes: { A: 2, B: 2 }, invalid: 6 })
    play.do('hr', { type: 'sendReport', document: doc, explanation: 'không ai đạt 30%' })
    play.do('hr', { type: 'receiveDirection', direction: 'restart', document: doc, names: [] })
    expect(factOf(play, 'tk', convene(play, 'leadershipPreparation', 5))).toMatchObject({
      conferenceId: 'leadership-preparation-r2-a1',
      runNo: 2,
      attempt: 1,
    })
  })
  test('a stage of another rulebook cannot be convened', () => {
    const play = ready()
    expect(refusalOf(play, 'tk', convene(play, 'leadershipOrientation', 5))).toEqual({
      code: 'stage-not-in-rulebook',
      stage: 'leadershipOrientation',
      rulebook: 'RB2022',
    })
  })
  test('before the policy is approved it is not yet time for any meeting', () => {
    const play = new Play('2023-03-06T08:00:00+07:00').do('hr', openingOf2022())
    expect(refusalOf(play, 'tk', convene(play, 'leadershipPreparation', 5))).toEqual({
      code: 'out-of-order',
      status: 'draft',
      phase: '',
      command: 'conveneConference',
    })
  })
  test('the decision conference waits for the opinion of the Party body', () => {
    const play = preparation(ready(), ['a', 'b'])
    conference(play, 'expandedNomination', { people: 10 }, { votes: { A: 9 }, invalid: 1 })
    conference(play, 'leadershipReview', {}, { votes: { A: 5 } })
    conference(play, 'keyOfficialsConsultation', { people: 12 }, { votes: { A: 12 } })
    expect(refusalOf(play, 'tk', convene(play, 'leadershipDecision', 5))).toEqual({
      code: 'act-missing',
      act: 'partyOpinion',
      article: stageRule('RB2022', 'appointmentOnSite', 'leadershipDecision')?.clause.article,
    })
  })
})

function openingOf2022(): Loose {
  const { type: _t, rulebook: _r, rulebookVersion: _v, guardSet: _g, overlays: _o, settings: _s, ...opening } = ready().case.state.opened
  return { type: 'openCase', opening, overlays: [], settings: {} }
}

describe('who stands on the list', () => {
  const rowsOf = (play: Play, count: number) => convening('leadershipPreparation', count, play.now()).rows as { hasVote: boolean }[]
  test('at least one person with a vote', () => {
    const play = ready()
    const rows = rowsOf(play, 3).map((one) => ({ ...one, hasVote: false }))
    expect(refusalOf(play, 'tk', convene(play, 'leadershipPreparation', 3, { rows }))).toEqual({ code: 'nobody-with-a-vote' })
  })
  test.each(['chair', 'secretary'])('the %s', (place) => {
    const play = ready()
    expect(refusalOf(play, 'tk', convene(play, 'leadershipPreparation', 3, { [place]: 'zz' }))).toEqual({
      code: 'office-not-on-list',
      place,
    })
  })
  test.each(['chair', 'secretary'])('after a correction of the list still the %s', (place) => {
    const play = ready()
    play.do('tk', convene(play, 'leadershipPreparation', 3, { chair: 'p1', secretary: 'p2' }))
    const gone = place === 'chair' ? 0 : 1
    const rows = rowsOf(play, 3).toSpliced(gone, 1)
    expect(refusalOf(play, 'tk', { type: 'correctConvocation', rows, membersTotal: 3, reason: 'thiếu người' })).toEqual({
      code: 'office-not-on-list',
      place,
    })
  })
  test('a corrected list is kept with its reason, double roles merged', () => {
    const play = ready()
    play.do('tk', convene(play, 'leadershipPreparation', 3))
    const rows = [...rowsOf(play, 4), row('cấp ủy', true)]
    const correct = { type: 'correctConvocation', membersTotal: 5, reason: 'thiếu một người' } as const
    expect(factOf(play, 'tk', { ...correct, rows })).toEqual({
      type: 'convocationCorrected',
      conferenceId: 'leadership-preparation-r1-a1',
      list: mergeRoles(rows as never).list,
      rolesListed: 6,
      membersTotal: 5,
      reason: 'thiếu một người',
    })
    const held = play.case.state.conferences.at(-1)
    expect([held?.list.length, held?.rolesListed, held?.membersTotal]).toEqual([5, 6, 5])
    const twice = [...rowsOf(play, 4), row('cấp ủy', true, { name: 'Người khác' })]
    expect(refusalOf(play, 'tk', { ...correct, rows: twice })).toEqual({ code: 'person-named-twice', personId: 'p1', name: 'Người khác' })
  })
  test('once the meeting is open its list is no longer corrected', () => {
    const play = ready()
    play
      .do('tk', convene(play, 'leadershipPreparation', 3))
      .do('tk', arrive(people(3)))
      .do('tk', open)
    expect(refusalOf(play, 'tk', { type: 'correctConvocation', rows: rowsOf(play, 4), membersTotal: 4, reason: 'x' })).toEqual({
      code: 'out-of-order',
      status: 'leadershipPreparation',
      phase: 'opened',
      command: 'correctConvocation',
    })
  })
})

describe('a nominee holds no office at a ballot (7.3)', () => {
  const withNominee = (play: Play, stage: Parameters<typeof convening>[0], place: string): Loose => {
    const { rows } = convening(stage, 5, play.now()) as Loose & { rows: object[] }
    const nominee = { personId: 'd', name: 'Người D', title: 'Trưởng phòng', role: 'lãnh đạo', hasVote: true }
    return convene(play, stage, 6, { rows: [...rows, nominee], [place]: 'd' })
  }
  test.each(['chair', 'secretary'])('not as %s', (place) => {
    const play = preparation(ready(), ['a', 'b'])
    expect(refusalOf(play, 'tk', withNominee(play, 'expandedNomination', place))).toEqual({
      code: 'nominee-may-not-hold-office',
      place,
      name: 'Người D',
    })
  })
  test('at a meeting without a ballot, or once withdrawn, the person may', () => {
    const first = ready()
    expect(factOf(first, 'tk', withNominee(first, 'leadershipPreparation', 'chair'))).toMatchObject({ chair: 'd' })
    const play = preparation(ready(), ['a', 'b']).do('hr', { type: 'withdrawNominee', personId: 'd', reason: 'xin rút' })
    expect(factOf(play, 'tk', withNominee(play, 'expandedNomination', 'secretary'))).toMatchObject({ secretary: 'd' })
  })
})

describe('lists approved above and hybrid meetings (NĐ170/300 art 33(2)(a))', () => {
  const ask = (rulebook: 'RB2022' | 'RB2026', more: Readonly<Record<string, unknown>>) => {
    const play = approved(rulebook, { overlay: false })
    return play.try('tk', convene(play, rulebook === 'RB2026' ? 'leadershipOrientation' : 'leadershipPreparation', 5, more))
  }
  test('RB2026 asks for the approval of the list, RB2022 does not', () => {
    const { article } = rb2026.convocationListApprovedAbove
    expect(ask('RB2026', { listApproval: undefined })).toEqual({ refusal: { code: 'list-approval-missing', article } })
    expect(ask('RB2022', { listApproval: undefined })).toHaveProperty('facts')
  })
  test('a hybrid meeting needs a rulebook that knows it and a decision that allows it', () => {
    const { article } = rb2026.hybridMeeting
    expect(ask('RB2022', { mode: 'hybrid', hybridDecision: doc })).toEqual({
      refusal: { code: 'hybrid-not-in-rulebook', rulebook: 'RB2022' },
    })
    expect(ask('RB2026', { mode: 'hybrid' })).toEqual({ refusal: { code: 'hybrid-needs-decision', article } })
    expect(ask('RB2026', { mode: 'hybrid', hybridDecision: doc })).toMatchObject({ facts: [{ mode: 'hybrid', hybridDecision: doc }] })
  })
})
