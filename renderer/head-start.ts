// What the first screen asks, asked before React is read: the answers come while the screen is being built.
import type { Answers, Office, Question, Reply } from '../workflows/office.ts'
import { firstWish, questionFor } from './case-wish.ts'

/** Word for word what the app and its list of cases ask first. */
const firstQuestions: readonly Question[] = [{ about: 'session' }, questionFor(firstWish, 0)]

/** The same office, with the first questions already on their way. Each answer is given once, and none after an order or a change. */
export function withHeadStart(office: Office): Office {
  const early = new Map<string, Promise<Reply<Answers[Question['about']]>>>()
  for (const question of firstQuestions) {
    const answer = office.ask(question)
    answer.catch(() => undefined) // whoever asks hears of it; an answer nobody asks for troubles nobody
    early.set(JSON.stringify(question), answer)
  }
  office.onChange(() => early.clear())
  return {
    dispatch(order) {
      early.clear()
      return office.dispatch(order)
    },
    ask<Q extends Question>(question: Q) {
      const key = JSON.stringify(question)
      const answer = early.get(key)
      early.delete(key)
      // The key is the whole question, so the answer is of its kind.
      return answer === undefined ? office.ask(question) : (answer as Promise<Reply<Answers[Q['about']]>>)
    },
    onChange: (listener) => office.onChange(listener),
  }
}
