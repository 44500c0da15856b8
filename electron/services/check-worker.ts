// One of the two processes of a big check: takes its share, tells its records, hears everybody's, then checks what it is given, one after the other.
import type { AtHand } from '../../records/at-hand.ts'
import { answerErrands } from '../helper-port.ts'
import { type CheckHands, type CheckInput, type CheckOne, type FileChecked, takeFiles, type WorkSetting } from './check-work.ts'

/** First the share; then the records of all; then one file after the other, by its place in the share, or whole when it was in the other's. */
export type CheckErrand =
  | { readonly inputs: readonly CheckInput[]; readonly setting: WorkSetting }
  | { readonly everybodys: AtHand }
  | { readonly file: number | CheckInput }
/** Of each kind of errand, the answer. */
export type CheckTold<E extends CheckErrand> = E extends { readonly file: unknown }
  ? FileChecked
  : E extends { readonly inputs: unknown }
    ? AtHand
    : null

let hands: CheckHands | undefined
let check: CheckOne | undefined

answerErrands(async (message) => {
  const errand = message as CheckErrand
  if ('inputs' in errand) {
    hands = await takeFiles(errand.inputs, errand.setting)
    return hands.atHand
  }
  if ('everybodys' in errand) {
    check = hands?.checkWith(errand.everybodys)
    return null
  }
  if (!check) throw new Error('a file to check came before the records of all')
  return check(errand.file)
})
