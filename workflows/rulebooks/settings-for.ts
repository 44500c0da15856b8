// Where each setting of procedure.md 10.1 applies: its rulebooks, procedures, tracks and overlay, and the gap in the texts it fills.
import { ok, type Result, refuse } from '../core/result.ts'
import { CaseSettings } from './settings.ts'
import { type Evidence, type OverlayId, type ProcedureKind, type RulebookId, rulebookIds, type Track } from './types.ts'

export type SettingName = keyof CaseSettings
export type SettingScope = {
  readonly rulebooks: readonly RulebookId[]
  readonly procedures: readonly ProcedureKind[]
  readonly tracks?: readonly Track[]
  readonly overlay?: OverlayId
  readonly evidence: Evidence
  /** The gap it fills: an entry of the list of conflicts, or the section that leaves the choice open. */
  readonly article: string
}

const appointment = ['appointmentOnSite'] as const
const both = ['appointmentOnSite', 'reappointment'] as const
const before2026 = ['RB2017', 'RB2022', 'RB2025a', 'RB2025b'] as const
const everywhere = (article: string, evidence: Evidence = 'DEFAULT'): SettingScope => ({
  rulebooks: rulebookIds,
  procedures: both,
  evidence,
  article,
})

export const settingScopes: Readonly<Record<SettingName, SettingScope>> = {
  carryRule: { rulebooks: ['RB2022'], procedures: appointment, tracks: ['civilServant'], evidence: 'DEFAULT', article: 'C-03' },
  tieAtCut: { rulebooks: ['RB2017'], procedures: appointment, evidence: 'DEFAULT', article: '2.5' },
  blankIs: everywhere('C-19'),
  noOpinionIs: everywhere('2.6'),
  bothTickedIs: everywhere('2.6'),
  absenteeBallot: everywhere('2.7'),
  candidateVotes: everywhere('C-18'),
  hrHeadVotes: { rulebooks: ['RB2017'], procedures: both, evidence: 'DEFAULT', article: 'C-07' },
  quorumRequired: { rulebooks: ['RB2026'], procedures: both, evidence: 'DEFAULT', article: 'C-06' },
  writeInAllowed: { rulebooks: ['RB2017'], procedures: appointment, evidence: 'DEFAULT', article: 'C-05' },
  singleCandidateExactlyHalf: { rulebooks: rulebookIds, procedures: appointment, evidence: 'DEFAULT', article: 'C-08' },
  announceDecisionResult: { rulebooks: before2026, procedures: both, evidence: 'DEFAULT', article: 'C-17' },
  actionProgram: { rulebooks: rulebookIds, procedures: appointment, overlay: 'OV-AP2021', evidence: 'DEFAULT', article: '4.4' },
  countingTeam: everywhere('7.2'),
  nonLocalGuard: everywhere('G-21'),
  holidayTable: everywhere('6'),
  resultValidityWarningMonths: everywhere('3.1.8'),
  seatsPooling: everywhere('C-23'),
  migrationAllowed: everywhere('1.2'),
  headIntroducedOnly: { rulebooks: rulebookIds, procedures: appointment, overlay: 'OV-142', evidence: 'DEFAULT', article: '3.9' },
  smallDivisionThresholds: everywhere('3.1.5', 'TEXT'),
}

const settingNames = Object.keys(settingScopes) as SettingName[]

/** Is `name` one of the closed list? */
export const isSettingName = (name: string): name is SettingName => Object.hasOwn(settingScopes, name)

export type SettingsOf = {
  readonly rulebook: RulebookId
  readonly procedure: ProcedureKind
  readonly overlays: readonly OverlayId[]
  readonly track: Track
}

/** The settings of 10.1 that a case of this kind knows, in the order of the list. */
export function settingNamesFor({ rulebook, procedure, overlays, track }: SettingsOf): readonly SettingName[] {
  return settingNames.filter((name) => {
    const scope = settingScopes[name]
    if (!scope.rulebooks.includes(rulebook) || !scope.procedures.includes(procedure)) return false
    if (scope.tracks && !scope.tracks.includes(track)) return false
    return scope.overlay === undefined || overlays.includes(scope.overlay)
  })
}

export type SettingRefusal =
  | { readonly code: 'setting-not-in-rulebook'; readonly setting: string; readonly rulebook: RulebookId }
  | { readonly code: 'setting-unreadable'; readonly setting: string }

/**
 * The settings a case is opened with: what was given over the defaults, only those its rulebook knows.
 * A setting unknown, outside its rulebooks, or with a value outside the list is refused.
 */
export function settingsFor(of: SettingsOf, given: Readonly<Record<string, unknown>>): Result<Record<string, unknown>, SettingRefusal> {
  const known = settingNamesFor(of)
  const misplaced = Object.keys(given).find((name) => !known.some((one) => one === name))
  if (misplaced !== undefined) return refuse({ code: 'setting-not-in-rulebook', setting: misplaced, rulebook: of.rulebook })
  const read = CaseSettings.safeParse(given)
  if (!read.success) return refuse({ code: 'setting-unreadable', setting: read.error.issues[0]?.path.join('.') ?? '' })
  const entries = Object.entries(read.data).filter(([name]) => known.some((one) => one === name))
  // "Always false under OV-AP2021" (10.1): kept so in the case, that a judgement repeated from its record says the same.
  const kept = of.overlays.includes('OV-AP2021') && known.includes('writeInAllowed') ? [...entries, ['writeInAllowed', false]] : entries
  return ok(Object.fromEntries(kept))
}
