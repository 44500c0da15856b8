// What the entry of a bundle stands on: the totals as they are kept, and the few things that can be done to them, one after another.
import { useCallback, useEffect, useRef, useState } from 'react'
import { addSlip, type BundleTotals, noTotals, type Slip } from '../../../workflows/conference/bundle-totals.ts'
import type { SlipForm } from '../../../workflows/conference/slip-form.ts'
import { CaseId } from '../../../workflows/core/ids.ts'
import type { CountMode, OpenBundleView } from '../../../workflows/counting.ts'
import type { Done, ShellAct } from '../../../workflows/office.ts'
import { useCase } from '../../case-desk.tsx'
import { useDesk } from '../../desk.tsx'
import { askOffice, type Trouble, troubleOf } from '../../orders.ts'

export type Counter = {
  readonly bundle: OpenBundleView
  readonly trouble: Trouble | null
  /** Each answers once the disk has it; true when it was done. */
  add(slip: Slip): Promise<boolean>
  takeBack(): Promise<boolean>
  /** `next`: from the totals as they stand when its turn comes. */
  set(next: (totals: BundleTotals) => BundleTotals): Promise<boolean>
  close(): Promise<boolean>
  leave(): Promise<boolean>
}

type CountAct = Extract<ShellAct, { readonly no: number }>
type Without<T> = T extends unknown ? Omit<T, 'caseId'> : never

/** The bundle the operator at work has open: null while there is none, undefined until it is known. */
export function useOpenBundle() {
  const { office } = useDesk()
  const { view, setView } = useCase()
  const caseId = CaseId.parse(view.caseId)
  const [bundle, setBundle] = useState<OpenBundleView | null | undefined>(undefined)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  /** What the disk holds, also before the screen was drawn again. */
  const now = useRef<OpenBundleView | null>(null)
  /** Keys come faster than disks: each act waits for the one before. */
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  useEffect(() => {
    let isGone = false
    void askOffice(office, { about: 'openBundle', caseId }).then((reply) => {
      if (isGone) return
      if (reply.ok) {
        now.current = reply.value
        setBundle(reply.value)
      } else setTrouble(troubleOf(reply))
    })
    return () => {
      isGone = true
    }
  }, [office, caseId])

  const send = useCallback(
    (act: () => Without<CountAct>): Promise<boolean> => {
      const mine = turn.current.then(async () => {
        const reply = await office.dispatch({ to: 'shell', act: { ...act(), caseId } as CountAct }).catch(() => null)
        if (reply === null) return refused({ fault: { code: 'E-DOORWAY', at: 'doorway' } })
        if (!reply.ok) return refused(troubleOf(reply))
        take(reply.value)
        return true
      })
      turn.current = mine
      return mine
      function refused(found: Trouble): boolean {
        setTrouble(found)
        return false
      }
      function take(done: Done): void {
        setTrouble(null)
        if (done.openBundle !== undefined) {
          now.current = done.openBundle
          setBundle(done.openBundle)
        }
        if (done.case !== undefined) setView(done.case)
      }
    },
    [office, caseId, setView],
  )

  const seen = useRef(view.version)
  seen.current = view.version
  const open = (no: number, mode: CountMode) => send(() => ({ act: 'openCountBundle', no, mode }))
  const no = bundle?.no ?? 0
  const counter: Counter | null =
    bundle == null
      ? null
      : {
          bundle,
          trouble,
          add: (slip) => send(() => ({ act: 'addSlip', no, slip })),
          takeBack: () => send(() => ({ act: 'takeBackSlip', no })),
          set: (next) => send(() => ({ act: 'setTotals', no, totals: next(now.current?.totals ?? bundle.totals) })),
          close: () => send(() => ({ act: 'closeOpenBundle', no, seen: seen.current })),
          leave: () => send(() => ({ act: 'leaveOpenBundle', no })),
        }
  return { counter, isKnown: bundle !== undefined, trouble, open }
}

/** A bundle of known slips, in this window's memory alone: nothing of it can reach the count. */
export function useTrialBundle(form: SlipForm, size: number, onClose: (totals: BundleTotals) => void): Counter {
  const [totals, setTotals] = useState(() => noTotals(form))
  const [before, setBefore] = useState<BundleTotals | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const become = (next: BundleTotals, last: BundleTotals | null): Promise<boolean> => {
    setTotals(next)
    setBefore(last)
    setTrouble(null)
    return Promise.resolve(true)
  }
  const leave = () => become(noTotals(form), null)
  return {
    bundle: { no: 0, size, attempt: 1, mode: 'slips', totals, mayTakeBack: before !== null },
    trouble,
    add(slip) {
      const added = addSlip(form, size, totals, slip)
      if (added.ok) return become(added.value, totals)
      setTrouble({ refusal: added.refusal })
      return Promise.resolve(false)
    },
    takeBack: () => (before === null ? Promise.resolve(false) : become(before, null)),
    set: (next) => become(next(totals), null),
    close() {
      onClose(totals)
      return Promise.resolve(true)
    },
    leave,
  }
}
