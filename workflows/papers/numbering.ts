// Which register a paper that is owed takes its number from.
import type { CaseState } from '../procedure/state.ts'
import { bodyOf } from './draw.ts'
import { isRequested, type PaperDue } from './due.ts'
import { paperDay } from './paper-day.ts'
import { registerOf, type Term } from './register.ts'
import { isDraft } from './requested/marks.ts'
import { requestedPapers } from './requested.ts'
import type { PaperPeople } from './sign-blocks.ts'

/**
 * Null for papers without a number, drafts among them, for those another body issues (its own register numbers them), and for Party papers
 * of a day that no term on record holds.
 */
export function registerFor(state: CaseState, due: PaperDue, people: PaperPeople, terms: readonly Term[]): string | null {
  const { organisation, isSample } = state.opened
  if (!isRequested(due)) return due.kind === 'voteSummary' ? null : registerOf(organisation, 'BB', paperDay(state, due), terms, isSample)
  if (isDraft(due.details)) return null
  const said = bodyOf(state, due, people)
  const sign = said.sign ?? requestedPapers.get(due.kind)?.sign ?? null
  if (sign === null || said.issuer) return null
  return registerOf(organisation, sign[organisation.form], due.day, terms, isSample)
}
