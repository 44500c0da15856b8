// Work that may last: it says how far it is, gives others their turn, and can be stopped while nothing of it counts yet. Quick work is never told of.
import { setImmediate as breathe, setTimeout as wait } from 'node:timers/promises'
import { type Result, refuse } from '../../workflows/core/result.ts'
import type { WorkKind, WorkView } from '../../workflows/long-work.ts'
import type { Refusal } from '../../workflows/office.ts'

/** What the one who works is handed. */
export type Work = {
  /** So many pieces are finished. Others get their turn; once somebody asked to stop, it does not come back from here. `kind`: what it is at now. */
  step(done: number, of: number, kind?: WorkKind): Promise<void>
  /**
   * The point of no return: the last chance to be stopped, and from here on what is begun is written whole. `holds`: what follows may hold
   * this thread for long, so the windows are told first.
   */
  settle(holds?: boolean): Promise<void>
  /** Aborted by a stop, with what unwinds the work as its reason: for what goes on in a worker. */
  readonly signal: AbortSignal
}

export type Works = {
  /** Answers with what the work answers, or `work-stopped`. A stop unwinds it, so whoever wrote half a file takes it away as after a fault. */
  run<T>(kind: WorkKind, act: (work: Work) => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>>
  stop(workId: string): void
  /** The app is closing. */
  stopAll(): void
}

/** Unwinds a work like a fault, and is turned into its answer where the work began. */
class WorkStopped extends Error {
  override readonly name = 'WorkStopped'
}

/** Windows are not told of work that is over by then, and not more often. */
const usualMs = 150
/** Time for the word to reach the windows before a write that holds this thread. */
const wordMs = 30

type Going = { view: WorkView; readonly stopper: AbortController; toldAt: number }

export function longWorks(tell: (work: WorkView) => void, everyMs = usualMs): Works {
  const going = new Map<string, Going>()
  let count = 0

  function say(one: Going, change: Partial<WorkView> = {}): void {
    one.view = { ...one.view, ...change }
    one.toldAt = performance.now()
    tell(one.view)
  }

  function stop(workId: string): void {
    const one = going.get(workId)
    if (one === undefined || one.view.stop !== 'may') return
    say(one, { stop: 'asked' })
    one.stopper.abort(new WorkStopped())
  }

  return {
    stop,
    stopAll() {
      for (const workId of going.keys()) stop(workId)
    },
    async run(kind, act) {
      const workId = `w${++count}`
      const begunAt = performance.now()
      const one: Going = { view: { workId, kind, done: 0, of: 0, stop: 'may' }, stopper: new AbortController(), toldAt: 0 }
      going.set(workId, one)
      // Tells of a work that waits for others (a worker, a token) and comes to no step by itself.
      const first = setTimeout(() => say(one), everyMs)
      const isTold = () => one.toldAt > 0
      const end = (over: NonNullable<WorkView['over']>) => {
        clearTimeout(first)
        going.delete(workId)
        if (isTold()) say(one, { over })
      }
      const work: Work = {
        signal: one.stopper.signal,
        async step(done, of, now = one.view.kind) {
          one.view = { ...one.view, done, of, kind: now }
          if (performance.now() - Math.max(begunAt, one.toldAt) >= everyMs) {
            clearTimeout(first)
            say(one)
          }
          await breathe()
          one.stopper.signal.throwIfAborted()
        },
        async settle(holds = false) {
          await breathe()
          one.stopper.signal.throwIfAborted()
          clearTimeout(first)
          one.view = { ...one.view, stop: 'late' }
          if (!holds && !isTold()) return
          say(one)
          await wait(wordMs)
        },
      }
      try {
        const result = await act(work)
        end(result.ok ? 'done' : one.stopper.signal.aborted ? 'stopped' : 'failed')
        return result
      } catch (error) {
        const isStop = error instanceof WorkStopped
        end(isStop ? 'stopped' : 'failed')
        if (isStop) return refuse({ code: 'work-stopped' })
        throw error
      }
    },
  }
}

/** Waits for what cannot be stopped itself, such as a page being drawn; stopped, what comes of it is dropped. */
export function unlessStopped<T>(answer: Promise<T>, { signal }: Work): Promise<T> {
  signal.throwIfAborted()
  return new Promise<T>((done, fail) => {
    const stopped = () => fail(signal.reason)
    signal.addEventListener('abort', stopped, { once: true })
    answer.then(done, fail).finally(() => signal.removeEventListener('abort', stopped))
  })
}

/** For the command line, where nobody watches and Ctrl C ends the process. */
export const unwatched: Work = {
  step: async () => undefined,
  settle: async () => undefined,
  signal: new AbortController().signal,
}
