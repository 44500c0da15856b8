// The other end of `Helper`: each errand gets one answer, in the order they came, and whoever started the process ends it.

/** Electron gives a utility process a port; Node gives a forked one `send`. */
type Port = { on(event: 'message', listener: (event: { readonly data: unknown }) => void): void; postMessage(message: unknown): void }

/** One errand at a time. An answer that throws ends the process: whoever waits hears that it is gone. */
export function answerErrands(answer: (message: unknown) => unknown): void {
  let last: Promise<unknown> = Promise.resolve()
  const queued = (message: unknown, send: (answer: unknown) => void): void => {
    // Said in so many words: of a promise that nobody waits for, one shell ends the process and the other only warns.
    last = last.then(async () => send(await answer(message))).catch(() => process.exit(1))
  }
  const port = Reflect.get(process, 'parentPort') as Port | undefined
  if (port !== undefined) port.on('message', ({ data }) => queued(data, (answered) => port.postMessage(answered)))
  else process.on('message', (message) => queued(message, (answered) => void process.send?.(answered as object)))
}
