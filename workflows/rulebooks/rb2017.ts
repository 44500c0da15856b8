// RB2017: Quy định 105 with NĐ 138/2020 (civil servants) and NĐ 115/2020 (public employees). Tables 1.3-1.5, 3.1.1 and 3.3 of procedure.md.
import { article, gap, ND115, ND138, QD105, ruled, silent } from './cite.ts'
import { reappointmentStages } from './reappointment.ts'
import { appointmentSteps, reappointmentSteps, type Stage } from './steps.ts'
import type { Rulebook } from './types.ts'

const steps = article('46', ND138, '2')
const expanded = article('46', ND138, '2', 'b')
const reappointing = article('52', ND138)
const leadership = 'Người đứng đầu, cấp phó của người đứng đầu, người đứng đầu bộ phận tham mưu về tổ chức cán bộ'
const unsigned = ruled('notStated', 'DEFAULT', silent)

const preparation: Stage = {
  key: 'leadershipPreparation',
  stepNo: 1,
  name: 'Hội nghị tập thể lãnh đạo (lần 1)',
  body: 'leadershipCollective',
  composition: ruled(leadership, 'TEXT', steps),
  ballot: null,
  adoptsList: false,
  nomineeInformation: false,
  clause: ruled(steps, 'TEXT', steps),
}

const nomination: Stage = {
  key: 'expandedNomination',
  stepNo: 2,
  name: 'Hội nghị tập thể lãnh đạo mở rộng',
  body: 'expandedLeadership',
  composition: ruled(
    'Người đứng đầu, cấp phó của người đứng đầu; ban thường vụ cấp ủy cùng cấp; người đứng đầu các cơ quan, đơn vị trực thuộc',
    'TEXT',
    expanded,
  ),
  quorum: ruled({ num: 2, den: 3 }, 'TEXT', expanded),
  ballot: {
    kind: ruled('nominationBallot', 'TEXT', expanded),
    paperTitle: ruled('PHIẾU GIỚI THIỆU NHÂN SỰ', 'TEXT', expanded),
    signing: unsigned,
    base: ruled('convened', 'TEXT', expanded),
    rule: {
      method: 'nomination',
      pass: ruled('overHalf', 'TEXT', expanded),
      carry: ruled('top2', 'TEXT', expanded),
      tieAtCut: ruled('includeAllTied', 'DEFAULT', gap(expanded, '2.5')),
    },
    outsideNames: ruled('planned', 'DEFAULT', gap(expanded, 'C-05')),
    announce: ruled('no', 'REPORT', QD105),
  },
  adoptsList: false,
  nomineeInformation: false,
  clause: ruled(expanded, 'TEXT', expanded),
}

const review: Stage = {
  key: 'leadershipReview',
  stepNo: 3,
  name: 'Hội nghị tập thể lãnh đạo (lần 2)',
  body: 'leadershipCollective',
  composition: ruled(leadership, 'GK', steps),
  ballot: {
    kind: ruled('nominationBallot', 'GK', steps),
    paperTitle: ruled('PHIẾU GIỚI THIỆU NHÂN SỰ', 'GK', steps),
    signing: unsigned,
    base: ruled('convened', 'GK', steps),
    rule: {
      method: 'nomination',
      pass: ruled('overHalf', 'GK', steps),
      carry: ruled('top2', 'GK', steps),
      tieAtCut: ruled('includeAllTied', 'DEFAULT', gap(steps, '2.5')),
    },
    outsideNames: ruled('eligible', 'TEXT', article('46', ND115, '2')),
    announce: ruled('yes', 'GK', steps),
  },
  adoptsList: false,
  nomineeInformation: false,
  divergence: ruled('awaitDirection', 'GK', steps),
  clause: ruled(steps, 'GK', steps),
}

const keyOfficials: Stage = {
  key: 'keyOfficialsConsultation',
  stepNo: 4,
  name: 'Hội nghị cán bộ chủ chốt',
  body: 'keyOfficials',
  composition: ruled(
    'Người đứng đầu, cấp phó của người đứng đầu; cấp ủy; người đứng đầu và cấp phó các đơn vị trực thuộc; người đứng đầu các tổ chức chính trị - xã hội; toàn thể nếu dưới khoảng 30 người hoặc không có đơn vị trực thuộc',
    'GK',
    steps,
  ),
  ballot: {
    kind: ruled('opinionBallot', 'GK', steps),
    paperTitle: ruled('PHIẾU LẤY Ý KIẾN', 'GK', steps),
    signing: ruled('optional', 'GK', steps),
    base: ruled('convened', 'GK', steps),
    rule: { method: 'consultation' },
    outsideNames: ruled('no', 'GK', steps),
    announce: ruled('no', 'GK', steps),
  },
  adoptsList: false,
  nomineeInformation: true,
  clause: ruled(steps, 'GK', steps),
}

