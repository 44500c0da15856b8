// State + command + stamp = facts or a refusal. The law is applied here, once; what comes out is recorded and never judged again.

import { type BundleCommand, decideBundle, isForBundle } from '../bundles/decide.ts'
import { ConferenceCommand } from '../conference/commands.ts'
import { decideConference } from '../conference/decide.ts'
import { termEnd, within } from '../core/calendar.ts'
import { canonical } from '../core/canonical.ts'
import type { LiveCase } from '../core/replay.ts'
import { refuse, unreachable } from '../core/result.ts'
import { Day, dayOf, type Stamp } from '../core/stamp.ts'
import { decideEligibility, type EligibilityCommand, isForEligibility, judgedToday, stoppedToday } from '../eligibility/decide.ts'
import { acceptDifferences } from '../papers/accept-differences.ts'
import { changeClassification } from '../papers/classification.ts'
import { requestPaper } from '../papers/request.ts'
import { allowSigner } from '../papers/signer-exception.ts'
import { voidNumber } from '../papers/void-number.ts'
import { planningRules } from '../planning/rules.ts'
import type { ActKey } from '../rulebooks/types.ts'
import type { CaseCommand, CommandOf } from './commands.ts'
import { type Deciding, type Decision, deciding, inOrder, outOfOrder, type Tools } from './deciding.ts'
import { boundOtherwise, openCase } from './opening.ts'
import { actsOf } from './plan.ts'
import { askSealOpening, openSeal } from './seal-opening.ts'
import { currentConference, findNominee } from './state.ts'
import * as stopping from './stopping.ts'

const isForMeeting = (command: CaseCommand): command is ConferenceCommand => conferenceTypes.has(command.type)
const conferenceTypes: ReadonlySet<string> = new Set(ConferenceCommand.options.map((option) => option.shape.type.value))

/**
 * Decides one command. `live` is null before the case is opened.
 * Refusals are values with their numbers; a refused command changes nothing.
 */
export function decide(live: LiveCase | null, command: CaseCommand, stamp: Stamp, tools: Tools): Decision {
  if (command.type === 'openCase')
    return live ? refuse({ code: 'case-already-open', caseId: live.state.caseId }) : openCase(command, dayOf(stamp.at))
  if (!live) return refuse({ code: 'case-not-found' })
  const d = deciding(live, stamp, tools)
  if (isForMeeting(command)) return decideConference(d, command)
  if (isForBundle(command)) return decideBundle(d, command)
  if (isForEligibility(command)) return decideEligibility(d, command)
  return decideStep(d, command)
}

function decideStep(
  d: Deciding,
  command: Exclude<CaseCommand, ConferenceCommand | BundleCommand | EligibilityCommand | { type: 'openCase' }>,
): Decision {
  switch (command.type) {
    case 'recordAct':
      return recordAct(d, command)
    case 'proposeNominee':
      return proposeNominee(d, command)
    case 'withdrawNominee':
      return withdrawNominee(d, command)
    case 'introduceByHead':
      return introduceByHead(d, command)
    case 'submitActionProgram':
      return submitActionProgram(d, command)
    case 'headChoose':
      return stopping.headChoose(d, command)
    case 'sendReport':
      return stopping.sendReport(d, command)
    case 'receiveDirection':
      return stopping.receiveDirection(d, command)
    case 'raiseNewIssue':
      return stopping.raiseNewIssue(d, command)
    case 'resolveNewIssue':
      return stopping.resolveNewIssue(d, command)
    case 'resetStage':
      return stopping.resetStage(d, command)
    case 'migrateRulebook':
      return stopping.migrateRulebook(d, command)
    case 'submitCase':
      if (d.state.opened.decidesHere) return refuse({ code: 'decided-here' })
      return inOrder(d, command.type, [{ ...command, type: 'caseSubmitted' }])
    case 'decideCase':
      return decideCase(d, command)
    case 'makeEffective':
      if (command.on > dayOf(d.stamp.at)) return refuse({ code: 'date-in-future', date: command.on })
      return inOrder(d, command.type, [{ type: 'decisionEffective', on: command.on }])
    case 'archiveCase':
      return inOrder(d, command.type, [{ type: 'caseArchived', box: command.box }])
    case 'requestPaper':
      return requestPaper(d, command)
    case 'changeClassification':
      return changeClassification(d, command)
    case 'allowSigner':
      return allowSigner(d, command)
    case 'voidNumber':
      return voidNumber(d, command)
    case 'acceptDifferences':
      return acceptDifferences(d, command)
    case 'askSealOpening':
      return askSealOpening(d, command)
    case 'openSeal':
      return openSeal(d, command)
    case 'cancelCase':
      return inOrder(d, command.type, [{ ...command, type: 'caseCancelled' }])
    default:
      return unreachable(command)
  }
}

