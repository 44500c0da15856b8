// The sheet inside a case: noted, judged at once, judged anew on its days, and what it keeps from going on (issue "Registry", planning and eligibility).
import { describe, expect, test } from 'vitest'
import { OperatorId } from '../../../workflows/core/ids.ts'
import { dossierOf, missingItems } from '../../../workflows/eligibility/dossier.ts'
import type { NomineeFacts } from '../../../workflows/eligibility/nominee-facts.ts'
import { eligibilityOf } from '../../../workflows/eligibility/state.ts'
import { CaseCommand } from '../../../workflows/procedure/commands.ts'
import { decide } from '../../../workflows/procedure/decide.ts'
import { nextActs } from '../../../workflows/procedure/next-acts.ts'
import { approved, checkIn, conference, convening, everyone, issue, nominee, startOf, team, upToBallot } from '../../support/appointment.ts'
import { type Loose, type Play, tools } from '../../support/play.ts'

const start = startOf.RB2026
const said = { isSo: true, on: start, basis: 'Báo cáo thẩm định' }
const none = { on: start, list: [] }
const document = { number: '45-CV/BTCTU', date: start }

const facts = (more: Readonly<Record<string, unknown>> = {}) => ({
  birthDate: '1980-02-03',
  sex: 'male',
  standards: said,
  planning: { on: start, list: [{ post: 'Phó Giám đốc', relation: 'samePost', from: '2026-01-10' }] },
  held: { on: start, list: [{ post: 'Trưởng phòng', level: 'nextLower', from: '2020-01-01' }] },
  disciplines: none,
  proceedings: none,
  ...more,
})
const note = (personId: string, more: Readonly<Record<string, unknown>> = {}): Loose => ({
  type: 'noteNomineeFacts',
  personId,
  facts: facts(more),
  postFacts: {},
  source: 'typed',
})
const warned = (effectiveOn: string) => ({ disciplines: { on: start, list: [{ sanction: 'warning', effectiveOn }] } })
const outside = { planning: { on: start, list: [] } }

const ready = (): Play => approved('RB2026', { overlay: false })
/** At the first conference of RB2026, list adopted, before the team. */
const inRoom = (play: Play): Play => upToBallot(play, 'leadershipOrientation', { people: 5, list: ['a', 'b'] })
const judgementsOf = (play: Play, id: string) => eligibilityOf(play.case.state.eligibility, id).judgements
const answerOf = (play: Play, id: string, guard: string) =>
  judgementsOf(play, id)
    .at(-1)
    ?.verdicts.find((one) => one.guard === guard)
const issuing: Loose = { type: 'issueBallots', issued: 5 }
const refusal = (play: Play, by: string, command: Loose) => {
  const answer = play.try(by, command)
  return 'refusal' in answer ? answer.refusal : undefined
}

describe('a sheet', () => {
  test('is judged as soon as anything is noted, with every answer on record', () => {
    const play = ready().do('hr', note('a'))
    expect(judgementsOf(play, 'a')).toMatchObject([{ no: 1, on: start, occasion: 'sheet' }])
    expect(judgementsOf(play, 'a')[0]?.verdicts).toHaveLength(23)
  })

  test('a case without one goes on as it always did, and says nothing of it', () => {
    const play = conference(ready(), 'leadershipOrientation', { people: 5, list: ['a', 'b'] }, { votes: { A: 3, B: 2 } })
    expect(play.facts.some(({ fact }) => fact.type === 'eligibilityJudged')).toBe(false)
    expect(play.case.state.eligibility).toEqual({})
  })

  test('is judged anew when a conference opens, and when the time of a bar runs out it turns', () => {
    const play = ready().do('hr', note('a', warned('2023-09-10')))
    expect(answerOf(play, 'a', 'G-15')).toMatchObject({ answer: 'fail', numbers: { freeFrom: '2026-09-10' } })
    play.at('2026-09-10T08:00:00+07:00')
    inRoom(play)
    expect(judgementsOf(play, 'a').at(-1)).toMatchObject({ no: 2, on: '2026-09-10', occasion: 'conference' })
    expect(answerOf(play, 'a', 'G-15')?.answer).toBe('pass')
  })

  test('speaks of nobody who was never proposed, nor of somebody withdrawn', () => {
    expect(refusal(ready(), 'hr', note('x'))).toMatchObject({ code: 'nominee-unknown' })
    const play = ready().do('hr', { type: 'withdrawNominee', personId: 'd', reason: 'Xin rút' })
    expect(refusal(play, 'hr', note('d'))).toMatchObject({ code: 'nominee-unknown' })
  })

  test('nothing was looked up tomorrow', () => {
    const tomorrow = { proceedings: { on: '2026-09-08', list: [] } }
    expect(refusal(ready(), 'hr', note('a', tomorrow))).toMatchObject({ code: 'date-in-future', date: '2026-09-08' })
  })

  test('nobody is judged of whom nothing is noted', () => {
    expect(refusal(ready(), 'hr', { type: 'judgeEligibility', personId: 'a' })).toMatchObject({ code: 'nominee-facts-missing' })
  })
})

