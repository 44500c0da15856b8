// Which keys do what, place by place. The handlers read it and the list under F1 is drawn from it, so that neither can lie.
import type { Messages } from '../messages/vi.ts'
import type { Route } from '../route.ts'
import type { Stroke } from './stroke.ts'

export type ShortcutName = keyof Messages['shortcut']
export type Shortcut = {
  readonly name: ShortcutName
  readonly strokes: readonly Stroke[]
  /** The same on other keyboards: heard, not listed. */
  readonly also?: readonly Stroke[]
}

/** What the frame itself does, wherever one is. */
export const everywhere = [
  { name: 'find', strokes: ['Ctrl+KeyK'] },
  { name: 'openCase', strokes: ['Ctrl+KeyM'] },
  { name: 'sections', strokes: ['Ctrl+Digit1', 'Ctrl+Digit2', 'Ctrl+Digit3', 'Ctrl+Digit4', 'Ctrl+Digit5', 'Ctrl+Digit6'] },
  { name: 'back', strokes: ['Alt+ArrowLeft'] },
  { name: 'forward', strokes: ['Alt+ArrowRight'] },
  { name: 'nextSheet', strokes: ['F6'] },
  { name: 'lastSheet', strokes: ['Shift+F6'] },
  { name: 'keys', strokes: ['F1'] },
  { name: 'out', strokes: ['Escape'] },
  { name: 'undo', strokes: ['Ctrl+KeyZ'] },
  { name: 'redo', strokes: ['Ctrl+Shift+KeyZ'] },
  { name: 'seal', strokes: ['Ctrl+Enter'] },
  { name: 'textBigger', strokes: ['Ctrl+Equal'], also: ['Ctrl+Shift+Equal', 'Ctrl+NumpadAdd'] },
  { name: 'textSmaller', strokes: ['Ctrl+Minus'], also: ['Ctrl+NumpadSubtract'] },
  { name: 'textUsual', strokes: ['Ctrl+Digit0'], also: ['Ctrl+Numpad0'] },
] as const satisfies readonly Shortcut[]

export type EverywhereName = (typeof everywhere)[number]['name']

/** What a screen does besides. Its own code reads the keys; a key stands here because it works there. */
export const onScreen: Readonly<Partial<Record<Route['at'], readonly Shortcut[]>>> = {
  home: [
    { name: 'rows', strokes: ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'] },
    { name: 'actRow', strokes: ['Enter'] },
    { name: 'openRow', strokes: ['Shift+Enter'] },
  ],
  paper: [{ name: 'print', strokes: ['Ctrl+KeyP'] }],
  people: [
    { name: 'rows', strokes: ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'] },
    { name: 'openPerson', strokes: ['Enter'] },
  ],
  count: [
    { name: 'countPick', strokes: ['Digit1', 'Digit9'] },
    { name: 'countInvalid', strokes: ['Digit0'] },
    { name: 'countBack', strokes: ['Minus', 'Backspace'] },
    { name: 'countEnter', strokes: ['Enter'] },
    { name: 'countStrokes', strokes: ['NumpadMultiply', 'Shift+Digit8'] },
    { name: 'countEcho', strokes: ['F8'] },
  ],
  meeting: [
    { name: 'finishPart', strokes: ['Enter'] },
    { name: 'timer', strokes: ['Space'] },
    { name: 'script', strokes: ['PageDown', 'PageUp'] },
    { name: 'parts', strokes: ['ArrowUp', 'ArrowDown'] },
    { name: 'roll', strokes: ['F2'] },
    { name: 'rollBack', strokes: ['Ctrl+Backspace'] },
    { name: 'hall', strokes: ['F4'] },
    { name: 'question', strokes: ['F6'] },
    { name: 'coverHall', strokes: ['F9'] },
    { name: 'absent', strokes: ['Delete'] },
    { name: 'leaveMeeting', strokes: ['Escape'] },
  ],
}

/** Everything that works on a screen. In a meeting F6 and Esc are the meeting's own. */
export function shortcutsOn(at: Route['at']): readonly Shortcut[] {
  const own = onScreen[at] ?? []
  const taken = new Set(own.flatMap(({ strokes }) => strokes))
  const inMeeting: readonly ShortcutName[] = ['nextSheet', 'lastSheet', 'out']
  return [
    ...own,
    ...everywhere.filter((one) => !(at === 'meeting' && inMeeting.includes(one.name)) && !one.strokes.some((stroke) => taken.has(stroke))),
  ]
}

/** All a shortcut listens to. */
export const strokesOf = (one: Shortcut): readonly Stroke[] => [...one.strokes, ...(one.also ?? [])]
