// One view of the registry on screen, asked again when something changed; the old one stands until the new one is there.
import type { Question } from '../../../workflows/office.ts'
import { anyNews, useAnswer } from '../../use-answer.ts'

export function useView<Q extends Question>(question: Q) {
  const { answer: view, trouble, reload } = useAnswer(question, anyNews)
  return { view, trouble, reload }
}
