// What one answers to open a case, and what the law makes of it: rulebook, overlays, settings. Nothing binds until it is recorded.

import type { CommandOf } from '../../../workflows/procedure/commands.ts'
import type { Classification, Organisation } from '../../../workflows/procedure/facts.ts'
import { type Choice, type ChoiceRefusal, chooseRulebook } from '../../../workflows/rulebooks/choose.ts'
import { type OverlayVerdict, overlaysFor } from '../../../workflows/rulebooks/overlays.ts'
import { type SettingName, settingNamesFor } from '../../../workflows/rulebooks/settings-for.ts'
import type { OverlayId, ProcedureKind, RulebookId, Track } from '../../../workflows/rulebooks/types.ts'
import { countIn } from '../../parts/count-box.tsx'
import { parseDay } from '../../parts/dates.ts'
import { clean, type DocumentDraft, documentOf, emptyDocument } from '../../parts/form.tsx'

export type OpenDraft = {
  readonly kind: ProcedureKind
  readonly title: string
  readonly unit: string
  readonly rank: string
  readonly isHead: boolean
  readonly seats: string
  readonly track: Track
  readonly startDate: string
  readonly decidesHere: boolean
  readonly headVacant: boolean
  readonly termEnd: string
  readonly termYears: string
  /** Empty until it is chosen: there is no default by topic (documents.md A4). */
  readonly classification: Classification | ''
  readonly classificationReason: string
  readonly classifiedBy: string
  readonly declassifyOn: string
  readonly rulebook: RulebookId | ''
  readonly overlays: readonly OverlayId[]
  readonly overlayDecision: DocumentDraft
  readonly isSample: boolean
}

export const firstDraft = (unit: string): OpenDraft => ({
  kind: 'appointmentOnSite',
  title: '',
  unit,
  rank: '4',
  isHead: false,
  seats: '1',
  track: 'civilServant',
  startDate: '',
  decidesHere: true,
  headVacant: false,
  termEnd: '',
  termYears: '5',
  classification: '',
  classificationReason: '',
  classifiedBy: '',
  declassifyOn: '',
  rulebook: '',
  overlays: ['OV-AP2021'],
  overlayDecision: emptyDocument,
  isSample: false,
})

export type Reading = {
  readonly startDate: string | null
  readonly choice?: Choice
  readonly refusal?: ChoiceRefusal
  readonly rulebook?: RulebookId
  readonly verdicts: readonly OverlayVerdict[]
  readonly applied: readonly OverlayId[]
  readonly settingNames: readonly SettingName[]
}

/** What the law says of the answers so far: the functions that will open the case say it. */
export function readOpening(draft: OpenDraft, today: string): Reading {
  const startDate = parseDay(draft.startDate, today)
  if (startDate === null) return { startDate, verdicts: [], applied: [], settingNames: [] }
  const chosen = chooseRulebook({ track: draft.track, startDate })
  if (!chosen.ok) return { startDate, refusal: chosen.refusal, verdicts: [], applied: [], settingNames: [] }
  const choice = chosen.value
  const rulebook = draft.rulebook !== '' && choice.alternatives.includes(draft.rulebook) ? draft.rulebook : choice.rulebook
  const decision = documentOf(draft.overlayDecision, today)?.number
  const verdicts = overlaysFor({
    date: startDate,
    kind: draft.kind,
    postRank: Number(draft.rank),
    ...(decision === undefined ? {} : { decision }),
  })
  const applied = verdicts.filter((verdict) => verdict.applies && draft.overlays.includes(verdict.id)).map((verdict) => verdict.id)
  return {
    startDate,
    choice,
    rulebook,
    verdicts,
    applied,
    settingNames: settingNamesFor({ rulebook, procedure: draft.kind, overlays: applied, track: draft.track }),
  }
}

/** The command, or null while an answer is missing. */
export function openingOf(
  draft: OpenDraft,
  reading: Reading,
  settings: Readonly<Record<string, unknown>>,
  organisation: Organisation,
  today: string,
  isRehearsal = false,
): CommandOf<'openCase'> | null {
  const seats = countIn(draft.seats)
  const termYears = countIn(draft.termYears)
  const termEnd = parseDay(draft.termEnd, today)
  const reason = clean(draft.classificationReason)
  const { startDate, choice, rulebook } = reading
  if (startDate === null || choice === undefined || clean(draft.title) === '' || clean(draft.unit) === '') return null
  if (seats === undefined || seats < 1 || termYears === undefined || termYears < 1) return null
  if (draft.kind === 'reappointment' && termEnd === null) return null
  const classifiedBy = clean(draft.classifiedBy)
  const declassifyOn = parseDay(draft.declassifyOn, today)
  if (declassifyOn === null && clean(draft.declassifyOn) !== '') return null
  if (draft.classification === '' || (draft.classification !== 'none' && (reason === '' || classifiedBy === ''))) return null
  const overlayDecision = documentOf(draft.overlayDecision, today)
  return {
    type: 'openCase',
    opening: {
      kind: draft.kind,
      post: { title: clean(draft.title), unit: clean(draft.unit), rank: Number(draft.rank), isHead: draft.isHead },
      seats,
      track: draft.track,
      startDate,
      organisation,
      decidesHere: draft.decidesHere,
      headVacant: draft.headVacant,
      ...(draft.kind === 'reappointment' && termEnd !== null ? { termEnd } : {}),
      termYears,
      classification: draft.classification,
      ...(draft.classification === 'none'
        ? {}
        : { classificationReason: reason, classifiedBy, ...(declassifyOn !== null && { declassifyOn }) }),
      isSample: draft.isSample || isRehearsal,
      ...(isRehearsal && { rehearsal: true as const }),
    },
    ...(rulebook !== undefined && rulebook !== choice.rulebook ? { rulebook } : {}),
    overlays: [...draft.overlays],
    ...(overlayDecision === null ? {} : { overlayDecision }),
    settings: Object.fromEntries(Object.entries(settings).filter(([name]) => reading.settingNames.some((known) => known === name))),
  }
}
