// Checks many files, in two workers when there are enough of them: the records of all of them are each other's neighbours.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { AtHand } from '../../records/at-hand.ts'
import type { CheckOptions } from '../../records/check.ts'
import { sampleRoot } from '../keys/sample-authority.ts'
import { type CheckInput, type CheckSetting, type FileChecked, takeFiles, togetherAtHand, type WorkSetting } from './check-work.ts'
import type { CheckAsked, CheckShare, CheckTold } from './check-worker.ts'
import { unwatched, type Work } from './long-work.ts'

/** Two cores are what an office PC has. */
const WORKERS = 2
/** Megabytes for what is made and forgotten again: reading a file makes several of them. More room is slower to come by than to collect. */
const NEW_SPACE = 32
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
  if (log !== undefined || inputs.length < ENOUGH) return checkHere(inputs, setting, log, work)
  const shares = Array.from({ length: WORKERS }, (_, at) => inputs.flatMap((__, i) => (i % WORKERS === at ? [i] : [])))
  const workers = shares.map((share) => startWorker({ inputs: share.flatMap((i) => inputs[i] ?? []), setting }))
  const broken = endOf(workers, work.signal)
  try {
    const told = await Promise.race([broken, Promise.all(workers.map(firstOf))])
    const everybodys = togetherAtHand(told.map((one) => ('atHand' in one ? one.atHand : fail())))
    return await Promise.race([broken, handOut(inputs, shares, workers, everybodys, work)])
  } finally {
    // The answer does not wait for their memory to be given back.
    for (const worker of workers) void worker.terminate()
  }
}

async function checkHere(
  inputs: readonly CheckInput[],
  setting: WorkSetting,
  log: CheckMore['log'],
  work: Work,
): Promise<readonly FileChecked[]> {
  const hands = await takeFiles(inputs, setting)
  const check = hands.checkWith(hands.atHand, log)
  const done: FileChecked[] = []
  for (const at of inputs.keys()) {
    done.push(await check(at))
    await work.step(done.length, inputs.length)
  }
  return done
}

const fail = (): never => {
  throw new Error('a check worker answered out of turn')
}

/** Files that wait in a worker: it need not wait for the next while its answer is on the way. */
const WAITING = 3

/** Each gets its own share file by file, and what is left of the other's once its own is done: none waits for the slower. */
function handOut(
  inputs: readonly CheckInput[],
  shares: readonly (readonly number[])[],
  workers: readonly Worker[],
  everybodys: AtHand,
  { step }: Work,
): Promise<readonly FileChecked[]> {
  const left = shares.map((share) => [...share])
  const nextFor = (at: number): number | undefined => left[at]?.shift() ?? left.find((others) => others.length > 0)?.pop()
  const done = new Map<number, FileChecked>()
  return new Promise((answer, broken) => {
    for (const [at, worker] of workers.entries()) {
      const asked: number[] = []
      const give = () => {
        const file = nextFor(at)
        if (file === undefined) return
        asked.push(file)
        const isOwn = file % WORKERS === at
        worker.postMessage({ file: isOwn ? Math.floor(file / WORKERS) : (inputs[file] ?? fail()) } satisfies CheckAsked)
      }
      worker.on('message', (told: CheckTold) => {
        const file = asked.shift()
        if (file === undefined || !('checked' in told)) return broken(new Error('a check worker answered out of turn'))
        done.set(file, told.checked)
        give()
        // A stop ends the workers; the step that is not taken then is no fault.
        void step(done.size, inputs.length).catch(() => undefined)
        if (done.size === inputs.length) answer(inputs.map((_, i) => done.get(i) ?? fail()))
      })
      worker.postMessage({ everybodys } satisfies CheckAsked)
      for (let i = 0; i < WAITING; i++) give()
    }
  })
}

function startWorker(share: CheckShare): Worker {
  const bundled = fileURLToPath(new URL('./check-worker.mjs', import.meta.url))
  const file = existsSync(bundled) ? bundled : fileURLToPath(new URL('./check-worker.ts', import.meta.url))
  return new Worker(file, { workerData: share, resourceLimits: { maxYoungGenerationSizeMb: NEW_SPACE } })
}

/** The records of its share. */
const firstOf = (worker: Worker): Promise<CheckTold> => new Promise((done) => worker.once('message', done))

/** Fails when a worker ends before its time, or when somebody stops the work. */
function endOf(workers: readonly Worker[], signal: AbortSignal): Promise<never> {
  const end = new Promise<never>((_, broken) => {
    for (const worker of workers) {
      worker.once('error', broken)
      worker.once('exit', () => broken(new Error('a check worker ended')))
    }
    signal.addEventListener('abort', () => broken(signal.reason), { once: true })
  })
  // Workers that were put away after the answer end too, and nobody waits for that.
  end.catch(() => undefined)
  return end
}
