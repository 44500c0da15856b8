// Slips out, slips back, the count typed by one and confirmed by another, and how the meeting ends.
import type { Refusal } from '../core/refusal.ts'
import { refuse } from '../core/result.ts'
import { stoppedToday } from '../eligibility/decide.ts'
import type { CommandOf } from '../procedure/commands.ts'
import { type Deciding, type Decision, inOrder, outOfOrder, ruleOf } from '../procedure/deciding.ts'
import { findConference } from '../procedure/state.ts'
import { firstUnmet, issuingConditions, openingConditions, owesList, quorumNow } from './agenda.ts'
import type { Held } from './convening.ts'
import { exitFor, goesOnFrom } from './exit.ts'
import type { JudgedCount } from './judged.ts'
import { judgeEntry } from './judging.ts'
import { namesOnBallot } from './names.ts'
import { slipsProblem } from './slips.ts'
import { confirmedCount } from './state.ts'

export function prepareBallots({ d, meeting }: Held, command: CommandOf<'prepareBallots'>): Decision {
  const { ballotMarks } = d.plan.rulebook
  if (!meeting.stage.ballot) return refuse({ code: 'no-ballot-here', stage: meeting.stage.key })
  if (!ballotMarks.value.includes(command.mark))
    return refuse({ code: 'ballot-mark-not-in-rulebook', mark: command.mark, article: ballotMarks.article })
  const { conferenceId } = meeting.conference
  const { printed, mark, slips } = command
  const problem = slips === 'fromApp' ? slipsProblem(d.state, conferenceId, printed) : undefined
  if (problem) return refuse(problem)
  return inOrder(d, command.type, [{ type: 'ballotsPrepared', conferenceId, printed, mark, ...(slips && { slips }) }])
}

/** Ballots go out only when quorum, agenda, action programs, counting team and slips are all in place (procedure.md 2.8, 4.4, 9.1). */
export function issueBallots({ d, meeting }: Held, command: CommandOf<'issueBallots'>): Decision {
  const { conference, stage, plan } = meeting
  if (conference.phase !== 'opened' || !stage.ballot) return outOfOrder(d, command.type)
  const unmet = firstUnmet(issuingConditions(meeting))
  if (unmet) return refuse({ code: unmet.code, ...unmet.numbers })
  const names = namesOnBallot(plan, d.state, stage, conference)
  const stopped = stoppedToday(d, names)
  if (stopped) return refuse(stopped)
  const { present, convenedRaw, excused, membersTotal } = quorumNow(meeting)
  const printed = conference.prepared?.printed ?? 0
  // The hard errors of 2.1 that can happen before the box is opened, in their order: who is present is always convened too.
  if (printed < command.issued) return refuse({ code: 'prepared-below-issued', ballotsPrepared: printed, ballotsIssued: command.issued })
  if (command.issued > present) return refuse({ code: 'issued-exceeds-present', ballotsIssued: command.issued, present })
  return inOrder(d, command.type, [
    {
      type: 'ballotsIssued',
      conferenceId: conference.conferenceId,
      issued: command.issued,
      present,
      convenedRaw,
      excused,
      membersTotal,
      names: [...names],
      issuedAt: d.stamp.at,
    },
  ])
}

export function collectBallots({ d, meeting }: Held, command: CommandOf<'collectBallots'>): Decision {
  const { conference } = meeting
  const { issued, prepared } = conference
  if (!issued || !prepared) return outOfOrder(d, command.type)
  if (command.collected > issued.issued) {
    return refuse({ code: 'collected-exceeds-issued', ballotsCollected: command.collected, ballotsIssued: issued.issued })
  }
  // Unused ballots are counted and sealed before the box is opened (procedure.md 7.2).
  // Printed = issued + unused + spoiled: every slip is accounted for.
  const spoiled = command.spoiled ?? 0
  const unused = prepared.printed - issued.issued - spoiled
  if (command.unusedSealed !== unused)
    return refuse({ code: 'unused-ballots-differ', unusedSealed: command.unusedSealed, unused, ...(spoiled > 0 && { spoiled }) })
  const { conferenceId } = conference
  const { collected, unusedSealed } = command
  return inOrder(d, command.type, [
    { type: 'ballotsCollected', conferenceId, collected, unusedSealed, ...(spoiled > 0 && { spoiled }), collectedAt: d.stamp.at },
  ])
}

export function typeCount({ d, meeting }: Held, command: CommandOf<'typeCount'>): Decision {
  if (meeting.conference.phase !== 'collected') return outOfOrder(d, command.type)
  if (meeting.conference.bundles) return refuse({ code: 'count-bundles-under-way', bundles: meeting.conference.bundles.length })
  const judged = judgeEntry(meeting, command.entry)
  if (!judged.ok) return judged
  const { conferenceId } = meeting.conference
  return inOrder(d, command.type, [{ type: 'countTyped', conferenceId, entry: command.entry }])
}

export function rejectCount({ d, meeting }: Held, command: CommandOf<'rejectCount'>): Decision {
  const { conferenceId } = meeting.conference
  return inOrder(d, command.type, [{ type: 'countRejected', conferenceId, reason: command.reason }])
}

