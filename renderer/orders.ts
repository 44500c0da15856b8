// Sending an order and keeping its answer: done, refused, or a fault. A throw of the doorway is a fault too, told by a code.
import { useRef, useState } from 'react'
import type { Answers, Done, Fault, Office, Order, Question, Refusal, Reply } from '../workflows/office.ts'

export type Trouble = { readonly refusal: Refusal } | { readonly fault: Fault }

const doorwayFault: Fault = { code: 'E-DOORWAY', at: 'doorway' }

export const troubleOf = (reply: { readonly refusal: Refusal } | { readonly fault: Fault }): Trouble =>
  'refusal' in reply ? { refusal: reply.refusal } : { fault: reply.fault }

/** Asks, and turns a broken doorway into a fault instead of an unhandled rejection. */
export async function askOffice<Q extends Question>(office: Office, question: Q): Promise<Reply<Answers[Q['about']]>> {
  try {
    return await office.ask(question)
  } catch {
    return { ok: false, fault: doorwayFault }
  }
}

/** Milliseconds. Most orders are answered sooner: drawing a screen as busy and back would be all that a person waits for. */
const SHOWN_AFTER = 120

/** One order at a time: another given while one is under way is not sent, and changes nothing. */
export function useOrders(office: Office) {
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [isBusy, setBusy] = useState(false)
  const isUnderWay = useRef(false)
  return {
    trouble,
    isBusy,
    clear: () => setTrouble(null),
    /** The fresh views, or null when it was refused or failed (then `trouble` says why), or not sent. */
    async send(order: Order): Promise<Done | null> {
      if (isUnderWay.current) return null
      isUnderWay.current = true
      const waiting = setTimeout(() => setBusy(true), SHOWN_AFTER)
      setTrouble(null)
      try {
        const reply = await office.dispatch(order)
        if (reply.ok) return reply.value
        setTrouble(troubleOf(reply))
        return null
      } catch {
        setTrouble({ fault: doorwayFault })
        return null
      } finally {
        clearTimeout(waiting)
        setBusy(false)
        isUnderWay.current = false
      }
    },
  }
}
