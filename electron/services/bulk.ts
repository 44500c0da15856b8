// What would hold this thread for long is done by a worker of its own; a stop ends it in the middle. What is small is done here before one has started.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type BulkAnswers, type BulkJob, type BulkName, doBulk } from './bulk-jobs.ts'
import type { Work } from './long-work.ts'

type BulkJobOf<J extends BulkName> = Extract<BulkJob, { readonly job: J }>

/** The bundle has the worker beside it; the sources run as they are. */
function workerFile(): string {
  const bundled = fileURLToPath(new URL('./bulk-worker.mjs', import.meta.url))
  return existsSync(bundled) ? bundled : fileURLToPath(new URL('./bulk-worker.ts', import.meta.url))
}

async function* nothing(): AsyncGenerator<string> {}

/** `isBig`: it takes longer than a worker takes to start. */
export async function inBulk<J extends BulkName>(job: BulkJobOf<J>, isBig: boolean, work: Work): Promise<BulkAnswers[J]> {
  if (!isBig) return (await doBulk(job, nothing())) as BulkAnswers[J]
  work.signal.throwIfAborted()
  const worker = hired(job, work)
  try {
    return await worker.answer
  } finally {
    await worker.end()
  }
}

function hired<J extends BulkName>(job: BulkJobOf<J>, { signal }: Work) {
  const worker = new Worker(workerFile(), { workerData: job })
  const answer = new Promise<BulkAnswers[J]>((done, fail) => {
    signal.addEventListener('abort', () => fail(signal.reason), { once: true })
    worker.once('message', done)
    worker.once('error', fail)
    worker.once('exit', () => fail(new Error('a bulk worker ended')))
  })
  // Whoever waits for it is told; until then nobody may be waiting.
  answer.catch(() => undefined)
  return { answer, feed: (piece: string | null) => worker.postMessage(piece), end: () => worker.terminate() }
}

/**
 * A job fed piece by piece, as text: what crosses to a worker is copied field by field otherwise. Pieces wait here until one `isBig`; then a worker
 * takes them, and this thread keeps none.
 */
export function fedBulk<J extends BulkName>(job: BulkJobOf<J>, work: Work) {
  const waiting: string[] = []
  let worker: ReturnType<typeof hired<J>> | undefined
  async function* pieces(): AsyncGenerator<string> {
    yield* waiting
  }
  return {
    feed(piece: string, isBig: boolean): void {
      if (isBig) worker ??= hired(job, work)
      if (worker === undefined) waiting.push(piece)
      else for (const one of [...waiting.splice(0), piece]) worker.feed(one)
    },
    async answer(): Promise<BulkAnswers[J]> {
      if (worker === undefined) return (await doBulk(job, pieces())) as BulkAnswers[J]
      worker.feed(null)
      return await worker.answer
    },
    async end(): Promise<void> {
      await worker?.end()
    },
  }
}
