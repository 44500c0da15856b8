// Checks many files, in two workers when there are enough of them: the records of all of them are each other's neighbours.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { CheckOptions } from '../../records/check.ts'
import { sampleRoot } from '../keys/sample-authority.ts'
import { type CheckInput, type CheckSetting, type FileChecked, takeFiles, togetherAtHand, type WorkSetting } from './check-work.ts'
import type { CheckShare, CheckTold } from './check-worker.ts'
import { unwatched, type Work } from './long-work.ts'

/** Two cores are what an office PC has. */
const WORKERS = 2
/** Megabytes for what is made and forgotten again: reading a file makes several of them, and collecting often costs a tenth of the time. */
const NEW_SPACE = 128
/** Fewer files are done before two workers have started. */
const ENOUGH = 40

export type CheckMore = {
  /** Of the open data file; with it, and for few files, the check stays in this thread. */
  readonly log?: CheckOptions['log']
  /** Says how far, and stops. */
  readonly work?: Work
}

/** In the order given. */
export async function checkFiles(
  inputs: readonly CheckInput[],
  trust: CheckSetting,
  { log, work = unwatched }: CheckMore = {},
): Promise<readonly FileChecked[]> {
  await work.step(0, inputs.length)
  const setting: WorkSetting = { ...trust, sampleRoots: [sampleRoot] }
  if (log !== undefined || inputs.length < ENOUGH) {
    const hands = await takeFiles(inputs, setting)
    return hands.check(hands.atHand, log, (done) => work.step(done, inputs.length))
  }
  const shares = Array.from({ length: WORKERS }, (_, at) => inputs.filter((__, i) => i % WORKERS === at))
  const workers = shares.map((share) => startWorker({ inputs: share, setting }))
  const checked = workers.map(() => 0)
  for (const [at, worker] of workers.entries())
    worker.on('message', (told: CheckTold) => {
      if (!('checked' in told)) return
      checked[at] = told.checked
      const done = checked.reduce((sum, one) => sum + one, 0)
      // A stop ends the workers; the step that is not taken then is no fault.
      void work.step(done, inputs.length).catch(() => undefined)
    })
  const next = (worker: Worker) => nextOf(worker, work.signal)
  try {
    const told = await Promise.all(workers.map((worker) => next(worker)))
    const everybodys = togetherAtHand(told.map((one) => ('atHand' in one ? one.atHand : fail())))
    const done = workers.map((worker) => next(worker))
    for (const worker of workers) worker.postMessage(everybodys)
    const parts = (await Promise.all(done)).map((one) => ('done' in one ? one.done : fail()))
    return inputs.map((_, i) => parts[i % WORKERS]?.[Math.floor(i / WORKERS)] ?? fail())
  } finally {
    // The answer does not wait for their memory to be given back.
    for (const worker of workers) void worker.terminate()
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

/** What it answers, past what it tells on the way. */
const nextOf = (worker: Worker, signal: AbortSignal): Promise<CheckTold> =>
  new Promise((done, broken) => {
    const lost = () => broken(new Error('a check worker ended'))
    const stopped = () => broken(signal.reason)
    const hear = (told: CheckTold) => {
      if ('checked' in told) return
      worker.off('message', hear)
      worker.off('exit', lost)
      worker.off('error', broken)
      signal.removeEventListener('abort', stopped)
      done(told)
    }
    worker.on('message', hear)
    worker.once('error', broken)
    worker.once('exit', lost)
    signal.addEventListener('abort', stopped, { once: true })
  })
