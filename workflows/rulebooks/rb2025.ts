// RB2025a, RB2025b: NĐ 170/2025 with Quy định 80, from 2025-10-08 Quy định 377 (procedure.md 1.3, 3.1.3, 3.3; C-15).
// The decree was announced as carrying over the 2024 wording: what was not read in it is the RB2022 value, tagged GK.
import { article, gap, ND170, QD80, QD377, ruled, silent } from './cite.ts'
import { fiveSteps } from './five-steps.ts'
import { reappointmentStages } from './reappointment.ts'
import { appointmentSteps, reappointmentSteps } from './steps.ts'
import type { DeadlineRule, Rulebook } from './types.ts'

const steps = article('33', ND170, '2')
const again = (clause: string) => article('39', ND170, clause)
const unsigned = ruled('notStated', 'DEFAULT', silent)
const carriedOver = { article: steps, evidence: 'GK' } as const

const stages = fiveSteps({
  preparation: carriedOver,
  nomination: { ...carriedOver, announceEvidence: 'TEXT' },
  review: { ...carriedOver, announceEvidence: 'TEXT' },
  keyOfficials: {
    ...carriedOver,
    baseEvidence: 'GK',
    announceEvidence: 'GK',
    signingEvidence: 'TEXT',
    paperTitle: ruled('PHIẾU GIỚI THIỆU NHÂN SỰ', 'GK', gap(steps, 'C-27')),
  },
  decision: carriedOver,
})

const reappointment = reappointmentStages({
  keyOfficials: { base: 'convened', exactlyHalf: 'reported', evidence: 'GK', held: again('3'), threshold: again('4') },
  leadership: {
    base: ruled('membersTotal', 'GK', again('4')),
    article: again('4'),
    announce: ruled('insideThisConference', 'DEFAULT', gap(again('4'), 'C-17')),
    composition: ruled(stages.decision.composition.value, 'GK', again('4')),
  },
  keyOfficialsComposition: ruled(stages.keyOfficials.composition.value, 'GK', again('3')),
  signing: unsigned,
})

const calendarNotice: DeadlineRule = ruled({ days: 90, unit: 'calendarDays' }, 'TEXT', again('1'))

const rb2025a: Rulebook = {
  id: 'RB2025a',
  version: 1,
  name: { vi: 'NĐ 170/2025 + Quy định 80', en: 'Decree 170/2025 + Regulation 80' },
  instruments: [ND170, QD80],
  quorum: ruled({ num: 2, den: 3 }, 'TEXT', steps),
  forceMajeureReducesBase: ruled(false, 'DEFAULT', silent),
  ballotsPreparedEqualConvened: ruled(false, 'DEFAULT', silent),
  ballotMarks: ruled(['hangingSeal'], 'GK', steps),
  hybridMeeting: ruled(false, 'DEFAULT', silent),
  convocationListApprovedAbove: ruled(false, 'DEFAULT', silent),
  policyStatesSource: ruled(true, 'TEXT', article('33', ND170, '1', 'b')),
  oneBallotPerPerson: ruled(true, 'GK', steps),
  hrHeadVotes: ruled(false, 'REPORT', 'Quyết định 727/QĐ-BNV năm 2025'),
  guardSet: 'QD80',
  termMonths: ruled(60, 'TEXT', article('28', ND170)),
  extensionUnderMonths: ruled({ fiveYearTerm: 24, threeYearTerm: 24 }, 'GK', silent),
  deadlines: {
    policyAnswer: [ruled({ days: 15, unit: 'workingDays' }, 'TEXT', article('33', ND170, '1', 'b'))],
    conferencesFinish: [ruled({ days: 30, unit: 'workingDays' }, 'TEXT', article('33', ND170, '1', 'c'))],
    reappointmentNotice: [calendarNotice],
    decisionBeforeTermEnd: [ruled({ days: 1, unit: 'workingDays' }, 'GK', silent)],
  },
  procedures: {
    appointmentOnSite: appointmentSteps(
      {
        policyRequest: ruled(true, 'TEXT', article('33', ND170, '1', 'a')),
        policyApproval: ruled(true, 'TEXT', article('33', ND170, '1', 'b')),
        answerStatesSource: true,
        partyOpinion: ruled(true, 'GK', steps),
        newIssueConclusion: ruled(false, 'GK', steps),
      },
      [stages.preparation, stages.nomination, stages.review, stages.keyOfficials],
      stages.decision,
      stages.divergence,
    ),
    reappointment: reappointmentSteps(
      {
        notice: ruled(true, 'TEXT', again('1')),
        selfReport: ruled(true, 'TEXT', again('2')),
        countsFromReceipt: false,
        headAssessment: ruled(true, 'TEXT', again('4')),
        partyOpinion: ruled(true, 'GK', again('4')),
        newIssueConclusion: ruled(false, 'GK', again('4')),
      },
      reappointment.keyOfficials,
      reappointment.decision,
    ),
  },
}

/** Same stages; the guards of QĐ377, and its notice of 90 working days beside the 90 days of the decree: the earlier day counts. */
const rb2025b: Rulebook = {
  ...rb2025a,
  id: 'RB2025b',
  name: { vi: 'NĐ 170/2025 + Quy định 377', en: 'Decree 170/2025 + Regulation 377' },
  instruments: [ND170, QD377],
  guardSet: 'QD377',
  deadlines: {
    ...rb2025a.deadlines,
    reappointmentNotice: [calendarNotice, ruled({ days: 90, unit: 'workingDays' }, 'REPORT', QD377)],
  },
}

export { rb2025a, rb2025b }
