// The rulebook data against the tables of procedure.md 1.3, 1.4, 1.5, 3.1, 3.3 and 6, value by value, copied here by hand from the text.
import { describe, expect, test } from 'vitest'
import { rulebook, stageRule } from '../../../workflows/rulebooks/index.ts'
import { type ProcedureKind, type RulebookId, rulebookIds, type StageRule } from '../../../workflows/rulebooks/types.ts'

const show = (one: { value: unknown; evidence: string }): string => `${String(one.value)} ${one.evidence}`

/** `kind, base, method, what decides, outside names, announcement`, each with its evidence. */
function ballotOf({ ballot }: StageRule): string {
  if (!ballot) return 'none'
  const { rule } = ballot
  const decides = (() => {
    switch (rule.method) {
      case 'nomination':
        return [show(rule.pass), show(rule.carry), rule.tieAtCut ? show(rule.tieAtCut) : '-'].join(', ')
      case 'consultation':
        return '-'
      case 'divergence':
        return show(rule.pass)
      case 'decision':
        return [show(rule.pass), show(rule.tieOfTwoAtHalf), show(rule.tieHeadVacant), show(rule.singleExactlyHalf)].join(', ')
      case 'approval':
        return [show(rule.pass), show(rule.exactlyHalf), show(rule.exactlyHalfHeadVacant), show(rule.under)].join(', ')
    }
  })()
  return [
    ballot.kind.value,
    show(ballot.base),
    rule.method,
    decides,
    `outside ${show(ballot.outsideNames)}`,
    `announce ${show(ballot.announce)}`,
  ].join('; ')
}

const five = (evidence: 'TEXT' | 'GK', announceKeyOfficials: 'TEXT' | 'GK') => ({
  leadershipPreparation: 'none',
  expandedNomination: `nominationBallot; convened ${evidence}; nomination; overHalf ${evidence}, atLeast30 ${evidence}, -; outside no ${evidence}; announce no TEXT`,
  leadershipReview: `nominationBallot; convened ${evidence}; nomination; overHalf ${evidence}, atLeast30 ${evidence}, -; outside eligible ${evidence}; announce yes TEXT`,
  divergenceBallot: `nominationBallot; membersTotal ${evidence}; divergence; atLeastTwoThirds ${evidence}; outside no DEFAULT; announce yes TEXT`,
  keyOfficialsConsultation: `opinionBallot; convened GK; consultation; -; outside no ${evidence}; announce no ${announceKeyOfficials}`,
  leadershipDecision: `decisionBallot; convened ${evidence}; decision; overHalf ${evidence}, headChooses ${evidence}, reported DEFAULT, notSelected DEFAULT; outside no ${evidence}; announce insideThisConference DEFAULT`,
})

const onSite: Readonly<Record<RulebookId, Readonly<Record<string, string>>>> = {
  RB2017: {
    leadershipPreparation: 'none',
    expandedNomination:
      'nominationBallot; convened TEXT; nomination; overHalf TEXT, top2 TEXT, includeAllTied DEFAULT; outside planned DEFAULT; announce no REPORT',
    leadershipReview:
      'nominationBallot; convened GK; nomination; overHalf GK, top2 GK, includeAllTied DEFAULT; outside eligible TEXT; announce yes GK',
    keyOfficialsConsultation: 'opinionBallot; convened GK; consultation; -; outside no GK; announce no GK',
    leadershipDecision:
      'decisionBallot; membersTotal GK; decision; overHalf GK, headIntroduced GK, reported DEFAULT, notSelected DEFAULT; outside no GK; announce insideThisConference DEFAULT',
  },
  RB2022: five('TEXT', 'TEXT'),
  RB2025a: five('GK', 'GK'),
  RB2025b: five('GK', 'GK'),
  RB2026: {
    leadershipOrientation:
      'orientationBallot; convened TEXT; nomination; overHalf TEXT, atLeast30 TEXT, -; outside no TEXT; announce yes TEXT',
    expandedNomination: 'nominationBallot; convened TEXT; nomination; overHalf TEXT, atLeast30 TEXT, -; outside no TEXT; announce yes TEXT',
    keyOfficialsConsultation: 'nominationBallot; present TEXT; nomination; overHalf TEXT, none TEXT, -; outside no TEXT; announce no TEXT',
    leadershipDecision:
      'decisionBallot; convened TEXT; decision; overHalf TEXT, headChooses TEXT, reported TEXT, notSelected DEFAULT; outside no TEXT; announce yes TEXT',
  },
}

