// Checks many files, in two workers when there are enough of them: the records of all of them are each other's neighbours.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { CheckOptions } from '../../records/check.ts'
import { type CheckInput, type CheckSetting, type FileChecked, takeFiles, togetherAtHand } from './check-work.ts'
import type { CheckShare, CheckTold } from './check-worker.ts'

/** Two cores are what an office PC has. */
const WORKERS = 2
/** Megabytes for what is made and forgotten again: reading a file makes several of them, and collecting often costs a tenth of the time. */
const NEW_SPACE = 128
/** Fewer files are done before two workers have started. */
const ENOUGH = 40

/** In the order given. @param log of the open data file; with it, and for few files, the check stays in this thread. */
export async function checkFiles(
  inputs: readonly CheckInput[],
  setting: CheckSetting,
  log?: CheckOptions['log'],
): Promise<readonly FileChecked[]> {
  if (log !== undefined || inputs.length < ENOUGH) {
    const hands = await takeFiles(inputs, setting)
    return hands.check(hands.atHand, log)
  }
  const shares = Array.from({ length: WORKERS }, (_, at) => inputs.filter((__, i) => i % WORKERS === at))
  const workers = shares.map((share) => startWorker({ inputs: share, setting }))
  try {
    const told = await Promise.all(workers.map((worker) => next(worker)))
    const everybodys = togetherAtHand(told.map((one) => ('atHand' in one ? one.atHand : fail())))
    const done = workers.map((worker) => next(worker))
    for (const worker of workers) worker.postMessage(everybodys)
    const parts = (await Promise.all(done)).map((one) => ('done' in one ? one.done : fail()))
    return inputs.map((_, i) => parts[i % WORKERS]?.[Math.floor(i / WORKERS)] ?? fail())
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

const fail = (): never => {
  throw new Error('a check worker answered out of turn')
}

function startWorker(share: CheckShare): Worker {
  const bundled = fileURLToPath(new URL('./check-worker.mjs', import.meta.url))
  const file = existsSync(bundled) ? bundled : fileURLToPath(new URL('./check-worker.ts', import.meta.url))
  return new Worker(file, { workerData: share, resourceLimits: { maxYoungGenerationSizeMb: NEW_SPACE } })
}

const next = (worker: Worker): Promise<CheckTold> =>
  new Promise((done, broken) => {
    const lost = () => broken(new Error('a check worker ended'))
    worker.once('message', (told: CheckTold) => {
      worker.off('exit', lost)
      worker.off('error', broken)
      done(told)
    })
    worker.once('error', broken)
    worker.once('exit', lost)
  })
