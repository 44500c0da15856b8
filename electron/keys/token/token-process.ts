// Sends one errand to a driver's own process and ends that process whatever comes: an answer, a crash, or nothing in time.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ok, type Result, refuse } from '../../../workflows/core/result.ts'
import type { StartHelper } from '../../helper.ts'
import { TokenAnswer, type TokenRefusal, type TokenRequest } from './token-talk.ts'

export type ErrandRefusal =
  | TokenRefusal
  | { readonly code: 'token-driver-crashed' }
  | { readonly code: 'token-driver-hung'; readonly seconds: number }

type Done = Extract<TokenAnswer, { ok: true }>

/** Slow readers take seconds to wake; a PIN pad waits for a person. */
const patience = { describe: 20, list: 30, sign: 90 } as const

/** The bundle has the worker beside it as `token-worker.cjs`; the sources run as they are. */
function tokenWorkerFile(): string {
  const bundled = fileURLToPath(new URL('./token-worker.cjs', import.meta.url))
  return existsSync(bundled) ? bundled : fileURLToPath(new URL('./token-worker.ts', import.meta.url))
}

/** @param seconds waited before the process is ended; tests wait less. */
export function askDriver(
  start: StartHelper,
  request: TokenRequest,
  { file = tokenWorkerFile(), seconds = patience[request.want] as number } = {},
): Promise<Result<Done, ErrandRefusal>> {
  return new Promise((done, fail) => {
    const helper = start(file)
    let isOver = false
    const end = (finish: () => void) => {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      helper.kill()
      finish()
    }
    const timer = setTimeout(() => end(() => done(refuse({ code: 'token-driver-hung', seconds }))), seconds * 1000)
    helper.onExit(() => end(() => done(refuse({ code: 'token-driver-crashed' }))))
    helper.onMessage((message) => {
      const answer = TokenAnswer.safeParse(message)
      if (!answer.success) end(() => fail(new Error('the token process answered in another shape')))
      else end(() => done(answer.data.ok ? ok(answer.data) : refuse(answer.data.refusal)))
    })
    helper.send(request)
  })
}
