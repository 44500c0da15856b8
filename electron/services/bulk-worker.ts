// Does one long job and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { type BulkJob, doBulk } from './bulk-jobs.ts'

const job: BulkJob = workerData
parentPort?.postMessage(await doBulk(job))