/** Who types the count may not confirm it: two different counting-team accounts (procedure.md 7.3). */
export function confirmCount({ d, meeting }: Held): Decision {
  const { typed, conferenceId } = meeting.conference
  if (!typed) return outOfOrder(d, 'confirmCount')
  if (typed.by === d.stamp.by) return refuse({ code: 'same-person-confirms', by: d.stamp.by })
  const judged = judgeEntry(meeting, typed.entry)
  if (!judged.ok) return judged
  return inOrder(d, 'confirmCount', [
    { type: 'countConfirmed', conferenceId, entry: typed.entry, judged: judged.value, confirmedAt: d.stamp.at, typedBy: typed.by },
  ])
}

export function voidBallot({ d, meeting }: Held, command: CommandOf<'voidBallot'>): Decision {
  const { conferenceId } = meeting.conference
  return inOrder(d, command.type, [{ type: 'ballotVoided', conferenceId, reason: command.reason }])
}

export function announceResult({ d, meeting }: Held): Decision {
  const { conference, stage } = meeting
  const count = confirmedCount(conference)
  if (!count) return outOfOrder(d, 'announceResult')
  if (!count.judged.output.announced) {
    return refuse({ code: 'result-not-announced', stage: stage.key, stepNo: stage.stepNo, article: stage.ballot?.announce.article ?? '' })
  }
  if (conference.announcedAt !== undefined) return refuse({ code: 'result-already-announced', announcedAt: conference.announcedAt })
  return inOrder(d, 'announceResult', [{ type: 'resultAnnounced', conferenceId: conference.conferenceId, announcedAt: d.stamp.at }])
}

export function closeConference({ d, meeting }: Held, command: CommandOf<'closeConference'>): Decision {
  const problem = closingProblem({ d, meeting })
  if (problem) return refuse(problem)
  const { conference } = meeting
  const next = exitFor(meeting)
  if (next === undefined) return outOfOrder(d, command.type)
  return inOrder(d, command.type, [
    {
      type: 'conferenceClosed',
      conferenceId: conference.conferenceId,
      closedAt: d.stamp.at,
      conclusion: command.conclusion,
      ...(meeting.stage.ballot && command.countComplaint !== undefined && { countComplaint: command.countComplaint.trim() }),
      next,
      goesOn: goesOnFrom(meeting, next),
    },
  ])
}

function closingProblem({ meeting }: Held): Refusal | undefined {
  const { conference, stage } = meeting
  if (!stage.ballot) {
    const unmet = firstUnmet(openingConditions(meeting))
    if (unmet) return { code: unmet.code, ...unmet.numbers }
    if (conference.purpose === undefined) return { code: 'purpose-not-stated' }
    if (stage.adoptsList && owesList(meeting)) return { code: 'list-not-adopted', stage: stage.key }
    return undefined
  }
  const count = confirmedCount(conference)
  if (!count) return { code: 'count-not-confirmed', stage: stage.key }
  if (count.judged.output.announced && conference.announcedAt === undefined) {
    return { code: 'announcement-missing', stage: stage.key, article: stage.ballot.announce.article }
  }
  return undefined
}

/** A confirmed count found wrong, while no later conference has issued ballots; afterwards only by direction (procedure.md 3.1.8). */
export function typeCorrection(d: Deciding, command: CommandOf<'typeCorrection'>): Decision {
  const found = correctable(d, command.conferenceId)
  if ('code' in found) return refuse(found)
  const judged = judgeEntry(found, command.entry)
  if (!judged.ok) return judged
  const { conferenceId, entry, reason } = command
  return inOrder(d, command.type, [{ type: 'correctionTyped', conferenceId, stage: found.stage.key, entry, reason }])
}

export function confirmCorrection(d: Deciding, command: CommandOf<'confirmCorrection'>): Decision {
  const found = correctable(d, command.conferenceId)
  if ('code' in found) return refuse(found)
  const typed = found.conference.correctionTyped
  if (!typed) return refuse({ code: 'no-correction-typed' })
  if (typed.by === d.stamp.by) return refuse({ code: 'same-person-confirms', by: d.stamp.by })
  const judged = judgeEntry(found, typed.entry)
  if (!judged.ok) return judged
  const value: JudgedCount = judged.value
  const { conferenceId } = command
  const { entry, reason, by } = typed
  return inOrder(d, command.type, [
    { type: 'countCorrected', conferenceId, stage: found.stage.key, entry, judged: value, reason, typedBy: by, confirmedAt: d.stamp.at },
  ])
}

function correctable(d: Deciding, conferenceId: string): Held['meeting'] | Refusal {
  const { state, plan } = d
  const conference = findConference(state, conferenceId)
  if (!conference || !confirmedCount(conference)) return { code: 'count-not-confirmed', conferenceId }
  if (conference.convened.runNo !== state.runNo || !['counted', 'closed'].includes(conference.phase)) {
    return { code: 'run-is-read-only', runNo: conference.convened.runNo }
  }
  const later = state.conferences.slice(state.conferences.indexOf(conference) + 1)
  const voted = later.find((one) => one.issued && one.phase !== 'reset')
  if (voted) return { code: 'later-ballots-issued', stage: voted.stage }
  return { plan, state, stage: ruleOf(state, conference.stage), conference }
}
