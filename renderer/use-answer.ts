// The newest answer to a question, on screen: the old one stands until the new one is there, and a "no" is told, never taken for an empty answer.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answers, Change, Question } from '../workflows/office.ts'
import { useDesk } from './desk.tsx'
import { askOffice, type Trouble, troubleOf } from './orders.ts'

const never = () => false
/** Whatever changed may change the answer. */
export const anyNews = () => true

/**
 * Null asks nothing. Asked anew after a change that `isNews` (a function of the module: another one is another question), and when `again` differs.
 * `isOfThis`: the answer is one to this very question, not to the one before.
 */
export function useAnswer<Q extends Question>(question: Q | null, isNews: (change: Change) => boolean = never, again?: unknown) {
  const { office } = useDesk()
  const [found, setFound] = useState<{ readonly asked: string; readonly answer: Answers[Q['about']] } | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const asked = JSON.stringify(question)
  const turn = useRef(0)
  const load = useCallback(async (): Promise<void> => {
    const mine = ++turn.current
    const current: Q | null = JSON.parse(asked)
    if (current === null) return setTrouble(null)
    const reply = await askOffice(office, current)
    // Answers may overtake each other: only that to the newest question counts.
    if (mine !== turn.current) return
    setTrouble(reply.ok ? null : troubleOf(reply))
    if (reply.ok) setFound({ asked, answer: reply.value })
  }, [office, asked])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `again` is a reason to ask
  useEffect(() => {
    void load()
    const stop = office.onChange((change) => {
      if (isNews(change)) void load()
    })
    return () => {
      turn.current += 1
      stop()
    }
  }, [office, load, isNews, again])
  return { answer: found?.answer ?? null, isOfThis: found?.asked === asked, trouble, reload: load }
}
