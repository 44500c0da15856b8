// Checks many files, in two processes when there are enough of them: the records of all of them are each other's neighbours.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CheckOptions } from '../../records/check.ts'
import type { Helper, StartHelper } from '../helper.ts'
import { sampleRoot } from '../keys/sample-authority.ts'
import { type CheckInput, type CheckSetting, type FileChecked, takeFiles, togetherAtHand, type WorkSetting } from './check-work.ts'
import type { CheckErrand, CheckTold } from './check-worker.ts'
import { unwatched, type Work } from './long-work.ts'

/** Two cores are what an office PC has. */
const HANDS = 2
/** Fewer files are done before two processes have started. */
const ENOUGH = 40
/** With fewer files the last compiler of V8 takes more time than its code saves: 200 records then take an eighth less; from about 500 on, more. */
const WORTH_COMPILING = 500
/** Files that wait in a process: it need not wait for the next while its answer is on the way. */
const WAITING = 3

export type CheckMore = {
  /** Of the open data file; with it, and for few files, the check stays in this thread. */
  readonly log?: CheckOptions['log']
  /** Says how far, and stops. */
  readonly work?: Work
}

/** In the order given. Files of strangers are read where a crash would not take the app along. */
export async function checkFiles(
  inputs: readonly CheckInput[],
  trust: CheckSetting,
  start: StartHelper,
  { log, work = unwatched }: CheckMore = {},
): Promise<readonly FileChecked[]> {
  await work.step(0, inputs.length)
  const setting: WorkSetting = { ...trust, sampleRoots: [sampleRoot] }
  if (log !== undefined || inputs.length < ENOUGH) return checkHere(inputs, setting, log, work)
  const flags = inputs.length < WORTH_COMPILING ? ['--no-opt'] : []
  const hands = Array.from({ length: HANDS }, () => hire(start(workerFile(), flags), work.signal))
  try {
    const shares = hands.map((_, at) => inputs.filter((__, i) => i % HANDS === at))
    const told = await Promise.all(hands.map(({ ask }, at) => ask({ inputs: shares[at] ?? [], setting })))
    const everybodys = togetherAtHand(told)
    await Promise.all(hands.map(({ ask }) => ask({ everybodys })))
    return await handOut(inputs, hands, work)
  } finally {
    for (const { end } of hands) end()
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

/** Each gets its own share file by file, and what is left of the other's once its own is done: none waits for the slower. */
async function handOut(inputs: readonly CheckInput[], hands: readonly Hand[], { step }: Work): Promise<readonly FileChecked[]> {
  const left = hands.map((_, at) => [...inputs.keys()].filter((i) => i % HANDS === at))
  const nextFor = (at: number): number | undefined => left[at]?.shift() ?? left.find((others) => others.length > 0)?.pop()
  const done = new Map<number, FileChecked>()
  async function keepBusy({ ask }: Hand, at: number): Promise<void> {
    for (let i = nextFor(at); i !== undefined; i = nextFor(at)) {
      const input = inputs[i]
      if (input === undefined) throw new Error('no file at that place')
      done.set(i, await ask({ file: i % HANDS === at ? Math.floor(i / HANDS) : input }))
      await step(done.size, inputs.length)
    }
  }
  await Promise.all(hands.flatMap((hand, at) => Array.from({ length: WAITING }, () => keepBusy(hand, at))))
  return inputs.flatMap((_, i) => done.get(i) ?? [])
}

type Hand = { ask<E extends CheckErrand>(errand: E): Promise<CheckTold<E>>; end(): void }

/** Answers come in the order of the errands. All that are open fail when the process ends before its time, or when somebody stops the work. */
function hire(helper: Helper, signal: AbortSignal): Hand {
  const open: { readonly answer: (told: never) => void; readonly fail: (reason: unknown) => void }[] = []
  let over: { readonly reason: unknown } | undefined
  const end = (reason: unknown): void => {
    if (over) return
    over = { reason }
    signal.removeEventListener('abort', stopped)
    helper.kill()
    for (const { fail } of open.splice(0)) fail(reason)
  }
  const stopped = () => end(signal.reason)
  signal.addEventListener('abort', stopped, { once: true })
  helper.onExit(() => end(new Error('a process of the check ended before its time')))
  helper.onMessage((told) => open.shift()?.answer(told as never))
  return {
    ask: (errand) =>
      new Promise((answer, fail) => {
        if (over) return fail(over.reason)
        open.push({ answer, fail })
        helper.send(errand)
      }),
    end: () => end(new Error('the check is over')),
  }
}

/** The bundle has the worker beside it; the sources run as they are. */
function workerFile(): string {
  const bundled = fileURLToPath(new URL('./check-worker.cjs', import.meta.url))
  return existsSync(bundled) ? bundled : fileURLToPath(new URL('./check-worker.ts', import.meta.url))
}