const approval = (base: string, thresholds: string, announce: string) =>
  `${base}; approval; ${thresholds}; outside no TEXT; announce ${announce}`
const reappointment: Readonly<Record<RulebookId, readonly [string, string]>> = {
  RB2017: [
    `confidenceBallot; ${approval('convened TEXT', 'overHalf TEXT, reported TEXT, reported DEFAULT, reported TEXT', 'no TEXT')}`,
    `decisionBallot; ${approval('membersTotal TEXT', 'overHalf TEXT, headDecides TEXT, reported DEFAULT, reported TEXT', 'insideThisConference DEFAULT')}`,
  ],
  RB2022: [
    `confidenceBallot; ${approval('convened TEXT', 'overHalf TEXT, reported TEXT, reported DEFAULT, reported TEXT', 'no TEXT')}`,
    `decisionBallot; ${approval('membersTotal TEXT', 'overHalf TEXT, headDecides TEXT, reported DEFAULT, reported TEXT', 'insideThisConference DEFAULT')}`,
  ],
  RB2025a: [
    `confidenceBallot; ${approval('convened GK', 'overHalf GK, reported GK, reported DEFAULT, reported GK', 'no TEXT')}`,
    `decisionBallot; ${approval('membersTotal GK', 'overHalf TEXT, headDecides TEXT, reported DEFAULT, reported TEXT', 'insideThisConference DEFAULT')}`,
  ],
  RB2025b: [
    `confidenceBallot; ${approval('convened GK', 'overHalf GK, reported GK, reported DEFAULT, reported GK', 'no TEXT')}`,
    `decisionBallot; ${approval('membersTotal GK', 'overHalf TEXT, headDecides TEXT, reported DEFAULT, reported TEXT', 'insideThisConference DEFAULT')}`,
  ],
  RB2026: [
    `confidenceBallot; ${approval('present TEXT', 'overHalf TEXT, headDecides TEXT, reported DEFAULT, reported TEXT', 'no TEXT')}`,
    `decisionBallot; ${approval('convened TEXT', 'overHalf TEXT, headDecides TEXT, reported DEFAULT, reported TEXT', 'yes TEXT')}`,
  ],
}

const stagesOf = (id: RulebookId, kind: ProcedureKind): readonly StageRule[] => {
  const { steps, sideStages } = rulebook(id).procedures[kind]
  return [...steps.flatMap((step) => (step.kind === 'conference' ? [step.stage] : [])), ...sideStages]
}

describe.each(rulebookIds)('%s', (id) => {
  test('ballots of the on-site appointment (1.4, 1.5)', () => {
    expect(Object.fromEntries(stagesOf(id, 'appointmentOnSite').map((stage) => [stage.key, ballotOf(stage)]))).toEqual(onSite[id])
  })
  test('ballots of reappointment (1.5, 3.3.2)', () => {
    expect(stagesOf(id, 'reappointment').map(ballotOf)).toEqual(reappointment[id])
  })
  test('every value names an article', () => {
    const articles: unknown[] = []
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      if ('evidence' in value) articles.push('article' in value ? value.article : undefined)
      Object.values(value).forEach(walk)
    }
    walk(rulebook(id))
    expect(articles.length).toBeGreaterThan(90)
    expect(articles.filter((one) => typeof one !== 'string' || one.length < 10 || one !== one.normalize('NFC'))).toEqual([])
  })
})

const middle = {
  RB2017: 'leadershipPreparation expandedNomination leadershipReview keyOfficialsConsultation',
  RB2022: 'leadershipPreparation expandedNomination leadershipReview keyOfficialsConsultation',
  RB2025a: 'leadershipPreparation expandedNomination leadershipReview keyOfficialsConsultation',
  RB2025b: 'leadershipPreparation expandedNomination leadershipReview keyOfficialsConsultation',
  RB2026: 'leadershipOrientation expandedNomination keyOfficialsConsultation',
} as const

