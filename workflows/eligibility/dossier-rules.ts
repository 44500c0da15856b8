// The papers of an appointment dossier by rulebook as data (documents.md A7, procedure.md 5.2): which, how long each counts, by which article.
import { article, gap, ND115_85, ND138, ND170, ND170_300, ruled } from '../rulebooks/cite.ts'
import type { OverlayId, ProcedureKind, RulebookId, Ruled } from '../rulebooks/types.ts'

export const dossierItems = [
  'submission',
  'stepPapers',
  'curriculumVitae',
  'selfAssessment3y',
  'collectiveAssessment3y',
  'partyCellAssessment',
  'residenceComment',
  'politicalStandardConclusion',
  'assetDeclaration',
  'diplomaCopies',
  'healthCertificate',
  'partyOpinion',
  'planningDecision',
  'ratings3y',
  'controlBodiesOpinion',
  'actionProgram',
] as const
export type DossierItem = (typeof dossierItems)[number]

/** `thisCase`: made for this case; `open`: no fixed time. */
export type Validity = { readonly months: number } | 'thisCase' | 'open'

export type DossierRule = {
  readonly item: DossierItem
  /** `HS03`: its code in A7. */
  readonly code: string
  readonly required: Ruled<boolean>
  readonly validity: Ruled<Validity>
  /** The case itself holds it: nobody files it. */
  readonly isFromCase: boolean
}

const articles: Readonly<Record<RulebookId, string>> = {
  RB2017: article('48', ND138),
  RB2022: article('48', ND115_85),
  RB2025a: article('35', ND170),
  RB2025b: article('35', ND170),
  RB2026: article('35', ND170_300),
}

export type DossierQuestion = { readonly rulebook: RulebookId; readonly kind: ProcedureKind; readonly overlays: readonly OverlayId[] }

/** The checklist of a nominee's dossier, in the order of A7. */
export function dossierRules({ rulebook, kind, overlays }: DossierQuestion): DossierRule[] {
  const at = articles[rulebook]
  const text = <T>(value: T): Ruled<T> => ({ value, evidence: 'TEXT', article: at })
  const known = <T>(value: T): Ruled<T> => ({ value, evidence: 'GK', article: gap(at, 'A7') })
  const own = <T>(value: T): Ruled<T> => ({ value, evidence: 'DEFAULT', article: gap(at, 'A7') })
  const sixMonths = text<Validity>({ months: 6 })
  const isAgain = kind === 'reappointment'
  const line = (item: DossierItem, code: string, required: Ruled<boolean>, validity: Ruled<Validity>, isFromCase = false): DossierRule => ({
    item,
    code,
    required,
    validity,
    isFromCase,
  })
  return [
    line('submission', 'HS01', text(true), rulebook === 'RB2026' ? sixMonths : text('thisCase'), true),
    line('stepPapers', 'HS02', text(true), text('thisCase'), true),
    line('curriculumVitae', 'HS03', text(true), sixMonths),
    line('selfAssessment3y', 'HS04', text(true), sixMonths),
    line('collectiveAssessment3y', 'HS05', text(true), sixMonths),
    // Not in the list of NĐ138 as far as it was seen.
    line('partyCellAssessment', 'HS05', rulebook === 'RB2017' ? own(true) : text(true), sixMonths),
    line('residenceComment', 'HS06', text(true), sixMonths),
    // For a reappointment only when something new is known (G-17).
    line('politicalStandardConclusion', 'HS07', text(!isAgain), text('open')),
    line('assetDeclaration', 'HS08', text(true), rulebook === 'RB2026' ? sixMonths : text('open')),
    line('diplomaCopies', 'HS09', text(true), text('open')),
    line('healthCertificate', 'HS10', text(true), sixMonths),
    line('partyOpinion', 'HS11', known(true), known('thisCase'), true),
    line('planningDecision', 'HS12', known(!isAgain), known('open')),
    line('ratings3y', 'HS13', known(true), known('open')),
    // Where such a body was asked.
    line('controlBodiesOpinion', 'HS14', known(false), own({ months: 6 })),
    ...(overlays.includes('OV-AP2021')
      ? [line('actionProgram', 'HS15', ruled(true, 'SEED', 'Kế hoạch ngày 15/8/2021 của Tỉnh ủy Hải Dương'), own('thisCase'), true)]
      : []),
  ]
}

/** A paper about to lapse is told this long before, in working days. */
export const lapseNotice = ruled(10, 'DEFAULT', 'Thiết lập: nhắc giấy tờ sắp hết hạn')
