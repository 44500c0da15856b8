// From the numbers of a box to a judgement by the law of the case, ready to go on record.

import type { Refusal } from '../core/refusal.ts'
import { ok, type Result, refuse } from '../core/result.ts'
import { findNominee } from '../procedure/state.ts'
import type { StageRule } from '../rulebooks/types.ts'
import type { Meeting } from './agenda.ts'
import type { CountEntry } from './facts.ts'
import type { JudgedCount } from './judged.ts'
import type { JudgementInput } from './judgement.ts'
import { ballotNames, namesBefore, namesOnBallot } from './names.ts'
import { judgeBy } from './outcome.ts'

/** The input of `judge` for this meeting; `entry` left out gives the part that is known before counting. */
export function judgementInput(meeting: Meeting, entry?: CountEntry): JudgementInput | undefined {
  const { plan, state, stage, conference } = meeting
  const { issued, prepared, collected } = conference
  if (!stage.ballot || !issued) return undefined
  const { rule, outsideNames } = stage.ballot
  // Who came from the step before: strangers are refused where the law knows none, and seen as a divergence where it does (C-20).
  const from = outsideNames.value === 'no' ? namesOnBallot(plan, state, stage, conference) : namesBefore(plan, state, stage, conference)
  const knowsFrom = outsideNames.value !== 'planned' || from.length > 0
  const introducedByHead = state.introducedByHead === undefined ? undefined : findNominee(state, state.introducedByHead)?.ballotName
  const { missingExplained: _m, invalidReasons: _i, ...numbers } = entry ?? { ballotsValid: undefined, ballotsInvalid: undefined }
  const given = Object.fromEntries(Object.entries(numbers).filter(([, value]) => value !== undefined))
  return {
    rulebook: state.rulebook,
    procedure: state.opened.kind,
    stage: stage.key,
    count: {
      membersTotal: issued.membersTotal,
      convenedRaw: issued.convenedRaw,
      excusedForceMajeure: issued.excused,
      present: issued.present,
      ballotsPrepared: prepared?.printed ?? issued.issued,
      ballotsIssued: issued.issued,
      ballotsCollected: collected?.collected ?? issued.issued,
      seats: rule.method === 'approval' || rule.method === 'divergence' ? 1 : state.opened.seats,
      ...given,
    },
    context: {
      ...(knowsFrom && { carriedFrom: ballotNames(state, from) }),
      ...(introducedByHead !== undefined && { introducedByHead }),
      ...(state.opened.headVacant && { headVacant: true }),
      settings: judgingSettings(state.settings),
    },
  }
}

/** The settings an outcome can depend on; the others (talk minutes, thresholds of a division …) stay out of the record of a count. */
const judged = [
  'carryRule',
  'tieAtCut',
  'blankIs',
  'noOpinionIs',
  'quorumRequired',
  'writeInAllowed',
  'singleCandidateExactlyHalf',
  'announceDecisionResult',
  // Says that the overlay is on, which shuts names from outside (procedure.md 4.4).
  'actionProgram',
] as const
export const judgingSettings = (settings: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(judged.flatMap((name) => (name in settings ? [[name, settings[name]]] : [])))

/** Judges the typed numbers. The result is kept as it stands; replay never judges again. */
export function judgeEntry(meeting: Meeting, entry: CountEntry): Result<JudgedCount, Refusal> {
  const input = judgementInput(meeting, entry)
  if (!input) return refuse({ code: 'no-ballot-here', stage: meeting.stage.key })
  const { issued, collected } = meeting.conference
  const missing = (issued?.issued ?? 0) - (collected?.collected ?? 0)
  if (missing > 0 && !entry.missingExplained) return refuse({ code: 'missing-ballots-unexplained', missing })
  const reasons = Object.values(entry.invalidReasons ?? {}).reduce((sum, one) => sum + (one ?? 0), 0)
  if (entry.invalidReasons && reasons !== entry.ballotsInvalid)
    return refuse({ code: 'invalid-reasons-differ', reasons, ballotsInvalid: entry.ballotsInvalid })
  const stranger = Object.keys(entry.votes ?? {}).find((name) => !meeting.state.nominees.some((one) => one.ballotName === name))
  if (stranger !== undefined) return refuse({ code: 'nominee-unknown', name: stranger })
  const result = judgeBy(meeting.stage, input)
  if (!result.ok) return refuse(result.refusal)
  return ok({ input: input as JudgedCount['input'], rule: asRecord(meeting.stage), output: result.value as JudgedCount['output'] })
}

const asRecord = (stage: StageRule): Record<string, unknown> => ({ ...stage })
