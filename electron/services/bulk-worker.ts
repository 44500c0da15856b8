// Does one long job and ends.
import { on } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { type BulkJob, doBulk } from './bulk-jobs.ts'

/** What the job is fed, until null. */
async function* fed(): AsyncGenerator<string> {
  if (parentPort === null) return
  for await (const [piece] of on(parentPort, 'message')) {
    if (piece === null) return
    yield piece
  }
}

const job: BulkJob = workerData
parentPort?.postMessage(await doBulk(job, fed()))
