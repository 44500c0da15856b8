// State + command + stamp = facts or a refusal, for the meeting that is being held.
import { refuse, unreachable } from '../core/result.ts'
import { type Deciding, type Decision, outOfOrder, ruleOf } from '../procedure/deciding.ts'
import { currentConference } from '../procedure/state.ts'
import * as ballot from './balloting.ts'
import type { ConferenceCommand } from './commands.ts'
import * as convening from './convening.ts'
import * as bundles from './counting.ts'
import * as room from './proceedings.ts'

const over = new Set(['closed', 'notQuorate', 'adjourned', 'reset'])

/** The meeting being held now, with the rule of its stage. */
export function heldNow(d: Deciding): convening.Held | undefined {
  const conference = currentConference(d.state)
  if (!conference || over.has(conference.phase)) return undefined
  return { d, meeting: { plan: d.plan, state: d.state, stage: ruleOf(d.state, conference.stage), conference } }
}

export function decideConference(d: Deciding, command: ConferenceCommand): Decision {
  if (command.type === 'conveneConference') return convening.convene(d, command)
  if (command.type === 'typeCorrection') return ballot.typeCorrection(d, command)
  if (command.type === 'confirmCorrection') return ballot.confirmCorrection(d, command)
  const held = heldNow(d)
  if (!held) return d.status === 'suspendedNewIssue' ? refuse({ code: 'case-suspended' }) : outOfOrder(d, command.type)
  switch (command.type) {
    case 'correctConvocation':
      return convening.correctConvocation(held, command)
    case 'excuseAbsence':
      return convening.excuseAbsence(held, command)
    case 'checkIn':
      return convening.checkIn(held, command)
    case 'takeBackCheckIn':
      return convening.takeBackCheckIn(held, command)
    case 'leaveEarly':
      return convening.leaveEarly(held, command)
    case 'noteAbsence':
      return convening.noteAbsence(held, command)
    case 'openConference':
      return convening.openConference(held)
    case 'declareNotQuorate':
      return convening.declareNotQuorate(held)
    case 'adjournConference':
      return convening.adjourn(held, command)
    case 'statePurpose':
      return room.statePurpose(held, command)
    case 'adoptList':
      return room.adoptList(held, command)
    case 'introduceName':
      return room.introduceName(held, command)
    case 'setSpeakingOrder':
      return room.setSpeakingOrder(held, command)
    case 'presentActionProgram':
      return room.presentActionProgram(held, command)
    case 'removeFromBallot':
      return room.removeFromBallot(held, command)
    case 'giveNomineeInformation':
      return room.giveNomineeInformation(held, command)
    case 'adoptCountingTeam':
      return room.adoptCountingTeam(held, command)
    case 'noteStatement':
      return room.noteStatement(held, command)
    case 'prepareBallots':
      return ballot.prepareBallots(held, command)
    case 'issueBallots':
      return ballot.issueBallots(held, command)
    case 'collectBallots':
      return ballot.collectBallots(held, command)
    case 'makeCountBundles':
      return bundles.makeCountBundles(held, command)
    case 'closeCountBundle':
      return bundles.closeCountBundle(held, command)
    case 'sumCountBundles':
      return bundles.sumCountBundles(held, command)
    case 'dropCountBundles':
      return bundles.dropCountBundles(held, command)
    case 'typeCount':
      return ballot.typeCount(held, command)
    case 'rejectCount':
      return ballot.rejectCount(held, command)
    case 'confirmCount':
      return ballot.confirmCount(held)
    case 'voidBallot':
      return ballot.voidBallot(held, command)
    case 'announceResult':
      return ballot.announceResult(held)
    case 'closeConference':
      return ballot.closeConference(held, command)
    default:
      return unreachable(command)
  }
}
