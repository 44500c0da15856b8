// Ctrl Z and Ctrl Shift Z for drafts: the form typed in last goes a step back. What is on record is never undone: another fact puts it right.
import { strokeOf } from './keys/stroke.ts'

type Steps = { readonly undo: () => boolean; readonly redo: () => boolean }

/** Forms on screen, the one typed in last at the end. */
const forms: Steps[] = []

/** `touch`: this form was typed in. `leave`: it went off the screen. */
export function withUndo(steps: Steps): { readonly touch: () => void; readonly leave: () => void } {
  const leave = () => {
    const at = forms.indexOf(steps)
    if (at >= 0) forms.splice(at, 1)
  }
  return {
    leave,
    touch() {
      leave()
      forms.push(steps)
    },
  }
}

document.addEventListener('keydown', (event) => {
  const stroke = strokeOf(event)
  const isUndo = stroke === 'Ctrl+KeyZ'
  if (!isUndo && stroke !== 'Ctrl+Shift+KeyZ') return
  const form = forms.at(-1)
  // With no draft on screen the browser's own undo serves the box one is in.
  if (form === undefined) return
  event.preventDefault()
  if (isUndo) form.undo()
  else form.redo()
})
