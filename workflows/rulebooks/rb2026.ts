// RB2026: NĐ 170/2025 as amended by NĐ 300/2026, four steps (procedure.md 1.3-1.5, 3.1.4, 3.3). Read throughout in the decree.
import { article, gap, ND170_300, QD377, ruled } from './cite.ts'
import { reappointmentStages } from './reappointment.ts'
import { appointmentSteps, reappointmentSteps, type Stage } from './steps.ts'
import type { Ballot, Rulebook } from './types.ts'

const at = (point: string) => article('33', ND170_300, '2', point)
const again = (clause: string) => article('39', ND170_300, clause)
const text = <const T>(value: T, point: string) => ruled(value, 'TEXT', at(point))
const signing = ruled('optional', 'TEXT', at('a'))
const leadership = 'Người đứng đầu, cấp phó của người đứng đầu'

const nomination = (point: string, carry: 'atLeast30' | 'none'): Ballot['rule'] => ({
  method: 'nomination',
  pass: text('overHalf', point),
  carry: text(carry, point),
})

const orientation: Stage = {
  key: 'leadershipOrientation',
  stepNo: 1,
  name: 'Hội nghị tập thể lãnh đạo',
  body: 'leadershipCollective',
  composition: text(leadership, 'b'),
  ballot: {
    kind: text('orientationBallot', 'b'),
    paperTitle: text('PHIẾU ĐỊNH HƯỚNG GIỚI THIỆU NHÂN SỰ', 'b'),
    signing,
    base: text('convened', 'b'),
    rule: nomination('b', 'atLeast30'),
    outsideNames: text('no', 'b'),
    announce: text('yes', 'b'),
  },
  adoptsList: true,
  nomineeInformation: false,
  clause: text(at('b'), 'b'),
}

const expanded: Stage = {
  key: 'expandedNomination',
  stepNo: 2,
  name: 'Hội nghị tập thể lãnh đạo mở rộng',
  body: 'expandedLeadership',
  composition: text(
    'Thành phần hội nghị tập thể lãnh đạo; ủy viên ban thường vụ đảng ủy (cấp trên cơ sở) hoặc cấp ủy viên (cấp cơ sở); người đứng đầu các đơn vị trực thuộc',
    'c',
  ),
  ballot: {
    kind: text('nominationBallot', 'c'),
    paperTitle: text('PHIẾU GIỚI THIỆU NHÂN SỰ', 'c'),
    signing,
    base: text('convened', 'c'),
    rule: nomination('c', 'atLeast30'),
    outsideNames: text('no', 'c'),
    announce: text('yes', 'c'),
  },
  adoptsList: false,
  nomineeInformation: false,
  clause: text(at('c'), 'c'),
}

const keyOfficials: Stage = {
  key: 'keyOfficialsConsultation',
  stepNo: 3,
  name: 'Hội nghị cán bộ chủ chốt',
  body: 'keyOfficials',
  composition: text(
    'Thành phần hội nghị mở rộng; người đứng đầu các tổ chức chính trị - xã hội; cấp phó các đơn vị trực thuộc; toàn thể công chức nếu là đơn vị cấu thành, hoặc có đơn vị nhưng dưới 30 người, hoặc không có đơn vị cấu thành',
    'd',
  ),
  ballot: {
    kind: text('nominationBallot', 'd'),
    paperTitle: text('PHIẾU GIỚI THIỆU NHÂN SỰ', 'd'),
    signing,
    base: text('present', 'd'),
    rule: nomination('d', 'none'),
    outsideNames: text('no', 'd'),
    announce: text('no', 'd'),
  },
  adoptsList: false,
  nomineeInformation: true,
  clause: text(at('d'), 'd'),
}

const decision: Stage = {
  key: 'leadershipDecision',
  stepNo: 4,
  name: 'Hội nghị tập thể lãnh đạo',
  body: 'leadershipCollective',
  composition: text(leadership, 'đ'),
  ballot: {
    kind: text('decisionBallot', 'đ'),
    paperTitle: text('PHIẾU BIỂU QUYẾT NHÂN SỰ', 'đ'),
    signing,
    base: text('convened', 'đ'),
    rule: {
      method: 'decision',
      pass: text('overHalf', 'đ'),
      tieOfTwoAtHalf: text('headChooses', 'đ'),
      tieHeadVacant: text('reported', 'đ'),
      singleExactlyHalf: ruled('notSelected', 'DEFAULT', gap(at('đ'), 'C-08')),
    },
    outsideNames: text('no', 'đ'),
    announce: text('yes', 'đ'),
  },
  adoptsList: false,
  nomineeInformation: false,
  clause: text(at('đ'), 'đ'),
}