describe('the gate of a ballot', () => {
  test('a condition that turned to fail stops the next ballot until it is met again or the name is taken off', () => {
    const play = inRoom(ready().do('hr', note('a')))
    play.do('hr', note('a', warned('2026-01-10')))
    team(play, 5)
    play.do('tk', { type: 'prepareBallots', printed: 5, mark: 'chairSignature' })
    expect(refusal(play, 'tk', issuing)).toMatchObject({ code: 'guard-failed', names: ['Người A (G-15)'] })
    const act = nextActs(play.case).find((one) => one.command === 'issueBallots')
    expect(act?.gate.conditions.find((one) => one.code === 'guard-failed')).toMatchObject({ isMet: false, opensBy: 'noteNomineeFacts' })
    expect(nextActs(play.case).some((one) => one.command === 'removeFromBallot')).toBe(true)
    const removed = play.do('tk', { type: 'removeFromBallot', personId: 'a', reason: 'Không đủ điều kiện', inFavour: 5, of: 5 })
    expect(refusal(removed, 'tk', issuing)).toBeUndefined()
  })

  test('time alone turns an answer between opening and issuing', () => {
    const certificate = { healthCertificate: { on: '2026-03-08', isFit: true } }
    const play = ready().do('hr', note('a', certificate))
    play.at('2026-09-08T23:00:00+07:00')
    inRoom(play)
    team(play, 5)
    play.do('tk', { type: 'prepareBallots', printed: 5, mark: 'chairSignature' })
    play.at('2026-09-09T00:10:00+07:00')
    expect(refusal(play, 'tk', issuing)).toMatchObject({ code: 'guard-failed', names: ['Người A (G-11)'] })
  })

  test('outside planning, the ballot waits for a document, and a document alone opens it', () => {
    const play = inRoom(ready().do('hr', note('a', outside)))
    team(play, 5)
    play.do('tk', { type: 'prepareBallots', printed: 5, mark: 'chairSignature' })
    expect(refusal(play, 'tk', issuing)).toMatchObject({ code: 'guard-failed', names: ['Người A (G-02)'] })
    play.do('hr', { type: 'decideGuard', personId: 'a', guard: 'G-05', document })
    expect(answerOf(play, 'a', 'G-05')).toMatchObject({ answer: 'pass', decision: document })
    expect(answerOf(play, 'a', 'G-02')).toMatchObject({ answer: 'pass', reason: 'decided' })
    expect(refusal(play, 'tk', issuing)).toBeUndefined()
  })

  test('too few months in post wait for a document too', () => {
    const young = { held: { on: start, list: [{ post: 'Trưởng phòng', level: 'nextLower', from: '2026-01-01' }] } }
    const play = inRoom(ready().do('hr', note('a', young)))
    team(play, 5)
    play.do('tk', { type: 'prepareBallots', printed: 5, mark: 'chairSignature' })
    expect(refusal(play, 'tk', issuing)).toMatchObject({ code: 'guard-needs-decision', names: ['Người A (G-06)'] })
  })

  test('a condition that waits for no decision is not opened by one', () => {
    const play = ready().do('hr', note('a', warned('2026-01-10')))
    expect(refusal(play, 'hr', { type: 'decideGuard', personId: 'a', guard: 'G-15', document })).toMatchObject({
      code: 'guard-asks-no-decision',
    })
    const later = { number: '1', date: '2026-10-01' }
    expect(refusal(play, 'hr', { type: 'decideGuard', personId: 'a', guard: 'G-15', document: later })).toMatchObject({
      code: 'date-in-future',
    })
    expect(refusal(play, 'hr', { type: 'decideGuard', personId: 'b', guard: 'G-15', document })).toMatchObject({
      code: 'nominee-facts-missing',
    })
  })

  test('who has no sheet is not held back by the sheet of another', () => {
    const play = inRoom(ready().do('hr', note('d', warned('2026-01-10'))))
    issue(team(play, 5), 5)
    expect(play.where).toBe('leadershipOrientation.ballotOpen')
  })

  test('replayed, the case stands where it stood: no answer is judged again', () => {
    const play = inRoom(ready().do('hr', note('a', outside)))
    const again = play.facts.reduce<Play>(
      (one, { fact, at, by }) => {
        one.take(fact, { at, by: OperatorId.parse(by) })
        return one
      },
      new (Object.getPrototypeOf(play).constructor)(`${start}T08:00:00+07:00`),
    )
    expect(again.case.state).toEqual(play.case.state)
  })
})

