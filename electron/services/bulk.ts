// What would hold this thread for long is done by a worker of its own; a stop ends it in the middle. What is small is done here before one has started.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type BulkAnswers, type BulkJob, type BulkName, doBulk } from './bulk-jobs.ts'
import type { Work } from './long-work.ts'

/** The bundle has the worker beside it; the sources run as they are. */
function workerFile(): string {
  const bundled = fileURLToPath(new URL('./bulk-worker.mjs', import.meta.url))
  return existsSync(bundled) ? bundled : fileURLToPath(new URL('./bulk-worker.ts', import.meta.url))
}

/** `isBig`: it takes longer than a worker takes to start. */
export async function inBulk<J extends BulkName>(
  job: Extract<BulkJob, { readonly job: J }>,
  isBig: boolean,
  { signal }: Work,
): Promise<BulkAnswers[J]> {
  if (!isBig) return (await doBulk(job)) as BulkAnswers[J]
  signal.throwIfAborted()
  const worker = new Worker(workerFile(), { workerData: job })
  try {
    return await new Promise<BulkAnswers[J]>((done, fail) => {
      signal.addEventListener('abort', () => fail(signal.reason), { once: true })
      worker.once('message', done)
      worker.once('error', fail)
      worker.once('exit', () => fail(new Error('a bulk worker ended')))
    })
  } finally {
    await worker.terminate()
  }
}
