// The one file that touches `window.office`: the shell puts three functions there, the screens are handed this object.
import type { Answers, Change, Done, Office, Order, Question, Reply } from '../workflows/office.ts'

declare global {
  interface Window {
    /** Exposed by the shell before the first script runs. `onChange` is absent where the shell cannot pass functions. */
    readonly office?: Office
  }
}

/** The doorway as the screens use it. Throws when the page was opened outside a shell. */
export function officeOfWindow(): Office {
  const shell = window.office
  if (shell === undefined) throw new Error('no-shell')
  return {
    dispatch: (order: Order): Promise<Reply<Done>> => shell.dispatch(order),
    ask: <Q extends Question>(question: Q): Promise<Reply<Answers[Q['about']]>> => shell.ask(question),
    onChange: (listener: (change: Change) => void) => shell.onChange(listener),
  }
}
