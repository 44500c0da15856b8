// What the number keys say of one slip (design.md 6). Keys are read by their place on the keyboard: input methods and layouts eat letters and digits.

import type { Slip } from '../../../workflows/conference/bundle-totals.ts'
import { invalidReasons } from '../../../workflows/conference/facts.ts'
import type { SlipForm } from '../../../workflows/conference/slip-form.ts'

/** `escape` empties the hand; with an empty hand it is the frame's, and leaves the table. */
export type SlipKey = { readonly digit: number } | 'enter' | 'back' | 'escape'

/** What is in the hand of the counter between two slips. `asks`: for the reason of an invalid one, or whether it is really blank. */
export type Hand = { readonly marks: readonly number[]; readonly digits: string; readonly asks: 'slip' | 'reason' | 'blank' }
export const emptyHand: Hand = { marks: [], digits: '', asks: 'slip' }

export type Pressed = {
  readonly hand: Hand
  readonly slip?: Slip
  readonly does?: 'takeBack' | 'close'
  /** Why nothing came of it. */
  readonly says?: 'noLine' | 'notFull' | 'tooMany'
}

/** Lists beyond nine lines are pressed as two digits, then Enter. */
export const isLong = (form: SlipForm): boolean => form.lines > 9

const invalidAsked: Hand = { ...emptyHand, asks: 'reason' }

/** `isFull`: the bundle has reached its number, so that Enter closes it. */
export function press(form: SlipForm, hand: Hand, key: SlipKey, isFull: boolean): Pressed {
  if (key === 'back') return back(hand)
  if (key === 'escape') return { hand: emptyHand }
  if (hand.asks === 'reason') return reason(key)
  if (key === 'enter') return enter(form, hand, isFull)
  return isLong(form) ? long(form, hand, key.digit) : short(form, hand, key.digit)
}

/** The last thing pressed goes first; with an empty hand, the slip just typed. */
function back(hand: Hand): Pressed {
  if (hand.asks !== 'slip') return { hand: { ...hand, asks: 'slip' } }
  if (hand.digits !== '') return { hand: { ...hand, digits: hand.digits.slice(0, -1) } }
  if (hand.marks.length > 0) return { hand: { ...hand, marks: hand.marks.slice(0, -1) } }
  return { hand, does: 'takeBack' }
}

function reason(key: SlipKey): Pressed {
  const invalid = typeof key === 'object' ? invalidReasons[key.digit - 1] : undefined
  if (invalid !== undefined) return { hand: emptyHand, slip: { invalid } }
  // Zero again lets it be.
  return typeof key === 'object' && key.digit === 0 ? { hand: emptyHand } : { hand: invalidAsked }
}

function enter(form: SlipForm, hand: Hand, isFull: boolean): Pressed {
  if (hand.digits !== '') return line(form, { ...hand, digits: '' }, Number(hand.digits))
  if (hand.marks.length > 0) return { hand: emptyHand, slip: { marks: [...hand.marks] } }
  if (isFull) return { hand: emptyHand, does: 'close' }
  if (form.blank === 'invalid') return { hand: emptyHand, says: 'notFull' }
  // A slip that chooses nobody takes two presses: the first one only asks.
  return hand.asks === 'blank' ? { hand: emptyHand, slip: { marks: [] } } : { hand: { ...hand, asks: 'blank' } }
}

function long(form: SlipForm, hand: Hand, digit: number): Pressed {
  const digits = `${hand.digits}${digit}`
  return digits.length > String(form.lines).length ? { hand, says: 'noLine' } : { hand: { ...hand, asks: 'slip', digits } }
}

const short = (form: SlipForm, hand: Hand, digit: number): Pressed => line(form, hand, digit)

/** Line `no` pressed; zero is an invalid slip. */
function line(form: SlipForm, hand: Hand, no: number): Pressed {
  if (no === 0) return { hand: invalidAsked }
  if (no > form.lines) return { hand: { ...hand, asks: 'slip' }, says: 'noLine' }
  if (form.kind !== 'several') return { hand: emptyHand, slip: { marks: [no - 1] } }
  const isMarked = hand.marks.includes(no - 1)
  if (!isMarked && hand.marks.length >= form.most) return { hand, says: 'tooMany' }
  const marks = isMarked ? hand.marks.filter((one) => one !== no - 1) : [...hand.marks, no - 1]
  return { hand: { ...emptyHand, marks } }
}

/** The part of a key press that is read here. */
export type KeyPress = Pick<KeyboardEvent, 'code' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat' | 'isComposing' | 'keyCode'>

/** A key of counting, or undefined for all others. A key held down counts once. */
export function slipKeyOf(event: KeyPress): SlipKey | 'strokes' | 'echo' | undefined {
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return undefined
  const { code, shiftKey } = event
  if (code === 'NumpadMultiply' || (code === 'Digit8' && shiftKey)) return 'strokes'
  if (code === 'F8') return 'echo'
  if (shiftKey) return undefined
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
  if (digit !== undefined) return { digit: Number(digit) }
  if (code === 'Enter' || code === 'NumpadEnter') return 'enter'
  if (code === 'Escape') return 'escape'
  return code === 'Backspace' || code === 'Minus' || code === 'NumpadSubtract' ? 'back' : undefined
}
