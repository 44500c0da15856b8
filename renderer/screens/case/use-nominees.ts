// Who can be chosen in the forms of a case.
import type { CaseView } from '../../../workflows/procedure/case-view.ts'
import { useCase } from '../../case-desk.tsx'

/** The nominees still in the case. */
export function useNominees(): CaseView['nominees'] {
  const { view } = useCase()
  return view.nominees.filter((nominee) => !nominee.isWithdrawn)
}