/** Asked for and answered in writing: their number and date are the ground of what follows (procedure.md 3, 3.1.0, 3.1.2, 3.3.1). */
const written: ReadonlySet<ActKey> = new Set(['policyRequest', 'policyApproval', 'reappointmentNotice', 'partyOpinion'])

/** Papers that came or went outside a conference: policy, notice, self-report, Party opinion, verification (procedure.md 3.1.0, 3.3, 9.1). */
function recordAct(d: Deciding, command: CommandOf<'recordAct'>): Decision {
  const rule = actsOf(d.plan, d.status).find((one) => one.key === command.act)
  if (!rule) return outOfOrder(d, command.type)
  const empty = rule.fields.find((field) => (command.details[field] ?? '').trim() === '')
  if (empty !== undefined) return refuse({ code: 'act-field-missing', act: command.act, field: empty })
  // The day a paper was received starts a deadline (procedure.md 3.3.1): it must be one.
  const received = command.details.receivedOn
  if (received !== undefined && !Day.safeParse(received).success) return refuse({ code: 'act-day-unreadable', act: command.act })
  if (written.has(command.act) && !command.document)
    return refuse({ code: 'act-document-missing', act: command.act, article: rule.required.article })
  if (command.doneOn > dayOf(d.stamp.at)) return refuse({ code: 'date-in-future', date: command.doneOn })
  const before = d.state.acts.at(-1)
  if (before && command.doneOn < before.doneOn)
    return refuse({ code: 'act-before-previous', date: command.doneOn, previous: before.doneOn })
  const other = command.act === 'policyApproval' && command.document && boundOtherwise(d.state, command.document.date)
  if (other) return refuse(other)
  return inOrder(d, command.type, [{ ...command, type: 'actRecorded' }])
}

/** Nominees are settled before slips go out: no name comes or goes while a ballot is open. */
const ballotIsOpen = ({ phase }: Deciding): boolean => phase === 'ballotOpen' || phase === 'collected' || phase === 'typed'

function proposeNominee(d: Deciding, { type, nominee }: CommandOf<'proposeNominee'>): Decision {
  const { state } = d
  const twin = state.nominees.find((one) => one.ballotName === nominee.ballotName && one.personId !== nominee.personId)
  if (twin) return refuse({ code: 'ballot-name-taken', name: nominee.ballotName })
  const known = findNominee(state, nominee.personId)
  if (known && known.ballotName !== nominee.ballotName && state.conferences.some((one) => one.issued?.names.includes(nominee.personId))) {
    return refuse({ code: 'ballot-name-already-voted', name: known.ballotName })
  }
  if (state.withdrawn.includes(nominee.personId)) return refuse({ code: 'nominee-withdrawn', name: nominee.name })
  // Reappointment is of the one who holds the post (procedure.md 3.3).
  const others = state.nominees.filter((one) => one.personId !== nominee.personId && !state.withdrawn.includes(one.personId))
  if (state.opened.kind === 'reappointment' && others.length > 0) return refuse({ code: 'one-person-only', seats: 1 })
  const today = dayOf(d.stamp.at)
  if (d.tools.plannedOn?.(nominee).includes(today)) {
    return refuse({ code: 'nominee-beside-planning', name: nominee.name, date: today, article: planningRules.notWithProposal.article })
  }
  return inOrder(d, type, [{ type: 'nomineeProposed', nominee }])
}

