// What planning looks like now, and orders to it: asked again after every order and whenever another window changes it.
import type { Change, Question } from '../../../workflows/office.ts'
import type { PlanningCommand } from '../../../workflows/planning/commands.ts'
import type { PlanningAnswers } from '../../../workflows/planning-counter.ts'
import { useDesk } from '../../desk.tsx'
import { useOrders } from '../../orders.ts'
import { useAnswer } from '../../use-answer.ts'

const isOfPlanning = ({ stream }: Change): boolean => stream === 'planning'

/** The newest answer to a question; null before the first one. */
export const usePlanning = <Q extends Extract<Question, { about: keyof PlanningAnswers }>>(question: Q) => useAnswer(question, isOfPlanning)

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