describe('facts that came from the registry', () => {
  /** A conference opened on that day, by what the registry knows then. */
  function openedWith(registryFacts: () => NomineeFacts | undefined): Play {
    const play = ready().do('hr', { ...note('a'), source: 'registry' })
    play.at('2026-09-10T08:00:00+07:00')
    play.do('tk', convening('leadershipOrientation', 5, play.now())).do('tk', checkIn(everyone(5)))
    const stamp = play.stamp('tk')
    const opened = decide(play.case, CaseCommand.parse({ type: 'openConference' }), stamp, { ...tools, registryFacts })
    if (!opened.ok) throw new Error(opened.refusal.code)
    for (const fact of opened.value) play.take(fact, stamp)
    return play
  }
  const barred: NomineeFacts = { disciplines: { on: '2026-09-10', list: [{ sanction: 'warning', effectiveOn: '2026-09-09' }] } }

  test('are taken anew on the day of a conference: a sanction of yesterday turns the sheet', () => {
    const play = openedWith(() => barred)
    expect(answerOf(play, 'a', 'G-15')).toMatchObject({ answer: 'fail', factOn: '2026-09-09' })
    expect(eligibilityOf(play.case.state.eligibility, 'a').noted).toMatchObject({
      source: 'registry',
      facts: { birthDate: '1980-02-03', ...barred },
    })
  })

  test('stay as they were noted where the registry knows nobody of that number', () => {
    const play = openedWith(() => undefined)
    expect(answerOf(play, 'a', 'G-15')?.answer).toBe('pass')
    expect(play.facts.filter(({ fact }) => fact.type === 'nomineeFactsNoted')).toHaveLength(1)
  })

  test('stop the ballot by what the registry knows when the slips would go out', () => {
    const play = openedWith(() => undefined)
    play.do('tk', { type: 'statePurpose', summary: 'x' }).do('tk', { type: 'adoptList', names: ['a', 'b'] })
    team(play, 5).do('tk', { type: 'prepareBallots', printed: 5, mark: 'chairSignature' })
    const asked = decide(play.case, CaseCommand.parse(issuing), play.stamp('tk'), { ...tools, registryFacts: () => barred })
    expect(asked).toMatchObject({ refusal: { code: 'guard-failed', names: ['Người A (G-15)'] } })
  })
})

describe('planning beside proposing (Q-6)', () => {
  test('nobody is proposed for appointment on the day of a proposal for planning', () => {
    const play = ready()
    const asked = CaseCommand.parse(nominee('e', { citizenId: '031080000001' }))
    const planned = {
      ...tools,
      plannedOn: ({ citizenId }: { citizenId?: string | undefined }) => (citizenId === '031080000001' ? [start] : []),
    }
    expect(decide(play.case, asked, play.stamp('hr'), planned)).toMatchObject({ refusal: { code: 'nominee-beside-planning', date: start } })
    play.at('2026-09-08T08:00:00+07:00')
    expect(decide(play.case, asked, play.stamp('hr'), planned).ok).toBe(true)
  })
})