function withdrawNominee(d: Deciding, { type, personId, reason, document }: CommandOf<'withdrawNominee'>): Decision {
  const nominee = findNominee(d.state, personId)
  if (!nominee || d.state.withdrawn.includes(personId)) return refuse({ code: 'nominee-unknown', personId })
  if (ballotIsOpen(d)) return refuse({ code: 'ballot-is-open', name: nominee.name })
  const isLast = d.state.conferences.length > 0 && stopping.nobodyLeft(d.state, personId)
  return inOrder(d, type, [
    { type: 'nomineeWithdrawn', personId, reason, ...(document && { document }), ...(isLast && { next: 'stoppedForDirection' as const }) },
  ])
}

function introduceByHead(d: Deciding, { type, personId }: CommandOf<'introduceByHead'>): Decision {
  const nominee = findNominee(d.state, personId)
  if (!nominee || d.state.withdrawn.includes(personId)) return refuse({ code: 'nominee-unknown', personId })
  if (d.state.opened.headVacant) return refuse({ code: 'head-seat-vacant' })
  if (ballotIsOpen(d)) return refuse({ code: 'ballot-is-open', name: nominee.name })
  return inOrder(d, type, [{ type: 'headIntroduced', personId }])
}

/** A handed-in program is a version with its hash; a later change is a new version (procedure.md 4.4, documents.md A8.3). */
function submitActionProgram(d: Deciding, { type, personId, program, handedInOn }: CommandOf<'submitActionProgram'>): Decision {
  const { state, tools } = d
  const nominee = findNominee(state, personId)
  if (!nominee || state.withdrawn.includes(personId)) return refuse({ code: 'nominee-unknown', personId })
  if (handedInOn > dayOf(d.stamp.at)) return refuse({ code: 'date-in-future', date: handedInOn })
  const presentedNow = currentConference(state)
  const isLocked = presentedNow && !presentedNow.closed && presentedNow.presentations.some((one) => one.personId === personId)
  if (isLocked && d.phase !== undefined && d.phase !== 'awaited') return refuse({ code: 'action-program-locked', name: nominee.name })
  const version = (state.programs[personId]?.length ?? 0) + 1
  const sha256 = tools.sha256Hex(canonical({ personId, version, ...program }))
  return inOrder(d, type, [{ type: 'actionProgramSubmitted', personId, version, program, sha256, handedInOn }])
}

/** Is a program handed in late by the setting `handInWorkingDays`? A warning, never a bar (procedure.md 4.4). */
export function isHandedInLate(handedInOn: string, conferenceOn: string, workingDays: number, tools: Pick<Tools, 'holidays'>): boolean {
  return within(handedInOn, { days: workingDays, unit: 'workingDays' }, tools.holidays) > conferenceOn
}

function decideCase(d: Deciding, { type, document, names, effectiveOn }: CommandOf<'decideCase'>): Decision {
  const { state } = d
  const onRoad = d.status === 'concluded' || d.status === 'selectedByHead'
  if (onRoad && !state.opened.decidesHere) return refuse({ code: 'must-be-submitted-first' })
  const stranger = names.find((id) => !state.goesOn.includes(id))
  if (stranger !== undefined) return refuse({ code: 'person-not-selected', name: findNominee(state, stranger)?.name ?? stranger })
  if (names.length > state.opened.seats) return refuse({ code: 'more-winners-than-seats', names: names.length, seats: state.opened.seats })
  if (document.date > dayOf(d.stamp.at)) return refuse({ code: 'date-in-future', date: document.date })
  const stopped = stoppedToday(d, names)
  if (stopped) return refuse(stopped)
  const lastDay = termEnd(effectiveOn, 12 * state.opened.termYears)
  return inOrder(d, type, [{ type: 'caseDecided', document, names, effectiveOn, termEnd: lastDay }, ...judgedToday(d, names, 'decision')])
}
