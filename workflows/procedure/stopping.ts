// When the road is shut: the head's choice, reports and directions, new issues, redone steps, another rulebook (procedure.md 2.3, 2.4, 3.1.8, 9.1).

import { idsOf } from '../conference/names.ts'
import type { ConferenceState } from '../conference/state.ts'
import { confirmedCount } from '../conference/state.ts'
import type { PersonId } from '../core/ids.ts'
import { refuse } from '../core/result.ts'
import { dayOf } from '../core/stamp.ts'
import { chooseRulebook, ownText } from '../rulebooks/choose.ts'
import { rulebook } from '../rulebooks/index.ts'
import { settingsFor } from '../rulebooks/settings-for.ts'
import type { StageRule } from '../rulebooks/types.ts'
import type { CommandOf } from './commands.ts'
import { type Deciding, type Decision, inOrder, outOfOrder, ruleOf } from './deciding.ts'
import { firstStage, stepAfter } from './plan.ts'
import { type CaseState, findNominee, heldConference } from './state.ts'

/** The meeting that brought the case where it waits now. */
const lastClosed = (state: CaseState): ConferenceState | undefined =>
  state.conferences.findLast((one) => one.phase === 'closed' && one.convened.runNo === state.runNo)

/** The head's choice: a separate signed act, open only where the law gives it (procedure.md 2.4, 3.3, 7.3). */
export function headChoose(d: Deciding, command: CommandOf<'headChoose'>): Decision {
  const { state } = d
  if (state.opened.headVacant) return refuse({ code: 'head-seat-vacant' })
  const last = lastClosed(state)
  if (d.status !== 'awaitingHeadChoice' || !last) return outOfOrder(d, command.type)
  const stage = ruleOf(state, last.stage)
  const outcome = confirmedCount(last)?.judged
  if (stage.ballot?.rule.method === 'approval') return headDecidesApproval(d, command, stage)
  if (command.decision !== 'choose') return refuse({ code: 'head-must-choose', decision: command.decision })
  const level = state.goesOn
  const strangers = command.names.filter((id) => !level.includes(id))
  if (strangers.length > 0 || command.names.length === 0) {
    return refuse({ code: 'head-choice-not-among-level', names: level.map((id) => findNominee(state, id)?.name ?? id) })
  }
  if (stage.ballot?.rule.method === 'nomination') {
    // `tieAtCut: headSelects`: those above the tie go on in any case; of the level ones the head takes as many as he names.
    const above = outcome ? idsOf(state, aboveTheTie(outcome.input.count.votes ?? {}, outcome.output.carried)) : []
    return chosen(d, command, [...above, ...command.names], stepAfter(d.plan, stage.key))
  }
  if (command.names.length > state.opened.seats)
    return refuse({ code: 'more-winners-than-seats', names: command.names.length, seats: state.opened.seats })
  return chosen(d, command, command.names, 'selectedByHead')
}

const aboveTheTie = (votes: Readonly<Record<string, number>>, level: readonly string[]): string[] => {
  const cut = Math.max(0, ...level.map((name) => votes[name] ?? 0))
  return Object.keys(votes).filter((name) => (votes[name] ?? 0) > cut)
}

/** Exactly half agreed: the head decides to go on or to stop (NĐ115/85 art 51(4), NĐ170/300 art 39(4)). */
function headDecidesApproval(d: Deciding, command: CommandOf<'headChoose'>, stage: StageRule): Decision {
  if (command.decision === 'choose') return refuse({ code: 'head-decides-yes-or-no' })
  const { goesOn } = d.state
  if (command.decision === 'stop') return chosen(d, command, [], 'stoppedForDirection')
  const onward = stepAfter(d.plan, stage.key)
  return chosen(d, command, goesOn, onward === 'concluded' ? 'selectedByHead' : onward)
}

const chosen = (d: Deciding, command: CommandOf<'headChoose'>, names: readonly PersonId[], next: string): Decision =>
  inOrder(d, command.type, [{ ...command, type: 'headChose', names: [...new Set(names)], next }])

export function sendReport(d: Deciding, command: CommandOf<'sendReport'>): Decision {
  return inOrder(d, command.type, [{ ...command, type: 'reportSent' }])
}

/** After a stop: nothing goes on without a direction of the competent level, with its number (procedure.md 2.3; the set is DEFAULT). */
export function receiveDirection(d: Deciding, command: CommandOf<'receiveDirection'>): Decision {
  const { state, plan } = d
  if (d.status !== 'stoppedForDirection' && d.status !== 'awaitingDirection') return outOfOrder(d, command.type)
  if (state.reports.length <= state.directions.length) return refuse({ code: 'report-not-sent' })
  const unknown = command.names.find((id) => !findNominee(state, id) || state.withdrawn.includes(id))
  if (unknown !== undefined) return refuse({ code: 'nominee-unknown', personId: unknown })
  const next = directedTo(d, command)
  if (next === undefined) return refuse({ code: 'direction-not-open', direction: command.direction, status: d.status })
  if (command.direction === 'continueWithNames' && command.names.length === 0) return refuse({ code: 'direction-needs-names' })
  const names = command.direction === 'continue' ? standing(state) : command.names
  if (next === firstStage(plan).key || next === 'cancelled' || next === 'suspendedNewIssue' || names.length > 0) {
    return inOrder(d, command.type, [{ ...command, type: 'directionReceived', names: [...names], next }])
  }
  return refuse({ code: 'direction-needs-names' })
}

