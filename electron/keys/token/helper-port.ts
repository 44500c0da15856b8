// The other end of `Helper`: one errand comes in, one answer goes back, and whoever started the process ends it.

/** Electron gives a utility process a port; Node gives a forked one `send`. */
type Port = { on(event: 'message', listener: (event: { readonly data: unknown }) => void): void; postMessage(message: unknown): void }

export function answerErrands(answer: (message: unknown) => unknown): void {
  const port = Reflect.get(process, 'parentPort') as Port | undefined
  if (port !== undefined) port.on('message', ({ data }) => port.postMessage(answer(data)))
  else process.on('message', (message) => process.send?.(answer(message)))
}
