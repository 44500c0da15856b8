// One of the two workers of a big check: takes its share, tells its records, waits for everybody's, then checks what it is given, one after the other.
import { parentPort, workerData } from 'node:worker_threads'
import type { AtHand } from '../../records/at-hand.ts'
import { type CheckInput, type CheckOne, type FileChecked, takeFiles, type WorkSetting } from './check-work.ts'

export type CheckShare = { readonly inputs: readonly CheckInput[]; readonly setting: WorkSetting }
/** The records of all workers; then one file after the other, by its place in the share, or whole when it was in the other's. */
export type CheckAsked = { readonly everybodys: AtHand } | { readonly file: number | CheckInput }
export type CheckTold = { readonly atHand: AtHand } | { readonly checked: FileChecked }

const { inputs, setting }: CheckShare = workerData
const hands = await takeFiles(inputs, setting)
const asked: (number | CheckInput)[] = []
let check: CheckOne | null = null
let isAtWork = false

const tell = (told: CheckTold): void => parentPort?.postMessage(told)

async function workOff(checkOne: CheckOne): Promise<void> {
  if (isAtWork) return
  isAtWork = true
  for (let file = asked.shift(); file !== undefined; file = asked.shift()) tell({ checked: await checkOne(file) })
  isAtWork = false
}

parentPort?.on('message', (message: CheckAsked) => {
  if ('everybodys' in message) check = hands.checkWith(message.everybodys)
  else asked.push(message.file)
  if (check) void workOff(check)
})
tell({ atHand: hands.atHand })
