// What every screen stands on: the office, who is working, today, and the way to another screen.
import { createContext, type ReactNode, useContext } from 'react'
import type { Office, SessionView } from '../workflows/office.ts'
import type { LedgerStore, SteadySession } from './ledger.ts'
import type { Route } from './route.ts'

export type Shown = { readonly isSample: boolean; readonly owed: number; readonly isMeetingHeld: boolean }

export type Desk = {
  readonly office: Office
  readonly session: SteadySession
  readonly ledger: LedgerStore
  readonly setSession: (session: SessionView) => void
  readonly go: (route: Route) => void
  /** The case on screen says what the frame shows of it: the mark of sample data, papers still owed. Null: no case on screen. */
  readonly note: (shown: Shown | null) => void
}

const DeskContext = createContext<Desk | null>(null)

export function DeskProvider(props: { readonly desk: Desk; readonly children: ReactNode }) {
  return <DeskContext.Provider value={props.desk}>{props.children}</DeskContext.Provider>
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('a screen stands outside the desk')
  return desk
}
