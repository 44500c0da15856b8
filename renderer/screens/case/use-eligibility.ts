// The conditions and the dossier of every nominee of the case, as of today.
import { useCallback, useEffect, useState } from 'react'
import { CaseId } from '../../../workflows/core/ids.ts'
import type { EligibilityView } from '../../../workflows/eligibility/view.ts'
import { useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { askOffice, type Trouble, troubleOf } from '../../orders.ts'

/** Asked again whenever the case moves: the sheet is drawn from the same facts. */
export function useEligibility(): { readonly view: EligibilityView | null; readonly trouble: Trouble | null } {
  const { office } = useDesk()
  const { view } = useCase()
  const { caseId, version } = view
  const [found, setFound] = useState<EligibilityView | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const load = useCallback(async () => {
    const reply = await askOffice(office, { about: 'eligibility', caseId: CaseId.parse(caseId) })
    setTrouble(reply.ok ? null : troubleOf(reply))
    if (reply.ok) setFound(reply.value)
  }, [office, caseId])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version of the case is another sheet
  useEffect(() => {
    void load()
  }, [load, version])
  return { view: found, trouble }
}
