// RB2022: Quy định 80 with NĐ 115/2020 as amended by NĐ 85/2023 (the text that was read) and NĐ 138 as amended. Procedure.md 1.3-1.5, 3.1.2, 3.3.
import { article, gap, ND115_85, ND138, QD80, ruled, silent } from './cite.ts'
import { fiveSteps } from './five-steps.ts'
import { reappointmentStages } from './reappointment.ts'
import { appointmentSteps, reappointmentSteps } from './steps.ts'
import type { Rulebook } from './types.ts'

const at = (point: string) => article('46', ND115_85, '2', point)
const general = article('46', ND115_85, '2')
const again = (clause: string) => article('51', ND115_85, clause)
const unsigned = ruled('notStated', 'DEFAULT', silent)

const stages = fiveSteps({
  preparation: { article: at('a'), evidence: 'TEXT' },
  nomination: { article: at('b'), evidence: 'TEXT', announceEvidence: 'TEXT' },
  review: { article: at('c'), evidence: 'TEXT', announceEvidence: 'TEXT' },
  keyOfficials: {
    article: at('d'),
    evidence: 'TEXT',
    baseEvidence: 'GK',
    announceEvidence: 'TEXT',
    signingEvidence: 'TEXT',
    // C-27: the decree calls this slip by the name of a nomination, though the step eliminates nobody.
    paperTitle: ruled('PHIẾU GIỚI THIỆU NHÂN SỰ', 'TEXT', gap(at('d'), 'C-27')),
  },
  decision: { article: at('đ'), evidence: 'TEXT' },
})

const reappointment = reappointmentStages({
  keyOfficials: { base: 'convened', exactlyHalf: 'reported', evidence: 'TEXT', held: again('3'), threshold: again('4') },
  leadership: {
    base: ruled('membersTotal', 'TEXT', again('4')),
    article: again('4'),
    announce: ruled('insideThisConference', 'DEFAULT', gap(again('4'), 'C-17')),
    composition: ruled(stages.decision.composition.value, 'TEXT', again('4')),
  },
  keyOfficialsComposition: ruled(stages.keyOfficials.composition.value, 'TEXT', again('3')),
  signing: unsigned,
})

export const rb2022: Rulebook = {
  id: 'RB2022',
  version: 1,
  name: { vi: 'Quy định 80', en: 'Regulation 80' },
  instruments: [QD80, ND138, ND115_85],
  quorum: ruled({ num: 2, den: 3 }, 'TEXT', general),
  forceMajeureReducesBase: ruled(false, 'DEFAULT', silent),
  ballotsPreparedEqualConvened: ruled(false, 'DEFAULT', silent),
  ballotMarks: ruled(['hangingSeal'], 'TEXT', general),
  hybridMeeting: ruled(false, 'DEFAULT', silent),
  convocationListApprovedAbove: ruled(false, 'DEFAULT', silent),
  policyStatesSource: ruled(false, 'DEFAULT', silent),
  oneBallotPerPerson: ruled(true, 'GK', general),
  hrHeadVotes: ruled(false, 'TEXT', at('a')),
  guardSet: 'QD80',
  termMonths: ruled(60, 'TEXT', article('43', ND115_85)),
  extensionUnderMonths: ruled({ fiveYearTerm: 24, threeYearTerm: 24 }, 'TEXT', article('49', ND115_85, '2')),
  deadlines: {
    policyAnswer: [ruled({ days: 10, unit: 'workingDays' }, 'TEXT', article('46', ND115_85, '1', 'b'))],
    conferencesFinish: [ruled({ days: 30, unit: 'workingDays' }, 'TEXT', article('46', ND115_85, '1', 'c'))],
    reappointmentNotice: [ruled({ days: 90, unit: 'calendarDays' }, 'TEXT', again('1'))],
    decisionBeforeTermEnd: [ruled({ days: 1, unit: 'workingDays' }, 'TEXT', article('49', ND115_85, '3'))],
  },
  procedures: {
    appointmentOnSite: appointmentSteps(
      {
        policyRequest: ruled(true, 'TEXT', article('20', QD80)),
        policyApproval: ruled(true, 'TEXT', article('46', ND115_85, '1', 'b')),
        answerStatesSource: false,
        partyOpinion: ruled(true, 'TEXT', at('đ')),
        newIssueConclusion: ruled(false, 'TEXT', at('đ')),
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
        partyOpinion: ruled(true, 'TEXT', again('4')),
        newIssueConclusion: ruled(false, 'TEXT', again('4')),
      },
      reappointment.keyOfficials,
      reappointment.decision,
    ),
  },
}
