// One view of the registry on screen, asked again when something changed; the old one stands until the new one is there.
import { useCallback, useEffect, useState } from 'react'
import type { Answers, Question } from '../../../workflows/office.ts'
import { useDesk } from '../../desk.tsx'
import { askOffice, type Trouble, troubleOf } from '../../orders.ts'

export function useView<Q extends Question>(question: Q) {
  const { office } = useDesk()
  const [view, setView] = useState<Answers[Q['about']] | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const key = JSON.stringify(question)
  const load = useCallback(async (): Promise<void> => {
    const reply = await askOffice(office, JSON.parse(key) as Q)
    setTrouble(reply.ok ? null : troubleOf(reply))
    if (reply.ok) setView(reply.value)
  }, [office, key])
  useEffect(() => {
    void load()
    return office.onChange(() => void load())
  }, [office, load])
  return { view, trouble, reload: load }
}