const reappointment = reappointmentStages({
  keyOfficials: { base: 'present', exactlyHalf: 'headDecides', evidence: 'TEXT', held: again('2'), threshold: again('4') },
  leadership: {
    base: ruled('convened', 'TEXT', again('4')),
    article: again('4'),
    announce: ruled('yes', 'TEXT', again('4')),
    composition: ruled(leadership, 'TEXT', again('4')),
  },
  keyOfficialsComposition: ruled(keyOfficials.composition.value, 'TEXT', again('2')),
  signing,
})

export const rb2026: Rulebook = {
  id: 'RB2026',
  version: 1,
  name: {
    vi: 'NĐ 170/2025 sửa đổi bởi NĐ 300/2026 + Quy định 377',
    en: 'Decree 170/2025 as amended by Decree 300/2026 + Regulation 377',
  },
  instruments: [ND170_300, QD377],
  // The amended article gives bases but no two thirds: kept, as a setting (C-06).
  quorum: ruled({ num: 2, den: 3 }, 'DEFAULT', gap(article('33', ND170_300, '2'), 'C-06')),
  forceMajeureReducesBase: text(true, 'a'),
  ballotsPreparedEqualConvened: text(true, 'a'),
  ballotMarks: text(['hangingSeal', 'chairSignature'], 'a'),
  hybridMeeting: text(true, 'a'),
  convocationListApprovedAbove: text(true, 'a'),
  policyStatesSource: ruled(true, 'TEXT', article('33', ND170_300, '1', 'b')),
  oneBallotPerPerson: text(true, 'a'),
  hrHeadVotes: text(false, 'a'),
  guardSet: 'RB2026',
  termMonths: ruled(60, 'TEXT', article('28', ND170_300)),
  extensionUnderMonths: ruled({ fiveYearTerm: 24, threeYearTerm: 18 }, 'TEXT', article('36', ND170_300, '1')),
  deadlines: {
    policyAnswer: [ruled({ days: 15, unit: 'workingDays' }, 'TEXT', article('33', ND170_300, '1', 'b'))],
    conferencesFinish: [ruled({ days: 30, unit: 'workingDays' }, 'TEXT', article('33', ND170_300, '1', 'c'))],
    reappointmentNotice: [ruled({ days: 90, unit: 'workingDays' }, 'TEXT', article('36', ND170_300, '2'))],
    selfReport: [ruled({ days: 15, unit: 'calendarDays' }, 'TEXT', again('1'))],
    keyOfficialsAfterSelfReport: [ruled({ days: 45, unit: 'calendarDays' }, 'TEXT', again('2'))],
    decisionBeforeTermEnd: [ruled({ days: 1, unit: 'workingDays' }, 'TEXT', article('36', ND170_300, '4'))],
  },
  procedures: {
    appointmentOnSite: appointmentSteps(
      {
        policyRequest: ruled(true, 'TEXT', article('33', ND170_300, '1', 'a')),
        policyApproval: ruled(true, 'TEXT', article('33', ND170_300, '1', 'b')),
        answerStatesSource: true,
        partyOpinion: text(true, 'đ'),
        partyOpinionSpared: text('partyLeadsComprehensively', 'đ'),
        newIssueConclusion: text(false, 'đ'),
      },
      [orientation, expanded, keyOfficials],
      decision,
      null,
    ),
    reappointment: reappointmentSteps(
      {
        notice: ruled(true, 'TEXT', article('36', ND170_300, '2')),
        selfReport: ruled(true, 'TEXT', again('1')),
        countsFromReceipt: true,
        headAssessment: ruled(true, 'TEXT', again('3')),
        partyOpinion: ruled(true, 'TEXT', again('4')),
        partyOpinionSpared: ruled('partyLeadsComprehensively', 'DEFAULT', gap(again('4'), '3.1.4')),
        newIssueConclusion: ruled(false, 'TEXT', again('4')),
      },
      reappointment.keyOfficials,
      reappointment.decision,
    ),
  },
}
