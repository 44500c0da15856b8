// One open case on screen: its view, the orders given to it, and the answer to the last one. The reply to an order is the new view.
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { CaseId } from '../workflows/core/ids.ts'
import type { CaseView, NextAct } from '../workflows/procedure/case-view.ts'
import type { CaseCommand, CaseCommandType } from '../workflows/procedure/commands.ts'
import { useDesk } from './desk.tsx'
import { keepSame } from './keep-same.ts'
import { askOffice, type Trouble, troubleOf, useOrders } from './orders.ts'
import { Loading } from './parts/loading.tsx'
import { Lost } from './parts/lost.tsx'

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
  const [view, show] = useState<CaseView | null>(null)
  const [loadTrouble, setLoadTrouble] = useState<Trouble | null>(null)
  const [troubled, setTroubled] = useState<CaseCommandType | null>(null)
  const { send, trouble, isBusy, clear } = useOrders(office)
  const { caseId } = props
  const setView = useCallback((next: CaseView) => show((before) => (before === null ? next : keepSame(before, next))), [])
  const version = useRef(0)
  version.current = view?.version ?? 0
  /** Orders of this window under way, and the newest version it heard of meanwhile: what the answer brings need not be asked for again. */
  const underWay = useRef({ orders: 0, heard: 0 })

  const load = useCallback(async () => {
    const reply = await askOffice(office, { about: 'case', caseId: CaseId.parse(caseId) })
    if (reply.ok) {
      setView(reply.value)
      setLoadTrouble(null)
    } else setLoadTrouble(troubleOf(reply))
  }, [office, caseId, setView])

  useEffect(() => {
    void load()
  }, [load])
  useEffect(
    () =>
      office.onChange((change) => {
        if (!change.stream.includes(caseId)) return
        underWay.current.heard = change.version
        if (underWay.current.orders === 0 && change.version !== version.current) void load()
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

  if (view === null) return loadTrouble === null ? <Loading /> : <Lost trouble={loadTrouble} at="home" onReload={() => void load()} />
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
      underWay.current.orders += 1
      underWay.current.heard = 0
      const done = await send({ to: 'case', caseId: CaseId.parse(caseId), seen: view.version, command })
      underWay.current.orders -= 1
      if (done?.case !== undefined) setView(done.case)
      const { heard } = underWay.current
      if (heard !== 0 && heard !== done?.case?.version) void load()
      return done !== null
    },
  }
  return <CaseContext.Provider value={desk}>{props.children}</CaseContext.Provider>
}
