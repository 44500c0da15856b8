// One open case on screen: its view, the orders given to it, and the answer to the last one. The reply to an order is the new view.
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import { CaseId } from '../workflows/core/ids.ts'
import type { CaseView, NextAct } from '../workflows/procedure/case-view.ts'
import type { CaseCommand, CaseCommandType } from '../workflows/procedure/commands.ts'
import { useDesk } from './desk.tsx'
import { askOffice, type Trouble, troubleOf, useOrders } from './orders.ts'
import { Loading } from './parts/loading.tsx'
import { TroubleBox } from './parts/trouble.tsx'

export type CaseDesk = {
  readonly view: CaseView
  readonly today: string
  /** True when it was recorded. */
  readonly order: (command: CaseCommand) => Promise<boolean>
  readonly isBusy: boolean
  readonly trouble: Trouble | null
  /** Which command the trouble belongs to. */
  readonly troubled: CaseCommandType | null
  readonly reload: () => void
  readonly nameOf: (operatorId: string) => string
  readonly setView: (view: CaseView) => void
}

const CaseContext = createContext<CaseDesk | null>(null)

export function useCase(): CaseDesk {
  const desk = useContext(CaseContext)
  if (desk === null) throw new Error('a case screen stands outside its case')
  return desk
}

/** The act of this command as the view offers it, open or shut; undefined when it is not to be asked now. */
export function actOf(view: CaseView, command: CaseCommandType): NextAct | undefined {
  return view.nextActs.find((act) => act.command === command)
}

export function CaseProvider(props: { readonly caseId: string; readonly children: ReactNode }) {
  const { office, session, note } = useDesk()
  const [view, setView] = useState<CaseView | null>(null)
  const [loadTrouble, setLoadTrouble] = useState<Trouble | null>(null)
  const [troubled, setTroubled] = useState<CaseCommandType | null>(null)
  const { send, trouble, isBusy, clear } = useOrders(office)
  const { caseId } = props

  const load = useCallback(async () => {
    const reply = await askOffice(office, { about: 'case', caseId: CaseId.parse(caseId) })
    if (reply.ok) {
      setView(reply.value)
      setLoadTrouble(null)
    } else setLoadTrouble(troubleOf(reply))
  }, [office, caseId])

  useEffect(() => {
    void load()
  }, [load])
  useEffect(
    () =>
      office.onChange((change) => {
        if (change.stream.includes(caseId)) void load()
      }),
    [office, caseId, load],
  )

  useEffect(() => {
    if (view !== null)
      note({
        isSample: view.opening.isSample,
        owed: view.papers.filter((paper) => paper.status === 'owed').length,
        isMeetingHeld: view.conference !== undefined,
      })
  }, [view, note])
  useEffect(() => () => note(null), [note])

  if (view === null) return loadTrouble === null ? <Loading /> : <TroubleBox trouble={loadTrouble} onReload={() => void load()} />
  const desk: CaseDesk = {
    view,
    today: session.today,
    setView,
    isBusy,
    trouble,
    troubled,
    reload: () => {
      clear()
      void load()
    },
    nameOf: (operatorId) => session.operators.find((operator) => operator.operatorId === operatorId)?.name ?? operatorId,
    async order(command) {
      setTroubled(command.type)
      const done = await send({ to: 'case', caseId: CaseId.parse(caseId), seen: view.version, command })
      if (done?.case !== undefined) setView(done.case)
      return done !== null
    },
  }
  return <CaseContext.Provider value={desk}>{props.children}</CaseContext.Provider>
}
