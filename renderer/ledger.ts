// How far the ledger of the open file stands. It moves with every order: only the lines that tell it are drawn anew, never the screen around them.
import { useSyncExternalStore } from 'react'
import type { SessionView } from '../workflows/office.ts'
import { useDesk } from './desk.tsx'

export type LedgerStanding = NonNullable<SessionView['ledger']>

/** What of a session stays while orders are recorded. */
export type SteadySession = Omit<SessionView, 'ledger'>

export const steadyOf = ({ ledger: _, ...steady }: SessionView): SteadySession => steady

export type LedgerStore = {
  get(): LedgerStanding | undefined
  set(next: LedgerStanding | undefined): void
  subscribe(listener: () => void): () => void
}

export function ledgerStore(first: LedgerStanding | undefined): LedgerStore {
  let standing = first
  const listeners = new Set<() => void>()
  return {
    get: () => standing,
    set(next) {
      standing = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Undefined while no file is open. */
export function useLedger(): LedgerStanding | undefined {
  const { ledger } = useDesk()
  return useSyncExternalStore(ledger.subscribe, ledger.get)
}
