// A process that checks, and what becomes of its errands when it ends before its time: the one it was at is told from those that only waited.
import type { Helper } from '../helper.ts'
import type { BrokeOff } from './check-work.ts'
import type { CheckErrand, CheckTold } from './check-worker.ts'

/** The errand was not answered. `isCause`: the process was at it; else it waited behind another, and may be asked again. */
export class ProcessEnded extends Error {
  readonly why: Exclude<BrokeOff, 'check-stumbled'>
  readonly isCause: boolean
  constructor(why: ProcessEnded['why'], isCause: boolean) {
    super('a process of the check ended before its time')
    this.name = 'ProcessEnded'
    this.why = why
    this.isCause = isCause
  }
}

export type CheckProcess = {
  /** Fails with `ProcessEnded`, or with the reason of a stop. */
  ask<E extends CheckErrand>(errand: E, patienceMs: number): Promise<CheckTold<E>>
  end(): void
}

type Open = { readonly patienceMs: number; readonly answer: (told: never) => void; readonly fail: (reason: unknown) => void }

/** Answers come in the order of the errands, one at a time: only the first that is open is being worked at, and only its time counts. */
export function hireProcess(helper: Helper, signal: AbortSignal): CheckProcess {
  const open: Open[] = []
  let over: ((isCause: boolean) => unknown) | undefined
  let timer: NodeJS.Timeout | undefined

  function end(reasonFor: (isCause: boolean) => unknown): void {
    if (over) return
    over = reasonFor
    clearTimeout(timer)
    signal.removeEventListener('abort', stopped)
    helper.kill()
    for (const [at, { fail }] of open.splice(0).entries()) fail(reasonFor(at === 0))
  }
  function watch(): void {
    clearTimeout(timer)
    const [first] = open
    if (first) timer = setTimeout(() => end((isCause) => new ProcessEnded('check-takes-too-long', isCause)), first.patienceMs)
  }
  const stopped = () => end(() => signal.reason)
  signal.addEventListener('abort', stopped, { once: true })
  helper.onExit(() => end((isCause) => new ProcessEnded('process-ended', isCause)))
  helper.onMessage((told) => {
    open.shift()?.answer(told as never)
    watch()
  })
  return {
    ask: (errand, patienceMs) =>
      new Promise((answer, fail) => {
        if (over) return fail(over(false))
        if (signal.aborted) return fail(signal.reason)
        open.push({ patienceMs, answer, fail })
        if (open.length === 1) watch()
        helper.send(errand)
      }),
    end: () => end(() => new Error('the check is over')),
  }
}
