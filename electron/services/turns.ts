// Who is at the office's file: orders one after another, questions beside them and beside one another, and a long recording all alone.

export type Turns = {
  /** One after another: a paper being signed and an order to its case must not cross. */
  order<T>(work: () => Promise<T>): Promise<T>
  /** Beside whatever else goes on, but not beside what is done alone: it waits for that. */
  question<T>(work: () => Promise<T>): Promise<T>
  /**
   * Only from inside an order. Begins once the questions under way are answered, and those that come meanwhile wait until it is over.
   * `signal`: does not wait any longer, and throws its reason.
   */
  alone<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T>
}

export function turns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  let asking = 0
  let whenQuiet: (() => void) | undefined
  let isAlone: Promise<unknown> | undefined

  return {
    order(work) {
      const mine = last.then(work)
      last = mine.catch(() => undefined)
      return mine
    },
    async question(work) {
      while (isAlone !== undefined) await isAlone
      asking += 1
      try {
        return await work()
      } finally {
        asking -= 1
        if (asking === 0) whenQuiet?.()
      }
    },
    async alone(signal, work) {
      signal.throwIfAborted()
      while (asking > 0)
        await new Promise<void>((done, fail) => {
          whenQuiet = done
          signal.addEventListener('abort', () => fail(signal.reason), { once: true })
        })
      // Alone from its first step: whoever is told of that, and asks at once, must wait already.
      const { promise, resolve } = Promise.withResolvers<void>()
      isAlone = promise
      try {
        return await work()
      } finally {
        isAlone = undefined
        resolve()
      }
    },
  }
}
