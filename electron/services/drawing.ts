// The typesetter as the services see it: the same two calls, done in a worker thread that starts with the first of them.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { CheckSheet } from '../../records/check-sheet.ts'
import type { RecoverySheet } from '../../records/recovery-sheet.ts'
import type { ContentsSheet, StampSize, TypesetRefusal, Typesetter } from '../../records/typeset.ts'
import type { Result } from '../../workflows/core/result.ts'
import type { Paper } from '../../workflows/papers/paper.ts'
import type { Assets } from '../places.ts'

export type DrawRequest = {
  readonly id: number
  readonly work:
    | { readonly kind: 'paper'; readonly paper: Paper; readonly recordJson: Uint8Array | null }
    | { readonly kind: 'contents'; readonly sheet: ContentsSheet }
    | { readonly kind: 'checkReport'; readonly sheet: CheckSheet }
    | { readonly kind: 'recoveryKit'; readonly sheet: RecoverySheet }
    | { readonly kind: 'stamp'; readonly lines: readonly string[]; readonly size: StampSize; readonly day: string }
}
export type Drawn = { readonly id: number } & ({ readonly result: Result<Uint8Array, TypesetRefusal> } | { readonly failed: string })

export type Drawing = Typesetter & { close(): Promise<void> }
type Waiting = { readonly done: (result: never) => void; readonly fail: (error: Error) => void }

/** The bundle has the worker beside it as `typeset-worker.mjs`; the sources run as they are. */
function workerFile(): string {
  const bundled = fileURLToPath(new URL('./typeset-worker.mjs', import.meta.url))
  return existsSync(bundled) ? bundled : fileURLToPath(new URL('./typeset-worker.ts', import.meta.url))
}

export function startDrawing(assets: Assets): Drawing {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let asked = 0

  /** A worker that dies takes its drawings with it: they fail, and the next one gets a fresh worker. */
  function lose(error: Error): void {
    worker = null
    for (const { fail } of waiting.values()) fail(error)
    waiting.clear()
  }

  function start(): Worker {
    const fresh = new Worker(workerFile(), { workerData: assets })
    fresh.unref()
    fresh.on('message', (drawn: Drawn) => {
      const one = waiting.get(drawn.id)
      waiting.delete(drawn.id)
      if (waiting.size === 0) fresh.unref()
      if ('failed' in drawn) one?.fail(new Error(drawn.failed))
      else one?.done(drawn.result as never)
    })
    fresh.on('error', lose)
    fresh.on('exit', () => lose(new Error('the drawing worker ended')))
    return fresh
  }

  function ask<R>(work: DrawRequest['work']): Promise<R> {
    worker ??= start()
    const current = worker
    return new Promise<R>((done, fail) => {
      const id = ++asked
      waiting.set(id, { done, fail })
      // While a drawing is under way the process must not end.
      current.ref()
      current.postMessage({ id, work } satisfies DrawRequest)
    })
  }

  return {
    typeset: (paper, recordJson) => ask({ kind: 'paper', paper, recordJson }),
    contents: (sheet) => ask({ kind: 'contents', sheet }),
    checkReport: (sheet) => ask({ kind: 'checkReport', sheet }),
    recoveryKit: (sheet) => ask({ kind: 'recoveryKit', sheet }),
    stamp: (lines, size, day) => ask({ kind: 'stamp', lines, size, day }),
    async close() {
      await worker?.terminate()
    },
  }
}
