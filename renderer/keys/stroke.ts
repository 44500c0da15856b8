// A stroke of keys, by the place of the key and not by what an input method makes of it (design.md 6).

/** Modifiers in this order, then `KeyboardEvent.code`: `Ctrl+Shift+KeyZ`. */
export type Stroke = string

/** Null while a word is being composed: those keys belong to the input method. */
export function strokeOf(event: KeyboardEvent): Stroke | null {
  if (event.isComposing || event.keyCode === 229) return null
  const held = [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : '', event.shiftKey ? 'Shift' : '']
  return [...held.filter((one) => one !== ''), event.code].join('+')
}

const printed: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
  Equal: '+',
  Minus: '−',
}

/** The stroke as it is printed on the keys. */
export const sayStroke = (stroke: Stroke): string =>
  stroke
    .split('+')
    .map((part) => printed[part] ?? part.replace(/^(Key|Digit|Numpad)(?=.)/, ''))
    .join(' ')
