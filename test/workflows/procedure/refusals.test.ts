// Every "no" of the law is earned here or named beside it: given where the case stands, when asked, then refused with its numbers.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  approved,
  checkIn,
  checks,
  conference,
  convening,
  count,
  everyone,
  issue,
  nominee,
  opening,
  preparation,
  present1,
  program,
  team,
  upToBallot,
} from '../../support/appointment.ts'
import { type Loose, Play } from '../../support/play.ts'

const today = '2023-03-06'
const doc = { number: '1-CV', date: today }
const asked = { post: 'x', numberToFill: '1', source: 'x', plannedAssignment: 'x' }
const fresh = (): Play => new Play(`${today}T08:00:00+07:00`)
const ready = (options: Parameters<typeof approved>[1] = { overlay: false }): Play => approved('RB2022', options)
/** At the expanded conference, agenda done, nothing adopted yet about counting. */
const inRoom = (options?: Parameters<typeof approved>[1]): Play =>
  upToBallot(preparation(ready(options), ['a', 'b']), 'expandedNomination', { people: 10 })
const voted = (): Play => conference(preparation(ready(), ['a', 'b']), 'expandedNomination', { people: 10 }, { votes: { A: 6, B: 4 } })
const collected = (missing = 0): Play => {
  const play = inRoom()
  team(play, 10)
  issue(play, 10)
  return play.do('tk', { type: 'collectBallots', collected: 10 - missing, unusedSealed: 0 })
}
const withoutCase = (more: Readonly<Record<string, unknown>>): Loose => {
  const base = opening('RB2022') as { opening: Record<string, unknown> } & Loose
  return { ...base, opening: { ...base.opening, ...more } }
}
const classifying = (more: Readonly<Record<string, unknown>>): Loose => ({
  type: 'changeClassification',
  classification: 'MAT',
  reason: 'Nhân sự chưa công bố',
  classifiedBy: 'Giám đốc Sở',
  ...more,
})
const members = (...ids: string[]) =>
  ids.map((personId, index) => ({ personId, name: `Người ${personId}`, role: index === 0 ? 'head' : 'member' }))
const adopt = (list: ReturnType<typeof members>, inFavour = 10, of = 10): Loose => ({
  type: 'adoptCountingTeam',
  members: list,
  inFavour,
  of,
})
const convene = (
  play: Play,
  more: Readonly<Record<string, unknown>> = {},
  stage: Parameters<typeof convening>[0] = 'expandedNomination',
): Loose => ({
  ...convening(stage, 10, play.now()),
  ...more,
})
const entry = (more: Readonly<Record<string, unknown>> = {}): Loose => ({
  type: 'typeCount',
  entry: { ballotsValid: 10, ballotsInvalid: 0, votes: { A: 6, B: 4 }, ...more },
})
const decideCase = (names: string[]): Loose => ({ type: 'decideCase', document: doc, names, effectiveOn: today })
const through = (options: Parameters<typeof approved>[1] = { overlay: false }): Play => {
  const play = preparation(ready(options), ['a', 'b'])
  conference(play, 'expandedNomination', { people: 10 }, { votes: { A: 9 }, invalid: 1 })
  conference(play, 'leadershipReview', {}, { votes: { A: 5 } })
  conference(play, 'keyOfficialsConsultation', { people: 12 }, { votes: { A: 12 } })
  checks(play)
  return conference(play, 'leadershipDecision', {}, { votes: { A: 5 } })
}
const stopped = (): Play =>
  conference(preparation(ready(), ['a', 'b']), 'expandedNomination', { people: 10 }, { votes: { A: 2, B: 2 }, invalid: 6 })
const levelPair = (): Play => {
  const play = preparation(ready(), ['a', 'b'])
  conference(play, 'expandedNomination', { people: 10 }, { votes: { A: 5, B: 5 } })
  conference(play, 'leadershipReview', { people: 4 }, { votes: { A: 2, B: 2 } })
  conference(play, 'keyOfficialsConsultation', { people: 12 }, { votes: { A: 1, B: 1 } })
  checks(play)
  return conference(play, 'leadershipDecision', { people: 4 }, { votes: { A: 2, B: 2 } })
}
const spoken = (): Play => {
  const play = preparation(ready({}), ['a', 'b'])
  for (const id of ['a', 'b']) play.do('hr', program(id))
  return upToBallot(play, 'expandedNomination', { people: 10 })
}
const speech = (from: string, to: string): Loose => ({
  type: 'presentActionProgram',
  personId: 'a',
  presentedFrom: from,
  presentedTo: to,
  summary: '',
  questions: [],
})

