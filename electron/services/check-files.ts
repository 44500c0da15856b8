// Checks many files, in two processes when there are enough of them: the records of all of them are each other's neighbours.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { CheckOptions } from '../../records/check.ts'
import type { StartHelper } from '../helper.ts'
import { sampleRoot } from '../keys/sample-authority.ts'
import { hireProcess } from './check-process.ts'
import { CheckSeat, NoProcess, type Patience } from './check-seat.ts'
import {
  type CheckHands,
  type CheckInput,
  type CheckSetting,
  checkHands,
  type FileChecked,
  type Numbered,
  togetherAtHand,
  type WorkSetting,
} from './check-work.ts'
import { unwatched, type Work } from './long-work.ts'

/** Two cores are what an office PC has. */
const HANDS = 2
/** Fewer files are done before two processes have started. */
const ENOUGH = 40
/** With fewer files the last compiler of V8 takes more time than its code saves: 200 records then take an eighth less; from about a thousand on, more. */
const WORTH_COMPILING = 1000
/** Megabytes: a check needs some sixty, and V8 would otherwise look through its first ten again and again. */
const heap = ['--initial-heap-size=256', '--max-semi-space-size=32']
/** Files that wait in a process: it need not wait for the next while its answer is on the way. */
const WAITING = 3

export type CheckMore = {
  /** Of the open data file; with it, and for few files, the check stays in this thread. */
  readonly log?: CheckOptions['log']
  /** Says how far, and stops. */
  readonly work?: Work
  /** How long a process may be at one file before it is ended. */
  readonly patience?: Patience
}

/**
 * In the order given. Files of strangers are read where a crash would not take the app along, and one at which a process ends, or that
 * cannot be read, gets an answer of its own.
 */
export async function checkFiles(
  inputs: readonly CheckInput[],
  trust: CheckSetting,
  start: StartHelper,
  { log, work = unwatched, patience }: CheckMore = {},
): Promise<readonly FileChecked[]> {
  await work.step(0, inputs.length)
  const setting: WorkSetting = { ...trust, sampleRoots: [sampleRoot] }
  const files = inputs.map((input, at): Numbered => [at, input])
  const hands = checkHands(setting)
  if (log !== undefined || inputs.length < ENOUGH) return checkHere(files, hands, log, work)
  const beginning = { setting, isCompiledFully: inputs.length >= WORTH_COMPILING }
  const hire = () => hireProcess(start(workerFile(), heap), work.signal)
  const seats = Array.from({ length: HANDS }, () => new CheckSeat(hire, beginning, hands, patience))
  try {
    const told = await Promise.all(seats.map((seat, at) => seat.take(shareOf(files, at))))
    const everybodys = togetherAtHand(told)
    await Promise.all(seats.map((seat) => seat.hear(everybodys)))
    return await handOut(files, seats, work)
  } catch (error) {
    if (!(error instanceof NoProcess)) throw error
  } finally {
    for (const seat of seats) seat.end()
  }
  return checkHere(files, hands, log, work)
}

const shareOf = (files: readonly Numbered[], seat: number): readonly Numbered[] => files.filter(([at]) => at % HANDS === seat)

async function checkHere(
  files: readonly Numbered[],
  hands: CheckHands,
  log: CheckMore['log'],
  work: Work,
): Promise<readonly FileChecked[]> {
  const check = hands.checkWith(await hands.take(files), log)
  const done: FileChecked[] = []
  for (const [at] of files) {
    done.push(await check(at))
    await work.step(done.length, files.length)
  }
  return done
}

/** Each gets its own share file by file, and what is left of the other's once its own is done: none waits for the slower. */
async function handOut(files: readonly Numbered[], seats: readonly CheckSeat[], { step }: Work): Promise<readonly FileChecked[]> {
  const left = seats.map((_, seat) => [...shareOf(files, seat)])
  const nextFor = (seat: number): Numbered | undefined => left[seat]?.shift() ?? left.find((others) => others.length > 0)?.pop()
  const done = new Map<number, FileChecked>()
  async function keepBusy(seat: CheckSeat, which: number): Promise<void> {
    for (let file = nextFor(which); file !== undefined; file = nextFor(which)) {
      done.set(file[0], await seat.check(file))
      await step(done.size, files.length)
    }
  }
  await Promise.all(seats.flatMap((seat, which) => Array.from({ length: WAITING }, () => keepBusy(seat, which))))
  return files.flatMap(([at]) => done.get(at) ?? [])
}

/** The bundle has the worker beside it; the sources run as they are. */
function workerFile(): string {
  const bundled = fileURLToPath(new URL('./check-worker.cjs', import.meta.url))
  return existsSync(bundled) ? bundled : fileURLToPath(new URL('./check-worker.ts', import.meta.url))
}
