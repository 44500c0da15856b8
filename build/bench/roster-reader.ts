// The peer of the roster bench: the same reader, which keeps what it read and tells only how many rows there are.
import { parentPort, workerData } from 'node:worker_threads'
import { readWorkbook } from '../../records/workbook/read.ts'

const read = await readWorkbook(workerData as Uint8Array)
parentPort?.postMessage(read.ok ? (read.value.sheets[0]?.rows.length ?? 0) : 0)
