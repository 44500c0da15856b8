// Going to the rehearsals and back: the records are put aside, and every screen begins again.
import type { CaseId } from '../workflows/core/ids.ts'
import type { Done } from '../workflows/office.ts'
import { useDesk } from './desk.tsx'
import { useOrders } from './orders.ts'

export function useRehearsals() {
  const { office, setSession, go } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const arrive = (done: Done | null) => {
    if (done?.session === undefined) return
    setSession(done.session)
    if (done.case === undefined) go({ at: 'home' })
    else go({ at: 'case', caseId: done.case.caseId })
  }
  return {
    trouble,
    isBusy,
    enter: async () => arrive(await send({ to: 'shell', act: { act: 'enterRehearsal' } })),
    leave: async () => arrive(await send({ to: 'shell', act: { act: 'leaveRehearsal' } })),
    copy: async (caseId: CaseId) => arrive(await send({ to: 'shell', act: { act: 'rehearseCase', caseId: caseId } })),
  }
}
