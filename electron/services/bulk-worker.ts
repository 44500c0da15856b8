// Does one long job and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { zipBag } from '../../records/pack-bag.ts'

export type BulkJob = { readonly job: 'zip'; readonly files: ReadonlyMap<string, Uint8Array> }
export type BulkTold = { readonly bytes: Uint8Array }

const job: BulkJob = workerData
parentPort?.postMessage({ bytes: zipBag(job.files) } satisfies BulkTold)