type Case = readonly [code: string, by: string, at: () => Play, ask: Loose | ((play: Play) => Loose)]
const cases: readonly Case[] = [
  [
    'act-day-unreadable',
    'hr',
    () => fresh().do('hr', opening('RB2022')),
    {
      type: 'recordAct',
      act: 'policyRequest',
      document: doc,
      doneOn: today,
      details: { ...asked, receivedOn: 'hôm qua' },
    },
  ],
  ['case-already-open', 'hr', ready, opening('RB2022')],
  ['case-not-found', 'hr', fresh, { type: 'openConference' }],
  ['term-end-missing', 'hr', fresh, withoutCase({ kind: 'reappointment' })],
  ['classification-reason-missing', 'hr', fresh, withoutCase({ classification: 'MAT' })],
  ['classification-authority-missing', 'hr', fresh, withoutCase({ classification: 'MAT', classificationReason: 'Danh mục' })],
  ['declassify-not-later', 'hr', ready, classifying({ declassifyOn: '2020-01-01' })],
  ['classification-unchanged', 'hr', ready, classifying({ classification: 'none' })],
  ['classified-meeting-unknown', 'hr', ready, classifying({ conferenceId: 'khong-co' })],
  ['rulebook-not-in-force', 'hr', fresh, { ...opening('RB2022'), rulebook: 'RB2026' }],
  ['before-first-rulebook', 'hr', fresh, withoutCase({ startDate: '2016-01-01' })],
  ['overlay-decision-missing', 'hr', fresh, { ...opening('RB2022'), overlays: ['OV-PILOT2021'] }],
  ['setting-unreadable', 'hr', fresh, { ...opening('RB2022'), settings: { blankIs: 'maybe' } }],
  [
    'act-field-missing',
    'hr',
    () => fresh().do('hr', opening('RB2022')),
    { type: 'recordAct', act: 'policyRequest', document: doc, doneOn: today, details: {} },
  ],
  [
    'act-document-missing',
    'hr',
    () => fresh().do('hr', opening('RB2022')),
    {
      type: 'recordAct',
      act: 'policyRequest',
      doneOn: today,
      details: asked,
    },
  ],
  [
    'approval-under-other-rules',
    'hr',
    () =>
      fresh()
        .do('hr', withoutCase({ startDate: '2022-08-17' }))
        .do('hr', { type: 'recordAct', act: 'policyRequest', document: doc, doneOn: today, details: asked }),
    { type: 'recordAct', act: 'policyApproval', document: doc, doneOn: today, details: asked },
  ],
  ['date-in-future', 'hr', ready, { type: 'submitActionProgram', ...(program('a') as object), handedInOn: '2030-01-01' } as Loose],
  [
    'act-before-previous',
    'hr',
    () => preparedChecks(),
    { type: 'recordAct', act: 'partyOpinion', document: doc, doneOn: '2023-01-01', details: { opinion: 'nhất trí' } },
  ],
  ['act-missing', 'tk', () => preparedChecks(), (play) => convene(play, {}, 'leadershipDecision')],
  ['ballot-name-taken', 'hr', ready, nominee('x', { ballotName: 'A' })],
  ['ballot-name-already-voted', 'hr', voted, nominee('a', { ballotName: 'A2' })],
  ['ballot-is-open', 'hr', collected, { type: 'withdrawNominee', personId: 'a', reason: 'xin rút' }],
  ['nominee-withdrawn', 'hr', () => ready().do('hr', { type: 'withdrawNominee', personId: 'd', reason: 'xin rút' }), nominee('d')],
  ['nominee-unknown', 'hr', ready, { type: 'introduceByHead', personId: 'zz' }],
  [
    'migration-not-allowed',
    'hr',
    () => ready({ overlay: false, settings: { migrationAllowed: false } }),
    { type: 'migrateRulebook', to: 'RB2026', document: doc },
  ],
  ['same-rulebook', 'hr', ready, { type: 'migrateRulebook', to: 'RB2022', document: doc }],
  ['stage-not-held', 'hr', ready, { type: 'resetStage', stage: 'leadershipReview', reason: 'convocationListWrong', explanation: '' }],
  ['stage-not-in-rulebook', 'tk', ready, (play) => convene(play, {}, 'leadershipOrientation')],
  [
    'nobody-with-a-vote',
    'tk',
    ready,
    (play) => ({
      ...convene(play, {}, 'leadershipPreparation'),
      rows: [{ personId: 'p1', name: 'Một', title: 'x', role: 'x', hasVote: false }],
    }),
  ],
  ['office-not-on-list', 'tk', ready, (play) => convene(play, { chair: 'zz' }, 'leadershipPreparation')],
  [
    'nominee-may-not-hold-office',
    'tk',
    () => preparation(ready(), ['a']),
    (play) => ({
      ...convene(play),
      chair: 'a',
      rows: [
        { personId: 'a', name: 'Người A', title: 'x', role: 'x', hasVote: true },
        { personId: 'p2', name: 'Hai', title: 'x', role: 'x', hasVote: true },
      ],
    }),
  ],
  [
    'person-named-twice',
    'tk',
    ready,
    (play) => ({
      ...convene(play, {}, 'leadershipPreparation'),
      rows: [
        { personId: 'p1', name: 'Một', title: 'x', role: 'x', hasVote: true },
        { personId: 'p1', name: 'Hai', title: 'x', role: 'y', hasVote: true },
      ],
    }),
  ],
  ['hybrid-not-in-rulebook', 'tk', ready, (play) => convene(play, { mode: 'hybrid' }, 'leadershipPreparation')],
  [
    'hybrid-needs-decision',
    'tk',
    () => approved('RB2026', { overlay: false }),
    (play) => convene(play, { mode: 'hybrid' }, 'leadershipOrientation'),
  ],
  [
    'list-approval-missing',
    'tk',
    () => approved('RB2026', { overlay: false }),
    (play) => convene(play, { listApproval: undefined }, 'leadershipOrientation'),
  ],
  ['online-needs-hybrid-meeting', 'tk', () => convened(), { type: 'checkIn', personIds: ['p1'], way: 'online' }],
  ['absentee-ballot-disallowed', 'tk', () => convened(), { type: 'checkIn', personIds: ['p1'], way: 'sealedEnvelope' }],
  ['person-not-on-list', 'tk', () => convened(), checkIn(['zz'])],
  ['person-is-present', 'tk', () => convened().do('tk', checkIn(['p1'])), checkIn(['p1'])],
  ['person-not-present', 'tk', () => convened(), { type: 'leaveEarly', personId: 'p1' }],
  ['force-majeure-not-in-rulebook', 'tk', () => convened(), { type: 'excuseAbsence', personId: 'p1', reason: 'bão', document: doc }],
  ['quorum-is-there', 'tk', () => convened().do('tk', checkIn(everyone(10))), { type: 'declareNotQuorate' }],
  ['purpose-not-stated', 'tk', () => opened(), adopt(members('h1', 'p3', 'p4'))],
  ['list-comes-from-earlier-step', 'tk', inRoom, { type: 'adoptList', names: ['a'] }],
  ['list-is-empty', 'tk', () => inPreparation(), { type: 'adoptList', names: [] }],
  ['list-not-adopted', 'tk', () => inPreparation(), { type: 'closeConference', conclusion: '' }],
  ['nominee-not-eligible', 'tk', () => inPreparation(nominee('e', { isEligible: false })), { type: 'adoptList', names: ['e'] }],
  ['nominee-not-planned', 'tk', () => inPreparation(nominee('e', { isPlanned: false })), { type: 'adoptList', names: ['e'] }],
  ['no-ballot-here', 'tk', () => inPreparation(), { type: 'prepareBallots', printed: 5, mark: 'hangingSeal' }],
  ['outside-names-not-allowed', 'tk', inRoom, { type: 'introduceName', personId: 'd', introducedBy: 'x' }],
  [
    'name-already-on-ballot',
    'tk',
    () => upToBallot(voted(), 'leadershipReview', {}),
    { type: 'introduceName', personId: 'a', introducedBy: 'x' },
  ],
  ['no-presentations-here', 'tk', inRoom, (play) => speech(play.now(), play.now())],
  ['name-not-on-ballot', 'tk', inRoom, { type: 'removeFromBallot', personId: 'd', reason: 'x', inFavour: 9, of: 10 }],
  ['show-of-hands-wrong', 'tk', inRoom, { type: 'removeFromBallot', personId: 'a', reason: 'x', inFavour: 11, of: 11 }],
  ['show-of-hands-not-carried', 'tk', inRoom, adopt(members('h1', 'p3', 'p4'), 5)],
  ['speaking-order-incomplete', 'tk', spoken, { type: 'setSpeakingOrder', method: 'lot', names: ['a'] }],
  [
    'action-program-not-submitted',
    'tk',
    () => upToBallot(preparation(ready({}), ['a']), 'expandedNomination', { people: 10 }),
    (play) => speech(play.now(), play.now()),
  ],
  ['action-program-already-presented', 'tk', () => present1(spoken(), 'a'), (play) => speech(play.now(), play.now())],
  ['action-program-locked', 'hr', () => present1(spoken(), 'a'), program('a', 'bản khác')],
  ['presentation-times-reversed', 'tk', spoken, (play) => speech(play.now(), play.now())],
  ['presentation-before-opening', 'tk', spoken, (play) => speech(`${today}T00:01:00+07:00`, play.now())],
  ['presentation-in-future', 'tk', spoken, (play) => speech(play.now(), `${today}T23:59:00+07:00`)],
  ['nominee-information-missing', 'tk', () => atKeyOfficials(), adopt(members('h1', 'p3', 'p4'))],
  ['counting-team-needs-one-head', 'tk', inRoom, adopt(members('h1', 'p3', 'p4').map((one) => ({ ...one, role: 'head' })))],
  ['counting-team-size', 'tk', inRoom, adopt(members('h1', 'p3'))],
  ['counting-team-member-twice', 'tk', inRoom, adopt(members('h1', 'p3', 'p3'))],
  ['counting-team-member-absent', 'tk', inRoom, adopt(members('h1', 'p3', 'zz'))],
  ['nominee-in-counting-team', 'tk', inRoom, adopt(members('h1', 'p3', 'a'))],
  ['chair-in-counting-team', 'tk', inRoom, adopt(members('h1', 'p1', 'p3'))],
  ['counting-team-missing', 'tk', inRoom, { type: 'issueBallots', issued: 10 }],
  ['ballots-not-prepared', 'tk', () => team(inRoom(), 10), { type: 'issueBallots', issued: 10 }],
  ['ballot-mark-not-in-rulebook', 'tk', inRoom, { type: 'prepareBallots', printed: 10, mark: 'chairSignature' }],
  [
    'prepared-below-issued',
    'tk',
    () => team(inRoom(), 10).do('tk', { type: 'prepareBallots', printed: 9, mark: 'hangingSeal' }),
    { type: 'issueBallots', issued: 10 },
  ],
  [
    'issued-exceeds-present',
    'tk',
    () => team(inRoom(), 10).do('tk', { type: 'prepareBallots', printed: 11, mark: 'hangingSeal' }),
    { type: 'issueBallots', issued: 11 },
  ],
  ['no-names-on-ballot', 'tk', () => emptied(), { type: 'issueBallots', issued: 10 }],
  ['collected-exceeds-issued', 'tk', () => issue(team(inRoom(), 10), 10), { type: 'collectBallots', collected: 11, unusedSealed: 0 }],
  ['unused-ballots-differ', 'tk', () => issue(team(inRoom(), 10), 10), { type: 'collectBallots', collected: 10, unusedSealed: 1 }],
  ['missing-ballots-unexplained', 'kp1', () => collected(1), entry({ ballotsValid: 9, votes: { A: 6, B: 3 } })],
  [
    'invalid-reasons-differ',
    'kp1',
    collected,
    entry({ ballotsValid: 9, ballotsInvalid: 1, votes: { A: 6, B: 3 }, invalidReasons: { TOO_MANY: 2 } }),
  ],
  ['name-not-on-list', 'kp1', collected, entry({ votes: { A: 6, D: 4 } })],
  ['valid-and-invalid-differ-from-collected', 'kp1', collected, entry({ ballotsValid: 9, votes: { A: 6 } })],
  ['count-not-confirmed', 'tk', () => convened(), { type: 'closeConference', conclusion: '' }],
  ['result-not-announced', 'tk', () => counted(inRoom()), { type: 'announceResult' }],
  [
    'announcement-missing',
    'tk',
    () => counted(upToBallot(voted(), 'leadershipReview', {}), 5, { A: 5 }),
    { type: 'closeConference', conclusion: '' },
  ],
  [
    'result-already-announced',
    'tk',
    () => counted(upToBallot(voted(), 'leadershipReview', {}), 5, { A: 5 }).do('tk', { type: 'announceResult' }),
    { type: 'announceResult' },
  ],
  [
    'no-correction-typed',
    'kp2',
    voted,
    (play) => ({ type: 'confirmCorrection', conferenceId: play.case.state.conferences.at(-1)?.conferenceId }),
  ],
  [
    'run-is-read-only',
    'kp1',
    () => restarted(),
    (play) => ({
      type: 'typeCorrection',
      conferenceId: play.case.state.conferences.at(-1)?.conferenceId,
      entry: { ballotsValid: 10, ballotsInvalid: 0, votes: { A: 6, B: 4 } },
      reason: 'x',
    }),
  ],
  ['report-not-sent', 'hr', stopped, { type: 'receiveDirection', direction: 'restart', document: doc, names: [] }],
  ['direction-not-open', 'hr', () => reported(), { type: 'receiveDirection', direction: 'continue', document: doc, names: [] }],
  ['direction-needs-names', 'hr', () => awaiting(), { type: 'receiveDirection', direction: 'continueWithNames', document: doc, names: [] }],
  ['head-must-choose', 'head', levelPair, { type: 'headChoose', decision: 'goOn', names: [], opinionsReported: '', document: doc }],
  ['case-suspended', 'tk', () => ready().do('hr', { type: 'raiseNewIssue', issue: 'có đơn' }), { type: 'openConference' }],
  ['decided-here', 'hr', through, { type: 'submitCase', document: doc }],
  ['must-be-submitted-first', 'hr', () => through({ overlay: false, decidesHere: false }), decideCase(['a'])],
  ['person-not-selected', 'hr', through, decideCase(['b'])],
  ['head-introduced-missing', 'tk', () => piloted({}), { type: 'adoptList', names: ['b'] }],
  ['head-introduced-only', 'tk', () => piloted({ headIntroducedOnly: true }), { type: 'adoptList', names: ['a', 'b'] }],
]

