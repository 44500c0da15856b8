// What every form of the registry stands on: its draft, whether somebody tried to record it, the order and its answer.
import { useState } from 'react'
import type { RegistryCommand } from '../../../workflows/registry/commands.ts'
import { useDesk } from '../../desk.tsx'
import { useOrders } from '../../orders.ts'
import { useDraft } from '../../use-draft.ts'

/** @param blank the empty form on that day (ISO). @param name tells forms of the same boxes apart, see `useDraft`. */
export function useRegistryForm<T extends object>(blank: (today: string) => T, name?: string) {
  const { office, session } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  const { draft, set, done } = useDraft(blank(session.today), name)
  const [tried, setTried] = useState(false)
  return {
    today: session.today,
    draft,
    set,
    /** It was recorded: the draft goes. */
    isSaved: done,
    tried,
    setTried,
    trouble,
    isBusy,
    order: (command: RegistryCommand) => send({ to: 'registry', command }),
  }
}
