// One of the two processes of a big check: takes its share, tells its records, hears everybody's, then checks what it is given, one after the other.
import { setFlagsFromString } from 'node:v8'
import type { AtHand } from '../../records/at-hand.ts'
import { answerErrands } from '../helper-port.ts'
import {
  type CheckHands,
  type CheckInput,
  type CheckOne,
  checkHands,
  type FileChecked,
  type Numbered,
  type WorkSetting,
} from './check-work.ts'

/** How to check, and whether code is compiled as far as V8 can; what to read; the records of all; then one file after the other, with its input where this process did not read it before. */
export type CheckErrand =
  | { readonly setting: WorkSetting; readonly isCompiledFully: boolean }
  | { readonly take: readonly Numbered[] }
  | { readonly everybodys: AtHand }
  | { readonly file: number; readonly input?: CheckInput }
/** Of each kind of errand, the answer. */
export type CheckTold<E extends CheckErrand> = E extends { readonly file: unknown }
  ? FileChecked
  : E extends { readonly take: unknown }
    ? AtHand
    : null

let hands: CheckHands | undefined
let check: CheckOne | undefined

answerErrands(async (message) => {
  const errand = message as CheckErrand
  if ('setting' in errand) {
    // Here and not among the flags of its start: with such a flag Node takes none of its own code as it was compiled before.
    if (!errand.isCompiledFully) setFlagsFromString('--no-opt')
    hands = checkHands(errand.setting)
    return null
  }
  if (!hands) throw new Error('an errand came before its setting')
  if ('take' in errand) return hands.take(errand.take)
  if ('everybodys' in errand) {
    check = hands.checkWith(errand.everybodys)
    return null
  }
  if (!check) throw new Error('a file to check came before the records of all')
  return check(errand.file, errand.input)
})