function convened(): Play {
  const play = preparation(ready(), ['a', 'b'])
  return play.do('tk', convene(play))
}
function opened(): Play {
  return convened()
    .do('tk', checkIn(everyone(10)))
    .do('tk', { type: 'openConference' })
}
function inPreparation(extra?: Loose): Play {
  const play = ready()
  if (extra) play.do('hr', extra)
  play.do('tk', convening('leadershipPreparation', 5, play.now()))
  return play
    .do('tk', checkIn(everyone(5)))
    .do('tk', { type: 'openConference' })
    .do('tk', { type: 'statePurpose', summary: 'x' })
}
function atKeyOfficials(): Play {
  const play = conference(voted(), 'leadershipReview', {}, { votes: { A: 5 } })
  return upToBallot(play, 'keyOfficialsConsultation', { people: 12 })
}
function preparedChecks(): Play {
  const play = conference(voted(), 'leadershipReview', {}, { votes: { A: 5 } })
  return conference(play, 'keyOfficialsConsultation', { people: 12 }, { votes: { A: 12 } })
}
function counted(play: Play, people = 10, votes: Readonly<Record<string, number>> = { A: 6, B: 4 }): Play {
  team(play, people)
  issue(play, people)
  return count(play, people, { votes })
}
function emptied(): Play {
  const play = inRoom()
  for (const personId of ['a', 'b']) play.do('tk', { type: 'removeFromBallot', personId, reason: 'xin rút', inFavour: 10, of: 10 })
  team(play, 10)
  return play.do('tk', { type: 'prepareBallots', printed: 10, mark: 'hangingSeal' })
}
function reported(): Play {
  return stopped().do('hr', { type: 'sendReport', document: doc, explanation: 'không ai đạt 30%' })
}
function restarted(): Play {
  return reported().do('hr', { type: 'receiveDirection', direction: 'restart', document: doc, names: [] })
}
function awaiting(): Play {
  const play = preparation(approved('RB2017', { overlay: false }), undefined)
  conference(play, 'expandedNomination', { people: 10, list: ['a', 'b'] }, { votes: { A: 9 }, invalid: 1 })
  conference(play, 'leadershipReview', { introduce: ['b'] }, { votes: { A: 2, B: 3 } })
  return play.do('hr', { type: 'sendReport', document: { number: '1-BC', date: '2021-09-06' }, explanation: 'khác bước 2' })
}
/** OV-142: the head introduces A. */
function piloted(settings: Readonly<Record<string, unknown>>): Play {
  const play = new Play('2025-08-04T08:00:00+07:00')
  play.do('hr', { ...opening('RB2025a', { settings }), overlays: ['OV-142'], overlayDecision: doc })
  for (const id of ['a', 'b']) play.do('hr', nominee(id))
  play.do('hr', { type: 'introduceByHead', personId: 'a' })
  const details = { post: 'x', numberToFill: '1', source: 'tại chỗ', plannedAssignment: 'x' }
  for (const act of ['policyRequest', 'policyApproval'])
    play.do('hr', { type: 'recordAct', act, document: { ...doc, date: '2025-08-04' }, doneOn: '2025-08-04', details })
  play.do('tk', convening('leadershipPreparation', 5, play.now()))
  return play
    .do('tk', checkIn(everyone(5)))
    .do('tk', { type: 'openConference' })
    .do('tk', { type: 'statePurpose', summary: 'x' })
}

