// What the number keys say of a slip, read by their place on the keyboard (design.md 6).
import { describe, expect, test } from 'vitest'
import { emptyHand, type Hand, type KeyPress, press, type SlipKey, slipKeyOf } from '../../renderer/screens/count/slip-keys.ts'
import type { Slip } from '../../workflows/conference/bundle-totals.ts'
import { addSlip, closeTotals, noTotals } from '../../workflows/conference/bundle-totals.ts'
import { type SlipForm, type SlipFormParts, slipFormOf } from '../../workflows/conference/slip-form.ts'
import { testDeck } from '../../workflows/conference/test-deck.ts'

const names = (count: number): string[] => Array.from({ length: count }, (_, no) => `Người ${no + 1}`)
const form = (count: number, more: Partial<SlipFormParts> = {}): SlipForm =>
  slipFormOf({ method: 'nomination', seats: 1, names: names(count), blankIs: 'invalid', ...more })

/** Presses keys one after another: digits, `E`nter, `B`ack, Es`c`. Gives what came of them. */
function type(one: SlipForm, keys: string, isFull = false) {
  let hand: Hand = emptyHand
  const slips: Slip[] = []
  const said: string[] = []
  for (const key of keys) {
    const pressed: SlipKey = key === 'E' ? 'enter' : key === 'B' ? 'back' : key === 'c' ? 'escape' : { digit: Number(key) }
    const done = press(one, hand, pressed, isFull)
    hand = done.hand
    if (done.slip) slips.push(done.slip)
    if (done.does) said.push(done.does)
    if (done.says) said.push(done.says)
  }
  return { slips, said, isEmpty: hand.asks === 'slip' && hand.digits === '' && hand.marks.length === 0, hand }
}

describe('one post, up to nine names: one key a slip', () => {
  const short = form(3)
  test.each([
    ['1', [{ marks: [0] }], []],
    ['13', [{ marks: [0] }, { marks: [2] }], []],
    ['4', [], ['noLine']],
    ['04', [{ invalid: 'NONE_CHOSEN' }], []],
    ['08', [], []],
    ['00', [], []],
    ['0B1', [{ marks: [0] }], []],
    ['E', [], ['notFull']],
    ['B', [], ['takeBack']],
  ])('%s', (keys, slips, said) => {
    expect(type(short, keys)).toMatchObject({ slips, said })
  })
  test('Enter closes the bundle once its number is reached', () => {
    expect(type(short, 'E', true).said).toEqual(['close'])
  })
  test('where a slip may be blank, that takes two presses', () => {
    const blank = form(3, { blankIs: 'validBlank' })
    expect(type(blank, 'E').slips).toEqual([])
    expect(type(blank, 'EE').slips).toEqual([{ marks: [] }])
    expect(type(blank, 'E2').slips).toEqual([{ marks: [1] }])
    expect(type(blank, 'EcE').slips).toEqual([])
  })
})

describe('up to sixty names: two digits, then Enter', () => {
  const long = form(60)
  test.each([
    ['07E', [{ marks: [6] }], []],
    ['7E', [{ marks: [6] }], []],
    ['60E', [{ marks: [59] }], []],
    ['61E', [], ['noLine']],
    ['60', [], []],
    ['600', [], ['noLine']],
    ['6B5E', [{ marks: [4] }], []],
    ['0E2', [{ invalid: 'NO_STAMP' }], []],
    ['00E3', [{ invalid: 'TOO_MANY' }], []],
    ['12c', [], []],
  ])('%s', (keys, slips, said) => {
    expect(type(long, keys)).toMatchObject({ slips, said })
  })
})

describe('where several may be chosen', () => {
  const several = form(5, { seats: 2 })
  test.each([
    ['12E', [{ marks: [0, 1] }], []],
    ['1E', [{ marks: [0] }], []],
    ['123E', [{ marks: [0, 1] }], ['tooMany']],
    ['11E', [], ['notFull']],
    ['12B3E', [{ marks: [0, 2] }], []],
  ])('%s', (keys, slips, said) => {
    expect(type(several, keys)).toMatchObject({ slips, said })
  })
  test('and the list is long: each number with its Enter, one Enter more for the slip', () => {
    expect(type(form(60, { seats: 3 }), '07E60EE')).toMatchObject({ slips: [{ marks: [6, 59] }], isEmpty: true })
  })
})

describe('keys', () => {
  const key = (code: string, more: Partial<KeyPress> = {}): KeyPress => ({
    code,
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    repeat: false,
    isComposing: false,
    keyCode: 0,
    ...more,
  })
  test('are read by their place: a Vietnamese layout, the number block and the row of digits say the same', () => {
    expect([slipKeyOf(key('Digit7')), slipKeyOf(key('Numpad7'))]).toEqual([{ digit: 7 }, { digit: 7 }])
    expect([slipKeyOf(key('Minus')), slipKeyOf(key('NumpadSubtract')), slipKeyOf(key('Backspace'))]).toEqual(['back', 'back', 'back'])
    expect([slipKeyOf(key('Digit8', { shiftKey: true })), slipKeyOf(key('NumpadMultiply'))]).toEqual(['strokes', 'strokes'])
  })
  test.each([
    ['a letter', key('KeyS')],
    ['a key held down', key('Digit1', { repeat: true })],
    ['a word being composed', key('Digit1', { isComposing: true })],
    ['what an input method eats', key('Digit1', { keyCode: 229 })],
    ['a key with Ctrl', key('Digit1', { ctrlKey: true })],
    ['a key with Alt', key('Digit1', { altKey: true })],
    ['a shifted digit', key('Digit1', { shiftKey: true })],
  ])('%s counts nothing', (_, pressed) => {
    expect(slipKeyOf(pressed)).toBeUndefined()
  })
})

test.each([
  ['a short list', form(3)],
  ['nine names', form(9)],
  ['sixty names', form(60)],
  ['sixty names, several chosen', form(60, { seats: 20 })],
  ['opinions of one person', form(1, { method: 'consultation' })],
  ['opinions of several', form(4, { method: 'consultation' })],
  ['an approval', form(1, { method: 'approval' })],
  ['valid blanks', form(3, { blankIs: 'validBlank' })],
])('the test deck of %s: known slips in, known totals out, a whole bundle, and every line that is tricky is tried', (_, one) => {
  const { slips, expected } = testDeck(one)
  expect(slips.length).toBeLessThanOrEqual(25)
  const totals = slips.reduce((sum, slip) => {
    const added = addSlip(one, slips.length, sum, slip)
    if (!added.ok) throw new Error(added.refusal.code)
    return added.value
  }, noTotals(one))
  expect(totals).toEqual(expected)
  expect(closeTotals(one, slips.length, totals).ok).toBe(true)
  expect(totals.invalid).toBe(3)
  for (const line of [0, Math.min(8, one.lines - 1), one.lines - 1]) expect(totals.lines[line]).toBeGreaterThan(0)
})
