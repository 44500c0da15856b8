// What may lie over a rulebook: the action program (OV-AP2021), the head's introduction (OV-142), the pilots of 2021 (procedure.md 1.2, 3.9, 4).
import { gap, ruled } from './cite.ts'
import { type OverlayId, overlayIds, type ProcedureKind, type Ruled, type StageKey } from './types.ts'

/** Posts from low to high (procedure.md 4.3). Two kinds of post may share a rank. */
export const ranks = {
  communeDivisionDeputy: 1,
  communeDivisionHead: 2,
  districtDivisionDeputy: 3,
  districtDivisionHead: 4,
  provincialDivisionDeputy: 4,
  provincialDivisionHead: 5,
  departmentDeputy: 6,
  districtDeputyLeader: 6,
  departmentHead: 7,
  districtLeader: 7,
  provincialDeputyLeader: 8,
  provincialLeader: 9,
} as const

const plan2021 = 'Kế hoạch ngày 15/8/2021 của Tỉnh ủy Hải Dương'
const qd142 = 'Quy định 142-QĐ/TW'

export type PresentationGate = {
  readonly id: 'AP-1' | 'AP-2' | 'AP-2b'
  readonly stage: StageKey
  /** Off unless this setting is on. */
  readonly onlyIf?: 'actionProgram.ap2b'
  readonly source: Ruled<string>
}

export type Overlay = {
  readonly id: OverlayId
  readonly name: { readonly vi: string; readonly en: string }
  readonly from: string
  /** Last day; null: open. */
  readonly until: string | null
  readonly procedures: readonly ProcedureKind[]
  /** Must the decision that switches it on be attached to the case? */
  readonly needsDecision: Ruled<boolean>
  readonly gates: readonly PresentationGate[]
}

export const overlays: Readonly<Record<OverlayId, Overlay>> = {
  'OV-AP2021': {
    id: 'OV-AP2021',
    name: { vi: 'Chương trình hành động', en: 'Action program' },
    from: '2021-08-15',
    until: null,
    procedures: ['appointmentOnSite'],
    needsDecision: ruled(false, 'SEED', plan2021),
    gates: [
      { id: 'AP-1', stage: 'expandedNomination', source: ruled(plan2021, 'SEED', plan2021) },
      { id: 'AP-2', stage: 'leadershipDecision', source: ruled(plan2021, 'SEED', plan2021) },
      { id: 'AP-2b', stage: 'leadershipReview', onlyIf: 'actionProgram.ap2b', source: ruled(plan2021, 'DEFAULT', gap(plan2021, '4.2')) },
    ],
  },
  'OV-142': {
    id: 'OV-142',
    name: { vi: 'Người đứng đầu giới thiệu', en: 'The head introduces' },
    from: '2024-04-23',
    until: '2029-04-22',
    procedures: ['appointmentOnSite'],
    needsDecision: ruled(true, 'REPORT', qd142),
    gates: [],
  },
  'OV-PILOT2021': {
    id: 'OV-PILOT2021',
    name: { vi: 'Thí điểm của tỉnh trước Quy định 142', en: 'Provincial pilots before Regulation 142' },
    from: '2021-08-15',
    until: '2024-04-22',
    procedures: ['appointmentOnSite'],
    needsDecision: ruled(true, 'DEFAULT', gap(plan2021, 'C-24')),
    gates: [],
  },
}

/** From this day there are no district divisions: the lowest post asked for is mapped by local decision (procedure.md 4.3). */
const districtsEnd = '2025-07-01'
const lowestPost = {
  beforeDistrictsEnd: ruled(ranks.districtDivisionDeputy, 'SEED', plan2021),
  provincialDivision: ruled(ranks.provincialDivisionDeputy, 'DEFAULT', gap(plan2021, '4.3')),
  communeDivision: ruled(ranks.communeDivisionDeputy, 'DEFAULT', gap(plan2021, '4.3')),
} as const

export type OverlayQuestion = {
  /** Day that binds the case. */
  readonly date: string
  readonly kind: ProcedureKind
  readonly postRank: number
  /** null: no leading post yet. Left out: not known, then the post counts as a higher one. */
  readonly currentRank?: number | null
  readonly afterDistricts?: 'provincialDivision' | 'communeDivision'
  /** Number of the decision that switches it on, where one must be attached. */
  readonly decision?: string
}
export type OverlayVerdict = { readonly id: OverlayId } & (
  | { readonly applies: true }
  | {
      readonly applies: false
      readonly why:
        | 'overlay-not-in-force'
        | 'overlay-not-for-procedure'
        | 'post-below-overlay-level'
        | 'post-not-higher'
        | 'overlay-decision-missing'
    }
)

export const isPromotion = (currentRank: number | null | undefined, postRank: number): boolean =>
  currentRank === null || currentRank === undefined || postRank > currentRank

/** The lowest rank whose candidates must present an action program on that day. */
export const lowestRankFor = (date: string, after: OverlayQuestion['afterDistricts'] = 'provincialDivision'): Ruled<number> =>
  date < districtsEnd ? lowestPost.beforeDistrictsEnd : lowestPost[after]

/** Of each overlay: may it lie over this case, and if not, why not. Whether it is switched on is the organization's word. */
export const overlaysFor = (question: OverlayQuestion): readonly OverlayVerdict[] =>
  overlayIds.map((id) => {
    const why = whyNot(overlays[id], question)
    return why === undefined ? { id, applies: true } : { id, applies: false, why }
  })

function whyNot(overlay: Overlay, question: OverlayQuestion): Extract<OverlayVerdict, { applies: false }>['why'] | undefined {
  const { date, postRank } = question
  if (date < overlay.from || (overlay.until !== null && date > overlay.until)) return 'overlay-not-in-force'
  if (!overlay.procedures.includes(question.kind)) return 'overlay-not-for-procedure'
  if (overlay.id === 'OV-AP2021') {
    if (postRank < lowestRankFor(date, question.afterDistricts).value) return 'post-below-overlay-level'
    if (!isPromotion(question.currentRank, postRank)) return 'post-not-higher'
  }
  if (overlay.needsDecision.value && question.decision === undefined) return 'overlay-decision-missing'
  return undefined
}

/** The stages at which every name on the ballot must present first (procedure.md 4.2). */
export function presentationStages(applied: readonly OverlayId[], settings: Readonly<Record<string, unknown>>): readonly StageKey[] {
  return applied.flatMap((id) =>
    overlays[id].gates.filter((gate) => gate.onlyIf === undefined || hasAp2b(settings)).map((gate) => gate.stage),
  )
}

export const hasAp2b = (settings: Readonly<Record<string, unknown>>): boolean => {
  const program = settings.actionProgram
  return typeof program === 'object' && program !== null && 'ap2b' in program && program.ap2b === true
}
