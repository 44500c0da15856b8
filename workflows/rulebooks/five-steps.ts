// The on-site conferences of the 2022 pattern (procedure.md 1.5, 3.1.2), used by RB2022 and RB2025: same values, other articles and evidence.
import { gap, ruled } from './cite.ts'
import type { Stage } from './steps.ts'
import type { Ballot, Evidence, Ruled } from './types.ts'

type Checked = { readonly article: string; readonly evidence: Evidence }
export type FiveStepsSources = {
  readonly preparation: Checked
  readonly nomination: Checked & { readonly announceEvidence: Evidence }
  readonly review: Checked & { readonly announceEvidence: Evidence }
  readonly keyOfficials: Checked & {
    readonly baseEvidence: Evidence
    readonly announceEvidence: Evidence
    readonly signingEvidence: Evidence
    readonly paperTitle: Ruled<string>
  }
  readonly decision: Checked
}
export type FiveSteps = {
  readonly preparation: Stage
  readonly nomination: Stage
  readonly review: Stage
  readonly divergence: Stage
  readonly keyOfficials: Stage
  readonly decision: Stage
}

const leadership =
  'Người đứng đầu, cấp phó của người đứng đầu; người đứng đầu cấp ủy cùng cấp nếu người đứng đầu và cấp phó không tham gia cấp ủy; đại diện cơ quan tổ chức cán bộ dự, không bỏ phiếu'
const expanded =
  'Thành phần hội nghị tập thể lãnh đạo; ban thường vụ cấp ủy (hoặc cấp ủy nơi không có ban thường vụ); người đứng đầu các đơn vị trực thuộc'
const keyOfficials =
  'Thành phần hội nghị mở rộng; người đứng đầu các tổ chức chính trị - xã hội; cấp phó các đơn vị trực thuộc; toàn thể nếu là đơn vị cấu thành, hoặc có đơn vị nhưng dưới 30 người, hoặc không có đơn vị cấu thành'

type Common = Pick<Ballot, 'signing' | 'base' | 'announce' | 'outsideNames' | 'rule'>
const ballot = (kind: Ballot['kind']['value'], title: Ruled<string>, source: Checked, rest: Common): Ballot => ({
  kind: ruled(kind, source.evidence, source.article),
  paperTitle: title,
  ...rest,
})

type Head = Pick<Stage, 'key' | 'stepNo' | 'name' | 'body' | 'ballot' | 'adoptsList' | 'nomineeInformation' | 'divergence'>
const stage = (source: Checked, composition: string, head: Head): Stage => ({
  ...head,
  composition: ruled(composition, source.evidence, source.article),
  clause: ruled(source.article, source.evidence, source.article),
})

export function fiveSteps(sources: FiveStepsSources): FiveSteps {
  const { preparation, nomination, review, decision } = sources
  const officials = sources.keyOfficials
  const notSigned = (source: Checked) => ruled('notStated', 'DEFAULT', source.article)
  const slip = (source: Checked) => ruled('PHIẾU GIỚI THIỆU NHÂN SỰ', source.evidence, source.article)
  const nominate = (source: Checked): Ballot['rule'] => ({
    method: 'nomination',
    pass: ruled('overHalf', source.evidence, source.article),
    carry: ruled('atLeast30', source.evidence, source.article),
  })
  return {
    preparation: stage(preparation, leadership, {
      key: 'leadershipPreparation',
      stepNo: 1,
      name: 'Hội nghị tập thể lãnh đạo (lần 1)',
      body: 'leadershipCollective',
      ballot: null,
      adoptsList: true,
      nomineeInformation: false,
    }),
    nomination: stage(nomination, expanded, {
      key: 'expandedNomination',
      stepNo: 2,
      name: 'Hội nghị tập thể lãnh đạo mở rộng',
      body: 'expandedLeadership',
      ballot: ballot('nominationBallot', slip(nomination), nomination, {
        signing: notSigned(nomination),
        base: ruled('convened', nomination.evidence, nomination.article),
        rule: nominate(nomination),
        outsideNames: ruled('no', nomination.evidence, nomination.article),
        announce: ruled('no', nomination.announceEvidence, nomination.article),
      }),
      adoptsList: false,
      nomineeInformation: false,
    }),
    review: stage(review, leadership, {
      key: 'leadershipReview',
      stepNo: 3,
      name: 'Hội nghị tập thể lãnh đạo (lần 2)',
      body: 'leadershipCollective',
      ballot: ballot('nominationBallot', slip(review), review, {
        signing: notSigned(review),
        base: ruled('convened', review.evidence, review.article),
        rule: nominate(review),
        outsideNames: ruled('eligible', review.evidence, review.article),
        announce: ruled('yes', review.announceEvidence, review.article),
      }),
      adoptsList: false,
      nomineeInformation: false,
      divergence: ruled('ballot', review.evidence, review.article),
    }),
    divergence: stage(review, leadership, {
      key: 'divergenceBallot',
      stepNo: 3,
      name: 'Hội nghị tập thể lãnh đạo (lần 2), bỏ phiếu thêm',
      body: 'leadershipCollective',
      ballot: ballot('nominationBallot', slip(review), review, {
        signing: notSigned(review),
        base: ruled('membersTotal', review.evidence, review.article),
        rule: { method: 'divergence', pass: ruled('atLeastTwoThirds', review.evidence, review.article) },
        // C-21: the slip lists everyone of step 3 and everyone of step 2.
        outsideNames: ruled('no', 'DEFAULT', gap(review.article, 'C-21')),
        announce: ruled('yes', review.announceEvidence, review.article),
      }),
      adoptsList: false,
      nomineeInformation: false,
    }),
    keyOfficials: stage(officials, keyOfficials, {
      key: 'keyOfficialsConsultation',
      stepNo: 4,
      name: 'Hội nghị cán bộ chủ chốt',
      body: 'keyOfficials',
      ballot: ballot('opinionBallot', officials.paperTitle, officials, {
        signing: ruled('optional', officials.signingEvidence, officials.article),
        base: ruled('convened', officials.baseEvidence, officials.article),
        rule: { method: 'consultation' },
        outsideNames: ruled('no', officials.evidence, officials.article),
        announce: ruled('no', officials.announceEvidence, officials.article),
      }),
      adoptsList: false,
      nomineeInformation: true,
    }),
    decision: stage(decision, leadership, {
      key: 'leadershipDecision',
      stepNo: 5,
      name: 'Hội nghị tập thể lãnh đạo (lần 3)',
      body: 'leadershipCollective',
      ballot: ballot('decisionBallot', ruled('PHIẾU BIỂU QUYẾT NHÂN SỰ', decision.evidence, decision.article), decision, {
        signing: notSigned(decision),
        base: ruled('convened', decision.evidence, decision.article),
        rule: {
          method: 'decision',
          pass: ruled('overHalf', decision.evidence, decision.article),
          tieOfTwoAtHalf: ruled('headChooses', decision.evidence, decision.article),
          tieHeadVacant: ruled('reported', 'DEFAULT', gap(decision.article, '1.5')),
          singleExactlyHalf: ruled('notSelected', 'DEFAULT', gap(decision.article, 'C-08')),
        },
        outsideNames: ruled('no', decision.evidence, decision.article),
        announce: ruled('insideThisConference', 'DEFAULT', gap(decision.article, 'C-17')),
      }),
      adoptsList: false,
      nomineeInformation: false,
    }),
  }
}
