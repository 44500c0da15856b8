// One of the two workers of a big check: takes its share, tells its records, waits for everybody's, answers.
import { parentPort, workerData } from 'node:worker_threads'
import type { AtHand } from '../../records/at-hand.ts'
import { type CheckInput, type FileChecked, takeFiles, type WorkSetting } from './check-work.ts'

export type CheckShare = { readonly inputs: readonly CheckInput[]; readonly setting: WorkSetting }
export type CheckTold = { readonly atHand: AtHand } | { readonly checked: number } | { readonly done: readonly FileChecked[] }

/** Milliseconds: quicker than a bar moves, and seldom enough not to keep the main thread busy with it. */
const TOLD_EVERY = 50

const { inputs, setting }: CheckShare = workerData
const hands = await takeFiles(inputs, setting)
parentPort?.once('message', async (everybodys: AtHand) => {
  let toldAt = 0
  const onFile = (checked: number) => {
    if (performance.now() - toldAt < TOLD_EVERY) return
    toldAt = performance.now()
    parentPort?.postMessage({ checked } satisfies CheckTold)
  }
  parentPort?.postMessage({ done: await hands.check(everybodys, undefined, onFile) } satisfies CheckTold)
})
parentPort?.postMessage({ atHand: hands.atHand } satisfies CheckTold)