test.each(rulebookIds)('%s: the order of steps and of waiting states (9.1)', (id) => {
  const names = (kind: ProcedureKind) =>
    rulebook(id)
      .procedures[kind].steps.map((step) => (step.kind === 'acts' ? step.state : step.stage.key))
      .join(' ')
  expect(names('appointmentOnSite')).toBe(`draft policyRequested policyApproved ${middle[id]} preDecisionChecks leadershipDecision`)
  const head = id === 'RB2017' || id === 'RB2022' ? '' : 'headAssessment '
  expect(names('reappointment')).toBe(`draft noticeSent selfReported keyOfficialsConsultation ${head}preDecisionChecks leadershipDecision`)
  expect(rulebook(id).procedures.appointmentOnSite.sideStages.map((stage) => stage.key)).toEqual(
    id === 'RB2017' || id === 'RB2026' ? [] : ['divergenceBallot'],
  )
  expect(rulebook(id).id).toBe(id)
})

test.each([
  ['RB2017', 'awaitDirection GK'],
  ['RB2022', 'ballot TEXT'],
  ['RB2025a', 'ballot GK'],
  ['RB2025b', 'ballot GK'],
] as const)('%s: a result unlike that of the expanded conference: %s', (id, expected) => {
  const review = stageRule(id, 'appointmentOnSite', 'leadershipReview')
  expect(review?.divergence && show(review.divergence)).toBe(expected)
})

test('the list of eligible people is adopted at the first leadership conference from RB2022 on', () => {
  const adopting = rulebookIds.map((id) =>
    stagesOf(id, 'appointmentOnSite')
      .filter((stage) => stage.adoptsList)
      .map((stage) => stage.key),
  )
  expect(adopting).toEqual([[], ['leadershipPreparation'], ['leadershipPreparation'], ['leadershipPreparation'], ['leadershipOrientation']])
})

test('common rules (1.3)', () => {
  const common = rulebookIds.map((id) => {
    const book = rulebook(id)
    return [
      show({ ...book.quorum, value: `${book.quorum.value.num}/${book.quorum.value.den}` }),
      show(book.forceMajeureReducesBase),
      show(book.ballotsPreparedEqualConvened),
      show(book.ballotMarks),
      show(book.hybridMeeting),
      show(book.convocationListApprovedAbove),
      show(book.policyStatesSource),
      show(book.oneBallotPerPerson),
      show(book.hrHeadVotes),
      book.guardSet,
      show(book.termMonths),
    ].join('; ')
  })
  expect(common).toEqual([
    '2/3 GK; false DEFAULT; false DEFAULT; hangingSeal TEXT; false DEFAULT; false DEFAULT; false DEFAULT; true GK; false DEFAULT; QD105; 60 TEXT',
    '2/3 TEXT; false DEFAULT; false DEFAULT; hangingSeal TEXT; false DEFAULT; false DEFAULT; false DEFAULT; true GK; false TEXT; QD80; 60 TEXT',
    '2/3 TEXT; false DEFAULT; false DEFAULT; hangingSeal GK; false DEFAULT; false DEFAULT; true TEXT; true GK; false REPORT; QD80; 60 TEXT',
    '2/3 TEXT; false DEFAULT; false DEFAULT; hangingSeal GK; false DEFAULT; false DEFAULT; true TEXT; true GK; false REPORT; QD377; 60 TEXT',
    '2/3 DEFAULT; true TEXT; true TEXT; hangingSeal,chairSignature TEXT; true TEXT; true TEXT; true TEXT; true TEXT; false TEXT; RB2026; 60 TEXT',
  ])
  const step2 = stageRule('RB2017', 'appointmentOnSite', 'expandedNomination')?.quorum
  expect(step2).toEqual({ value: { num: 2, den: 3 }, evidence: 'TEXT', article: 'Điểm b khoản 2 Điều 46 NĐ 138/2020/NĐ-CP' })
})

