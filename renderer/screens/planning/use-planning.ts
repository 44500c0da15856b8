// What planning looks like now, and orders to it: asked again after every order and whenever another window changes it.
import { useCallback, useEffect, useState } from 'react'
import type { Question } from '../../../workflows/office.ts'
import type { PlanningCommand } from '../../../workflows/planning/commands.ts'
import type { PlanningAnswers } from '../../../workflows/planning-counter.ts'
import { useDesk } from '../../desk.tsx'
import { askOffice, type Trouble, troubleOf, useOrders } from '../../orders.ts'

type PlanningQuestion = Extract<Question, { about: keyof PlanningAnswers }>

/** The newest answer to a question; null before the first one. */
export function useAnswer<Q extends PlanningQuestion>(question: Q) {
  const { office } = useDesk()
  const [answer, setAnswer] = useState<PlanningAnswers[Q['about']] | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const asked = JSON.stringify(question)
  const load = useCallback(async () => {
    const reply = await askOffice<PlanningQuestion>(office, JSON.parse(asked))
    setTrouble(reply.ok ? null : troubleOf(reply))
    if (reply.ok) setAnswer(reply.value as PlanningAnswers[Q['about']])
  }, [office, asked])
  useEffect(() => {
    void load()
    return office.onChange((change) => {
      if (change.stream === 'planning') void load()
    })
  }, [office, load])
  return { answer, trouble, load }
}

/** Orders to planning, judged by the version that was shown. */
export function usePlanningOrders(seen: number, reload: () => Promise<void>) {
  const { office } = useDesk()
  const { send, trouble, isBusy } = useOrders(office)
  return {
    trouble,
    isBusy,
    /** True when it was recorded. `after`: how many facts orders of the same act recorded before this one. */
    async order(command: PlanningCommand, after = 0): Promise<boolean> {
      const done = await send({ to: 'planning', seen: seen + after, command })
      if (done !== null) await reload()
      return done !== null
    },
  }
}