describe('what the law refuses, and that a refused command changes nothing', () => {
  test.each(cases)('%s', (code, by, at, ask) => {
    const play = at()
    const before = play.live
    expect(play.try(by, typeof ask === 'function' ? ask(play) : ask)).toMatchObject({ refusal: { code } })
    expect(play.live).toBe(before)
  })
})

/** Earned in the tests named beside them. */
const elsewhere: Readonly<Record<string, string>> = {
  'out-of-order': 'engine',
  'quorum-missing': 'engine',
  'action-program-not-presented': 'engine',
  'same-person-confirms': 'engine',
  'later-ballots-issued': 'engine',
  'setting-not-in-rulebook': 'engine',
  'head-choice-not-among-level': 'engine',
  'head-seat-vacant': 'engine',
  'head-decides-yes-or-no': 'reappointment',
  'one-person-only': 'reappointment',
  // Arithmetic of a count: conference/tally.test.ts and conference/outcome.test.ts.
  'present-exceeds-convened': 'tally',
  'presentation-summary-too-long': 'action-programs',
  'answer-times-wrong': 'action-programs',
  // Papers that are asked for: papers/requested-lists.test.ts.
  'paper-names-nobody': 'requested-lists',
  'paper-tells-sealed': 'requested-lists',
  'votes-exceed-valid': 'tally',
  'votes-sum-exceeds-valid': 'tally',
  'votes-and-blank-differ-from-valid': 'tally',
  'opinions-differ-from-valid': 'tally',
  'more-winners-than-seats': 'outcome',
  // Warnings and conditions that are shown and not refused.
  'ballots-missing': 'warning',
  'prepared-differs-from-convened': 'warning',
  'issued-below-present': 'warning',
  'rest-counted-as-blank': 'warning',
  'no-nominees': 'condition',
  // Slips drawn in the app: papers/slips.test.ts.
  'slips-outdated': 'slips',
  'nominee-beside-planning': 'eligibility',
  'slips-not-drawn': 'slips',
  'printed-differs-from-slips': 'slips',
  // Showing a sealed result: procedure/sealed.test.ts.
  'no-sealed-result': 'sealed',
  'seal-opening-not-asked': 'sealed',
  'same-person-opens-seal': 'sealed',
  // The count bundle by bundle: conference/count-bundles.test.ts.
  'count-bundles-under-way': 'count-bundles',
  'bundle-is-full': 'count-bundles',
  'slip-line-unknown': 'count-bundles',
  'slip-marks-too-many': 'count-bundles',
  'slip-marks-none': 'count-bundles',
  'bundle-line-empty': 'count-bundles',
  'bundle-reasons-exceed-invalid': 'count-bundles',
  'bundle-not-full': 'count-bundles',
  'bundle-slips-unnamed': 'count-bundles',
  'no-slips-to-divide': 'count-bundles',
  'count-bundles-missing': 'count-bundles',
  'count-bundle-unknown': 'count-bundles',
  'count-bundle-matched': 'count-bundles',
  'same-person-counts': 'count-bundles',
  'bundle-differs': 'count-bundles',
  'count-bundles-not-whole': 'count-bundles',
  // Practice data: rehearsal/practise.test.ts.
  'rehearsal-is-practice': 'rehearsal',
  'rehearsal-of-classified': 'rehearsal',
}

test('no refusal of the law is left unearned', () => {
  const sources = ['workflows/conference', 'workflows/procedure', 'workflows/rulebooks'].flatMap((folder) =>
    readdirSync(folder, { encoding: 'utf8' }).map((name) => readFileSync(join(folder, name), 'utf8')),
  )
  const codes = new Set(sources.flatMap((text) => [...text.matchAll(/code: '([a-z0-9-]+)'/g)].map((found) => found[1] ?? '')))
  const earned = new Set([...cases.map(([code]) => code), ...Object.keys(elsewhere)])
  expect([...codes].filter((code) => !earned.has(code))).toEqual([])
})
