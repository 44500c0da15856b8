// The process that holds a driver: foreign code runs here and nowhere else. One request, one answer, and the parent ends it.
import { openCryptoki } from './cryptoki.ts'
import { runErrand } from './token-session.ts'
import { type TokenAnswer, TokenRequest } from './token-talk.ts'

/** Electron gives a utility process a port; Node gives a forked one `send`. */
type Port = { on(event: 'message', listener: (event: { readonly data: unknown }) => void): void; postMessage(message: unknown): void }
const port = Reflect.get(process, 'parentPort') as Port | undefined

function answer(message: unknown): TokenAnswer {
  return runErrand(TokenRequest.parse(message), openCryptoki)
}

if (port !== undefined) port.on('message', ({ data }) => port.postMessage(answer(data)))
else process.on('message', (message) => process.send?.(answer(message)))