describe('the dossier', () => {
  const file = (no: number) => ({
    name: `giay-${no}.pdf`,
    mime: 'application/pdf',
    bytes: 1000,
    sha256: String(no).repeat(64).slice(0, 64),
  })
  const paper = (item: string, issuedOn: string, no = 1): Loose => ({
    type: 'fileDossierPaper',
    personId: 'a',
    item,
    issuedOn,
    files: [file(no)],
  })
  const lineOf = (play: Play, item: string, today = start) => dossierOf(play.case.state, 'a', today).find((one) => one.rule.item === item)

  test('names what is missing, by the list of the rulebook', () => {
    const missing = missingItems(dossierOf(ready().case.state, 'a', start))
    expect(missing).toContain('curriculumVitae')
    expect(missing).not.toContain('controlBodiesOpinion')
    const filed = ready().do('hr', paper('curriculumVitae', '2026-08-01'))
    expect(missingItems(dossierOf(filed.case.state, 'a', start))).not.toContain('curriculumVitae')
  })

  test('a paper counts six months: on the day of submission, on each conference, today', () => {
    const play = ready()
      .do('hr', note('a', { dossierReceivedOn: '2026-09-05' }))
      .do('hr', paper('curriculumVitae', '2026-03-06'))
    expect(lineOf(play, 'curriculumVitae', '2026-09-06')).toMatchObject({ standing: 'attached', validUntil: '2026-09-06' })
    play.at('2026-09-09T08:00:00+07:00')
    inRoom(play)
    expect(lineOf(play, 'curriculumVitae', '2026-09-09')).toMatchObject({
      standing: 'expired',
      onSubmission: { day: '2026-09-05', isValid: true },
      onConferences: [{ stage: 'leadershipOrientation', day: '2026-09-09', isValid: false }],
    })
  })

  test('an accepted health certificate speaks for G-11', () => {
    const play = ready().do('hr', note('a'))
    expect(answerOf(play, 'a', 'G-11')?.answer).toBe('unknown')
    play.do('hr', paper('healthCertificate', '2026-08-01')).do('hr', { type: 'settleDossierPaper', personId: 'a', no: 1, isAccepted: true })
    expect(answerOf(play, 'a', 'G-11')).toMatchObject({ answer: 'pass', factOn: '2026-08-01' })
    expect(lineOf(play, 'healthCertificate')?.standing).toBe('accepted')
  })

  test('a paper is sent back with a reason, and is missing then', () => {
    const play = ready().do('hr', paper('diplomaCopies', '2010-08-01'))
    expect(refusal(play, 'hr', { type: 'settleDossierPaper', personId: 'a', no: 1, isAccepted: false })).toMatchObject({
      code: 'dossier-reason-missing',
    })
    expect(refusal(play, 'hr', { type: 'settleDossierPaper', personId: 'a', no: 7, isAccepted: true })).toMatchObject({
      code: 'dossier-paper-unknown',
    })
    play.do('hr', { type: 'settleDossierPaper', personId: 'a', no: 1, isAccepted: false, note: 'Chưa công nhận văn bằng' })
    expect(lineOf(play, 'diplomaCopies')?.standing).toBe('rejected')
    expect(missingItems(dossierOf(play.case.state, 'a', start))).toContain('diplomaCopies')
  })

  test('the same file is not filed twice in one place; what the case makes itself is not filed', () => {
    const play = ready().do('hr', paper('diplomaCopies', '2010-08-01'))
    expect(refusal(play, 'hr', paper('diplomaCopies', '2010-08-01'))).toMatchObject({ code: 'dossier-file-known' })
    expect(refusal(play, 'hr', paper('submission', '2026-09-01', 2))).toMatchObject({ code: 'dossier-item-from-case' })
    expect(refusal(play, 'hr', paper('diplomaCopies', '2027-09-01', 3))).toMatchObject({ code: 'date-in-future' })
  })
})