const decision: Stage = {
  key: 'leadershipDecision',
  stepNo: 5,
  name: 'Hội nghị tập thể lãnh đạo (lần 3)',
  body: 'leadershipCollective',
  composition: ruled(leadership, 'GK', steps),
  ballot: {
    kind: ruled('decisionBallot', 'GK', steps),
    paperTitle: ruled('PHIẾU BIỂU QUYẾT NHÂN SỰ', 'GK', steps),
    signing: unsigned,
    base: ruled('membersTotal', 'GK', steps),
    rule: {
      method: 'decision',
      pass: ruled('overHalf', 'GK', steps),
      tieOfTwoAtHalf: ruled('headIntroduced', 'GK', steps),
      tieHeadVacant: ruled('reported', 'DEFAULT', gap(steps, '1.5')),
      singleExactlyHalf: ruled('notSelected', 'DEFAULT', gap(steps, 'C-08')),
    },
    outsideNames: ruled('no', 'GK', steps),
    announce: ruled('insideThisConference', 'DEFAULT', gap(steps, 'C-17')),
  },
  adoptsList: false,
  nomineeInformation: false,
  clause: ruled(steps, 'GK', steps),
}

const again = reappointmentStages({
  keyOfficials: { base: 'convened', exactlyHalf: 'reported', evidence: 'TEXT', held: reappointing, threshold: reappointing },
  leadership: {
    base: ruled('membersTotal', 'TEXT', reappointing),
    article: reappointing,
    announce: ruled('insideThisConference', 'DEFAULT', gap(reappointing, 'C-17')),
    composition: ruled(leadership, 'TEXT', reappointing),
  },
  keyOfficialsComposition: ruled(keyOfficials.composition.value, 'TEXT', reappointing),
  signing: unsigned,
})

export const rb2017: Rulebook = {
  id: 'RB2017',
  version: 1,
  name: { vi: 'Quy định 105 + NĐ 138/2020 (NĐ 115/2020)', en: 'Regulation 105 + Decree 138/2020 (Decree 115/2020)' },
  instruments: [QD105, ND138, ND115],
  quorum: ruled({ num: 2, den: 3 }, 'GK', steps),
  forceMajeureReducesBase: ruled(false, 'DEFAULT', silent),
  ballotsPreparedEqualConvened: ruled(false, 'DEFAULT', silent),
  ballotMarks: ruled(['hangingSeal'], 'TEXT', expanded),
  hybridMeeting: ruled(false, 'DEFAULT', silent),
  convocationListApprovedAbove: ruled(false, 'DEFAULT', silent),
  policyStatesSource: ruled(false, 'DEFAULT', silent),
  oneBallotPerPerson: ruled(true, 'GK', steps),
  hrHeadVotes: ruled(false, 'DEFAULT', gap(steps, 'C-07')),
  guardSet: 'QD105',
  termMonths: ruled(60, 'TEXT', article('41', ND138)),
  extensionUnderMonths: ruled({ fiveYearTerm: 24, threeYearTerm: 24 }, 'TEXT', article('49', ND138)),
  deadlines: {
    policyAnswer: [
      { ...ruled({ days: 10, unit: 'calendarDays' }, 'REPORT', article('46', ND115, '1')), tracks: ['publicEmployee'] },
      {
        ...ruled({ days: 10, unit: 'workingDays' }, 'GK', gap(article('46', ND138, '1'), 'C-13')),
        tracks: ['civilServant', 'partyOrMassOrg', 'electedPost'],
      },
    ],
    conferencesStart: [{ ...ruled({ days: 15, unit: 'calendarDays' }, 'REPORT', article('46', ND115, '1')), tracks: ['publicEmployee'] }],
    // C-12: the press account speaks of carrying out the steps within 15 working days. A warning, never a bar.
    conferencesFinish: [ruled({ days: 15, unit: 'workingDays' }, 'REPORT', QD105)],
    reappointmentNotice: [ruled({ days: 90, unit: 'calendarDays' }, 'TEXT', reappointing)],
    decisionBeforeTermEnd: [ruled({ days: 1, unit: 'workingDays' }, 'TEXT', article('49', ND138))],
  },
  procedures: {
    appointmentOnSite: appointmentSteps(
      {
        policyRequest: ruled(true, 'GK', article('46', ND138, '1')),
        policyApproval: ruled(true, 'REPORT', article('46', ND115, '1')),
        answerStatesSource: false,
        partyOpinion: ruled(true, 'GK', steps),
        newIssueConclusion: ruled(false, 'GK', steps),
      },
      [preparation, nomination, review, keyOfficials],
      decision,
      null,
    ),
    reappointment: reappointmentSteps(
      {
        notice: ruled(true, 'TEXT', reappointing),
        selfReport: ruled(true, 'TEXT', reappointing),
        countsFromReceipt: false,
        partyOpinion: ruled(true, 'TEXT', reappointing),
        newIssueConclusion: ruled(false, 'TEXT', reappointing),
      },
      again.keyOfficials,
      again.decision,
    ),
  },
}
