// The conditions and the dossier of every nominee of the case, as of today.
import { CaseId } from '../../../workflows/core/ids.ts'
import type { EligibilityView } from '../../../workflows/eligibility/view.ts'
import { useCase } from '../../case-desk.tsx'
import type { Trouble } from '../../orders.ts'
import { useAnswer } from '../../use-answer.ts'

/** Asked again whenever the case moves: the sheet is drawn from the same facts. */
export function useEligibility(): { readonly view: EligibilityView | null; readonly trouble: Trouble | null } {
  const { view } = useCase()
  const { answer, trouble } = useAnswer({ about: 'eligibility', caseId: CaseId.parse(view.caseId) }, undefined, view.version)
  return { view: answer, trouble }
}
