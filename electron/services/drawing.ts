// The typesetter as the services see it: the same two calls, done in a worker thread that starts with the first of them.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { CheckSheet } from '../../records/check-sheet.ts'
import type { RecoverySheet } from '../../records/recovery-sheet.ts'
import type { ContentsSheet, StampSize, TypesetRefusal, Typesetter } from '../../records/typeset.ts'
import type { Result } from '../../workflows/core/result.ts'
import type { Paper } from '../../workflows/papers/paper.ts'
import type { Form2C } from '../../workflows/registry/form-2c.ts'
import type { Assets } from '../places.ts'

export type DrawRequest = {
  readonly id: number
  readonly work:
    | { readonly kind: 'paper'; readonly paper: Paper; readonly recordJson: Uint8Array | null }
    | { readonly kind: 'contents'; readonly sheet: ContentsSheet }
    | { readonly kind: 'checkReport'; readonly sheet: CheckSheet }
    | { readonly kind: 'recoveryKit'; readonly sheet: RecoverySheet }
    | { readonly kind: 'form2C'; readonly form: Form2C }
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

/** Typst keeps what it drew, 3 MB a paper, and WASM gives no memory back: past this many drawings a worker makes room for a fresh one. */
const drawingsPerWorker = 100

type Hired = { readonly worker: Worker; readonly waiting: Map<number, Waiting>; asked: number }
type Hiring = { readonly perWorker?: number; readonly hire?: (assets: Assets) => Worker }
const hireWorker = (assets: Assets): Worker => new Worker(workerFile(), { workerData: assets })

export function startDrawing(assets: Assets, { perWorker = drawingsPerWorker, hire = hireWorker }: Hiring = {}): Drawing {
  const hired = new Set<Hired>()
  let current: Hired | null = null
  let asked = 0

  /** A worker that dies takes its drawings with it: they fail, and the next one gets a fresh worker. */
  function lose(one: Hired, error: Error): void {
    if (current === one) current = null
    hired.delete(one)
    for (const { fail } of one.waiting.values()) fail(error)
    one.waiting.clear()
  }

  function start(): Hired {
    const one: Hired = { worker: hire(assets), waiting: new Map(), asked: 0 }
    const { worker, waiting } = one
    hired.add(one)
    worker.unref()
    worker.on('message', (drawn: Drawn) => {
      const asker = waiting.get(drawn.id)
      waiting.delete(drawn.id)
      if (waiting.size === 0) rest(one)
      if ('failed' in drawn) asker?.fail(new Error(drawn.failed))
      else asker?.done(drawn.result as never)
    })
    worker.on('error', (error) => lose(one, error))
    worker.on('exit', () => lose(one, new Error('the drawing worker ended')))
    return one
  }

  /** Nothing is under way: the process may end, and a worker that has drawn its share goes. */
  function rest(one: Hired): void {
    one.worker.unref()
    if (one.asked < perWorker) return
    if (current === one) current = null
    void one.worker.terminate()
  }

  function ask<R>(work: DrawRequest['work']): Promise<R> {
    if (!current || current.asked >= perWorker) current = start()
    const one = current
    return new Promise<R>((done, fail) => {
      const id = ++asked
      one.asked += 1
      one.waiting.set(id, { done, fail })
      // While a drawing is under way the process must not end.
      one.worker.ref()
      one.worker.postMessage({ id, work } satisfies DrawRequest)
    })
  }

  return {
    typeset: (paper, recordJson) => ask({ kind: 'paper', paper, recordJson }),
    contents: (sheet) => ask({ kind: 'contents', sheet }),
    checkReport: (sheet) => ask({ kind: 'checkReport', sheet }),
    recoveryKit: (sheet) => ask({ kind: 'recoveryKit', sheet }),
    form2C: (form) => ask({ kind: 'form2C', form }),
    stamp: (lines, size, day) => ask({ kind: 'stamp', lines, size, day }),
    async close() {
      await Promise.all([...hired].map(({ worker }) => worker.terminate()))
    },
  }
}
