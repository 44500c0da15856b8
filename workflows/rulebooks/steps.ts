// The order of steps common to all rulebooks (procedure.md 9.1): which state waits for which paper, and where the conferences stand.
import type { ActRule, Procedure, Ruled, StageRule, Step, WaitingState } from './types.ts'

const waits = (state: WaitingState, ...acts: readonly ActRule[]): Step => ({ kind: 'acts', state, acts })

/** A stage as a rulebook writes it: where it leads follows from the order of steps. */
export type Stage = Omit<StageRule, 'next'>
const meets = (stage: Stage, next: StageRule['next']): Step => ({ kind: 'conference', stage: { ...stage, next } })

export type AppointmentActs = {
  readonly policyRequest: Ruled<boolean>
  readonly policyApproval: Ruled<boolean>
  /** From NĐ170 the answer itself names the source (`policyStatesSource` of the rulebook). */
  readonly answerStatesSource: boolean
  readonly partyOpinion: Ruled<boolean>
  readonly partyOpinionSpared?: Ruled<'partyLeadsComprehensively'>
  readonly newIssueConclusion: Ruled<boolean>
}

type DecisionActs = Pick<AppointmentActs, 'partyOpinion' | 'partyOpinionSpared' | 'newIssueConclusion'>

// No act leaves this state: it is left by convening the decision conference. A conclusion is owed only where a new issue arose.
const preDecisionChecks = (acts: DecisionActs): Step =>
  waits(
    'preDecisionChecks',
    {
      key: 'partyOpinion',
      required: acts.partyOpinion,
      ...(acts.partyOpinionSpared && { sparedWhen: acts.partyOpinionSpared }),
      leaves: false,
      fields: ['opinion'],
    },
    { key: 'newIssueConclusion', required: acts.newIssueConclusion, leaves: false, fields: ['issue', 'conclusion'] },
  )

/** `before`: the conferences before the decision conference, in order. `divergence`: its ballot leads where the second leadership conference does. */
export function appointmentSteps(acts: AppointmentActs, before: readonly Stage[], decision: Stage, divergence: Stage | null): Procedure {
  const answer = ['post', 'numberToFill', ...(acts.answerStatesSource ? ['source'] : [])]
  return {
    kind: 'appointmentOnSite',
    steps: [
      waits('draft', {
        key: 'policyRequest',
        required: acts.policyRequest,
        leaves: true,
        fields: ['post', 'numberToFill', 'source', 'plannedAssignment'],
      }),
      waits('policyRequested', { key: 'policyApproval', required: acts.policyApproval, leaves: true, fields: answer }),
      waits('policyApproved'),
      ...before.map((stage, at) => meets(stage, before[at + 1]?.key ?? decision.key)),
      preDecisionChecks(acts),
      meets(decision, 'submitted'),
    ],
    sideStages: divergence ? [{ ...divergence, next: 'keyOfficialsConsultation' }] : [],
  }
}

export type ReappointmentActs = DecisionActs & {
  readonly notice: Ruled<boolean>
  readonly selfReport: Ruled<boolean>
  /** RB2026 counts days from the receiving of both papers. */
  readonly countsFromReceipt: boolean
  /** NĐ170 and later: the head of the using unit assesses and proposes. */
  readonly headAssessment?: Ruled<boolean>
}

export function reappointmentSteps(acts: ReappointmentActs, keyOfficials: Stage, decision: Stage): Procedure {
  const received = acts.countsFromReceipt ? ['receivedOn'] : []
  return {
    kind: 'reappointment',
    steps: [
      waits('draft', { key: 'reappointmentNotice', required: acts.notice, leaves: true, fields: received }),
      waits('noticeSent', { key: 'selfReport', required: acts.selfReport, leaves: true, fields: received }),
      waits('selfReported'),
      meets(keyOfficials, decision.key),
      ...(acts.headAssessment
        ? [
            waits('headAssessment', {
              key: 'headAssessment',
              required: acts.headAssessment,
              leaves: true,
              fields: ['assessment', 'proposal'],
            }),
          ]
        : []),
      preDecisionChecks(acts),
      meets(decision, 'submitted'),
    ],
    sideStages: [],
  }
}