/** The people of the ballot that was reported. */
const standing = (state: CaseState): readonly PersonId[] => {
  const names = lastClosed(state)?.issued?.names ?? []
  return names.filter((id) => !state.withdrawn.includes(id))
}

function directedTo(d: Deciding, { direction }: CommandOf<'receiveDirection'>): string | undefined {
  const { state, plan } = d
  const last = lastClosed(state)
  const rule = last && ruleOf(state, last.stage).ballot?.rule.method
  const outcome = last && confirmedCount(last)?.judged.output.outcome
  switch (direction) {
    case 'restart':
    case 'widenList':
      return firstStage(plan).key
    case 'otherSource':
    case 'cancel':
      return 'cancelled'
    case 'suspend':
      return d.status === 'stoppedForDirection' ? 'suspendedNewIssue' : undefined
    case 'continue':
      // Reappointment at or under half: the competent level decides whether to go on (3.3.2).
      return last && rule === 'approval' && d.status === 'stoppedForDirection' ? stepAfter(plan, last.stage) : undefined
    case 'continueWithNames':
      if (d.status === 'awaitingDirection' && last) return stepAfter(plan, last.stage)
      // A tie reported for decision because the head's seat is vacant (NĐ170/300 art 33(2)(đ)).
      return last && rule === 'decision' && outcome === 'reported' ? 'concluded' : undefined
  }
}

export function raiseNewIssue(d: Deciding, command: CommandOf<'raiseNewIssue'>): Decision {
  if (command.personId !== undefined && !findNominee(d.state, command.personId))
    return refuse({ code: 'nominee-unknown', personId: command.personId })
  return inOrder(d, command.type, [{ ...command, type: 'newIssueRaised' }])
}

/** Cleared: back where it was. Nominee removed and nobody left: stop and report (procedure.md 3.1.8). */
export function resolveNewIssue(d: Deciding, command: CommandOf<'resolveNewIssue'>): Decision {
  const { state } = d
  const personId = command.personId ?? state.openIssue?.personId
  if (command.resolution === 'nomineeRemoved' && personId === undefined) return refuse({ code: 'nominee-unknown', personId: '' })
  const next =
    command.resolution === 'nomineeRemoved' && personId !== undefined && nobodyLeft(state, personId) ? 'stoppedForDirection' : 'resumed'
  return inOrder(d, command.type, [{ ...command, type: 'newIssueResolved', ...(personId !== undefined && { personId }), next }])
}

/** Would nobody be left on the list of the coming ballot? */
export function nobodyLeft(state: CaseState, personId: PersonId): boolean {
  const adopted = state.conferences.at(-1)?.phase !== 'closed' ? state.conferences.at(-1)?.adopted : undefined
  const list = state.goesOn.length > 0 ? state.goesOn : (adopted ?? state.nominees.map((one) => one.personId))
  return list.includes(personId) && list.every((id) => id === personId || state.withdrawn.includes(id))
}

/** A step whose ground was wrong is redone, and all later ones with it (procedure.md 3.1.8). */
export function resetStage(d: Deciding, command: CommandOf<'resetStage'>): Decision {
  if (!heldConference(d.state, command.stage)) return refuse({ code: 'stage-not-held', stage: command.stage })
  return inOrder(d, command.type, [{ ...command, type: 'stageReset' }])
}

/** Moving a case to another rulebook is an order with a number; it begins again at the first voting conference (procedure.md 1.2, DEFAULT). */
export function migrateRulebook(d: Deciding, command: CommandOf<'migrateRulebook'>): Decision {
  const { state } = d
  const { opened } = state
  if (state.settings.migrationAllowed === false) return refuse({ code: 'migration-not-allowed' })
  if (command.to === state.rulebook) return refuse({ code: 'same-rulebook', rulebook: command.to })
  if (command.document.date > dayOf(d.stamp.at)) return refuse({ code: 'date-in-future', date: command.document.date })
  const choice = chooseRulebook({ track: opened.track, startDate: command.document.date, ...ownText(command.to) })
  if (!choice.ok) return refuse(choice.refusal)
  if (choice.value.rulebook !== command.to) {
    return refuse({ code: 'rulebook-not-in-force', rulebook: command.to, chosen: choice.value.rulebook, startDate: command.document.date })
  }
  const scope = { rulebook: command.to, procedure: opened.kind, overlays: opened.overlays, track: opened.track }
  const settings = settingsFor(scope, keptSettings(state.settings, scope))
  if (!settings.ok) return refuse(settings.refusal)
  return inOrder(d, command.type, [
    {
      ...command,
      type: 'rulebookMigrated',
      rulebookVersion: rulebook(command.to).version,
      guardSet: choice.value.guardSet,
      settings: settings.value,
    },
  ])
}

/** Settings the new rulebook also knows are kept; the others have no meaning there. */
function keptSettings(settings: Readonly<Record<string, unknown>>, scope: Parameters<typeof settingsFor>[0]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(settings).filter(([name, value]) => settingsFor(scope, { [name]: value }).ok))
}
