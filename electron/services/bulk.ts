// What would hold this thread for long is done by a worker of its own; a stop ends it in the middle. What is small is done here before one has started.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { zipBag } from '../../records/pack-bag.ts'
import type { BulkJob, BulkTold } from './bulk-worker.ts'
import type { Work } from './long-work.ts'

/** Bytes that take about as long to pack as a worker takes to start. */
const worthWorker = 4_000_000

export async function zipped(files: ReadonlyMap<string, Uint8Array>, work: Work): Promise<Uint8Array> {
  const size = [...files.values()].reduce((sum, { length }) => sum + length, 0)
  return size < worthWorker ? zipBag(files) : byWorker({ job: 'zip', files }, work)
}

/** The bundle has the worker beside it; the sources run as they are. */
function workerFile(): string {
  const bundled = fileURLToPath(new URL('./bulk-worker.mjs', import.meta.url))
  return existsSync(bundled) ? bundled : fileURLToPath(new URL('./bulk-worker.ts', import.meta.url))
}

function byWorker(job: BulkJob, { signal }: Work): Promise<Uint8Array> {
  const worker = new Worker(workerFile(), { workerData: job })
  return new Promise<Uint8Array>((done, fail) => {
    const stopped = () => fail(signal.reason)
    signal.addEventListener('abort', stopped, { once: true })
    worker.once('message', (told: BulkTold) => done(told.bytes))
    worker.once('error', fail)
    worker.once('exit', () => fail(new Error('a bulk worker ended')))
  }).finally(() => worker.terminate())
}
