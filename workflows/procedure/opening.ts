// Opening a case: which rulebook binds it and why, which overlays and settings it carries from then on (procedure.md 1.2, 10.1).
import type { Refusal } from '../core/refusal.ts'
import { ok, refuse } from '../core/result.ts'
import { chooseRulebook, ownText } from '../rulebooks/choose.ts'
import { rulebook } from '../rulebooks/index.ts'
import { overlays, overlaysFor } from '../rulebooks/overlays.ts'
import { settingsFor } from '../rulebooks/settings-for.ts'
import type { CommandOf } from './commands.ts'
import type { Decision } from './deciding.ts'
import type { CaseState } from './state.ts'

export function openCase(command: CommandOf<'openCase'>, today: string): Decision {
  const { opening } = command
  if (opening.kind === 'reappointment' && opening.termEnd === undefined) return refuse({ code: 'term-end-missing' })
  if (opening.kind === 'reappointment' && opening.seats !== 1) return refuse({ code: 'one-person-only', seats: opening.seats })
  if (opening.classification !== 'none' && opening.classificationReason === undefined)
    return refuse({ code: 'classification-reason-missing' })
  if (opening.classification !== 'none' && opening.classifiedBy === undefined) return refuse({ code: 'classification-authority-missing' })
  const { declassifyOn } = opening
  if (declassifyOn !== undefined && declassifyOn <= today) return refuse({ code: 'declassify-not-later', date: declassifyOn })
  if (opening.rehearsal === true && !opening.isSample) return refuse({ code: 'rehearsal-is-practice' })
  if (opening.rehearsal === true && opening.classification !== 'none') return refuse({ code: 'rehearsal-of-classified' })
  const choice = chooseRulebook({ track: opening.track, startDate: opening.startDate, ...ownText(command.rulebook) })
  if (!choice.ok) return refuse(choice.refusal)
  const chosen = command.rulebook ?? choice.value.rulebook
  if (chosen !== choice.value.rulebook) {
    return refuse({ code: 'rulebook-not-in-force', rulebook: chosen, chosen: choice.value.rulebook, startDate: opening.startDate })
  }
  // The overlays the office has switched on; the day, the kind and the level of the post decide which of them apply (4.3).
  const decision = command.overlayDecision?.number
  const question = { date: opening.startDate, kind: opening.kind, postRank: opening.post.rank, ...(decision !== undefined && { decision }) }
  const asked = overlaysFor(question).filter((one) => command.overlays.includes(one.id))
  const undecided = asked.find((one) => !one.applies && one.why === 'overlay-decision-missing')
  if (undecided)
    return refuse({ code: 'overlay-decision-missing', overlay: undecided.id, article: overlays[undecided.id].needsDecision.article })
  const applied = asked.filter((one) => one.applies).map((one) => one.id)
  const settings = settingsFor({ rulebook: chosen, procedure: opening.kind, overlays: applied, track: opening.track }, command.settings)
  if (!settings.ok) return refuse(settings.refusal)
  return ok([
    {
      ...opening,
      type: 'caseOpened',
      rulebook: chosen,
      rulebookVersion: rulebook(chosen).version,
      guardSet: choice.value.guardSet,
      overlays: applied,
      settings: settings.value,
      ...(command.overlayDecision && { overlayDecision: command.overlayDecision }),
    },
  ])
}

/**
 * The approval binds the case (procedure.md 1.2), and the case was opened by a day that stood for it: both must stand under one rulebook.
 * A case that was moved is bound by the order that moved it; a rehearsal is practised under the law of the case it copies.
 */
export function boundOtherwise({ opened, rulebook: bound }: CaseState, approvedOn: string): Refusal | undefined {
  if (opened.rehearsal === true || bound !== opened.rulebook) return undefined
  const { track, startDate } = opened
  const choice = chooseRulebook({ track, startDate: approvedOn, ...ownText(bound) })
  if (!choice.ok) return choice.refusal
  const { rulebook: chosen, guardSet, why } = choice.value
  if (chosen === bound && guardSet === opened.guardSet) return undefined
  return { code: 'approval-under-other-rules', approvedOn, startDate, instruments: why.instruments }
}
