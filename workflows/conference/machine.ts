// Which fact may follow which inside one meeting: a node of the machine of its case.

import { leadsTo, type Node, noted, ofStage } from '../core/arrows.ts'
import type { StageRule } from '../rulebooks/types.ts'

const attendance = { attendeeArrived: noted, arrivalTakenBack: noted, attendeeLeft: noted, absenceNoted: noted, absenceExcused: noted }

/** The life of a conference, from convening to its closing, which sends the case to one of `exits`. */
export function conferenceNode(stage: StageRule, exits: readonly string[]): Node {
  const convene = { conferenceConvened: [ofStage(stage.key, `#${stage.key}.convened`)] }
  const close = { conferenceClosed: exits.map((next) => leadsTo(next)) }
  const agenda = {
    purposeStated: noted,
    listAdopted: noted,
    nameIntroduced: noted,
    speakingOrderSet: noted,
    actionProgramPresented: noted,
    nomineeRemovedFromBallot: noted,
    nomineeInformationGiven: noted,
    countingTeamAdopted: noted,
    ballotsPrepared: noted,
    statementNoted: noted,
  }
  const failing = {
    conferenceNotQuorate: { target: `#${stage.key}.notQuorate` },
    conferenceAdjourned: { target: `#${stage.key}.adjourned` },
  }
  const voided = { ballotVoided: { target: `#${stage.key}.opened` } }
  const ballot = {
    ballotOpen: { on: { ballotsCollected: { target: `#${stage.key}.collected` }, statementNoted: noted, ...voided } },
    collected: {
      on: {
        countBundlesMade: noted,
        countBundleClosed: noted,
        countBundlesDropped: noted,
        countTyped: { target: `#${stage.key}.typed` },
        nameIntroduced: noted,
        statementNoted: noted,
        ...voided,
      },
    },
    typed: {
      on: {
        countRejected: { target: `#${stage.key}.collected` },
        countConfirmed: { target: `#${stage.key}.counted` },
        statementNoted: noted,
        ...voided,
      },
    },
    counted: { on: { resultAnnounced: noted, statementNoted: noted, ...close } },
  }
  return {
    id: stage.key,
    initial: 'awaited',
    states: {
      awaited: { on: convene },
      convened: { on: { ...attendance, convocationCorrected: noted, conferenceOpened: { target: `#${stage.key}.opened` }, ...failing } },
      opened: {
        on: {
          ...attendance,
          ...agenda,
          ...failing,
          ...(stage.ballot ? { ballotsIssued: { target: `#${stage.key}.ballotOpen` } } : close),
        },
      },
      ...(stage.ballot ? ballot : {}),
      notQuorate: { on: convene },
      adjourned: { on: convene },
    },
  } as Node
}