test('deadlines (1.3, 3.3.1, 6)', () => {
  const lengths = (id: RulebookId) =>
    Object.fromEntries(
      Object.entries(rulebook(id).deadlines).map(([key, rules]) => [
        key,
        rules
          .map((rule) => `${rule.value.days} ${rule.value.unit} ${rule.evidence}${rule.tracks ? ` ${rule.tracks.join('+')}` : ''}`)
          .join(' / '),
      ]),
    )
  expect(lengths('RB2017')).toEqual({
    policyAnswer: '10 calendarDays REPORT publicEmployee / 10 workingDays GK civilServant+partyOrMassOrg+electedPost',
    conferencesStart: '15 calendarDays REPORT publicEmployee',
    conferencesFinish: '15 workingDays REPORT',
    reappointmentNotice: '90 calendarDays TEXT',
    decisionBeforeTermEnd: '1 workingDays TEXT',
  })
  expect(lengths('RB2022')).toEqual({
    policyAnswer: '10 workingDays TEXT',
    conferencesFinish: '30 workingDays TEXT',
    reappointmentNotice: '90 calendarDays TEXT',
    decisionBeforeTermEnd: '1 workingDays TEXT',
  })
  expect(lengths('RB2025a')).toEqual({
    policyAnswer: '15 workingDays TEXT',
    conferencesFinish: '30 workingDays TEXT',
    reappointmentNotice: '90 calendarDays TEXT',
    decisionBeforeTermEnd: '1 workingDays GK',
  })
  expect(lengths('RB2025b')).toEqual({
    ...lengths('RB2025a'),
    reappointmentNotice: '90 calendarDays TEXT / 90 workingDays REPORT',
  })
  expect(lengths('RB2026')).toEqual({
    policyAnswer: '15 workingDays TEXT',
    conferencesFinish: '30 workingDays TEXT',
    reappointmentNotice: '90 workingDays TEXT',
    selfReport: '15 calendarDays TEXT',
    keyOfficialsAfterSelfReport: '45 calendarDays TEXT',
    decisionBeforeTermEnd: '1 workingDays TEXT',
  })
  expect(
    rulebookIds
      .map((id) => rulebook(id).extensionUnderMonths)
      .map(({ value, evidence }) => [value.fiveYearTerm, value.threeYearTerm, evidence]),
  ).toEqual([
    [24, 24, 'TEXT'],
    [24, 24, 'TEXT'],
    [24, 24, 'GK'],
    [24, 24, 'GK'],
    [24, 18, 'TEXT'],
  ])
})

test('acts: what must be done outside the conferences, and which act leaves its state', () => {
  const acts = (id: RulebookId, kind: ProcedureKind) =>
    rulebook(id).procedures[kind].steps.flatMap((step) =>
      step.kind === 'acts'
        ? step.acts.map(
            (act) =>
              `${step.state}: ${act.key} ${show(act.required)}${act.leaves ? ' leaves' : ''}${act.sparedWhen ? ' sparedWhen' : ''} [${act.fields.join()}]`,
          )
        : [],
    )
  const request = 'leaves [post,numberToFill,source,plannedAssignment]'
  expect(acts('RB2022', 'appointmentOnSite')).toEqual([
    `draft: policyRequest true TEXT ${request}`,
    'policyRequested: policyApproval true TEXT leaves [post,numberToFill]',
    'preDecisionChecks: partyOpinion true TEXT [opinion]',
    'preDecisionChecks: newIssueConclusion false TEXT [issue,conclusion]',
  ])
  expect(acts('RB2017', 'appointmentOnSite')).toEqual([
    `draft: policyRequest true GK ${request}`,
    'policyRequested: policyApproval true REPORT leaves [post,numberToFill]',
    'preDecisionChecks: partyOpinion true GK [opinion]',
    'preDecisionChecks: newIssueConclusion false GK [issue,conclusion]',
  ])
  expect(acts('RB2026', 'appointmentOnSite')).toEqual([
    `draft: policyRequest true TEXT ${request}`,
    'policyRequested: policyApproval true TEXT leaves [post,numberToFill,source]',
    'preDecisionChecks: partyOpinion true TEXT sparedWhen [opinion]',
    'preDecisionChecks: newIssueConclusion false TEXT [issue,conclusion]',
  ])
  expect(acts('RB2025b', 'reappointment')).toEqual([
    'draft: reappointmentNotice true TEXT leaves []',
    'noticeSent: selfReport true TEXT leaves []',
    'headAssessment: headAssessment true TEXT leaves [assessment,proposal]',
    'preDecisionChecks: partyOpinion true GK [opinion]',
    'preDecisionChecks: newIssueConclusion false GK [issue,conclusion]',
  ])
  expect(acts('RB2026', 'reappointment')).toEqual([
    'draft: reappointmentNotice true TEXT leaves [receivedOn]',
    'noticeSent: selfReport true TEXT leaves [receivedOn]',
    'headAssessment: headAssessment true TEXT leaves [assessment,proposal]',
    'preDecisionChecks: partyOpinion true TEXT sparedWhen [opinion]',
    'preDecisionChecks: newIssueConclusion false TEXT [issue,conclusion]',
  ])
})
