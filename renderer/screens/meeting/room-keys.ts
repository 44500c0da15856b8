// The keys of the meeting (design.md 6). No letter is ever one: input methods eat them. Read by place on the board, not by letter.
import { useLayoutEffect, useRef } from 'react'

export type RoomKey =
  | 'Enter'
  | 'Space'
  | 'Delete'
  | 'PageDown'
  | 'PageUp'
  | 'ArrowUp'
  | 'ArrowDown'
  | 'F1'
  | 'F2'
  | 'F4'
  | 'F6'
  | 'F9'
  | 'Escape'

/** These work wherever the focus is; the others only where nobody is typing or choosing. */
const everywhere: readonly string[] = ['F1', 'F2', 'F4', 'F6', 'F9', 'PageDown', 'PageUp', 'Escape']

const takesKeys = 'input, textarea, select, button, summary, a[href], [role="listbox"], [role="option"], [contenteditable]'

/** True when it was used: then the browser does nothing more with it. */
export type KeyDeeds = Readonly<Partial<Record<RoomKey, () => boolean>>>

export function useRoomKeys(deeds: KeyDeeds): void {
  const now = useRef(deeds)
  now.current = deeds
  // Heard from the first moment the room is seen.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // 229: the input method is at work.
      if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return
      const code = event.code === 'NumpadEnter' ? 'Enter' : event.code
      if (event.repeat && code !== 'PageDown' && code !== 'PageUp') return
      const isTaken = event.target instanceof Element && event.target.closest(takesKeys) !== null
      if (isTaken && !everywhere.includes(code)) return
      const deed = Object.hasOwn(now.current, code) ? now.current[code as RoomKey] : undefined
      if (deed?.() === true) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
