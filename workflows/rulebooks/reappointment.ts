// The two conferences of reappointment (procedure.md 1.5, 3.3): one shape for every rulebook, each with its own values and articles.
import { gap, ruled } from './cite.ts'
import type { Stage } from './steps.ts'
import type { BaseName, Evidence, Ruled } from './types.ts'

export type ReappointmentValues = {
  readonly keyOfficials: {
    readonly base: BaseName
    readonly exactlyHalf: 'reported' | 'headDecides'
    /** How far base and thresholds were checked. */
    readonly evidence: Evidence
    /** Holding, ballot and announcement; then the threshold. */
    readonly held: string
    readonly threshold: string
  }
  readonly leadership: {
    readonly base: Ruled<BaseName>
    readonly article: string
    readonly announce: Ruled<'yes' | 'insideThisConference'>
    readonly composition: Ruled<string>
  }
  readonly keyOfficialsComposition: Ruled<string>
  readonly signing: Ruled<'optional' | 'notStated'>
}

export function reappointmentStages(values: ReappointmentValues): { readonly keyOfficials: Stage; readonly decision: Stage } {
  const { keyOfficials, leadership } = values
  const vacant = (cited: string): Ruled<'reported'> => ruled('reported', 'DEFAULT', gap(cited, '1.5'))
  return {
    keyOfficials: {
      key: 'keyOfficialsConsultation',
      stepNo: 3,
      name: 'Hội nghị cán bộ chủ chốt',
      body: 'keyOfficials',
      composition: values.keyOfficialsComposition,
      ballot: {
        kind: ruled('confidenceBallot', 'TEXT', keyOfficials.held),
        paperTitle: ruled('PHIẾU TÍN NHIỆM', 'TEXT', keyOfficials.held),
        signing: values.signing,
        base: ruled(keyOfficials.base, keyOfficials.evidence, keyOfficials.threshold),
        rule: {
          method: 'approval',
          pass: ruled('overHalf', keyOfficials.evidence, keyOfficials.threshold),
          exactlyHalf: ruled(keyOfficials.exactlyHalf, keyOfficials.evidence, keyOfficials.threshold),
          exactlyHalfHeadVacant: vacant(keyOfficials.threshold),
          under: ruled('reported', keyOfficials.evidence, keyOfficials.threshold),
        },
        outsideNames: ruled('no', 'TEXT', keyOfficials.held),
        announce: ruled('no', 'TEXT', keyOfficials.held),
      },
      adoptsList: false,
      nomineeInformation: false,
      clause: ruled(keyOfficials.held, 'TEXT', keyOfficials.held),
    },
    decision: {
      key: 'leadershipDecision',
      stepNo: 4,
      name: 'Hội nghị tập thể lãnh đạo',
      body: 'leadershipCollective',
      composition: leadership.composition,
      ballot: {
        kind: ruled('decisionBallot', 'TEXT', leadership.article),
        paperTitle: ruled('PHIẾU BIỂU QUYẾT NHÂN SỰ', 'TEXT', leadership.article),
        signing: values.signing,
        base: leadership.base,
        rule: {
          method: 'approval',
          pass: ruled('overHalf', 'TEXT', leadership.article),
          exactlyHalf: ruled('headDecides', 'TEXT', leadership.article),
          exactlyHalfHeadVacant: vacant(leadership.article),
          under: ruled('reported', 'TEXT', leadership.article),
        },
        outsideNames: ruled('no', 'TEXT', leadership.article),
        announce: leadership.announce,
      },
      adoptsList: false,
      nomineeInformation: false,
      clause: ruled(leadership.article, 'TEXT', leadership.article),
    },
  }
}
